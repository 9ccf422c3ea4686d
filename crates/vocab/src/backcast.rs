//! A back-cast: the world of a past year, what was known then, and what came after.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::material::MaterialId;
use crate::project::Project;

/// A row of `backcast.csv`: one fact of the base year, of what was known then, or of what came after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BackcastRow {
    /// Material id, the same in every row.
    pub material: String,
    /// What the row says.
    pub item: BackcastItem,
    /// Exports: the customs code. Capacity, first output: the id of the plant.
    pub id: String,
    /// ISO3 of who makes, exports, builds or restricts; empty for the world.
    pub country: String,
    /// Exports: ISO3 of the importer.
    pub partner: String,
    /// Year that the fact describes; empty for a capacity.
    pub year: Option<i32>,
    /// Tonnes of the mine's basis a year, tonnes of goods for exports, a share 0 to 1 for a quota; empty where the publisher
    /// names a country without a figure.
    pub value: Option<f64>,
    /// Capacity: what is built, as in `projects.csv`.
    pub kind: String,
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

/// What a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BackcastItem {
    /// Mine output of a country in a year.
    Output,
    /// World output in a year by another publisher, for comparison.
    World,
    /// Exports of the base year by importer and customs code.
    Exports,
    /// What a plant that was being built is to make.
    Capacity,
    /// Year in which its company then expected first output.
    FirstOutput,
    /// Part of the exports of the base year that a quota allows, and its first year.
    QuotaShare,
    /// First year without it.
    QuotaEnd,
}

/// Everything a back-cast starts from and is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Backcast {
    /// The material.
    pub material: MaterialId,
    /// Who exports and restricts.
    pub supplier: CountryId,
    /// The base year: the year of the exports.
    pub base_year: i32,
    /// Mine output by country and year, tonnes, in the order of the file; figures that nobody publishes are left out.
    pub output: Vec<(CountryId, i32, f64)>,
    /// World output by another publisher, tonnes.
    pub world: Vec<(i32, f64)>,
    /// Exports of the base year by importer, tonnes of the mine's basis, in the order of `Countries`.
    pub exports: Vec<(CountryId, f64)>,
    /// Plants that were being built, as they were known then.
    pub projects: Vec<Project>,
    /// What the supplier did.
    pub quota: Quota,
    /// Ids of the sources that the answer rests on, in the order of the file.
    pub sources: Vec<String>,
}

/// A quota on all exports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    /// First year.
    pub from: i32,
    /// Last year.
    pub until: i32,
    /// Part of the exports of the base year that it allows, 0 to 1.
    pub share: f64,
}

impl Backcast {
    /// Output of some countries in a year, tonnes; `None` if no figure is published of any.
    pub fn output_of(&self, year: i32, counts: impl Fn(CountryId) -> bool) -> Option<f64> {
        let known = self.output.iter().filter(|(country, known, _)| *known == year && counts(*country));
        known.map(|(_, _, tonnes)| *tonnes).fold(None, |sum, tonnes| Some(sum.unwrap_or(0.0) + tonnes))
    }

    /// The supplier's observed part of all output in a year; `None` without its figure, or if nobody makes any.
    pub fn observed_share(&self, year: i32) -> Option<f64> {
        let world = self.output_of(year, |_| true).filter(|tonnes| *tonnes > 0.0)?;
        Some(self.output_of(year, |country| country == self.supplier)? / world)
    }

    /// The last year with a figure of the supplier.
    pub fn last_year(&self) -> i32 {
        let years = self.output.iter().filter(|(country, ..)| *country == self.supplier).map(|(_, year, _)| *year);
        years.max().unwrap_or(self.base_year)
    }
}
