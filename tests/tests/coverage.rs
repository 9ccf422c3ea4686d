//! How much of the world the baseline covers, and that it is in balance.

use adit_api::Session;

fn session() -> Session {
    Session::open(None).expect("the data inside the program can be read")
}

#[test]
fn every_listed_material_has_a_page_and_output_or_an_explicit_none() {
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let mut without = Vec::new();
    let mut count = 0;
    for (id, material) in session.reference().materials.listed() {
        count += 1;
        assert!(!material.limits.en.is_empty() && !material.limits.de.is_empty(), "{} says what limits its data", material.id);
        match baseline.market(id) {
            Some(market) => assert!(market.stages.iter().all(|stage| stage.world_output() > 0.0), "{}", material.id),
            None => without.push(material.id.as_str()),
        }
    }
    assert_eq!(count, 60);
    assert_eq!(without, ["cesium", "rubidium"], "nobody publishes their output by country");
}

#[test]
fn fifty_materials_have_output_by_country_at_one_stage_and_thirty_at_both() {
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let (mut one, mut both, mut both_on_old_shares, mut magnets) = (0, 0, 0, 0);
    for (id, _) in session.reference().materials.listed() {
        let Some(market) = baseline.market(id) else { continue };
        one += 1;
        if market.stages.len() >= 2 {
            both += 1;
            magnets += usize::from(market.magnet_yield.is_some());
            both_on_old_shares += usize::from(market.stages.iter().any(|stage| stage.quality.old_shares));
        }
    }
    assert_eq!(one, 58);
    assert_eq!(both, 33);
    assert_eq!(magnets, 4, "and the third stage");
    assert_eq!(both_on_old_shares, 11, "counted separately: a stage rests on EU shares of 2016 to 2020");
}

#[test]
fn grade_counts_are_those_of_the_book() {
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let mut counts = std::collections::BTreeMap::new();
    let mut old_shares = 0;
    for (id, _) in session.reference().materials.listed() {
        let market = baseline.market(id);
        *counts.entry(market.and_then(|market| market.grade()).map_or("none", |grade| grade.letter())).or_insert(0) += 1;
        old_shares += usize::from(market.is_some_and(|market| market.stages.iter().any(|stage| stage.quality.old_shares)));
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("B", 4), ("C", 26), ("D", 28), ("none", 2)]);
    assert_eq!(old_shares, 14, "materials with a stage on EU shares of 2016 to 2020");
    let page = include_str!("../../book/src/reference/coverage.md");
    assert!(page.contains("| 0 | 4 | 26 | 28 | 2 |"), "book/src/reference/coverage.md shows the counts");
}

#[test]
fn every_market_is_in_balance() {
    let checked = session().check().expect("the data can be read");
    assert!(checked.failed.is_empty(), "{:?}", checked.failed);
    assert!(checked.worst < 1e-9, "largest imbalance {} of world output", checked.worst);
    assert_eq!(checked.markets, 59, "58 materials and the rare earths together");
}

#[test]
fn good_grades_keep_world_output_and_published_us_use() {
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let mut good = 0;
    for market in baseline.markets.iter().flatten() {
        let id = &session.reference().materials.get(market.material).id;
        for stage in &market.stages {
            let quality = &stage.quality;
            if !["A", "B"].contains(&quality.grade.letter()) {
                continue;
            }
            good += 1;
            assert!(quality.moved_world < 0.02, "{id}: world output moved by {}", quality.moved_world);
            if let Some(ratio) = quality.us_use_ratio {
                assert!((ratio - 1.0).abs() < 0.10, "{id}: US use is {ratio} of the published figure");
            }
        }
    }
    assert!(good >= 8, "only {good} stages are graded A or B");
}

#[test]
fn secondary_only_cases_are_right() {
    // US lead: no primary refinery since 2013, about 1 Mt from scrap; US antimony: smelter output mostly from batteries.
    let session = session();
    let baseline = session.baseline().expect("the baseline can be read");
    let reference = session.reference();
    let usa = reference.countries.by_iso3("USA").expect("the list has the USA");
    for (name, least) in [("lead", 0.9), ("antimony", 0.5)] {
        let market = baseline.market(reference.materials.by_id(name).expect("listed")).expect("reconciled");
        let refined = market.stages.last().expect("has a refined stage");
        let node = refined.node(usa).expect("the USA refine it");
        let part = |word: &str| node.items.iter().find(|(item, _)| item.id() == word).map_or(0.0, |(_, datum)| datum.value);
        let share = part("secondary") / part("output");
        assert!(share > least, "{name}: {share} of US output from scrap");
    }
}
