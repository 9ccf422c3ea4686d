//! One material's way: who mines, who refines, who sells to the importer. Widths are shares; links between single
//! countries are not drawn, because only the sums of each step are known.

use adit_analysis::exposure::{MaterialExposure, Mix, Supply};
use adit_vocab::country::CountryId;
use adit_vocab::stage::Stage;

use super::chain_drawing::{lying, standing};
use super::svg::Figure;
use crate::context::Context;

/// Parts named one by one in a step; the rest are summed up.
const NAMED: usize = 4;

/// Smallest share that is named.
const LEAST: f64 = 0.02;

/// Tonnes of a hundred from which a band is worth a sentence.
const LEAST_BAND: f64 = 3.0;

/// One step of the chain: shares that add up to 1.
#[derive(Clone, Debug)]
pub struct Step {
    /// What happens: mined, refined, bought.
    pub heading: String,
    /// The good.
    pub good: String,
    /// The feared supplier's share.
    pub feared: f64,
    /// Share without a known origin.
    pub unknown: f64,
    /// All parts, the feared supplier first, what is unknown last.
    pub parts: Vec<Part>,
}

/// One part of a step.
#[derive(Clone, Debug)]
pub struct Part {
    /// Country, `others`, scrap or unknown.
    pub label: String,
    /// Share of the step.
    pub share: f64,
    /// How it is drawn.
    pub kind: Kind,
}

/// How a part is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The feared supplier.
    Feared,
    /// Other countries.
    Other,
    /// No country: scrap, stocks, no record.
    Nowhere,
}

/// The band between two steps that makes the point: a minimum, in shares.
#[derive(Clone, Debug)]
pub struct Band {
    /// Width as a share.
    pub share: f64,
    /// What it means, in three short lines.
    pub lines: [String; 3],
    /// The same in one.
    pub short: String,
}

/// A chain ready to be drawn.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Steps, upstream first.
    pub steps: Vec<Step>,
    /// Bands between neighbouring steps, one fewer than steps.
    pub bands: Vec<Option<Band>>,
    /// Name of the feared supplier.
    pub feared: String,
}

/// Builds the chain of a material; `None` if nobody publishes anything about it.
pub fn chain(context: &Context, entry: &MaterialExposure) -> Option<Chain> {
    let steps = match &entry.supply {
        Some(supply) => supply_steps(context, entry, supply),
        None => world_steps(context, entry),
    };
    if steps.is_empty() {
        return None;
    }
    let bands = (1..steps.len())
        .map(|place| {
            let last = place + 1 == steps.len();
            // A bloc's purchases are counted at its border, its use at its members, so their difference bounds nothing.
            let comparable = !(last && entry.supply.is_some() && context.exposure.importer.country().is_none());
            comparable.then(|| band(context, &steps[place - 1], &steps[place], last && entry.supply.is_some())).flatten()
        })
        .collect();
    Some(Chain { steps, bands, feared: context.country_name(context.exposure.against) })
}

/// Draws the chain, lying and standing.
pub fn figure(context: &Context, entry: &MaterialExposure) -> Option<Figure> {
    let chain = chain(context, entry)?;
    let name = context.material_name(entry.material);
    let args = || context.args().text("material", name.clone());
    let shares: Vec<String> =
        chain.steps.iter().map(|step| format!("{} {}", step.heading, context.percent(step.feared))).collect();
    let title = context.words.say("chain-message", &args());
    let desc = context.words.say("chain-desc", &args().text("shares", shares.join(", ")));
    let (what, unit, caption) = if entry.supply.is_some() {
        ("chain-figure", "chain-figure-unit", "chain-caption")
    } else {
        ("chain-figure-world", "chain-figure-world-unit", "chain-caption-world")
    };
    Some(Figure {
        id: "chain",
        title: context.words.say(what, &args()),
        unit: context.say(unit),
        key: Vec::new(),
        panels: vec![standing(&chain, context.lang(), title.clone(), desc.clone())],
        wide: Some(lying(&chain, context.lang(), title, desc)),
        caption: format!("{} {}", context.say(caption), context.source_line()),
    })
}

fn supply_steps(context: &Context, entry: &MaterialExposure, supply: &Supply) -> Vec<Step> {
    let refined = entry.refined.is_some();
    let mut steps = Vec::new();
    if let Some(mine) = &supply.mine {
        steps.push(step(context, "chain-mine", good(context, entry, Stage::Mine), mine));
    }
    let (heading, stage) = if refined { ("chain-maker-refined", Stage::Refined) } else { ("chain-maker-mine", Stage::Mine) };
    steps.push(step(context, heading, good(context, entry, stage), &supply.maker));
    steps.push(step(context, "chain-direct", String::new(), &supply.direct));
    steps
}

fn world_steps(context: &Context, entry: &MaterialExposure) -> Vec<Step> {
    [(&entry.mine, Stage::Mine, "chain-mine"), (&entry.refined, Stage::Refined, "chain-maker-refined")]
        .into_iter()
        .filter_map(|(world, stage, heading)| world.as_ref().map(|world| (world, stage, heading)))
        .map(|(world, stage, heading)| {
            let known: f64 = world.producers.iter().map(|(_, share)| share).sum();
            let mix = Mix { shares: world.producers.clone(), scrap: 0.0, unknown: (1.0 - known).max(0.0) };
            step(context, heading, good(context, entry, stage), &mix)
        })
        .collect()
}

fn good(context: &Context, entry: &MaterialExposure, stage: Stage) -> String {
    let info = context.reference.materials.get(entry.material).stage(stage);
    info.map_or_else(String::new, |info| match context.lang() {
        adit_vocab::lang::Lang::De => info.product_de.clone(),
        adit_vocab::lang::Lang::En => info.product_en.clone(),
    })
}

fn step(context: &Context, heading: &str, good: String, mix: &Mix) -> Step {
    let against = context.exposure.against;
    let feared = mix.share_of(against);
    let mut parts = vec![Part { label: context.country_name(against), share: feared, kind: Kind::Feared }];
    let others: Vec<&(CountryId, f64)> = mix.shares.iter().filter(|(country, _)| *country != against).collect();
    let named = others.iter().take(NAMED).filter(|(_, share)| *share >= LEAST).count();
    for (country, share) in &others[..named] {
        parts.push(Part { label: context.country_name(*country), share: *share, kind: Kind::Other });
    }
    let rest: f64 = others[named..].iter().map(|(_, share)| share).sum();
    let mut push = |label: &str, share: f64, kind| {
        if share > 0.0005 {
            parts.push(Part { label: context.words.get(label), share, kind });
        }
    };
    push("others", rest, Kind::Other);
    push("origin-scrap", mix.scrap, Kind::Nowhere);
    push("origin-unknown", mix.unknown, Kind::Nowhere);
    Step { heading: context.words.get(heading), good, feared, unknown: mix.unknown, parts }
}

/// The least that must have changed hands between two steps, given only the sums of each.
///
/// What has no known origin may belong to the feared supplier, so it is taken off.
fn band(context: &Context, left: &Step, right: &Step, bought: bool) -> Option<Band> {
    let gain = right.feared - left.feared - left.unknown;
    let loss = left.feared - right.feared - right.unknown;
    let (share, direction) = if gain > loss { (gain, "gain") } else { (loss, "loss") };
    let tonnes = (share * 100.0 + 1e-6).floor();
    if tonnes < LEAST_BAND {
        return None;
    }
    let kind = if bought { "maker" } else { "mine" };
    let args = || context.args().text("n", tonnes.to_string());
    let line = |suffix: &str| context.words.say(&format!("chain-{direction}-{kind}{suffix}"), &args());
    Some(Band { share, lines: [line(""), line("-2"), line("-3")], short: context.words.say("chain-short", &args()) })
}
