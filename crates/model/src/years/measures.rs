//! Measures that change the market of a year, the places they need at the nodes of who takes part, and the gates of exporters
//! who control.

use adit_vocab::baseline::StageBalance;
use adit_vocab::country::CountryId;
use adit_vocab::policy::{Policy, Terms};
use adit_vocab::scenario::Shock;
use adit_vocab::stage::Stage;

use super::{Start, Years, supplier};
use crate::policy::control;
use crate::policy::market::{self, MarketYear};
use crate::world::{Place, World};

impl Years<'_> {
    /// True for a measure that means this market.
    pub(super) fn concerns(&self, policy: &Policy) -> bool {
        concerns(policy, &self.start, &self.stages)
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
            stage: policy.stage,
        }
    }

    /// What the supplier and the measures of the year hold back.
    pub(super) fn held_back(&self) -> Vec<Shock> {
        let acting: Vec<&Policy> = self.start.package.policies.iter().filter(|policy| self.acts(policy)).collect();
        let mut found = Vec::new();
        if acting.iter().any(|policy| matches!(policy.terms, Terms::Control { .. })) {
            let mut everyone: Vec<CountryId> = self.world.places.iter().map(|place| place.country).collect();
            everyone.sort_unstable();
            everyone.dedup();
            let stages: Vec<Stage> = self.stages.iter().map(|balance| balance.stage).collect();
            found = control::shocks(&acting, self.start.home, &everyone, &stages, self.start.values.leakage_all);
        }
        found.extend(supplier::control(self.start.package.behaviour, self.start.supplier, self.year));
        found
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
        let reserves = |place: &&market::Place| matches!(self.start.package.policies[place.policy].terms, Terms::Reserve { .. });
        let places: Vec<market::Place> = self.places.iter().filter(reserves).copied().collect();
        // those of one stock stand side by side
        for places in places.chunk_by(|a, b| a.stock == b.stock) {
            let bought =
                |place: &market::Place| -self.network.nodes[place.node].responses[place.at].value(self.prices[place.node]);
            let bought: f64 = places.iter().map(bought).sum();
            let state = &mut self.state.nodes[places[0].stock];
            state.reserve = shrinks * (state.reserve + bought);
            state.filled = state.reserve;
        }
    }
}

fn concerns(policy: &Policy, start: &Start, stages: &[&StageBalance]) -> bool {
    let materials = &policy.materials;
    let here = |stage: Stage| stages.iter().any(|balance| balance.stage == stage);
    (materials.is_empty() || materials.contains(&start.material)) && policy.stage.is_none_or(here)
}

/// Stages and countries whose exports are or may be controlled as a whole up to a last year: the feared supplier, and who
/// controls by a measure. A gate slightly changes how a market moves, so that only who needs one gets it.
pub(super) fn gates(start: &Start, stages: &[&StageBalance], last: i32) -> Vec<(Stage, CountryId)> {
    let all = |country: CountryId| stages.iter().map(move |balance| (balance.stage, country));
    let mut gates: Vec<(Stage, CountryId)> = all(start.supplier).collect();
    let followed = |policy: &&Policy| (start.base_year + 1..=last).any(|year| policy.in_force(year));
    for policy in start.package.policies.iter().filter(followed) {
        let controls = matches!(policy.terms, Terms::Control { .. }) && policy.on.is_empty();
        if !controls || !concerns(policy, start, stages) {
            continue;
        }
        for &country in market::members(policy, start.home) {
            let held = all(country).filter(|(stage, _)| policy.stage.is_none_or(|only| only == *stage));
            let new: Vec<(Stage, CountryId)> = held.filter(|gate| !gates.contains(gate)).collect();
            gates.extend(new);
        }
    }
    gates
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
        let mut shared_by_all = None;
        if let Terms::Reserve { trigger, shared, .. } = measure.terms {
            if shared {
                shared_by_all = world.add_shared_reserve(&nodes, trigger);
            } else {
                world.add_reserve_at(&nodes, trigger);
            }
        }
        for &node in &nodes {
            let stock = shared_by_all.unwrap_or(node);
            let responses = &mut world.network.nodes[node].responses;
            responses.push(market::FREE);
            places.push(market::Place { node, at: responses.len() - 1, policy, stock });
        }
    }
    places
}
