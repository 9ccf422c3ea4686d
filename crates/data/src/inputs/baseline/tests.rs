//! Tests of the baseline files: what is written is read back, what is broken is named.

use super::*;
use crate::read_reference;

fn reference() -> Reference {
    read_reference(&FileSet::embedded()).expect("the data inside the program is good")
}

fn datum(value: f64, prior: Option<f64>, basis: &str) -> Datum {
    Datum { value, prior, spread: prior.map(|prior| prior / 4.0), basis: basis.into() }
}

/// Two stages, two countries, one flow each.
fn small(reference: &Reference) -> Baseline {
    let country = |iso3| reference.countries.by_iso3(iso3).expect("known");
    let material = reference.materials.by_id("copper").expect("known");
    let stage = |stage| StageBalance {
        stage,
        nodes: vec![
            Node {
                country: country("CHL"),
                items: vec![
                    (Item::Output, datum(0.1 + 0.2, Some(0.25), "usgs_mcs2026")),
                    (Item::StockDraw, datum(-1e-7, None, "")),
                ],
            },
            Node { country: country("CHN"), items: vec![(Item::Use, datum(1.0 / 3.0, Some(8e6), "use prior, \"by GDP\""))] },
        ],
        flows: vec![Flow {
            exporter: country("CHL"),
            importer: country("CHN"),
            datum: datum(1.0 / 3.0, Some(12.5), "baci_v202601"),
        }],
        unassigned: if stage == Stage::Mine { 0.7 } else { 0.0 },
        includes_scrap: stage == Stage::Refined,
        quality: Quality {
            grade: Grade::B,
            trade: TradeKnowledge::Basket,
            old_shares: true,
            moved_output: 0.125,
            moved_world: 0.0,
            moved_trade: 0.5,
            hidden: 0.001,
            absorption: 0.0,
            us_use_ratio: (stage == Stage::Refined).then_some(1.0625),
        },
    };
    let market = Market {
        material,
        stages: vec![stage(Stage::Mine), stage(Stage::Refined)],
        recovery: Some(0.1 + 0.7),
        magnet_yield: None,
    };
    let markets = reference.materials.iter().map(|(id, _)| (id == material).then(|| market.clone())).collect();
    let nothing = tempfile::tempdir().expect("a temporary directory");
    let inputs = FileSet::at(nothing.path()).reconciled_digest().expect("readable");
    Baseline { year: 2024, digest: String::new(), inputs, markets }
}

/// Reads baseline files from a directory that holds nothing else.
fn read(files: &[(String, Vec<u8>)], reference: &Reference) -> Result<Baseline, Vec<String>> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    std::fs::create_dir(directory.path().join("baseline")).expect("writable");
    for (name, bytes) in files {
        std::fs::write(directory.path().join(name), bytes).expect("writable");
    }
    read_baseline(&FileSet::at(directory.path()), reference).map_err(|problems| problems.iter().map(Problem::to_string).collect())
}

fn edited(name: &str, from: &str, to: &str) -> Vec<String> {
    let reference = reference();
    let mut files = baseline_files(&small(&reference), &reference);
    let file = files.iter_mut().find(|(file, _)| file == name).expect("a baseline file");
    let text = String::from_utf8(file.1.clone()).expect("text");
    assert!(text.contains(from), "{text}");
    file.1 = text.replacen(from, to, 1).into_bytes();
    read(&files, &reference).expect_err("the file is broken")
}

#[test]
fn what_is_written_is_read_back_exactly() {
    let reference = reference();
    let baseline = small(&reference);
    let files = baseline_files(&baseline, &reference);
    let found = read(&files, &reference).expect("good files");
    assert_eq!(found.digest, digest_of(&files));
    assert_eq!(found, Baseline { digest: found.digest.clone(), ..baseline });
    assert_eq!(baseline_files(&found, &reference), files);
}

#[test]
fn a_baseline_that_does_not_belong_to_its_data_is_refused() {
    let reference = reference();
    let files = baseline_files(&small(&reference), &reference);
    let refused = |files: &[(String, Vec<u8>)]| read(files, &reference).expect_err("refused").join("; ");
    // a figure of the baseline changed by hand
    let mut changed = files.clone();
    let nodes = changed.iter_mut().find(|(name, _)| name == NODES).expect("a baseline file");
    nodes.1 = String::from_utf8(nodes.1.clone())
        .expect("text")
        .replacen("copper,mine,CHN,use,", "copper,mine,CHN,use,1", 1)
        .into_bytes();
    assert!(refused(&changed).contains("content: the other files are not those that were built"));
    // an input file more than there was
    let mut more = files;
    more.push(("countries.csv".into(), b"iso3".to_vec()));
    assert!(refused(&more).contains("inputs: the baseline was built from other input files"));
}

#[test]
fn priors_have_four_digits_and_values_all() {
    assert_eq!(cells(&datum(0.1 + 0.2, Some(123456.0), "x")), "0.30000000000000004,123500,30860,x");
    assert_eq!(round(-0.000_123_456, 4), -0.000_123_5);
    assert_eq!(round(0.0, 4), 0.0);
}

#[test]
fn broken_files_are_named() {
    let has = |problems: Vec<String>, part: &str| assert!(problems.iter().any(|problem| problem.contains(part)), "{problems:#?}");
    has(edited(FLOWS, "CHL", "XXX"), "flows.csv: line 2, exporter: `XXX`; expected an ISO3 country code");
    has(edited(FLOWS, "0.3333333333333333", "-1"), "line 2, tonnes: `-1`; expected a number of tonnes of 0 or more");
    has(edited(FLOWS, "copper,refined", "copper,mine"), "copper mine CHL to CHN: two rows");
    has(edited(FLOWS, "copper,refined", "cobalt,mine"), "cobalt mine: a stage without quality");
    has(edited(NODES, "output", "outputs"), "nodes.csv: line 2, item: `outputs`; expected one of `output`");
    has(edited(NODES, "copper,mine,CHN,use", "copper,mine,CHL,output"), "copper mine CHL output: two rows");
    has(edited(QUALITY, ",B,", ",E,"), "quality.csv: line 2, grade: `E`");
    has(edited(META, "2024", "24"), "meta.csv: line 2, year: `24`; expected a year between 1900 and 2100");
}

#[test]
fn a_missing_baseline_says_how_to_make_it() {
    let problems = read(&[], &reference()).expect_err("nothing there");
    assert_eq!(problems.len(), 4);
    assert!(problems[0].contains("`adit data build` makes it"), "{problems:#?}");
}
