//! What drives a what-if: every parameter at both ends of its range, one at a time, all others at their central values.

use adit_model::crisis::Unsolved;
use adit_vocab::losses::{LossParameters, LossValues};
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::scenario::Measure;
use adit_vocab::trajectory::Trajectory;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::what_if::{Question, asker, losses, trajectory};

/// The number that is driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driven {
    /// The users' loss: value added lost and extra import bill, US dollars.
    UsersLoss,
    /// Missing tonnes, where the users' loss is not known.
    Missing,
}

/// A parameter with what it does to the number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Name in `model.toml` or `losses.toml`.
    pub parameter: &'static str,
    /// The number at the lower end of the range; `None` if no prices clear the market there.
    pub at_low: Option<f64>,
    /// The number at the upper end.
    pub at_high: Option<f64>,
}

/// What drives the answer, largest effect first; parameters without effect are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// Which number.
    pub of: Driven,
    /// The parameters.
    pub list: Vec<Driver>,
}

/// Finds them. `central` is the run with the central parameters.
pub fn drivers(question: &Question, central: &Trajectory) -> Drivers {
    let parameters = question.parameters;
    let values = parameters.values();
    let of_losses = question.industries.map(|asked| asked.parameters.values());
    let known = losses(question, central, values.demand_short, of_losses.as_ref()).users.is_some();
    let of = if known { Driven::UsersLoss } else { Driven::Missing };
    let number = |trajectory: &Trajectory, values: &Values, of_losses: Option<&LossValues>| match of {
        Driven::UsersLoss => losses(question, trajectory, values.demand_short, of_losses).users.map(|users| users.total()),
        Driven::Missing => Some(asker(trajectory, question.importer).0),
    };
    let start = number(central, &values, of_losses.as_ref());
    let market: Vec<Driver> = counted(question)
        .into_par_iter()
        .map(|place| {
            let at = |end: f64| {
                let moved = parameters.at(&one_moved(Parameters::NAMES.len(), place, end));
                let found: Result<Trajectory, Unsolved> = trajectory(question, &moved);
                number(&found.ok()?, &moved, of_losses.as_ref())
            };
            Driver { parameter: Parameters::NAMES[place], at_low: at(0.0), at_high: at(1.0) }
        })
        .collect();
    // how a shortage becomes a loss does not change the market
    let loss = question.industries.filter(|_| known).map(|asked| {
        let at = |place: usize, end: f64| {
            let moved = asked.parameters.at(&one_moved(LossParameters::NAMES.len(), place, end));
            number(central, &values, Some(&moved))
        };
        let driver =
            |(place, name): (usize, &&'static str)| Driver { parameter: name, at_low: at(place, 0.0), at_high: at(place, 1.0) };
        LossParameters::NAMES.iter().enumerate().map(driver).collect::<Vec<_>>()
    });
    let mut list: Vec<Driver> = market.into_iter().chain(loss.into_iter().flatten()).collect();
    list.retain(|driver| driver.at_low != start || driver.at_high != start);
    let size = |driver: &Driver| {
        let moved = |end: Option<f64>| end.zip(start).map_or(0.0, |(end, start)| (end - start).abs());
        moved(driver.at_low).max(moved(driver.at_high))
    };
    list.sort_by(|a, b| size(b).total_cmp(&size(a)));
    Drivers { of, list }
}

/// Places of the parameters that can matter: those with a range, of licences only under one, and none that only widens a band.
fn counted(question: &Question) -> Vec<usize> {
    let licence = question.shocks.iter().any(|shock| matches!(shock.measure, Measure::Licence { .. }));
    let figures = question.parameters.figures();
    (0..Parameters::NAMES.len())
        .filter(|place| {
            let name = Parameters::NAMES[*place];
            figures[*place].low.is_some() && !name.starts_with("residual_") && (licence || !name.starts_with("licence_"))
        })
        .collect()
}

fn one_moved(count: usize, place: usize, end: f64) -> Vec<f64> {
    let mut quantiles = vec![0.5; count];
    quantiles[place] = end;
    quantiles
}
