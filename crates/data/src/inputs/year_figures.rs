//! `years.toml`: lead times, costs and decisions of plants, growth, what a flooding supplier can do.

use adit_vocab::problem::Problem;
use adit_vocab::years::YearParameters;

use super::figures_file::{Limits, checked, read_toml};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "years.toml";
/// What the mathematics needs; others must be positive.
const LIMITS: [Limits; 16] = [
    ("schedule_delay", 0.0, f64::INFINITY),
    ("capex_overrun", 0.0, f64::INFINITY),
    ("never_full", 0.0, 1.0),
    ("never_full_reach", f64::MIN_POSITIVE, 1.0),
    ("opex_share", f64::MIN_POSITIVE, 1.0),
    ("cost_of_capital", 0.0, 1.0),
    ("risk_premium", 0.0, 1.0),
    ("contract_relief", 0.0, 1.0),
    ("plant_life", 1.0, f64::INFINITY),
    ("patience", 0.0, f64::INFINITY),
    ("pool_tranche", f64::MIN_POSITIVE, 1.0),
    ("pool_cost_step", 0.0, f64::INFINITY),
    ("use_growth", 0.0, 1.0),
    ("flood_price", f64::MIN_POSITIVE, 1.0),
    ("flood_volume", 0.0, f64::INFINITY),
    ("public_discount", 0.0, 1.0),
];

/// Reads and checks `years.toml`: every figure has a range that holds its value, and the range is possible.
pub fn read_years(files: &FileSet) -> Result<YearParameters, Vec<Problem>> {
    let read: YearParameters = read_toml(files, FILE, "years").map_err(|problem| vec![problem])?;
    checked(files, FILE, YearParameters::NAMES, &read.figures(), &LIMITS).map(|()| read.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_shipped_figures_have_no_problem() {
        assert_eq!(read_years(&FileSet::embedded()).err(), None);
    }

    #[test]
    fn every_limit_belongs_to_a_figure() {
        for (name, ..) in LIMITS {
            assert!(YearParameters::NAMES.contains(&name), "{name}");
        }
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let text = String::from_utf8(FileSet::embedded().read(FILE).expect("shipped").into_owned()).expect("text");
        let mut bad = text.clone();
        for (from, to) in [
            ("mine_studies = { value = 12, low = 4", "mine_studies = { value = 12, low = 0"),
            ("plant_life = { value = 20", "plant_life = { value = 40"),
            ("opex_share = { value = 0.55, low = 0.4, high = 0.7", "opex_share = { value = 0.55, low = 0.4, high = 1.7"),
            ("schedule_delay = { value = 0.25", "schedule_delay = { value = -0.25"),
        ] {
            assert!(bad.contains(from), "{from}");
            bad = bad.replace(from, to);
        }
        let with = |text: String| FileSet::embedded().with(BTreeMap::from([(FILE.to_owned(), text.into_bytes())]));
        let problems = read_years(&with(bad)).expect_err("four faults");
        let all = problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n");
        for part in [
            "data/years.toml: mine_studies.low: 0; expected above 0",
            "plant_life: 10 to 30; expected a range that holds the value, 40",
            "opex_share.high: 1.7; expected at most 1",
            "schedule_delay: -0.25; expected a positive number",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
        let unknown = read_years(&with(text.replace("patience =", "patients ="))).expect_err("an unknown key");
        assert!(unknown[0].to_string().contains("schemas/years.json"), "{unknown:?}");
    }
}
