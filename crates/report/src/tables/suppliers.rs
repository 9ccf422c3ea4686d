//! Suppliers: one row a country that sells, makes or mines what the importer uses.

use std::collections::BTreeMap;

use adit_analysis::exposure::{Exposure, Mix, Supply};
use adit_vocab::country::CountryId;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Column, Row, Table};

use super::exposure::{has_no, question_args, without_empty_columns};
use super::{columns, notes, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 6] = ["material", "country", "direct", "maker", "refiner", "mine"];

/// Where the importer's use comes from: by direct supplier, by maker, by refiner behind makers of magnets, by mine. The
/// shares of a material add up to 1, with scrap and unknown origin as rows of their own.
pub fn suppliers(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let Some(supply) = &entry.supply else { continue };
        let material = reference.materials.get(entry.material);
        let no_mine = if has_no(material, adit_vocab::stage::Stage::Mine) { Cell::NotApplicable } else { Cell::NoData };
        let mut push = |part: &str, shown: String, parts: Parts| {
            let refiner = parts.refiner.map_or(Cell::NotApplicable, |value| share(Some(value)));
            let mine = parts.mine.map_or_else(|| no_mine.clone(), |value| share(Some(value)));
            rows.push(Row {
                key: format!("{}.{part}", material.id),
                cells: vec![
                    Cell::Text(names.material(entry.material)),
                    Cell::Text(shown),
                    share(Some(parts.direct)),
                    share(Some(parts.maker)),
                    refiner,
                    mine,
                ],
            });
        };
        for (country, parts) in countries(supply) {
            push(&reference.countries.get(country).iso3, names.country(country), parts);
        }
        let word = |id: &str, word: &str| names.words().map_or_else(|| id.to_owned(), |words| words.get(word));
        let all = |pick: fn(&Mix) -> f64| Parts {
            direct: pick(&supply.direct),
            maker: pick(&supply.maker),
            refiner: supply.refiner.as_ref().map(pick),
            mine: supply.mine.as_ref().map(pick),
        };
        let scrap = all(|mix| mix.scrap);
        if scrap.maker + scrap.mine.unwrap_or(0.0) > 0.0 {
            push("scrap", word("scrap", "origin-scrap"), scrap);
        }
        push("unknown", word("unknown", "origin-unknown"), all(|mix| mix.unknown));
    }
    let table = Table {
        id: "suppliers",
        title: title("suppliers", &names, &args),
        columns: columns(&COLUMNS, &names, &args).into_iter().map(|column| heading(column, &names)).collect(),
        rows,
        notes: notes(&["note-suppliers", "note-missing"], &names, &args),
    };
    without_empty_columns(table, &names)
}

/// Here the columns of mixes are about any supplier, not about the feared one.
fn heading(mut column: Column, names: &Names) -> Column {
    if let (Some(words), "direct" | "maker" | "refiner" | "mine") = (names.words(), column.id) {
        column.heading = words.get(&format!("suppliers-{}", column.id));
    }
    column
}

/// A country's part in each of the mixes.
#[derive(Clone, Copy)]
struct Parts {
    direct: f64,
    maker: f64,
    refiner: Option<f64>,
    mine: Option<f64>,
}

/// All countries in any of the mixes, largest maker first.
fn countries(supply: &Supply) -> Vec<(CountryId, Parts)> {
    let mut parts: BTreeMap<CountryId, Parts> = BTreeMap::new();
    let none = |mix: &Option<Mix>| mix.as_ref().map(|_| 0.0);
    let empty = || Parts { direct: 0.0, maker: 0.0, refiner: none(&supply.refiner), mine: none(&supply.mine) };
    for &(country, part) in &supply.direct.shares {
        parts.entry(country).or_insert_with(empty).direct += part;
    }
    for &(country, part) in &supply.maker.shares {
        parts.entry(country).or_insert_with(empty).maker += part;
    }
    for &(country, part) in supply.refiner.iter().flat_map(|mix| &mix.shares) {
        parts.entry(country).or_insert_with(empty).refiner = Some(part);
    }
    for &(country, part) in supply.mine.iter().flat_map(|mix| &mix.shares) {
        parts.entry(country).or_insert_with(empty).mine = Some(part);
    }
    let mut list: Vec<(CountryId, Parts)> = parts.into_iter().collect();
    list.sort_by(|(a, x), (b, y)| y.maker.total_cmp(&x.maker).then(y.direct.total_cmp(&x.direct)).then(a.cmp(b)));
    list
}
