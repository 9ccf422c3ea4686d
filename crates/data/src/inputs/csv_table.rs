//! A strict reader of CSV tables: every problem of a file is collected with line, column, value and what would be right.

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

use adit_vocab::event::Period;
use adit_vocab::problem::Problem;

use super::encoding;
use crate::files::FileSet;

/// First and last year any table may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Reads a table: `parse` turns a row into a value, reporting what is wrong through the row itself.
pub fn read<T>(
    files: &FileSet,
    name: &str,
    columns: &[&str],
    problems: &mut Vec<Problem>,
    parse: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Vec<T> {
    match files.read(name) {
        Ok(bytes) => parse_bytes(&files.shown(name), &bytes, columns, problems, parse),
        Err(problem) => {
            problems.push(problem);
            Vec::new()
        }
    }
}

/// Reads a table that is already in memory. `file` is its name in messages.
pub fn parse_bytes<T>(
    file: &str,
    bytes: &[u8],
    columns: &[&str],
    problems: &mut Vec<Problem>,
    mut parse: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Vec<T> {
    let text = match encoding::text(file, bytes) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    if text.trim().is_empty() {
        problems.push(Problem::new(file, "line 1", "the file is empty", format!("the header `{}`", columns.join(","))));
        return Vec::new();
    }
    if text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1 {
        problems.push(Problem::new(
            file,
            "whole file",
            "a quotation mark is never closed",
            "an even number of `\"`; the file may be cut off",
        ));
    }
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    if !matches!(reader.read_record(&mut record), Ok(true)) {
        problems.push(Problem::new(file, "line 1", "no header", format!("the header `{}`", columns.join(","))));
        return Vec::new();
    }
    let Some(order) = header(file, &record, columns, problems) else { return Vec::new() };
    let width = record.len();

    let mut rows = Vec::new();
    let mut any = false;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Err(error) => {
                problems.push(Problem::new(file, "whole file", format!("`{error}`"), "a table in CSV"));
                break;
            }
            Ok(true) => {
                any = true;
                let line = record.position().map_or(0, csv::Position::line);
                if record.len() != width {
                    let found = format!("{} fields: `{}`", record.len(), shorten(&record.iter().collect::<Vec<_>>().join(",")));
                    problems.push(Problem::new(
                        file,
                        format!("line {line}"),
                        found,
                        format!("{width} fields; the row may be cut off"),
                    ));
                    continue;
                }
                rows.extend(parse(&mut Row { file, line, columns, order: &order, record: &record, problems }));
            }
        }
    }
    if !any {
        problems.push(Problem::new(file, "line 2", "the table has no rows", "at least one row"));
    }
    rows
}

/// Position of each column in the file; `None` if the header is wrong.
fn header(file: &str, record: &StringRecord, columns: &[&str], problems: &mut Vec<Problem>) -> Option<Vec<usize>> {
    let before = problems.len();
    let all = columns.join(",");
    if let ([only], true) = (&record.iter().collect::<Vec<_>>()[..], columns.len() > 1)
        && let Some((mark, word)) = [(';', "semicolons"), ('\t', "tabs")].into_iter().find(|(mark, _)| only.contains(*mark))
    {
        let found = format!("columns are separated by {word} (`{mark}`)");
        problems.push(Problem::new(file, "line 1", found.replace('\t', "tab"), format!("commas: `{all}`")));
        return None;
    }
    for (i, name) in record.iter().enumerate() {
        if record.iter().take(i).any(|earlier| earlier == name) {
            problems.push(Problem::new(
                file,
                format!("line 1, column {}", i + 1),
                format!("column `{name}` stands twice"),
                format!("each of `{all}` once"),
            ));
        } else if !columns.contains(&name) {
            problems.push(Problem::new(
                file,
                format!("line 1, column {}", i + 1),
                format!("unknown column `{name}`"),
                format!("only `{all}`"),
            ));
        }
    }
    let mut order = Vec::with_capacity(columns.len());
    for column in columns {
        match record.iter().position(|name| name == *column) {
            Some(position) => order.push(position),
            None => problems.push(Problem::new(
                file,
                "line 1",
                format!("column `{column}` is missing"),
                format!("the header `{all}`"),
            )),
        }
    }
    (problems.len() == before).then_some(order)
}

/// One row under its header.
pub struct Row<'a> {
    file: &'a str,
    line: u64,
    columns: &'a [&'a str],
    order: &'a [usize],
    record: &'a StringRecord,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Row<'a> {
    /// Line in the file, starting at 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The text of a cell without surrounding blanks; may be empty. An unknown column name is a mistake of the reader's author
    /// and reads as empty.
    pub fn cell(&self, column: &str) -> &'a str {
        let position = self.columns.iter().position(|name| *name == column);
        position.and_then(|i| self.record.get(self.order[i])).map_or("", str::trim)
    }

    /// Reports a problem of one cell.
    pub fn problem(&mut self, column: &str, expected: impl Into<String>) {
        let cell = self.cell(column);
        let found = if cell.is_empty() { "an empty cell".to_owned() } else { format!("`{}`", shorten(cell)) };
        self.problems.push(Problem::new(self.file, format!("line {}, {column}", self.line), found, expected));
    }

    /// How many problems are known so far, so that a reader can tell whether its row added one.
    pub fn problems(&self) -> usize {
        self.problems.len()
    }

    /// Reports a problem of the whole row.
    pub fn row_problem(&mut self, found: impl Into<String>, expected: impl Into<String>) {
        self.problems.push(Problem::new(self.file, format!("line {}", self.line), found, expected));
    }

    /// Text that may be empty.
    pub fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// Text that must not be empty.
    pub fn needed(&mut self, column: &str) -> String {
        if self.cell(column).is_empty() {
            self.problem(column, "a text");
        }
        self.text(column)
    }

    /// A number, or `None` for an empty cell. Not a number and infinity are refused.
    pub fn number(&mut self, column: &str) -> Option<f64> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => Some(value),
            _ => {
                self.problem(
                    column,
                    format!("a number{}, with a decimal point and without unit or thousands separator", self.unit(column)),
                );
                None
            }
        }
    }

    /// A number of 0 or more, or `None` for an empty cell.
    pub fn amount(&mut self, column: &str) -> Option<f64> {
        let value = self.number(column)?;
        if value < 0.0 {
            self.problem(column, format!("a number{} of 0 or more", self.unit(column)));
        }
        Some(value)
    }

    /// A number above 0, or `None` for an empty cell.
    pub fn above_zero(&mut self, column: &str) -> Option<f64> {
        let value = self.number(column)?;
        if value <= 0.0 {
            self.problem(column, format!("a number{} above 0, or an empty cell if none is published", self.unit(column)));
            return None;
        }
        Some(value)
    }

    /// A share between 0 and 1, or `None` for an empty cell.
    pub fn share(&mut self, column: &str) -> Option<f64> {
        let value = self.number(column)?;
        if !(0.0..=1.0).contains(&value) {
            self.problem(column, "a share between 0 and 1");
        }
        Some(value)
    }

    /// The unit in a column's name, as messages say it; ranges have that of the table.
    fn unit(&self, column: &str) -> &'static str {
        match column {
            "low" | "high" if !self.columns.contains(&"tonnes") => "",
            "tonnes" | "low" | "high" | "prior" | "spread" => " of tonnes",
            "value_kusd" => " of thousand US dollars",
            "usd_per_t" | "opex_usd_per_t" => " of US dollars per tonne",
            "gdp_usd" => " of US dollars",
            "capex_usd_m" => " of million US dollars",
            _ => "",
        }
    }

    /// A calendar year.
    pub fn year(&mut self, column: &str) -> i32 {
        match self.cell(column).parse::<i32>() {
            Ok(year) if YEARS.contains(&year) => year,
            _ => {
                self.problem(column, format!("a year between {} and {}", YEARS.start(), YEARS.end()));
                0
            }
        }
    }

    /// A calendar year, or `None` for an empty cell.
    pub fn optional_year(&mut self, column: &str) -> Option<i32> {
        if self.cell(column).is_empty() { None } else { Some(self.year(column)) }
    }

    /// A year, a month or a day.
    pub fn period(&mut self, column: &str) -> Option<Period> {
        let found = Period::parse(self.cell(column));
        if found.is_none() {
            self.problem(column, "a year, a month or a day, like 2024, 2024-08 or 2024-08-15");
        }
        found
    }

    /// One of a list of words; the text of the cell comes back whatever it is.
    pub fn one_of(&mut self, column: &str, words: &[&str]) -> String {
        if !words.contains(&self.cell(column)) {
            self.problem(column, format!("one of `{}`", words.join("`, `")));
        }
        self.text(column)
    }

    /// 0 or 1.
    pub fn flag(&mut self, column: &str) -> bool {
        match self.cell(column) {
            "0" => false,
            "1" => true,
            _ => {
                self.problem(column, "0 or 1");
                false
            }
        }
    }

    /// One of the words of an enum.
    pub fn word<T: for<'de> Deserialize<'de>>(&mut self, column: &str) -> Option<T> {
        let cell: StrDeserializer<'_, WordError> = self.cell(column).into_deserializer();
        match T::deserialize(cell) {
            Ok(word) => Some(word),
            Err(error) => {
                let message = error.to_string();
                let expected = message.split_once(", expected ").map_or(message.as_str(), |(_, expected)| expected);
                self.problem(column, expected.to_owned());
                None
            }
        }
    }

    /// One of the words of an enum, or nothing.
    pub fn optional_word<T: for<'de> Deserialize<'de>>(&mut self, column: &str) -> Option<T> {
        if self.cell(column).is_empty() { None } else { self.word(column) }
    }
}

/// At most 60 characters of a cell in one line, so that a message stays readable.
fn shorten(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.chars().count() <= 60 { text } else { text.chars().take(57).chain("...".chars()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 3] = ["name", "year", "tonnes"];

    fn table(bytes: &[u8]) -> (usize, Vec<String>) {
        let mut problems = Vec::new();
        let rows = parse_bytes("t.csv", bytes, &COLUMNS, &mut problems, |row| {
            Some((row.needed("name"), row.year("year"), row.amount("tonnes")))
        });
        (rows.len(), problems.iter().map(Problem::to_string).collect())
    }

    fn refuses(bytes: &[u8], parts: &[&str]) {
        let (_, problems) = table(bytes);
        let all = problems.join("\n");
        assert!(!problems.is_empty() && parts.iter().all(|part| all.contains(part)), "{all}");
    }

    #[test]
    fn a_good_table_has_no_problem() {
        assert_eq!(table(b"name,year,tonnes\na,2024,1.5\nb,2023,\n"), (2, Vec::new()));
    }

    #[test]
    fn columns_may_stand_in_any_order_and_lines_end_in_crlf() {
        assert_eq!(table(b"\xEF\xBB\xBFtonnes,name,year\r\n1.5,a,2024\r\n"), (1, Vec::new()));
    }

    #[test]
    fn empty_inputs_are_named() {
        refuses(b"", &["t.csv: line 1: the file is empty; expected the header `name,year,tonnes`"]);
        refuses(b"name,year,tonnes\n", &["the table has no rows"]);
    }

    #[test]
    fn header_problems_name_the_column() {
        refuses(b"name,year\na,2024\n", &["column `tonnes` is missing"]);
        refuses(b"name,year,kilotonnes\na,2024,1\n", &["unknown column `kilotonnes`", "column `tonnes` is missing"]);
        refuses(b"name,year,tonnes,year\na,2024,1,1\n", &["column `year` stands twice"]);
        refuses(b"name;year;tonnes\na;2024;1\n", &["separated by semicolons"]);
    }

    #[test]
    fn half_files_are_named() {
        refuses(b"name,year,tonnes\na,2024,1\nb,20", &["line 3", "2 fields", "3 fields; the row may be cut off"]);
        refuses(b"name,year,tonnes\n\"a,2024,1\n", &["never closed", "`a,2024,1 `"]);
    }

    #[test]
    fn all_problems_are_found_in_one_go() {
        let (_, problems) = table(b"name,year,tonnes\n,1066,-5\nb,x,NaN\nc,2024,inf\nd,2024,5 kt\ne,2024,\"1,5\"\n");
        assert_eq!(problems.len(), 8, "{problems:#?}");
        assert_eq!(problems[0], "t.csv: line 2, name: an empty cell; expected a text");
        assert_eq!(problems[1], "t.csv: line 2, year: `1066`; expected a year between 1900 and 2100");
        assert_eq!(problems[2], "t.csv: line 2, tonnes: `-5`; expected a number of tonnes of 0 or more");
        assert!(problems[6].contains("`5 kt`; expected a number of tonnes, with a decimal point and without unit"));
    }
}
