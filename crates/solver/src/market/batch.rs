//! Eight scenarios of one network side by side: the plain Newton steps of [`Solver`] in lanes.
//!
//! A lane does what the scalar method does, operation by operation, as long as full undamped steps lead on; a scenario that
//! needs more is solved alone from its start. So the result has the bits of the scalar method either way.

use super::arranged::{Arranged, LANES};
use super::balance::{self, STEPS};
use super::factor::Symmetric;
use super::lanes::{Eight, Values, WIDTH, total};
use super::newton::{PATIENCE, SLOPE_FALLS, SLOW, TOO_LONG};
use super::{Network, Settings, Solver, Status};

const ZERO: Eight = [0.0; WIDTH];

/// Room and structure for solving many networks with the same nodes and arcs; bounds, costs and responses may differ.
#[derive(Clone, Debug)]
pub struct Batch {
    alone: Solver,
    /// None with reference prices, where every scenario is solved alone.
    lanes: Option<Lanes>,
}

#[derive(Clone, Debug)]
struct Lanes {
    arranged: Arranged,
    shape: Symmetric,
    matrix: Values,
    of_arcs: Vec<u32>,
    of_node: Vec<usize>,
    arcs: Vec<Arc>,
    now: Point,
    trial: Point,
    prices: Vec<Eight>,
    trial_prices: Vec<Eight>,
    step: Vec<Eight>,
    at_reference: Vec<Eight>,
    rounding: Vec<Eight>,
    /// Price scale of every node.
    reference: Vec<Eight>,
    steepest: Eight,
    farthest: Eight,
}

/// One arc in eight scenarios; the names are those of [`super::Arc`], the slope is one over the resistance.
#[derive(Clone, Debug)]
struct Arc {
    head: u32,
    gain: Eight,
    cost: Eight,
    slope: Eight,
    lower: Eight,
    upper: Eight,
}

/// Accounts and derivatives at some prices, as in the scalar method.
#[derive(Clone, Debug)]
struct Point {
    net: Vec<Eight>,
    gross: Vec<Eight>,
    own: Vec<Eight>,
    open: Vec<Eight>,
}

impl Batch {
    /// Prepares for networks of this shape.
    pub fn new(network: &Network) -> Self {
        let lanes = network.arcs.iter().all(super::Arc::symmetric).then(|| Lanes::new(network));
        Batch { alone: Solver::new(network), lanes }
    }

    /// Moves the prices of every network to an equilibrium, as [`Solver::solve`] does; says of each how it ended and after
    /// how many iterations.
    pub fn solve(&mut self, networks: &[&Network], prices: &mut [Vec<f64>], settings: &Settings, ended: &mut [(Status, usize)]) {
        let eights = networks.chunks(WIDTH).zip(prices.chunks_mut(WIDTH)).zip(ended.chunks_mut(WIDTH));
        for ((networks, prices), ended) in eights {
            let found = self.lanes.as_mut().map_or([None; WIDTH], |lanes| lanes.solve(networks, prices, settings));
            for (((network, prices), ended), found) in networks.iter().zip(prices).zip(ended).zip(found) {
                *ended = match found {
                    Some(iterations) => (Status::Solved, iterations),
                    None => self.alone.solve(network, prices, settings),
                };
            }
        }
    }
}

impl Lanes {
    fn new(network: &Network) -> Self {
        let size = network.nodes.len();
        let arranged = Arranged::new(network);
        let pairs: Vec<(usize, usize)> = arranged.pairs().collect();
        let (shape, of_pairs, of_node) = Symmetric::new(size, &pairs);
        let arc = |&(_, head): &(usize, usize)| Arc {
            head: head as u32,
            gain: ZERO,
            cost: ZERO,
            slope: ZERO,
            lower: ZERO,
            upper: ZERO,
        };
        let nodes = vec![ZERO; size];
        let point = Point { net: nodes.clone(), gross: nodes.clone(), own: nodes.clone(), open: vec![ZERO; pairs.len()] };
        Lanes {
            matrix: Values::new(&shape),
            of_arcs: of_pairs.into_iter().map(|at| at as u32).collect(),
            arcs: pairs.iter().map(arc).collect(),
            arranged,
            shape,
            of_node,
            trial: point.clone(),
            now: point,
            prices: nodes.clone(),
            trial_prices: nodes.clone(),
            step: nodes.clone(),
            at_reference: nodes.clone(),
            rounding: nodes.clone(),
            reference: nodes,
            steepest: ZERO,
            farthest: ZERO,
        }
    }

    /// Iterations of every scenario that full steps solve; its prices are then replaced.
    fn solve(&mut self, networks: &[&Network], prices: &mut [Vec<f64>], settings: &Settings) -> [Option<usize>; WIDTH] {
        let mut found = [None; WIDTH];
        // a lane is open while its scenario is neither solved nor left to be solved alone
        let mut open = [false; WIDTH];
        for (lane, (network, prices)) in networks.iter().zip(prices.iter()).enumerate() {
            open[lane] = self.load(lane, network, prices);
        }
        for lane in networks.len()..WIDTH {
            self.load(lane, networks[0], &prices[0]);
        }
        self.trial_prices.copy_from_slice(&self.prices);
        self.evaluate(networks);
        std::mem::swap(&mut self.now, &mut self.trial);
        let mut residual = self.residual(settings.tolerance, &open);
        let mut slow = [0; WIDTH];
        for iteration in 0..settings.max_iterations {
            for lane in 0..WIDTH {
                if open[lane] && residual[lane] <= settings.tolerance {
                    open[lane] = false;
                    found[lane] = Some(iteration);
                    prices[lane].iter_mut().zip(&self.prices).for_each(|(price, found)| *price = found[lane]);
                }
            }
            if open == [false; WIDTH] {
                break;
            }
            let before = residual;
            self.newton_step(settings.longest_step, &mut open);
            let start = slope(&self.now, &self.step);
            for ((trial, price), step) in self.trial_prices.iter_mut().zip(&self.prices).zip(&self.step) {
                *trial = std::array::from_fn(|i| price[i] + step[i]);
            }
            self.evaluate(networks);
            let end = slope(&self.trial, &self.step);
            std::mem::swap(&mut self.now, &mut self.trial);
            std::mem::swap(&mut self.prices, &mut self.trial_prices);
            residual = self.residual(settings.tolerance, &open);
            for lane in 0..WIDTH {
                let falls = end[lane].abs() <= SLOPE_FALLS * start[lane].abs() || residual[lane] <= settings.tolerance;
                slow[lane] += usize::from(residual[lane] > SLOW * before[lane]);
                open[lane] &= start[lane].is_finite() && start[lane] < 0.0 && falls && slow[lane] < PATIENCE;
            }
        }
        found
    }

    /// Takes over one scenario. False if its lane can do nothing for it.
    fn load(&mut self, lane: usize, network: &Network, prices: &[f64]) -> bool {
        for ((((node, price), own), at_reference), reference) in
            network.nodes.iter().zip(prices).zip(&mut self.prices).zip(&mut self.at_reference).zip(&mut self.reference)
        {
            own[lane] = *price;
            at_reference[lane] = balance::at_reference(node);
            reference[lane] = node.reference_price;
        }
        let (mut symmetric, mut steepest, mut farthest) = (true, 0.0_f64, 0.0_f64);
        for (arc, source) in self.arcs.iter_mut().zip(self.arranged.sources.as_flattened()) {
            let Some(of_network) = network.arcs.get(*source as usize) else { continue };
            let slope = 1.0 / of_network.resistance;
            arc.gain[lane] = of_network.gain;
            arc.cost[lane] = of_network.cost;
            arc.slope[lane] = slope;
            arc.lower[lane] = of_network.lower;
            arc.upper[lane] = of_network.upper;
            symmetric &= of_network.symmetric();
            let either = slope * if of_network.gain > 1.0 { of_network.gain } else { 1.0 };
            let (steep, far) = (either * (of_network.gain + 1.0), either * of_network.cost.abs());
            steepest = if steep > steepest { steep } else { steepest };
            farthest = if far > farthest { far } else { farthest };
        }
        (self.steepest[lane], self.farthest[lane]) = (steepest, farthest);
        symmetric && prices.iter().all(|price| price.is_finite())
    }

    /// Accounts and derivatives at the trial prices.
    fn evaluate(&mut self, networks: &[&Network]) {
        let point = &mut self.trial;
        for (i, prices) in self.trial_prices.iter().enumerate() {
            let (mut net, mut gross, mut own) = (ZERO, ZERO, ZERO);
            for (lane, network) in networks.iter().enumerate() {
                for response in &network.nodes[i].responses {
                    let (value, slope) = response.value_and_slope(prices[lane]);
                    net[lane] += value;
                    gross[lane] += response.throughput(value);
                    own[lane] += slope;
                }
            }
            (point.net[i], point.gross[i], point.own[i]) = (net, gross, own);
        }
        for run in &self.arranged.runs {
            let p_tail = self.trial_prices[run.tail];
            let (mut leaves, mut size) = ([ZERO; LANES], [ZERO; LANES]);
            let arcs = &self.arcs[LANES * run.from..LANES * run.to];
            let open = &mut point.open[LANES * run.from..LANES * run.to];
            for (k, (arc, open)) in arcs.iter().zip(open).enumerate() {
                let p_head = &self.trial_prices[arc.head as usize];
                let (net, gross) = (&mut point.net[arc.head as usize], &mut point.gross[arc.head as usize]);
                let (leaves, size) = (&mut leaves[k % LANES], &mut size[k % LANES]);
                for i in 0..WIDTH {
                    let free = (arc.gain[i] * p_head[i] - p_tail[i] - arc.cost[i]) * arc.slope[i];
                    let above = if free > arc.lower[i] { free } else { arc.lower[i] };
                    let flow = if above < arc.upper[i] { above } else { arc.upper[i] };
                    open[i] = if flow == free { arc.slope[i] } else { 0.0 };
                    leaves[i] += flow;
                    size[i] += flow.abs();
                    let arrives = arc.gain[i] * flow;
                    net[i] += arrives;
                    gross[i] += arrives.abs();
                }
            }
            let (leaves, size) = (total(&leaves), total(&size));
            for i in 0..WIDTH {
                point.net[run.tail][i] -= leaves[i];
                point.gross[run.tail][i] += size[i];
            }
        }
    }

    /// How far the rounding of prices moves every net supply.
    fn round(&mut self) {
        for ((rounding, own), price) in self.rounding.iter_mut().zip(&self.now.own).zip(&self.prices) {
            *rounding = std::array::from_fn(|i| f64::EPSILON * price[i].abs() * own[i]);
        }
        for run in &self.arranged.runs {
            let p_tail = self.prices[run.tail];
            for arc in &self.arcs[LANES * run.from..LANES * run.to] {
                let p_head = &self.prices[arc.head as usize];
                let rounding: Eight = std::array::from_fn(|i| {
                    let arrives = arc.gain[i] * p_head[i];
                    let free = (arrives - p_tail[i] - arc.cost[i]) * arc.slope[i];
                    let above = if free > arc.lower[i] { free } else { arc.lower[i] };
                    let flow = if above < arc.upper[i] { above } else { arc.upper[i] };
                    let reach = f64::EPSILON * arc.slope[i] * (arrives.abs() + p_tail[i].abs() + arc.cost[i].abs());
                    let room = arc.upper[i] - arc.lower[i];
                    let most = if reach < room { reach } else { room };
                    if (flow - free).abs() > reach { 0.0 } else { most }
                });
                for i in 0..WIDTH {
                    self.rounding[run.tail][i] += rounding[i];
                    self.rounding[arc.head as usize][i] += arc.gain[i] * rounding[i];
                }
            }
        }
    }

    /// Largest imbalance of every scenario over what its node is measured against, as in the scalar method.
    fn residual(&mut self, tolerance: f64, open: &[bool; WIDTH]) -> Eight {
        let (mut found, mut largest, mut excused) = (ZERO, ZERO, [true; WIDTH]);
        for price in &self.prices {
            largest = std::array::from_fn(|i| if price[i].abs() > largest[i] { price[i].abs() } else { largest[i] });
        }
        let most: Eight = std::array::from_fn(|i| {
            f64::EPSILON * self.arranged.degree * (self.steepest[i] * largest[i] + self.farthest[i])
        });
        for (k, least) in self.at_reference.iter().enumerate() {
            for i in 0..WIDTH {
                let net = self.now.net[k][i];
                let relative = balance::relative(net, self.now.gross[k][i], least[i]);
                found[i] = found[i].max(relative);
                let rounding = STEPS * (most[i] + f64::EPSILON * self.prices[k][i].abs() * self.now.own[k][i]);
                excused[i] &= relative <= tolerance || net.abs() <= rounding;
            }
        }
        let unsure: [bool; WIDTH] = std::array::from_fn(|i| open[i] && found[i] > tolerance && excused[i]);
        if unsure == [false; WIDTH] {
            return found;
        }
        self.round();
        for lane in (0..WIDTH).filter(|&lane| unsure[lane]) {
            let leasts = self.at_reference.iter().zip(&self.rounding);
            let leasts = leasts.map(|(least, rounding)| least[lane].max(STEPS * rounding[lane] / tolerance));
            let accounts = self.now.net.iter().zip(&self.now.gross).zip(leasts);
            let relative = accounts.map(|((net, gross), least)| balance::relative(net[lane], gross[lane], least));
            found[lane] = relative.fold(0.0, f64::max);
        }
        found
    }

    /// The undamped step; a lane that has none, or one that is too long, is closed.
    fn newton_step(&mut self, longest: f64, open: &mut [bool; WIDTH]) {
        let values = &mut self.matrix.values;
        values.fill(ZERO);
        // the own slopes are no longer needed: they become the diagonal
        let diagonal = &mut self.now.own;
        for run in &self.arranged.runs {
            let mut at_tail = [ZERO; LANES];
            for k in LANES * run.from..LANES * run.to {
                let (arc, slope) = (&self.arcs[k], &self.now.open[k]);
                let (at, of_head) = (&mut values[self.of_arcs[k] as usize], &mut diagonal[arc.head as usize]);
                for i in 0..WIDTH {
                    let by_head = arc.gain[i] * slope[i];
                    at_tail[k % LANES][i] += slope[i];
                    of_head[i] += arc.gain[i] * by_head;
                    at[i] -= by_head;
                }
            }
            let at_tail = total(&at_tail);
            (0..WIDTH).for_each(|i| diagonal[run.tail][i] += at_tail[i]);
        }
        for (k, &at) in self.of_node.iter().enumerate() {
            for i in 0..WIDTH {
                let net = self.now.net[k][i];
                let held = diagonal[k][i].max(net.abs() / (longest * self.reference[k][i]));
                values[at][i] = if held > 0.0 { held } else { 1.0 };
                self.step[k][i] = -net;
            }
        }
        let mut failed = [false; WIDTH];
        self.matrix.solve(&self.shape, &mut self.step, &mut failed);
        let mut farthest = ZERO;
        for (step, reference) in self.step.iter().zip(&self.reference) {
            farthest = std::array::from_fn(|i| f64::max(farthest[i], (step[i] / reference[i]).abs()));
        }
        for i in 0..WIDTH {
            let long = farthest[i] / longest;
            open[i] &= !failed[i] && long.is_finite() && long <= TOO_LONG;
        }
    }
}

/// Slope of the potentials along the steps.
fn slope(point: &Point, step: &[Eight]) -> Eight {
    let add = |sum: Eight, (net, step): (&Eight, &Eight)| std::array::from_fn(|i| sum[i] + net[i] * step[i]);
    point.net.iter().zip(step).fold(ZERO, add)
}
