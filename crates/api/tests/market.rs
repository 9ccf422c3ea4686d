//! The market model on the data inside the program: the base year is reproduced, and shocks do what they must.

use adit_analysis::what_if::{Question, trajectory};
use adit_api::Session;
use adit_vocab::baseline::Item;
use adit_vocab::country::Party;

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
