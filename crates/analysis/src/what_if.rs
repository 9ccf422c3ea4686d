//! What if: a shock hits the market of one material; what happens to prices, to use and to stocks, month by month.
//!
//! The central run uses the central parameters. The bands come from draws of all parameters over their ranges; those of prices
//! also hold what parameters do not explain (`residual_log_sd`).

use adit_model::crisis::{MONTH, Unsolved, run};
use adit_model::disruption::gates;
use adit_model::world::{World, linked_stages};
use adit_vocab::baseline::Market;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::losses::{LossParameters, LossValues};
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::scenario::Shock;
use adit_vocab::stage::Stage;
use adit_vocab::trajectory::Trajectory;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::draws::{Band, band, draw, free_dimension, quantile};
use crate::losses::buyers::{AskerIndustries, Buyer};
use crate::losses::{UsersLoss, economy_loss, of_trajectory};
use crate::stop::Economy;

pub use adit_model::world::BasePrices;

/// Draws behind a band.
pub const DRAWS: u32 = 64;
/// A stock has ended when less than this part of the base year's is left.
pub const ENDED: f64 = 0.05;

/// The question.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The reconciled market.
    pub market: &'a Market,
    /// Prices of the base year.
    pub prices: BasePrices,
    /// Parameters of the material.
    pub parameters: &'a Parameters,
    /// What is done.
    pub shocks: &'a [Shock],
    /// Months from the announcement.
    pub months: u32,
    /// Who asks.
    pub importer: &'a Party,
    /// What its industries lose; not asked if `None`.
    pub industries: Option<IndustriesAsked<'a>>,
}

/// What the loss of industries rests on.
#[derive(Clone, Copy, Debug)]
pub struct IndustriesAsked<'a> {
    /// What the asker's industries are worth.
    pub asker: &'a AskerIndustries,
    /// Those that buy the material.
    pub buyers: &'a [Buyer],
    /// The national table; it describes the United States.
    pub economy: &'a Economy,
    /// Parameters of losses.
    pub parameters: &'a LossParameters,
}

/// Bands of the users' loss, US dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UsersBands {
    /// Value added lost.
    pub output: Band,
    /// That, and what is paid on imports beyond the base prices.
    pub total: Band,
    /// Value added lost without any substitution.
    pub bound: Band,
}

/// Three losses over all months, US dollars: never added up, see [`crate::losses`].
#[derive(Clone, Debug, PartialEq)]
pub struct LossBands {
    /// In the market, all accounts of the asker: central and band.
    pub market: (f64, Band),
    /// Paid on imports beyond the base prices: central and band.
    pub import_bill: (f64, Band),
    /// Of users: the central run and bands; `None` if no industry of the asker is known.
    pub users: Option<(UsersLoss, UsersBands)>,
    /// In the whole economy: central by industry, and the band of the sum; `None` where no national table is at hand.
    pub economy: Option<(Vec<f64>, Band)>,
    /// The users' loss of every draw in which it is known, for joint losses.
    pub draws: Vec<Drawn>,
}

/// The users' loss of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Number of the draw; equal numbers stand at the same places of the ranges.
    pub number: u32,
    /// The loss.
    pub users: UsersLoss,
    /// The parameters of losses.
    pub values: LossValues,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The run with the central parameters.
    pub central: Trajectory,
    /// Bands by month of the price outside, in base prices.
    pub outside: Vec<Band>,
    /// Bands by month of the price inside; empty if there is none.
    pub inside: Vec<Band>,
    /// Bands by month of what the asker uses, as a part of the base year's; empty if it uses nothing.
    pub used: Vec<Band>,
    /// Band of the asker's missing tonnes over all months.
    pub missing: Option<Band>,
    /// Band of the asker's lost consumer surplus over all months, US dollars; `None` without a published price.
    pub lost: Option<Band>,
    /// What the asker loses; `None` without a published price.
    pub losses: Option<LossBands>,
    /// How many draws found no equilibrium and are left out.
    pub unsolved: usize,
}

/// What one draw leaves behind.
struct Outcome {
    outside: Vec<f64>,
    inside: Vec<f64>,
    used: Vec<f64>,
    missing: f64,
    lost: f64,
    losses: OneLoss,
    drawn: Option<(u32, LossValues)>,
}

/// The three losses of one run.
pub(crate) struct OneLoss {
    market: f64,
    import_bill: f64,
    /// Of users; `None` if it is not known.
    pub(crate) users: Option<UsersLoss>,
    economy: Option<Vec<f64>>,
}

/// Answers it with bands from some draws, [`DRAWS`] unless somebody cannot wait. An error if the central run finds no equilibrium.
pub fn what_if(question: &Question, draws: u32) -> Result<WhatIf, Unsolved> {
    let central = trajectory(question, &question.parameters.values())?;
    let outcomes: Vec<Option<Outcome>> = (0..draws).into_par_iter().map(|number| outcome(question, number)).collect();
    let solved: Vec<&Outcome> = outcomes.iter().flatten().collect();
    let by_month = |of: fn(&Outcome) -> &Vec<f64>, months: usize| -> Vec<Band> {
        (0..months).filter_map(|month| band(solved.iter().map(|outcome| of(outcome)[month]).collect())).collect()
    };
    Ok(WhatIf {
        outside: by_month(|outcome| &outcome.outside, central.outside.len()),
        inside: by_month(|outcome| &outcome.inside, central.inside.len()),
        used: by_month(|outcome| &outcome.used, solved.first().map_or(0, |outcome| outcome.used.len())),
        missing: band(solved.iter().map(|outcome| outcome.missing).collect()),
        lost: band(solved.iter().map(|outcome| outcome.lost).collect()).filter(|_| central.priced),
        losses: loss_bands(question, &central, &solved).filter(|_| central.priced),
        unsolved: outcomes.len() - solved.len(),
        central,
    })
}

/// What users lose in the central run, US dollars: the middle of the same answer without its bands. `None` without a published
/// price or a known industry.
pub fn central_loss(question: &Question) -> Result<Option<f64>, Unsolved> {
    let central = trajectory(question, &question.parameters.values())?;
    let values = question.industries.map(|asked| asked.parameters.values());
    let found = losses(question, &central, question.parameters.values().demand_short, values.as_ref());
    Ok(found.users.filter(|_| central.priced).map(|users| users.total()))
}

/// One run.
pub fn trajectory(question: &Question, values: &Values) -> Result<Trajectory, Unsolved> {
    run(&world(question, values), values, question.shocks, question.months, &question.importer.members)
}

/// The stage that was asked for; all if the shocks name none or several.
fn asked_stage(shocks: &[Shock]) -> Option<Stage> {
    let mut stages = shocks.iter().map(|shock| shock.stage);
    let first = stages.next()?;
    first.filter(|_| stages.all(|stage| stage == first))
}

fn world(question: &Question, values: &Values) -> World {
    let stages = linked_stages(question.market, asked_stage(question.shocks));
    let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
    World::at_rest(question.market, &stages, question.prices, values, &gates(question.shocks, &ids), MONTH)
}

fn outcome(question: &Question, number: u32) -> Option<Outcome> {
    let drawn = draw(question.parameters, number);
    let trajectory = trajectory(question, &drawn.values).ok()?;
    let (missing, lost) = asker(&trajectory, question.importer);
    let of_losses = question.industries.map(|asked| {
        let first = free_dimension() + 1;
        let quantiles: Vec<f64> = (0..LossParameters::NAMES.len()).map(|place| quantile(number, first + place)).collect();
        asked.parameters.at(&quantiles)
    });
    let losses = losses(question, &trajectory, drawn.values.demand_short, of_losses.as_ref());
    let noisy = |prices: &[f64]| prices.iter().map(|&price| drawn.noisy(price)).collect();
    let used = party_months(&trajectory, question.importer).iter().filter_map(PartyMonth::part).collect();
    let drawn = of_losses.map(|values| (number, values));
    Some(Outcome { outside: noisy(&trajectory.outside), inside: noisy(&trajectory.inside), used, missing, lost, losses, drawn })
}

/// The three losses of a run.
pub(crate) fn losses(question: &Question, trajectory: &Trajectory, substitution: f64, values: Option<&LossValues>) -> OneLoss {
    let accounts = trajectory.accounts.iter().filter(|(country, _)| question.importer.has(*country));
    let market = -accounts.map(|(_, account)| account.total()).sum::<f64>();
    let import_bill = trajectory.import_bill;
    let (Some(asked), Some(values)) = (question.industries, values) else {
        return OneLoss { market, import_bill, users: None, economy: None };
    };
    let users = of_trajectory(trajectory, asked.buyers, asked.asker, substitution, values);
    let years = question.months as f64 * MONTH;
    let economy = users
        .as_ref()
        .filter(|_| asked.asker.is_the_united_states())
        .map(|users| economy_loss(asked.economy, &users.by_industry, years, values));
    OneLoss { market, import_bill, users, economy }
}

fn loss_bands(question: &Question, trajectory: &Trajectory, solved: &[&Outcome]) -> Option<LossBands> {
    let values = question.industries.map(|asked| asked.parameters.values());
    let central = losses(question, trajectory, question.parameters.values().demand_short, values.as_ref());
    let of_users =
        |of: fn(&UsersLoss) -> f64| band(solved.iter().filter_map(|outcome| outcome.losses.users.as_ref().map(of)).collect());
    let bands = || {
        Some(UsersBands {
            output: of_users(UsersLoss::output)?,
            total: of_users(UsersLoss::total)?,
            bound: of_users(|users| users.bound)?,
        })
    };
    let economies = solved.iter().filter_map(|outcome| outcome.losses.economy.as_ref().map(|lost| lost.iter().sum()));
    let economy_band = band(economies.collect());
    let draw = |outcome: &&Outcome| {
        let (number, values) = outcome.drawn?;
        Some(Drawn { number, users: outcome.losses.users.clone()?, values })
    };
    Some(LossBands {
        market: (central.market, band(solved.iter().map(|outcome| outcome.losses.market).collect())?),
        import_bill: (central.import_bill, band(solved.iter().map(|outcome| outcome.losses.import_bill).collect())?),
        users: central.users.and_then(|users| Some((users, bands()?))),
        economy: central.economy.zip(economy_band),
        draws: solved.iter().filter_map(draw).collect(),
    })
}

/// Missing tonnes and lost consumer surplus of a party.
pub fn asker(trajectory: &Trajectory, importer: &Party) -> (f64, f64) {
    let users = trajectory.users.iter().filter(|user| importer.has(user.country));
    users.fold((0.0, 0.0), |(missing, lost), user| (missing + user.missing(), lost + user.surplus_lost.iter().sum::<f64>()))
}

/// A party's month, its members together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartyMonth {
    /// Tonnes used.
    pub used: f64,
    /// Tonnes used in a month of the base year.
    pub base_use: f64,
    /// Tonnes that members lack against the base year; what others use more does not make up for it.
    pub missing: f64,
    /// Tonnes in stock at the end.
    pub stock: f64,
    /// Tonnes in stock in the base year.
    pub base_stock: f64,
}

impl PartyMonth {
    /// Use as a part of that of the base year; `None` without use.
    pub fn part(&self) -> Option<f64> {
        (self.base_use > 0.0).then(|| self.used / self.base_use)
    }
}

/// A party's months.
pub fn party_months(trajectory: &Trajectory, importer: &Party) -> Vec<PartyMonth> {
    (0..trajectory.outside.len().max(trajectory.allowed.len()))
        .map(|month| {
            let users = trajectory.users.iter().filter(|user| importer.has(user.country));
            users.fold(PartyMonth::default(), |sum, user| PartyMonth {
                used: sum.used + user.used[month],
                base_use: sum.base_use + user.base_use,
                missing: sum.missing + (user.base_use - user.used[month]).max(0.0),
                stock: sum.stock + user.stock[month],
                base_stock: sum.base_stock + user.base_stock,
            })
        })
        .collect()
}

/// What a country sells to a party, tonnes over all months: in as many months of the base year, and now. At the last stage.
pub fn sellers(trajectory: &Trajectory, importer: &Party) -> Vec<(CountryId, f64, f64)> {
    let months = trajectory.allowed.len() as f64;
    let mut sums: std::collections::BTreeMap<CountryId, (f64, f64)> = std::collections::BTreeMap::new();
    let into = trajectory
        .routes
        .iter()
        .filter(|route| route.stage == trajectory.stage && importer.has(route.importer) && !importer.has(route.exporter));
    for route in into {
        let sum = sums.entry(route.exporter).or_default();
        sum.0 += route.base * months;
        sum.1 += route.total;
    }
    let mut list: Vec<_> = sums.into_iter().map(|(country, (base, now))| (country, base, now)).collect();
    list.sort_by(|a, b| b.2.max(b.1).total_cmp(&a.2.max(a.1)).then(a.0.cmp(&b.0)));
    list
}
