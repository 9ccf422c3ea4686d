//! CSV: stable ids as header, numbers in full, empty where there is no data.

use adit_vocab::table::{Cell, Table};
use csv::{Terminator, WriterBuilder};

/// Writes a table. The first column `key` names the row. A column in which some cells do not apply gets a companion
/// `<id>_status` that tells `not_applicable` from `no_data`.
pub fn write(table: &Table) -> String {
    let needs_status: Vec<bool> = (0..table.columns.len())
        .map(|place| table.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::NotApplicable))))
        .collect();

    let mut header = vec!["key".to_owned()];
    for (column, &status) in table.columns.iter().zip(&needs_status) {
        header.push(column.id.to_owned());
        if status {
            header.push(format!("{}_status", column.id));
        }
    }
    let mut records = vec![header];
    for row in &table.rows {
        let mut record = vec![row.key.clone()];
        for (cell, &status) in row.cells.iter().zip(&needs_status) {
            record.push(value(cell));
            if status {
                record.push(status_of(cell).to_owned());
            }
        }
        records.push(record);
    }
    to_text(&records)
}

/// Machine form of a cell: the text, the number in full, or nothing.
fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        // `Display` of f64 is the shortest text that reads back to the same number, without an exponent.
        Cell::Number(number, _) if number.is_finite() => number.to_string(),
        _ => String::new(),
    }
}

/// Why a cell is empty; empty if it is not.
pub(crate) fn status_of(cell: &Cell) -> &'static str {
    match cell {
        Cell::Number(number, _) if !number.is_finite() => "no_data",
        Cell::Text(_) | Cell::Number(..) => "",
        Cell::NoData => "no_data",
        Cell::NotApplicable => "not_applicable",
    }
}

fn to_text(records: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("records have equal length and memory takes all writes");
    }
    let bytes = writer.into_inner().expect("memory takes all writes");
    String::from_utf8(bytes).expect("all fields are UTF-8")
}

#[cfg(test)]
mod tests {
    use adit_vocab::table::{Column, Format, Row};

    use super::*;

    fn table(cells: Vec<Vec<Cell>>) -> Table {
        Table {
            id: "test",
            title: String::new(),
            columns: vec![Column { id: "name", heading: "Name".into() }, Column { id: "share", heading: "Share".into() }],
            rows: (0..).zip(cells).map(|(i, cells)| Row { key: format!("row{i}"), cells }).collect(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn numbers_come_back_bit_for_bit() {
        let numbers = [1.0 / 3.0, 380_000.0, 1e-9, 0.1 + 0.2];
        let text = write(&table(
            numbers.iter().map(|&n| vec![Cell::Text("a, \"b\"".into()), Cell::Number(n, Format::Percent)]).collect(),
        ));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let found: Vec<(String, String, f64)> = reader.deserialize().map(|row| row.expect("well-formed")).collect();
        assert_eq!(found.iter().map(|row| row.2).collect::<Vec<_>>(), numbers);
        assert!(found.iter().all(|row| row.1 == "a, \"b\""));
    }

    #[test]
    fn a_status_column_only_where_needed() {
        let plain = write(&table(vec![vec![Cell::Text("a".into()), Cell::NoData]]));
        assert_eq!(plain, "key,name,share\nrow0,a,\n");
        let told = write(&table(vec![
            vec![Cell::Text("a".into()), Cell::NoData],
            vec![Cell::Text("b".into()), Cell::NotApplicable],
            vec![Cell::Text("c".into()), Cell::Number(0.5, Format::Percent)],
        ]));
        assert_eq!(told, "key,name,share,share_status\nrow0,a,,no_data\nrow1,b,,not_applicable\nrow2,c,0.5,\n");
    }

    #[test]
    fn what_is_not_finite_is_no_data() {
        let text = write(&table(vec![vec![Cell::Text("a".into()), Cell::Number(f64::NAN, Format::Index)]]));
        assert_eq!(text, "key,name,share\nrow0,a,\n");
    }
}
