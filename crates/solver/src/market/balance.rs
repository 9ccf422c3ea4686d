//! What every node takes and gives at some prices, with the derivatives, in one pass over nodes and arcs.

use super::{Network, Node};

/// Steps of price rounding that an imbalance may be left with (see [`Network::least_throughput`]).
pub const STEPS: f64 = 4.0;

/// One node's account.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Balance {
    /// Net supply.
    pub net: f64,
    /// Sum of the absolute values of all that enters and leaves.
    pub gross: f64,
    /// How far the rounding of prices to neighbouring numbers moves the net supply.
    pub rounding: f64,
    /// Derivative of the net supply by the node's own price.
    pub slope: f64,
}

impl Balance {
    /// Adds the responses of a node.
    #[inline]
    pub fn of_responses(node: &Node, price: f64) -> Self {
        let mut balance = Balance::default();
        for response in &node.responses {
            let (value, slope) = response.value_and_slope(price);
            balance.net += value;
            balance.gross += response.throughput(value);
            balance.slope += slope;
        }
        balance.rounding = f64::EPSILON * price.abs() * balance.slope;
        balance
    }

    #[inline]
    fn add(&mut self, other: &Balance) {
        self.net += other.net;
        self.gross += other.gross;
        self.rounding += other.rounding;
        self.slope += other.slope;
    }

    /// What the imbalance is measured against.
    #[inline]
    pub fn measure(&self, at_reference: f64, tolerance: f64) -> f64 {
        (0.5 * self.gross).max(at_reference).max(STEPS * self.rounding / tolerance)
    }

    /// The imbalance in parts of what it is measured against.
    #[inline]
    pub fn relative(&self, at_reference: f64, tolerance: f64) -> f64 {
        if self.net == 0.0 {
            return 0.0;
        }
        let found = self.net.abs() / self.measure(at_reference, tolerance);
        if found.is_nan() { f64::INFINITY } else { found }
    }
}

/// Half of all that a node's responses take and give at its reference price.
pub(super) fn at_reference(node: &Node) -> f64 {
    let throughput = |response: &super::Response| response.throughput(response.value(node.reference_price));
    0.5 * node.responses.iter().map(throughput).sum::<f64>()
}

/// The account of every node, and the derivatives of every flow by the price of its tail and of its head.
pub(super) fn evaluate(network: &Network, prices: &[f64], balances: &mut [Balance], slopes: &mut [(f64, f64)]) {
    for ((balance, node), &price) in balances.iter_mut().zip(&network.nodes).zip(prices) {
        *balance = Balance::of_responses(node, price);
    }
    // arcs often come sorted by tail: the account of one tail is kept at hand until the next
    let mut open = 0;
    let mut tail = Balance::default();
    for (slopes, arc) in slopes.iter_mut().zip(&network.arcs) {
        if arc.tail != open {
            balances[open].add(&tail);
            (open, tail) = (arc.tail, Balance::default());
        }
        let passing = arc.passing(prices[arc.tail], prices[arc.head]);
        *slopes = (passing.tail, passing.head);
        tail.net -= passing.flow;
        tail.gross += passing.flow.abs();
        tail.rounding += passing.rounding;
        tail.slope -= passing.tail;
        let arrives = arc.gain * passing.flow;
        balances[arc.head].add(&Balance {
            net: arrives,
            gross: arrives.abs(),
            rounding: arc.gain * passing.rounding,
            slope: arc.gain * passing.head,
        });
    }
    if let Some(balance) = balances.get_mut(open) {
        balance.add(&tail);
    }
}

/// Replaces the derivatives by those of flows and responses whose corners are rounded over about `width` reference prices.
pub(super) fn round_slopes(network: &Network, prices: &[f64], width: f64, balances: &mut [Balance], slopes: &mut [(f64, f64)]) {
    for ((balance, node), &price) in balances.iter_mut().zip(&network.nodes).zip(prices) {
        let width = width * node.reference_price;
        balance.slope = node.responses.iter().map(|response| response.rounded_slope(price, width)).sum();
    }
    for (slopes, arc) in slopes.iter_mut().zip(&network.arcs) {
        let width = width * network.nodes[arc.tail].reference_price;
        *slopes = arc.rounded_slopes(prices[arc.tail], prices[arc.head], width);
        balances[arc.tail].slope -= slopes.0;
        balances[arc.head].slope += arc.gain * slopes.1;
    }
}
