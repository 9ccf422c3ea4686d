//! What must hold for every market and every shock: random small worlds of one, two or three stages.

use adit_model::crisis::{MONTH, run};
use adit_model::disruption::{apply, gates};
use adit_model::world::{BasePrices, World, linked_stages};
use adit_solver::market::{Settings, Solver, Status};
use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::RngSeed;

const RECOVERY: f64 = 0.8;
const MAGNET_YIELD: f64 = 0.9;
/// Part of the refined material that goes into magnets.
const INTO_MAGNETS: f64 = 0.75;

fn values() -> Values {
    let parameters: Parameters = toml::from_str(include_str!("../../../data/model.toml")).expect("model.toml can be read");
    parameters.values()
}

fn datum(value: f64) -> Datum {
    Datum { value, prior: None, spread: None, basis: String::new() }
}

/// A stage in balance: output is given, flows are given, what is left is used (or fed on); what is lacking is drawn from stock.
fn stage(stage: Stage, output: &[f64], flows: &[(usize, usize, f64)], feed: bool) -> StageBalance {
    let count = output.len();
    let flows: Vec<&(usize, usize, f64)> =
        flows.iter().filter(|(from, to, _)| from != to && *from < count && *to < count).collect();
    let nodes = (0..count)
        .map(|i| {
            let into: f64 = flows.iter().filter(|flow| flow.1 == i).map(|flow| flow.2).sum();
            let out: f64 = flows.iter().filter(|flow| flow.0 == i).map(|flow| flow.2).sum();
            let rest = output[i] + into - out;
            let takes = if feed { Item::Feed } else { Item::Use };
            let mut items = vec![(Item::Output, datum(output[i]))];
            if rest < 0.0 {
                items.push((Item::StockDraw, datum(-rest)));
            }
            if rest > 0.0 {
                items.push((takes, datum(rest)));
            }
            Node { country: CountryId(i as u16), items }
        })
        .collect();
    let mut list: Vec<Flow> = flows
        .iter()
        .map(|flow| Flow { exporter: CountryId(flow.0 as u16), importer: CountryId(flow.1 as u16), datum: datum(flow.2) })
        .collect();
    list.sort_by_key(|flow| (flow.exporter, flow.importer));
    list.dedup_by_key(|flow| (flow.exporter, flow.importer));
    StageBalance {
        stage,
        nodes,
        flows: list,
        unassigned: 0.0,
        includes_scrap: true,
        quality: Quality {
            grade: Grade::A,
            trade: TradeKnowledge::Specific,
            old_shares: false,
            moved_output: 0.0,
            moved_world: 0.0,
            moved_trade: 0.0,
            hidden: 0.0,
            absorption: 0.0,
            us_use_ratio: None,
        },
    }
}

/// Flows into the countries from `first` on.
fn flows(count: usize, first: usize) -> impl Strategy<Value = Vec<(usize, usize, f64)>> {
    let flow = (0..count, first..count, -2.0..4.0f64).prop_map(|(from, to, size)| (from, to, 10f64.powf(size)));
    vec(flow, 1..14).prop_map(|mut list| {
        list.sort_by_key(|flow| (flow.0, flow.1));
        list.dedup_by_key(|flow| (flow.0, flow.1));
        list
    })
}

/// A refined stage of which a part goes on into magnets.
fn fed_on(mut refined: StageBalance) -> StageBalance {
    for node in &mut refined.nodes {
        let fed = node.tonnes(Item::Feed);
        if fed > 0.0 {
            node.items.retain(|(item, _)| *item != Item::Feed);
            let parts = [(Item::Feed, INTO_MAGNETS * fed), (Item::Use, fed - INTO_MAGNETS * fed)];
            node.items.extend(parts.map(|(item, tonnes)| (item, datum(tonnes))));
        }
    }
    refined
}

fn made_of(before: &StageBalance, gain: f64) -> Vec<f64> {
    before.nodes.iter().map(|node| gain * node.tonnes(Item::Feed)).collect()
}

/// One stage, or two or three that are linked, with imports into the countries from `first` on.
fn market_with_imports_from(first: usize) -> impl Strategy<Value = Market> {
    let quantity = || prop_oneof![Just(0.0), (-1.0..5.0f64).prop_map(|size| 10f64.powf(size))];
    (2..7usize, 1..4usize).prop_flat_map(move |(count, number)| {
        let all = (vec(quantity(), count), flows(count, first), flows(count, first), flows(count, first));
        all.prop_map(move |(output, ore, metal, magnets)| {
            let mut output = output;
            output[0] = output[0].max(10.0);
            let mut stages = Vec::new();
            if number == 1 {
                stages.push(stage(Stage::Refined, &output, &metal, false));
            } else {
                let mine = stage(Stage::Mine, &output, &ore, true);
                let refined = stage(Stage::Refined, &made_of(&mine, RECOVERY), &metal, number == 3);
                stages.extend([mine, fed_on(refined)]);
            }
            if number == 3 {
                stages.push(stage(Stage::Magnet, &made_of(&stages[1], MAGNET_YIELD), &magnets, false));
            }
            Market {
                material: MaterialId(0),
                stages,
                recovery: (number > 1).then_some(RECOVERY),
                magnet_yield: (number > 2).then_some(MAGNET_YIELD),
            }
        })
    })
}

fn market() -> impl Strategy<Value = Market> {
    market_with_imports_from(0)
}

fn shock() -> impl Strategy<Value = Shock> {
    let measure = prop_oneof![
        Just(Measure::ExportBan),
        (0.0..1.0f64).prop_map(|share| Measure::Quota { share }),
        Just(Measure::Licence { stop: None, recovery: None, ramp: None }),
        (0.0..2.0f64).prop_map(|rate| Measure::ExportTax { rate }),
        (0.0..2.0f64).prop_map(|rate| Measure::Tariff { rate }),
        (0.0..1.0f64).prop_map(|share| Measure::Outage { share }),
    ];
    let stage = prop_oneof![Just(None), Just(Some(Stage::Mine)), Just(Some(Stage::Refined)), Just(Some(Stage::Magnet))];
    let on = prop_oneof![Just(Vec::new()), Just(vec![CountryId(1)])];
    (measure, stage, on, 0..3u32, 1..8u32, prop_oneof![Just(None), (0.0..1.0f64).prop_map(Some)]).prop_map(
        |(measure, stage, on, start, months, leakage)| Shock {
            measure,
            by: CountryId(0),
            stage,
            on,
            start,
            months: Some(months),
            leakage,
        },
    )
}

fn prices() -> BasePrices {
    BasePrices { mine: Some(400.0), refined: Some(1000.0), magnet: Some(1600.0) }
}

fn world(market: &Market, values: &Values, shocks: &[Shock], period: f64) -> World {
    let stages = linked_stages(market, None);
    let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
    World::at_rest(market, &stages, prices(), values, &gates(shocks, &ids), period)
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn the_base_year_is_a_solution(market in market()) {
        let values = values();
        for (shocks, period) in [(vec![], 1.0), (vec![], MONTH)] {
            let world = world(&market, &values, &shocks, period);
            let mut found = world.prices.clone();
            let (status, _) = Solver::new(&world.network).solve(&world.network, &mut found, &Settings::default());
            prop_assert_eq!(status, Status::Solved);
            for (now, rest) in found.iter().zip(&world.prices) {
                prop_assert!((now / rest - 1.0).abs() < 1e-9, "{} after {}", now, rest);
            }
        }
    }

    #[test]
    fn every_crisis_clears_and_balances(market in market(), shocks in vec(shock(), 1..4)) {
        let values = values();
        let world = world(&market, &values, &shocks, MONTH);
        let found = run(&world, &values, &shocks, 10, &[]);
        prop_assert!(found.is_ok(), "{:?}", found.err());
        // a static year with the same shocks balances at every node
        let mut network = world.network.clone();
        apply(&shocks, 2, &world, &values, &mut network);
        let mut at = world.prices.clone();
        prop_assert_eq!(World::clear(&mut Solver::new(&network), &network, &mut at), Status::Solved);
        let size = at.len();
        let (mut net, mut throughput, mut least) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
        network.imbalance(&at, &mut net, &mut throughput);
        network.least_throughput(&at, 1e-12, &mut least);
        for i in 0..size {
            prop_assert!(net[i].abs() <= 1e-12 * throughput[i].max(least[i]), "{} of {}", net[i], throughput[i]);
        }
    }

    #[test]
    fn when_a_shock_is_over_its_network_is_the_one_at_rest(market in market(), shock in shock()) {
        let values = values();
        let shocks = [Shock { months: Some(1), start: 0, ..shock }];
        let world = world(&market, &values, &shocks, 1.0);
        let mut network = world.network.clone();
        apply(&shocks, 1, &world, &values, &mut network);
        prop_assert_eq!(network, world.network);
    }

    #[test]
    fn a_tighter_quota_never_lowers_the_price_outside(
        market in market_with_imports_from(1),
        low in 0.0..1.0f64,
        high in 0.0..1.0f64,
    ) {
        // one stage, and a supplier that buys nothing: who sells to it would suffer from its low price
        let stages = market.stages.last().cloned().into_iter().collect();
        let market = Market { stages, recovery: None, magnet_yield: None, ..market };
        let values = values();
        let price = |share: f64| {
            let shocks = [Shock {
                measure: Measure::Quota { share },
                by: CountryId(0),
                stage: None,
                on: Vec::new(),
                start: 0,
                months: None,
                leakage: Some(0.0),
            }];
            let world = world(&market, &values, &shocks, 1.0);
            let mut network = world.network.clone();
            apply(&shocks, 0, &world, &values, &mut network);
            let mut at = world.prices.clone();
            let status = World::clear(&mut Solver::new(&network), &network, &mut at);
            (status, at, world)
        };
        let (tight, at_tight, world) = price(low.min(high));
        let (loose, at_loose, _) = price(low.max(high));
        prop_assert_eq!((tight, loose), (Status::Solved, Status::Solved));
        for (i, place) in world.places.iter().enumerate() {
            // only prices that somebody pays are determined
            if place.gate || world.roles[i].demand.is_none() {
                continue;
            }
            let rest = world.prices[i];
            if place.country == CountryId(0) {
                prop_assert!(at_tight[i] <= at_loose[i] + 1e-6 * rest, "inside {} {}", at_tight[i], at_loose[i]);
            } else {
                prop_assert!(at_tight[i] >= at_loose[i] - 1e-6 * rest, "outside {} {}", at_tight[i], at_loose[i]);
            }
        }
    }

    #[test]
    fn units_do_not_matter(market in market(), shock in shock()) {
        let values = values();
        let shocks = [shock];
        let scaled = |factor: f64| {
            let mut market = market.clone();
            for balance in &mut market.stages {
                for node in &mut balance.nodes {
                    node.items.iter_mut().for_each(|(_, datum)| datum.value *= factor);
                }
                balance.flows.iter_mut().for_each(|flow| flow.datum.value *= factor);
            }
            let world = world(&market, &values, &shocks, MONTH);
            run(&world, &values, &shocks, 6, &[])
        };
        let (plain, large) = (scaled(1.0), scaled(1024.0));
        prop_assert!(plain.is_ok() && large.is_ok());
        if let (Ok(plain), Ok(large)) = (plain, large) {
            for (a, b) in plain.outside.iter().zip(&large.outside) {
                prop_assert!((a / b - 1.0).abs() < 1e-6, "{} {}", a, b);
            }
        }
    }
}
