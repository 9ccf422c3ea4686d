//! Every stop of the screen against a general solver, with responses made straight: the same arcs, gates and bounds as in the
//! product, on the data that ships.
#![allow(clippy::print_stdout, reason = "a long comparison says where the oracle is not that good")]

#[path = "../../solver/tests/common/mod.rs"]
#[allow(dead_code, reason = "the solver's own tests use more of it")]
mod common;
#[path = "../../solver/tests/common/compare.rs"]
mod compare;
#[allow(dead_code, reason = "the benchmark uses more of it")]
mod real;

use common::Oracle;
use compare::agree;

/// In `cargo test` one stop in so many is compared; with `ORACLE=all` every one.
const EVERY: usize = 25;

#[test]
fn stops_agree_with_a_quadratic_programme() {
    let every = if std::env::var("ORACLE").is_ok_and(|value| value == "all") { 1 } else { EVERY };
    let stops = real::all();
    let compared = stops.iter().step_by(every);
    let count = compared.len();
    let agreed = compared
        .filter(|stop| {
            let (network, prices) = stop.straight();
            agree(&network, prices, &stop.name)
        })
        .count();
    println!("{count} stops; {} differ by what the oracle leaves open", count - agreed);
    assert!(count > 20, "{count} stops");
    // a sample is too small for this; that the engine clears where the oracle does not is asserted for each
    assert!(every > 1 || count - agreed <= count / 20, "the oracle is good but for a few stops in a hundred");
}
