//! `losses.toml`, `likelihood.toml` and `stockpile.toml`: what a shortage costs, how likely it is, what a stockpile costs.

use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::problem::Problem;
use adit_vocab::stockpile::StockpileParameters;

use super::figures_file::{Limits, checked, read_toml};
use crate::files::FileSet;

/// The file of losses.
pub const LOSSES: &str = "losses.toml";
/// The file of likelihoods.
pub const LIKELIHOOD: &str = "likelihood.toml";
/// The file of stockpiles.
pub const STOCKPILE: &str = "stockpile.toml";
/// What the mathematics needs; others must be positive.
const LIMITS: [Limits; 13] = [
    ("affected_part", f64::MIN_POSITIVE, 1.0),
    ("largest_cost_share", f64::MIN_POSITIVE, 1.0),
    ("inventories", 0.0, f64::INFINITY),
    ("base", 0.0, 1.0),
    ("in_force", 0.0, 1.0),
    ("short_months", 1.0, 12.0),
    ("short_part", 0.0, 1.0),
    ("long_months", 12.0, 36.0),
    ("long_part", 0.0, 1.0),
    ("trigger", 1.0, f64::INFINITY),
    ("discount", 0.0, 1.0),
    ("storage", 0.0, 1.0),
    ("resale", 0.0, 1.0),
];

/// Reads and checks `losses.toml`.
pub fn read_losses(files: &FileSet) -> Result<LossParameters, Vec<Problem>> {
    let read: LossParameters = read_toml(files, LOSSES, "losses").map_err(|problem| vec![problem])?;
    checked(files, LOSSES, LossParameters::NAMES, &read.figures(), &LIMITS).map(|()| read.clone())
}

/// Reads and checks `likelihood.toml`.
pub fn read_likelihood(files: &FileSet) -> Result<LikelihoodParameters, Vec<Problem>> {
    let read: LikelihoodParameters = read_toml(files, LIKELIHOOD, "likelihood").map_err(|problem| vec![problem])?;
    checked(files, LIKELIHOOD, LikelihoodParameters::NAMES, &read.figures(), &LIMITS)?;
    if read.short_part.high.unwrap_or(0.0) + read.long_part.high.unwrap_or(0.0) > 1.0 {
        let found = "short_part and long_part may be more than 1 together";
        return Err(vec![Problem::new(files.shown(LIKELIHOOD), "short_part.high", found, "parts of a whole")]);
    }
    Ok(read)
}

/// Reads and checks `stockpile.toml`.
pub fn read_stockpile(files: &FileSet) -> Result<StockpileParameters, Vec<Problem>> {
    let read: StockpileParameters = read_toml(files, STOCKPILE, "stockpile").map_err(|problem| vec![problem])?;
    checked(files, STOCKPILE, StockpileParameters::NAMES, &read.figures(), &LIMITS).map(|()| read.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_figures_have_no_problem() {
        let files = FileSet::embedded();
        assert_eq!(read_losses(&files).err(), None);
        assert_eq!(read_likelihood(&files).err(), None);
        assert_eq!(read_stockpile(&files).err(), None);
    }

    #[test]
    fn every_limit_belongs_to_a_figure() {
        let names = [LossParameters::NAMES, LikelihoodParameters::NAMES, StockpileParameters::NAMES].concat();
        for (name, ..) in LIMITS {
            assert!(names.contains(&name), "{name}");
        }
    }
}
