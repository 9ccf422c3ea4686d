//! Screen: one row a stop, the dearest for the asker first, and one row a supplier with all it controls.

use adit_analysis::losses::UsersLoss;
use adit_analysis::screen::{Outcome, Screen, Together, together};
use adit_vocab::country::Party;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, share, title};
use crate::grammar::{Place, Role};
use crate::locale::Args;
use crate::naming::{Names, Naming};

/// Rows shown to people; files hold all of them.
const SHOWN: usize = 25;

/// Both tables.
pub fn screen(reference: &Reference, year: i32, importer: &Party, found: &Screen, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(reference, naming.into());
    let args = match names.words() {
        Some(words) => {
            let args = Args::new().text("year", year.to_string());
            Place::party(importer, reference, words.lang()).put(args, Role::Asker)
        }
        None => Args::new(),
    };
    vec![stops(reference, found, &names, &args), suppliers(reference, found, &names, &args)]
}

fn stops(reference: &Reference, found: &Screen, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 17] = [
        "supplier",
        "material",
        "stage",
        "expected_usd",
        "risk_class",
        "likelihood",
        "likelihood_why",
        "users_lost_usd",
        "missing_share",
        "price_mean",
        "output_lost_usd",
        "import_bill_usd",
        "economy_lost_usd",
        "surplus_lost_usd",
        "market_lost_usd",
        "base_use_t",
        "missing_t",
    ];
    let row = |outcome: &Outcome| {
        let stop = outcome.stop;
        let uses = outcome.used > 0.0;
        let money = |value: Option<f64>| number(value.filter(|_| uses), Format::Usd);
        Row {
            key: format!(
                "{}.{}.{}",
                reference.materials.get(stop.material).id,
                stop.stage,
                reference.countries.get(stop.supplier).iso3
            ),
            cells: vec![
                Cell::Text(names.country(stop.supplier)),
                Cell::Text(names.material(stop.material)),
                Cell::Text(names.stage(stop.stage)),
                money(outcome.expected),
                outcome.class.filter(|_| uses).map_or(Cell::NoData, |class| Cell::Text(names.risk_class(class))),
                number(Some(outcome.likelihood.0), Format::Percent),
                Cell::Text(names.likelihood_reason(outcome.likelihood.1)),
                money(outcome.losses.users.as_ref().map(UsersLoss::total)),
                share(uses.then(|| outcome.missing / outcome.used)),
                number(Some(outcome.price), Format::Multiple),
                money(outcome.losses.users.as_ref().map(UsersLoss::output)),
                money(outcome.losses.users.as_ref().map(|users| users.import_bill)),
                money(outcome.economy_total()),
                money(outcome.lost),
                money(outcome.losses.market),
                number(Some(outcome.used), Format::Tonnes),
                number(Some(outcome.missing), Format::Tonnes),
            ],
        }
    };
    let shown = if names.words().is_some() { SHOWN.min(found.outcomes.len()) } else { found.outcomes.len() };
    let mut said = notes(&["note-screen", "note-what-if-users"], names, args);
    if let Some(words) = names.words() {
        if found.outcomes.len() > shown {
            said.push(words.say("note-more-rows", &Args::new().count("n", found.outcomes.len() - shown)));
        }
        if !found.unsolved.is_empty() {
            said.push(words.say("note-unsolved", &Args::new().count("n", found.unsolved.len())));
        }
    }
    Table {
        id: "screen",
        title: title("screen", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: found.outcomes[..shown].iter().map(row).collect(),
        notes: said,
    }
}

/// What users lose over all stops, of two stages of a material the dearer.
pub(crate) fn lost_together(found: &Screen) -> f64 {
    together(found).iter().filter_map(|entry| entry.lost).sum()
}

fn suppliers(reference: &Reference, found: &Screen, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 6] =
        ["supplier", "materials_n", "materials_short_n", "expected_usd", "users_lost_usd", "surplus_lost_usd"];
    let list = together(found);
    let row = |entry: &Together| Row {
        key: reference.countries.get(entry.supplier).iso3.clone(),
        cells: vec![
            Cell::Text(names.country(entry.supplier)),
            number(Some(entry.materials as f64), Format::Count),
            number(Some(entry.short as f64), Format::Count),
            number(entry.expected, Format::Usd),
            number(entry.users, Format::Usd),
            number(entry.lost, Format::Usd),
        ],
    };
    let shown = if names.words().is_some() { SHOWN.min(list.len()) } else { list.len() };
    Table {
        id: "screen_suppliers",
        title: title("screen_suppliers", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: list[..shown].iter().map(row).collect(),
        notes: notes(&["note-screen-suppliers"], names, args),
    }
}
