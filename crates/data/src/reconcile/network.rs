//! One material as a least-squares problem: unknowns, wishes and balances, and the way back to a market.
//!
//! ```text
//! minimise    sum ((x - x_prior) / spread)^2
//! subject to, for every country
//!   mine:     output + imports + stock draw = exports + feed + use
//!   refinery: output = recovery * feed + secondary + unexplained
//!   market:   output + imports + stock draw = exports + use
//! ```
//! Magnets stand behind a refined market that is settled already: what a country takes there is what its magnet makers and
//! its other users take together.
//! All quantities are non-negative except stock draw and unexplained. Method: as in material flow analysis, O. Cencic,
//! Nonlinear data reconciliation in material flow analysis with software STAN, Sustainable Environment Research 26, 2016
//! (the linear case).

use std::collections::{BTreeMap, BTreeSet};

use adit_solver::least_squares::{LeastSquares, Outcome, Terms};
use adit_vocab::baseline::{Datum, Flow, Item, Node};
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::stage::Stage;

use super::prior::Prior;
use super::settings::Settings;
use super::stage_priors::StagePriors;

/// Flows below this share of world output are solver dust and are taken out.
const DUST: f64 = 1e-7;

/// A wish about the supply mix of one buyer: shares by supplier.
#[derive(Clone, Debug)]
pub struct MixWish {
    /// Who buys; flows inside this set do not count.
    pub buyers: BTreeSet<CountryId>,
    /// Suppliers with share and spread (both as parts of 1).
    pub shares: Vec<(CountryId, f64, f64)>,
    /// True if the shares are of imports only, false if of all supply including own output.
    pub imports_only: bool,
    /// Supply below which the spreads do not shrink, tonnes: what the buyers need, where records show only a part.
    pub least_supply: f64,
    /// Source id.
    pub source: String,
}

/// Published net import reliance of one country: net imports over use.
#[derive(Clone, Copy, Debug)]
pub struct Reliance {
    /// The country.
    pub country: CountryId,
    /// Net imports over use.
    pub value: f64,
    /// One standard deviation, in parts of use.
    pub spread: f64,
}

/// A stage with everything observed about it.
pub struct StageInput {
    /// Priors.
    pub priors: StagePriors,
    /// Published supply mixes.
    pub mixes: Vec<MixWish>,
    /// Published use of single countries.
    pub known_use: BTreeMap<CountryId, Prior>,
    /// Published net import reliance.
    pub reliance: Option<Reliance>,
    /// Countries whose stocks may change, with the spread.
    pub draws: BTreeMap<CountryId, Prior>,
}

/// The refinery link between two stages.
pub struct Link {
    /// Tonnes refined per tonne of ore.
    pub recovery: f64,
    /// Prior output from scrap by country.
    pub secondary: BTreeMap<CountryId, Prior>,
}

/// What is known of the stage before, whose balance stays as it is.
pub struct Settled {
    /// What each country takes from its market, tonnes.
    pub taken: BTreeMap<CountryId, f64>,
    /// How much of it goes on.
    pub feed: BTreeMap<CountryId, Prior>,
    /// Smallest spread of what does not.
    pub floor: f64,
}

/// A stage in balance, before it is judged.
pub struct Solved {
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Tonnes in flows nobody records.
    pub hidden: f64,
}

/// Positions of one stage's unknowns.
#[derive(Default)]
struct Columns {
    items: BTreeMap<(Item, CountryId), (usize, Prior)>,
    flows: BTreeMap<(CountryId, CountryId), usize>,
}

/// Brings the stages of one material into balance. `link` joins them if there are two that belong together.
pub fn solve(
    stages: &[StageInput],
    link: Option<&Link>,
    countries: &Countries,
    settings: &Settings,
) -> Result<Vec<Solved>, String> {
    let mut problem = LeastSquares::default();
    let columns: Vec<Columns> = stages
        .iter()
        .map(|stage| {
            let refined_behind = link.filter(|_| stage.priors.stage == Stage::Mine);
            pose_stage(
                &mut problem,
                stage,
                refined_behind.is_some(),
                link.filter(|_| stage.priors.stage == Stage::Refined),
                settings,
            )
        })
        .collect();
    if let (Some(link), [mine, refined]) = (link, &columns[..]) {
        pose_link(&mut problem, link, mine, refined);
    }
    let values = match problem.solve() {
        Outcome::Solved(values) => values,
        Outcome::Failed(status) => return Err(status),
    };
    let mut solved: Vec<Solved> =
        stages.iter().zip(&columns).map(|(stage, columns)| read_stage(stage, columns, &values, countries)).collect();
    close(&mut solved, link.map(|link| link.recovery));
    Ok(solved)
}

/// Brings a stage into balance behind one that is settled; also tells how much of what each country takes there goes on.
pub fn solve_behind(
    settled: &Settled,
    stage: &StageInput,
    link: &Link,
    countries: &Countries,
    settings: &Settings,
) -> Result<(Solved, BTreeMap<CountryId, f64>), String> {
    let mut problem = LeastSquares::default();
    let columns = pose_stage(&mut problem, stage, false, Some(link), settings);
    let mut before = Columns::default();
    for (&country, feed) in &settled.feed {
        let taken = settled.taken.get(&country).copied().unwrap_or(0.0);
        if taken <= 0.0 {
            continue;
        }
        let column = problem.unknown(feed.spread, false);
        problem.wish(vec![(column, 1.0)], feed.value, feed.spread);
        let rest = (taken - feed.value).max(0.0);
        let spread = (settings.spread.use_prior.value * rest).max(settled.floor);
        let used = problem.unknown(spread, false);
        problem.wish(vec![(used, 1.0)], rest, spread);
        problem.equation(vec![(column, 1.0), (used, 1.0)], taken);
        before.items.insert((Item::Feed, country), (column, feed.clone()));
    }
    pose_link(&mut problem, link, &before, &columns);
    let values = match problem.solve() {
        Outcome::Solved(values) => values,
        Outcome::Failed(status) => return Err(status),
    };
    let mut solved = [read_stage(stage, &columns, &values, countries)];
    close(&mut solved, None);
    let [mut solved] = solved;
    let dust = DUST * stage.priors.world;
    let feed: BTreeMap<CountryId, f64> = before
        .items
        .iter()
        .map(|(&(_, country), &(column, _))| (country, values[column].min(settled.taken[&country])))
        .filter(|(_, tonnes)| *tonnes > dust)
        .collect();
    for node in &mut solved.nodes {
        let fed = feed.get(&node.country).copied().unwrap_or(0.0);
        let unexplained = node.tonnes(Item::Output) - link.recovery * fed - node.tonnes(Item::Secondary);
        set(node, Item::Unexplained, unexplained);
    }
    Ok((solved, feed))
}

fn pose_stage(problem: &mut LeastSquares, input: &StageInput, feeds: bool, link: Option<&Link>, settings: &Settings) -> Columns {
    let priors = &input.priors;
    let world = priors.world;
    let mut columns = Columns::default();
    let mut add = |problem: &mut LeastSquares, item: Item, country: CountryId, prior: Prior, free: bool| {
        let column = problem.unknown(prior.spread, free);
        problem.wish(vec![(column, 1.0)], prior.value, prior.spread);
        columns.items.insert((item, country), (column, prior));
    };

    for (&country, prior) in &priors.output.by_country {
        add(problem, Item::Output, country, prior.clone(), false);
    }
    for (&country, prior) in &input.draws {
        add(problem, Item::StockDraw, country, prior.clone(), true);
    }
    if let Some(link) = link {
        for (&country, prior) in &priors.output.by_country {
            if let Some(secondary) = link.secondary.get(&country) {
                add(problem, Item::Secondary, country, secondary.clone(), false);
            }
            let spread = (settings.spread.unexplained.value * prior.value).max(settings.spread.floor.value * world);
            add(problem, Item::Unexplained, country, Prior { value: 0.0, spread, basis: "no recorded feed".into() }, true);
        }
    }
    let everyone = priors.countries();
    for &country in &everyone {
        let need = priors.need.get(&country).cloned();
        if let Some(need) = need.filter(|_| feeds) {
            add(problem, Item::Feed, country, need, false);
        }
        let used = match (input.known_use.get(&country), feeds) {
            (Some(known), _) => known.clone(),
            (None, true) => {
                Prior { value: 0.0, spread: settings.spread.use_floor.value * world, basis: "no recorded use of ore".into() }
            }
            (None, false) => priors.need.get(&country).cloned().unwrap_or_else(|| Prior {
                value: 0.0,
                spread: settings.spread.use_floor.value * world,
                basis: "no prior use".into(),
            }),
        };
        add(problem, Item::Use, country, used, false);
    }
    for (&pair, flow) in &priors.flows {
        let column = problem.unknown(flow.prior.spread, false);
        problem.wish(vec![(column, 1.0)], flow.prior.value, flow.prior.spread);
        columns.flows.insert(pair, column);
    }

    if let Some(total) = &priors.output.world {
        let on_top: f64 =
            if priors.output.includes_scrap { 0.0 } else { priors.output.secondary.values().map(|prior| prior.value).sum() };
        let terms: Terms = of_item(&columns, Item::Output).map(|(_, column)| (column, 1.0)).collect();
        problem.wish(terms, total.value + on_top, total.spread);
    }
    for mix in &input.mixes {
        pose_mix(problem, mix, &columns, priors);
    }

    if let Some(reliance) = input.reliance {
        pose_reliance(problem, reliance, &columns);
    }

    let mut balance: BTreeMap<CountryId, Terms> = everyone.iter().map(|&country| (country, Terms::new())).collect();
    for (&(item, country), &(column, _)) in &columns.items {
        let sign = match item {
            Item::Output | Item::StockDraw => 1.0,
            Item::Feed | Item::Use => -1.0,
            Item::Secondary | Item::Unexplained => continue,
        };
        balance.entry(country).or_default().push((column, sign));
    }
    for (&(exporter, importer), &column) in &columns.flows {
        balance.entry(exporter).or_default().push((column, -1.0));
        balance.entry(importer).or_default().push((column, 1.0));
    }
    for terms in balance.into_values().filter(|terms| !terms.is_empty()) {
        problem.equation(terms, 0.0);
    }
    columns
}

fn of_item(columns: &Columns, item: Item) -> impl Iterator<Item = (CountryId, usize)> {
    columns.items.iter().filter(move |((kind, _), _)| *kind == item).map(|((_, country), (column, _))| (*country, *column))
}

/// `x_supplier - share * supply = 0` for every supplier, with a spread in tonnes of the buyers' supply.
fn pose_mix(problem: &mut LeastSquares, mix: &MixWish, columns: &Columns, priors: &StagePriors) {
    let inward = |pair: &(CountryId, CountryId)| mix.buyers.contains(&pair.1) && !mix.buyers.contains(&pair.0);
    let mut supply: Terms = columns.flows.iter().filter(|(pair, _)| inward(pair)).map(|(_, &column)| (column, 1.0)).collect();
    let mut size: f64 = priors.flows.iter().filter(|(pair, _)| inward(pair)).map(|(_, flow)| flow.prior.value).sum();
    if !mix.imports_only {
        for (country, column) in of_item(columns, Item::Output).filter(|(country, _)| mix.buyers.contains(country)) {
            supply.push((column, 1.0));
            size += priors.output.by_country.get(&country).map_or(0.0, |prior| prior.value);
        }
    }
    if size <= 0.0 {
        return;
    }
    let size = size.max(mix.least_supply);
    for &(supplier, share, spread) in &mix.shares {
        let mut terms: Terms = supply.iter().map(|&(column, one)| (column, -share * one)).collect();
        let mut found = false;
        for (pair, &column) in columns.flows.iter().filter(|(pair, _)| inward(pair) && pair.0 == supplier) {
            debug_assert!(inward(pair));
            found = true;
            if let Some(term) = terms.iter_mut().find(|(at, _)| *at == column) {
                term.1 += 1.0;
            }
        }
        if found {
            problem.wish(terms, 0.0, spread * size);
        }
    }
}

/// `imports - exports + stock draw - reliance * use = 0`, with a spread in tonnes of the prior use.
fn pose_reliance(problem: &mut LeastSquares, reliance: Reliance, columns: &Columns) {
    let at = |item| columns.items.get(&(item, reliance.country));
    let Some((used, prior)) = at(Item::Use) else { return };
    let mut terms: Terms = vec![(*used, -reliance.value)];
    terms.extend(at(Item::StockDraw).map(|(column, _)| (*column, 1.0)));
    for (&(exporter, importer), &column) in &columns.flows {
        if importer == reliance.country {
            terms.push((column, 1.0));
        } else if exporter == reliance.country {
            terms.push((column, -1.0));
        }
    }
    let spread = (reliance.spread * prior.value).max(prior.spread * f64::EPSILON);
    if spread > 0.0 && terms.len() > 1 {
        problem.wish(terms, 0.0, spread);
    }
}

/// Every refinery's output is what its feed yields, plus scrap, plus what no record explains.
fn pose_link(problem: &mut LeastSquares, link: &Link, mine: &Columns, refined: &Columns) {
    for (country, output) in of_item(refined, Item::Output) {
        let mut terms: Terms = vec![(output, 1.0)];
        let at = |columns: &Columns, item| columns.items.get(&(item, country)).map(|&(column, _)| column);
        terms.extend(at(mine, Item::Feed).map(|column| (column, -link.recovery)));
        terms.extend(at(refined, Item::Secondary).map(|column| (column, -1.0)));
        terms.extend(at(refined, Item::Unexplained).map(|column| (column, -1.0)));
        problem.equation(terms, 0.0);
    }
}

fn read_stage(input: &StageInput, columns: &Columns, values: &[f64], countries: &Countries) -> Solved {
    let dust = DUST * input.priors.world;
    let mut nodes: BTreeMap<CountryId, Vec<(Item, Datum)>> = BTreeMap::new();
    for (&(item, country), (column, prior)) in &columns.items {
        let free = matches!(item, Item::StockDraw | Item::Unexplained);
        let value = if values[*column].abs() < dust {
            0.0
        } else if free {
            values[*column]
        } else {
            values[*column].max(0.0)
        };
        if value != 0.0 || (prior.value != 0.0 && prior.value.abs() > dust) {
            let datum = Datum { value, prior: Some(prior.value), spread: Some(prior.spread), basis: prior.basis.clone() };
            nodes.entry(country).or_default().push((item, datum));
        }
    }
    if !columns.items.keys().any(|(item, _)| *item == Item::Secondary) {
        for (country, scrap) in &input.priors.output.secondary {
            let made = input.priors.output.by_country.get(country).map_or(0.0, |prior| prior.value);
            if let Some(items) = nodes.get_mut(country).filter(|_| made > 0.0) {
                // scrap moves with the output it is part of
                let output = items.iter().find(|(item, _)| *item == Item::Output).map_or(0.0, |(_, datum)| datum.value);
                let value = output * (scrap.value / made).min(1.0);
                let datum = Datum { value, prior: Some(scrap.value), spread: Some(scrap.spread), basis: scrap.basis.clone() };
                items.push((Item::Secondary, datum));
            }
        }
    }
    let mut flows = Vec::new();
    let mut hidden = 0.0;
    for (&(exporter, importer), &column) in &columns.flows {
        let known = &input.priors.flows[&(exporter, importer)];
        let value = values[column];
        if value > dust {
            if known.hidden {
                hidden += value;
            }
            let datum = Datum {
                value,
                prior: Some(known.prior.value),
                spread: Some(known.prior.spread),
                basis: known.prior.basis.clone(),
            };
            flows.push(Flow { exporter, importer, datum });
            nodes.entry(exporter).or_default();
            nodes.entry(importer).or_default();
        }
    }
    debug_assert!(nodes.keys().all(|country| country.index() < countries.len()));
    let nodes = nodes
        .into_iter()
        .map(|(country, mut items)| {
            items.sort_by_key(|(item, _)| *item);
            Node { country, items }
        })
        .collect();
    Solved { nodes, flows, hidden }
}

/// Closes the balances exactly after dust has been taken out: what a country is left with is its use; a gap of the size
/// of the solver's tolerance goes to output. Unexplained feed is then what the refinery equation leaves.
fn close(stages: &mut [Solved], recovery: Option<f64>) {
    for stage in stages.iter_mut() {
        let mut net: BTreeMap<CountryId, f64> = BTreeMap::new();
        for flow in &stage.flows {
            *net.entry(flow.exporter).or_default() -= flow.datum.value;
            *net.entry(flow.importer).or_default() += flow.datum.value;
        }
        for node in &mut stage.nodes {
            let left = node.tonnes(Item::Output) + node.tonnes(Item::StockDraw) - node.tonnes(Item::Feed)
                + net.get(&node.country).copied().unwrap_or(0.0);
            set(node, Item::Use, left.max(0.0));
            if left < 0.0 {
                let output = node.tonnes(Item::Output);
                set(node, Item::Output, output - left);
            }
        }
    }
    if let (Some(recovery), [mine, refined]) = (recovery, stages) {
        for node in &mut refined.nodes {
            let feed =
                mine.nodes.binary_search_by_key(&node.country, |n| n.country).map_or(0.0, |i| mine.nodes[i].tonnes(Item::Feed));
            let unexplained = node.tonnes(Item::Output) - recovery * feed - node.tonnes(Item::Secondary);
            set(node, Item::Unexplained, unexplained);
        }
    }
}

fn set(node: &mut Node, item: Item, value: f64) {
    match node.items.iter_mut().find(|(kind, _)| *kind == item) {
        Some((_, datum)) => datum.value = value,
        None if value == 0.0 => {}
        None => {
            node.items.push((item, Datum { value, prior: None, spread: None, basis: "closes the balance".into() }));
            node.items.sort_by_key(|(item, _)| *item);
        }
    }
}
