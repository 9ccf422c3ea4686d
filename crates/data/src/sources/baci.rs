//! CEPII BACI: a zip with one CSV file for each year (columns t, i, j, k, v, q) and one with the codes of countries.
//!
//! A year has about 11 million rows. They are read as they are unpacked; only rows of our codes stay in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::{BufReader, Read, Seek};

use adit_vocab::problem::Problem;
use csv::{ByteRecord, ReaderBuilder};
use zip::ZipArchive;

use super::cells::{Wanted, csv_rows, text};
use super::harvest::{Harvest, Left, LeftWhat, ReadAs, Table};
use super::maps::{Maps, OurCode};
use super::push;
use super::quantity::{LARGEST, figure};
use crate::inputs::customs::{Relation, edition_position};

/// Significant digits of values and weights.
const DIGITS: i32 = 12;
/// What is said of a part of the zip that does not unpack.
const DAMAGED: &str = "this does not unpack";
/// Bytes between two calls of the progress function.
const STEP: u64 = 1 << 20;
/// The file of country codes is small; more than this is not one.
const MOST_COUNTRY_BYTES: u64 = 1 << 20;

const COUNTRIES: [Wanted; 2] = [
    Wanted { name: "country_code", called: &["countrycode", "code", "i"], needed: true },
    Wanted { name: "country_iso3", called: &["countryiso3", "iso3", "iso3digitalpha"], needed: true },
];
/// Columns of a year: year, exporter, importer, product, value, quantity.
const YEAR_COLUMNS: [&str; 6] = ["t", "i", "j", "k", "v", "q"];

/// Name of a file with a year: `BACI_HS17_Y2024_V202601.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearFile {
    year: i32,
    edition: String,
    version: String,
    name: String,
}

/// Reads the base year out of the zip. `progress` is told how many bytes of how many are read.
pub fn read(
    file: &str,
    archive: impl Read + Seek,
    maps: &Maps,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Harvest, Vec<Problem>> {
    let one = |place: &str, found: String, expected: &str| vec![Problem::new(file, place, found, expected)];
    let mut archive = ZipArchive::new(archive).map_err(|_| {
        one("whole file", "no zip file, or a part of one".to_owned(), "a zip file of BACI; the file may be cut off")
    })?;
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let mut years: Vec<YearFile> = names.iter().filter_map(|name| year_file(name)).collect();
    years.sort();
    let held = years.iter().map(|year| year.year.to_string()).collect::<Vec<_>>().join(", ");
    if years.is_empty() {
        return Err(one("whole file", "no file of a year".to_owned(), "files like `BACI_HS17_Y2024_V202601.csv`"));
    }
    let chosen: Vec<&YearFile> = years.iter().filter(|year| year.year == maps.base_year).collect();
    let year = match chosen[..] {
        [year] => year,
        [] => {
            let expected = format!("the year {}, base_year of reconciliation.toml", maps.base_year);
            return Err(vec![Problem::new(file, "whole file", format!("only the years {held}"), expected)]);
        }
        _ => {
            return Err(one("whole file", format!("{} files of one year", chosen.len()), "one edition of the Harmonized System"));
        }
    };
    let Some(codes) = names.iter().find(|name| base(name).to_lowercase().starts_with("country_codes")) else {
        return Err(one("whole file", "no file of country codes".to_owned(), "a file like `country_codes_V202601.csv`"));
    };
    let mut bytes = Vec::new();
    let unpacked = archive
        .by_name(codes)
        .map_err(std::io::Error::other)
        .and_then(|member| member.take(MOST_COUNTRY_BYTES).read_to_end(&mut bytes));
    unpacked.map_err(|_| one(base(codes), DAMAGED.to_owned(), "a zip file of BACI; the file may be cut off"))?;
    let countries = countries(&format!("{file}: {}", base(codes)), &bytes, maps)?;

    let member = archive
        .by_name(&year.name)
        .map_err(|_| one(&year.name, DAMAGED.to_owned(), "a zip file of BACI; the file may be cut off"))?;
    let total = member.size();
    let counting = Counting { inner: member, read: 0, told: 0, total, progress };
    let shown = format!("{file}: {}", base(&year.name));
    read_year(&shown, BufReader::with_capacity(1 << 16, counting), year, &countries, maps)
}

/// Reads a file of a year on its own: for tests of the rows without a zip around them.
pub fn read_rows(file: &str, rows: impl Read, edition: &str, countries: &str, maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let name = format!("BACI_{edition}_Y{}_V000000.csv", maps.base_year);
    let year = YearFile { year: maps.base_year, edition: edition.to_owned(), version: "000000".to_owned(), name };
    let countries = self::countries(file, countries.as_bytes(), maps)?;
    read_year(file, rows, &year, &countries, maps)
}

/// The last part of a path in the zip.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// What the name of a file says, if it is one of a year.
fn year_file(name: &str) -> Option<YearFile> {
    let stem = base(name).strip_suffix(".csv").or_else(|| base(name).strip_suffix(".CSV"))?;
    let mut parts = stem.split('_');
    let (baci, edition, year, version) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if !baci.eq_ignore_ascii_case("baci") || edition_position(edition).is_none() || parts.next().is_some() {
        return None;
    }
    let year = year.strip_prefix('Y')?.parse().ok()?;
    Some(YearFile { year, edition: edition.to_owned(), version: version.strip_prefix('V')?.to_owned(), name: name.to_owned() })
}

/// Tells the progress while bytes pass.
struct Counting<'a, R> {
    inner: R,
    read: u64,
    told: u64,
    total: u64,
    progress: &'a mut dyn FnMut(u64, u64),
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read += count as u64;
        if self.read - self.told >= STEP || count == 0 {
            self.told = self.read;
            (self.progress)(self.read, self.total);
        }
        Ok(count)
    }
}

/// ISO3 by BACI's number; names of numbers whose country is not known.
struct Countries {
    iso3: HashMap<u32, String>,
    unknown: HashMap<u32, String>,
}

fn countries(file: &str, bytes: &[u8], maps: &Maps) -> Result<Countries, Vec<Problem>> {
    let text = text(file, bytes).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let mut countries = Countries { iso3: HashMap::new(), unknown: HashMap::new() };
    csv_rows(file, &text, &COUNTRIES, &mut problems, |row, problems| {
        let (number, iso3) = (row.get(0), row.get(1));
        let Ok(code) = number.parse::<u32>() else {
            return push(
                problems,
                Problem::new(file, format!("line {}", row.line), format!("`{number}`"), "a country code, a whole number"),
            );
        };
        match maps.baci.get(iso3).or_else(|| maps.baci.get(number)).map(String::as_str).or_else(|| maps.place(iso3)) {
            Some(ours) if !iso3.is_empty() || maps.baci.contains_key(number) => countries.iso3.insert(code, ours.to_owned()),
            _ => countries.unknown.insert(code, format!("{iso3} {number}").trim().to_owned()),
        };
        true
    });
    if problems.is_empty() { Ok(countries) } else { Err(problems) }
}

/// What is taken from an edition: our codes, and by code of the file the positions of ours it belongs to.
struct Wishes {
    ours: Vec<OurCode>,
    positions: HashMap<u32, Vec<u16>>,
}

fn wishes(edition: &str, maps: &Maps, harvest: &mut Harvest) -> Wishes {
    let at = edition_position(edition);
    let mut wishes = Wishes { ours: Vec::new(), positions: HashMap::new() };
    for ours in maps.codes.keys() {
        let fits: Vec<_> = maps
            .customs_of(ours)
            .iter()
            .filter(|row| edition_position(&row.from) <= at && at <= edition_position(&row.to))
            .collect();
        let name = format!("{} {}", ours.edition, ours.code);
        let refused = fits.iter().find(|row| matches!(row.relation, Relation::Wider | Relation::Other));
        let mut codes: Vec<&str> = fits.iter().map(|row| row.file_code.as_str()).collect();
        if let Some(row) = refused {
            let note = format!("{edition} {}: {}", row.file_code, row.note);
            harvest.left.push(Left { what: LeftWhat::CustomsCode, name, rows: 0, note });
            continue;
        } else if fits.is_empty() && ours.edition == edition {
            codes = vec![&ours.code];
        } else if fits.is_empty() {
            let note = format!("no row in concordance/customs.csv for {edition}");
            harvest.left.push(Left { what: LeftWhat::CustomsCode, name, rows: 0, note });
            continue;
        }
        if fits.iter().any(|row| row.relation == Relation::Sum) {
            let note = fits.iter().map(|row| row.note.as_str()).find(|note| !note.is_empty()).unwrap_or_default().to_owned();
            harvest.read_as.push(ReadAs { code: name, from: format!("{edition} {}", codes.join(" + ")), note });
        }
        let Ok(position) = u16::try_from(wishes.ours.len()) else { break };
        wishes.ours.push(ours.clone());
        for code in codes {
            let Ok(number) = code.parse::<u32>() else { continue };
            // a heading stands for all of its codes
            let range = if code.len() == 4 { number * 100..(number + 1) * 100 } else { number..number + 1 };
            for number in range {
                wishes.positions.entry(number).or_default().push(position);
            }
        }
    }
    wishes
}

/// Value and weight of a flow; a part without one makes the sum unknown.
#[derive(Clone, Copy)]
struct Flow {
    value: Option<f64>,
    tonnes: Option<f64>,
}

fn read_year(file: &str, rows: impl Read, year: &YearFile, countries: &Countries, maps: &Maps) -> Result<Harvest, Vec<Problem>> {
    let mut harvest = Harvest { edition: year.version.clone(), ..Harvest::default() };
    harvest.published = year.version.get(..4).and_then(|year| year.parse().ok()).filter(|year| *year > 0);
    harvest.years.insert(year.year);
    let mut problems = Vec::new();
    let mut flows: BTreeMap<(u16, &str, &str), Flow> = BTreeMap::new();
    let mut unknown: BTreeMap<u32, usize> = BTreeMap::new();
    let mut seen: HashSet<(u32, u32, u32)> = HashSet::new();

    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(rows);
    let mut record = ByteRecord::new();
    let empty = |error: String| vec![Problem::new(file, "line 1", error, format!("the columns {}", YEAR_COLUMNS.join(", ")))];
    match reader.read_byte_record(&mut record) {
        Ok(true) => {}
        Ok(false) => return Err(empty("the file is empty".to_owned())),
        Err(_) => return Err(empty(DAMAGED.to_owned())),
    }
    let columns = header(file, &record)?;
    let width = record.len();
    let wishes = wishes(&year.edition, maps, &mut harvest);
    let (mut line, mut any) = (1u64, false);
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => {
                push(
                    &mut problems,
                    Problem::new(file, format!("after line {line}"), DAMAGED, "the whole file; it may be cut off"),
                );
                break;
            }
        }
        line += 1;
        any = true;
        if record.len() != width {
            let found = format!("{} fields", record.len());
            let expected = format!("{width} fields; the row may be cut off");
            if !push(&mut problems, Problem::new(file, format!("line {line}"), found, expected)) {
                break;
            }
            continue;
        }
        let cell = |column: usize| trimmed(record.get(columns[column]).unwrap_or_default());
        let Some(code) = whole(cell(3)) else {
            if !push(&mut problems, wrong(file, line, "k", cell(3), "a product code of six digits")) {
                break;
            }
            continue;
        };
        let Some(positions) = wishes.positions.get(&code) else { continue };
        match row(file, line, &cell, year.year) {
            Ok((exporter, importer, code, flow)) => {
                if !seen.insert((code, exporter, importer)) {
                    let found = format!("{code:06} from {exporter} to {importer} stands there twice");
                    if !push(&mut problems, Problem::new(file, format!("line {line}"), found, "each flow once")) {
                        break;
                    }
                    continue;
                }
                let mut known = |number: u32| {
                    let iso3 = countries.iso3.get(&number).map(String::as_str);
                    if iso3.is_none() {
                        *unknown.entry(number).or_default() += 1;
                    }
                    iso3
                };
                let (from, to) = (known(exporter), known(importer));
                let (Some(from), Some(to)) = (from, to) else { continue };
                if from == to {
                    continue;
                }
                for &position in positions {
                    flows
                        .entry((position, from, to))
                        .and_modify(|sum| {
                            sum.value = sum.value.zip(flow.value).map(|(a, b)| a + b);
                            sum.tonnes = sum.tonnes.zip(flow.tonnes).map(|(a, b)| a + b);
                        })
                        .or_insert(flow);
                }
            }
            Err(found) => {
                if !found.into_iter().all(|problem| push(&mut problems, problem)) {
                    break;
                }
            }
        }
    }
    if !any && problems.is_empty() {
        problems.push(Problem::new(file, "line 2", "the table has no rows", "at least one row"));
    } else if flows.is_empty() && problems.is_empty() {
        problems.push(Problem::new(file, "whole file", "no flow of a customs code of ours", "the whole of a year"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    finish(&mut harvest, year, &wishes, &flows, maps);
    for (number, rows) in unknown {
        let name = countries.unknown.get(&number).cloned().unwrap_or_else(|| number.to_string());
        harvest.left.push(Left { what: LeftWhat::Country, name, rows, note: String::new() });
    }
    Ok(harvest)
}

fn finish(harvest: &mut Harvest, year: &YearFile, wishes: &Wishes, flows: &BTreeMap<(u16, &str, &str), Flow>, maps: &Maps) {
    let shown = |value: Option<f64>| value.map_or_else(String::new, |value| figure(value, DIGITS));
    let mut found = BTreeSet::new();
    for (&(position, exporter, importer), flow) in flows {
        if flow.value.is_none() && flow.tonnes.is_none() {
            continue;
        }
        found.insert(position);
        let ours = &wishes.ours[usize::from(position)];
        harvest.add(
            Table::Trade,
            vec![
                ours.edition.clone(),
                ours.code.clone(),
                year.year.to_string(),
                exporter.to_owned(),
                importer.to_owned(),
                shown(flow.value),
                shown(flow.tonnes),
                String::new(),
            ],
        );
    }
    for (position, ours) in (0u16..).zip(&wishes.ours) {
        let name = format!("{} {}", ours.edition, ours.code);
        if !found.contains(&position) {
            harvest.left.push(Left { what: LeftWhat::NotFound, name, rows: 0, note: String::new() });
        } else if maps.codes.get(ours) == Some(&true) {
            let rows = flows.keys().filter(|(at, _, _)| *at == position).count();
            harvest.left.push(Left { what: LeftWhat::StillMissing, name, rows, note: String::new() });
        }
    }
}

/// Positions of the columns.
fn header(file: &str, record: &ByteRecord) -> Result<[usize; 6], Vec<Problem>> {
    let names: Vec<String> = record
        .iter()
        .map(|cell| String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().trim_matches('"').to_lowercase())
        .collect();
    let mut columns = [0; 6];
    let mut problems = Vec::new();
    for (i, column) in YEAR_COLUMNS.iter().enumerate() {
        let old = if *column == "k" { "hs6" } else { column };
        match names.iter().position(|name| name == column || name == old) {
            Some(position) => columns[i] = position,
            None => problems.push(Problem::new(
                file,
                "line 1",
                format!("no column `{column}`"),
                format!("the columns {}", YEAR_COLUMNS.join(", ")),
            )),
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

/// Exporter, importer, product and flow of a row of ours.
fn row<'r>(file: &str, line: u64, cell: &impl Fn(usize) -> &'r [u8], year: i32) -> Result<(u32, u32, u32, Flow), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut number = |column: usize, expected: &str| {
        let value = whole(cell(column));
        if value.is_none() {
            problems.push(wrong(file, line, YEAR_COLUMNS[column], cell(column), expected));
        }
        value.unwrap_or_default()
    };
    let found = number(0, "a year");
    let (exporter, importer) = (number(1, "a country code, a whole number"), number(2, "a country code, a whole number"));
    let code = number(3, "a product code of six digits");
    if i64::from(found) != i64::from(year) && whole(cell(0)).is_some() {
        problems.push(wrong(file, line, "t", cell(0), &format!("{year}, the year of the file")));
    }
    let mut amount = |column: usize| match cell(column) {
        b"" | b"NA" => None,
        text => {
            let value = std::str::from_utf8(text).ok().and_then(|text| text.parse::<f64>().ok());
            let value = value.filter(|value| (0.0..=LARGEST).contains(value));
            if value.is_none() {
                problems.push(wrong(file, line, YEAR_COLUMNS[column], text, "a number of 0 or more, or NA"));
            }
            value
        }
    };
    let flow = Flow { value: amount(4), tonnes: amount(5) };
    if problems.is_empty() && flow.value.is_none() && flow.tonnes.is_none() {
        problems.push(Problem::new(file, format!("line {line}"), "neither value nor quantity", "at least one of them"));
    }
    if problems.is_empty() { Ok((exporter, importer, code, flow)) } else { Err(problems) }
}

fn wrong(file: &str, line: u64, column: &str, cell: &[u8], expected: &str) -> Problem {
    let text: String = String::from_utf8_lossy(cell).chars().take(40).collect();
    let found = if text.is_empty() { "an empty cell".to_owned() } else { format!("`{text}`") };
    Problem::new(file, format!("line {line}, {column}"), found, expected)
}

/// A whole number of at most nine digits.
fn whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 {
        return None;
    }
    cell.iter().try_fold(0u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

/// A cell without blanks around it: older editions pad their columns.
fn trimmed(cell: &[u8]) -> &[u8] {
    cell.trim_ascii()
}

#[cfg(test)]
mod tests;
