//! What a cut-off does in the first year: all materials the supplier could stop, then one of them month by month.

use adit_vocab::material::MaterialId;

use crate::charts;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::capitalised;
use crate::numbers;
use crate::tables;

use super::section::Section;
use super::{CutOff, figure, html_table};

/// Materials named in the text.
const NAMED: usize = 4;
/// Parameters named.
const DRIVERS: usize = 3;
/// Rows of the table that are not folded away.
const ROWS: usize = 12;
/// Part of use from which a lack is told.
const SHORT: f64 = 0.1;
/// The least lost money that is told, US dollars: a million.
const LEAST_MONEY: f64 = 1e6;

/// The section; `None` if the supplier has nothing to stop.
pub fn render(context: &Context) -> Option<String> {
    let found = context.input.cutoff?;
    if found.screen.outcomes.is_empty() {
        return None;
    }
    let mut table = tables::cutoff(
        context.reference,
        context.exposure.year,
        &context.exposure.importer,
        context.exposure.against,
        &found.screen,
        context.lang(),
    );
    let columns: Vec<&str> =
        vec!["material", "stage", "cutoff_price", "cutoff_missing_t", "cutoff_missing_share", "cutoff_lost_usd"];
    let whole = html_table::of(context, &table, &columns);
    let count = table.rows.len();
    table.rows.truncate(ROWS);
    let head = format!(
        "<figure><h3 class=\"fig-title\">{}</h3>\n{}<figcaption>{}</figcaption></figure>\n",
        charts::svg::escape(&table.title),
        html_table::of(context, &table, &columns),
        charts::svg::escape(&[table.notes.join(" "), context.source_line()].join(" "))
    );
    let mut parts = vec![head];
    let summary = context.say_n("as-table", count);
    let mut whole = (count > ROWS).then_some((summary, whole));
    if let Some(focus) = &found.focus {
        let args = context.args().text("material-cap", capitalised(context.material_word(focus.material)));
        parts.push(format!(
            "<div class=\"prose split\"><p>{}</p></div>\n",
            charts::svg::escape(&context.words.say("cutoff-focus", &args))
        ));
        parts.push(figure::render(&charts::months::months(context, focus), whole.take()));
        if let Some(map) = charts::missing::missing(context, focus) {
            parts.push(figure::render(&map, None));
        }
    }
    Some(Section { id: "cutoff", title: context.say("cutoff-title"), texts: texts(context, found), parts }.render())
}

fn texts(context: &Context, found: &CutOff) -> Vec<String> {
    let lang = context.lang();
    let worst = tables::worst_first(&found.screen);
    let mut short: Vec<_> =
        worst.iter().filter(|outcome| tables::missing_share(outcome).is_some_and(|part| part > SHORT)).collect();
    // a material that could be stopped at two stages is one material
    let mut seen = Vec::new();
    short.retain(|outcome| {
        let new = !seen.contains(&outcome.stop.material);
        seen.push(outcome.stop.material);
        new
    });
    let mut texts = Vec::new();
    let args = || context.args().count("n", short.len());
    match short.as_slice() {
        [] => {
            if let Some(first) = worst.first() {
                let part = tables::missing_share(first).unwrap_or(0.0);
                let args = args()
                    .text("material", context.material_word(first.stop.material))
                    .text("part", numbers::percent(part, lang));
                texts.push(context.words.say("cutoff-text-none", &args));
            }
        }
        [first, ..] => {
            let names: Vec<String> =
                short.iter().take(NAMED).map(|outcome| context.material_word(outcome.stop.material).to_owned()).collect();
            let args = args()
                .text("list", numbers::list(&names, lang))
                .text("material-cap", capitalised(context.material_word(first.stop.material)))
                .text("part", numbers::percent(tables::missing_share(first).unwrap_or(0.0), lang))
                .text("price", numbers::multiple(first.price, lang))
                .text("named", if short.len() > NAMED { "some" } else { "all" });
            texts.push(context.words.say("cutoff-text", &args));
        }
    }
    let lost = tables::lost_together(&found.screen);
    if lost >= LEAST_MONEY {
        texts.push(context.words.say("cutoff-money", &context.args().text("lost", numbers::usd(lost, lang))));
    }
    texts.extend(drivers(context, found, worst.first().map(|outcome| outcome.stop.material)));
    texts.push(context.say("cutoff-limits"));
    texts
}

/// What the worst stop hangs on most.
fn drivers(context: &Context, found: &CutOff, material: Option<MaterialId>) -> Option<String> {
    let lang = context.lang();
    let told: Vec<String> = found
        .drivers
        .iter()
        .take(DRIVERS)
        .map(|driver| {
            let (least, most) = (driver.at_low.min(driver.at_high), driver.at_low.max(driver.at_high));
            let args = Args::new()
                .text("what", context.words.get(&format!("parameter-{}", driver.parameter.replace('_', "-"))))
                .text("low", numbers::percent(least, lang))
                .text("high", numbers::percent(most, lang));
            context.words.say("cutoff-driver", &args)
        })
        .collect();
    let material = material.filter(|_| !told.is_empty())?;
    let args = context.material_args(material).text("list", numbers::list(&told, lang));
    Some(context.words.say("cutoff-drivers", &args))
}
