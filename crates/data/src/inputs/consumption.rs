//! `observations/use.csv`: consumption of countries as published.

use adit_vocab::observation::UseRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/use.csv";
pub(crate) const COLUMNS: [&str; 10] =
    ["material", "country", "year", "tonnes", "kind", "published", "flag", "source", "locator", "note"];

/// Reads the table in the order of the file.
pub fn consumption(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<UseRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "country", "year", "kind", "source", "note"]);
        let kind = row.word("kind");
        let flag = row.word("flag");
        Some(UseRow {
            material: known.material(row, "material"),
            country: known.country(row, "country"),
            year: row.year("year"),
            tonnes: known.tonnes_with_flag(row),
            published: row.text("published"),
            source: known.source(row, "source"),
            locator: row.text("locator"),
            note: row.text("note"),
            kind: kind?,
            flag: flag?,
        })
    })
}
