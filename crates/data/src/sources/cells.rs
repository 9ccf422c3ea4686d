//! Tables as cells: workbooks and CSV texts of publishers, and columns found by their names.

use std::borrow::Cow;
use std::io::Cursor;

use adit_vocab::lookup::fold;
use adit_vocab::problem::Problem;
use calamine::{DataRef, Reader, Xlsx};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::WINDOWS_1252;

use super::push;
use crate::inputs::encoding;

/// Largest sheet that is read: no publisher's file comes near it, and a broken one must not fill the memory.
const MOST_ROWS: u32 = 500_000;
/// Most columns of a sheet.
const MOST_COLUMNS: u32 = 2_000;
/// Most cells of a workbook, counting empty ones before the last filled one of a row.
const MOST_CELLS: usize = 20_000_000;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number.
    Number(f64),
    /// Anything else.
    Text(String),
}

impl Cell {
    /// The cell as it would be printed.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Number(value) => Cow::Owned(format!("{value}")),
            Cell::Text(text) => Cow::Borrowed(text.trim()),
        }
    }

    /// The cell as a number; a text that is a number counts.
    pub fn number(&self) -> Option<f64> {
        match self {
            Cell::Number(value) => Some(*value).filter(|value| value.is_finite()),
            Cell::Text(text) => text.trim().parse().ok().filter(|value: &f64| value.is_finite()),
            Cell::Empty => None,
        }
    }

    /// The cell as a calendar year, as a number or the start of a text like `2022-01-01`.
    pub fn year(&self) -> Option<i32> {
        year(&self.text())
    }
}

/// A calendar year: four digits, alone, followed by a decimal point and zeros, or starting a date.
pub fn year(text: &str) -> Option<i32> {
    let text = text.trim();
    let head = text.get(..4)?;
    let rest = &text[4..];
    let ends =
        rest.is_empty() || rest.starts_with('-') || rest.strip_prefix('.').is_some_and(|zeros| zeros.bytes().all(|b| b == b'0'));
    let year: i32 = head.parse().ok()?;
    (ends && (1900..=2100).contains(&year)).then_some(year)
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Name of the tab.
    pub name: String,
    /// Rows from the top.
    pub rows: Vec<Vec<Cell>>,
}

/// Reads all sheets of a workbook. `file` is its name in messages.
pub fn workbook(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let wrong = |found: &str| Problem::new(file, "whole file", found, "a workbook in the form xlsx; the file may be cut off");
    let broken = "no workbook, or a part of one";
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| wrong(broken))?;
    let mut sheets = Vec::new();
    let mut total = 0;
    for name in book.sheet_names() {
        let mut reader = match book.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // a chart sheet has no cells
            Err(_) => continue,
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        loop {
            let cell = match reader.next_cell() {
                Ok(Some(cell)) => cell,
                Ok(None) => break,
                Err(_) => return Err(wrong(broken)),
            };
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || column >= MOST_COLUMNS || total > MOST_CELLS {
                return Err(Problem::new(
                    file,
                    format!("sheet {name}, row {}", u64::from(row) + 1),
                    "a cell far outside of any table",
                    "the file as the publisher offers it",
                ));
            }
            let value = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(value) => Cell::Number(*value as f64),
                DataRef::Float(value) => Cell::Number(*value),
                DataRef::String(text) => Cell::Text(text.clone()),
                DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
                DataRef::Bool(value) => Cell::Text(value.to_string()),
                DataRef::DateTime(value) => Cell::Number(value.as_f64()),
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
                // `#N/A` and the like
                DataRef::Error(error) => Cell::Text(error.to_string()),
            };
            let (row, column) = (row as usize, column as usize);
            if rows.len() <= row {
                rows.resize_with(row + 1, Vec::new);
            }
            let cells = &mut rows[row];
            if cells.len() <= column {
                total += column + 1 - cells.len();
                cells.resize(column + 1, Cell::Empty);
            }
            cells[column] = value;
        }
        sheets.push(Sheet { name, rows });
    }
    if sheets.is_empty() { Err(wrong("the workbook has no sheets")) } else { Ok(sheets) }
}

/// The text of a CSV file of a publisher: UTF-8, else Windows-1252, in which USGS writes.
pub fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Problem> {
    match encoding::text(file, bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(problem) if bytes.contains(&0) || bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) => {
            Err(problem)
        }
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

/// A column that is looked for: its name in messages, and names it may have, folded; a name that ends in `*` is the start of
/// one.
pub struct Wanted {
    /// Name in messages.
    pub name: &'static str,
    /// Folded names.
    pub called: &'static [&'static str],
    /// True if the table is of no use without it.
    pub needed: bool,
}

/// Positions of the wanted columns in a header, and the names of needed ones that are missing.
pub fn columns<'a>(header: impl Iterator<Item = &'a str>, wanted: &[Wanted]) -> (Vec<Option<usize>>, Vec<&'static str>) {
    let names: Vec<String> = header.map(fold).collect();
    let mut found = Vec::with_capacity(wanted.len());
    let mut missing = Vec::new();
    for column in wanted {
        let is = |name: &String, called: &str| called.strip_suffix('*').map_or(name == called, |start| name.starts_with(start));
        let position = column.called.iter().find_map(|called| names.iter().position(|name| is(name, called)));
        if position.is_none() && column.needed {
            missing.push(column.name);
        }
        found.push(position);
    }
    (found, missing)
}

/// A row of a CSV text under its header.
pub struct CsvRow<'a> {
    /// Line in the file, starting at 1.
    pub line: u64,
    record: &'a StringRecord,
    positions: &'a [Option<usize>],
}

impl<'a> CsvRow<'a> {
    /// The cell of a wanted column, without surrounding blanks; empty if the column is not there.
    pub fn get(&self, column: usize) -> &'a str {
        let position = self.positions.get(column).copied().flatten();
        position.and_then(|position| self.record.get(position)).map_or("", str::trim)
    }
}

/// Reads a CSV text row by row. `take` returns false to stop. Rows of another length than the header are problems.
pub fn csv_rows(
    file: &str,
    text: &str,
    wanted: &[Wanted],
    problems: &mut Vec<Problem>,
    mut take: impl FnMut(&CsvRow<'_>, &mut Vec<Problem>) -> bool,
) {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let names: Vec<&str> = wanted.iter().filter(|column| column.needed).map(|column| column.name).collect();
    let header = format!("a header with {}", names.join(", "));
    if !matches!(reader.read_record(&mut record), Ok(true)) {
        problems.push(Problem::new(file, "line 1", "the file is empty", header));
        return;
    }
    let (positions, missing) = columns(record.iter(), wanted);
    if !missing.is_empty() {
        problems
            .extend(missing.into_iter().map(|name| Problem::new(file, "line 1", format!("no column `{name}`"), header.clone())));
        return;
    }
    let width = record.len();
    let mut any = false;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Err(error) => {
                push(problems, Problem::new(file, "whole file", error.to_string(), "a table in CSV"));
                break;
            }
            Ok(true) => {
                any = true;
                let line = record.position().map_or(0, csv::Position::line);
                let goes_on = if record.len() == width {
                    take(&CsvRow { line, record: &record, positions: &positions }, problems)
                } else {
                    let found = format!("{} fields", record.len());
                    let expected = format!("{width} fields; the row may be cut off");
                    push(problems, Problem::new(file, format!("line {line}"), found, expected))
                };
                if !goes_on {
                    return;
                }
            }
        }
    }
    if !any {
        problems.push(Problem::new(file, "line 2", "the table has no rows", "at least one row"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_headers_and_dates() {
        for (text, right) in [
            ("2024", Some(2024)),
            (" 2024.0", Some(2024)),
            ("2022-01-01T00:00:00Z", Some(2022)),
            ("2021–24", None),
            ("20245", None),
            ("1066", None),
            ("äöü", None),
        ] {
            assert_eq!(year(text), right, "{text}");
        }
    }

    #[test]
    fn columns_are_found_by_any_of_their_names() {
        let wanted = [
            Wanted { name: "country", called: &["country", "countryname"], needed: true },
            Wanted { name: "estimate", called: &["governanceestimate*"], needed: true },
            Wanted { name: "unit", called: &["unit"], needed: true },
        ];
        let header = ["Governance estimate (approx. -2.5 to +2.5)", "Country name"];
        assert_eq!(columns(header.into_iter(), &wanted), (vec![Some(1), Some(0), None], vec!["unit"]));
    }

    #[test]
    fn windows_1252_is_read() {
        assert_eq!(text("f", b"C\xF4te d\x92Ivoire").expect("text"), "Côte d’Ivoire");
        assert!(text("f", b"\xFF\xFEa\0").is_err());
    }
}
