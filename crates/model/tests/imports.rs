//! Import bills: trade among the members of a party is no import of the party.

#[allow(dead_code, reason = "the comparison uses more of it")]
mod real;

use adit_model::accounts::Imports;
use adit_model::crisis::{Crisis, MONTH};
use adit_vocab::country::CountryId;

#[test]
fn a_party_pays_no_more_for_imports_than_its_members_apart() {
    let mut less = 0;
    for stop in real::all().iter().filter(|stop| stop.name.ends_with("CHN")).step_by(5) {
        let world = stop.world(MONTH);
        let shocks = stop.shocks();
        let mut crisis = Crisis::new(&world, stop.values(), &shocks);
        for _ in 0..6 {
            crisis.step().expect("it clears");
        }
        // all but the supplier
        let mut members: Vec<CountryId> = world.places.iter().map(|place| place.country).filter(|id| *id != stop.by()).collect();
        members.sort_unstable();
        members.dedup();
        let bill =
            |counts: &dyn Fn(CountryId) -> bool| Imports::new(&world, counts).bill(&world, crisis.network(), crisis.prices());
        let apart: f64 = members.iter().map(|&member| bill(&|id| id == member)).sum();
        let together = bill(&|id| id != stop.by());
        assert!(together <= apart * (1.0 + 1e-9) + 1e-9, "{}: {together} together, {apart} apart", stop.name);
        assert_eq!(bill(&|_| true), 0.0, "{}: the world imports nothing", stop.name);
        less += usize::from(together < 0.99 * apart);
    }
    assert!(less >= 3, "{less}");
}
