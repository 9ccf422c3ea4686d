//! Indicators: every published indicator for one importer and the materials asked for, from the baseline.

use std::collections::{BTreeMap, BTreeSet};

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
    /// True if output and trade are as published, not in balance.
    pub as_published: bool,
    /// Markets whose output in the year is not in the data; none for a baseline.
    pub without_output: BTreeSet<(MaterialId, Stage)>,
    /// Markets whose trade in the year is not in the data; none for a baseline.
    pub without_trade: BTreeSet<(MaterialId, Stage)>,
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

    /// The trade parameters of one importer, for one material.
    fn trade_parameters(&self, importer: &str, material: MaterialId) -> Vec<&TradeParameter> {
        let fits = |row: &&TradeParameter| row.importer == importer && row.material.is_none_or(|known| known == material);
        self.trade_parameters.iter().filter(fits).collect()
    }
}

/// The indicators of one importer.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    /// Who asks.
    pub importer: Party,
    /// The year described.
    pub year: i32,
    /// True if the tables are as published, of a year that was not brought into balance.
    pub as_published: bool,
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
        let trade_parameters = inputs.trade_parameters(&importer.id, material);
        let case = Case { material, info, importer, inputs, trade_parameters, year: baseline.year };
        let stages: Vec<StageIndicators> = balances.iter().map(|balance| case.stage(balance)).collect();
        MaterialIndicators {
            material,
            supply_risk: higher(&stages),
            economic_importance: case.economic_importance(),
            eol_rir: case.eol_rir(),
            stages,
        }
    };
    Indicators {
        importer: importer.clone(),
        year: baseline.year,
        as_published: inputs.as_published,
        materials: asked.iter().map(one).collect(),
    }
}

/// The stage with the higher supply risk: the bottleneck, of mining and processing, which are what the method rates. If none
/// has one, the reason is that of the last stage.
fn higher(stages: &[StageIndicators]) -> Result<(Rated, Stage), Undefined> {
    let mut found: Result<(Rated, Stage), Undefined> = Err(Undefined::NoMarket);
    for stage in stages.iter().filter(|stage| stage.stage != Stage::Magnet) {
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
    trade_parameters: Vec<&'a TradeParameter>,
    year: i32,
}

impl Case<'_> {
    fn stage(&self, balance: &StageBalance) -> StageIndicators {
        let world = production(balance);
        let least = LEAST * balance.world_output();
        let (sourcing, exports) = sourcing(balance, self.importer, least);
        let six = |country| Inputs::rating(&self.inputs.governance, country, self.year).map(|rating| rating.value);
        let g = |country| Inputs::rating(&self.inputs.stability, country, self.year).map(|rating| instability(rating.value));
        let t = |country| self.trade_parameter(balance.stage, country);

        let (output_known, trade_known) = self.known(balance.stage);
        let both_known = output_known.and(trade_known);

        let (output, imports) = (sourcing.output(), sourcing.imported());
        let reliance = both_known.and_then(|()| match (output + imports).0 {
            supply if supply <= least => Err(Undefined::NoSupply),
            // A stage that is only passed on: dividing by what is left would measure the solver's tolerance.
            supply if supply - exports.0 <= least => Err(Undefined::NoUse),
            _ => net_import_reliance(output, imports, exports, Tonnes(0.0)).map(|share| share.0).ok_or(Undefined::NoUse),
        });
        let supply_used = SupplyUsed::choose(
            output_known.and_then(|()| global_concentration(&world, six, t)),
            both_known.and_then(|()| sourcing_concentration(&sourcing, six, t)),
            reliance.ok(),
        );
        let concentration = output_known.and_then(|()| hhi(&world).ok_or(Undefined::NoOutput));
        let import_risk = both_known.and_then(|()| import_risk(&sourcing, g));
        let score = concentration.and_then(|share| import_risk.map(|risk| geopolrisk(share, risk)));
        let midpoint = score.and_then(|score| {
            let price = self.inputs.prices.get(&(self.material, balance.stage)).ok_or(Undefined::NoPrice)?;
            Ok(midpoint(score, *price))
        });
        StageIndicators {
            stage: balance.stage,
            hhi: concentration.map(|Share(value)| value),
            country_risk: output_known.and_then(|()| country_risk_weighted_share(&world, six)),
            import_hhi: trade_known.and_then(|()| import_hhi(&sourcing)).map(|share| share.0),
            import_reliance: reliance,
            supply_used,
            supply_risk: reliance.and_then(|_| self.supply_risk(supply_used)),
            import_risk,
            geopolrisk: score,
            midpoint,
            characterisation_factor: midpoint.map(characterisation_factor),
            governance_year: self.governance_year(&world),
        }
    }

    /// The trade parameter; 1 where none is published. The most restrictive of several rows counts.
    fn trade_parameter(&self, stage: Stage, supplier: CountryId) -> f64 {
        let fits = |row: &&&TradeParameter| row.supplier == supplier && row.stage.is_none_or(|known| known == stage);
        self.trade_parameters.iter().filter(fits).map(|row| row.parameter).reduce(f64::max).unwrap_or(1.0)
    }

    /// Whether output and trade of the stage are in the data.
    fn known(&self, stage: Stage) -> (Result<(), Undefined>, Result<(), Undefined>) {
        let is_in = |missing: &BTreeSet<_>, why| if missing.contains(&(self.material, stage)) { Err(why) } else { Ok(()) };
        (
            is_in(&self.inputs.without_output, Undefined::NoOutputInYear),
            is_in(&self.inputs.without_trade, Undefined::NoTradeInYear),
        )
    }

    /// Only where there is a supply of one's own; the formula alone would give the world's.
    fn supply_risk(&self, used: Result<SupplyUsed, Undefined>) -> Result<Rated, Undefined> {
        let recycled = self.eol_rir()?;
        let index =
            self.info.substitution.as_ref().and_then(|index| index.si_sr.as_ref()).ok_or(Undefined::NoSubstitutionIndex)?;
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
        let index =
            self.info.substitution.as_ref().and_then(|index| index.si_ei.as_ref()).ok_or(Undefined::NoSubstitutionIndex)?;
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

#[cfg(test)]
mod tests {
    use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, TradeKnowledge};
    use adit_vocab::lang::Text;
    use adit_vocab::material::MaterialName;

    use super::*;

    /// Countries of the small world: 0 and 1 are the bloc, 2 supplies it, 3 supplies it and is not rated.
    const WORLD: [(u16, f64); 4] = [(0, 10.0), (1, 0.0), (2, 70.0), (3, 20.0)];

    fn datum(value: f64) -> Datum {
        Datum { value, ..Datum::default() }
    }

    fn balance(flows: &[(u16, u16, f64)]) -> StageBalance {
        let nodes = WORLD.iter().map(|&(id, output)| Node { country: CountryId(id), items: vec![(Item::Output, datum(output))] });
        let flow = |&(from, to, tonnes): &(u16, u16, f64)| Flow {
            exporter: CountryId(from),
            importer: CountryId(to),
            datum: datum(tonnes),
        };
        StageBalance {
            stage: Stage::Refined,
            nodes: nodes.collect(),
            flows: flows.iter().map(flow).collect(),
            unassigned: 0.0,
            includes_scrap: true,
            quality: Quality {
                grade: Grade::A,
                trade: TradeKnowledge::Specific,
                old_shares: false,
                moved_output: 0.0,
                moved_world: 0.0,
                moved_trade: 0.0,
                hidden: 0.0,
                absorption: 0.0,
                us_use_ratio: None,
            },
        }
    }

    fn figure(value: f64) -> adit_vocab::figure::Figure {
        adit_vocab::figure::Figure {
            value,
            low: None,
            high: None,
            assumption: false,
            source: "x".into(),
            locator: None,
            note: None,
            year: None,
            bound: None,
        }
    }

    fn material(recycled: Option<f64>) -> Material {
        Material {
            id: "x".into(),
            symbol: String::new(),
            kind: String::new(),
            group: String::new(),
            members: Vec::new(),
            name: MaterialName { en: "x".into(), de: "x".into(), aliases: Vec::new() },
            stage: Vec::new(),
            chain: None,
            magnet: None,
            stocks: None,
            commercial_stocks: None,
            trade: Vec::new(),
            route: Vec::new(),
            opaque: Vec::new(),
            host: Vec::new(),
            end_use: Vec::new(),
            elasticity: None,
            recycling: Some(adit_vocab::material::Recycling { eol_rir: recycled.map(figure) }),
            substitution: Some(adit_vocab::material::Substitution { si_ei: None, si_sr: Some(figure(0.9)) }),
            united_states: None,
            limits: Text { en: String::new(), de: String::new() },
        }
    }

    fn rating(value: f64, year: i32) -> Option<Rating> {
        Some(Rating { value, year })
    }

    fn ask(flows: &[(u16, u16, f64)], bloc: &str, recycled: Option<f64>, governance_year: i32) -> MaterialIndicators {
        let market = Market { material: MaterialId(0), stages: vec![balance(flows)], recovery: None, magnet_yield: None };
        let baseline = Baseline { year: 2024, digest: String::new(), inputs: String::new(), markets: vec![Some(market)] };
        let ratings = vec![rating(1.5, governance_year), rating(1.5, governance_year), rating(-0.5, governance_year), None];
        let row = |supplier, material, parameter| TradeParameter {
            importer: "EU".into(),
            supplier: CountryId(supplier),
            material,
            stage: None,
            parameter,
        };
        let inputs = Inputs {
            governance: ratings.clone(),
            stability: ratings,
            prices: BTreeMap::from([((MaterialId(0), Stage::Refined), UsdPerTonne(2000.0))]),
            trade_parameters: vec![row(0, None, 0.8), row(2, Some(MaterialId(0)), 1.1), row(2, Some(MaterialId(1)), 1.5)],
            ..Inputs::default()
        };
        let importer =
            Party { id: bloc.into(), name: Text { en: bloc.into(), de: bloc.into() }, members: vec![CountryId(0), CountryId(1)] };
        let materials = Materials::new(vec![material(recycled)]);
        indicators(&baseline, &materials, &[MaterialId(0)], &importer, &inputs).materials.remove(0)
    }

    fn close(found: Result<f64, Undefined>, expected: f64) {
        assert!(found.is_ok_and(|found| (found - expected).abs() < 1e-9), "{found:?}, expected {expected}");
    }

    const FLOWS: [(u16, u16, f64); 4] = [(2, 0, 30.0), (2, 1, 30.0), (0, 1, 5.0), (0, 2, 2.0)];

    #[test]
    fn worked_example_by_hand() {
        let found = ask(&FLOWS, "EU", Some(0.2), 2022);
        let stage = &found.stages[0];
        close(stage.hhi, 0.54); // 0.1^2 + 0.7^2 + 0.2^2
        close(stage.import_hhi, 1.0); // all from country 2
        close(stage.import_reliance, 58.0 / 68.0); // (60 - 2) / (10 + 60 - 2)
        // World, WGI 2 and 6, t 0.8 and 1.1; country 3 is not rated and counts like the mean (0.1 * 2 + 0.7 * 6) / 0.8 = 5.5:
        // 0.01 * 2 * 0.8 + 0.49 * 6 * 1.1 + 0.04 * 5.5 = 3.47
        // Own sourcing, 10 and 60 of 70: (1/7)^2 * 2 * 0.8 + (6/7)^2 * 6 * 1.1 = (1.6 + 237.6) / 49
        let (world, own, half) = (3.47, 239.2 / 49.0, 29.0 / 68.0);
        let expected = (world * half + own * (1.0 - half)) * 0.8 * 0.9;
        close(stage.supply_risk.map(|risk| risk.value), expected);
        close(found.supply_risk.map(|(risk, _)| risk.value), expected);
        // g of country 2: (2.5 + 0.5) / 5 = 0.6; 60 * 0.6 / (10 + 60 + 5 within) = 0.48; times 0.54
        close(stage.geopolrisk.map(|risk| risk.value), 0.48 * 0.54);
        close(stage.midpoint.map(|mid| mid.value), 0.48 * 0.54 * 2.0); // 2,000 USD/t
        assert_eq!(stage.governance_year, Some(2022));
        assert_eq!(found.economic_importance, Err(Undefined::NoSubstitutionIndex));
    }

    #[test]
    fn the_trade_parameter_is_one_for_anyone_but_the_eu() {
        let found = ask(&FLOWS, "G2", Some(0.2), 2022);
        // 0.01 * 2 + 0.49 * 6 + 0.04 * 5.5 = 3.18; (2 + 216) / 49
        let (world, own, half) = (3.18, 218.0 / 49.0, 29.0 / 68.0);
        close(found.supply_risk.map(|(risk, _)| risk.value), (world * half + own * (1.0 - half)) * 0.8 * 0.9);
        assert_eq!(found.economic_importance, Err(Undefined::OnlyEu));
    }

    #[test]
    fn governance_older_than_two_years_is_no_governance() {
        let found = ask(&FLOWS, "EU", Some(0.2), 2021);
        assert_eq!(found.supply_risk, Err(Undefined::NotRated));
        assert_eq!(found.stages[0].geopolrisk, Err(Undefined::NotRated));
        assert_eq!(found.stages[0].governance_year, None);
        close(found.stages[0].hhi, 0.54);
    }

    #[test]
    fn what_is_not_published_is_no_data_with_its_reason() {
        let found = ask(&FLOWS, "EU", None, 2022);
        assert_eq!(found.supply_risk, Err(Undefined::NoRecyclingRate));
        assert_eq!(found.eol_rir, Err(Undefined::NoRecyclingRate));
        let found = ask(&[(0, 2, 2.0), (2, 0, 1e-9)], "EU", Some(0.2), 2022);
        assert_eq!(found.stages[0].import_hhi, Err(Undefined::NoImports)); // the solver's tolerance is no trade
        assert_eq!(found.stages[0].geopolrisk, Err(Undefined::NoImports));
        close(found.supply_risk.map(|(risk, _)| risk.value), 2.0 * 0.8 * 0.8 * 0.9); // own sourcing alone
        let found = ask(&[(0, 2, 40.0), (2, 0, 30.0)], "EU", Some(0.2), 2022);
        assert_eq!(found.stages[0].import_reliance, Err(Undefined::NoUse)); // 10 + 30 - 40: all is passed on
        assert_eq!(found.supply_risk, Err(Undefined::NoUse));
    }
}
