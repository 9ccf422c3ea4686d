//! Parameters of the market model: every one an assumption or a cited figure with its range.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figures::figures;
use crate::material::Material;

/// How far a companion's capacity follows its host and not its own price, in the long run.
const COMPANION_LONG: f64 = 0.7;

/// How much of a material lies in commercial stocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StockClass {
    /// Two to five months of use.
    Thin,
    /// About three months of use.
    Normal,
    /// A glut, or large stocks in sight: about a year of use.
    Glut,
    /// Nobody reports.
    #[default]
    Unknown,
}

impl StockClass {
    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            StockClass::Thin => "thin",
            StockClass::Normal => "normal",
            StockClass::Glut => "glut",
            StockClass::Unknown => "unknown",
        }
    }
}

figures!(
    /// The file `model.toml`.
    Parameters,
    /// One value for every parameter.
    Values,
    /// Demand elasticity within months, absolute value.
    demand_short,
    /// Demand elasticity after years, absolute value.
    demand_long,
    /// Part of the gap to long-run demand that closes in a month.
    demand_adjustment,
    /// Price, in base prices, at which uses begin to leave.
    choke_price,
    /// Supply elasticity within months.
    supply_short,
    /// Supply elasticity after years.
    supply_long,
    /// Capacity beyond the output of the base year, as a part of it.
    spare_capacity,
    /// Part of the gap to long-run capacity that closes in a month.
    capacity_adjustment,
    /// Price, in base prices, below which a plant closes.
    shut_down_price,
    /// Price rise, as a part of the price, that doubles a flow.
    kappa,
    /// Size of a trade relation without trade, as a part of the smaller of supply and demand.
    nu,
    /// Extra cost of a relation without trade, as a part of the price.
    unobserved_premium,
    /// Part of refined value that the ore in it is worth where no ore price is published.
    ore_value,
    /// Months of use in commercial stocks, where nobody reports.
    stock_cover,
    /// The same where stocks are known to be thin.
    cover_thin,
    /// The same where they are known to be normal.
    cover_normal,
    /// The same in a glut or with large stocks in sight.
    cover_glut,
    /// How strongly stock holders sell when the price is above the one they expect.
    stock_price_response,
    /// Part of a missing or excess stock that is bought or sold in a month.
    stock_pace,
    /// Largest part of a stock that is sold in a month.
    stock_release,
    /// Part of the gap between price and expected price that closes in a month.
    expectation_adjustment,
    /// Rise of the wanted cover if all supply is feared for.
    hoarding,
    /// Part of the gap between fear and the share of exports that is not allowed that closes in a month.
    fear_adjustment,
    /// Part of the exports that gets out in spite of a control on everyone, where it pays.
    leakage_all,
    /// Part of the exports to named countries that reaches them by way of others.
    leakage_named,
    /// Months a licence regime begins with a stop.
    licence_stop,
    /// Share of exports allowed during the stop.
    licence_residual,
    /// Share of exports allowed in the end.
    licence_recovery,
    /// Months until then.
    licence_ramp,
    /// Standard deviation of the logarithm of the price that no parameter explains.
    residual_log_sd,
    /// Size of a price effect, in the logarithm, from which on it is missed by all of that.
    residual_full_at,
);

impl Parameters {
    /// The parameters of one material: its own elasticities and the cover of its stock class in place of the general ones.
    pub fn of(&self, material: &Material) -> Parameters {
        let mut own = self.by_rule(material, material.stock_class());
        if let Some(known) = &material.elasticity {
            let pairs = [
                (&mut own.demand_short, &known.demand_short),
                (&mut own.demand_long, &known.demand_long),
                (&mut own.supply_short, &known.supply_short),
                (&mut own.supply_long, &known.supply_long),
            ];
            for (general, figure) in pairs {
                if let Some(figure) = figure {
                    *general = figure.clone();
                }
            }
        }
        own
    }

    /// The parameters that the common rule gives a material: supply by its companion share, stocks by their class. Nothing of
    /// what is known of its elasticities enters.
    pub fn by_rule(&self, material: &Material, stocks: StockClass) -> Parameters {
        let mut own = self.clone();
        let companion: f64 = material.host.iter().filter_map(|host| host.companion.as_ref()).map(|figure| figure.value).sum();
        own.supply_short.scale(1.0 - companion.min(1.0));
        own.supply_long.scale(1.0 - COMPANION_LONG * companion.min(1.0));
        own.stock_cover = match stocks {
            StockClass::Thin => own.cover_thin.clone(),
            StockClass::Normal => own.cover_normal.clone(),
            StockClass::Glut => own.cover_glut.clone(),
            StockClass::Unknown => own.stock_cover,
        };
        own
    }
}
