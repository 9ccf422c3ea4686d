//! `observations/shares.csv`: supplier shares as published.

use adit_vocab::observation::ShareRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/shares.csv";
const COLUMNS: [&str; 9] = ["material", "stage", "scope", "supplier", "share", "bound", "period", "source", "locator"];

/// Reads the table in the order of the file.
pub fn shares(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<ShareRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "stage", "scope", "supplier", "period", "source", "locator"]);
        let stage = row.word("stage");
        let scope = row.word("scope");
        let bound = row.optional_word("bound");
        Some(ShareRow {
            material: known.material(row, "material"),
            supplier: known.country_or_other(row, "supplier"),
            share: row.share("share"),
            period: row.text("period"),
            source: known.source(row, "source"),
            locator: row.text("locator"),
            stage: stage?,
            scope: scope?,
            bound,
        })
    })
}
