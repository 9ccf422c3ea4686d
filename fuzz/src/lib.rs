//! What the fuzz targets share: the look-up tables, sheets out of bytes, and what must hold of every harvest.

use std::sync::OnceLock;

use adit_data::files::FileSet;
use adit_data::read_reference;
use adit_data::sources::MOST_PROBLEMS;
use adit_data::sources::cells::{Cell, Sheet};
use adit_data::sources::harvest::Harvest;
use adit_data::sources::maps::Maps;
use adit_vocab::problem::Problem;

/// The look-up tables of the data inside the program, made once.
pub fn maps() -> &'static Maps {
    static MAPS: OnceLock<Maps> = OnceLock::new();
    MAPS.get_or_init(|| {
        let files = FileSet::embedded();
        Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance")
    })
}

/// Sheets out of text: a line that starts with `#` begins a sheet of that name, cells are separated by `|`.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let text = String::from_utf8_lossy(bytes);
    let mut sheets = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('#') {
            sheets.push(Sheet { name: name.to_owned(), rows: Vec::new() });
        } else if let Some(sheet) = sheets.last_mut() {
            sheet.rows.push(line.split('|').map(cell).collect());
        }
    }
    sheets
}

fn cell(text: &str) -> Cell {
    match text.parse::<f64>() {
        _ if text.is_empty() => Cell::Empty,
        Ok(value) => Cell::Number(value),
        Err(_) => Cell::Text(text.to_owned()),
    }
}

/// Either rows that our own readers take, or at least one problem and not too many.
pub fn check(result: Result<Harvest, Vec<Problem>>) {
    match result {
        Err(problems) => assert!((1..=MOST_PROBLEMS).contains(&problems.len()), "{} problems", problems.len()),
        Ok(harvest) => {
            for (table, rows) in &harvest.rows {
                let value = table.columns().iter().position(|column| *column == table.value()).expect("a column of figures");
                for row in rows {
                    assert_eq!(row.len(), table.columns().len());
                    assert!(row[value].is_empty() || row[value].parse::<f64>().is_ok_and(f64::is_finite), "{row:?}");
                }
            }
        }
    }
}
