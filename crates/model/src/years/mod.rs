//! The market of one material year by year: use grows, plants come on line, contracts pay, owners decide.
//!
//! # Units
//! The network holds quantities over the trend of use: in a world that grows evenly it stays as it was in the base year, and
//! what stands keeps up with the trend as long as prices do not move. A plant's tonnes enter divided by the trend.
//!
//! # Order of a year
//! Contracts are made; plants move on and come on line; the network of the year is put together; the market clears, with what
//! contracts add to the price that a plant acts on; stocks, expectations and what stands move on; owners decide; the year is
//! written down. Within a year the market answers with its short-run elasticities, from year to year it moves along to the long
//! run as in a crisis.

mod contracts;
mod decisions;
pub mod growth;
pub mod investment;
mod measures;
pub mod plants;
mod record;
mod sites;
mod supplier;

use adit_solver::market::{Network, Response, Solver, Status};
use adit_vocab::baseline::{Market, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Values;
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Package, Terms};
use adit_vocab::project::{Kind, Project};
use adit_vocab::scenario::Shock;
use adit_vocab::stage::Stage;
use adit_vocab::years::{YearParameters, YearValues};

use crate::disruption::apply;
use crate::policy;
use crate::policy::market;
use crate::state::{Paces, State};
use crate::world::{BasePrices, Way, World, linked_stages};
use contracts::Contract;
use growth::Growth;
use plants::{Costs, Luck, Phase, Plant};
use sites::Sites;

/// Most plants that nobody has named yet, in a region and stage.
const MOST_UNNAMED: usize = 8;
/// What contracts add is found when it moves by less than this part of the base price.
const SETTLED: f64 = 1e-9;
/// Rounds in which it is looked for.
const MOST_ROUNDS: usize = 60;

/// A year for which no prices clear the market; its result would be wrong and is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unsolved {
    /// The year.
    pub year: i32,
    /// Largest imbalance left, in parts of a node's throughput.
    pub residual: f64,
}

/// Everything a pathway starts from.
pub struct Start<'a> {
    /// The material.
    pub material: MaterialId,
    /// The reconciled market.
    pub market: &'a Market,
    /// The stage to follow, where the stages are markets of their own; without meaning where they are linked.
    pub stage: Option<Stage>,
    /// The base year.
    pub base_year: i32,
    /// Prices of the base year.
    pub prices: BasePrices,
    /// Parameters of the market.
    pub values: Values,
    /// Parameters of the years.
    pub years: YearValues,
    /// Their ranges, in which every plant stands somewhere.
    pub ranges: &'a YearParameters,
    /// How use grows.
    pub growth: Growth,
    /// Who is feared.
    pub supplier: CountryId,
    /// Who asks: its buyers take what is under offtake.
    pub home: &'a [CountryId],
    /// Measures and what the supplier does.
    pub package: &'a Package,
    /// Projects of this material.
    pub projects: &'a [&'a Project],
    /// Where others may build that nobody has named: stage, country and kind of plant, one a region and stage.
    pub pools: &'a [(Stage, CountryId, Kind)],
    /// Luck of each project, then of each plant of the pools, eight a pool.
    pub luck: &'a dyn Fn(usize) -> Luck,
}

/// A region's chance to build what nobody has named.
#[derive(Clone, Debug, PartialEq)]
struct Pool {
    /// Plants that may be begun, by position.
    plants: Vec<usize>,
    /// How many are.
    begun: usize,
}

/// A market on its way.
pub struct Years<'a> {
    start: Start<'a>,
    stages: Vec<&'a StageBalance>,
    world: World,
    sites: Sites,
    ledger: record::Ledger,
    /// Places of a flood.
    flood: Vec<(usize, usize, f64)>,
    /// Free responses for measures.
    places: Vec<market::Place>,
    ban: [Shock; 1],
    solver: Solver,
    network: Network,
    prices: Vec<f64>,
    /// The same if the supplier ended its exports in the year just taken.
    cut: (Network, Vec<f64>),
    state: State,
    calm: Vec<f64>,
    plants: Vec<Plant>,
    pools: Vec<Pool>,
    contracts: Vec<Contract>,
    /// What each plant can make in the year, over the trend.
    online: Vec<f64>,
    /// What contracts add to a tonne of each plant.
    adds: Vec<f64>,
    year: i32,
}

impl<'a> Years<'a> {
    /// At rest in the base year, to be followed up to a last year.
    pub fn new(start: Start<'a>, last: i32) -> Years<'a> {
        let stages = linked_stages(start.market, start.stage);
        let gates = measures::gates(&start, &stages, last);
        let mut world = World::at_rest(start.market, &stages, start.prices, &start.values, &gates, 1.0);
        let mut plants = Vec::new();
        for (i, project) in start.projects.iter().enumerate() {
            let Some(value) = value_of(&world, start.market, project.row.stage) else { continue };
            let luck = (start.luck)(i);
            // a published cost of running counts what the plant is made of
            let feed = world_price(&world, project.row.stage).map_or(0.0, |price| price - value);
            let opex = project.row.opex_usd_per_t.map(|opex| opex - feed).filter(|opex| *opex > 0.0);
            let published = if world.priced { (project.capex(), opex) } else { (None, None) };
            let costs = Costs::new(value, 1.0, published, (&start.years, start.ranges), &luck);
            let figures = (&start.years, start.ranges);
            plants.extend(Plant::of_project((i, project), costs, figures, &luck, start.base_year));
        }
        let mut pools = Vec::new();
        for (i, &(stage, country, kind)) in start.pools.iter().enumerate() {
            let (Some(value), Some(balance)) = (value_of(&world, start.market, stage), start.market.stage(stage)) else {
                continue;
            };
            let first = plants.len();
            for further in 0..MOST_UNNAMED {
                let luck = (start.luck)(start.projects.len() + i * MOST_UNNAMED + further);
                let dearer = (1.0 + start.years.pool_cost_step).powi(i32::try_from(further).unwrap_or(i32::MAX));
                let costs = Costs::new(value, dearer, (None, None), (&start.years, start.ranges), &luck);
                let tonnes = start.years.pool_tranche * balance.world_output();
                let plant = Plant::unnamed((stage, country), kind, tonnes, costs, (&start.years, start.ranges), &luck);
                // begins when somebody begins it
                plants.push(Plant { since: f64::INFINITY, ..plant });
            }
            pools.push(Pool { plants: (first..plants.len()).collect(), begun: 0 });
        }
        let planned: Vec<(Stage, CountryId, f64)> =
            plants.iter().map(|plant| (plant.stage, plant.country, plant.tonnes)).collect();
        let market = start.market;
        let gains = |stage| Some((market.before(stage)?.stage, market.gain_into(stage)?));
        let sites = Sites::add(&mut world, &stages, gains, &planned, &start.values);
        let output = record::output_at_rest(&world, &stages);
        let flood = supplier::add(&mut world, start.supplier, &output);
        let places = measures::set_aside(&mut world, &start);
        let ledger = record::Ledger::new(&world, &stages, start.supplier);
        let mut state = State::new(&world);
        // what is sold at all is sold within a year
        state.release = 1.0;
        let (network, prices) = (world.network.clone(), world.prices.clone());
        Years {
            ban: [supplier::ban(start.supplier)],
            solver: Solver::new(&network),
            cut: (network.clone(), prices.clone()),
            calm: vec![0.0; prices.len()],
            online: vec![0.0; plants.len()],
            adds: vec![0.0; plants.len()],
            contracts: Vec::new(),
            year: start.base_year,
            start,
            stages,
            sites,
            ledger,
            flood,
            places,
            network,
            prices,
            state,
            plants,
            pools,
            world,
        }
    }

    /// Takes a year.
    pub fn step(&mut self, pathway: &mut Pathway) -> Result<(), Unsolved> {
        self.year += 1;
        self.contract();
        let before: Vec<f64> = self.plants.iter().map(|plant| plant.age).collect();
        self.move_plants();
        self.pose();
        self.clear(&before)?;
        let made = self.made();
        let cash = self.cash(&before, &made);
        let paces = Paces::of_a_year(&self.start.values, 1.0 + self.start.years.expansion_room);
        self.state.follow(&self.world, &self.start.values, paces, &self.network, &self.prices);
        self.store();
        self.decide();
        record::write(self, pathway, &made, cash);
        Ok(())
    }

    /// Clears the year just taken once more as if the supplier ended its exports in it.
    pub fn cut_off(&mut self) -> Result<(), Unsolved> {
        self.cut.0.clone_from(&self.network);
        self.clear_cut(self.year)
    }

    /// The same for an earlier year, from the network in which it cleared.
    pub fn cut_off_in(&mut self, year: i32, network: &Network) -> Result<(), Unsolved> {
        self.cut.0.clone_from(network);
        self.clear_cut(year)
    }

    fn clear_cut(&mut self, year: i32) -> Result<(), Unsolved> {
        apply(&self.ban, 0, &self.world, &self.start.values, &mut self.cut.0);
        // the prices of a stop in a neighbouring year are nearer than those without one
        solve(&mut self.solver, &self.cut.0, &mut self.cut.1, year)
    }

    /// The market at rest.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Network and prices of the year just taken.
    pub fn cleared(&self) -> (&Network, &[f64]) {
        (&self.network, &self.prices)
    }

    /// Network and prices of [`Years::cut_off`].
    pub fn cleared_without(&self) -> (&Network, &[f64]) {
        (&self.cut.0, &self.cut.1)
    }

    /// The stages of the year just taken as balances of output and trade, quantities over the trend.
    pub fn balances(&self) -> Vec<StageBalance> {
        record::balances(self)
    }

    /// What a country uses at a stage and feeds into its next one in the year just taken, over the trend.
    pub fn need(&self, stage: Stage, country: CountryId) -> f64 {
        let Some(node) = self.world.node(stage, country) else { return 0.0 };
        let price = self.prices[node];
        let used = self.world.roles[node].demand.map_or(0.0, |at| -self.network.nodes[node].responses[at].value(price));
        let made = self.world.ways.iter().zip(&self.network.arcs);
        let fed = made.filter(|(way, arc)| matches!(way, Way::Refinery | Way::Plant) && arc.tail == node);
        used + fed.map(|(_, arc)| arc.flow(price, self.prices[arc.head])).sum::<f64>()
    }

    /// What is left of a node's use after substitution programmes of a year: they are no loss.
    pub fn wanted(&self, node: usize, year: i32) -> f64 {
        let country = self.world.places[node].country;
        let policies = self.start.package.policies.iter().filter(|policy| policy.in_force(year) && self.concerns(policy));
        let saved = policies.filter(|policy| market::members(policy, self.start.home).contains(&country)).map(|policy| {
            let running = self.running(policy, year);
            match policy.terms {
                Terms::Substitution { part, years, .. } => 1.0 - part * (running / years).min(1.0),
                _ => 1.0,
            }
        });
        saved.product()
    }

    /// The shock of [`Years::cut_off`].
    pub fn ban(&self) -> &[Shock] {
        &self.ban
    }

    /// The year just taken.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Plants move on; what they can make is over the trend.
    fn move_plants(&mut self) {
        let growth = self.start.growth.at(f64::from(self.year));
        for i in 0..self.plants.len() {
            let hasten = if self.plants[i].phase == Phase::Permitting || self.plants[i].phase == Phase::Studies {
                let policies = &self.start.package.policies;
                let factors = self.means(&self.plants[i]).into_iter().map(|policy| {
                    let terms = &policies[policy].terms;
                    (policy::kind(terms).hasten)(terms)
                });
                factors.product()
            } else {
                1.0
            };
            let waits_to_begin = self.plants[i].since == f64::INFINITY;
            let share = if waits_to_begin { 0.0 } else { self.plants[i].advance(self.year, hasten) };
            self.online[i] = self.plants[i].tonnes * (share - self.plants[i].already).max(0.0) / growth;
        }
    }

    /// The network of the year.
    fn pose(&mut self) {
        let (start, year) = (&self.start, f64::from(self.year));
        self.state.pose(&self.world, &start.values, &self.calm, &mut self.network);
        let scrap = start.growth.scrap(year, start.years.lifetime);
        if scrap != 1.0 {
            for (roles, node) in self.world.roles.iter().zip(&mut self.network.nodes) {
                if let Some(Response::Supply { curve, capacity, .. }) = roles.secondary.map(|at| &mut node.responses[at]) {
                    curve.quantity *= scrap;
                    *capacity *= scrap;
                }
            }
        }
        self.sites.open(&self.online, &start.values, &mut self.network);
        if supplier::floods(start.package.behaviour, self.year) {
            supplier::flood(&self.flood, &start.years, &mut self.network);
        }
        let mut network = std::mem::take(&mut self.network);
        for (place, policy) in self.start.package.policies.iter().enumerate().filter(|(_, policy)| self.acts(policy)) {
            let year = self.market_year(place, policy);
            (policy::kind(&policy.terms).market)(&policy.terms, &year, &mut network);
        }
        self.network = network;
    }

    /// Clears the market. What contracts add depends on prices and prices on it; each round takes the prices of the one before.
    /// More paid is more made is a lower price is more paid, by a factor below one, because others answer to the price as well.
    fn clear(&mut self, before: &[f64]) -> Result<(), Unsolved> {
        let running: Vec<usize> = (0..self.plants.len()).filter(|&plant| self.online[plant] > 0.0).collect();
        let parts = self.parts(before);
        self.bind(&parts);
        let held = self.held_back();
        if !held.is_empty() {
            apply(&held, 0, &self.world, &self.start.values, &mut self.network);
        }
        for round in 0..MOST_ROUNDS {
            let mut moved: f64 = 0.0;
            for &plant in &running {
                let base = self.world.prices[self.sites.sells_at(plant, &self.network)];
                let now = self.added(plant, &parts);
                let next = if round < 8 { now } else { 0.5 * (now + self.adds[plant]) };
                moved = moved.max((next - self.adds[plant]).abs() / base);
                self.adds[plant] = next;
            }
            if round > 0 && moved < SETTLED {
                return Ok(());
            }
            for &plant in &running {
                let (tonnes, opex) = (self.online[plant], self.plants[plant].costs.opex);
                self.sites.place(plant, tonnes, opex, self.adds[plant], &mut self.network);
            }
            solve(&mut self.solver, &self.network, &mut self.prices, self.year)?;
            if parts.is_empty() {
                return Ok(());
            }
        }
        Err(Unsolved { year: self.year, residual: SETTLED })
    }

    /// Tonnes that each plant made in the year.
    fn made(&self) -> Vec<f64> {
        let growth = self.start.growth.at(f64::from(self.year));
        let made = |plant: usize| {
            if self.online[plant] > 0.0 { growth * self.sites.output(plant, &self.network, &self.prices) } else { 0.0 }
        };
        (0..self.plants.len()).map(made).collect()
    }
}

/// Follows a market for some years; `each` sees it after every year.
pub fn follow<'a>(
    start: Start<'a>,
    until: i32,
    mut each: impl FnMut(&mut Years<'a>) -> Result<(), Unsolved>,
) -> Result<Pathway, Unsolved> {
    let mut years = Years::new(start, until);
    let mut pathway = record::begin(&years);
    while years.year < until {
        years.step(&mut pathway)?;
        each(&mut years)?;
    }
    record::finish(&years, &mut pathway);
    Ok(pathway)
}

fn solve(solver: &mut Solver, network: &Network, prices: &mut [f64], year: i32) -> Result<(), Unsolved> {
    match World::clear(solver, network, prices) {
        Status::Solved => Ok(()),
        Status::Stalled { residual } | Status::TooSlow { residual } => Err(Unsolved { year, residual }),
    }
}

/// Base price of a stage; `None` for one that is not in the world.
fn world_price(world: &World, stage: Stage) -> Option<f64> {
    Some(world.prices[world.places.iter().position(|place| place.stage == stage)?])
}

/// What a plant of a stage adds to the value of a tonne at base prices; `None` for a stage that is not in the world, or where
/// nothing is left for it.
fn value_of(world: &World, market: &Market, stage: Stage) -> Option<f64> {
    let price = |stage: Stage| world_price(world, stage);
    let feed = match (market.before(stage), market.gain_into(stage)) {
        (Some(before), Some(gain)) => price(before.stage)? / gain,
        _ => 0.0,
    };
    Some(price(stage)? - feed).filter(|value| *value > 0.0)
}
