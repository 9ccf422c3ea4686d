//! Outputs: tables, charts and the briefing, in German and English.
//!
//! Nothing is computed here. Results are sorted, counted and written down; what has no data says so.

pub mod briefing;
pub mod charts;
pub mod context;
pub mod csv;
pub mod findings;
pub mod german;
pub mod grammar;
pub mod json;
pub mod locale;
pub mod naming;
pub mod numbers;
mod phrases;
pub mod summary;
pub mod tables;
pub mod terminal;
pub mod xlsx;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod fixture_losses;
#[cfg(test)]
mod fixture_pathways;

pub use briefing::{BriefingInput, CutOff, CutOffFocus, Driver, File, Focus, MeasuresCounted, PathwayPart, StockpilePart};
pub use summary::summary;

/// Pieces of pages as markup, in the style of the briefing.
pub mod html {
    pub use crate::briefing::CSS;
    pub use crate::briefing::figure::render as figure;
    pub use crate::briefing::html_table::{Td, cell};
    pub use crate::charts::svg::{HATCH, escape};
}
