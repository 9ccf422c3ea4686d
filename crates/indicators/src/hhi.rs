//! Concentration of production: the Herfindahl-Hirschman index.
//!
//! # Definition
//! `HHI = sum over countries of (production / world production)^2`
//!
//! # Unit
//! Share between 0 (many small producers) and 1 (one producer); times 10,000 for the points used in competition law.
//!
//! # Source
//! A. O. Hirschman, The Paternity of an Index, American Economic Review 54(5), 1964, p. 761.

use adit_vocab::production::Production;
use adit_vocab::units::Share;

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "hhi",
    name: ("Concentration (HHI)", "Konzentration (HHI)"),
    formula: "sum over countries of (production / world production)^2",
    unit: ("0 (many small producers) to 1 (one producer)", "0 (viele kleine Erzeuger) bis 1 (ein Erzeuger)"),
    source: "A. O. Hirschman, The Paternity of an Index, American Economic Review 54(5), 1964, p. 761",
};

/// Returns `None` when nobody produces: the index is then undefined, not zero.
pub fn hhi(production: &Production) -> Option<Share> {
    production.shares().map(|(_, share)| share * share).reduce(|a, b| a + b).map(Share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::production;

    fn check(tonnes: &[f64], expected: Option<f64>) {
        let found = hhi(&production(tonnes)).map(|share| share.0);
        assert!(crate::testing::close(found, expected), "{tonnes:?}: {found:?}, expected {expected:?}");
    }

    #[test]
    fn worked_example_by_hand() {
        check(&[50.0, 30.0, 20.0], Some(0.38)); // 0.25 + 0.09 + 0.04
    }

    #[test]
    fn one_producer_is_one() {
        check(&[7.0], Some(1.0));
    }

    #[test]
    fn undefined_without_production() {
        check(&[], None);
        check(&[0.0, 0.0], None);
    }
}
