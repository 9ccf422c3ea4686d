//! The figures of these files are made up for the tests, in the publisher's layout.

use super::*;
use crate::files::FileSet;
use crate::read_reference;
use crate::sources::harvest::Table;

const HEADER: &str = "bgs_commodity_trans,bgs_sub_commodity_trans,bgs_statistic_type_trans,country_trans,country_iso3_code,year,quantity,units,obs_status";

fn run(rows: &str) -> Result<Harvest, Vec<String>> {
    let files = FileSet::embedded();
    let maps = Maps::read(&files, &read_reference(&files).expect("good tables")).expect("good concordance");
    let text = format!("{HEADER}\n{rows}");
    read("bgs.csv", text.as_bytes(), &maps).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

#[test]
fn output_of_known_tables() {
    let harvest = run("\"cobalt, refined\",,Production,Finland,FIN,2024-01-01T00:00:00Z,12000.5,tonnes (metric),A\n\
         \"cobalt, refined\",,Production,\"Congo, Democratic Republic\",COD,2024-01-01T00:00:00Z,0,tonnes (metric),A\n\
         \"cobalt, refined\",,Production,Canada,CAN,2024-01-01T00:00:00Z,0,tonnes (metric),N\n\
         \"cobalt, refined\",,Production,Japan,JPN,2024-01-01T00:00:00Z,,tonnes (metric),O\n\
         \"cobalt, refined\",,Imports,Japan,JPN,2024-01-01T00:00:00Z,5,tonnes (metric),A\n\
         \"platinum group metals, mine\",Iridium,Production,Zimbabwe,ZWE,2024,1000,kilograms (metal content),A\n\
         ferro-alloys,Ferro-chrome,Production,Finland,FIN,2024,5,tonnes (metric),A\n\
         salt,,Production,Finland,FIN,2024,5,tonnes (metric),A\n\
         \"cobalt, refined\",,Production,Atlantis,,2024,5,tonnes (metric),A\n")
    .expect("a good file");
    let rows: Vec<String> = harvest.rows[&Table::Production]
        .iter()
        .map(|row| [&row[0], &row[1], &row[3], &row[5], &row[7]].map(String::as_str).join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            "cobalt refined CAN  bound",
            "cobalt refined COD 0 zero",
            "cobalt refined FIN 12000.5 reported",
            "cobalt refined JPN  not_available",
            "iridium refined ZWE 1 reported",
        ]
    );
    let left: Vec<(LeftWhat, &str, usize)> = harvest.left.iter().map(|left| (left.what, left.name.as_str(), left.rows)).collect();
    assert_eq!(
        left,
        [(LeftWhat::Country, "Atlantis", 1), (LeftWhat::Commodity, "salt", 1), (LeftWhat::OtherBasis, "ferro-alloys", 1)]
    );
    assert_eq!(harvest.edition, "2024");
}

#[test]
fn every_problem_in_one_go() {
    let problems = run("graphite,,Production,China,CHN,2024,-1,tonnes (metric),A\n\
         graphite,,Production,China,CHN,last,1,tonnes (metric),A\n\
         graphite,,Production,China,CHN,2024,1,bushels,A\n\
         graphite,,Production,China,CHN,2024,1,tonnes (metric),A\n\
         graphite,,Production,China,CHN,2024,2,tonnes (metric),A\n\
         graphite,,Production\n")
    .expect_err("a bad file");
    let right = [
        "bgs.csv: line 2, quantity: `-1`",
        "bgs.csv: line 3, year: `last`",
        "bgs.csv: line 4, units: `bushels`",
        "bgs.csv: line 6: `China` 2024 stands already in line 5",
        "bgs.csv: line 7: 3 fields; expected 9 fields; the row may be cut off",
    ];
    assert_eq!(problems.len(), right.len(), "{problems:#?}");
    for (found, right) in problems.iter().zip(right) {
        assert!(found.starts_with(right), "{found}\n{right}");
    }
    assert!(
        run("salt,,Production,China,CHN,2024,1,tonnes (metric),A\n").expect_err("nothing of ours")[0]
            .contains("no output of a material")
    );
}
