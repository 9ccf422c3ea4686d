//! Several materials side by side, draw by draw: a draw is the same world for all of them, so what it says of each may be added.

use std::collections::BTreeMap;

use adit_vocab::pathway::Cash;

use super::Band;
use super::ensemble::Ensemble;
use super::independence::Independence;
use crate::draws::band;

/// Present value of what a payer spends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlay {
    /// Mean over the draws, paid out and received apart; means of several materials and measures add up.
    pub mean: Cash,
    /// What it costs in the end, over the draws.
    pub net: Band,
}

/// What the measures of `counted`, by their places, cost for all of some materials; `None` without a draw that all have.
pub fn outlay(materials: &[&Ensemble], counted: impl Fn(usize) -> bool) -> Option<Outlay> {
    let mut drawn: BTreeMap<u32, (usize, Cash)> = BTreeMap::new();
    for (number, cash) in materials.iter().flat_map(|ensemble| &ensemble.cash) {
        let own = cash.iter().enumerate().filter(|(place, _)| counted(*place));
        let (known, sum) = drawn.entry(*number).or_default();
        *known += 1;
        *sum = own.fold(*sum, |sum, (_, cash)| sum.plus(*cash));
    }
    let sums: Vec<Cash> = drawn.into_values().filter(|(known, _)| *known == materials.len()).map(|(_, sum)| sum).collect();
    let count = sums.len() as f64;
    let all = sums.iter().fold(Cash::default(), |all, cash| all.plus(*cash));
    let net = band(sums.iter().map(Cash::net).collect())?;
    Some(Outlay { mean: Cash { paid: all.paid / count, received: all.received / count }, net })
}

/// How many dependencies end by a year, over the draws that all of some materials have; `None` without any.
pub fn ended_by(materials: &[&Ensemble], year: i32) -> Option<Band> {
    let mut drawn: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (number, end) in materials.iter().flat_map(|ensemble| &ensemble.drawn) {
        let Some(end) = end else { continue };
        let ended = match end {
            Independence::NotDependent => true,
            Independence::From(first) => *first <= year,
            Independence::Later => false,
        };
        let (known, count) = drawn.entry(*number).or_default();
        *known += 1;
        *count += usize::from(ended);
    }
    let counts = drawn.into_values().filter(|(known, _)| *known == materials.len()).map(|(_, count)| count as f64);
    // no half dependency ends
    band(counts.collect()).map(|found| Band { low: found.low.floor(), middle: found.middle.round(), high: found.high.ceil() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ensemble(cash: &[[f64; 2]], ends: &[Independence]) -> Ensemble {
        let paid = |&[paid, received]: &[f64; 2]| vec![Cash { paid, received }, Cash { paid: 1e9, received: 0.0 }];
        Ensemble {
            stages: Vec::new(),
            priced: true,
            years: Vec::new(),
            independence: None,
            drawn: (0..).zip(ends.iter().map(|end| Some(*end))).collect(),
            origins: Vec::new(),
            fates: Vec::new(),
            unnamed: Vec::new(),
            cost: Vec::new(),
            cash: (0..).zip(cash.iter().map(paid)).collect(),
            unended: None,
            unsolved: 0,
        }
    }

    #[test]
    fn sums_by_draw() {
        use Independence::{From, Later, NotDependent};
        let a = ensemble(&[[3.0, 1.0], [5.0, 1.0]], &[From(2030), Later]);
        // its third draw is not known of the other
        let b = ensemble(&[[1.0, 1.0], [7.0, 3.0], [100.0, 0.0]], &[NotDependent, From(2040), Later]);
        let found = outlay(&[&a, &b], |place| place == 0).expect("draws");
        // by draw: paid 4 and 12, received 2 and 4, net 2 and 8
        assert_eq!((found.mean.paid, found.mean.received, found.net.middle), (8.0, 3.0, 5.0));
        assert!((found.net.low - 2.6).abs() < 1e-12 && (found.net.high - 7.4).abs() < 1e-12);
        assert_eq!(ended_by(&[&a, &b], 2035).expect("draws"), Band { low: 0.0, middle: 1.0, high: 2.0 });
        assert_eq!(ended_by(&[&a], 2030).expect("draws").high, 1.0);
        assert!(outlay(&[], |_| true).is_none() && ended_by(&[], 2030).is_none());
    }
}
