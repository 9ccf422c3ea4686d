//! Pathways to 2045: `cargo bench -p adit-api --bench years`. Bounds: all materials on one thread 0.3 s without a stop in every
//! year and 3 s with one; 1,000 draws of one material with stops 20 s on two cores. Least of a few runs, as the machine may be
//! busy. The ratio of the two says what the stops cost on this machine.
#![allow(clippy::print_stdout)]

use std::process::ExitCode;
use std::time::Instant;

use adit_analysis::pathway::{Question, pools, run};
use adit_api::pathway::PathwayText;
use adit_api::session::Session;
use adit_vocab::project::Project;

const RUNS: usize = 3;
const PLAIN: f64 = 0.3;
const WITH_STOPS: f64 = 3.0;
const DRAWS: u32 = 1000;
const ENSEMBLE: f64 = 20.0;
/// A material of two stages with projects.
const MATERIAL: &str = "lithium";

fn main() -> ExitCode {
    let session = Session::open(None).expect("the data inside the program is right");
    let text = |materials, draws, packages| PathwayText {
        importer: "USA",
        supplier: "CHN",
        materials,
        packages,
        draws,
        kept: None,
        price: None,
    };
    let package = ["package".to_owned()];
    let request = session.pathway_request(&text(&[], None, &package)).expect("a question");
    let data = session.asker_data(&request.importer, &[]).expect("an asker");
    let (asker, ranges) = (data.asker(), session.year_parameters().expect("parameters"));
    let path = |stops: bool| {
        let mut followed = 0;
        let started = Instant::now();
        for &material in &request.materials {
            let Some(subject) = session.subject(material, &data).expect("a subject") else { continue };
            let info = session.reference().materials.get(material);
            let projects = session.projects().expect("projects").iter().filter(|project| project.material == material);
            let projects: Vec<&Project> = projects.collect();
            let trend = session.trend(material).expect("a trend");
            let parameters = session.parameters_of(material).expect("parameters");
            let places = pools(subject.market, info, &session.reference().countries, request.supplier);
            let question = Question {
                subject: &subject,
                parameters: &parameters,
                ranges,
                trend: &trend,
                base_year: 2024,
                supplier: request.supplier,
                asker: &asker,
                package: &request.packages[0],
                projects: &projects,
                pools: &places,
                bearable: request.bearable,
                stop_years: request.stop_years,
                supplied: &request.supplied,
            };
            run(&question, None, stops).expect("prices that clear");
            followed += 1;
        }
        (started.elapsed().as_secs_f64(), followed)
    };
    let least = |stops: bool| (0..RUNS).map(|_| path(stops).0).fold(f64::INFINITY, f64::min);
    // the first run reads the data
    let (_, followed) = path(false);
    let (plain, stopped) = (least(false), least(true));
    let one = [MATERIAL.to_owned()];
    let request = session.pathway_request(&text(&one, Some(DRAWS), &package)).expect("a question");
    let started = Instant::now();
    session.pathways(&request, &|| ()).expect("an answer");
    let ensemble = started.elapsed().as_secs_f64();
    println!(
        "{followed} materials to 2045 on one thread: {plain:.3} s (bound {PLAIN}), with a stop in every year {stopped:.3} s \
         (bound {WITH_STOPS}), {:.2} times as long; {DRAWS} draws of {MATERIAL} with stops, and without measures as well, on all \
         cores {ensemble:.1} s (bound {ENSEMBLE})",
        stopped / plain
    );
    let good = plain <= PLAIN && stopped <= WITH_STOPS && ensemble <= ENSEMBLE;
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
