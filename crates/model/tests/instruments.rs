//! Every instrument by hand, on the flows of real markets: what it pays is what its page says, to the cent.

#[allow(dead_code, reason = "the tests of the years use more of it")]
mod shipped;

use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Behaviour, Package, Price, Terms};
use adit_vocab::project::{Project, Status};
use adit_vocab::stage::Stage;
use shipped::{Shipped, package, policy};

const FLOOD: Behaviour = Behaviour::Flood { from: 2029, until: 2033 };
/// Money a tonne at base prices in these tests.
const PRICE: f64 = 1000.0;

/// A pathway with the price at which its only plant sells, the price inside, and the plant's shipments to the United States.
fn seen(shipped: &Shipped, material: &str, plant: &Project, package: &Package) -> (Pathway, Vec<(f64, f64, f64)>) {
    let mut seen = Vec::new();
    let usa = shipped.country("USA");
    let path = shipped.watched(material, &[plant], package, 0.0, false, |years| {
        let world = years.world();
        let stage = plant.row.stage;
        let own = world.node(stage, plant.country).expect("the plant's node");
        let inside = world.node(stage, shipped.country("CHN")).expect("China");
        let (network, prices) = years.cleared();
        let sent = network.arcs.iter().filter(|arc| arc.tail == own && Some(arc.head) == world.node(stage, usa));
        let sent = sent.map(|arc| arc.flow(prices[arc.tail], prices[arc.head])).sum();
        seen.push((prices[own], prices[inside], sent));
    });
    (path, seen)
}

fn close(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{what}: {found} against {expected}");
}

/// A gallium plant in Australia, and a tungsten mine in Korea.
fn plants(shipped: &Shipped, status: Status) -> [(&'static str, Project); 2] {
    [
        ("gallium", shipped.project("gallium", Stage::Refined, "AUS", status)),
        ("germanium", shipped.project("germanium", Stage::Refined, "CAN", status)),
    ]
}

#[test]
fn a_floor_pays_what_is_missing_and_takes_its_part_of_what_is_above() {
    let shipped = Shipped::new();
    for inside in [false, true] {
        for (material, plant) in plants(&shipped, Status::RampUp) {
            let terms = Terms::Floor { price: Price::OverBase(0.95), returned: 0.3, inside, years: 10.0 };
            let (path, seen) = seen(&shipped, material, &plant, &package(vec![policy(terms, 2027, Some(2030))], FLOOD));
            let (mut paid, mut received) = (0.0, 0.0);
            for (i, year) in path.years.iter().enumerate() {
                let reference = if inside { seen[i].1 } else { seen[i].0 };
                let gap = 0.95 * PRICE - reference;
                // made in 2027, when it runs: ten years, to the end of 2036
                let made = if (2027..2037).contains(&year.year) { path.plants[0].output[i] } else { 0.0 };
                close(year.cash[0].paid, gap.max(0.0) * made, "paid");
                close(year.cash[0].received, 0.3 * (-gap).max(0.0) * made, "received");
                paid += year.cash[0].paid;
                received += year.cash[0].received;
            }
            assert!(paid > 0.0 && received > 0.0, "{material}: both happen, {paid} and {received}");
        }
    }
}

#[test]
fn a_plant_under_a_floor_runs_where_another_is_shut() {
    let shipped = Shipped::new();
    for (material, plant) in plants(&shipped, Status::RampUp) {
        let dear = Project { row: dearer(&plant, 0.9), ..plant.clone() };
        let terms = Terms::Floor { price: Price::OverBase(1.2), returned: 0.3, inside: false, years: 10.0 };
        let (bare, _) = seen(&shipped, material, &dear, &package(Vec::new(), FLOOD));
        let (covered, _) = seen(&shipped, material, &dear, &package(vec![policy(terms, 2026, None)], FLOOD));
        let in_2031 = |path: &Pathway| path.plants[0].output[6];
        assert!(in_2031(&bare) < 0.01 * dear.tonnes().expect("a published size"), "{material}: shut without, {}", in_2031(&bare));
        assert!(
            in_2031(&covered) > 0.9 * dear.tonnes().expect("a published size"),
            "{material}: runs with, {}",
            in_2031(&covered)
        );
        // no contract, no payment
        assert!(bare.years.iter().all(|year| year.cash.is_empty()));
    }
}

fn dearer(plant: &Project, opex: f64) -> adit_vocab::project::ProjectRow {
    adit_vocab::project::ProjectRow { opex_usd_per_t: Some(opex * PRICE), ..plant.row.clone() }
}

/// A plant that is decided on at once: its capital is half of the value of what it makes in a year.
fn cheap(plant: &Project) -> (Project, f64) {
    let tonnes = plant.tonnes().expect("a capacity");
    let capital = 0.5 * PRICE * tonnes;
    let row = adit_vocab::project::ProjectRow { capex_usd_m: Some(capital / 1e6), part: Some(1.0), ..plant.row.clone() };
    (Project { row, ..plant.clone() }, capital)
}

#[test]
fn permits_in_half_or_double_their_time_move_the_first_output_by_half_or_all_of_it() {
    let shipped = Shipped::new();
    for (material, plant) in plants(&shipped, Status::Feasibility) {
        let (plant, _) = cheap(&plant);
        let first = |factor: Option<f64>| {
            let policies = factor.map(|factor| policy(Terms::Permitting { factor }, 2025, None)).into_iter().collect();
            let path = shipped.follow(material, &[&plant], &package(policies, Behaviour::Passive), 0.0, false);
            assert!(path.years.iter().flat_map(|year| &year.cash).all(|cash| cash.net() == 0.0), "no figure, no cost");
            path.plants[0].first_output.expect("it starts")
        };
        let (fast, base, slow) = (first(Some(0.25)), first(None), first(Some(3.0)));
        // permits of a refinery take 1.5 years in the middle: ready in mid 2026, decided at the end of it; a quarter of that is
        // early 2025, three times is mid 2029
        assert_eq!((fast - base, slow - base), (-1, 3), "{material}");
    }
}

#[test]
fn equity_costs_its_part_of_the_capital_and_earns_its_rate() {
    let shipped = Shipped::new();
    let (part, rate) = (0.3, 0.05);
    for (material, plant) in plants(&shipped, Status::Financing) {
        let (plant, planned) = cheap(&plant);
        let terms = Terms::Equity { part, rate };
        let (path, _) = seen(&shipped, material, &plant, &package(vec![policy(terms, 2025, None)], Behaviour::Passive));
        let capital = planned * 1.4;
        let paid: f64 = path.years.iter().map(|year| year.cash[0].paid).sum();
        close(paid, part * capital, "all its part, with the overrun");
        // decided at the end of 2025, built for 2 x 1.25 years: from mid 2028 on it earns
        for year in &path.years {
            let due = match year.year {
                ..2028 => 0.0,
                2028 => 0.5,
                _ => 1.0,
            };
            close(year.cash[0].received, due * part * rate * capital, "the return");
        }
    }
}

#[test]
fn a_loan_comes_back_and_a_guarantee_costs_nothing_where_the_plant_earns() {
    let shipped = Shipped::new();
    let (part, rate, years) = (0.6, 0.03, 10.0);
    for (material, plant) in plants(&shipped, Status::Financing) {
        let (plant, planned) = cheap(&plant);
        let loan = |guarantee| Terms::Loan { part, rate, years, guarantee };
        let run = |terms| seen(&shipped, material, &plant, &package(vec![policy(terms, 2025, None)], Behaviour::Passive)).0;
        let path = run(loan(false));
        let lent = part * planned * 1.4;
        // built for 2 years and a quarter more, ramp-up of 3
        let waits = 3.0 + 0.5 * 2.0 * 1.25;
        let yearly = lent * (1.0 + rate).powf(waits) * rate / (1.0 - (1.0 + rate).powf(-years));
        let sum = |path: &Pathway, received: bool| -> f64 {
            path.years.iter().map(|year| if received { year.cash[0].received } else { year.cash[0].paid }).sum()
        };
        close(sum(&path, false), lent, "lent");
        close(sum(&path, true), yearly * years, "repaid in ten equal sums");
        let guaranteed = run(loan(true));
        assert_eq!((sum(&guaranteed, false), sum(&guaranteed, true)), (0.0, 0.0), "{material}: nothing is called");
        // when the plant is pushed out of the market, the lender loses
        let dear = Project { row: dearer(&plant, 0.85), ..plant.clone() };
        let terms = loan(true);
        let behind = package(vec![policy(terms, 2025, None)], Behaviour::Flood { from: 2028, until: 2045 });
        let lost = seen(&shipped, material, &dear, &behind).0;
        if lost.plants[0].first_output.is_some() {
            assert!(sum(&lost, false) > 0.9 * yearly * years, "{material}: the guarantee is called");
        }
    }
}

#[test]
fn offtake_binds_shipments_and_its_buyers_pay_the_difference() {
    let shipped = Shipped::new();
    let (part, agreed) = (0.5, 1.1);
    for (material, plant) in plants(&shipped, Status::RampUp) {
        let terms = Terms::Offtake { part, price: Price::OverBase(agreed), years: 10.0 };
        let (path, seen) = seen(&shipped, material, &plant, &package(vec![policy(terms, 2027, None)], FLOOD));
        let mut paid = 0.0;
        for (i, year) in path.years.iter().enumerate() {
            let in_force = (2027..2037).contains(&year.year);
            let made = if in_force { path.plants[0].output[i] } else { 0.0 };
            close(year.cash[0].paid, part * (agreed * PRICE - seen[i].0).max(0.0) * made, "paid by the buyers");
            assert_eq!(year.cash[0].received, 0.0);
            if in_force && year.year > 2030 {
                assert!(
                    seen[i].2 >= part * plant.tonnes().expect("a published size") * (1.0 - 1e-9),
                    "{material}: {} shipped",
                    seen[i].2
                );
            }
            paid += year.cash[0].paid;
        }
        assert!(paid > 0.0, "{material}");
    }
}
