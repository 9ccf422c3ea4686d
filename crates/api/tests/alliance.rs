//! The alliance on what ships: what all add is shared out whole, standard errors are small, and the question makes sense for
//! others than the United States.

use adit_api::session::Session;

fn session() -> Session {
    Session::open(None).expect("the data inside the program is right")
}

/// Largest standard error, as a part of what all partners add.
const LARGEST_ERROR: f64 = 0.02;

#[test]
fn fifty_partners_share_out_what_they_add() {
    let session = session();
    let all: Vec<String> = session.reference().blocs.iter().map(|bloc| bloc.id.clone()).collect();
    let countries = ["AUS", "BRA", "KAZ", "COD", "IND", "IDN", "MYS", "PHL", "ZAF", "CHL", "PER", "ZMB", "MAR", "TUR", "UKR"];
    let with: Vec<String> = all.into_iter().chain(countries.map(str::to_owned)).collect();
    let request = session.alliance_request("USA", "CHN", &with, &[], 0.9).expect("a question");
    assert!(request.partners.iter().any(|partner| partner.id == "EU"), "the Union is one partner");
    let found = session.alliance(&request).expect("an answer");
    let (alone, together, most) = found.worth;
    assert!(alone < together && together < most);
    let sum: f64 = found.worths.iter().map(|worth| worth.shapley).sum();
    assert!((sum - (together - alone)).abs() < 1e-6 * together, "{sum} of {}", together - alone);
    for worth in &found.worths {
        assert!(worth.error < LARGEST_ERROR * (together - alone), "{:?}", worth);
    }
    // the smallest alliance reaches what it is to reach with fewer than all
    let smallest = found.smallest.expect("it is reached");
    assert!(!smallest.is_empty() && smallest.len() < request.partners.len());
    // the next partner is nobody inside
    let (next, added) = found.next.expect("somebody adds something");
    assert!(added > 0.0 && request.partners.iter().all(|partner| !partner.has(next)));
}

#[test]
fn who_asks_is_no_partner_and_everything_wrong_is_named_at_once() {
    let session = session();
    let request = session.alliance_request("DEU", "CHN", &["EU".to_owned(), "Japan".to_owned()], &[], 0.9).expect("a question");
    assert!(request.partners.iter().all(|partner| !partner.members.contains(&request.importer.members[0])));
    let wrong = session.alliance_request("CHN", "CHN", &["Atlantis".to_owned()], &["unobtainium".to_owned()], 1.5);
    assert!(wrong.expect_err("four faults").len() >= 3);
}
