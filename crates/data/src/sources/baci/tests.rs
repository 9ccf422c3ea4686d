//! The figures of these files are made up for the tests, in the publisher's layout.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;
use crate::files::FileSet;
use crate::read_reference;

const COUNTRIES: &str = "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n276,Germany,DE,DEU\n490,\"Other Asia, nes\",,S19\n842,USA,US,USA\n891,Serbia and Montenegro,,SCG\n";

fn maps() -> Maps {
    let files = FileSet::embedded();
    Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance")
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        zip.write_all(text.as_bytes()).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

fn run(edition: &str, rows: &str) -> Result<Harvest, Vec<String>> {
    let year = format!("t,i,j,k,v,q\n{rows}");
    let name = format!("BACI_{edition}_Y2024_V202701.csv");
    let bytes = zipped(&[("Readme.txt", "text"), (&name, &year), ("country_codes_V202701.csv", COUNTRIES)]);
    let mut told = (0, 0);
    let harvest = read("baci.zip", Cursor::new(bytes), &maps(), &mut |read, total| told = (read, total));
    if harvest.is_ok() {
        assert_eq!(told, (year.len() as u64, year.len() as u64));
    }
    harvest.map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn rows(harvest: &Harvest) -> Vec<String> {
    harvest.rows[&Table::Trade].iter().map(|row| row.join(" ")).collect()
}

#[test]
fn rows_of_our_codes_with_blanks_and_without_leading_zeros() {
    let harvest = run(
        "HS17",
        "2024,156,276,811292,   12.5,   0.1\n2024,156,490,811292,1,NA\n2024,156,276,10121,1,1\n2024,891,276,811292,1,1\n",
    )
    .expect("a good file");
    assert_eq!(rows(&harvest), ["HS17 811292 2024 CHN DEU 12.5 0.1 ", "HS17 811292 2024 CHN TWN 1  "]);
    let unknown: Vec<&str> =
        harvest.left.iter().filter(|left| left.what == LeftWhat::Country).map(|left| left.name.as_str()).collect();
    assert_eq!((unknown, harvest.edition.as_str(), harvest.published), (vec!["SCG 891"], "202701", Some(2027)));
}

#[test]
fn parts_of_a_code_add_up_and_an_unknown_part_makes_the_weight_unknown() {
    // HS17 811292 is HS22 811231 + 811241 + 811292
    let harvest =
        run("HS22", "2024,156,276,811231,1,1\n2024,156,276,811292,2,2\n2024,276,842,811241,1,1\n2024,276,842,811292,2,NA\n")
            .expect("a good file");
    assert_eq!(rows(&harvest), ["HS17 811292 2024 CHN DEU 3 3 ", "HS17 811292 2024 DEU USA 3  "]);
    let read_as = harvest.read_as.iter().find(|read| read.code == "HS17 811292").expect("it is said");
    assert_eq!(read_as.from, "HS22 811231 + 811241 + 811292");
}

#[test]
fn headings_take_all_their_codes() {
    let harvest =
        run("HS22", "2024,156,276,790111,1,1\n2024,156,276,790120,2,2\n2024,156,276,790200,4,4\n").expect("a good file");
    assert_eq!(rows(&harvest), ["HS22 7901 2024 CHN DEU 3 3 "]);
}

#[test]
fn a_code_that_meant_other_goods_is_said_and_not_taken() {
    let harvest = run("HS92", "2024,156,276,811291,1,1\n2024,156,276,260300,1,1\n").expect("a good file");
    assert_eq!(rows(&harvest), ["HS92 260300 2024 CHN DEU 1 1 "]);
    let left = harvest.left.iter().find(|left| left.name == "HS17 811292").expect("it is said");
    assert!(left.what == LeftWhat::CustomsCode && left.note.contains("thallium"), "{left:?}");
}

#[test]
fn codes_marked_as_missing_are_pointed_out() {
    let harvest = run("HS17", "2024,156,276,720241,1,1\n").expect("a good file");
    assert!(harvest.left.iter().any(|left| left.what == LeftWhat::StillMissing && left.name == "HS17 720241"));
    assert!(harvest.left.iter().any(|left| left.what == LeftWhat::NotFound && left.name == "HS17 811292"));
}

#[test]
fn every_problem_in_one_go() {
    let problems = run(
        "HS17",
        "2023,156,276,811292,1,1\n2024,156,276,811292,-1,1\n2024,x,276,811292,1,1\n2024,156,276,811292,NA,NA\n2024,156,276,811292,1,1\n2024,156,276,811292,1,1\n2024,156,276,81129,,\n2024,156,276,8112xx,1,1\n2024,156\n",
    )
    .expect_err("bad rows");
    let right = [
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 2, t: `2023`; expected 2024, the year of the file",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 3, v: `-1`; expected a number of 0 or more, or NA",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 4, i: `x`; expected a country code, a whole number",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 5: neither value nor quantity",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 7: 811292 from 156 to 276 stands there twice",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 9, k: `8112xx`; expected a product code of six digits",
        "baci.zip: BACI_HS17_Y2024_V202701.csv: line 10: 2 fields; expected 6 fields; the row may be cut off",
    ];
    assert_eq!(problems.len(), right.len(), "{problems:#?}");
    for (found, right) in problems.iter().zip(right) {
        assert!(found.starts_with(right), "{found}\n{right}");
    }
}

#[test]
fn wrong_archives_are_named() {
    let fails = |bytes: Vec<u8>, part: &str| {
        let problems = read("baci.zip", Cursor::new(bytes), &maps(), &mut |_, _| {}).expect_err(part);
        let text: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert!(text.iter().any(|text| text.contains(part)), "{part}: {text:?}");
    };
    let good = ("country_codes_V202701.csv", COUNTRIES);
    let year = "t,i,j,k,v,q\n2024,156,276,811292,1,1\n";
    fails(b"no zip".to_vec(), "a zip file of BACI; the file may be cut off");
    fails(zipped(&[good]), "no file of a year");
    fails(
        zipped(&[("BACI_HS17_Y2023_V202701.csv", year), good]),
        "only the years 2023; expected the year 2024, base_year of reconciliation.toml",
    );
    fails(zipped(&[("BACI_HS17_Y2024_V202701.csv", year)]), "no file of country codes");
    fails(zipped(&[("a/BACI_HS17_Y2024_V202701.csv", "t,i,j,k,v\n"), good]), "no column `q`");
    fails(zipped(&[("BACI_HS17_Y2024_V202701.csv", ""), good]), "the file is empty");
    fails(zipped(&[("BACI_HS17_Y2024_V202701.csv", "t,i,j,k,v,q\n"), good]), "the table has no rows");
    let mut half = zipped(&[("BACI_HS17_Y2024_V202701.csv", &year.repeat(50)), good]);
    half.truncate(half.len() / 2);
    fails(half, "the file may be cut off");
    let mut damaged = zipped(&[("BACI_HS17_Y2024_V202701.csv", &year.repeat(50)), good]);
    damaged[80] ^= 0x55;
    fails(damaged, "BACI_HS17_Y2024_V202701.csv");
}

#[test]
fn a_file_of_the_wrong_kind_does_not_fill_the_memory_with_problems() {
    let problems = run("HS17", &"2024,156,276,x,1,1\n".repeat(5000)).expect_err("bad rows");
    assert_eq!(problems.len(), crate::sources::MOST_PROBLEMS);
}

#[test]
fn every_code_of_ours_is_said_for_every_edition() {
    let maps = maps();
    for ours in maps.codes.keys() {
        for (at, edition) in ["HS92", "HS96", "HS02", "HS07", "HS12", "HS17", "HS22"].iter().enumerate() {
            let fits = |row: &&crate::inputs::customs::CustomsRow| {
                edition_position(&row.from) <= Some(at) && Some(at) <= edition_position(&row.to)
            };
            let rows: Vec<_> = maps.customs_of(ours).iter().filter(fits).collect();
            assert!(!rows.is_empty(), "{} {} in {edition}", ours.edition, ours.code);
            let relation = rows[0].relation;
            assert!(rows.iter().all(|row| row.relation == relation), "{} {} in {edition}", ours.edition, ours.code);
            assert!(rows.len() == 1 || relation == Relation::Sum, "{} {} in {edition}", ours.edition, ours.code);
            if *edition == ours.edition {
                assert!(relation == Relation::Same && rows[0].file_code == ours.code, "{} {}", ours.edition, ours.code);
            }
        }
    }
}
