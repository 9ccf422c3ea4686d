//! The damped semismooth Newton method of the module's page.

use std::ops::Range;

use super::arranged::{Arranged, LANES, Point};
use super::balance::{self, STEPS};
use super::factor::{Symmetric, solve_dense};
use super::order::Order;
use super::responses::Responses;
use super::sweep::Around;
use super::{Network, Settings, Status};

/// A step longer than this many times the longest allowed is damped before it is shortened.
const TOO_LONG: f64 = 4.0;
/// The slope along the step must fall to this part of its start where the step stops short of the least, and to that part
/// where it goes past it. A step that stops short is followed by the next one sooner than it is stretched: with a half,
/// trade networks take a third longer, with nine tenths two stages take twice as long.
const STOPS_SHORT: f64 = 0.7;
const GOES_PAST: f64 = 0.5;
/// After every round of stages searches end so much nearer to the least.
const MORE_EXACT: f64 = 0.1;
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
///
/// Inside, nodes stand in the order of elimination.
#[derive(Clone, Debug)]
pub struct Solver {
    responses: Responses,
    arranged: Arranged,
    matrix: Matrix,
    around: Around,
    /// Nodes without an arc, which come first; and the first position a solve looks at, behind them if they clear.
    lonely: usize,
    from: usize,
    now: Point,
    trial: Point,
    prices: Vec<f64>,
    ahead: Vec<f64>,
    step: Vec<f64>,
    /// How far the next search may go past the least: see `GOES_PAST`.
    past: f64,
}

#[derive(Clone, Debug)]
enum Matrix {
    Symmetric { factor: Box<Symmetric>, of_arcs: Vec<[u32; LANES]> },
    Dense { diagonal: Vec<f64>, entries: Vec<f64>, pairs: Vec<(usize, usize)> },
}

impl Solver {
    /// Prepares for networks of this shape. The numbers in it decide the order of elimination only: arcs that carry nothing at
    /// reference prices are taken to be closed most of the time.
    pub fn new(network: &Network) -> Self {
        let size = network.nodes.len();
        let ends: Vec<(usize, usize)> = network.arcs.iter().map(|arc| (arc.tail, arc.head)).collect();
        let reference = |node: usize| network.nodes[node].reference_price;
        let likely: Vec<bool> = network.arcs.iter().map(|arc| arc.open(reference(arc.tail), reference(arc.head))).collect();
        let order = Order::new(size, &ends, &likely);
        let arranged = Arranged::new(network, &order.place);
        let pairs: Vec<(usize, usize)> = arranged.pairs().collect();
        let matrix = if network.arcs.iter().all(super::Arc::symmetric) {
            let (factor, of_pairs) = Symmetric::new(&order, &pairs);
            Matrix::Symmetric { factor: Box::new(factor), of_arcs: of_pairs.as_chunks().0.to_vec() }
        } else {
            Matrix::Dense { diagonal: vec![0.0; size], entries: vec![0.0; size * size], pairs }
        };
        let point = Point::new(size, &arranged);
        Solver {
            responses: Responses::new(&order.place),
            arranged,
            matrix,
            around: Around::new(network),
            lonely: order.lonely,
            from: 0,
            trial: point.clone(),
            now: point,
            prices: vec![0.0; size],
            ahead: vec![0.0; size],
            step: vec![0.0; size],
            past: GOES_PAST,
        }
    }

    /// Moves `prices` to an equilibrium; returns how it ended and after how many iterations. Unless it is solved, `prices`
    /// holds the last point, which is no answer.
    pub fn solve(&mut self, network: &Network, prices: &mut [f64], settings: &Settings) -> (Status, usize) {
        if !prices.iter().all(|price| price.is_finite()) {
            return (Status::Stalled { residual: f64::INFINITY }, 0);
        }
        self.responses.load(network);
        self.arranged.load(network);
        self.responses.gather(prices, &mut self.prices);
        (self.from, self.past) = (0, GOES_PAST);
        let ended = self.walk(network, prices, settings);
        self.responses.scatter(&self.prices, prices);
        ended
    }

    fn walk(&mut self, network: &Network, prices: &mut [f64], settings: &Settings) -> (Status, usize) {
        self.evaluate(network);
        if self.residual_of(0..self.lonely, settings.tolerance) <= settings.tolerance {
            // nothing that happens elsewhere touches them
            self.from = self.lonely;
        }
        let mut residual = self.residual_now(settings.tolerance);
        // stage zero is the plain method; the later ones round the corners of the slopes, ever less
        let (mut stage, mut slow, mut moved, mut by_sum) = (0, 0, false, false);
        for iteration in 0..settings.max_iterations {
            if residual <= settings.tolerance {
                return (Status::Solved, iteration);
            }
            let before = residual;
            if stage > 0 {
                let width = WIDEST * NARROWER.powi(stage - 1);
                self.responses.round_corners(network, self.from, &self.prices, width, &mut self.now.own);
                self.arranged.round_corners(network, &self.prices, width, &mut self.now);
            }
            let advanced = [false, true].into_iter().any(|damped| self.advance(network, settings, damped, by_sum));
            if stage > 0 && !advanced {
                self.evaluate(network);
            }
            moved |= advanced;
            residual = self.residual_now(settings.tolerance);
            slow += usize::from(residual > SLOW * before);
            if stage == 0 && advanced && slow < PATIENCE {
                continue;
            }
            stage += 1;
            if stage == 1 {
                self.responses.scatter(&self.prices, prices);
                moved |= self.around.sweep(network, prices, settings.tolerance);
                self.responses.gather(prices, &mut self.prices);
                self.evaluate(network);
                residual = self.residual_now(settings.tolerance);
            } else if stage > STAGES {
                if !moved {
                    return (Status::Stalled { residual }, iteration);
                }
                (stage, slow, moved) = (0, 0, false);
                // past a kink the potential may have risen: steps can go in a circle unless they end at its least
                self.past *= MORE_EXACT;
                // with reference prices the search along the slope may go in a circle; the sum of imbalances cannot
                by_sum = !by_sum && matches!(self.matrix, Matrix::Dense { .. });
            }
        }
        let status = if residual <= settings.tolerance { Status::Solved } else { Status::TooSlow { residual } };
        (status, settings.max_iterations)
    }

    fn evaluate(&mut self, network: &Network) {
        self.arranged.evaluate(network, &self.responses, self.from, &self.prices, &mut self.now);
    }

    fn residual_now(&mut self, tolerance: f64) -> f64 {
        self.residual_of(self.from..self.prices.len(), tolerance)
    }

    fn residual_of(&mut self, which: Range<usize>, tolerance: f64) -> f64 {
        residual(&self.arranged, &self.responses.at_reference, which, &self.prices, tolerance, &mut self.now)
    }

    /// One Newton step with a search along it. False if it leads nowhere.
    fn advance(&mut self, network: &Network, settings: &Settings, damped: bool, by_sum: bool) -> bool {
        if !self.newton_step(settings.longest_step, damped) {
            return false;
        }
        // a step that is far too long has met nodes with no slope: damping turns it, scaling only shrinks it
        let moves = self.step[self.from..].iter().zip(&self.responses.limit[self.from..]);
        let long = moves.map(|(step, limit)| (step * limit).abs()).fold(0.0, f64::max) / settings.longest_step;
        if !long.is_finite() || (long > TOO_LONG && !damped) {
            return false;
        }
        if long > 1.0 && damped {
            self.step.iter_mut().for_each(|step| *step /= long);
        }
        if by_sum { self.shorten(network) } else { self.search(network, settings.tolerance) }
    }

    /// Solves `J d = -E` into `step`. A node without a slope of its own moves by the longest step; with damping, every
    /// node is held back by its imbalance over the longest step. Straight nodes with a slope are not held: it is the same
    /// everywhere.
    fn newton_step(&mut self, longest: f64, damped: bool) -> bool {
        let (from, size) = (self.from, self.step.len());
        let (sums, own) = (&self.now.sums[from..], &self.now.own[from..]);
        self.step[from..].iter_mut().zip(sums).for_each(|(step, sums)| *step = -sums[0]);
        let diagonal = match &mut self.matrix {
            Matrix::Symmetric { factor, of_arcs } => {
                factor.diagonal[from..].copy_from_slice(own);
                factor.entries.fill(0.0);
                let Symmetric { diagonal, entries, .. } = &mut **factor;
                // where a reference price was put on arcs of a network that had none, the head depends on the tail no more: the
                // smaller derivative stands for both, and the next step makes up for what the tail did not see
                self.arranged.jacobian(&self.now, diagonal, |k, _, by_tail| {
                    of_arcs[k].iter().zip(by_tail).for_each(|(&at, by_tail)| entries[at as usize] -= by_tail);
                });
                diagonal
            }
            Matrix::Dense { diagonal, entries, pairs } => {
                let width = size - from;
                diagonal[from..].copy_from_slice(own);
                entries.fill(0.0);
                self.arranged.jacobian(&self.now, diagonal, |k, by_head, by_tail| {
                    for (&(tail, head), (by_head, by_tail)) in pairs[LANES * k..].iter().zip(by_head.iter().zip(by_tail)) {
                        if tail != head {
                            entries[(tail - from) * width + head - from] -= by_head;
                            entries[(head - from) * width + tail - from] -= by_tail;
                        }
                    }
                });
                diagonal
            }
        };
        for ((slope, sums), limit) in diagonal[from..].iter_mut().zip(sums).zip(&self.responses.limit[from..]) {
            let hold = sums[0].abs() * limit / longest;
            let held = if damped { *slope + hold } else { slope.max(hold) };
            *slope = if held > 0.0 { held } else { 1.0 };
        }
        match &mut self.matrix {
            Matrix::Symmetric { factor, .. } => factor.solve(from, &mut self.step),
            Matrix::Dense { diagonal, entries, .. } => {
                let width = size - from;
                diagonal[from..].iter().enumerate().for_each(|(i, &slope)| entries[i * width + i] = slope);
                solve_dense(&mut entries[..width * width], &mut self.step[from..])
            }
        }
    }

    /// Evaluates `prices + t * step`.
    fn try_at(&mut self, network: &Network, t: f64) {
        let steps = self.prices[self.from..].iter().zip(&self.step[self.from..]);
        self.ahead[self.from..].iter_mut().zip(steps).for_each(|(ahead, (price, step))| *ahead = price + t * step);
        self.arranged.evaluate(network, &self.responses, self.from, &self.ahead, &mut self.trial);
    }

    fn accept(&mut self) -> bool {
        let from = self.from;
        self.prices[from..].copy_from_slice(&self.ahead[from..]);
        std::mem::swap(&mut self.now, &mut self.trial);
        true
    }

    /// Slope of the potential along the step.
    fn slope(&self, point: &Point) -> f64 {
        let of_nodes = point.sums[self.from..].iter().zip(&self.step[self.from..]);
        of_nodes.fold(0.0, |sum, (sums, step)| sum + sums[0] * step)
    }

    /// A cheap number that [`Solver::noise`] does not exceed.
    fn most_noise(&self) -> f64 {
        let (from, trial) = (self.from, &self.trial);
        let most = self.arranged.most_rounding(trial);
        let of_nodes = trial.sums[from..].iter().zip(&trial.own[from..]).zip(&self.step[from..]);
        of_nodes
            .fold(0.0, |noise, ((sums, own), step)| noise + (most + f64::EPSILON * (trial.largest * own + sums[1])) * step.abs())
    }

    /// How far rounding moves the slope at the trial.
    fn noise(&mut self) -> f64 {
        let (from, trial) = (self.from, &mut self.trial);
        self.arranged.round(&self.ahead, trial);
        let of_nodes = trial.sums[from..].iter().zip(&trial.rounding[from..]).zip(&self.step[from..]);
        of_nodes.fold(0.0, |noise, ((sums, rounding), step)| noise + (rounding + f64::EPSILON * sums[1]) * step.abs())
    }

    /// Walks along the step to where the slope `E(p + t d) d` has fallen: the least of a convex potential, as the Jacobian
    /// is symmetric. Where the full step still goes downhill as steeply as at the start, it goes on: a node without
    /// slope has no length of step of its own. Accepts also what lowers the residual much. False if nothing helps.
    fn search(&mut self, network: &Network, tolerance: f64) -> bool {
        let start = self.slope(&self.now);
        if !start.is_finite() || start >= 0.0 {
            return false;
        }
        let mut low = (0.0, start);
        let mut high: Option<(f64, f64)> = None;
        let mut t: f64 = 1.0;
        for trial in 0..SEARCHES {
            self.try_at(network, t);
            let slope = self.slope(&self.trial);
            if slope >= STOPS_SHORT * start && slope <= -self.past * start {
                return self.accept();
            }
            // near the solution the slope drowns in rounding
            let (which, leasts) = (self.from..self.step.len(), &self.responses.at_reference);
            let residual = residual(&self.arranged, leasts, which, &self.ahead, tolerance, &mut self.trial);
            if residual <= tolerance || (slope.abs() <= self.most_noise() && slope.abs() <= self.noise()) {
                return self.accept();
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
            self.try_at(network, low.0);
            self.accept()
        }
    }

    /// Shortens the step until the sum of absolute imbalances has fallen.
    fn shorten(&mut self, network: &Network) -> bool {
        let from = self.from;
        let sum = |point: &Point| point.sums[from..].iter().map(|sums| sums[0].abs()).sum::<f64>();
        let before = sum(&self.now);
        let mut t: f64 = 1.0;
        for _ in 0..SEARCHES {
            self.try_at(network, t);
            if sum(&self.trial) < before {
                return self.accept();
            }
            t *= 0.5;
        }
        false
    }
}

/// Largest imbalance of some nodes over what each is measured against. How far rounding excuses imbalances is found out only
/// where it can matter: where it cannot excuse one of those that are too large, the residual is given without it.
fn residual(
    arranged: &Arranged,
    at_reference: &[f64],
    which: Range<usize>,
    prices: &[f64],
    tolerance: f64,
    point: &mut Point,
) -> f64 {
    let (mut found, mut excused) = (0.0_f64, true);
    let most = arranged.most_rounding(point);
    let (sums, leasts) = (&point.sums[which.clone()], &at_reference[which.clone()]);
    for (((sums, own), price), &least) in sums.iter().zip(&point.own[which.clone()]).zip(&prices[which.clone()]).zip(leasts) {
        let relative = balance::relative(sums[0], sums[1], least);
        found = found.max(relative);
        excused &= relative <= tolerance || sums[0].abs() <= STEPS * (most + f64::EPSILON * price.abs() * own);
    }
    if found <= tolerance || !excused {
        return found;
    }
    arranged.round(prices, point);
    let leasts =
        leasts.iter().zip(&point.rounding[which.clone()]).map(|(least, rounding)| least.max(STEPS * rounding / tolerance));
    point.sums[which].iter().zip(leasts).map(|(sums, least)| balance::relative(sums[0], sums[1], least)).fold(0.0, f64::max)
}
