//! Mine, refinery and magnets cleared together, on the neodymium that ships.

use adit_data::files::FileSet;
use adit_data::{read_baseline, read_parameters, read_prices, read_reference};
use adit_model::crisis::{Crisis, MONTH};
use adit_model::disruption::{apply, gates};
use adit_model::world::{BasePrices, Way, World, linked_stages};
use adit_solver::market::{Solver, Status};
use adit_vocab::baseline::{Item, Market};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::Values;
use adit_vocab::reference::Reference;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

struct Neodymium {
    reference: Reference,
    market: Market,
    prices: BasePrices,
    values: Values,
}

fn neodymium() -> Neodymium {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("the data inside the program is right");
    let baseline = read_baseline(&files, &reference).expect("there is a baseline");
    let id = reference.materials.by_id("neodymium").expect("a material");
    let rows = read_prices(&files, &reference).expect("there are prices");
    let of = |stage| {
        let mut rows = rows.iter().filter(|row| row.material == "neodymium" && row.stage == stage && row.year == baseline.year);
        rows.find_map(|row| row.usd_per_t)
    };
    Neodymium {
        market: baseline.market(id).expect("it has a market").clone(),
        prices: BasePrices { mine: of(Stage::Mine), refined: of(Stage::Refined), magnet: of(Stage::Magnet) },
        values: read_parameters(&files).expect("there are parameters").of(reference.materials.get(id)).values(),
        reference,
    }
}

impl Neodymium {
    fn country(&self, iso3: &str) -> CountryId {
        self.reference.countries.by_iso3(iso3).expect("a country")
    }

    fn world(&self, shocks: &[Shock]) -> World {
        let stages = linked_stages(&self.market, None);
        let ids: Vec<Stage> = stages.iter().map(|balance| balance.stage).collect();
        World::at_rest(&self.market, &stages, self.prices, &self.values, &gates(shocks, &ids), MONTH)
    }

    /// The Chinese stop of magnets, on some or on everyone.
    fn stop(&self, on: &[&str]) -> Shock {
        Shock {
            measure: Measure::ExportBan,
            by: self.country("CHN"),
            stage: Some(Stage::Magnet),
            on: on.iter().map(|iso3| self.country(iso3)).collect(),
            start: 0,
            months: None,
            leakage: None,
        }
    }
}

#[test]
fn the_base_year_is_found_again_from_other_prices() {
    let neodymium = neodymium();
    let world = neodymium.world(&[]);
    let stages: Vec<Stage> = linked_stages(&neodymium.market, Some(Stage::Magnet)).iter().map(|stage| stage.stage).collect();
    assert_eq!(stages, Stage::ALL);
    let mut found: Vec<f64> = world.prices.iter().enumerate().map(|(i, price)| price * [0.9, 1.05, 1.2][i % 3]).collect();
    assert_eq!(World::clear(&mut Solver::new(&world.network), &world.network, &mut found), Status::Solved);
    let (mut net, mut throughput) = (vec![0.0; found.len()], vec![0.0; found.len()]);
    world.network.imbalance(&found, &mut net, &mut throughput);
    for (((now, rest), place), through) in found.iter().zip(&world.prices).zip(&world.places).zip(&throughput) {
        // where nothing is made, traded or used there is no price to find
        if *through <= 0.0 {
            continue;
        }
        assert!((now / rest - 1.0).abs() < 1e-9, "{place:?}: {now} instead of {rest}");
    }
    for ((arc, flow), way) in world.network.arcs.iter().zip(&world.flows).zip(&world.ways) {
        let now = arc.flow(found[arc.tail], found[arc.head]);
        let size = flow.max(1e-4 * neodymium.market.stages[0].world_output() * MONTH);
        assert!((now - flow).abs() < 1e-7 * size, "{way:?} {:?}: {now} instead of {flow}", world.places[arc.head]);
    }
}

#[test]
fn magnets_are_made_of_what_is_refined() {
    let neodymium = neodymium();
    let world = neodymium.world(&[]);
    let china = neodymium.country("CHN");
    let (refined, magnets) = (world.node(Stage::Refined, china), world.node(Stage::Magnet, china));
    let made = world
        .ways
        .iter()
        .zip(&world.network.arcs)
        .zip(&world.flows)
        .find(|((way, arc), _)| **way == Way::Refinery && Some(arc.tail) == refined && Some(arc.head) == magnets);
    let ((_, arc), flow) = made.expect("China makes magnets");
    let feed = neodymium.market.stage(Stage::Refined).and_then(|stage| stage.node(china)).map(|node| node.tonnes(Item::Feed));
    assert_eq!(Some(*flow), feed.map(|feed| feed * MONTH));
    assert_eq!(Some(arc.gain), neodymium.market.magnet_yield);
    // who uses refined material for other things keeps a demand of its own
    assert!(refined.is_some_and(|node| world.roles[node].demand.is_some()));
    // a tonne in magnets is worth more than what goes into it
    assert!(magnets.zip(refined).is_some_and(|(out, into)| arc.gain * world.prices[out] > world.prices[into]));
}

#[test]
fn a_stop_of_magnets_hurts_the_united_states_and_cheapens_chinese_ore() {
    let neodymium = neodymium();
    for on in [vec!["USA"], vec![]] {
        let shocks = [neodymium.stop(&on)];
        let world = neodymium.world(&shocks);
        let at = |stage, iso3| world.node(stage, neodymium.country(iso3)).expect("a node");
        let users = at(Stage::Magnet, "USA");
        // one clearing, before anybody buys ahead
        let mut network = world.network.clone();
        apply(&shocks, 0, &world, &neodymium.values, &mut network);
        let mut prices = world.prices.clone();
        assert_eq!(World::clear(&mut Solver::new(&network), &network, &mut prices), Status::Solved);
        let ratio = |node: usize| prices[node] / world.prices[node];
        assert!(ratio(users) > 1.0 + 1e-3, "{on:?}: magnets at {}", ratio(users));
        for stage in Stage::ALL {
            assert!(ratio(at(stage, "CHN")) <= 1.0 + 1e-9, "{on:?}: {stage} inside at {}", ratio(at(stage, "CHN")));
        }
        let mut crisis = Crisis::new(&world, &neodymium.values, &shocks);
        let before = crisis_use(&world, users);
        for month in 0..6 {
            crisis.step().expect("it clears");
            assert!(crisis.used(users) < before * (1.0 - 1e-3), "month {month}: {} of {before}", crisis.used(users));
        }
    }
}

fn crisis_use(world: &World, node: usize) -> f64 {
    let at = world.roles[node].demand.expect("magnets are used there");
    -world.network.nodes[node].responses[at].value(world.prices[node])
}

#[test]
fn a_stop_of_magnets_is_not_a_stop_of_oxides() {
    let neodymium = neodymium();
    let price = |stage| {
        let shocks = [Shock { stage: Some(stage), ..neodymium.stop(&[]) }];
        let world = neodymium.world(&shocks);
        let mut crisis = Crisis::new(&world, &neodymium.values, &shocks);
        for _ in 0..6 {
            crisis.step().expect("it clears");
        }
        crisis.ratio(world.node(Stage::Magnet, neodymium.country("USA")).expect("a node"))
    };
    // magnets go on leaving China while only oxides are held back
    assert!(price(Stage::Magnet) > price(Stage::Refined));
}
