//! Loan or guarantee: a part of the capital at a rate of its own, repaid in equal yearly sums from full output on, with the
//! interest that was added until then. What the plant cannot pay out of what it earns is lost for the lender: for the treasury in a loan, and the treasury pays it to the lender in
//! a guarantee.

use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::{no_change, no_market_cash};
use super::{Instrument, Payer, PlantYear, Settled, adds_nothing, as_long, unbound};
use crate::years::investment::{Finance, PublicCapital};

/// Capital is spent evenly while a plant is built: on average half of that time before first output.
const HALF: f64 = 0.5;

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "loan",
    is: |terms| matches!(terms, Terms::Loan { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance,
    adds: adds_nothing,
    bound: unbound,
    cash,
    market: no_change,
    market_cash: no_market_cash,
};

fn finance(terms: &Terms, finance: &mut Finance) {
    let Terms::Loan { part, rate, years, .. } = *terms else { return };
    finance.public.push(PublicCapital { part, rate, waits: finance.ramp, lent_before: HALF * finance.construction, years });
}

fn cash(terms: &Terms, year: &PlantYear) -> Settled {
    let Terms::Loan { part, rate, years, guarantee } = *terms else { return Settled::default() };
    let lent = PublicCapital { part, rate, waits: year.ramp, lent_before: HALF * year.construction, years };
    let due = lent.due() * year.capital * year.repays;
    let served = due.min(year.earned);
    let cash =
        if guarantee { Cash { paid: due - served, received: 0.0 } } else { Cash { paid: part * year.spent, received: served } };
    Settled { cash, served }
}
