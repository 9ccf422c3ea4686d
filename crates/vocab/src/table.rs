//! A finished table: the same for the terminal, CSV, JSON and the briefing.

/// A table with stable ids, so that every cell has a name one can ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Short id: file name without ending.
    pub id: &'static str,
    /// Title in the language asked for.
    pub title: String,
    /// Columns, key columns first.
    pub columns: Vec<Column>,
    /// Rows, in the order shown.
    pub rows: Vec<Row>,
    /// What the reader must know below the table.
    pub notes: Vec<String>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Stable id: CSV header and last part of an explain key.
    pub id: &'static str,
    /// Heading in the language asked for, with the unit.
    pub heading: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// First part of the explain key of its cells, for example `gallium` or `gallium.refined.CHN`.
    pub key: String,
    /// As many cells as columns.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A word.
    Text(String),
    /// A number and how to show it; machine formats keep the full value.
    Number(f64, Format),
    /// Nobody published or derived it: shown as "no data", never as zero.
    NoData,
    /// The question does not arise (a by-product has no mine).
    NotApplicable,
}

impl Cell {
    /// A number cell, or no data.
    pub fn number(value: Option<f64>, format: Format) -> Self {
        value.map_or(Cell::NoData, |value| Cell::Number(value, format))
    }
}

/// How people see a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A share 0..1 shown in percent without decimals.
    Percent,
    /// Tonnes, three significant figures.
    Tonnes,
    /// An index 0..1 with two decimals.
    Index,
    /// A count.
    Count,
    /// US dollars per tonne, three significant figures.
    UsdPerTonne,
    /// A multiple of something, with two or three figures.
    Multiple,
    /// US dollars, shown in millions with three significant figures.
    Usd,
}
