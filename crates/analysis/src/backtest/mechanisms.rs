//! What matters: the parts of the model that can be switched off, and what is left without each.

use adit_model::crisis::Unsolved;
use adit_vocab::event::MeasureKind;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};

use super::Past;
use super::past::{RESTRICTOR, at_points, run};

/// A part of the model that can be switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mechanism {
    /// Two prices: instead, what is not let out is missing to everyone.
    TwoPrices,
    /// Stocks that are sold when the price rises.
    StocksSeePrice,
    /// Stocks at all.
    Stocks,
    /// Covers by stock class.
    StockClasses,
    /// Buying ahead.
    BuyingAhead,
    /// Licences that are given in the end.
    LicenceRecovery,
    /// The stop before the first licence.
    LicenceStop,
    /// What gets out in spite of a control.
    Leakage,
    /// Growth of capacity outside.
    CapacityGrowth,
    /// Demand that gives way further with time.
    DemandLag,
    /// Output that follows the price within months.
    ShortRunSupply,
    /// Less response of by-products.
    CompanionShare,
}

impl Mechanism {
    /// All of them.
    pub const ALL: [Mechanism; 12] = [
        Mechanism::TwoPrices,
        Mechanism::StocksSeePrice,
        Mechanism::Stocks,
        Mechanism::StockClasses,
        Mechanism::BuyingAhead,
        Mechanism::LicenceRecovery,
        Mechanism::LicenceStop,
        Mechanism::Leakage,
        Mechanism::CapacityGrowth,
        Mechanism::DemandLag,
        Mechanism::ShortRunSupply,
        Mechanism::CompanionShare,
    ];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Mechanism::TwoPrices => "two_prices",
            Mechanism::StocksSeePrice => "stocks_see_price",
            Mechanism::Stocks => "stocks",
            Mechanism::StockClasses => "stock_classes",
            Mechanism::BuyingAhead => "buying_ahead",
            Mechanism::LicenceRecovery => "licence_recovery",
            Mechanism::LicenceStop => "licence_stop",
            Mechanism::Leakage => "leakage",
            Mechanism::CapacityGrowth => "capacity_growth",
            Mechanism::DemandLag => "demand_lag",
            Mechanism::ShortRunSupply => "short_run_supply",
            Mechanism::CompanionShare => "companion_share",
        }
    }

    /// The values without it; `general` are those that know neither companion share nor stock class.
    fn off(self, values: Values, general: &Values) -> Values {
        // as good as none: a stock of nothing has no response to switch off
        const NEXT_TO_NOTHING: f64 = 1e-2;
        match self {
            Mechanism::TwoPrices => values,
            Mechanism::StocksSeePrice => Values { stock_price_response: NEXT_TO_NOTHING, ..values },
            Mechanism::Stocks => Values { stock_cover: NEXT_TO_NOTHING, ..values },
            Mechanism::StockClasses => Values { stock_cover: general.stock_cover, ..values },
            Mechanism::BuyingAhead => Values { hoarding: 0.0, ..values },
            Mechanism::LicenceRecovery => Values { licence_recovery: values.licence_residual, ..values },
            Mechanism::LicenceStop => Values { licence_stop: 0.0, licence_ramp: 0.0, ..values },
            Mechanism::Leakage => Values { leakage_all: 0.0, leakage_named: 0.0, ..values },
            Mechanism::CapacityGrowth => Values { capacity_adjustment: 0.0, ..values },
            Mechanism::DemandLag => Values { demand_adjustment: 0.0, ..values },
            Mechanism::ShortRunSupply => Values { supply_short: 0.0, ..values },
            Mechanism::CompanionShare => {
                Values { supply_short: general.supply_short, supply_long: general.supply_long, ..values }
            }
        }
    }
}

/// Ratios at the points of an event without one part of the model.
pub(super) fn without_mechanism(past: &Past, mechanism: Mechanism, general: &Values) -> Result<Vec<f64>, Unsolved> {
    let values = mechanism.off(past.parameters.values(), general);
    if mechanism != Mechanism::TwoPrices || past.event.measures.iter().any(|measure| measure.kind == MeasureKind::Outage) {
        return past.ratios(&values);
    }
    // what the control keeps back is missing to the whole world instead
    let use_share = past.event.use_share.value;
    let controlled = past.path(&values, use_share)?;
    let output = past.event.output_share.value;
    let exports = (output - use_share) / output;
    let missing = controlled.allowed.iter().zip(0u32..).map(|(allowed, month)| Shock {
        measure: Measure::Outage { share: exports * (1.0 - allowed) },
        by: RESTRICTOR,
        stage: None,
        on: Vec::new(),
        start: month,
        months: Some(1),
        leakage: None,
    });
    let path = run(past.event, &values, use_share, &missing.collect::<Vec<_>>())?;
    Ok(at_points(past.event, &path))
}
