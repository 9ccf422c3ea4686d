//! `concordance/customs.csv`: our customs codes in every edition of the Harmonized System.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::problem::Problem;

use super::csv_table::read;
use super::trade::{EDITIONS, is_code};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "concordance/customs.csv";
const COLUMNS: [&str; 8] = ["edition", "code", "from", "to", "file_code", "relation", "note", "source"];

/// A row of `customs.csv`: what stands for a code of ours in some editions of the Harmonized System.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomsRow {
    /// Edition in which a material's file names the code.
    pub edition: String,
    /// Code as the material's file names it.
    pub code: String,
    /// First edition the row speaks of.
    pub from: String,
    /// Last edition the row speaks of.
    pub to: String,
    /// Code in those editions; four digits stand for the whole heading.
    pub file_code: String,
    /// How the two compare.
    pub relation: Relation,
    /// What differs.
    pub note: String,
    /// Source id.
    pub source: String,
}

/// How a code of another edition compares with ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same goods.
    Same,
    /// A part of them; all parts together are the same goods.
    Sum,
    /// More goods than ours: nothing is taken.
    Wider,
    /// Other goods, partly more and partly less: nothing is taken.
    Other,
}

/// Position of an edition of the Harmonized System among all, in time.
pub fn edition_position(edition: &str) -> Option<usize> {
    EDITIONS.iter().filter(|name| name.starts_with("HS")).position(|name| *name == edition)
}

/// Reads the table in the order of the file.
pub fn customs(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<CustomsRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["edition", "code", "from", "file_code"]);
        for column in ["edition", "from", "to"] {
            if edition_position(row.cell(column)).is_none() {
                row.problem(column, "an edition of the Harmonized System: HS92, HS96, HS02, HS07, HS12, HS17, HS22");
            }
        }
        if edition_position(row.cell("from")) > edition_position(row.cell("to")) {
            row.problem("to", "an edition not before `from`");
        }
        for column in ["code", "file_code"] {
            if !is_code(row.cell(column)) || row.cell(column).len() > 6 {
                row.problem(column, "a customs code of 4 or 6 digits");
            }
        }
        let relation = row.word("relation");
        Some(CustomsRow {
            edition: row.text("edition"),
            code: row.text("code"),
            from: row.text("from"),
            to: row.text("to"),
            file_code: row.text("file_code"),
            note: row.text("note"),
            source: known.source(row, "source"),
            relation: relation?,
        })
    })
}
