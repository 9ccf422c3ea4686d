//! Every number of the briefing's tables can be asked where it comes from, and the answer gives the same number.

#![allow(clippy::print_stderr, reason = "tells that a long check was not run")]

use adit_api::exposure::ExposureRequest;
use adit_api::lang::Lang;
use adit_api::table::Cell;
use adit_api::{Naming, Session};

/// Walks all cells of the tables of one question; returns how many numbers were explained.
fn walk(session: &Session, importer: &str, against: &str, materials: &[&str]) -> usize {
    let names: Vec<String> = materials.iter().map(|name| (*name).to_owned()).collect();
    let request = session.exposure_request(importer, against, &names).expect("known names");
    let exposure = session.exposure(&request).expect("an answer");
    let mut explained = 0;
    let mut tables = session.all_tables(&exposure, Naming::Ids).expect("five tables");
    let cutoff = session.cutoff_table(&request.importer, request.against, &request.materials).expect("a table");
    tables.push(cutoff);
    for table in tables {
        let mut last = (String::new(), 0);
        for row in &table.rows {
            // Long tables: the first three rows of each material and stage; the others have the same form.
            if matches!(table.id, "producers" | "suppliers") {
                let group = row.key.rsplit_once('.').map_or(row.key.clone(), |(group, _)| group.to_owned());
                last = if last.0 == group { (group, last.1 + 1) } else { (group, 0) };
                if last.1 > 2 && !all() && !row.key.ends_with(".unknown") {
                    continue;
                }
            }
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let Cell::Number(value, _) = cell else { continue };
                let key = format!("{}.{}", row.key, column.id);
                let found = session
                    .explain(&key, &request.importer, request.against, Lang::En)
                    .unwrap_or_else(|problems| panic!("{}: {key}: {problems:?}", table.id));
                assert_eq!(found.value, Some(*value), "{}: {key}", table.id);
                assert!(!found.what.is_empty() && !found.unit.is_empty() && !found.formula.is_empty(), "{key}");
                assert!(!found.sources.is_empty(), "{key} names no source");
                explained += 1;
            }
        }
    }
    explained
}

/// `ADIT_WALK=all` walks every cell of all materials, which takes longer than a test may.
fn all() -> bool {
    std::env::var("ADIT_WALK").is_ok_and(|value| value == "all")
}

/// Walks the cells of the indicator tables of one importer; returns how many numbers were explained.
fn walk_indicators(session: &Session, importer: &str, materials: &[&str]) -> usize {
    let names: Vec<String> = materials.iter().map(|name| (*name).to_owned()).collect();
    let request = session.indicators_request(importer, &names, None).expect("known names");
    let answer = session.indicators(&request).expect("an answer");
    let against = session.country("CHN", "--against").expect("a country");
    let mut explained = 0;
    for table in session.indicator_tables(&answer, Naming::Ids) {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let key = format!("{}.{}", row.key, column.id);
                if matches!(cell, Cell::Text(_)) || matches!(column.id, "supply_risk_stage" | "supply_used" | "governance_year") {
                    continue;
                }
                let found = session
                    .explain(&key, &request.importer, against, Lang::De)
                    .unwrap_or_else(|problems| panic!("{}: {key}: {problems:?}", table.id));
                match cell {
                    Cell::Number(value, _) => {
                        assert_eq!(found.value, Some(*value), "{}: {key}", table.id);
                        assert!(!found.sources.is_empty(), "{key} names no source");
                        explained += 1;
                    }
                    _ => assert!(found.value.is_none() && found.what.contains("."), "{key}: {}", found.what),
                }
                assert!(!found.what.is_empty() && !found.unit.is_empty() && !found.formula.is_empty(), "{key}");
            }
        }
    }
    explained
}

#[test]
fn every_cell_of_the_stockpile() {
    let session = Session::open(None).expect("the data inside the program is good");
    let importer = session.party("USA", "--for").expect("a country");
    let against = session.country("CHN", "--against").expect("a country");
    let request = session.vault_request(&importer).expect("a request");
    let found = session.vault(&request, &|| ()).expect("an answer");
    let table = session.stockpile_tables(&request, &found, Naming::Ids).expect("tables").remove(0);
    let mut explained = 0;
    for row in table.rows.iter().filter(|row| ["gallium.refined", "copper.refined"].contains(&row.key.as_str())) {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let Cell::Number(value, _) = cell else { continue };
            let key = format!("{}.{}", row.key, column.id);
            let found =
                session.explain(&key, &importer, against, Lang::De).unwrap_or_else(|problems| panic!("{key}: {problems:?}"));
            assert_eq!(found.value, Some(*value), "{key}");
            for assumption in ["losses.affected_part", "model.demand_short", "likelihood.in_force", "stockpile.trigger"] {
                let known = found.assumptions.iter().find(|known| known.key == assumption);
                assert!(
                    known.is_some_and(|known| known.low.is_some() && known.high.is_some()),
                    "{key} does not name {assumption}"
                );
            }
            explained += 1;
        }
    }
    assert_eq!(explained, 18);
    let moved = session.drivers("gallium.refined.held_saving_usd", &importer, against).expect("effects");
    assert!(moved.iter().take(5).any(|effect| effect.key == "model.demand_short"), "{moved:?}");
}

#[test]
fn every_cell_of_the_dependencies_that_end() {
    let session = Session::open(None).expect("the data inside the program is good");
    let importer = session.party("USA", "--for").expect("a country");
    let against = session.country("CHN", "--against").expect("a country");
    // graphite has no price
    let materials: Vec<_> =
        ["gallium", "graphite"].iter().map(|name| session.material(name, "--material").expect("a material")).collect();
    let request = session.ends_request(&importer, against, materials).expect("a request");
    let found = session.ends(&request, &|| ()).expect("an answer");
    let table = session.ends_table(&request, &found, Naming::Ids).expect("a table");
    let together = session.package("together").expect("a package").policies.len();
    let mut explained = 0;
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let Cell::Number(value, _) = cell else { continue };
            let key = format!("{}.{}", row.key, column.id);
            let found =
                session.explain(&key, &importer, against, Lang::De).unwrap_or_else(|problems| panic!("{key}: {problems:?}"));
            assert_eq!(found.value, Some(*value), "{key}");
            for assumption in ["years.circuit_construction", "years.opex_share", "model.demand_short"] {
                let known = found.assumptions.iter().find(|known| known.key == assumption);
                assert!(known.is_some_and(|known| known.low.is_some() && known.high.is_some()), "{key} lacks {assumption}");
            }
            let measures = found.about.iter().filter(|(label, _)| label == "Maßnahme").count();
            if column.id.contains("_announced") {
                assert!(found.about.iter().any(|(_, said)| said.contains("policies/")), "{key}");
            } else {
                assert_eq!(measures, if column.id.contains("_without") { 0 } else { together }, "{key}");
            }
            assert!(found.published.iter().all(|project| !project.source.is_empty() && !project.locator.is_empty()), "{key}");
            assert!(!found.published.is_empty() && found.sources.iter().any(|source| source.id == "project_reports"), "{key}");
            assert!(found.formula.contains("10 Ziehungen"), "{key}: {}", found.formula);
            assert_eq!(session.drivers(&key, &importer, against).expect("none").len(), 0);
            explained += 1;
        }
    }
    assert!(explained >= 10, "{explained}");
}

#[test]
fn every_indicator_of_several_materials() {
    let session = Session::open(None).expect("the data inside the program is good");
    let materials = ["copper", "gallium", "neodymium", "cesium"];
    assert!(walk_indicators(&session, "EU", &materials) > 70);
    assert!(walk_indicators(&session, "USA", &["cobalt"]) > 20);
}

#[test]
fn an_undefined_indicator_says_why() {
    let session = Session::open(None).expect("the data inside the program is good");
    let against = session.country("CHN", "--against").expect("a country");
    let eu = session.party("EU", "--for").expect("a bloc");
    let found = session.explain("cesium.eu_supply_risk", &eu, against, Lang::En).expect("an explanation");
    assert!(found.value.is_none() && found.what.ends_with("no market of it at this stage."), "{}", found.what);
    let usa = session.party("USA", "--for").expect("a country");
    let found = session.explain("copper.economic_importance", &usa, against, Lang::En).expect("an explanation");
    assert!(found.value.is_none() && found.what.ends_with("does not apply here."), "{}", found.what);
}

#[test]
fn every_cell_there_is() {
    if !all() {
        eprintln!("not run: ADIT_WALK=all is not set");
        return;
    }
    let session = Session::open(None).expect("the data inside the program is good");
    let materials: Vec<String> = session.reference().materials.listed().map(|(_, material)| material.id.clone()).collect();
    let names: Vec<&str> = materials.iter().map(String::as_str).collect();
    eprintln!("{} numbers explained", walk(&session, "USA", "CHN", &names));
}

#[test]
fn every_kind_of_cell_for_several_materials() {
    let session = Session::open(None).expect("the data inside the program is good");
    let materials = ["copper", "gallium", "neodymium", "cobalt", "cesium", "barite"];
    assert!(walk(&session, "USA", "CHN", &materials) > 150);
    assert!(walk(&session, "EU", "COD", &["cobalt", "tantalum"]) > 50);
}

#[test]
fn every_material_in_the_exposure_and_world_tables() {
    let session = Session::open(None).expect("the data inside the program is good");
    let request = session.exposure_request("USA", "CHN", &[]).expect("known names");
    let exposure = session.exposure(&request).expect("an answer");
    let tables = session.all_tables(&exposure, Naming::Ids).expect("five tables");
    for table in tables.iter().filter(|table| table.id == "exposure" || table.id == "world") {
        for row in &table.rows {
            let number = table.columns.iter().zip(&row.cells).find_map(|(column, cell)| match cell {
                Cell::Number(value, _) => Some((column.id, *value)),
                _ => None,
            });
            let Some((column, value)) = number else { continue };
            let key = format!("{}.{column}", row.key);
            let found = session.explain(&key, &request.importer, request.against, Lang::De).expect("an explanation");
            assert_eq!(found.value, Some(value), "{key}");
        }
    }
}

#[test]
fn figures_of_the_baseline_have_keys_and_their_balances_close() {
    let session = Session::open(None).expect("the data inside the program is good");
    let request: ExposureRequest = session.exposure_request("USA", "CHN", &[]).expect("known names");
    for key in
        ["copper.refined.CHN", "copper.mine.CHL.feed", "copper.refined.USA.use.2024", "copper.mine.CHL>CHN", "copper.world.mine"]
    {
        let found = session.explain(key, &request.importer, request.against, Lang::En).expect("an explanation");
        assert!(!found.balances.is_empty(), "{key}");
        for balance in &found.balances {
            let sum = |parts: &[adit_api::explain::Part]| parts.iter().map(|part| part.value).sum::<f64>();
            let (left, right) = (sum(&balance.left), sum(&balance.right));
            assert!((left - right).abs() <= 1e-9 * left.abs().max(1.0), "{key}: {}: {left} = {right}", balance.name);
        }
    }
}
