//! One node after another: each price is moved to where its own node clears, the others held.
//!
//! Without reference-price arcs every such move lowers the potential; with them, and gains of one, the sum of absolute
//! imbalances (W. C. Rheinboldt, On M-functions and their application to nonlinear Gauss-Seidel iterations and to network
//! flows, Journal of Mathematical Analysis and Applications 32, 1970). It needs no derivative, so it gets across the flat
//! stretches and kinks where the Newton step has no length of its own.

use super::Network;
use super::balance::{self, Balance};

/// Growth of the step while no change of sign is found.
const EXPANDS: f64 = 4.0;
/// Price moves beyond this many reference prices are given up: nothing answers there.
const FURTHEST: f64 = 1e6;
/// Evaluations of one node.
const TRIALS: usize = 200;

/// The arcs at every node.
#[derive(Clone, Debug)]
pub(super) struct Around {
    starts: Vec<usize>,
    arcs: Vec<usize>,
}

impl Around {
    pub fn new(network: &Network) -> Self {
        let mut lists = vec![Vec::new(); network.nodes.len()];
        for (k, arc) in network.arcs.iter().enumerate().filter(|(_, arc)| arc.tail != arc.head) {
            lists[arc.tail].push(k);
            lists[arc.head].push(k);
        }
        let mut starts = vec![0];
        for list in &lists {
            starts.push(starts[starts.len() - 1] + list.len());
        }
        Around { starts, arcs: lists.concat() }
    }

    /// Account of one node if its price were `price`.
    fn account(&self, network: &Network, prices: &[f64], node: usize, price: f64) -> Balance {
        let mut balance = Balance::of_responses(&network.nodes[node], price);
        for &k in &self.arcs[self.starts[node]..self.starts[node + 1]] {
            let arc = &network.arcs[k];
            let (leaves, passing) = if arc.tail == node {
                (true, arc.passing(price, prices[arc.head]))
            } else {
                (false, arc.passing(prices[arc.tail], price))
            };
            let (enters, slope, factor) = if leaves {
                (-passing.flow, -passing.tail, 1.0)
            } else {
                (arc.gain * passing.flow, arc.gain * passing.head, arc.gain)
            };
            balance.net += enters;
            balance.gross += enters.abs();
            balance.slope += slope;
            balance.rounding += factor * passing.rounding;
        }
        balance
    }

    /// The price at which a node clears, the others held; its own price if nothing answers.
    fn clear(&self, network: &Network, prices: &[f64], node: usize, tolerance: f64) -> f64 {
        let at_reference = balance::at_reference(&network.nodes[node]);
        let start = prices[node];
        let reference = network.nodes[node].reference_price;
        let first = self.account(network, prices, node, start);
        if first.relative(at_reference, tolerance) <= 0.5 * tolerance {
            return start;
        }
        let downwards = first.net > 0.0;
        // `near` is on the side of the start, `far` across the change of sign
        let (mut near, mut far) = ((start, first), None);
        let newton = |(price, balance): (f64, Balance)| price - balance.net / balance.slope;
        let mut length = 0.01 * reference;
        for trial in 0..TRIALS {
            let price = match far {
                None => {
                    // a little further than Newton's step, so that it may cross
                    let guess = newton(near);
                    let step = 1.001 * (guess - near.0).abs();
                    let step = if step.is_finite() && step > 0.0 { step.min(length) } else { length };
                    length *= EXPANDS;
                    if length > FURTHEST * reference {
                        return start;
                    }
                    if downwards { near.0 - step } else { near.0 + step }
                }
                Some(far) => {
                    let (low, high): ((f64, Balance), (f64, Balance)) = if downwards { (far, near) } else { (near, far) };
                    let middle = 0.5 * (low.0 + high.0);
                    if middle <= low.0 || middle >= high.0 {
                        return if low.1.net.abs() < high.1.net.abs() { low.0 } else { high.0 };
                    }
                    let best = if low.1.net.abs() < high.1.net.abs() { low } else { high };
                    let guess = newton(best);
                    // Newton's guess and the middle by turns
                    if trial % 2 == 0 && guess > low.0 && guess < high.0 { guess } else { middle }
                }
            };
            let found = self.account(network, prices, node, price);
            if found.relative(at_reference, tolerance) <= 0.1 * tolerance {
                return price;
            }
            if (found.net > 0.0) == downwards {
                near = (price, found);
            } else {
                far = Some((price, found));
            }
        }
        match far {
            Some(far) if far.1.net.abs() < near.1.net.abs() => far.0,
            _ => near.0,
        }
    }

    /// Clears every node in turn, forwards and backwards. True if a price has moved.
    pub fn sweep(&self, network: &Network, prices: &mut [f64], tolerance: f64) -> bool {
        let mut moved = false;
        for node in (0..prices.len()).chain((0..prices.len()).rev()) {
            let price = self.clear(network, prices, node, tolerance);
            moved |= price != prices[node];
            prices[node] = price;
        }
        moved
    }
}
