//! Concentration weighted by how badly the producers are governed.
//!
//! # Definition
//! `HHI_WGI = sum over countries of share^2 * w`, `w = (2.5 - mean of the six governance estimates) / 5`
//!
//! # Unit
//! Between 0 and 1; 1 would be a single producer with the worst governance there is.
//!
//! # Source
//! European Commission, Methodology for establishing the EU list of critical raw materials, 2017 (HHI_WGI without trade
//! parameter; governance scaled to 0..1 instead of 0..10). Governance: World Bank, Worldwide Governance Indicators.

use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::units::Share;

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "governance_weighted",
    name: ("Governance-weighted concentration", "Konzentration, nach Regierungsführung gewichtet"),
    formula: "sum over countries of share^2 * (2.5 - mean of the six governance estimates) / 5",
    unit: ("0 to 1, higher is riskier", "0 bis 1, höher ist riskanter"),
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017; World Bank, Worldwide Governance Indicators",
};

/// Highest and lowest value the governance scale can take.
const BEST: f64 = 2.5;

/// Weighted concentration, and the share of output whose governance is not published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighted {
    /// The index over producers with published governance.
    pub value: Share,
    /// Share of world output that the value leaves out.
    pub without_governance: Share,
}

/// Returns `None` when nobody produces or governance is published for none of the producers.
///
/// `governance` gives the mean of the six estimates, or `None` where they are not published. Producers without it are
/// left out of the sum, and their share is reported: a missing rating is never read as good government.
pub fn governance_weighted_concentration(
    production: &Production,
    governance: impl Fn(CountryId) -> Option<f64>,
) -> Option<Weighted> {
    let mut value = 0.0;
    let mut known = false;
    let mut without = 0.0;
    for (country, share) in production.shares() {
        match governance(country) {
            Some(estimate) => {
                known = true;
                value += share * share * (BEST - estimate) / (2.0 * BEST);
            }
            None => without += share,
        }
    }
    known.then_some(Weighted { value: Share(value), without_governance: Share(without) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, production};

    #[test]
    fn worked_example_by_hand() {
        // shares 0.8 and 0.2; governance -0.5 -> 0.6, 1.5 -> 0.2: 0.64 * 0.6 + 0.04 * 0.2 = 0.392
        let found = governance_weighted_concentration(&production(&[80.0, 20.0]), |c| Some(if c.0 == 0 { -0.5 } else { 1.5 }));
        assert!(close(found.map(|weighted| weighted.value.0), Some(0.392)));
    }

    #[test]
    fn a_missing_rating_is_reported_not_read_as_good() {
        let found =
            governance_weighted_concentration(&production(&[80.0, 20.0]), |c| (c.0 == 0).then_some(-0.5)).expect("one is rated");
        assert!(close(Some(found.without_governance.0), Some(0.2)));
        assert!(close(Some(found.value.0), Some(0.384))); // 0.64 * 0.6
    }

    #[test]
    fn undefined_without_ratings_or_production() {
        assert_eq!(governance_weighted_concentration(&production(&[1.0]), |_| None), None);
        assert_eq!(governance_weighted_concentration(&production(&[]), |_| Some(0.0)), None);
    }
}
