//! `stockpiles.csv`: what is published of public stockpiles.

use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::StockpileRow;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "stockpiles.csv";
const COLUMNS: [&str; 13] = [
    "id",
    "holder",
    "name_en",
    "name_de",
    "material",
    "usd",
    "days",
    "year",
    "source",
    "publisher",
    "published",
    "address",
    "note",
];

/// Reads the table in the order of the file.
pub fn stockpiles(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<StockpileRow> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["id"]);
        let holder = row.needed("holder");
        if reference.countries.by_iso3(&holder).is_none() && !reference.blocs.iter().any(|bloc| bloc.id == holder) {
            row.problem("holder", "an ISO3 country code or the id of a bloc");
        }
        let material = if row.cell("material").is_empty() { String::new() } else { known.material(row, "material") };
        Some(StockpileRow {
            id: row.needed("id"),
            holder,
            name_en: row.needed("name_en"),
            name_de: row.needed("name_de"),
            material,
            usd: row.amount("usd"),
            days: row.amount("days"),
            year: row.optional_year("year"),
            source: known.source(row, "source"),
            publisher: row.text("publisher"),
            published: row.text("published"),
            address: row.text("address"),
            note: row.text("note"),
        })
    })
}
