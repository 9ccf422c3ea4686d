//! Offtake: buyers at home commit themselves to take a part of a plant's output, and to pay at least an agreed price for it.
//! The part is a lower bound on what the plant's country ships to them; what the agreed price is above the market's they pay.

use adit_vocab::pathway::Cash;
use adit_vocab::policy::Terms;

use super::market::{no_change, no_market_cash};
use super::{Instrument, Payer, PlantYear, Sale, Settled, as_long, money};
use crate::years::investment::{Cover, Finance};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "offtake",
    is: |terms| matches!(terms, Terms::Offtake { .. }),
    payer: Payer::Buyers,
    hasten: as_long,
    finance,
    adds,
    bound: |terms| match *terms {
        Terms::Offtake { part, .. } => part,
        _ => 0.0,
    },
    cash,
    market: no_change,
    market_cash: no_market_cash,
};

fn adds(terms: &Terms, sale: &Sale) -> f64 {
    let Terms::Offtake { part, price, .. } = *terms else { return 0.0 };
    part * (money(price, sale.base) - sale.price.max(0.0)).max(0.0)
}

fn finance(terms: &Terms, finance: &mut Finance) {
    let Terms::Offtake { part, years, .. } = *terms else { return };
    let sale = finance.sale();
    finance.covers.push(Cover { years, part, adds: adds(terms, &sale) });
}

fn cash(terms: &Terms, year: &PlantYear) -> Settled {
    Settled { cash: Cash { paid: adds(terms, &year.sale) * year.output, received: 0.0 }, served: 0.0 }
}
