//! The indicator tables beside the results that the European Commission published for the EU in 2023. The years and the data
//! differ (theirs are means of 2016 to 2020), so this tells agreement in rank and size, not in digits.

use std::collections::BTreeMap;

use adit_api::table::{Cell, Table};
use adit_api::{Naming, Session};
use adit_tests::EU_2023;

fn eu() -> Table {
    let session = Session::open(None).expect("the data inside the program is good");
    let request = session.indicators_request("EU", &[], None).expect("the EU");
    session.indicator_tables(&session.indicators(&request).expect("an answer"), Naming::Ids).remove(0)
}

/// Published and our value of a column, where we have one.
fn pairs(table: &Table, column: &str, published: impl Fn(&(&str, f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let place = table.columns.iter().position(|known| known.id == column).expect("a column");
    let ours: BTreeMap<&str, f64> = table
        .rows
        .iter()
        .filter_map(|row| match row.cells[place] {
            Cell::Number(value, _) => Some((row.key.as_str(), value)),
            _ => None,
        })
        .collect();
    EU_2023.iter().filter_map(|row| Some((published(row), *ours.get(row.0)?))).collect()
}

/// Share of all pairs of materials that both put in the same order; one half would be chance.
fn same_order(pairs: &[(f64, f64)]) -> f64 {
    let (mut same, mut all) = (0.0, 0.0);
    for (i, a) in pairs.iter().enumerate() {
        for b in &pairs[..i] {
            let sign = (a.0 - b.0) * (a.1 - b.1);
            if sign != 0.0 {
                all += 1.0;
                same += f64::from(sign > 0.0);
            }
        }
    }
    same / all
}

#[test]
fn economic_importance_agrees_with_the_study_of_2023() {
    let pairs = pairs(&eu(), "economic_importance", |row| row.2);
    assert!(pairs.len() >= 18, "{}", pairs.len());
    let near = pairs.iter().filter(|(published, ours)| (published - ours).abs() <= 0.7).count();
    assert!(near + 1 >= pairs.len(), "{pairs:?}"); // all but copper, whose substitution index of 2017 is 1
    assert!(same_order(&pairs) > 0.85, "{}", same_order(&pairs));
}

#[test]
fn supply_risk_ranks_materials_like_the_study_of_2023() {
    let pairs = pairs(&eu(), "eu_supply_risk", |row| row.1);
    assert!(pairs.len() >= 25, "{}", pairs.len());
    assert!(same_order(&pairs) > 0.7, "{}", same_order(&pairs));
    let near = pairs.iter().filter(|(published, ours)| (published - ours).abs() <= 0.5).count();
    assert!(near * 2 > pairs.len(), "{near} of {}", pairs.len());
}
