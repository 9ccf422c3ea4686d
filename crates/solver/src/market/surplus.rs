//! Surplus: the exact integral of a response over a change of its price.

use super::response::{CLOSING, Iso, LEAVING, Response, TANGENT_BELOW};

impl Response {
    /// `integral of the net supply from one price to another`: what suppliers gain and users lose when the price goes from
    /// `from` to `to`. For use, supply without a contract, constants and straight lines; `None` for stocks and contracts,
    /// whose worth is not the area under their curve.
    pub fn surplus(&self, from: f64, to: f64) -> Option<f64> {
        match *self {
            Response::Constant(quantity) => Some(quantity * (to - from)),
            Response::Linear { intercept, slope } => Some((to - from) * (intercept + 0.5 * slope * (from + to))),
            Response::Demand { curve, choke } => {
                let until = LEAVING * choke;
                let whole =
                    area(&curve, -curve.elasticity, (from, to), Piece { low: f64::NEG_INFINITY, high: choke, c0: 1.0, c1: 0.0 });
                let leaving = if choke.is_finite() {
                    let fall = 1.0 / (until - choke);
                    area(&curve, -curve.elasticity, (from, to), Piece { low: choke, high: until, c0: until * fall, c1: -fall })
                } else {
                    0.0
                };
                Some(-whole - leaving)
            }
            Response::Supply { curve, capacity, shut_down, floor: None } => {
                let e = curve.elasticity;
                let full = if capacity.is_finite() && e > 0.0 {
                    curve.price * (capacity / curve.quantity).powf(1.0 / e)
                } else {
                    f64::INFINITY
                };
                let (shut, open) = ((1.0 - CLOSING) * shut_down, shut_down);
                // output along the curve up to the price of full capacity, then capacity; closing in between if it comes late
                let rise = 1.0 / (open - shut).max(f64::MIN_POSITIVE);
                let flat = Iso { quantity: capacity, price: curve.price, elasticity: 0.0 };
                let along = |low: f64, high: f64, c0: f64, c1: f64| {
                    let below = area(&curve, e, (from, to), Piece { low, high: high.min(full), c0, c1 });
                    let above =
                        if full < high { area(&flat, 0.0, (from, to), Piece { low: low.max(full), high, c0, c1 }) } else { 0.0 };
                    below + above
                };
                let closing = if shut_down > 0.0 { along(shut.max(0.0), open, -shut * rise, rise) } else { 0.0 };
                Some(closing + along(if shut_down > 0.0 { open } else { 0.0 }, f64::INFINITY, 1.0, 0.0))
            }
            _ => None,
        }
    }
}

/// A stretch of prices with the straight line that a curve is multiplied with there.
#[derive(Clone, Copy)]
struct Piece {
    low: f64,
    high: f64,
    c0: f64,
    c1: f64,
}

/// Integral of `(c0 + c1 p) Q (p/P)^e` over the part of `from..to` that lies in `low..high`, along the tangent where the
/// price is almost nothing.
fn area(curve: &Iso, e: f64, (from, to): (f64, f64), piece: Piece) -> f64 {
    let Piece { low, high, c0, c1 } = piece;
    let (sign, a, b) = if from <= to { (1.0, from, to) } else { (-1.0, to, from) };
    let (a, b) = (a.max(low), b.min(high));
    if a >= b {
        return 0.0;
    }
    let kink = TANGENT_BELOW * curve.price;
    let power = |a: f64, b: f64| {
        let term = |n: f64| {
            let (from, to) = (a / curve.price, b / curve.price);
            if n == 0.0 { (to / from).ln() } else { (to.powf(n) - from.powf(n)) / n }
        };
        curve.quantity * curve.price * (c0 * term(e + 1.0) + if c1 == 0.0 { 0.0 } else { c1 * curve.price * term(e + 2.0) })
    };
    let tangent = |a: f64, b: f64| {
        let value = curve.quantity * TANGENT_BELOW.powf(e);
        let slope = e * value / kink;
        let constant = value - slope * kink;
        // (c0 + c1 p)(constant + slope p)
        let terms = [c0 * constant, c0 * slope + c1 * constant, c1 * slope];
        terms.iter().zip(1..).map(|(term, n)| term * (b.powi(n) - a.powi(n)) / f64::from(n)).sum::<f64>()
    };
    let below = if a < kink { tangent(a, b.min(kink)) } else { 0.0 };
    let above = if b > kink { power(a.max(kink), b) } else { 0.0 };
    sign * (below + above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrals_agree_with_small_steps() {
        let curve = Iso { quantity: 100.0, price: 10.0, elasticity: 0.5 };
        let all = [
            Response::Constant(-3.0),
            Response::Linear { intercept: -5.0, slope: 2.0 },
            Response::Demand { curve, choke: 40.0 },
            Response::Demand { curve: Iso { elasticity: 1.0, ..curve }, choke: f64::INFINITY },
            Response::Supply { curve, capacity: 120.0, shut_down: 6.0, floor: None },
            Response::Supply { curve, capacity: 60.0, shut_down: 8.0, floor: None },
            Response::Supply { curve: Iso { elasticity: 0.0, ..curve }, capacity: 110.0, shut_down: 0.0, floor: None },
        ];
        for response in all {
            for (from, to) in [(10.0, 60.0), (1.0, 9.0), (10.0, 5.5), (12.0, 45.0), (0.001, 3.0)] {
                let steps = 200_000;
                let width = (to - from) / f64::from(steps);
                let sum: f64 = (0..steps).map(|i| width * response.value(from + (f64::from(i) + 0.5) * width)).sum();
                let exact = response.surplus(from, to).expect("it has an area");
                assert!((exact - sum).abs() <= 1e-5 * (1.0 + sum.abs()), "{response:?} {from}..{to}: {exact} against {sum}");
            }
        }
    }
}
