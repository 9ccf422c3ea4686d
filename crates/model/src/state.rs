//! What a market remembers from one period to the next: how far use has moved along to the long run, stocks, expected prices,
//! capacity. A crisis takes months, a pathway years; both follow the same equations with the paces of their period.

use adit_solver::market::{Network, Response};
use adit_vocab::parameters::Values;

use crate::world::{Way, World, release};

/// Months over which producers smooth the price.
const SMOOTHED_OVER: f64 = 6.0;

/// Part of a gap that closes in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Paces {
    demand: f64,
    expectation: f64,
    smoothing: f64,
    capacity: f64,
    /// How far what stands can be extended, over the base year.
    most: f64,
}

impl Paces {
    /// Of a month.
    pub fn of_a_month(values: &Values) -> Paces {
        Paces {
            demand: values.demand_adjustment,
            expectation: values.expectation_adjustment,
            smoothing: 1.0 / SMOOTHED_OVER,
            capacity: values.capacity_adjustment,
            most: f64::INFINITY,
        }
    }

    /// Of a year: what twelve months close of a gap that stays. New plants are followed one by one there; what stands grows no
    /// further than `most`.
    pub fn of_a_year(values: &Values, most: f64) -> Paces {
        let month = Paces::of_a_month(values);
        let year = |pace: f64| 1.0 - (1.0 - pace).powi(12);
        Paces {
            demand: year(month.demand),
            expectation: year(month.expectation),
            smoothing: year(month.smoothing),
            capacity: year(month.capacity),
            most,
        }
    }
}

/// The state of a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NodeState {
    /// `z`: how far demand has moved along to the long run.
    pub moved: f64,
    /// `I`.
    pub stock: f64,
    /// `x_e`.
    pub expected: f64,
    /// `x6`.
    pub smoothed: f64,
    /// `K / K0`.
    pub capacity: f64,
    /// Public stockpile: as it was filled, and what is left.
    pub filled: f64,
    pub reserve: f64,
}

/// The state of a market.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Of each node.
    pub nodes: Vec<NodeState>,
    /// Capacity of each refinery arc over that of the base year.
    pub refineries: Vec<f64>,
    /// Part of a public stockpile as it was filled that may be released in a period.
    pub release: f64,
}

impl State {
    /// At rest.
    pub fn new(world: &World) -> State {
        let stock = |i: usize| match world.roles[i].holding.map(|at| world.network.nodes[i].responses[at]) {
            Some(Response::Holding { held, .. }) => held,
            _ => 0.0,
        };
        let nodes = (0..world.prices.len())
            .map(|i| NodeState {
                moved: 0.0,
                stock: stock(i),
                expected: 0.0,
                smoothed: 0.0,
                capacity: 1.0,
                filled: 0.0,
                reserve: 0.0,
            })
            .collect();
        State { nodes, refineries: vec![1.0; world.ways.len()], release: 0.0 }
    }

    /// The network of the period before anything is done to it: the one at rest with the state put in. `feared` is `w g` of
    /// each node.
    pub fn pose(&self, world: &World, values: &Values, feared: &[f64], network: &mut Network) {
        for (node, rest) in network.nodes.iter_mut().zip(&world.network.nodes) {
            node.responses.copy_from_slice(&rest.responses);
        }
        network.arcs.copy_from_slice(&world.network.arcs);
        for (i, state) in self.nodes.iter().enumerate() {
            let roles = world.roles[i];
            let responses = &mut network.nodes[i].responses;
            for at in [roles.primary, roles.secondary].into_iter().flatten() {
                if let Response::Supply { curve, capacity, .. } = &mut responses[at] {
                    curve.quantity *= state.capacity;
                    *capacity *= state.capacity;
                }
            }
            if let Some(Response::Demand { curve, .. }) = roles.demand.map(|at| &mut responses[at]) {
                curve.quantity *= state.moved.exp();
            }
            if let Some(Response::Holding { wanted, held, most, .. }) = roles.holding.map(|at| &mut responses[at]) {
                wanted.quantity *= 1.0 + values.hoarding * feared[i];
                wanted.price *= state.expected.exp();
                *most *= if *held > 0.0 { state.stock / *held } else { 1.0 };
                *held = state.stock;
            }
            if let Some(at) = roles.reserve
                && let Response::Stock { price, .. } = responses[at]
            {
                responses[at] = release((self.release * state.filled).min(state.reserve), price);
            }
        }
        for ((way, arc), capacity) in world.ways.iter().zip(&mut network.arcs).zip(&self.refineries) {
            if *way == Way::Refinery {
                arc.upper *= capacity;
                arc.resistance /= capacity;
            }
        }
    }

    /// Moves on after a period in which `network` was cleared at `prices`.
    pub fn follow(&mut self, world: &World, values: &Values, paces: Paces, network: &Network, prices: &[f64]) {
        let grow = |capacity: f64, smoothed: f64| {
            capacity + paces.capacity * ((values.supply_long * smoothed).exp().min(paces.most) - capacity)
        };
        for (i, state) in self.nodes.iter_mut().enumerate() {
            let price = prices[i];
            // a price of nothing or less is as low as a logarithm needs to go
            let x = (price / world.prices[i]).max(1e-3).ln();
            let further = (values.demand_long - values.demand_short).max(0.0);
            state.moved += paces.demand * (-further * x - state.moved);
            if let Some(at) = world.roles[i].holding {
                state.stock = (state.stock - network.nodes[i].responses[at].value(price)).max(0.0);
            }
            if let Some(at) = world.roles[i].reserve {
                state.reserve = (state.reserve - network.nodes[i].responses[at].value(price)).max(0.0);
            }
            state.expected += paces.expectation * (x - state.expected);
            state.smoothed += paces.smoothing * (x - state.smoothed);
            state.capacity = grow(state.capacity, state.smoothed);
        }
        for ((way, arc), capacity) in world.ways.iter().zip(&network.arcs).zip(&mut self.refineries) {
            if *way == Way::Refinery {
                *capacity = grow(*capacity, self.nodes[arc.head].smoothed);
            }
        }
    }
}
