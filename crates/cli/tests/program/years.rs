//! Indicators of other years than the base year: from a data directory that holds them, and "no data" where none does.

use std::collections::BTreeMap;

use crate::support::{Data, Run, adit};

/// Made-up output and trade of barite in 2019. Countries make 50, 30 and 20 of 100 tonnes.
const OUTPUT: &str = "\
barite,mine,primary,CHN,2019,50,50 t,reported,wmd_2026,made up,\n\
barite,mine,primary,IND,2019,30,30 t,reported,wmd_2026,made up,\n\
barite,mine,primary,USA,2019,20,20 t,reported,wmd_2026,made up,\n";
/// Germany buys 30 and 10 tonnes and sells 5 on.
const TRADE: &str = "\
HS17,251110,2019,CHN,DEU,3,30,baci_v202601\n\
HS17,251110,2019,IND,DEU,1,10,baci_v202601\n\
HS17,251110,2019,DEU,FRA,1,5,baci_v202601\n";

fn ask(data: &Data, year: &str, more: &[&str]) -> Run {
    let arguments = ["indicators", "--data", "data", "--for", "DEU", "--material", "barite", "--year", year];
    adit(data.around(), &[&arguments, more].concat())
}

/// The row of a market by column.
fn row(run: &Run) -> BTreeMap<String, String> {
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let by_stage = run.out.split("\n\n").nth(1).expect("two tables");
    let mut lines = by_stage.lines().map(|line| line.split(',').map(str::to_owned));
    lines.next().expect("a header").zip(lines.next().expect("a row")).collect()
}

fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column}: {row:?}"))
}

fn add(data: &Data, name: &str, rows: &str) {
    data.put(name, data.text(name) + rows);
}

#[test]
fn a_data_directory_with_another_year_is_answered() {
    let data = Data::new();
    add(&data, "observations/production.csv", OUTPUT);
    add(&data, "observations/trade.csv", TRADE);
    let found = row(&ask(&data, "2019", &["--format", "csv"]));
    let close = |column: &str, expected: f64| {
        let value = number(&found, column);
        assert!((value - expected).abs() < 1e-9, "{column}: {value}, expected {expected}");
    };
    close("hhi", 0.38); // 0.25 + 0.09 + 0.04
    close("import_hhi", 0.625); // 0.75^2 + 0.25^2
    close("import_reliance", 1.0); // (40 - 5) / (0 + 40 - 5)
    assert_eq!(found["governance_year"], "2019");
    let stability = |iso3: &str| -> f64 {
        let table = data.text("observations/governance.csv");
        let start = format!("{iso3},2019,PV,");
        let line = table.lines().find_map(|line| line.strip_prefix(&start)).expect("a rating");
        line.split(',').next().and_then(|estimate| estimate.parse().ok()).expect("a number")
    };
    let g = |iso3: &str| (2.5 - stability(iso3)) / 5.0;
    close("geopolrisk", 0.38 * (0.75 * g("CHN") + 0.25 * g("IND")));
    assert!(number(&found, "supply_risk") > 0.0);
}

#[test]
fn the_base_year_comes_from_the_baseline_with_or_without_the_option() {
    let data = Data::new();
    let plain = adit(data.around(), &["indicators", "--data", "data", "--for", "DEU", "--material", "barite"]);
    assert_eq!((plain.code, ask(&data, "2024", &[]).out), (Some(0), plain.out));
}

#[test]
fn governance_is_carried_two_years_and_flagged() {
    let data = Data::new();
    let without = data.text("observations/governance.csv");
    let kept = without.lines().filter(|line| !line.contains(",2019,") && !line.contains(",2018,") && !line.contains(",2020,"));
    data.put("observations/governance.csv", kept.map(|line| format!("{line}\n")).collect::<String>());
    // Of the six ratings the years 2021 and 2022 are left.
    for (year, rated) in [("2023", Some("2022")), ("2026", None)] {
        add(&data, "observations/production.csv", &OUTPUT.replace("2019", year));
        let found = row(&ask(&data, year, &["--format", "csv"]));
        assert!((number(&found, "hhi") - 0.38).abs() < 1e-9, "{found:?}");
        assert_eq!(found["governance_year"], rated.unwrap_or_default(), "{year}");
        assert_eq!(found["country_risk"].is_empty(), rated.is_none(), "{year}");
    }
}

#[test]
fn what_is_not_in_the_data_is_no_data_and_says_how_to_add_it() {
    let data = Data::new();
    let run = ask(&data, "2019", &[]);
    assert!(run.out.contains("n. d.") && run.out.contains("adit data import"), "{}", run.out);
    let found = row(&ask(&data, "2019", &["--format", "csv"]));
    for column in ["hhi", "country_risk", "import_hhi", "supply_risk", "geopolrisk", "import_reliance"] {
        assert_eq!(found[column], "", "{column}");
    }
    // Output alone answers what needs output alone; two producers or a withheld one are no table.
    add(&data, "observations/production.csv", OUTPUT);
    let found = row(&ask(&data, "2019", &["--format", "csv"]));
    assert!((number(&found, "hhi") - 0.38).abs() < 1e-9);
    assert_eq!((found["import_hhi"].as_str(), found["geopolrisk"].as_str()), ("", ""));
    data.edit("observations/production.csv", "USA,2019,20,20 t,reported", "USA,2019,,W,withheld");
    assert_eq!(row(&ask(&data, "2019", &["--format", "csv"]))["hhi"], "");
    let wrong = ask(&data, "19", &[]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("--year") && wrong.err.contains("between 1900 and 2100"), "{}", wrong.err);
}
