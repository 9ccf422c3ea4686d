//! When dependencies end without measures and with a package of them: the table of the briefing, one row a material.

use adit_analysis::pathway::Band;
use adit_analysis::pathway::ensemble::{Bands, Ensemble};
use adit_vocab::table::{Cell, Format, Row, Table};

use super::pathway::{LATER, PathwayInput, because, range, said, treasury};
use super::{columns, notes, number, share, title};
use crate::naming::{Names, Naming};

/// Places of the two packages: nothing is done, and what is compared with it.
pub(crate) const WITHOUT: usize = 0;
pub(crate) const WITH: usize = 1;

/// The table of the first two packages of an input, without measures first. The rows stand in the order of the answers.
pub fn ends(input: &PathwayInput, naming: impl Into<Naming>) -> Table {
    const COLUMNS: [&str; 11] = [
        "material",
        "end_without",
        "end_range_without",
        "end_with",
        "end_range_with",
        "share_later_without",
        "share_later_with",
        "stop_users_later_without_usd",
        "stop_users_later_with_usd",
        "treasury_pv_usd",
        "starts_because",
    ];
    let names = Names::new(input.reference, naming.into());
    let args = input.args_or_none(&names);
    let rows = input.found.iter().map(|(material, found)| {
        let mut cells = vec![Cell::Text(names.material(*material))];
        match found.as_deref() {
            Some([without, with, ..]) => cells.extend(row(input, without, with, &names)),
            _ => cells.extend(vec![Cell::NoData; COLUMNS.len() - 1]),
        }
        Row { key: input.reference.materials.get(*material).id.clone(), cells }
    });
    Table {
        id: "pathways",
        title: title("ends", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows: rows.collect(),
        notes: notes(&["note-ends-draws", "note-pathway-stop", "note-ends"], &names, &args),
    }
}

fn row(input: &PathwayInput, without: &Ensemble, with: &Ensemble, names: &Names) -> Vec<Cell> {
    let end = |ensemble: &Ensemble| match &ensemble.independence {
        Some(found) => [Cell::Text(said(found.middle, names)), Cell::Text(range(found, names))],
        None => [Cell::NotApplicable, Cell::NotApplicable],
    };
    let users = |ensemble: &Ensemble| number(later(ensemble, |bands| bands.users), Format::Usd);
    let mut cells = [end(without), end(with)].concat();
    cells.extend([
        share(share_later(without)),
        share(share_later(with)),
        users(without),
        users(with),
        if with.priced { number(Some(treasury(input, WITH, with)), Format::Usd) } else { Cell::NoData },
        number(Some(because(with)), Format::Index),
    ]);
    cells
}

/// The feared supplier's part of world output at the last stage ten years on, in the middle of the draws.
pub(crate) fn share_later(ensemble: &Ensemble) -> Option<f64> {
    later(ensemble, |bands| bands.shares.last().copied().flatten())
}

fn later(ensemble: &Ensemble, of: impl Fn(&Bands) -> Option<Band>) -> Option<f64> {
    ensemble.years.iter().find(|bands| bands.year == LATER).and_then(of).map(|band| band.middle)
}
