//! Export tax: a cost on every relation of the exporter, a part of the base price.

use adit_solver::market::Network;
use adit_vocab::scenario::{Measure, Shock};

use super::{Disruption, no_control};
use crate::world::{Way, World};

pub const DISRUPTION: Disruption =
    Disruption { id: "export-tax", is: |measure| matches!(measure, Measure::ExportTax { .. }), allows: no_control, change };

fn change(shock: &Shock, world: &World, network: &mut Network) {
    let Measure::ExportTax { rate } = shock.measure else { return };
    for (way, arc) in world.ways.iter().zip(&mut network.arcs) {
        let (tail, head) = (world.places[arc.tail], world.places[arc.head]);
        if *way == Way::Trade && tail.country == shock.by && shock.at(tail.stage) && shock.meets(head.country) {
            arc.cost += rate * world.prices[arc.tail];
        }
    }
}
