//! Magnets: a third stage behind the refined market of a material that is settled already.
//!
//! ```text
//! at every country
//!   refined: taken = feed + use
//!   magnets: output = yield * feed + unexplained,  output + imports = exports + use
//! ```
//! Nobody publishes magnets in tonnes of an element, so world output is what the uses of the material leave to magnets. The
//! published shares say who makes them; countries that no share names divide what is left, each by the smaller of what the
//! refined material it takes would yield and what it ships abroad: nobody makes magnets without the one, and nobody is seen
//! making them without the other.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Datum, Item, Market, Node, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::{Magnet, Material};
use adit_vocab::observation::{Observations, Scope};
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::demand::UseWeights;
use super::grade::quality;
use super::network::{Link, Settled, StageInput, solve_behind};
use super::output::OutputPriors;
use super::prior::Prior;
use super::settings::Settings;
use super::stage_priors::{Surroundings, stage_priors, use_priors};
use super::trade::{TradePriors, rows_of, trade_priors};

/// Adds the magnets of every material whose file has them.
pub fn add(
    markets: &mut [Option<Market>],
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
    weights: &UseWeights,
) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    for (id, material) in reference.materials.iter() {
        let Some(market) = markets[id.index()].as_mut() else { continue };
        if let Err(status) = add_to(market, material, reference, data, settings, weights) {
            let expected = "observations of magnets that can be brought into balance";
            problems.push(Problem::new("reconciliation", format!("{} magnet", material.id), status, expected));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Adds the magnets of one material; nothing happens if its file has none, or if it has no refined market.
pub fn add_to(
    market: &mut Market,
    material: &Material,
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
    weights: &UseWeights,
) -> Result<(), String> {
    let Some(magnet) = &material.magnet else { return Ok(()) };
    let Some(refined) = market.stages.iter_mut().find(|balance| balance.stage == Stage::Refined) else { return Ok(()) };
    let countries = &reference.countries;
    let surroundings = Surroundings { weights, countries, settings };

    let taken: BTreeMap<CountryId, f64> =
        refined.nodes.iter().map(|node| (node.country, node.tonnes(Item::Use))).filter(|(_, tonnes)| *tonnes > 0.0).collect();
    let world_taken: f64 = taken.values().sum();
    let world = magnet.share.value * world_taken * magnet.gain.value;
    let rows = |code: &_| rows_of(&data.trade, code);
    let trade = trade_priors(material, Stage::Magnet, &rows, None, world, countries, settings);
    let output = output(material, magnet, &taken, world, &trade, reference, data, settings)?;

    let floor = settings.spread.floor.value * world_taken;
    let feed = taken
        .keys()
        .map(|country| {
            let made = output.by_country.get(country).map_or(0.0, |prior| prior.value);
            let prior = Prior::relative(made / magnet.gain.value, settings.spread.feed.value, floor, "magnet output over yield");
            (*country, prior)
        })
        .collect();
    let settled = Settled { taken, feed, floor: settings.spread.use_floor.value * world_taken };
    let link = Link { recovery: magnet.gain.value, secondary: BTreeMap::new() };
    let need = use_priors(&output, &trade, world, false, surroundings);
    let input = StageInput {
        priors: stage_priors(material, Stage::Magnet, output, trade, need, surroundings),
        mixes: Vec::new(),
        known_use: BTreeMap::new(),
        reliance: None,
        draws: BTreeMap::new(),
    };
    let (solved, feed) = solve_behind(&settled, &input, &link, countries, settings)?;

    let mut quality = quality(&input, &solved, weights, true, true, None);
    // what is made of a material is known no better than the material
    quality.grade = quality.grade.max(refined.quality.grade);
    let balance = StageBalance {
        stage: Stage::Magnet,
        nodes: solved.nodes,
        flows: solved.flows,
        unassigned: input.priors.output.unassigned,
        includes_scrap: input.priors.output.includes_scrap,
        quality,
    };
    for node in &mut refined.nodes {
        let (Some(&tonnes), Some(prior)) = (feed.get(&node.country), settled.feed.get(&node.country)) else { continue };
        pass_on(node, tonnes, prior);
    }
    market.stages.push(balance);
    market.magnet_yield = Some(magnet.gain.value);
    Ok(())
}

/// Output by country before reconciliation.
#[allow(clippy::too_many_arguments, reason = "a private step of one function, with that function's own arguments")]
fn output(
    material: &Material,
    magnet: &Magnet,
    taken: &BTreeMap<CountryId, f64>,
    world: f64,
    trade: &TradePriors,
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
) -> Result<OutputPriors, String> {
    let floor = settings.spread.floor.value * world;
    let mut output = OutputPriors { includes_scrap: true, ..OutputPriors::default() };
    let mut named = 0.0;
    let shares = data.shares.iter().filter(|row| {
        row.material == material.id && row.stage == Stage::Magnet && row.scope == Scope::World && row.bound.is_none()
    });
    for row in shares {
        let code = settings.merged.get(&row.supplier).unwrap_or(&row.supplier);
        let (Some(country), Some(share)) = (reference.countries.by_iso3(code), row.share) else { continue };
        let basis = format!("{} share x world magnets", row.source);
        // the share and what it leaves to others are known equally well
        let spread = settings.spread.remainder.value * share.min(1.0 - share) * world;
        output.by_country.insert(country, Prior { value: share * world, spread: spread.max(floor), basis });
        named += share;
    }
    if named <= 0.0 {
        return Err("nobody's share of world magnets is published".into());
    }
    let mut shipped: BTreeMap<CountryId, f64> = BTreeMap::new();
    for (&(exporter, _), prior) in &trade.flows {
        *shipped.entry(exporter).or_default() += prior.value;
    }
    let could: BTreeMap<CountryId, f64> = taken
        .iter()
        .filter(|(country, _)| !output.by_country.contains_key(country))
        .map(|(&country, &taken)| {
            let shipped = shipped.get(&country).copied().unwrap_or(0.0);
            (country, (magnet.share.value * magnet.gain.value * taken).min(shipped))
        })
        .filter(|(_, tonnes)| *tonnes > floor)
        .collect();
    let (left, all) = ((1.0 - named).max(0.0) * world, could.values().sum::<f64>());
    if all > 0.0 {
        for (country, tonnes) in could {
            let basis = "smaller of refined intake and magnet exports, scaled to what the published shares leave";
            let prior = Prior::relative(tonnes / all * left, settings.spread.remainder.value, floor, basis);
            output.by_country.insert(country, prior);
        }
    } else {
        output.unassigned = left;
    }
    let (low, high) = (magnet.share.low.unwrap_or(magnet.share.value), magnet.share.high.unwrap_or(magnet.share.value));
    // low to high read as a 95 % range
    let spread = (high - low) / 4.0 / magnet.share.value * world;
    let value = output.by_country.values().map(|prior| prior.value).sum();
    output.world = Some(Prior { value, spread: spread.max(floor), basis: "refined material that goes into magnets".into() });
    Ok(output)
}

/// Moves what a country's magnet makers take from its use to its feed.
fn pass_on(node: &mut Node, tonnes: f64, prior: &Prior) {
    let datum = Datum { value: tonnes, prior: Some(prior.value), spread: Some(prior.spread), basis: prior.basis.clone() };
    if let Some((_, used)) = node.items.iter_mut().find(|(item, _)| *item == Item::Use) {
        used.value -= tonnes;
        used.prior = used.prior.map(|used| (used - prior.value).max(0.0));
        used.basis = format!("{}, less what goes into magnets", used.basis);
    }
    node.items.push((Item::Feed, datum));
    node.items.sort_by_key(|(item, _)| *item);
}
