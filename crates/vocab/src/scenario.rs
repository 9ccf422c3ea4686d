//! A scenario: what is done to the market of one material, by whom, on whom, from when and for how long.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::stage::Stage;

/// What is done. Shares are 0 to 1 of the base year's quantity, rates are parts of the base price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// No exports.
    ExportBan,
    /// Exports up to a share of those of the base year.
    Quota {
        /// The share.
        share: f64,
    },
    /// Exports stop until licences are given, then recover. What is `None` is taken from the parameters.
    Licence {
        /// Months in which almost nothing is allowed.
        stop: Option<f64>,
        /// Share of the base year's exports that is allowed in the end.
        recovery: Option<f64>,
        /// Months from the end of the stop to the full recovery share.
        ramp: Option<f64>,
    },
    /// The exporter takes a tax.
    ExportTax {
        /// Part of the base price.
        rate: f64,
    },
    /// The importer takes a tariff: `by` is the importer, `on` the suppliers.
    Tariff {
        /// Part of the base price.
        rate: f64,
    },
    /// Mines or refineries stand still.
    Outage {
        /// Share of output that is lost.
        share: f64,
    },
}

/// One shock.
#[derive(Clone, Debug, PartialEq)]
pub struct Shock {
    /// What is done.
    pub measure: Measure,
    /// Who does it; for a tariff the importer, for an outage where it happens.
    pub by: CountryId,
    /// At which stage; at every stage that the material has if `None`.
    pub stage: Option<Stage>,
    /// On whom, in the order of `Countries`; on everyone if empty.
    pub on: Vec<CountryId>,
    /// Months from the announcement until it is in force.
    pub start: u32,
    /// Months in force; to the end if `None`.
    pub months: Option<u32>,
    /// Part of the trade that still gets through where it pays; from the parameters if `None`.
    pub leakage: Option<f64>,
}

impl Shock {
    /// True in a month that counts from the announcement.
    pub fn in_force(&self, month: u32) -> bool {
        month >= self.start && self.months.is_none_or(|months| month - self.start < months)
    }

    /// True if it meets a country.
    pub fn meets(&self, country: CountryId) -> bool {
        self.on.is_empty() || self.on.contains(&country)
    }

    /// True if it applies at a stage.
    pub fn at(&self, stage: Stage) -> bool {
        self.stage.is_none_or(|only| only == stage)
    }
}

/// What happens to one material: the shape of a scenario file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioText {
    /// The material, by any of its names.
    pub material: String,
    /// Months to look at from the announcement; as long as the shocks if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<u32>,
    /// What is done.
    pub shock: Vec<ShockText>,
}

/// One shock as it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShockText {
    /// `ban`, `quota`, `licence`, `export-tax`, `tariff` or `outage`.
    pub kind: String,
    /// Who does it; for a tariff the importer, for an outage where it happens.
    pub by: String,
    /// On whom; on everyone if empty. For a tariff the suppliers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// `mine` or `refined`; every stage if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Quota: share of the base year's exports. Outage: share of output that is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Tax or tariff as a part of the base price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// Months from the announcement until it is in force.
    #[serde(default)]
    pub start: u32,
    /// Months in force; 12 if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// Part of the trade that still gets through where it pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leakage: Option<f64>,
    /// Licence: months of stop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<f64>,
    /// Licence: share of exports allowed in the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<f64>,
    /// Licence: months from the end of the stop to that share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramp: Option<f64>,
}
