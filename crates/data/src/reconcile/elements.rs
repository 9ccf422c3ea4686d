//! Single elements out of a group that is only known as a sum: rare earths by the composition of their ores.
//!
//! What a country mines has the composition of its ores; what it trades and refines is the mix of its own output and its
//! imports. All tonnes of the group are multiplied by the share of the element in the mix at the place they leave, so
//! every balance of the group holds for every element.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::observation::Observations;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

/// Row that stands for all countries not named in the ore mix.
const OTHERS: &str = "OTH";
/// Rounds of mixing; each shrinks the error by the producers' share of supply.
const ROUNDS: usize = 2_000;
/// Change of a mix at which mixing ends.
const STEADY: f64 = 1e-14;

/// Share of each member in a mix, in the order of the group's members.
type Composition = Vec<f64>;

/// Composition of what each country mines; the entry `None` is for countries that are not named.
type Ores = BTreeMap<Option<CountryId>, Composition>;

/// Adds a market for every member of every reconciled group.
pub fn split(markets: &mut [Option<Market>], reference: &Reference, data: &Observations) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    for (group_id, group) in reference.materials.iter().filter(|(_, material)| !material.members.is_empty()) {
        let Some(market) = markets[group_id.index()].clone() else { continue };
        let ores = match ore_compositions(&group.members, reference, data) {
            Ok(ores) => ores,
            Err(mut found) => {
                problems.append(&mut found);
                continue;
            }
        };
        let average = average_output(market.stage(Stage::Mine), &ores, group.members.len());
        let mixes = stage_mixes(&market, &ores, &average);
        for (member, id) in group.members.iter().enumerate() {
            let Some(id) = reference.materials.by_id(id) else { continue };
            markets[id.index()] = Some(element(&market, &mixes, &average, member, id));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Mixes the analyses of ores by country.
fn ore_compositions(members: &[String], reference: &Reference, data: &Observations) -> Result<Ores, Vec<Problem>> {
    let mut analyses: BTreeMap<(&str, &str, &str), Composition> = BTreeMap::new();
    for row in &data.composition {
        if let (Some(member), Some(percent)) = (members.iter().position(|member| *member == row.element), row.pct_of_reo) {
            let entry = analyses.entry((&row.ore, &row.country, &row.location)).or_insert_with(|| vec![0.0; members.len()]);
            entry[member] += percent;
        }
    }
    for analysis in analyses.values_mut() {
        let sum: f64 = analysis.iter().sum();
        analysis.iter_mut().for_each(|part| *part /= sum);
    }
    let mut problems = Vec::new();
    let mut weights: BTreeMap<Option<CountryId>, f64> = BTreeMap::new();
    let mut mixed: Ores = BTreeMap::new();
    for row in &data.ore_mix {
        let country = if row.country == OTHERS { None } else { reference.countries.by_iso3(&row.country) };
        let Some(analysis) = analyses.get(&(row.ore.as_str(), row.ore_country.as_str(), row.location.as_str())) else {
            problems.push(Problem::new(
                "observations/ree_ore_mix.csv",
                format!("{} {}", row.country, row.location),
                format!("no analysis of {} from {}", row.ore, row.location),
                "an ore of observations/ree_composition.csv",
            ));
            continue;
        };
        *weights.entry(country).or_default() += row.weight;
        let entry = mixed.entry(country).or_insert_with(|| vec![0.0; members.len()]);
        entry.iter_mut().zip(analysis).for_each(|(sum, part)| *sum += row.weight * part);
    }
    for (country, composition) in &mut mixed {
        let weight = weights[country];
        composition.iter_mut().for_each(|part| *part /= weight);
    }
    if !mixed.contains_key(&None) {
        problems.push(Problem::new(
            "observations/ree_ore_mix.csv",
            OTHERS,
            "no row",
            "a row for all countries that are not named",
        ));
    }
    if problems.is_empty() { Ok(mixed) } else { Err(problems) }
}

/// Compositions at one stage.
struct StageMix {
    /// Of what a country makes.
    made: BTreeMap<CountryId, Composition>,
    /// Of its supply: own output and imports mixed.
    supply: BTreeMap<CountryId, Composition>,
}

/// Compositions at every node of every stage. A refinery makes the mix that its country's ore supply has; one without
/// recorded ore makes the world's average.
fn stage_mixes(market: &Market, ores: &Ores, average: &Composition) -> Vec<StageMix> {
    let mut result: Vec<StageMix> = Vec::new();
    for balance in &market.stages {
        let made: BTreeMap<CountryId, Composition> = balance
            .nodes
            .iter()
            .map(|node| match result.last() {
                Some(ore) => (node.country, ore.supply.get(&node.country).unwrap_or(average).clone()),
                None => (node.country, ore_of(ores, node.country).clone()),
            })
            .collect();
        let supply = mix(balance, &made);
        result.push(StageMix { made, supply });
    }
    result
}

/// Composition of the ore of one country, or of those not named.
fn ore_of(ores: &Ores, country: CountryId) -> &Composition {
    ores.get(&Some(country)).unwrap_or(&ores[&None])
}

fn average_output(mine: Option<&StageBalance>, ores: &Ores, members: usize) -> Composition {
    let mut sum = vec![0.0; members];
    let mut total = 0.0;
    for node in mine.map_or(&[][..], |mine| &mine.nodes) {
        let tonnes = node.tonnes(Item::Output);
        total += tonnes;
        sum.iter_mut().zip(ore_of(ores, node.country)).for_each(|(sum, part)| *sum += tonnes * part);
    }
    sum.iter_mut().for_each(|part| *part /= total);
    sum
}

/// Mixes own output and imports until nothing changes. A node without supply keeps the composition of its own output.
fn mix(balance: &StageBalance, produced: &BTreeMap<CountryId, Composition>) -> BTreeMap<CountryId, Composition> {
    let mut mixes = produced.clone();
    for _ in 0..ROUNDS {
        let mut change: f64 = 0.0;
        for node in &balance.nodes {
            let own = node.tonnes(Item::Output) + node.tonnes(Item::StockDraw).max(0.0);
            let mut sum: Composition = produced[&node.country].iter().map(|part| part * own).collect();
            let mut supply = own;
            for flow in balance.flows.iter().filter(|flow| flow.importer == node.country) {
                supply += flow.datum.value;
                sum.iter_mut().zip(&mixes[&flow.exporter]).for_each(|(sum, part)| *sum += flow.datum.value * part);
            }
            if supply <= 0.0 {
                continue;
            }
            if let Some(old) = mixes.get_mut(&node.country) {
                for (old, new) in old.iter_mut().zip(&sum) {
                    change = change.max((*old - new / supply).abs());
                    *old = new / supply;
                }
            }
        }
        if change < STEADY {
            break;
        }
    }
    mixes
}

fn element(group: &Market, mixes: &[StageMix], average: &Composition, member: usize, id: MaterialId) -> Market {
    let scale = |datum: &Datum, part: f64| Datum {
        value: datum.value * part,
        prior: datum.prior.map(|prior| prior * part),
        spread: datum.spread.map(|spread| spread * part),
        basis: format!("{}, times the element's share of the rare earths there", datum.basis),
    };
    let stage = |(balance, mix): (&StageBalance, &StageMix)| {
        let node = |node: &Node| {
            let (made, supply) = (mix.made[&node.country][member], mix.supply[&node.country][member]);
            let part = |item: Item, value: f64| match item {
                Item::Output | Item::Secondary | Item::Unexplained => made,
                Item::StockDraw if value > 0.0 => made,
                Item::StockDraw | Item::Feed | Item::Use => supply,
            };
            let items = node.items.iter().map(|(item, datum)| (*item, scale(datum, part(*item, datum.value)))).collect();
            Node { country: node.country, items }
        };
        let flow = |flow: &Flow| Flow { datum: scale(&flow.datum, mix.supply[&flow.exporter][member]), ..flow.clone() };
        StageBalance {
            stage: balance.stage,
            nodes: balance.nodes.iter().map(node).collect(),
            flows: balance.flows.iter().map(flow).collect(),
            unassigned: balance.unassigned * average[member],
            includes_scrap: balance.includes_scrap,
            // trade of single elements is never observed
            quality: Quality { grade: Grade::D, us_use_ratio: None, ..balance.quality.clone() },
        }
    };
    Market {
        material: id,
        stages: group.stages.iter().zip(mixes).map(stage).collect(),
        recovery: group.recovery,
        magnet_yield: None,
    }
}
