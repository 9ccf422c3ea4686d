//! Restraint: members do not hold back exports to each other, by an alliance or an agreement. It lifts every
//! [control](super::control) of a member on trade with members, in its years, at its stage; it costs nothing and binds nobody
//! who is no member. Members are exactly those it names, those who ask if it names nobody. The feared supplier's own behaviour
//! is what is feared, not a measure, and nothing lifts it.

use adit_vocab::country::CountryId;
use adit_vocab::policy::{Policy, Terms};
use adit_vocab::stage::Stage;

use super::market::{members, no_change, no_market_cash};
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "restraint",
    is: |terms| matches!(terms, Terms::Restraint),
    payer: Payer::Nobody,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market: no_change,
    market_cash: no_market_cash,
};

/// Countries that a country may not hold back exports from, by the restraints among the measures of a year.
pub(super) fn friends(policies: &[&Policy], home: &[CountryId], of: CountryId, stage: Stage) -> Vec<CountryId> {
    let restraints = policies.iter().filter(|policy| matches!(policy.terms, Terms::Restraint));
    let here = restraints.filter(|policy| policy.stage.is_none_or(|only| only == stage));
    let own = here.map(|policy| members(policy, home)).filter(|members| members.contains(&of));
    let mut found: Vec<CountryId> = own.flatten().copied().filter(|&other| other != of).collect();
    found.sort_unstable();
    found.dedup();
    found
}
