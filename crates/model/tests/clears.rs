//! Every market that ships clears in every month, whatever its suppliers do.

#[allow(dead_code, reason = "the comparison uses more of it")]
mod real;

use adit_vocab::scenario::Measure;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::test_runner::RngSeed;

/// In `cargo test` one stop in so many is run; with `ORACLE=all` every one.
const EVERY: usize = 12;

fn every() -> usize {
    if std::env::var("ORACLE").is_ok_and(|value| value == "all") { 1 } else { EVERY }
}

#[test]
fn after_a_full_outage_or_a_ban() {
    for stop in real::all().iter().step_by(every()) {
        for measure in [Measure::Outage { share: 1.0 }, Measure::ExportBan] {
            let found = stop.crisis(&[(measure, false)], 12);
            assert!(found.is_ok(), "{} {measure:?}: {found:?}", stop.name);
        }
    }
}

fn measure() -> impl Strategy<Value = Measure> {
    let part = || prop_oneof![Just(0.0), Just(1.0), 0.0..1.0f64];
    prop_oneof![
        Just(Measure::ExportBan),
        part().prop_map(|share| Measure::Quota { share }),
        (0.0..6.0f64, part(), 0.0..6.0f64).prop_map(|(stop, recovery, ramp)| Measure::Licence {
            stop: Some(stop),
            recovery: Some(recovery),
            ramp: Some(ramp),
        }),
        (0.0..10.0f64).prop_map(|rate| Measure::ExportTax { rate }),
        (0.0..10.0f64).prop_map(|rate| Measure::Tariff { rate }),
        part().prop_map(|share| Measure::Outage { share }),
    ]
}

proptest! {
    // 10,000 with PROPTEST_CASES, as in CI
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn after_any_mix_of_shocks(
        pick in any::<proptest::sample::Index>(),
        shocks in proptest::collection::vec((measure(), any::<bool>()), 1..4),
    ) {
        thread_local!(static STOPS: Vec<real::Stop> = real::all());
        STOPS.with(|stops| {
            let stop = &stops[pick.index(stops.len())];
            let found = stop.crisis(&shocks, 3);
            assert!(found.is_ok(), "{} {shocks:?}: {found:?}", stop.name);
        });
    }
}
