//! `observations/trade.csv`: bilateral trade by customs code, gross weight.

use adit_vocab::observation::TradeRow;
use adit_vocab::problem::Problem;

use super::csv_table::{Row, read};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/trade.csv";
pub(crate) const COLUMNS: [&str; 8] = ["edition", "code", "year", "exporter", "importer", "value_kusd", "tonnes", "source"];

/// Reads the table in the order of the file.
pub fn trade(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<TradeRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["edition", "code", "year", "exporter", "importer", "source"]);
        codes(row);
        Some(TradeRow {
            edition: row.text("edition"),
            code: row.text("code"),
            year: row.year("year"),
            exporter: known.country(row, "exporter"),
            importer: known.country(row, "importer"),
            value_kusd: row.amount("value_kusd"),
            tonnes: row.amount("tonnes"),
            source: known.source(row, "source"),
        })
    })
}

/// Editions of the Harmonized System that trade is published in.
pub const EDITIONS: [&str; 8] = ["HS92", "HS96", "HS02", "HS07", "HS12", "HS17", "HS22", "CN8"];

/// True for a heading or subheading of the Harmonized System, or a code of the EU's combined nomenclature.
pub fn is_code(code: &str) -> bool {
    matches!(code.len(), 4 | 6 | 8) && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn codes(row: &mut Row<'_>) {
    if !EDITIONS.contains(&row.cell("edition")) {
        row.problem("edition", format!("an edition of the Harmonized System: {}", EDITIONS.join(", ")));
    }
    if !is_code(row.cell("code")) {
        row.problem("code", "a customs code of 4, 6 or 8 digits");
    }
    if row.cell("exporter") == row.cell("importer") {
        row.row_problem("a flow of a country to itself", "two different countries");
    }
    if row.cell("value_kusd").is_empty() && row.cell("tonnes").is_empty() {
        row.row_problem("neither value nor tonnes", "at least one of them; leave the row out otherwise");
    }
}
