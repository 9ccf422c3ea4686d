//! The figures of these sheets are made up for the tests, in the publisher's layouts.

use super::*;
use crate::files::FileSet;
use crate::read_reference;

fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let cell = |text: &str| match text.parse::<f64>() {
        _ if text.is_empty() => Cell::Empty,
        Ok(value) => Cell::Number(value),
        Err(_) => Cell::Text(text.to_owned()),
    };
    Sheet { name: name.to_owned(), rows: lines.iter().map(|line| line.split('|').map(cell).collect()).collect() }
}

fn run(sheets: &[Sheet]) -> Result<Harvest, Vec<String>> {
    let files = FileSet::embedded();
    let maps = Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance");
    read_sheets("wgi.xlsx", sheets, &maps).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn rows(harvest: &Harvest) -> Vec<String> {
    harvest.rows[&Table::Governance].iter().map(|row| row.join(" ")).collect()
}

#[test]
fn one_row_for_each_estimate() {
    let long = sheet(
        "Sheet1",
        &[
            "codeindyr|code|countryname|year|indicator|estimate|stddev|nsource",
            "x|DEU|Germany|2025|pv|0.5812345678|0.2|9",
            "x|ZAR|Congo, Dem. Rep.|2025|cc|-1.5|0.1|9",
            "x|DEU|Germany|2025|va|..|..|..",
            "x|DEU|Germany|1996|va|1|0.1|9",
            "x|ANT|Netherlands Antilles|2025|va|1|0.1|9",
        ],
    );
    let harvest = run(&[long]).expect("a good sheet");
    assert_eq!(rows(&harvest), ["COD 2025 CC -1.5 0.1 ", "DEU 2025 PV 0.581235 0.2 "]);
    assert_eq!((harvest.edition.as_str(), harvest.left[0].name.as_str()), ("2026", "ANT Netherlands Antilles"));
}

#[test]
fn names_of_the_update_of_2025() {
    let long = sheet(
        "rl",
        &[
            "Economy (code)|Economy (name)|Year|Governance estimate (approx. -2.5 to +2.5)|Standard error|Governance score (0-100)",
            "DEU|Germany|2024|1.5|0.2|90",
        ],
    );
    // the code column of this form is named by its start only
    let mut named = long.clone();
    named.rows[0][0] = Cell::Text("Economy code".into());
    assert_eq!(rows(&run(&[named]).expect("a good sheet")), ["DEU 2024 RL 1.5 0.2 "]);
    assert_eq!(rows(&run(&[long]).expect("a good sheet")), ["DEU 2024 RL 1.5 0.2 "]);
}

#[test]
fn one_sheet_for_each_dimension() {
    let wide = sheet(
        "Political StabilityNoViolence",
        &[
            "Worldwide Governance Indicators",
            "||2021|2021|2021|2022|2022|2022",
            "Country/Territory|Code|Estimate|StdErr|NumSrc|Estimate|StdErr|NumSrc",
            "Germany|DEU|0.7|0.2|9|0.6|0.2|9",
            "Aruba|ABW|#N/A|#N/A|#N/A|1|0.3|2",
        ],
    );
    let harvest = run(&[sheet("Introduction", &["text"]), wide]).expect("a good sheet");
    assert_eq!(rows(&harvest), ["ABW 2022 PV 1 0.3 ", "DEU 2021 PV 0.7 0.2 ", "DEU 2022 PV 0.6 0.2 "]);
}

#[test]
fn every_problem_in_one_go() {
    let header = "code|countryname|year|indicator|estimate|stddev";
    let problems = run(&[sheet(
        "S",
        &[
            header,
            "DEU|Germany|2025|pv|90|0.1",
            "DEU|Germany|25|pv|1|0.1",
            "DEU|Germany|2025|zz|1|0.1",
            "DEU|Germany|2025|va|1|-1",
            "DEU|Germany|2025|cc|1|0.1",
            "DEU|Germany|2025|cc|1|0.1",
        ],
    )])
    .expect_err("bad rows");
    let right = [
        "wgi.xlsx: sheet S, row 2, estimate: `90`; expected an estimate between about -2.5 and 2.5",
        "wgi.xlsx: sheet S, row 3, year: `25`",
        "wgi.xlsx: sheet S, row 4, indicator: `zz`",
        "wgi.xlsx: sheet S, row 5, standard error: `-1`",
        "wgi.xlsx: sheet S, row 7: `DEU` 2025 CC stands already in sheet S, row 6",
    ];
    assert_eq!(problems.len(), right.len(), "{problems:#?}");
    for (found, right) in problems.iter().zip(right) {
        assert!(found.starts_with(right), "{found}\n{right}");
    }
    assert!(run(&[sheet("S", &["a|b"])]).expect_err("no sheet")[0].contains("no sheet of governance estimates"));
    assert!(
        run(&[sheet("S", &[header, "DEU|Germany|1996|pv|1|0.1"])]).expect_err("too early")[0]
            .contains("expected estimates of 2018 or later")
    );
}
