//! How use grows, and how scrap follows what was used before.

/// Trend of use against the base year: through published points, with a steady rate between them and beyond.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// Years with their trend, ascending; the first is the base year with 1.
    points: Vec<(f64, f64)>,
    /// Growth a year before the first point and without others.
    rate: f64,
}

impl Growth {
    /// Steady growth.
    pub fn steady(base: i32, rate: f64) -> Growth {
        Growth { points: vec![(f64::from(base), 1.0)], rate: rate.max(-0.99) }
    }

    /// Steady growth that misses `rate` so that use in the year `last` is `factor` times what it would have been.
    pub fn missed(base: i32, last: i32, rate: f64, factor: f64) -> Growth {
        Growth::steady(base, (1.0 + rate) * factor.powf(1.0 / f64::from((last - base).max(1))) - 1.0)
    }

    /// Through points after the base year, ascending, each above zero; the last rate goes on beyond them. At the last point, and
    /// in proportion of the logarithm before it, the trend is `factor` times the projected one. Without points it is steady.
    pub fn through(base: i32, later: &[(i32, f64)], factor: f64, otherwise: f64) -> Growth {
        let mut points = vec![(f64::from(base), 1.0)];
        let last = later.last().map_or(base + 1, |&(year, _)| year.max(base + 1));
        for &(year, trend) in later.iter().filter(|&&(year, trend)| year > base && trend > 0.0) {
            let part = f64::from(year - base) / f64::from(last - base);
            points.push((f64::from(year), trend * factor.powf(part)));
        }
        let rate = match points.get(1) {
            Some(&(year, trend)) => trend.powf(1.0 / (year - points[0].0)) - 1.0,
            None => otherwise,
        };
        Growth { points, rate }
    }

    /// The trend in a year.
    pub fn at(&self, year: f64) -> f64 {
        let next = self.points.partition_point(|&(known, _)| known <= year);
        let before = &self.points[..next];
        let Some(&(from, trend)) = before.last() else {
            return self.points[0].1 * (1.0 + self.rate).powf(year - self.points[0].0);
        };
        let pair = match self.points.get(next) {
            Some(&later) => Some(((from, trend), later)),
            None if before.len() > 1 => Some((before[before.len() - 2], before[before.len() - 1])),
            None => None,
        };
        let rate = pair.map_or(self.rate, |((a, low), (b, high))| (high / low).powf(1.0 / (b - a)) - 1.0);
        trend * (1.0 + rate).powf(year - from)
    }

    /// Scrap in a year against use, both over those of the base year: what is used comes back after a lifetime.
    pub fn scrap(&self, year: f64, lifetime: f64) -> f64 {
        let base = self.points[0].0;
        self.at(year - lifetime) / self.at(base - lifetime) / self.at(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steady_growth_leaves_the_part_of_scrap_as_it_is() {
        let growth = Growth::steady(2024, 0.03);
        assert!((growth.at(2034.0) - 1.03f64.powi(10)).abs() < 1e-12);
        assert!((growth.scrap(2040.0, 10.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn steady_growth_misses_by_the_factor_in_the_last_year() {
        let growth = Growth::missed(2010, 2023, 0.025, 1.4);
        assert!((growth.at(2023.0) - 1.4 * 1.025f64.powi(13)).abs() < 1e-12);
    }

    #[test]
    fn the_trend_passes_its_points_and_goes_on() {
        let growth = Growth::through(2024, &[(2030, 2.0), (2040, 4.0)], 1.0, 0.0);
        assert!((growth.at(2030.0) - 2.0).abs() < 1e-12);
        assert!((growth.at(2035.0) - 8f64.sqrt()).abs() < 1e-12, "a steady rate between points");
        assert!((growth.at(2050.0) - 8.0).abs() < 1e-9, "the last rate goes on");
        // scrap keeps pace while use grows as it did before, and gains on it when use slows
        assert!((growth.scrap(2030.0, 10.0) - 1.0).abs() < 1e-12);
        assert!(growth.scrap(2040.0, 10.0) > 1.2);
    }

    #[test]
    fn a_projection_that_misses_misses_most_at_its_end() {
        let growth = Growth::through(2024, &[(2030, 2.0), (2040, 4.0)], 0.5, 0.0);
        assert!((growth.at(2040.0) - 2.0).abs() < 1e-12);
        assert!(growth.at(2030.0) > 1.5 && growth.at(2030.0) < 2.0);
    }
}
