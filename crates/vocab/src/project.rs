//! Projects: plants that somebody plans or builds, with what is published of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::material::MaterialId;
use crate::stage::Stage;

/// What is built: it decides which lead times count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A new mine.
    Mine,
    /// A new smelter, refinery or separation plant.
    Refinery,
    /// A circuit in a plant that stands: a companion metal won from what is thrown away.
    ByProduct,
    /// A magnet plant.
    Magnet,
    /// A plant that stands, restarted or extended.
    Brownfield,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [Kind::Mine, Kind::Refinery, Kind::ByProduct, Kind::Magnet, Kind::Brownfield];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Mine => "mine",
            Kind::Refinery => "refinery",
            Kind::ByProduct => "by_product",
            Kind::Magnet => "magnet",
            Kind::Brownfield => "brownfield",
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Runs; the base year has it already.
    Operating,
    /// Has had its first output.
    RampUp,
    /// Is built.
    Construction,
    /// Has its permits and looks for money.
    Financing,
    /// Waits for permits.
    Permitting,
    /// Has a feasibility study, or works on it.
    Feasibility,
    /// Before that.
    Early,
    /// Was given up for now.
    Stalled,
}

impl Status {
    /// All, the furthest first.
    pub const ALL: [Status; 8] = [
        Status::Operating,
        Status::RampUp,
        Status::Construction,
        Status::Financing,
        Status::Permitting,
        Status::Feasibility,
        Status::Early,
        Status::Stalled,
    ];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Status::Operating => "operating",
            Status::RampUp => "ramp_up",
            Status::Construction => "construction",
            Status::Financing => "financing",
            Status::Permitting => "permitting",
            Status::Feasibility => "feasibility",
            Status::Early => "early",
            Status::Stalled => "stalled",
        }
    }
}

/// A row of `projects.csv`: one material and stage of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectRow {
    /// Id.
    pub id: String,
    /// Name of the project.
    pub name: String,
    /// Who builds it.
    pub company: String,
    /// ISO3 of where it stands.
    pub country: String,
    /// Material id.
    pub material: String,
    /// Stage whose output it adds to.
    pub stage: Stage,
    /// What is built.
    pub kind: Kind,
    /// How far it is.
    pub status: Status,
    /// When that was reported, year or year and month.
    pub as_of: String,
    /// Capacity a year in the published unit.
    pub capacity: Option<f64>,
    /// The published unit.
    pub unit: String,
    /// Tonnes of the stage's basis in one published unit.
    pub content: Option<f64>,
    /// Year of first output as its company expects it.
    pub first_output: Option<i32>,
    /// Part of the project's capital expenditure that this row bears, 0 to 1.
    pub part: Option<f64>,
    /// Capital expenditure of the whole project, million US dollars.
    pub capex_usd_m: Option<f64>,
    /// Cost of running it, US dollars a tonne of the stage's basis.
    pub opex_usd_per_t: Option<f64>,
    /// Public money, as published.
    pub support: String,
    /// Source id.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    pub address: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// What the reader must know.
    pub note: String,
}

/// A row with its places found.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// What is published.
    pub row: ProjectRow,
    /// Where it stands.
    pub country: CountryId,
    /// The material.
    pub material: MaterialId,
}

impl Project {
    /// Tonnes of the stage's basis a year; `None` if no capacity is published.
    pub fn tonnes(&self) -> Option<f64> {
        Some(self.row.capacity? * self.row.content?)
    }

    /// Capital expenditure for a tonne a year, US dollars; `None` if not published.
    pub fn capex(&self) -> Option<f64> {
        let tonnes = self.tonnes().filter(|tonnes| *tonnes > 0.0)?;
        Some(self.row.capex_usd_m? * 1e6 * self.row.part? / tonnes)
    }
}
