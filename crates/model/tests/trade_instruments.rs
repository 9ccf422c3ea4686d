//! Instruments of trade by hand on real markets: export controls, restraint from them, a preferential zone, shared stocks.

#[allow(dead_code, reason = "the tests of the years use more of it")]
mod shipped;

use std::collections::BTreeMap;

use adit_model::world::Way;
use adit_vocab::country::CountryId;
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Behaviour, Package, Policy, Terms};
use adit_vocab::stage::Stage;
use shipped::{Shipped, package, policy};

const PASSIVE: Behaviour = Behaviour::Passive;
const PRICE: f64 = 1000.0;

/// Trade of a year by exporter and importer at the last stage, and the price at each importer.
#[derive(Clone, Debug, Default, PartialEq)]
struct Trade {
    flows: BTreeMap<(CountryId, CountryId), f64>,
    leaked: BTreeMap<CountryId, f64>,
    prices: BTreeMap<CountryId, f64>,
    used: BTreeMap<CountryId, f64>,
    /// Tonnes that each country's stock gives, that all stocks give, and what they earn.
    stock: BTreeMap<CountryId, f64>,
    released: f64,
    earned: f64,
}

impl Trade {
    fn from(&self, by: CountryId) -> f64 {
        self.flows.iter().filter(|((from, _), _)| *from == by).map(|(_, flow)| flow).sum()
    }
}

fn seen(shipped: &Shipped, material: &str, package: &Package) -> (Pathway, Vec<Trade>) {
    let mut seen = Vec::new();
    let path = shipped.watched(material, &[], package, 0.0, false, |years| {
        let world = years.world();
        let (network, prices) = years.cleared();
        let mut trade = Trade::default();
        for (way, arc) in world.ways.iter().zip(&network.arcs) {
            let (from, to) = (world.places[arc.tail], world.places[arc.head]);
            let flow = arc.flow(prices[arc.tail], prices[arc.head]);
            if from.stage == world.last && *way == Way::Trade {
                *trade.flows.entry((from.country, to.country)).or_default() += flow;
            } else if from.stage == world.last && *way == Way::Leak {
                *trade.leaked.entry(from.country).or_default() += flow;
            }
        }
        for (node, place) in world.places.iter().enumerate().filter(|(_, place)| place.stage == world.last && !place.gate) {
            let at = |at: usize| network.nodes[node].responses[at].value(prices[node]);
            trade.prices.insert(place.country, prices[node]);
            trade.used.extend(world.roles[node].demand.map(|role| (place.country, -at(role))));
            trade.stock.extend(world.roles[node].reserve.map(|role| (place.country, at(role))));
        }
        for (node, role) in world.roles.iter().enumerate().filter_map(|(node, roles)| Some((node, roles.reserve?))) {
            let released = network.nodes[node].responses[role].value(prices[node]);
            trade.released += released;
            trade.earned += released * prices[node];
        }
        seen.push(trade);
    });
    (path, seen)
}

fn close(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{what}: {found} against {expected}");
}

/// Years by position: 2025 is 0.
fn at(year: i32) -> usize {
    usize::try_from(year - 2025).expect("a year that is followed")
}

/// A measure of some countries against others.
fn by(terms: Terms, years: (i32, Option<i32>), countries: &[CountryId], on: &[CountryId]) -> Policy {
    Policy { countries: countries.to_vec(), on: on.to_vec(), ..policy(terms, years.0, years.1) }
}

/// The same path without what each measure paid.
fn without_cash(path: &Pathway) -> Pathway {
    let mut path = path.clone();
    path.years.iter_mut().for_each(|year| year.cash.clear());
    path
}

#[test]
fn a_control_by_the_supplier_is_its_restriction_bit_for_bit() {
    let shipped = Shipped::new();
    let china = shipped.country("CHN");
    for material in ["gallium", "tungsten"] {
        let control = by(Terms::Control { share: 0.4 }, (2027, Some(2030)), &[china], &[]);
        let (path, trade) = seen(&shipped, material, &package(vec![control], PASSIVE));
        let behaviour = Behaviour::Restrict { from: 2027, until: 2030, share: 0.4 };
        let (expected, known) = seen(&shipped, material, &package(Vec::new(), behaviour));
        assert_eq!(without_cash(&path), expected, "{material}");
        assert_eq!(trade, known, "{material}");
        assert!(path.years.iter().all(|year| year.cash[0].paid == 0.0 && year.cash[0].received == 0.0), "no treasury pays");
    }
}

#[test]
fn a_control_on_everyone_is_one_quantity_and_its_years_are_its_own() {
    let shipped = Shipped::new();
    let (controls, share) = (shipped.country("CHL"), 0.3);
    let (_, bare) = seen(&shipped, "copper", &package(Vec::new(), PASSIVE));
    let control = by(Terms::Control { share }, (2028, Some(2029)), &[controls], &[]);
    let (path, trade) = seen(&shipped, "copper", &package(vec![control], PASSIVE));
    let exported = bare[0].from(controls);
    for year in 2028..=2029 {
        let now = &trade[at(year)];
        // 0.3 by licence; a quarter of what is held back leaks where the price outside is above that inside by the base price
        let leaked = now.leaked[&controls];
        close(now.from(controls), share * exported + leaked, "allowed and leaked");
        assert!(leaked > 0.0 && leaked <= 0.25 * (1.0 - share) * exported * (1.0 + 1e-9), "{leaked}");
        assert!(path.years[at(year)].outside.expect("users") > 1.05, "{year}");
        assert!(now.prices[&controls] < PRICE, "it is left with its own");
    }
    for year in 2025..2028 {
        close(path.years[at(year)].outside.expect("users"), 1.0, "nothing before");
        close(trade[at(year)].from(controls), exported, "nothing before");
    }
    assert!(trade[at(2030)].from(controls) > 0.9 * exported, "free again");
    assert!(trade[at(2030)].leaked[&controls] == 0.0);
}

#[test]
fn a_control_on_some_holds_each_relation_and_leaves_others_alone() {
    let shipped = Shipped::new();
    let (chile, usa, china) = (shipped.country("CHL"), shipped.country("USA"), shipped.country("CHN"));
    let (bare, free) = seen(&shipped, "copper", &package(Vec::new(), PASSIVE));
    let ban = by(Terms::Control { share: 0.0 }, (2028, None), &[chile], &[usa]);
    let (path, trade) = seen(&shipped, "copper", &package(vec![ban], PASSIVE));
    let at_rest = free[0].flows[&(chile, usa)];
    for year in 2028..=2045 {
        // seven tenths get round a control on some
        assert!(trade[at(year)].flows[&(chile, usa)] <= 0.7 * at_rest * (1.0 + 1e-9), "{year}");
    }
    assert!(trade[at(2028)].flows[&(chile, china)] > free[at(2028)].flows[&(chile, china)]);
    assert!(trade[at(2028)].prices[&usa] > trade[at(2028)].prices[&china]);
    // it needs no gate: the years before are the same bit for bit
    assert_eq!(trade[..at(2028)], free[..at(2028)]);
    assert_eq!(path.years[at(2027)].outside, bare.years[at(2027)].outside);
}

#[test]
fn a_restraint_keeps_trade_among_members_and_only_that() {
    let shipped = Shipped::new();
    let (chile, usa, china) = (shipped.country("CHL"), shipped.country("USA"), shipped.country("CHN"));
    let ban = by(Terms::Control { share: 0.0 }, (2028, Some(2033)), &[chile], &[]);
    let restraint = by(Terms::Restraint, (2026, Some(2030)), &[chile, usa], &[]);
    let run = |policies: Vec<Policy>| seen(&shipped, "copper", &package(policies, PASSIVE));
    let (_, free) = run(Vec::new());
    let (_, banned) = run(vec![ban.clone()]);
    let (path, spared) = run(vec![ban, restraint.clone()]);
    let at_rest = |to: CountryId| free[0].flows[&(chile, to)];
    for year in 2028..=2030 {
        let (without, with) = (&banned[at(year)], &spared[at(year)]);
        assert!(with.flows[&(chile, usa)] >= at_rest(usa), "{year}: members are served");
        assert!(without.flows[&(chile, usa)] < 0.7 * at_rest(usa), "{year}: without it they are not");
        assert!(with.prices[&usa] < without.prices[&usa], "{year}");
        // who is no member is held as before, with the same leak
        assert!(with.flows[&(chile, china)] <= 0.25 * at_rest(china) * (1.0 + 1e-9), "{year}");
    }
    for year in 2031..=2033 {
        assert!(spared[at(year)].flows[&(chile, usa)] < 0.7 * at_rest(usa), "{year}: it has ended");
    }
    assert!(path.years.iter().flat_map(|year| &year.cash).all(|cash| cash.paid == 0.0 && cash.received == 0.0));
    // where nobody bans there is nothing to refrain from, whatever the feared supplier does
    let cut = Behaviour::CutOff { from: 2030 };
    let everyone = by(Terms::Restraint, (2026, None), &[chile, usa, china], &[]);
    let (alone, _) = seen(&shipped, "copper", &package(vec![everyone], cut));
    let (none, _) = seen(&shipped, "copper", &package(Vec::new(), cut));
    assert_eq!(without_cash(&alone), none, "off bit for bit");
}

#[test]
fn a_zone_pays_its_treasury_a_part_of_the_base_price_on_what_comes_from_outside() {
    let shipped = Shipped::new();
    let (usa, japan) = (shipped.country("USA"), shipped.country("JPN"));
    let zone = |rate, years| by(Terms::Zone { rate }, years, &[usa, japan], &[]);
    for behaviour in [PASSIVE, Behaviour::Flood { from: 2029, until: 2033 }] {
        let run = |policies: Vec<Policy>| seen(&shipped, "gallium", &package(policies, behaviour));
        let (bare, free) = run(Vec::new());
        let (nothing, unmoved) = run(vec![zone(0.0, (2025, None))]);
        assert_eq!((without_cash(&nothing), unmoved), (bare.clone(), free.clone()), "a rate of 0 changes nothing bit for bit");
        let (path, trade) = run(vec![zone(0.2, (2027, Some(2035)))]);
        let member = |country: CountryId| country == usa || country == japan;
        for (i, year) in path.years.iter().enumerate() {
            let in_force = (2027..=2035).contains(&year.year);
            let from_outside: f64 =
                trade[i].flows.iter().filter(|((from, to), _)| member(*to) && !member(*from)).map(|(_, flow)| flow).sum();
            let expected = if in_force { 0.2 * PRICE * from_outside } else { 0.0 };
            close(year.cash[0].received, expected, "the tariff, flow by flow");
            assert_eq!(year.cash[0].paid, 0.0);
            assert!(!in_force || expected > 0.0);
        }
        assert_eq!(trade[..at(2027)], free[..at(2027)], "silent before its first year");
        let (with, without) = (&trade[at(2027)], &free[at(2027)]);
        let inner = |trade: &Trade| trade.flows[&(japan, usa)] + trade.flows[&(usa, japan)];
        assert!(inner(with) > inner(without), "members trade more with each other");
        assert!(with.prices[&usa] > without.prices[&usa], "and pay more");
    }
}

#[test]
fn a_zone_acts_at_the_stage_it_names() {
    let shipped = Shipped::new();
    let usa = shipped.country("USA");
    let run = |stage| {
        let zone = Policy { stage, ..by(Terms::Zone { rate: 0.2 }, (2027, None), &[usa], &[]) };
        seen(&shipped, "tungsten", &package(vec![zone], PASSIVE)).0.years[at(2027)].cash[0].received
    };
    let (all, mine, refined) = (run(None), run(Some(Stage::Mine)), run(Some(Stage::Refined)));
    assert!(mine > 0.0 && refined > 0.0 && all > mine.max(refined), "{all}, {mine}, {refined}");
}

#[test]
fn a_shared_stock_answers_a_stop_on_one_member() {
    let mut shipped = Shipped::new();
    // nothing gets round the stop
    shipped.parameters.leakage_named.value = 0.0;
    let (usa, japan) = (shipped.country("USA"), shipped.country("JPN"));
    let material = "antimony";
    let (_, free) = seen(&shipped, material, &package(Vec::new(), PASSIVE));
    let sellers: Vec<CountryId> = free[0].flows.keys().filter(|(_, to)| *to == usa).map(|(from, _)| *from).collect();
    let stop = by(Terms::Control { share: 0.0 }, (2030, Some(2031)), &sellers, &[usa]);
    let stock = |shared| {
        let terms = Terms::Reserve { days: 180.0, years: 2.0, trigger: 1.5, shared };
        by(terms, (2026, Some(2027)), &[usa, japan], &[])
    };
    let run = |shared| seen(&shipped, material, &package(vec![stop.clone(), stock(shared)], PASSIVE));
    let ((apart, own), (path, pool)) = (run(false), run(true));
    let (alone, together) = (&own[at(2030)], &pool[at(2030)]);
    assert!(alone.stock[&usa] > 0.0 && alone.stock[&japan] == 0.0, "Japan's own stock waits for a price in Japan");
    assert!(together.released > 1.2 * alone.released, "{} after {}", together.released, alone.released);
    assert!(together.used[&usa] > 1.03 * alone.used[&usa], "the United States have more");
    assert!(together.prices[&usa] < 0.7 * alone.prices[&usa], "and pay less");
    assert!(together.used[&japan] > 0.999 * alone.used[&japan], "Japan has what it had");
    for (path, trade) in [(&apart, &own), (&path, &pool)] {
        for (year, trade) in path.years.iter().zip(trade) {
            close(year.cash[1].received, trade.earned, "the treasury gets what it sells");
        }
    }
    // both buy alike, half a year of both members' use at prices that the purchase moves by some per cent, and sell no more
    let bought = |path: &Pathway| path.years.iter().map(|year| year.cash[1].paid).sum::<f64>();
    let planned = (free[0].used[&usa] + free[0].used[&japan]) * 180.0 / 365.0;
    close(bought(&path), bought(&apart), "the price of both");
    assert!(bought(&path) > planned * PRICE && bought(&path) < 1.3 * planned * PRICE, "{planned}");
    let sold: f64 = pool.iter().map(|trade| trade.released).sum();
    assert!(sold > 0.9 * planned && sold <= planned * (1.0 + 1e-9), "{sold} of {planned}");
}
