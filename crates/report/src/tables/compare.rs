//! Packages beside each other: when dependencies end, what is left of them, and at what price.

use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::independence::Independence;
use adit_analysis::pathway::{LAST_YEAR, Payer};
use adit_vocab::table::{Cell, Format, Row, Table};

use super::pathway::{LATER, PathwayInput, because, range, said};
use super::public_cost::{has_cost, paid, treasuries, treasury, treasury_cell};
use super::{columns, notes, number, share, title};
use crate::naming::{Names, Naming};

/// Of one material a row for each package with its details; of many, what becomes of how many, and a row for each material and
/// package.
pub fn compare(input: &PathwayInput, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let details = details(input, &names);
    if input.found.len() > 1 { vec![counts(input, &names), details] } else { vec![details] }
}

fn details(input: &PathwayInput, names: &Names) -> Table {
    const COLUMNS: [&str; 11] = [
        "material",
        "package",
        "independence",
        "independence_range",
        "independence_later",
        "share_later",
        "stop_kept_later",
        "stop_users_later_usd",
        "treasury_pv_usd",
        "buyers_pv_usd",
        "starts_because",
    ];
    let mut rows = Vec::new();
    for (material, found) in input.found {
        let id = &input.reference.materials.get(*material).id;
        for place in 0..input.packages.len() {
            let mut cells = vec![Cell::Text(names.material(*material)), Cell::Text(input.package(place, names))];
            match found {
                Some(found) => cells.extend(row(input, place, &found[place], names)),
                None => cells.extend(vec![Cell::NoData; COLUMNS.len() - 2]),
            }
            rows.push(Row { key: format!("{id}.{}", input.packages[place].id), cells });
        }
    }
    let args = input.args_or_none(names);
    Table {
        id: "compare",
        title: title("compare", names, &args),
        columns: columns(&COLUMNS, names, &args),
        rows,
        notes: notes(&["note-pathway", "note-pathway-stop", "note-pathway-loss", "note-pathways"], names, &args)
            .into_iter()
            .chain(treasuries(input, names))
            .collect(),
    }
}

fn row(input: &PathwayInput, place: usize, ensemble: &Ensemble, names: &Names) -> Vec<Cell> {
    let later = ensemble.years.iter().find(|bands| bands.year == LATER);
    let found = ensemble.independence.as_ref();
    vec![
        found.map_or(Cell::NotApplicable, |found| Cell::Text(said(found.middle, names))),
        found.map_or(Cell::NotApplicable, |found| Cell::Text(range(found, names))),
        found.map_or(Cell::NotApplicable, |found| share(Some(found.later))),
        share(later.and_then(|bands| bands.shares.last().copied().flatten()).map(|band| band.middle)),
        share(later.and_then(|bands| bands.kept).map(|band| band.middle)),
        number(later.and_then(|bands| bands.users).map(|band| band.middle), Format::Usd),
        treasury_cell(input, place, ensemble),
        if ensemble.priced { number(Some(paid(input, place, ensemble, Payer::Buyers)), Format::Usd) } else { Cell::NoData },
        number(Some(because(ensemble)), Format::Index),
    ]
}

/// How many materials end where under each package.
fn counts(input: &PathwayInput, names: &Names) -> Table {
    const COLUMNS: [&str; 8] = [
        "package",
        "count_none",
        "count_until_later",
        "count_until_last",
        "count_later",
        "count_no_data",
        "stop_users_later_sum_usd",
        "treasury_pv_usd",
    ];
    let row = |place: usize| {
        let ensembles: Vec<&Ensemble> = input.found.iter().filter_map(|(_, found)| found.as_ref()?.get(place)).collect();
        let ends = |counts: &dyn Fn(Independence) -> bool| {
            let middle = ensembles.iter().filter_map(|ensemble| ensemble.independence.as_ref()).map(|found| found.middle);
            number(Some(middle.filter(|end| counts(*end)).count() as f64), Format::Count)
        };
        let unknown = input.found.len() - ensembles.iter().filter(|ensemble| ensemble.independence.is_some()).count();
        let later = |ensemble: &&&Ensemble| {
            let bands = ensemble.years.iter().find(|bands| bands.year == LATER)?;
            Some(bands.users?.middle)
        };
        let lost: f64 = ensembles.iter().filter_map(|ensemble| later(&ensemble)).sum();
        let paid: f64 = ensembles.iter().filter(|found| found.priced).map(|found| treasury(input, place, found)).sum();
        Row {
            key: input.packages[place].id.clone(),
            cells: vec![
                Cell::Text(input.package(place, names)),
                ends(&|end| end == Independence::NotDependent),
                ends(&|end| matches!(end, Independence::From(year) if year <= LATER)),
                ends(&|end| matches!(end, Independence::From(year) if year > LATER && year <= LAST_YEAR)),
                ends(&|end| end == Independence::Later),
                number(Some(unknown as f64), Format::Count),
                number(Some(lost), Format::Usd),
                if has_cost(input, place) { number(Some(paid), Format::Usd) } else { Cell::NoData },
            ],
        }
    };
    let args = input.args_or_none(names);
    Table {
        id: "compare_counts",
        title: title("compare_counts", names, &args),
        columns: columns(&COLUMNS, names, &args),
        rows: (0..input.packages.len()).map(row).collect(),
        notes: notes(&["note-compare-counts"], names, &args),
    }
}
