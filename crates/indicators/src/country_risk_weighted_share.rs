//! Weighted country risk: the governance behind the average tonne.
//!
//! # Definition
//! `GLR = sum over countries of share * mean of the six governance estimates`
//!
//! Shares are those of rated producers; output that no publisher assigns to a country is left out.
//!
//! # Unit
//! About -2.5 (badly governed) to 2.5 (well governed): high values are good.
//!
//! # Source
//! Deutsche Rohstoffagentur (DERA), raw-material lists 2012 to 2023 (gewichtetes Länderrisiko). The lists themselves were
//! not at hand; the formula follows secondary descriptions of them. DERA shows it beside the HHI; its combined risk groups
//! are not reproduced here. Governance: World Bank, Worldwide Governance Indicators.

use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::undefined::Undefined;

use crate::Indicator;
use crate::rated::{Part, Rated, rated};

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "country_risk",
    name: ("Weighted country risk", "Gewichtetes Länderrisiko"),
    formula: "sum over countries of share * mean of the six governance estimates",
    unit: ("-2.5 (badly governed) to 2.5 (well governed)", "-2,5 (schlecht regiert) bis 2,5 (gut regiert)"),
    source: "Deutsche Rohstoffagentur (DERA), raw-material lists 2012-2023 (from secondary descriptions); World Bank, Worldwide Governance Indicators",
};

/// Best and worst estimate the scale is made for.
const SCALE: (f64, f64) = (-2.5, 2.5);

/// `governance` gives the mean of the six estimates, or `None` where they are not published.
pub fn country_risk_weighted_share(
    production: &Production,
    governance: impl Fn(CountryId) -> Option<f64>,
) -> Result<Rated, Undefined> {
    let assigned: f64 = production.by_country.iter().map(|(_, tonnes)| tonnes.0).sum();
    if assigned <= 0.0 {
        return Err(Undefined::NoOutput);
    }
    let parts: Vec<Part> = production
        .by_country
        .iter()
        .map(|&(country, tonnes)| Part { supply: tonnes.0, factor: tonnes.0 / assigned, rating: governance(country) })
        .collect();
    rated(&parts, production.unassigned.0, SCALE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, production};

    #[test]
    fn worked_example_by_hand() {
        // 0.8 * -0.5 + 0.2 * 1.5 = -0.1
        let found = country_risk_weighted_share(&production(&[80.0, 20.0]), |c| Some(if c.0 == 0 { -0.5 } else { 1.5 }));
        assert!(close(found.ok().map(|found| found.value), Some(-0.1)));
    }

    #[test]
    fn a_missing_rating_is_not_read_as_good() {
        // the unrated fifth counts like the rated rest, -0.5; at best 0.8 * -0.5 + 0.2 * 2.5 = 0.1, at worst -0.9
        let found =
            country_risk_weighted_share(&production(&[80.0, 20.0]), |c| (c.0 == 0).then_some(-0.5)).expect("mostly rated");
        assert!(close(Some(found.value), Some(-0.5)));
        assert!(close(Some(found.high), Some(0.1)) && close(Some(found.low), Some(-0.9)));
        assert!(close(Some(found.unrated.0), Some(0.2)));
    }

    #[test]
    fn undefined_without_production_or_ratings() {
        assert_eq!(country_risk_weighted_share(&production(&[]), |_| Some(0.0)), Err(Undefined::NoOutput));
        assert_eq!(country_risk_weighted_share(&production(&[1.0]), |_| None), Err(Undefined::NotRated));
    }
}
