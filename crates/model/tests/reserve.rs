//! A public stockpile in a crisis: without stock nothing changes bit for bit, with it the asker lacks less, and what is released
//! is what is missing from it.

#[allow(dead_code, reason = "the comparison uses more of it")]
mod real;

use adit_model::crisis::{Crisis, MONTH};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Text;

fn party(members: Vec<CountryId>) -> Party {
    Party { id: String::new(), name: Text::default(), members }
}

/// What the party lacks in a year, with some months of its use in stock; and what is left.
fn lacking(stop: &real::Stop, party: &Party, months: Option<f64>) -> (Vec<f64>, f64, f64) {
    let mut world = stop.world(MONTH);
    if months.is_some() {
        world.add_reserve(party, 1.5);
    }
    let shocks = stop.shocks();
    let values = stop.values();
    let mut crisis = Crisis::new(&world, values, &shocks);
    let own: Vec<usize> = (0..world.places.len())
        .filter(|&node| {
            world.places[node].stage == world.last && !world.places[node].gate && party.has(world.places[node].country)
        })
        .collect();
    let used: f64 = own.iter().map(|&node| at_rest(&world, node)).sum();
    let held = months.unwrap_or(0.0) * used;
    if months.is_some() {
        crisis.hold(held, 6.0);
    }
    let (mut prices, mut missing) = (Vec::new(), 0.0);
    for _ in 0..12 {
        crisis.step().expect("it clears");
        prices.extend_from_slice(crisis.prices());
        missing += own.iter().map(|&node| (at_rest(&world, node) - crisis.used(node)).max(0.0)).sum::<f64>();
    }
    (prices, missing, if months.is_some() { held - crisis.reserve() } else { 0.0 })
}

fn at_rest(world: &adit_model::world::World, node: usize) -> f64 {
    world.roles[node].demand.map_or(0.0, |at| -world.network.nodes[node].responses[at].value(world.prices[node]))
}

#[test]
fn no_stock_changes_nothing_and_more_stock_never_hurts() {
    let all = real::all();
    let mut looked_at = 0;
    for stop in all.iter().filter(|stop| stop.name.ends_with("CHN") || stop.name.ends_with("ZAF")).step_by(4) {
        let world = stop.world(MONTH);
        // the largest user that is not the supplier asks
        let users = (0..world.places.len())
            .filter(|&node| world.places[node].stage == world.last && world.places[node].country != stop.by());
        let Some(node) = users.max_by(|&a, &b| at_rest(&world, a).total_cmp(&at_rest(&world, b))) else { continue };
        let party = party(vec![world.places[node].country]);
        let without = lacking(stop, &party, None);
        let empty = lacking(stop, &party, Some(0.0));
        assert_eq!(without.0, empty.0, "{}: an empty stock is no stock, bit for bit", stop.name);
        let mut last = without.1;
        for months in [0.5, 2.0, 6.0] {
            let with = lacking(stop, &party, Some(months));
            assert!(
                with.1 <= last * (1.0 + 1e-9) + 1e-12,
                "{}: {months} months in stock, {} missing after {last}",
                stop.name,
                with.1
            );
            let held = months * at_rest(&world, node);
            assert!(with.2 >= -1e-9 * held && with.2 <= held * (1.0 + 1e-9), "{}", stop.name);
            last = with.1;
        }
        looked_at += 1;
    }
    assert!(looked_at >= 10, "{looked_at}");
}
