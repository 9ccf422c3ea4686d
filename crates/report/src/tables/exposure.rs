//! Exposure: one row a material, most exposed first.

use adit_analysis::exposure::{Exposure, MaterialExposure};
use adit_vocab::country::CountryId;
use adit_vocab::material::Material;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, share, title};
use crate::findings::{grade, most_exposed, unknown_share};
use crate::grammar::{Place, Role};
use crate::locale::Args;
use crate::naming::{Names, Naming};

pub(crate) const COLUMNS: [&str; 13] = [
    "material",
    "use_t",
    "net_import_reliance",
    "direct",
    "maker",
    "refiner",
    "mine",
    "passes_through",
    "unknown",
    "world_mine_share",
    "world_refined_share",
    "world_magnet_share",
    "grade",
];

/// Columns that only materials with magnets have.
const OF_MAGNETS: [&str; 2] = ["refiner", "world_magnet_share"];

/// What the importer uses, where it comes from and how much passes through the feared supplier.
pub fn exposure(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let rows = most_exposed(exposure, reference).into_iter().map(|entry| row(reference, entry, exposure, &names)).collect();
    let table = Table {
        id: "exposure",
        title: title("exposure", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows,
        notes: notes(&["note-exposure", "note-missing"], &names, &args),
    };
    without_empty_columns(table, &names)
}

/// Leaves out, for people, the columns of magnets where no row has any.
pub(crate) fn without_empty_columns(mut table: Table, names: &Names) -> Table {
    let Some(words) = names.words() else { return table };
    let mut has_magnets = false;
    for id in OF_MAGNETS {
        let Some(place) = table.columns.iter().position(|column| column.id == id) else { continue };
        if table.rows.iter().all(|row| row.cells[place] == Cell::NotApplicable) {
            table.columns.remove(place);
            table.rows.iter_mut().for_each(|row| drop(row.cells.remove(place)));
        } else {
            has_magnets = true;
        }
    }
    if has_magnets {
        table.notes.push(words.get("note-magnets"));
    }
    table
}

/// The variables every message about a question may use: both places in all cases, and the year.
pub(crate) fn question_args(reference: &Reference, exposure: &Exposure, names: &Names) -> Args {
    let Some(words) = names.words() else { return Args::new() };
    let args = Args::new().text("year", exposure.year.to_string());
    let args = Place::party(&exposure.importer, reference, words.lang()).put(args, Role::Asker);
    Place::country(reference.countries.get(exposure.against), words.lang()).put(args, Role::Feared)
}

fn row(reference: &Reference, entry: &MaterialExposure, exposure: &Exposure, names: &Names) -> Row {
    let material = reference.materials.get(entry.material);
    let against = exposure.against;
    let supply = entry.supply.as_ref();
    let passes_through = if exposure.importer.has(against) && supply.is_some() {
        Cell::NotApplicable
    } else {
        share(supply.and_then(|supply| supply.passes_through))
    };
    Row {
        key: material.id.clone(),
        cells: vec![
            Cell::Text(names.material(entry.material)),
            number(supply.map(|supply| supply.tonnes.0), Format::Tonnes),
            reliance(supply.and_then(|supply| supply.net_import_reliance), names),
            share(supply.map(|supply| supply.direct.share_of(against))),
            share(supply.map(|supply| supply.maker.share_of(against))),
            refiner(material, entry, against),
            mine(material, entry, against),
            passes_through,
            share(supply.map(unknown_share)),
            world_share(material, entry, Stage::Mine, against),
            world_share(material, entry, Stage::Refined, against),
            world_share(material, entry, Stage::Magnet, against),
            grade(entry).map_or(Cell::NoData, |grade| Cell::Text(grade.letter().to_owned())),
        ],
    }
}

/// Net import reliance; people read that a country exports more than it takes in, not that it is below zero.
fn reliance(reliance: Option<f64>, names: &Names) -> Cell {
    match (reliance, names.words()) {
        (Some(value), Some(words)) if value < 0.0 => Cell::Text(words.get("net-exporter")),
        _ => share(reliance),
    }
}

/// The feared supplier's share of the refineries behind the makers of magnets.
pub(crate) fn refiner(material: &Material, entry: &MaterialExposure, against: CountryId) -> Cell {
    if has_no(material, Stage::Magnet) || material.stage.is_empty() {
        return Cell::NotApplicable;
    }
    share(entry.supply.as_ref().and_then(|supply| supply.refiner.as_ref()).map(|mix| mix.share_of(against)))
}

/// The feared supplier's share of the mines behind the use. Where mining is the last stage, its maker is the miner.
fn mine(material: &Material, entry: &MaterialExposure, against: CountryId) -> Cell {
    if has_no(material, Stage::Mine) {
        return Cell::NotApplicable;
    }
    let Some(supply) = &entry.supply else { return Cell::NoData };
    let mix = if has_no(material, Stage::Refined) { Some(&supply.maker) } else { supply.mine.as_ref() };
    share(mix.map(|mix| mix.share_of(against)))
}

/// The feared supplier's share of world output at one stage.
pub(crate) fn world_share(material: &Material, entry: &MaterialExposure, stage: Stage, against: CountryId) -> Cell {
    // magnets are the exception: a material of which nothing is on file has none
    if has_no(material, stage) || (stage == Stage::Magnet && material.stage.is_empty()) {
        return Cell::NotApplicable;
    }
    share(entry.of(stage).map(|world| world.share_of(against)))
}

/// True if the material is known to have no market at this stage. A material without any stage on file is unknown, not
/// exempt.
pub(crate) fn has_no(material: &Material, stage: Stage) -> bool {
    !material.stage.is_empty() && material.stage(stage).is_none()
}
