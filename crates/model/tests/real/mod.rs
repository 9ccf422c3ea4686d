//! The markets that ship, their stops, and the networks these pose: for comparisons and times.

use adit_data::files::FileSet;
use adit_data::{read_baseline, read_parameters, read_reference};
use adit_model::crisis::{Crisis, MONTH, Unsolved};
use adit_model::disruption::{apply, gates};
use adit_model::world::{BasePrices, World, linked_stages};
use adit_solver::market::{Network, Node, Response};
use adit_vocab::baseline::{Market, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

/// Suppliers below this share of world output are not in the screen.
const LEAST_SHARE: f64 = 0.01;
/// Step of the difference that gives a slope, in parts of the price.
const STEP: f64 = 1e-4;
/// Least slope of a node: a millionth of the largest, so that the programme is strictly convex.
const LEAST_SLOPE: f64 = 1e-6;

/// A stop of the screen.
pub struct Stop {
    /// What is stopped: material, stage, supplier.
    pub name: String,
    /// How many stages are cleared together.
    pub stages: usize,
    /// The market.
    market: Market,
    stage: Stage,
    by: CountryId,
    values: Values,
}

/// All of them.
pub fn all() -> Vec<Stop> {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("the data inside the program is right");
    let baseline = read_baseline(&files, &reference).expect("there is a baseline");
    let parameters = read_parameters(&files).expect("there are parameters");
    let mut list = Vec::new();
    for market in baseline.markets.iter().flatten() {
        let material = reference.materials.get(market.material);
        let values = parameters.of(material).values();
        for (stage, by) in stops(market) {
            list.push(Stop {
                name: format!("{} {stage} {}", material.id, reference.countries.get(by).iso3),
                stages: linked_stages(market, Some(stage)).len(),
                market: market.clone(),
                stage,
                by,
                values,
            });
        }
    }
    list
}

impl Stop {
    /// The network of a year with the ban in force, and the prices at rest.
    pub fn curved(&self) -> (Network, Vec<f64>) {
        self.banned(|world| world.network.clone())
    }

    /// The same with straight responses.
    pub fn straight(&self) -> (Network, Vec<f64>) {
        self.banned(|world| straight(&world.network, &world.prices))
    }
}

/// The same network with one straight line at each node, through its net supply at rest.
fn straight(network: &Network, prices: &[f64]) -> Network {
    let value = |node: &Node, price: f64| node.responses.iter().map(|response| response.value(price)).sum::<f64>();
    let slopes: Vec<f64> = network
        .nodes
        .iter()
        .zip(prices)
        .map(|(node, price)| (value(node, price * (1.0 + STEP)) - value(node, price * (1.0 - STEP))) / (2.0 * STEP * price))
        .collect();
    let most = slopes.iter().copied().fold(0.0, f64::max);
    let nodes = network.nodes.iter().zip(prices).zip(&slopes).map(|((node, &price), &slope)| {
        let slope = slope.max(LEAST_SLOPE * most);
        let intercept = value(node, price) - slope * price;
        Node { reference_price: price, responses: vec![Response::Linear { intercept, slope }] }
    });
    Network { nodes: nodes.collect(), arcs: network.arcs.clone() }
}

fn stops(market: &Market) -> Vec<(Stage, CountryId)> {
    let of_stage = |balance: &StageBalance| {
        let world = balance.world_output();
        let large = balance.nodes.iter().filter(move |node| balance.counted_output(node) > LEAST_SHARE * world);
        let sells = |country| balance.flows.iter().any(|flow| flow.exporter == country && flow.datum.value > 0.0);
        large
            .map(|node| node.country)
            .filter(|&country| sells(country))
            .map(|country| (balance.stage, country))
            .collect::<Vec<_>>()
    };
    market.stages.iter().flat_map(of_stage).collect()
}

impl Stop {
    /// Takes some months with shocks by this supplier; the month and the imbalance if one does not clear.
    pub fn crisis(&self, measures: &[(Measure, bool)], months: u32) -> Result<(), Unsolved> {
        let shocks: Vec<Shock> = measures
            .iter()
            .map(|&(measure, everywhere)| Shock {
                measure,
                by: self.by,
                stage: (!everywhere).then_some(self.stage),
                on: Vec::new(),
                start: 0,
                months: None,
                leakage: None,
            })
            .collect();
        let stages = linked_stages(&self.market, Some(self.stage));
        let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
        let prices = BasePrices { mine: None, refined: Some(1000.0), magnet: None };
        let world = World::at_rest(&self.market, &stages, prices, &self.values, &gates(&shocks, &ids), MONTH);
        let mut crisis = Crisis::new(&world, &self.values, &shocks);
        (0..months).try_for_each(|_| crisis.step())
    }

    /// The ban.
    pub fn shocks(&self) -> [Shock; 1] {
        [Shock {
            measure: Measure::ExportBan,
            by: self.by,
            stage: Some(self.stage),
            on: Vec::new(),
            start: 0,
            months: None,
            leakage: None,
        }]
    }

    /// The market at rest, ready for the ban.
    pub fn world(&self, period: f64) -> World {
        let stages = linked_stages(&self.market, Some(self.stage));
        let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
        let prices = BasePrices { mine: None, refined: Some(1000.0), magnet: None };
        World::at_rest(&self.market, &stages, prices, &self.values, &gates(&self.shocks(), &ids), period)
    }

    /// Who stops.
    pub fn by(&self) -> CountryId {
        self.by
    }

    /// The parameters.
    pub fn values(&self) -> &Values {
        &self.values
    }

    fn banned(&self, at_rest: impl Fn(&World) -> Network) -> (Network, Vec<f64>) {
        let world = self.world(1.0);
        let mut network = at_rest(&world);
        apply(&self.shocks(), 0, &world, &self.values, &mut network);
        (network, world.prices)
    }
}
