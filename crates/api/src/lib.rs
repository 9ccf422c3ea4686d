//! The one door to Adit: requests in, answers out. Nothing is computed or formatted here.

pub mod alliance;
pub mod backcast;
pub mod backtest;
pub mod brief;
mod brief_pathways;
pub mod citation;
pub mod data;
pub mod dossier;
pub mod explain;
pub mod exposure;
pub mod figures;
pub mod history;
pub mod indicators;
pub mod lookups;
pub mod losses;
pub mod materials;
pub mod measures;
mod moved;
pub mod output;
pub mod overview;
pub mod package;
pub mod pathway;
pub mod purchases;
pub mod rerun;
pub mod run_record;
pub mod scenario;
pub mod schemas;
pub mod screen;
pub mod session;
pub mod settlement;
pub mod sorting;
pub mod stockpile;
pub mod what_if;
mod words;
pub mod workbook;

pub use adit_report::naming::Naming;
pub use adit_vocab::{lang, problem, table};
pub use session::{Problems, Session, VERSION};

/// Tables as files or as text.
pub mod write {
    pub use adit_report::csv::write as csv;
    pub use adit_report::german::line as problem;
    pub use adit_report::json::write as json;
    pub use adit_report::numbers::{number, usd};
    pub use adit_report::terminal::{wrap, write as terminal};
}

/// Words and pieces of pages.
pub mod page {
    pub use adit_report::charts::svg::Figure;
    pub use adit_report::html::{CSS, HATCH, Td, cell, escape, figure};
    pub use adit_report::locale::{Args, Words};
    pub use adit_report::naming::capitalised;
    pub use adit_report::numbers;
    pub use adit_vocab::source::Source;
}
