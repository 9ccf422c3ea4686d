//! A sum over suppliers, some of which nobody rates: its value, its range, and how much of it is not rated.
//!
//! A supplier without a rating counts like the mean of the rated ones; the range runs from the best rating for all of them
//! to the worst. A missing rating is therefore never read as a good one.

use adit_vocab::undefined::Undefined;
use adit_vocab::units::Share;

/// At least this part of the supply must be rated; below it there is no value.
const LEAST_RATED: f64 = 0.5;

/// A value that rests on ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rated {
    /// Suppliers without a rating count like the mean of the others.
    pub value: f64,
    /// Lower end: the rating that gives the lowest value for all suppliers without one.
    pub low: f64,
    /// Upper end, likewise.
    pub high: f64,
    /// Share of the supply without a rating.
    pub unrated: Share,
}

impl Rated {
    /// All three values times a factor of 0 or more.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Rated { value: self.value * factor, low: self.low * factor, high: self.high * factor, ..self }
    }
}

/// One supplier in a rated sum.
pub(crate) struct Part {
    /// How much it supplies, in any unit.
    pub supply: f64,
    /// What its rating is multiplied with.
    pub factor: f64,
    /// Its rating, if published.
    pub rating: Option<f64>,
}

/// `sum of factor * rating`; `unassigned` is supply of unknown origin, which nobody can rate and which adds nothing to the sum.
/// `scale` holds the two ends of the rating.
pub(crate) fn rated(parts: &[Part], unassigned: f64, scale: (f64, f64)) -> Result<Rated, Undefined> {
    let known = || parts.iter().filter_map(|part| part.rating.map(|rating| (part, rating)));
    let rated: f64 = known().map(|(part, _)| part.supply).sum();
    let all = parts.iter().map(|part| part.supply).sum::<f64>() + unassigned;
    if rated <= 0.0 || rated < LEAST_RATED * all {
        return Err(Undefined::NotRated);
    }
    let mean = known().map(|(part, rating)| part.supply * rating).sum::<f64>() / rated;
    let sum = |other: f64| parts.iter().map(|part| part.factor * part.rating.unwrap_or(other)).sum::<f64>();
    let (one, two) = (sum(scale.0), sum(scale.1));
    Ok(Rated { value: sum(mean), low: one.min(two), high: one.max(two), unrated: Share(((all - rated) / all).max(0.0)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(supply: f64, rating: Option<f64>) -> Part {
        Part { supply, factor: supply, rating }
    }

    #[test]
    fn an_unrated_supplier_counts_like_the_mean_of_the_rated() {
        // rated: (0.6 * 0.2 + 0.2 * 0.6) / 0.8 = 0.3; with the unrated fifth: 0.24 + 0.2 * 0.3 = 0.30
        let found = rated(&[part(0.6, Some(0.2)), part(0.2, Some(0.6)), part(0.2, None)], 0.0, (0.0, 1.0)).expect("mostly rated");
        assert!((found.value - 0.30).abs() < 1e-12);
        assert!((found.low - 0.24).abs() < 1e-12 && (found.high - 0.44).abs() < 1e-12); // + 0.2 * 0 and + 0.2 * 1
        assert!((found.unrated.0 - 0.2).abs() < 1e-12);
    }

    #[test]
    fn less_than_half_rated_is_no_value() {
        assert_eq!(rated(&[part(0.4, Some(0.2)), part(0.6, None)], 0.0, (0.0, 1.0)), Err(Undefined::NotRated));
        assert_eq!(rated(&[part(0.4, Some(0.2))], 0.6, (0.0, 1.0)), Err(Undefined::NotRated));
        assert_eq!(rated(&[], 0.0, (0.0, 1.0)), Err(Undefined::NotRated));
    }
}
