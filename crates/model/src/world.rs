//! The world market of one material at rest: a reconciled market as a network of responses, calibrated so that the base year
//! is a solution.
//!
//! # Nodes
//! One node a country and stage. The stages stand in one network where they are linked: a refinery is an arc from a country's
//! ore to its refined material, with the recovery as gain, and a magnet maker one from its refined material to its magnets. A
//! country whose exports are controlled as a whole has a
//! second node, its gate: all its exports pass the arc into the gate, so that a quota leaves it to the exporter who is served.
//!
//! # Responses
//! Supply is iso-elastic up to capacity, use is iso-elastic down to the choke price, commercial stocks lie with the users of
//! the last stage. What the reconciled balance holds besides (stock changes, output without recorded feed) is constant where it
//! adds to supply, and gives way like a use where it takes from it.
//!
//! # Trade
//! A flow `x` of the base year becomes `x = (p_head - p_tail - t) / g` with `g = kappa P / x_ref` and a cost `t` that
//! reproduces it at equal prices (positive mathematical programming, R. E. Howitt, American Journal of Agricultural Economics
//! 77(2), 1995). Where nothing was traded, `x_ref` is `nu` times the smaller of the supply of the one and the need of the
//! other, and the cost is the premium of a relation without trade.

use adit_solver::market::{Arc, Iso, Network, Node, Response, Settings, Solver, Status};
use adit_vocab::baseline::{Item, Market, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::parameters::Values;
use adit_vocab::stage::Stage;

/// Quantities below this part of world output are rounding of the reconciliation.
const DUST: f64 = 1e-9;
/// Relations without trade are left out where they could carry less than this part of world output.
const LEAST_NEW_RELATION: f64 = 1e-4;
/// Price difference, in base prices, that the exports of the base year need to pass the gate: small against every other.
const GATE: f64 = 1e-3;
/// A node throws away all the world's output before its price has fallen this far below zero, in base prices.
const BELOW_ZERO: f64 = 0.01;
/// Largest part of refined value that a published ore price may claim before it is taken to count something else.
const DEAREST_ORE: f64 = 0.98;

/// A public stockpile gives all it may between its trigger price and this part above it.
const RELEASED_OVER: f64 = 0.1;

/// Where a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Stage.
    pub stage: Stage,
    /// Country.
    pub country: CountryId,
    /// True for a node that nobody uses or makes at: the gate that a country's controlled exports pass, or a shared stock.
    pub gate: bool,
}

/// What an arc is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Trade from the country of its tail to that of its head.
    Trade,
    /// A country's refineries, or its magnet makers.
    Refinery,
    /// A plant that comes on line after the base year.
    Plant,
    /// What a control allows out.
    Gate,
    /// What gets out in spite of it.
    Leak,
    /// From a shared stock to a member.
    Stock,
}

/// Positions of a node's responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// Output from ore, or of a mine.
    pub primary: Option<usize>,
    /// Output from scrap.
    pub secondary: Option<usize>,
    /// Final use.
    pub demand: Option<usize>,
    /// Commercial stocks.
    pub holding: Option<usize>,
    /// A public stockpile, see [`World::add_reserve`].
    pub reserve: Option<usize>,
}

/// A market at rest.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The network. Quantities are tonnes a period.
    pub network: Network,
    /// Prices at rest, the same for all nodes of a stage.
    pub prices: Vec<f64>,
    /// Where each node is.
    pub places: Vec<Place>,
    /// Responses of each node.
    pub roles: Vec<Roles>,
    /// What each arc is.
    pub ways: Vec<Way>,
    /// Flow of each arc at rest.
    pub flows: Vec<f64>,
    /// The stage that industry buys.
    pub last: Stage,
    /// Length of a period in years.
    pub period: f64,
    /// True if prices are US dollars; else nobody publishes one for this market, and they are multiples of one.
    pub priced: bool,
}

/// Prices of the base year by stage; `None` if nobody publishes one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BasePrices {
    /// Mined.
    pub mine: Option<f64>,
    /// Refined.
    pub refined: Option<f64>,
    /// In magnets.
    pub magnet: Option<f64>,
}

impl BasePrices {
    /// Price of a stage.
    pub fn of(&self, stage: Stage) -> Option<f64> {
        match stage {
            Stage::Mine => self.mine,
            Stage::Refined => self.refined,
            Stage::Magnet => self.magnet,
        }
    }

    /// Prices of linked stages that leave the refineries a margin, `recovery` tonnes refined from a tonne of ore, and so for
    /// magnets. A missing or impossible ore price is the part `ore_value` of the refined value; without any price a tonne of
    /// refined material costs one. Magnets without a price, or with an impossible one, cost as much more than what they are
    /// made of as refined material costs more than ore.
    fn linked(&self, market: &Market, ore_value: f64) -> BasePrices {
        let recovery = market.recovery.unwrap_or(1.0);
        let refined = self.refined.or(self.mine.map(|mine| mine / (ore_value * recovery))).unwrap_or(1.0);
        let ore = self.mine.filter(|mine| *mine < DEAREST_ORE * recovery * refined).unwrap_or(ore_value * recovery * refined);
        let magnet = market.magnet_yield.map(|gain| {
            let leaves_a_margin = |magnet: &f64| refined < DEAREST_ORE * gain * magnet;
            self.magnet.filter(leaves_a_margin).unwrap_or(refined / (ore_value * gain))
        });
        BasePrices { mine: Some(ore), refined: Some(refined), magnet }
    }
}

impl World {
    /// Calibrates a market. `stages` are those of [`linked_stages`]; `gates` are the countries and stages whose exports are
    /// controlled as a whole; `period` is in years.
    pub fn at_rest(
        market: &Market,
        stages: &[&StageBalance],
        prices: BasePrices,
        values: &Values,
        gates: &[(Stage, CountryId)],
        period: f64,
    ) -> World {
        let linked = stages.len() > 1;
        let linked_prices = prices.linked(market, values.ore_value);
        let last = stages.last().map_or(Stage::Refined, |stage| stage.stage);
        let mut world = World {
            network: Network::default(),
            prices: Vec::new(),
            places: Vec::new(),
            roles: Vec::new(),
            ways: Vec::new(),
            flows: Vec::new(),
            last,
            period,
            priced: if linked { prices.refined.or(prices.mine) } else { prices.of(last) }.is_some(),
        };
        for balance in stages {
            let known = if linked { &linked_prices } else { &prices };
            let price = known.of(balance.stage).unwrap_or(1.0);
            let behind = linked && market.before(balance.stage).is_some();
            world.add_stage(balance, price, values, gates, behind);
        }
        for pair in stages.windows(2) {
            if let Some(gain) = market.gain_into(pair[1].stage) {
                world.add_refineries(pair[0], pair[1].stage, gain, values);
            }
        }
        world.close(values);
        world
    }

    /// Position of a country's node.
    pub fn node(&self, stage: Stage, country: CountryId) -> Option<usize> {
        self.places.iter().position(|place| *place == Place { stage, country, gate: false })
    }

    /// Position of a country's gate.
    pub fn gate(&self, stage: Stage, country: CountryId) -> Option<usize> {
        self.places.iter().position(|place| *place == Place { stage, country, gate: true })
    }

    /// Exports of a country at a stage at rest.
    pub fn exports(&self, stage: Stage, country: CountryId) -> f64 {
        let leaves = |arc: &Arc| {
            let tail = self.places[arc.tail];
            tail.stage == stage && tail.country == country
        };
        let trade = self.ways.iter().zip(&self.network.arcs).zip(&self.flows);
        trade.filter(|((way, arc), _)| **way == Way::Trade && leaves(arc)).map(|(_, flow)| flow).sum()
    }

    /// Use of a node at rest, tonnes a period; `None` for one without use.
    pub fn used_at_rest(&self, node: usize) -> Option<f64> {
        let at = self.roles[node].demand?;
        Some(-self.network.nodes[node].responses[at].value(self.prices[node]))
    }

    /// Solves for one period from given prices. Settings are the solver's own.
    pub fn clear(solver: &mut Solver, network: &Network, prices: &mut [f64]) -> Status {
        solver.solve(network, prices, &Settings::default()).0
    }

    /// Gives the users of a party at the last stage the access to a public stockpile: what is released comes between a trigger
    /// price, in base prices, and a tenth above it. It is empty until [`crate::crisis::Crisis::hold`] fills it.
    pub fn add_reserve(&mut self, party: &Party, trigger: f64) {
        let own = |place: &Place| place.stage == self.last && !place.gate && party.has(place.country);
        let nodes: Vec<usize> =
            (0..self.places.len()).filter(|&node| own(&self.places[node]) && self.roles[node].demand.is_some()).collect();
        self.add_reserve_at(&nodes, trigger);
    }

    /// The same at given nodes; a node that has one keeps it.
    pub(crate) fn add_reserve_at(&mut self, nodes: &[usize], trigger: f64) {
        for &node in nodes {
            if self.roles[node].reserve.is_none() {
                let responses = &mut self.network.nodes[node].responses;
                self.roles[node].reserve = Some(responses.len());
                responses.push(release(0.0, trigger * self.prices[node]));
            }
        }
    }

    /// A stock that several nodes of a stage share, as a node of its own in the first one's country: it goes where it is dearest.
    /// What is released comes as in [`World::add_reserve`]. Returns its position; `None` without a node.
    pub(crate) fn add_shared_reserve(&mut self, nodes: &[usize], trigger: f64) -> Option<usize> {
        let (&first, stock) = (nodes.first()?, self.places.len());
        let price = self.prices[first];
        let used: f64 = nodes.iter().filter_map(|&node| self.used_at_rest(node)).sum();
        let roles = Roles { reserve: Some(0), ..Roles::default() };
        self.push_node(Place { gate: true, ..self.places[first] }, price, vec![release(0.0, trigger * price)], roles);
        for &node in nodes {
            self.push_arc(Arc::trade(stock, node, 0.0, GATE * price / used), Way::Stock, 0.0);
        }
        Some(stock)
    }

    fn add_stage(&mut self, balance: &StageBalance, price: f64, values: &Values, gates: &[(Stage, CountryId)], refines: bool) {
        let stage = balance.stage;
        let world = balance.nodes.iter().map(|node| node.tonnes(Item::Output)).sum::<f64>() * self.period;
        let least = DUST * world;
        let first = self.places.len();
        for node in &balance.nodes {
            let tonnes = |item| node.tonnes(item) * self.period;
            let secondary = tonnes(Item::Secondary).max(0.0);
            let primary = if refines { 0.0 } else { tonnes(Item::Output) - secondary };
            let (mut responses, mut roles) = (Vec::new(), Roles::default());
            let mut push = |response| {
                responses.push(response);
                Some(responses.len() - 1)
            };
            let iso = |quantity, elasticity| Iso { quantity, price, elasticity };
            let supply = |quantity| Response::Supply {
                curve: iso(quantity, values.supply_short),
                capacity: quantity * (1.0 + values.spare_capacity),
                shut_down: values.shut_down_price * price,
                floor: None,
            };
            let used = tonnes(Item::Use);
            if primary > least {
                roles.primary = push(supply(primary));
            }
            if secondary > least {
                roles.secondary = push(supply(secondary));
            }
            if used > least {
                let choke = values.choke_price * price;
                roles.demand = push(Response::Demand { curve: iso(used, values.demand_short), choke });
                if stage == self.last && values.stock_cover > 0.0 {
                    let held = values.stock_cover * used / (12.0 * self.period);
                    let (pace, most) = self.in_period(values.stock_pace, values.stock_release);
                    roles.holding = push(Response::Holding {
                        wanted: iso(held, values.stock_price_response),
                        choke,
                        held,
                        pace,
                        most: most * held,
                    });
                }
            }
            let rest = tonnes(Item::StockDraw) + if refines { tonnes(Item::Unexplained) } else { 0.0 };
            push(Response::Constant(rest.max(0.0)));
            if rest < 0.0 {
                push(put_aside(-rest, price, values));
            }
            push(Response::Disposal { slope: world / (BELOW_ZERO * price) });
            self.push_node(Place { stage, country: node.country, gate: false }, price, responses, roles);
        }
        for &(_, country) in gates.iter().filter(|(at, _)| *at == stage) {
            if self.node(stage, country).is_some() {
                self.push_node(Place { stage, country, gate: true }, price, Vec::new(), Roles::default());
            }
        }
        self.add_trade(balance, price, values, world, first);
    }

    /// Paces a month as those of a period.
    fn in_period(&self, pace: f64, most: f64) -> (f64, f64) {
        let months = 12.0 * self.period;
        (1.0 - (1.0 - pace).powf(months), 1.0 - (1.0 - most).powf(months))
    }

    fn push_node(&mut self, place: Place, price: f64, responses: Vec<Response>, roles: Roles) {
        self.places.push(place);
        self.prices.push(price);
        self.roles.push(roles);
        self.network.nodes.push(Node { reference_price: price, responses });
    }

    /// Adds a node to a country that neither makes nor uses anything at a stage: what arrives must leave.
    pub(crate) fn add_empty_node(&mut self, stage: Stage, country: CountryId) {
        let of_stage = self.places.iter().position(|place| place.stage == stage);
        let price = of_stage.map_or(1.0, |node| self.prices[node]);
        let disposal = of_stage.and_then(|node| {
            let responses = self.network.nodes[node].responses.iter();
            responses.copied().find(|response| matches!(response, Response::Disposal { .. }))
        });
        let responses = disposal.into_iter().collect();
        self.push_node(Place { stage, country, gate: false }, price, responses, Roles::default());
    }

    pub(crate) fn push_arc(&mut self, arc: Arc, way: Way, flow: f64) {
        self.network.arcs.push(arc);
        self.ways.push(way);
        self.flows.push(flow);
    }

    fn add_trade(&mut self, balance: &StageBalance, price: f64, values: &Values, world: f64, first: usize) {
        let stage = balance.stage;
        let countries: Vec<(usize, CountryId)> =
            (first..self.places.len()).filter(|&i| !self.places[i].gate).map(|i| (i, self.places[i].country)).collect();
        let at = |country| countries.binary_search_by_key(&country, |&(_, known)| known).ok().map(|i| countries[i].0);
        let mut traded = vec![false; countries.len() * countries.len()];
        let mut exports = vec![0.0; countries.len()];
        let mut arcs = Vec::new();
        for flow in &balance.flows {
            let (Some(tail), Some(head)) = (at(flow.exporter), at(flow.importer)) else { continue };
            let tonnes = flow.datum.value * self.period;
            if tail == head || tonnes <= DUST * world {
                continue;
            }
            traded[(tail - first) * countries.len() + head - first] = true;
            exports[tail - first] += tonnes;
            arcs.push((tail, head, tonnes));
        }
        // what a country can sell, and what it needs
        let supplies: Vec<f64> = balance.nodes.iter().map(|node| node.tonnes(Item::Output).max(0.0) * self.period).collect();
        let needs: Vec<f64> = balance
            .nodes
            .iter()
            .map(|node| (node.tonnes(Item::Use).max(0.0) + node.tonnes(Item::Feed).max(0.0)) * self.period)
            .collect();
        for (tail, supply) in supplies.iter().enumerate() {
            for (head, need) in needs.iter().enumerate() {
                let size = values.nu * supply.min(*need);
                if tail != head && size > LEAST_NEW_RELATION * world && !traded[tail * countries.len() + head] {
                    arcs.push((tail + first, head + first, -size));
                }
            }
        }
        arcs.sort_unstable_by_key(|&(tail, head, _)| (tail, head));
        for (tail, head, tonnes) in arcs {
            let from = self.gate(stage, self.places[tail].country).unwrap_or(tail);
            let resistance = values.kappa * price / tonnes.abs();
            let cost = if tonnes > 0.0 { -resistance * tonnes } else { values.unobserved_premium * price };
            self.push_arc(Arc::trade(from, head, cost, resistance), Way::Trade, tonnes.max(0.0));
        }
        for gate in first..self.places.len() {
            if !self.places[gate].gate {
                continue;
            }
            let Some(node) = self.node(stage, self.places[gate].country) else { continue };
            let total = exports[node - first];
            let resistance = GATE * price / total.max(LEAST_NEW_RELATION * world);
            self.push_arc(Arc::trade(node, gate, -resistance * total, resistance), Way::Gate, total);
            // shut until a control opens it
            let leak = Arc { upper: 0.0, ..Arc::trade(node, gate, 0.0, price / total.max(LEAST_NEW_RELATION * world)) };
            self.push_arc(leak, Way::Leak, 0.0);
        }
    }

    fn add_refineries(&mut self, before: &StageBalance, stage: Stage, gain: f64, values: &Values) {
        for node in &before.nodes {
            let feed = node.tonnes(Item::Feed) * self.period;
            let (Some(tail), Some(head)) = (self.node(before.stage, node.country), self.node(stage, node.country)) else {
                continue;
            };
            if feed <= 0.0 {
                continue;
            }
            let (taken, made) = (self.prices[tail], self.prices[head]);
            let resistance = values.kappa * gain * made / feed;
            let arc = Arc {
                gain,
                upper: feed * (1.0 + values.spare_capacity),
                ..Arc::trade(tail, head, gain * made - taken - resistance * feed, resistance)
            };
            self.push_arc(arc, Way::Refinery, feed);
        }
    }

    /// Closes every balance exactly: the reconciliation leaves its rounding.
    fn close(&mut self, values: &Values) {
        let size = self.prices.len();
        let (mut net, mut throughput) = (vec![0.0; size], vec![0.0; size]);
        self.network.imbalance(&self.prices, &mut net, &mut throughput);
        for ((node, &gap), &price) in self.network.nodes.iter_mut().zip(&net).zip(&self.prices) {
            if gap > 0.0 {
                node.responses.push(put_aside(gap, price, values));
            } else if gap < 0.0 {
                node.responses.push(Response::Constant(-gap));
            }
        }
    }
}

/// What goes to stock or is lost: a need that, like a use, leaves when the price is out of reach, so that a node without
/// supply can still clear.
fn put_aside(quantity: f64, price: f64, values: &Values) -> Response {
    let curve = Iso { quantity, price, elasticity: values.demand_short };
    Response::Demand { curve, choke: values.choke_price * price }
}

/// What a public stockpile releases: at most `most`, from a price on.
pub(crate) fn release(most: f64, price: f64) -> Response {
    // an empty stock keeps a slope that a division can bear
    let slope = most.max(f64::MIN_POSITIVE.sqrt()) / (RELEASED_OVER * price);
    Response::Stock { price, slope, lower: 0.0, upper: most }
}

/// The stages that are cleared together: all of them if they are linked, else the one asked for, or the one that is traced.
pub fn linked_stages(market: &Market, asked: Option<Stage>) -> Vec<&StageBalance> {
    match (market.recovery, asked) {
        (Some(_), _) => market.stages.iter().collect(),
        (None, Some(stage)) => market.stage(stage).into_iter().collect(),
        (None, None) => market.traced().into_iter().collect(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use adit_vocab::parameters::Parameters;

    use super::*;

    /// The central values of the parameters that the project ships.
    pub fn values() -> Values {
        let text = include_str!("../../../data/model.toml");
        let parameters: Parameters = toml::from_str(text).expect("model.toml can be read");
        parameters.values()
    }
}
