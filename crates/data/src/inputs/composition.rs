//! `observations/ree_composition.csv`: what rare-earth ores consist of.

use adit_vocab::observation::CompositionRow;
use adit_vocab::problem::Problem;

use super::csv_table::{Row, read};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/ree_composition.csv";
const COLUMNS: [&str; 7] = ["ore", "country", "location", "element", "pct_of_reo", "source", "locator"];

/// Reads the table in the order of the file.
pub fn composition(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<CompositionRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["ore", "country", "location", "element", "source"]);
        Some(CompositionRow {
            ore: row.text("ore"),
            country: known.country(row, "country"),
            location: row.text("location"),
            element: known.material(row, "element"),
            pct_of_reo: percent(row),
            source: known.source(row, "source"),
            locator: row.text("locator"),
        })
    })
}

fn percent(row: &mut Row<'_>) -> Option<f64> {
    let value = row.amount("pct_of_reo")?;
    if value > 100.0 {
        row.problem("pct_of_reo", "percent between 0 and 100");
    }
    Some(value)
}
