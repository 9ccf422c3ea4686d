//! The responses of all nodes, in the order of elimination: straight lines side by side, nodes with a bend one by one.
//!
//! A node is straight if all it has is constant but for at most one line. Its slope is the same everywhere, so no step needs
//! to be held back on its account.

use super::arranged::Point;
use super::{Network, Node, Response, balance};

/// A straight node.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    /// Sum of what is constant, and of its absolute values.
    constant: [f64; 2],
    /// Net supply of the line at price zero, and its change with the price.
    intercept: f64,
    slope: f64,
}

/// The responses of all nodes, by position.
#[derive(Clone, Debug)]
pub(super) struct Responses {
    /// Node at each position.
    order: Vec<u32>,
    /// Straight nodes; nothing for the others.
    lines: Vec<Line>,
    /// Positions of the others, ascending, and how many there are.
    bent: Vec<u32>,
    bends: usize,
    /// Half of all that each node's responses take and give at its reference price.
    pub at_reference: Vec<f64>,
    /// One over the reference price; zero for a straight node with a slope, whose steps have no limit.
    pub limit: Vec<f64>,
}

impl Responses {
    /// Makes room; the numbers come with [`Responses::load`].
    pub fn new(place: &[usize]) -> Self {
        let size = place.len();
        let mut order = vec![0; size];
        place.iter().enumerate().for_each(|(node, &at)| order[at] = node as u32);
        Responses {
            order,
            lines: vec![Line::default(); size],
            bent: vec![0; size],
            bends: 0,
            at_reference: vec![0.0; size],
            limit: vec![0.0; size],
        }
    }

    /// Takes over the numbers of a network of this shape.
    pub fn load(&mut self, network: &Network) {
        self.bends = 0;
        for (at, &node) in self.order.iter().enumerate() {
            let node = &network.nodes[node as usize];
            let line = Line::of(node);
            self.limit[at] = if line.is_some_and(|line| line.slope > 0.0) { 0.0 } else { 1.0 / node.reference_price };
            self.at_reference[at] =
                line.map_or_else(|| balance::at_reference(node), |line| 0.5 * line.account(node.reference_price)[1]);
            self.lines[at] = line.unwrap_or_default();
            if line.is_none() {
                self.bent[self.bends] = at as u32;
                self.bends += 1;
            }
        }
    }

    /// The accounts of the nodes from a position on, without arcs, and their derivatives by the own price.
    pub fn evaluate(&self, network: &Network, from: usize, prices: &[f64], point: &mut Point) {
        let accounts = point.sums[from..].iter_mut().zip(&mut point.own[from..]);
        for (((sums, own), line), &price) in accounts.zip(&self.lines[from..]).zip(&prices[from..]) {
            (*sums, *own) = (line.account(price), line.slope);
        }
        for (at, node) in self.bent(network, from) {
            for response in &node.responses {
                let (value, slope) = response.value_and_slope(prices[at]);
                point.sums[at][0] += value;
                point.sums[at][1] += response.throughput(value);
                point.own[at] += slope;
            }
        }
    }

    /// Replaces the derivatives by those of responses whose corners are rounded over about `width` reference prices.
    pub fn round_corners(&self, network: &Network, from: usize, prices: &[f64], width: f64, own: &mut [f64]) {
        for (at, node) in self.bent(network, from) {
            let width = width * node.reference_price;
            own[at] = node.responses.iter().map(|response| response.rounded_slope(prices[at], width)).sum();
        }
    }

    /// Copies from the order of the network into that of elimination.
    pub fn gather(&self, of_nodes: &[f64], by_position: &mut [f64]) {
        by_position.iter_mut().zip(&self.order).for_each(|(value, &node)| *value = of_nodes[node as usize]);
    }

    /// Copies back.
    pub fn scatter(&self, by_position: &[f64], of_nodes: &mut [f64]) {
        by_position.iter().zip(&self.order).for_each(|(&value, &node)| of_nodes[node as usize] = value);
    }

    /// The nodes from a position on that are not straight.
    fn bent<'a>(&'a self, network: &'a Network, from: usize) -> impl Iterator<Item = (usize, &'a Node)> {
        let bent = &self.bent[..self.bends];
        let first = bent.partition_point(|&at| (at as usize) < from);
        bent[first..].iter().map(|&at| (at as usize, &network.nodes[self.order[at as usize] as usize]))
    }
}

impl Line {
    /// The line of a straight node.
    fn of(node: &Node) -> Option<Line> {
        let (mut line, mut found) = (Line::default(), false);
        for response in &node.responses {
            match *response {
                Response::Constant(quantity) => {
                    line.constant[0] += quantity;
                    line.constant[1] += quantity.abs();
                }
                Response::Linear { intercept, slope } if !found => {
                    (line.intercept, line.slope, found) = (intercept, slope, true);
                }
                _ => return None,
            }
        }
        Some(line)
    }

    /// Net supply at a price, and the sum of the absolute values.
    fn account(&self, price: f64) -> [f64; 2] {
        let value = self.intercept + self.slope * price;
        [self.constant[0] + value, self.constant[1] + value.abs()]
    }
}
