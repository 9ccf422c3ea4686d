//! `sectors/industries.csv` and `sectors/crosswalk.csv`: industries with value added, and how two classifications meet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The industries.
pub const INDUSTRIES: &str = "sectors/industries.csv";
/// The crosswalk.
pub const CROSSWALK: &str = "sectors/crosswalk.csv";
const INDUSTRY_COLUMNS: [&str; 9] = ["scheme", "code", "name_en", "name_de", "region", "year", "value_added", "unit", "source"];
const CROSSWALK_COLUMNS: [&str; 3] = ["nace2", "bea71", "source"];

/// A classification of industries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// The 71 industries of the US Bureau of Economic Analysis.
    Bea71,
    /// Divisions of NACE Rev. 2.
    Nace2,
}

/// Where an industry's value added was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Region {
    /// The United States.
    USA,
    /// The European Union.
    EU,
}

/// A row of `industries.csv`: one industry in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndustryRow {
    /// Classification.
    pub scheme: Scheme,
    /// Code within it.
    pub code: String,
    /// Name in English.
    pub name_en: String,
    /// Name in German.
    pub name_de: String,
    /// Where.
    pub region: Region,
    /// Calendar year; empty where the source does not state it.
    pub year: Option<i32>,
    /// Value added in `unit`.
    pub value_added: Option<f64>,
    /// Currency and scale, for example `million USD`.
    pub unit: String,
    /// Source id.
    pub source: String,
}

/// A row of `crosswalk.csv`: an industry of one classification within another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkRow {
    /// NACE division.
    pub nace2: String,
    /// BEA industry.
    pub bea71: String,
    /// Source id.
    pub source: String,
}

/// Industries and the crosswalk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sectors {
    /// Industries in the order of the file.
    pub industries: Vec<IndustryRow>,
    /// The crosswalk in the order of the file.
    pub crosswalk: Vec<CrosswalkRow>,
}

/// Reads both tables.
pub fn sectors(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Sectors {
    let mut seen = Seen::default();
    let industries = read(files, INDUSTRIES, &INDUSTRY_COLUMNS, problems, |row| {
        seen.check(row, &["scheme", "code", "region", "year", "source"]);
        let scheme = row.word("scheme");
        let region = row.word("region");
        Some(IndustryRow {
            code: row.needed("code"),
            name_en: row.needed("name_en"),
            name_de: row.needed("name_de"),
            year: if row.cell("year").is_empty() { None } else { Some(row.year("year")) },
            value_added: row.number("value_added"),
            unit: row.text("unit"),
            source: known.source(row, "source"),
            scheme: scheme?,
            region: region?,
        })
    });
    let mut seen = Seen::default();
    let crosswalk = read(files, CROSSWALK, &CROSSWALK_COLUMNS, problems, |row| {
        seen.check(row, &["nace2", "bea71"]);
        let known_code =
            |scheme, code: &str| industries.iter().any(|industry| industry.scheme == scheme && industry.code == code);
        for (column, scheme) in [("nace2", Scheme::Nace2), ("bea71", Scheme::Bea71)] {
            if !known_code(scheme, row.cell(column)) {
                row.problem(column, "a code of sectors/industries.csv");
            }
        }
        Some(CrosswalkRow { nace2: row.text("nace2"), bea71: row.text("bea71"), source: known.source(row, "source") })
    });
    Sectors { industries, crosswalk }
}
