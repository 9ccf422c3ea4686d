//! Measures that change the market of a year, and the places they need at the nodes of who takes part.

use adit_vocab::policy::{Policy, Terms};
use adit_vocab::stage::Stage;

use super::{Start, Years};
use crate::policy::market::{self, MarketYear};
use crate::world::{Place, World};

impl Years<'_> {
    /// True for a measure that means this market.
    pub(super) fn concerns(&self, policy: &Policy) -> bool {
        let materials = &policy.materials;
        let here = |stage: Stage| self.stages.iter().any(|balance| balance.stage == stage);
        (materials.is_empty() || materials.contains(&self.start.material)) && policy.stage.is_none_or(here)
    }

    /// True for a measure that is in force in this market.
    pub(super) fn acts(&self, policy: &Policy) -> bool {
        policy.in_force(self.year) && self.concerns(policy)
    }

    pub(super) fn market_year<'b>(&'b self, place: usize, policy: &'b Policy) -> MarketYear<'b> {
        let first = self.places.partition_point(|known| known.policy < place);
        let last = self.places.partition_point(|known| known.policy <= place);
        MarketYear {
            world: &self.world,
            members: market::members(policy, self.start.home),
            places: &self.places[first..last],
            running: self.running(policy, self.year),
        }
    }

    /// Years since the first of a measure that is followed, that year counted.
    pub(super) fn running(&self, policy: &Policy, year: i32) -> f64 {
        f64::from(year - policy.from.max(self.start.base_year + 1) + 1)
    }

    /// Puts what a reserve bought into stock.
    pub(super) fn store(&mut self) {
        // quantities are over the trend, and a stock does not grow with it
        let growth = |year: i32| self.start.growth.at(f64::from(year));
        let shrinks = growth(self.year) / growth(self.year + 1);
        for place in &self.places {
            if let Terms::Reserve { .. } = self.start.package.policies[place.policy].terms {
                let bought = -self.network.nodes[place.node].responses[place.at].value(self.prices[place.node]);
                let state = &mut self.state.nodes[place.node];
                state.reserve = shrinks * (state.reserve + bought);
                state.filled = state.reserve;
            }
        }
    }
}

/// Sets a free response aside, at every node of those a measure is for, for each measure of this material that needs one; and a
/// reserve for one that holds stocks.
pub(super) fn set_aside(world: &mut World, start: &Start) -> Vec<market::Place> {
    let mut places = Vec::new();
    for (policy, measure) in start.package.policies.iter().enumerate() {
        let other = !measure.materials.is_empty() && !measure.materials.contains(&start.material);
        if other || !market::needs_place(&measure.terms) {
            continue;
        }
        let members = market::members(measure, start.home);
        let own = |place: &Place| place.stage == world.last && !place.gate && members.contains(&place.country);
        let nodes: Vec<usize> =
            (0..world.places.len()).filter(|&node| own(&world.places[node]) && world.roles[node].demand.is_some()).collect();
        if let Terms::Reserve { trigger, .. } = measure.terms {
            world.add_reserve_at(&nodes, trigger);
        }
        for &node in &nodes {
            let responses = &mut world.network.nodes[node].responses;
            responses.push(market::FREE);
            places.push(market::Place { node, at: responses.len() - 1, policy });
        }
    }
    places
}
