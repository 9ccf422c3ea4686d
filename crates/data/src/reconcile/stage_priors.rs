//! Everything known about one stage before it is brought into balance.

use std::collections::{BTreeMap, BTreeSet};

use adit_vocab::baseline::TradeKnowledge;
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::material::{Material, RouteAction};
use adit_vocab::stage::Stage;

use super::demand::UseWeights;
use super::gravity::gravity;
use super::output::OutputPriors;
use super::prior::Prior;
use super::settings::Settings;
use super::trade::TradePriors;

/// Gravity flows below this share of world output are left out.
const SMALLEST_GRAVITY_FLOW: f64 = 2e-5;
/// Unrecorded flows below this share of world output are left out.
const SMALLEST_HIDDEN_FLOW: f64 = 2e-4;

/// What every stage is seen against.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// Each country's expected share of world use.
    pub weights: &'a UseWeights,
    /// Places.
    pub countries: &'a Countries,
    /// Spreads and rules.
    pub settings: &'a Settings,
}

/// A flow before reconciliation.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowPrior {
    /// Its prior.
    pub prior: Prior,
    /// True if no record shows it: prior zero, counted as hidden.
    pub hidden: bool,
}

/// One stage before reconciliation.
#[derive(Clone, Debug)]
pub struct StagePriors {
    /// Which stage.
    pub stage: Stage,
    /// Output.
    pub output: OutputPriors,
    /// Flows.
    pub flows: BTreeMap<(CountryId, CountryId), FlowPrior>,
    /// How trade is known.
    pub knowledge: TradeKnowledge,
    /// What each country takes from this stage's market: use, or feed of its refineries.
    pub need: BTreeMap<CountryId, Prior>,
    /// World output with scrap, tonnes: the scale of everything.
    pub world: f64,
    /// Tonnes by which opaque producers were raised to what their partners record.
    pub raised: f64,
}

impl StagePriors {
    /// Countries that produce, trade or need it.
    pub fn countries(&self) -> BTreeSet<CountryId> {
        let traders = self.flows.keys().flat_map(|&(exporter, importer)| [exporter, importer]);
        let needy = self.need.iter().filter(|(_, prior)| prior.value > 0.0).map(|(&country, _)| country);
        self.output.by_country.keys().copied().chain(traders).chain(needy).collect()
    }
}

/// What is left at a country after output and recorded trade.
pub fn apparent(output: &OutputPriors, trade: &BTreeMap<(CountryId, CountryId), Prior>) -> BTreeMap<CountryId, f64> {
    let mut left: BTreeMap<CountryId, f64> = output.by_country.iter().map(|(&country, prior)| (country, prior.value)).collect();
    for (&(exporter, importer), prior) in trade {
        *left.entry(exporter).or_default() -= prior.value;
        *left.entry(importer).or_default() += prior.value;
    }
    left
}

/// Priors of use at a stage whose market industry buys from.
pub fn use_priors(
    output: &OutputPriors,
    trade: &TradePriors,
    world: f64,
    incomplete: bool,
    surroundings: Surroundings<'_>,
) -> BTreeMap<CountryId, Prior> {
    let Surroundings { weights, countries, settings } = surroundings;
    let floor = settings.spread.use_floor.value * world;
    let general = |country: &CountryId| weights.get(country).copied().unwrap_or(0.0) * world;
    if trade.knowledge == TradeKnowledge::Gravity {
        return weights
            .keys()
            .map(|country| {
                (*country, Prior::relative(general(country), settings.spread.use_prior.value, floor, "GDP x revealed intensity"))
            })
            .collect();
    }
    let lean = match (trade.knowledge, incomplete) {
        (TradeKnowledge::Basket, _) => settings.rule.apparent_weight_basket.value,
        (_, true) => settings.rule.apparent_weight_incomplete.value,
        (_, false) => settings.rule.apparent_weight.value,
    };
    let left = apparent(output, &trade.flows);
    left.keys()
        .chain(weights.keys())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|&country| {
            let left = left.get(&country).copied().unwrap_or(0.0);
            let hub = settings.hubs.contains(&countries.get(country).iso3);
            let (value, basis) = if hub {
                (general(&country), "GDP x revealed intensity (trading place)")
            } else {
                (
                    lean * left.max(0.0) + (1.0 - lean) * general(&country),
                    "output + imports - exports, leaning to GDP x intensity",
                )
            };
            (country, Prior::relative(value, settings.spread.use_prior.value, floor, basis))
        })
        .collect()
}

/// True if a customs code that matters for the stage is not at hand.
pub fn incomplete(material: &Material, stage: Stage) -> bool {
    material.trade.iter().any(|code| code.missing && code.stage == stage)
}

/// Puts one stage together and adds the flows nobody records.
pub fn stage_priors(
    material: &Material,
    stage: Stage,
    output: OutputPriors,
    trade: TradePriors,
    need: BTreeMap<CountryId, Prior>,
    surroundings: Surroundings<'_>,
) -> StagePriors {
    let Surroundings { weights, countries, settings } = surroundings;
    let rule = &settings.rule;
    let mut output = output;
    let knowledge = trade.knowledge;
    let raised = if stage == Stage::Mine { raise_opaque(material, &mut output, &trade.flows, surroundings) } else { 0.0 };
    let world: f64 = output.by_country.values().map(|prior| prior.value).sum();
    let floor = settings.spread.floor.value * world;
    let mut flows: BTreeMap<(CountryId, CountryId), FlowPrior> =
        trade.flows.iter().map(|(&pair, prior)| (pair, FlowPrior { prior: prior.clone(), hidden: false })).collect();
    let incomplete = incomplete(material, stage);
    if incomplete && knowledge == TradeKnowledge::Specific {
        // what is recorded is only part of what is traded, so it binds no more than a shared code does
        let wider = settings.spread.trade_basket.value / settings.spread.trade_specific.value;
        flows.values_mut().for_each(|flow| flow.prior.spread *= wider);
    }
    let mut left = apparent(&output, &trade.flows);
    add_captive(material, stage, &mut flows, &mut left, &need, surroundings);

    let feeds = stage == Stage::Mine && material.stage(Stage::Refined).is_some();
    let (mut surplus, mut deficit) = (BTreeMap::new(), BTreeMap::new());
    for &country in left.keys().chain(need.keys()).collect::<BTreeSet<_>>() {
        let have = left.get(&country).copied().unwrap_or(0.0);
        let wants = need.get(&country).map_or(0.0, |prior| prior.value);
        let made = output.by_country.get(&country).map_or(0.0, |prior| prior.value);
        // where trade is observed, use follows from it: only what exceeds any plausible use is unplaced
        let expected = weights.get(&country).copied().unwrap_or(0.0) * world;
        let keeps = if knowledge == TradeKnowledge::Gravity || feeds {
            wants
        } else if incomplete {
            wants.min(expected)
        } else {
            wants.min(rule.keeps_times.value * expected + rule.keeps_world.value * world)
        };
        if made > 0.0 && have > keeps {
            // only a country's own output is looked for abroad; what it imports and does not use stays visible there
            surplus.insert(country, (have - keeps).min(made));
        } else if have < wants {
            // ore that leaves a country without refineries shows a producer or transit, not a buyer
            deficit.insert(country, if feeds { wants - have.max(0.0) } else { wants - have });
        }
    }
    let exponent = settings.rule.gravity_exponent.value;
    for (pair, tonnes) in gravity(&surplus, &deficit, exponent, settings.rule.gravity_min_km.value, countries) {
        if knowledge == TradeKnowledge::Gravity {
            if tonnes > SMALLEST_GRAVITY_FLOW * world {
                let prior = Prior::relative(tonnes, settings.spread.gravity.value, floor, "gravity rule");
                flows.entry(pair).or_insert(FlowPrior { prior, hidden: false });
            }
        } else if tonnes > SMALLEST_HIDDEN_FLOW * world && !flows.contains_key(&(pair.1, pair.0)) {
            match flows.get_mut(&pair) {
                // an unrecorded part may travel on the same route as the recorded one
                Some(flow) if incomplete => flow.prior.spread = flow.prior.spread.hypot(tonnes),
                Some(_) => {}
                None => {
                    let prior = Prior { value: 0.0, spread: tonnes.max(floor), basis: "unrecorded flow, gravity rule".into() };
                    flows.insert(pair, FlowPrior { prior, hidden: true });
                }
            }
        }
    }
    StagePriors { stage, output, flows, knowledge, need, world, raised }
}

/// Partners reveal producers that the tables miss: countries that the material's file names as opaque are raised to what
/// partners record. Returns the tonnes added.
fn raise_opaque(
    material: &Material,
    output: &mut OutputPriors,
    trade: &BTreeMap<(CountryId, CountryId), Prior>,
    surroundings: Surroundings<'_>,
) -> f64 {
    let Surroundings { countries, settings: Settings { rule, .. }, .. } = surroundings;
    let left = apparent(output, trade);
    let mut raised = 0.0;
    for country in material.opaque.iter().filter_map(|opaque| countries.by_iso3(&opaque.country)) {
        let short = -left.get(&country).copied().unwrap_or(0.0);
        if short <= 0.0 {
            continue;
        }
        let entry = output.by_country.entry(country).or_insert_with(|| Prior { value: 0.0, spread: 0.0, basis: String::new() });
        entry.value += short;
        entry.spread = rule.opaque_spread.value * entry.value;
        entry.basis = format!("{} raised to what partners record", entry.basis).trim_start().to_owned();
        raised += short;
    }
    if let Some(total) = output.world.as_mut().filter(|_| raised > 0.0) {
        total.value += raised;
        total.spread = total.spread.hypot(rule.opaque_spread.value * raised);
    }
    raised
}

/// Known flows under codes that are not at hand take a producer's unplaced output first.
fn add_captive(
    material: &Material,
    stage: Stage,
    flows: &mut BTreeMap<(CountryId, CountryId), FlowPrior>,
    left: &mut BTreeMap<CountryId, f64>,
    need: &BTreeMap<CountryId, Prior>,
    surroundings: Surroundings<'_>,
) {
    let Surroundings { countries, settings: Settings { rule, .. }, .. } = surroundings;
    for route in material.route.iter().filter(|route| route.action == RouteAction::Captive) {
        let at = material.trade.iter().find(|code| code.code == route.code).map(|code| code.stage);
        let (Some(exporter), Some(importer)) = (countries.by_iso3(&route.exporter), countries.by_iso3(&route.importer)) else {
            continue;
        };
        if at != Some(stage) {
            continue;
        }
        let unplaced = left.get(&exporter).copied().unwrap_or(0.0) - need.get(&exporter).map_or(0.0, |prior| prior.value);
        if unplaced <= 0.0 {
            continue;
        }
        let tonnes = rule.captive_part.value * unplaced;
        let basis = format!("known captive flow ({})", route.source);
        let entry = flows
            .entry((exporter, importer))
            .or_insert_with(|| FlowPrior { prior: Prior { value: 0.0, spread: 0.0, basis: basis.clone() }, hidden: false });
        entry.prior.value += tonnes;
        entry.prior.spread = entry.prior.spread.hypot(rule.captive_spread.value * tonnes);
        entry.prior.basis = if entry.prior.basis == basis { basis } else { format!("{}; {basis}", entry.prior.basis) };
        *left.entry(exporter).or_default() -= tonnes;
        *left.entry(importer).or_default() += tonnes;
    }
}
