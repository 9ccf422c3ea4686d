//! Recycling programme: scrap that was thrown away comes back as supply where those who ask use the material, a part of their
//! use, in full after some years. If a cost a tonne is given, the treasury pays it.

use adit_solver::market::{Network, Response};
use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::MarketYear;
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "recycling",
    is: |terms| matches!(terms, Terms::Recycling { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market,
    market_cash,
};

fn market(terms: &Terms, year: &MarketYear, network: &mut Network) {
    let Terms::Recycling { part, years, .. } = *terms else { return };
    for place in year.places {
        network.nodes[place.node].responses[place.at] = Response::Constant(part * year.phase(years) * year.used(place.node));
    }
}

fn market_cash(terms: &Terms, year: &MarketYear, network: &Network, prices: &[f64]) -> Cash {
    let Terms::Recycling { usd_per_t, .. } = *terms else { return Cash::default() };
    let tonnes: f64 = year.supplied(network, prices).map(|(_, tonnes)| tonnes).sum();
    Cash { paid: usd_per_t * tonnes, received: 0.0 }
}
