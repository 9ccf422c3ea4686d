//! Random networks: two stages, capacities and bounds binding everywhere, isolated and tiny nodes, nobody producing.

#[path = "common/random.rs"]
mod networks;

use adit_solver::market::{Network, Response, Settings, Solver, Status};
use networks::{guarded_network, network, partly_straight_network};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::test_runner::RngSeed;

proptest! {
    // the same networks on every run; more of them with PROPTEST_CASES
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn every_network_clears(network in network()) {
        let settings = Settings::default();
        let mut prices: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
        let mut solver = Solver::new(&network);
        let (status, _) = solver.solve(&network, &mut prices, &settings);
        assert_eq!(status, Status::Solved);
        let (mut net, mut throughput) = (vec![0.0; prices.len()], vec![0.0; prices.len()]);
        network.imbalance(&prices, &mut net, &mut throughput);
        let mut base = vec![0.0; prices.len()];
        network.least_throughput(&prices, 1e-12, &mut base);
        for ((net, throughput), base) in net.iter().zip(&throughput).zip(&base) {
            assert!(net.abs() <= 1e-12 * throughput.max(*base), "{net} of {throughput}");
        }
        // from the solution there is nothing left to do, and a second solve gives the same bits
        let mut again = prices.clone();
        assert_eq!(solver.solve(&network, &mut again, &settings), (Status::Solved, 0));
        let mut fresh: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
        Solver::new(&network).solve(&network, &mut fresh, &settings);
        assert_eq!(fresh, prices);
    }

    #[test]
    fn every_network_with_reference_prices_clears(network in guarded_network()) {
        let mut prices: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
        let (status, _) = Solver::new(&network).solve(&network, &mut prices, &Settings::default());
        assert_eq!(status, Status::Solved);
    }

    #[test]
    fn every_partly_straight_network_clears(network in partly_straight_network()) {
        let mut prices: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
        let (status, _) = Solver::new(&network).solve(&network, &mut prices, &Settings::default());
        assert_eq!(status, Status::Solved);
    }

    #[test]
    fn less_supply_never_lowers_the_price(network in network(), pick in any::<proptest::sample::Index>(), part in 0.0..1.0f64) {
        // one stage, no gains: net supply falls at one node, so no price falls
        let mut base = network;
        base.arcs.iter_mut().for_each(|arc| arc.gain = 1.0);
        let mut less = base.clone();
        let node = pick.index(less.nodes.len());
        for response in &mut less.nodes[node].responses {
            if let Response::Supply { curve, capacity, .. } = response {
                curve.quantity *= part;
                *capacity *= part;
            }
        }
        let solve = |network: &Network| {
            let mut prices: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
            let (status, _) = Solver::new(network).solve(network, &mut prices, &Settings::default());
            assert_eq!(status, Status::Solved);
            prices
        };
        // where a price is not determined (nothing traded, nothing used) any value clears; only nodes in use are compared
        let (before, after) = (solve(&base), solve(&less));
        let (mut net, mut throughput) = (vec![0.0; before.len()], vec![0.0; before.len()]);
        base.imbalance(&before, &mut net, &mut throughput);
        let most = throughput.iter().copied().fold(0.0, f64::max);
        let strict = base.nodes[node].responses.iter().any(|response| matches!(response, Response::Demand { .. }));
        if strict && throughput[node] > 1e-6 * most && before[node] < 200.0 {
            assert!(after[node] >= before[node] - 1e-6 * before[node].abs(), "{} after {}", after[node], before[node]);
        }
    }
}
