//! BGS World Mineral Statistics: an export as CSV, a row for each commodity, country and year.

use std::collections::BTreeMap;

use adit_vocab::problem::Problem;

use super::cells::{Wanted, csv_rows, text, year};
use super::harvest::{Harvest, Left, LeftWhat};
use super::maps::Maps;
use super::output::{Figure, Output, Place};
use super::push;
use super::quantity::{LARGEST, Printed, printed, tonnes_in};
use crate::inputs::publications::{Publisher, Target};

const COMMODITY: usize = 0;
const SUB: usize = 1;
const STATISTIC: usize = 2;
const COUNTRY: usize = 3;
const ISO3: usize = 4;
const YEAR: usize = 5;
const QUANTITY: usize = 6;
const UNIT: usize = 7;
const STATUS: usize = 8;

const COLUMNS: [Wanted; 9] = [
    Wanted { name: "commodity", called: &["bgscommoditytrans", "bgscommodity", "commodity"], needed: true },
    Wanted { name: "sub commodity", called: &["bgssubcommoditytrans", "bgssubcommodity", "subcommodity"], needed: false },
    Wanted {
        name: "statistic type",
        called: &["bgsstatistictypetrans", "bgsstatistictype", "statistictype", "statistic"],
        needed: false,
    },
    Wanted { name: "country", called: &["countrytrans", "country", "countryname"], needed: true },
    Wanted { name: "ISO3 code", called: &["countryiso3code", "iso3code", "iso3"], needed: false },
    Wanted { name: "year", called: &["year"], needed: true },
    Wanted { name: "quantity", called: &["quantity", "value"], needed: true },
    Wanted { name: "units", called: &["units", "unit"], needed: true },
    Wanted { name: "status", called: &["obsstatus", "dataprecisiondescription", "status"], needed: false },
];
/// The only statistic that is taken.
const PRODUCTION: &str = "production";

/// Reads the export. `file` is its name in messages.
pub fn read(file: &str, bytes: &[u8], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let text = text(file, bytes).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut output = Output::default();
    let mut left: BTreeMap<(LeftWhat, String, String), usize> = BTreeMap::new();
    csv_rows(file, &text, &COLUMNS, &mut problems, |row, problems| {
        let (commodity, sub) = (row.get(COMMODITY), row.get(SUB));
        let statistic = row.get(STATISTIC);
        if !statistic.is_empty() && !statistic.eq_ignore_ascii_case(PRODUCTION) {
            return true;
        }
        let whole = maps.entries_of(Publisher::Bgs, commodity, "").iter().filter(|entry| entry.table == Target::None);
        let entries: Vec<_> = maps.entries_of(Publisher::Bgs, commodity, sub).iter().chain(whole).collect();
        let Some(entry) = entries.first() else {
            let name = if sub.is_empty() { commodity.to_owned() } else { format!("{commodity}: {sub}") };
            *left.entry((LeftWhat::Commodity, name, String::new())).or_default() += 1;
            return true;
        };
        if entry.table == Target::None {
            *left.entry((LeftWhat::OtherBasis, commodity.to_owned(), entry.note.clone())).or_default() += 1;
            return true;
        }
        let at = format!("line {}", row.line);
        let wrong = |column: &str, value: &str, expected: &str| {
            Problem::new(file, format!("{at}, {column}"), format!("`{value}`"), expected)
        };
        let Some(year) = year(row.get(YEAR)) else {
            return push(problems, wrong("year", row.get(YEAR), "a year between 1900 and 2100"));
        };
        let Some(tonnes) = tonnes_in(row.get(UNIT)) else {
            return push(problems, wrong("units", row.get(UNIT), "a unit like `tonnes (metric)` or `kilograms (metal content)`"));
        };
        let Some(value) = quantity(row.get(QUANTITY), row.get(STATUS)) else {
            return push(problems, wrong("quantity", row.get(QUANTITY), "a number of 0 or more, or an empty cell"));
        };
        let country = row.get(COUNTRY);
        let Some(iso3) = maps.place(country).or_else(|| maps.place(row.get(ISO3))) else {
            *left.entry((LeftWhat::Country, country.to_owned(), String::new())).or_default() += 1;
            return true;
        };
        let of = if sub.is_empty() { commodity.to_owned() } else { format!("{commodity}, {sub}") };
        let added = output.add(Figure {
            entry,
            place: Place::Country(iso3.to_owned()),
            name: country,
            year,
            printed: value,
            tonnes,
            published: format!("{} {}", row.get(QUANTITY), row.get(UNIT)).trim().to_owned(),
            estimated: row.get(STATUS).to_lowercase().contains("estimate"),
            note: String::new(),
            locator: format!("World Mineral Statistics, {of}, {year}"),
            at: &at,
        });
        match added {
            Ok(()) => true,
            Err(first) => {
                let found = format!("`{country}` {year} stands already in {first}");
                push(problems, Problem::new(file, at.clone(), found, "each country once for each commodity and year"))
            }
        }
    });
    if output.is_empty() && problems.is_empty() {
        let expected = "an export with the production of a commodity like `cobalt, mine`";
        problems.push(Problem::new(file, "whole file", "no output of a material", expected));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut harvest = Harvest::default();
    output.finish(&mut harvest);
    harvest.left = left.into_iter().map(|((what, name, note), rows)| Left { what, name, rows, note }).collect();
    // an export is named after its last year
    harvest.edition = harvest.years.last().map(|year| year.to_string()).unwrap_or_default();
    Ok(harvest)
}

/// The figure with its status: `O` is missing, `N` negligible, which the file shows as 0.
fn quantity(text: &str, status: &str) -> Option<Printed> {
    match status {
        "O" => return Some(Printed::NotAvailable),
        "N" => return Some(Printed::Bound),
        _ => {}
    }
    // BGS writes plain numbers without thousands separators, at times with an exponent
    match text.parse::<f64>() {
        Ok(value) if (0.0..=LARGEST).contains(&value) => Some(Printed::Number(value)),
        Ok(_) => None,
        Err(_) => printed(text),
    }
}

#[cfg(test)]
mod tests;
