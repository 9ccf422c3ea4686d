//! USGS Mineral Commodity Summaries: the data release as one CSV file, a row for each figure, as it is published since 2026.
//!
//! World tables give output by country and world totals, the salient statistics US output, consumption and prices.

use std::collections::{BTreeMap, HashSet};

use adit_vocab::problem::Problem;

use super::cells::{CsvRow, Wanted, csv_rows, text, year};
use super::harvest::{Harvest, Left, LeftWhat, Table};
use super::maps::Maps;
use super::output::{Figure, Output, Place, flag_of, word};
use super::push;
use super::quantity::{Printed, figure, printed, tonnes_in, usd_per_tonne};
use crate::checks::OTHER;
use crate::inputs::publications::{PublicationRow, Publisher, Section, Target};

/// Significant digits of prices.
const PRICE_DIGITS: i32 = 6;
/// Whose salient statistics they are.
const UNITED_STATES: &str = "USA";

const CHAPTER: usize = 0;
const SECTION: usize = 1;
const COUNTRY: usize = 2;
const DETAIL: usize = 3;
const UNIT: usize = 4;
const YEAR: usize = 5;
const VALUE: usize = 6;
const NOTES: usize = 7;

const COLUMNS: [Wanted; 8] = [
    Wanted { name: "MCS chapter", called: &["mcschapter", "chapter"], needed: true },
    Wanted { name: "Section", called: &["section"], needed: true },
    Wanted { name: "Country", called: &["country"], needed: true },
    Wanted { name: "Statistics_detail", called: &["statisticsdetail", "detail"], needed: true },
    Wanted { name: "Unit", called: &["unit", "unitmeas"], needed: true },
    Wanted { name: "Year", called: &["year"], needed: true },
    Wanted { name: "Value", called: &["value"], needed: true },
    Wanted { name: "Notes", called: &["notes"], needed: false },
];

/// Reads the file. `file` is its name in messages.
pub fn read(file: &str, bytes: &[u8], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let text = text(file, bytes).map_err(|problem| vec![problem])?;
    if text.lines().next().is_some_and(|line| line.contains("PROD_") || line.contains("UNIT_MEAS")) {
        let found = "the world table of an edition before 2026, one column for each year";
        return Err(vec![Problem::new(
            file,
            "line 1",
            found,
            "the file of all commodities, one row for each figure, published since 2026",
        )]);
    }
    let mut problems = Vec::new();
    let mut reader = Reading::new(file, maps);
    csv_rows(file, &text, &COLUMNS, &mut problems, |row, problems| reader.row(row, problems));
    if problems.is_empty() { reader.finish() } else { Err(problems) }
}

/// A detail that holds a rounded world total, and one that does not, stand for the same figure: the exact one counts.
type TotalKey = (usize, i32);

struct Reading<'a> {
    file: &'a str,
    maps: &'a Maps,
    output: Output,
    harvest: Harvest,
    found: HashSet<(String, String)>,
    unknown: BTreeMap<String, usize>,
    rounded: BTreeMap<TotalKey, (PublicationRow, Part)>,
    exact: HashSet<TotalKey>,
    single: BTreeMap<(Table, Vec<String>), String>,
}

/// A printed figure with what stands beside it.
struct Part {
    name: String,
    year: i32,
    printed: Printed,
    /// Tonnes in the unit, or US dollars per tonne.
    factor: f64,
    published: String,
    estimated: bool,
    note: String,
    locator: String,
    at: String,
}

impl<'a> Reading<'a> {
    fn new(file: &'a str, maps: &'a Maps) -> Self {
        Reading {
            file,
            maps,
            output: Output::default(),
            harvest: Harvest::default(),
            found: HashSet::new(),
            unknown: BTreeMap::new(),
            rounded: BTreeMap::new(),
            exact: HashSet::new(),
            single: BTreeMap::new(),
        }
    }

    fn row(&mut self, row: &CsvRow<'_>, problems: &mut Vec<Problem>) -> bool {
        let (detail, rounded) = without_rounded(row.get(DETAIL));
        let section = section(row.get(SECTION));
        let maps = self.maps;
        for entry in maps.entries_of(Publisher::UsgsMcs, row.get(CHAPTER), detail) {
            if section.is_none() || entry.section.is_some_and(|wanted| Some(wanted) != section) {
                continue;
            }
            if !self.entry(row, entry, detail, rounded, problems) {
                return false;
            }
        }
        true
    }

    /// Takes one figure. False: too many problems.
    fn entry(
        &mut self,
        row: &CsvRow<'_>,
        entry: &PublicationRow,
        detail: &str,
        rounded: bool,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let at = format!("line {}", row.line);
        let wrong = |column: &str, value: &str, expected: &str| {
            Problem::new(self.file, format!("{at}, {column}"), format!("`{value}`"), expected)
        };
        let Some(year) = year(row.get(YEAR)) else {
            return push(problems, wrong("Year", row.get(YEAR), "a year between 1900 and 2100"));
        };
        let Some(printed) = printed(row.get(VALUE)) else {
            return push(problems, wrong("Value", row.get(VALUE), "a figure of 0 or more as USGS prints it, or W, NA, a dash"));
        };
        let unit = row.get(UNIT);
        let factor = if entry.table == Target::Prices { usd_per_tonne(unit) } else { tonnes_in(unit) };
        let Some(factor) = factor else {
            let expected =
                if entry.table == Target::Prices { "a price unit like `dollars per pound`" } else { "a unit like `metric tons`" };
            return push(problems, wrong("Unit", unit, expected));
        };
        self.found.insert((entry.chapter.clone(), entry.detail.clone()));
        let (estimated, note) = notes(row.get(NOTES));
        let published = format!("{} {unit}", row.get(VALUE));
        let locator = match (entry.table, entry.section) {
            (Target::Prices, _) => "salient statistics: price".to_owned(),
            (Target::Use, _) => format!("salient statistics, {detail}"),
            (_, Some(Section::World)) => format!("world table: {detail}"),
            _ => format!("salient statistics, United States: {detail}"),
        };
        let new = Part {
            name: row.get(COUNTRY).to_owned(),
            year,
            printed,
            factor,
            published,
            estimated,
            note,
            locator: format!("chapter {}, {locator}", row.get(CHAPTER)),
            at,
        };
        match entry.table {
            Target::None => true,
            Target::Production | Target::World => self.output(entry, rounded, new, problems),
            Target::Use | Target::Prices => self.single(entry, detail, new, problems),
        }
    }

    fn output(&mut self, entry: &PublicationRow, rounded: bool, new: Part, problems: &mut Vec<Problem>) -> bool {
        let name = new.name.to_lowercase();
        if name.starts_with("world") || name == "total" {
            let position = self.maps.entries.iter().position(|other| other == entry).unwrap_or_default();
            if rounded {
                let mut new = new;
                new.note = if new.note.is_empty() { "rounded".into() } else { format!("{}; rounded", new.note) };
                self.rounded.insert((position, new.year), (entry.clone(), new));
                return true;
            }
            self.exact.insert((position, new.year));
            return self.add(entry, Place::World, new, problems);
        }
        if entry.table == Target::World {
            return true;
        }
        let iso3 = if name.starts_with("other") {
            Some(OTHER)
        } else if entry.section == Some(Section::Salient) {
            Some(UNITED_STATES)
        } else {
            self.maps.place(&new.name)
        };
        match iso3.map(str::to_owned) {
            Some(iso3) => self.add(entry, Place::Country(iso3), new, problems),
            None => {
                *self.unknown.entry(new.name).or_default() += 1;
                true
            }
        }
    }

    fn add(&mut self, entry: &PublicationRow, place: Place, new: Part, problems: &mut Vec<Problem>) -> bool {
        let year = new.year;
        let added = self.output.add(Figure {
            entry,
            place,
            name: &new.name,
            year,
            printed: new.printed,
            tonnes: new.factor,
            published: new.published,
            estimated: new.estimated,
            note: new.note,
            locator: new.locator,
            at: &new.at,
        });
        match added {
            Ok(()) => true,
            Err(first) => {
                let found = format!("`{}` {year} stands already in {first}", new.name);
                push(problems, Problem::new(self.file, new.at, found, "each figure once"))
            }
        }
    }

    fn single(&mut self, entry: &PublicationRow, detail: &str, new: Part, problems: &mut Vec<Problem>) -> bool {
        let Part { year, printed, factor, published, estimated, locator, at, .. } = new;
        let (value, flag) = flag_of(printed, estimated);
        let content = entry.content.unwrap_or(1.0);
        let none = String::new;
        let (table, cells) = if entry.table == Target::Prices {
            let value = value.map_or_else(none, |value| figure(value * factor / content, PRICE_DIGITS));
            let published = if estimated { format!("{published} (estimate)") } else { published };
            let stage = entry.stage.map_or_else(none, |stage| stage.id().to_owned());
            let row = vec![
                entry.material.clone(),
                stage,
                year.to_string(),
                value,
                published,
                detail.to_owned(),
                none(),
                locator,
                entry.note.clone(),
            ];
            (Table::Prices, row)
        } else {
            let value = value.map_or_else(none, |value| figure(value * factor * content, 10));
            let row = vec![
                entry.material.clone(),
                UNITED_STATES.to_owned(),
                year.to_string(),
                value,
                entry.kind.clone(),
                published,
                word(flag).to_owned(),
                none(),
                locator,
                entry.note.clone(),
            ];
            (Table::Use, row)
        };
        let key = (table, table.pick(&cells, table.key()));
        if let Some(first) = self.single.get(&key) {
            let found = format!("`{detail}` {year} stands already in {first}");
            return push(problems, Problem::new(self.file, at, found, "each figure once"));
        }
        self.single.insert(key, at);
        self.harvest.years.insert(year);
        self.harvest.add(table, cells);
        true
    }

    fn finish(mut self) -> Result<Harvest, Vec<Problem>> {
        let mut problems = Vec::new();
        for (key, (entry, total)) in std::mem::take(&mut self.rounded) {
            if !self.exact.contains(&key) {
                self.add(&entry, Place::World, total, &mut problems);
            }
        }
        if self.found.is_empty() {
            let expected = "the data release of the Mineral Commodity Summaries, with chapters like `GALLIUM`";
            problems.push(Problem::new(self.file, "whole file", "no chapter of a material", expected));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        self.output.finish(&mut self.harvest);
        for entry in self.maps.entries.iter().filter(|entry| entry.publisher == Publisher::UsgsMcs) {
            if !self.found.contains(&(entry.chapter.clone(), entry.detail.clone())) {
                let name = format!("{}: {}", entry.chapter, entry.detail);
                let left = Left { what: LeftWhat::NotFound, name, rows: 0, note: String::new() };
                if !self.harvest.left.contains(&left) {
                    self.harvest.left.push(left);
                }
            }
        }
        let unknown = self.unknown.into_iter();
        self.harvest.left.extend(unknown.map(|(name, rows)| Left { what: LeftWhat::Country, name, rows, note: String::new() }));
        // the last year is that of the estimates, the edition appears in the year after
        self.harvest.published = self.harvest.years.last().map(|year| year + 1);
        self.harvest.edition = self.harvest.published.map(|year| year.to_string()).unwrap_or_default();
        Ok(self.harvest)
    }
}

/// The part of a chapter by its heading.
fn section(heading: &str) -> Option<Section> {
    let heading = heading.to_lowercase();
    if heading.starts_with("world") {
        Some(Section::World)
    } else if heading.starts_with("salient") {
        Some(Section::Salient)
    } else {
        None
    }
}

/// A detail without the word that marks a rounded total.
fn without_rounded(detail: &str) -> (&str, bool) {
    for mark in [": rounded", ", rounded"] {
        if let Some(at) = detail.len().checked_sub(mark.len())
            && detail.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(mark))
        {
            // a total of several tables keeps its own words
            return (detail.get(..at).unwrap_or(detail), true);
        }
    }
    (detail, false)
}

/// True if the publisher estimated the figure, and what else the notes say.
fn notes(notes: &str) -> (bool, String) {
    let parts: Vec<&str> =
        notes.split(" -- ").map(|part| part.trim().trim_end_matches('.')).filter(|part| !part.is_empty()).collect();
    let estimated = parts.iter().any(|part| part.to_lowercase().starts_with("estimated"));
    let kept: Vec<&str> = parts.into_iter().filter(|part| !part.eq_ignore_ascii_case("estimated")).collect();
    (estimated, kept.join("; "))
}

#[cfg(test)]
mod tests;
