//! Instruments that change the market, by hand on real markets: what each does and what it costs.

#[allow(dead_code, reason = "the tests of the years use more of it")]
mod shipped;

use adit_vocab::baseline::Item;
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Behaviour, Package, Policy, Price, Terms};
use shipped::{Shipped, package, policy};

const FLOOD: Behaviour = Behaviour::Flood { from: 2029, until: 2033 };
const PRICE: f64 = 1000.0;

fn close(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{what}: {found} against {expected}");
}

/// Flows with the price where they come from.
type Flows = Vec<(f64, f64)>;

/// A pathway of gallium; use of the United States by year, imports from outside by year with the price where they come from.
fn seen(shipped: &Shipped, package: &Package, growth: f64) -> (Pathway, Vec<f64>, Vec<Flows>) {
    let usa = shipped.country("USA");
    let (mut used, mut imports) = (Vec::new(), Vec::new());
    let path = shipped.watched("gallium", &[], package, growth, false, |years| {
        let world = years.world();
        let node = world.node(world.last, usa).expect("the United States use it");
        let (network, prices) = years.cleared();
        let at = world.roles[node].demand.expect("a use");
        used.push(-network.nodes[node].responses[at].value(prices[node]));
        let into = network.arcs.iter().filter(|arc| arc.head == node);
        imports.push(into.map(|arc| (arc.flow(prices[arc.tail], prices[arc.head]), prices[arc.tail])).collect());
    });
    (path, used, imports)
}

#[test]
fn a_reference_price_at_the_base_price_acts_only_in_a_flood() {
    let shipped = Shipped::new();
    let tariff = |over| policy(Terms::ReferencePrice { price: Price::OverBase(over) }, 2025, None);
    let (bare, _, _) = seen(&shipped, &package(Vec::new(), Behaviour::Passive), 0.0);
    let (calm, _, _) = seen(&shipped, &package(vec![tariff(1.0)], Behaviour::Passive), 0.0);
    for (year, known) in calm.years.iter().zip(&bare.years) {
        close(year.outside.expect("users"), known.outside.expect("users"), "nothing changes at rest");
        assert!(year.cash[0].received.abs() < 1e-6 * PRICE);
    }
    let (flooded, _, imports) = seen(&shipped, &package(vec![tariff(1.0)], FLOOD), 0.0);
    for (year, flows) in flooded.years.iter().zip(&imports) {
        let expected: f64 = flows.iter().map(|(flow, price)| flow * (PRICE - price).max(0.0)).sum();
        close(year.cash[0].received, expected, "the tariff");
        assert_eq!(year.cash[0].paid, 0.0);
        let in_flood = (2029..=2033).contains(&year.year);
        if in_flood {
            assert!(expected > 0.0, "{}: the border price is below the reference", year.year);
        }
    }
    // inside the zone the price stays nearer to the reference than without
    let (open, _, _) = seen(&shipped, &package(Vec::new(), FLOOD), 0.0);
    let in_2031 = |path: &Pathway| path.years[6].inside.expect("China uses it");
    assert!(in_2031(&open) < 0.9 && in_2031(&flooded) < 0.9, "the flood is there");
}

#[test]
fn substitution_saves_its_part_in_steps_and_costs_by_the_tonne() {
    let shipped = Shipped::new();
    let terms = Terms::Substitution { part: 0.2, years: 4.0, usd_per_t: 500.0 };
    let (_, base, _) = seen(&shipped, &package(Vec::new(), Behaviour::Passive), 0.0);
    let (path, used, _) = seen(&shipped, &package(vec![policy(terms, 2027, Some(2040))], Behaviour::Passive), 0.0);
    let at_rest = base[0];
    for (i, year) in path.years.iter().enumerate() {
        let running = f64::from(year.year - 2026);
        let part = if (2027..=2040).contains(&year.year) { 0.2 * (running / 4.0).min(1.0) } else { 0.0 };
        // prices fall a little, and a little more is used
        assert!((used[i] / (at_rest * (1.0 - part)) - 1.0).abs() < 0.01, "{}: {} of {at_rest}", year.year, used[i]);
        close(year.cash[0].paid, 500.0 * part * at_rest, "cost");
    }
}

#[test]
fn recycling_supplies_its_part_and_grows_with_use() {
    let shipped = Shipped::new();
    let terms = Terms::Recycling { part: 0.1, years: 2.0, usd_per_t: 300.0 };
    let (base, used, _) = seen(&shipped, &package(Vec::new(), Behaviour::Passive), 0.02);
    let (path, _, _) = seen(&shipped, &package(vec![policy(terms, 2026, None)], Behaviour::Passive), 0.02);
    for (i, year) in path.years.iter().enumerate() {
        let phase = (f64::from(year.year - 2025) / 2.0).clamp(0.0, 1.0);
        close(year.cash[0].paid, 300.0 * 0.1 * phase * used[0] * year.growth, "cost");
        if year.year > 2026 {
            assert!(year.outside < base.years[i].outside, "{}: more supply, lower price", year.year);
        }
    }
}

#[test]
fn a_reserve_is_bought_at_the_price_of_the_day_and_sold_when_it_is_dear() {
    let shipped = Shipped::new();
    let (days, years) = (120.0, 3.0);
    let terms = Terms::Reserve { days, years, trigger: 1.5, shared: false };
    let stop = Behaviour::CutOff { from: 2032 };
    let growth = 0.03;
    let (bare, base, _) = seen(&shipped, &package(Vec::new(), stop), growth);
    // it is sold also after the years in which it may be bought
    let (path, used, _) = seen(&shipped, &package(vec![policy(terms, 2026, Some(2029))], stop), growth);
    let bought: f64 = path.years.iter().map(|year| year.cash[0].paid).sum();
    // days of the use of the year in which they are bought
    let planned: f64 = (2026..2029).map(|year| base[0] * 1.03f64.powi(year - 2024) * days / 365.0 / years * PRICE).sum();
    assert!(bought > 0.99 * planned && bought < 1.3 * planned, "{bought} for {planned}");
    for year in &path.years {
        let buys = (2026..2029).contains(&year.year);
        assert_eq!(year.cash[0].paid > 0.0, buys, "{}", year.year);
    }
    // all tonnes that were bought are sold, no more: in the stop, at the price of the stop
    let in_stop = path.years[2032 - 2025].outside.expect("users") * PRICE;
    let tonnes = planned / PRICE;
    let received = path.years[2032 - 2025].cash[0].received;
    assert!(received < 1.1 * tonnes * in_stop && received > 0.5 * tonnes * in_stop, "{received} of {}", tonnes * in_stop);
    // it is sold in the stop, dearer than it was bought, and the users have more
    let sold: f64 = path.years.iter().map(|year| year.cash[0].received).sum();
    assert!(sold > 1.5 * bought, "{sold} for {bought}");
    let in_2032 = 2032 - 2025;
    assert!(used[in_2032] > base[in_2032] * 1.01, "{} against {}", used[in_2032], base[in_2032]);
    assert!(path.years[in_2032].outside < bare.years[in_2032].outside);
}

#[test]
fn a_reserve_stands_where_its_countries_are() {
    let shipped = Shipped::new();
    let reserve = |of: &str| Policy {
        countries: vec![shipped.country(of)],
        ..policy(Terms::Reserve { days: 365.0, years: 1.0, trigger: 1.5, shared: false }, 2026, None)
    };
    let in_2026 = |of: &str| seen(&shipped, &package(vec![reserve(of)], Behaviour::Passive), 0.0).0.years[1].cash[0].paid;
    let (usa, japan) = (in_2026("USA"), in_2026("JPN"));
    // a year's use each, at a price that the purchase itself moves a little
    let used = |of: &str| {
        let stage = shipped.market("gallium").stages.last().expect("a stage");
        stage.node(shipped.country(of)).expect("it uses gallium").tonnes(Item::Use)
    };
    let ratio = (japan / usa) / (used("JPN") / used("USA"));
    assert!((0.8..1.25).contains(&ratio), "{japan} and {usa}: {ratio}");
}

#[test]
fn a_measure_for_another_material_is_off_bit_for_bit() {
    let shipped = Shipped::new();
    let zinc = shipped.market("zinc").material;
    let price = Price::OverBase(1.5);
    let policies = [
        Terms::Reserve { days: 60.0, years: 3.0, trigger: 1.5, shared: false },
        Terms::Recycling { part: 0.1, years: 2.0, usd_per_t: 0.0 },
        Terms::Substitution { part: 0.1, years: 2.0, usd_per_t: 0.0 },
        Terms::ReferencePrice { price },
        Terms::Control { share: 0.2 },
        Terms::Restraint,
        Terms::Zone { rate: 0.2 },
    ];
    let policies = policies.map(|terms| Policy { materials: vec![zinc], ..policy(terms, 2025, None) }).to_vec();
    let (bare, bare_used, _) = seen(&shipped, &package(Vec::new(), FLOOD), 0.0);
    let (path, used, _) = seen(&shipped, &package(policies, FLOOD), 0.0);
    assert_eq!(used, bare_used);
    for (year, known) in path.years.iter().zip(&bare.years) {
        assert_eq!((year.outside, year.inside, &year.shares), (known.outside, known.inside, &known.shares));
    }
}
