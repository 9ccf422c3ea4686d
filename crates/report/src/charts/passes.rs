//! What passes through the feared supplier on its way to the importer: bar for the whole path, dot for direct purchases.

use super::ranked::{Frame, Row, panels};
use super::svg::{Figure, Mark};
use crate::context::Context;
use crate::findings::{grade, most_exposed, passes_through};

/// Draws the chart; `None` where no path is computed for any material.
pub fn passes(context: &Context) -> Option<Figure> {
    let against = context.exposure.against;
    let rows: Vec<Row> = most_exposed(context.exposure, context.reference)
        .into_iter()
        .map(|entry| Row {
            name: context.material_name(entry.material),
            value: passes_through(entry),
            grade: grade(entry).map_or("", |grade| grade.letter()),
            ring: None,
            dot: entry.supply.as_ref().filter(|_| passes_through(entry).is_some()).map(|supply| supply.direct.share_of(against)),
            group: false,
            bar: true,
        })
        .collect();
    if rows.iter().all(|row| row.value.is_none()) {
        return None;
    }
    let mut key = vec![(Mark::Bar, context.say("key-passes")), (Mark::Dot, context.say("key-direct"))];
    if rows.iter().any(|row| row.value.is_none()) {
        key.push((Mark::NoData, context.say("key-no-data")));
    }
    let frame = Frame { words: &context.words, title: "path-panel", args: &|| context.args(), line_at: None };
    Some(Figure {
        id: "path",
        title: context.say("path-figure"),
        unit: context.say("path-figure-unit"),
        panels: panels(&rows, &frame),
        key,
        caption: [context.say("path-caption"), context.say("grade-caption"), context.source_line()].join(" "),
        ..Figure::default()
    })
}
