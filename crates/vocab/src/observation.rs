//! Rows of the observation tables as published, before anything is reconciled.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figure::Bound;
use crate::stage::Stage;

/// How firm a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Reported by the producer or the state.
    Reported,
    /// Estimated by the publisher.
    Estimated,
    /// Published as a real zero.
    Zero,
    /// Known to the publisher and not shown.
    Withheld,
    /// Not available to the publisher.
    NotAvailable,
    /// Mid-point of a published range.
    Range,
    /// One cited figure out of a table that may not be shipped.
    SingleFact,
    /// Only a bound is published, as printed; tonnes stay empty.
    Bound,
    /// Computed from published figures; the note says how.
    Derived,
    /// Our own assumption, with a range.
    Assumption,
}

/// Primary, secondary or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From ore.
    Primary,
    /// From scrap.
    Secondary,
    /// Both together.
    Total,
}

/// A row of `production.csv`: output of one country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductionRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Primary, secondary or total.
    pub kind: Origin,
    /// ISO3, or `OTH` for the publisher's "other countries".
    pub country: String,
    /// Calendar year.
    pub year: i32,
    /// Tonnes of the stage's basis; empty if withheld or not available.
    pub tonnes: Option<f64>,
    /// The figure as printed.
    pub published: String,
    /// How firm it is.
    pub flag: Flag,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// What to know.
    pub note: String,
}

/// A row of `world.csv`: a world total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorldRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Primary, secondary or total.
    pub kind: Origin,
    /// Calendar year.
    pub year: i32,
    /// Tonnes of the stage's basis.
    pub tonnes: Option<f64>,
    /// Lower end, for an assumption.
    pub low: Option<f64>,
    /// Upper end, for an assumption.
    pub high: Option<f64>,
    /// The figure as printed.
    pub published: String,
    /// How firm it is.
    pub flag: Flag,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// What to know.
    pub note: String,
}

/// Whose supply a share describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Scope {
    /// World output.
    #[serde(rename = "world")]
    World,
    /// Supply of the European Union.
    EU,
    /// Imports of the United States.
    USA,
}

/// A row of `shares.csv`: a supplier's published share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Whose supply.
    pub scope: Scope,
    /// ISO3 of the supplier, or `OTH`.
    pub supplier: String,
    /// Share, 0 to 1.
    pub share: Option<f64>,
    /// If the source only gives a bound.
    pub bound: Option<Bound>,
    /// Years described, as printed.
    pub period: String,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
}

/// Apparent or reported consumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UseKind {
    /// Output plus imports minus exports, adjusted for stocks.
    Apparent,
    /// Reported by consumers.
    Reported,
}

/// A row of `use.csv`: a country's consumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UseRow {
    /// Material id.
    pub material: String,
    /// ISO3.
    pub country: String,
    /// Calendar year.
    pub year: i32,
    /// Tonnes of the last stage's basis.
    pub tonnes: Option<f64>,
    /// Apparent or reported.
    pub kind: UseKind,
    /// The figure as printed.
    pub published: String,
    /// How firm it is.
    pub flag: Flag,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// What to know.
    pub note: String,
}

/// A row of `trade.csv`: one bilateral flow of one customs code, gross weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeRow {
    /// Edition of the Harmonized System.
    pub edition: String,
    /// Customs code.
    pub code: String,
    /// Calendar year.
    pub year: i32,
    /// ISO3 of the exporter.
    pub exporter: String,
    /// ISO3 of the importer.
    pub importer: String,
    /// Thousand US dollars.
    pub value_kusd: Option<f64>,
    /// Tonnes gross weight; empty if not published.
    pub tonnes: Option<f64>,
    /// Source id.
    pub source: String,
}

/// A row of `prices.csv`: a yearly average price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceRow {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Calendar year.
    pub year: i32,
    /// US dollars per tonne of the stage's basis.
    pub usd_per_t: Option<f64>,
    /// The figure as printed.
    pub published: String,
    /// Name of the price series.
    pub series: String,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// What to know.
    pub note: String,
}

/// A row of `governance.csv`: one Worldwide Governance Indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GovernanceRow {
    /// ISO3.
    pub iso3: String,
    /// Calendar year.
    pub year: i32,
    /// VA, PV, GE, RQ, RL or CC.
    pub indicator: String,
    /// Estimate, about -2.5 (worst) to 2.5 (best).
    pub estimate: Option<f64>,
    /// Standard error.
    pub std_err: Option<f64>,
    /// Source id.
    pub source: String,
}

/// A row of `economy.csv`: size of a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EconomyRow {
    /// ISO3.
    pub iso3: String,
    /// Calendar year.
    pub year: i32,
    /// Gross domestic product, current US dollars.
    pub gdp_usd: Option<f64>,
    /// Population.
    pub population: Option<f64>,
    /// Source id.
    pub source: String,
}

/// A row of `ree_composition.csv`: what a rare-earth ore consists of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompositionRow {
    /// Kind of ore.
    pub ore: String,
    /// ISO3 of the deposit.
    pub country: String,
    /// Deposit.
    pub location: String,
    /// Material id of the element.
    pub element: String,
    /// Percent of all rare-earth oxides.
    pub pct_of_reo: Option<f64>,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
}

/// A row of `ree_ore_mix.csv`: which ore stands for a country's rare-earth output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OreMixRow {
    /// ISO3 of the mining country, or `OTH` for all that are not named.
    pub country: String,
    /// Kind of ore.
    pub ore: String,
    /// ISO3 of the deposit whose analysis is used.
    pub ore_country: String,
    /// Deposit.
    pub location: String,
    /// Part of the country's output.
    pub weight: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Why.
    pub note: String,
}

/// A row of `trade_parameters.csv`: how trade policy eases or hinders what an importer buys from a supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeParameterRow {
    /// Id of the bloc, or ISO3 of the country, that buys.
    pub importer: String,
    /// ISO3 of the supplier.
    pub supplier: String,
    /// Material id; empty for all materials.
    pub material: String,
    /// Stage; empty for all stages.
    pub stage: Option<Stage>,
    /// Trade parameter: below 1 trade is eased, above 1 it is restricted. Suppliers without a row have 1.
    pub parameter: f64,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Why.
    pub note: String,
}

/// All observation tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observations {
    /// Output by country.
    pub production: Vec<ProductionRow>,
    /// World totals.
    pub world: Vec<WorldRow>,
    /// Published supplier shares.
    pub shares: Vec<ShareRow>,
    /// Consumption.
    pub consumption: Vec<UseRow>,
    /// Bilateral trade.
    pub trade: Vec<TradeRow>,
    /// Prices.
    pub prices: Vec<PriceRow>,
    /// Governance.
    pub governance: Vec<GovernanceRow>,
    /// Size of economies.
    pub economy: Vec<EconomyRow>,
    /// Composition of rare-earth ores.
    pub composition: Vec<CompositionRow>,
    /// Which ores stand for which country.
    pub ore_mix: Vec<OreMixRow>,
}
