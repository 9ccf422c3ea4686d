//! `observations/economy.csv`: size of economies.

use adit_vocab::observation::EconomyRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/economy.csv";
const COLUMNS: [&str; 5] = ["iso3", "year", "gdp_usd", "population", "source"];

/// Reads the table in the order of the file.
pub fn economy(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<EconomyRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["iso3", "year", "source"]);
        Some(EconomyRow {
            iso3: known.country(row, "iso3"),
            year: row.year("year"),
            gdp_usd: row.amount("gdp_usd"),
            population: row.amount("population"),
            source: known.source(row, "source"),
        })
    })
}
