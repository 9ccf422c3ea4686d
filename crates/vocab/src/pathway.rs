//! A pathway: what happens to the market of one material year by year, and to the plants that are planned or built for it.
//!
//! Tonnes are those of the year. Prices are in base prices.

use crate::country::CountryId;
use crate::stage::Stage;

/// The market of one material over some years.
#[derive(Clone, Debug, PartialEq)]
pub struct Pathway {
    /// The stages, upstream first.
    pub stages: Vec<Stage>,
    /// True if money is US dollars of the base year; else it means nothing.
    pub priced: bool,
    /// Year after year.
    pub years: Vec<Year>,
    /// Plants that were planned at the start or began on the way.
    pub plants: Vec<PlantPath>,
}

/// One year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// Trend of use over that of the base year.
    pub growth: f64,
    /// Mean price outside the feared supplier, weighted by the use of the base year; `None` if nobody uses it there.
    pub outside: Option<f64>,
    /// Mean price inside it; `None` if it uses nothing.
    pub inside: Option<f64>,
    /// The feared supplier's part of world output, by stage; `None` without output.
    pub shares: Vec<Option<f64>>,
    /// What each measure costs whoever pays, and brings in again, money, in the order of the package.
    pub cash: Vec<Cash>,
    /// What a flooding supplier forgoes against base prices on all it makes at the last stage, money.
    pub forgone: f64,
}

/// Money paid and received.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cash {
    /// Paid out.
    pub paid: f64,
    /// Received.
    pub received: f64,
}

impl Cash {
    /// What it costs in the end; negative for a gain.
    pub fn net(&self) -> f64 {
        self.paid - self.received
    }

    /// Both together.
    pub fn plus(self, other: Cash) -> Cash {
        Cash { paid: self.paid + other.paid, received: self.received + other.received }
    }
}

/// What becomes of a plant.
#[derive(Clone, Debug, PartialEq)]
pub struct PlantPath {
    /// Position in the list of projects; `None` for one that nobody has named yet.
    pub project: Option<usize>,
    /// Stage whose output it adds to.
    pub stage: Stage,
    /// Where.
    pub country: CountryId,
    /// Tonnes a year when it is full.
    pub tonnes: f64,
    /// Year of the investment decision; `None` if there was none, or before the start.
    pub decided: Option<i32>,
    /// Year of first output.
    pub first_output: Option<i32>,
    /// Year in which it was given up.
    pub dropped: Option<i32>,
    /// Tonnes made, by year.
    pub output: Vec<f64>,
}
