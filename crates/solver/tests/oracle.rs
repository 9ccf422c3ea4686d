//! The engine against a general solver, on networks with linear responses.
#![allow(clippy::print_stdout, reason = "a long comparison says where the oracle is not that good")]

mod common;
#[path = "common/compare.rs"]
mod compare;

use adit_solver::market::{Arc, Network, Node, Response};
use common::{Numbers, Oracle, trade_network};
use compare::agree;

/// Networks compared in `cargo test`; `ORACLE=all` compares a hundred times as many.
const SAMPLE: u64 = 12;

#[test]
fn prices_and_flows_agree_with_a_quadratic_programme() {
    let count = if std::env::var("ORACLE").is_ok_and(|value| value == "all") { 100 * SAMPLE } else { SAMPLE };
    let mut explained = 0;
    for seed in 0..count {
        let size = 20 + (seed as usize % 5) * 10;
        explained += usize::from(!agree(&linear_network(size, 200, seed), vec![1000.0; size], &format!("seed {seed}")));
        let (mut network, prices) = trade_network(size, 3 * size, seed);
        let exporter = seed as usize % 4;
        network.arcs.iter_mut().filter(|arc| arc.tail == exporter).for_each(|arc| arc.upper = 0.0);
        explained += usize::from(!agree(&network, prices, &format!("seed {seed}, traded")));
    }
    println!("{} networks; {explained} differ by what the oracle leaves open", 2 * count);
    assert!(explained as u64 <= 2 * count / 100, "the oracle is good but for one network in a hundred");
}

/// A one-stage trade network with linear responses: `size` countries, `arcs` connections, some bans and quotas.
fn linear_network(size: usize, arcs: usize, seed: u64) -> Network {
    let mut numbers = Numbers(seed);
    let price = 1000.0;
    let nodes = (0..size)
        .map(|_| {
            let (supply, demand) = (numbers.between(1.0, 1e5), numbers.between(1.0, 1e5));
            // net supply supply * (1 + e (p/P - 1)) - demand * (1 - eta (p/P - 1))
            let slope = (0.2 * supply + 0.4 * demand) / price;
            Node {
                reference_price: price,
                responses: vec![Response::Linear { intercept: supply - demand - slope * price, slope }],
            }
        })
        .collect();
    let mut network = Network { nodes, arcs: Vec::new() };
    while network.arcs.len() < arcs {
        let pick = |number: f64| ((number * size as f64) as usize).min(size - 1);
        let (tail, head) = (pick(numbers.next()), pick(numbers.next()));
        if tail == head {
            continue;
        }
        let reference = numbers.between(1.0, 1e4);
        let mut arc = Arc::trade(tail, head, price * 0.2 * (numbers.next() - 0.2), 0.2 * price / reference);
        if numbers.next() < 0.05 {
            arc.upper = 0.0;
        } else if numbers.next() < 0.05 {
            arc.upper = 0.5 * reference;
        }
        network.arcs.push(arc);
    }
    network
}
