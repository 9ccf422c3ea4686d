//! The back-test gives what the book says, and the model is not beaten by a rule of one line.

use std::fs;
use std::path::Path;

use adit_api::table::{Cell, Format, Table};
use adit_api::{Naming, Session};

fn tables() -> Vec<Table> {
    let session = Session::open(None).expect("the data inside the program can be read");
    session.backtest_tables(&session.backtest().expect("every event clears"), Naming::Ids)
}

fn table<'a>(tables: &'a [Table], id: &str) -> &'a Table {
    tables.iter().find(|table| table.id == id).unwrap_or_else(|| panic!("no table {id}"))
}

fn value(table: &Table, key: &str, column: &str) -> f64 {
    let place = table.columns.iter().position(|known| known.id == column).expect("a column");
    let row = table.rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"));
    match row.cells[place] {
        Cell::Number(value, _) => value,
        _ => panic!("{key}.{column} has no number"),
    }
}

/// A number as the book prints it.
fn printed(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number(value, Format::Percent) => Some(format!("{:.0} %", 100.0 * value)),
        Cell::Number(value, _) => Some(format!("{value:.2}").replace("-0.00", "0.00")),
        Cell::NotApplicable => Some("–".to_owned()),
        Cell::Text(_) | Cell::NoData => None,
    }
}

#[test]
fn the_book_prints_what_the_program_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/methods/back-test.md");
    let page = fs::read_to_string(page).expect("the page of the back-test");
    let mut compared = 0;
    for table in &tables()[1..] {
        for row in &table.rows {
            let numbers: Vec<String> = row.cells.iter().filter_map(printed).collect();
            let end = format!("| {} |", numbers.join(" | "));
            let start = format!("| `{}` |", row.key);
            assert!(
                page.lines().any(|line| line.starts_with(&start) && line.ends_with(&end)),
                "{}: the page has no line `{start} ... {end}`",
                table.id
            );
            compared += 1;
        }
    }
    assert!(compared > 35, "{compared} rows");
}

#[test]
fn the_model_is_below_every_rule_and_its_bands_are_honest() {
    let tables = tables();
    let models = table(&tables, "backtest_models");
    let error = value(models, "model", "error");
    for rival in ["constant", "multiplier", "iso_elastic", "linear"] {
        assert!(error < value(models, rival, "error"), "{rival}");
        assert!(value(models, "model", "within_two") > value(models, rival, "within_two"), "{rival}");
    }
    let bands = table(&tables, "backtest_bands");
    for band in ["estimated", "what_if"] {
        assert!((0.7..=0.9).contains(&value(bands, band, "coverage")), "{band}");
    }
}
