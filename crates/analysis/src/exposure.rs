//! Exposure: how much of what a country uses comes from, or passes through, one feared supplier.

use std::collections::BTreeMap;

use adit_indicators::net_import_reliance::net_import_reliance;
use adit_vocab::baseline::{Baseline, Item, Market, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::{MaterialId, Materials};
use adit_vocab::stage::Stage;
use adit_vocab::units::Tonnes;

use crate::trace::{Trace, trace};
use crate::world::{WorldStage, world_stage};

/// Use below this share of world output is the solver's tolerance, not use.
const LEAST_USE: f64 = 1e-6;

/// Exposure of one party to one supplier, for the materials asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// Who asks.
    pub importer: Party,
    /// Which supplier is feared.
    pub against: CountryId,
    /// Base year.
    pub year: i32,
    /// One entry a material, in the order of `Materials`.
    pub materials: Vec<MaterialExposure>,
}

/// Exposure in one material.
#[derive(Clone, Debug, PartialEq)]
pub struct MaterialExposure {
    /// The material.
    pub material: MaterialId,
    /// World output at the mine; `None` if the material has no mine stage or nobody publishes it.
    pub mine: Option<WorldStage>,
    /// World output at the refinery, likewise.
    pub refined: Option<WorldStage>,
    /// World output of magnets, likewise.
    pub magnet: Option<WorldStage>,
    /// What the importer uses and where it comes from; `None` if the baseline has no use by this importer.
    pub supply: Option<Supply>,
}

impl MaterialExposure {
    /// The last stage on record.
    pub fn last(&self) -> Option<&WorldStage> {
        self.magnet.as_ref().or(self.refined.as_ref()).or(self.mine.as_ref())
    }

    /// World output of one stage.
    pub fn of(&self, stage: Stage) -> Option<&WorldStage> {
        match stage {
            Stage::Mine => self.mine.as_ref(),
            Stage::Refined => self.refined.as_ref(),
            Stage::Magnet => self.magnet.as_ref(),
        }
    }
}

/// A supply mix: countries with their share, largest first, and what cannot be attributed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mix {
    /// Shares of the quantity used.
    pub shares: Vec<(CountryId, f64)>,
    /// From scrap, without a mine behind it.
    pub scrap: f64,
    /// From stocks, or without a recorded source.
    pub unknown: f64,
}

impl Mix {
    /// The share of one country.
    pub fn share_of(&self, country: CountryId) -> f64 {
        self.shares.iter().find(|(supplier, _)| *supplier == country).map_or(0.0, |(_, share)| *share)
    }

    pub(crate) fn new(parts: BTreeMap<CountryId, f64>, scrap: f64, unknown: f64, total: f64) -> Self {
        let mut shares: Vec<(CountryId, f64)> = parts.into_iter().map(|(country, part)| (country, part / total)).collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Mix { shares, scrap: scrap / total, unknown: unknown / total }
    }
}

/// What an importer uses and where it comes from. Shares are of the quantity available to it at the last stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Supply {
    /// Use at the traced stage: the last one, or of two markets that are not linked the one whose trade is known best.
    pub tonnes: Tonnes,
    /// Net import reliance at the last stage; `None` if nothing is consumed.
    pub net_import_reliance: Option<f64>,
    /// By direct supplier; the importer's own output stands under its own code.
    pub direct: Mix,
    /// By country of the last stage's output (magnet maker, refiner, or miner if there is only a mine stage).
    pub maker: Mix,
    /// By refiner, behind the makers of magnets; `None` where refined material is the last stage.
    pub refiner: Option<Mix>,
    /// By mine, behind the refiners; `None` where the stages are not linked.
    pub mine: Option<Mix>,
    /// Share that passes through the feared supplier at any stage, as miner, refiner, magnet maker or trader;
    /// `None` if the importer is, or contains, that supplier.
    pub passes_through: Option<f64>,
}

/// Computes the exposure of `importer` to `against` for the given materials.
pub fn exposure(
    baseline: &Baseline,
    materials: &[MaterialId],
    importer: &Party,
    against: CountryId,
    governance: &(dyn Fn(CountryId) -> Option<f64> + Sync),
) -> Exposure {
    let one = |&material: &MaterialId| MaterialExposure {
        supply: baseline.market(material).and_then(|market| supply(market, importer, against)),
        ..without_supply(baseline, material, governance)
    };
    Exposure { importer: importer.clone(), against, year: baseline.year, materials: materials.iter().map(one).collect() }
}

/// A material with its world output, before anybody's supply is asked for.
pub(crate) fn without_supply(
    baseline: &Baseline,
    material: MaterialId,
    governance: &(dyn Fn(CountryId) -> Option<f64> + Sync),
) -> MaterialExposure {
    let market = baseline.market(material);
    let world =
        |stage| market.and_then(|market| market.stage(stage)).and_then(|balance| world_stage(balance, &|c| governance(c)));
    MaterialExposure {
        material,
        mine: world(Stage::Mine),
        refined: world(Stage::Refined),
        magnet: world(Stage::Magnet),
        supply: None,
    }
}

/// The ids of all listed materials.
pub fn all_materials(materials: &Materials) -> Vec<MaterialId> {
    materials.listed().map(|(id, _)| id).collect()
}

/// What an importer uses, from which all tracing starts.
pub(crate) struct Start {
    /// The sum.
    pub(crate) used: f64,
    /// Use by member.
    pub(crate) by_member: Vec<(CountryId, f64)>,
}

/// The use of an importer at one stage; `None` if it is nothing but the solver's tolerance.
pub(crate) fn start(last: &StageBalance, importer: &Party) -> Option<Start> {
    let by_member: Vec<(CountryId, f64)> = importer
        .members
        .iter()
        .filter_map(|&member| last.node(member).map(|node| (member, node.tonnes(Item::Use))))
        .filter(|(_, tonnes)| *tonnes > 0.0)
        .collect();
    let used: f64 = by_member.iter().map(|(_, tonnes)| tonnes).sum();
    (used > LEAST_USE * last.world_output()).then_some(Start { used, by_member })
}

pub(crate) fn supply(market: &Market, importer: &Party, against: CountryId) -> Option<Supply> {
    let last = market.traced()?;
    let Start { used, by_member: start } = start(last, importer)?;

    let made = trace(last, &start, None);
    let upstream = market.upstream(last.stage);
    let Origins { refiner, mine } = origins(&upstream, last, &made, used);
    let passes_through = (!importer.has(against)).then(|| through(last, &upstream, &start, against) / used);

    Some(Supply {
        tonnes: Tonnes(used),
        net_import_reliance: reliance(last, importer),
        direct: direct(last, importer)?,
        maker: Mix::new(made.produced, 0.0, made.unknown, used),
        refiner,
        mine,
        passes_through,
    })
}

/// The part of a quantity that passes through one country, at the last stage or at those upstream of it, the nearest first.
pub(crate) fn through(last: &StageBalance, upstream: &[&StageBalance], start: &[(CountryId, f64)], country: CountryId) -> f64 {
    let reached = trace(last, start, Some(country));
    let behind = match upstream {
        [] => 0.0,
        [before, rest @ ..] => through(before, rest, &ore_behind(last, &reached).ore, country),
    };
    reached.through + behind
}

/// What stands behind refined material, or behind magnets: feed by country, scrap, and what no record explains.
pub(crate) struct Behind {
    pub(crate) ore: Vec<(CountryId, f64)>,
    pub(crate) scrap: f64,
    pub(crate) unknown: f64,
}

/// Splits quantities by the country that made them into feed, scrap and unexplained feed.
pub(crate) fn ore_behind(refined: &StageBalance, made: &Trace) -> Behind {
    let mut behind = Behind { ore: Vec::new(), scrap: 0.0, unknown: 0.0 };
    for (&country, &quantity) in &made.produced {
        let Some(node) = refined.node(country) else { continue };
        let scrap = node.tonnes(Item::Secondary).max(0.0);
        let unexplained = node.tonnes(Item::Unexplained);
        // output = recovery * feed + scrap + unexplained, so the first term is what remains
        let from_ore = (node.tonnes(Item::Output) - scrap - unexplained).max(0.0);
        let total = from_ore + scrap + unexplained.max(0.0);
        if total <= 0.0 {
            behind.unknown += quantity;
            continue;
        }
        behind.ore.push((country, quantity * from_ore / total));
        behind.scrap += quantity * scrap / total;
        behind.unknown += quantity * unexplained.max(0.0) / total;
    }
    behind
}

/// Who stands behind the makers of a quantity.
pub(crate) struct Origins {
    pub(crate) refiner: Option<Mix>,
    pub(crate) mine: Option<Mix>,
}

/// The stages upstream of a quantity made at `at`, the nearest first.
pub(crate) fn origins(upstream: &[&StageBalance], at: &StageBalance, made: &Trace, used: f64) -> Origins {
    let mut found = Origins { refiner: None, mine: None };
    let (mut scrap, mut unknown) = (0.0, made.unknown);
    let (mut maker, mut made) = (at, made.clone());
    for stage in upstream {
        let behind = ore_behind(maker, &made);
        made = trace(stage, &behind.ore, None);
        scrap += behind.scrap;
        unknown = unknown + behind.unknown + made.unknown;
        maker = stage;
        let mix = Mix::new(made.produced.clone(), scrap, unknown, used);
        if stage.stage == Stage::Mine { found.mine = Some(mix) } else { found.refiner = Some(mix) }
    }
    found
}

/// The importer's own output at a stage, under its own countries, and what enters from outside, by country it enters from;
/// what comes from stocks is unknown. `None` if there is nothing.
pub fn direct(balance: &StageBalance, importer: &Party) -> Option<Mix> {
    let mut parts: BTreeMap<CountryId, f64> = BTreeMap::new();
    let mut stock = 0.0;
    for node in importer.members.iter().filter_map(|&member| balance.node(member)) {
        *parts.entry(node.country).or_default() += node.tonnes(Item::Output);
        stock += node.tonnes(Item::StockDraw).max(0.0);
    }
    for flow in &balance.flows {
        if importer.has(flow.importer) && !importer.has(flow.exporter) {
            *parts.entry(flow.exporter).or_default() += flow.datum.value;
        }
    }
    parts.retain(|_, tonnes| *tonnes > 0.0);
    let total = parts.values().sum::<f64>() + stock;
    (total > 0.0).then(|| Mix::new(parts, 0.0, stock, total))
}

fn reliance(balance: &StageBalance, importer: &Party) -> Option<f64> {
    let (mut imports, mut exports) = (0.0, 0.0);
    for flow in &balance.flows {
        match (importer.has(flow.exporter), importer.has(flow.importer)) {
            (false, true) => imports += flow.datum.value,
            (true, false) => exports += flow.datum.value,
            _ => {}
        }
    }
    let sum =
        |item| importer.members.iter().filter_map(|&member| balance.node(member)).map(|node| node.tonnes(item)).sum::<f64>();
    net_import_reliance(Tonnes(sum(Item::Output)), Tonnes(imports), Tonnes(exports), Tonnes(sum(Item::StockDraw)))
        .map(|share| share.0)
}
