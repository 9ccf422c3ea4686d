use super::*;
use crate::files::FileSet;
use crate::{read_measures, read_projects, read_reference};

fn world() -> (Reference, Vec<Project>) {
    let files = FileSet::embedded();
    let reference = read_reference(&files).expect("no problem");
    let projects = read_projects(&files, &reference).expect("no problem");
    (reference, projects)
}

fn lines(text: &str) -> Vec<String> {
    let (reference, projects) = world();
    let mut problems = Vec::new();
    let bytes = Cow::Owned(text.as_bytes().to_vec());
    checked(&[("us/x.toml".to_owned(), bytes)], &reference, &projects, &mut problems);
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn every_file_that_ships_is_read() {
    let (reference, projects) = world();
    let all = read_measures(&reference, &projects).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let files = Embedded::iter().filter(|name| name.ends_with(ENDING)).count();
    assert_eq!(all.len(), files);
    assert!(all.is_sorted_by(|a, b| a.id < b.id));
    // the table of README.md
    let count = |status: Status| all.iter().filter(|measure| measure.status == status).count();
    assert_eq!(Status::ALL.map(count), [56, 17, 1, 4, 2, 5]);
    let korea = all.iter().find(|measure| measure.id == "korea/base_metals_stockpile").expect("it ships");
    assert_eq!(korea.scope, Scope::Unknown);
    let zinc = reference.materials.by_id("zinc").expect("a material");
    assert!(korea.is_about(zinc), "its part names the six metals that are meant");
}

#[test]
fn all_faults_of_a_file_are_named_at_once() {
    let text = r#"
name = { en = "a", de = "" }
status = "signed"
by = ["USS"]
with = ["EUU"]
from = "2026-13"
until = "soon"
amount_usd = -1
materials = ["galium"]
projects = ["mp_10x_neodym"]
note = { en = "n", de = "n" }

[[measure]]
instrument = "subsidy"
from = 2026
until = 2025
countries = ["Germany"]
stage = "mines"
part = 1.5
days = 0
assumption = "x"

[[measure]]
instrument = "zone"
from = 20260
amount_usd = 0
"#;
    let found = lines(text);
    let expected = [
        "policies/us/x.toml: name.de: nothing; expected a text",
        "status: `signed`; expected one of in_force, announced, negotiated, proposed, suspended, ended",
        "by: `USS` is not known; expected an ISO3 country code or the id of a bloc of blocs.csv, nearest: ",
        "with: `EUU` is not known",
        "from: `2026-13`; expected a year, a month or a day",
        "until: `soon`; expected a year, a month or a day",
        "amount_usd: -1; expected US dollars, above 0",
        "materials: `galium` is not known; expected a material id, or `*` alone for all, nearest: gallium",
        "projects: `mp_10x_neodym` is not known; expected an id of projects.csv, nearest: mp_10x_neodymium",
        "source: nothing; expected at least one [[source]]",
        "measure 1, instrument: `subsidy`; expected one of floor, permitting",
        "measure 1, until: 2025; expected 2026, the first year, or later",
        "measure 1, countries: `Germany` is not known; expected an ISO3 country code or the id of a bloc of blocs.csv, nearest: DEU",
        "measure 1, stage: `mines`; expected mine, refined or magnet",
        "measure 1, days: 0; expected a number above 0",
        "measure 1, part: 1.5; expected a part from 0 to 1",
        "measure 2, from: 20260; expected a year between 1900 and 2100",
        "measure 2, amount_usd: 0; expected US dollars, above 0",
        "measure 2, assumption: nothing; expected a text",
    ];
    for part in expected {
        assert!(found.iter().any(|line| line.contains(part)), "{part} in\n{}", found.join("\n"));
    }
    assert_eq!(found.len(), expected.len(), "{}", found.join("\n"));
}

#[test]
fn an_end_before_the_beginning_and_a_bad_source() {
    let text = r#"
name = { en = "a", de = "a" }
status = "ended"
by = ["USA"]
from = "2025-03-04"
until = "2025-03-03"
note = { en = "n", de = "n" }

[[source]]
publisher = ""
published = "March"
title = "t"
address = "example.org"
"#;
    let found = lines(text);
    assert_eq!(found.len(), 4, "{}", found.join("\n"));
    assert!(found[0].contains("until: 2025-03-03; expected 2025-03-04, its beginning, or later"), "{}", found[0]);
    assert!(found[3].contains("source 1, address: `example.org`; expected an address that begins with https://"), "{}", found[3]);
    let same_year = text.replace("2025-03-03", "2025");
    assert_eq!(lines(&same_year).len(), 3, "a year may end after any of its days");
}

#[test]
fn an_unknown_key_is_refused() {
    let text = "name = { en = \"a\", de = \"a\" }\nstatus = \"ended\"\nby = [\"USA\"]\nnote = { en = \"n\", de = \"n\" }\n";
    let found = lines(&format!("{text}amount = 5\n"));
    assert!(found.len() == 1 && found[0].contains("unknown field `amount`"), "{found:?}");
    let found = lines(&format!("{text}[[measure]]\ninstrument = \"floor\"\nfrom = 2026\npric = 2\n"));
    assert!(found.len() == 1 && found[0].contains("pric"), "{found:?}");
}
