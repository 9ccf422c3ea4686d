//! Producers: one row a country in a market.

use adit_analysis::exposure::Exposure;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::question_args;
use super::{columns, number, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 5] = ["material", "stage", "country", "output_t", "share"];

/// Rest of a sum of shares that is only rounding.
const ROUNDING: f64 = 1e-9;

/// World output by country, market by market, largest producer first; last what no publisher assigns to a country.
pub fn producers(reference: &Reference, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let material = &reference.materials.get(entry.material).id;
        for world in [&entry.mine, &entry.refined].into_iter().flatten() {
            let mut push = |id: &str, shown: String, part: f64| {
                rows.push(Row {
                    key: format!("{material}.{}.{id}", world.stage),
                    cells: vec![
                        Cell::Text(names.material(entry.material)),
                        Cell::Text(names.stage(world.stage)),
                        Cell::Text(shown),
                        number(Some(part * world.output.0), Format::Tonnes),
                        share(Some(part)),
                    ],
                });
            };
            for &(country, part) in &world.producers {
                push(&reference.countries.get(country).iso3, names.country(country), part);
            }
            let unassigned = 1.0 - world.producers.iter().map(|(_, part)| part).sum::<f64>();
            if unassigned > ROUNDING {
                push(
                    "unassigned",
                    names.words().map_or_else(|| "unassigned".to_owned(), |words| words.get("unassigned")),
                    unassigned,
                );
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
