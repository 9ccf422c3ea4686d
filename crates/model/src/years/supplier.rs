//! What the feared supplier does: it stays passive, it floods, it restricts its exports, or it ends them.
//!
//! A flood is output that is sold at a price below the base price, whatever it costs: at every stage a part of the supplier's
//! output on top, from capacity and stocks that lie idle in the base year; what they hold is not followed.

use adit_solver::market::{Network, Response};
use adit_vocab::country::CountryId;
use adit_vocab::policy::Behaviour;
use adit_vocab::scenario::Shock;
use adit_vocab::years::YearValues;

use crate::policy::control::held;
use crate::world::World;

/// All of a flood is sold between its price and this part above it.
const SOLD_OVER: f64 = 0.05;

/// The place for a flood at each node of the supplier: node, position of the response, output of the base year.
pub(super) fn add(world: &mut World, supplier: CountryId, output: &[f64]) -> Vec<(usize, usize, f64)> {
    let nodes: Vec<usize> =
        (0..output.len()).filter(|&node| world.places[node].country == supplier && output[node] > 0.0).collect();
    let mut found = Vec::with_capacity(nodes.len());
    for node in nodes {
        let responses = &mut world.network.nodes[node].responses;
        responses.push(Response::Constant(0.0));
        found.push((node, responses.len() - 1, output[node]));
    }
    found
}

/// True in a year of a flood.
pub(super) fn floods(behaviour: Behaviour, year: i32) -> bool {
    matches!(behaviour, Behaviour::Flood { from, until } if (from..=until).contains(&year))
}

/// What it does to its exports in a year.
pub(super) fn control(behaviour: Behaviour, supplier: CountryId, year: i32) -> Option<Shock> {
    match behaviour {
        Behaviour::CutOff { from } if year >= from => Some(ban(supplier)),
        Behaviour::Restrict { from, until, share } if (from..=until).contains(&year) => {
            Some(held(supplier, share, None, Vec::new()))
        }
        _ => None,
    }
}

/// Puts the flood into a year's network.
pub(super) fn flood(places: &[(usize, usize, f64)], values: &YearValues, network: &mut Network) {
    for &(node, at, output) in places {
        let price = network.nodes[node].reference_price;
        let upper = values.flood_volume * output;
        let slope = upper / (SOLD_OVER * price);
        network.nodes[node].responses[at] = Response::Stock { price: values.flood_price * price, slope, lower: 0.0, upper };
    }
}

/// The end of exports at all stages.
pub(super) fn ban(supplier: CountryId) -> Shock {
    held(supplier, 0.0, None, Vec::new())
}
