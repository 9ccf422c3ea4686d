//! The feared supplier's share of the world: ring at the mine, dot at the refinery, all materials ranked.

use super::ranked::{Frame, Row, panels};
use super::svg::{Figure, Mark};
use crate::context::Context;
use crate::findings::{HALF, by_world_share, grade};

/// Draws the chart. No material is left out.
pub fn dependency(context: &Context) -> Figure {
    let against = context.exposure.against;
    let rows: Vec<Row> = by_world_share(context.exposure, context.reference)
        .into_iter()
        .map(|entry| Row {
            name: context.material_name(entry.material),
            value: entry.last().map(|world| world.share_of(against)),
            grade: grade(entry).map_or("", |grade| grade.letter()),
            ring: entry.mine.as_ref().map(|world| world.share_of(against)),
            dot: entry.refined.as_ref().map(|world| world.share_of(against)),
            group: !context.reference.materials.get(entry.material).group.is_empty(),
            bar: false,
        })
        .collect();

    let has = |test: &dyn Fn(&Row) -> bool| rows.iter().any(test);
    let mut key = Vec::new();
    let mut show = |wanted: bool, mark: Mark, label: &str| {
        if wanted {
            key.push((mark, context.words.get(label)));
        }
    };
    show(has(&|row| row.ring.is_some()), Mark::Ring, "key-mine");
    show(has(&|row| row.dot.is_some() && !row.group), Mark::Dot, "key-refinery");
    show(has(&|row| row.dot.is_some() && row.group), Mark::Group, "key-group");
    show(has(&|row| row.value.is_none()), Mark::NoData, "key-no-data");
    for (letter, label) in [("A", "key-grade-a"), ("B", "key-grade-b"), ("C", "key-grade-c"), ("D", "key-grade-d")] {
        show(has(&|row| row.grade == letter), Mark::Grade(letter), label);
    }

    let above = rows.iter().filter(|row| row.value.is_some_and(|value| value > HALF)).count();
    let mut caption = vec![context.say("where-caption")];
    if above > 0 && above < rows.len() {
        caption.push(context.say("where-caption-line"));
    }
    caption.push(context.say("grade-caption"));
    caption.push(context.source_line());

    let frame = Frame { words: &context.words, title: "panel-rank", args: &|| context.args(), line_at: Some(HALF) };
    Figure {
        id: "dependency",
        title: context.words.say("where-figure", &context.args().count("n", rows.len())),
        unit: context.say("where-figure-unit"),
        panels: panels(&rows, &frame),
        key,
        caption: caption.join(" "),
        ..Figure::default()
    }
}
