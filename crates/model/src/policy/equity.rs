//! Preferred equity of a treasury: it pays a part of the capital while the plant is built, overruns included, and gets a fixed
//! return on it, year by year, out of what the plant earns; nothing in years in which it earns nothing. The capital itself stays
//! in the plant: neither its owner pays it back nor does the treasury get it.

use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::{no_change, no_market_cash};
use super::{Instrument, Payer, PlantYear, Settled, adds_nothing, as_long, unbound};
use crate::years::investment::{Finance, PublicCapital};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "equity",
    is: |terms| matches!(terms, Terms::Equity { .. }),
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
    let Terms::Equity { part, rate } = *terms else { return };
    finance.public.push(PublicCapital { part, rate, waits: 0.0, lent_before: 0.0, years: f64::INFINITY });
}

fn cash(terms: &Terms, year: &PlantYear) -> Settled {
    let Terms::Equity { part, rate } = *terms else { return Settled::default() };
    let due = part * rate * year.capital * year.repays;
    let served = due.min(year.earned);
    Settled { cash: Cash { paid: part * year.spent, received: served }, served }
}
