//! Price floor by contract for difference: below the floor the treasury pays the difference to the reference price, above it
//! the plant returns a part of what is above. A floor in US dollars is one on the price. One in base prices is one on what the
//! plant adds, its price less what a tonne is made of, so that floors at several stages of one chain come to one floor on its end
//! and no tonne is paid for twice. The plant acts on `p + max(0, floor - r) - returned max(0, r - floor)`, with the
//! price `p` where it sells and the reference `r`: the same, or the price inside the feared supplier.

use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Price, Terms};

use super::market::{no_change, no_market_cash};
use super::{Instrument, Payer, PlantYear, Sale, Settled, as_long, unbound};
use crate::years::investment::{Cover, Finance};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "floor",
    is: |terms| matches!(terms, Terms::Floor { .. }),
    payer: Payer::Treasury,
    hasten: as_long,
    finance,
    adds,
    bound: unbound,
    cash,
    market: no_change,
    market_cash: no_market_cash,
};

/// What the treasury pays on a tonne, and what it receives.
fn settled(terms: &Terms, sale: &Sale) -> Cash {
    let Terms::Floor { price, returned, inside, .. } = *terms else { return Cash::default() };
    let (price_there, feed_there) = if inside { (sale.inside, sale.inside_feed) } else { (sale.price, sale.feed) };
    let (floor, reference) = match price {
        Price::Usd(usd) => (usd, price_there),
        Price::OverBase(part) => (part * (sale.base - sale.base_feed), price_there - feed_there),
    };
    // an index never falls below zero
    let gap = floor - reference.max(0.0);
    Cash { paid: gap.max(0.0), received: returned * (-gap).max(0.0) }
}

fn adds(terms: &Terms, sale: &Sale) -> f64 {
    settled(terms, sale).net()
}

fn finance(terms: &Terms, finance: &mut Finance) {
    let Terms::Floor { years, .. } = *terms else { return };
    let sale = finance.sale();
    finance.covers.push(Cover { years, part: 1.0, adds: adds(terms, &sale) });
}

fn cash(terms: &Terms, year: &PlantYear) -> Settled {
    let tonne = settled(terms, &year.sale);
    let cash = Cash { paid: tonne.paid * year.output, received: tonne.received * year.output };
    Settled { cash, served: 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_of_mountain_pass() {
        let terms = Terms::Floor { price: Price::Usd(110e3), returned: 0.3, inside: false, years: 10.0 };
        let at =
            |price: f64| adds(&terms, &Sale { price, inside: price, base: 55e3, feed: 20e3, inside_feed: 20e3, base_feed: 20e3 });
        assert_eq!(at(60e3), 50e3);
        assert_eq!(at(110e3), 0.0);
        assert!((at(130e3) + 6e3).abs() < 1e-9, "30 % of the 20,000 above the floor go back");
    }

    #[test]
    fn another_reference_than_the_own_price() {
        let terms = Terms::Floor { price: Price::OverBase(1.0), returned: 0.0, inside: true, years: 10.0 };
        let split = Sale { price: 30.0, inside: 4.0, base: 10.0, feed: 0.0, inside_feed: 0.0, base_feed: 0.0 };
        assert_eq!(adds(&terms, &split), 6.0, "it is paid although the plant sells dearly");
    }

    #[test]
    fn floors_along_a_chain_come_to_one_at_its_end() {
        let terms = Terms::Floor { price: Price::OverBase(2.0), returned: 0.0, inside: false, years: 10.0 };
        let at =
            |price, feed, base, base_feed| adds(&terms, &Sale { price, inside: price, base, feed, inside_feed: feed, base_feed });
        // ore at 6 of 10, refined at 15 of 20: 2 x 20 - 15 in all
        let (mine, refinery) = (at(6.0, 0.0, 10.0, 0.0), at(15.0, 6.0, 20.0, 10.0));
        assert_eq!(mine + refinery, 25.0);
    }
}
