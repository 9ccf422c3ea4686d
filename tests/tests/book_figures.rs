//! The tables "ours, published, difference" in the book's pages of indicators are computed here, so that they cannot go stale.
//! `UPDATE_GOLDEN=1` writes them. Those that need files which may not ship are held by `crates/indicators/tests/published`.

use std::collections::BTreeMap;
use std::path::Path;

use adit_api::table::{Cell, Table};
use adit_api::{Naming, Session};
use adit_tests::{EU_2023, hold};

fn session() -> Session {
    Session::open(None).expect("the data inside the program is good")
}

/// Tables by material and by stage.
fn indicators(session: &Session, importer: &str) -> Vec<Table> {
    let request = session.indicators_request(importer, &[], None).expect("known");
    session.indicator_tables(&session.indicators(&request).expect("an answer"), Naming::Ids)
}

/// Numbers of a column by row key.
fn column<'a>(table: &'a Table, id: &str) -> BTreeMap<&'a str, f64> {
    let place = table.columns.iter().position(|known| known.id == id).unwrap_or_else(|| panic!("no column {id}"));
    let number = |cell: &Cell| if let Cell::Number(value, _) = cell { Some(*value) } else { None };
    table.rows.iter().filter_map(|row| Some((row.key.as_str(), number(&row.cells[place])?))).collect()
}

/// One line a row with ours, the published value and the difference of both as shown, then the median.
fn compare(rows: &[(String, f64, f64)], decimals: usize) -> String {
    let mut text = String::from("| | ours | published | difference |\n|---|---|---|---|\n");
    let unit = 10f64.powi(i32::try_from(decimals).expect("few decimals"));
    let shown = |value: f64| (value * unit).round() / unit;
    let mut sizes = Vec::new();
    for (name, ours, published) in rows {
        let difference = shown(*ours) - shown(*published);
        let sign = if (difference * unit).round() == 0.0 { "0".to_owned() } else { format!("{difference:+.decimals$}") };
        text += &format!("| {name} | {:.decimals$} | {:.decimals$} | {sign} |\n", shown(*ours), shown(*published));
        sizes.push(difference.abs());
    }
    sizes.sort_by(f64::total_cmp);
    text + &format!("\nMedian difference {:.decimals$}, largest {:.decimals$}.\n", sizes[sizes.len() / 2], sizes[sizes.len() - 1])
}

fn name(session: &Session, id: &str) -> String {
    let materials = &session.reference().materials;
    materials.by_id(id).map_or_else(|| id.to_owned(), |id| materials.get(id).name.en.to_lowercase())
}

fn against_the_study_of_2023(page: &str, id: &str, published: impl Fn(&(&str, f64, f64)) -> f64) {
    let session = session();
    let tables = indicators(&session, "EU");
    let ours = column(&tables[0], id);
    let rows: Vec<_> =
        EU_2023.iter().filter_map(|row| Some((name(&session, row.0), *ours.get(row.0)?, published(row)))).collect();
    assert!(rows.len() >= 18);
    hold(page, &compare(&rows, 1));
}

#[test]
fn supply_risk() {
    against_the_study_of_2023("eu-supply-risk.md", "eu_supply_risk", |row| row.1);
}

#[test]
fn economic_importance() {
    against_the_study_of_2023("economic-importance.md", "economic_importance", |row| row.2);
}

#[test]
fn net_import_reliance() {
    let session = session();
    let request = session.exposure_request("USA", "CHN", &[]).expect("known");
    let table = session.exposure_table(&request, Naming::Ids).expect("an answer");
    let ours = column(&table, "net_import_reliance");
    let published = |id: &str| {
        let materials = &session.reference().materials;
        let material = materials.get(materials.by_id(id)?);
        // Where magnets are followed, ours is of them and the published one of what they are made of.
        let figure = material.united_states.as_ref().filter(|_| material.magnet.is_none())?.net_import_reliance.clone()?;
        // "More than" and "less than" have no difference.
        figure.bound.is_none().then_some(figure.value)
    };
    let mut rows: Vec<_> = ours.iter().filter_map(|(id, ours)| Some((name(&session, id), *ours, published(id)?))).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(rows.len() >= 20, "{}", rows.len());
    hold("net-import-reliance.md", &compare(&rows, 2));
}

/// Published output of a stage by country and published world output, both by USGS for the base year.
fn usgs(session: &Session, key: &str) -> Option<(Vec<f64>, f64)> {
    let (material, stage) = key.split_once('.')?;
    let rows = session.observations().expect("readable");
    let world = rows.world.iter().find(|row| {
        row.material == material && row.stage.to_string() == stage && row.year == 2024 && row.source == "usgs_mcs2026"
    });
    let world = world?.tonnes?;
    let of_stage = rows.production.iter().filter(|row| {
        row.material == material && row.stage.to_string() == stage && row.year == 2024 && row.source == "usgs_mcs2026"
    });
    let mut tonnes: Vec<f64> = of_stage.filter_map(|row| row.tonnes).collect();
    tonnes.sort_by(|a, b| b.total_cmp(a));
    // Without a table of several producers there is no published share.
    (tonnes.len() >= 3).then_some((tonnes, world))
}

fn shares_of_the_largest(page: &str, id: &str, count: usize) {
    let session = session();
    let request = session.exposure_request("USA", "CHN", &[]).expect("known");
    let exposure = session.exposure(&request).expect("an answer");
    let table = session.all_tables(&exposure, Naming::Ids).expect("tables").swap_remove(1);
    let rows: Vec<_> = column(&table, id)
        .into_iter()
        .filter_map(|(key, ours)| {
            let (tonnes, world) = usgs(&session, key)?;
            Some((key.replace('.', ", ").replace('_', " "), ours, tonnes.iter().take(count).sum::<f64>() / world))
        })
        .collect();
    assert!(rows.len() >= 20, "{}", rows.len());
    hold(page, &compare(&rows, 2));
}

#[test]
fn largest_share() {
    shares_of_the_largest("largest-share.md", "largest_share", 1);
}

#[test]
fn top_three_share() {
    shares_of_the_largest("top3-share.md", "top3_share", 3);
}

#[test]
fn concentration_of_imports() {
    let session = session();
    let tables = indicators(&session, "USA");
    let shares = &session.observations().expect("readable").shares;
    let rows: Vec<_> = column(&tables[1], "import_hhi")
        .into_iter()
        .filter_map(|(key, ours)| {
            let printed: Vec<_> = shares
                .iter()
                .filter(|row| format!("{}.{}", row.material, row.stage) == key && format!("{:?}", row.scope) == "USA")
                .collect();
            // "Other" holds several countries and counts as none; with much of it there is no published concentration.
            let other: f64 = printed.iter().filter(|row| row.supplier == "OTH").filter_map(|row| row.share).sum();
            let named: f64 = printed.iter().filter(|row| row.supplier != "OTH").filter_map(|row| Some(row.share?.powi(2))).sum();
            (named > 0.0 && other <= 0.2).then(|| (key.replace('.', ", ").replace('_', " "), ours, named))
        })
        .collect();
    assert!(rows.len() >= 15, "{}", rows.len());
    hold("import-hhi.md", &compare(&rows, 2));
}

/// A floor settled by quarter: dollars a kilogram, by the mean of the quarter and by day.
#[test]
fn floor_by_quarter() {
    let session = session();
    let terms = Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/model/mp_floor.toml");
    let package = session.package(&terms.display().to_string()).expect("a good package");
    let quarters = session.floor_by_quarter(&package, "ndpr_oxide_china").expect("an answer");
    let mut text = String::from(
        "USD a kilogram:\n\n\
         | quarter | days with a price | mean price | paid, by the mean of the quarter | paid, by day | returned, by the mean | returned, by day |\n\
         |---|---|---|---|---|---|---|\n",
    );
    for quarter in &quarters {
        let money = |usd: f64| if usd == 0.0 { "0".to_owned() } else { format!("{:.2}", usd / 1000.0) };
        text += &format!(
            "| {} Q{} | {} | {:.1} | {} | {} | {} | {} |\n",
            quarter.year,
            quarter.quarter,
            quarter.days,
            quarter.mean.0 / 1000.0,
            money(quarter.by_mean.paid),
            money(quarter.by_day.paid),
            money(quarter.by_mean.received),
            money(quarter.by_day.received)
        );
    }
    hold("../instruments/floor.md", &text);

    // by hand, with another program: ln-linear from 63 on 9 July 2025 over 88.2 on 26 August to 123 on 18 February 2026
    let expected = [(84, 81.73, 28.27, 0.0), (92, 103.01, 6.99, 0.0), (49, 117.59, 0.0, 2.28)];
    assert_eq!(quarters.len(), expected.len());
    for (found, (days, mean, paid, received)) in quarters.iter().zip(expected) {
        let near = |usd: f64, by_hand: f64| (usd / 1000.0 - by_hand).abs() < 0.005;
        assert_eq!(found.days, days);
        assert!(
            near(found.mean.0, mean) && near(found.by_mean.paid, paid) && near(found.by_mean.received, received),
            "{found:?}"
        );
        // 30 % of what is above 110
        assert!((found.by_mean.received - 0.3 * (found.mean.0 - 110e3).max(0.0)).abs() < 1e-6);
    }
}

#[test]
fn recycling_rates() {
    let session = session();
    let tables = indicators(&session, "EU");
    let materials = &session.reference().materials;
    let rows: Vec<_> = column(&tables[0], "eol_rir")
        .into_iter()
        .filter_map(|(id, ours)| {
            let published = materials.get(materials.by_id(id)?).recycling.as_ref()?.eol_rir.as_ref()?.value;
            Some((name(&session, id), ours, published))
        })
        .collect();
    assert_eq!(rows.len(), 52);
    hold("eol-rir.md", &compare(&rows, 2));
}
