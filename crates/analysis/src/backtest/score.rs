//! How far off: errors in the logarithm of the price, their mean over events, ranks, and an interval for a difference.

use crate::draws::quantile;

/// Resamples behind an interval.
const RESAMPLES: u32 = 2048;

/// A model's errors over all events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Mean over events of the root mean square of the logarithm of simulated over observed.
    pub error: f64,
    /// Share of the points within a factor of two.
    pub within_two: f64,
    /// Rank correlation of simulated and observed over all points; `None` if the model says the same of all.
    pub rank: Option<f64>,
}

/// `ln(simulated / observed)`.
pub fn log_error(simulated: f64, observed: f64) -> f64 {
    (simulated.max(f64::MIN_POSITIVE) / observed).ln()
}

/// Root mean square of an event's errors.
pub fn event_error(simulated: &[f64], observed: &[f64]) -> f64 {
    let sum: f64 = simulated.iter().zip(observed).map(|(&s, &o)| log_error(s, o).powi(2)).sum();
    (sum / simulated.len().max(1) as f64).sqrt()
}

/// The score of pairs of simulated and observed ratios, one list an event.
pub fn score(simulated: &[Vec<f64>], observed: &[Vec<f64>]) -> Score {
    let events = simulated.len().max(1) as f64;
    let error = simulated.iter().zip(observed).map(|(s, o)| event_error(s, o)).sum::<f64>() / events;
    let (s, o) = (simulated.concat(), observed.concat());
    let near = s.iter().zip(&o).filter(|(s, o)| log_error(**s, **o).abs() <= 2f64.ln()).count();
    Score { error, within_two: near as f64 / s.len().max(1) as f64, rank: rank_correlation(&s, &o) }
}

/// Spearman's rank correlation, with mean ranks for ties.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (ranks(a), ranks(b));
    let mean = (a.len() as f64 + 1.0) / 2.0;
    let (mut both, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(&b) {
        both += (x - mean) * (y - mean);
        of_a += (x - mean).powi(2);
        of_b += (y - mean).powi(2);
    }
    (of_a > 0.0 && of_b > 0.0).then(|| both / (of_a * of_b).sqrt())
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
    let equal = |value: f64| values.iter().filter(|other| **other == value).count() as f64;
    values.iter().map(|&value| below(value) + (equal(value) + 1.0) / 2.0).collect()
}

/// A difference with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Mean over events.
    pub mean: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Mean difference between the errors of two models over the same events, with the interval of a bootstrap that draws whole
/// clusters, as events of one cluster are no independent tests. The draws are scrambled Sobol points: always the same.
pub fn difference(errors: &[f64], others: &[f64], clusters: &[&str]) -> Difference {
    let mut names: Vec<&str> = clusters.to_vec();
    names.sort_unstable();
    names.dedup();
    let sums: Vec<(f64, f64)> = names
        .iter()
        .map(|name| {
            let members = errors.iter().zip(others).zip(clusters).filter(|(_, cluster)| *cluster == name);
            members.fold((0.0, 0.0), |(sum, count), ((a, b), _)| (sum + a - b, count + 1.0))
        })
        .collect();
    let mean = |drawn: &mut dyn Iterator<Item = (f64, f64)>| {
        let (sum, count) = drawn.fold((0.0, 0.0), |(sum, count), (s, c)| (sum + s, count + c));
        if count > 0.0 { sum / count } else { 0.0 }
    };
    let mut means: Vec<f64> = (0..RESAMPLES)
        .map(|number| {
            let pick = |slot: usize| sums[((quantile(number, slot) * sums.len() as f64) as usize).min(sums.len() - 1)];
            mean(&mut (0..sums.len()).map(pick))
        })
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| means[(part * (means.len() - 1) as f64).round() as usize];
    Difference { mean: mean(&mut sums.iter().copied()), low: at(0.025), high: at(0.975) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_of_an_event_by_hand() {
        // ln 2 and ln 1/2: both off by 0.6931; and one point met beside one off by ln 2
        assert!((event_error(&[2.0, 1.0], &[1.0, 2.0]) - 2f64.ln()).abs() < 1e-12);
        assert!((event_error(&[3.0, 2.0], &[3.0, 1.0]) - 2f64.ln() / 2f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn the_mean_is_over_events_and_not_over_points() {
        let found = score(&[vec![1.0, 1.0, 1.0], vec![4.0]], &[vec![1.0, 1.0, 1.0], vec![1.0]]);
        assert!((found.error - 4f64.ln() / 2.0).abs() < 1e-12); // (0 + ln 4) / 2
        assert!((found.within_two - 0.75).abs() < 1e-12); // three of four points
    }

    #[test]
    fn ranks_by_hand() {
        assert_eq!(rank_correlation(&[1.0, 2.0, 3.0], &[10.0, 20.0, 30.0]), Some(1.0));
        // ranks 1 2 3 and 1.5 1.5 3: (-1)(-0.5) + 0 + 1 = 1.5 over sqrt(2 * 1.5)
        let tied = rank_correlation(&[1.0, 2.0, 3.0], &[5.0, 5.0, 9.0]);
        assert!(tied.is_some_and(|rank| (rank - 1.5 / 3f64.sqrt()).abs() < 1e-12));
        assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), None);
    }

    #[test]
    fn equal_models_differ_by_nothing_and_a_worse_one_is_worse() {
        let clusters = ["a", "a", "b", "c"];
        let same = difference(&[0.1, 0.2, 0.3, 0.4], &[0.1, 0.2, 0.3, 0.4], &clusters);
        assert_eq!(same, Difference { mean: 0.0, low: 0.0, high: 0.0 });
        let better = difference(&[0.1, 0.2, 0.3, 0.4], &[0.6, 0.7, 0.8, 0.9], &clusters);
        assert!((better.mean + 0.5).abs() < 1e-12 && better.high < 0.0, "{better:?}");
    }
}
