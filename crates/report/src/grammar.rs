//! Countries and blocs inside a sentence: article, case and number.

use adit_vocab::country::{Country, Party};
use adit_vocab::lang::Lang;
use adit_vocab::reference::Reference;

use crate::locale::Args;
use crate::naming::capitalised;

/// A place as the grammar sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    lang: Lang,
    name: String,
    article: String,
    plural: bool,
    /// True if the name takes endings after an article; the names of blocs are quoted as they are.
    declines: bool,
}

impl Place {
    /// A country.
    pub fn country(country: &Country, lang: Lang) -> Self {
        let article = match lang {
            Lang::De => country.de_article.clone(),
            Lang::En => country.en_article.clone(),
        };
        Self {
            lang,
            name: country.name(lang).to_owned(),
            article,
            plural: lang == Lang::De && country.de_plural == 1,
            declines: true,
        }
    }

    /// A party: one country, or a bloc. Blocs are feminine in German (die Europäische Union, die G7, die Gruppe).
    pub fn party(party: &Party, reference: &Reference, lang: Lang) -> Self {
        if let Some(country) = party.country() {
            return Self::country(reference.countries.get(country), lang);
        }
        let name = party.name.get(lang);
        let known = ["EU", "G7", "ALLIANCE"].contains(&party.id.as_str());
        let (name, article) = match (lang, known) {
            // a name that needs no ending: “der Allianz vom Februar 2026”
            (Lang::De, true) if party.id == "ALLIANCE" => (name.to_owned(), "die"),
            // The short form, because “Europäische Union” and “Siebenergruppe” would have to be declined.
            (Lang::De, true) => (party.id.clone(), "die"),
            (Lang::De, false) => (format!("Gruppe „{name}“"), "die"),
            (Lang::En, true) if party.id == "G7" => ("G7".to_owned(), "the"),
            (Lang::En, true) => (name.to_owned(), "the"),
            (Lang::En, false) => (format!("group “{name}”"), "the"),
        };
        Self { lang, name, article: article.to_owned(), plural: false, declines: false }
    }

    /// The bare name, for labels: `USA`, `United States`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True if the verb stands in the plural.
    pub fn is_plural(&self) -> bool {
        self.plural
    }

    /// Who acts: `die USA`, `the United States`.
    pub fn subject(&self) -> String {
        self.with(&self.article)
    }

    /// After `über`, `für`, `gegen`: `die USA`, `den Irak`.
    pub fn accusative(&self) -> String {
        self.with(if self.lang == Lang::De && self.article == "der" { "den" } else { &self.article })
    }

    /// After `aus`, `in`, `mit`: `den USA`, `der DR Kongo`, `dem Irak`.
    pub fn dative(&self) -> String {
        if self.lang == Lang::En {
            return self.subject();
        }
        match (self.article.as_str(), self.plural) {
            ("", _) => self.name.clone(),
            (_, true) => format!("den {}", self.declined(true)),
            ("die", false) => format!("der {}", self.declined(false)),
            _ => self.with("dem"),
        }
    }

    /// Whose: `Chinas`, `der USA`, `des Irak`; English `China’s`, `the United States’`.
    pub fn genitive(&self) -> String {
        let ends_in_s = self.name.ends_with(['s', 'x', 'z', 'ß']);
        match (self.lang, self.article.as_str()) {
            (Lang::En, _) => format!("{}{}", self.subject(), if self.name.ends_with('s') { "’" } else { "’s" }),
            (Lang::De, "") if ends_in_s => format!("{}’", self.name),
            (Lang::De, "") => format!("{}s", self.name),
            (Lang::De, "die") => format!("der {}", self.declined(false)),
            (Lang::De, _) => self.with("des"),
        }
    }

    /// Adds the forms to the variables of a message: `NAME`, `NAME-cap`, `NAME-acc`, `NAME-dat`, `NAME-gen`, `NAME-num`.
    pub fn put(&self, args: Args, role: Role) -> Args {
        let [name, cap, acc, dat, gen_, bare, num] = match role {
            Role::Asker => ["asker", "asker-cap", "asker-acc", "asker-dat", "asker-gen", "asker-name", "asker-num"],
            Role::Feared => ["feared", "feared-cap", "feared-acc", "feared-dat", "feared-gen", "feared-name", "feared-num"],
        };
        args.text(name, self.subject())
            .text(cap, capitalised(&self.subject()))
            .text(acc, self.accusative())
            .text(dat, self.dative())
            .text(gen_, self.genitive())
            .text(bare, self.name.clone())
            .text(num, if self.plural { "many" } else { "one" })
    }

    /// Weak declension after an article: adjectives before the noun take an -n (`Dominikanischen Republik`, `Vereinigten
    /// Arabischen Emirate`), and in the dative plural so does a noun in -e (`Niederlanden`, `Emiraten`).
    fn declined(&self, dative_plural: bool) -> String {
        if !self.declines {
            return self.name.clone();
        }
        let words: Vec<&str> = self.name.split(' ').collect();
        let last = words.len() - 1;
        let word = |(i, word): (usize, &&str)| {
            let takes = word.ends_with('e') && (i < last || dative_plural);
            if takes { format!("{word}n") } else { (*word).to_owned() }
        };
        words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
    }

    fn with(&self, article: &str) -> String {
        if article.is_empty() { self.name.clone() } else { format!("{article} {}", self.name) }
    }
}

/// The part a place plays in the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who asks.
    Asker,
    /// Which supplier is feared.
    Feared,
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Text;

    use super::*;

    fn place(name: &str, article: &str, plural: bool) -> Place {
        Place { lang: Lang::De, name: name.to_owned(), article: article.to_owned(), plural, declines: true }
    }

    #[test]
    fn german_cases() {
        let usa = place("USA", "die", true);
        assert_eq!(
            (usa.accusative().as_str(), usa.dative().as_str(), usa.genitive().as_str()),
            ("die USA", "den USA", "der USA")
        );
        let congo = place("DR Kongo", "die", false);
        assert_eq!((congo.dative().as_str(), congo.genitive().as_str()), ("der DR Kongo", "der DR Kongo"));
        let iraq = place("Irak", "der", false);
        assert_eq!(
            (iraq.accusative().as_str(), iraq.dative().as_str(), iraq.genitive().as_str()),
            ("den Irak", "dem Irak", "des Irak")
        );
        let china = place("China", "", false);
        assert_eq!(
            (china.accusative().as_str(), china.dative().as_str(), china.genitive().as_str()),
            ("China", "China", "Chinas")
        );
        assert_eq!(place("Laos", "", false).genitive(), "Laos’");
    }

    #[test]
    fn names_with_adjectives_and_plurals_are_declined() {
        assert_eq!(place("Niederlande", "die", true).dative(), "den Niederlanden");
        assert_eq!(place("Vereinigte Arabische Emirate", "die", true).dative(), "den Vereinigten Arabischen Emiraten");
        assert_eq!(place("Vereinigte Arabische Emirate", "die", true).genitive(), "der Vereinigten Arabischen Emirate");
        assert_eq!(place("Dominikanische Republik", "die", false).genitive(), "der Dominikanischen Republik");
        assert_eq!(place("USA", "die", true).dative(), "den USA");
    }

    #[test]
    fn blocs_go_by_their_short_names() {
        let reference = Reference::default();
        let said = |id: &str, name: &str, lang| {
            let name = Text { en: name.to_owned(), de: name.to_owned() };
            Place::party(&Party { id: id.to_owned(), name, members: Vec::new() }, &reference, lang).dative()
        };
        assert_eq!(said("EU", "Europäische Union", Lang::De), "der EU");
        assert_eq!(said("G7", "Siebenergruppe (G7)", Lang::De), "der G7");
        assert_eq!(said("G7", "Group of Seven", Lang::En), "the G7");
        assert_eq!(said("EU", "European Union", Lang::En), "the European Union");
        assert_eq!(said("ALLIANCE", "Allianz vom Februar 2026", Lang::De), "der Allianz vom Februar 2026");
        assert_eq!(said("ALLIANCE", "Alliance of February 2026", Lang::En), "the Alliance of February 2026");
        assert_eq!(said("baltics", "baltics", Lang::De), "der Gruppe „baltics“");
    }

    #[test]
    fn english_possessive() {
        let states = Place { lang: Lang::En, name: "United States".into(), article: "the".into(), plural: false, declines: true };
        assert_eq!(states.genitive(), "the United States’");
        assert_eq!(states.dative(), "the United States");
    }
}
