//! Responses at a node: net supply as a function of its price. All are continuous and never fall when the price rises.

use super::arc::corner;

/// Price, in reference prices, below which an iso-elastic response goes on along its tangent: it keeps slopes finite and
/// lets a price become negative on the way to a solution.
pub(super) const TANGENT_BELOW: f64 = 1e-3;
/// A plant that closes does so over this part of its shut-down price.
pub(super) const CLOSING: f64 = 0.1;
/// A use that leaves does so between its choke price and this multiple of it.
pub(super) const LEAVING: f64 = 1.25;

/// An iso-elastic curve through a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Iso {
    /// Quantity at the price.
    pub quantity: f64,
    /// The price; must be positive.
    pub price: f64,
    /// Elasticity, as an absolute value.
    pub elasticity: f64,
}

/// A price floor by contract for difference: the producer is paid up to the floor and returns a share of what is above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceFloor {
    /// The floor.
    pub floor: f64,
    /// Share of the price above the floor that is returned, below 1.
    pub returned: f64,
}

impl PriceFloor {
    /// `max(p, floor) - returned * max(0, p - floor)`: the price the producer sees, and its derivative.
    pub fn effective(&self, price: f64) -> (f64, f64) {
        if price <= self.floor { (self.floor, 0.0) } else { (price - self.returned * (price - self.floor), 1.0 - self.returned) }
    }
}

/// One net supply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Response {
    /// The same at every price; negative for a fixed need.
    Constant(f64),
    /// `intercept + slope * p`, slope not negative; demand has a negative intercept.
    Linear {
        /// Net supply at price zero.
        intercept: f64,
        /// Change with the price.
        slope: f64,
    },
    /// `min(Q (p/P)^e, capacity)`, closing linearly over the last tenth above the shut-down price times 0.9.
    Supply {
        /// The curve.
        curve: Iso,
        /// Largest output; may be infinite.
        capacity: f64,
        /// Price at which the plant has all its output; it is shut at nine tenths of it. Zero for none.
        shut_down: f64,
        /// Contract that changes the price the producer sees.
        floor: Option<PriceFloor>,
    },
    /// `-Q (p/P)^-e`, leaving linearly between the choke price and 1.25 times it.
    Demand {
        /// The curve.
        curve: Iso,
        /// Price at which the use begins to leave; may be infinite.
        choke: f64,
    },
    /// `clamp(slope * (p - price), lower, upper)`: stocks that sell above a price and buy below it.
    Stock {
        /// Price at which nothing is bought or sold.
        price: f64,
        /// Change with the price; positive.
        slope: f64,
        /// Largest purchase, as a negative number, or zero.
        lower: f64,
        /// Largest sale.
        upper: f64,
    },
    /// `min(pace * (held - Q (p/P)^-e), most)`: a stock of which a part of what is too much or too little is sold or bought in
    /// each period, the stock wanted falling with the price; never more than `most` is sold.
    Holding {
        /// The stock wanted.
        wanted: Iso,
        /// Price at which the wish begins to leave, as a use does; may be infinite where others supply the node.
        choke: f64,
        /// The stock held.
        held: f64,
        /// Part of the difference that is sold or bought; positive.
        pace: f64,
        /// Largest sale; not negative.
        most: f64,
    },
    /// `slope * min(p, 0)`: what nobody wants is thrown away before its price turns negative.
    Disposal {
        /// Change with the price; positive.
        slope: f64,
    },
}

impl Response {
    /// Net supply at a price.
    pub fn value(&self, price: f64) -> f64 {
        self.value_and_slope(price).0
    }

    /// What a net supply of `value` counts as throughput: its size, and of a holding also what it turns over, because the
    /// value is the small difference of two large quantities.
    pub(super) fn throughput(&self, value: f64) -> f64 {
        match *self {
            Response::Holding { held, pace, .. } => value.abs() + 2.0 * pace * held,
            _ => value.abs(),
        }
    }

    /// The derivative if the corners of stocks and disposal were rounded over about `width` in price.
    pub(super) fn rounded_slope(&self, price: f64, width: f64) -> f64 {
        match *self {
            Response::Stock { price: at, slope, lower, upper } => {
                let (opens, fills) = (corner(price - at - lower / slope, width), corner(price - at - upper / slope, width));
                slope * (opens - fills).max(0.0)
            }
            Response::Disposal { slope } => slope * corner(-price, width),
            _ => self.value_and_slope(price).1,
        }
    }

    /// Net supply and a derivative, from the left or the right at a kink.
    pub(super) fn value_and_slope(&self, price: f64) -> (f64, f64) {
        match *self {
            Response::Constant(quantity) => (quantity, 0.0),
            Response::Linear { intercept, slope } => (intercept + slope * price, slope),
            Response::Supply { curve, capacity, shut_down, floor } => {
                let (seen, passed) = floor.map_or((price, 1.0), |floor| floor.effective(price));
                let (value, slope) = supply(&curve, capacity, shut_down, seen);
                (value, slope * passed)
            }
            Response::Demand { curve, choke } => demand(&curve, choke, price),
            Response::Stock { price: at, slope, lower, upper } => {
                let free = slope * (price - at);
                if free <= lower {
                    (lower, 0.0)
                } else if free >= upper {
                    (upper, 0.0)
                } else {
                    (free, slope)
                }
            }
            Response::Holding { wanted, choke, held, pace, most } => {
                let (less_wanted, slope) = demand(&wanted, choke, price);
                let free = pace * (held + less_wanted);
                if free >= most { (most, 0.0) } else { (free, pace * slope) }
            }
            Response::Disposal { slope } => {
                if price < 0.0 {
                    (slope * price, slope)
                } else {
                    (0.0, 0.0)
                }
            }
        }
    }
}

/// `Q (p/P)^exponent` and its derivative, along the tangent where the price is almost nothing.
fn power(curve: &Iso, exponent: f64, price: f64) -> (f64, f64) {
    let ratio = price / curve.price;
    if ratio >= TANGENT_BELOW {
        let value = curve.quantity * ratio.powf(exponent);
        (value, exponent * value / price)
    } else {
        let value = curve.quantity * TANGENT_BELOW.powf(exponent);
        let slope = exponent * value / (TANGENT_BELOW * curve.price);
        (value + slope * (price - TANGENT_BELOW * curve.price), slope)
    }
}

fn supply(curve: &Iso, capacity: f64, shut_down: f64, price: f64) -> (f64, f64) {
    let (mut value, mut slope) = power(curve, curve.elasticity, price);
    if value >= capacity {
        (value, slope) = (capacity, 0.0);
    }
    if value <= 0.0 {
        return (0.0, 0.0);
    }
    if price >= shut_down || shut_down <= 0.0 {
        return (value, slope);
    }
    let open = (price - (1.0 - CLOSING) * shut_down) / (CLOSING * shut_down);
    if open <= 0.0 { (0.0, 0.0) } else { (value * open, slope * open + value / (CLOSING * shut_down)) }
}

fn demand(curve: &Iso, choke: f64, price: f64) -> (f64, f64) {
    let (value, slope) = power(curve, -curve.elasticity, price);
    if price <= choke {
        return (-value, -slope);
    }
    let width = (LEAVING - 1.0) * choke;
    let stays = 1.0 - (price - choke) / width;
    if stays <= 0.0 { (0.0, 0.0) } else { (-value * stays, -slope * stays + value / width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURVE: Iso = Iso { quantity: 100.0, price: 10.0, elasticity: 0.5 };

    fn all() -> Vec<Response> {
        vec![
            Response::Constant(-3.0),
            Response::Linear { intercept: -5.0, slope: 2.0 },
            Response::Supply { curve: CURVE, capacity: 120.0, shut_down: 6.0, floor: None },
            Response::Supply {
                curve: CURVE,
                capacity: f64::INFINITY,
                shut_down: 0.0,
                floor: Some(PriceFloor { floor: 9.0, returned: 0.3 }),
            },
            Response::Demand { curve: CURVE, choke: 40.0 },
            Response::Stock { price: 12.0, slope: 3.0, lower: -10.0, upper: 20.0 },
            Response::Holding { wanted: CURVE, choke: 50.0, held: 90.0, pace: 0.3, most: 20.0 },
            Response::Disposal { slope: 1e3 },
        ]
    }

    #[test]
    fn worked_examples_by_hand() {
        let supply = all()[2];
        assert!((supply.value(10.0) - 100.0).abs() < 1e-12);
        assert_eq!(supply.value(40.0), 120.0); // 100 * sqrt(4) = 200, capacity 120
        assert_eq!(supply.value(5.0), 0.0); // below 0.9 * 6
        let demand = all()[4];
        assert!((demand.value(40.0) + 50.0).abs() < 1e-12); // 100 / sqrt(4)
        assert_eq!(demand.value(50.0), 0.0); // 1.25 * 40
        let holding = all()[6];
        assert!((holding.value(10.0) + 3.0).abs() < 1e-12); // 0.3 * (90 - 100)
        assert!((holding.value(40.0) - 12.0).abs() < 1e-12); // 0.3 * (90 - 100 / sqrt(4))
        let floor = PriceFloor { floor: 110.0, returned: 0.3 };
        assert_eq!(floor.effective(60.0).0, 110.0);
        assert!((floor.effective(130.0).0 - 124.0).abs() < 1e-12); // 130 - 0.3 * 20
    }

    #[test]
    fn every_response_is_continuous_and_never_falls() {
        for response in all() {
            let width = 1e-3;
            let mut last = response.value_and_slope(-5.0);
            for step in 1..=60_000 {
                let price = -5.0 + f64::from(step) * width;
                let now = response.value_and_slope(price);
                assert!(now.0 >= last.0 - 1e-9, "{response:?} falls at {price}");
                // a continuous curve rises by no more than its steepest slope nearby
                let most = 1.01 * width * now.1.max(last.1) + 1e-3 * now.0.abs() + 1e-9;
                assert!(now.0 - last.0 <= most, "{response:?} jumps at {price}");
                last = now;
            }
        }
    }

    #[test]
    fn slopes_are_derivatives() {
        for response in all() {
            for price in [-1.0, 0.5, 4.0, 5.7, 8.0, 11.0, 13.0, 44.0] {
                let h = 1e-6;
                let numeric = (response.value(price + h) - response.value(price - h)) / (2.0 * h);
                let slope = response.value_and_slope(price).1;
                assert!(
                    (slope - numeric).abs() <= 1e-4 * (1.0 + numeric.abs()),
                    "{response:?} at {price}: {slope} against {numeric}"
                );
            }
        }
    }
}
