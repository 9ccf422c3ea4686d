//! The decision to build: the value of a plant today at the prices its owner expects, against the capital it takes.
//!
//! # Formula
//! For a tonne a year, with `a` years since first output and `b` years of building before it,
//! `NPV = sum_a r_a max(0, v + w_a - o - s_a / r_a) (1 + h)^-(a + b + 1/2) - (1 - public part) k`, where `v` is the value
//! expected, `o` the cost of running, `k` the capital as planned, `r_a` what is made of full output, `w_a` what contracts add
//! to a tonne, `s_a` what public money is to be paid in the year. The rate is `h = cost of capital + premium (1 - relief c)`,
//! with `c` the part of all output that is sold under contract: who has sold already asks less for the risk of prices.

use crate::policy::Sale;

/// A contract on the price of output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Years from first output.
    pub years: f64,
    /// Part of output.
    pub part: f64,
    /// What it adds to a tonne at expected prices.
    pub adds: f64,
}

/// Capital that a treasury gives or guarantees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublicCapital {
    /// Part of all capital.
    pub part: f64,
    /// What it earns a year.
    pub rate: f64,
    /// Years from first output until repayment begins, and before that from when it was spent on average: interest is added.
    pub waits: f64,
    /// See `waits`.
    pub lent_before: f64,
    /// Years of repayment from then on.
    pub years: f64,
}

impl PublicCapital {
    /// What is to be paid in a year for a unit of capital of the plant.
    pub fn due(&self) -> f64 {
        self.part * (1.0 + self.rate).powf(self.waits + self.lent_before) * annuity(self.rate, self.years)
    }
}

/// What an owner looks at. Money is for a tonne a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Finance {
    /// Value of a tonne at expected prices, for a stage behind another without what it is made of.
    pub value: f64,
    /// Price of a tonne that is expected where the plant sells.
    pub price: f64,
    /// Price of a tonne that is expected inside the feared supplier.
    pub inside: f64,
    /// Price of the base year.
    pub base_price: f64,
    /// What a tonne is made of is expected to cost inside the feared supplier, and cost in the base year.
    pub feeds: (f64, f64),
    /// Cost of running.
    pub opex: f64,
    /// Capital as planned.
    pub capex: f64,
    /// Years of building.
    pub construction: f64,
    /// Years of ramp-up.
    pub ramp: f64,
    /// Years of life.
    pub life: f64,
    /// Real cost of capital a year.
    pub cost_of_capital: f64,
    /// What is asked on top for the risk of prices.
    pub risk_premium: f64,
    /// Part of that which goes if everything is sold.
    pub contract_relief: f64,
    /// Contracts on the price.
    pub covers: Vec<Cover>,
    /// Public capital.
    pub public: Vec<PublicCapital>,
}

impl Finance {
    /// The sale of a tonne at expected prices.
    pub fn sale(&self) -> Sale {
        Sale {
            price: self.price,
            inside: self.inside,
            base: self.base_price,
            feed: self.price - self.value,
            inside_feed: self.feeds.0,
            base_feed: self.feeds.1,
        }
    }

    /// The rate at which the owner discounts.
    pub fn hurdle(&self) -> f64 {
        let covered: f64 = self.covers.iter().map(|cover| cover.part * (cover.years / self.life).min(1.0)).sum();
        self.cost_of_capital + self.risk_premium * (1.0 - self.contract_relief * covered.min(1.0))
    }

    /// Net present value for the owner at the decision, money for a tonne a year.
    pub fn net_present_value(&self) -> f64 {
        let rate = 1.0 + self.hurdle();
        let mut worth = 0.0;
        for age in 0..self.life.ceil() as u32 {
            let a = f64::from(age);
            // the last year may be a part of one
            let lasts = (self.life - a).min(1.0);
            let made = if self.ramp > 0.0 { ((a + 0.5) / self.ramp).min(1.0) } else { 1.0 } * lasts;
            let adds: f64 = self.covers.iter().filter(|cover| a < cover.years).map(|cover| cover.adds).sum();
            let served: f64 = self
                .public
                .iter()
                .filter(|public| a >= public.waits && a < public.waits + public.years)
                .map(PublicCapital::due)
                .sum();
            let earned = (made * (self.value + adds - self.opex)).max(0.0);
            worth += (earned - served * self.capex).max(0.0) * rate.powf(-(a + self.construction + 0.5));
        }
        let public: f64 = self.public.iter().map(|public| public.part).sum();
        worth - (1.0 - public.min(1.0)) * self.capex
    }
}

/// What has to be paid a year for a unit of capital at a rate over some years.
pub fn annuity(rate: f64, years: f64) -> f64 {
    if rate.abs() < 1e-9 { 1.0 / years } else { rate / (1.0 - (1.0 + rate).powf(-years)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two years of life, built at once, no ramp, at ten percent.
    fn simple() -> Finance {
        Finance {
            value: 10.0,
            price: 10.0,
            inside: 10.0,
            base_price: 10.0,
            feeds: (0.0, 0.0),
            opex: 6.0,
            capex: 5.0,
            construction: 0.0,
            ramp: 0.0,
            life: 2.0,
            cost_of_capital: 0.1,
            risk_premium: 0.0,
            contract_relief: 0.0,
            covers: Vec::new(),
            public: Vec::new(),
        }
    }

    #[test]
    fn by_hand() {
        // 4 a year, in the middle of the first and of the second
        let expected = 4.0 / 1.1f64.sqrt() + 4.0 / 1.1f64.powf(1.5) - 5.0;
        assert!((simple().net_present_value() - expected).abs() < 1e-12);
        let covered = Finance { covers: vec![Cover { years: 1.0, part: 1.0, adds: 2.0 }], ..simple() };
        let gained = covered.net_present_value() - simple().net_present_value();
        assert!((gained - 2.0 / 1.1f64.sqrt()).abs() < 1e-12, "two more in the first year only");
    }

    #[test]
    fn cheap_public_capital_is_worth_the_difference_of_rates() {
        let lent = Finance {
            public: vec![PublicCapital { part: 0.5, rate: 0.1, waits: 0.0, lent_before: 0.0, years: 2.0 }],
            ..simple()
        };
        // at the owner's own rate it is worth nothing, but for the half year by which everything is paid earlier
        let served = 0.5 * annuity(0.1, 2.0) * 5.0;
        let expected = simple().net_present_value() + 2.5 - served * (1.1f64.powf(-0.5) + 1.1f64.powf(-1.5));
        assert!((lent.net_present_value() - expected).abs() < 1e-12);
        let cheap = Finance {
            public: vec![PublicCapital { part: 0.5, rate: 0.02, waits: 0.0, lent_before: 0.0, years: 2.0 }],
            ..simple()
        };
        assert!(cheap.net_present_value() > lent.net_present_value());
    }

    #[test]
    fn who_has_sold_asks_less() {
        let risky = Finance { risk_premium: 0.06, contract_relief: 0.5, ..simple() };
        assert!((risky.hurdle() - 0.16).abs() < 1e-12);
        let sold = Finance { covers: vec![Cover { years: 1.0, part: 1.0, adds: 0.0 }], ..risky };
        assert!((sold.hurdle() - 0.145).abs() < 1e-12, "half of the life is covered, half of the premium goes with it");
    }
}
