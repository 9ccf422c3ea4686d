//! Outputs: tables, charts and the briefing, in German and English.
//!
//! Nothing is computed here. Results are sorted, counted and written down; what has no data says so.

pub mod briefing;
pub mod charts;
pub mod context;
pub mod csv;
pub mod findings;
pub mod grammar;
pub mod json;
pub mod locale;
pub mod naming;
pub mod numbers;
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

pub use briefing::{BriefingInput, CutOff, CutOffFocus, Driver, File, Focus, PathwayPart, StockpilePart};
pub use summary::summary;
