//! The facts of the article that the program answers to, from the data.

use adit_api::Session;

fn session() -> Session {
    Session::open(None).expect("the data inside the program can be read")
}

#[test]
fn sixty_materials_are_on_the_us_list_of_2025() {
    let session = session();
    let list = session.reference().lists.iter().find(|list| list.id == "us_2025").expect("the list is there");
    assert_eq!(list.entries.len(), 60);
    assert!(list.entries.iter().all(|entry| entry.material.is_some()));
}

#[test]
fn earlier_and_european_lists_are_there_with_their_dates() {
    let session = session();
    let lists: Vec<(&str, &str)> = session.reference().lists.iter().map(|list| (list.id.as_str(), list.date.as_str())).collect();
    for (id, year) in [
        ("us_2018", "2018"),
        ("us_2022", "2022"),
        ("us_2025", "2025"),
        ("eu_critical_2024", "2024"),
        ("eu_strategic_2024", "2024"),
    ] {
        assert!(lists.iter().any(|(found, date)| *found == id && date.starts_with(year)), "{id} of {year}: {lists:?}");
    }
}

#[test]
fn sixteen_are_not_mined_in_the_united_states_each_with_its_reason() {
    // "more than a dozen of them are not mined in the US at all"; 16 by our reading of the Mineral Commodity Summaries 2026
    let session = session();
    let mut not_mined = Vec::new();
    for (_, material) in session.reference().materials.listed() {
        let Some(us) = &material.united_states else { continue };
        if us.not_mined {
            assert!(!us.reason_en.is_empty() && !us.reason_de.is_empty(), "{} has a reason", material.id);
            not_mined.push(material.id.as_str());
        }
    }
    assert_eq!(not_mined.len(), 16, "{not_mined:?}");
}

#[test]
fn china_mines_seventy_percent_of_rare_earths_and_refines_nine_tenths() {
    // USGS 2026: 270,000 of 380,000 t mined, 0.71; the balance adds output that only trade shows (Laos). IEA 2025: 0.913 refined.
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let reference = session.reference();
    let market = baseline.market(reference.materials.by_id("rare_earths").expect("the group is there")).expect("reconciled");
    let china = reference.countries.by_iso3("CHN").expect("the list has China");
    let share = |stage: usize| {
        let balance = &market.stages[stage];
        balance.counted_output(balance.node(china).expect("China makes it")) / balance.world_output()
    };
    assert!((share(0) - 0.71).abs() < 0.03, "mine {}", share(0));
    assert!((share(1) - 0.913).abs() < 0.01, "refined {}", share(1));
}
