//! What a stock saves: every stop it can help against is run again with it.

use adit_model::crisis::Unsolved;
use adit_vocab::stage::Stage;
use adit_vocab::stockpile::StockpileValues;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::likelihood::durations;
use crate::screen::stops;
use crate::stop::{Asker, Runner, Stop, Subject};

/// Stops that make up less than this part of a material's expected loss are not run with a stock.
const LEAST_PART: f64 = 0.02;
/// Suppliers below this share of world output are left out: over the data that ship, a fiftieth of all expected loss.
const LEAST_SHARE: f64 = 0.05;

/// What is lost in stops of three lengths, shortest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loss {
    /// Value added by industry; empty if the market loss is counted instead.
    pub by_industry: [Vec<(usize, f64)>; 3],
    /// Paid on imports beyond the base prices, or the market loss.
    pub other: [f64; 3],
}

impl Loss {
    /// The loss of a stop of a length.
    pub fn of(&self, length: usize) -> f64 {
        self.by_industry[length].iter().map(|(_, lost)| lost).sum::<f64>() + self.other[length]
    }

    /// Over the lengths by their parts.
    pub fn expected(&self, parts: [f64; 3]) -> f64 {
        (0..3).map(|length| parts[length] * self.of(length)).sum()
    }
}

/// A stop with its likelihood and what it costs without a stock.
#[derive(Clone, Debug, PartialEq)]
pub struct Threat {
    /// The stop.
    pub stop: Stop,
    /// Stops in a year.
    pub likelihood: f64,
    /// Without a stock.
    pub loss: Loss,
}

/// What is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Value added of industry, and what is paid on imports: where the industries of all members are known.
    Users,
    /// The market loss: where they are not.
    Market,
}

/// The measure for an asker.
pub fn measure(asker: &Asker) -> Measure {
    if asker.industries.members.iter().all(|member| member.worth.is_some()) { Measure::Users } else { Measure::Market }
}

/// Runs a stop with some tonnes in stock; `None` where nothing says what is lost.
pub(super) fn loss(
    runner: &Runner,
    asker: &Asker,
    held: Option<f64>,
    values: &StockpileValues,
) -> Result<Option<Loss>, Unsolved> {
    if !runner.priced() {
        return Ok(None);
    }
    let lengths = durations(&asker.likelihood).map(|(months, _)| months);
    let measure = measure(asker);
    let sums = runner.months(&lengths, held.map(|tonnes| (tonnes, values.release_months)), measure == Measure::Market)?;
    let mut found = Loss::default();
    for (length, sums) in sums.iter().enumerate() {
        let losses = runner.losses(sums);
        match measure {
            Measure::Users => {
                // without uses of a known industry nothing says what its users lose
                let Some(users) = losses.users else { return Ok(None) };
                found.other[length] = users.import_bill;
                found.by_industry[length] = users.by_industry;
            }
            Measure::Market => found.other[length] = losses.market.unwrap_or(0.0),
        }
    }
    Ok(Some(found))
}

/// Every stop of every subject without a stock, by subject; those whose market does not clear or that nothing is known of are
/// left out, and counted.
pub fn threats(
    subjects: &[Subject],
    asker: &Asker,
    values: &StockpileValues,
    tell: &(dyn Fn() + Sync),
) -> (Vec<Vec<Threat>>, usize) {
    let of_subject = |(place, subject): (usize, &Subject)| {
        let large = stops(subject.market).into_iter().filter(|stop| stop.share >= LEAST_SHARE);
        large.map(move |stop| (place, stop)).collect::<Vec<_>>()
    };
    let all: Vec<(usize, Stop)> = subjects.iter().enumerate().flat_map(of_subject).collect();
    let found: Vec<Result<Option<Loss>, Unsolved>> = all
        .par_iter()
        .map(|(place, stop)| {
            let found = loss(&Runner::monthly(&subjects[*place], *stop, asker, None), asker, None, values);
            tell();
            found
        })
        .collect();
    let (mut lists, mut unsolved) = (vec![Vec::new(); subjects.len()], 0);
    for ((place, stop), result) in all.into_iter().zip(found) {
        match result {
            Ok(Some(loss)) if !asker.party.has(stop.supplier) => {
                let (likelihood, _) = asker.evidence.likelihood(&stop, asker.party, &asker.likelihood);
                lists[place].push(Threat { stop, likelihood, loss });
            }
            Ok(_) => {}
            Err(_) => unsolved += 1,
        }
    }
    let parts = durations(&asker.likelihood).map(|(_, part)| part);
    for (list, _) in lists.iter_mut().zip(subjects).filter(|(_, subject)| subject.market.recovery.is_some()) {
        dearest_stage(list, parts);
    }
    (lists, unsolved)
}

/// Of a supplier's stops of one linked chain the dearest: they are one event, which no loss should count twice.
fn dearest_stage(list: &mut Vec<Threat>, parts: [f64; 3]) {
    let expected = |threat: &Threat| threat.likelihood * threat.loss.expected(parts);
    list.sort_by(|a, b| a.stop.supplier.cmp(&b.stop.supplier).then(expected(b).total_cmp(&expected(a))));
    list.dedup_by_key(|threat| threat.stop.supplier);
}

/// How likely any of several stops is.
pub(super) fn any_of(likelihoods: impl Iterator<Item = f64>) -> f64 {
    1.0 - likelihoods.map(|likelihood| 1.0 - likelihood).product::<f64>()
}

/// The threats that a stock at a stage can help against, without the smallest; and how likely any of them is.
pub fn helped<'a>(threats: &'a [Threat], stages: &[Stage], parts: [f64; 3]) -> (Vec<&'a Threat>, f64) {
    let at = |threat: &&Threat| stages.contains(&threat.stop.stage);
    let all: f64 = threats.iter().filter(at).map(|threat| threat.likelihood * threat.loss.expected(parts)).sum();
    let kept = |threat: &&Threat| {
        let expected = threat.likelihood * threat.loss.expected(parts);
        expected > 0.0 && expected >= LEAST_PART * all
    };
    let likelihood = any_of(threats.iter().filter(at).filter(kept).map(|threat| threat.likelihood));
    (threats.iter().filter(at).filter(kept).collect(), likelihood)
}
