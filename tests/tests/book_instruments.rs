//! The pages of the instruments list the real measures that use them. The tables are made from `policies/` here, so that they
//! cannot go stale; `UPDATE_GOLDEN=1` writes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use adit_api::lang::Lang;
use adit_api::table::Cell;
use adit_api::{Naming, Session};
use adit_tests::hold_block;

/// The page of an instrument: that of its own name but for a guarantee, which is a loan of others.
fn page(instrument: &str) -> &str {
    if instrument == "guarantee" { "loan" } else { instrument }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/instruments")
}

/// Ids of the pages there are.
fn pages() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the pages").map(|file| file.expect("a file").path());
    let mut ids: Vec<String> = files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    ids.sort();
    ids
}

/// The sum of a part, or of the measure if it has one part only; US dollars.
fn million(usd: Option<f64>) -> String {
    usd.map_or_else(String::new, |usd| format!("{:.0}", usd / 1e6))
}

#[test]
fn real_measures_of_each_instrument() {
    let session = Session::open(None).expect("the data inside the program is good");
    let measures = session.measures().expect("good measures");
    let announced = session.announced().expect("good measures");
    // names and reasons as `adit measures` says them
    let request = session.measures_request(&Default::default()).expect("all");
    let tables = session.measure_tables(&request, Naming::In(Lang::En)).expect("tables");
    let said = |table: &str, key: &str, column: &str| -> String {
        let table = tables.iter().find(|known| known.id == table).unwrap_or_else(|| panic!("no table {table}"));
        let place = table.columns.iter().position(|known| known.id == column).unwrap_or_else(|| panic!("no column {column}"));
        let row = table.rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"));
        if let Cell::Text(text) = &row.cells[place] { text.clone() } else { String::new() }
    };
    for id in pages() {
        let mut rows = Vec::new();
        for part in &announced.parts {
            let measure = &measures[part.measure];
            let entry = &measure.entries[part.entry].text;
            if page(&entry.policy.instrument) != id {
                continue;
            }
            let source = measure.sources.first().expect("at least one source");
            let publisher = source.publisher.replace('|', "/");
            let cited =
                source.address.as_ref().map_or_else(|| publisher.clone(), |address| format!("[{publisher}](<{address}>)"));
            let alone = if measure.entries.len() == 1 { measure.amount_usd } else { None };
            rows.push(format!(
                "| {} | {} | {} | {} | {} | {} | {cited}, {} |\n",
                measure.name.en.replace('|', "/"),
                said("measures", &measure.id, "measure_by"),
                measure.from.as_ref().map_or_else(String::new, ToString::to_string),
                said("measures", &measure.id, "measure_status"),
                million(entry.amount_usd.or(alone)),
                match said("measure_parts", &format!("{}.{}", measure.id, part.entry + 1), "cannot_run") {
                    why if why.is_empty() => "yes".to_owned(),
                    why => format!("no: {why}"),
                },
                source.published,
            ));
        }
        rows.sort();
        let head = "| measure | by | since | status | million USD | runs | source |\n|---|---|---|---|---|---|---|\n";
        let table = if rows.is_empty() { "None.\n".to_owned() } else { format!("{head}{}", rows.concat()) };
        hold_block(&format!("../instruments/{id}.md"), "measures", &table);
    }
}

#[test]
fn every_instrument_has_a_page_and_every_page_is_in_the_summary() {
    let session = Session::open(None).expect("the data inside the program is good");
    let (measures, announced) = (session.measures().expect("measures"), session.announced().expect("measures"));
    let used: BTreeSet<&str> = announced
        .parts
        .iter()
        .filter(|part| part.cannot.is_none())
        .map(|part| page(&measures[part.measure].entries[part.entry].text.policy.instrument))
        .collect();
    let pages = pages();
    for instrument in used {
        assert!(pages.iter().any(|id| id == instrument), "book/src/instruments/{instrument}.md is missing");
    }
    let summary = fs::read_to_string(folder().join("../SUMMARY.md")).expect("the summary");
    let common = fs::read_to_string(folder().join("../model/instruments.md")).expect("the common page");
    for id in pages {
        assert!(summary.contains(&format!("(instruments/{id}.md)")), "SUMMARY.md does not list {id}");
        assert!(common.contains(&format!("(../instruments/{id}.md)")), "model/instruments.md does not list {id}");
    }
}
