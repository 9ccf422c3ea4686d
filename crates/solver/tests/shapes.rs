//! What the engine treats apart: nodes without arcs, straight nodes, steps that could go in a circle.

use adit_solver::market::{Arc, Iso, Network, Node, Response, Settings, Solver, Status};

fn node(responses: Vec<Response>) -> Node {
    Node { reference_price: 100.0, responses }
}

fn solve(solver: &mut Solver, network: &Network) -> (Vec<f64>, usize) {
    let mut prices = vec![100.0; network.nodes.len()];
    let (status, iterations) = solver.solve(network, &mut prices, &Settings::default());
    assert_eq!(status, Status::Solved);
    (prices, iterations)
}

/// Node 1 is joined to none; 0 sells to 2.
fn with_a_lonely_node(curve: Iso) -> Network {
    let supply = Response::Supply { curve, capacity: f64::INFINITY, shut_down: 0.0, floor: None };
    let lonely = node(vec![supply, Response::Constant(-60.0)]);
    let seller = node(vec![Response::Linear { intercept: 0.0, slope: 1.0 }]);
    let buyer = node(vec![Response::Linear { intercept: -300.0, slope: 1.0 }]);
    Network { nodes: vec![seller, lonely, buyer], arcs: vec![Arc::trade(0, 2, 0.0, 1.0)] }
}

#[test]
fn a_node_without_arcs_is_left_alone_if_it_clears_and_cleared_if_not() {
    // p_0 = x, p_2 = 300 - x, x = p_2 - p_0: x = 100
    let at_rest = with_a_lonely_node(Iso { quantity: 60.0, price: 100.0, elasticity: 0.5 });
    let mut solver = Solver::new(&at_rest);
    let (prices, _) = solve(&mut solver, &at_rest);
    assert!((prices[0] - 100.0).abs() < 1e-9 && (prices[2] - 200.0).abs() < 1e-9, "{prices:?}");
    assert_eq!(prices[1], 100.0);
    // 30 sqrt(p / 100) = 60 at p = 400; the same solver takes it
    let (prices, _) = solve(&mut solver, &with_a_lonely_node(Iso { quantity: 30.0, price: 100.0, elasticity: 0.5 }));
    assert!((prices[1] - 400.0).abs() < 1e-9 && (prices[2] - 200.0).abs() < 1e-9, "{prices:?}");
}

#[test]
fn a_straight_node_is_not_held_back() {
    // 0 may sell 1 of its 11 to 1 and has to give up 10 by itself, at a slope of 1e-5: a million below zero
    let seller = node(vec![Response::Constant(11.0), Response::Linear { intercept: -1e-3, slope: 1e-5 }]);
    let buyer = node(vec![Response::Linear { intercept: -3.0, slope: 0.01 }]);
    let network = Network { nodes: vec![seller, buyer], arcs: vec![Arc { upper: 1.0, ..Arc::trade(0, 1, 0.0, 1.0) }] };
    let (prices, iterations) = solve(&mut Solver::new(&network), &network);
    assert!((prices[0] + 999_900.0).abs() < 1e-4 && (prices[1] - 200.0).abs() < 1e-9, "{prices:?}");
    assert!(iterations <= 3, "{iterations}");
}

#[test]
fn steps_past_a_kink_do_not_go_in_a_circle() {
    // found at random: prices of a million meet disposal that bends at zero
    let disposal = Response::Disposal { slope: 1e6 };
    let (constant, line) =
        (0.05757869140622409, Response::Linear { intercept: -0.11515738281244818, slope: 1.5468436387238178e-8 });
    let small = Response::Linear { intercept: -0.00010997058638242067, slope: 1.1296700178385302e-12 };
    let network = Network {
        nodes: vec![
            node(vec![disposal]),
            node(vec![
                Response::Stock {
                    price: 115.92955816806605,
                    slope: 0.00018480667344549423,
                    lower: 0.0,
                    upper: 0.018480667344549423,
                },
                Response::Supply {
                    curve: Iso { quantity: 1742.5069683860916, price: 100.0, elasticity: 1.4584312968767918 },
                    capacity: f64::INFINITY,
                    shut_down: 88.41215167471978,
                    floor: Some(adit_solver::market::PriceFloor { floor: 80.0, returned: 0.3 }),
                },
                disposal,
            ]),
            node(vec![Response::Constant(constant), line]),
            node(vec![Response::Constant(5.498529319121033e-5), small]),
            node(vec![
                Response::Holding {
                    wanted: Iso { quantity: 0.001147958385124341, price: 100.0, elasticity: 1.153863941811284 },
                    choke: 3041.823098964023,
                    held: 0.002126140008748977,
                    pace: 0.13025692735220348,
                    most: 0.0007465839398851463,
                },
                disposal,
            ]),
        ],
        arcs: vec![
            Arc::trade(4, 3, 16.052398342627523, 2849.5746305858406),
            Arc::trade(2, 0, 5.366582721256896, 8.909404977899671),
            Arc { upper: 0.018415356105045324, ..Arc::trade(1, 0, 0.0, 20.0) },
            Arc::trade(2, 4, 11.577697178106432, 0.9608771354800416),
            Arc { upper: 0.06002203962002899, ..Arc::trade(0, 4, 0.0, 0.0008174265053145577) },
            Arc::trade(0, 2, 22.812496425171837, 16086.478957276027),
            Arc::trade(3, 2, 3.847882851306927, 20.0),
            Arc::trade(2, 1, 0.0, 20.0),
        ],
    };
    solve(&mut Solver::new(&network), &network);
}
