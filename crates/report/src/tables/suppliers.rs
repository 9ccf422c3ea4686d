//! Suppliers: one row a country that sells, makes or mines what the importer uses.

use std::collections::BTreeMap;

use adit_analysis::exposure::{Exposure, Supply};
use adit_vocab::country::CountryId;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Column, Row, Table};

use super::exposure::{has_no, question_args};
use super::{columns, notes, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 5] = ["material", "country", "direct", "maker", "mine"];

/// Where the importer's use comes from: by direct supplier, by maker, by mine. The shares of a material add up to 1,
/// with scrap and unknown origin as rows of their own.
pub fn suppliers(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let Some(supply) = &entry.supply else { continue };
        let material = reference.materials.get(entry.material);
        let no_mine = if has_no(material, adit_vocab::stage::Stage::Mine) { Cell::NotApplicable } else { Cell::NoData };
        let mut push = |part: &str, shown: String, direct: f64, maker: f64, mine: Option<f64>| {
            let mine = mine.map_or_else(|| no_mine.clone(), |value| share(Some(value)));
            rows.push(Row {
                key: format!("{}.{part}", material.id),
                cells: vec![
                    Cell::Text(names.material(entry.material)),
                    Cell::Text(shown),
                    share(Some(direct)),
                    share(Some(maker)),
                    mine,
                ],
            });
        };
        for (country, direct, maker, mine) in countries(supply) {
            push(&reference.countries.get(country).iso3, names.country(country), direct, maker, mine);
        }
        let word = |id: &str, word: &str| names.words().map_or_else(|| id.to_owned(), |words| words.get(word));
        let mine = |pick: fn(&adit_analysis::exposure::Mix) -> f64| supply.mine.as_ref().map(pick);
        if supply.maker.scrap + supply.mine.as_ref().map_or(0.0, |mix| mix.scrap) > 0.0 {
            push("scrap", word("scrap", "origin-scrap"), supply.direct.scrap, supply.maker.scrap, mine(|mix| mix.scrap));
        }
        push("unknown", word("unknown", "origin-unknown"), supply.direct.unknown, supply.maker.unknown, mine(|mix| mix.unknown));
    }
    Table {
        id: "suppliers",
        title: title("suppliers", &names, &args),
        columns: columns(&COLUMNS, &names, &args).into_iter().map(|column| heading(column, &names)).collect(),
        rows,
        notes: notes(&["note-suppliers", "note-missing"], &names, &args),
    }
}

/// Here the columns of mixes are about any supplier, not about the feared one.
fn heading(mut column: Column, names: &Names) -> Column {
    if let (Some(words), "direct" | "maker" | "mine") = (names.words(), column.id) {
        column.heading = words.get(&format!("suppliers-{}", column.id));
    }
    column
}

/// All countries in any of the three mixes, largest maker first.
fn countries(supply: &Supply) -> Vec<(CountryId, f64, f64, Option<f64>)> {
    let mut parts: BTreeMap<CountryId, (f64, f64, Option<f64>)> = BTreeMap::new();
    let no_mine = supply.mine.as_ref().map(|_| 0.0);
    let empty = || (0.0, 0.0, no_mine);
    for &(country, part) in &supply.direct.shares {
        parts.entry(country).or_insert_with(empty).0 += part;
    }
    for &(country, part) in &supply.maker.shares {
        parts.entry(country).or_insert_with(empty).1 += part;
    }
    for &(country, part) in supply.mine.iter().flat_map(|mix| &mix.shares) {
        parts.entry(country).or_insert_with(empty).2 = Some(part);
    }
    let mut list: Vec<_> = parts.into_iter().map(|(country, (direct, maker, mine))| (country, direct, maker, mine)).collect();
    list.sort_by(|a, b| b.2.total_cmp(&a.2).then(b.1.total_cmp(&a.1)).then(a.0.cmp(&b.0)));
    list
}
