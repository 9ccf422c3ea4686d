//! Producers: one row a country in a market.

use adit_analysis::exposure::Exposure;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::question_args;
use super::{columns, number, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 5] = ["material", "stage", "country", "output_t", "share"];

/// World output by country, market by market, largest producer first.
pub fn producers(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let material = &reference.materials.get(entry.material).id;
        for world in [&entry.mine, &entry.refined].into_iter().flatten() {
            for &(country, part) in &world.producers {
                rows.push(Row {
                    key: format!("{material}.{}.{}", world.stage, reference.countries.get(country).iso3),
                    cells: vec![
                        Cell::Text(names.material(entry.material)),
                        Cell::Text(names.stage(world.stage)),
                        Cell::Text(names.country(country)),
                        number(Some(part * world.output.0), Format::Tonnes),
                        share(Some(part)),
                    ],
                });
            }
        }
    }
    Table {
        id: "producers",
        title: title("producers", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows,
        notes: Vec::new(),
    }
}
