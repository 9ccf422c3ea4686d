//! Who gains and who loses in a period, in money, against the market at rest: exact integrals of the responses.

use adit_solver::market::Network;
use adit_vocab::country::CountryId;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::trajectory::Account;

use crate::world::{Way, World};

/// Adds the account of a period to each country's. `accounts` is by position in `Countries` and long enough; only countries that
/// `counts` says are filled.
pub fn add(
    accounts: &mut [Account],
    world: &World,
    network: &Network,
    prices: &[f64],
    shocks: &[Shock],
    counts: impl Fn(CountryId) -> bool,
) {
    for (node, (place, roles)) in world.places.iter().zip(&world.roles).enumerate() {
        if !counts(place.country) {
            continue;
        }
        let account = &mut accounts[place.country.index()];
        let (rest, price) = (world.prices[node], prices[node]);
        let surplus = |at: Option<usize>| at.and_then(|at| network.nodes[node].responses[at].surplus(rest, price)).unwrap_or(0.0);
        account.users += surplus(roles.demand);
        account.producers += surplus(roles.primary) + surplus(roles.secondary);
        // what is sold above the base price, and what is bought above it the other way round
        for at in [roles.holding, roles.reserve].into_iter().flatten() {
            account.holders += network.nodes[node].responses[at].value(price) * (price - rest);
        }
    }
    for (way, arc) in world.ways.iter().zip(&network.arcs) {
        let (tail, head) = (world.places[arc.tail].country, world.places[arc.head].country);
        if !counts(tail) && !counts(head) {
            continue;
        }
        let now = (prices[arc.tail], prices[arc.head]);
        match way {
            Way::Gate if counts(tail) => accounts[tail.index()].rent += arc.flow(now.0, now.1) * (now.1 - now.0).max(0.0),
            Way::Refinery if counts(head) => {
                accounts[head.index()].producers += arc.surplus((world.prices[arc.tail], world.prices[arc.head]), now);
            }
            Way::Trade => {
                let stage = world.places[arc.tail].stage;
                for shock in shocks {
                    let (rate, by) = match shock.measure {
                        Measure::Tariff { rate } if shock.by == head && shock.at(stage) && shock.meets(tail) => (rate, head),
                        Measure::ExportTax { rate } if shock.by == tail && shock.at(stage) && shock.meets(head) => (rate, tail),
                        _ => continue,
                    };
                    if counts(by) {
                        accounts[by.index()].revenue += rate * world.prices[arc.tail] * arc.flow(now.0, now.1);
                    }
                }
            }
            _ => {}
        }
    }
}

/// How a party, the countries that count, imports and exports; trade among its members is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imports {
    /// Nodes of its members.
    nodes: Vec<usize>,
    /// Arcs between it and others: position, which of the nodes, and 1 for an import or -1 for an export.
    arcs: Vec<(usize, usize, f64)>,
}

impl Imports {
    /// Finds them. Exports by way of a gate are those of the gate's country.
    pub fn new(world: &World, counts: impl Fn(CountryId) -> bool) -> Imports {
        let inside = |node: usize| counts(world.places[node].country);
        let mut nodes: Vec<usize> = (0..world.places.len()).filter(|&node| !world.places[node].gate && inside(node)).collect();
        nodes.sort_by_key(|&node| (world.places[node].stage, world.places[node].country));
        let place = |node: usize| {
            let key = (world.places[node].stage, world.places[node].country);
            nodes.binary_search_by_key(&key, |&known| (world.places[known].stage, world.places[known].country)).ok()
        };
        let trade = world.ways.iter().zip(&world.network.arcs).enumerate().filter(|(_, (way, _))| **way == Way::Trade);
        let arcs = trade
            .filter_map(|(k, (_, arc))| match (inside(arc.head), inside(arc.tail)) {
                (true, false) => Some((k, place(arc.head)?, 1.0)),
                (false, true) => Some((k, place(arc.tail)?, -1.0)),
                _ => None,
            })
            .collect();
        Imports { nodes, arcs }
    }

    /// What the party pays on its imports beyond the base prices, money: over its members and all stages, net imports times the
    /// rise of the price.
    pub fn bill(&self, world: &World, network: &Network, prices: &[f64]) -> f64 {
        let mut net = vec![0.0; self.nodes.len()];
        for &(k, place, sign) in &self.arcs {
            let arc = &network.arcs[k];
            net[place] += sign * arc.flow(prices[arc.tail], prices[arc.head]);
        }
        let bill = |(net, &node): (&f64, &usize)| net.max(0.0) * (prices[node] - world.prices[node]);
        net.iter().zip(&self.nodes).map(bill).sum()
    }
}
