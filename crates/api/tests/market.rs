//! The market model on the data inside the program: the base year is reproduced, and shocks do what they must.

use adit_analysis::what_if::{Question, trajectory};
use adit_api::Session;
use adit_vocab::baseline::Item;
use adit_vocab::country::Party;
use adit_vocab::stage::Stage;

/// The base year is a solution to this relative precision.
const EXACT: f64 = 1e-9;

#[test]
fn without_a_shock_every_month_is_the_base_year() {
    let session = Session::open(None).expect("the data inside the program is right");
    let baseline = session.baseline().expect("there is a baseline");
    let nobody = Party { id: String::new(), name: Default::default(), members: Vec::new() };
    let mut checked = 0;
    for market in baseline.markets.iter().flatten() {
        let parameters = session.parameters_of(market.material).expect("parameters");
        let prices = session.base_prices(market.material).expect("prices");
        let question =
            Question { market, prices, parameters: &parameters, shocks: &[], months: 3, importer: &nobody, industries: None };
        let found = trajectory(&question, &parameters.values()).expect("a market at rest clears");
        let balance = market.stage(found.stage).expect("the stage that is bought");
        for user in &found.users {
            let used = balance.node(user.country).map_or(0.0, |node| node.tonnes(Item::Use));
            for month in 0..3 {
                assert!((user.price[month] - 1.0).abs() < EXACT, "{:?} price {}", market.material, user.price[month]);
                assert!((12.0 * user.used[month] - used).abs() < EXACT * used, "{} of {used}", 12.0 * user.used[month]);
            }
        }
        for route in &found.routes {
            assert!((route.total - 3.0 * route.base).abs() <= EXACT * balance.world_output());
        }
        checked += 1;
    }
    assert!(checked >= 57, "{checked} markets");
}

#[test]
fn magnets_leave_the_refined_stage_as_it_was() {
    let session = Session::open(None).expect("the data inside the program is right");
    let baseline = session.baseline().expect("the baseline can be read");
    let materials = &session.reference().materials;
    let taken = |id: &str, country| {
        let stage = baseline.market(materials.by_id(id).expect("known")).and_then(|market| market.stage(Stage::Refined));
        stage.and_then(|stage| stage.node(country)).map_or(0.0, |node| node.tonnes(Item::Feed) + node.tonnes(Item::Use))
    };
    let members = &materials.get(materials.by_id("rare_earths").expect("the group")).members;
    for iso3 in ["CHN", "JPN", "USA", "DEU", "PHL"] {
        let country = session.reference().countries.by_iso3(iso3).expect("a country");
        let (group, sum) = (taken("rare_earths", country), members.iter().map(|id| taken(id, country)).sum::<f64>());
        assert!(group > 0.0 && (sum / group - 1.0).abs() < 1e-9, "{iso3}: {sum} of {group}");
    }
}
