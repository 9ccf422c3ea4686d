//! Supply risk as the European Commission defines it for its list of critical raw materials.
//!
//! # Definition
//! `SR = [ HHI_WGI,t(global) * IR/2 + HHI_WGI,t(EU) * (1 - IR/2) ] * (1 - EoL-RIR) * SI_SR`
//!
//! `HHI_WGI,t = sum over suppliers of S^2 * WGI * t`: `S` share as a fraction, once in world output (global) and once in own
//! output plus imports (EU); `WGI = 10 * (2.5 - mean of the six governance estimates) / 5`, 10 worst; `t` trade parameter, 1
//! without agreement or restriction. `IR = (imports - exports) / (output + imports - exports)`, below 0 read as 0.
//! Where the importer's sourcing is not known, the global part alone; where nothing is imported, the sourcing alone.
//! Computed at both stages; the higher one is the material's supply risk.
//!
//! # Unit
//! 0 to 10 and above with trade restrictions; the Commission's threshold is 1.0.
//!
//! # Source
//! European Commission, Methodology for establishing the EU list of critical raw materials, 2017; checked against the results
//! of European Commission, Study on the review of the list of Critical Raw Materials, 2017, Tables 3, 18 and 19.

use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::Tonnes;

use crate::Indicator;
use crate::rated::{Part, Rated, rated};

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "supply_risk",
    name: ("Supply risk (EU formula)", "Versorgungsrisiko (EU-Formel)"),
    formula: "[HHI_WGI,t(global) * IR/2 + HHI_WGI,t(own sourcing) * (1 - IR/2)] * (1 - EoL-RIR) * SI_SR",
    unit: ("0 to 10, threshold of the EU list 1.0", "0 bis 10, Schwelle der EU-Liste 1,0"),
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// Best estimate of the governance scale; the worst is its negative.
const BEST: f64 = 2.5;
/// Top of the Commission's scale.
const TOP: f64 = 10.0;

/// Which supply the score rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SupplyUsed {
    /// World output and the importer's sourcing, weighted by import reliance (0 to 1).
    Both {
        /// `HHI_WGI,t` of world output.
        global: Rated,
        /// `HHI_WGI,t` of the importer's sourcing.
        sourcing: Rated,
        /// Import reliance, 0 to 1.
        import_reliance: f64,
    },
    /// World output alone: the sourcing is not known.
    Global(Rated),
    /// Sourcing alone: nothing is imported on balance, or world output is not known.
    Sourcing(Rated),
}

impl SupplyUsed {
    /// What the guidelines prescribe for what is known. Reliance is `None` where nothing is consumed.
    pub fn choose(
        global: Result<Rated, Undefined>,
        sourcing: Result<Rated, Undefined>,
        import_reliance: Option<f64>,
    ) -> Result<Self, Undefined> {
        match (global, sourcing) {
            (Ok(global), Ok(sourcing)) => Ok(match import_reliance {
                Some(reliance) if reliance > 0.0 => SupplyUsed::Both { global, sourcing, import_reliance: reliance.min(1.0) },
                _ => SupplyUsed::Sourcing(sourcing),
            }),
            (Ok(global), Err(_)) => Ok(SupplyUsed::Global(global)),
            (Err(_), Ok(sourcing)) => Ok(SupplyUsed::Sourcing(sourcing)),
            (Err(reason), Err(_)) => Err(reason),
        }
    }

    /// The weighted concentration before recycling and substitution.
    pub fn core(&self) -> Rated {
        match *self {
            SupplyUsed::Global(rated) | SupplyUsed::Sourcing(rated) => rated,
            SupplyUsed::Both { global, sourcing, import_reliance } => {
                let half = import_reliance / 2.0;
                let mix = |global: f64, sourcing: f64| global * half + sourcing * (1.0 - half);
                Rated {
                    value: mix(global.value, sourcing.value),
                    low: mix(global.low, sourcing.low),
                    high: mix(global.high, sourcing.high),
                    unrated: if global.unrated > sourcing.unrated { global.unrated } else { sourcing.unrated },
                }
            }
        }
    }
}

/// The score of one stage.
pub fn eu_supply_risk(supply: &SupplyUsed, eol_rir: f64, si_sr: f64) -> Rated {
    supply.core().scaled((1.0 - eol_rir).max(0.0) * si_sr)
}

/// `HHI_WGI,t` of world output. Output that no publisher assigns to a country counts as many small suppliers.
pub fn global_concentration(
    production: &Production,
    governance: impl Fn(CountryId) -> Option<f64>,
    trade_parameter: impl Fn(CountryId) -> f64,
) -> Result<Rated, Undefined> {
    let world = production.world();
    if world <= Tonnes(0.0) {
        return Err(Undefined::NoOutput);
    }
    concentration(&production.by_country, production.unassigned, world, governance, trade_parameter)
}

/// `HHI_WGI,t` of an importer's sourcing: own output and imports from outside.
pub fn sourcing_concentration(
    sourcing: &Sourcing,
    governance: impl Fn(CountryId) -> Option<f64>,
    trade_parameter: impl Fn(CountryId) -> f64,
) -> Result<Rated, Undefined> {
    let supply = sourcing.output() + sourcing.imported();
    if supply <= Tonnes(0.0) {
        return Err(Undefined::NoSupply);
    }
    let all: Vec<(CountryId, Tonnes)> = sourcing.own.iter().chain(&sourcing.imports).copied().collect();
    concentration(&all, Tonnes(0.0), supply, governance, trade_parameter)
}

fn concentration(
    suppliers: &[(CountryId, Tonnes)],
    unassigned: Tonnes,
    all: Tonnes,
    governance: impl Fn(CountryId) -> Option<f64>,
    trade_parameter: impl Fn(CountryId) -> f64,
) -> Result<Rated, Undefined> {
    let parts: Vec<Part> = suppliers
        .iter()
        .map(|&(country, tonnes)| {
            let share = tonnes / all;
            let rating = governance(country).map(|mean| (TOP * (BEST - mean) / (2.0 * BEST)).clamp(0.0, TOP));
            Part { supply: share, factor: share * share * trade_parameter(country), rating }
        })
        .collect();
    rated(&parts, unassigned / all, (0.0, TOP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, production, sourcing};

    fn plain(value: f64) -> Rated {
        Rated { value, low: value, high: value, unrated: adit_vocab::units::Share(0.0) }
    }

    fn risk(supply: SupplyUsed, eol_rir: f64, si_sr: f64) -> f64 {
        eu_supply_risk(&supply, eol_rir, si_sr).value
    }

    #[test]
    fn worked_example_by_hand() {
        // China 80 % at mean -0.5 -> WGI 6, the other 20 % at 1.5 -> WGI 2: 0.64 * 6 * 1.1 + 0.04 * 2 = 4.304
        let mean = |c: CountryId| Some(if c.0 == 0 { -0.5 } else { 1.5 });
        let t = |c: CountryId| if c.0 == 0 { 1.1 } else { 1.0 };
        let global = global_concentration(&production(&[80.0, 20.0]), mean, t).expect("rated");
        assert!(close(Some(global.value), Some(4.304)));
        // sourcing: own 50 of country 9 (WGI 2), imports 50 of country 0: 0.25 * 2 + 0.25 * 6 * 1.1 = 2.15
        let mut supply = sourcing(&[50.0], &[50.0]);
        supply.own[0].0 = CountryId(9);
        let own = sourcing_concentration(&supply, mean, t).expect("rated");
        assert!(close(Some(own.value), Some(2.15)));
        // IR 0.5: 4.304 * 0.25 + 2.15 * 0.75 = 2.6885; recycling 0.2, SI 0.9: 2.6885 * 0.8 * 0.9 = 1.93572
        let used = SupplyUsed::choose(Ok(global), Ok(own), Some(0.5)).expect("both known");
        assert!(close(Some(risk(used, 0.2, 0.9)), Some(1.935_72)));
    }

    #[test]
    fn published_values_of_2017_within_their_rounding() {
        // European Commission 2017, Study on the review of the list of Critical Raw Materials, Tables 3, 18, 19. HHI, SI and
        // SR are printed with one decimal.
        // Antimony, processing: (7.1 * 0.5 + 5.7 * 0.5) * 0.72 * 0.9 = 4.147; printed 4.3; inputs allow 3.86 to 4.44
        let both = |global, sourcing, import_reliance| SupplyUsed::Both {
            global: plain(global),
            sourcing: plain(sourcing),
            import_reliance,
        };
        assert!((risk(both(7.1, 5.7, 1.0), 0.28, 0.9) - 4.3).abs() <= 0.29 + 0.05);
        // Bauxite, extraction: (0.6 * 0.425 + 3.1 * 0.575) * 1 * 1 = 2.0375; printed 2.0; 1.88 to 2.09
        assert!((risk(both(0.6, 3.1, 0.85), 0.0, 1.0) - 2.0).abs() <= 0.105 + 0.05);
        // Rhodium, processing, global supply only: 3.3 * 0.76 * 1 = 2.508; printed 2.5; 2.33 to 2.56
        assert!((risk(SupplyUsed::Global(plain(3.3)), 0.24, 1.0) - 2.5).abs() <= 0.115 + 0.05);
    }

    #[test]
    fn fallbacks_follow_what_is_known() {
        let (global, own) = (Ok(plain(3.0)), Ok(plain(1.0)));
        let core = |global, own, reliance| SupplyUsed::choose(global, own, reliance).map(|used| used.core().value);
        assert_eq!(core(global, own, Some(1.0)), Ok(2.0)); // half and half
        assert_eq!(core(global, own, Some(1.7)), Ok(2.0)); // never beyond
        assert_eq!(core(global, own, Some(-0.4)), Ok(1.0)); // a net exporter: sourcing alone
        assert_eq!(core(global, own, None), Ok(1.0));
        assert_eq!(core(global, Err(Undefined::NoSupply), Some(1.0)), Ok(3.0));
        assert_eq!(core(Err(Undefined::NoOutput), own, Some(1.0)), Ok(1.0));
        assert_eq!(core(Err(Undefined::NotRated), Err(Undefined::NoSupply), None), Err(Undefined::NotRated));
    }

    #[test]
    fn missing_governance_widens_the_range_and_is_not_read_as_good() {
        let found =
            global_concentration(&production(&[80.0, 20.0]), |c| (c.0 == 0).then_some(-0.5), |_| 1.0).expect("mostly rated");
        assert!(close(Some(found.value), Some(4.08))); // 0.64 * 6 + 0.04 * 6
        assert!(close(Some(found.low), Some(3.84)) && close(Some(found.high), Some(4.24))); // 0.04 * 0 and 0.04 * 10
        assert_eq!(global_concentration(&production(&[80.0, 20.0]), |_| None, |_| 1.0), Err(Undefined::NotRated));
        assert_eq!(global_concentration(&production(&[]), |_| Some(0.0), |_| 1.0), Err(Undefined::NoOutput));
        assert_eq!(sourcing_concentration(&sourcing(&[], &[]), |_| Some(0.0), |_| 1.0), Err(Undefined::NoSupply));
    }
}
