//! Random networks: two stages, capacities and bounds binding everywhere, isolated and tiny nodes, nobody producing.

#[path = "common/random.rs"]
mod networks;

use adit_solver::market::{Batch, Network, Response, Settings, Solver, Status};
use networks::{guarded_network, network};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};

proptest! {
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
    fn a_batch_has_the_bits_of_single_solves(network in network(), parts in vec(0.0..1.5f64, 1..20)) {
        // every scenario caps the arcs of one node and scales what is supplied at another
        let vary = |(k, &part): (usize, &f64)| {
            let mut network = network.clone();
            let size = network.nodes.len();
            network.arcs.iter_mut().filter(|arc| arc.tail == k % size).for_each(|arc| arc.upper *= 0.5 * (part - 0.5).max(0.0));
            network.arcs.iter_mut().for_each(|arc| if arc.upper.is_nan() { arc.upper = 0.0 });
            for response in &mut network.nodes[(k + 1) % size].responses {
                if let Response::Supply { curve, .. } = response {
                    curve.quantity *= part;
                }
            }
            network
        };
        let varied: Vec<Network> = parts.iter().enumerate().map(vary).collect();
        let base: Vec<f64> = network.nodes.iter().map(|node| node.reference_price).collect();
        let mut prices = vec![base.clone(); varied.len()];
        let mut ended = vec![(Status::TooSlow { residual: 1.0 }, 0); varied.len()];
        let networks: Vec<&Network> = varied.iter().collect();
        Batch::new(&network).solve(&networks, &mut prices, &Settings::default(), &mut ended);
        let mut solver = Solver::new(&network);
        for ((network, found), ended) in varied.iter().zip(&prices).zip(&ended) {
            let mut alone = base.clone();
            assert_eq!(solver.solve(network, &mut alone, &Settings::default()), *ended);
            let bits = |prices: &[f64]| prices.iter().map(|price| price.to_bits()).collect::<Vec<u64>>();
            assert_eq!(bits(&alone), bits(found));
        }
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
