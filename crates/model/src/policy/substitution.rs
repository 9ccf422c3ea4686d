//! Substitution programme: those who ask come to need less for the same, a part of their use, in full after some years. If a
//! cost a tonne saved is given, the treasury pays it.

use adit_solver::market::{Network, Response};
use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::MarketYear;
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "substitution",
    is: |terms| matches!(terms, Terms::Substitution { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market,
    market_cash,
};

/// Nodes of the last stage of those who ask.
fn users<'a>(year: &'a MarketYear) -> impl Iterator<Item = (usize, usize)> + 'a {
    let places = year.world.places.iter().zip(&year.world.roles).enumerate();
    let own = places.filter(|(_, (place, _))| place.stage == year.world.last && year.has(place.country));
    own.filter_map(|(node, (_, roles))| Some((node, roles.demand?)))
}

fn market(terms: &Terms, year: &MarketYear, network: &mut Network) {
    let Terms::Substitution { part, years, .. } = *terms else { return };
    for (node, at) in users(year) {
        if let Response::Demand { curve, .. } = &mut network.nodes[node].responses[at] {
            curve.quantity *= 1.0 - part * year.phase(years);
        }
    }
}

fn market_cash(terms: &Terms, year: &MarketYear, _: &Network, _: &[f64]) -> Cash {
    let Terms::Substitution { part, years, usd_per_t } = *terms else { return Cash::default() };
    let saved: f64 = users(year).map(|(node, _)| part * year.phase(years) * year.used(node)).sum();
    Cash { paid: usd_per_t * saved, received: 0.0 }
}
