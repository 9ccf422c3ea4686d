//! Pathways on what ships: a flood keeps plants from being built, a floor against it does not let it; draws do not depend on
//! threads; measures that are off change nothing.

use adit_analysis::pathway::ensemble::{Ensemble, Fate};
use adit_analysis::pathway::{Question, StopYears, run};
use adit_analysis::trace::trace;
use adit_api::pathway::{PathwayRequest, PathwayText, Pathways};
use adit_api::session::Session;
use adit_vocab::baseline::Item;
use adit_vocab::country::CountryId;

/// Place of 2031 among the years.
const LAST_OF_FLOOD: usize = 6;

fn session() -> Session {
    Session::open(None).expect("the data inside the program is right")
}

fn request(session: &Session, material: &str, packages: &[&str], draws: u32) -> PathwayRequest {
    let packages: Vec<String> = packages.iter().map(|&package| package.to_owned()).collect();
    let materials = [material.to_owned()];
    let text = PathwayText {
        importer: "USA",
        supplier: "CHN",
        materials: &materials,
        packages: &packages,
        draws: Some(draws),
        kept: None,
        price: None,
    };
    session.pathway_request(&text).expect("a question that makes sense")
}

fn answers(session: &Session, request: &PathwayRequest) -> Vec<Ensemble> {
    let found: Pathways = session.pathways(request, &|| ()).expect("an answer");
    found.into_iter().next().expect("one material").1.expect("a market")
}

/// Named projects that have had their first output by the end of the flood, as a mean over the draws.
fn started(ensemble: &Ensemble) -> f64 {
    ensemble.fates.iter().map(|fate| fate.on_line[LAST_OF_FLOOD]).sum()
}

/// Tonnes that named projects make in the last year of the flood.
fn made_in_flood(ensemble: &Ensemble) -> f64 {
    ensemble.fates.iter().map(|fate| fate.output[LAST_OF_FLOOD]).sum()
}

/// Tonnes that named and unnamed plants make in the last year.
fn made(ensemble: &Ensemble) -> f64 {
    let named: f64 = ensemble.fates.iter().filter_map(|fate| fate.output.last()).sum();
    named + ensemble.unnamed.iter().map(|(with, _)| with).sum::<f64>()
}

#[test]
fn a_flood_keeps_plants_from_being_built_and_a_floor_does_not_let_it() {
    let session = session();
    for material in ["neodymium", "gallium", "tungsten", "graphite"] {
        let found = answers(&session, &request(&session, material, &["baseline", "flood", "floor", "flood_floor"], 32));
        let [base, flood, floor, both] = &found[..] else { panic!("four answers") };
        let told = format!(
            "{material}: {:?}, made {:?}",
            found.iter().map(started).collect::<Vec<_>>(),
            found.iter().map(made_in_flood).collect::<Vec<_>>()
        );
        // without a floor fewer are on line when the flood ends, and those that are make less
        assert!(started(flood) < started(base) - 0.05, "{told}");
        assert!(made_in_flood(flood) < 0.98 * made_in_flood(base), "{told}");
        let later = |(base, flood): (&Fate, &Fate)| flood.on_line[LAST_OF_FLOOD] < base.on_line[LAST_OF_FLOOD] - 0.02;
        assert!(base.fates.iter().zip(&flood.fates).any(later), "a named project is delayed or given up: {told}");
        // with one the flood does not touch them
        assert!(started(both) > started(floor) - 0.1 && started(both) > started(base), "{told}");
        assert!(made_in_flood(both) > 0.99 * made_in_flood(floor), "{told}");
        // which costs more while it lasts than a floor without a flood, and costs the supplier
        let paid = |ensemble: &Ensemble| ensemble.years[..=LAST_OF_FLOOD].iter().map(|year| year.cash[0].paid).sum::<f64>();
        assert!(paid(both) > paid(floor).max(0.0), "{material}: {} and {}", paid(both), paid(floor));
        assert!(both.years.iter().any(|year| year.forgone > 0.0) && base.years.iter().all(|year| year.forgone == 0.0));
    }
}

#[test]
fn the_same_bytes_on_one_and_two_threads() {
    let session = session();
    let asked = request(&session, "germanium", &["package"], 12);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| answers(&session, &asked))
    };
    assert_eq!(on(1), on(2));
}

#[test]
fn packages_together_are_as_each_alone() {
    let session = session();
    let names = ["package", "baseline", "flood", "flood_floor"];
    let together = answers(&session, &request(&session, "gallium", &names, 6));
    for (name, found) in names.iter().zip(&together) {
        let alone = answers(&session, &request(&session, "gallium", &[name], 6)).remove(0);
        let fates = |ensemble: &Ensemble| -> Vec<(f64, f64)> {
            ensemble.fates.iter().map(|fate| (fate.starts, fate.starts_anyway)).collect()
        };
        assert_eq!((&alone.years, &alone.drawn, &alone.cost), (&found.years, &found.drawn, &found.cost), "{name}");
        assert_eq!(fates(&alone), fates(found), "{name}");
    }
}

#[test]
fn looking_at_few_stops_finds_the_same_end() {
    let session = session();
    // one market of linked stages, and one whose stages are markets of their own
    for material in ["gallium", "tungsten"] {
        let all = request(&session, material, &["baseline", "package"], 8);
        let few = PathwayRequest { stop_years: StopYears::EndAnd(2035), ..all.clone() };
        for (all, few) in answers(&session, &all).iter().zip(&answers(&session, &few)) {
            assert_eq!(all.drawn, few.drawn, "{material}");
            let lost = |ensemble: &Ensemble| {
                let year = ensemble.years.iter().find(|bands| bands.year == 2035).expect("the year");
                year.users.expect("known industries").middle
            };
            assert!((lost(all) - lost(few)).abs() <= 1e-6 * lost(all).abs().max(1.0), "{material}");
        }
    }
}

#[test]
fn a_cut_off_is_worse_than_none_and_others_build() {
    let session = session();
    let found = answers(&session, &request(&session, "yttrium", &["baseline", "cut_off_2028"], 16));
    let in_year = |ensemble: &Ensemble, year: i32| {
        let bands = ensemble.years.iter().find(|bands| bands.year == year).expect("the year");
        bands.outside.expect("users").middle
    };
    assert!(in_year(&found[1], 2028) > 2.0 * in_year(&found[0], 2028), "prices outside rise");
    assert!(in_year(&found[1], 2027) == in_year(&found[0], 2027), "and not before");
    assert!(made(&found[1]) > made(&found[0]), "others build");
    assert!(in_year(&found[1], 2045) < in_year(&found[1], 2030), "and prices come down");
}

#[test]
fn origins_of_a_world_at_rest_are_those_of_the_balance() {
    let session = session();
    let asked = request(&session, "gallium", &["baseline"], 1);
    let data = session.asker_data(&asked.importer, &[]).expect("an asker");
    for id in ["gallium", "cobalt", "neodymium", "tungsten"] {
        let material = session.material(id, "test").expect("a material");
        let subject = session.subject(material, &data).expect("data").expect("a market");
        let (parameters, asker) = (session.parameters_of(material).expect("parameters"), data.asker());
        let question = Question {
            subject: &subject,
            parameters: &parameters,
            ranges: session.year_parameters().expect("parameters"),
            trend: &[],
            base_year: 2024,
            supplier: asked.supplier,
            asker: &asker,
            package: &asked.packages[0],
            projects: &[],
            pools: &[],
            bearable: asked.bearable,
            stop_years: StopYears::All,
            supplied: &asked.importer.members,
        };
        let found = run(&question, None, true).expect("prices that clear");
        let (year, origins) = &found.origins[0];
        assert_eq!(*year, 2025);
        for (balance, origin) in subject.market.stages.iter().zip(origins) {
            let members = asked.importer.members.iter();
            let start: Vec<(CountryId, f64)> = members
                .filter_map(|&member| {
                    let node = balance.node(member)?;
                    Some((member, node.tonnes(Item::Use).max(0.0) + node.tonnes(Item::Feed).max(0.0)))
                })
                .filter(|(_, need)| *need > 0.0)
                .collect();
            let need: f64 = start.iter().map(|(_, need)| need).sum();
            let known = trace(balance, &start, None).produced.get(&asked.supplier).copied().unwrap_or(0.0) / need;
            let share = origin.map_or(0.0, |origin| origin.feared);
            assert!(need <= 0.0 || (share - known).abs() < 1e-3, "{id} {}: {share} against {known}", balance.stage);
        }
    }
}

#[test]
fn the_union_s_benchmark_is_told_by_year() {
    let session = session();
    let materials = ["gallium".to_owned()];
    let packages = ["baseline".to_owned(), "together".to_owned()];
    let text = PathwayText {
        importer: "EU",
        supplier: "CHN",
        materials: &materials,
        packages: &packages,
        draws: Some(12),
        kept: None,
        price: None,
    };
    let found = answers(&session, &session.pathway_request(&text).expect("a question"));
    let years: Vec<i32> = found[0].origins.iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [2025, 2030, 2035, 2040, 2045]);
    let largest = |place: usize, year: usize| found[place].origins[year].1[0].expect("it uses gallium").largest;
    assert!(largest(0, 0).middle > 0.65, "today most comes from one country");
    assert!(largest(1, 2).middle < largest(0, 2).middle, "measures bring that down");
    let china = session.country("CHN", "test").expect("China");
    assert_eq!(found[0].origins[0].1[0].expect("it uses gallium").who, china);
    let tables = session.pathway_tables(
        &session.pathway_request(&text).expect("a question"),
        &vec![(session.material("gallium", "test").expect("a material"), Some(found.clone()))],
        adit_report::naming::Naming::Ids,
    );
    let tables = tables.expect("tables");
    let origins = tables.iter().find(|table| table.id == "pathway_origins").expect("the table");
    assert_eq!(origins.rows.len(), 5);
}
