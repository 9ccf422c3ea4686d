//! The figures of these files are made up for the tests, in the publisher's layout.

use super::*;
use crate::files::FileSet;
use crate::read_reference;

const HEADER: &str = "MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,Is critical mineral 2025,Other notes";

fn maps() -> Maps {
    let files = FileSet::embedded();
    Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance")
}

/// Chapter, section, country, detail, unit, year, value, notes.
fn row([chapter, section, country, detail, unit, year, value, notes]: [&str; 8]) -> String {
    format!("\"{chapter}\",{section},x,\"{country}\",x,\"{detail}\",{unit},{year},\"{value}\",\"{notes}\",Yes,\n")
}

fn gallium(country: &str, year: &str, value: &str, notes: &str) -> String {
    row(["GALLIUM", "World Production", country, "Primary production", "kilograms", year, value, notes])
}

fn read_text(rows: &str) -> Result<Harvest, Vec<String>> {
    let bytes = format!("{HEADER}\n{rows}").into_bytes();
    read("mcs.csv", &bytes, &maps()).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn lines(harvest: &Harvest, table: Table) -> Vec<String> {
    harvest.rows.get(&table).map(|rows| rows.iter().map(|row| row.join("|")).collect()).unwrap_or_default()
}

#[test]
fn every_kind_of_figure() {
    let rows = [
        gallium("China", "2026", "750,000", "Estimated."),
        gallium("Korea, Republic of", "2026", "16,000", "Reported."),
        gallium("Japan", "2026", "—", ""),
        gallium("Russia", "2026", "W", ""),
        gallium("Ukraine", "2026", "NA", ""),
        gallium("Germany", "2026", "<1,000", ""),
        gallium("Hungary", "2026", "500–700", ""),
        gallium("Other countries", "2026", "12", ""),
        row(["GALLIUM", "World Production", "World total", "Primary production: rounded", "kilograms", "2026", "770,000", ""]),
    ];
    let harvest = read_text(&rows.concat()).expect("a good file");
    assert_eq!(
        lines(&harvest, Table::Production),
        [
            "gallium|refined|primary|CHN|2026|750|750,000 kilograms|estimated||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|DEU|2026||<1,000 kilograms|bound||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|HUN|2026|0.6|500–700 kilograms|range||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|JPN|2026|0|— kilograms|zero||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|KOR|2026|16|16,000 kilograms|reported||chapter GALLIUM, world table: Primary production|Reported",
            "gallium|refined|primary|OTH|2026|0.012|12 kilograms|reported||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|RUS|2026||W kilograms|withheld||chapter GALLIUM, world table: Primary production|",
            "gallium|refined|primary|UKR|2026||NA kilograms|not_available||chapter GALLIUM, world table: Primary production|",
        ]
    );
    assert_eq!(
        lines(&harvest, Table::World),
        [
            "gallium|refined|primary|2026|770|||770,000 kilograms|reported||chapter GALLIUM, world table: Primary production|rounded"
        ]
    );
    assert_eq!((harvest.edition.as_str(), harvest.published), ("2027", Some(2027)));
}

#[test]
fn tables_that_add_up_have_a_total_of_their_own() {
    let titanium = |country: &str, detail: &str, value: &str| {
        let unit = "thousand metric tons";
        row(["TITANIUM MINERAL CONCENTRATES", "World Mine Production", country, detail, unit, "2026", value, "Estimated."])
    };
    let rows = [
        titanium("United States", "Mine production: Ilmenite", "100"),
        titanium("Australia", "Mine production: Ilmenite", "600"),
        titanium("World total", "Mine production: ilmenite, rounded", "700"),
        titanium("United States", "Mine production: Rutile", "s"),
        titanium("Australia", "Mine production: Rutile", "200"),
        titanium("World total", "Mine production: rutile, rounded", "200"),
        titanium("World total", "Mine production: ilmenite and rutile, rounded", "900"),
    ];
    let harvest = read_text(&rows.concat()).expect("a good file");
    let tonnes: Vec<(String, String)> =
        harvest.rows[&Table::Production].iter().map(|row| (row[3].clone(), row[5].clone())).collect();
    // Australia: 600,000 + 200,000; rutile of the United States stands with its ilmenite
    assert_eq!(tonnes, [("AUS".into(), "800000".into()), ("USA".into(), "100000".into())]);
    let world: Vec<&str> = harvest.rows[&Table::World].iter().map(|row| row[4].as_str()).collect();
    assert_eq!(world, ["900000"]);
}

#[test]
fn prices_and_use_in_our_units() {
    let salient = "Salient Statistics—United States";
    let rows = [
        row([
            "ALUMINUM",
            salient,
            "United States",
            "Price, ingot, average U.S. market (spot), cents per pound",
            "cents per pound",
            "2026",
            "180",
            "Estimated.",
        ]),
        row([
            "LITHIUM",
            salient,
            "United States",
            "Price, annual average-real, battery-grade lithium carbonate, dollars per metric ton",
            "dollars per metric ton",
            "2026",
            "9,400",
            "",
        ]),
        row([
            "RARE EARTHS",
            salient,
            "United States",
            "Consumption, apparent, compounds and metals",
            "metric tons",
            "2026",
            "27,000",
            "Defined.",
        ]),
    ];
    let harvest = read_text(&rows.concat()).expect("a good file");
    let prices: Vec<(&str, &str)> = harvest.rows[&Table::Prices].iter().map(|row| (row[0].as_str(), row[3].as_str())).collect();
    // 180 cents a pound x 2204.62 pounds; 9,400 dollars / 0.188 t of lithium in a tonne of carbonate
    assert_eq!(prices, [("aluminum", "3968.32"), ("lithium", "50000")]);
    assert_eq!(
        lines(&harvest, Table::Use),
        [
            "rare_earths|USA|2026|27000|apparent|27,000 metric tons|reported||chapter RARE EARTHS, salient statistics, Consumption, apparent, compounds and metals|rare-earth-oxide equivalent, yttrium not included"
        ]
    );
}

#[test]
fn windows_1252_columns_in_any_order_and_unknown_countries() {
    let text = "Year,Value,Unit,Statistics_detail,Country,Section,MCS chapter\n\
                2026,\"500\x26700\",kilograms,Primary production,Atlantis,World Production,GALLIUM\n\
                2026,5,kilograms,Primary production,C\u{1}te,World Production,GALLIUM\n\
                2026,7,kilograms,Primary production,China,World Production,GALLIUM\n";
    let bytes: Vec<u8> = text
        .bytes()
        .map(|byte| match byte {
            0x26 => 0x96,
            1 => 0xF4,
            byte => byte,
        })
        .collect();
    let harvest = read("mcs.csv", &bytes, &maps()).expect("a good file");
    let unknown: Vec<&str> =
        harvest.left.iter().filter(|left| left.what == LeftWhat::Country).map(|left| left.name.as_str()).collect();
    assert_eq!((unknown, harvest.rows[&Table::Production].len()), (vec!["Atlantis", "Côte"], 1));
}

#[test]
fn every_problem_in_one_go() {
    let rows = [
        gallium("China", "2026", "-5", ""),
        gallium("China", "26", "5", ""),
        gallium("China", "2026", "1,5", ""),
        gallium("Japan", "2026", "5", ""),
        gallium("Japan", "2026", "5", ""),
        row(["GALLIUM", "World Production", "Russia", "Primary production", "bushels", "2026", "5", ""]),
        "GALLIUM,World Production,x\n".to_owned(),
    ];
    let problems = read_text(&rows.concat()).expect_err("a bad file");
    let right = [
        "mcs.csv: line 2, Value: `-5`; expected a figure of 0 or more",
        "mcs.csv: line 3, Year: `26`; expected a year",
        "mcs.csv: line 4, Value: `1,5`; expected a figure",
        "mcs.csv: line 6: `Japan` 2026 stands already in line 5; expected each figure once",
        "mcs.csv: line 7, Unit: `bushels`; expected a unit",
        "mcs.csv: line 8: 3 fields; expected 12 fields; the row may be cut off",
    ];
    assert_eq!(problems.len(), right.len(), "{problems:#?}");
    for (found, right) in problems.iter().zip(right) {
        assert!(found.starts_with(right), "{found}\n{right}");
    }
}

#[test]
fn wrong_files_are_named() {
    for (text, part) in [
        ("", "the file is empty"),
        ("MCS chapter,Section,Country\nGALLIUM,x,x\n", "no column `Statistics_detail`"),
        ("SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023\nx,x,x,x,x,x\n", "an edition before 2026"),
        (&format!("{HEADER}\n"), "the table has no rows"),
        (
            &format!("{HEADER}\n{}", row(["CEMENT", "World Production", "China", "Cement", "x", "2026", "1", ""])),
            "no chapter of a material",
        ),
    ] {
        let problems = read("mcs.csv", text.as_bytes(), &maps()).expect_err(part);
        assert!(problems.iter().any(|problem| problem.to_string().contains(part)), "{part}: {problems:?}");
    }
}
