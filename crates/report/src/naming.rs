//! Names of things in an output: in one language for people, or stable ids for machines.

use adit_analysis::likelihood::{Class, Reason};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use crate::grammar::Place;
use crate::locale::Words;

/// How a table names materials, countries and stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Everyday names and headings in a language.
    In(Lang),
    /// Ids everywhere: material ids, ISO3 codes, column ids. Used for files that no language should change.
    Ids,
}

impl From<Lang> for Naming {
    fn from(lang: Lang) -> Self {
        Naming::In(lang)
    }
}

/// A naming with what it needs to look names up.
pub(crate) struct Names<'a> {
    reference: &'a Reference,
    words: Option<Words>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(reference: &'a Reference, naming: Naming) -> Self {
        let words = match naming {
            Naming::In(lang) => Some(Words::new(lang)),
            Naming::Ids => None,
        };
        Self { reference, words }
    }

    pub(crate) fn words(&self) -> Option<&Words> {
        self.words.as_ref()
    }

    pub(crate) fn material(&self, id: MaterialId) -> String {
        let material = self.reference.materials.get(id);
        match &self.words {
            Some(words) => capitalised(material.display(words.lang())),
            None => material.id.clone(),
        }
    }

    pub(crate) fn country(&self, id: CountryId) -> String {
        let country = self.reference.countries.get(id);
        match &self.words {
            Some(words) => country.name(words.lang()).to_owned(),
            None => country.iso3.clone(),
        }
    }

    /// A country or a bloc by its id; the id itself where ids are asked for.
    pub(crate) fn country_or_bloc(&self, id: &str) -> String {
        self.place(id).map_or_else(|| id.to_owned(), |place| place.name().to_owned())
    }

    /// A country by its ISO3 code or a bloc by its id, for a sentence; `None` if unknown, and where ids are asked for.
    pub(crate) fn place(&self, id: &str) -> Option<Place> {
        let lang = self.words.as_ref()?.lang();
        if let Some(country) = self.reference.countries.by_iso3(id) {
            return Some(Place::country(self.reference.countries.get(country), lang));
        }
        let bloc = self.reference.blocs.iter().find(|bloc| bloc.id == id)?;
        let party = Party { id: bloc.id.clone(), name: bloc.name.clone(), members: bloc.members.clone() };
        Some(Place::party(&party, self.reference, lang))
    }

    pub(crate) fn stage(&self, stage: Stage) -> String {
        match &self.words {
            Some(words) => words.get(stage_word(stage)),
            None => stage.id().to_owned(),
        }
    }

    /// The class of a risk.
    pub(crate) fn risk_class(&self, class: Class) -> String {
        let id = match class {
            Class::High => "high",
            Class::Elevated => "elevated",
            Class::Moderate => "moderate",
            Class::Limited => "limited",
            Class::Negligible => "negligible",
        };
        self.words.as_ref().map_or_else(|| id.to_owned(), |words| words.get(&format!("risk-{id}")))
    }

    /// Why a stop is as likely as it is.
    pub(crate) fn likelihood_reason(&self, reason: Reason) -> String {
        let id = match reason {
            Reason::Given => "given",
            Reason::InForce => "in-force",
            Reason::History => "history",
            Reason::Ally => "ally",
            Reason::Rule => "rule",
            Reason::Unrated => "unrated",
        };
        self.words.as_ref().map_or_else(|| id.to_owned(), |words| words.get(&format!("likelihood-{id}")))
    }
}

/// The message id of a stage's name.
pub(crate) fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Mine => "stage-mine",
        Stage::Refined => "stage-refined",
        Stage::Magnet => "stage-magnet",
    }
}

/// The family of a material in a language; the word of the data where the language has none for it.
pub fn family(kind: &str, lang: Lang) -> String {
    Words::new(lang).find(&format!("kind-{}", kind.replace(' ', "-"))).unwrap_or_else(|| kind.to_owned())
}

/// The name of the package of all measures that are in force or announced.
pub fn announced_package(lang: Lang) -> String {
    Words::new(lang).get("package-announced")
}

/// The name of the package of export controls that are in force.
pub fn controls_package(lang: Lang) -> String {
    Words::new(lang).get("package-controls")
}

/// First letter in upper case, for the start of a row or a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
