//! Who gains and who loses in a period, in money, against the market at rest: exact integrals of the responses.

use std::collections::BTreeMap;

use adit_solver::market::Network;
use adit_vocab::country::CountryId;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
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

/// Arcs by which a party, the countries that count, imports or exports: trade among its members is left out.
pub fn trade_of(world: &World, counts: impl Fn(CountryId) -> bool) -> Vec<usize> {
    let inside = |node: usize| counts(world.places[node].country);
    let trade = world.ways.iter().zip(&world.network.arcs).enumerate().filter(|(_, (way, _))| **way == Way::Trade);
    trade.filter(|(_, (_, arc))| inside(arc.head) != inside(arc.tail)).map(|(place, _)| place).collect()
}

/// What a party pays on its imports beyond the base prices, money: over its members and all stages, net imports by the arcs that
/// [`trade_of`] has found times the rise of the price.
pub fn import_bill(world: &World, network: &Network, prices: &[f64], trade: &[usize], counts: impl Fn(CountryId) -> bool) -> f64 {
    // exports may leave by way of a gate, whose country's node is what counts
    let mut net: BTreeMap<(Stage, CountryId), f64> = BTreeMap::new();
    let mut nodes: BTreeMap<(Stage, CountryId), usize> = BTreeMap::new();
    for arc in trade.iter().map(|&place| &network.arcs[place]) {
        let flow = arc.flow(prices[arc.tail], prices[arc.head]);
        for (node, sign) in [(arc.head, 1.0), (arc.tail, -1.0)] {
            let place = world.places[node];
            if counts(place.country) {
                *net.entry((place.stage, place.country)).or_insert(0.0) += sign * flow;
                if !place.gate {
                    nodes.insert((place.stage, place.country), node);
                }
            }
        }
    }
    let bill = |(place, net): (&(Stage, CountryId), &f64)| {
        nodes.get(place).map_or(0.0, |&node| net.max(0.0) * (prices[node] - world.prices[node]))
    };
    net.iter().map(bill).sum()
}
