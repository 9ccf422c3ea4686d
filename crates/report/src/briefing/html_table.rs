//! A table inside the page: shares as heat cells, no data hatched, what does not apply in plain grey.

use adit_vocab::table::{Cell, Format, Table};
use askama::Template;

use crate::context::Context;
use crate::locale::Words;
use crate::numbers;

/// One cell as shown.
#[derive(Clone, Debug, Default)]
pub struct Td {
    /// Text.
    pub text: String,
    /// Class that sets its look.
    pub class: String,
    /// True if the text is a grade.
    pub grade: bool,
}

#[derive(Template)]
#[template(path = "table.html")]
struct TableView {
    label: String,
    dense: bool,
    heads: Vec<Td>,
    rows: Vec<Vec<Td>>,
}

/// A table as markup. A dense one writes what is missing in short.
pub fn render(label: String, heads: Vec<String>, rows: Vec<Vec<Td>>, dense: bool) -> String {
    // A head stands over its column: left over words, centred over grades.
    let class = |place: usize| {
        rows.iter().find_map(|row| row.get(place).map(|cell| cell.class.as_str()).filter(|class| ["t", "c"].contains(class)))
    };
    let heads = heads
        .into_iter()
        .enumerate()
        .map(|(place, text)| Td { text, class: class(place).unwrap_or_default().to_owned(), grade: false })
        .collect();
    super::render(&TableView { label, dense, heads, rows })
}

/// Some columns of a finished table, with its rows as they stand.
pub fn of(context: &Context, table: &Table, ids: &[&str]) -> String {
    let places: Vec<usize> = ids.iter().filter_map(|id| table.columns.iter().position(|column| column.id == *id)).collect();
    let heads = places.iter().map(|&place| table.columns[place].heading.clone()).collect();
    let rows = table
        .rows
        .iter()
        .map(|row| places.iter().map(|&place| cell(&context.words, &row.cells[place], table.columns[place].id, true)).collect())
        .collect();
    render(table.title.clone(), heads, rows, true)
}

/// A cell as shown: shares between 0 and 1 as heat, grades as their letter in a square.
pub fn cell(words: &Words, cell: &Cell, column: &str, dense: bool) -> Td {
    let lang = words.lang();
    let word = |long: &str, short: &str| words.get(if dense { short } else { long });
    match cell {
        Cell::Text(text) => {
            Td { text: text.clone(), class: if column == "grade" { "c" } else { "t" }.to_owned(), grade: column == "grade" }
        }
        Cell::Number(value, Format::Percent) if *value < 0.0 => {
            Td { text: words.get("net-exporter"), class: "na".to_owned(), grade: false }
        }
        Cell::Number(value, Format::Percent) => heat(*value, numbers::percent(*value, lang)),
        Cell::Number(value, format) => Td { text: numbers::number(*value, *format, lang), ..Td::default() },
        Cell::NoData if column == "grade" => Td { text: "–".to_owned(), class: "c na".to_owned(), grade: false },
        Cell::NoData => Td { text: word("no-data", "no-data-short"), class: "nd".to_owned(), grade: false },
        Cell::NotApplicable => Td { text: word("not-applicable", "not-applicable-short"), class: "na".to_owned(), grade: false },
    }
}

/// A heat cell in steps of 20 percentage points.
pub fn heat(share: f64, text: String) -> Td {
    let step = (share.clamp(0.0, 1.0) * 5.0).floor().min(4.0);
    Td { text, class: format!("heat h{step}"), grade: false }
}
