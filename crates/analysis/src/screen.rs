//! Screen: every supplier of every material is stopped once, and each supplier's all together.
//!
//! A supplier with more than one percent of world output at a stage stops its exports there for a year. Two forms: one clearing
//! of a whole year, or twelve months one after the other. Markets of different materials do not know each other, so what a
//! supplier controls together is the sum over its materials.

use adit_model::crisis::{Crisis, MONTH, Unsolved};
use adit_model::disruption::{apply, gates};
use adit_model::world::{BasePrices, World, linked_stages};
use adit_solver::market::{Response, Solver, Status};
use adit_vocab::baseline::{Market, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// Suppliers below this share of world output are left out.
pub const LEAST_SHARE: f64 = 0.01;
/// Months of a stop.
pub const MONTHS: u32 = 12;
/// Length of the static period in years.
const YEAR: f64 = 1.0;

/// How a stop is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One clearing of a year.
    Static,
    /// Month by month.
    Monthly,
}

/// A market with its prices and parameters.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The reconciled market.
    pub market: &'a Market,
    /// Prices of the base year.
    pub prices: BasePrices,
    /// The central parameters.
    pub values: Values,
}

/// One supplier, material and stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// The material.
    pub material: MaterialId,
    /// The stage.
    pub stage: Stage,
    /// Who stops.
    pub supplier: CountryId,
    /// Share of world output.
    pub share: f64,
}

/// What a stop does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// What was stopped.
    pub stop: Stop,
    /// Mean price outside over the year, in base prices.
    pub price: f64,
    /// What the asker uses in a year, tonnes.
    pub used: f64,
    /// What the asker lacks, tonnes.
    pub missing: f64,
    /// What users in the asking country lose of their surplus, US dollars; `None` without a published price.
    pub lost: Option<f64>,
}

impl Outcome {
    /// Part of a year's use that the asker lacks; 0 if it uses nothing.
    pub fn missing_share(&self) -> f64 {
        if self.used > 0.0 { self.missing / self.used } else { 0.0 }
    }
}

/// The screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// All stops that were solved, the dearest for the asker first; those without a price last.
    pub outcomes: Vec<Outcome>,
    /// Stops for which no prices clear the market.
    pub unsolved: Vec<(Stop, Unsolved)>,
}

/// A supplier's stops together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// The supplier.
    pub supplier: CountryId,
    /// How many materials it could stop.
    pub materials: usize,
    /// Of how many the asker would lack more than a tenth.
    pub short: usize,
    /// What the asker's users lose, US dollars, over materials with a price; `None` if none has one.
    pub lost: Option<f64>,
}

/// All stops of a market.
pub fn stops(market: &Market) -> Vec<Stop> {
    let of_stage = |balance: &StageBalance| {
        let world = balance.world_output();
        let makers: Vec<Stop> = balance
            .nodes
            .iter()
            .map(|node| Stop {
                material: market.material,
                stage: balance.stage,
                supplier: node.country,
                share: balance.counted_output(node) / world,
            })
            .filter(|stop| stop.share > LEAST_SHARE)
            .filter(|stop| balance.flows.iter().any(|flow| flow.exporter == stop.supplier && flow.datum.value > 0.0))
            .collect();
        makers
    };
    market.stages.iter().flat_map(of_stage).collect()
}

/// Runs the stops of all subjects, those of one supplier or all. `tell` hears of every one that is done, from any thread.
pub fn screen(
    subjects: &[Subject],
    importer: &Party,
    against: Option<CountryId>,
    form: Form,
    tell: &(dyn Fn() + Sync),
) -> Screen {
    let all: Vec<(&Subject, Stop)> = subjects
        .iter()
        .flat_map(|subject| stops(subject.market).into_iter().map(move |stop| (subject, stop)))
        .filter(|(_, stop)| against.is_none_or(|against| stop.supplier == against))
        .collect();
    let results: Vec<(Stop, Result<Outcome, Unsolved>)> = all
        .par_iter()
        .map(|(subject, stop)| {
            let found = run(subject, stop, importer, form);
            tell();
            (*stop, found)
        })
        .collect();
    let mut screen = Screen { outcomes: Vec::new(), unsolved: Vec::new() };
    for (stop, result) in results {
        match result {
            Ok(outcome) => screen.outcomes.push(outcome),
            Err(unsolved) => screen.unsolved.push((stop, unsolved)),
        }
    }
    screen.outcomes.sort_by(|a, b| {
        let key = |outcome: &Outcome| (outcome.lost.unwrap_or(f64::NEG_INFINITY), outcome.missing / outcome.used.max(1e-9));
        let ((lost_a, missing_a), (lost_b, missing_b)) = (key(a), key(b));
        lost_b.total_cmp(&lost_a).then(missing_b.total_cmp(&missing_a))
    });
    screen
}

/// What each supplier controls together, a lower bound where a material has two markets, the dearest first.
pub fn together(screen: &Screen) -> Vec<Together> {
    let mut suppliers: Vec<CountryId> = screen.outcomes.iter().map(|outcome| outcome.stop.supplier).collect();
    suppliers.sort_unstable();
    suppliers.dedup();
    let of_supplier = |supplier| {
        // of two stages of one material the dearer counts: linked, the other is in its way; else it is a lower bound
        let mut dearest: std::collections::BTreeMap<MaterialId, &Outcome> = std::collections::BTreeMap::new();
        for outcome in screen.outcomes.iter().filter(|outcome| outcome.stop.supplier == supplier) {
            dearest.entry(outcome.stop.material).or_insert(outcome);
        }
        Together {
            supplier,
            materials: dearest.len(),
            short: dearest.values().filter(|outcome| outcome.missing > 0.1 * outcome.used).count(),
            lost: dearest.values().filter_map(|outcome| outcome.lost).reduce(|sum, lost| sum + lost),
        }
    };
    let mut list: Vec<Together> = suppliers.into_iter().map(of_supplier).collect();
    let lost = |entry: &Together| entry.lost.unwrap_or(f64::NEG_INFINITY);
    list.sort_by(|a, b| lost(b).total_cmp(&lost(a)).then(a.supplier.cmp(&b.supplier)));
    list
}

fn run(subject: &Subject, stop: &Stop, importer: &Party, form: Form) -> Result<Outcome, Unsolved> {
    let shocks = [Shock {
        measure: Measure::ExportBan,
        by: stop.supplier,
        stage: Some(stop.stage),
        on: Vec::new(),
        start: 0,
        months: Some(MONTHS),
        leakage: None,
    }];
    let stages = linked_stages(subject.market, Some(stop.stage));
    let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
    let period = match form {
        Form::Static => YEAR,
        Form::Monthly => MONTH,
    };
    let world = World::at_rest(subject.market, &stages, subject.prices, &subject.values, &gates(&shocks, &ids), period);
    let mut tally = Tally { stop, importer, world: &world, price: 0.0, weight: 0.0, used: 0.0, missing: 0.0, lost: 0.0 };
    match form {
        Form::Static => {
            let mut network = world.network.clone();
            apply(&shocks, 0, &world, &subject.values, &mut network);
            let mut prices = world.prices.clone();
            match World::clear(&mut Solver::new(&network), &network, &mut prices) {
                Status::Solved => {}
                Status::Stalled { residual } | Status::TooSlow { residual } => return Err(Unsolved { month: 0, residual }),
            }
            for (node, &price) in prices.iter().enumerate() {
                let demand = world.roles[node].demand.map(|at| network.nodes[node].responses[at]);
                tally.count(node, price, demand);
            }
        }
        Form::Monthly => {
            let mut crisis = Crisis::new(&world, &subject.values, &shocks);
            for _ in 0..MONTHS {
                crisis.step()?;
                for node in 0..world.prices.len() {
                    tally.count(node, crisis.ratio(node) * world.prices[node], crisis.demand(node));
                }
            }
        }
    }
    Ok(Outcome {
        stop: *stop,
        price: if tally.weight > 0.0 { tally.price / tally.weight } else { 1.0 },
        used: tally.used,
        missing: tally.missing,
        lost: world.priced.then_some(tally.lost),
    })
}

/// Sums over nodes and periods.
struct Tally<'a> {
    stop: &'a Stop,
    importer: &'a Party,
    world: &'a World,
    price: f64,
    weight: f64,
    used: f64,
    missing: f64,
    lost: f64,
}

impl Tally<'_> {
    /// One node in one period, at its price, with its demand of that period.
    fn count(&mut self, node: usize, price: f64, demand: Option<Response>) {
        let place = self.world.places[node];
        let at_rest = self.world.roles[node].demand.map(|at| self.world.network.nodes[node].responses[at]);
        let (Some(demand), Some(at_rest), true) = (demand, at_rest, place.stage == self.world.last) else { return };
        let rest = self.world.prices[node];
        let before = -at_rest.value(rest);
        if place.country != self.stop.supplier {
            self.price += before * price / rest;
            self.weight += before;
        }
        if self.importer.has(place.country) {
            self.used += before;
            self.missing += (before + demand.value(price)).max(0.0);
            self.lost -= demand.surplus(rest, price).unwrap_or(0.0);
        }
    }
}
