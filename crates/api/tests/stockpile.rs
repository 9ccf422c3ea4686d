//! The stockpile on the data that ship: certificate, simple rules at any budget, more stock never hurts.

use adit_analysis::stockpile::Stockpile;
use adit_api::Session;

fn answer(session: &Session, who: &str, budget: &str, materials: &[&str]) -> Stockpile {
    let materials: Vec<String> = materials.iter().map(|name| (*name).to_owned()).collect();
    let request = session.stockpile_request(who, budget, &materials, None).expect("a request");
    session.stockpile(&request, &|| ()).expect("an answer")
}

/// By-products, bulk, precious and rare earths: enough for every branch, few enough for a test.
const MATERIALS: [&str; 6] = ["gallium", "cobalt", "ruthenium", "dysprosium", "copper", "yttrium"];

#[test]
fn certificate_and_rules_hold_at_every_budget() {
    let session = Session::open(None).expect("data");
    for budget in ["5m", "40m", "200m", "12bn"] {
        let found = answer(&session, "USA", budget, &MATERIALS);
        assert!(found.certificate < 0.01, "{budget}: {}", found.certificate);
        let gain: f64 = found.holdings.iter().map(|holding| holding.gain).sum();
        let net = gain - found.spent;
        assert!(net > 0.0, "{budget}");
        for rule in &found.rules {
            assert!(
                net >= rule.gain - rule.spent - 1e-6 * net,
                "{budget} {:?}: {} against {net}",
                rule.id,
                rule.gain - rule.spent
            );
        }
        for step in found.curve.windows(2) {
            assert!(step[1].gain - step[1].spent >= step[0].gain - step[0].spent - 1e-6, "more budget brings less");
            assert!(step[1].next <= step[0].next + 1e-9, "the next dollar brings more after more were spent");
        }
        // what does not pay is refused
        for holding in found.holdings.iter().filter(|holding| holding.tonnes == 0.0) {
            assert!(holding.next.is_none_or(|next| next <= found.next.max(1.0) + 1e-9), "{budget}: {holding:?}");
        }
    }
}

#[test]
fn a_stock_never_raises_the_loss_and_copper_is_refused() {
    let session = Session::open(None).expect("data");
    let found = answer(&session, "DEU", "1bn", &MATERIALS);
    for holding in &found.holdings {
        assert!(holding.expected.1 <= holding.expected.0 * (1.0 + 1e-9), "{holding:?}");
        assert!(holding.tonnes > 0.0 || holding.expected.0 == holding.expected.1);
    }
    let copper = session.materials_asked(&["copper".to_owned()], "--material").expect("copper")[0];
    let copper = found.holdings.iter().find(|holding| holding.material == copper).expect("it has a price");
    assert!(copper.tonnes == 0.0 && copper.next.is_some_and(|next| next < 1.0), "{copper:?}");
    // together an industry loses no more than apart
    assert!(found.joint.together.0 <= found.joint.apart.0 * (1.0 + 1e-9));
}

#[test]
fn a_material_without_a_price_is_no_data() {
    let session = Session::open(None).expect("data");
    let found = answer(&session, "USA", "1bn", &["thulium"]);
    assert!(found.holdings.is_empty() && found.unknown.len() == 1, "{found:?}");
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let session = Session::open(None).expect("data");
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| answer(&session, "USA", "1bn", &["gallium", "cobalt"]))
    };
    assert_eq!(on(1), on(2));
}
