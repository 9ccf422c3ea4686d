//! Outage: mines or refineries of a country stand still in part; scrap goes on.

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
    for ((way, flow), arc) in world.ways.iter().zip(&world.flows).zip(&mut network.arcs) {
        let head = world.places[arc.head];
        if *way == Way::Refinery && head.country == shock.by && shock.at(head.stage) {
            arc.upper = arc.upper.min(left * flow);
        }
    }
}
