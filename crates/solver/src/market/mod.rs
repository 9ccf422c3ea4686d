//! Equilibrium of a network of markets: prices at which every node clears.
//!
//! # Problem
//! A node `i` has a price `p_i` and responses, each a net supply that never falls when the price rises. An arc `a` carries
//! a flow `x_a` from its tail to its head that never falls when the head's price rises and never rises when the tail's
//! does. Find prices with
//! ```text
//! E_i(p) = sum of responses at i + sum over arcs into i of gain_a * x_a - sum over arcs out of i of x_a = 0
//! x_a    = clamp((gain_a * p_head - p_tail - cost_a) / resistance_a, lower_a, upper_a)
//! ```
//! This is the spatial price equilibrium of S. Enke (1951), P. A. Samuelson (1952), and T. Takayama and G. G. Judge,
//! Equilibrium among Spatially Separated Markets, Econometrica 32(4), 1964, with a resistance that spreads trade over
//! several suppliers, as observed.
//!
//! # Method
//! `E` is monotone and piecewise smooth. A damped semismooth Newton method (L. Qi, J. Sun, A nonsmooth version of
//! Newton's method, Mathematical Programming 58, 1993) starts from the prices given: the step solves `J d = -E` with an
//! element `J` of the generalised Jacobian, and is made shorter or longer until the potential along it is flat enough.
//! Without reference-price arcs `J` is symmetric and positive definite, so it is factorised as `L D L^T` in an order of
//! small fill that is found once; with them, as a dense `L U` with pivoting. Where steps lead nowhere, prices are moved one
//! node after another, and the corners of the slopes are rounded, ever less. The page `clearing` of the book has it all.
//!
//! The result is deterministic; nothing is allocated during a solve.

mod arc;
mod arranged;
mod balance;
mod factor;
mod newton;
mod order;
mod response;
mod responses;
mod surplus;
mod sweep;

pub use arc::{Arc, ArcKind};
pub use balance::STEPS;
pub use newton::Solver;
pub use response::{Iso, PriceFloor, Response};

use arranged::{Arranged, Point};
use responses::Responses;

/// Where supply meets demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Price that sets the scale of this node's prices; must be positive.
    pub reference_price: f64,
    /// Net supplies: positive for supply, negative for demand.
    pub responses: Vec<Response>,
}

/// Nodes and arcs. Arcs name nodes by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Arcs.
    pub arcs: Vec<Arc>,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// Every node clears to the tolerance.
    Solved,
    /// The step could not be shortened any further; the residual is what is left, relative to throughput.
    Stalled {
        /// Largest imbalance over its node's throughput.
        residual: f64,
    },
    /// Too many iterations; the residual is what is left, relative to throughput.
    TooSlow {
        /// Largest imbalance over its node's throughput.
        residual: f64,
    },
}

/// Settings of the method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// A node clears when its imbalance is below this part of its throughput (see [`Network::least_throughput`]).
    pub tolerance: f64,
    /// Iterations after which the solve gives up.
    pub max_iterations: usize,
    /// Longest price step, in reference prices of the node.
    pub longest_step: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { tolerance: 1e-12, max_iterations: 2_000, longest_step: 4.0 }
    }
}

impl Network {
    /// Net supply of every node at given prices, and the throughput it is measured against: half the sum of the
    /// absolute values of all that enters and leaves.
    pub fn imbalance(&self, prices: &[f64], net: &mut [f64], throughput: &mut [f64]) {
        for ((net, throughput), sums) in net.iter_mut().zip(throughput).zip(&self.point(prices).sums) {
            (*net, *throughput) = (sums[0], 0.5 * sums[1]);
        }
    }

    /// What a node is measured against at least, at given prices: the larger of half of all that its responses take and
    /// give at reference prices, so that a node which ends up with nothing can still be said to clear, and of what the
    /// rounding of prices forbids to resolve.
    ///
    /// A price `p` is one of the numbers that a computer knows, which lie `epsilon * |p|` apart. A flow of resistance `r`
    /// between two prices therefore comes in steps of `epsilon * (gain |p_head| + |p_tail| + |cost|) / r`, and a response
    /// of slope `s` in steps of `epsilon * |p| * s`, unless a bound holds it. No method that returns prices can clear a
    /// node to less than about the sum of the steps of its arcs and responses; [`STEPS`] times this sum, over the
    /// tolerance, is the throughput below which the tolerance is not asked for.
    pub fn least_throughput(&self, prices: &[f64], tolerance: f64, least: &mut [f64]) {
        for ((least, rounding), node) in least.iter_mut().zip(&self.point(prices).rounding).zip(&self.nodes) {
            *least = balance::at_reference(node).max(STEPS * rounding / tolerance);
        }
    }

    fn point(&self, prices: &[f64]) -> Point {
        let place: Vec<usize> = (0..self.nodes.len()).collect();
        let (mut arranged, mut responses) = (Arranged::new(self, &place), Responses::new(&place));
        arranged.load(self);
        responses.load(self);
        let mut point = Point::new(self.nodes.len(), &arranged);
        arranged.evaluate(self, &responses, 0, prices, &mut point);
        arranged.round(prices, &mut point);
        point
    }

    /// Flow of every arc at given prices.
    pub fn flows(&self, prices: &[f64]) -> Vec<f64> {
        self.arcs.iter().map(|arc| arc.flow(prices[arc.tail], prices[arc.head])).collect()
    }
}
