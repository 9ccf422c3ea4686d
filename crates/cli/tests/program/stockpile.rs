//! `adit stockpile`.

use std::fs;
use std::path::Path;

use crate::support::{Run, adit};

/// Few materials, so that a test stays quick.
const ASK: [&str; 3] = ["stockpile", "--material", "gallium,dysprosium,copper"];

fn with(args: &[&str]) -> Run {
    adit(Path::new("."), &[&ASK[..], args].concat())
}

/// Rows of the first table as cells.
fn holdings(text: &str) -> Vec<Vec<String>> {
    text.lines().skip(1).take_while(|line| !line.is_empty()).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

#[test]
fn what_pays_is_bought_and_what_does_not_is_refused() {
    let found = with(&["--budget", "12bn", "--format", "csv"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    let rows = holdings(&found.out);
    let row = |key: &str| rows.iter().find(|row| row[0] == key).unwrap_or_else(|| panic!("no {key}"));
    // key, material, stage, tonnes, days, outlay, saving, gain, next dollar, loss without, loss with, price
    let gallium = row("gallium.refined");
    assert!(number(&gallium[3]) > 0.0 && number(&gallium[6]) > number(&gallium[5]), "{gallium:?}");
    assert!(number(&gallium[9]) > number(&gallium[10]) && number(&gallium[11]) > 1.0, "{gallium:?}");
    let copper = row("copper.refined");
    assert_eq!((number(&copper[3]), number(&copper[5])), (0.0, 0.0), "{copper:?}");
    assert!(number(&copper[8]) < 1.0, "{copper:?}");
    for table in ["key,budget_usd", "key,rule,", "key,stockpile,"] {
        assert!(found.out.contains(table), "{table}");
    }
}

#[test]
fn it_speaks_both_languages_and_says_what_drives_it() {
    let english = with(&["--budget", "1bn"]);
    assert_eq!(english.code, Some(0), "{}", english.err);
    for said in ["it pays the United States to spend", "One assumption alone", "one by one", "Assumptions"] {
        assert!(english.out.contains(said), "{said}: {}", english.out);
    }
    let german = with(&["--budget", "1 Mrd", "--lang", "de", "--for", "DEU"]);
    assert_eq!(german.code, Some(0), "{}", german.err);
    for said in ["lohnt es, von 1 Mrd. US-Dollar", "Schon eine einzige Annahme", "Gallium", "Annahmen"] {
        assert!(german.out.replace('\n', " ").contains(said), "{said}: {}", german.out);
    }
    assert!(!english.out.contains('⟦') && !german.out.contains('⟦'));
}

#[test]
fn an_asker_whose_industries_nobody_describes_is_told_so() {
    let found = with(&["--budget", "1bn", "--for", "JPN"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    assert!(found.out.replace('\n', " ").contains("is not known"), "{}", found.out);
}

#[test]
fn wrong_budgets_and_likelihoods_are_named_all_at_once() {
    for budget in ["0", "-5bn", "much", "", "1e20", "5"] {
        let found = with(&["--budget", budget]);
        assert_eq!(found.code, Some(2), "{budget}: {}", found.out);
        assert!(
            found.err.contains("--budget") && found.err.contains("US dollars, at least a million"),
            "{budget}: {}",
            found.err
        );
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("own.csv");
    fs::write(&file, "supplier,material,stage,probability\nChina,galium,,0.5\nAtlantis,,,0.1\nChina,gallium,,1.5\n")
        .expect("written");
    let path = file.to_string_lossy().into_owned();
    let found = with(&["--budget", "-1", "--for", "Atlantis", "--likelihoods", &path]);
    assert_eq!(found.code, Some(2));
    for said in ["--budget", "--for", "galium", "Atlantis", "1.5"] {
        assert!(found.err.contains(said), "{said}: {}", found.err);
    }
    assert!(found.out.is_empty());
}

#[test]
fn likelihoods_of_ones_own_change_the_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("own.csv");
    fs::write(&file, "supplier,material,stage,probability\nCHN,,,0\n").expect("written");
    let path = file.to_string_lossy().into_owned();
    let never = with(&["--budget", "1bn", "--format", "csv", "--likelihoods", &path]);
    assert_eq!(never.code, Some(0), "{}", never.err);
    let gallium = holdings(&never.out).into_iter().find(|row| row[0] == "gallium.refined");
    assert!(gallium.is_none_or(|row| number(&row[3]) == 0.0), "{}", never.out);
}

#[test]
fn a_material_without_a_price_is_no_data() {
    let found = adit(Path::new("."), &["stockpile", "--material", "thulium", "--budget", "1bn"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    assert!(found.out.contains("No data") && found.out.contains("Thulium"), "{}", found.out);
    assert!(!found.out.contains("| 0 "), "{}", found.out);
}
