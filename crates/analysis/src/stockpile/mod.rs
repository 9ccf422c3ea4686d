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
use crate::stop::{Asker, Runner, Stop, Subject};
use allocate::{Point, Spending, allocate, bound, gain_at};
use fill::Shop;
use present_value::Years;
use savings::{Loss, Threat, any_of, helped, loss, threats};

pub use joint::Joint;
pub use rules::{Rule, RuleId};
pub use savings::Measure;

/// The quantity computed to begin with, and the one that follows where that is promising, in years of the asker's use.
const FIRST: f64 = 1.0 / 4.0;
const SECOND: f64 = 1.0 / 24.0;
/// What is bought of everything if a budget must be spent, in years of the asker's use.
const LAST: f64 = 1.0;
/// What the first quantity must save, as a part of what it costs beyond what comes back, for more to be looked at.
const PROMISING: f64 = 0.5;
/// The most that is held, in years of the asker's use.
const MOST: f64 = 5.0;
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

/// One material with everything computed of it.
struct Candidate<'a> {
    subject: &'a Subject<'a>,
    shop: Shop<'a>,
    stage: Stage,
    threats: Vec<&'a Threat>,
    /// The threats, ready to run with a stock.
    runners: Vec<Runner<'a>>,
    years: Years,
    parts: [f64; 3],
    /// Nothing held, then by tonnes.
    computed: Vec<Computed>,
}

/// A quantity held.
#[derive(Clone, Debug)]
struct Computed {
    tonnes: f64,
    outlay: f64,
    price: f64,
    gain: f64,
    saving: f64,
    /// Expected yearly loss.
    expected: f64,
    /// By threat.
    losses: Vec<Loss>,
}

impl Candidate<'_> {
    /// Computes a quantity; `None` if a market does not clear.
    fn compute(&self, tonnes: f64, question: &Question) -> Option<Computed> {
        let values = &question.values;
        let (price, burden) = self.shop.buy(tonnes, values.fill_years)?;
        let losses: Vec<Loss> = self
            .runners
            .iter()
            .map(|runner| loss(runner, question.asker, Some(tonnes), values).ok().flatten())
            .collect::<Option<_>>()?;
        let expected = self.expected(&losses);
        let saving = (self.computed[0].expected - expected) * self.years.useful;
        let outlay = price * tonnes;
        Some(Computed {
            tonnes,
            outlay,
            price: price / self.shop.price,
            gain: saving + self.kept(tonnes, outlay, burden),
            saving,
            expected,
            losses,
        })
    }

    /// What comes back of a purchase, in dollars of today: what is recovered less storage and burden, and of the outlay what is not
    /// spent because a stop comes first, or later.
    fn kept(&self, tonnes: f64, outlay: f64, burden: f64) -> f64 {
        let Years { kept, bought, .. } = self.years;
        kept * self.shop.price * tonnes - bought * burden + (1.0 - bought) * outlay
    }

    fn promising(&self) -> bool {
        // what it costs beyond what comes back: the outlay less the benefit without the saving
        self.computed.iter().skip(1).any(|known| known.saving >= PROMISING * (known.outlay - known.gain + known.saving))
    }

    /// Adds a larger quantity: more stock saves at least as much as less, and its price is known. Where the first quantity brings
    /// much less than it costs this is all that is looked at.
    fn extend(&mut self, values: &StockpileValues) {
        let Some(last) = self.computed.last().cloned() else { return };
        let tonnes = LAST * self.shop.used;
        if self.promising() || tonnes <= last.tonnes {
            return;
        }
        let Some((price, burden)) = self.shop.buy(tonnes, values.fill_years) else { return };
        let outlay = price * tonnes;
        let gain = last.saving + self.kept(tonnes, outlay, burden);
        self.insert(Some(Computed { tonnes, outlay, price: price / self.shop.price, gain, ..last }));
    }

    fn expected(&self, losses: &[Loss]) -> f64 {
        self.threats.iter().zip(losses).map(|(threat, loss)| threat.likelihood * loss.expected(self.parts)).sum()
    }

    /// Further quantities to compute: where the bound can fall by more than `aim`, what is bought itself, and more where all that
    /// was computed is bought.
    fn wanted(&self, (outlay, gap): (f64, f64), aim: f64, spent: f64) -> Vec<f64> {
        let mut more = Vec::new();
        if gap > aim && self.computed.len() > 1 {
            more.push(self.tonnes(outlay));
            if spent > 0.0 && self.computed.iter().all(|known| (known.outlay - spent).abs() > 1e-9 * spent) {
                more.push(self.tonnes(spent));
            }
        }
        more.extend(self.ends_at(spent).map(|tonnes| (2.0 * tonnes).min(MOST * self.shop.used)));
        more
    }

    /// The largest quantity computed, if an outlay buys all of it and more could be held.
    fn ends_at(&self, spent: f64) -> Option<f64> {
        let last = self.computed.last()?;
        let all = spent > 0.0 && spent >= last.outlay * (1.0 - 1e-9);
        (all && last.tonnes < MOST * self.shop.used * (1.0 - 1e-9)).then_some(last.tonnes)
    }

    fn insert(&mut self, computed: Option<Computed>) {
        let Some(computed) = computed else { return };
        let place = self.computed.partition_point(|known| known.outlay < computed.outlay);
        // more money for no more tonnes is no choice
        if self.computed.get(place).is_none_or(|known| known.outlay > computed.outlay) {
            self.computed.insert(place, computed);
        }
    }

    fn points(&self) -> Vec<Point> {
        self.computed.iter().map(|known| Point { outlay: known.outlay, gain: known.gain }).collect()
    }

    /// Tonnes that an outlay buys: between the computed quantities in a straight line.
    fn tonnes(&self, outlay: f64) -> f64 {
        let place = self.computed.partition_point(|known| known.outlay < outlay);
        match (self.computed.get(place.wrapping_sub(1)), self.computed.get(place)) {
            (Some(from), Some(to)) => {
                from.tonnes + (to.tonnes - from.tonnes) * (outlay - from.outlay) / (to.outlay - from.outlay)
            }
            (None, Some(to)) => to.tonnes,
            (Some(last), None) => last.tonnes,
            (None, None) => 0.0,
        }
    }
}

/// Answers it. `tell` hears of every stop that is done, from any thread.
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
    refine(question, &mut candidates, |candidate| vec![FIRST * candidate.shop.used]);
    refine(
        question,
        &mut candidates,
        |candidate| {
            if candidate.promising() { vec![SECOND * candidate.shop.used] } else { Vec::new() }
        },
    );

    for candidate in &mut candidates {
        candidate.extend(&values);
    }
    let certificate = search(question, &mut candidates, budget);
    // where the budget ends first, the larger ones of the curve need more
    search(question, &mut candidates, f64::MAX);
    answer(question, candidates, (unknown, unsolved), certificate, &lists)
}

/// Computes further quantities until the best spending of a budget is known; returns how far the bound lies above it, as a part of
/// its gain net of the outlay.
fn search(question: &Question, candidates: &mut [Candidate], budget: f64) -> f64 {
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
        refine(question, candidates, |_| wanted.next().unwrap_or_default());
    }
    certificate
}

/// Computes further quantities of the candidates.
fn refine<'a>(question: &Question, candidates: &mut [Candidate<'a>], mut wanted: impl FnMut(&Candidate<'a>) -> Vec<f64>) {
    let wanted: Vec<Vec<f64>> = candidates.iter().map(&mut wanted).collect();
    let work: Vec<(usize, f64)> =
        wanted.iter().enumerate().flat_map(|(place, list)| list.iter().map(move |tonnes| (place, *tonnes))).collect();
    let shared = &*candidates;
    let found: Vec<Option<Computed>> = work.par_iter().map(|&(place, tonnes)| shared[place].compute(tonnes, question)).collect();
    for ((place, _), computed) in work.into_iter().zip(found) {
        candidates[place].insert(computed);
    }
}

/// Gain less outlay.
fn net(curves: &[Vec<Point>], outlays: &[f64]) -> f64 {
    curves.iter().zip(outlays).map(|(points, &outlay)| gain_at(points, outlay) - outlay).sum()
}

impl Candidate<'_> {
    /// Outlay and gain of a quantity: in a straight line between those computed; beyond them no more is saved.
    fn at(&self, tonnes: f64) -> (f64, f64) {
        let place = self.computed.partition_point(|known| known.tonnes < tonnes);
        match (self.computed.get(place.wrapping_sub(1)), self.computed.get(place)) {
            (Some(from), Some(to)) => {
                let part = (tonnes - from.tonnes) / (to.tonnes - from.tonnes);
                (from.outlay + part * (to.outlay - from.outlay), from.gain + part * (to.gain - from.gain))
            }
            (None, Some(first)) => (first.outlay, first.gain),
            (Some(last), None) => {
                // no more is saved, the value is kept
                let more = tonnes - last.tonnes;
                let outlay = more * if last.tonnes > 0.0 { last.outlay / last.tonnes } else { self.shop.price };
                (last.outlay + outlay, last.gain + self.kept(more, outlay, 0.0))
            }
            (None, None) => (0.0, 0.0),
        }
    }

    /// What the next dollar brings after an outlay.
    fn next(&self, outlay: f64) -> Option<f64> {
        let points = self.points();
        let hull = allocate::envelope(&points);
        // an outlay that ends a piece is followed by the next one
        let after = hull.windows(2).find(|pair| points[pair[1]].outlay > outlay * (1.0 + 1e-9) + 1e-9)?;
        let (from, to) = (points[after[0]], points[after[1]]);
        Some((to.gain - from.gain) / (to.outlay - from.outlay))
    }
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

/// Part of the saving whose materials are looked at for what drives it.
const MAIN: f64 = 0.6;
/// Stops that make up less than this part of a material's expected loss are left out there.
const MAIN_STOPS: f64 = 0.1;

/// A holding with the stops that matter most for it.
#[derive(Clone, Debug, PartialEq)]
pub struct MainHolding {
    /// The material.
    pub material: MaterialId,
    /// Tonnes.
    pub tonnes: f64,
    saving: f64,
    stops: Vec<Stop>,
    /// All stops it helps against: how likely it is to be used.
    all: Vec<Stop>,
}

/// The first of a list that bring most of its saving together.
pub fn most(held: &[MainHolding]) -> &[MainHolding] {
    let all: f64 = held.iter().map(|holding| holding.saving).sum();
    let mut sum = 0.0;
    let enough = held.iter().position(|holding| {
        sum += holding.saving;
        sum >= MAIN * all
    });
    &held[..enough.map_or(0, |place| place + 1)]
}

/// What is held, the largest saving first, with the stops that matter most.
fn main_holdings(holdings: &[Holding], candidates: &[Candidate]) -> Vec<MainHolding> {
    let mut list: Vec<&Holding> = holdings.iter().filter(|holding| holding.saving > 0.0).collect();
    list.sort_by(|a, b| b.saving.total_cmp(&a.saving).then(a.material.cmp(&b.material)));
    let mut found = Vec::new();
    for holding in list {
        let Some(candidate) = candidates.iter().find(|known| known.subject.market.material == holding.material) else { continue };
        let expected = |threat: &Threat| threat.likelihood * threat.loss.expected(candidate.parts);
        let least = MAIN_STOPS * candidate.computed[0].expected;
        let stops = candidate.threats.iter().filter(|threat| expected(threat) >= least).map(|threat| threat.stop).collect();
        let all = candidate.threats.iter().map(|threat| threat.stop).collect();
        found.push(MainHolding { material: holding.material, tonnes: holding.tonnes, saving: holding.saving, stops, all });
    }
    found
}

/// What holdings save over the years by the stops that matter most, in dollars of today: for comparing assumptions. `None` if a
/// market does not clear.
pub fn saving(question: &Question, held: &[MainHolding]) -> Option<f64> {
    let Question { subjects, asker, values, .. } = *question;
    let parts = durations(&asker.likelihood).map(|(_, part)| part);
    let work: Vec<(&MainHolding, Stop)> =
        held.iter().flat_map(|holding| holding.stops.iter().map(move |stop| (holding, *stop))).collect();
    let saved = work.par_iter().map(|&(holding, stop)| -> Option<f64> {
        let subject = subjects.iter().find(|subject| subject.market.material == holding.material)?;
        let of = |stop: &Stop| asker.evidence.likelihood(stop, asker.party, &asker.likelihood).0;
        let likelihood = of(&stop);
        let years = Years::new(any_of(holding.all.iter().map(of)), &values);
        let runner = Runner::monthly(subject, stop, asker, Some(values.trigger));
        let (without, with) =
            (loss(&runner, asker, None, &values).ok()??, loss(&runner, asker, Some(holding.tonnes), &values).ok()??);
        Some(likelihood * years.useful * (without.expected(parts) - with.expected(parts)))
    });
    saved.collect::<Vec<_>>().into_iter().sum()
}

/// Days of a year.
const DAYS: f64 = 365.0;
