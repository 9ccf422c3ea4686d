//! Putting a table in the order of one column.

use std::cmp::Ordering;

use adit_vocab::lookup::{Found, find};
use adit_vocab::problem::Problem;
use adit_vocab::table::{Cell, Table};

/// Sorts by a column id (`passes-through` is as good as `passes_through`): numbers from the largest down, words from A to Z.
/// What has no data comes last: it is not small, it is unknown.
pub fn sort(table: &mut Table, column: &str) -> Result<(), Problem> {
    let ids = table.columns.iter().enumerate().map(|(i, column)| (column.id, i, column.id));
    match find(column, ids) {
        Found::One(position) => {
            table.rows.sort_by(|a, b| order(&a.cells[position], &b.cells[position]));
            Ok(())
        }
        Found::Nearest(_) => {
            let ids: Vec<&str> = table.columns.iter().map(|column| column.id).collect();
            Err(Problem::new("command line", "--sort", format!("`{column}`"), format!("one of the columns {}", ids.join(", "))))
        }
    }
}

fn order(a: &Cell, b: &Cell) -> Ordering {
    let rank = |cell: &Cell| match cell {
        Cell::Number(..) | Cell::Text(_) => 0,
        Cell::NotApplicable => 1,
        Cell::NoData => 2,
    };
    match (a, b) {
        (Cell::Number(a, _), Cell::Number(b, _)) => b.total_cmp(a),
        (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
        _ => rank(a).cmp(&rank(b)),
    }
}

#[cfg(test)]
mod tests {
    use adit_vocab::table::{Column, Format, Row};

    use super::*;

    fn table() -> Table {
        let row = |key: &str, cell: Cell| Row { key: key.into(), cells: vec![Cell::Text(key.into()), cell] };
        Table {
            id: "t",
            title: String::new(),
            columns: ["name", "passes_through"].map(|id| Column { id, heading: id.into() }).into(),
            rows: vec![
                row("unknown", Cell::NoData),
                row("none", Cell::NotApplicable),
                row("small", Cell::Number(0.1, Format::Percent)),
                row("large", Cell::Number(0.9, Format::Percent)),
            ],
            notes: Vec::new(),
        }
    }

    #[test]
    fn unknown_comes_last() {
        let mut table = table();
        sort(&mut table, "passes-through").expect("a column");
        assert_eq!(table.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["large", "small", "none", "unknown"]);
    }

    #[test]
    fn a_wrong_column_gets_the_list() {
        let message = sort(&mut table(), "pases").expect_err("no such column").to_string();
        assert_eq!(message, "command line: --sort: `pases`; expected one of the columns name, passes_through");
    }
}
