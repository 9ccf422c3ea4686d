//! Contracts between plants and whoever pays: who gets one, what it adds to a price, what it binds, what is paid.

use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Policy, Terms};

use super::Years;
use super::plants::{Phase, Plant};
use crate::policy::{self, Sale};

/// A contract between a plant and whoever pays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Contract {
    pub(super) plant: usize,
    pub(super) policy: usize,
    /// Age of the plant from which and up to which it runs.
    pub(super) from: f64,
    pub(super) until: f64,
}

impl Years<'_> {
    /// Measures that mean a plant this year.
    pub(super) fn means(&self, plant: &Plant) -> Vec<usize> {
        let id = plant.project.map_or("", |project| &self.start.projects[project].row.id);
        let policies = self.start.package.policies.iter().enumerate();
        policies.filter(|(_, policy)| self.meant(policy, plant, id)).map(|(i, _)| i).collect()
    }

    pub(super) fn meant(&self, policy: &Policy, plant: &Plant, id: &str) -> bool {
        policy.in_force(self.year) && policy::covers(policy, plant, id, self.start.material, self.start.supplier)
    }

    /// Makes contracts with plants that are built or run.
    pub(super) fn contract(&mut self) {
        if self.start.package.policies.is_empty() {
            return;
        }
        for plant in 0..self.plants.len() {
            if matches!(self.plants[plant].phase, Phase::Construction | Phase::Running) {
                for policy in self.means(&self.plants[plant]) {
                    if !policy::is_for_new_plants(&self.start.package.policies[policy].terms) {
                        self.sign(plant, policy);
                    }
                }
            }
        }
    }

    pub(super) fn sign(&mut self, plant: usize, policy: usize) {
        let terms = &self.start.package.policies[policy].terms;
        let known = self.contracts.iter().any(|contract| contract.plant == plant && contract.policy == policy);
        if known || !policy::makes_contracts(terms) {
            return;
        }
        let from = policy::begins(terms, self.plants[plant].age, self.plants[plant].times.ramp);
        let until = policy::term(terms).map_or(f64::INFINITY, |years| from + years);
        self.contracts.push(Contract { plant, policy, from, until });
    }

    /// Parts of the year's output under each contract; contracts without output are left out.
    pub(super) fn parts(&self, before: &[f64]) -> Vec<(Contract, f64)> {
        let under = |contract: &Contract| {
            let (from, to) = (before[contract.plant], self.plants[contract.plant].age);
            let part = (to.min(contract.until) - from.max(contract.from)).max(0.0) / (to - from).max(f64::MIN_POSITIVE);
            (*contract, part)
        };
        let runs = |contract: &&Contract| self.online[contract.plant] > 0.0;
        self.contracts.iter().filter(runs).map(under).filter(|(_, part)| *part > 0.0).collect()
    }

    pub(super) fn terms(&self, contract: &Contract) -> &Terms {
        &self.start.package.policies[contract.policy].terms
    }

    pub(super) fn sale(&self, plant: usize) -> Sale {
        let node = self.sites.sells_at(plant, &self.network);
        let stage = self.world.places[node].stage;
        let inside = self.world.node(stage, self.start.supplier).map_or(self.prices[node], |inside| self.prices[inside]);
        let (mut feed, mut inside_feed, mut base_feed) = (0.0, 0.0, 0.0);
        if let Some((buys, gain)) = self.sites.buys_at(plant, &self.network) {
            let there = self.world.node(self.world.places[buys].stage, self.start.supplier).unwrap_or(buys);
            (feed, inside_feed, base_feed) =
                (self.prices[buys] / gain, self.prices[there] / gain, self.world.prices[buys] / gain);
        }
        Sale { price: self.prices[node], inside, base: self.world.prices[node], feed, inside_feed, base_feed }
    }

    /// What all contracts add to a tonne of a plant.
    pub(super) fn added(&self, plant: usize, parts: &[(Contract, f64)]) -> f64 {
        let sale = self.sale(plant);
        let own = parts.iter().filter(|(contract, _)| contract.plant == plant);
        own.map(|(contract, part)| {
            let terms = self.terms(contract);
            part * (policy::kind(terms).adds)(terms, &sale)
        })
        .sum()
    }

    /// Lower bounds on what the plants under offtake ship home: by the use of the buyers, never more than a plant can make.
    pub(super) fn bind(&mut self, parts: &[(Contract, f64)]) {
        for (contract, part) in parts {
            let terms = self.terms(contract);
            let bound = part * (policy::kind(terms).bound)(terms) * self.online[contract.plant];
            if bound <= 0.0 || self.start.home.contains(&self.plants[contract.plant].country) {
                continue;
            }
            let home: Vec<(usize, f64)> = self
                .sites
                .leaving(contract.plant, &self.network)
                .into_iter()
                .filter(|&(_, head)| self.start.home.contains(&self.world.places[head].country))
                .map(|(arc, head)| (arc, self.world.used_at_rest(head).unwrap_or(0.0)))
                .collect();
            let all: f64 = home.iter().map(|(_, used)| used).sum();
            for (arc, used) in home.into_iter().filter(|(_, used)| *used > 0.0) {
                self.network.arcs[arc].lower += bound * used / all;
            }
        }
    }

    /// What each measure paid and received in the year. Lenders are served before those who hold equity.
    pub(super) fn cash(&self, before: &[f64], made: &[f64]) -> Vec<Cash> {
        let mut cash = vec![Cash::default(); self.start.package.policies.len()];
        let mut earned: Vec<Option<f64>> = vec![None; self.plants.len()];
        let (first, last): (Vec<&Contract>, Vec<&Contract>) =
            self.contracts.iter().partition(|contract| matches!(self.terms(contract), Terms::Loan { .. }));
        for contract in first.into_iter().chain(last) {
            let plant = &self.plants[contract.plant];
            let (from, to) = (before[contract.plant], plant.age);
            let overlap = (to.min(contract.until) - from.max(contract.from)).max(0.0);
            let part = if to > from { overlap / (to - from) } else { 0.0 };
            let left = earned[contract.plant].get_or_insert_with(|| self.earned(contract.plant, made));
            let capital = plant.nameplate * plant.costs.capex * (1.0 + plant.costs.overrun);
            let year = policy::PlantYear {
                sale: self.sale(contract.plant),
                output: made[contract.plant] * part,
                spent: capital * plant.built,
                capital,
                earned: left.max(0.0),
                repays: overlap,
                construction: plant.times.construction,
                ramp: plant.times.ramp,
            };
            let terms = self.terms(contract);
            let settled = (policy::kind(terms).cash)(terms, &year);
            *left -= settled.served;
            cash[contract.policy] = cash[contract.policy].plus(settled.cash);
        }
        let growth = self.start.growth.at(f64::from(self.year));
        // a stock is sold also when it is bought no more
        let holds =
            |policy: &Policy| matches!(policy.terms, Terms::Reserve { .. }) && self.year >= policy.from && self.concerns(policy);
        let counts = |(_, policy): &(usize, &Policy)| self.acts(policy) || holds(policy);
        for (place, policy) in self.start.package.policies.iter().enumerate().filter(counts) {
            let year = self.market_year(place, policy);
            let paid = (policy::kind(&policy.terms).market_cash)(&policy.terms, &year, &self.network, &self.prices);
            cash[place] = cash[place].plus(Cash { paid: growth * paid.paid, received: growth * paid.received });
        }
        cash
    }

    /// What a plant earned in the year beyond the cost of running, contracts included, money.
    pub(super) fn earned(&self, plant: usize, made: &[f64]) -> f64 {
        let feed = self.sites.buys_at(plant, &self.network).map_or(0.0, |(node, gain)| self.prices[node] / gain);
        made[plant] * (self.sale(plant).price - feed + self.adds[plant] - self.plants[plant].costs.opex)
    }
}
