//! A question in one language: the result with its words, names and sources. What every section and chart reads.

use std::collections::BTreeMap;

use adit_analysis::exposure::{Exposure, MaterialExposure};
use adit_vocab::baseline::Baseline;
use adit_vocab::country::CountryId;
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::source::{Ship, Source};

use crate::briefing::BriefingInput;
use crate::findings::{Findings, findings};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::capitalised;
use crate::numbers;

/// Sources named in the line under a figure; the rest stands in the list at the end.
const NAMED_SOURCES: usize = 3;

/// The publisher of a collection of single facts, in `sources.csv`.
const VARIOUS: &str = "various";

/// The source of the outlines of countries.
const OUTLINES: &str = "natural_earth";

/// A result, ready to be told in one language.
pub struct Context<'a> {
    /// What the briefing was given.
    pub input: &'a BriefingInput<'a>,
    /// Countries, materials, sources.
    pub reference: &'a Reference,
    /// The year in balance.
    pub baseline: &'a Baseline,
    /// The result.
    pub exposure: &'a Exposure,
    /// What stands out in it.
    pub findings: Findings,
    /// Words of the language.
    pub words: Words,
    /// Sources used, most used first.
    pub sources: Vec<&'a Source>,
    asker: Place,
    feared: Place,
}

impl<'a> Context<'a> {
    /// Reads the result for one language.
    pub fn new(input: &'a BriefingInput<'a>, lang: Lang) -> Self {
        let BriefingInput { reference, baseline, exposure, .. } = *input;
        Self {
            input,
            reference,
            baseline,
            exposure,
            findings: findings(reference, baseline, exposure),
            words: Words::new(lang),
            sources: all_sources(input),
            asker: Place::party(&exposure.importer, reference, lang),
            feared: Place::country(reference.countries.get(exposure.against), lang),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The variables of the question: both places in all cases, and the year.
    pub fn args(&self) -> Args {
        let args = Args::new().text("year", self.exposure.year.to_string());
        self.feared.put(self.asker.put(args, Role::Asker), Role::Feared)
    }

    /// A message that knows the question and nothing else.
    pub fn say(&self, id: &str) -> String {
        self.words.say(id, &self.args())
    }

    /// A message that knows the question and a count.
    pub fn say_n(&self, id: &str, n: usize) -> String {
        self.words.say(id, &self.args().count("n", n))
    }

    /// A material's name at the start of a row or sentence.
    pub fn material_name(&self, id: MaterialId) -> String {
        capitalised(self.material_word(id))
    }

    /// A material's name inside a sentence.
    pub fn material_word(&self, id: MaterialId) -> &'a str {
        self.reference.materials.get(id).display(self.lang())
    }

    /// The variables of the question and a material's name: as it stands, and after `an`, `bei`, `mit`.
    pub fn material_args(&self, id: MaterialId) -> Args {
        let name = self.material_word(id);
        let dative = self.words.find(&format!("dative-{}", self.reference.materials.get(id).id.replace('_', "-")));
        self.args().text("material", name).text("material-dat", dative.unwrap_or_else(|| name.to_owned()))
    }

    /// A country's name as a label.
    pub fn country_name(&self, id: CountryId) -> String {
        self.reference.countries.get(id).name(self.lang()).to_owned()
    }

    /// A country in the grammar of the language.
    pub fn place(&self, id: CountryId) -> Place {
        Place::country(self.reference.countries.get(id), self.lang())
    }

    /// A country as the one who acts.
    pub fn country_subject(&self, id: CountryId) -> String {
        self.place(id).subject()
    }

    /// A share with its sign.
    pub fn percent(&self, share: f64) -> String {
        numbers::percent(share, self.lang())
    }

    /// A share inside a sentence: `less than 1%` instead of a sign.
    pub fn percent_said(&self, share: f64) -> String {
        let text = self.percent(share);
        let said = |id: &str, value: &str| self.words.say(id, &Args::new().text("value", value));
        match text.split_at_checked(1) {
            Some(("<", value)) => said("less-than", value),
            Some((">", value)) => said("more-than", value),
            _ => text,
        }
    }

    /// A share as part of a whole inside a sentence: `none` instead of 0 percent.
    pub fn part_said(&self, share: f64) -> String {
        if share < numbers::ZERO_SHARE {
            return self.words.get("part-none");
        }
        self.words.say("part-of-it", &Args::new().text("share", self.percent_said(share)))
    }

    /// The name of the group a material belongs to, if any.
    pub fn group_name(&self, id: MaterialId) -> Option<String> {
        let group = &self.reference.materials.get(id).group;
        let group_id = self.reference.materials.by_id(group)?;
        Some(self.material_word(group_id).to_owned())
    }

    /// The result of one material.
    pub fn entry(&self, id: MaterialId) -> Option<&'a MaterialExposure> {
        self.exposure.materials.iter().find(|entry| entry.material == id)
    }

    /// True if the United States ask: then what they publish about themselves is shown.
    pub fn asked_by_us(&self) -> bool {
        self.exposure.importer.id == "USA"
    }

    /// The line under every figure.
    pub fn source_line(&self) -> String {
        source_line(&self.words, &self.sources)
    }

    /// The line that says where an exported picture comes from and what may be done with it: data keeps the licence of
    /// its publisher. Sources of which only single facts are cited have none to pass on.
    pub fn licence_line(&self) -> String {
        let mut named: Vec<String> = Vec::new();
        for source in &self.sources {
            let name = format!("{} ({})", source.publisher, source.licence);
            if source.publisher != "Adit" && source.ship != Ship::Cite && !named.contains(&name) {
                named.push(name);
            }
        }
        let input = self.input;
        let args = Args::new().text("version", input.version).text("edition", input.data_edition);
        if named.is_empty() {
            return self.words.say("chart-licence", &args);
        }
        self.words.say("chart-licence-data", &args.text("sources", named.join(", ")))
    }
}

/// The line under a figure that rests on these sources, most used first.
pub fn source_line(words: &Words, sources: &[&Source]) -> String {
    let mut named: Vec<String> = Vec::new();
    for source in sources {
        let year = source.year.map_or_else(String::new, |year| format!(" {year}"));
        // a collection of single facts has no one publisher
        let publisher = if source.publisher == VARIOUS { words.get("source-reports") } else { source.publisher.clone() };
        let name = format!("{publisher}{year}");
        if source.publisher != "Adit" && !named.contains(&name) {
            named.push(name);
        }
    }
    named.truncate(NAMED_SOURCES);
    if named.is_empty() {
        named.push("Adit".to_owned());
    }
    words.say("source-line", &Args::new().text("sources", named.join("; ")))
}

/// Sources of what is shown, those of the balance first.
fn all_sources<'a>(input: &BriefingInput<'a>) -> Vec<&'a Source> {
    let mut list = sources(input.reference, input.baseline, input.exposure);
    let of_pathways = input.pathways.iter().flat_map(|part| &part.sources).filter_map(|id| input.reference.source(id));
    for source in outlines(input).into_iter().chain(of_pathways) {
        if list.iter().all(|known| known.id != source.id) {
            list.push(source);
        }
    }
    list
}

/// The source of the map, where there is one.
fn outlines<'a>(input: &BriefingInput<'a>) -> Option<&'a Source> {
    if input.geometry.outlines.is_empty() { None } else { input.reference.source(OUTLINES) }
}

/// Sources behind the balance of the materials asked for, by the number of figures that rest on them; then those of the
/// published US facts.
fn sources<'a>(reference: &'a Reference, baseline: &Baseline, exposure: &Exposure) -> Vec<&'a Source> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let mut note = |basis: &str| {
        // A basis is a source id with a word on how, sometimes several: `usgs_mcs2026; baci_v202601, value over price`.
        for word in basis.split([' ', ';', ',']) {
            if let Some(source) = reference.source(word) {
                *used.entry(source.id.as_str()).or_default() += 1;
            }
        }
    };
    for entry in &exposure.materials {
        for balance in baseline.market(entry.material).iter().flat_map(|market| &market.stages) {
            balance.nodes.iter().flat_map(|node| &node.items).for_each(|(_, datum)| note(&datum.basis));
            balance.flows.iter().for_each(|flow| note(&flow.datum.basis));
        }
        if exposure.importer.id == "USA"
            && let Some(us) = &reference.materials.get(entry.material).united_states
            && let Some(figure) = &us.net_import_reliance
        {
            note(&figure.source);
        }
    }
    let mut list: Vec<(&str, usize)> = used.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    list.into_iter().filter_map(|(id, _)| reference.source(id)).collect()
}
