//! The tables behind every figure. A cell is named `<row key>.<column id>`, which is what `adit explain` asks for.

mod alliance;
mod backtest;
mod compare;
mod cutoff;
mod ends;
mod exposure;
mod indicators;
mod measures;
mod overview;
mod pathway;
mod pathway_said;
mod producers;
mod projects;
mod public_cost;
mod purchases;
mod quality;
mod screen;
mod stockpile;
mod suppliers;
mod what_if;
mod what_if_losses;
mod what_if_said;
mod world;

pub use alliance::{AllianceInput, alliance, alliance_summary};
pub use backtest::backtest;
pub use compare::compare;
pub use cutoff::cutoff;
pub(crate) use cutoff::{missing_share, worst_first};
pub use ends::ends;
pub(crate) use ends::{ANNOUNCED, TOGETHER, WITHOUT, paid_by, share_later};
pub use exposure::exposure;
pub(crate) use exposure::world_share;
pub use indicators::{indicators, indicators_by_stage, why_undefined};
pub use measures::{MeasuresInput, measures};
pub use overview::{OverviewInput, overview};
pub(crate) use pathway::{BENCHMARK, range, said};
pub use pathway::{LATER, PathwayInput, pathway};
pub(crate) use pathway_said::BECAUSE;
pub use pathway_said::pathway_summary;
pub use producers::producers;
pub use projects::{ProjectInput, projects};
pub(crate) use public_cost::has_cost;
pub(crate) use public_cost::payers;
pub use purchases::{example_row, purchases};
pub use quality::quality;
pub use screen::{ScreenInput, screen};
pub(crate) use stockpile::sentences as stockpile_sentences;
pub use stockpile::{StockpileInput, stockpile, stockpile_summary};
pub use suppliers::suppliers;
pub use what_if::{WhatIfInput, what_if};
pub use what_if_said::what_if_summary;
pub use world::world;

use adit_analysis::losses::technologies::MET;
use adit_vocab::table::{Cell, Column, Format};

use crate::Driver;
use crate::locale::{Args, Words};
use crate::naming::Names;
use crate::numbers;

/// A column with its heading: the message `column-<id>`, or the id itself where ids are asked for.
fn column(id: &'static str, names: &Names, args: &Args) -> Column {
    let heading = match names.words() {
        Some(words) => words.say(&format!("column-{}", id.replace('_', "-")), args),
        None => id.to_owned(),
    };
    Column { id, heading }
}

fn columns(ids: &[&'static str], names: &Names, args: &Args) -> Vec<Column> {
    ids.iter().map(|id| column(id, names, args)).collect()
}

/// The title of a table, or its id where ids are asked for.
fn title(id: &str, names: &Names, args: &Args) -> String {
    names.words().map_or_else(|| id.to_owned(), |words| words.say(&format!("table-{}", id.replace('_', "-")), args))
}

/// Notes under the table; none where ids are asked for.
fn notes(ids: &[&str], names: &Names, args: &Args) -> Vec<String> {
    names.words().map_or_else(Vec::new, |words| ids.iter().map(|id| words.say(id, args)).collect())
}

/// A note that says from when on a technology is short; none where ids are asked for.
fn notes_met(id: &str, names: &Names, args: Args) -> Vec<String> {
    let said = |words: &Words| words.say(id, &args.text("met", numbers::percent(MET, words.lang())));
    names.words().map(said).into_iter().collect()
}

/// Assumptions named with what they do to a number.
const DRIVERS: usize = 4;

/// What a sum of money hangs on, in words: the assumptions that move it most, with where they move it; `None` if none does.
fn moved(drivers: &[Driver], words: &Words) -> Option<String> {
    let lang = words.lang();
    let told = drivers.iter().take(DRIVERS).map(|driver| {
        let (least, most) = (driver.at_low.min(driver.at_high), driver.at_low.max(driver.at_high));
        let args = Args::new()
            .text("what", words.get(&format!("parameter-{}", driver.parameter.replace('_', "-"))))
            .text("low", numbers::usd(least, lang))
            .text("high", numbers::usd(most, lang));
        words.say("cutoff-driver", &args)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| numbers::list(&told, lang))
}

/// A number, unless it is missing or not finite.
fn number(value: Option<f64>, format: Format) -> Cell {
    Cell::number(value.filter(|value| value.is_finite()), format)
}

fn share(value: Option<f64>) -> Cell {
    number(value, Format::Percent)
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Lang;
    use adit_vocab::table::Table;

    use super::*;
    use crate::fixture::world;
    use crate::naming::Naming;
    use crate::{csv, json, terminal};

    fn all(asker: &str, against: &str, naming: Naming) -> Vec<Table> {
        let world = world();
        let result = world.ask(asker, against);
        vec![
            exposure(&world.reference, &result, naming),
            super::world(&world.reference, &result, naming),
            producers(&world.reference, &result, naming),
            suppliers(&world.reference, &result, naming),
            quality(&world.reference, &world.baseline, &result, naming),
        ]
    }

    fn value(table: &Table, key: &str, column: &str) -> Cell {
        let place = table.columns.iter().position(|c| c.id == column).expect("a column");
        table.rows.iter().find(|row| row.key == key).expect("a row").cells[place].clone()
    }

    #[test]
    fn every_table_in_every_naming_is_complete() {
        for (asker, against) in [("USA", "CHN"), ("DEU", "COD"), ("EU", "DEU"), ("VAT", "LAO"), ("CHN", "CHN")] {
            for naming in [Naming::In(Lang::De), Naming::In(Lang::En), Naming::Ids] {
                for table in all(asker, against, naming) {
                    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.id);
                    let mut keys: Vec<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
                    keys.sort_unstable();
                    keys.dedup();
                    assert_eq!(keys.len(), table.rows.len(), "keys of {} are unique", table.id);
                    for lang in Lang::ALL {
                        let text =
                            [csv::write(&table), json::write(&table).to_string(), terminal::write(&table, 100, lang)].concat();
                        for mark in ["NaN", "inf", "⟦", "{$", "{ $"] {
                            assert!(!text.contains(mark), "`{mark}` in {}:\n{text}", table.id);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn missing_is_told_from_what_does_not_apply() {
        let tables = all("USA", "CHN", Naming::Ids);
        assert_eq!(value(&tables[0], "gallium", "world_mine_share"), Cell::NotApplicable); // a by-product has no mine
        assert_eq!(value(&tables[0], "cesium", "world_mine_share"), Cell::NoData);
        assert_eq!(value(&tables[0], "cesium", "passes_through"), Cell::NoData);
        assert_eq!(value(&tables[0], "barite", "world_refined_share"), Cell::NotApplicable);
        assert_eq!(value(&tables[0], "tungsten", "mine"), Cell::NoData); // the stages are not linked
        assert_eq!(value(&tables[1], "cesium.mine", "output_t"), Cell::NoData);
    }

    #[test]
    fn the_importer_s_path_by_hand() {
        // Gallium for the USA: 15 t from China, 25 t from Japan, whose 155 t are 150 from China and 5 its own.
        let tables = all("USA", "CHN", Naming::Ids);
        let Cell::Number(found, _) = value(&tables[0], "gallium", "passes_through") else { panic!("a number") };
        assert!((found - (15.0 + 25.0 * 150.0 / 155.0) / 40.0).abs() < 1e-9);
        assert_eq!(value(&tables[0], "gallium", "direct"), Cell::Number(0.375, Format::Percent)); // 15 of 40
    }

    #[test]
    fn most_exposed_first_and_no_data_last() {
        let tables = all("USA", "CHN", Naming::Ids);
        let keys: Vec<&str> = tables[0].rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys.len(), 9);
        assert_eq!(keys[0], "dysprosium");
        assert_eq!(keys[7..], ["cesium", "rubidium"]);
    }

    #[test]
    fn supply_shares_add_up() {
        let table = &all("USA", "CHN", Naming::Ids)[3];
        for material in ["gallium", "copper", "cobalt"] {
            for place in [2, 3] {
                let sum: f64 = table
                    .rows
                    .iter()
                    .filter(|row| row.key.starts_with(material))
                    .map(|row| match row.cells[place] {
                        Cell::Number(value, _) => value,
                        _ => 0.0,
                    })
                    .sum();
                assert!((sum - 1.0).abs() < 1e-9, "{material}: {sum}");
            }
        }
    }
}
