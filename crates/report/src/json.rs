//! JSON: one object a row, numbers in full, `null` with a reason where there is no data.

use adit_vocab::table::{Cell, Row, Table};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::csv::status_of;

/// A table in JSON.
#[derive(Serialize, JsonSchema)]
pub struct TableDocument {
    /// Stable id of the table.
    id: String,
    /// Title; the id where stable ids are asked for.
    title: String,
    /// Columns in order.
    columns: Vec<ColumnDocument>,
    /// One object a row: its `key`, one value a column by id, and `missing`, which names the columns that are `null` and says
    /// why (`no_data` or `not_applicable`).
    rows: Vec<Map<String, Value>>,
    /// What the reader must know.
    notes: Vec<String>,
}

/// A column.
#[derive(Serialize, JsonSchema)]
struct ColumnDocument {
    /// Stable id: the key in the rows, and the last part of an explain key.
    id: String,
    /// Heading.
    heading: String,
}

/// Writes a table.
pub fn write(table: &Table) -> Value {
    let document = TableDocument {
        id: table.id.to_owned(),
        title: table.title.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| ColumnDocument { id: column.id.to_owned(), heading: column.heading.clone() })
            .collect(),
        rows: table.rows.iter().map(|row| object(table, row)).collect(),
        notes: table.notes.clone(),
    };
    serde_json::to_value(document).unwrap_or_default()
}

fn object(table: &Table, row: &Row) -> Map<String, Value> {
    let mut object = Map::new();
    let mut missing = Map::new();
    object.insert("key".into(), row.key.clone().into());
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        object.insert(column.id.into(), value(cell));
        let status = status_of(cell);
        if !status.is_empty() {
            missing.insert(column.id.into(), status.into());
        }
    }
    if !missing.is_empty() {
        object.insert("missing".into(), missing.into());
    }
    object
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => text.clone().into(),
        Cell::Number(number, _) => serde_json::Number::from_f64(*number).map_or(Value::Null, Value::Number),
        Cell::NoData | Cell::NotApplicable => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use adit_vocab::table::{Column, Format};
    use serde_json::json;

    use super::*;

    #[test]
    fn missing_has_a_reason() {
        let table = Table {
            id: "test",
            title: "Test".into(),
            columns: vec![Column { id: "a", heading: "A".into() }, Column { id: "b", heading: "B".into() }],
            rows: vec![Row { key: "x".into(), cells: vec![Cell::Number(0.25, Format::Percent), Cell::NoData] }],
            notes: vec![],
        };
        let found = write(&table);
        assert_eq!(found["rows"][0], json!({ "key": "x", "a": 0.25, "b": null, "missing": { "b": "no_data" } }));
    }
}
