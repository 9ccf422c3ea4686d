//! What a stockpile of a stated budget should hold, what it saves, and what does not pay.

use crate::charts;
use crate::context::Context;
use crate::tables::{self, StockpileInput};

use super::section::Section;
use super::{StockpilePart, figure, html_table};

/// The section; `None` if it was not asked.
pub fn render(context: &Context) -> Option<String> {
    let part = context.input.stockpile?;
    let input = input(context, part);
    let tables = tables::stockpile(&input, context.lang());
    let mut parts = Vec::new();
    let [holdings, _, rules, ..] = &tables[..] else { return None };
    const HELD: [&str; 8] = [
        "material",
        "held_t",
        "held_days",
        "outlay_usd",
        "held_saving_usd",
        "next_dollar",
        "expected_before_usd",
        "expected_after_usd",
    ];
    if let Some(chart) = charts::stockpile::stockpile(context, part) {
        let whole = html_table::of(context, holdings, &HELD);
        parts.push(figure::render(&chart, Some((context.say_n("as-table", holdings.rows.len()), whole))));
    }
    parts.push(format!(
        "<figure><h3 class=\"fig-title\">{}</h3>\n{}<figcaption>{}</figcaption></figure>\n",
        charts::svg::escape(&rules.title),
        html_table::of(context, rules, &["rule", "rule_cost_usd", "spent_usd", "held_gain_usd", "net_usd"]),
        charts::svg::escape(&rules.notes.join(" "))
    ));
    if let Some(published) = tables.get(3) {
        let table = html_table::of(context, published, &["stockpile", "stockpile_usd", "stockpile_days", "publisher"]);
        parts.push(format!(
            "<details><summary>{}</summary>\n{table}<p class=\"note\">{}</p></details>\n",
            charts::svg::escape(&published.title),
            charts::svg::escape(&published.notes.join(" "))
        ));
    }
    let mut texts = tables::stockpile_sentences(&input, context.lang(), false);
    texts.push(context.words.get("note-stockpile-assumptions"));
    texts.push(context.say("stockpile-limits"));
    Some(Section { id: "stockpile", title: context.say("stockpile-title"), texts, parts }.render())
}

/// The question with its answer.
pub(super) fn input<'a>(context: &'a Context, part: &'a StockpilePart) -> StockpileInput<'a> {
    StockpileInput {
        reference: context.reference,
        year: context.exposure.year,
        importer: &context.exposure.importer,
        budget: part.budget,
        found: &part.found,
        drivers: &part.drivers,
        published: &part.published,
    }
}
