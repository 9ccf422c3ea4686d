//! Screen: every supplier of every material is stopped once, and each supplier's all together.
//!
//! A supplier with more than one percent of world output at a stage stops its exports there. Two forms: one clearing of a whole
//! year, or month by month for as long as stops last. Expected is the likelihood of a stop in a year times what users and country
//! lose by it: in the static form by a year's stop, in the monthly form by stops of three lengths with their parts.
//!
//! Markets of different materials do not know each other. What a supplier controls together is the sum over its materials for
//! the market loss; industries lose the largest single loss of each (see [`crate::losses`]).

use std::collections::BTreeMap;

use adit_model::crisis::Unsolved;
use adit_vocab::baseline::{Market, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::likelihood::{Class, Reason, class, durations};
use crate::losses::{Losses, economy_loss, largest};
use crate::stop::Runner;

pub use crate::stop::{Asker, Stop, Subject};

/// Suppliers below this share of world output are left out.
pub const LEAST_SHARE: f64 = 0.01;
/// Months of the stop that is shown.
pub const MONTHS: u32 = 12;

/// How a stop is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One clearing of a year.
    Static,
    /// Month by month, for as long as stops last.
    Monthly,
    /// Month by month for a year; what is expected is not asked.
    FirstYear,
}

/// What a stop does in a year.
#[derive(Clone, Debug, PartialEq)]
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
    /// What the asker loses.
    pub losses: Losses,
    /// Value added lost in its whole economy by industry, US dollars; `None` where no national table is at hand.
    pub economy: Option<Vec<f64>>,
    /// Stops in a year, and why so.
    pub likelihood: (f64, Reason),
    /// Users' loss to be expected in a year, US dollars: likelihood times the loss of a stop.
    pub expected: Option<f64>,
    /// The class of that.
    pub class: Option<Class>,
}

impl Outcome {
    /// Part of a year's use that the asker lacks; 0 if it uses nothing.
    pub fn missing_share(&self) -> f64 {
        if self.used > 0.0 { self.missing / self.used } else { 0.0 }
    }

    /// Value added lost in the whole economy, US dollars.
    pub fn economy_total(&self) -> Option<f64> {
        self.economy.as_ref().map(|lost| lost.iter().sum())
    }
}

/// The screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen {
    /// All stops that were solved, the dearest for the asker first; those without a price last.
    pub outcomes: Vec<Outcome>,
    /// Stops for which no prices clear the market.
    pub unsolved: Vec<(Stop, Unsolved)>,
    /// What each supplier controls together, the dearest first.
    pub together: Vec<Together>,
}

impl Screen {
    /// Users' loss to be expected in a year over all suppliers and materials, US dollars, of two stages of a material the
    /// dearer; `None` if none is known.
    pub fn expected(&self) -> Option<f64> {
        self.together.iter().filter_map(|entry| entry.expected).reduce(|sum, part| sum + part)
    }
}

/// A supplier's stops together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The supplier.
    pub supplier: CountryId,
    /// How many materials it could stop.
    pub materials: usize,
    /// Of how many the asker would lack more than a tenth.
    pub short: usize,
    /// What the asker's users lose of their surplus, US dollars, over materials with a price; `None` if none has one.
    pub lost: Option<f64>,
    /// Value added lost by industry, US dollars: of each the largest loss by any material.
    pub by_industry: Vec<(usize, f64)>,
    /// That, and what is paid on imports beyond the base prices; `None` if no industry's loss is known.
    pub users: Option<f64>,
    /// Paid on imports beyond the base prices, US dollars, over materials with a price.
    pub import_bill: Option<f64>,
    /// Lost in the market over all accounts of the asker, US dollars, over materials with a price; `None` if none has one.
    pub market: Option<f64>,
    /// Value added lost in the whole economy when industries lose that much; `None` where no national table is at hand.
    pub economy: Option<f64>,
    /// Expected in a year if its stops came one by one, US dollars.
    pub expected: Option<f64>,
}

/// Part of what is expected whose stops are looked at for what drives it.
const MAIN: f64 = 0.8;

/// The stops that make up most of what is expected, the largest first.
pub fn most_expected(screen: &Screen) -> Vec<Stop> {
    let mut list: Vec<(f64, Stop)> =
        screen.outcomes.iter().filter_map(|outcome| Some((outcome.expected?, outcome.stop))).collect();
    list.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all: f64 = list.iter().map(|(expected, _)| expected).sum();
    let mut sum = 0.0;
    let enough = list.iter().position(|(expected, _)| {
        sum += expected;
        sum >= MAIN * all
    });
    list.into_iter().take(enough.map_or(0, |place| place + 1)).map(|(_, stop)| stop).collect()
}

/// What some stops make expect in a year together, US dollars; `None` if a market does not clear.
pub fn expected_of(subjects: &[Subject], asker: &Asker, form: Form, stops: &[Stop]) -> Option<f64> {
    let of = |stop: &Stop| {
        let subject = subjects.iter().find(|subject| subject.market.material == stop.material)?;
        outcome(subject, stop, asker, form).ok()?.expected
    };
    stops.iter().map(of).sum()
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
pub fn screen(subjects: &[Subject], asker: &Asker, against: Option<CountryId>, form: Form, tell: &(dyn Fn() + Sync)) -> Screen {
    let all: Vec<(&Subject, Stop)> = subjects
        .iter()
        .flat_map(|subject| stops(subject.market).into_iter().map(move |stop| (subject, stop)))
        // nobody cuts itself off
        .filter(|(_, stop)| against.is_none_or(|against| stop.supplier == against) && !asker.party.has(stop.supplier))
        .collect();
    let results: Vec<(Stop, Result<Outcome, Unsolved>)> = all
        .par_iter()
        .map(|(subject, stop)| {
            let found = outcome(subject, stop, asker, form);
            tell();
            (*stop, found)
        })
        .collect();
    let mut screen = Screen::default();
    for (stop, result) in results {
        match result {
            Ok(outcome) => screen.outcomes.push(outcome),
            Err(unsolved) => screen.unsolved.push((stop, unsolved)),
        }
    }
    screen.outcomes.sort_by(|a, b| {
        let money = |outcome: &Outcome| outcome.expected.or(outcome.lost.map(|_| 0.0)).unwrap_or(f64::NEG_INFINITY);
        let rest = |outcome: &Outcome| (outcome.lost.unwrap_or(f64::NEG_INFINITY), outcome.missing / outcome.used.max(1e-9));
        let ((lost_a, missing_a), (lost_b, missing_b)) = (rest(a), rest(b));
        money(b).total_cmp(&money(a)).then(lost_b.total_cmp(&lost_a)).then(missing_b.total_cmp(&missing_a))
    });
    screen.together = together(&screen.outcomes, asker);
    screen
}

/// Expected in a year over some stops of one supplier, of several stages of a material the largest.
fn expected<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Option<f64> {
    let mut largest: BTreeMap<MaterialId, f64> = BTreeMap::new();
    for outcome in outcomes {
        let Some(expected) = outcome.expected else { continue };
        let known = largest.entry(outcome.stop.material).or_insert(expected);
        *known = known.max(expected);
    }
    largest.into_values().reduce(|sum, part| sum + part)
}

/// What each supplier controls together, a lower bound where a material has two markets, the dearest first.
fn together(outcomes: &[Outcome], asker: &Asker) -> Vec<Together> {
    let mut suppliers: Vec<CountryId> = outcomes.iter().map(|outcome| outcome.stop.supplier).collect();
    suppliers.sort_unstable();
    suppliers.dedup();
    let of_supplier = |supplier| {
        // of two stages of one material the dearer counts: linked, the other is in its way; else it is a lower bound
        let mut dearest: BTreeMap<MaterialId, &Outcome> = BTreeMap::new();
        let worth = |outcome: &Outcome| (outcome.losses.users.as_ref().map(|users| users.total()), outcome.lost);
        for outcome in outcomes.iter().filter(|outcome| outcome.stop.supplier == supplier) {
            let known = dearest.entry(outcome.stop.material).or_insert(outcome);
            if worth(outcome) > worth(known) {
                *known = outcome;
            }
        }
        let users: Vec<_> = dearest.values().filter_map(|outcome| outcome.losses.users.as_ref()).collect();
        let by_industry = largest(users.iter().map(|users| &users.by_industry[..]));
        let bill: f64 = users.iter().map(|users| users.import_bill).sum();
        let output: f64 = by_industry.iter().map(|(_, lost)| lost).sum();
        let sum =
            |of: fn(&Outcome) -> Option<f64>| dearest.values().filter_map(|outcome| of(outcome)).reduce(|sum, part| sum + part);
        // a material that is short at any stage is short, whatever is known of its money
        let lacks = |outcome: &&Outcome| outcome.stop.supplier == supplier && outcome.missing > 0.1 * outcome.used;
        let mut short: Vec<MaterialId> = outcomes.iter().filter(lacks).map(|outcome| outcome.stop.material).collect();
        short.sort_unstable();
        short.dedup();
        Together {
            supplier,
            materials: dearest.len(),
            short: short.len(),
            lost: sum(|outcome| outcome.lost),
            users: (!users.is_empty()).then_some(output + bill),
            import_bill: sum(|outcome| outcome.losses.import_bill),
            market: sum(|outcome| outcome.losses.market),
            economy: (!users.is_empty() && asker.industries.is_the_united_states())
                .then(|| economy_loss(asker.economy, &by_industry, 1.0, &asker.losses).iter().sum()),
            expected: expected(outcomes.iter().filter(|outcome| outcome.stop.supplier == supplier)),
            by_industry,
        }
    };
    let mut list: Vec<Together> = suppliers.into_iter().map(of_supplier).collect();
    let lost = |entry: &Together| entry.users.or(entry.lost).unwrap_or(f64::NEG_INFINITY);
    list.sort_by(|a, b| lost(b).total_cmp(&lost(a)).then(a.supplier.cmp(&b.supplier)));
    list
}

fn outcome(subject: &Subject, stop: &Stop, asker: &Asker, form: Form) -> Result<Outcome, Unsolved> {
    let (likelihood, reason) = asker.evidence.likelihood(stop, asker.party, &asker.likelihood);
    let lengths = durations(&asker.likelihood);
    let (year, losses, expected) = match form {
        Form::Static => {
            let runner = Runner::of_a_year(subject, *stop, asker);
            let year = runner.year()?;
            let losses = runner.losses(&year);
            let expected = losses.users.as_ref().map(|users| users.total());
            (year, losses, expected)
        }
        Form::Monthly => {
            let runner = Runner::monthly(subject, *stop, asker, None);
            let sums = runner.months(&lengths.map(|(months, _)| months), None, true)?;
            let expected = sums
                .iter()
                .zip(lengths)
                .try_fold(0.0, |sum, (sums, (_, part))| Some(sum + part * runner.losses(sums).users?.total()));
            // the stops of middle length last a year
            let year = sums.into_iter().nth(1).unwrap_or_default();
            let losses = runner.losses(&year);
            (year, losses, expected)
        }
        Form::FirstYear => {
            let runner = Runner::monthly(subject, *stop, asker, None);
            let year = runner.months(&[MONTHS], None, true)?.pop().unwrap_or_default();
            let losses = runner.losses(&year);
            (year, losses, None)
        }
    };
    let expected = expected.map(|loss| likelihood * loss);
    let economy = losses.users.as_ref().filter(|_| asker.industries.is_the_united_states());
    Ok(Outcome {
        stop: *stop,
        price: year.mean_price(),
        used: year.used,
        missing: year.missing,
        lost: losses.market.map(|_| -year.account.users),
        economy: economy.map(|users| economy_loss(asker.economy, &users.by_industry, 1.0, &asker.losses)),
        likelihood: (likelihood, reason),
        expected,
        class: expected.map(|expected| class(expected, &asker.likelihood)),
        losses,
    })
}
