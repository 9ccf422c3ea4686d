//! Back-test: every observed price beside the simulated one, the errors of the model and of its rivals, what matters.

use adit_analysis::backtest::{BackTest, Contender, EventResult, Line};
use adit_vocab::event::{Event, EventRole};
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, share, title};
use crate::locale::Args;
use crate::naming::{Names, Naming};

const POINTS: [&str; 12] = [
    "event",
    "material",
    "side",
    "price_month",
    "months_since",
    "observed",
    "simulated",
    "band_low",
    "band_high",
    "in_band",
    "log_error",
    "cluster",
];
const EVENTS: [&str; 9] = ["event", "material", "by", "announced", "cluster", "role", "stocks", "hindsight", "error"];
const MODELS: [&str; 9] = [
    "model",
    "error",
    "within_two",
    "rank",
    "difference",
    "difference_low",
    "difference_high",
    "held_out_error",
    "held_out_within_two",
];
const MECHANISMS: [&str; 3] = ["mechanism", "error", "error_more"];
const BANDS: [&str; 4] = ["band", "noise_low", "noise_high", "coverage"];

/// All tables of the answer.
pub fn backtest(reference: &Reference, events: &[Event], found: &BackTest, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(reference, naming.into());
    vec![
        points(events, found, &names),
        by_event(events, found, &names),
        models(found, &names),
        mechanisms(found, &names),
        bands(found, &names),
    ]
}

/// A word of a table: the message `<group>-<id>`, or the id where ids are asked for.
fn word(group: &str, id: &str, names: &Names) -> Cell {
    let text = names.words().map(|words| words.get(&format!("{group}-{}", id.replace('_', "-"))));
    Cell::Text(text.unwrap_or_else(|| id.to_owned()))
}

fn yes(value: bool, names: &Names) -> Cell {
    word("answer", if value { "yes" } else { "no" }, names)
}

fn table(id: &'static str, list: &[&'static str], rows: Vec<Row>, words: &[&str], names: &Names) -> Table {
    let args = Args::new();
    Table { id, title: title(id, names, &args), columns: columns(list, names, &args), rows, notes: notes(words, names, &args) }
}

fn points(events: &[Event], found: &BackTest, names: &Names) -> Table {
    let mut rows = Vec::new();
    for entry in &found.events {
        let Some(event) = events.get(entry.event) else { continue };
        for (point, result) in event.points.iter().zip(&entry.points) {
            rows.push(Row {
                key: format!("{}.{}.{}", event.id, point.side.id(), point.at),
                cells: vec![
                    Cell::Text(event.id.clone()),
                    Cell::Text(names.material(event.material)),
                    word("side", point.side.id(), names),
                    Cell::Text(point.at.to_string()),
                    number(Some(result.months), Format::Count),
                    number(Some(result.observed), Format::Multiple),
                    number(Some(result.simulated), Format::Multiple),
                    number(result.band.map(|band| band.low), Format::Multiple),
                    number(result.band.map(|band| band.high), Format::Multiple),
                    yes(result.inside(), names),
                    number(Some(result.log_error), Format::Index),
                    Cell::Text(event.cluster.clone()),
                ],
            });
        }
    }
    table("backtest", &POINTS, rows, &["note-backtest"], names)
}

fn by_event(events: &[Event], found: &BackTest, names: &Names) -> Table {
    let row = |entry: &EventResult| {
        let event = events.get(entry.event)?;
        let role = if event.role == EventRole::Counted { "counted" } else { "held_out" };
        Some(Row {
            key: event.id.clone(),
            cells: vec![
                Cell::Text(event.id.clone()),
                Cell::Text(names.material(event.material)),
                Cell::Text(names.country(event.by)),
                Cell::Text(event.announced.to_string()),
                Cell::Text(event.cluster.clone()),
                word("role", role, names),
                word("stocks", event.stocks.id(), names),
                yes(event.hindsight, names),
                number(Some(entry.error), Format::Index),
            ],
        })
    };
    table("backtest_events", &EVENTS, found.events.iter().filter_map(row).collect(), &["note-backtest-events"], names)
}

fn models(found: &BackTest, names: &Names) -> Table {
    let apart = |what: Contender| found.held_out.iter().find(|line| line.what == what);
    let row = |line: &Line| {
        let difference = |of: fn(&adit_analysis::backtest::Difference) -> f64| match &line.difference {
            Some(difference) => number(Some(of(difference)), Format::Index),
            None => Cell::NotApplicable,
        };
        Row {
            key: line.what.id().to_owned(),
            cells: vec![
                word("contender", line.what.id(), names),
                number(Some(line.score.error), Format::Index),
                share(Some(line.score.within_two)),
                line.score.rank.map_or(Cell::NotApplicable, |rank| number(Some(rank), Format::Index)),
                difference(|difference| difference.mean),
                difference(|difference| difference.low),
                difference(|difference| difference.high),
                number(apart(line.what).map(|line| line.score.error), Format::Index),
                share(apart(line.what).map(|line| line.score.within_two)),
            ],
        }
    };
    table("backtest_models", &MODELS, found.summary.iter().map(row).collect(), &["note-backtest-models"], names)
}

fn mechanisms(found: &BackTest, names: &Names) -> Table {
    let whole = found.summary.iter().find(|line| line.what == Contender::Model).map(|line| line.score.error);
    let rows = found.mechanisms.iter().map(|(mechanism, error)| Row {
        key: mechanism.id().to_owned(),
        cells: vec![
            word("mechanism", mechanism.id(), names),
            number(Some(*error), Format::Index),
            number(whole.map(|whole| error - whole), Format::Index),
        ],
    });
    table("backtest_mechanisms", &MECHANISMS, rows.collect(), &["note-backtest-mechanisms"], names)
}

fn bands(found: &BackTest, names: &Names) -> Table {
    let rows = found.bands.iter().map(|band| Row {
        key: band.kind.id().to_owned(),
        cells: vec![
            word("band", band.kind.id(), names),
            number(Some(band.noise.0), Format::Index),
            number(Some(band.noise.1), Format::Index),
            share(Some(band.coverage)),
        ],
    });
    table("backtest_bands", &BANDS, rows.collect(), &["note-backtest-bands"], names)
}
