//! Overview: one row a material with all that is asked first: where the dependency is, what a stop costs, when it ends.

use adit_analysis::exposure::Exposure;
use adit_analysis::pathway::LAST_YEAR;
use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::independence::Independence;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::{has_no, question_args};
use super::pathway::said;
use super::{columns, notes, number, share, title, world_share};
use crate::findings::{grade, most_exposed};
use crate::naming::{Names, Naming};

/// Answers by material under one package, `None` without a market.
pub type Ends = Vec<(MaterialId, Option<Vec<Ensemble>>)>;

/// The answers it is made of.
#[derive(Clone, Copy)]
pub struct OverviewInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// What passes through the feared supplier.
    pub exposure: &'a Exposure,
    /// What users lose in a year's stop, US dollars, where that is known.
    pub losses: &'a [(MaterialId, f64)],
    /// When dependencies end; `None` as long as nobody asked.
    pub ends: Option<&'a Ends>,
}

/// The table, most exposed first.
pub fn overview(input: &OverviewInput, naming: impl Into<Naming>) -> Table {
    const COLUMNS: [&str; 8] = [
        "material",
        "passes_through",
        "refined_there",
        "world_mine_share",
        "world_refined_share",
        "stop_loss_usd",
        "independent",
        "grade",
    ];
    let OverviewInput { reference, exposure, .. } = *input;
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let loss = |material| input.losses.iter().find(|(known, _)| *known == material).map(|(_, loss)| *loss);
    let rows = most_exposed(exposure, reference).into_iter().map(|entry| {
        let material = reference.materials.get(entry.material);
        let supply = entry.supply.as_ref();
        let own = exposure.importer.has(exposure.against) && supply.is_some();
        let there = supply.map(|supply| supply.refiner.as_ref().unwrap_or(&supply.maker).share_of(exposure.against));
        let cells = vec![
            Cell::Text(names.material(entry.material)),
            if own { Cell::NotApplicable } else { share(supply.and_then(|supply| supply.passes_through)) },
            if has_no(material, Stage::Refined) { Cell::NotApplicable } else { share(there) },
            world_share(material, entry, Stage::Mine, exposure.against),
            world_share(material, entry, Stage::Refined, exposure.against),
            if own { Cell::NotApplicable } else { number(loss(entry.material), Format::Usd) },
            if own { Cell::NotApplicable } else { end(input, entry.material, &names) },
            grade(entry).map_or(Cell::NoData, |grade| Cell::Text(grade.letter().to_owned())),
        ];
        Row { key: material.id.clone(), cells }
    });
    // a column that is not there needs no note
    let told: &[&str] = match input.ends {
        Some(_) => &["note-overview", "note-overview-ends", "note-missing"],
        None => &["note-overview", "note-missing"],
    };
    let mut table = Table {
        id: "overview",
        title: title("overview", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows: rows.collect(),
        notes: notes(told, &names, &args),
    };
    if input.ends.is_none() {
        let place = COLUMNS.iter().position(|id| *id == "independent").unwrap_or_default();
        table.columns.remove(place);
        table.rows.iter_mut().for_each(|row| drop(row.cells.remove(place)));
    }
    table
}

/// The year in which the dependency ends, with its range.
fn end(input: &OverviewInput, material: MaterialId, names: &Names) -> Cell {
    let found = input.ends.and_then(|ends| ends.iter().find(|(id, _)| *id == material));
    let first = found.and_then(|(_, found)| found.as_deref()).and_then(<[Ensemble]>::first);
    let Some(found) = first.and_then(|ensemble| ensemble.independence.as_ref()) else { return Cell::NoData };
    let text = |end: Independence| match end {
        Independence::Later => format!("{LAST_YEAR}+"),
        end => said(end, names),
    };
    let middle = text(found.middle);
    let all = if found.low == found.high {
        String::new()
    } else {
        format!(" ({}\u{2060}–\u{2060}{})", text(found.low), text(found.high))
    };
    Cell::Text(format!("{middle}{all}"))
}
