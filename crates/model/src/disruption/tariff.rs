//! Import tariff: a cost on relations into the importer, a part of the base price.

use adit_solver::market::Network;
use adit_vocab::scenario::{Measure, Shock};

use super::{Disruption, no_control};
use crate::world::{Way, World};

pub const DISRUPTION: Disruption =
    Disruption { id: "tariff", is: |measure| matches!(measure, Measure::Tariff { .. }), allows: no_control, change };

fn change(shock: &Shock, world: &World, network: &mut Network) {
    let Measure::Tariff { rate } = shock.measure else { return };
    for (way, arc) in world.ways.iter().zip(&mut network.arcs) {
        let (tail, head) = (world.places[arc.tail], world.places[arc.head]);
        if *way == Way::Trade && head.country == shock.by && shock.at(head.stage) && shock.meets(tail.country) {
            arc.cost += duty(rate, world, arc.tail);
        }
    }
}

/// Tariff on a tonne from a node, money: a part of the base price there.
pub(crate) fn duty(rate: f64, world: &World, tail: usize) -> f64 {
    rate * world.prices[tail]
}
