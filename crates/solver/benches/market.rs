//! Times of the engine, and of a general solver on the same problems: `cargo bench -p adit-solver --bench market`.
//!
//! One thread. A scenario bans the arcs of one exporter; the engine starts from the prices before the ban. The general
//! solver (Clarabel, default tolerances) has each scenario posed and set up beforehand without the banned arcs, so that
//! its time is that of the iterations alone.
#![allow(clippy::print_stdout)]

#[path = "../tests/common/mod.rs"]
mod common;

use adit_solver::market::{Arc, Iso, Network, Node, Response, Settings, Solver, Status};
use clarabel::solver::{DefaultSettings, IPSolver};
use common::{Numbers, Oracle, trade_network};
use std::time::Instant;

/// Each scenario is solved this often; its time is the least.
const REPEATS: usize = 5;
/// The engine solves a scenario as often in a row as takes so many microseconds, about one solve of the general solver: on a
/// busy machine a short measurement finds a quiet moment that a long one does not.
const BLOCK: f64 = 8e3;

/// Least ratio to the general solver on the linear one-stage problem.
const RATIO: f64 = 200.0;
/// Longest median of a two-stage clearing, in microseconds.
const TWO_STAGES: f64 = 200.0;

fn main() {
    println!("one stage, linear responses, at most 50 bans; times are medians in microseconds");
    println!(
        "{:>6} {:>6} {:>10} {:>10} {:>7} {:>10} {:>12}",
        "nodes", "arcs", "engine", "Clarabel", "ratio", "iterations", "price apart"
    );
    let mut least_ratio = f64::INFINITY;
    for (size, arcs) in [(30, 120), (180, 2450)] {
        let (network, base) = trade_network(size, arcs, 1);
        let (shocked, engine) = run(&bans(&network), &base);
        let (general, apart) = clarabel(&shocked);
        let (engine_median, general_median) = (median(engine.times), median(general));
        let ratio = general_median / engine_median;
        least_ratio = least_ratio.min(ratio);
        println!(
            "{size:>6} {arcs:>6} {engine_median:>10.1} {general_median:>10.1} {ratio:>7.0} {:>10.1} {apart:>12.1e}",
            engine.iterations
        );
    }
    verdict(least_ratio >= RATIO, &format!("at least {RATIO:.0} times as fast: {least_ratio:.0}"));

    println!("\ntwo stages, iso-elastic responses");
    println!("{:>6} {:>6} {:>10} {:>10}", "nodes", "arcs", "engine", "iterations");
    let mut longest: f64 = 0.0;
    for (miners, refiners, users) in [(20, 15, 45), (40, 30, 110)] {
        let (network, base) = two_stages(miners, refiners, users);
        let (_, engine) = run(&bans(&network), &base);
        let (nodes, arcs, time) = (network.nodes.len(), network.arcs.len(), median(engine.times));
        longest = longest.max(time);
        println!("{nodes:>6} {arcs:>6} {time:>10.1} {:>10.1}", engine.iterations);
    }
    verdict(longest < TWO_STAGES, &format!("two stages below {TWO_STAGES:.0} microseconds: {longest:.0}"));

    println!("\nscaling with size: one stage, 14 arcs a node");
    println!("{:>6} {:>6} {:>10} {:>10}", "nodes", "arcs", "engine", "iterations");
    for size in [50, 100, 200, 400, 700, 1000] {
        let (network, base) = trade_network(size, if size == 50 { 350 } else { 14 * size }, 2);
        let (_, engine) = run(&bans(&network), &base);
        println!("{size:>6} {:>6} {:>10.1} {:>10.1}", network.arcs.len(), median(engine.times), engine.iterations);
    }

    println!("\nscaling with threads: 180 nodes, 2450 arcs, independent scenarios");
    println!("{:>7} {:>13} {:>8}", "threads", "scenarios/s", "speed-up");
    let (network, base) = trade_network(180, 2450, 1);
    let scenarios = bans(&network);
    let alone = throughput(&scenarios, &base, 1);
    for threads in [1, 2] {
        let found = if threads == 1 { alone } else { throughput(&scenarios, &base, threads) };
        println!("{threads:>7} {found:>13.0} {:>8.2}", found / alone);
    }
}

/// Says whether a target is met.
fn verdict(met: bool, target: &str) {
    println!("target {}: {target}", if met { "met" } else { "MISSED" });
}

/// Scenarios solved in a second of wall time by some threads, each with a solver of its own; the best of several runs.
fn throughput(scenarios: &[Network], base: &[f64], threads: usize) -> f64 {
    const ROUNDS: usize = 40;
    let share = |thread: usize| {
        let mut solver = Solver::new(&scenarios[0]);
        let mut prices = base.to_vec();
        for network in (0..ROUNDS).flat_map(|_| scenarios.iter().skip(thread).step_by(threads)) {
            prices.copy_from_slice(base);
            assert_eq!(solver.solve(network, &mut prices, &Settings::default()).0, Status::Solved);
        }
    };
    let once = || {
        let start = Instant::now();
        std::thread::scope(|scope| (0..threads).for_each(|thread| drop(scope.spawn(move || share(thread)))));
        (ROUNDS * scenarios.len()) as f64 / start.elapsed().as_secs_f64()
    };
    (0..REPEATS).map(|_| once()).fold(0.0, f64::max)
}

/// The network with the arcs of one exporter banned, for up to 50 exporters; with fewer exporters, pairs of them as well.
fn bans(network: &Network) -> Vec<Network> {
    let mut exporters: Vec<usize> = network.arcs.iter().map(|arc| arc.tail).collect();
    exporters.sort_unstable();
    exporters.dedup();
    let single = exporters.iter().map(|&one| [one, one]);
    let pairs = exporters.iter().zip(exporters.iter().skip(1)).map(|(&one, &other)| [one, other]);
    let banned = single.chain(pairs).take(50);
    let ban = |banned: [usize; 2]| {
        let mut network = network.clone();
        network.arcs.iter_mut().filter(|arc| banned.contains(&arc.tail)).for_each(|arc| arc.upper = 0.0);
        network
    };
    banned.map(ban).collect()
}

struct Engine {
    times: Vec<f64>,
    iterations: f64,
}

/// Times of the engine; the structure is found once, for the network without bans. Returns each network with its prices.
fn run(scenarios: &[Network], base: &[f64]) -> (Vec<(Network, Vec<f64>)>, Engine) {
    let mut solver = Solver::new(&scenarios[0]);
    let mut times = Vec::new();
    let mut steps = 0;
    let mut found = Vec::new();
    for network in scenarios {
        let mut prices = base.to_vec();
        let mut solve = || {
            prices.copy_from_slice(base);
            let (status, iterations) = solver.solve(network, &mut prices, &Settings::default());
            assert_eq!(status, Status::Solved);
            iterations
        };
        let start = Instant::now();
        steps += solve();
        let in_a_row = (BLOCK / (start.elapsed().as_secs_f64() * 1e6)).ceil() as usize;
        let mut least = f64::INFINITY;
        for _ in 0..REPEATS {
            let start = Instant::now();
            for _ in 0..in_a_row {
                solve();
            }
            least = least.min(start.elapsed().as_secs_f64() * 1e6 / in_a_row as f64);
        }
        times.push(least);
        found.push((network.clone(), prices));
    }
    (found, Engine { times, iterations: steps as f64 / scenarios.len() as f64 })
}

/// Times of the general solver, and the largest relative difference of a price.
fn clarabel(shocked: &[(Network, Vec<f64>)]) -> (Vec<f64>, f64) {
    let mut times = Vec::new();
    let mut apart: f64 = 0.0;
    for (network, prices) in shocked {
        let mut network = network.clone();
        network.arcs.retain(|arc| arc.upper > 0.0);
        let oracle = Oracle::new(&network);
        let mut least = f64::INFINITY;
        let mut solver = oracle.solver(DefaultSettings { verbose: false, ..DefaultSettings::default() });
        for _ in 0..REPEATS {
            let start = Instant::now();
            solver.solve();
            least = least.min(start.elapsed().as_secs_f64() * 1e6);
        }
        times.push(least);
        for (ours, theirs) in prices.iter().zip(oracle.prices(&solver)) {
            apart = apart.max((ours - theirs).abs() / ours.abs());
        }
    }
    (times, apart)
}

/// Mines sell ore to refineries, which lose some of it and sell metal to users; flows and costs fit the prices returned.
fn two_stages(miners: usize, refiners: usize, users: usize) -> (Network, Vec<f64>) {
    let mut numbers = Numbers(3);
    // mines, ore at refineries, metal at refineries, users
    let size = miners + 2 * refiners + users;
    let prices: Vec<f64> =
        (0..size).map(|i| if i < miners + refiners { 400.0 } else { 1000.0 } * numbers.between(0.9, 1.1)).collect();
    let mut arcs = Vec::new();
    let mut net = vec![0.0; size];
    let mut connect = |tail: usize, head: usize, gain: f64, flow: f64, upper: f64| {
        net[tail] += flow;
        net[head] -= gain * flow;
        let resistance = 0.2 * prices[tail] / flow;
        let cost = gain * prices[head] - prices[tail] - resistance * flow;
        arcs.push(Arc { gain, upper, ..Arc::trade(tail, head, cost, resistance) });
    };
    for mine in 0..miners {
        for refinery in 0..refiners {
            if numbers.next() < 0.5 {
                connect(mine, miners + refinery, 1.0, numbers.between(1.0, 1e3), f64::INFINITY);
            }
        }
    }
    for refinery in 0..refiners {
        let (ore, metal) = (miners + refinery, miners + refiners + refinery);
        let flow = numbers.between(1e3, 1e4);
        connect(ore, metal, 0.7, flow, 1.2 * flow);
        for user in 0..users {
            if numbers.next() < 0.6 {
                connect(metal, miners + 2 * refiners + user, 1.0, numbers.between(1.0, 1e3), f64::INFINITY);
            }
        }
    }
    let nodes = prices
        .iter()
        .zip(&net)
        .map(|(&price, &net)| {
            let other = numbers.between(1.0, 100.0);
            let supply = Iso { quantity: other + net.max(0.0), price, elasticity: 0.3 };
            let demand = Iso { quantity: other + (-net).max(0.0), price, elasticity: 0.4 };
            let supply = Response::Supply { curve: supply, capacity: 1.2 * supply.quantity, shut_down: 0.3 * price, floor: None };
            let demand = Response::Demand { curve: demand, choke: 8.0 * price };
            Node { reference_price: price, responses: vec![supply, demand, Response::Disposal { slope: 1e5 }] }
        })
        .collect();
    (Network { nodes, arcs }, prices)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times[times.len() / 2]
}
