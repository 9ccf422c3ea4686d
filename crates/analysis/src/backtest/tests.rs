//! The back-test on events made up for the test.

use adit_vocab::country::CountryId;
use adit_vocab::event::{Event, EventRole, MeasureKind, PastMeasure, Period, PricePoint, Side};
use adit_vocab::figure::Figure;
use adit_vocab::material::{MaterialId, Materials};
use adit_vocab::parameters::{Parameters, StockClass};

use super::past::{at_points, market, run, shocks};
use super::*;

fn figure(value: f64) -> Figure {
    Figure {
        value,
        low: None,
        high: None,
        assumption: false,
        source: String::new(),
        locator: None,
        note: None,
        year: None,
        bound: None,
    }
}

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// China made 80 % and used 50 %: the others need 50 % and get 30 % from it.
fn event(kind: MeasureKind, share: Option<f64>) -> Event {
    let point = |at: &str| PricePoint { side: Side::Outside, ratio: 2.0, since: period("2023"), at: period(at) };
    Event {
        id: "made_up".into(),
        cluster: "made_up".into(),
        role: EventRole::Counted,
        material: MaterialId(0),
        by: CountryId(7),
        announced: period("2024-01").first,
        measures: vec![PastMeasure { kind, share, from: Some(period("2024-01").first), until: None }],
        output_share: figure(0.8),
        use_share: figure(0.5),
        world_output: Some(1200.0),
        base_price: None,
        stocks: StockClass::Unknown,
        hindsight: false,
        points: vec![point("2024-01-31"), point("2024-03")],
    }
}

/// Demand of elasticity one half, and nothing else that could respond.
fn rigid() -> Values {
    let parameters: Parameters = toml::from_str(include_str!("../../../../data/model.toml")).expect("the parameters can be read");
    Values {
        demand_short: 0.5,
        demand_adjustment: 0.0,
        supply_short: 0.0,
        spare_capacity: 0.0,
        capacity_adjustment: 0.0,
        choke_price: 1e6,
        stock_cover: 0.0,
        leakage_all: 0.0,
        kappa: 1e-6,
        ..parameters.values()
    }
}

#[test]
fn the_world_of_the_year_before_is_in_balance() {
    let event = event(MeasureKind::Ban, None);
    let market = market(&event, 0.5);
    let balance = &market.stages[0];
    // 960 t made, 600 t used, 360 t to the others, who make 240 t and use 600 t
    assert!((balance.flows[0].datum.value - 360.0).abs() < 1e-9);
    let no_shock = run(&event, &rigid(), 0.5, &[]).expect("a market at rest clears");
    assert!(no_shock.outside.iter().chain(&no_shock.inside).all(|price| (price - 1.0).abs() < 1e-9), "{no_shock:?}");
}

#[test]
fn a_quota_in_a_two_country_world_by_hand() {
    // The quota lets half of 30 out: the others have 20 + 15 = 35 of 50. Price = (35/50)^(-1/0.5) = (10/7)^2 = 2.0408.
    let event = event(MeasureKind::Quota, Some(0.5));
    let path = run(&event, &rigid(), 0.5, &shocks(&event)).expect("clears");
    let expected = (10.0f64 / 7.0).powi(2);
    assert!((path.outside[0] - expected).abs() < 1e-4, "{}", path.outside[0]);
    assert!(path.inside[0] < 0.7, "what stays at home makes the price fall: {}", path.inside[0]);
    assert_eq!(path.allowed, [0.5, 0.5, 0.5]);
    let ratios = at_points(&event, &path);
    assert!((ratios[1] - path.outside[2]).abs() < 1e-12, "March is the third month");
}

#[test]
fn an_outage_is_missing_to_everyone() {
    // 25 % of 80 is lost: the world has 80 of 100 at one price (100/80)^2 = 1.5625
    let event = event(MeasureKind::Outage, Some(0.25));
    let path = run(&event, &rigid(), 0.5, &shocks(&event)).expect("clears");
    for price in [path.outside[0], path.inside[0]] {
        assert!((price - 1.5625).abs() < 1e-4, "{path:?}");
    }
}

#[test]
fn a_ban_that_never_comes_lets_everything_out() {
    let mut event = event(MeasureKind::Ban, None);
    event.measures[0].from = None;
    let path = run(&event, &rigid(), 0.5, &shocks(&event)).expect("clears");
    assert!(path.allowed.iter().all(|share| *share == 1.0));
    assert!(path.outside.iter().all(|price| (price - 1.0).abs() < 1e-9), "{path:?}");
}

#[test]
fn measures_that_follow_each_other_count_once() {
    let mut event = event(MeasureKind::Ban, None);
    event.measures[0].until = Some(period("2024-02").first);
    event.measures.push(PastMeasure {
        kind: MeasureKind::Quota,
        share: Some(0.5),
        from: Some(period("2024-02").first),
        until: None,
    });
    let path = run(&event, &rigid(), 0.5, &shocks(&event)).expect("clears");
    assert_eq!(path.allowed, [0.0, 0.5, 0.5]);
}

#[test]
fn years_are_means_of_their_months() {
    let mut event = event(MeasureKind::Ban, None);
    event.announced = period("2023-12").first;
    event.points[0].at = period("2024");
    event.points[0].since = period("2023");
    // December 2023 is the month of the announcement and counts as before; of 2024 the first two months stand at 3
    let mut outside = vec![9.0, 3.0, 3.0];
    outside.extend([1.0; 10]);
    let ratios = at_points(&event, &Path { outside, inside: Vec::new(), allowed: Vec::new() });
    assert!((ratios[0] - 16.0 / 12.0).abs() < 1e-12, "{ratios:?}");
}

#[test]
fn rivals_by_hand() {
    let event = event(MeasureKind::Ban, None);
    // all of 30 out of the 50 that the others use is lost: 1 + 0.6 / 0.4 = 2.5
    let case = Case::new(&event, &[0.0, 0.0, 0.0]);
    assert!(case.lost.iter().all(|lost| (lost - 0.6).abs() < 1e-12), "{:?}", case.lost);
    let linear = Rival::Linear.ratios(&case, &[]);
    assert!(linear.iter().all(|ratio| (ratio - 2.5).abs() < 1e-12), "{linear:?}");
    // every other outside price is 2, so that is the multiple; and 0.4^(-1/e) = 2 at e = ln(0.4) / ln(0.5) = 1.32
    let fitted = Rival::Multiplier.ratios(&case, &[&case]);
    assert!(fitted.iter().all(|ratio| (ratio - 2.0).abs() < 1e-12));
    let elastic = Rival::IsoElastic.ratios(&case, &[&case]);
    assert!(elastic.iter().all(|ratio| (ratio - 2.0).abs() < 0.1), "{elastic:?}");
    assert_eq!(Rival::Constant.ratios(&case, &[]), [1.0, 1.0]);
}

#[test]
fn no_event_is_no_error() {
    let materials = Materials::default();
    let parameters: Parameters = toml::from_str(include_str!("../../../../data/model.toml")).expect("the parameters can be read");
    let found = backtest(&Question { events: &[], materials: &materials, parameters: &parameters, draws: 2 });
    let found = found.expect("an empty answer");
    assert!(found.events.is_empty() && found.summary.is_empty() && found.mechanisms.iter().all(|(_, error)| *error == 0.0));
}
