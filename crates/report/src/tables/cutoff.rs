//! Cut-off: what the feared supplier could do to the asker in a year, one row a market, the largest part of use missing first.

use adit_analysis::losses::UsersLoss;
use adit_analysis::screen::{Outcome, Screen};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, share, title};
use crate::grammar::{Place, Role};
use crate::locale::Args;
use crate::naming::{Names, Naming};

/// The columns.
pub(crate) const COLUMNS: [&str; 11] = [
    "material",
    "stage",
    "cutoff_price",
    "cutoff_use_t",
    "cutoff_missing_t",
    "cutoff_missing_share",
    "cutoff_market_usd",
    "cutoff_output_usd",
    "cutoff_bill_usd",
    "cutoff_economy_usd",
    "cutoff_lost_usd",
];

/// The table of a screen of one supplier.
pub fn cutoff(
    reference: &Reference,
    year: i32,
    importer: &Party,
    against: CountryId,
    found: &Screen,
    naming: impl Into<Naming>,
) -> Table {
    let names = Names::new(reference, naming.into());
    let args = match names.words() {
        Some(words) => {
            let args = Args::new().text("year", year.to_string());
            let args = Place::party(importer, reference, words.lang()).put(args, Role::Asker);
            Place::country(reference.countries.get(against), words.lang()).put(args, Role::Feared)
        }
        None => Args::new(),
    };
    Table {
        id: "cutoff",
        title: title("cutoff", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows: worst_first(found).into_iter().map(|outcome| row(reference, outcome, &names)).collect(),
        notes: notes(&["note-cutoff", "note-cutoff-losses"], &names, &args),
    }
}

/// Stops by the part of use that is missing, largest first; without use last.
pub(crate) fn worst_first(found: &Screen) -> Vec<&Outcome> {
    let mut list: Vec<&Outcome> = found.outcomes.iter().collect();
    list.sort_by(|a, b| {
        let part = |outcome: &Outcome| missing_share(outcome).unwrap_or(-1.0);
        part(b).total_cmp(&part(a)).then(a.stop.material.cmp(&b.stop.material)).then(a.stop.stage.cmp(&b.stop.stage))
    });
    list
}

/// Part of a year's use that is missing; `None` without use.
pub(crate) fn missing_share(outcome: &Outcome) -> Option<f64> {
    (outcome.used > 0.0).then(|| outcome.missing / outcome.used)
}

fn row(reference: &Reference, outcome: &Outcome, names: &Names) -> Row {
    let stop = outcome.stop;
    let money = |value: Option<f64>| number(value.filter(|_| outcome.used > 0.0), Format::Usd);
    Row {
        key: format!("{}.{}", reference.materials.get(stop.material).id, stop.stage),
        cells: vec![
            Cell::Text(names.material(stop.material)),
            Cell::Text(names.stage(stop.stage)),
            number(Some(outcome.price), Format::Multiple),
            number(Some(outcome.used), Format::Tonnes),
            number(Some(outcome.missing), Format::Tonnes),
            share(missing_share(outcome)),
            money(outcome.losses.market),
            money(outcome.losses.users.as_ref().map(UsersLoss::output)),
            money(outcome.losses.import_bill),
            money(outcome.economy_total()),
            money(outcome.lost),
        ],
    }
}
