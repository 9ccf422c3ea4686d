//! Figures left out on purpose are found no worse than the book says.

use adit_api::table::Cell;
use adit_api::{Naming, Session};

#[test]
fn held_out_figures_are_found_as_the_book_says() {
    let session = Session::open(None).expect("the data inside the program can be read");
    let tables = session.hold_out_tables(Naming::Ids).expect("the baseline can be built without them");
    let score = |key: &str| {
        let row = tables[0].rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"));
        match row.cells.last() {
            Some(Cell::Number(value, _)) => *value,
            _ => panic!("{key} has no score"),
        }
    };
    // factors: smaller is better
    assert!(score("us_use.specific") < 1.3);
    assert!(score("us_use.basket") < 4.0);
    assert!(score("us_use.gravity") < 2.7);
    // overlaps: larger is better
    assert!(score("us_imports.specific") > 0.68);
    assert!(score("us_imports.basket") > 0.36);
    assert!(score("eu_sourcing.specific") > 0.60);
    assert!(score("eu_sourcing.basket") > 0.56);
    assert!(score("eu_sourcing.gravity") > 0.70);
}
