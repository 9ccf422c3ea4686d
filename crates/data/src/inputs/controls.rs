//! `controls.csv`: exports that need a permit, are limited or banned today.

use adit_vocab::likelihood::Control;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::read;
use super::events::SINGLE_FACTS;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "controls.csv";
const COLUMNS: [&str; 11] =
    ["by", "material", "stage", "kind", "since", "suspended_until", "source", "publisher", "published", "address", "note"];

/// Reads the table in the order of the file.
pub fn controls(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Control> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["by", "material", "stage", "kind"]);
        let kind = row.word("kind");
        let stage = row.optional_word("stage");
        row.needed("since");
        if known.source(row, "source") == SINGLE_FACTS {
            for column in ["publisher", "published", "address"] {
                row.needed(column);
            }
        }
        let by = reference.countries.by_iso3(&known.country(row, "by"));
        let material = reference.materials.by_id(&known.material(row, "material"));
        Some(Control { by: by?, material: material?, stage, kind: kind?, suspended: !row.cell("suspended_until").is_empty() })
    })
}
