//! What a stock saves if a supplier stops all its exports at once.
//!
//! Likelihoods of single stops then mean the same event: whenever an unlikelier stop happens, the likelier ones do. With the
//! stops of a supplier sorted by falling likelihood `p`, the expected loss is `sum (p_k - p_(k+1)) L(first k stops)`, and `L` of
//! several stops is, by industry, the largest single loss; what is paid on imports adds up over materials.

use std::collections::BTreeMap;

use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;

use super::savings::{Loss, Threat};

/// Expected yearly losses, US dollars, without and with the stock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joint {
    /// If stops come one by one.
    pub apart: (f64, f64),
    /// If each supplier stops all its exports at once.
    pub together: (f64, f64),
    /// The same by supplier, the largest loss first.
    pub suppliers: Vec<(CountryId, f64, f64)>,
}

/// Evaluates it; `with` gives the loss of a threat with the stock.
pub(super) fn joint<'a>(threats: &[&'a Threat], with: impl Fn(&'a Threat) -> &'a Loss, parts: [f64; 3]) -> Joint {
    let mut joint = Joint::default();
    let mut by_supplier: BTreeMap<CountryId, Vec<&'a Threat>> = BTreeMap::new();
    for &threat in threats {
        joint.apart.0 += threat.likelihood * threat.loss.expected(parts);
        joint.apart.1 += threat.likelihood * with(threat).expected(parts);
        by_supplier.entry(threat.stop.supplier).or_default().push(threat);
    }
    for (supplier, mut threats) in by_supplier {
        threats.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
        let before = expected(&threats, |threat| &threat.loss, parts);
        let after = expected(&threats, &with, parts);
        joint.together.0 += before;
        joint.together.1 += after;
        joint.suppliers.push((supplier, before, after));
    }
    joint.suppliers.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    joint
}

/// The expected loss of stops that imply each other, sorted by falling likelihood.
fn expected<'a>(threats: &[&'a Threat], loss: impl Fn(&'a Threat) -> &'a Loss, parts: [f64; 3]) -> f64 {
    let mut sum = 0.0;
    for (length, part) in parts.into_iter().enumerate() {
        let mut industries: BTreeMap<usize, f64> = BTreeMap::new();
        let mut others: BTreeMap<MaterialId, f64> = BTreeMap::new();
        for (k, threat) in threats.iter().enumerate() {
            let found = loss(threat);
            for &(industry, lost) in &found.by_industry[length] {
                let most = industries.entry(industry).or_insert(0.0);
                *most = most.max(lost);
            }
            // two stages of one material stop one chain
            let other = others.entry(threat.stop.material).or_insert(0.0);
            *other = other.max(found.other[length]);
            let next = threats.get(k + 1).map_or(0.0, |next| next.likelihood);
            let so_far = industries.values().sum::<f64>() + others.values().sum::<f64>();
            sum += part * (threat.likelihood - next) * so_far;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use adit_vocab::stage::Stage;

    use super::*;
    use crate::screen::Stop;

    fn threat(material: u16, likelihood: f64, industry: usize, lost: f64, bill: f64) -> Threat {
        let stop = Stop { material: MaterialId(material), stage: Stage::Refined, supplier: CountryId(1), share: 0.5 };
        let of_industry = || vec![(industry, lost)];
        Threat { stop, likelihood, loss: Loss { by_industry: [of_industry(), of_industry(), of_industry()], other: [bill; 3] } }
    }

    #[test]
    fn an_industry_that_lacks_two_materials_loses_the_larger() {
        // both at 0.1: one event that costs max(10, 6) + 1 + 2
        let (a, b) = (threat(0, 0.1, 7, 10.0, 1.0), threat(1, 0.1, 7, 6.0, 2.0));
        let found = joint(&[&a, &b], |threat| if threat.stop.material.0 == 0 { &a.loss } else { &b.loss }, [0.5, 0.3, 0.2]);
        assert!((found.together.0 - 1.3).abs() < 1e-12);
        assert!((found.apart.0 - 0.1 * (11.0 + 8.0)).abs() < 1e-12);
        assert_eq!(found.together.0, found.together.1);
    }

    #[test]
    fn the_unlikelier_stop_comes_with_the_likelier() {
        // first alone at 0.2 - 0.05, both at 0.05
        let (a, b) = (threat(0, 0.2, 1, 10.0, 0.0), threat(1, 0.05, 2, 4.0, 0.0));
        let none = Loss::default();
        let found = joint(&[&b, &a], |_| &none, [1.0, 0.0, 0.0]);
        assert!((found.together.0 - (0.15 * 10.0 + 0.05 * 14.0)).abs() < 1e-12);
        assert_eq!(found.together.1, 0.0);
    }
}
