//! What a holding saves if an assumption is another: the materials and stops that matter most, run again.

use adit_vocab::material::MaterialId;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::candidate::Candidate;
use super::present_value::Years;
use super::savings::{Threat, any_of, loss};
use super::{Holding, Question};
use crate::likelihood::durations;
use crate::stop::{Runner, Stop};

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
pub(super) fn main_holdings(holdings: &[Holding], candidates: &[Candidate]) -> Vec<MainHolding> {
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
