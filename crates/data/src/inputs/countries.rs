//! `countries.csv`: places with their codes and names.

use adit_vocab::country::{Countries, Country};
use adit_vocab::problem::Problem;

use super::csv_table::{Row, read};
use crate::checks::Seen;
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "countries.csv";
const COLUMNS: [&str; 14] = [
    "iso3",
    "iso2",
    "m49",
    "name_en",
    "name_de",
    "aliases",
    "baci",
    "region",
    "lon",
    "lat",
    "eu27",
    "de_article",
    "de_plural",
    "en_article",
];

/// Reads the table.
pub fn countries(files: &FileSet, problems: &mut Vec<Problem>) -> Countries {
    let mut seen = Seen::default();
    Countries::new(read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["iso3"]);
        code(row, "iso3", 3, |c| c.is_ascii_uppercase(), "three capital letters");
        code(row, "iso2", 2, |c| c.is_ascii_uppercase(), "two capital letters");
        code(row, "m49", 3, |c| c.is_ascii_digit(), "three digits");
        Some(Country {
            iso3: row.needed("iso3"),
            iso2: row.text("iso2"),
            m49: row.text("m49"),
            name_en: row.needed("name_en"),
            name_de: row.needed("name_de"),
            aliases: row.text("aliases"),
            baci: row.text("baci"),
            region: row.text("region"),
            lon: within(row, "lon", 180.0),
            lat: within(row, "lat", 90.0),
            eu27: u8::from(row.flag("eu27")),
            de_article: row.text("de_article"),
            de_plural: u8::from(row.flag("de_plural")),
            en_article: row.text("en_article"),
        })
    }))
}

/// A code of fixed length; ISO2 and M49 may be absent.
fn code(row: &mut Row<'_>, column: &str, length: usize, allowed: impl Fn(char) -> bool, expected: &str) {
    let cell = row.cell(column);
    if (!cell.is_empty() || column == "iso3") && (cell.chars().count() != length || !cell.chars().all(allowed)) {
        row.problem(column, expected);
    }
}

fn within(row: &mut Row<'_>, column: &str, limit: f64) -> Option<f64> {
    let value = row.number(column)?;
    if value.abs() > limit {
        row.problem(column, format!("degrees between -{limit} and {limit}"));
    }
    Some(value)
}
