//! Measures as they exist, and what of each runs in the model.

use adit_vocab::measure::{CannotRun, Entry, Measure, Part, Scope, Status};
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, title};
use crate::locale::Args;
use crate::naming::{Names, Naming, announced_package, controls_package};
use crate::numbers;

/// The measures to list.
#[derive(Clone, Copy)]
pub struct MeasuresInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// All measures.
    pub measures: &'a [Measure],
    /// All their parts.
    pub parts: &'a [Part],
    /// Which measures are listed, by place, in the order of the rows.
    pub listed: &'a [usize],
    /// First year that is followed.
    pub first_year: i32,
}

impl<'a> MeasuresInput<'a> {
    fn parts_of(&self, place: usize) -> impl Iterator<Item = (&'a Entry, &'a Part)> {
        let entries = &self.measures[place].entries;
        self.parts.iter().filter(move |part| part.measure == place).map(|part| (&entries[part.entry], part))
    }
}

/// A row for each measure, and a row for each of their parts.
pub fn measures(input: &MeasuresInput, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = names.words().map_or_else(Args::new, |words| Args::new().text("package", announced_package(words.lang())));
    let mut tables = vec![list(input, &names, &args)];
    tables.extend(parts(input, &names, &args));
    tables
}

fn list(input: &MeasuresInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 9] = [
        "measure_status",
        "measure",
        "measure_by",
        "runs",
        "runs_not",
        "amount_usd",
        "measure_from",
        "measure_with",
        "first_source",
    ];
    let rows = input.listed.iter().map(|&place| {
        let measure = &input.measures[place];
        let runs = |wanted: bool| {
            let words: Vec<String> = input
                .parts_of(place)
                .filter(|(_, part)| part.cannot.is_none() == wanted)
                .map(|(entry, _)| instrument(entry, names))
                .fold(Vec::new(), |mut all, word| {
                    if !all.contains(&word) {
                        all.push(word);
                    }
                    all
                });
            if words.is_empty() { Cell::NotApplicable } else { Cell::Text(words.join(", ")) }
        };
        let source = measure.sources.first();
        Row {
            key: measure.id.clone(),
            cells: vec![
                Cell::Text(status(measure.status, names)),
                Cell::Text(called(measure, names)),
                places(&measure.by, names),
                runs(true),
                runs(false),
                number(measure.amount_usd, Format::Usd),
                measure.from.map_or(Cell::NoData, |from| Cell::Text(from.to_string())),
                if measure.with.is_empty() { Cell::NotApplicable } else { places(&measure.with, names) },
                source.map_or(Cell::NoData, |source| Cell::Text(format!("{} {}", source.publisher, source.published))),
            ],
        }
    });
    let none = input.listed.is_empty().then_some("note-measures-none");
    let said: Vec<&str> = ["note-measures"].into_iter().chain(none).collect();
    Table {
        id: "measures",
        title: title("measures", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: rows.collect(),
        notes: notes(&said, names, args),
    }
}

/// A row for each part; none if no measure has one.
fn parts(input: &MeasuresInput, names: &Names, args: &Args) -> Option<Table> {
    // files have the assumptions, which are written in one language only
    let in_full = names.words().is_none();
    let mut ids = vec!["part_instrument", "measure", "measure_years", "part_about", "cannot_run", "amount_usd"];
    if in_full {
        ids.push("assumption");
    }
    let mut rows = Vec::new();
    for &place in input.listed {
        let measure = &input.measures[place];
        for (entry, part) in input.parts_of(place) {
            let policy = &entry.text.policy;
            let years = policy.until.map_or_else(|| format!("{}–", policy.from), |until| format!("{}–{until}", policy.from));
            let mut cells = vec![
                Cell::Text(instrument(entry, names)),
                Cell::Text(called(measure, names)),
                Cell::Text(years),
                about(&entry.scope, names),
                part.cannot.as_ref().map_or(Cell::NotApplicable, |why| Cell::Text(reason(why, input.first_year, names))),
                number(entry.text.amount_usd, Format::Usd),
            ];
            if in_full {
                cells.push(Cell::Text(entry.text.assumption.clone()));
            }
            rows.push(Row { key: format!("{}.{}", measure.id, part.entry + 1), cells });
        }
    }
    (!rows.is_empty()).then(|| Table {
        id: "measure_parts",
        title: title("measure_parts", names, args),
        columns: columns(&ids, names, args),
        rows,
        notes: notes(&["note-measure-parts"], names, args),
    })
}

fn instrument(entry: &Entry, names: &Names) -> String {
    let id = &entry.text.policy.instrument;
    names.words().map_or_else(|| id.clone(), |words| words.get(&format!("instrument-{}", id.replace('_', "-"))))
}

fn status(status: Status, names: &Names) -> String {
    let id = status.id();
    names.words().map_or_else(|| id.to_owned(), |words| words.get(&format!("measure-{}", id.replace('_', "-"))))
}

/// Its name, or its id where ids are asked for.
fn called(measure: &Measure, names: &Names) -> String {
    names.words().map_or_else(|| measure.id.clone(), |words| measure.name.get(words.lang()).to_owned())
}

/// Most places and materials that are named one by one to people.
const NAMED: usize = 4;

fn places(ids: &[String], names: &Names) -> Cell {
    if let Some(words) = names.words().filter(|_| ids.len() > NAMED) {
        return Cell::Text(words.say("measure-count-places", &Args::new().count("n", ids.len())));
    }
    let all: Vec<String> = ids.iter().map(|id| names.country_or_bloc(id)).collect();
    Cell::Text(all.join(", "))
}

fn about(scope: &Scope, names: &Names) -> Cell {
    match (scope, names.words()) {
        (Scope::Unknown, _) => Cell::NoData,
        (Scope::All, None) => Cell::Text("*".to_owned()),
        (Scope::All, Some(words)) => Cell::Text(words.get("measure-all-materials")),
        (Scope::Named(list), Some(words)) if list.len() > NAMED => {
            Cell::Text(words.say("measure-count-materials", &Args::new().count("n", list.len())))
        }
        (Scope::Named(list), _) => {
            let all: Vec<String> = list.iter().map(|id| names.material(*id)).collect();
            Cell::Text(all.join(", "))
        }
    }
}

fn reason(why: &CannotRun, first_year: i32, names: &Names) -> String {
    let Some(words) = names.words() else {
        return match why {
            CannotRun::NotCounted(status) => status.id().to_owned(),
            CannotRun::Missing(keys) => format!("missing: {}", keys.join(", ")),
            CannotRun::BoughtBefore => "bought_before".to_owned(),
            CannotRun::InBaseYear => "in_base_year".to_owned(),
            CannotRun::OfSuppliers => "of_suppliers".to_owned(),
            CannotRun::Over => "over".to_owned(),
        };
    };
    let args = Args::new().text("first", first_year.to_string());
    match why {
        CannotRun::NotCounted(found) => words.say("cannot-run-status", &args.text("status", status(*found, names))),
        CannotRun::Missing(keys) => words.say("cannot-run-missing", &args.text("list", numbers::list(keys, words.lang()))),
        CannotRun::BoughtBefore => words.say("cannot-run-bought-before", &args),
        CannotRun::InBaseYear => words.say("cannot-run-in-base-year", &args),
        CannotRun::OfSuppliers => words.say("cannot-run-of-suppliers", &args.text("controls", controls_package(words.lang()))),
        CannotRun::Over => words.say("cannot-run-over", &args),
    }
}
