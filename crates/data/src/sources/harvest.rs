//! What an importer takes from a file, and what it leaves.

use std::collections::{BTreeMap, BTreeSet};

use crate::inputs::{consumption, governance, prices, production, trade, world};

/// A table of ours that imports write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Output by country.
    Production,
    /// World totals.
    World,
    /// Consumption.
    Use,
    /// Prices.
    Prices,
    /// Trade.
    Trade,
    /// Governance.
    Governance,
}

impl Table {
    /// The file.
    pub fn file(self) -> &'static str {
        match self {
            Table::Production => production::FILE,
            Table::World => world::FILE,
            Table::Use => consumption::FILE,
            Table::Prices => prices::FILE,
            Table::Trade => trade::FILE,
            Table::Governance => governance::FILE,
        }
    }

    /// Its columns, in the order of the rows of a [`Harvest`].
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Production => &production::COLUMNS,
            Table::World => &world::COLUMNS,
            Table::Use => &consumption::COLUMNS,
            Table::Prices => &prices::COLUMNS,
            Table::Trade => &trade::COLUMNS,
            Table::Governance => &governance::COLUMNS,
        }
    }

    /// Columns that say what a new edition replaces: all rows of older editions with the same values there.
    pub fn scope(self) -> &'static [&'static str] {
        match self {
            Table::Production | Table::World => &["material", "stage", "kind"],
            Table::Use => &["material", "kind"],
            Table::Prices => &["material", "stage"],
            Table::Trade => &["edition", "code"],
            Table::Governance => &["year"],
        }
    }

    /// Columns that make a row the same row in two editions.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Table::Production => &["material", "stage", "kind", "country", "year"],
            Table::World => &["material", "stage", "kind", "year"],
            Table::Use => &["material", "country", "year", "kind"],
            Table::Prices => &["material", "stage", "year"],
            Table::Trade => &["edition", "code", "exporter", "importer", "year"],
            Table::Governance => &["iso3", "year", "indicator"],
        }
    }

    /// The column with the figure.
    pub fn value(self) -> &'static str {
        match self {
            Table::Production | Table::World | Table::Use => "tonnes",
            Table::Prices => "usd_per_t",
            Table::Trade => "value_kusd",
            Table::Governance => "estimate",
        }
    }

    /// True if rows of other publishers are replaced, too: the rows of one customs code must come from one file.
    pub fn replaces_others(self) -> bool {
        self == Table::Trade
    }

    /// The values of a row in some columns.
    pub fn pick(self, row: &[String], columns: &[&str]) -> Vec<String> {
        let position = |column: &&str| self.columns().iter().position(|name| name == column);
        columns.iter().map(|column| position(column).and_then(|i| row.get(i)).cloned().unwrap_or_default()).collect()
    }
}

/// Rows for the tables of ours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Harvest {
    /// Short name of the edition, which completes the id of the source: `2027`, `202701`.
    pub edition: String,
    /// Year of publication, as far as the file shows it.
    pub published: Option<i32>,
    /// Years the figures speak of.
    pub years: BTreeSet<i32>,
    /// Rows by table. The column `source` is empty; it is filled when the edition is known.
    pub rows: BTreeMap<Table, Vec<Vec<String>>>,
    /// What was not taken.
    pub left: Vec<Left>,
    /// Codes that were put together from codes of another edition.
    pub read_as: Vec<ReadAs>,
}

impl Harvest {
    /// Adds a row of a table.
    pub fn add(&mut self, table: Table, row: Vec<String>) {
        debug_assert_eq!(row.len(), table.columns().len());
        self.rows.entry(table).or_default().push(row);
    }
}

/// Something the file holds and the import does not take, or the other way round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// What it is.
    pub what: LeftWhat,
    /// Its name, as printed or as we call it.
    pub name: String,
    /// How many rows or figures.
    pub rows: usize,
    /// More about it, in English; may be empty.
    pub note: String,
}

/// Kinds of things left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftWhat {
    /// A country whose name or code is not known.
    Country,
    /// A commodity of which no material is known.
    Commodity,
    /// A table counted on another basis than ours.
    OtherBasis,
    /// A customs code whose goods are others in this edition.
    CustomsCode,
    /// A table that is expected and not in the file; rows of the older edition stay.
    NotFound,
    /// A code that the material's file still marks as missing.
    StillMissing,
    /// The base year is not in the file.
    NoBaseYear,
}

/// A code of ours that was put together from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// Edition and code of ours.
    pub code: String,
    /// Edition and codes of the file.
    pub from: String,
    /// What differs.
    pub note: String,
}
