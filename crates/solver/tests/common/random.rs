//! Random networks.

use adit_solver::market::{Arc, ArcKind, Iso, Network, Node, PriceFloor, Response};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};

fn quantity() -> impl Strategy<Value = f64> {
    (-6.0..6.0f64).prop_map(|exponent| 10f64.powf(exponent))
}

fn response(price: f64) -> impl Strategy<Value = Response> {
    let curve = || (quantity(), 0.02..1.5f64).prop_map(move |(quantity, elasticity)| Iso { quantity, price, elasticity });
    let supply = (curve(), prop_oneof![Just(f64::INFINITY), 0.5..2.0f64], 0.0..0.9f64, any::<bool>()).prop_map(
        move |(curve, room, shut, floor)| Response::Supply {
            curve,
            capacity: room * curve.quantity,
            shut_down: shut * price,
            floor: floor.then_some(PriceFloor { floor: 0.8 * price, returned: 0.3 }),
        },
    );
    let demand = (curve(), 2.0..40.0f64).prop_map(move |(curve, choke)| Response::Demand { curve, choke: choke * price });
    let stock = (quantity(), 0.5..2.0f64).prop_map(move |(held, at)| Response::Stock {
        price: at * price,
        slope: held / price,
        lower: 0.0,
        upper: held,
    });
    let shape = (curve(), 2.0..40.0f64, 0.0..2.0f64, 0.05..1.0f64, 0.0..0.6f64);
    let holding = shape.prop_map(move |(wanted, choke, filled, pace, part)| {
        let held = filled * wanted.quantity;
        Response::Holding { wanted, choke: choke * price, held, pace, most: part * held }
    });
    prop_oneof![3 => supply, 3 => demand, 1 => stock, 1 => holding]
}

pub fn network() -> impl Strategy<Value = Network> {
    let price = 100.0;
    let node = vec(response(price), 0..3).prop_map(move |mut responses| {
        responses.push(Response::Disposal { slope: 1e6 });
        Node { reference_price: price, responses }
    });
    vec(node, 1..18).prop_flat_map(move |nodes| {
        let size = nodes.len();
        let arc = (
            0..size,
            0..size,
            0.1..1.0f64,
            any::<bool>(),
            0.0..30.0f64,
            quantity(),
            prop_oneof![Just(f64::INFINITY), Just(0.0), quantity()],
        );
        vec(arc, 0..50).prop_map(move |arcs| {
            let arcs = arcs
                .into_iter()
                .filter(|(tail, head, ..)| tail != head)
                .map(|(tail, head, gain, refines, cost, size, upper)| Arc {
                    gain: if refines { gain } else { 1.0 },
                    upper,
                    ..Arc::trade(tail, head, cost, 0.2 * price / size)
                })
                .collect();
            Network { nodes: nodes.clone(), arcs }
        })
    })
}

/// Some nodes have a line and nothing that bends; it may take ten thousand reference prices to change what they want.
pub fn partly_straight_network() -> impl Strategy<Value = Network> {
    let line = (any::<bool>(), any::<bool>(), quantity(), -4.0..0.0f64);
    (network(), vec(line, 18)).prop_map(|(mut network, lines)| {
        for (node, (straight, sells, quantity, steep)) in network.nodes.iter_mut().zip(lines) {
            if straight {
                let slope = 10f64.powf(steep) * quantity / node.reference_price;
                let intercept = if sells { quantity } else { -quantity };
                node.responses = vec![Response::Constant(-0.5 * intercept), Response::Linear { intercept, slope }];
            }
        }
        network
    })
}

pub fn guarded_network() -> impl Strategy<Value = Network> {
    (network(), vec((any::<bool>(), 0.0..20.0f64, 60.0..160.0f64), 50)).prop_map(|(mut network, guards)| {
        for (arc, (guarded, physical, reference)) in network.arcs.iter_mut().zip(guards) {
            arc.gain = 1.0;
            if guarded {
                arc.kind = ArcKind::ReferencePrice { physical, reference };
            }
        }
        network
    })
}
