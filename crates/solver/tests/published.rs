//! Published spatial equilibria through the engine itself.

use adit_solver::market::{Arc, ArcKind, Network, Node, Response, Settings, Solver, Status};

/// Resistance of a connection that should have none: it moves prices by less than 1e-6, and rounding of prices moves its
/// flow by less than 1e-7 of a node's throughput.
const FRICTIONLESS: f64 = 2e-8;

fn solve(network: &Network, start: f64) -> Vec<f64> {
    let mut prices = vec![start; network.nodes.len()];
    let frictionless = network.arcs.iter().any(|arc| arc.resistance <= FRICTIONLESS);
    let settings = Settings { tolerance: if frictionless { 1e-7 } else { 1e-13 }, ..Settings::default() };
    let (status, _) = Solver::new(network).solve(network, &mut prices, &settings);
    assert_eq!(status, Status::Solved);
    prices
}

#[test]
fn miranda_and_fackler_three_countries() {
    // M. J. Miranda, P. L. Fackler, Applied Computational Economics and Finance, MIT Press 2002, spatial price equilibrium
    let (supply_at_zero, supply_slope) = ([9.0, 3.0, 18.0], [1.0, 2.0, 1.0]); // Ps = a + b q
    let (demand_at_zero, demand_slope) = ([42.0, 54.0, 51.0], [3.0, 2.0, 1.0]); // Pd = a - b q
    let cost = [[0.0, 3.0, 9.0], [3.0, 0.0, 3.0], [6.0, 3.0, 0.0]];
    let nodes = (0..3)
        .map(|i| Node {
            reference_price: 30.0,
            responses: vec![
                Response::Linear { intercept: -supply_at_zero[i] / supply_slope[i], slope: 1.0 / supply_slope[i] },
                Response::Linear { intercept: -demand_at_zero[i] / demand_slope[i], slope: 1.0 / demand_slope[i] },
            ],
        })
        .collect();
    let mut arcs = Vec::new();
    for (i, row) in cost.iter().enumerate() {
        for (j, &cost) in row.iter().enumerate().filter(|(j, _)| *j != i) {
            arcs.push(Arc::trade(i, j, cost, FRICTIONLESS));
        }
    }
    let network = Network { nodes, arcs };
    let prices = solve(&network, 30.0);
    for (found, expected) in prices.iter().zip([24.346_153_846_2, 27.346_153_846_2, 30.346_153_846_2]) {
        assert!((found - expected).abs() < 1e-6, "{found} against {expected}");
    }
    let flows = network.flows(&prices);
    // in the order 1-2, 1-3, 2-1, 2-3, 3-1, 3-2
    for (found, expected) in flows.iter().zip([9.461_538_461_5, 0.0, 0.0, 8.307_692_307_7, 0.0, 0.0]) {
        assert!((found - expected).abs() < 1e-5, "{flows:?}");
    }
}

#[test]
fn takayama_and_judge_two_goods_three_regions() {
    // T. Takayama, G. G. Judge, Econometrica 32(4), 1964, spatial equilibrium with two related goods; a good's net supply
    // depends on the other's price, which is a connection between the two nodes that flows both ways.
    let demand = [[200.0, 300.0], [100.0, 200.0], [160.0, 250.0]];
    let demand_slope = [[10.0, 10.0], [5.0, 20.0], [8.0, 10.0]];
    let supply = [-50.0, -60.0];
    let supply_slope = [[10.0, 15.0], [20.0, 25.0], [10.0, 15.0]];
    let cost = [[[0.0, 0.0], [2.0, 3.0], [2.0, 3.0]], [[2.0, 3.0], [0.0, 0.0], [1.0, 2.0]], [[2.0, 3.0], [1.0, 2.0], [0.0, 0.0]]];
    let cross = 0.5 - 1.0; // supply less demand, by the other good's price
    let mut network = Network::default();
    for region in 0..3 {
        for good in 0..2 {
            let slope = supply_slope[region][good] + demand_slope[region][good] + cross;
            let intercept = supply[good] - demand[region][good];
            network.nodes.push(Node { reference_price: 10.0, responses: vec![Response::Linear { intercept, slope }] });
        }
        let both_ways = Arc { lower: f64::NEG_INFINITY, ..Arc::trade(2 * region, 2 * region + 1, 0.0, -1.0 / cross) };
        network.arcs.push(both_ways);
    }
    for (from, row) in cost.iter().enumerate() {
        for (to, costs) in row.iter().enumerate().filter(|(to, _)| *to != from) {
            for (good, &cost) in costs.iter().enumerate() {
                network.arcs.push(Arc::trade(2 * from + good, 2 * to + good, cost, FRICTIONLESS));
            }
        }
    }
    let prices = solve(&network, 10.0);
    let expected = [11.007_103_756_6, 11.631_691_111_9, 9.007_103_756_6, 8.631_691_111_9, 10.007_103_756_6, 10.631_691_111_9];
    for (found, expected) in prices.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-6, "{prices:?}");
    }
}

#[test]
fn a_reference_price_arc_against_bisection() {
    // One exporter, one importer with own supply: the arc's flow is (p_h - max(p_t + 1, p_ref) - 0.5) / 0.1.
    let network = |reference: f64| Network {
        nodes: vec![
            Node { reference_price: 10.0, responses: vec![Response::Linear { intercept: 0.0, slope: 2.0 }] },
            Node {
                reference_price: 10.0,
                responses: vec![
                    Response::Linear { intercept: 0.0, slope: 1.0 },
                    Response::Linear { intercept: -60.0, slope: 2.0 },
                ],
            },
        ],
        arcs: vec![Arc { kind: ArcKind::ReferencePrice { physical: 1.0, reference }, ..Arc::trade(0, 1, 0.5, 0.1) }],
    };
    for reference in [0.0, 8.0, 14.0, 18.0] {
        let prices = solve(&network(reference), 10.0);
        // the exporter sells x at p_t = x / 2; the importer's price clears 3 p_h - 60 + x = 0, so p_h = (60 - x) / 3
        let excess = |x: f64| ((60.0 - x) / 3.0 - (x / 2.0 + 1.0).max(reference) - 0.5) / 0.1 - x;
        let (mut low, mut high) = (0.0, 60.0);
        for _ in 0..200 {
            let middle = 0.5 * (low + high);
            if excess(middle) > 0.0 { low = middle } else { high = middle }
        }
        let x = low.max(0.0);
        assert!((prices[1] - (60.0 - x) / 3.0).abs() < 1e-7, "reference {reference}: {prices:?} against {x}");
    }
    // at or below the base border price it changes nothing
    for (without, with) in solve(&network(0.0), 10.0).iter().zip(solve(&network(3.0), 10.0)) {
        assert!((without - with).abs() < 1e-11);
    }
}
