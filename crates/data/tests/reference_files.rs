//! The publishers' figures, put into the publishers' layouts, give our tables again. They may not ship: the tests run where
//! `ADIT_REFERENCE` names them.

#![allow(clippy::print_stdout, reason = "a test that is not run says so")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use adit_data::files::FileSet;
use adit_data::import::{Staged, stage};
use adit_data::read_reference;
use adit_data::sources::cells::{Cell, Sheet};
use adit_data::sources::harvest::{Harvest, Table};
use adit_data::sources::maps::Maps;
use adit_data::sources::{Kind, baci, usgs_mcs, wmd};
use adit_vocab::problem::Problem;

type Rows = Vec<BTreeMap<String, String>>;

/// The rows of a reference file, or `None` if it is not there.
fn reference(name: &str) -> Option<Rows> {
    let path = PathBuf::from(std::env::var_os("ADIT_REFERENCE")?).join("facts").join(name);
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("not run: file absent: {}", path.display());
        return None;
    };
    Some(reader.deserialize().map(|row| row.expect("a row")).collect())
}

fn import(kind: Kind, read: impl Fn(&Maps) -> Result<Harvest, Vec<Problem>>) -> Staged {
    let files = FileSet::embedded();
    let known = read_reference(&files).expect("good tables");
    let maps = Maps::read(&files, &known).expect("good concordance");
    let lines = |problems: Vec<Problem>| problems.iter().take(20).map(Problem::to_string).collect::<Vec<_>>();
    let harvest = read(&maps).map_err(lines).expect("a good file");
    stage(kind, harvest, &files, &known).map_err(lines).expect("good rows")
}

fn counts(staged: &Staged) -> Vec<(Table, usize, usize, usize)> {
    staged.tables.iter().map(|change| (change.table, change.added, change.changed, change.removed)).collect()
}

#[test]
fn usgs_mcs_2026_gives_production_world_totals_and_prices_again() {
    let (Some(output), Some(prices)) =
        (reference("production/usgs_world_production.csv"), reference("prices/usgs_mcs2026_prices_2021_2025.csv"))
    else {
        println!("not run: file absent");
        return;
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["MCS chapter", "Section", "Country", "Statistics_detail", "Unit", "Year", "Value", "Notes"];
    writer.write_record(header).expect("in memory");
    // the collection carries the en dash of ranges as the byte it had in the publisher's encoding
    let plain = |text: &String| text.replace('\u{96}', "–");
    for row in output.iter().filter(|row| row["source"].starts_with("USGS") && row["stage"] != "reserves_only") {
        let chapter = row["source"].split(" chapter ").nth(1).expect("a chapter");
        let chapter = chapter.split(" (via").next().unwrap_or(chapter);
        let cells = [&row["country_name"], &row["usgs_detail"], &row["unit"], &row["year"], &row["value_raw"], &row["notes"]];
        let start = [chapter.to_owned(), "World Production".to_owned()];
        writer.write_record(start.into_iter().chain(cells.into_iter().map(plain))).expect("in memory");
    }
    for row in &prices {
        let cells = [&row["detail"], &row["unit"], &row["year"], &row["raw_value"], &row["notes"]];
        let start = [row["chapter"].clone(), "Salient Statistics—United States".to_owned(), "United States".to_owned()];
        writer.write_record(start.into_iter().chain(cells.into_iter().map(plain))).expect("in memory");
    }
    let bytes = writer.into_inner().expect("in memory");
    let staged = import(Kind::UsgsMcs, |maps| usgs_mcs::read("mcs.csv", &bytes, maps));
    assert_eq!(counts(&staged), [(Table::Production, 0, 0, 0), (Table::World, 0, 0, 0), (Table::Prices, 0, 0, 0)]);
    assert_eq!((staged.source.id.as_str(), staged.new_source), ("usgs_mcs2026", false));
}

#[test]
fn world_mining_data_2026_keeps_the_single_facts_we_cite() {
    let Some(rows) = reference("production/world_mining_data_2018_2024.csv") else {
        println!("not run: file absent");
        return;
    };
    let years: Vec<String> = (2018..=2024).map(|year| year.to_string()).collect();
    let mut minerals: BTreeMap<&str, BTreeMap<(&str, &str), Vec<Cell>>> = BTreeMap::new();
    for row in &rows {
        let cells = minerals.entry(&row["mineral"]).or_default().entry((&row["country"], &row["unit"]));
        let cells = cells.or_insert_with(|| vec![Cell::Empty; years.len() + 1]);
        let at = years.iter().position(|year| *year == row["year"]).expect("a year");
        cells[at] = Cell::Number(row["quantity"].parse().expect("a number"));
        cells[years.len()] = Cell::Text(row["flag"].clone());
    }
    let text = |text: &str| Cell::Text(text.to_owned());
    let sheets: Vec<Sheet> = minerals
        .into_iter()
        .map(|(name, countries)| {
            let start = [text("Country"), text("unit")];
            let header = start.into_iter().chain(years.iter().map(|year| text(year))).chain([text("data source")]).collect();
            let row = |((country, unit), cells): ((&str, &str), Vec<Cell>)| {
                [text(country), text(unit)].into_iter().chain(cells).collect()
            };
            Sheet { name: name.to_owned(), rows: [header].into_iter().chain(countries.into_iter().map(row)).collect() }
        })
        .collect();
    let staged = import(Kind::Wmd, |maps| wmd::read_sheets("wmd.xlsx", &sheets, maps));
    let (table, added, changed, removed) = counts(&staged)[0];
    assert_eq!((table, changed, removed), (Table::Production, 0, 0));
    assert!(added > 5000, "{added}");
    assert_eq!((staged.source.id.as_str(), staged.new_source), ("wmd_2026", false));
}

#[test]
fn baci_v202601_hs17_gives_the_trade_of_its_codes_again() {
    let Some(rows) = reference("trade/baci_v202601_hs17_2024_30codes.csv") else {
        println!("not run: file absent");
        return;
    };
    let (mut text, mut countries) = (String::from("t,i,j,k,v,q\n"), BTreeMap::new());
    // our table has this code from the file of another edition
    for row in rows.iter().filter(|row| row["hs6"] != "282200") {
        let mut number = |iso3: &String| {
            let next = countries.len() + 1;
            *countries.entry(iso3.clone()).or_insert(next)
        };
        let (exporter, importer) = (number(&row["exporter"]), number(&row["importer"]));
        let weight = if row["quantity_t"].is_empty() { "NA" } else { &row["quantity_t"] };
        text += &format!("{},{exporter},{importer},{},{},{weight}\n", row["year"], row["hs6"], row["value_kusd"]);
    }
    let codes: String = countries.iter().map(|(iso3, number)| format!("{number},{iso3}\n")).collect();
    let codes = format!("country_code,country_iso3\n{codes}");
    let staged = import(Kind::Baci, |maps| {
        let mut harvest = baci::read_rows("baci", text.as_bytes(), "HS17", &codes, maps)?;
        harvest.edition = "202601".to_owned();
        Ok(harvest)
    });
    assert_eq!(counts(&staged), [(Table::Trade, 0, 0, 0)], "{:#?}", staged.changes);
    assert!(staged.nothing_changes());
}
