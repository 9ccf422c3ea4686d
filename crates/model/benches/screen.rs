//! Times of clearing the markets that ship, one thread: `cargo bench -p adit-model --bench screen`.
//!
//! One stage with straight responses against a general solver (Clarabel, default tolerances) that has each problem posed and
//! set up beforehand without the arcs that are shut, so that its time is that of the iterations alone; two stages with the
//! responses of the product. A stop bans the exports of one supplier; the engine starts from the prices at rest, its structure
//! is prepared beforehand as well, and nothing is kept from one solve to the next. Two nodes in three have no arc: the engine
//! sees by itself that they clear; how fast the general solver would be if they were taken out of its problem is said as well.
//! Times of both are the least of several, as the machine may be busy.
#![allow(clippy::print_stdout)]

#[path = "../../solver/tests/common/mod.rs"]
#[allow(dead_code, reason = "the solver's own tests use more of it")]
mod common;
#[path = "../tests/real/mod.rs"]
#[allow(dead_code, reason = "the comparison uses more of it")]
mod real;

use std::time::Instant;

use adit_solver::market::{Arc, Network, Settings, Solver, Status};
use clarabel::solver::{DefaultSettings, IPSolver};
use common::Oracle;

/// The engine's time is the least mean of so many rows of so many solves; the general solver's the least of a few solves.
const ROWS: usize = 10;
const IN_A_ROW: u32 = 10;
const GENERAL: usize = 3;
/// Least ratio to the general solver.
const RATIO: f64 = 200.0;
/// Longest median of a two-stage clearing, in microseconds.
const TWO_STAGES: f64 = 200.0;

fn main() {
    let stops = real::all();
    let (mut engine, mut general, mut joined, mut two) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut nodes, mut arcs, mut alone) = (0, 0, 0);
    let mut three = Vec::new();
    for stop in &stops {
        if stop.stages == 1 {
            let (network, prices) = stop.straight();
            let less = without_lonely(&network);
            nodes += network.nodes.len();
            arcs += network.arcs.len();
            alone += network.nodes.len() - less.nodes.len();
            engine.push(time(&network, &prices));
            general.push(time_of_general(&network));
            joined.push(time_of_general(&less));
        } else {
            let (network, prices) = stop.curved();
            let times = if stop.stages == 2 { &mut two } else { &mut three };
            times.push(time(&network, &prices));
        }
    }
    let count = engine.len();
    println!(
        "one stage, straight responses: {count} stops, {} nodes, {} of them without an arc, and {} arcs on average",
        nodes / count,
        alone / count,
        arcs / count
    );
    let met = compare("Clarabel", &engine, &general);
    said(met, &format!("at least {RATIO} times as fast"));
    compare("Clarabel, nodes without an arc taken out beforehand", &engine, &joined);
    let middle = median(&mut two);
    println!("two stages, responses of the product: {} stops, median {middle:.0} microseconds", two.len());
    println!("three stages, likewise: {} stops, median {:.0} microseconds", three.len(), median(&mut three));
    said(middle <= TWO_STAGES, &format!("median below {TWO_STAGES} microseconds"));
}

/// Prints the sums and the median of the single ratios; true if the sums are as far apart as they should be.
fn compare(name: &str, engine: &[f64], general: &[f64]) -> bool {
    let (ours, theirs): (f64, f64) = (engine.iter().sum(), general.iter().sum());
    let mut ratios: Vec<f64> = engine.iter().zip(general).map(|(ours, theirs)| theirs / ours).collect();
    println!("  {name}: all together {:.1} ms, engine {:.2} ms, ratio {:.0}", theirs / 1e3, ours / 1e3, theirs / ours);
    println!(
        "    a solve {:.1} microseconds; median of the single ratios {:.0}",
        ours / engine.len() as f64,
        median(&mut ratios)
    );
    theirs / ours >= RATIO
}

fn time(network: &Network, at_rest: &[f64]) -> f64 {
    let mut solver = Solver::new(network);
    let mut prices = at_rest.to_vec();
    let mut row = || {
        let start = Instant::now();
        for _ in 0..IN_A_ROW {
            prices.copy_from_slice(at_rest);
            let (status, _) = solver.solve(network, &mut prices, &Settings::default());
            assert_eq!(status, Status::Solved);
        }
        start.elapsed().as_secs_f64() * 1e6 / f64::from(IN_A_ROW)
    };
    (0..ROWS).map(|_| row()).fold(f64::INFINITY, f64::min)
}

fn time_of_general(network: &Network) -> f64 {
    let mut network = network.clone();
    network.arcs.retain(|arc| arc.upper > arc.lower);
    let mut solver = Oracle::new(&network).solver(DefaultSettings { verbose: false, ..DefaultSettings::default() });
    let mut solve = || {
        let start = Instant::now();
        solver.solve();
        start.elapsed().as_secs_f64() * 1e6
    };
    (0..GENERAL).map(|_| solve()).fold(f64::INFINITY, f64::min)
}

/// The network without the nodes that no arc touches.
fn without_lonely(network: &Network) -> Network {
    let mut touched = vec![false; network.nodes.len()];
    network.arcs.iter().for_each(|arc| (touched[arc.tail], touched[arc.head]) = (true, true));
    let place = |node: usize| touched[..node].iter().filter(|touched| **touched).count();
    let arcs = network.arcs.iter().map(|arc| Arc { tail: place(arc.tail), head: place(arc.head), ..*arc });
    let nodes = network.nodes.iter().zip(&touched).filter(|(_, touched)| **touched).map(|(node, _)| node.clone());
    Network { nodes: nodes.collect(), arcs: arcs.collect() }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

fn said(met: bool, target: &str) {
    println!("  target {}: {target}", if met { "met" } else { "MISSED" });
}
