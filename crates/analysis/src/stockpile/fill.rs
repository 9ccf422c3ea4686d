//! Filling a stock: buying it in the market of today, with the controls that are in force, moves the price against the buyer.

use adit_model::accounts;
use adit_model::disruption::{apply, gates};
use adit_model::world::{World, linked_stages};
use adit_solver::market::{Response, Solver, Status};
use adit_vocab::country::CountryId;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use adit_vocab::trajectory::Account;

use crate::stop::{Asker, Subject};

/// A market in which a stock can be bought.
pub struct Shop<'a> {
    asker: &'a Asker<'a>,
    world: World,
    shocks: Vec<Shock>,
    values: &'a adit_vocab::parameters::Values,
    /// Nodes of the asker with use, and their part of it.
    users: Vec<(usize, f64)>,
    /// What the asker uses in a year, tonnes.
    pub used: f64,
    /// Net imports of the asker as a part of its use.
    pub reliance: f64,
    /// Base price, money per tonne.
    pub price: f64,
    before: (f64, f64),
}

impl<'a> Shop<'a> {
    /// The stage is the one whose users the stock serves. `None` if the asker uses nothing, or without a clearing price.
    pub fn new(subject: &'a Subject<'a>, stage: Stage, asker: &'a Asker<'a>) -> Option<Shop<'a>> {
        let stages = linked_stages(subject.market, Some(stage));
        let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
        let in_force =
            asker.evidence.controls.iter().filter(|control| {
                !control.suspended && control.material == subject.market.material && !asker.party.has(control.by)
            });
        let shocks: Vec<Shock> = in_force
            .map(|control| Shock {
                measure: Measure::Quota { share: subject.values.licence_recovery },
                by: control.by,
                stage: control.stage,
                on: Vec::new(),
                start: 0,
                months: None,
                leakage: None,
            })
            .collect();
        let world = World::at_rest(subject.market, &stages, subject.prices, &subject.values, &gates(&shocks, &ids), 1.0);
        if !world.priced {
            return None;
        }
        let mut users = Vec::new();
        let (mut used, mut made) = (0.0, 0.0);
        for (node, place) in world.places.iter().enumerate() {
            if place.stage != world.last || place.gate || !asker.party.has(place.country) {
                continue;
            }
            let at_rest =
                |at: Option<usize>| at.map_or(0.0, |at| world.network.nodes[node].responses[at].value(world.prices[node]));
            let own = -at_rest(world.roles[node].demand);
            if own > 0.0 {
                users.push((node, own));
                used += own;
            }
            made += at_rest(world.roles[node].primary) + at_rest(world.roles[node].secondary);
        }
        // what refineries at home make
        for ((way, arc), flow) in world.ways.iter().zip(&world.network.arcs).zip(&world.flows) {
            let head = world.places[arc.head];
            if *way == adit_model::world::Way::Refinery && head.stage == world.last && asker.party.has(head.country) {
                made += flow * arc.gain;
            }
        }
        let price = users.first().map(|(node, _)| world.prices[*node])?;
        users.iter_mut().for_each(|(_, part)| *part /= used);
        let mut shop = Shop {
            asker,
            world,
            shocks,
            values: &subject.values,
            users,
            used,
            reliance: (1.0 - made / used).max(0.0),
            price,
            before: (0.0, 0.0),
        };
        shop.before = shop.clear(0.0)?;
        Some(shop)
    }

    /// Mean price of a purchase of some tonnes over some years, money per tonne, and what the asker's market loses by it in those
    /// years, money; below zero where its producers gain more than its users lose. `None` if no prices clear the market.
    pub fn buy(&self, tonnes: f64, years: f64) -> Option<(f64, f64)> {
        let (price, account) = self.clear(tonnes / years)?;
        Some((price, (self.before.1 - account) * years))
    }

    /// Price and account of a year in which some tonnes are bought.
    fn clear(&self, tonnes: f64) -> Option<(f64, f64)> {
        let mut network = self.world.network.clone();
        apply(&self.shocks, 0, &self.world, self.values, &mut network);
        for &(node, part) in self.users.iter().filter(|_| tonnes > 0.0) {
            network.nodes[node].responses.push(Response::Constant(-tonnes * part));
        }
        let mut prices = self.world.prices.clone();
        if World::clear(&mut Solver::new(&network), &network, &mut prices) != Status::Solved {
            return None;
        }
        let party = self.asker.party;
        let countries = 1 + self.world.places.iter().map(|place| place.country.index()).max().unwrap_or(0);
        let mut accounts = vec![Account::default(); countries];
        accounts::add(&mut accounts, &self.world, &network, &prices, &self.shocks, |country: CountryId| party.has(country));
        let account = accounts.iter().map(Account::total).sum();
        Some((self.users.iter().map(|(node, part)| prices[*node] * part).sum(), account))
    }
}
