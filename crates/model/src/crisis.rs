//! A crisis month by month: the market clears, stocks and capacity follow, fear and expectations move on.
//!
//! With `x` the logarithm of the price in base prices, in every month
//! 1. use: `D = D0 exp(-e_s x + z)`, then `z += a (-(e_l - e_s) x - z)`: short-run elasticity `e_s`, long-run `e_l`;
//! 2. output: `S = min(S0 (K/K0) exp(s x), K)`, then `K += b (K0 exp(s_l x6) - K)`, `x6` the price smoothed over six months;
//! 3. commercial stocks: wanted `I* = T D0 (1 + h w g) exp(-f (x - x_e))`, sale `min(c (I - I*), r I)`, then
//!    `x_e += d (x - x_e)`; `w` is the controlled part of what those use whom the control meets;
//! 4. fear: `g = 1` from the announcement until the control is in force, then `g += k ((1 - A) - g)`, `A` the share allowed;
//! 5. one price for all until the allowed exports bind, then one outside and one inside: the gate of [`crate::world`].
//!
//! The equations are those of a study of past export restrictions; the book compares them with what was observed.

use adit_solver::market::{Network, Response, Solver, Status};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use adit_vocab::trajectory::{Account, Route, Trajectory, User};

use crate::accounts::{self, Imports};
use crate::disruption::{allowed, apply, is_control};
use crate::state::{Paces, State};
use crate::world::{Way, World};

/// Length of a step in years.
pub const MONTH: f64 = 1.0 / 12.0;
/// Months in which a control must keep something back to be feared at its announcement.
const THREAT: u32 = 36;

/// A month for which no prices clear the market; its result would be wrong and is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unsolved {
    /// Months since the announcement.
    pub month: u32,
    /// Largest imbalance left, in parts of a node's throughput.
    pub residual: f64,
}

/// The state of a crisis.
#[derive(Clone, Debug)]
pub struct Crisis<'a> {
    world: &'a World,
    values: &'a Values,
    shocks: &'a [Shock],
    solver: Solver,
    network: Network,
    prices: Vec<f64>,
    state: State,
    /// `g` of each shock.
    fear: Vec<f64>,
    /// `w` of each shock; 0 for what is no control.
    controlled: Vec<f64>,
    /// `w g` of each node.
    feared: Vec<f64>,
    month: u32,
}

impl<'a> Crisis<'a> {
    /// The month of the announcement has not begun. The world's period must be a [`MONTH`].
    pub fn new(world: &'a World, values: &'a Values, shocks: &'a [Shock]) -> Self {
        Crisis {
            solver: Solver::new(&world.network),
            network: world.network.clone(),
            prices: world.prices.clone(),
            state: State::new(world),
            fear: shocks.iter().map(|shock| if threatens(shock, values) { 1.0 } else { 0.0 }).collect(),
            controlled: shocks.iter().map(|shock| controlled(world, shock)).collect(),
            feared: vec![0.0; world.prices.len()],
            month: 0,
            world,
            values,
            shocks,
        }
    }

    /// Fills the public stockpile of [`World::add_reserve`] with tonnes, by the use of the base year, to be released over at
    /// least `months`.
    pub fn hold(&mut self, tonnes: f64, months: f64) {
        let use_at_rest = |i: usize| {
            let at = self.world.roles[i].reserve.and(self.world.roles[i].demand)?;
            Some(-self.world.network.nodes[i].responses[at].value(self.world.prices[i]))
        };
        let uses: Vec<f64> = (0..self.state.nodes.len()).map(|i| use_at_rest(i).unwrap_or(0.0)).collect();
        let all: f64 = uses.iter().sum();
        if all > 0.0 {
            for (state, used) in self.state.nodes.iter_mut().zip(uses) {
                state.filled = tonnes * used / all;
                state.reserve = state.filled;
            }
        }
        self.state.release = 1.0 / months;
    }

    /// Tonnes left in the public stockpile.
    pub fn reserve(&self) -> f64 {
        self.state.nodes.iter().map(|state| state.reserve).sum()
    }

    /// The network of the month just taken.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Prices of the month just taken.
    pub fn prices(&self) -> &[f64] {
        &self.prices
    }

    /// Takes one month.
    pub fn step(&mut self) -> Result<(), Unsolved> {
        self.fears();
        self.state.pose(self.world, self.values, &self.feared, &mut self.network);
        apply(self.shocks, self.month, self.world, self.values, &mut self.network);
        match World::clear(&mut self.solver, &self.network, &mut self.prices) {
            Status::Solved => {}
            Status::Stalled { residual } | Status::TooSlow { residual } => {
                return Err(Unsolved { month: self.month, residual });
            }
        }
        self.move_on();
        self.month += 1;
        Ok(())
    }

    /// Prices of all nodes in base prices.
    pub fn ratio(&self, node: usize) -> f64 {
        self.prices[node] / self.world.prices[node]
    }

    /// Mean price ratio of the users at the last stage that pass a test, weighted by their use in the base year; `None` if
    /// there are none.
    pub fn mean_price(&self, counts: impl Fn(usize) -> bool) -> Option<f64> {
        let (sum, weight) = users(self.world)
            .filter(|&(node, _)| counts(node))
            .fold((0.0, 0.0), |(sum, weight), (node, used)| (sum + used * self.ratio(node), weight + used));
        (weight > 0.0).then(|| sum / weight)
    }

    /// Tonnes used at a node in the month just taken.
    pub fn used(&self, node: usize) -> f64 {
        self.world.roles[node].demand.map_or(0.0, |at| -self.network.nodes[node].responses[at].value(self.prices[node]))
    }

    /// Share of the controlled exports that is allowed in a month: over all controls, by the exports they meet.
    pub fn share_allowed(&self, month: u32) -> f64 {
        share_allowed(self.world, self.shocks, self.values, month)
    }

    /// What every node has to fear: the controls of others that meet it, of several by one country the worst, at most all.
    fn fears(&mut self) {
        for (feared, place) in self.feared.iter_mut().zip(&self.world.places) {
            let of = |by: CountryId| {
                let theirs = self
                    .shocks
                    .iter()
                    .zip(&self.controlled)
                    .zip(&self.fear)
                    .filter(|((shock, _), _)| shock.by == by && is_control(shock) && shock.meets(place.country));
                theirs.map(|((_, controlled), fear)| controlled * fear).fold(0.0, f64::max)
            };
            let first = |&(i, shock): &(usize, &Shock)| self.shocks[..i].iter().all(|earlier| earlier.by != shock.by);
            let controllers = self.shocks.iter().enumerate().filter(first).map(|(_, shock)| shock.by);
            *feared = controllers.filter(|&by| by != place.country).map(of).sum::<f64>().min(1.0);
        }
    }

    fn move_on(&mut self) {
        let paces = Paces::of_a_month(self.values);
        self.state.follow(self.world, self.values, paces, &self.network, &self.prices);
        let values = self.values;
        for (shock, fear) in self.shocks.iter().zip(&mut self.fear) {
            if is_control(shock) && self.month >= shock.start {
                *fear += values.fear_adjustment * ((1.0 - allowed(shock, self.month, values)) - *fear);
            }
        }
    }
}

/// Nodes with use at the last stage, and their use at rest.
fn users(world: &World) -> impl Iterator<Item = (usize, f64)> + '_ {
    world.places.iter().enumerate().filter(|(_, place)| place.stage == world.last).filter_map(|(node, _)| {
        let at = world.roles[node].demand?;
        match world.network.nodes[node].responses[at] {
            Response::Demand { curve, .. } => Some((node, curve.quantity)),
            _ => None,
        }
    })
}

/// Exports at rest that controls meet, at one stage or all: with the least share that any of them leaves of each.
fn exports_met<'a>(
    world: &'a World,
    shocks: &'a [Shock],
    stage: Option<Stage>,
    left: impl Fn(&Shock) -> f64 + 'a,
) -> impl Iterator<Item = (f64, f64)> + 'a {
    let trade = world.ways.iter().zip(&world.network.arcs).zip(&world.flows).filter(|((way, _), _)| **way == Way::Trade);
    trade.filter_map(move |((_, arc), &flow)| {
        let (tail, head) = (world.places[arc.tail], world.places[arc.head]);
        let meets =
            |shock: &&Shock| is_control(shock) && tail.country == shock.by && shock.at(tail.stage) && shock.meets(head.country);
        if stage.is_some_and(|only| only != tail.stage) {
            return None;
        }
        shocks.iter().filter(meets).map(&left).reduce(f64::min).map(|share| (flow, share))
    })
}

/// True for a control that keeps anything back at some time.
fn threatens(shock: &Shock, values: &Values) -> bool {
    let now = Shock { start: 0, ..shock.clone() };
    is_control(shock) && (0..THREAT).any(|month| allowed(&now, month, values) < 1.0)
}

/// The exports that a control meets as a part of what those use whom it meets, at the stage where this is most, at most one.
fn controlled(world: &World, shock: &Shock) -> f64 {
    let of_stage = |stage| {
        let met = |country| shock.by != country && shock.meets(country);
        let need: f64 = world
            .places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.stage == stage && !place.gate && met(place.country))
            .map(|(node, _)| {
                let at = world.roles[node].demand;
                let used = at.map_or(0.0, |at| -world.network.nodes[node].responses[at].value(world.prices[node]));
                let refined = world.ways.iter().zip(&world.network.arcs).zip(&world.flows);
                let feed: f64 =
                    refined.filter(|((way, arc), _)| **way == Way::Refinery && arc.tail == node).map(|(_, flow)| flow).sum();
                used + feed
            })
            .sum();
        let one = std::slice::from_ref(shock);
        let exports: f64 = exports_met(world, one, Some(stage), |_| 0.0).map(|(flow, _)| flow).sum();
        if need > 0.0 { (exports / need).min(1.0) } else { 0.0 }
    };
    Stage::ALL.into_iter().map(of_stage).fold(0.0, f64::max)
}

/// Share of the controlled exports that is allowed in a month; of several controls on the same exports the tightest counts.
fn share_allowed(world: &World, shocks: &[Shock], values: &Values, month: u32) -> f64 {
    let met = exports_met(world, shocks, None, |shock| allowed(shock, month, values));
    let (out, all) = met.fold((0.0, 0.0), |(out, all), (flow, share)| (out + flow * share, all + flow));
    if all > 0.0 { out / all } else { 1.0 }
}

/// Runs some months and keeps everything; the import bill is that of the countries that ask.
pub fn run(world: &World, values: &Values, shocks: &[Shock], months: u32, asker: &[CountryId]) -> Result<Trajectory, Unsolved> {
    let mut crisis = Crisis::new(world, values, shocks);
    let restricts = |node: usize| {
        let country = world.places[node].country;
        shocks.iter().any(|shock| shock.by == country && !matches!(shock.measure, Measure::Tariff { .. }))
    };
    let hit = |node: usize| {
        let country = world.places[node].country;
        !restricts(node)
            && shocks.iter().any(|shock| match shock.measure {
                Measure::Tariff { .. } => shock.by == country,
                _ => shock.meets(country),
            })
    };
    let nodes: Vec<(usize, f64)> = users(world).collect();
    let mut trajectory = Trajectory {
        stage: world.last,
        priced: world.priced,
        users: nodes
            .iter()
            .map(|&(node, base_use)| User {
                country: world.places[node].country,
                base_use,
                base_price: world.prices[node],
                base_stock: world.roles[node].holding.map_or(0.0, |at| match world.network.nodes[node].responses[at] {
                    Response::Holding { held, .. } => held,
                    _ => 0.0,
                }),
                price: Vec::new(),
                used: Vec::new(),
                stock: Vec::new(),
                surplus_lost: Vec::new(),
            })
            .collect(),
        routes: Vec::new(),
        allowed: Vec::new(),
        outside: Vec::new(),
        inside: Vec::new(),
        accounts: Vec::new(),
        import_bill: 0.0,
    };
    let countries = 1 + world.places.iter().map(|place| place.country.index()).max().unwrap_or(0);
    let mut accounts = vec![Account::default(); countries];
    let imports = Imports::new(world, |country| asker.contains(&country));
    let mut totals = vec![0.0; world.ways.len()];
    for month in 0..months {
        crisis.step()?;
        for (user, &(node, _)) in trajectory.users.iter_mut().zip(&nodes) {
            let response = world.roles[node].demand.map(|at| crisis.network.nodes[node].responses[at]);
            let gained = response.and_then(|demand| demand.surplus(world.prices[node], crisis.prices[node])).unwrap_or(0.0);
            user.price.push(crisis.ratio(node));
            user.used.push(crisis.used(node));
            user.stock.push(crisis.state.nodes[node].stock);
            user.surplus_lost.push(-gained);
        }
        trajectory.allowed.push(share_allowed(world, shocks, values, month));
        trajectory.outside.extend(crisis.mean_price(hit));
        trajectory.inside.extend(crisis.mean_price(restricts));
        for (total, arc) in totals.iter_mut().zip(&crisis.network.arcs) {
            *total += arc.flow(crisis.prices[arc.tail], crisis.prices[arc.head]);
        }
        let in_force: Vec<Shock> = shocks.iter().filter(|shock| shock.in_force(month)).cloned().collect();
        accounts::add(&mut accounts, world, &crisis.network, &crisis.prices, &in_force, |_| true);
        trajectory.import_bill += imports.bill(world, &crisis.network, &crisis.prices);
    }
    trajectory.accounts = accounts
        .into_iter()
        .zip(0..)
        .filter(|(account, _)| *account != Account::default())
        .map(|(account, place)| (CountryId(place), account))
        .collect();
    for (k, arc) in world.network.arcs.iter().enumerate().filter(|(k, _)| world.ways[*k] == Way::Trade) {
        if world.flows[k] > 0.0 || totals[k] > 0.0 {
            let (tail, head) = (world.places[arc.tail], world.places[arc.head]);
            trajectory.routes.push(Route {
                stage: tail.stage,
                exporter: tail.country,
                importer: head.country,
                base: world.flows[k],
                total: totals[k],
            });
        }
    }
    Ok(trajectory)
}
