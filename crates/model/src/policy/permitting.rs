//! Permits given faster or slower: the rest of a plant's time for permits runs at another pace in the years of the measure. No
//! figure is at hand for what it costs the authorities.

use adit_vocab::policy::Terms;

use super::market::{no_change, no_market_cash};
use super::{Instrument, Payer, adds_nothing, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "permitting",
    is: |terms| matches!(terms, Terms::Permitting { .. }),
    payer: Payer::Nobody,
    hasten: |terms| match *terms {
        Terms::Permitting { factor } => factor,
        _ => 1.0,
    },
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market: no_change,
    market_cash: no_market_cash,
};
