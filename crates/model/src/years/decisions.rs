//! Owners decide: whether to build what is finished, and whether to begin what nobody has named.

use adit_vocab::stage::Stage;

use super::investment::Finance;
use super::plants::{Phase, Plant};
use super::{Years, record};
use crate::policy;

impl Years<'_> {
    /// Owners of finished projects decide, and others begin what nobody has named.
    pub(super) fn decide(&mut self) {
        let expected = record::expected(self);
        for i in 0..self.plants.len() {
            if self.plants[i].phase != Phase::Decision || self.plants[i].since > f64::from(self.year + 1) {
                continue;
            }
            let measures = self.means(&self.plants[i]);
            if self.finance(&self.plants[i], &measures, &expected).net_present_value() >= 0.0 {
                self.plants[i].decide(self.year);
                for policy in measures {
                    self.sign(i, policy);
                }
            } else {
                self.plants[i].wait(self.year, self.start.years.patience);
            }
        }
        for i in 0..self.pools.len() {
            let Some(&next) = self.pools[i].plants.get(self.pools[i].begun) else { continue };
            let measures = self.means(&self.plants[next]);
            if self.finance(&self.plants[next], &measures, &expected).net_present_value() >= 0.0 {
                self.plants[next].since = f64::from(self.year + 1);
                self.pools[i].begun += 1;
            }
        }
    }

    /// What an owner looks at today, at the prices expected outside and inside.
    pub(super) fn finance(&self, plant: &Plant, measures: &[usize], expected: &[Vec<f64>; 2]) -> Finance {
        let (values, market) = (&self.start.years, self.start.market);
        let place = |stage: Stage| self.stages.iter().position(|balance| balance.stage == stage).unwrap_or(0);
        let at = place(plant.stage);
        let feed = market.before(plant.stage).zip(market.gain_into(plant.stage));
        let mut finance = Finance {
            value: expected[0][at] - feed.map_or(0.0, |(before, gain)| expected[0][place(before.stage)] / gain),
            price: expected[0][at],
            inside: expected[1][at],
            base_price: self.ledger.price[at],
            feeds: feed.map_or((0.0, 0.0), |(before, gain)| {
                let before = place(before.stage);
                (expected[1][before] / gain, self.ledger.price[before] / gain)
            }),
            opex: plant.costs.opex,
            capex: plant.costs.capex,
            construction: plant.times.construction,
            ramp: plant.times.ramp,
            life: values.plant_life,
            cost_of_capital: values.cost_of_capital,
            risk_premium: values.risk_premium,
            contract_relief: values.contract_relief,
            covers: Vec::new(),
            public: Vec::new(),
        };
        for &policy in measures {
            let terms = &self.start.package.policies[policy].terms;
            (policy::kind(terms).finance)(terms, &mut finance);
        }
        finance
    }
}
