//! A price floor settled by quarter on a path of quoted prices: what is paid and returned on a tonne.
//!
//! The reference of a quarter is the mean of its days. The difference is the instrument's own ([`adit_model::policy`]), so that
//! a quarter here and a year in a pathway are settled alike.

use adit_model::policy::{PlantYear, Sale, kind};
use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Price, Terms};
use adit_vocab::price_path::PricePath;
use adit_vocab::units::UsdPerTonne;

/// A quarter, as far as the path covers it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quarter {
    /// Calendar year.
    pub year: i32,
    /// 1 to 4.
    pub quarter: i32,
    /// Days that the path covers.
    pub days: usize,
    /// Mean price of these days.
    pub mean: UsdPerTonne,
    /// Paid and received at the mean of the quarter, US dollars a tonne.
    pub by_mean: Cash,
    /// The mean of what each day would pay and receive, US dollars a tonne. It differs where the path crosses the floor.
    pub by_day: Cash,
}

/// Settles terms on every quarter that the path touches, in order. The whole path counts, whatever the years of the measure.
/// `None` if the terms are no floor at a price in US dollars: a path has no base year.
pub fn settle(path: &PricePath, terms: &Terms) -> Option<Vec<Quarter>> {
    let Terms::Floor { price: Price::Usd(_), .. } = terms else { return None };
    let mut quarters: Vec<Quarter> = Vec::new();
    for (day, price) in path.days() {
        let (year, quarter) = day.quarter();
        if quarters.last().is_none_or(|last| (last.year, last.quarter) != (year, quarter)) {
            let nothing = Cash::default();
            quarters.push(Quarter { year, quarter, days: 0, mean: UsdPerTonne(0.0), by_mean: nothing, by_day: nothing });
        }
        if let Some(sums) = quarters.last_mut() {
            let paid = on_a_tonne(terms, price);
            sums.days += 1;
            sums.mean = sums.mean + price;
            sums.by_day.paid += paid.paid;
            sums.by_day.received += paid.received;
        }
    }
    for quarter in &mut quarters {
        let days = quarter.days as f64;
        quarter.mean = UsdPerTonne(quarter.mean.0 / days);
        quarter.by_mean = on_a_tonne(terms, quarter.mean);
        quarter.by_day = Cash { paid: quarter.by_day.paid / days, received: quarter.by_day.received / days };
    }
    Some(quarters)
}

/// What the instrument pays and receives on a tonne at a reference price.
fn on_a_tonne(terms: &Terms, reference: UsdPerTonne) -> Cash {
    // the path is the index of the contract, whichever price that is; a floor in dollars needs no base price
    let price = reference.0;
    let sale = Sale { price, inside: price, base: price, feed: 0.0, inside_feed: 0.0, base_feed: 0.0 };
    let tonne = PlantYear { sale, output: 1.0, spent: 0.0, capital: 0.0, earned: 0.0, repays: 0.0, construction: 0.0, ramp: 0.0 };
    (kind(terms).cash)(terms, &tonne).cash
}

#[cfg(test)]
mod tests {
    use adit_vocab::price_path::Day;

    use super::*;

    fn terms(returned: f64) -> Terms {
        Terms::Floor { price: Price::Usd(110e3), returned, inside: true, years: 10.0 }
    }

    fn path(quotes: &[(&str, f64)]) -> PricePath {
        let day = |text: &str| Day::parse(text).expect("a day");
        PricePath { series: String::new(), quotes: quotes.iter().map(|(text, usd)| (day(text), UsdPerTonne(*usd))).collect() }
    }

    #[test]
    fn a_flat_path_pays_the_difference_by_mean_and_by_day() {
        let found = settle(&path(&[("2025-11-30", 100e3), ("2026-01-01", 100e3)]), &terms(0.3)).expect("a floor");
        assert_eq!(
            found.iter().map(|quarter| (quarter.year, quarter.quarter, quarter.days)).collect::<Vec<_>>(),
            [(2025, 4, 32), (2026, 1, 1)]
        );
        for quarter in &found {
            assert!((quarter.by_mean.paid - 10e3).abs() < 1e-6 && (quarter.by_day.paid - 10e3).abs() < 1e-6);
            assert_eq!(quarter.by_mean.received, 0.0);
        }
    }

    #[test]
    fn above_the_floor_nothing_is_paid_and_the_share_is_returned() {
        for usd in [110e3, 110.01e3, 130e3, 1e6] {
            for returned in [0.0, 0.3] {
                let found = settle(&path(&[("2026-01-01", usd), ("2026-03-31", usd)]), &terms(returned)).expect("a floor");
                assert_eq!((found[0].by_mean.paid, found[0].by_day.paid), (0.0, 0.0), "{usd}");
                assert!((found[0].by_mean.received - returned * (usd - 110e3)).abs() < 1e-6, "{usd}");
            }
        }
    }

    #[test]
    fn a_quarter_that_crosses_the_floor_pays_more_by_day() {
        // two days: 100 and 130 a kilogram, mean 115
        let found = settle(&path(&[("2026-01-01", 100e3), ("2026-01-02", 130e3)]), &terms(0.3)).expect("a floor");
        assert_eq!((found[0].by_mean.paid, found[0].by_mean.received.round()), (0.0, 1500.0)); // 0.3 x 5
        assert_eq!((found[0].by_day.paid, found[0].by_day.received), (5000.0, 3000.0)); // 10 / 2; 0.3 x 20 / 2
    }

    #[test]
    fn only_a_floor_in_dollars_can_be_settled() {
        let days = path(&[("2026-01-01", 1.0), ("2026-01-02", 1.0)]);
        let price = Price::OverBase(2.0);
        assert_eq!(settle(&days, &Terms::Floor { price, returned: 0.0, inside: true, years: 10.0 }), None);
        assert_eq!(settle(&days, &Terms::Permitting { factor: 0.5 }), None);
    }
}
