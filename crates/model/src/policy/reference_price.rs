//! Reference price with adjustable border tariff: what comes into the zone from outside pays the difference between a reference
//! and its price at the border, if that is lower, as a tariff. A reference at or below the base price changes nothing in the
//! base year; it acts when a supplier sells below it.

use adit_solver::market::{ArcKind, Network};
use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::MarketYear;
use super::{Instrument, Payer, adds_nothing, as_long, money, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "reference_price",
    is: |terms| matches!(terms, Terms::ReferencePrice { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market,
    market_cash,
};

/// Arcs into the zone from outside, with their reference.
fn borders<'a>(terms: &'a Terms, year: &'a MarketYear, network: &'a Network) -> impl Iterator<Item = (usize, f64)> + 'a {
    year.borders(network).into_iter().filter_map(move |k| {
        let Terms::ReferencePrice { price } = *terms else { return None };
        Some((k, money(price, year.world.prices[network.arcs[k].tail])))
    })
}

fn market(terms: &Terms, year: &MarketYear, network: &mut Network) {
    let found: Vec<(usize, f64)> = borders(terms, year, network).collect();
    for (k, reference) in found {
        network.arcs[k].kind = ArcKind::ReferencePrice { physical: 0.0, reference };
    }
}

fn market_cash(terms: &Terms, year: &MarketYear, network: &Network, prices: &[f64]) -> Cash {
    let tariff = borders(terms, year, network).map(|(k, reference)| {
        let arc = &network.arcs[k];
        arc.flow(prices[arc.tail], prices[arc.head]) * (reference - prices[arc.tail]).max(0.0)
    });
    Cash { paid: 0.0, received: tariff.sum() }
}
