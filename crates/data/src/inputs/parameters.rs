//! `model.toml`: parameters of the market model.

use adit_vocab::parameters::Parameters;
use adit_vocab::problem::Problem;

use super::figures_file::{check, end, read_toml};
use crate::files::FileSet;

/// Name of the file in the data directory.
pub const FILE: &str = "model.toml";
/// Parameters that the mathematics needs above zero: they divide or are a price.
const ABOVE_ZERO: [&str; 9] = [
    "choke_price",
    "kappa",
    "nu",
    "ore_value",
    "stock_price_response",
    "stock_pace",
    "stock_cover",
    "residual_log_sd",
    "residual_full_at",
];
/// Parameters that are parts of a whole.
const PARTS: [&str; 12] = [
    "demand_adjustment",
    "capacity_adjustment",
    "shut_down_price",
    "ore_value",
    "stock_pace",
    "stock_release",
    "expectation_adjustment",
    "fear_adjustment",
    "leakage_all",
    "leakage_named",
    "licence_residual",
    "licence_recovery",
];

/// Reads and checks the parameters: every one is in its range, and its range is possible.
pub fn read_parameters(files: &FileSet) -> Result<Parameters, Vec<Problem>> {
    let parameters: Parameters = read_toml(files, FILE, "model").map_err(|problem| vec![problem])?;
    let file = files.shown(FILE);
    let mut problems = Vec::new();
    for (name, figure) in Parameters::NAMES.iter().zip(parameters.figures()) {
        let least = if ABOVE_ZERO.contains(name) { f64::MIN_POSITIVE } else { 0.0 };
        check(&file, name, figure, least, &mut problems);
        if figure.low.is_some_and(|low| low < least) {
            problems.push(Problem::new(&file, format!("{name}.low"), end(figure.low), "a positive number"));
        }
        if PARTS.contains(name) && figure.high.is_some_and(|high| high > 1.0) {
            problems.push(Problem::new(&file, format!("{name}.high"), end(figure.high), "at most 1"));
        }
    }
    if problems.is_empty() { Ok(parameters) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_checks_is_a_parameter() {
        for name in ABOVE_ZERO.iter().chain(&PARTS) {
            assert!(Parameters::NAMES.contains(name), "{name}");
        }
    }

    #[test]
    fn the_shipped_parameters_have_no_problem() {
        assert_eq!(read_parameters(&FileSet::embedded()).err(), None);
    }
}
