//! Stockpile: what to hold for a budget, what it saves, what the next dollar is worth.
//!
//! For every material and quantity held, each stop is run again with the stock; what that saves, times the likelihood of the
//! stop, is the yearly saving. Filling moves the price (see `fill`), years discount it (see `present_value`), and the budget
//! goes where the next dollar brings most (see [`mod@allocate`]). Quantities are computed where they matter: a few to begin with,
//! then where a further point lowers the bound of the optimum most, until bound and holding lie within one percent.
//!
//! Materials are held against each other as if their stops came one by one. If a supplier stops all its exports at once, an
//! industry loses the largest of its losses; the saving against that is told apart.

pub mod allocate;
mod assumptions;
mod candidate;
mod fill;
mod joint;
mod present_value;
mod rules;
mod savings;

use adit_vocab::material::MaterialId;
use adit_vocab::stage::Stage;
use adit_vocab::stockpile::StockpileValues;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::likelihood::durations;
use crate::stop::{Asker, Runner, Subject};
use allocate::{Point, Spending, allocate, bound, gain_at};
use assumptions::main_holdings;
use candidate::{Candidate, Computed};
use fill::Shop;
use present_value::Years;
use savings::{Loss, Threat, helped, threats};

pub use assumptions::{MainHolding, most, saving};
pub use joint::Joint;
pub use rules::{Rule, RuleId};
pub use savings::Measure;

/// The quantity computed to begin with, and the one that follows where that is promising, in years of the asker's use.
const FIRST: f64 = 1.0 / 4.0;
const SECOND: f64 = 1.0 / 24.0;
/// The certificate that is aimed at: how far bound and holding may lie apart, as a part of the gain.
const CLOSE: f64 = 0.008;
/// Rounds of further points after which it ends whatever the certificate is.
const ROUNDS: usize = 12;
/// Budgets of the curve, US dollars.
pub const BUDGETS: [f64; 12] = [5e7, 1e8, 2e8, 5e8, 1e9, 2e9, 5e9, 1e10, 1.2e10, 2e10, 3e10, 5e10];

/// The question.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The materials.
    pub subjects: &'a [Subject<'a>],
    /// Who asks.
    pub asker: &'a Asker<'a>,
    /// US dollars.
    pub budget: f64,
    /// Buying, holding and releasing.
    pub values: StockpileValues,
}

/// What to hold of one material.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// The material.
    pub material: MaterialId,
    /// Stage of what is held.
    pub stage: Stage,
    /// Tonnes; 0 if it does not pay.
    pub tonnes: f64,
    /// Days of the asker's use.
    pub days: f64,
    /// What it costs to buy, US dollars.
    pub outlay: f64,
    /// Price of the purchase over the base price.
    pub price: f64,
    /// Expected loss of a year by all stops it can help against, without and with it, US dollars.
    pub expected: (f64, f64),
    /// Loss avoided over the years, in dollars of today.
    pub saving: f64,
    /// Saving and what is recovered, less storage and what users pay while it is filled, in dollars of today.
    pub gain: f64,
    /// What the next dollar would bring; below 1 it does not pay. `None` where all that is looked at is held.
    pub next: Option<f64>,
}

/// A budget and what it brings in the best way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// US dollars.
    pub budget: f64,
    /// What is spent of it.
    pub spent: f64,
    /// Gain before the outlay, in dollars of today.
    pub gain: f64,
    /// What the next dollar would bring.
    pub next: f64,
    /// Spent and gained if the budget is spent even where it does not pay.
    pub whole: (f64, f64),
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Stockpile {
    /// What is lost.
    pub measure: Measure,
    /// All materials that were looked at, the largest outlay first, then by what the first dollar would bring.
    pub holdings: Vec<Holding>,
    /// Materials of which nothing can be said: no price, no use by the asker, no known industry, or no clearing price.
    pub unknown: Vec<MaterialId>,
    /// What is spent, US dollars.
    pub spent: f64,
    /// What the next dollar would bring.
    pub next: f64,
    /// How far the bound of the optimum lies above the holding, as a part of the gain net of the outlay.
    pub certificate: f64,
    /// The best spending by budget.
    pub curve: Vec<Step>,
    /// Simple rules with the same budget.
    pub rules: Vec<Rule>,
    /// If each supplier stopped all its exports at once.
    pub joint: Joint,
    /// What is held, the largest saving first, for [`saving`].
    pub main: Vec<MainHolding>,
    /// Stops whose market does not clear.
    pub unsolved: usize,
}

/// Answers it. `tell` hears of every stop and every quantity that is done, from any thread.
pub fn stockpile(question: &Question, tell: &(dyn Fn() + Sync)) -> Stockpile {
    let Question { subjects, asker, budget, values } = *question;
    let (lists, unsolved) = threats(subjects, asker, &values, tell);
    let lengths = durations(&asker.likelihood);
    let parts = lengths.map(|(_, part)| part);
    let mut unknown = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (subject, threats) in subjects.iter().zip(&lists) {
        // a stock lies where industry buys; of two markets that are not linked, where its supply is traced
        let stage = subject.market.traced().map(|balance| balance.stage);
        let shop = stage.and_then(|stage| Shop::new(subject, stage, asker));
        let (Some(stage), Some(shop), false) = (stage, shop, threats.is_empty()) else {
            unknown.push(subject.market.material);
            continue;
        };
        let linked = subject.market.recovery.is_some();
        let stages: Vec<Stage> =
            if linked { subject.market.stages.iter().map(|balance| balance.stage).collect() } else { vec![stage] };
        let (threats, likelihood) = helped(threats, &stages, parts);
        let losses: Vec<Loss> = threats.iter().map(|threat| threat.loss.clone()).collect();
        let runners = threats.iter().map(|threat| Runner::monthly(subject, threat.stop, asker, Some(values.trigger))).collect();
        let years = Years::new(likelihood, &values);
        let mut candidate = Candidate { subject, shop, stage, threats, runners, years, parts, computed: Vec::new() };
        let expected = candidate.expected(&losses);
        candidate.computed.push(Computed { tonnes: 0.0, outlay: 0.0, price: 1.0, gain: 0.0, saving: 0.0, expected, losses });
        candidates.push(candidate);
    }
    refine(question, &mut candidates, tell, |candidate| vec![FIRST * candidate.shop.used]);
    refine(
        question,
        &mut candidates,
        tell,
        |candidate| {
            if candidate.promising() { vec![SECOND * candidate.shop.used] } else { Vec::new() }
        },
    );

    for candidate in &mut candidates {
        candidate.extend(&values);
    }
    let certificate = search(question, &mut candidates, budget, tell);
    // where the budget ends first, the larger ones of the curve need more
    search(question, &mut candidates, f64::MAX, tell);
    answer(question, candidates, (unknown, unsolved), certificate, &lists)
}

/// Computes further quantities until the best spending of a budget is known; returns how far the bound lies above it, as a part of
/// its gain net of the outlay.
fn search(question: &Question, candidates: &mut [Candidate], budget: f64, tell: &(dyn Fn() + Sync)) -> f64 {
    let mut certificate = f64::INFINITY;
    for _ in 0..ROUNDS {
        let curves: Vec<Vec<Point>> = candidates.iter().map(Candidate::points).collect();
        let spending = allocate(&curves, budget, 1.0);
        let (upper, gaps) = bound(&curves, budget, spending.next);
        let net = net(&curves, &spending.outlays);
        let gap = (upper - net).max(0.0);
        certificate = if gap <= 0.0 { 0.0 } else { gap / net.max(gap) };
        let aim = CLOSE * net.max(gap) / candidates.len() as f64;
        let wanted: Vec<Vec<f64>> = candidates
            .iter()
            .zip(gaps.iter().zip(&spending.outlays))
            .map(|(candidate, (&gap, &spent))| candidate.wanted(gap, aim, spent))
            .collect();
        // a holding at the end of what was computed says nothing of what lies beyond
        let ends = candidates.iter().zip(&spending.outlays).any(|(candidate, &spent)| candidate.ends_at(spent).is_some());
        if (certificate <= CLOSE && !ends) || wanted.iter().all(Vec::is_empty) {
            break;
        }
        let mut wanted = wanted.into_iter();
        refine(question, candidates, tell, |_| wanted.next().unwrap_or_default());
    }
    certificate
}

/// Computes further quantities of the candidates.
fn refine<'a>(
    question: &Question,
    candidates: &mut [Candidate<'a>],
    tell: &(dyn Fn() + Sync),
    mut wanted: impl FnMut(&Candidate<'a>) -> Vec<f64>,
) {
    let wanted: Vec<Vec<f64>> = candidates.iter().map(&mut wanted).collect();
    let work: Vec<(usize, f64)> =
        wanted.iter().enumerate().flat_map(|(place, list)| list.iter().map(move |tonnes| (place, *tonnes))).collect();
    let shared = &*candidates;
    let found: Vec<Option<Computed>> = work
        .par_iter()
        .map(|&(place, tonnes)| {
            let computed = shared[place].compute(tonnes, question);
            tell();
            computed
        })
        .collect();
    for ((place, _), computed) in work.into_iter().zip(found) {
        candidates[place].insert(computed);
    }
}

/// Gain less outlay.
fn net(curves: &[Vec<Point>], outlays: &[f64]) -> f64 {
    curves.iter().zip(outlays).map(|(points, &outlay)| gain_at(points, outlay) - outlay).sum()
}

fn answer(
    question: &Question,
    candidates: Vec<Candidate>,
    (unknown, unsolved): (Vec<MaterialId>, usize),
    certificate: f64,
    threats: &[Vec<Threat>],
) -> Stockpile {
    let curves: Vec<Vec<Point>> = candidates.iter().map(Candidate::points).collect();
    let spending = allocate(&curves, question.budget, 1.0);
    // what is told is computed, not drawn between points
    let exact: Vec<Option<Computed>> = candidates
        .par_iter()
        .zip(&spending.outlays)
        .map(|(candidate, &outlay)| {
            let tonnes = candidate.tonnes(outlay);
            // where that market does not clear, the next smaller quantity that was computed
            let below = || candidate.computed.iter().rev().find(|known| known.tonnes <= tonnes).cloned();
            if outlay > 0.0 { candidate.compute(tonnes, question).or_else(below) } else { candidate.computed.first().cloned() }
        })
        .collect();
    let mut holdings = Vec::new();
    for ((candidate, computed), &outlay) in candidates.iter().zip(&exact).zip(&spending.outlays) {
        let Some(computed) = computed else { continue };
        holdings.push(Holding {
            material: candidate.subject.market.material,
            stage: candidate.stage,
            tonnes: computed.tonnes,
            days: DAYS * computed.tonnes / candidate.shop.used,
            outlay: computed.outlay,
            price: computed.price,
            expected: (candidate.computed[0].expected, computed.expected),
            saving: computed.saving,
            gain: computed.gain,
            next: candidate.next(outlay),
        });
    }
    holdings.sort_by(|a, b| {
        b.outlay
            .total_cmp(&a.outlay)
            .then(b.next.unwrap_or(0.0).total_cmp(&a.next.unwrap_or(0.0)))
            .then(a.material.cmp(&b.material))
    });
    let step = |budget: f64| {
        let sums = |spending: &Spending| {
            let gains = curves.iter().zip(&spending.outlays).map(|(points, &outlay)| gain_at(points, outlay));
            (spending.outlays.iter().sum::<f64>(), gains.sum::<f64>())
        };
        let spending = allocate(&curves, budget, 1.0);
        let (spent, gain) = sums(&spending);
        Step { budget, spent, gain, next: spending.next, whole: sums(&allocate(&curves, budget, 0.0)) }
    };
    let all: Vec<&Threat> = threats.iter().flatten().collect();
    let parts = durations(&question.asker.likelihood).map(|(_, part)| part);
    let joint = joint::joint(&all, |threat| with_stock(threat, &candidates, &exact).unwrap_or(&threat.loss), parts);
    Stockpile {
        measure: savings::measure(question.asker),
        spent: holdings.iter().map(|holding| holding.outlay).sum(),
        next: spending.next,
        certificate,
        curve: BUDGETS.map(step).to_vec(),
        rules: rules::rules(&candidates, question.budget),
        joint,
        main: main_holdings(&holdings, &candidates),
        holdings,
        unknown,
        unsolved,
    }
}

/// The loss of a threat with the stock; `None` where the stock does not help.
fn with_stock<'a>(threat: &Threat, candidates: &[Candidate], exact: &'a [Option<Computed>]) -> Option<&'a Loss> {
    let place = candidates.iter().position(|candidate| candidate.subject.market.material == threat.stop.material)?;
    let at = candidates[place].threats.iter().position(|known| known.stop == threat.stop)?;
    exact[place].as_ref().map(|computed| &computed.losses[at])
}

/// Days of a year.
const DAYS: f64 = 365.0;
