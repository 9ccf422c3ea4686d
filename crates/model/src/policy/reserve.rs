//! Reserve: the treasury buys days of use over some years, at no more than the price from which it sells again, and sells from
//! that price on. It pays what it buys at the price of the day and gets what it sells. Storage and what the stock is worth in
//! the end are not counted. Each country's part is sold at its own price, so that it answers a stop on another only as far as
//! trade carries it there; a shared one is bought in the same way and sold to whichever of them pays most.

use adit_solver::market::{Iso, Network, Response};
use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::MarketYear;
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "reserve",
    is: |terms| matches!(terms, Terms::Reserve { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market,
    market_cash,
};

/// Purchases end at this part of the price of release, and all of them before it.
const BUYS_UNTIL: f64 = 0.8;
/// Days of a year.
const DAYS: f64 = 365.0;

fn market(terms: &Terms, year: &MarketYear, network: &mut Network) {
    let Terms::Reserve { days, years, trigger, .. } = *terms else { return };
    // the last year may be a part of one
    let part = (years - (year.running - 1.0)).clamp(0.0, 1.0);
    for place in year.places {
        let quantity = year.used(place.node) * days / DAYS / years * part;
        let price = year.world.prices[place.node];
        // it leaves over a quarter above the choke price, before the price of release is reached
        let curve = Iso { quantity, price, elasticity: 0.0 };
        network.nodes[place.node].responses[place.at] = Response::Demand { curve, choke: BUYS_UNTIL * trigger * price };
    }
}

fn market_cash(_: &Terms, year: &MarketYear, network: &Network, prices: &[f64]) -> Cash {
    let paid = year.supplied(network, prices).map(|(node, bought)| -bought * prices[node].max(0.0)).sum();
    let mut stocks: Vec<usize> = year.places.iter().map(|place| place.stock).collect();
    stocks.dedup();
    let released = stocks.into_iter().filter_map(|node| {
        let at = year.world.roles[node].reserve?;
        Some(network.nodes[node].responses[at].value(prices[node]) * prices[node].max(0.0))
    });
    Cash { paid, received: released.sum() }
}
