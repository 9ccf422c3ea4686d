//! What an instrument can change in the market of a year, beside what it does for plants.

use adit_solver::market::{Network, Response};
use adit_vocab::country::CountryId;
use adit_vocab::pathway::Cash;
use adit_vocab::policy::{Policy, Terms};
use adit_vocab::stage::Stage;

use crate::world::{Way, World};

/// A market in a year of a measure.
#[derive(Clone, Copy)]
pub struct MarketYear<'a> {
    /// The market at rest.
    pub world: &'a World,
    /// Countries of the measure: those it names, else those who ask.
    pub members: &'a [CountryId],
    /// Places that were set aside at the nodes of those who ask, see [`Place`].
    pub places: &'a [Place],
    /// Years since the first of the measure, that year counted.
    pub running: f64,
    /// The stage of the measure; all if `None`.
    pub stage: Option<Stage>,
}

/// A free response at a node of the last stage of those who ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The node.
    pub node: usize,
    /// Position of the response.
    pub at: usize,
    /// Which measure it was set aside for, by place in the package.
    pub policy: usize,
    /// The node whose stock holds what is bought here: this one, or one that members share. Without meaning for what is no stock.
    pub stock: usize,
}

impl MarketYear<'_> {
    /// True for a member.
    pub fn has(&self, country: CountryId) -> bool {
        self.members.contains(&country)
    }

    /// Trade relations from outside to members, at the stage of the measure.
    pub fn borders(&self, network: &Network) -> Vec<usize> {
        let trade = self.world.ways.iter().enumerate().filter(|(_, way)| **way == Way::Trade);
        let comes_in = |k: &usize| {
            let arc = &network.arcs[*k];
            let (from, to) = (self.world.places[arc.tail], self.world.places[arc.head]);
            self.has(to.country) && !self.has(from.country) && self.stage.is_none_or(|stage| stage == from.stage)
        };
        trade.map(|(k, _)| k).filter(comes_in).collect()
    }

    /// How far a programme has come that needs some years to take effect.
    pub fn phase(&self, years: f64) -> f64 {
        (self.running / years).min(1.0)
    }

    /// Use of a node in the base year.
    pub fn used(&self, node: usize) -> f64 {
        self.world.used_at_rest(node).unwrap_or(0.0)
    }

    /// What a free response supplies at the prices of the year; negative for a purchase.
    pub fn supplied(&self, network: &Network, prices: &[f64]) -> impl Iterator<Item = (usize, f64)> {
        let of = |place: &Place| (place.node, network.nodes[place.node].responses[place.at].value(prices[place.node]));
        self.places.iter().map(of).collect::<Vec<_>>().into_iter()
    }
}

/// The countries of a measure.
pub fn members<'a>(policy: &'a Policy, home: &'a [CountryId]) -> &'a [CountryId] {
    if policy.countries.is_empty() { home } else { &policy.countries }
}

/// True for terms that need a free response at the nodes of those who ask.
pub fn needs_place(terms: &Terms) -> bool {
    matches!(terms, Terms::Recycling { .. } | Terms::Reserve { .. })
}

pub(super) fn no_change(_: &Terms, _: &MarketYear, _: &mut Network) {}

pub(super) fn no_market_cash(_: &Terms, _: &MarketYear, _: &Network, _: &[f64]) -> Cash {
    Cash::default()
}

/// A response that is there but does nothing.
pub(crate) const FREE: Response = Response::Constant(0.0);
