//! The engine and the general solver on one network.

use adit_solver::market::{Network, Node, Settings, Solver, Status};
use clarabel::solver::{DefaultSettings, IPSolver};

use super::Oracle;

/// True if prices agree. False if they do not and the engine clears a thousand times better than the oracle, whose own
/// tolerance is one of the whole problem: nodes with little trade may be left open. Anything else fails.
pub fn agree(network: &Network, mut prices: Vec<f64>, name: &str) -> bool {
    let (status, _) = Solver::new(network).solve(network, &mut prices, &Settings::default());
    assert_eq!(status, Status::Solved, "{name}");
    let tight = DefaultSettings {
        verbose: false,
        max_iter: 200,
        tol_gap_abs: 1e-12,
        tol_gap_rel: 1e-12,
        tol_feas: 1e-12,
        ..DefaultSettings::default()
    };
    let oracle = Oracle::new(network);
    let mut solver = oracle.solver(tight);
    solver.solve();
    let theirs = oracle.prices(&solver);
    let (node, gap) = largest_gap(&prices, &theirs);
    if gap >= NEAR {
        let (ours_open, theirs_open) = (largest_imbalance(network, &prices), largest_imbalance(network, &theirs));
        println!(
            "{name}, node {node}: {gap:.1e} apart; left open {ours_open:.1e} by the engine, {theirs_open:.1e} by the oracle"
        );
        assert!(ours_open < 1e-3 * theirs_open, "{name}, node {node}: {} against {}", prices[node], theirs[node]);
    }
    gap < NEAR
}

/// Relative difference of prices that counts as none.
const NEAR: f64 = 1e-6;

/// The node whose prices differ most, in parts of the second.
fn largest_gap(found: &[f64], expected: &[f64]) -> (usize, f64) {
    let gaps = found.iter().zip(expected).map(|(found, expected)| ((found - expected) / expected).abs());
    gaps.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).expect("a network has nodes")
}

/// Largest imbalance of a node, in units of flow, summed here arc by arc.
fn largest_imbalance(network: &Network, prices: &[f64]) -> f64 {
    let values = |(node, &price): (&Node, &f64)| node.responses.iter().map(|response| response.value(price)).sum();
    let mut net: Vec<f64> = network.nodes.iter().zip(prices).map(values).collect();
    for arc in &network.arcs {
        let flow = arc.flow(prices[arc.tail], prices[arc.head]);
        net[arc.tail] -= flow;
        net[arc.head] += arc.gain * flow;
    }
    net.into_iter().fold(0.0, |most, net| most.max(net.abs()))
}
