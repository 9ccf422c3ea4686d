//! What the program writes: forms, languages, directories that are never damaged, runs that can be made again.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::support::{Data, adit};

#[test]
fn alone_it_shows_help_with_examples() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = adit(place.path(), &[]);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.out.matches("\n  adit ").count(), 3, "{}", run.out);
}

#[test]
fn exposure_in_three_forms() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let ask = |format: &str| {
        let arguments =
            ["exposure", "--for", "Deutschland", "--against", "China", "--sort", "passes-through", "--format", format];
        let run = adit(place.path(), &arguments);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    let csv = ask("csv");
    assert_eq!(csv.lines().count(), 61);
    assert!(csv.starts_with("key,material,use_t,net_import_reliance,direct,"), "{csv}");
    assert!(ask("json").contains("\"passes_through\""));
    assert!(!ask("table").is_empty());
}

#[test]
fn indicators_in_three_forms() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let ask = |format: &str, lang: &str| {
        let run =
            adit(place.path(), &["indicators", "--for", "EU", "--sort", "eu-supply-risk", "--format", format, "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    let csv = ask("csv", "de");
    let (by_material, by_stage) = csv.split_once("\n\n").expect("two tables");
    assert_eq!(by_material.lines().count(), 61);
    assert!(by_material.starts_with("key,material,eu_supply_risk,supply_risk_stage,"), "{by_material}");
    assert!(by_stage.starts_with("key,material,stage,hhi,country_risk,"), "{by_stage}");
    assert!(!csv.contains("NaN") && !csv.contains("inf"), "{csv}");
    assert!(ask("json", "en").contains("\"geopolrisk_cf\""));
    assert!(ask("table", "de").contains("Versorgungsrisiko") && ask("table", "en").contains("Supply risk"));
    let wrong = adit(place.path(), &["indicators", "--for", "Germny", "--material", "galium"]);
    assert_eq!((wrong.code, wrong.err.lines().count()), (Some(2), 2), "{}", wrong.err);
}

#[test]
fn tables_fit_the_window() {
    let place = tempfile::tempdir().expect("a temporary directory");
    for arguments in [
        &["exposure"][..],
        &["indicators"],
        &["materials"],
        &["materials", "copper"],
        &["data", "list"],
        &["explain", "copper.refined.CHN"],
    ] {
        for lang in ["en", "de"] {
            let run = adit(place.path(), &[arguments, &["--lang", lang]].concat());
            assert_eq!(run.code, Some(0), "{arguments:?} {}", run.err);
            let widest = run.out.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(100), "{arguments:?} {lang}: {widest:?}");
        }
    }
}

#[test]
fn the_language_comes_from_the_environment() {
    let run = |name: &str, value: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_adit"))
            .args(["materials", "gallium"])
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG")
            .env(name, value)
            .output()
            .expect("the program starts");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(run("LANG", "de_DE.UTF-8").contains("Nebenprodukt"));
    assert!(run("LANG", "fr_FR.UTF-8").contains("By-product"));
}

#[test]
fn a_briefing_can_be_made_again() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let here = place.path();
    assert_eq!(adit(here, &["brief"]).code, Some(0));
    let directory = here.join("briefing");
    let ends = fs::read_to_string(directory.join("tables/pathways.csv")).expect("part 4");
    assert!(ends.starts_with("key,material,end_without") && ends.lines().count() > 5, "{ends}");
    assert!(["run.json", "CITATION.cff", "tables/exposure.csv"].iter().all(|name| directory.join(name).is_file()));

    let run = adit(here, &["rerun", "briefing/run.json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    assert_eq!(adit(here, &["brief"]).code, Some(0), "an earlier briefing is replaced");

    fs::write(directory.join("tables/exposure.csv"), "changed").expect("writable");
    let run = adit(here, &["rerun", "briefing"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("tables/exposure.csv: changed on disk since"), "{}", run.out);

    let record = fs::read_to_string(directory.join("run.json")).expect("a record");
    fs::write(here.join("half.json"), &record[..record.len() / 2]).expect("writable");
    let run = adit(here, &["rerun", "half.json"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("half.json: line"), "{}", run.err);
}

#[test]
fn a_bloc_file_is_not_needed_again() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let here = place.path();
    fs::write(here.join("baltics.csv"), "iso3\nEST\nLVA\nLTU\n").expect("writable");
    assert_eq!(adit(here, &["brief", "--for", "baltics.csv", "--against", "Russland", "--out", "b"]).code, Some(0));
    fs::remove_file(here.join("baltics.csv")).expect("there");
    let run = adit(here, &["rerun", "b"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
}

#[test]
fn foreign_files_are_never_replaced() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let here = place.path();
    fs::create_dir(here.join("briefing")).expect("writable");
    fs::write(here.join("briefing/thesis.doc"), "years of work").expect("writable");
    let run = adit(here, &["brief"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("briefing: --out: the directory holds other files"), "{}", run.err);
    assert_eq!(fs::read_dir(here.join("briefing")).expect("readable").count(), 1);

    // A file of one's own put into a briefing saves the whole directory.
    fs::remove_file(here.join("briefing/thesis.doc")).expect("there");
    assert_eq!(adit(here, &["brief"]).code, Some(0));
    fs::write(here.join("briefing/notes.txt"), "mine").expect("writable");
    assert_eq!(adit(here, &["brief"]).code, Some(2));
    assert_eq!(fs::read_to_string(here.join("briefing/notes.txt")).expect("still there"), "mine");

    fs::write(here.join("file"), "a file").expect("writable");
    assert_eq!(adit(here, &["brief", "--out", "file"]).code, Some(2));
    assert_eq!(fs::read_to_string(here.join("file")).expect("still there"), "a file");
}

#[test]
fn a_wrong_question_writes_nothing() {
    let place = tempfile::tempdir().expect("a temporary directory");
    assert_eq!(adit(place.path(), &["brief", "--for", "Atlantis"]).code, Some(2));
    assert_eq!(adit(place.path(), &["brief", "--format", "pdf"]).code, Some(2));
    assert_eq!(fs::read_dir(place.path()).expect("readable").count(), 0);
}

#[test]
fn equal_data_has_no_difference_and_changed_data_has() {
    let data = Data::new();
    let run = adit(data.around(), &["data", "diff", "data", "data"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let text = data.text("observations/prices.csv");
    let other = Data::new();
    other.put("observations/prices.csv", text.lines().take(50).map(|line| format!("{line}\n")).collect::<String>());
    let built = adit(data.around(), &["data", "build", "--data", &other.path().display().to_string()]);
    assert_eq!(built.code, Some(0), "{}", built.err);
    let run = adit(data.around(), &["data", "diff", "data", &other.path().display().to_string(), "--format", "csv"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("observations/prices.csv"), "{}", run.out);
}

#[test]
fn building_needs_a_place() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let run = adit(place.path(), &["data", "build"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--data DIR"), "{}", run.err);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_adit"))
        .args(["exposure", "--format", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
    assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""));
}

#[test]
fn a_workbook_needs_a_place_and_a_table() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let nowhere = adit(place.path(), &["indicators", "--material", "copper", "--format", "xlsx"]);
    assert_eq!(nowhere.code, Some(2));
    assert!(nowhere.err.contains("--out FILE.xlsx"), "{}", nowhere.err);
    let no_table = adit(place.path(), &["explain", "gallium.refined.CHN.2024", "--format", "xlsx", "--out", "a.xlsx"]);
    assert_eq!(no_table.code, Some(2));
    assert!(no_table.err.contains("no table"), "{}", no_table.err);
    for (arguments, name) in [
        (&["indicators", "--for", "EU"][..], "indicators"),
        (&["exposure", "--lang", "de"], "exposure"),
        (&["materials", "copper"], "copper"),
        (&["materials"], "materials"),
        (&["data", "list"], "sources"),
    ] {
        let write = |file: &str| {
            let run = adit(place.path(), &[arguments, &["--format", "xlsx", "--out", file]].concat());
            assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{arguments:?}");
            fs::read(place.path().join(file)).expect("a workbook")
        };
        let (once, again) = (write(&format!("{name}-1.xlsx")), write(&format!("{name}-2.xlsx")));
        assert!(once.starts_with(b"PK") && once == again, "{arguments:?}: the same bytes");
    }
    let kept = adit(place.path(), &["indicators", "--format", "xlsx", "--out", "indicators-1.xlsx"]);
    assert_eq!(kept.code, Some(2), "a file that exists is never replaced");
}

#[test]
fn backtest_in_three_forms() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let ask = |format: &str, lang: &str| {
        let run = adit(place.path(), &["backtest", "--format", format, "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    let csv = ask("csv", "de");
    assert_eq!(csv.split("\n\n").count(), 5, "points, events, models, mechanisms, bands");
    assert!(csv.starts_with("key,event,material,side,price_month,months_since,observed,simulated,"), "{csv}");
    assert!(!csv.contains("NaN") && !csv.contains("inf,"), "{csv}");
    assert_eq!(csv, ask("csv", "en"), "the same bytes twice, in any language");
    assert!(ask("json", "en").contains("\"backtest_models\""));
    assert!(ask("table", "de").contains("Lager, die bei steigendem Preis verkaufen"));
    assert!(ask("table", "en").contains("stocks that sell when the price rises"));
}
