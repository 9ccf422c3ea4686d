//! Where plants stand: the nodes that new countries need, the trade relations that come with a plant, and the place of every
//! plant in the network.
//!
//! A plant brings its relations along: it can sell to everyone who needs its product in proportion to that need, and buys what
//! it is made of from everyone who makes it in proportion to their output. A relation is closed while nothing runs at its site
//! and grows with what runs there; at equal prices it carries that much, as the relations of the base year do.

use adit_solver::market::{Arc, Network, Response};
use adit_vocab::baseline::{Item, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::stage::Stage;

use crate::world::{Place, Way, World};

/// Partners below this part of a site's trade are left out.
const LEAST_PARTNER: f64 = 0.005;
/// A plant has all its output at its cost of running and is shut below this part of it.
const SHUT: f64 = 0.9;
/// Cost of running below which a plant would never close, in base prices.
const LEAST_COST: f64 = 1e-6;

/// How a plant stands in the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Slot {
    /// A response of a node.
    Response {
        /// The node.
        node: usize,
        /// Position among its responses.
        at: usize,
    },
    /// An arc from what it is made of to its product.
    Arc {
        /// Its position.
        arc: usize,
        /// Tonnes made of a tonne.
        gain: f64,
    },
}

/// A country and stage where plants stand or may stand.
#[derive(Clone, Debug, PartialEq)]
struct Site {
    stage: Stage,
    country: CountryId,
    /// Tonnes of the product for a tonne of what it is made of, if it stands behind another stage.
    gain: Option<f64>,
    /// Tonnes that may run there one day.
    planned: f64,
}

/// A trade relation that grows with a site.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Relation {
    arc: usize,
    site: usize,
    /// Tonnes of the relation for a tonne that runs at the site.
    size: f64,
}

/// All sites of a world.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sites {
    sites: Vec<Site>,
    relations: Vec<Relation>,
    /// By place in the list of plants.
    slots: Vec<Slot>,
    /// The site of each plant.
    of_plant: Vec<usize>,
}

impl Sites {
    /// Adds to a world at rest what the plants need. `planned` are place and tonnes of each plant, in its order; `gains` what a
    /// stage makes of the stage before.
    pub fn add(
        world: &mut World,
        stages: &[&StageBalance],
        gains: impl Fn(Stage) -> Option<(Stage, f64)>,
        planned: &[(Stage, CountryId, f64)],
        values: &Values,
    ) -> Sites {
        let mut sites: Vec<Site> = Vec::new();
        let mut of_plant = Vec::with_capacity(planned.len());
        for &(stage, country, tonnes) in planned {
            let place = sites.iter().position(|site| site.stage == stage && site.country == country).unwrap_or(sites.len());
            if place == sites.len() {
                sites.push(Site { stage, country, gain: gains(stage).map(|(_, gain)| gain), planned: 0.0 });
            }
            sites[place].planned += tonnes;
            of_plant.push(place);
        }
        for site in &sites {
            for stage in [Some(site.stage), gains(site.stage).map(|(before, _)| before)].into_iter().flatten() {
                if world.node(stage, site.country).is_none() {
                    world.add_empty_node(stage, site.country);
                }
            }
        }
        let mut found = Sites { sites, of_plant, ..Sites::default() };
        for balance in stages {
            found.add_relations(world, balance, &gains, values);
        }
        found.slots = planned.iter().filter_map(|&(stage, country, _)| slot(world, stage, country, gains(stage))).collect();
        found
    }

    /// Place of a plant in the network.
    pub fn slot(&self, plant: usize) -> Slot {
        self.slots[plant]
    }

    /// Opens the relations for what runs: tonnes of each plant, in trend units.
    pub fn open(&self, online: &[f64], values: &Values, network: &mut Network) {
        let mut running = vec![0.0; self.sites.len()];
        for (&site, &tonnes) in self.of_plant.iter().zip(online) {
            running[site] += tonnes;
        }
        for relation in &self.relations {
            let size = relation.size * running[relation.site];
            if size > 0.0 {
                let price = network.nodes[network.arcs[relation.arc].head].reference_price;
                let arc = &mut network.arcs[relation.arc];
                arc.upper = f64::INFINITY;
                arc.resistance = values.kappa * price / size;
            }
        }
    }

    /// Puts a running plant into the network: what it can make, in trend units, its cost of running, and what contracts add to
    /// a tonne.
    pub fn place(&self, plant: usize, tonnes: f64, opex: f64, adds: f64, network: &mut Network) {
        match self.slots[plant] {
            Slot::Response { node, at } => {
                let opex = opex.max(LEAST_COST * network.nodes[node].reference_price);
                let slope = tonnes / ((1.0 - SHUT) * opex);
                network.nodes[node].responses[at] =
                    Response::Stock { price: SHUT * opex - adds, slope, lower: 0.0, upper: tonnes };
            }
            Slot::Arc { arc, gain } => {
                let head = network.arcs[arc].head;
                let opex = gain * opex.max(LEAST_COST * network.nodes[head].reference_price);
                let arc = &mut network.arcs[arc];
                arc.upper = tonnes / gain;
                arc.cost = SHUT * opex - gain * adds;
                arc.resistance = (1.0 - SHUT) * opex / arc.upper;
            }
        }
    }

    /// What a plant makes at given prices, in trend units.
    pub fn output(&self, plant: usize, network: &Network, prices: &[f64]) -> f64 {
        match self.slots[plant] {
            Slot::Response { node, at } => network.nodes[node].responses[at].value(prices[node]),
            Slot::Arc { arc, gain } => {
                let arc = &network.arcs[arc];
                gain * arc.flow(prices[arc.tail], prices[arc.head])
            }
        }
    }

    /// The node where a plant sells.
    pub fn sells_at(&self, plant: usize, network: &Network) -> usize {
        match self.slots[plant] {
            Slot::Response { node, .. } => node,
            Slot::Arc { arc, .. } => network.arcs[arc].head,
        }
    }

    /// The node where a plant buys what it is made of.
    pub fn buys_at(&self, plant: usize, network: &Network) -> Option<(usize, f64)> {
        match self.slots[plant] {
            Slot::Response { .. } => None,
            Slot::Arc { arc, gain } => Some((network.arcs[arc].tail, gain)),
        }
    }

    /// Relations that leave the site of a plant, with their head.
    pub fn leaving(&self, plant: usize, network: &Network) -> Vec<(usize, usize)> {
        let from = self.sells_at(plant, network);
        let relations = self.relations.iter().map(|relation| relation.arc);
        relations.filter(|&arc| network.arcs[arc].tail == from).map(|arc| (arc, network.arcs[arc].head)).collect()
    }

    fn add_relations(
        &mut self,
        world: &mut World,
        balance: &StageBalance,
        gains: &impl Fn(Stage) -> Option<(Stage, f64)>,
        values: &Values,
    ) {
        let stage = balance.stage;
        let feeds = |site: &Site| site.gain.filter(|_| gains(site.stage).is_some_and(|(before, _)| before == stage));
        let countries: Vec<CountryId> = {
            let nodes = world.places.iter().filter(|place| place.stage == stage && !place.gate);
            nodes.map(|place| place.country).collect()
        };
        // what each country has to sell and needs, with what is planned
        let at = |country: CountryId, item| balance.node(country).map_or(0.0, |node| node.tonnes(item).max(0.0));
        let planned_here = |country: CountryId| {
            let here = self.sites.iter().filter(|site| site.stage == stage && site.country == country);
            here.map(|site| site.planned).sum::<f64>()
        };
        let planned_feed = |country: CountryId| {
            let fed = self.sites.iter().filter(|site| site.country == country);
            fed.filter_map(|site| Some(site.planned / feeds(site)?)).sum::<f64>()
        };
        let supply: Vec<f64> = countries.iter().map(|&country| at(country, Item::Output) + planned_here(country)).collect();
        let need: Vec<f64> =
            countries.iter().map(|&country| at(country, Item::Use) + at(country, Item::Feed) + planned_feed(country)).collect();
        let (all_supply, all_need) = (supply.iter().sum::<f64>(), need.iter().sum::<f64>());
        let mut added = Vec::new();
        // looked up once: there are many more pairs than places
        let doors: Vec<Option<(usize, usize)>> = countries
            .iter()
            .map(|&country| world.node(stage, country).map(|node| (node, world.gate(stage, country).unwrap_or(node))))
            .collect();
        for (place, site) in self.sites.iter().enumerate() {
            if site.stage != stage && feeds(site).is_none() {
                continue;
            }
            let Some(own) = world.node(stage, site.country) else { continue };
            let from = world.gate(stage, site.country).unwrap_or(own);
            for (i, _) in countries.iter().enumerate().filter(|(_, partner)| **partner != site.country) {
                let Some((other, others_gate)) = doors[i] else { continue };
                if site.stage == stage && need[i] > LEAST_PARTNER * all_need {
                    added.push((place, from, other, need[i] / all_need));
                }
                if let Some(gain) = feeds(site).filter(|_| supply[i] > LEAST_PARTNER * all_supply) {
                    added.push((place, others_gate, own, supply[i] / all_supply / gain));
                }
            }
        }
        for (site, tail, head, size) in added {
            let price = world.prices[head];
            let arc = Arc { upper: 0.0, ..Arc::trade(tail, head, -values.kappa * price, values.kappa * price / size) };
            self.relations.push(Relation { arc: world.network.arcs.len(), site, size });
            world.push_arc(arc, Way::Trade, 0.0);
        }
    }
}

/// Gives a plant its closed place in the network.
fn slot(world: &mut World, stage: Stage, country: CountryId, behind: Option<(Stage, f64)>) -> Option<Slot> {
    let node = world.places.iter().position(|place| *place == Place { stage, country, gate: false })?;
    let Some((before, gain)) = behind else {
        let responses = &mut world.network.nodes[node].responses;
        responses.push(Response::Constant(0.0));
        return Some(Slot::Response { node, at: responses.len() - 1 });
    };
    let tail = world.node(before, country)?;
    let arc = Arc { gain, upper: 0.0, ..Arc::trade(tail, node, 0.0, world.prices[node]) };
    world.push_arc(arc, Way::Plant, 0.0);
    Some(Slot::Arc { arc: world.network.arcs.len() - 1, gain })
}
