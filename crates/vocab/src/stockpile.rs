//! A public stockpile: the parameters of buying, holding and releasing, and what is published of stockpiles that exist.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figures::figures;

figures!(
    /// The file `stockpile.toml`.
    StockpileParameters,
    /// One value for every parameter of a stockpile.
    StockpileValues,
    /// Price, in base prices, from which the stock is released.
    trigger,
    /// Months over which the stock is released at full rate.
    release_months,
    /// Years over which it is filled.
    fill_years,
    /// Years for which it is held.
    horizon,
    /// Real rate of interest a year.
    discount,
    /// Storage, insurance and turning over, a year, as a part of the base value.
    storage,
    /// Part of the base value that is recovered when the stock is sold.
    resale,
);

/// A row of `stockpiles.csv`: one published fact about a public stockpile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StockpileRow {
    /// Id of the stockpile or plan.
    pub id: String,
    /// ISO3 of who holds it, or the id of a bloc.
    pub holder: String,
    /// Name in English.
    pub name_en: String,
    /// Name in German.
    pub name_de: String,
    /// Material id; empty for all together.
    pub material: String,
    /// US dollars.
    pub usd: Option<f64>,
    /// Days of use.
    pub days: Option<f64>,
    /// Year it describes.
    pub year: Option<i32>,
    /// Source id.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    pub address: String,
    /// What the reader must know.
    pub note: String,
}
