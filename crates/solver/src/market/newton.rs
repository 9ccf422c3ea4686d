//! The damped semismooth Newton method of the module's page.

use super::arranged::{Arranged, LANES, Point};
use super::balance::{self, STEPS};
use super::factor::{Symmetric, solve_dense};
use super::sweep::Around;
use super::{Network, Settings, Status};

/// A step longer than this many times the longest allowed is damped before it is shortened.
const TOO_LONG: f64 = 4.0;
/// The slope along the step must fall to this part of its start where the step stops short of the least, and to that part
/// where it goes past it. A step that stops short is followed by the next one sooner than it is stretched: with a half,
/// trade networks take a third longer, with nine tenths two stages take twice as long.
const STOPS_SHORT: f64 = 0.7;
const GOES_PAST: f64 = 0.5;
/// A step that does not get flatter is made longer by between these factors.
const LEAST_GROWTH: f64 = 2.0;
const MOST_GROWTH: f64 = 8.0;
/// Trials of one line search.
const SEARCHES: usize = 60;
/// An iteration that leaves more than this part of the residual is slow: the next stage follows.
const SLOW: f64 = 0.5;
/// So many slow iterations, or one that leads nowhere, end the plain method.
const PATIENCE: usize = 4;
/// Stages with rounded corners: the first rounds over `WIDEST` reference prices, every later one over `NARROWER` times that.
const STAGES: i32 = 12;
const WIDEST: f64 = 1.0;
const NARROWER: f64 = 0.1;

/// Room and structure for solving networks with the same nodes and arcs; bounds, costs and responses may differ.
#[derive(Clone, Debug)]
pub struct Solver {
    arranged: Arranged,
    matrix: Matrix,
    around: Around,
    now: Point,
    trial: Point,
    prices: Vec<f64>,
    step: Vec<f64>,
    diagonal: Vec<f64>,
    at_reference: Vec<f64>,
}

#[derive(Clone, Debug)]
enum Matrix {
    Symmetric { factor: Box<Symmetric>, of_arcs: Vec<[u32; LANES]>, of_node: Vec<usize> },
    Dense { entries: Vec<f64>, pairs: Vec<(usize, usize)> },
}

impl Solver {
    /// Prepares for networks of this shape.
    pub fn new(network: &Network) -> Self {
        let size = network.nodes.len();
        let arranged = Arranged::new(network);
        let pairs: Vec<(usize, usize)> = arranged.pairs().collect();
        let matrix = if network.arcs.iter().all(super::Arc::symmetric) {
            let (factor, of_pairs, of_node) = Symmetric::new(size, &pairs);
            let of_arcs = of_pairs.as_chunks().0.iter().map(|four: &[usize; LANES]| four.map(|at| at as u32)).collect();
            Matrix::Symmetric { factor: Box::new(factor), of_arcs, of_node }
        } else {
            Matrix::Dense { entries: vec![0.0; size * size], pairs }
        };
        let point = Point::new(size, &arranged);
        Solver {
            arranged,
            matrix,
            around: Around::new(network),
            trial: point.clone(),
            now: point,
            prices: vec![0.0; size],
            step: vec![0.0; size],
            diagonal: vec![0.0; size],
            at_reference: vec![0.0; size],
        }
    }

    /// Moves `prices` to an equilibrium; returns how it ended and after how many iterations. Unless it is solved, `prices`
    /// holds the last point, which is no answer.
    pub fn solve(&mut self, network: &Network, prices: &mut [f64], settings: &Settings) -> (Status, usize) {
        if !prices.iter().all(|price| price.is_finite()) {
            return (Status::Stalled { residual: f64::INFINITY }, 0);
        }
        self.at_reference.iter_mut().zip(&network.nodes).for_each(|(least, node)| *least = balance::at_reference(node));
        self.arranged.load(network);
        self.evaluate(network, prices);
        let mut residual = self.residual_now(prices, settings.tolerance);
        // stage zero is the plain method; the later ones round the corners of the slopes, ever less
        let (mut stage, mut slow, mut moved, mut by_sum) = (0, 0, false, false);
        for iteration in 0..settings.max_iterations {
            if residual <= settings.tolerance {
                return (Status::Solved, iteration);
            }
            let before = residual;
            if stage > 0 {
                let width = WIDEST * NARROWER.powi(stage - 1);
                self.arranged.round_corners(network, prices, width, &mut self.now);
            }
            let advanced = [false, true].into_iter().any(|damped| self.advance(network, prices, settings, damped, by_sum));
            if stage > 0 && !advanced {
                self.evaluate(network, prices);
            }
            moved |= advanced;
            residual = self.residual_now(prices, settings.tolerance);
            slow += usize::from(residual > SLOW * before);
            if stage == 0 && advanced && slow < PATIENCE {
                continue;
            }
            stage += 1;
            if stage == 1 {
                moved |= self.around.sweep(network, prices, &self.at_reference, settings.tolerance);
                self.evaluate(network, prices);
                residual = self.residual_now(prices, settings.tolerance);
            } else if stage > STAGES {
                if !moved {
                    return (Status::Stalled { residual }, iteration);
                }
                (stage, slow, moved) = (0, 0, false);
                // with reference prices the search along the slope may go in a circle; the sum of imbalances cannot
                by_sum = !by_sum && matches!(self.matrix, Matrix::Dense { .. });
            }
        }
        let status = if residual <= settings.tolerance { Status::Solved } else { Status::TooSlow { residual } };
        (status, settings.max_iterations)
    }

    fn evaluate(&mut self, network: &Network, prices: &[f64]) {
        self.arranged.evaluate(&network.nodes, prices, &mut self.now);
    }

    fn residual_now(&mut self, prices: &[f64], tolerance: f64) -> f64 {
        residual(&self.arranged, &self.at_reference, prices, tolerance, &mut self.now)
    }

    /// One Newton step with a search along it. False if it leads nowhere.
    fn advance(&mut self, network: &Network, prices: &mut [f64], settings: &Settings, damped: bool, by_sum: bool) -> bool {
        if !self.newton_step(network, settings.longest_step, damped) {
            return false;
        }
        // a step that is far too long has met nodes with no slope: damping turns it, scaling only shrinks it
        let longest =
            self.step.iter().zip(&network.nodes).map(|(step, node)| (step / node.reference_price).abs()).fold(0.0, f64::max);
        let long = longest / settings.longest_step;
        if !long.is_finite() || (long > TOO_LONG && !damped) {
            return false;
        }
        if long > 1.0 && damped {
            self.step.iter_mut().for_each(|step| *step /= long);
        }
        if by_sum { self.shorten(network, prices) } else { self.search(network, prices, settings.tolerance) }
    }

    /// Solves `J d = -E` into `step`. A node without a slope of its own moves by the longest step; with damping, every
    /// node is held back by its imbalance over the longest step.
    fn newton_step(&mut self, network: &Network, longest: f64, damped: bool) -> bool {
        self.step.iter_mut().zip(&self.now.sums).for_each(|(step, sums)| *step = -sums[0]);
        self.diagonal.copy_from_slice(&self.now.own);
        let (size, diagonal) = (self.step.len(), &mut self.diagonal);
        match &mut self.matrix {
            Matrix::Symmetric { factor, of_arcs, .. } => {
                factor.values.fill(0.0);
                self.arranged.jacobian(&self.now, diagonal, |k, by_head, _| {
                    of_arcs[k].iter().zip(by_head).for_each(|(&at, by_head)| factor.values[at as usize] -= by_head);
                });
            }
            Matrix::Dense { entries, pairs } => {
                entries.fill(0.0);
                self.arranged.jacobian(&self.now, diagonal, |k, by_head, by_tail| {
                    for (&(tail, head), (by_head, by_tail)) in pairs[LANES * k..].iter().zip(by_head.iter().zip(by_tail)) {
                        if tail != head {
                            entries[tail * size + head] -= by_head;
                            entries[head * size + tail] -= by_tail;
                        }
                    }
                });
            }
        }
        for ((slope, sums), node) in self.diagonal.iter_mut().zip(&self.now.sums).zip(&network.nodes) {
            let hold = sums[0].abs() / (longest * node.reference_price);
            let held = if damped { *slope + hold } else { slope.max(hold) };
            *slope = if held > 0.0 { held } else { 1.0 };
        }
        match &mut self.matrix {
            Matrix::Symmetric { factor, of_node, .. } => {
                of_node.iter().zip(&self.diagonal).for_each(|(&at, &slope)| factor.values[at] = slope);
                factor.solve(&mut self.step)
            }
            Matrix::Dense { entries, .. } => {
                self.diagonal.iter().enumerate().for_each(|(i, &slope)| entries[i * size + i] = slope);
                solve_dense(entries, &mut self.step)
            }
        }
    }

    /// Evaluates `prices + t * step`.
    fn try_at(&mut self, network: &Network, prices: &[f64], t: f64) {
        for ((trial, price), step) in self.prices.iter_mut().zip(prices).zip(&self.step) {
            *trial = price + t * step;
        }
        self.arranged.evaluate(&network.nodes, &self.prices, &mut self.trial);
    }

    fn accept(&mut self, prices: &mut [f64]) -> bool {
        prices.copy_from_slice(&self.prices);
        std::mem::swap(&mut self.now, &mut self.trial);
        true
    }

    /// Slope of the potential along the step.
    fn slope(&self, point: &Point) -> f64 {
        point.sums.iter().zip(&self.step).fold(0.0, |sum, (sums, step)| sum + sums[0] * step)
    }

    /// A cheap number that [`Solver::noise`] does not exceed.
    fn most_noise(&self) -> f64 {
        let most = self.arranged.most_rounding(&self.trial);
        let of_nodes = self.trial.sums.iter().zip(&self.trial.own).zip(&self.step);
        let largest = self.trial.largest;
        of_nodes.fold(0.0, |noise, ((sums, own), step)| noise + (most + f64::EPSILON * (largest * own + sums[1])) * step.abs())
    }

    /// How far rounding moves the slope at the trial.
    fn noise(&mut self) -> f64 {
        self.arranged.round(&self.prices, &mut self.trial);
        let of_nodes = self.trial.sums.iter().zip(&self.trial.rounding).zip(&self.step);
        of_nodes.fold(0.0, |noise, ((sums, rounding), step)| noise + (rounding + f64::EPSILON * sums[1]) * step.abs())
    }

    /// Walks along the step to where the slope `E(p + t d) d` has fallen: the least of a convex potential, as the Jacobian
    /// is symmetric. Where the full step still goes downhill as steeply as at the start, it goes on: a node without
    /// slope has no length of step of its own. Accepts also what lowers the residual much. False if nothing helps.
    fn search(&mut self, network: &Network, prices: &mut [f64], tolerance: f64) -> bool {
        let start = self.slope(&self.now);
        if !start.is_finite() || start >= 0.0 {
            return false;
        }
        let mut low = (0.0, start);
        let mut high: Option<(f64, f64)> = None;
        let mut t: f64 = 1.0;
        for trial in 0..SEARCHES {
            self.try_at(network, prices, t);
            let slope = self.slope(&self.trial);
            if slope >= STOPS_SHORT * start && slope <= -GOES_PAST * start {
                return self.accept(prices);
            }
            // near the solution the slope drowns in rounding
            let residual = residual(&self.arranged, &self.at_reference, &self.prices, tolerance, &mut self.trial);
            if residual <= tolerance || (slope.abs() <= self.most_noise() && slope.abs() <= self.noise()) {
                return self.accept(prices);
            }
            if slope < 0.0 {
                low = (t, slope);
            } else {
                high = Some((t, slope));
            }
            match high {
                // where the slope would be gone if it went on rising as it did
                None => t *= (-start / (slope - start)).clamp(LEAST_GROWTH, MOST_GROWTH),
                Some((far, far_slope)) => {
                    let width = far - low.0;
                    if width <= 4.0 * f64::EPSILON * far {
                        break;
                    }
                    // the secant, kept inside the bracket, and the middle by turns
                    let guess = if trial % 3 == 2 { low.0 + 0.5 * width } else { low.0 - low.1 * width / (far_slope - low.1) };
                    t = guess.clamp(low.0 + 0.1 * width, far - 0.1 * width);
                }
            }
        }
        // the slope jumps here: downhill all the way to the jump
        low.0 > 0.0 && {
            self.try_at(network, prices, low.0);
            self.accept(prices)
        }
    }

    /// Shortens the step until the sum of absolute imbalances has fallen.
    fn shorten(&mut self, network: &Network, prices: &mut [f64]) -> bool {
        let sum = |point: &Point| point.sums.iter().map(|sums| sums[0].abs()).sum::<f64>();
        let before = sum(&self.now);
        let mut t: f64 = 1.0;
        for _ in 0..SEARCHES {
            self.try_at(network, prices, t);
            if sum(&self.trial) < before {
                return self.accept(prices);
            }
            t *= 0.5;
        }
        false
    }
}

/// Largest imbalance over what its node is measured against. How far rounding excuses imbalances is found out only where
/// it can matter: where it cannot excuse one of those that are too large, the residual is given without it.
fn residual(arranged: &Arranged, at_reference: &[f64], prices: &[f64], tolerance: f64, point: &mut Point) -> f64 {
    let (mut found, mut excused) = (0.0_f64, true);
    let most = arranged.most_rounding(point);
    for (((sums, own), price), &least) in point.sums.iter().zip(&point.own).zip(prices).zip(at_reference) {
        let relative = balance::relative(sums[0], sums[1], least);
        found = found.max(relative);
        excused &= relative <= tolerance || sums[0].abs() <= STEPS * (most + f64::EPSILON * price.abs() * own);
    }
    if found <= tolerance || !excused {
        return found;
    }
    arranged.round(prices, point);
    let leasts = at_reference.iter().zip(&point.rounding).map(|(least, rounding)| least.max(STEPS * rounding / tolerance));
    point.sums.iter().zip(leasts).map(|(sums, least)| balance::relative(sums[0], sums[1], least)).fold(0.0, f64::max)
}
