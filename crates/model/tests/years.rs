//! The years: a world to which nothing happens stays as it is, measures that are off change nothing bit for bit, and a plant that
//! runs moves price and share.

#[allow(dead_code, reason = "the tests of the instruments use more of it")]
mod shipped;

use adit_model::policy::makes_contracts;
use adit_vocab::policy::{Behaviour, Package, Price, Terms};
use adit_vocab::project::Status;
use adit_vocab::stage::Stage;

/// One of each instrument.
fn instruments() -> Vec<Terms> {
    let price = Price::OverBase(2.0);
    vec![
        Terms::Floor { price, returned: 0.3, inside: false, years: 10.0 },
        Terms::Permitting { factor: 0.5 },
        Terms::Equity { part: 0.3, rate: 0.02 },
        Terms::Loan { part: 0.6, rate: 0.01, years: 15.0, guarantee: false },
        Terms::Loan { part: 0.6, rate: 0.01, years: 15.0, guarantee: true },
        Terms::Offtake { part: 0.5, price, years: 10.0 },
        Terms::ReferencePrice { price },
        Terms::Recycling { part: 0.1, years: 5.0, usd_per_t: 10.0 },
        Terms::Substitution { part: 0.1, years: 5.0, usd_per_t: 10.0 },
        Terms::Reserve { days: 60.0, years: 3.0, trigger: 1.5, shared: false },
        Terms::Control { share: 0.2 },
        Terms::Restraint,
        Terms::Zone { rate: 0.2 },
    ]
}

#[test]
fn nothing_happens_to_a_world_that_grows_evenly() {
    let shipped = shipped::Shipped::new();
    for market in shipped.baseline.markets.iter().flatten() {
        let id = &shipped.reference.materials.get(market.material).id;
        let found = shipped.follow(id, &[], &Package::default(), 0.03, false);
        let first = &found.years[0];
        for year in &found.years {
            for price in [year.outside, year.inside].into_iter().flatten() {
                assert!((price - 1.0).abs() < 1e-6, "{id} {}: {price}", year.year);
            }
            for (share, before) in year.shares.iter().zip(&first.shares) {
                let gap = share.unwrap_or(0.0) - before.unwrap_or(0.0);
                assert!(gap.abs() < 1e-6, "{id} {}: {gap}", year.year);
            }
        }
        // and the share is the one the baseline states
        let china = shipped.country("CHN");
        for (stage, share) in found.stages.iter().zip(&first.shares) {
            let balance = market.stage(*stage).expect("the stage");
            let known = balance.node(china).map_or(0.0, |node| balance.counted_output(node)) / balance.world_output();
            assert!((share.unwrap_or(0.0) - known).abs() < 1e-3, "{id} {stage}: {share:?} against {known}");
        }
    }
}

#[test]
fn a_measure_outside_its_years_or_its_places_is_off_bit_for_bit() {
    let shipped = shipped::Shipped::new();
    for (material, stage, country) in [("gallium", Stage::Refined, "AUS"), ("tungsten", Stage::Mine, "KOR")] {
        let plant = shipped.project(material, stage, country, Status::Feasibility);
        let flood = Behaviour::Flood { from: 2028, until: 2032 };
        let base = shipped.follow(material, &[&plant], &shipped::package(Vec::new(), flood), 0.02, true);
        for terms in instruments() {
            let mut elsewhere = shipped::policy(terms, 2025, None);
            elsewhere.countries = vec![shipped.country("ISL")];
            let mut other = shipped::policy(terms, 2025, None);
            other.materials = vec![shipped.market("copper").material];
            let mut unnamed = shipped::policy(terms, 2025, None);
            unnamed.projects = vec!["another plant".to_owned()];
            let mut off = vec![shipped::policy(terms, 2046, None), shipped::policy(terms, 2000, Some(2024)), other];
            // what changes the market means no single plant
            if makes_contracts(&terms) || matches!(terms, Terms::Permitting { .. }) {
                off.extend([elsewhere, unnamed]);
            }
            for off in off {
                let mut found = shipped.follow(material, &[&plant], &shipped::package(vec![off], flood), 0.02, true);
                for year in &mut found.years {
                    assert_eq!(year.cash.iter().map(|cash| cash.paid + cash.received).sum::<f64>(), 0.0);
                    year.cash.clear();
                }
                assert_eq!(found, base, "{material}: {terms:?}");
            }
        }
    }
}

#[test]
fn a_plant_that_runs_lowers_price_and_share() {
    let shipped = shipped::Shipped::new();
    for (material, stage, country) in
        [("gallium", Stage::Refined, "AUS"), ("tungsten", Stage::Mine, "KOR"), ("neodymium", Stage::Magnet, "DEU")]
    {
        let plant = shipped.project(material, stage, country, Status::RampUp);
        let found = shipped.follow(material, &[&plant], &Package::default(), 0.0, false);
        // near the end of its life
        let last = &found.years[2040 - 2025];
        assert!(last.outside.expect("users") < 0.999, "{material}: {:?}", last.outside);
        let at = found.stages.iter().position(|known| *known == stage).expect("the stage");
        assert!(last.shares[at].expect("output") < found.years[0].shares[at].expect("output") - 0.01, "{material}");
        let made = &found.plants[0].output[2040 - 2025];
        assert!(*made > 0.5 * found.plants[0].tonnes && *made <= found.plants[0].tonnes * (1.0 + 1e-9), "{material}: {made}");
    }
}
