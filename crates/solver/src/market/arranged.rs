//! The arcs of a network side by side in fours, sorted by tail: the form in which flows are computed.
//!
//! Every four leaves one tail; what is missing to a four is an arc of no slope from the tail to itself. Four arcs at a time
//! without a branch let the compiler use the machine's vectors. Nodes are named by their position in the order of
//! elimination; the order of the arcs, and so of every sum, does not depend on it.

use super::responses::Responses;
use super::{ArcKind, Network};

/// Arcs computed side by side.
pub(super) const LANES: usize = 4;
/// Four numbers, one an arc.
pub(super) type Four = [f64; LANES];
/// Source of an arc that only fills a four.
const NONE: u32 = u32::MAX;

/// What four arcs respond to; the names are those of [`super::Arc`].
#[derive(Clone, Debug)]
struct Arcs {
    heads: [u32; LANES],
    gain: Four,
    cost: Four,
    /// One over the resistance.
    slope: Four,
    lower: Four,
    upper: Four,
}

/// The reference prices of four arcs; minus infinity for none.
#[derive(Clone, Debug)]
struct Guards {
    physical: Four,
    reference: Four,
}

/// The fours of one tail.
#[derive(Clone, Debug)]
struct Run {
    tail: usize,
    from: usize,
    to: usize,
}

/// All arcs, in fours.
#[derive(Clone, Debug)]
pub(super) struct Arranged {
    sources: Vec<[u32; LANES]>,
    runs: Vec<Run>,
    arcs: Vec<Arcs>,
    guards: Vec<Guards>,
    guarded: bool,
    /// Most arcs at one node.
    degree: f64,
    /// Largest slope of an arc's flow at either end, times the sum of its gain and one; and times all its other prices.
    steepest: f64,
    farthest: f64,
}

/// Accounts and derivatives at some prices.
#[derive(Clone, Debug)]
pub(super) struct Point {
    /// Net supply of every node, and the sum of the absolute values of all that enters and leaves.
    pub sums: Vec<[f64; 2]>,
    /// Derivative of the responses of every node by its price.
    pub own: Vec<f64>,
    /// Derivative of every flow by what arrives for it at the head: one over the resistance, zero where a bound holds.
    pub open: Vec<Four>,
    /// The same by the price of the tail, as a positive number; used only with reference prices.
    pub follows: Vec<Four>,
    /// How far the rounding of prices to neighbouring numbers moves the net supply of every node; see `rounded`.
    pub rounding: Vec<f64>,
    /// True if `rounding` belongs to these prices.
    pub rounded: bool,
    /// Largest price, as an absolute value.
    pub largest: f64,
}

impl Point {
    pub fn new(nodes: usize, arranged: &Arranged) -> Self {
        Point {
            sums: vec![[0.0; 2]; nodes],
            own: vec![0.0; nodes],
            open: vec![[0.0; LANES]; arranged.arcs.len()],
            follows: vec![[0.0; LANES]; arranged.arcs.len()],
            rounding: vec![0.0; nodes],
            rounded: false,
            largest: 0.0,
        }
    }
}

impl Arranged {
    /// Arranges the arcs between nodes at these positions; the numbers come with [`Arranged::load`].
    pub fn new(network: &Network, place: &[usize]) -> Self {
        let mut order: Vec<usize> = (0..network.arcs.len()).collect();
        order.sort_by_key(|&k| (network.arcs[k].tail, network.arcs[k].head));
        let mut degrees = vec![0_u32; network.nodes.len()];
        for arc in &network.arcs {
            degrees[arc.tail] += 1;
            degrees[arc.head] += 1;
        }
        let (mut sources, mut runs, mut arcs) = (Vec::new(), Vec::new(), Vec::new());
        for of_tail in order.chunk_by(|&a, &b| network.arcs[a].tail == network.arcs[b].tail) {
            let (tail, from) = (place[network.arcs[of_tail[0]].tail], arcs.len());
            for four in of_tail.chunks(LANES) {
                let (mut source, mut heads) = ([NONE; LANES], [tail as u32; LANES]);
                for (lane, &k) in four.iter().enumerate() {
                    (source[lane], heads[lane]) = (k as u32, place[network.arcs[k].head] as u32);
                }
                sources.push(source);
                let zero = [0.0; LANES];
                arcs.push(Arcs { heads, gain: zero, cost: zero, slope: zero, lower: zero, upper: zero });
            }
            runs.push(Run { tail, from, to: arcs.len() });
        }
        let none = Guards { physical: [0.0; LANES], reference: [f64::NEG_INFINITY; LANES] };
        let guards = vec![none; arcs.len()];
        let degree = f64::from(degrees.into_iter().max().unwrap_or(0));
        Arranged { sources, runs, arcs, guards, guarded: false, degree, steepest: 0.0, farthest: 0.0 }
    }

    /// Takes over the numbers of a network of this shape.
    pub fn load(&mut self, network: &Network) {
        let (mut guarded, mut steepest, mut farthest) = (false, 0.0_f64, 0.0_f64);
        for ((sources, arcs), guards) in self.sources.iter().zip(&mut self.arcs).zip(&mut self.guards) {
            for (lane, &source) in sources.iter().enumerate() {
                let Some(arc) = network.arcs.get(source as usize) else { continue };
                let slope = 1.0 / arc.resistance;
                arcs.gain[lane] = arc.gain;
                arcs.cost[lane] = arc.cost;
                arcs.slope[lane] = slope;
                arcs.lower[lane] = arc.lower;
                arcs.upper[lane] = arc.upper;
                let mut fixed = arc.cost.abs();
                if let ArcKind::ReferencePrice { physical, reference } = arc.kind {
                    (guards.physical[lane], guards.reference[lane]) = (physical, reference);
                    fixed += physical.abs() + reference.abs();
                    guarded = true;
                } else if self.guarded {
                    (guards.physical[lane], guards.reference[lane]) = (0.0, f64::NEG_INFINITY);
                }
                let either = slope * if arc.gain > 1.0 { arc.gain } else { 1.0 };
                let (steep, far) = (either * (arc.gain + 1.0), either * fixed);
                steepest = if steep > steepest { steep } else { steepest };
                farthest = if far > farthest { far } else { farthest };
            }
        }
        (self.guarded, self.steepest, self.farthest) = (guarded, steepest, farthest);
    }

    /// The accounts of the nodes from a position on, and the derivatives of every flow. No arc may touch an earlier node.
    pub fn evaluate(&self, network: &Network, responses: &Responses, from: usize, prices: &[f64], point: &mut Point) {
        point.rounded = false;
        point.largest = prices.iter().fold(0.0, |most, price| if price.abs() > most { price.abs() } else { most });
        responses.evaluate(network, from, prices, point);
        if self.guarded { self.pass::<true>(prices, point) } else { self.pass::<false>(prices, point) }
    }

    fn pass<const GUARDED: bool>(&self, prices: &[f64], point: &mut Point) {
        for run in &self.runs {
            let p_tail = prices[run.tail];
            let (mut leaves, mut size) = ([0.0; LANES], [0.0; LANES]);
            let arcs = &self.arcs[run.from..run.to];
            let open = &mut point.open[run.from..run.to];
            for (k, (arcs, open)) in arcs.iter().zip(open).enumerate() {
                let (pays, follows) =
                    if GUARDED { self.guards[run.from + k].border(p_tail) } else { ([p_tail; LANES], [1.0; LANES]) };
                let p_head = arcs.heads.map(|head| prices[head as usize]);
                let (flow, opens) = arcs.flow(&pays, &p_head);
                *open = opens;
                if GUARDED {
                    point.follows[run.from + k] = std::array::from_fn(|i| follows[i] * opens[i]);
                }
                for i in 0..LANES {
                    leaves[i] += flow[i];
                    size[i] += flow[i].abs();
                }
                if flow == [0.0; LANES] {
                    continue;
                }
                let arrives: Four = std::array::from_fn(|i| arcs.gain[i] * flow[i]);
                for (&head, arrives) in arcs.heads.iter().zip(arrives) {
                    let sums = &mut point.sums[head as usize];
                    *sums = [sums[0] + arrives, sums[1] + arrives.abs()];
                }
            }
            let sums = &mut point.sums[run.tail];
            *sums = [sums[0] - sum(&leaves), sums[1] + sum(&size)];
        }
    }

    /// How far the rounding of prices moves every net supply. A bound that rounding cannot cross holds a flow exactly.
    pub fn round(&self, prices: &[f64], point: &mut Point) {
        if point.rounded {
            return;
        }
        for ((rounding, own), price) in point.rounding.iter_mut().zip(&point.own).zip(prices) {
            *rounding = f64::EPSILON * price.abs() * own;
        }
        for run in &self.runs {
            let p_tail = prices[run.tail];
            for (arcs, guards) in self.arcs[run.from..run.to].iter().zip(&self.guards[run.from..run.to]) {
                for i in 0..LANES {
                    let (head, reference) = (arcs.heads[i] as usize, guards.reference[i]);
                    let border = p_tail + guards.physical[i];
                    let (pays, size) = if border < reference {
                        (reference, reference.abs())
                    } else {
                        (border, p_tail.abs() + guards.physical[i].abs())
                    };
                    let arrives = arcs.gain[i] * prices[head];
                    let free = (arrives - pays - arcs.cost[i]) * arcs.slope[i];
                    let flow = clamp(free, arcs.lower[i], arcs.upper[i]);
                    let reach = f64::EPSILON * arcs.slope[i] * (arrives.abs() + size + arcs.cost[i].abs());
                    let rounding = if (flow - free).abs() > reach { 0.0 } else { reach.min(arcs.upper[i] - arcs.lower[i]) };
                    point.rounding[run.tail] += rounding;
                    point.rounding[head] += arcs.gain[i] * rounding;
                }
            }
        }
        point.rounded = true;
    }

    /// A cheap number that no arc's part in [`Point::rounding`] of a node exceeds, all its arcs taken together.
    pub fn most_rounding(&self, point: &Point) -> f64 {
        f64::EPSILON * self.degree * (self.steepest * point.largest + self.farthest)
    }

    /// Replaces the derivatives by those of flows whose corners are rounded over about `width` reference prices.
    pub fn round_corners(&self, network: &Network, prices: &[f64], width: f64, point: &mut Point) {
        for run in &self.runs {
            for k in run.from..run.to {
                for (lane, &source) in self.sources[k].iter().enumerate() {
                    let Some(arc) = network.arcs.get(source as usize) else { continue };
                    let width = width * network.nodes[arc.tail].reference_price;
                    let p_head = prices[self.arcs[k].heads[lane] as usize];
                    (point.follows[k][lane], point.open[k][lane]) = arc.rounded_slopes(prices[run.tail], p_head, width);
                }
            }
        }
    }

    /// Tail and head of every arc in the order of the fours, those included that only fill one.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.runs
            .iter()
            .flat_map(|run| self.arcs[run.from..run.to].iter().flat_map(|arcs| arcs.heads).map(|head| (run.tail, head as usize)))
    }

    /// Adds the derivatives of the flows to the diagonal and, by a function of four and lane, to the rest of the Jacobian.
    /// The function is given minus the derivative of the tail's and of the head's net supply by the other's price.
    pub fn jacobian(&self, point: &Point, diagonal: &mut [f64], mut apart: impl FnMut(usize, &Four, &Four)) {
        for run in &self.runs {
            let mut at_tail = [0.0; LANES];
            for k in run.from..run.to {
                let (arcs, open) = (&self.arcs[k], &point.open[k]);
                if *open == [0.0; LANES] {
                    continue;
                }
                let follows = if self.guarded { &point.follows[k] } else { open };
                let by_head: Four = std::array::from_fn(|i| arcs.gain[i] * open[i]);
                let by_tail: Four = std::array::from_fn(|i| arcs.gain[i] * follows[i]);
                for i in 0..LANES {
                    at_tail[i] += follows[i];
                    diagonal[arcs.heads[i] as usize] += arcs.gain[i] * by_head[i];
                }
                apart(k, &by_head, &by_tail);
            }
            diagonal[run.tail] += sum(&at_tail);
        }
    }
}

impl Arcs {
    /// Flows if the tail's side costs `pays`, and their derivatives by what arrives.
    #[inline(always)]
    fn flow(&self, pays: &Four, p_head: &Four) -> (Four, Four) {
        let free: Four = std::array::from_fn(|i| (self.gain[i] * p_head[i] - pays[i] - self.cost[i]) * self.slope[i]);
        let flow: Four = std::array::from_fn(|i| clamp(free[i], self.lower[i], self.upper[i]));
        (flow, std::array::from_fn(|i| if flow[i] == free[i] { self.slope[i] } else { 0.0 }))
    }
}

impl Guards {
    /// Border prices, and their derivatives by the price of the tail.
    #[inline(always)]
    fn border(&self, p_tail: f64) -> (Four, Four) {
        let border: Four = std::array::from_fn(|i| p_tail + self.physical[i]);
        let below: [bool; LANES] = std::array::from_fn(|i| border[i] < self.reference[i]);
        let pays = std::array::from_fn(|i| if below[i] { self.reference[i] } else { border[i] });
        (pays, below.map(|below| if below { 0.0 } else { 1.0 }))
    }
}

/// Comparisons that choose a value need no branch: which bounds hold differs from arc to arc.
#[inline(always)]
fn clamp(free: f64, lower: f64, upper: f64) -> f64 {
    let above = if free > lower { free } else { lower };
    if above < upper { above } else { upper }
}

fn sum(four: &Four) -> f64 {
    (four[0] + four[1]) + (four[2] + four[3])
}
