//! Linear networks and their solution by a general solver, for tests and the benchmark.

use adit_solver::market::{Arc, Network, Node, Response};
use clarabel::algebra::CscMatrix;
use clarabel::solver::{DefaultSettings, DefaultSolver, NonnegativeConeT, SupportedConeT, ZeroConeT};

/// A quadratic programme whose multipliers are the prices of a network with one linear response at each node:
/// `min sum (s^2 / 2b - a s / b) + sum (cost x + resistance x^2 / 2)`, `s + inflow - outflow = 0`, `lower <= x <= upper`.
pub struct Oracle {
    objective: CscMatrix<f64>,
    linear: Vec<f64>,
    rows: CscMatrix<f64>,
    right: Vec<f64>,
    cones: Vec<SupportedConeT<f64>>,
    nodes: usize,
}

impl Oracle {
    /// Poses the network. Flows are scaled by the root of their curvature.
    pub fn new(network: &Network) -> Self {
        let nodes = network.nodes.len();
        let columns = nodes + network.arcs.len();
        let (mut diagonal, mut linear) = (vec![0.0; columns], vec![0.0; columns]);
        let (mut rows, mut cols, mut values, mut right) = (Vec::new(), Vec::new(), Vec::new(), vec![0.0; nodes]);
        for (i, node) in network.nodes.iter().enumerate() {
            let [Response::Linear { intercept, slope }] = node.responses[..] else { panic!("one linear response a node") };
            let scale = slope.sqrt();
            diagonal[i] = scale * scale / slope;
            linear[i] = -intercept / slope * scale;
            rows.push(i);
            cols.push(i);
            values.push(scale);
        }
        let scales: Vec<f64> = network.arcs.iter().map(|arc| 1.0 / arc.resistance.sqrt()).collect();
        let mut bounds = Vec::new();
        for (k, (arc, &scale)) in network.arcs.iter().zip(&scales).enumerate() {
            let column = nodes + k;
            diagonal[column] = arc.resistance * scale * scale;
            linear[column] = arc.cost * scale;
            rows.extend([arc.tail, arc.head]);
            cols.extend([column, column]);
            values.extend([-scale, arc.gain * scale]);
            bounds.push((column, -scale, -arc.lower));
            if arc.upper.is_finite() {
                bounds.push((column, scale, arc.upper));
            }
        }
        for &(column, value, bound) in &bounds {
            rows.push(right.len());
            cols.push(column);
            values.push(value);
            right.push(bound);
        }
        Oracle {
            objective: CscMatrix::new(columns, columns, (0..=columns).collect(), (0..columns).collect(), diagonal),
            linear,
            rows: CscMatrix::new_from_triplets(right.len(), columns, rows, cols, values),
            cones: vec![ZeroConeT(nodes), NonnegativeConeT(bounds.len())],
            right,
            nodes,
        }
    }

    /// The general solver with the problem in it, before it is solved.
    pub fn solver(&self, settings: DefaultSettings<f64>) -> DefaultSolver<f64> {
        DefaultSolver::new(&self.objective, &self.linear, &self.rows, &self.right, &self.cones, settings)
            .expect("the problem is well posed")
    }

    /// Prices once it is solved.
    pub fn prices(&self, solver: &DefaultSolver<f64>) -> Vec<f64> {
        solver.solution.z[..self.nodes].iter().map(|price| -price).collect()
    }
}

/// A small stream of numbers in 0..1, the same on every machine (a linear congruential generator, D. E. Knuth, MMIX).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number between two ends, evenly in the logarithm.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low * (high / low).powf(self.next())
    }
}

/// A trade network at rest: one node in six exports, and prices, flows and costs fit each other at the prices returned.
/// Every connection carries something, as in recorded trade; its resistance is a fifth of the price over that flow.
pub fn trade_network(size: usize, arcs: usize, seed: u64) -> (Network, Vec<f64>) {
    let mut numbers = Numbers(seed);
    let prices: Vec<f64> = (0..size).map(|_| numbers.between(800.0, 1200.0)).collect();
    let mut pick = |below: usize| ((numbers.next() * below as f64) as usize).min(below - 1);
    let mut pairs = std::collections::BTreeSet::new();
    while pairs.len() < arcs {
        let (tail, head) = (pick(size.div_ceil(6)), pick(size));
        if tail != head {
            pairs.insert((tail, head));
        }
    }
    let mut net = vec![0.0; size];
    let arcs = pairs
        .into_iter()
        .map(|(tail, head)| {
            let flow = numbers.between(1.0, 1e4);
            net[tail] += flow;
            net[head] -= flow;
            let resistance = 0.2 * prices[tail] / flow;
            Arc::trade(tail, head, prices[head] - prices[tail] - resistance * flow, resistance)
        })
        .collect();
    let nodes = prices
        .iter()
        .zip(&net)
        .map(|(&price, &net)| {
            // net supply `net` at the price: supply of elasticity 0.2 and demand of elasticity 0.4 around it
            let other = numbers.between(1.0, 1e4);
            let (supply, demand) = (other + net.max(0.0), other + (-net).max(0.0));
            let slope = (0.2 * supply + 0.4 * demand) / price;
            Node { reference_price: price, responses: vec![Response::Linear { intercept: net - slope * price, slope }] }
        })
        .collect();
    (Network { nodes, arcs }, prices)
}
