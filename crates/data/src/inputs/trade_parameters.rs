//! `observations/trade_parameters.csv`: how trade policy eases or hinders what an importer buys from a supplier.

use adit_vocab::observation::TradeParameterRow;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/trade_parameters.csv";
const COLUMNS: [&str; 8] = ["importer", "supplier", "material", "stage", "parameter", "source", "locator", "note"];
/// Whatever lies outside is a mistake; the publisher's values run from 0.8 to 1.5.
const PLAUSIBLE: std::ops::RangeInclusive<f64> = 0.1..=10.0;

/// Reads the table in the order of the file.
pub fn trade_parameters(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<TradeParameterRow> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["importer", "supplier", "material", "stage"]);
        let importer = row.needed("importer");
        if reference.blocs.iter().all(|bloc| bloc.id != importer) && reference.countries.by_iso3(&importer).is_none() {
            row.problem("importer", "the id of a bloc, or an ISO3 country code");
        }
        let material = if row.cell("material").is_empty() { String::new() } else { known.material(row, "material") };
        let parameter = row.number("parameter");
        if parameter.is_none_or(|value| !PLAUSIBLE.contains(&value)) {
            row.problem("parameter", format!("a number between {} and {}", PLAUSIBLE.start(), PLAUSIBLE.end()));
        }
        Some(TradeParameterRow {
            importer,
            supplier: known.country(row, "supplier"),
            material,
            stage: row.optional_word("stage"),
            parameter: parameter?,
            source: known.source(row, "source"),
            locator: row.text("locator"),
            note: row.text("note"),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_reference;

    #[test]
    fn the_committed_table_is_plausible() {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = trade_parameters(&files, &reference, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        // Annex 7 of the EU study of 2023: all members 0.8, all others 1 or more
        let eased: Vec<&str> = rows.iter().filter(|row| row.parameter < 1.0).map(|row| row.supplier.as_str()).collect();
        assert_eq!(eased.len(), 27);
        assert!(rows.iter().all(|row| (row.parameter < 1.0) == row.material.is_empty()));
    }
}
