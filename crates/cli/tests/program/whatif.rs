//! `adit whatif` and `adit screen`.

use std::fs;
use std::path::Path;

use crate::support::{Run, adit};

const BAN: [&str; 8] = ["whatif", "--material", "gallium", "--by", "CHN", "--ban", "--months", "12"];

fn run(args: &[&str]) -> Run {
    adit(Path::new("."), args)
}

fn with(args: &[&str]) -> Run {
    run(&[&BAN[..3], args].concat())
}

/// Rows of one of the tables that stand one after the other.
fn table(text: &str, starts: &str) -> Vec<Vec<String>> {
    text.lines()
        .skip_while(|line| !line.starts_with(&format!("key,{starts}")))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(|line| line.split(',').skip(1).map(str::to_owned).collect())
        .collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

#[test]
fn a_ban_raises_the_price_outside_and_lowers_it_inside() {
    let found = run(&[&BAN[..], &["--format", "csv"]].concat());
    assert_eq!(found.code, Some(0), "{}", found.err);
    let months = table(&found.out, "month,");
    assert_eq!(months.len(), 12);
    for month in &months {
        let [outside, low, high, inside] = [2, 3, 4, 5].map(|column| number(&month[column]));
        assert!(outside > 1.5 && inside < 1.0, "{month:?}");
        assert!(low <= high && high > 1.0, "{month:?}");
    }
    // stocks fall
    assert!(number(&months[11][8]) < number(&months[0][8]));
    // what uses lack is what the country lacks, and what the months lack
    let sum = |rows: &[Vec<String>], column: usize| rows.iter().map(|row| number(&row[column])).sum::<f64>();
    let missing = sum(&months, 7);
    let uses = table(&found.out, "application,");
    assert!((sum(&uses, 3) - missing).abs() < 1e-6 * missing);
    let users = table(&found.out, "country,base_use_t");
    let states = users.iter().find(|row| row[0] == "USA").expect("the United States use gallium");
    assert!((number(&states[2]) - missing).abs() < 1e-6 * missing);
    // China sells nothing any more
    let sellers = table(&found.out, "country,sold_base_t");
    let china = sellers.iter().find(|row| row[0] == "CHN").expect("China sold some");
    assert!(number(&china[1]) > 0.0 && number(&china[2]).abs() < 1e-9);
}

#[test]
fn a_scenario_file_says_the_same_as_options() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("ban.toml");
    fs::write(&path, "material = \"Gallium\"\n[[shock]]\nkind = \"ban\"\nby = \"China\"\nmonths = 12\n").expect("written");
    let file = path.display().to_string();
    let from_file = run(&["whatif", "--scenario", &file, "--format", "csv"]);
    assert_eq!(from_file.code, Some(0), "{}", from_file.err);
    assert_eq!(from_file.out, run(&[&BAN[..], &["--format", "csv"]].concat()).out);
}

#[test]
fn a_wrong_scenario_is_refused_with_all_its_problems() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("wrong.toml");
    let text = "material = \"gallium\"\n[[shock]]\nkind = \"quota\"\nby = \"CHN\"\nshare = 1.5\n\
                [[shock]]\nkind = \"bann\"\nby = \"Chnia\"\nmonths = 0\n";
    fs::write(&path, text).expect("written");
    let found = run(&["whatif", "--scenario", &path.display().to_string()]);
    assert_eq!(found.code, Some(2));
    for part in ["shock 1, share: 1.5", "shock 2, kind: `bann`", "shock 2, by: `Chnia`", "shock 2, months: 0"] {
        assert!(found.err.contains(part), "{part} in {}", found.err);
    }
    fs::write(&path, "material = \"gallium\"\n[[shock]]\nkind = \"ban\"\nby = \"CHN\"\nshrae = 2\n").expect("written");
    let found = run(&["whatif", "--scenario", &path.display().to_string()]);
    assert!(found.code == Some(2) && found.err.contains("line 5") && found.err.contains("shrae"), "{}", found.err);
}

#[test]
fn impossible_questions_are_refused() {
    for (args, part) in [
        (vec!["--by", "MNG"], "--by: `MNG` sells none of it there"),
        (vec!["--by", "CHN", "--quota", "1.5"], "--quota: 1.5"),
        (vec!["--by", "CHN", "--quota", "-0.5"], "-0.5"),
        (vec!["--by", "CHN", "--months", "-3"], "-3"),
        (vec!["--by", "CHN", "--months", "99"], "--months: 99"),
        (vec!["--by", "CHN", "--on", "CHN"], "--on: "),
        (vec!["--by", "CHN", "--stage", "mine"], "--stage: `mine`"),
        (vec!["--by", "CHN", "--stage", "magnet"], "--stage: `magnet`; expected a stage that the material has: refined"),
        (vec!["--by", "CHN", "--stage", "motor"], "--stage: `motor`; expected mine, refined or magnet"),
        (vec!["--by", "CHN", "--leakage", "2"], "--leakage: 2"),
        (vec!["--by", "CHN", "--ban", "--quota", "0.5"], "--quota"),
        (vec!["--by", "Mongolei", "--outage", "0.5"], "--by: `MNG` makes none of it from ore"),
    ] {
        let found = with(&args);
        assert_eq!(found.code, Some(2), "{args:?}: {}", found.out);
        assert!(found.err.contains(part), "{args:?}: {part} in {}", found.err);
    }
}

#[test]
fn two_controls_do_not_add_up() {
    let place = tempfile::tempdir().expect("a directory");
    let both = "material = \"gallium\"\n[[shock]]\nkind = \"ban\"\nby = \"CHN\"\n[[shock]]\nkind = \"quota\"\nby = \"CHN\"\nshare = 0.5\n";
    let path = place.path().join("both.toml");
    fs::write(&path, both).expect("written");
    let found = run(&["whatif", "--scenario", &path.display().to_string(), "--format", "csv"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    let alone = run(&[&BAN[..], &["--format", "csv"]].concat());
    // the tighter one, the ban, counts, for the price as for what leaks
    let price = |text: &str, month: usize| number(&table(text, "month,")[month][2]);
    for month in 0..12 {
        assert!((price(&found.out, month) / price(&alone.out, month) - 1.0).abs() < 1e-9, "month {month}");
    }
}

#[test]
fn a_stop_of_magnets_is_asked_like_any_other() {
    let ask = |more: &[&str]| {
        let stop = ["whatif", "--material", "neodymium", "--by", "CHN", "--ban", "--stage", "magnet", "--months", "6"];
        let found = run(&[&stop[..], more].concat());
        assert_eq!(found.code, Some(0), "{}", found.err);
        found.out
    };
    let alone = ask(&["--on", "USA", "--format", "csv"]);
    let missing = |iso3: &str| {
        let rows = table(&alone, "country,");
        number(&rows.iter().find(|row| row[0] == iso3).expect("it uses magnets")[2])
    };
    assert!(missing("USA") > 5.0 * missing("DEU") && missing("DEU") > 0.0, "{alone}");
    let german = ask(&["--on", "USA", "--lang", "de"]);
    assert!(german.contains("Nur auf dieser Stufe: Neodym in NdFeB-Dauermagneten."), "{german}");
    let found = run(&["screen", "--material", "neodymium", "--against", "CHN", "--static", "--format", "csv"]);
    let rows = table(&found.out, "supplier,material");
    let stages: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), ["magnet", "mine", "refined"]);
}

#[test]
fn the_screen_knows_who_can_do_what() {
    let found = run(&["screen", "--material", "gallium,cobalt", "--static", "--format", "csv"]);
    assert_eq!(found.code, Some(0), "{}", found.err);
    let rows = table(&found.out, "supplier,material");
    assert!(rows.iter().any(|row| row[0] == "CHN" && row[1] == "gallium"), "{}", found.out);
    assert!(rows.iter().any(|row| row[0] == "COD" && row[1] == "cobalt" && row[2] == "mine"), "{}", found.out);
    // by what is to be expected; without use nothing is
    let dearest: Vec<f64> = rows.iter().filter(|row| !row[3].is_empty()).map(|row| number(&row[3])).collect();
    assert!(dearest.len() > 5 && dearest[0] > 0.0, "{dearest:?}");
    assert!(dearest.is_sorted_by(|a, b| a >= b), "{dearest:?}");
}
