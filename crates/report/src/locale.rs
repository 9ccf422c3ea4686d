//! Every word people read: messages from `locales/*.ftl`, formatted by Fluent.

use std::sync::OnceLock;

use adit_vocab::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const EN: [&str; 2] = [include_str!("../locales/en.ftl"), include_str!("../locales/en_page.ftl")];
const DE: [&str; 2] = [include_str!("../locales/de.ftl"), include_str!("../locales/de_page.ftl")];

/// The messages of both languages, read once.
static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [OnceLock::new(), OnceLock::new()];

/// The messages of one language.
pub struct Words {
    lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the messages of a language.
    pub fn new(lang: Lang) -> Self {
        let (place, texts) = match lang {
            Lang::En => (0, EN),
            Lang::De => (1, DE),
        };
        let bundle = BUNDLES[place].get_or_init(|| {
            let language: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // Isolation marks would end up in file names, attributes and SVG text.
            bundle.set_use_isolating(false);
            for text in texts {
                // A message that does not parse is left out here and found by the tests.
                let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
                bundle.add_resource_overriding(resource);
            }
            bundle
        });
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without variables.
    pub fn get(&self, id: &str) -> String {
        self.say(id, &Args::default())
    }

    /// A message that not every id has, such as the short form of a heading.
    pub fn find(&self, id: &str) -> Option<String> {
        self.bundle.has_message(id).then(|| self.get(id))
    }

    /// A message with its variables. An unknown message shows as `⟦id⟧`, so that no test can miss it.
    pub fn say(&self, id: &str, args: &Args) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("⟦{id}⟧");
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args.0), &mut errors);
        debug_assert!(errors.is_empty(), "message `{id}`: {errors:?}");
        // "in dem Irak" is said "im Irak"; no message holds the words apart from a country's name
        text.replace("in dem ", "im ").replace("von dem ", "vom ")
    }
}

/// Variables of a message.
#[derive(Default)]
pub struct Args(FluentArgs<'static>);

impl Args {
    /// No variables yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.set(name, FluentValue::from(value.into()));
        self
    }

    /// Adds a count, from which the message picks its plural form.
    #[must_use]
    pub fn count(mut self, name: &'static str, value: usize) -> Self {
        self.0.set(name, FluentValue::from(value));
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(text: &str) -> BTreeSet<String> {
        text.lines()
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn both_languages_parse_and_have_the_same_messages() {
        for text in EN.into_iter().chain(DE) {
            let parsed = FluentResource::try_new(text.to_owned());
            assert!(parsed.is_ok(), "{:?}", parsed.err().map(|(_, errors)| errors));
        }
        for (en, de) in EN.into_iter().zip(DE) {
            assert_eq!(ids(en), ids(de));
        }
    }

    #[test]
    fn no_message_stands_twice() {
        for text in [EN.concat(), DE.concat()] {
            let count =
                text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =")).count();
            assert_eq!(count, ids(&text).len());
        }
    }

    #[test]
    fn every_parameter_has_a_word() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let files: [&[&str]; 5] = [
                adit_vocab::parameters::Parameters::NAMES,
                adit_vocab::losses::LossParameters::NAMES,
                adit_vocab::likelihood::LikelihoodParameters::NAMES,
                adit_vocab::stockpile::StockpileParameters::NAMES,
                adit_vocab::years::YearParameters::NAMES,
            ];
            for name in files.into_iter().flatten() {
                assert!(words.find(&format!("parameter-{}", name.replace('_', "-"))).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn a_count_picks_its_form() {
        let words = Words::new(Lang::De);
        assert_eq!(words.say("materials-n", &Args::new().count("n", 1)), "ein Rohstoff");
        assert_eq!(words.say("materials-n", &Args::new().count("n", 3)), "3 Rohstoffe");
    }

    #[test]
    fn an_unknown_message_shows() {
        assert_eq!(Words::new(Lang::En).get("nothing-of-the-kind"), "⟦nothing-of-the-kind⟧");
    }
}
