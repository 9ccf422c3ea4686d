//! The one door to Adit: requests in, answers out. Nothing is computed or formatted here.

pub mod alliance;
pub mod backcast;
pub mod backtest;
pub mod brief;
mod brief_pathways;
pub mod citation;
pub mod data;
pub mod explain;
pub mod exposure;
pub mod indicators;
pub mod lookups;
pub mod losses;
pub mod materials;
pub mod measures;
mod moved;
pub mod output;
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
    pub use adit_report::json::write as json;
    pub use adit_report::numbers::{number, usd};
    pub use adit_report::terminal::{wrap, write as terminal};
}
