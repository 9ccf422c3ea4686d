//! One material from its observations to a market in balance.

use std::collections::{BTreeMap, BTreeSet};

use adit_vocab::baseline::{Market, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::figure::Bound;
use adit_vocab::material::{Material, MaterialId, StageInfo, Surplus};
use adit_vocab::observation::{Observations, Scope, UseKind};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::demand::UseWeights;
use super::grade::quality;
use super::network::{Link, MixWish, Reliance, StageInput, solve};
use super::output::{OutputPriors, assign_to_net_exporters, output_priors};
use super::prior::Prior;
use super::settings::Settings;
use super::stage_priors::{FlowPrior, StagePriors, Surroundings, apparent, incomplete, stage_priors, use_priors};
use super::trade::{TradePriors, rows_of, trade_priors};

/// Width of a uniform distribution over its standard deviation, the square root of 12.
const UNIFORM: f64 = 3.464_101_615_137_754_4;
/// Draws from stock are looked for in the countries that hold this part of refining together.
const DRAW_PART: f64 = 0.8;

/// What all steps look at.
struct Context<'a> {
    material: &'a Material,
    reference: &'a Reference,
    data: &'a Observations,
    settings: &'a Settings,
    weights: &'a UseWeights,
    usa: Option<CountryId>,
    eu: BTreeSet<CountryId>,
}

impl<'a> Context<'a> {
    fn surroundings(&self) -> Surroundings<'a> {
        Surroundings { weights: self.weights, countries: &self.reference.countries, settings: self.settings }
    }
}

/// Brings one material into balance; `None` if nobody publishes its output.
pub fn market(
    id: MaterialId,
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
    weights: &UseWeights,
) -> Result<Option<Market>, String> {
    market_of(id, reference.materials.get(id), reference, data, settings, weights)
}

/// The same for a material that differs from the one on file in an assumption.
pub fn market_of(
    id: MaterialId,
    material: &Material,
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
    weights: &UseWeights,
) -> Result<Option<Market>, String> {
    let eu = reference.countries.iter().filter(|(_, country)| country.eu27 == 1).map(|(id, _)| id).collect();
    let usa = reference.countries.by_iso3("USA");
    let context = Context { material, reference, data, settings, weights, usa, eu };

    let known: Vec<(Stage, OutputPriors, TradePriors)> =
        context.material.stage.iter().filter_map(|info| observed(&context, info)).collect();
    let linked = context.material.chain.as_ref().is_some_and(|chain| chain.linked) && known.len() == 2;
    let (inputs, link) = if linked {
        let (inputs, link) = linked_inputs(&context, known);
        (inputs, Some(link))
    } else {
        (known.into_iter().map(|(stage, output, trade)| market_input(&context, stage, output, trade)).collect::<Vec<_>>(), None)
    };
    if inputs.is_empty() {
        return Ok(None);
    }

    let mut stages = Vec::new();
    let solved = match &link {
        Some(link) => solve(&inputs, Some(link), &reference.countries, settings)?,
        None => {
            let mut solved = Vec::new();
            for input in &inputs {
                solved.extend(solve(std::slice::from_ref(input), None, &reference.countries, settings)?);
            }
            solved
        }
    };
    for (i, (input, solved)) in inputs.iter().zip(solved).enumerate() {
        let last = i + 1 == inputs.len();
        let buys = last || link.is_none();
        let quality = quality(input, &solved, weights, buys, link.is_some(), usa);
        stages.push(StageBalance {
            stage: input.priors.stage,
            nodes: solved.nodes,
            flows: solved.flows,
            unassigned: input.priors.output.unassigned,
            includes_scrap: input.priors.output.includes_scrap,
            quality,
        });
    }
    Ok(Some(Market { material: id, stages, recovery: link.map(|link| link.recovery), magnet_yield: None }))
}

fn observed(context: &Context<'_>, info: &StageInfo) -> Option<(Stage, OutputPriors, TradePriors)> {
    let countries = &context.reference.countries;
    let id = context.material.id.as_str();
    let stage = info.id;
    let mut output = output_priors(id, info, context.data, countries, context.settings)?;
    spread_scrap(context, &mut output);
    let world = output.by_country.values().map(|prior| prior.value).sum();
    let rows = |code: &_| rows_of(&context.data.trade, code);
    let trade = trade_priors(context.material, stage, &rows, price(context, stage), world, countries, context.settings);
    if trade.knowledge == TradeKnowledge::Specific {
        let left = apparent(&output, &trade.flows);
        assign_to_net_exporters(&mut output, &left, world, context.settings);
    }
    Some((stage, output, trade))
}

/// The price nearest the base year at the stage, else at the other stage.
fn price(context: &Context<'_>, stage: Stage) -> Option<f64> {
    let rows = || context.data.prices.iter().filter(|row| row.material == context.material.id);
    let near = |rows: Vec<_>| -> Option<f64> {
        let best: Option<&&adit_vocab::observation::PriceRow> = rows
            .iter()
            .filter(|row: &&&adit_vocab::observation::PriceRow| row.usd_per_t.is_some())
            .min_by_key(|row| (row.year - context.settings.base_year).abs());
        best.and_then(|row| row.usd_per_t)
    };
    near(rows().filter(|row| row.stage == stage).collect()).or_else(|| near(rows().collect()))
}

/// A world figure for scrap on top of mine output is spread over the countries that use the material.
fn spread_scrap(context: &Context<'_>, output: &mut OutputPriors) {
    let Some(total) = output.world_secondary.clone().filter(|_| !output.includes_scrap) else { return };
    let known: f64 = output.secondary.values().map(|prior| prior.value).sum();
    let open: f64 =
        context.weights.iter().filter(|(country, _)| !output.secondary.contains_key(country)).map(|(_, weight)| weight).sum();
    let rest = (total.value - known).max(0.0);
    let floor = context.settings.spread.floor.value * total.value;
    for (&country, &weight) in context.weights {
        let part = rest * weight / open;
        if output.secondary.contains_key(&country) || part < floor {
            continue;
        }
        let spread = context.settings.rule.scrap_spread.value;
        let prior = Prior::relative(part, spread, floor, format!("{}, spread by GDP x intensity", total.basis));
        let entry =
            output.by_country.entry(country).or_insert_with(|| Prior { value: 0.0, spread: floor, basis: prior.basis.clone() });
        entry.value += part;
        entry.spread = entry.spread.hypot(prior.spread);
        output.secondary.insert(country, prior);
    }
}

/// A stage whose market industry buys from.
fn market_input(context: &Context<'_>, stage: Stage, output: OutputPriors, trade: TradePriors) -> StageInput {
    let world = output.by_country.values().map(|prior| prior.value).sum();
    let incomplete = incomplete(context.material, stage);
    let need = use_priors(&output, &trade, world, incomplete, context.surroundings());
    let published = context.material.bought_at() == Some(stage);
    let known_use = if published { published_use(context) } else { BTreeMap::new() };
    let mut need = need;
    need.extend(known_use.clone());
    let priors = stage_priors(context.material, stage, output, trade, need, context.surroundings());
    let mut input = finish(context, priors, known_use, BTreeMap::new());
    if published {
        input.reliance = published_reliance(context);
    }
    input
}

/// Published US net import reliance. A bound is read as a uniform distribution over what it leaves open; a net
/// exporter's figure says nothing about how much.
fn published_reliance(context: &Context<'_>) -> Option<Reliance> {
    let figure = context.material.united_states.as_ref()?.net_import_reliance.as_ref()?;
    let exact = context.settings.spread.us_reliance.value;
    let (value, spread) = match figure.bound {
        None => (figure.value, exact),
        Some(Bound::Above) => ((1.0 + figure.value) / 2.0, exact.max((1.0 - figure.value) / UNIFORM)),
        Some(Bound::Below) if figure.value > 0.0 => (figure.value / 2.0, exact.max(figure.value / UNIFORM)),
        Some(Bound::Below) => return None,
    };
    Some(Reliance { country: context.usa?, value, spread })
}

/// Mine and refinery stage with the link between them.
fn linked_inputs(context: &Context<'_>, known: Vec<(Stage, OutputPriors, TradePriors)>) -> (Vec<StageInput>, Link) {
    let settings = context.settings;
    let mut known = known.into_iter();
    let (Some((_, ore, ore_trade)), Some((_, metal, metal_trade))) = (known.next(), known.next()) else {
        unreachable!("called with two stages")
    };
    let sum = |priors: &BTreeMap<CountryId, Prior>| priors.values().map(|prior| prior.value).sum::<f64>();
    let (mined, refined) = (sum(&ore.by_country), sum(&metal.by_country));
    let chain = context.material.chain.as_ref();
    let given = chain.and_then(|chain| chain.recovery.as_ref()).map(|figure| figure.value);
    let surplus = chain.map_or(Surplus::Loss, |chain| chain.surplus);

    let usual = given.unwrap_or(settings.rule.recovery.value);
    let reported = sum(&metal.secondary);
    let scrap_world = match (&metal.world_secondary, metal.includes_scrap) {
        (Some(total), _) => total.value,
        (None, true) => (refined - usual * mined).max(reported),
        (None, false) => reported,
    };
    let recovery = given.unwrap_or_else(|| ((refined - scrap_world) / mined).min(usual));
    let secondary = scrap_by_country(context, &metal, scrap_world);

    let feed: BTreeMap<CountryId, Prior> = metal
        .by_country
        .iter()
        .map(|(&country, prior)| {
            let scrap = secondary.get(&country).map_or(0.0, |prior| prior.value);
            let tonnes = (prior.value - scrap).max(0.0) / recovery;
            let floor = settings.spread.floor.value * mined;
            (country, Prior::relative(tonnes, settings.spread.feed.value, floor, "refinery output over recovery"))
        })
        .collect();

    let left_over = mined - sum(&feed);
    let mut direct = BTreeMap::new();
    let mut draws = configured_draws(context, Stage::Mine, mined);
    match surplus {
        Surplus::DirectUse => {
            let left = apparent(&ore, &ore_trade.flows);
            let remaining: BTreeMap<CountryId, f64> = left
                .into_iter()
                .map(|(country, tonnes)| (country, (tonnes - feed.get(&country).map_or(0.0, |prior| prior.value)).max(0.0)))
                .collect();
            let total: f64 = remaining.values().sum();
            for (country, tonnes) in remaining {
                let value = if total > 0.0 { tonnes / total * left_over.max(0.0) } else { 0.0 };
                let floor = settings.spread.use_floor.value * mined;
                direct.insert(country, Prior::relative(value, settings.spread.use_prior.value, floor, "ore used as such"));
            }
        }
        Surplus::Stock => draws.extend(largest(&feed, DRAW_PART).into_iter().map(|(country, part)| {
            let floor = settings.spread.floor.value * mined;
            (
                country,
                Prior::relative(
                    -left_over * part,
                    settings.spread.stock_draw.value,
                    floor,
                    "stock change that closes the world balance",
                ),
            )
        })),
        Surplus::Loss => {}
    }

    let ore_priors = stage_priors(context.material, Stage::Mine, ore, ore_trade, feed, context.surroundings());
    let mine = finish(context, ore_priors, direct, draws);
    let mut refinery = market_input(context, Stage::Refined, metal, metal_trade);
    refinery.draws = configured_draws(context, Stage::Refined, refined);
    (vec![mine, refinery], Link { recovery, secondary })
}

/// Scrap by country: reported where it is, the rest in proportion to refinery output.
fn scrap_by_country(context: &Context<'_>, metal: &OutputPriors, world: f64) -> BTreeMap<CountryId, Prior> {
    let mut secondary = metal.secondary.clone();
    let rest = world - secondary.values().map(|prior| prior.value).sum::<f64>();
    let open: f64 =
        metal.by_country.iter().filter(|(country, _)| !metal.secondary.contains_key(country)).map(|(_, prior)| prior.value).sum();
    if rest <= 0.0 || open <= 0.0 {
        return secondary;
    }
    for (&country, prior) in &metal.by_country {
        if prior.value > 0.0 && !metal.secondary.contains_key(&country) {
            let tonnes = (rest * prior.value / open).min(context.settings.rule.most_scrap.value * prior.value);
            let floor = context.settings.spread.floor.value * world;
            let basis = "world output from scrap, in proportion to refinery output";
            secondary.insert(country, Prior::relative(tonnes, context.settings.spread.secondary.value, floor, basis));
        }
    }
    secondary
}

/// The largest members that make up `part` of a total, with their share among themselves.
fn largest(priors: &BTreeMap<CountryId, Prior>, part: f64) -> Vec<(CountryId, f64)> {
    let total: f64 = priors.values().map(|prior| prior.value).sum();
    let mut sorted: Vec<(CountryId, f64)> = priors.iter().map(|(&country, prior)| (country, prior.value)).collect();
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut sum = 0.0;
    let chosen: Vec<(CountryId, f64)> = sorted
        .into_iter()
        .take_while(|(_, tonnes)| {
            let before = sum;
            sum += tonnes;
            before < part * total
        })
        .collect();
    let chosen_sum: f64 = chosen.iter().map(|(_, tonnes)| tonnes).sum();
    chosen.into_iter().map(|(country, tonnes)| (country, tonnes / chosen_sum)).collect()
}

fn configured_draws(context: &Context<'_>, stage: Stage, world: f64) -> BTreeMap<CountryId, Prior> {
    let Some(stocks) = context.material.stocks.as_ref().filter(|stocks| stocks.stage == stage) else { return BTreeMap::new() };
    let place = |iso3: &String| context.reference.countries.by_iso3(iso3);
    let prior = Prior { value: 0.0, spread: stocks.spread.value * world, basis: "stock change (vaults)".into() };
    stocks.countries.iter().filter_map(place).map(|country| (country, prior.clone())).collect()
}

/// Published consumption of the United States: the base year before others, apparent before reported.
fn published_use(context: &Context<'_>) -> BTreeMap<CountryId, Prior> {
    let best = context
        .data
        .consumption
        .iter()
        .filter(|row| row.material == context.material.id && row.country == "USA" && row.tonnes.is_some())
        .min_by_key(|row| ((row.year - context.settings.base_year).abs(), row.kind == UseKind::Reported));
    let (Some(row), Some(usa)) = (best, context.usa) else { return BTreeMap::new() };
    let prior = row
        .tonnes
        .filter(|tonnes| *tonnes > 0.0)
        .map(|tonnes| Prior::relative(tonnes, context.settings.spread.us_use.value, 0.0, format!("{} {}", row.source, row.year)));
    prior.map(|prior| (usa, prior)).into_iter().collect()
}

/// Adds published supply mixes, and flows for suppliers they name and trade data do not.
fn finish(
    context: &Context<'_>,
    mut priors: StagePriors,
    known_use: BTreeMap<CountryId, Prior>,
    draws: BTreeMap<CountryId, Prior>,
) -> StageInput {
    let mut mixes: Vec<MixWish> = [us_mix(context, priors.stage), eu_mix(context, priors.stage)].into_iter().flatten().collect();
    if incomplete(context.material, priors.stage) {
        let part = context.settings.rule.incomplete_supply.value;
        for mix in &mut mixes {
            let need: f64 = mix.buyers.iter().filter_map(|buyer| priors.need.get(buyer)).map(|prior| prior.value).sum();
            mix.least_supply = part * need;
        }
    }
    if priors.knowledge != TradeKnowledge::Specific {
        for mix in &mixes {
            add_named_suppliers(context, &mut priors, mix);
        }
    }
    StageInput { priors, mixes, known_use, reliance: None, draws }
}

fn add_named_suppliers(context: &Context<'_>, priors: &mut StagePriors, mix: &MixWish) {
    let floor = context.settings.spread.floor.value * priors.world;
    let needs: BTreeMap<CountryId, f64> =
        mix.buyers.iter().filter_map(|buyer| priors.need.get(buyer).map(|prior| (*buyer, prior.value))).collect();
    let total: f64 = needs.values().sum();
    for &(supplier, share, _) in &mix.shares {
        let present = priors.flows.keys().any(|pair| pair.0 == supplier && mix.buyers.contains(&pair.1));
        if present || total <= 0.0 {
            continue;
        }
        for (&buyer, &need) in &needs {
            let tonnes = share * need;
            if buyer != supplier && tonnes > floor {
                let spread = context.settings.spread.gravity.value;
                let prior = Prior::relative(tonnes, spread, floor, format!("{} supply share x use", mix.source));
                priors.flows.insert((supplier, buyer), FlowPrior { prior, hidden: false });
            }
        }
    }
}

fn us_mix(context: &Context<'_>, stage: Stage) -> Option<MixWish> {
    let spread = context.settings.spread.us_import_share.value;
    mix(context, stage, Scope::USA, [context.usa?].into(), true, |share| spread * share)
}

fn eu_mix(context: &Context<'_>, stage: Stage) -> Option<MixWish> {
    let (relative, floor) = (context.settings.spread.eu_share.value, context.settings.spread.eu_share_floor.value);
    mix(context, stage, Scope::EU, context.eu.clone(), false, |share| relative * share + floor)
}

fn mix(
    context: &Context<'_>,
    stage: Stage,
    scope: Scope,
    buyers: BTreeSet<CountryId>,
    imports_only: bool,
    spread: impl Fn(f64) -> f64,
) -> Option<MixWish> {
    let mut shares: BTreeMap<CountryId, f64> = BTreeMap::new();
    let mut source = String::new();
    let rows =
        context.data.shares.iter().filter(|row| row.material == context.material.id && row.stage == stage && row.scope == scope);
    for row in rows.filter(|row| row.bound != Some(Bound::Below)) {
        let code = context.settings.merged.get(&row.supplier).unwrap_or(&row.supplier);
        if let (Some(supplier), Some(share)) = (context.reference.countries.by_iso3(code), row.share) {
            if !buyers.contains(&supplier) && share > 0.0 {
                *shares.entry(supplier).or_default() += share;
            }
            source.clone_from(&row.source);
        }
    }
    let shares: Vec<(CountryId, f64, f64)> =
        shares.into_iter().map(|(supplier, share)| (supplier, share, spread(share).max(f64::EPSILON))).collect();
    (!shares.is_empty()).then_some(MixWish { buyers, shares, imports_only, least_supply: 0.0, source })
}
