//! Export licence: some months of stop, then a straight ramp to the share that is licensed in the end, as seen with gallium
//! and germanium in 2023 and magnets in 2025.

use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};

use super::{Disruption, nothing_else};

pub const DISRUPTION: Disruption =
    Disruption { id: "licence", is: |measure| matches!(measure, Measure::Licence { .. }), allows, change: nothing_else };

/// The mean over the month, as stop and ramp need not end with one.
fn allows(shock: &Shock, month: u32, values: &Values) -> Option<f64> {
    let Measure::Licence { stop, recovery, ramp } = shock.measure else { return None };
    let stop = stop.unwrap_or(values.licence_stop);
    let ramp = ramp.unwrap_or(values.licence_ramp);
    let recovery = recovery.unwrap_or(values.licence_recovery);
    // a regime that licenses less in the end than others do while they stop does not begin above it
    let residual = values.licence_residual.min(recovery);
    let from = f64::from(month);
    let total = |until: f64| {
        // integral of the share from the start
        let ramped = (until - stop).clamp(0.0, ramp);
        let rise = if ramp > 0.0 { (recovery - residual) * ramped * ramped / (2.0 * ramp) } else { 0.0 };
        residual * until.min(stop + ramp) + rise + recovery * (until - stop - ramp).max(0.0)
    };
    Some(total(from + 1.0) - total(from))
}

#[cfg(test)]
mod tests {
    use adit_vocab::country::CountryId;

    use super::*;
    use crate::world::tests::values;

    #[test]
    fn two_months_of_stop_then_a_ramp_of_four() {
        let measure = Measure::Licence { stop: Some(2.0), recovery: Some(0.8), ramp: Some(4.0) };
        let shock = Shock { measure, by: CountryId(0), stage: None, on: Vec::new(), start: 0, months: None, leakage: None };
        let values = Values { licence_residual: 0.0, ..values() };
        let shares: Vec<f64> = (0..8).filter_map(|month| allows(&shock, month, &values)).collect();
        // 0.8 * (1/8, 3/8, 5/8, 7/8) on the ramp
        let expected = [0.0, 0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.8];
        for (share, expected) in shares.iter().zip(expected) {
            assert!((share - expected).abs() < 1e-12, "{shares:?}");
        }
    }
}
