//! The figures of these sheets are made up for the tests, in the publisher's layout.

use super::*;
use crate::files::FileSet;
use crate::read_reference;
use crate::sources::harvest::Table;

fn maps() -> Maps {
    let files = FileSet::embedded();
    Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance")
}

/// Cells by `|`; numbers are numbers.
fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let cell = |text: &str| match text.parse::<f64>() {
        _ if text.is_empty() => Cell::Empty,
        Ok(value) => Cell::Number(value),
        Err(_) => Cell::Text(text.to_owned()),
    };
    Sheet { name: name.to_owned(), rows: lines.iter().map(|line| line.split('|').map(cell).collect()).collect() }
}

const TITLE: &str = "6.4. Production of Mineral Raw Materials of individual Countries by Minerals";
const HEADER: &str = "Country|unit|2024|2025|data source";

fn problems(sheets: &[Sheet]) -> Vec<String> {
    read_sheets("wmd.xlsx", sheets, &maps()).expect_err("bad sheets").iter().map(Problem::to_string).collect()
}

#[test]
fn countries_years_and_totals() {
    let sheets = [
        sheet(
            "Lithium (Li2O)",
            &[
                TITLE,
                HEADER,
                "Chile|metr. t|100|200|r",
                "Russia, Asia|metr. t|10||e",
                "Russia, Europe|metr. t|5|6|e",
                "Atlantis|metr. t|1|1|r",
                "Total|metr. t|116|207|",
            ],
        ),
        sheet("Rhenium", &[TITLE, HEADER, "Chile|kg|500|0|p"]),
        sheet("Gold", &[TITLE, HEADER, "Chile|kg|1|1|r"]),
        sheet("Bismuth", &[TITLE, HEADER, "China|metr. t|1|1|r"]),
    ];
    let harvest = read_sheets("wmd.xlsx", &sheets, &maps()).expect("good sheets");
    let rows: Vec<String> = harvest.rows[&Table::Production]
        .iter()
        .map(|row| [&row[0], &row[3], &row[4], &row[5], &row[7]].map(String::as_str).join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            "lithium CHL 2024 46.45 reported", // 100 x 0.4645
            "lithium CHL 2025 92.9 reported",
            "lithium RUS 2024 6.9675 estimated", // (10 + 5) x 0.4645
            "lithium RUS 2025 2.787 estimated",
            "rhenium CHL 2024 0.5 reported",
            "rhenium CHL 2025 0 zero",
        ]
    );
    assert_eq!(harvest.rows[&Table::Production][4][10], "provisional");
    assert_eq!(harvest.rows[&Table::World][0][4], "53.882"); // 116 x 0.4645
    assert_eq!((harvest.edition.as_str(), harvest.years.len()), ("2027", 2));
    let left: Vec<(LeftWhat, &str)> =
        harvest.left.iter().filter(|left| left.what != LeftWhat::NotFound).map(|left| (left.what, left.name.as_str())).collect();
    assert_eq!(left, [(LeftWhat::Commodity, "Gold"), (LeftWhat::OtherBasis, "Bismuth"), (LeftWhat::Country, "Atlantis")]);
}

#[test]
fn every_problem_in_one_go() {
    let found = problems(&[
        sheet(
            "Gallium",
            &[TITLE, HEADER, "China|metr. t|-1|x7|r", "Japan|ct|1|1|r", "Russia|metr. t|1|2|r", "Russia|metr. t|1|2|r"],
        ),
        sheet("Tin", &[TITLE, "Country|unit|data source", "China|metr. t|r"]),
        sheet("Zinc", &[TITLE, "Land|Einheit|2024"]),
        sheet("Lead", &[TITLE, "Country|unit|2024|2024|data source"]),
    ]);
    let right = [
        "wmd.xlsx: sheet Gallium, row 3, 2024: `-1`; expected a number of 0 or more",
        "wmd.xlsx: sheet Gallium, row 3, 2025: `x7`",
        "wmd.xlsx: sheet Gallium, row 4, unit: `ct`; expected `metr. t` or `kg`",
        "wmd.xlsx: sheet Gallium, row 6: `Russia` 2024 stands already in sheet Gallium, row 5; expected each country once",
        "wmd.xlsx: sheet Gallium, row 6: `Russia` 2025 stands already",
        "wmd.xlsx: sheet Tin: no column with a year",
        "wmd.xlsx: sheet Zinc: no row with `Country` and `unit`",
        "wmd.xlsx: sheet Lead, row 2: the year 2024 stands twice",
    ];
    assert_eq!(found.len(), right.len(), "{found:#?}");
    for (found, right) in found.iter().zip(right) {
        assert!(found.starts_with(right), "{found}\n{right}");
    }
}

#[test]
fn other_workbooks_are_named() {
    assert!(problems(&[sheet("Tabelle1", &["a|b"])])[0].contains("no sheet of a material"));
    let text = read("wmd.xlsx", b"PK\x03\x04 cut off", &maps()).expect_err("no workbook")[0].to_string();
    assert!(text.contains("expected a workbook in the form xlsx; the file may be cut off"), "{text}");
}
