use adit_vocab::lang::Lang;
use adit_vocab::measure::{CannotRun, Role, Scope};
use adit_vocab::policy::{Package, Terms};
use adit_vocab::table::Cell;

use super::*;
use crate::pathway::{PathwayRequest, PathwayText};

fn session() -> Session {
    Session::open(None).expect("the data inside the program is good")
}

fn measure<'a>(session: &'a Session, id: &str) -> &'a Measure {
    let measures = session.measures().expect("good files");
    measures.iter().find(|measure| measure.id == id).unwrap_or_else(|| panic!("no measure `{id}`"))
}

#[test]
fn fifty_four_guests_the_union_and_an_alliance_that_may_ask() {
    let session = session();
    let guests = session.guests().expect("a good file");
    assert_eq!(guests.iter().filter(|guest| guest.row.role == Role::Guest).count(), 54);
    assert_eq!(guests.iter().filter(|guest| guest.row.role == Role::Union).count(), 1);
    for name in ["alliance", "ALLIANCE", "Allianz", "Allianz vom Februar 2026"] {
        assert_eq!(session.party(name, "--for").expect(name).members.len(), 69, "{name}"); // 1 + 54 + 14 more of the EU
    }
}

#[test]
fn twenty_one_agreements_of_which_eleven_are_new() {
    let session = session();
    let measures = session.measures().expect("good files");
    let new: Vec<&Measure> = measures.iter().filter(|measure| measure.new_in_2026).collect();
    assert_eq!(new.len(), 11);
    for measure in &new {
        assert_eq!((measure.by.as_slice(), measure.status), (&["USA".to_owned()][..], Status::InForce), "{}", measure.id);
        assert_eq!(measure.from.map(|from| from.to_string()).as_deref(), Some("2026-02-04"), "{}", measure.id);
    }
    // of the ten before, seven have a name and are presumed, see us/agreements_unnamed.toml; three are only counted
    let before = ["australia", "japan", "malaysia", "thailand", "kazakhstan", "saudi_arabia", "dr_congo"];
    for name in before {
        let found = measure(&session, &format!("us/agreement_{name}"));
        assert!(!found.new_in_2026 && found.status == Status::InForce, "{name}");
        assert!(found.from.is_some_and(|from| from.to_string().starts_with("2025")), "{name}");
    }
    let said = &measure(&session, "us/agreements_unnamed").note.en;
    assert!(said.contains("21 agreements are counted") && said.contains("3 are not named"), "{said}");
    assert_eq!(new.len() + before.len() + 3, 21);
}

#[test]
fn the_reserve_is_reported_as_twelve_billion() {
    let session = session();
    let vault = measure(&session, "us/project_vault");
    assert_eq!(vault.amount_usd, Some(10_000e6), "public: the loan");
    assert_eq!(vault.entries[0].text.amount_usd, Some(10_000e6 + 1_670e6), "with the private money");
    assert_eq!((11_670e6_f64 / 1e9).round(), 12.0);
}

#[test]
fn all_parts_of_measures_run_or_say_why_not() {
    let session = session();
    let found = session.announced().expect("good measures");
    let measures = session.measures().expect("good files");
    assert_eq!(found.parts.len(), measures.iter().map(|measure| measure.entries.len()).sum::<usize>());
    let runs = found.parts.iter().filter(|part| part.cannot.is_none()).count();
    assert_eq!((found.package.policies.len(), found.package.origins.len()), (runs, runs));
    let why = |id: &str, entry: usize| {
        let part = found.parts.iter().find(|part| measures[part.measure].id == id && part.entry == entry);
        part.expect("a part").cannot.clone()
    };
    assert_eq!(why("us/mp_materials", 0), None);
    assert_eq!(why("us/mp_materials", 3), Some(CannotRun::Missing(vec!["part".to_owned()])));
    assert_eq!(why("us/agreement_malaysia", 0), None);
    assert_eq!(why("alliance/preferential_zone", 0), Some(CannotRun::NotCounted(Status::Proposed)));
    assert_eq!(why("alliance/preferential_zone", 1), Some(CannotRun::NotCounted(Status::Proposed)));
    assert_eq!(why("japan/jogmec_stockpile", 0), Some(CannotRun::BoughtBefore));
    assert_eq!(why("us/project_vault", 0), None);
    // how much is licensed is not published, and a guess would not be what was announced
    assert_eq!(why("china/antimony_licences", 0), Some(CannotRun::Missing(vec!["share".to_owned()])));
    assert_eq!(why("china/ban_united_states_2024", 0), Some(CannotRun::NotCounted(Status::Suspended)));
    let by = |iso3: &str| session.country(iso3, "").expect("a country");
    let known: Vec<_> =
        found.controls.policies.iter().map(|policy| (policy.terms, policy.countries.clone(), policy.until)).collect();
    let congo = (Terms::Control { share: 0.44 }, vec![by("COD")], Some(2027));
    assert_eq!(known, [congo], "the one whose share is published");
    assert_eq!(why("congo/cobalt_quota", 0), Some(CannotRun::OfSuppliers), "it runs, but beside the measures");
    assert!(!found.package.policies.iter().any(|policy| matches!(policy.terms, Terms::Control { .. })));
    assert_eq!(session.package("geltende Exportkontrollen"), Ok(found.controls.clone()));
    assert_eq!(why("indonesia/nickel_ore_ban", 0), Some(CannotRun::InBaseYear));
    let restraints: Vec<_> = found.package.policies.iter().filter(|policy| policy.terms == Terms::Restraint).collect();
    assert!(restraints.len() == 1 && restraints[0].countries.len() == 2, "{restraints:?}");
    let resource = Some(CannotRun::Missing(["years", "days", "trigger"].map(str::to_owned).to_vec()));
    assert_eq!(why("eu/resourceeu", 0), resource);
    for policy in &found.package.policies {
        let reaches_beyond = policy.projects.is_empty() && policy.countries.is_empty();
        assert!(!reaches_beyond, "{policy:?} means every plant of the world");
    }
}

#[test]
fn the_package_is_found_by_its_names() {
    let session = session();
    let package = session.announced().expect("good measures").package;
    for name in ["announced", "as announced", "wie angekündigt"] {
        assert_eq!(session.package(name).as_ref(), Ok(&package), "{name}");
    }
    assert_eq!(session.packages().expect("good packages").last(), Some(&package));
}

fn request(session: &Session, material: &str, packages: Vec<Package>) -> PathwayRequest {
    let text = PathwayText {
        importer: "USA",
        supplier: "CHN",
        materials: &[material.to_owned()],
        packages: &[],
        draws: Some(2),
        kept: None,
        price: None,
    };
    PathwayRequest { packages, ..session.pathway_request(&text).expect("a good question") }
}

#[test]
fn measures_for_other_materials_change_nothing_bit_for_bit() {
    let session = session();
    let gallium = session.material("gallium", "").expect("a material");
    let mut announced = session.announced().expect("good measures").package;
    let all = announced.policies.len();
    announced.policies.retain(|policy| !policy.materials.is_empty() && !policy.materials.contains(&gallium));
    announced.origins.truncate(announced.policies.len());
    assert!(announced.policies.len() > 10 && announced.policies.len() < all);
    let baseline = session.package("baseline").expect("it ships");
    let found = session.pathways(&request(&session, "gallium", vec![baseline, announced]), &|| ()).expect("an answer");
    let answers = found[0].1.as_ref().expect("a market");
    for (without, with) in answers[0].years.iter().zip(&answers[1].years) {
        assert_eq!((&without.shares, without.outside, without.inside), (&with.shares, with.outside, with.inside));
        assert_eq!((without.kept, without.stop_price, without.users), (with.kept, with.stop_price, with.users));
        assert!(with.cash.iter().all(|cash| cash.paid == 0.0 && cash.received == 0.0));
    }
    assert_eq!(answers[0].fates, answers[1].fates);
}

#[test]
fn the_package_of_neodymium_pays_for_its_plants() {
    let session = session();
    let announced = session.package("announced").expect("good measures");
    let floors = announced.policies.iter().filter(|policy| matches!(policy.terms, Terms::Floor { .. })).count();
    assert_eq!(floors, 1, "one price floor is in force: that of MP Materials");
    let request = request(&session, "neodymium", vec![announced]);
    let found = session.pathways(&request, &|| ()).expect("an answer");
    let tables = session.compare_tables(&request, &found, Lang::En).expect("tables");
    assert!(tables[0].notes.iter().any(|note| note.contains("as one sum") && note.contains("United States")));
    let tables = session.pathway_tables(&request, &found, Lang::De).expect("tables");
    let costs = tables.iter().find(|table| table.id == "pathway_measures").expect("costs");
    let first = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains("MP Materials"));
    assert!(costs.rows.iter().any(|row| first(&row.cells[0])));
    assert!(costs.rows.len() < request.packages[0].policies.len(), "those of other materials are not shown");
}

#[test]
fn lists_are_complete_in_both_languages_and_can_be_narrowed() {
    let session = session();
    for naming in [Naming::In(Lang::En), Naming::In(Lang::De), Naming::Ids] {
        let tables = session.measure_tables(&MeasuresRequest::default(), naming).expect("tables");
        assert_eq!(tables[0].rows.len(), session.measures().expect("good files").len());
        for table in &tables {
            assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.id);
            let text = crate::write::csv(table);
            assert!(!text.contains('⟦') && !text.contains("{ $"), "{text}");
        }
    }
    let text = |by: &[&str], materials: &[&str], status: &[&str]| {
        let [by, materials, status] =
            [by, materials, status].map(|list| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let request = session.measures_request(&MeasuresText { by: &by, materials: &materials, status: &status });
        request.map(|request| {
            let tables = session.measure_tables(&request, Naming::Ids).expect("tables");
            tables[0].rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>()
        })
    };
    let japan = text(&["Japan"], &[], &["in-force"]).expect("a good question");
    assert_eq!(japan, ["japan/india_rare_earths", "japan/jogmec_stockpile"]);
    let zinc = text(&["KOR"], &["zinc"], &[]).expect("a good question");
    assert!(zinc.contains(&"korea/base_metals_stockpile".to_owned()), "{zinc:?}");
    assert_eq!(text(&["Atlantis"], &["galium"], &["signed"]).expect_err("three mistakes").len(), 3);
    assert!(matches!(measure(&session, "us/project_vault").scope, Scope::All));
}
