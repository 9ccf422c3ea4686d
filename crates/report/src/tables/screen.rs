//! Screen: one row a stop, the dearest for the asker first, one row a supplier with all it controls, and, if one supplier was asked
//! about, one row a technology that it could stop.

use adit_analysis::losses::UsersLoss;
use adit_analysis::losses::technologies::Stopped;
use adit_analysis::screen::{Outcome, Screen, Together};
use adit_vocab::country::Party;
use adit_vocab::industry::Industries;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, moved, notes, notes_met, number, share, title};
use crate::Driver;
use crate::grammar::{Place, Role};
use crate::locale::Args;
use crate::naming::{Names, Naming};
use crate::numbers;

/// Rows shown to people; files hold all of them.
const SHOWN: usize = 25;

/// The question with its answer.
#[derive(Clone, Copy)]
pub struct ScreenInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// Base year.
    pub year: i32,
    /// Who asks.
    pub importer: &'a Party,
    /// The answer.
    pub found: &'a Screen,
    /// What the sum of what is expected hangs on, largest effect first, US dollars.
    pub drivers: &'a [Driver],
    /// Technologies that the supplier could stop, with their names; `None` if all suppliers were asked about.
    pub technologies: Option<(&'a Industries, &'a [Stopped])>,
}

/// Two tables, or three.
pub fn screen(input: &ScreenInput, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = match names.words() {
        Some(words) => {
            let args = Args::new().text("year", input.year.to_string());
            let args = Place::party(input.importer, input.reference, words.lang()).put(args, Role::Asker);
            match input.found.together.first() {
                Some(entry) => {
                    Place::country(input.reference.countries.get(entry.supplier), words.lang()).put(args, Role::Feared)
                }
                None => args,
            }
        }
        None => Args::new(),
    };
    let mut tables = vec![stops(input, &names, &args), suppliers(input.reference, input.found, &names, &args)];
    if let Some((industries, list)) = input.technologies {
        tables.push(technologies(industries, list, &names, &args));
    }
    tables
}

fn stops(input: &ScreenInput, names: &Names, args: &Args) -> Table {
    let ScreenInput { reference, found, .. } = *input;
    const COLUMNS: [&str; 17] = [
        "supplier",
        "material",
        "stage",
        "expected_usd",
        "users_lost_usd",
        "economy_lost_usd",
        "market_lost_usd",
        "missing_share",
        "likelihood",
        "risk_class",
        "price_mean",
        "likelihood_why",
        "output_lost_usd",
        "import_bill_usd",
        "surplus_lost_usd",
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
                money(outcome.losses.users.as_ref().map(UsersLoss::total)),
                money(outcome.economy_total()),
                money(outcome.losses.market),
                share(uses.then(|| outcome.missing / outcome.used)),
                number(Some(outcome.likelihood.0), Format::Percent),
                outcome.class.filter(|_| uses).map_or(Cell::NoData, |class| Cell::Text(names.risk_class(class))),
                number(Some(outcome.price), Format::Multiple),
                Cell::Text(names.likelihood_reason(outcome.likelihood.1)),
                money(outcome.losses.users.as_ref().map(UsersLoss::output)),
                money(outcome.losses.import_bill),
                money(outcome.lost),
                number(Some(outcome.used), Format::Tonnes),
                number(Some(outcome.missing), Format::Tonnes),
            ],
        }
    };
    let shown = if names.words().is_some() { SHOWN.min(found.outcomes.len()) } else { found.outcomes.len() };
    let mut said = Vec::new();
    if let (Some(words), Some(expected)) = (names.words(), found.expected()) {
        said.push(words.say("screen-expected", &Args::new().text("expected", numbers::usd(expected, words.lang()))));
        said.extend(moved(input.drivers, words).map(|list| words.say("screen-drivers", &Args::new().text("list", list))));
    }
    let known = found.outcomes.iter().any(|outcome| outcome.losses.users.is_some());
    let whole = found.outcomes.iter().any(|outcome| outcome.economy.is_some());
    said.extend(notes(&["note-screen", "note-screen-losses"], names, args));
    if !known && !found.outcomes.is_empty() {
        said.extend(notes(&["note-screen-no-industries"], names, args));
    } else if !whole {
        said.extend(notes(&["note-screen-no-table"], names, args));
    }
    said.extend(notes(&["note-loss-assumptions", "note-likelihood-assumptions"], names, args));
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

fn suppliers(reference: &Reference, found: &Screen, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 9] = [
        "supplier",
        "materials_n",
        "materials_short_n",
        "expected_usd",
        "users_lost_usd",
        "economy_lost_usd",
        "market_lost_usd",
        "import_bill_usd",
        "surplus_lost_usd",
    ];
    let list = &found.together;
    let row = |entry: &Together| Row {
        key: reference.countries.get(entry.supplier).iso3.clone(),
        cells: vec![
            Cell::Text(names.country(entry.supplier)),
            number(Some(entry.materials as f64), Format::Count),
            number(Some(entry.short as f64), Format::Count),
            number(entry.expected, Format::Usd),
            number(entry.users, Format::Usd),
            number(entry.economy, Format::Usd),
            number(entry.market, Format::Usd),
            number(entry.import_bill, Format::Usd),
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

/// What one supplier could stop, by technology.
fn technologies(industries: &Industries, list: &[Stopped], names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 7] = [
        "technology",
        "worst_material",
        "missing_share",
        "technology_materials_n",
        "materials_short_n",
        "output_lost_usd",
        "technology_use_share",
    ];
    let row = |stopped: &Stopped| {
        let technology = &industries.technologies[stopped.technology];
        let name = names.words().map_or(technology.id.as_str(), |words| technology.name.get(words.lang()));
        Row {
            key: format!("technology.{}", technology.id),
            cells: vec![
                Cell::Text(name.to_owned()),
                Cell::Text(names.material(stopped.worst.0)),
                share(Some(stopped.missing)),
                number(Some(stopped.materials as f64), Format::Count),
                number(Some(stopped.short as f64), Format::Count),
                number(stopped.lost, Format::Usd),
                share(Some(stopped.part)),
            ],
        }
    };
    Table {
        id: "screen_technologies",
        title: title("screen_technologies", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: list.iter().map(row).collect(),
        notes: notes_met("note-screen-technologies", names, Args::new()),
    }
}
