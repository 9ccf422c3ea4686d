//! The national table that ships: it reproduces its own output, its industries add up, and no loss is counted twice.

use adit_data::files::FileSet;
use adit_data::{read_industries, read_reference};
use adit_model::economy::Economy;
use adit_vocab::industry::Industries;

fn industries() -> Industries {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("the data inside the program is right");
    read_industries(&files, &reference).expect("there are industries")
}

#[test]
fn final_use_calls_for_the_output_of_every_industry() {
    let industries = industries();
    let economy = Economy::new(&industries);
    assert_eq!(economy.output.len(), 71);
    let found = economy.output_for(&economy.final_use);
    for ((industry, found), output) in industries.list.iter().zip(&found).zip(&economy.output) {
        let gap = (found / output - 1.0).abs();
        assert!(gap < 1e-4, "{}: {gap:.1e}", industry.code);
    }
}

#[test]
fn what_industries_add_and_buy_is_what_they_make() {
    // value added and purchases make up output, to the rounding of the table
    let industries = industries();
    let economy = Economy::new(&industries);
    let mut bought = vec![0.0; industries.list.len()];
    for &(_, user, value) in &industries.table.intermediate {
        bought[user] += value;
    }
    for (place, industry) in industries.list.iter().enumerate() {
        let whole = bought[place] + economy.value_added[place];
        // of the industries whose second products are moved to others, the purchases are as printed
        assert!(
            (whole / economy.output[place] - 1.0).abs() < 0.01,
            "{}: {whole:.4e} {:.4e}",
            industry.code,
            economy.output[place]
        );
    }
    let all: f64 = economy.value_added.iter().sum();
    assert!((all / 27.7207e12 - 1.0).abs() < 1e-4, "gross domestic product of 2023: {all:.5e}");
}

#[test]
fn a_loss_spreads_to_others_and_never_beyond_their_value_added() {
    let industries = industries();
    let economy = Economy::new(&industries);
    let chips = industries.list.iter().position(|industry| industry.code == "334").expect("electronics");
    let mut hit = vec![0.0; 71];
    hit[chips] = 0.1 * economy.output[chips];
    let spread = economy.spread(&hit, 1.0, 1.5 / 12.0);
    let lost = economy.value_added_lost(&spread);
    assert!((lost[chips] - 0.1 * economy.value_added[chips]).abs() <= 1e-6 * lost[chips], "its own loss counts once");
    let (own, all): (f64, f64) = (lost[chips], lost.iter().sum());
    assert!(all > 1.05 * own && all < 3.0 * own, "{:.3}", all / own);
    for (place, lost) in lost.iter().enumerate() {
        assert!(*lost >= 0.0 && *lost <= 0.11 * economy.value_added[place].abs() + 1.0, "{}", industries.list[place].code);
    }
    // everything lost is everything
    let all = economy.value_added_lost(&economy.spread(&economy.output, 1.0, 0.0));
    let (lost, whole): (f64, f64) = (all.iter().sum(), economy.value_added.iter().sum());
    assert!((lost / whole - 1.0).abs() < 1e-12);
}

#[test]
fn every_application_that_ships_stands_in_an_industry_of_its_own() {
    let industries = industries();
    for ((material, application), known) in &industries.applications {
        for &detail in &known.details {
            let industry = industries.details[detail].industry;
            assert!(industries.nace.values().any(|place| *place == industry), "{material:?} {application}");
        }
    }
    assert!(industries.applications.len() > 300 && industries.technologies.len() > 15);
}
