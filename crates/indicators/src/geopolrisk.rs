//! GeoPolRisk: how likely an importer's supply is to be cut by political instability where it buys, and what a kilogram of it weighs.
//!
//! # Definition
//! `import risk = sum over suppliers of g * imports from it / (own output + all imports)`, `g = (2.5 - political stability) / 5`
//! in 0..1; `score = HHI of world output * import risk`; `midpoint = score * price`;
//! `characterisation factor = midpoint / midpoint of copper`. Within a bloc `g` is 0: members count as stable to each other.
//!
//! # Unit
//! Score 0 to 1; midpoint US dollars per kilogram; characterisation factor kilograms of copper equivalent per kilogram.
//!
//! # Source
//! E. Gemechu et al., Journal of Industrial Ecology 20(1), 2016; J. Santillan-Saldivar et al., 2022; A. Koyamparambath et al.,
//! 2024, and Journal of Open Source Software, doi:10.21105/joss.09600 (definitions as documented there).
//! There the price is the importer's unit value under its customs codes.

use adit_vocab::country::CountryId;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes, UsdPerTonne};

use crate::Indicator;
use crate::rated::{Part, Rated, rated};

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "geopolrisk",
    name: ("GeoPolRisk score", "GeoPolRisk-Wert"),
    formula: "HHI of world output * sum over suppliers of g * imports / (own output + all imports), g = (2.5 - political stability) / 5",
    unit: ("0 to 1, higher is riskier", "0 bis 1, höher ist riskanter"),
    source: "Gemechu et al., Journal of Industrial Ecology 20(1), 2016; Koyamparambath et al., doi:10.21105/joss.09600",
};

/// Manual entry of the characterisation factor.
pub const CHARACTERISATION: Indicator = Indicator {
    id: "geopolrisk_cf",
    name: ("GeoPolRisk characterisation factor", "GeoPolRisk-Charakterisierungsfaktor"),
    formula: "score * price / midpoint of copper",
    unit: ("kilograms of copper equivalent per kilogram", "Kilogramm Kupferäquivalent je Kilogramm"),
    source: INDICATOR.source,
};

/// Best estimate of the governance scale; the worst is its negative.
const BEST: f64 = 2.5;
/// Kilograms a tonne.
const KILOGRAMS: f64 = 1000.0;
/// Midpoint of copper in US dollars a kilogram, mean of the OECD countries 2017-2021: the norm the method's authors fixed
/// (geopolrisk-py 2.0.1, doi:10.21105/joss.09600).
const COPPER: f64 = 0.409_412_948;

/// `g`: political stability (estimate, about -2.5 to 2.5) as a risk from 0 to 1.
pub fn instability(estimate: f64) -> f64 {
    ((BEST - estimate) / (2.0 * BEST)).clamp(0.0, 1.0)
}

/// Import risk. `g` gives the risk of a supplier, or `None` where its stability is not published.
///
/// Undefined without imports: a table without trade cannot tell a country that buys nothing from one whose trade is not
/// recorded, so it is not read as no risk.
pub fn import_risk(sourcing: &Sourcing, g: impl Fn(CountryId) -> Option<f64>) -> Result<Rated, Undefined> {
    let imported = sourcing.imported();
    let supply = sourcing.output() + imported + sourcing.within;
    if supply <= Tonnes(0.0) {
        return Err(Undefined::NoSupply);
    }
    if imported <= Tonnes(0.0) {
        return Err(Undefined::NoImports);
    }
    let parts: Vec<Part> = sourcing
        .imports
        .iter()
        .map(|&(country, tonnes)| Part { supply: tonnes.0, factor: tonnes / supply, rating: g(country) })
        .collect();
    rated(&parts, 0.0, (0.0, 1.0))
}

/// The score.
pub fn geopolrisk(hhi: Share, import_risk: Rated) -> Rated {
    import_risk.scaled(hhi.0)
}

/// Midpoint in US dollars a kilogram.
pub fn midpoint(score: Rated, price: UsdPerTonne) -> Rated {
    score.scaled(price.0 / KILOGRAMS)
}

/// Characterisation factor in kilograms of copper equivalent a kilogram.
pub fn characterisation_factor(midpoint: Rated) -> Rated {
    midpoint.scaled(1.0 / COPPER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, sourcing};

    #[test]
    fn worked_example_by_hand() {
        // own output 20; imports 60 at g 0.5 and 20 at g 0.25: (30 + 5) / 100 = 0.35; HHI 0.4: 0.14
        let supply = sourcing(&[20.0], &[60.0, 20.0]);
        let risk = import_risk(&supply, |c| Some(if c.0 == 0 { 0.5 } else { 0.25 })).expect("rated");
        assert!(close(Some(risk.value), Some(0.35)));
        let score = geopolrisk(Share(0.4), risk);
        assert!(close(Some(score.value), Some(0.14)));
        // at 5,000 USD/t: 0.14 * 5 = 0.7 USD/kg; over 0.409412948: 1.70976...
        let found = midpoint(score, UsdPerTonne(5000.0));
        assert!(close(Some(found.value), Some(0.7)));
        assert!(close(Some(characterisation_factor(found).value), Some(0.7 / 0.409_412_948)));
    }

    #[test]
    fn stability_becomes_risk() {
        assert!(close(Some(instability(0.0)), Some(0.5)));
        assert!(close(Some(instability(1.5)), Some(0.2)));
        assert!(close(Some(instability(-2.9)), Some(1.0))); // beyond the scale
    }

    #[test]
    fn deliveries_within_a_bloc_count_as_safe() {
        let mut supply = sourcing(&[], &[50.0]);
        supply.within = Tonnes(50.0);
        let risk = import_risk(&supply, |_| Some(0.6)).expect("rated");
        assert!(close(Some(risk.value), Some(0.3))); // 50 * 0.6 / 100
    }

    #[test]
    fn missing_stability_is_not_read_as_safe() {
        let risk = import_risk(&sourcing(&[], &[75.0, 25.0]), |c| (c.0 == 0).then_some(0.4)).expect("mostly rated");
        assert!(close(Some(risk.value), Some(0.4)));
        assert!(close(Some(risk.low), Some(0.3)) && close(Some(risk.high), Some(0.55)));
        assert_eq!(import_risk(&sourcing(&[], &[75.0]), |_| None), Err(Undefined::NotRated));
    }

    #[test]
    fn no_trade_on_record_is_undefined_not_safe() {
        assert_eq!(import_risk(&sourcing(&[5.0], &[]), |_| Some(0.5)), Err(Undefined::NoImports));
        assert_eq!(import_risk(&sourcing(&[5.0], &[0.0]), |_| Some(0.5)), Err(Undefined::NoImports));
        assert_eq!(import_risk(&sourcing(&[], &[]), |_| Some(0.5)), Err(Undefined::NoSupply));
    }
}
