//! The year in which a dependency ends: the first from which on, to the last year followed, a stop of twelve months at all
//! stages can be borne in every year.

use super::{Bearable, CutOff};

/// When a dependency ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Independence {
    /// A stop could be borne in every year that is followed.
    NotDependent,
    /// From this year on.
    From(i32),
    /// Not within the years that are followed.
    Later,
}

/// From the stops of all years, or of the last ones back to the first that cannot be borne; `None` without stops, or if the asker uses nothing.
pub fn independence(stops: &[CutOff], bearable: Bearable) -> Option<Independence> {
    let borne: Vec<bool> = stops.iter().map(|stop| bearable.bears(stop)).collect::<Option<_>>()?;
    match borne.iter().rposition(|borne| !borne) {
        None => (!borne.is_empty()).then_some(Independence::NotDependent),
        Some(last) => Some(stops.get(last + 1).map_or(Independence::Later, |stop| Independence::From(stop.year))),
    }
}

/// Distribution over draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Tenth percentile, median, ninetieth percentile: of an even number the later one.
    pub low: Independence,
    /// Median.
    pub middle: Independence,
    /// Ninetieth percentile.
    pub high: Independence,
    /// Part of the draws in which it does not end within the years that are followed.
    pub later: f64,
    /// Part in which there is no dependency.
    pub never: f64,
}

/// Of all draws; `None` without any.
pub fn distribution(mut draws: Vec<Independence>) -> Option<Distribution> {
    draws.sort_unstable();
    let last = draws.len().checked_sub(1)?;
    let at = |part: f64| draws[(part * last as f64).ceil() as usize];
    let part = |of: Independence| draws.iter().filter(|draw| **draw == of).count() as f64 / draws.len() as f64;
    Some(Distribution {
        low: at(0.1),
        middle: at(0.5),
        high: at(0.9),
        later: part(Independence::Later),
        never: part(Independence::NotDependent),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(kept: &[f64]) -> Vec<CutOff> {
        let stop = |(year, &kept): (i32, &f64)| CutOff { year, kept: Some(kept), price: Some(1.5), ..CutOff::default() };
        (2025..).zip(kept).map(stop).collect()
    }

    #[test]
    fn it_ends_when_it_stays_ended() {
        let found = |kept: &[f64]| independence(&stops(kept), Bearable::default());
        assert_eq!(found(&[0.95, 0.99]), Some(Independence::NotDependent));
        assert_eq!(found(&[0.5, 0.95, 0.8, 0.92, 0.9]), Some(Independence::From(2028)));
        assert_eq!(found(&[0.95, 0.5]), Some(Independence::Later));
        assert_eq!(found(&[]), None);
        let dear = vec![CutOff { year: 2025, kept: Some(1.0), price: Some(2.1), ..CutOff::default() }];
        assert_eq!(independence(&dear, Bearable::default()), Some(Independence::Later), "a tripled price is no independence");
        let unused = vec![CutOff { year: 2025, ..CutOff::default() }];
        assert_eq!(independence(&unused, Bearable::default()), None, "who uses nothing is not asked");
    }

    #[test]
    fn what_lies_beyond_the_horizon_is_counted() {
        let draws = [2030, 2032, 2034, 2036].map(Independence::From).into_iter().chain([Independence::Later; 4]);
        let found = distribution(draws.collect()).expect("there are draws");
        assert_eq!(found.low, Independence::From(2032));
        assert_eq!(found.middle, Independence::Later);
        assert_eq!(found.later, 0.5);
        assert_eq!(distribution(Vec::new()), None);
    }
}
