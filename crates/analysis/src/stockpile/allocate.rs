//! Where the next dollar goes: the best spending of a budget over materials whose gain is a concave function of what is spent.
//!
//! Each material has points `(outlay, gain)`, in dollars; the gain of what is not computed lies on the upper concave envelope of
//! the points. The best holding buys where the next dollar brings most and stops where it brings less than a dollar, or where the
//! budget ends: the marginal value is then equal wherever a purchase could be larger and smaller.

/// A point: what is spent and what it brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Dollars spent.
    pub outlay: f64,
    /// Dollars gained, before the outlay is taken off.
    pub gain: f64,
}

/// Positions of the points on the upper concave envelope; the first point is nothing for nothing, outlays ascend.
pub fn envelope(points: &[Point]) -> Vec<usize> {
    let mut hull: Vec<usize> = Vec::new();
    for (place, point) in points.iter().enumerate() {
        while let [.., first, second] = hull[..] {
            let (first, second) = (points[first], points[second]);
            let turn = (second.outlay - first.outlay) * (point.gain - first.gain)
                - (second.gain - first.gain) * (point.outlay - first.outlay);
            if turn < 0.0 {
                break;
            }
            hull.pop();
        }
        hull.push(place);
    }
    hull
}

/// What a dollar brings between two points.
fn slope(from: Point, to: Point) -> f64 {
    (to.gain - from.gain) / (to.outlay - from.outlay)
}

/// A spending.
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// Outlay by material.
    pub outlays: Vec<f64>,
    /// What the next dollar would bring: at most what the last one brought; at least 1 unless nothing pays.
    pub next: f64,
}

/// The best spending of a budget. A dollar that brings no more than `least` is kept: 1 for what pays.
pub fn allocate(curves: &[Vec<Point>], budget: f64, least: f64) -> Spending {
    let mut pieces: Vec<(f64, usize, f64)> = Vec::new();
    for (material, points) in curves.iter().enumerate() {
        let hull = envelope(points);
        for pair in hull.windows(2) {
            let (from, to) = (points[pair[0]], points[pair[1]]);
            pieces.push((slope(from, to), material, to.outlay - from.outlay));
        }
    }
    // pieces of one material are steeper first by themselves; of equals the first material comes first
    pieces.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut spending = Spending { outlays: vec![0.0; curves.len()], next: 0.0 };
    let mut left = budget;
    for (slope, material, size) in pieces {
        spending.next = slope;
        if slope <= least {
            break;
        }
        let spent = size.min(left);
        spending.outlays[material] += spent;
        left -= spent;
        if left <= 0.0 {
            break;
        }
        spending.next = 0.0;
    }
    spending
}

/// What an outlay brings: on the envelope, flat beyond the last point.
pub fn gain_at(points: &[Point], outlay: f64) -> f64 {
    let hull = envelope(points);
    let beyond = hull.iter().position(|&place| points[place].outlay >= outlay);
    match beyond {
        Some(0) => points[hull[0]].gain,
        Some(k) => {
            let (from, to) = (points[hull[k - 1]], points[hull[k]]);
            from.gain + slope(from, to) * (outlay - from.outlay)
        }
        None => hull.last().map_or(0.0, |&last| points[last].gain),
    }
}

/// An upper bound of what the best spending gains net of its outlay, and for each material the outlay at which a further point
/// would lower the bound most, with by how much.
///
/// Lagrange: for any value `v` of a dollar, at least 1, no spending of the budget brings more than
/// `sum over materials of max over x of (gain(x) - v x) + (v - 1) budget`. Between two points of the envelope a concave gain lies
/// below the lines through its neighbours. Where points lie below the envelope the gain is taken to be no more than the
/// envelope, and beyond the last point no more than there.
pub fn bound(curves: &[Vec<Point>], budget: f64, value: f64) -> (f64, Vec<(f64, f64)>) {
    let value = value.max(1.0);
    let mut sum = (value - 1.0) * budget;
    let mut gaps = Vec::with_capacity(curves.len());
    for points in curves {
        let places = envelope(points);
        let hull: Vec<Point> = places.iter().map(|&place| points[place]).collect();
        let known = hull.iter().map(|point| point.gain - value * point.outlay).fold(0.0, f64::max);
        let (mut most, mut at) = (known, 0.0);
        for k in 1..hull.len() {
            let (from, to) = (hull[k - 1], hull[k]);
            if places[k] > places[k - 1] + 1 {
                continue;
            }
            // the line through the two points before, and through the two after
            let before = if k >= 2 { slope(hull[k - 2], from) } else { f64::INFINITY };
            let after = if k + 1 < hull.len() { slope(to, hull[k + 1]) } else { f64::NEG_INFINITY };
            let x = match (before.is_finite(), after.is_finite()) {
                (true, true) => ((to.gain - after * to.outlay) - (from.gain - before * from.outlay)) / (before - after),
                (true, false) => to.outlay,
                // before the second point nothing bounds the gain but the line after it
                (false, true) => from.outlay,
                (false, false) => continue,
            };
            let x = x.clamp(from.outlay, to.outlay);
            let upper = match (before.is_finite(), after.is_finite()) {
                (true, _) => from.gain + before * (x - from.outlay),
                (false, _) => to.gain - after * (to.outlay - x),
            };
            if upper - value * x > most {
                most = upper - value * x;
                // a point at the crossing lowers the bound most; at an end, the middle does
                let inside = x > from.outlay && x < to.outlay;
                at = if inside { x } else { 0.5 * (from.outlay + to.outlay) };
            }
        }
        sum += most;
        gaps.push((at, most - known));
    }
    (sum, gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(outlay: f64, gain: f64) -> Point {
        Point { outlay, gain }
    }

    fn curves() -> Vec<Vec<Point>> {
        vec![
            vec![point(0.0, 0.0), point(1.0, 5.0), point(2.0, 8.0), point(4.0, 9.0)],
            vec![point(0.0, 0.0), point(2.0, 6.0), point(3.0, 6.2)],
            vec![point(0.0, 0.0), point(1.0, 0.5)], // does not pay
        ]
    }

    #[test]
    fn the_next_dollar_goes_where_it_brings_most() {
        let found = allocate(&curves(), 2.5, 1.0);
        // 1 at five, then 3 to either: the first material first
        assert_eq!(found.outlays, [2.0, 0.5, 0.0]);
        assert_eq!(found.next, 3.0);
        let all = allocate(&curves(), 100.0, 1.0);
        assert_eq!(all.outlays, [2.0, 2.0, 0.0], "pieces that bring half a dollar or a fifth are refused");
        assert_eq!(all.next, 0.5);
        assert_eq!(allocate(&curves(), 0.0, 1.0).outlays, [0.0; 3]);
        assert_eq!(allocate(&curves(), 100.0, 0.0).outlays, [4.0, 3.0, 1.0], "all is spent if it must be");
    }

    #[test]
    fn a_start_that_brings_nothing_is_spanned() {
        // one tonne saves nothing, two save much
        let points = vec![point(0.0, 0.0), point(1.0, 0.1), point(2.0, 6.0)];
        assert_eq!(envelope(&points), [0, 2]);
        assert_eq!(gain_at(&points, 1.0), 3.0);
    }

    #[test]
    fn the_saving_is_monotone_and_concave_in_the_budget() {
        let saved = |budget: f64| {
            let found = allocate(&curves(), budget, 1.0);
            curves().iter().zip(&found.outlays).map(|(points, outlay)| gain_at(points, *outlay)).sum::<f64>()
        };
        let values: Vec<f64> = (0..50).map(|step| saved(0.1 * f64::from(step))).collect();
        for three in values.windows(3) {
            assert!(three[1] >= three[0] - 1e-12);
            assert!(three[2] - three[1] <= three[1] - three[0] + 1e-9);
        }
    }

    #[test]
    fn the_bound_holds_for_a_smooth_gain_and_tightens() {
        // gain 4 sqrt(x): with a value of 1 the best is x = 4, net 4
        let curve = |places: &[f64]| vec![places.iter().map(|x| point(*x, 4.0 * x.sqrt())).collect::<Vec<_>>()];
        let mut places = vec![0.0, 1.0, 2.5, 6.0, 12.0];
        let mut last = f64::INFINITY;
        for _ in 0..6 {
            let (upper, gaps) = bound(&curve(&places), 100.0, 1.0);
            assert!(upper >= 4.0 - 1e-12 && upper <= last + 1e-12, "{upper}");
            last = upper;
            places.push(gaps[0].0);
            places.sort_by(f64::total_cmp);
            places.dedup();
        }
        assert!(last < 4.05, "{last}");
    }
}
