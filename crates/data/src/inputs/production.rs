//! `observations/production.csv`: output by country as published.

use adit_vocab::observation::ProductionRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/production.csv";
pub(crate) const COLUMNS: [&str; 11] =
    ["material", "stage", "kind", "country", "year", "tonnes", "published", "flag", "source", "locator", "note"];

/// Reads the table in the order of the file.
pub fn production(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<ProductionRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "stage", "kind", "country", "year", "source", "note"]);
        let stage = row.word("stage");
        let kind = row.word("kind");
        let flag = row.word("flag");
        Some(ProductionRow {
            material: known.material(row, "material"),
            country: known.country_or_other(row, "country"),
            year: row.year("year"),
            tonnes: known.tonnes_with_flag(row),
            published: row.text("published"),
            source: known.source(row, "source"),
            locator: row.text("locator"),
            note: row.text("note"),
            stage: stage?,
            kind: kind?,
            flag: flag?,
        })
    })
}
