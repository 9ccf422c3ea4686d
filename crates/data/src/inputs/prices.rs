//! `observations/prices.csv`: yearly average prices as published.

use adit_vocab::observation::PriceRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/prices.csv";
pub(crate) const COLUMNS: [&str; 9] =
    ["material", "stage", "year", "usd_per_t", "published", "series", "source", "locator", "note"];

/// Reads the table in the order of the file.
pub fn prices(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<PriceRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "stage", "year", "series", "source", "note"]);
        let stage = row.word("stage");
        Some(PriceRow {
            material: known.material(row, "material"),
            year: row.year("year"),
            usd_per_t: row.amount("usd_per_t"),
            published: row.text("published"),
            series: row.text("series"),
            source: known.source(row, "source"),
            locator: row.text("locator"),
            note: row.text("note"),
            stage: stage?,
        })
    })
}
