//! What a stock costs and brings over its years, in dollars of today.
//!
//! The stock is filled evenly over `F` years and used by the first stop it can help against; `P` is the sum of the yearly
//! likelihoods, so year `t` of `T` is reached unused with probability `(1-P)^(t-1)`; `f_t` is the filled part, `r` the rate of
//! interest. Then of a saving `S` expected in a year, and of a tonne bought for base value `V`:
//!
//! - saved: `S A` with `A = sum f_t (1-P)^(t-1) (1+r)^-t`;
//! - recovered: `V (P A + resale (1-P)^T (1+r)^-T)`, at the stop in full, else at the end;
//! - storage: `V storage A`;
//! - bought: of the outlay, and of the burden of filling, only `B = sum (1/F) (1-P)^(t-1) (1-P/2) (1+r)^-t` over the years of
//!   filling: buying ends with the first stop, on average in the middle of its year, and later dollars count less.
//!
//! A stock that was used is not filled again: what it would save at a second stop is not counted, nor what that costs.

use adit_vocab::stockpile::StockpileValues;

/// The sums over the years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Years {
    /// `A`.
    pub useful: f64,
    /// Part of the base value that is recovered less what storage costs.
    pub kept: f64,
    /// `B`.
    pub bought: f64,
}

impl Years {
    /// For a yearly likelihood of a stop.
    pub fn new(likelihood: f64, values: &StockpileValues) -> Years {
        let (used, years) = (likelihood.clamp(0.0, 1.0), values.horizon.round().max(1.0) as i32);
        let unused = |t: i32| (1.0 - used).powi(t - 1) * (1.0 + values.discount).powi(-t);
        let filled = |t: i32| ((f64::from(t) - 0.5) / values.fill_years).min(1.0);
        let useful: f64 = (1..=years).map(|t| filled(t) * unused(t)).sum();
        let end = (1.0 - used).powi(years) * (1.0 + values.discount).powi(-years);
        let filling = |t: i32| (values.fill_years - f64::from(t - 1)).clamp(0.0, 1.0) / values.fill_years;
        let bought = (1..=years).map(|t| filling(t) * unused(t) * (1.0 - 0.5 * used)).sum();
        Years { useful, kept: used * useful + values.resale * end - values.storage * useful, bought }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: StockpileValues = StockpileValues {
        trigger: 1.5,
        release_months: 6.0,
        fill_years: 1.0,
        horizon: 2.0,
        discount: 0.0,
        storage: 0.1,
        resale: 0.5,
    };

    #[test]
    fn two_years_by_hand() {
        // year 1 half filled, year 2 full and reached unused with 0.8: A = 0.5 + 0.8
        let found = Years::new(0.2, &VALUES);
        assert!((found.useful - 1.3).abs() < 1e-12);
        // 0.2 * 1.3 sold at a stop, 0.5 * 0.64 at the end, 0.1 * 1.3 for storage
        assert!((found.kept - (0.26 + 0.32 - 0.13)).abs() < 1e-12);
    }

    #[test]
    fn without_interest_storage_and_loss_of_value_all_that_was_bought_is_recovered() {
        for likelihood in [0.0, 0.02, 0.2, 0.6, 1.0] {
            for fill_years in [1.0, 3.0, 5.0] {
                let free = StockpileValues { fill_years, horizon: 10.0, storage: 0.0, resale: 1.0, ..VALUES };
                let found = Years::new(likelihood, &free);
                assert!((found.kept - found.bought).abs() < 1e-12, "{likelihood} {fill_years}: {found:?}");
            }
        }
    }

    #[test]
    fn a_certain_stop_leaves_no_time_to_fill() {
        let slow = StockpileValues { fill_years: 5.0, horizon: 10.0, ..VALUES };
        assert!((Years::new(1.0, &slow).useful - 0.1).abs() < 1e-12);
    }
}
