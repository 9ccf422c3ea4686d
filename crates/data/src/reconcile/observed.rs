//! Output and trade of one year as published, without bringing them into balance: for years other than the base year.
//!
//! The same tables lead and the same rules turn customs rows into tonnes as for the baseline, but only rows of the year
//! itself count, and nothing is filled in from other years, by size of economy or by distance. Output counts where a table
//! covers four fifths of the year's published world total; without a published total, where a table names three producers or
//! more and withholds none. Single cited facts are no table.

use std::collections::{BTreeMap, BTreeSet};

use adit_vocab::baseline::{Baseline, Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::material::{ContentMode, Material, MaterialId, StageInfo, TradeCode};
use adit_vocab::observation::{Flag, Observations, Origin, ProductionRow, TradeRow};
use adit_vocab::observed::Observed;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::elements;
use super::output::{COVERAGE, FEWEST_PRODUCERS, OutputPriors, output_priors};
use super::prior::Prior;
use super::settings::Settings;
use super::trade::{TradePriors, trade_priors};

/// Reads the tables of a year.
pub fn observed(
    reference: &Reference,
    observations: &Observations,
    settings: &Settings,
    year: i32,
) -> Result<Observed, Vec<Problem>> {
    let settings = Settings { base_year: year, ..settings.clone() };
    let (data, trade) = (of_year(observations, year), trade_of_year(observations, year));
    let tables = Baseline { year, digest: String::new(), inputs: String::new(), markets: Vec::new() };
    let mut found = Observed { tables, without_output: BTreeSet::new(), without_trade: BTreeSet::new() };
    let mut markets: Vec<Option<Market>> = reference.materials.iter().map(|_| None).collect();
    for (id, material) in reference.materials.iter().filter(|(_, material)| material.group.is_empty()) {
        let stages = material.stage.iter().map(|info| stage(id, material, info, &data, &trade, reference, &settings, &mut found));
        markets[id.index()] = Some(Market { material: id, stages: stages.collect(), recovery: None, magnet_yield: None });
    }
    split(&mut markets, reference, &data, &mut found)?;
    found.tables.markets = markets;
    Ok(found)
}

/// Rows of the year alone, without trade. Shares count if they describe this one year.
fn of_year(data: &Observations, year: i32) -> Observations {
    let period = year.to_string();
    Observations {
        production: data.production.iter().filter(|row| row.year == year).cloned().collect(),
        world: data.world.iter().filter(|row| row.year == year).cloned().collect(),
        shares: data.shares.iter().filter(|row| row.period == period).cloned().collect(),
        trade: Vec::new(),
        prices: data.prices.iter().filter(|row| row.year == year).cloned().collect(),
        composition: data.composition.clone(),
        ore_mix: data.ore_mix.clone(),
        consumption: Vec::new(),
        governance: Vec::new(),
        economy: Vec::new(),
    }
}

/// Customs rows of a year by edition and code.
type Trade<'a> = BTreeMap<(&'a str, &'a str), Vec<&'a TradeRow>>;

fn trade_of_year(data: &Observations, year: i32) -> Trade<'_> {
    let mut trade = Trade::new();
    for row in data.trade.iter().filter(|row| row.year == year) {
        trade.entry((&row.edition, &row.code)).or_default().push(row);
    }
    trade
}

/// One stage; what is not in the data is noted in `found` and left empty.
#[allow(clippy::too_many_arguments, reason = "one stage seen against everything")]
fn stage(
    id: MaterialId,
    material: &Material,
    info: &StageInfo,
    data: &Observations,
    trade: &Trade<'_>,
    reference: &Reference,
    settings: &Settings,
    found: &mut Observed,
) -> StageBalance {
    let output = output_priors(&material.id, info, data, &reference.countries, settings)
        .filter(|output| is_a_table(&material.id, info.id, output, data));
    if output.is_none() {
        found.without_output.insert((id, info.id));
    }
    let output = output.unwrap_or_default();
    let trade = trade_at(material, info.id, &output, data, trade, reference, settings);
    if trade.is_none() {
        found.without_trade.insert((id, info.id));
    }
    balance(info.id, &output, trade.as_ref())
}

/// True if the rows of the year tell world output by country, and are not a few facts out of a table nobody shipped.
fn is_a_table(material: &str, stage: Stage, output: &OutputPriors, data: &Observations) -> bool {
    let named: f64 = output.by_country.values().map(|prior| prior.value).sum();
    let total = data.world.iter().any(|row| {
        row.material == material && row.stage == stage && row.kind != Origin::Secondary && row.tonnes.is_some_and(|t| t > 0.0)
    });
    if total {
        return named >= COVERAGE * (named + output.unassigned);
    }
    let rows = || {
        let of_stage = data.production.iter().filter(|row| row.material == material && row.stage == stage);
        of_stage.filter(|row| row.kind != Origin::Secondary)
    };
    let firm = |row: &&ProductionRow| matches!(row.flag, Flag::Reported | Flag::Estimated | Flag::Range);
    let producers: BTreeSet<&str> =
        rows().filter(firm).filter(|row| row.tonnes.is_some_and(|tonnes| tonnes > 0.0)).map(|row| row.country.as_str()).collect();
    producers.len() >= FEWEST_PRODUCERS && rows().all(|row| row.flag != Flag::Withheld)
}

/// Trade of the stage, if the year's rows of every code that matters are in the data.
fn trade_at(
    material: &Material,
    stage: Stage,
    output: &OutputPriors,
    data: &Observations,
    trade: &Trade<'_>,
    reference: &Reference,
    settings: &Settings,
) -> Option<TradePriors> {
    let rows = |code: &TradeCode| trade.get(&(code.edition.as_str(), code.code.as_str())).cloned().unwrap_or_default();
    let recorded = |code: &TradeCode| trade.contains_key(&(code.edition.as_str(), code.code.as_str()));
    // The EU's own rows are finer than those of the shared code; without them the shared code stands for the EU too.
    let mut material = material.clone();
    material.trade.retain(|code| code.instead_of.is_empty() || recorded(code));
    let price = price(&material.id, stage, data);
    let mut codes = material.trade.iter().filter(|code| code.stage == stage && code.instead_of.is_empty()).peekable();
    codes.peek()?;
    let whole = codes.all(|code| !code.missing && recorded(code) && (code.mode == ContentMode::Const || price.is_some()));
    let world = output.by_country.values().map(|prior| prior.value).sum();
    whole.then(|| trade_priors(&material, stage, &rows, price, world, &reference.countries, settings))
}

/// The year's price at the stage, else at the other stage.
fn price(material: &str, stage: Stage, data: &Observations) -> Option<f64> {
    let rows = || data.prices.iter().filter(|row| row.material == material && row.usd_per_t.is_some());
    rows().find(|row| row.stage == stage).or_else(|| rows().next()).and_then(|row| row.usd_per_t)
}

/// The tables of a stage in the shape of a balance. Every country that produces or trades has a node.
fn balance(stage: Stage, output: &OutputPriors, trade: Option<&TradePriors>) -> StageBalance {
    let datum = |prior: &Prior| Datum {
        value: prior.value,
        prior: Some(prior.value),
        spread: Some(prior.spread),
        basis: prior.basis.clone(),
    };
    let flows = || trade.into_iter().flat_map(|trade| &trade.flows);
    let mut countries: BTreeSet<CountryId> = output.by_country.keys().copied().collect();
    countries.extend(flows().flat_map(|(&(exporter, importer), _)| [exporter, importer]));
    let items = |country: CountryId| {
        let parts = [(Item::Output, output.by_country.get(&country)), (Item::Secondary, output.secondary.get(&country))];
        parts.into_iter().filter_map(|(item, prior)| Some((item, datum(prior?)))).collect()
    };
    let knowledge = trade.map_or(TradeKnowledge::Gravity, |trade| trade.knowledge);
    StageBalance {
        stage,
        nodes: countries.into_iter().map(|country| Node { country, items: items(country) }).collect(),
        flows: flows().map(|(&(exporter, importer), prior)| Flow { exporter, importer, datum: datum(prior) }).collect(),
        unassigned: output.unassigned,
        includes_scrap: output.includes_scrap,
        quality: Quality {
            grade: Grade::D,
            trade: knowledge,
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

/// Splits groups into their members. A group whose mine output is not in the data cannot be split.
fn split(
    markets: &mut [Option<Market>],
    reference: &Reference,
    data: &Observations,
    found: &mut Observed,
) -> Result<(), Vec<Problem>> {
    let mut aside = Vec::new();
    for (group, info) in reference.materials.iter().filter(|(_, material)| !material.members.is_empty()) {
        let whole = !found.without_output.contains(&(group, Stage::Mine));
        for member in info.members.iter().filter_map(|member| reference.materials.by_id(member)) {
            for stage in info.stage.iter().map(|info| info.id) {
                if !whole || found.without_output.contains(&(group, stage)) {
                    found.without_output.insert((member, stage));
                }
                if !whole || found.without_trade.contains(&(group, stage)) {
                    found.without_trade.insert((member, stage));
                }
            }
            if !whole {
                let stages = info.stage.iter().map(|info| balance(info.id, &OutputPriors::default(), None)).collect();
                markets[member.index()] = Some(Market { material: member, stages, recovery: None, magnet_yield: None });
            }
        }
        if !whole {
            aside.push((group, markets[group.index()].take()));
        }
    }
    elements::split(markets, reference, data)?;
    for (group, market) in aside {
        markets[group.index()] = market;
    }
    Ok(())
}
