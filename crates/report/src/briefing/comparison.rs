//! The most exposed materials side by side.

use adit_analysis::exposure::MaterialExposure;
use adit_vocab::figure::Bound;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format};

use crate::charts::svg::escape;
use crate::context::Context;
use crate::findings::{exposed, grade, passes_through};
use crate::locale::Args;
use crate::tables::world_share;

use super::html_table::{self, Td, heat};
use super::section::Section;

/// Rows shown.
const ROWS: usize = 12;

/// Year that US import reliance is published for, where a figure does not say it.
const US_YEAR: i32 = 2025;

/// The section with its table; nothing where no material has to do with the feared supplier.
pub fn render(context: &Context) -> String {
    let shown: Vec<&MaterialExposure> = exposed(context.exposure, context.reference).into_iter().take(ROWS).collect();
    if shown.is_empty() {
        return String::new();
    }
    let us = context.asked_by_us();
    let reliance_head = if us {
        context.words.say("table-reliance-us", &Args::new().text("year", us_year(context).to_string()))
    } else {
        context.say("table-reliance")
    };
    let own = context.findings.own;
    let mut heads = vec![context.say("column-material"), context.say("table-mine"), context.say("table-refined")];
    if !own {
        heads.push(context.say("table-passes"));
    }
    heads.extend([reliance_head, context.say("column-grade")]);
    let rows = shown.iter().map(|entry| row(context, entry, us, own)).collect();

    let mut notes = vec![context.say("table-note")];
    if let Some(group) = shown.iter().filter(|entry| entry.refined.is_some()).find_map(|entry| context.group_name(entry.material))
    {
        notes.push(context.words.say("table-note-group", &Args::new().text("group", group)));
    }
    if us && shown.iter().any(|entry| context.reference.materials.get(entry.material).reliance_bound() == Some(Bound::Above)) {
        notes.push(context.say("table-note-bound"));
    }
    notes.push(context.source_line());

    let label = context.say("table-figure");
    let figure = format!(
        "<figure><h3 class=\"fig-title\">{} <span>{}</span></h3>\n{}<figcaption>{}</figcaption></figure>\n",
        escape(&label),
        escape(&context.say("table-figure-unit")),
        html_table::render(label.clone(), heads, rows, false),
        escape(&notes.join(" "))
    );
    let text = if own { "table-text-own" } else { "table-text" };
    Section {
        id: "compared",
        title: context.say_n("table-title", shown.len()),
        texts: vec![context.say(text)],
        parts: vec![figure],
    }
    .render()
}

fn row(context: &Context, entry: &MaterialExposure, us: bool, own: bool) -> Vec<Td> {
    let material = context.reference.materials.get(entry.material);
    let against = context.exposure.against;
    let shown = |cell: Cell| html_table::cell(&context.words, &cell, "", false);
    let mut refined = shown(world_share(material, entry, Stage::Refined, against));
    if !material.group.is_empty() && entry.refined.is_some() {
        refined.text.push('*');
    }
    let mut cells = vec![
        Td { text: context.material_name(entry.material), ..Td::default() },
        shown(world_share(material, entry, Stage::Mine, against)),
        refined,
    ];
    if !own {
        cells.push(shown(Cell::number(passes_through(entry), Format::Percent)));
    }
    cells.push(if us { published_reliance(context, entry) } else { shown(computed_reliance(entry)) });
    cells.push(html_table::cell(
        &context.words,
        &grade(entry).map_or(Cell::NoData, |grade| Cell::Text(grade.letter().to_owned())),
        "grade",
        false,
    ));
    cells
}

fn computed_reliance(entry: &MaterialExposure) -> Cell {
    let reliance = entry.supply.as_ref().and_then(|supply| supply.net_import_reliance);
    Cell::number(reliance.filter(|share| share.is_finite()), Format::Percent)
}

/// What the United States publish about themselves, with a bound where they give only a bound.
fn published_reliance(context: &Context, entry: &MaterialExposure) -> Td {
    let us = context.reference.materials.get(entry.material).united_states.as_ref();
    let Some(figure) = us.and_then(|us| us.net_import_reliance.as_ref()) else {
        return html_table::cell(&context.words, &Cell::NoData, "", false);
    };
    if figure.value < 0.0 || (figure.value == 0.0 && figure.bound == Some(Bound::Below)) {
        return html_table::cell(&context.words, &Cell::Number(-1.0, Format::Percent), "", false);
    }
    let value = context.percent(figure.value);
    let text = match figure.bound {
        None => value,
        Some(Bound::Above) => context.words.say("bound-above", &Args::new().text("value", value)),
        Some(Bound::Below) => context.words.say("bound-below", &Args::new().text("value", value)),
    };
    heat(figure.value, text)
}

fn us_year(context: &Context) -> i32 {
    let years = context.exposure.materials.iter().filter_map(|entry| {
        context.reference.materials.get(entry.material).united_states.as_ref()?.net_import_reliance.as_ref()?.year
    });
    years.max().unwrap_or(US_YEAR)
}
