//! Every stop of the screen against a general solver, with responses made straight: the same arcs, gates and bounds as in the
//! product, on the data that ships.
#![allow(clippy::print_stdout, reason = "a long comparison says where the oracle is not that good")]

#[path = "../../solver/tests/common/mod.rs"]
#[allow(dead_code, reason = "the solver's own tests use more of it")]
mod common;
#[path = "../../solver/tests/common/compare.rs"]
mod compare;

use adit_data::files::FileSet;
use adit_data::{read_baseline, read_parameters, read_reference};
use adit_model::disruption::{apply, gates};
use adit_model::world::{BasePrices, World, linked_stages};
use adit_solver::market::{Network, Node, Response};
use adit_vocab::baseline::Market;
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use common::Oracle;
use compare::agree;

/// In `cargo test` one stop in so many is compared; with `ORACLE=all` every one.
const EVERY: usize = 25;
/// Suppliers below this share of world output are not in the screen.
const LEAST_SHARE: f64 = 0.01;
/// Step of the difference that gives a slope, in parts of the price.
const STEP: f64 = 1e-4;
/// Least slope of a node: a billionth of the largest, so that the programme is strictly convex.
const LEAST_SLOPE: f64 = 1e-6;

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
    let of_stage = |balance: &adit_vocab::baseline::StageBalance| {
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

fn banned(market: &Market, stage: Stage, by: CountryId, values: &Values) -> (Network, Vec<f64>) {
    let shock =
        Shock { measure: Measure::ExportBan, by, stage: Some(stage), on: Vec::new(), start: 0, months: None, leakage: None };
    let stages = linked_stages(market, Some(stage));
    let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
    let prices = BasePrices { mine: None, refined: Some(1000.0) };
    let shocks = [shock];
    let world = World::at_rest(market, &stages, prices, values, &gates(&shocks, &ids), 1.0);
    let mut network = straight(&world.network, &world.prices);
    apply(&shocks, 0, &world, values, &mut network);
    (network, world.prices)
}

#[test]
fn stops_agree_with_a_quadratic_programme() {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("the data inside the program is right");
    let baseline = read_baseline(&files, &reference).expect("there is a baseline");
    let parameters = read_parameters(&files).expect("there are parameters");
    let every = if std::env::var("ORACLE").is_ok_and(|value| value == "all") { 1 } else { EVERY };
    let (mut count, mut explained) = (0, 0);
    for market in baseline.markets.iter().flatten() {
        let material = reference.materials.get(market.material);
        let values = parameters.of(material).values();
        for (stage, by) in stops(market) {
            count += 1;
            if count % every != 0 {
                continue;
            }
            let (network, prices) = banned(market, stage, by, &values);
            let name = format!("{} {stage} {}", material.id, reference.countries.get(by).iso3);
            explained += usize::from(!agree(&network, prices, &name));
        }
    }
    let compared = count / every;
    println!("{compared} stops; {explained} differ by what the oracle leaves open");
    assert!(compared > 20, "{compared} stops");
}
