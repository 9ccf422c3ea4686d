//! `observations/world.csv`: world totals as published.

use adit_vocab::observation::WorldRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/world.csv";
pub(crate) const COLUMNS: [&str; 12] =
    ["material", "stage", "kind", "year", "tonnes", "low", "high", "published", "flag", "source", "locator", "note"];

/// Reads the table in the order of the file.
pub fn world(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<WorldRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "stage", "kind", "year", "source", "note"]);
        known.range(row);
        let stage = row.word("stage");
        let kind = row.word("kind");
        let flag = row.word("flag");
        Some(WorldRow {
            material: known.material(row, "material"),
            year: row.year("year"),
            tonnes: known.tonnes_with_flag(row),
            low: row.amount("low"),
            high: row.amount("high"),
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
