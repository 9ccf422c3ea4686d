//! `blocs.csv`: groups of countries, one row a member.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::country::{Bloc, Countries, CountryId};
use adit_vocab::lang::Text;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Seen, nearest};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "blocs.csv";
const COLUMNS: [&str; 6] = ["bloc", "name_en", "name_de", "aliases", "iso3", "note"];

/// A row of `blocs.csv`: one member of one bloc.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlocRow {
    /// Short id of the bloc.
    pub bloc: String,
    /// Name in English.
    pub name_en: String,
    /// Name in German.
    pub name_de: String,
    /// Other names people type, separated by semicolons.
    pub aliases: String,
    /// ISO3 of the member.
    pub iso3: String,
    /// What to know.
    pub note: String,
}

/// Reads the table, ordered by id, members in the order of [`Countries`].
pub fn blocs(files: &FileSet, countries: &Countries, problems: &mut Vec<Problem>) -> Vec<Bloc> {
    let mut seen = Seen::default();
    let rows = read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["bloc", "iso3"]);
        let iso3 = row.cell("iso3");
        let member = countries.by_iso3(iso3);
        if member.is_none() {
            let names = countries.iter().map(|(_, country)| (country.iso3.as_str(), country.iso3.as_str()));
            row.problem("iso3", format!("an ISO3 country code{}", nearest(iso3, names)));
        }
        let name = Text { en: row.needed("name_en"), de: row.needed("name_de") };
        Some((row.needed("bloc"), name, row.text("aliases"), member?))
    });
    let mut blocs: BTreeMap<String, (Text, String, Vec<CountryId>)> = BTreeMap::new();
    for (id, name, aliases, member) in rows {
        blocs.entry(id).or_insert_with(|| (name, aliases, Vec::new())).2.push(member);
    }
    let bloc = |(id, (name, aliases, mut members)): (String, (Text, String, Vec<CountryId>))| {
        members.sort();
        members.dedup();
        Bloc { id, name, aliases, members }
    };
    blocs.into_iter().map(bloc).collect()
}
