//! World: one row a market, with its size and its concentration.

use adit_analysis::exposure::Exposure;
use adit_analysis::world::WorldStage;
use adit_vocab::country::CountryId;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::{has_no, question_args};
use super::{columns, notes, number, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 11] = [
    "material",
    "stage",
    "output_t",
    "largest",
    "largest_share",
    "top3_share",
    "hhi",
    "governance_weighted",
    "ungoverned_share",
    "against_share",
    "grade",
];

/// Who makes how much of each material in the world, and how concentrated that is.
pub fn world(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let material = reference.materials.get(entry.material);
        for stage in Stage::ALL {
            let world = entry.of(stage);
            if has_no(material, stage) || (material.stage.is_empty() && stage != Stage::Refined) {
                continue;
            }
            let mut cells = vec![Cell::Text(names.material(entry.material)), Cell::Text(names.stage(stage))];
            match world {
                Some(world) => cells.extend(describe(world, exposure.against, &names)),
                None => cells.resize(COLUMNS.len(), Cell::NoData),
            }
            rows.push(Row { key: format!("{}.{stage}", material.id), cells });
        }
    }
    Table {
        id: "world",
        title: title("world", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows,
        notes: notes(&["note-world", "note-missing"], &names, &args),
    }
}

fn describe(world: &WorldStage, against: CountryId, names: &Names) -> Vec<Cell> {
    let (largest, largest_share) = world.largest();
    vec![
        number(Some(world.output.0), Format::Tonnes),
        Cell::Text(names.country(largest)),
        share(Some(largest_share)),
        share(Some(world.top_three)),
        number(Some(world.hhi), Format::Index),
        number(world.governance.map(|weighted| weighted.value.0), Format::Index),
        share(world.governance.map(|weighted| weighted.without_governance.0)),
        share(Some(world.share_of(against))),
        Cell::Text(world.grade.letter().to_owned()),
    ]
}
