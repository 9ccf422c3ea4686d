//! Twenty years: the parameters of projects, investment, growth and of what the feared supplier can do, and the growth of use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figures::figures;
use crate::material::{MaterialId, Materials};

figures!(
    /// The file `years.toml`.
    YearParameters,
    /// One value for every parameter of the years.
    YearValues,
    /// Years of a mine from discovery to a finished feasibility study.
    mine_studies,
    /// Years of a mine from the study to the investment decision: permits and financing.
    mine_permitting,
    /// Years of a mine from the decision to first output, as planned.
    mine_construction,
    /// Years of a mine from first to full output.
    mine_ramp,
    /// The same of refineries and magnet plants.
    plant_studies,
    /// The same of refineries and magnet plants.
    plant_permitting,
    /// The same of refineries and magnet plants.
    plant_construction,
    /// The same of refineries and magnet plants.
    plant_ramp,
    /// The same of a circuit for a companion metal, and of restarts and extensions.
    circuit_studies,
    /// The same of a circuit.
    circuit_permitting,
    /// The same of a circuit.
    circuit_construction,
    /// The same of a circuit.
    circuit_ramp,
    /// Part by which construction takes longer than planned.
    schedule_delay,
    /// Part by which a plant costs more than planned.
    capex_overrun,
    /// Part of plants that never reach their nameplate.
    never_full,
    /// What those reach of it.
    never_full_reach,
    /// Cost of running a plant, as a part of the value of what it makes at base prices.
    opex_share,
    /// Capital for a tonne a year, as a multiple of the value of a tonne at base prices.
    capex_ratio,
    /// How dear one plant is against another of its kind.
    cost_spread,
    /// Real cost of capital a year.
    cost_of_capital,
    /// What is asked on top of it for the risk of prices, a year.
    risk_premium,
    /// Part of that premium that goes if all output is sold under contract for the life of the plant.
    contract_relief,
    /// Years for which a plant runs.
    plant_life,
    /// Years for which a finished project waits for a price before it is given up.
    patience,
    /// Part by which what stands can be extended over the trend where prices call for it.
    expansion_room,
    /// Part of world output that others can begin to develop a year and region if it pays.
    pool_tranche,
    /// How much dearer each further such plant of a region is than the one before.
    pool_cost_step,
    /// Growth of use a year where nobody projects it.
    use_growth,
    /// How far growth may miss its projection by the end, in standard deviations of the logarithm: the range is that of a factor.
    growth_factor,
    /// Years until what is in use comes back as scrap.
    lifetime,
    /// Price, in base prices, at which a flooding supplier sells.
    flood_price,
    /// What it can sell on top, as a part of its output.
    flood_volume,
    /// Real rate at which a treasury discounts, a year.
    public_discount,
);

/// A row of `growth.csv`: projected use of a material in an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrowthRow {
    /// Material id, the id of a group of materials, or several ids apart by `;` whose use is published as one sum.
    pub material: String,
    /// Application.
    pub application: String,
    /// Year.
    pub year: i32,
    /// Tonnes as published.
    pub tonnes: f64,
    /// Source id.
    pub source: String,
    /// Where in it.
    pub locator: String,
    /// What the reader must know.
    pub note: String,
}

impl GrowthRow {
    /// What [`GrowthRow::material`] names, a group by its members, each once and in the order of [`Materials`]. Unknown ids are
    /// left out; the reader of the file refuses them.
    pub fn materials(&self, materials: &Materials) -> Vec<MaterialId> {
        let mut all = Vec::new();
        for id in self.material.split(';').filter_map(|id| materials.by_id(id.trim())) {
            let members = &materials.get(id).members;
            if members.is_empty() { all.push(id) } else { all.extend(members.iter().filter_map(|id| materials.by_id(id))) }
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// A row of `lead_times.csv`: one published figure on how long plants take and what they cost against plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadTimeRow {
    /// Id.
    pub id: String,
    /// What it describes: `world`, `country`, a single project.
    pub scope: String,
    /// ISO3; empty for the world.
    pub country: String,
    /// Materials as published.
    pub material: String,
    /// Which phase.
    pub phase: String,
    /// `mine`, `refinery`, `by_product`, `magnet` or `any`.
    pub kind: String,
    /// Mean, range, single case.
    pub metric: String,
    /// The figure.
    pub value: Option<f64>,
    /// Its unit.
    pub unit: String,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// How many plants.
    pub sample: String,
    /// Which years.
    pub period: String,
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
