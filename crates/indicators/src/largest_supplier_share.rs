//! Share of the largest producer.
//!
//! # Definition
//! `max over countries of production / world production`
//!
//! # Unit
//! Share between 0 and 1.
//!
//! # Source
//! Concentration ratio CR1; e.g. J. Tirole, The Theory of Industrial Organization, MIT Press 1988, section 5.5 (m-firm concentration ratio).

use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::units::Share;

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "largest_share",
    name: ("Largest producer's share", "Anteil des größten Erzeugers"),
    formula: "max over countries of production / world production",
    unit: ("share, 0 to 1", "Anteil, 0 bis 1"),
    source: "m-firm concentration ratio with m = 1: J. Tirole, The Theory of Industrial Organization, MIT Press 1988, section 5.5",
};

/// The largest producer and its share; the first in country order among equals. `None` when nobody produces.
pub fn largest_supplier_share(production: &Production) -> Option<(CountryId, Share)> {
    production
        .shares()
        .fold(None, |best: Option<(CountryId, f64)>, (country, share)| match best {
            Some((_, largest)) if largest >= share => best,
            _ => Some((country, share)),
        })
        .map(|(country, share)| (country, Share(share)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::production;

    #[test]
    fn worked_example_by_hand() {
        let (country, share) = largest_supplier_share(&production(&[20.0, 50.0, 30.0])).expect("somebody produces");
        assert_eq!((country, share.0), (CountryId(1), 0.5)); // 50 of 100
    }

    #[test]
    fn undefined_without_production() {
        assert_eq!(largest_supplier_share(&production(&[0.0])), None);
    }
}
