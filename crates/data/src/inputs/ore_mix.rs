//! `observations/ree_ore_mix.csv`: which ore stands for a country's rare-earth output.

use adit_vocab::observation::OreMixRow;
use adit_vocab::problem::Problem;

use super::csv_table::{Row, read};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/ree_ore_mix.csv";
const COLUMNS: [&str; 10] = ["country", "ore", "ore_country", "location", "weight", "low", "high", "source", "locator", "note"];

/// Reads the table in the order of the file.
pub fn ore_mix(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<OreMixRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["country", "ore", "ore_country", "location"]);
        let [weight, low, high] = ["weight", "low", "high"].map(|column| part(row, column));
        if low > high || weight < low || weight > high {
            row.problem("weight", format!("a value within its range, {low} to {high}"));
        }
        Some(OreMixRow {
            country: known.country_or_other(row, "country"),
            ore: row.needed("ore"),
            ore_country: known.country(row, "ore_country"),
            location: row.text("location"),
            weight,
            low,
            high,
            source: known.source(row, "source"),
            locator: row.text("locator"),
            note: row.text("note"),
        })
    })
}

fn part(row: &mut Row<'_>, column: &str) -> f64 {
    let share = row.share(column);
    if row.cell(column).is_empty() {
        row.problem(column, "a share between 0 and 1");
    }
    share.unwrap_or_default()
}
