//! What users lose: the output of an industry that cannot get all of a material.
//!
//! The affected part of an industry makes its output from the material and all else with a constant elasticity of
//! substitution sigma. With the material's cost share theta and the missing part d of its quantity, all else unchanged,
//!
//! `Y'/Y = [theta (1-d)^((sigma-1)/sigma) + 1 - theta]^(sigma/(sigma-1))`
//!
//! (K. J. Arrow, H. B. Chenery, B. S. Minhas, R. M. Solow, Review of Economics and Statistics 43(3), 1961; for losses of an
//! input R. Bachmann et al., ECONtribute Policy Brief 28, 2022). Without substitution (sigma to 0) output falls as the material
//! does: `1-d` (Leontief), the upper bound of the loss.

/// Part of output that is left, `Y'/Y`, between `1 - missing` and 1. `missing` is the missing part of the material, 0 to 1,
/// `cost_share` theta, 0 to 1, `substitution` sigma, at least 0.
pub fn output_left(cost_share: f64, substitution: f64, missing: f64) -> f64 {
    let left = (1.0 - missing).clamp(0.0, 1.0);
    if cost_share <= 0.0 || left >= 1.0 {
        return 1.0;
    }
    if substitution <= 0.0 {
        return left;
    }
    if (substitution - 1.0).abs() < 1e-9 {
        // the limit: Cobb and Douglas
        return left.powf(cost_share);
    }
    let power = (substitution - 1.0) / substitution;
    let inner = cost_share * left.powf(power) + 1.0 - cost_share;
    inner.powf(1.0 / power).clamp(left, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_cost_shares_as_the_design_states_them() {
        // theta 1e-5, half missing: 37 % lost at sigma 0.02, 9 % at 0.05, 0.1 % at 0.09
        for (substitution, lost) in [(0.02, 0.37), (0.05, 0.09), (0.09, 0.001)] {
            let found = 1.0 - output_left(1e-5, substitution, 0.5);
            assert!((found - lost).abs() < 0.1 * lost, "{substitution}: {found}");
        }
    }

    #[test]
    fn the_limits() {
        assert_eq!(output_left(0.2, 0.0, 0.4), 0.6); // Leontief
        assert!((output_left(0.2, 1.0, 0.4) - 0.6_f64.powf(0.2)).abs() < 1e-12);
        assert!((output_left(0.2, 0.999_999, 0.4) - 0.6_f64.powf(0.2)).abs() < 1e-6); // continuous there
        assert_eq!(output_left(0.2, 0.05, 1.0), 0.0); // nothing can be made of nothing
        assert_eq!(output_left(0.2, 0.05, 0.0), 1.0);
        assert_eq!(output_left(0.0, 0.05, 0.7), 1.0);
    }

    #[test]
    fn more_missing_and_less_substitution_lose_more() {
        let mut last = 1.0;
        for step in 0..=100 {
            let left = output_left(1e-3, 0.1, f64::from(step) / 100.0);
            assert!(left <= last && left >= 1.0 - f64::from(step) / 100.0);
            last = left;
        }
        let mut last = 0.0;
        for step in 0..=90 {
            let left = output_left(1e-3, 0.01 * f64::from(step), 0.5);
            assert!(left >= last);
            last = left;
        }
    }

    #[test]
    fn a_small_loss_is_the_area_under_the_users_own_demand() {
        // to first order the value of output lost is the integral of the price along demand with the same elasticity
        let (share, sigma, missing) = (1e-6, 0.2, 0.3);
        let power = 1.0 - 1.0 / sigma;
        let area = share * (1.0 - (1.0_f64 - missing).powf(power)) / power;
        let lost = 1.0 - output_left(share, sigma, missing);
        assert!((lost - area).abs() < 1e-4 * area, "{lost} against {area}");
    }
}
