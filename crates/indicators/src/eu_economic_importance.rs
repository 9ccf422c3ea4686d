//! Economic importance as the European Commission defines it: the industries that use a material, weighted by their value added.
//!
//! # Definition
//! `EI = SI_EI * 10 * sum over uses of A * Q / max Q`: `A` share of a use, `Q` value added of its industry (two-digit NACE),
//! `max Q` that of the largest industry, `SI_EI` substitution index (1 = no substitute).
//!
//! # Unit
//! 0 to 10; the Commission's threshold is 2.8.
//!
//! # Source
//! European Commission, Methodology for establishing the EU list of critical raw materials, 2017.

use adit_vocab::undefined::Undefined;

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "economic_importance",
    name: ("Economic importance (EU)", "Wirtschaftliche Bedeutung (EU)"),
    formula: "SI_EI * 10 * sum over uses of share * value added of its industry / largest value added",
    unit: ("0 to 10, threshold of the EU list 2.8", "0 bis 10, Schwelle der EU-Liste 2,8"),
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// Top of the Commission's scale.
const TOP: f64 = 10.0;

/// `uses`: share of each use, and value added of its industry. `largest`: the largest value added of any industry.
pub fn eu_economic_importance(uses: &[(f64, f64)], largest: f64, si_ei: f64) -> Result<f64, Undefined> {
    if uses.is_empty() || largest <= 0.0 {
        return Err(Undefined::NoEndUses);
    }
    Ok(si_ei * TOP * uses.iter().map(|(share, value_added)| share * value_added / largest).sum::<f64>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_by_hand() {
        // 0.9 * 10 * (0.6 * 100 / 200 + 0.4 * 50 / 200) = 9 * (0.3 + 0.1) = 3.6
        let found = eu_economic_importance(&[(0.6, 100.0), (0.4, 50.0)], 200.0, 0.9).expect("there are uses");
        assert!((found - 3.6).abs() < 1e-12);
    }

    #[test]
    fn all_used_in_the_largest_industry_without_substitute_is_ten() {
        assert_eq!(eu_economic_importance(&[(1.0, 200.0)], 200.0, 1.0), Ok(10.0));
    }

    #[test]
    fn undefined_without_uses() {
        assert_eq!(eu_economic_importance(&[], 200.0, 1.0), Err(Undefined::NoEndUses));
    }
}
