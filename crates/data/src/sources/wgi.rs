//! Worldwide Governance Indicators (World Bank): the workbook of all estimates, in either of its forms: one row for each
//! country, year and dimension, or one sheet for each dimension with columns for each year.

use std::collections::{BTreeMap, HashMap};

use adit_vocab::lookup::fold;
use adit_vocab::problem::Problem;

use super::cells::{Cell, Sheet, Wanted, columns, workbook};
use super::harvest::{Harvest, Left, LeftWhat, Table};
use super::maps::Maps;
use super::push;

/// Estimates lie between about -2.5 and 2.5; what is beyond this is another scale.
const LIMIT: f64 = 5.0;
/// The header stands within the first rows.
const HEADER_WITHIN: usize = 40;
/// Starts of the names of dimensions, folded, and their ids.
const DIMENSIONS: [(&str, &str); 6] = [
    ("voice", "VA"),
    ("politicalstab", "PV"),
    ("governmenteff", "GE"),
    ("regulatory", "RQ"),
    ("ruleoflaw", "RL"),
    ("controlofcorr", "CC"),
];

const CODE: usize = 0;
const NAME: usize = 1;
const YEAR: usize = 2;
const DIMENSION: usize = 3;
const ESTIMATE: usize = 4;
const ERROR: usize = 5;

const LONG: [Wanted; 6] = [
    Wanted { name: "code", called: &["code", "countrycode", "economycode*", "iso3", "wbcode"], needed: true },
    Wanted {
        name: "country name",
        called: &["countryname", "economyname", "country", "economy", "countryterritory"],
        needed: false,
    },
    Wanted { name: "year", called: &["year"], needed: true },
    Wanted { name: "indicator", called: &["indicator", "governancedimension", "dimension"], needed: false },
    Wanted { name: "estimate", called: &["estimate", "governanceestimate*"], needed: true },
    Wanted { name: "standard error", called: &["stddev", "stderr*", "standarderror*", "standarddev*"], needed: false },
];

/// Reads the workbook. `file` is its name in messages.
pub fn read(file: &str, bytes: &[u8], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let sheets = workbook(file, bytes).map_err(|problem| vec![problem])?;
    read_sheets(file, &sheets, maps)
}

/// Reads sheets that are already in memory.
pub fn read_sheets(file: &str, sheets: &[Sheet], maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let mut reading =
        Reading { file, maps, rows: BTreeMap::new(), seen: HashMap::new(), unknown: BTreeMap::new(), problems: Vec::new() };
    let mut any = false;
    for sheet in sheets {
        any |= reading.long(sheet) || reading.wide(sheet);
    }
    if !any {
        let expected =
            "a sheet with code, year, indicator and estimate, or one for each dimension with Estimate and StdErr by year";
        reading.problems.push(Problem::new(file, "whole file", "no sheet of governance estimates", expected));
    } else if reading.rows.is_empty() && reading.problems.is_empty() {
        let expected = format!("estimates of {} or later", maps.first_governance_year);
        reading.problems.push(Problem::new(file, "whole file", "no estimate that is taken", expected));
    }
    if !reading.problems.is_empty() {
        return Err(reading.problems);
    }
    let mut harvest = Harvest::default();
    for ((iso3, year, dimension), (estimate, error)) in reading.rows {
        harvest.years.insert(year);
        let error = error.map_or_else(String::new, shown);
        harvest.add(Table::Governance, vec![iso3, year.to_string(), dimension.to_owned(), shown(estimate), error, String::new()]);
    }
    let unknown = reading.unknown.into_iter();
    harvest.left = unknown.map(|(name, rows)| Left { what: LeftWhat::Country, name, rows, note: String::new() }).collect();
    // estimates of a year are published in the next
    harvest.published = harvest.years.last().map(|year| year + 1);
    harvest.edition = harvest.published.map(|year| year.to_string()).unwrap_or_default();
    Ok(harvest)
}

/// Six decimals, as the table has them.
fn shown(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

struct Reading<'a> {
    file: &'a str,
    maps: &'a Maps,
    rows: BTreeMap<(String, i32, &'static str), (f64, Option<f64>)>,
    seen: HashMap<(String, i32, &'static str), String>,
    unknown: BTreeMap<String, usize>,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    /// A sheet with a row for each estimate. False: it is none.
    fn long(&mut self, sheet: &Sheet) -> bool {
        let header = sheet.rows.iter().take(HEADER_WITHIN).position(|row| {
            let names: Vec<String> = row.iter().map(|cell| cell.text().into_owned()).collect();
            columns(names.iter().map(String::as_str), &LONG).1.is_empty()
        });
        let Some(header) = header else { return false };
        let names: Vec<String> = sheet.rows[header].iter().map(|cell| cell.text().into_owned()).collect();
        let (positions, _) = columns(names.iter().map(String::as_str), &LONG);
        let of_sheet = dimension(&sheet.name);
        if positions[DIMENSION].is_none() && of_sheet.is_none() {
            return false;
        }
        for (i, row) in sheet.rows.iter().enumerate().skip(header + 1) {
            let cell = |column: usize| positions[column].and_then(|at| row.get(at)).unwrap_or(&Cell::Empty);
            if row.iter().all(|cell| *cell == Cell::Empty) || cell(CODE).text().is_empty() {
                continue;
            }
            let at = format!("sheet {}, row {}", sheet.name, i + 1);
            let text = cell(DIMENSION).text();
            let Some(dimension) = dimension(&text).or(of_sheet) else {
                // the workbook of sources beside the estimates has rows of its own
                let expected = "one of the six dimensions: va, pv, ge, rq, rl, cc";
                if !self.problem(format!("{at}, indicator"), &text, expected) {
                    return true;
                }
                continue;
            };
            let Some(year) = cell(YEAR).year() else {
                let text = cell(YEAR).text().into_owned();
                if !self.problem(format!("{at}, year"), &text, "a year between 1900 and 2100") {
                    return true;
                }
                continue;
            };
            let place = (cell(CODE).text().into_owned(), cell(NAME).text().into_owned());
            if !self.estimate(at, place, year, dimension, cell(ESTIMATE), cell(ERROR)) {
                return true;
            }
        }
        true
    }

    /// A sheet of one dimension: a row of years above a row `Estimate`, `StdErr`, ... False: it is none.
    fn wide(&mut self, sheet: &Sheet) -> bool {
        let Some(dimension) = dimension(&sheet.name) else { return false };
        let header =
            sheet.rows.iter().take(HEADER_WITHIN).position(|row| row.iter().any(|cell| fold(&cell.text()) == "estimate"));
        let Some(header) = header.filter(|header| *header > 0) else { return false };
        let names = &sheet.rows[header];
        let position = |called: &[&str]| names.iter().position(|cell| called.contains(&fold(&cell.text()).as_str()));
        let Some(code) = position(&["code", "wbcode", "countrycode"]) else { return false };
        let name = position(&["countryterritory", "country", "countryname"]);
        let years = &sheet.rows[header - 1];
        // a merged cell names the year only above the first of its columns
        let mut last = None;
        let mut pairs: Vec<(i32, usize, Option<usize>)> = Vec::new();
        for (column, cell) in names.iter().enumerate() {
            last = years.get(column).and_then(Cell::year).or(last);
            let Some(year) = last else { continue };
            match fold(&cell.text()).as_str() {
                "estimate" => pairs.push((year, column, None)),
                "stderr" | "standarderror" => {
                    if let Some(pair) = pairs.iter_mut().find(|pair| pair.0 == year) {
                        pair.2 = Some(column);
                    }
                }
                _ => {}
            }
        }
        for (i, row) in sheet.rows.iter().enumerate().skip(header + 1) {
            let text = |at: usize| row.get(at).unwrap_or(&Cell::Empty).text().into_owned();
            if text(code).is_empty() {
                continue;
            }
            for (year, estimate, error) in &pairs {
                let at = format!("sheet {}, row {}, {year}", sheet.name, i + 1);
                let place = (text(code), name.map(text).unwrap_or_default());
                let estimate = row.get(*estimate).unwrap_or(&Cell::Empty);
                let error = error.and_then(|error| row.get(error)).unwrap_or(&Cell::Empty);
                if !self.estimate(at, place, *year, dimension, estimate, error) {
                    return true;
                }
            }
        }
        true
    }

    /// Takes an estimate. False: too many problems.
    fn estimate(
        &mut self,
        at: String,
        (code, name): (String, String),
        year: i32,
        dimension: &'static str,
        estimate: &Cell,
        error: &Cell,
    ) -> bool {
        if year < self.maps.first_governance_year || missing(estimate) {
            return true;
        }
        let Some(value) = estimate.number().filter(|value| value.abs() <= LIMIT) else {
            return self.problem(format!("{at}, estimate"), &estimate.text(), "an estimate between about -2.5 and 2.5, or `..`");
        };
        let spread = if missing(error) { None } else { error.number().filter(|value| (0.0..=LIMIT).contains(value)) };
        if spread.is_none() && !missing(error) {
            return self.problem(format!("{at}, standard error"), &error.text(), "a number of 0 or more");
        }
        let iso3 = self.maps.place(&code).or_else(|| self.maps.place(&name)).map(str::to_owned);
        let Some(iso3) = iso3 else {
            let shown = if name.is_empty() { code } else { format!("{code} {name}") };
            *self.unknown.entry(shown).or_default() += 1;
            return true;
        };
        let key = (iso3, year, dimension);
        if let Some(first) = self.seen.get(&key) {
            let found = format!("`{code}` {year} {dimension} stands already in {first}");
            return push(&mut self.problems, Problem::new(self.file, at, found, "each estimate once"));
        }
        self.seen.insert(key.clone(), at);
        self.rows.insert(key, (value, spread));
        true
    }

    fn problem(&mut self, at: String, text: &str, expected: &str) -> bool {
        let found = if text.is_empty() { "an empty cell".to_owned() } else { format!("`{text}`") };
        push(&mut self.problems, Problem::new(self.file, at, found, expected))
    }
}

/// How the World Bank marks what is missing.
fn missing(cell: &Cell) -> bool {
    matches!(cell.text().as_ref(), "" | ".." | "#N/A" | "NA" | "N/A" | "#N/A N/A")
}

/// The dimension that a word stands for.
fn dimension(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    DIMENSIONS.iter().find(|(start, id)| folded == id.to_lowercase() || folded.starts_with(start)).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests;
