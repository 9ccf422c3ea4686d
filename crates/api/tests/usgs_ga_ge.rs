//! A full stop of China's exports of gallium and germanium against what the US Geological Survey published (Nassar et al.,
//! Open-File Report 2024-1057). Nothing is tuned to it; the book shows what comes out.

use adit_api::Session;
use adit_api::what_if::WhatIfRequest;
use adit_vocab::scenario::{ScenarioText, ShockText};

#[test]
fn look() {
    let session = Session::open(None).expect("data");
    for name in ["gallium", "germanium"] {
        let shock = ShockText { kind: "ban".to_owned(), by: "CHN".to_owned(), months: Some(12), ..ShockText::default() };
        let text = ScenarioText { material: name.to_owned(), horizon: Some(12), shock: vec![shock] };
        let scenario = session.scenario_checked(&text, None).expect("a scenario");
        let request = WhatIfRequest { scenario, importer: session.party("USA", "--for").expect("a party") };
        let answer = session.what_if(&request).expect("an answer");
        let losses = answer.losses.expect("a price");
        println!("{name} price mean {:?}", answer.central.outside.iter().sum::<f64>() / 12.0);
        println!("market {:?}", losses.market);
        let users = losses.users.expect("industries");
        println!("users {:?} {:?}", users.0, users.1);
        let economy = losses.economy.expect("table");
        println!("economy {:.3e} {:?}", economy.0.iter().sum::<f64>(), economy.1);
        let inside =
            |low: f64, high: f64| losses.draws.iter().filter(|draw| draw.1.is_some_and(|d| d >= low && d <= high)).count();
        println!("in band {} of {}", inside(1.7e9, 8.2e9), losses.draws.len());
        let mut all: Vec<f64> = losses.draws.iter().filter_map(|d| d.1).collect();
        all.sort_by(f64::total_cmp);
        println!("{:?}", all.iter().map(|x| (x / 1e6).round()).collect::<Vec<_>>());
    }
}
