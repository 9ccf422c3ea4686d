//! What is written down of a year.

use adit_solver::market::Response;
use adit_vocab::baseline::{Datum, Flow, Item, Node, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::pathway::{Cash, Pathway, PlantPath, Year};

use super::sites::Slot;
use super::{Years, supplier};
use crate::world::{Way, World};

/// Output of each node at rest, as its publisher counts it.
pub(super) fn output_at_rest(world: &World, stages: &[&StageBalance]) -> Vec<f64> {
    let of = |place: &crate::world::Place| {
        let balance = stages.iter().find(|balance| balance.stage == place.stage)?;
        Some(balance.counted_output(balance.node(place.country)?))
    };
    world.places.iter().map(|place| if place.gate { 0.0 } else { of(place).unwrap_or(0.0) }).collect()
}

/// A pathway without years.
pub(super) fn begin(years: &Years) -> Pathway {
    let plants = years.plants.iter().map(|plant| PlantPath {
        project: plant.project,
        stage: plant.stage,
        country: plant.country,
        tonnes: plant.tonnes,
        decided: None,
        first_output: None,
        dropped: None,
        output: Vec::new(),
    });
    Pathway {
        stages: years.stages.iter().map(|balance| balance.stage).collect(),
        priced: years.world.priced,
        years: Vec::new(),
        plants: plants.collect(),
    }
}

/// Adds the year just taken.
pub(super) fn write(years: &Years, pathway: &mut Pathway, made: &[f64], cash: Vec<Cash>) {
    let start = &years.start;
    let growth = start.growth.at(f64::from(years.year));
    let output = output(years, false);
    let mut sums = vec![(0.0, 0.0); years.stages.len()];
    for ((place, tonnes), &stage) in years.world.places.iter().zip(&output).zip(&years.ledger.stage) {
        sums[stage].0 += if place.country == start.supplier { *tonnes } else { 0.0 };
        sums[stage].1 += tonnes;
    }
    let shares = sums.iter().zip(&years.stages).map(|((own, all), balance)| {
        let all = all + balance.unassigned;
        (all > 0.0).then(|| own / all)
    });
    let forgone = if supplier::floods(start.package.behaviour, years.year) {
        // what it sells at the last stage: ore that it refines itself is no sale
        let last = years.flood.iter().filter(|&&(node, _, _)| years.world.places[node].stage == years.world.last);
        last.map(|&(node, _, _)| growth * output[node] * (years.world.prices[node] - years.prices[node]).max(0.0)).sum()
    } else {
        0.0
    };
    pathway.years.push(Year {
        year: years.year,
        growth,
        outside: mean_price(years, &years.ledger.users[0]),
        inside: mean_price(years, &years.ledger.users[1]),
        shares: shares.collect(),
        cash,
        forgone,
    });
    for (path, made) in pathway.plants.iter_mut().zip(made) {
        path.output.push(*made);
    }
}

/// What became of the plants; those that nobody began are left out.
pub(super) fn finish(years: &Years, pathway: &mut Pathway) {
    for (path, plant) in pathway.plants.iter_mut().zip(&years.plants) {
        (path.decided, path.first_output, path.dropped) = (plant.decided, plant.first_output, plant.dropped);
    }
    let mut begun = years.plants.iter().map(|plant| plant.since < f64::INFINITY);
    pathway.plants.retain(|_| begun.next().unwrap_or(false));
}

/// What is looked up every year, found once.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    /// By node: position of its stage.
    stage: Vec<usize>,
    /// By node: output without a recorded feed, over the trend.
    unexplained: Vec<f64>,
    /// By stage: true if its output counts scrap.
    includes_scrap: Vec<bool>,
    /// Nodes outside the feared supplier and inside it, by stage, with what they need in the base year.
    needs: [Vec<Vec<(usize, f64)>>; 2],
    /// Users at the last stage outside and inside, with their use in the base year.
    users: [Vec<(usize, f64)>; 2],
    /// Base price by stage.
    pub price: Vec<f64>,
}

impl Ledger {
    pub fn new(world: &World, stages: &[&StageBalance], supplier: CountryId) -> Ledger {
        let mut ledger = Ledger {
            includes_scrap: stages.iter().map(|balance| balance.includes_scrap).collect(),
            needs: [vec![Vec::new(); stages.len()], vec![Vec::new(); stages.len()]],
            price: vec![1.0; stages.len()],
            ..Ledger::default()
        };
        for (node, place) in world.places.iter().enumerate() {
            let stage = stages.iter().position(|balance| balance.stage == place.stage).unwrap_or(0);
            let known = stages[stage].node(place.country).filter(|_| !place.gate);
            ledger.stage.push(stage);
            // what nobody can say what it was made of is made all the same
            ledger.unexplained.push(known.map_or(0.0, |known| known.tonnes(Item::Unexplained)));
            ledger.price[stage] = world.prices[node];
            let side = usize::from(place.country == supplier);
            if let Some(known) = known {
                let need = known.tonnes(Item::Use).max(0.0) + known.tonnes(Item::Feed).max(0.0);
                ledger.needs[side][stage].push((node, need));
            }
            if place.stage == world.last
                && let Some(Response::Demand { curve, .. }) =
                    world.roles[node].demand.map(|at| world.network.nodes[node].responses[at])
            {
                ledger.users[side].push((node, curve.quantity));
            }
        }
        ledger
    }
}

/// Prices of all stages that are expected outside the feared supplier and inside it, by use and feed in the base year; the base
/// price where nobody needs any.
pub(super) fn expected(years: &Years) -> [Vec<f64>; 2] {
    let ledger = &years.ledger;
    let of = |needs: &Vec<(usize, f64)>, price: f64| {
        let (sum, weight) = needs
            .iter()
            .fold((0.0, 0.0), |(sum, weight), &(node, need)| (sum + need * years.state.nodes[node].expected, weight + need));
        if weight > 0.0 { price * f64::exp(sum / weight) } else { price }
    };
    [0, 1].map(|side: usize| ledger.needs[side].iter().zip(&ledger.price).map(|(needs, &price)| of(needs, price)).collect())
}

/// Output of each node in the year just taken, over the trend: as its publisher counts it, or `all` of it.
fn output(years: &Years, all: bool) -> Vec<f64> {
    let (world, prices, ledger) = (&years.world, &years.prices, &years.ledger);
    let mut output = ledger.unexplained.clone();
    for (i, (roles, node)) in world.roles.iter().zip(&years.network.nodes).enumerate() {
        let of = |at: usize| node.responses[at].value(prices[i]);
        let secondary = roles.secondary.filter(|_| all || ledger.includes_scrap[ledger.stage[i]]);
        output[i] += roles.primary.map_or(0.0, of) + secondary.map_or(0.0, of);
    }
    let made = world.ways.iter().zip(&years.network.arcs).filter(|(way, _)| matches!(way, Way::Refinery | Way::Plant));
    for (_, arc) in made {
        output[arc.head] += arc.gain * arc.flow(prices[arc.tail], prices[arc.head]);
    }
    for (plant, tonnes) in years.online.iter().enumerate() {
        if let Slot::Response { node, at } = years.sites.slot(plant)
            && *tonnes > 0.0
        {
            output[node] += years.network.nodes[node].responses[at].value(prices[node]);
        }
    }
    for &(node, at, _) in &years.flood {
        output[node] += years.network.nodes[node].responses[at].value(prices[node]);
    }
    output.iter_mut().for_each(|tonnes| *tonnes = tonnes.max(0.0));
    output
}

/// Mean price of some users, in base prices, by their use in the base year; `None` without any.
fn mean_price(years: &Years, users: &[(usize, f64)]) -> Option<f64> {
    let (sum, weight) = users.iter().fold((0.0, 0.0), |(sum, weight), &(node, used)| {
        (sum + used * years.prices[node] / years.world.prices[node], weight + used)
    });
    (weight > 0.0).then(|| sum / weight)
}

/// The stages of the year just taken as balances, over the trend: output and trade, to follow where a tonne was made. What a
/// control lets out is trade of its country.
pub(super) fn balances(years: &Years) -> Vec<StageBalance> {
    let (world, prices) = (&years.world, &years.prices);
    // an origin is one whether made of ore or of scrap
    let output = output(years, true);
    let datum = |value: f64| Datum { value, ..Datum::default() };
    let mut found: Vec<StageBalance> = Vec::with_capacity(years.stages.len());
    for (stage, known) in years.stages.iter().enumerate() {
        let here = |node: usize| years.ledger.stage[node] == stage && !world.places[node].gate;
        let mut nodes: Vec<Node> = (0..output.len())
            .filter(|&node| here(node))
            .map(|node| {
                let drawn = known.node(world.places[node].country).map_or(0.0, |known| known.tonnes(Item::StockDraw).max(0.0));
                let items = vec![(Item::Output, datum(output[node])), (Item::StockDraw, datum(drawn))];
                Node { country: world.places[node].country, items }
            })
            .collect();
        nodes.sort_by_key(|node| node.country);
        let trade = world.ways.iter().zip(&years.network.arcs).filter(|(way, _)| **way == Way::Trade);
        let mut flows: Vec<Flow> = trade
            .filter(|(_, arc)| years.ledger.stage[arc.tail] == stage)
            .map(|(_, arc)| Flow {
                exporter: world.places[arc.tail].country,
                importer: world.places[arc.head].country,
                datum: datum(arc.flow(prices[arc.tail], prices[arc.head])),
            })
            .filter(|flow| flow.datum.value > 0.0)
            .collect();
        flows.sort_by_key(|flow| (flow.exporter, flow.importer));
        found.push(StageBalance {
            stage: known.stage,
            nodes,
            flows,
            unassigned: known.unassigned,
            includes_scrap: known.includes_scrap,
            quality: known.quality.clone(),
        });
    }
    found
}
