//! A stop of twelve months in a year of a pathway: what the asker keeps of its use, at what price, and what it loses.
//!
//! Commercial stocks are those of the year. The loss is that of the industries of the base year: nobody projects theirs.

use adit_model::accounts::Imports;
use adit_model::years::{Unsolved, Years};
use adit_solver::market::Network;
use adit_vocab::parameters::Values;

use super::Question;
use super::independence::{Independence, independence};
use crate::losses::{Exposure, Lost, UsersLoss};
use crate::stop::users_of;

/// A stop in one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CutOff {
    /// The year.
    pub year: i32,
    /// Part of the trend of the asker's use that is left; `None` if it uses nothing.
    pub kept: Option<f64>,
    /// Mean price that it pays, in base prices, by its use in the base year.
    pub price: Option<f64>,
    /// What its users lose, US dollars; `None` without a published price, or if no industry is known.
    pub users: Option<f64>,
}

impl CutOff {
    /// With the stop at a stage that is a market of its own: what lacks most counts. Where the asker uses nothing of one of
    /// them, the other counts.
    pub(super) fn worse(&self, other: CutOff) -> CutOff {
        let of = |a: Option<f64>, b: Option<f64>, pick: fn(f64, f64) -> f64| match (a, b) {
            (Some(a), Some(b)) => Some(pick(a, b)),
            _ => a.or(b),
        };
        CutOff {
            year: self.year,
            kept: of(self.kept, other.kept, f64::min),
            price: of(self.price, other.price, f64::max),
            users: of(self.users, other.users, f64::max),
        }
    }
}

/// What the stop of a year is measured on.
pub(super) struct Test<'a> {
    question: &'a Question<'a>,
    /// The asker's nodes with use, their use at rest and what they have to lose.
    users: Vec<(usize, f64, Option<Exposure>)>,
    imports: Imports,
}

impl<'a> Test<'a> {
    pub fn new(years: &Years, question: &'a Question<'a>, values: &Values) -> Test<'a> {
        let world = years.world();
        let members = &question.asker.party.members;
        Test {
            users: users_of(world, question.subject, question.asker, values),
            imports: Imports::new(world, |country| members.contains(&country)),
            question,
        }
    }

    /// A stop in the year just taken.
    pub fn of_year(&self, years: &mut Years) -> Result<CutOff, Unsolved> {
        years.cut_off()?;
        Ok(self.measured(years, years.year()))
    }

    /// Stops from the last year back to the first that cannot be borne, and in one more year; in the order of the years.
    /// `cleared` are all years with the network in which they cleared.
    pub fn back_to_the_end(
        &self,
        years: &mut Years,
        cleared: &[(i32, Network)],
        also: i32,
    ) -> Result<(Vec<CutOff>, Option<Independence>), Unsolved> {
        let mut stop_in = |(year, network): &(i32, Network)| {
            years.cut_off_in(*year, network)?;
            Ok(self.measured(years, *year))
        };
        let mut found: Vec<CutOff> = Vec::new();
        for entry in cleared.iter().rev() {
            let stop = stop_in(entry)?;
            let borne = self.question.bearable.bears(&stop);
            found.insert(0, stop);
            if borne != Some(true) {
                break;
            }
        }
        let ends = independence(&found, self.question.bearable);
        let missed = cleared.iter().find(|(year, _)| *year == also && found.iter().all(|stop| stop.year != also));
        if let Some(entry) = missed {
            found.insert(0, stop_in(entry)?);
        }
        Ok((found, ends))
    }

    fn measured(&self, years: &Years, year: i32) -> CutOff {
        let world = years.world();
        let (network, prices) = years.cleared_without();
        let subject = self.question.subject;
        let mut lost = Lost { by_buyer: vec![0.0; subject.buyers.len()], bound: 0.0 };
        let (mut used, mut left, mut price, mut known) = (0.0, 0.0, 0.0, 0.0);
        for (node, at_rest, exposure) in &self.users {
            // what a programme saves is not missed
            let at_rest = &(at_rest * years.wanted(*node, year));
            let now = world.roles[*node].demand.map_or(0.0, |at| -network.nodes[*node].responses[at].value(prices[*node]));
            used += at_rest;
            // who gains does not make up for who lacks
            left += now.min(*at_rest);
            price += at_rest * prices[*node] / world.prices[*node];
            if let Some(exposure) = exposure {
                known += at_rest * exposure.covered;
                exposure.add((at_rest - now) / at_rest, 1.0, &mut lost);
            }
        }
        let bill = self.imports.bill(world, network, prices);
        let users = (world.priced && known > 0.0).then(|| UsersLoss::new(&subject.buyers, &lost, bill, known / used).total());
        let uses = used > 0.0;
        CutOff { year, kept: uses.then(|| left / used), price: uses.then(|| price / used), users }
    }
}
