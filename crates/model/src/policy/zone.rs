//! Preferential zone: what members import from outside pays a tariff, a part of the base price where it comes from; what they
//! import from each other pays none. The tariffs of the base year are not in our data: they are in the costs that reproduce its
//! flows. So a preference among members is a margin against outsiders, on top of what is there: `rate` is the difference, and
//! what members themselves would drop is not added to their trade. The treasury receives the tariff, flow by flow.

use adit_solver::market::Network;
use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::MarketYear;
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, unbound};
use crate::disruption::tariff::duty;

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "zone",
    is: |terms| matches!(terms, Terms::Zone { .. }),
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
    let Terms::Zone { rate } = *terms else { return };
    for k in year.borders(network) {
        let arc = &mut network.arcs[k];
        arc.cost += duty(rate, year.world, arc.tail);
    }
}

fn market_cash(terms: &Terms, year: &MarketYear, network: &Network, prices: &[f64]) -> Cash {
    let Terms::Zone { rate } = *terms else { return Cash::default() };
    let tariff = year.borders(network).into_iter().map(|k| {
        let arc = &network.arcs[k];
        arc.flow(prices[arc.tail], prices[arc.head]) * duty(rate, year.world, arc.tail)
    });
    Cash { paid: 0.0, received: tariff.sum() }
}
