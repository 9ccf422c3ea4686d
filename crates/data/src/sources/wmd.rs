//! World Mining Data (Austria): the workbook "Production of Mineral Raw Materials of individual Countries by Minerals", a
//! sheet for each mineral, a row for each country, a column for each year.

use std::collections::BTreeMap;

use adit_vocab::lookup::fold;
use adit_vocab::problem::Problem;

use super::cells::{Cell, Sheet, Wanted, columns, workbook};
use super::harvest::{Harvest, Left, LeftWhat};
use super::maps::Maps;
use super::output::{Figure, Output, Place};
use super::push;
use super::quantity::{LARGEST, Printed, figure, printed, tonnes_in};
use crate::checks::OTHER;
use crate::inputs::publications::{PublicationRow, Publisher, Target};

const COUNTRY: usize = 0;
const UNIT: usize = 1;
const QUALITY: usize = 2;

const COLUMNS: [Wanted; 3] = [
    Wanted { name: "Country", called: &["country"], needed: true },
    Wanted { name: "unit", called: &["unit"], needed: true },
    Wanted { name: "data source", called: &["datasource*", "source"], needed: false },
];
/// The header stands within the first rows.
const HEADER_WITHIN: usize = 20;
/// The last year described appears two years before the edition.
const LAG: i32 = 2;

/// Reads the workbook. `file` is its name in messages.
pub fn read(file: &str, bytes: &[u8], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let sheets = workbook(file, bytes).map_err(|problem| vec![problem])?;
    read_sheets(file, &sheets, maps)
}

/// Reads sheets that are already in memory.
pub fn read_sheets(file: &str, sheets: &[Sheet], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut output = Output::default();
    let mut harvest = Harvest::default();
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    for sheet in sheets {
        let entries = maps.entries_of(Publisher::Wmd, &sheet.name, "");
        if entries.is_empty() {
            let rows = sheet.rows.iter().filter(|row| row.iter().any(|cell| *cell != Cell::Empty)).count();
            harvest.left.push(Left { what: LeftWhat::Commodity, name: sheet.name.clone(), rows, note: String::new() });
        }
        for entry in entries {
            if entry.table == Target::None {
                let (name, note) = (sheet.name.clone(), entry.note.clone());
                harvest.left.push(Left { what: LeftWhat::OtherBasis, name, rows: sheet.rows.len(), note });
            } else {
                mineral(file, sheet, entry, maps, &mut output, &mut unknown, &mut problems);
            }
        }
    }
    if output.is_empty() && problems.is_empty() {
        let expected = "the workbook of World Mining Data with a sheet for each mineral, for example `Gallium`";
        problems.push(Problem::new(file, "whole file", "no sheet of a material", expected));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    output.finish(&mut harvest);
    for entry in maps.entries.iter().filter(|entry| entry.publisher == Publisher::Wmd && entry.table != Target::None) {
        if !sheets.iter().any(|sheet| fold(&sheet.name) == fold(&entry.chapter)) {
            harvest.left.push(Left { what: LeftWhat::NotFound, name: entry.chapter.clone(), rows: 0, note: String::new() });
        }
    }
    harvest.left.extend(unknown.into_iter().map(|(name, rows)| Left {
        what: LeftWhat::Country,
        name,
        rows,
        note: String::new(),
    }));
    harvest.published = harvest.years.last().map(|year| year + LAG);
    harvest.edition = harvest.published.map(|year| year.to_string()).unwrap_or_default();
    Ok(harvest)
}

fn mineral(
    file: &str,
    sheet: &Sheet,
    entry: &PublicationRow,
    maps: &Maps,
    output: &mut Output,
    unknown: &mut BTreeMap<String, usize>,
    problems: &mut Vec<Problem>,
) {
    let place = |row: usize| format!("sheet {}, row {}", sheet.name, row + 1);
    let header = sheet.rows.iter().take(HEADER_WITHIN).position(|row| {
        let names: Vec<String> = row.iter().map(|cell| cell.text().into_owned()).collect();
        columns(names.iter().map(String::as_str), &COLUMNS).1.is_empty()
    });
    let years: Vec<(usize, i32)> = header
        .and_then(|header| sheet.rows.get(header))
        .map(|row| row.iter().enumerate().filter_map(|(i, cell)| Some((i, cell.year()?))).collect())
        .unwrap_or_default();
    let (Some(header), false) = (header, years.is_empty()) else {
        let found = if header.is_none() { "no row with `Country` and `unit`" } else { "no column with a year" };
        push(problems, Problem::new(file, format!("sheet {}", sheet.name), found, "a header with Country, unit and years"));
        return;
    };
    for (i, (_, year)) in years.iter().enumerate() {
        if years.iter().take(i).any(|(_, earlier)| earlier == year) {
            push(problems, Problem::new(file, place(header), format!("the year {year} stands twice"), "each year once"));
            return;
        }
    }
    let names: Vec<String> = sheet.rows[header].iter().map(|cell| cell.text().into_owned()).collect();
    let (positions, _) = columns(names.iter().map(String::as_str), &COLUMNS);
    for (i, row) in sheet.rows.iter().enumerate().skip(header + 1) {
        let text =
            |column: usize| positions[column].and_then(|at| row.get(at)).map(|cell| cell.text().into_owned()).unwrap_or_default();
        let (country, unit, quality) = (text(COUNTRY), text(UNIT), text(QUALITY).to_lowercase());
        if country.is_empty() {
            continue;
        }
        let at = place(i);
        let total = country.to_lowercase().starts_with("total") || country.to_lowercase().starts_with("world");
        let whose = if total {
            Place::World
        } else if country.to_lowercase().starts_with("other") {
            Place::Country(OTHER.to_owned())
        } else if let Some(iso3) = maps.place(&country) {
            Place::Country(iso3.to_owned())
        } else if years.iter().any(|(column, _)| row.get(*column).is_some_and(|cell| cell.number().is_some())) {
            *unknown.entry(country).or_default() += 1;
            continue;
        } else {
            // a footnote
            continue;
        };
        let Some(tonnes) = tonnes_in(&unit) else {
            let found = if unit.is_empty() { "an empty cell".to_owned() } else { format!("`{unit}`") };
            if !push(problems, Problem::new(file, format!("{at}, unit"), found, "`metr. t` or `kg`")) {
                return;
            }
            continue;
        };
        for (column, year) in &years {
            let cell = row.get(*column).unwrap_or(&Cell::Empty);
            let value = match cell {
                Cell::Empty => continue,
                Cell::Number(value) if (0.0..=LARGEST).contains(value) => Some(Printed::Number(*value)),
                Cell::Number(_) => None,
                Cell::Text(text) => printed(text),
            };
            let shown = cell.text().into_owned();
            let Some(value) = value else {
                let found = format!("`{shown}`");
                if !push(problems, Problem::new(file, format!("{at}, {year}"), found, "a number of 0 or more, or an empty cell"))
                {
                    return;
                }
                continue;
            };
            if matches!(value, Printed::NotAvailable | Printed::Elsewhere) {
                continue;
            }
            let shown = if let Printed::Number(value) = value { figure(value, 12) } else { shown };
            let added = output.add(Figure {
                entry,
                place: whose.clone(),
                name: &country,
                year: *year,
                printed: value,
                tonnes,
                published: format!("{shown} {unit}"),
                estimated: quality == "e",
                note: if quality == "p" { "provisional".to_owned() } else { String::new() },
                locator: format!("sheet {}", sheet.name),
                at: &at,
            });
            if let Err(first) = added
                && !push(
                    problems,
                    Problem::new(file, at.clone(), format!("`{country}` {year} stands already in {first}"), "each country once"),
                )
            {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests;
