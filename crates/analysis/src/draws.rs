//! Draws of the model's parameters: scrambled Sobol points over their ranges, so that few draws cover them evenly, and the
//! quantiles of what comes out.
//!
//! A draw depends on its number alone, so the answer is the same on any number of threads.

use adit_vocab::parameters::{Parameters, Values};
use statrs::distribution::{ContinuousCDF, Normal};

/// Scrambles the Sobol points.
const SEED: u32 = 2026;

/// One draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draw {
    /// The parameters.
    pub values: Values,
    /// What no parameter explains in the logarithm of a price, in standard deviations.
    unexplained: f64,
}

impl Draw {
    /// A price ratio with what no parameter explains. Past restrictions that moved prices much were missed by this noise;
    /// where the model sees no effect, a price that moves has other causes, so the noise grows with the effect.
    pub fn noisy(&self, ratio: f64) -> f64 {
        self.noisy_by(ratio, self.values.residual_log_sd)
    }

    /// The same with a given standard deviation.
    pub fn noisy_by(&self, ratio: f64, log_sd: f64) -> f64 {
        let part = ratio.max(f64::MIN_POSITIVE).ln().abs() / self.values.residual_full_at;
        ratio * (log_sd * self.unexplained * part.min(1.0)).exp()
    }
}

/// A range with its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Tenth percentile.
    pub low: f64,
    /// Median.
    pub middle: f64,
    /// Ninetieth percentile.
    pub high: f64,
}

/// A draw by its number.
pub fn draw(parameters: &Parameters, number: u32) -> Draw {
    let at = |dimension| quantile(number, dimension);
    let count = Parameters::NAMES.len();
    let quantiles: Vec<f64> = (0..count).map(at).collect();
    Draw { values: parameters.at(&quantiles), unexplained: standard_normal(at(count)) }
}

/// The first dimension of the points that no parameter uses.
pub fn free_dimension() -> usize {
    Parameters::NAMES.len() + 1
}

/// One coordinate of a point.
pub fn quantile(number: u32, dimension: usize) -> f64 {
    f64::from(sobol_burley::sample(number, u32::try_from(dimension).unwrap_or(u32::MAX), SEED))
}

/// One coordinate of a point of a further sequence, for what has more dimensions than one sequence holds.
pub fn padded(number: u32, dimension: u32, sequence: usize) -> f64 {
    let sequence = u32::try_from(sequence).unwrap_or(u32::MAX);
    f64::from(sobol_burley::sample(number, dimension, SEED.wrapping_add(1).wrapping_add(sequence)))
}

/// Quantile of the standard normal distribution; the ends are cut where no sample lies.
fn standard_normal(quantile: f64) -> f64 {
    Normal::standard().inverse_cdf(quantile.clamp(1e-6, 1.0 - 1e-6))
}

/// Tenth, fiftieth and ninetieth percentile, between the neighbours where needed; `None` without values.
pub fn band(mut values: Vec<f64>) -> Option<Band> {
    values.sort_unstable_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let at = |part: f64| {
        let place = part * last as f64;
        let (below, above) = (values[place.floor() as usize], values[place.ceil() as usize]);
        below + (place - place.floor()) * (above - below)
    };
    Some(Band { low: at(0.1), middle: at(0.5), high: at(0.9) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_of_eleven_numbers() {
        let found = band((0..=10).rev().map(f64::from).collect());
        assert_eq!(found, Some(Band { low: 1.0, middle: 5.0, high: 9.0 }));
        assert_eq!(band(Vec::new()), None);
    }
}
