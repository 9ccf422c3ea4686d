//! Times of clearing the markets that ship, one thread: `cargo bench -p adit-model --bench screen`.
//!
//! One stage with straight responses against a general solver (Clarabel, default tolerances) that has each problem posed and
//! set up beforehand, so that its time is that of the iterations alone; two stages with the responses of the product. A stop
//! bans the exports of one supplier; the engine starts from the prices at rest, its structure is prepared beforehand as well.
#![allow(clippy::print_stdout)]

#[path = "../../solver/tests/common/mod.rs"]
#[allow(dead_code, reason = "the solver's own tests use more of it")]
mod common;
#[path = "../tests/real/mod.rs"]
#[allow(dead_code, reason = "the comparison uses more of it")]
mod real;

use std::time::Instant;

use adit_solver::market::{Network, Settings, Solver, Status};
use clarabel::solver::{DefaultSettings, IPSolver};
use common::Oracle;

/// Each problem is solved so often in a row; its time is the mean.
const REPEATS: u32 = 50;
/// Least ratio to the general solver.
const RATIO: f64 = 200.0;
/// Longest median of a two-stage clearing, in microseconds.
const TWO_STAGES: f64 = 200.0;

fn main() {
    let stops = real::all();
    let (mut engine, mut general, mut two) = (Vec::new(), Vec::new(), Vec::new());
    let (mut nodes, mut arcs) = (0, 0);
    for stop in &stops {
        if stop.stages == 1 {
            let (network, prices) = stop.straight();
            nodes += network.nodes.len();
            arcs += network.arcs.len();
            engine.push(time(&network, &prices));
            let oracle = Oracle::new(&network);
            let mut solver = oracle.solver(DefaultSettings { verbose: false, ..DefaultSettings::default() });
            let start = Instant::now();
            solver.solve();
            general.push(start.elapsed().as_secs_f64() * 1e6);
        } else {
            let (network, prices) = stop.curved();
            two.push(time(&network, &prices));
        }
    }
    let count = engine.len();
    println!("one stage, straight responses: {count} stops, {} nodes and {} arcs on average", nodes / count, arcs / count);
    let (ours, theirs): (f64, f64) = (engine.iter().sum(), general.iter().sum());
    println!("  all together: engine {:.1} ms, Clarabel {:.1} ms, ratio {:.0}", ours / 1e3, theirs / 1e3, theirs / ours);
    let mut ratios: Vec<f64> = engine.iter().zip(&general).map(|(ours, theirs)| theirs / ours).collect();
    println!("  median of the single ratios {:.0}", median(&mut ratios));
    said(theirs / ours >= RATIO, &format!("at least {RATIO} times as fast"));
    let middle = median(&mut two);
    println!("two stages, responses of the product: {} stops, median {middle:.0} microseconds", two.len());
    said(middle <= TWO_STAGES, &format!("median below {TWO_STAGES} microseconds"));
}

fn time(network: &Network, at_rest: &[f64]) -> f64 {
    let mut solver = Solver::new(network);
    let mut prices = at_rest.to_vec();
    let start = Instant::now();
    for _ in 0..REPEATS {
        prices.copy_from_slice(at_rest);
        let (status, _) = solver.solve(network, &mut prices, &Settings::default());
        assert_eq!(status, Status::Solved);
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(REPEATS)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

fn said(met: bool, target: &str) {
    println!("  target {}: {target}", if met { "met" } else { "MISSED" });
}
