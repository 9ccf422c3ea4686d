//! A company's purchases: the table of exposure with one row for each material and stage bought, most exposed first.

use std::cmp::Ordering;

use adit_analysis::exposure::Mix;
use adit_analysis::purchases::{Bought, PurchasesExposure};
use adit_vocab::country::CountryId;
use adit_vocab::lang::Lang;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::{COLUMNS, has_no, refiner, without_empty_columns, world_share};
use super::{columns, notes, number, share, title};
use crate::findings::{grade, larger_first, passes_through, unknown_share};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};

/// What a company buys, where it comes from and how much passes through the feared supplier. `file` is the name of its table.
pub fn purchases(reference: &Reference, result: &PurchasesExposure, file: &str, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = match names.words() {
        Some(words) => {
            let args = Args::new().text("year", result.year.to_string()).text("file", file);
            Place::country(reference.countries.get(result.against), words.lang()).put(args, Role::Feared)
        }
        None => Args::new(),
    };
    let mut bought: Vec<&Bought> = result.bought.iter().collect();
    bought.sort_by(|a, b| more_exposed_first(a, b, result.against));
    let table = Table {
        id: "exposure",
        title: title("purchases", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows: bought.into_iter().map(|entry| row(reference, entry, result, &names)).collect(),
        notes: notes(&["note-purchases", "note-purchases-file", "note-missing"], &names, &args),
    };
    without_empty_columns(table, &names)
}

/// What the note of an example row in the template says.
pub fn example_row(lang: Lang) -> String {
    Words::new(lang).get("purchases-example")
}

/// By what passes through, then by the feared supplier's share of world output; ties stay in the order of materials.
fn more_exposed_first(a: &Bought, b: &Bought, against: CountryId) -> Ordering {
    let world = |entry: &Bought| entry.exposure.last().map(|world| world.share_of(against));
    larger_first(passes_through(&a.exposure), passes_through(&b.exposure)).then_with(|| larger_first(world(a), world(b)))
}

fn row(reference: &Reference, bought: &Bought, result: &PurchasesExposure, names: &Names) -> Row {
    let entry = &bought.exposure;
    let material = reference.materials.get(entry.material);
    let against = result.against;
    let supply = entry.supply.as_ref();
    // A share of a mix of which nothing is known is not zero.
    let known = |mix: Option<&Mix>| share(mix.filter(|_| !bought.untraced()).map(|mix| mix.share_of(against)));
    let also = result.bought.iter().filter(|other| other.exposure.material == entry.material).count() > 1;
    let (key, name) = match bought.stage.filter(|_| also) {
        Some(stage) => (format!("{}.{stage}", material.id), at_stage(names.material(entry.material), stage, names)),
        None => (material.id.clone(), names.material(entry.material)),
    };
    let mine =
        if has_no(material, Stage::Mine) { Cell::NotApplicable } else { known(supply.and_then(|supply| supply.mine.as_ref())) };
    Row {
        key,
        cells: vec![
            Cell::Text(name),
            number(supply.map(|supply| supply.tonnes.0), Format::Tonnes),
            Cell::NotApplicable,
            share(supply.map(|supply| supply.direct.share_of(against))),
            known(supply.map(|supply| &supply.maker)),
            if bought.stage == Some(Stage::Magnet) { refiner(material, entry, against) } else { Cell::NotApplicable },
            mine,
            share(passes_through(entry)),
            share(supply.map(unknown_share)),
            world_share(material, entry, Stage::Mine, against),
            world_share(material, entry, Stage::Refined, against),
            world_share(material, entry, Stage::Magnet, against),
            grade(entry).map_or(Cell::NoData, |grade| Cell::Text(grade.letter().to_owned())),
        ],
    }
}

/// The name of a material bought at more than one stage; ids need no addition, the key has it.
fn at_stage(name: String, stage: Stage, names: &Names) -> String {
    match names.words() {
        Some(_) => format!("{name} ({})", names.stage(stage)),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use adit_analysis::purchases::purchases_exposure;
    use adit_vocab::purchase::Purchase;
    use adit_vocab::units::Tonnes;

    use super::*;
    use crate::fixture::world;
    use crate::{csv, terminal};

    fn ask(rows: &[(&str, Option<Stage>, &str, f64)], against: &str, naming: Naming) -> Table {
        let world = world();
        let country = |iso3: &str| world.reference.countries.by_iso3(iso3).expect("a country of the small world");
        let rows: Vec<Purchase> = rows
            .iter()
            .map(|&(material, stage, supplier, tonnes)| Purchase {
                material: world.material(material),
                stage,
                supplier: country(supplier),
                tonnes: Tonnes(tonnes),
            })
            .collect();
        let result = purchases_exposure(&world.baseline, &rows, country(against), &|_| None);
        purchases(&world.reference, &result, "my.csv", naming)
    }

    fn value(table: &Table, key: &str, column: &str) -> Cell {
        let place = table.columns.iter().position(|c| c.id == column).expect("a column");
        table.rows.iter().find(|row| row.key == key).expect("a row").cells[place].clone()
    }

    #[test]
    fn a_row_by_hand() {
        // Japan's 155 t of gallium are 150 from China and 5 its own.
        let table = ask(&[("gallium", None, "JPN", 3.0), ("gallium", None, "CHN", 1.0)], "CHN", Naming::Ids);
        assert_eq!(value(&table, "gallium", "use_t"), Cell::Number(4.0, Format::Tonnes));
        assert_eq!(value(&table, "gallium", "net_import_reliance"), Cell::NotApplicable);
        assert_eq!(value(&table, "gallium", "direct"), Cell::Number(0.25, Format::Percent));
        let Cell::Number(through, _) = value(&table, "gallium", "passes_through") else { panic!("a number") };
        assert!((through - (1.0 + 3.0 * 150.0 / 155.0) / 4.0).abs() < 1e-9, "{through}");
    }

    #[test]
    fn nothing_known_is_no_zero() {
        let table = ask(&[("cesium", None, "JPN", 3.0)], "CHN", Naming::Ids);
        for column in ["maker", "passes_through", "grade"] {
            assert_eq!(value(&table, "cesium", column), Cell::NoData, "{column}");
        }
        assert_eq!(value(&table, "cesium", "unknown"), Cell::Number(1.0, Format::Percent));
    }

    #[test]
    fn ore_and_metal_have_a_row_each() {
        let rows = [("copper", Some(Stage::Mine), "CHN", 1.0), ("copper", None, "CHN", 1.0)];
        for (naming, mine, refined) in [
            (Naming::Ids, "copper", "copper"),
            (Naming::In(Lang::En), "Copper (Mine)", "Copper (Refinery)"),
            (Naming::In(Lang::De), "Kupfer (Bergwerk)", "Kupfer (Raffinerie)"),
        ] {
            let table = ask(&rows, "CHN", naming);
            assert_eq!(value(&table, "copper.mine", "material"), Cell::Text(mine.into()));
            assert_eq!(value(&table, "copper.refined", "material"), Cell::Text(refined.into()));
        }
    }

    #[test]
    fn the_title_names_the_file() {
        for lang in Lang::ALL {
            let table = ask(&[("gallium", None, "JPN", 3.0), ("cesium", None, "JPN", 3.0)], "CHN", Naming::In(lang));
            assert!(table.title.contains("my.csv"), "{}", table.title);
            let text = [csv::write(&table), terminal::write(&table, 100, lang), example_row(lang)].concat();
            assert!(!text.contains('⟦') && !text.contains('{') && !text.contains("NaN"), "{text}");
        }
    }
}
