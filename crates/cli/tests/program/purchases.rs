//! A company's own purchases: the template, the answer, and everything that can be wrong with the file.

use std::fs;
use std::path::Path;

use crate::support::{Run, adit};

const HEADER: &str = "material,stage,supplier,quantity,unit,note\n";

fn ask(here: &Path, rows: &str, more: &[&str]) -> Run {
    fs::write(here.join("my.csv"), format!("{HEADER}{rows}")).expect("writable");
    adit(here, &[&["exposure", "--purchases", "my.csv"], more].concat())
}

#[test]
fn the_template_is_answered_as_it_is() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let here = place.path();
    for lang in ["en", "de"] {
        let name = format!("{lang}.csv");
        let run = adit(here, &["data", "template", "purchases", "--out", &name, "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        let printed = adit(here, &["data", "template", "purchases", "--lang", lang]).out;
        assert_eq!(printed, fs::read_to_string(here.join(&name)).expect("written"));
        assert_eq!((printed.starts_with(HEADER), printed.lines().count()), (true, 3), "{printed}");
        assert_eq!(printed.matches(if lang == "en" { "Example row" } else { "Beispielzeile" }).count(), 2, "{printed}");
        let run = adit(here, &["exposure", "--purchases", &name, "--format", "csv"]);
        assert_eq!((run.code, run.out.lines().count()), (Some(0), 3), "{}{}", run.out, run.err);
    }
    // A template that was filled in is never replaced.
    fs::write(here.join("en.csv"), "a year of work").expect("writable");
    let run = adit(here, &["data", "template", "purchases", "--out", "en.csv"]);
    assert!(run.code == Some(2) && run.err.contains("en.csv: --out: there is a file of this name"), "{}", run.err);
    assert_eq!(fs::read_to_string(here.join("en.csv")).expect("still there"), "a year of work");
}

#[test]
fn purchases_have_the_table_of_exposure_and_leave_nothing_behind() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let rows = "gallium,,Japan,100,kg,\nGa,refined,JP,0.3,t,\ngallium,,Deutschland,0.6,t,\n";
    let csv = ask(place.path(), rows, &["--against", "Japan", "--format", "csv"]);
    assert_eq!((csv.code, csv.err.as_str()), (Some(0), ""));
    let mut lines = csv.out.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let row: Vec<&str> = lines.next().expect("a row").split(',').collect();
    let cell = |column: &str| row[header.iter().position(|name| *name == column).expect("a column")];
    // 100 kg + 300 kg from Japan, 600 kg from Germany
    assert_eq!((cell("key"), cell("use_t"), cell("direct")), ("gallium", "1", "0.4"));
    assert_eq!((cell("net_import_reliance"), cell("net_import_reliance_status")), ("", "not_applicable"));
    assert!(cell("passes_through").parse::<f64>().expect("a number") >= 0.4);
    for (lang, words) in [("en", "stored or sent"), ("de", "gespeichert oder versandt")] {
        let run = ask(place.path(), rows, &["--lang", lang]);
        assert!(run.code == Some(0) && run.out.contains("my.csv") && run.out.contains(words), "{}{}", run.out, run.err);
        assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{}", run.out);
    }
    let left: Vec<_> = fs::read_dir(place.path()).expect("readable").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["my.csv"]);
}

#[test]
fn all_mistakes_come_together() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let rows = "galium,,Chnia,-1,t,\ncopper,smelted,EU,0,lb,\n";
    let run = ask(place.path(), rows, &["--against", "Jpan", "--material", "cooper"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    for part in [
        "command line: --against: `Jpan` is not known; expected a country; nearest: Japan",
        "command line: --material: `cooper` is not known; expected a material; nearest: copper",
        "my.csv: line 2, material: `galium`; expected a material; nearest: gallium",
        "my.csv: line 2, supplier: `Chnia`; expected a country; nearest: China",
        "my.csv: line 2, quantity: `-1`; expected a number above 0",
        "my.csv: line 3, stage: `smelted`; expected one of `mine`, `refined`, `magnet`",
        "my.csv: line 3, supplier: `EU`; expected one country, not a group of countries",
        "my.csv: line 3, unit: `lb`; expected `t` or `kg`",
        "my.csv: line 3, quantity: `0`; expected a number above 0",
    ] {
        assert!(run.err.contains(part), "`{part}` is not in:\n{}", run.err);
    }
    assert_eq!(run.err.lines().count(), 9, "{}", run.err);
    let german = ask(place.path(), rows, &["--lang", "de"]);
    let right = "my.csv: Zeile 2, quantity: `-1`; erwartet: eine Zahl über 0";
    assert!(german.err.contains(right), "{}", german.err);
}

#[test]
fn one_question_at_a_time() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = ask(place.path(), "gallium,,Japan,1,t,\n", &["--for", "DEU"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.starts_with("command line: --for: `DEU` together with --purchases; expected one of them"), "{}", run.err);
    let run = ask(place.path(), "gallium,,Japan,1,t,\n", &["--material", "copper"]);
    assert!(run.code == Some(2) && run.err.contains("of which `my.csv` holds nothing"), "{}", run.err);
    let run = adit(place.path(), &["exposure", "--purchases", "yours.csv"]);
    assert!(run.code == Some(2) && run.err.starts_with("yours.csv: file: there is no such file; expected"), "{}", run.err);
    let run = adit(place.path(), &["exposure", "--purchases", "."]);
    assert!(run.code == Some(2) && run.err.starts_with(".: file: this is a directory"), "{}", run.err);
}
