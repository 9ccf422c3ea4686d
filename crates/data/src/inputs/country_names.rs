//! `concordance/country_names.csv`: names and codes that publishers use for countries, besides those of `countries.csv`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "concordance/country_names.csv";
const COLUMNS: [&str; 2] = ["name", "iso3"];

/// A row of `country_names.csv`: how a publisher writes a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountryNameRow {
    /// Name or code as printed.
    pub name: String,
    /// ISO3. Two names of one country in one table add up.
    pub iso3: String,
}

/// Reads the table in the order of the file.
pub fn country_names(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<CountryNameRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["name"]);
        Some(CountryNameRow { name: row.needed("name"), iso3: known.country(row, "iso3") })
    })
}
