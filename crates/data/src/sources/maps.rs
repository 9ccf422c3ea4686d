//! What importers look things up in: names of countries, tables of publishers, customs codes.

use std::collections::{BTreeMap, HashMap};

use adit_vocab::lookup::fold;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use crate::checks::Known;
use crate::files::FileSet;
use crate::inputs::customs::{CustomsRow, customs, edition_position};
use crate::inputs::publications::{PublicationRow, Publisher, publications};
use crate::inputs::{country_names, governance, settings};

/// A customs code that a material's file names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OurCode {
    /// Edition of the Harmonized System.
    pub edition: String,
    /// Four or six digits.
    pub code: String,
}

/// Look-up tables, made once.
pub struct Maps {
    /// ISO3 by folded name or code.
    places: HashMap<String, String>,
    /// Tables by publisher, folded chapter and folded detail.
    publications: HashMap<(Publisher, String, String), Vec<PublicationRow>>,
    /// All tables in the order of the file.
    pub entries: Vec<PublicationRow>,
    /// What stands for a code of ours, in all editions.
    customs: HashMap<OurCode, Vec<CustomsRow>>,
    /// Customs codes of the materials; true: the file of some material marks the code as missing.
    pub codes: BTreeMap<OurCode, bool>,
    /// ISO3 of codes that BACI uses instead.
    pub baci: HashMap<String, String>,
    /// Year the baseline stands for.
    pub base_year: i32,
    /// First year that the governance table holds.
    pub first_governance_year: i32,
}

impl Maps {
    /// Reads the concordance files and the names of countries. A data directory without concordance files, from a time
    /// before there were any, is read with those inside the program.
    pub fn read(files: &FileSet, reference: &Reference) -> Result<Self, Vec<Problem>> {
        let inside = FileSet::embedded();
        let own = |name: &str| if files.has(name) { files } else { &inside };
        let known = Known::new(reference);
        let mut problems = Vec::new();
        let entries = publications(own(crate::inputs::publications::FILE), &known, &mut problems);
        let customs_rows = customs(own(crate::inputs::customs::FILE), &known, &mut problems);
        let names = country_names::country_names(own(country_names::FILE), &known, &mut problems);
        let governance = governance::governance(files, &known, &mut problems);
        let base_year = match settings::read_settings(files) {
            Ok(settings) => settings.base_year,
            Err(mut found) => {
                problems.append(&mut found);
                0
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut places = HashMap::new();
        for (_, country) in reference.countries.iter() {
            for name in country.names().filter(|name| !name.is_empty()) {
                places.insert(fold(name), country.iso3.clone());
            }
        }
        places.extend(names.into_iter().map(|row| (fold(&row.name), row.iso3)));
        let mut publications: HashMap<_, Vec<PublicationRow>> = HashMap::new();
        for entry in &entries {
            let key = (entry.publisher, fold(&entry.chapter), fold(&entry.detail));
            publications.entry(key).or_default().push(entry.clone());
        }
        let mut customs: HashMap<OurCode, Vec<CustomsRow>> = HashMap::new();
        for row in customs_rows {
            let ours = OurCode { edition: row.edition.clone(), code: row.code.clone() };
            customs.entry(ours).or_default().push(row);
        }
        let mut codes = BTreeMap::new();
        for (_, material) in reference.materials.iter() {
            for code in material.trade.iter().filter(|code| edition_position(&code.edition).is_some()) {
                let ours = OurCode { edition: code.edition.clone(), code: code.code.clone() };
                *codes.entry(ours).or_default() |= code.missing;
            }
        }
        let mut baci = HashMap::new();
        for (_, country) in reference.countries.iter() {
            for code in country.baci.split(';').map(str::trim).filter(|code| !code.is_empty()) {
                baci.insert(code.to_owned(), country.iso3.clone());
            }
        }
        let first_governance_year = governance.iter().map(|row| row.year).min().unwrap_or(base_year);
        Ok(Maps { places, publications, entries, customs, codes, baci, base_year, first_governance_year })
    }

    /// ISO3 of a country by a name or code in any language.
    pub fn place(&self, name: &str) -> Option<&str> {
        self.places.get(&fold(name)).map(String::as_str)
    }

    /// What stands for a code of ours, in all editions.
    pub fn customs_of(&self, ours: &OurCode) -> &[CustomsRow] {
        self.customs.get(ours).map_or(&[], Vec::as_slice)
    }

    /// What a table of a publisher is for us; empty if it is nothing.
    pub fn entries_of(&self, publisher: Publisher, chapter: &str, detail: &str) -> &[PublicationRow] {
        self.publications.get(&(publisher, fold(chapter), fold(detail))).map_or(&[], Vec::as_slice)
    }
}
