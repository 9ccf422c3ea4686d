//! One stop: a supplier's exports of a material at one stage end for some time, seen from one asker.

use adit_model::accounts::{self, Imports};
use adit_model::crisis::{Crisis, MONTH, Unsolved};
use adit_model::disruption::{apply, gates};
use adit_model::world::{World, linked_stages};
use adit_solver::market::{Network, Solver, Status};
use adit_vocab::baseline::Market;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::likelihood::LikelihoodValues;
use adit_vocab::losses::LossValues;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use adit_vocab::trajectory::Account;

use crate::likelihood::Evidence;
use crate::losses::buyers::{AskerIndustries, Buyer};
use crate::losses::{Exposure, Losses, Lost, UsersLoss};

pub use adit_model::economy::Economy;
pub use adit_model::world::BasePrices;

/// Length of the static period in years.
const YEAR: f64 = 1.0;

/// A market with its prices, its parameters and who buys.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The reconciled market.
    pub market: &'a Market,
    /// Prices of the base year.
    pub prices: BasePrices,
    /// The parameters.
    pub values: Values,
    /// The industries of the asker that buy it.
    pub buyers: Vec<Buyer>,
}

/// Who asks, with all that its losses rest on.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Who asks.
    pub party: &'a Party,
    /// What its industries are worth.
    pub industries: &'a AskerIndustries,
    /// The national table; it describes the United States.
    pub economy: &'a Economy,
    /// How a shortage becomes a loss.
    pub losses: LossValues,
    /// How likely stops are.
    pub likelihood: LikelihoodValues,
    /// What the rule of likelihoods looks at.
    pub evidence: &'a Evidence,
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

/// Sums from the start of a stop to one of its months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// Prices outside in base prices, weighted by the use of the base year, and the weights.
    price: (f64, f64),
    /// What the asker would have used, tonnes.
    pub used: f64,
    /// What the asker lacks, tonnes.
    pub missing: f64,
    /// What it gains in the market, money.
    pub account: Account,
    /// Paid on its imports beyond the base prices, money.
    pub import_bill: f64,
    /// What its users lose, money, by buyer.
    pub lost: Lost,
}

impl Sums {
    /// Mean price outside, in base prices.
    pub fn mean_price(&self) -> f64 {
        if self.price.1 > 0.0 { self.price.0 / self.price.1 } else { 1.0 }
    }
}

/// A stop, ready to run.
pub struct Runner<'a> {
    subject: &'a Subject<'a>,
    world: World,
    shocks: [Shock; 1],
    /// Nodes of the asker with use, their use at rest and what they have to lose.
    users: Vec<(usize, f64, Option<Exposure>)>,
    /// All nodes with use outside the supplier, with their use at rest.
    outside: Vec<(usize, f64)>,
    /// By position in `Countries`: the asker's members.
    members: Vec<bool>,
    /// How they import from others and export to them.
    imports: Imports,
}

impl<'a> Runner<'a> {
    /// Month by month with `period` a month, at once with a year. With a trigger price, in base prices, the asker has access to
    /// a public stockpile.
    fn new(subject: &'a Subject<'a>, stop: Stop, asker: &Asker, period: f64, trigger: Option<f64>) -> Runner<'a> {
        let shocks = [Shock {
            measure: Measure::ExportBan,
            by: stop.supplier,
            stage: Some(stop.stage),
            on: Vec::new(),
            start: 0,
            months: None,
            leakage: None,
        }];
        let stages = linked_stages(subject.market, Some(stop.stage));
        let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
        let mut world = World::at_rest(subject.market, &stages, subject.prices, &subject.values, &gates(&shocks, &ids), period);
        if let Some(trigger) = trigger {
            world.add_reserve(asker.party, trigger);
        }
        let outside = used_at_rest(&world).filter(|&(node, _)| world.places[node].country != stop.supplier).collect();
        let users = users_of(&world, subject, asker, &subject.values);
        let countries = 1 + world.places.iter().map(|place| place.country.index()).max().unwrap_or(0);
        let mut members = vec![false; countries];
        for member in asker.party.members.iter().filter(|member| member.index() < countries) {
            members[member.index()] = true;
        }
        let imports = Imports::new(&world, |country| members[country.index()]);
        Runner { subject, world, shocks, users, outside, members, imports }
    }

    /// To be followed month by month.
    pub fn monthly(subject: &'a Subject<'a>, stop: Stop, asker: &Asker, trigger: Option<f64>) -> Runner<'a> {
        Runner::new(subject, stop, asker, MONTH, trigger)
    }

    /// To be cleared once for a year.
    pub fn of_a_year(subject: &'a Subject<'a>, stop: Stop, asker: &Asker) -> Runner<'a> {
        Runner::new(subject, stop, asker, YEAR, None)
    }

    /// The sums to the end of each of some months, ascending; `held` tonnes lie in the public stockpile, to be released over at
    /// least so many months. Accounts are kept only if the `market` loss is asked for.
    pub fn months(&self, ends: &[u32], held: Option<(f64, f64)>, market: bool) -> Result<Vec<Sums>, Unsolved> {
        let mut crisis = Crisis::new(&self.world, &self.subject.values, &self.shocks);
        if let Some((tonnes, months)) = held {
            crisis.hold(tonnes, months);
        }
        let (mut sums, mut found) = (self.nothing(), Vec::with_capacity(ends.len()));
        let mut books = Books::new(self, market);
        for month in 1..=ends.last().copied().unwrap_or(0) {
            crisis.step()?;
            self.count(crisis.network(), crisis.prices(), &mut books, &mut sums);
            found.extend(ends.iter().filter(|end| **end == month).map(|_| sums.clone()));
        }
        Ok(found)
    }

    /// The sums of one clearing.
    pub fn year(&self) -> Result<Sums, Unsolved> {
        let mut network = self.world.network.clone();
        apply(&self.shocks, 0, &self.world, &self.subject.values, &mut network);
        let mut prices = self.world.prices.clone();
        match World::clear(&mut Solver::new(&network), &network, &mut prices) {
            Status::Solved => {}
            Status::Stalled { residual } | Status::TooSlow { residual } => return Err(Unsolved { month: 0, residual }),
        }
        let mut sums = self.nothing();
        self.count(&network, &prices, &mut Books::new(self, true), &mut sums);
        Ok(sums)
    }

    /// What sums over `years` mean in losses.
    pub fn losses(&self, sums: &Sums) -> Losses {
        let priced = self.world.priced;
        let (known, all) = self.users.iter().fold((0.0, 0.0), |(known, all), (_, used, exposure)| {
            (known + exposure.as_ref().map_or(0.0, |exposure| used * exposure.covered), all + used)
        });
        let covered = if all > 0.0 { known / all } else { 0.0 };
        Losses {
            market: priced.then(|| -sums.account.total()),
            import_bill: priced.then_some(sums.import_bill),
            users: (priced && known > 0.0).then(|| UsersLoss::new(&self.subject.buyers, &sums.lost, sums.import_bill, covered)),
        }
    }

    /// True if money is US dollars.
    pub fn priced(&self) -> bool {
        self.world.priced
    }

    fn nothing(&self) -> Sums {
        Sums { lost: Lost { by_buyer: vec![0.0; self.subject.buyers.len()], bound: 0.0 }, ..Sums::default() }
    }

    /// Adds one period.
    fn count(&self, network: &Network, prices: &[f64], books: &mut Books, sums: &mut Sums) {
        for &(node, used) in &self.outside {
            sums.price.0 += used * prices[node] / self.world.prices[node];
            sums.price.1 += used;
        }
        for (node, used, exposure) in &self.users {
            let now = self.world.roles[*node].demand.map_or(0.0, |at| -network.nodes[*node].responses[at].value(prices[*node]));
            let missing = (used - now).max(0.0);
            sums.used += used;
            sums.missing += missing;
            if let Some(exposure) = exposure {
                exposure.add(missing / used, self.world.period, &mut sums.lost);
            }
        }
        let counts = |country: CountryId| self.members.get(country.index()).copied().unwrap_or(false);
        if books.market {
            accounts::add(&mut books.accounts, &self.world, network, prices, &self.shocks, counts);
            sums.account = books.accounts.iter().fold(Account::default(), |sum, account| sum.plus(account));
        }
        sums.import_bill += self.imports.bill(&self.world, network, prices);
    }
}

/// Nodes with use at the last stage, and their use at rest, tonnes a period.
fn used_at_rest(world: &World) -> impl Iterator<Item = (usize, f64)> + '_ {
    world
        .places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.stage == world.last)
        .filter_map(|(node, _)| Some((node, world.used_at_rest(node)?)))
}

/// The asker's nodes with use, their use at rest, and what they have to lose where its industries are known.
pub(crate) fn users_of(world: &World, subject: &Subject, asker: &Asker, values: &Values) -> Vec<(usize, f64, Option<Exposure>)> {
    let mut users = Vec::new();
    for (node, used) in used_at_rest(world) {
        let member = asker.industries.members.iter().find(|member| member.country == world.places[node].country);
        if let Some(member) = member {
            let value = used * world.prices[node] / world.period;
            let exposure = Exposure::new(&subject.buyers, member, value, values.demand_short, &asker.losses);
            users.push((node, used, exposure.filter(|_| world.priced)));
        }
    }
    users
}

/// Accounts by country, from the start.
struct Books {
    accounts: Vec<Account>,
    /// True if accounts are kept.
    market: bool,
}

impl Books {
    fn new(runner: &Runner, market: bool) -> Books {
        let countries = runner.members.len();
        Books { accounts: vec![Account::default(); countries], market }
    }
}
