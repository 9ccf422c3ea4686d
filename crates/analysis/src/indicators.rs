//! Indicators: every published indicator for one importer and the materials asked for, from the baseline.

use std::collections::BTreeMap;

use adit_indicators::country_risk_weighted_share::country_risk_weighted_share;
use adit_indicators::eu_economic_importance::eu_economic_importance;
use adit_indicators::eu_supply_risk::{eu_supply_risk, global_concentration, sourcing_concentration};
use adit_indicators::geopolrisk::{characterisation_factor, geopolrisk, import_risk, instability, midpoint};
use adit_indicators::hhi::hhi;
use adit_indicators::import_hhi::import_hhi;
use adit_indicators::net_import_reliance::net_import_reliance;
use adit_vocab::baseline::{Baseline, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::{Material, MaterialId, Materials};
use adit_vocab::production::Production;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::stage::Stage;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes, UsdPerTonne};

use crate::world::production;

pub use adit_indicators::eu_supply_risk::SupplyUsed;
pub use adit_indicators::rated::Rated;

/// Governance is carried forward at most this many years.
pub const CARRIED: i32 = 2;
/// Quantities below this share of world output are the solver's tolerance.
const LEAST: f64 = 1e-6;
/// The bloc for which economic importance is defined, and the region of the end uses it is computed from.
const EU: &str = "EU";

/// A published rating of a country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating {
    /// About -2.5 (worst) to 2.5 (best).
    pub value: f64,
    /// Year it describes.
    pub year: i32,
}

/// What the indicators need besides the baseline. All of it is published; what is not published is absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    /// Mean of the six governance estimates, by position in `Countries`.
    pub governance: Vec<Option<Rating>>,
    /// Political stability alone, likewise.
    pub stability: Vec<Option<Rating>>,
    /// Prices of the base year.
    pub prices: BTreeMap<(MaterialId, Stage), UsdPerTonne>,
    /// Trade parameters by importer.
    pub trade_parameters: Vec<TradeParameter>,
    /// Value added of the EU's industries by NACE division, in one currency and year.
    pub value_added: BTreeMap<String, f64>,
}

/// How trade policy eases or hinders purchases from one supplier.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeParameter {
    /// Id of the party that buys.
    pub importer: String,
    /// Where it buys.
    pub supplier: CountryId,
    /// Which material; all if `None`.
    pub material: Option<MaterialId>,
    /// At which stage; all if `None`.
    pub stage: Option<Stage>,
    /// 1 is neutral.
    pub parameter: f64,
}

impl Inputs {
    fn rating(ratings: &[Option<Rating>], country: CountryId, year: i32) -> Option<Rating> {
        ratings.get(country.index()).copied().flatten().filter(|rating| (year - CARRIED..=year).contains(&rating.year))
    }

    /// The trade parameter; 1 where none is published. The most restrictive of several rows counts.
    fn trade_parameter(&self, importer: &str, material: MaterialId, stage: Stage, supplier: CountryId) -> f64 {
        let fits = |row: &&TradeParameter| {
            row.importer == importer
                && row.supplier == supplier
                && row.material.is_none_or(|known| known == material)
                && row.stage.is_none_or(|known| known == stage)
        };
        self.trade_parameters.iter().filter(fits).map(|row| row.parameter).reduce(f64::max).unwrap_or(1.0)
    }
}

/// The indicators of one importer.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    /// Who asks.
    pub importer: Party,
    /// Base year.
    pub year: i32,
    /// One entry a material, in the order asked for.
    pub materials: Vec<MaterialIndicators>,
}

/// The indicators of one material.
#[derive(Clone, Debug, PartialEq)]
pub struct MaterialIndicators {
    /// The material.
    pub material: MaterialId,
    /// Supply risk by the EU's formula: the higher of the stages, and which one it is.
    pub supply_risk: Result<(Rated, Stage), Undefined>,
    /// Economic importance by the EU's formula.
    pub economic_importance: Result<f64, Undefined>,
    /// End-of-life recycling input rate, as published for the EU.
    pub eol_rir: Result<f64, Undefined>,
    /// The stages that the baseline has, upstream first.
    pub stages: Vec<StageIndicators>,
}

/// The indicators of one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StageIndicators {
    /// Which stage.
    pub stage: Stage,
    /// Concentration of world output.
    pub hhi: Result<f64, Undefined>,
    /// Weighted country risk of world output.
    pub country_risk: Result<Rated, Undefined>,
    /// Concentration of the importer's imports.
    pub import_hhi: Result<f64, Undefined>,
    /// Net import reliance without stocks; below 0 a net exporter.
    pub import_reliance: Result<f64, Undefined>,
    /// Which supply the EU's formula rests on.
    pub supply_used: Result<SupplyUsed, Undefined>,
    /// Supply risk by the EU's formula.
    pub supply_risk: Result<Rated, Undefined>,
    /// GeoPolRisk: risk of the imports.
    pub import_risk: Result<Rated, Undefined>,
    /// GeoPolRisk score.
    pub geopolrisk: Result<Rated, Undefined>,
    /// GeoPolRisk midpoint, US dollars a kilogram.
    pub midpoint: Result<Rated, Undefined>,
    /// GeoPolRisk characterisation factor, kilograms of copper equivalent a kilogram.
    pub characterisation_factor: Result<Rated, Undefined>,
    /// The earliest year of governance behind the output of the stage; `None` if no producer is rated.
    pub governance_year: Option<i32>,
}

/// Computes the indicators.
pub fn indicators(
    baseline: &Baseline,
    materials: &Materials,
    asked: &[MaterialId],
    importer: &Party,
    inputs: &Inputs,
) -> Indicators {
    let one = |&material: &MaterialId| {
        let info = materials.get(material);
        let balances = baseline.market(material).map_or(&[][..], |market| &market.stages);
        let case = Case { material, info, importer, inputs, year: baseline.year };
        let stages: Vec<StageIndicators> = balances.iter().map(|balance| case.stage(balance)).collect();
        MaterialIndicators {
            material,
            supply_risk: higher(&stages),
            economic_importance: case.economic_importance(),
            eol_rir: case.eol_rir(),
            stages,
        }
    };
    Indicators { importer: importer.clone(), year: baseline.year, materials: asked.iter().map(one).collect() }
}

/// The stage with the higher supply risk: the bottleneck. If none has one, the reason is that of the last stage.
fn higher(stages: &[StageIndicators]) -> Result<(Rated, Stage), Undefined> {
    let mut found = Err(Undefined::NoMarket);
    for stage in stages {
        match (stage.supply_risk, found) {
            (Ok(risk), Ok((highest, _))) if risk.value <= highest.value => {}
            (Ok(risk), _) => found = Ok((risk, stage.stage)),
            (Err(reason), Err(_)) => found = Err(reason),
            (Err(_), Ok(_)) => {}
        }
    }
    found
}

/// One material, asked by one importer.
struct Case<'a> {
    material: MaterialId,
    info: &'a Material,
    importer: &'a Party,
    inputs: &'a Inputs,
    year: i32,
}

impl Case<'_> {
    fn stage(&self, balance: &StageBalance) -> StageIndicators {
        let world = production(balance);
        let (sourcing, exports) = sourcing(balance, self.importer, LEAST * balance.world_output());
        let six = |country| Inputs::rating(&self.inputs.governance, country, self.year).map(|rating| rating.value);
        let g = |country| Inputs::rating(&self.inputs.stability, country, self.year).map(|rating| instability(rating.value));
        let t = |country| self.inputs.trade_parameter(&self.importer.id, self.material, balance.stage, country);

        let reliance = net_import_reliance(sourcing.output(), sourcing.imported(), exports, Tonnes(0.0)).map(|share| share.0);
        let supply_used =
            SupplyUsed::choose(global_concentration(&world, six, t), sourcing_concentration(&sourcing, six, t), reliance);
        let concentration = hhi(&world).ok_or(Undefined::NoOutput);
        let import_risk = import_risk(&sourcing, g);
        let score = concentration.and_then(|share| import_risk.map(|risk| geopolrisk(share, risk)));
        let midpoint = score.and_then(|score| {
            let price = self.inputs.prices.get(&(self.material, balance.stage)).ok_or(Undefined::NoPrice)?;
            Ok(midpoint(score, *price))
        });
        StageIndicators {
            stage: balance.stage,
            hhi: concentration.map(|Share(value)| value),
            country_risk: country_risk_weighted_share(&world, six),
            import_hhi: import_hhi(&sourcing).map(|share| share.0),
            import_reliance: reliance.ok_or(Undefined::NoSupply),
            supply_used,
            supply_risk: self.supply_risk(&sourcing, supply_used),
            import_risk,
            geopolrisk: score,
            midpoint,
            characterisation_factor: midpoint.map(characterisation_factor),
            governance_year: self.governance_year(&world),
        }
    }

    /// A supply that is nobody's has no risk; the formula alone would give the world's.
    fn supply_risk(&self, sourcing: &Sourcing, used: Result<SupplyUsed, Undefined>) -> Result<Rated, Undefined> {
        if sourcing.output() + sourcing.imported() <= Tonnes(0.0) {
            return Err(Undefined::NoSupply);
        }
        let recycled = self.eol_rir()?;
        let index = self.info.substitution.as_ref().and_then(|index| index.si_sr.as_ref()).ok_or(Undefined::NoSubstitutionIndex)?;
        Ok(eu_supply_risk(&used?, recycled, index.value))
    }

    fn eol_rir(&self) -> Result<f64, Undefined> {
        let rate = self.info.recycling.as_ref().and_then(|recycling| recycling.eol_rir.as_ref());
        rate.map(|rate| rate.value).ok_or(Undefined::NoRecyclingRate)
    }

    fn economic_importance(&self) -> Result<f64, Undefined> {
        if self.importer.id != EU {
            return Err(Undefined::OnlyEu);
        }
        let index = self.info.substitution.as_ref().and_then(|index| index.si_ei.as_ref()).ok_or(Undefined::NoSubstitutionIndex)?;
        let in_eu = self.info.end_use.iter().filter(|end_use| end_use.region == EU);
        let uses: Option<Vec<(f64, f64)>> =
            in_eu.map(|end_use| Some((end_use.share.value, *self.inputs.value_added.get(&end_use.industry)?))).collect();
        let largest = self.inputs.value_added.values().copied().fold(0.0, f64::max);
        eu_economic_importance(&uses.ok_or(Undefined::NoEndUses)?, largest, index.value)
    }

    fn governance_year(&self, world: &Production) -> Option<i32> {
        let rated = |&(country, tonnes): &(CountryId, Tonnes)| {
            (tonnes > Tonnes(0.0)).then(|| Inputs::rating(&self.inputs.governance, country, self.year))?
        };
        world.by_country.iter().filter_map(rated).map(|rating| rating.year).min()
    }
}

/// Where the importer's supply comes from, and what it exports. Imports that are nothing but tolerance are left out.
fn sourcing(balance: &StageBalance, importer: &Party, least: f64) -> (Sourcing, Tonnes) {
    let own = importer.members.iter().filter_map(|&member| balance.node(member));
    let mut imports: BTreeMap<CountryId, f64> = BTreeMap::new();
    let (mut within, mut exports) = (0.0, 0.0);
    for flow in &balance.flows {
        match (importer.has(flow.exporter), importer.has(flow.importer)) {
            (false, true) => *imports.entry(flow.exporter).or_default() += flow.datum.value,
            (true, false) => exports += flow.datum.value,
            (true, true) => within += flow.datum.value,
            (false, false) => {}
        }
    }
    if imports.values().sum::<f64>() <= least {
        imports.clear();
    }
    let own: Vec<(CountryId, Tonnes)> =
        own.map(|node| (node.country, Tonnes(balance.counted_output(node)))).filter(|(_, tonnes)| tonnes.0 > least).collect();
    let imports = imports.into_iter().filter(|(_, tonnes)| *tonnes > 0.0).map(|(country, tonnes)| (country, Tonnes(tonnes)));
    (Sourcing { own, imports: imports.collect(), within: Tonnes(within) }, Tonnes(exports))
}
