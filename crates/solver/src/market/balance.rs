//! What a node takes and gives at some price, and what its imbalance is measured against.

use super::Node;

/// Steps of price rounding that an imbalance may be left with (see [`super::Network::least_throughput`]).
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

    /// The imbalance in parts of what it is measured against.
    pub fn relative(&self, at_reference: f64, tolerance: f64) -> f64 {
        relative(self.net, self.gross, at_reference.max(STEPS * self.rounding / tolerance))
    }
}

/// An imbalance in parts of half of all that enters and leaves, or of `least` if that is more.
pub(super) fn relative(net: f64, gross: f64, least: f64) -> f64 {
    if net == 0.0 {
        return 0.0;
    }
    let found = net.abs() / (0.5 * gross).max(least);
    if found.is_nan() { f64::INFINITY } else { found }
}

/// Half of all that a node's responses take and give at its reference price.
pub(super) fn at_reference(node: &Node) -> f64 {
    let throughput = |response: &super::Response| response.throughput(response.value(node.reference_price));
    0.5 * node.responses.iter().map(throughput).sum::<f64>()
}
