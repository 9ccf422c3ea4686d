//! Pathways as a person asks for them: tables in two languages, files, and everything that is wrong named at once.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::support::{Data, Run, adit, adit_wide};

/// Width of the window.
const COLUMNS: usize = 110;
/// Few draws: what is tested here does not depend on how many.
const DRAWS: [&str; 2] = ["--draws", "4"];

fn run(arguments: &[&str]) -> Run {
    let found = adit_wide(Path::new("."), arguments, COLUMNS);
    assert_eq!(found.code, Some(0), "{arguments:?}: {}", found.err);
    found
}

/// Rows of a table without commas in its cells.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines().take_while(|line| !line.is_empty()).map(|line| line.split(',').map(str::to_owned));
    let head: Vec<String> = lines.next().expect("a header").collect();
    lines.map(|line| head.iter().cloned().zip(line).collect()).collect()
}

#[test]
fn answers_read_well_in_both_languages_and_fit_the_window() {
    let questions: [&[&str]; 5] = [
        &["simulate", "--material", "gallium", "--package", "package"],
        &["simulate", "--material", "neodymium", "--package", "flood_floor"],
        &["simulate", "--material", "gallium,germanium", "--package", "floor"],
        &["compare", "baseline", "floor", "permitting", "--material", "gallium"],
        &["projects", "--material", "tungsten"],
    ];
    for lang in ["en", "de"] {
        for question in questions {
            let found = run(&[question, &DRAWS[..], &["--lang", lang]].concat());
            for line in found.out.lines() {
                assert!(line.chars().count() <= COLUMNS, "{lang} {question:?}: {line}");
            }
            for wrong in ["⟦", "NaN", "{ $", "$-", "$−"] {
                assert!(!found.out.contains(wrong), "{wrong} in\n{}", found.out);
            }
        }
    }
}

#[test]
fn the_finding_stands_before_the_tables() {
    let found = run(&["simulate", "--material", "gallium", "--package", "floor", "--draws", "8"]);
    let said = found.out.replace('\n', " ");
    for part in [
        "Gallium, price floor: the dependency on China",
        "times the price of 2024",
        "The measures cost the treasury $",
        "Gallium until 2045, price floor: United States against China",
        "What the measures cost: Gallium, price floor",
        "Projects: Gallium, price floor",
    ] {
        assert!(said.contains(part), "{part} in\n{}", found.out);
    }
    let found = run(&["simulate", "--material", "gallium", "--package", "floor", "--draws", "8", "--lang", "de"]);
    let said = found.out.replace('\n', " ");
    for part in [
        "Gallium, Mindestpreis: Die Abhängigkeit von China",
        "fachen Preis von 2024",
        "Die Maßnahmen kosten die Staatskasse bis 2045 netto",
        "Was die Maßnahmen kosten: Gallium, Mindestpreis",
    ] {
        assert!(said.contains(part), "{part} in\n{}", found.out);
    }
}

#[test]
fn files_have_the_ends_of_the_bands() {
    let found = run(&[&["simulate", "--material", "gallium", "--package", "floor", "--format", "csv"][..], &DRAWS].concat());
    // the first of several tables
    let years = rows(&found.out);
    assert_eq!(years.len(), 21, "2025 to 2045");
    for row in &years {
        for column in ["feared_refined_share", "price_outside", "price_inside", "stop_kept", "stop_price", "stop_users_usd"] {
            let number = |end: &str| row[&format!("{column}{end}")].parse::<f64>().expect("a number");
            assert!(number("_low") <= number("") && number("") <= number("_high"), "{column} in {row:?}");
        }
    }
    for (place, question) in [
        &["simulate", "--material", "gallium", "--package", "floor"][..],
        &["compare", "baseline", "floor", "--material", "gallium"],
        &["projects", "--material", "gallium"],
    ]
    .into_iter()
    .enumerate()
    {
        let found = run(&[question, &DRAWS[..], &["--format", "json"]].concat());
        let tables: Value = serde_json::from_str(&found.out).expect("JSON");
        assert!(found.out.contains(["stop_kept_high", "independence_range", "starts"][place]), "{question:?}");
        assert!(!tables.is_null());
    }
}

#[test]
fn the_same_question_gives_the_same_bytes_and_a_stricter_one_no_earlier_end() {
    let ask = |more: &[&str]| {
        run(&[&["compare", "floor", "--material", "gallium", "--format", "csv", "--draws", "8"][..], more].concat()).out
    };
    assert_eq!(ask(&[]), ask(&["--kept", "0.9", "--price-limit", "2"]), "these are the defaults");
    let later = |text: &str| rows(text)[0]["independence_later"].parse::<f64>().expect("a part");
    assert!(later(&ask(&["--kept", "1", "--price-limit", "1"])) >= later(&ask(&[])));
}

#[test]
fn all_that_is_wrong_in_a_question_is_named_at_once() {
    let found = adit(
        Path::new("."),
        &[
            "compare",
            "baseline",
            "florr",
            "--draws",
            "0",
            "--kept",
            "2",
            "--price-limit",
            "0.5",
            "--for",
            "EU",
            "--against",
            "Germany",
        ],
    );
    assert_eq!(found.code, Some(2), "{}", found.out);
    assert!(found.out.is_empty());
    for part in [
        "package: `florr` is not known",
        "floor",
        "--draws: 0; expected 1 to 100000",
        "--kept: 2; expected a part of use above 0, at most 1",
        "--price-limit: 0.5; expected a price in base prices",
        "--against: `Germany` is among those who ask",
    ] {
        assert!(found.err.contains(part), "{part} in\n{}", found.err);
    }
}

/// Two floors for the same plants in the same years, a key that no instrument has, a share above the whole, a project and a
/// country that nobody knows.
const BROKEN: &str = r#"
name = { en = "broken", de = "" }
supplier = { does = "restrict", from = 2030, until = 2028 }
colour = "red"

[[measure]]
instrument = "floor"
from = 2026
until = 2035
over_base = 1.5
returned = 0.3
years = 10
discount = 0.05

[[measure]]
instrument = "floor"
from = 2030
usd_per_t = 110000
returned = 0
years = 10

[[measure]]
instrument = "loan"
from = 2026
part = 1.4
rate = 0.02
years = 15
projects = ["elk_crek"]

[[measure]]
instrument = "tariff"
from = 2026
countries = ["Atlantis"]
"#;

#[test]
fn a_package_names_overlaps_and_everything_else_at_once() {
    let data = Data::new();
    std::fs::write(data.around().join("broken.toml"), BROKEN).expect("writable");
    let found = adit(data.around(), &["simulate", "--material", "gallium", "--package", "broken.toml"]);
    assert_eq!(found.code, Some(2), "{}", found.out);
    for part in [
        "broken.toml: line 4: unknown field `colour`",
        "broken.toml: line 13: unknown field `discount`",
        "name.de: nothing; expected a name",
        "supplier, until: 2028; expected 2030",
        "supplier, share: nothing",
        "measures 1 and 2: two measures `floor` mean the same plants in the same years",
        "measure 3, part",
        "measure 3, projects: `elk_crek`",
        "measure 4, instrument: `tariff`",
        "measure 4, countries: `Atlantis`",
    ] {
        assert!(found.err.contains(part), "{part} in\n{}", found.err);
    }
}

#[test]
fn a_project_with_capacity_but_no_unit_and_a_status_nobody_knows_are_named_together() {
    let data = Data::new();
    data.edit("projects.csv", "9000,t NdFeB magnets,0.254", "9000,,0.254");
    data.edit(
        "projects.csv",
        "magnet,magnet,financing,2025-07,9000,t NdFeB magnets,0.081",
        "magnet,magnet,dreaming,2025-07,9000,t NdFeB magnets,0.081",
    );
    data.edit("years.toml", "patience =", "patients =");
    data.edit("price_paths.csv", "2025-08-26", "2025-02-30");
    let found = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!(found.code, Some(2), "{}", found.out);
    for part in ["line 2, unit", "line 3, status: `dreaming`", "patients", "price_paths.csv: line 3, date: `2025-02-30`"] {
        assert!(found.err.contains(part), "{part} in\n{}", found.err);
    }
}

#[test]
fn broken_projects_and_a_broken_package_are_named_in_one_run() {
    let data = Data::new();
    data.edit("projects.csv", "9000,t NdFeB magnets,0.254", "9000,,0.254");
    std::fs::write(data.around().join("broken.toml"), BROKEN).expect("writable");
    let found = adit(data.around(), &["compare", "baseline", "broken.toml", "--data", "data", "--draws", "0"]);
    assert_eq!(found.code, Some(2), "{}", found.out);
    let unit = "line 2, unit";
    for part in [unit, "measures 1 and 2: two measures `floor`", "unknown field `discount`", "--draws: 0"] {
        assert!(found.err.contains(part), "{part} in\n{}", found.err);
    }
    assert_eq!(found.err.matches(unit).count(), 1, "told once: {}", found.err);
    assert!(!found.err.contains("elk_crek"), "which projects there are is not known: {}", found.err);
}
