//! Likelihoods of a user's own: a file that is no part of a data directory.

use adit_vocab::likelihood::Override;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::parse_bytes;
use crate::checks::Seen;

use super::purchases::{material, stage, supplier};

/// The columns.
pub const COLUMNS: [&str; 4] = ["supplier", "material", "stage", "probability"];

/// Reads the table in the order of the file; an empty material or stage means all. `file` is its name in messages.
pub fn likelihoods(file: &str, bytes: &[u8], reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Override> {
    let mut seen = Seen::default();
    parse_bytes(file, bytes, &COLUMNS, problems, |row| {
        seen.check(row, &["supplier", "material", "stage"]);
        let supplier = supplier(row, reference);
        let material = if row.cell("material").is_empty() { Some(None) } else { material(row, reference).map(Some) };
        let stage = stage(row, material.flatten(), reference);
        let probability = row.share("probability");
        if row.cell("probability").is_empty() {
            row.problem("probability", "stops in a year, 0 to 1");
        }
        Some(Override { supplier: supplier?, material: material?, stage, probability: probability? })
    })
}
