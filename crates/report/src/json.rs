//! JSON: one object a row, numbers in full, `null` with a reason where there is no data.

use adit_vocab::table::{Cell, Table};
use serde_json::{Map, Value, json};

use crate::csv::status_of;

/// Writes a table as `{id, title, columns, rows, notes}`. A row holds its `key` and one value a column; `missing` names
/// the columns that are `null` and says why (`no_data` or `not_applicable`).
pub fn write(table: &Table) -> Value {
    let columns: Vec<Value> = table.columns.iter().map(|column| json!({ "id": column.id, "heading": column.heading })).collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
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
            Value::Object(object)
        })
        .collect();
    json!({ "id": table.id, "title": table.title, "columns": columns, "rows": rows, "notes": table.notes })
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
    use adit_vocab::table::{Column, Format, Row};

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
