//! A package made of some of the instruments of the one that has them all.

use adit_data::{package_text, shipped_packages};
use adit_vocab::lang::Text;
use adit_vocab::policy::Package;
use adit_vocab::problem::Problem;

use crate::session::{Problems, Session};

/// The package that has all instruments.
const ALL: &str = "together";
/// The word used for the choice.
const CHOSEN: &str = "chosen";

impl Session {
    /// Instruments that can be chosen, in the order of the package that has them all.
    pub fn instruments(&self) -> Result<Vec<String>, Problems> {
        let mut ids: Vec<String> = Vec::new();
        for measure in self.all_instruments()?.measure {
            if !ids.contains(&measure.instrument) {
                ids.push(measure.instrument);
            }
        }
        Ok(ids)
    }

    /// The measures of some instruments, on the terms of the package that has them all; `place` is where they were typed.
    pub fn package_chosen(&self, instruments: &[String], place: &str) -> Result<Package, Problems> {
        let known = self.instruments()?;
        let unknown = instruments.iter().filter(|id| !known.contains(id));
        let problems: Problems =
            unknown.map(|id| Problem::new("command line", place, format!("`{id}` is not known"), known.join(", "))).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut text = self.all_instruments()?;
        text.measure.retain(|measure| instruments.contains(&measure.instrument));
        text.name = Text { en: "your choice".to_owned(), de: "Ihre Auswahl".to_owned() };
        self.package_checked(CHOSEN, &text, ALL)
    }

    fn all_instruments(&self) -> Result<adit_vocab::policy::PackageText, Problems> {
        let shipped = shipped_packages();
        let found = shipped.iter().find(|package| package.id == ALL);
        let missing = || vec![Problem::new("scenarios", ALL, "nothing", "the package that has all instruments")];
        let package = found.ok_or_else(missing)?;
        match package_text(&package.file, &package.bytes) {
            (Some(text), problems) if problems.is_empty() => Ok(text),
            (_, problems) => Err(problems),
        }
    }
}
