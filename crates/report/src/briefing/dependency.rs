//! Where the dependency lies: the supplier's weight in the world, and what of it reaches the importer.

use crate::charts;
use crate::context::Context;
use crate::findings::by_world_share;
use crate::tables;

use super::section::Section;
use super::{figure, html_table};

/// The section with both figures and their tables.
pub fn render(context: &Context) -> String {
    let mut table = tables::exposure(context.reference, context.exposure, context.lang());
    let summary = context.say_n("as-table", table.rows.len());
    let all: Vec<&str> = table.columns.iter().map(|column| column.id).collect();
    let path_table = html_table::of(context, &table, &all);

    let order: Vec<&str> = by_world_share(context.exposure, context.reference)
        .into_iter()
        .map(|entry| context.reference.materials.get(entry.material).id.as_str())
        .collect();
    table.rows.sort_by_key(|row| order.iter().position(|id| *id == row.key));
    let world_table = html_table::of(context, &table, &["material", "world_mine_share", "world_refined_share", "grade"]);

    let mut parts = vec![figure::render(&charts::dependency::dependency(context), Some((summary.clone(), world_table)))];
    match charts::passes::passes(context) {
        Some(chart) => {
            parts.push(prose(&context.say("path-text")));
            parts.push(figure::render(&chart, Some((summary, path_table))));
        }
        None if context.findings.own => {
            let alone = context.exposure.importer.country().is_some();
            parts.push(prose(&context.say(if alone { "path-text-own-self" } else { "path-text-own" })));
        }
        None => {}
    }
    Section { id: "where", title: context.say("where-title"), texts: vec![context.say("where-text")], parts }.render()
}

fn prose(text: &str) -> String {
    format!("<div class=\"prose split\"><p>{}</p></div>\n", charts::svg::escape(text))
}
