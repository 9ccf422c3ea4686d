//! Arcs: flows between nodes as responses to two prices.

/// A flow from `tail` to `head`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Position of the node it leaves.
    pub tail: usize,
    /// Position of the node it enters.
    pub head: usize,
    /// What arrives of one unit that leaves (the yield of a refinery; 1 for trade); must be positive.
    pub gain: f64,
    /// Cost per unit that leaves.
    pub cost: f64,
    /// Price difference that brings one more unit; must be positive.
    pub resistance: f64,
    /// Least flow; may be minus infinity for a connection in both directions.
    pub lower: f64,
    /// Largest flow; may be infinite.
    pub upper: f64,
    /// What the flow responds to.
    pub kind: ArcKind,
}

/// What a flow responds to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArcKind {
    /// `gain * p_head - p_tail - cost`.
    Ordinary,
    /// The border price is raised to a reference: `gain * p_head - max(p_tail + physical, reference) - cost`. What the
    /// importer pays above `p_tail + physical` is tariff.
    ReferencePrice {
        /// Physical cost of transport.
        physical: f64,
        /// Reference price at the border.
        reference: f64,
    },
}

/// A flow with its derivatives.
#[derive(Clone, Copy)]
pub(super) struct Passing {
    /// What leaves the tail.
    pub flow: f64,
    /// Derivative by the price of the head; never negative. Zero where a bound holds.
    pub head: f64,
    /// Derivative by the price of the tail; never positive. Zero where a bound holds.
    pub tail: f64,
    /// How far the rounding of two prices to neighbouring numbers moves the flow.
    pub rounding: f64,
}

impl Arc {
    /// A plain connection without bounds below zero: `clamp((p_head - p_tail - cost) / resistance, 0, infinity)`.
    pub fn trade(tail: usize, head: usize, cost: f64, resistance: f64) -> Self {
        Arc { tail, head, gain: 1.0, cost, resistance, lower: 0.0, upper: f64::INFINITY, kind: ArcKind::Ordinary }
    }

    /// The flow at given prices.
    pub fn flow(&self, p_tail: f64, p_head: f64) -> f64 {
        self.passing(p_tail, p_head).flow
    }

    /// True if no bound holds the flow.
    pub(super) fn open(&self, p_tail: f64, p_head: f64) -> bool {
        self.passing(p_tail, p_head).head > 0.0
    }

    /// What the arc earns at given prices beyond what it earns at others: the exact integral of its flow over the margin
    /// `gain * p_head - p_tail - cost`. For ordinary arcs.
    pub fn surplus(&self, (tail, head): (f64, f64), (tail_now, head_now): (f64, f64)) -> f64 {
        let earned = |margin: f64| {
            // flow is `lower` below the first corner, straight between the corners, `upper` above the second
            let (opens, fills) = (self.lower * self.resistance, self.upper * self.resistance);
            let free = margin.clamp(opens, fills);
            let below = self.lower * (margin.min(opens) - opens);
            let between = 0.5 * (free * free - opens * opens) / self.resistance;
            let above = if margin > fills { self.upper * (margin - fills) } else { 0.0 };
            below + between + above
        };
        earned(self.gain * head_now - tail_now - self.cost) - earned(self.gain * head - tail - self.cost)
    }

    /// Tariff per unit at given prices; zero for an ordinary arc.
    pub fn tariff(&self, p_tail: f64) -> f64 {
        match self.kind {
            ArcKind::Ordinary => 0.0,
            ArcKind::ReferencePrice { physical, reference } => (reference - p_tail - physical).max(0.0),
        }
    }

    /// The flow at given prices, and how it changes.
    #[inline]
    pub(super) fn passing(&self, p_tail: f64, p_head: f64) -> Passing {
        let slope = 1.0 / self.resistance;
        let arrives = self.gain * p_head;
        let (leaves, follows, size) = match self.kind {
            ArcKind::Ordinary => (p_tail, 1.0, p_tail.abs()),
            ArcKind::ReferencePrice { physical, reference } => {
                let (border, size) = (p_tail + physical, p_tail.abs() + physical.abs());
                if border < reference { (reference, 0.0, reference.abs()) } else { (border, 1.0, size) }
            }
        };
        let free = (arrives - leaves - self.cost) * slope;
        let reach = f64::EPSILON * slope * (arrives.abs() + size + self.cost.abs());
        // comparisons that choose a value need no branch: which bounds hold differs from arc to arc
        let above = if free > self.lower { free } else { self.lower };
        let flow = if above < self.upper { above } else { self.upper };
        let open = if flow == free { slope } else { 0.0 };
        // a bound that rounding cannot cross holds the flow exactly
        let out = (flow - free).abs();
        let room = self.upper - self.lower;
        let most = if reach < room { reach } else { room };
        let rounding = if out > reach { 0.0 } else { most };
        Passing { flow, head: self.gain * open, tail: -follows * open, rounding }
    }

    /// Derivatives by the price of the tail, as a positive number, and by what arrives for the flow at the head, if the
    /// corners of the flow were rounded over about `width` in price (see [`corner`]).
    pub(super) fn rounded_slopes(&self, p_tail: f64, p_head: f64, width: f64) -> (f64, f64) {
        let (leaves, follows) = match self.kind {
            ArcKind::Ordinary => (p_tail, 1.0),
            ArcKind::ReferencePrice { physical, reference } => {
                let border = p_tail + physical;
                (border.max(reference), corner(border - reference, width))
            }
        };
        let margin = self.gain * p_head - leaves - self.cost;
        let opens = corner(margin - self.lower * self.resistance, width);
        let fills = corner(margin - self.upper * self.resistance, width);
        let slope = (opens - fills).max(0.0) / self.resistance;
        (follows * slope, slope)
    }

    /// True if its derivatives are those of a potential, so that the Jacobian stays symmetric.
    pub(super) fn symmetric(&self) -> bool {
        self.kind == ArcKind::Ordinary
    }
}

/// Derivative of `max(z, 0)` with its corner rounded over `width`: `(1 + z / sqrt(z^2 + 4 width^2)) / 2`, the function of
/// B. Chen, P. T. Harker, A non-interior-point continuation method for linear complementarity problems, SIAM Journal on
/// Matrix Analysis and Applications 14(4), 1993.
pub(super) fn corner(z: f64, width: f64) -> f64 {
    if z.is_infinite() {
        return if z > 0.0 { 1.0 } else { 0.0 };
    }
    let root = z.hypot(2.0 * width);
    // without cancellation on either side
    if z > 0.0 { 0.5 * (1.0 + z / root) } else { 2.0 * width * width / (root * (root - z)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surplus_is_the_area_along_the_margin() {
        // flow clamp((0.5 p_head - p_tail - 10) / 2, 0, 30)
        let arc = Arc { gain: 0.5, upper: 30.0, ..Arc::trade(0, 1, 10.0, 2.0) };
        let sum = |from: f64, to: f64| {
            let steps = 100_000;
            let width = (to - from) / f64::from(steps);
            let flow = |head: f64| arc.flow(100.0, head);
            // the margin moves half as fast as the price of the head
            (0..steps).map(|i| 0.5 * width * flow(from + (f64::from(i) + 0.5) * width)).sum::<f64>()
        };
        for (from, to) in [(240.0, 300.0), (240.0, 500.0), (150.0, 260.0), (400.0, 230.0)] {
            let exact = arc.surplus((100.0, from), (100.0, to));
            assert!(
                (exact - sum(from, to)).abs() < 1e-3 * (1.0 + exact.abs()),
                "{from}..{to}: {exact} against {}",
                sum(from, to)
            );
        }
    }
}
