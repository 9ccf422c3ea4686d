//! Outage: mines or refineries of a country stand still in part. Output from scrap, and output without recorded feed, goes on.

use adit_solver::market::{Network, Response};
use adit_vocab::scenario::{Measure, Shock};

use super::{Disruption, no_control};
use crate::world::{Way, World};

pub const DISRUPTION: Disruption =
    Disruption { id: "outage", is: |measure| matches!(measure, Measure::Outage { .. }), allows: no_control, change };

fn change(shock: &Shock, world: &World, network: &mut Network) {
    let Measure::Outage { share } = shock.measure else { return };
    let left = 1.0 - share;
    for ((place, roles), node) in world.places.iter().zip(&world.roles).zip(&mut network.nodes) {
        if place.country != shock.by || !shock.at(place.stage) {
            continue;
        }
        if let Some(Response::Supply { curve, capacity, .. }) = roles.primary.map(|at| &mut node.responses[at]) {
            curve.quantity *= left;
            *capacity *= left;
        }
    }
    for (way, arc) in world.ways.iter().zip(&mut network.arcs) {
        let head = world.places[arc.head];
        if *way == Way::Refinery && head.country == shock.by && shock.at(head.stage) {
            // what the margin brought is brought in part, up to a part of the capacity
            arc.upper *= left;
            if left > 0.0 {
                arc.resistance /= left;
            }
        }
    }
}
