//! One material's chain: who mines, who refines, who sells.

use adit_analysis::exposure::MaterialExposure;
use adit_vocab::baseline::Grade;
use adit_vocab::material::EndUse;

use crate::charts;
use crate::context::Context;
use crate::findings::{grade, most_exposed};
use crate::tables;
use crate::{locale::Args, numbers};

use super::section::Section;
use super::{figure, html_table};

/// Uses named in the text.
const USES: usize = 3;

/// The material shown: the one asked for, else the most exposed linked one that is known well enough (grade C or better),
/// else the most exposed one with a supply, else the first with data.
pub fn focus<'a>(context: &Context<'a>) -> Option<&'a MaterialExposure> {
    if let Some(entry) = context.input.focus.and_then(|id| context.entry(id)) {
        return Some(entry);
    }
    let ranked = most_exposed(context.exposure, context.reference);
    let linked = |entry: &&&MaterialExposure| {
        grade(entry).is_some_and(|grade| grade <= Grade::C) && entry.supply.as_ref().is_some_and(|supply| supply.mine.is_some())
    };
    ranked
        .iter()
        .find(linked)
        .or_else(|| ranked.iter().find(|entry| entry.supply.is_some()))
        .or_else(|| ranked.iter().find(|entry| entry.last().is_some()))
        .copied()
}

/// The section; `None` if no material has anything to show.
pub fn render(context: &Context) -> Option<String> {
    let entry = focus(context)?;
    let chart = charts::chain::figure(context, entry)?;
    let mut texts = vec![text(context, entry)];
    texts.extend(uses(context, entry));
    let title = context.words.say("chain-title", &Args::new().text("material", context.material_word(entry.material)));
    let parts = vec![figure::render(&chart, details(context, entry))];
    Some(Section { id: "chain", title, texts, parts }.render())
}

fn text(context: &Context, entry: &MaterialExposure) -> String {
    let against = context.exposure.against;
    let args = context.args().text("material", context.material_word(entry.material));
    let Some(supply) = &entry.supply else {
        let share = |id: &str, share: f64| context.words.say(id, &Args::new().text("share", context.percent_said(share)));
        let shares: Vec<String> = [("chain-world-mine", &entry.mine), ("chain-world-refined", &entry.refined)]
            .into_iter()
            .filter_map(|(id, world)| world.as_ref().map(|world| share(id, world.share_of(against))))
            .collect();
        return context.words.say("chain-world", &args.text("shares", numbers::list(&shares, context.lang())));
    };
    let id = match (&supply.mine, &entry.refined) {
        (Some(_), _) if context.findings.own => "chain-own-all",
        (None, _) if context.findings.own => "chain-own-last",
        (Some(_), _) => "chain-all",
        (None, Some(_)) => "chain-refined",
        (None, None) => "chain-mined",
    };
    let mine = supply.mine.as_ref().map_or(0.0, |mix| mix.share_of(against));
    let args = args
        .text("mine", context.percent_said(mine))
        .text("maker", context.percent_said(supply.maker.share_of(against)))
        .text("direct", context.percent_said(supply.direct.share_of(against)));
    let mut text = context.words.say(id, &args);
    if let Some(passes) = supply.passes_through {
        text.push(' ');
        text.push_str(&context.words.say("chain-passes", &context.args().text("passes", context.percent_said(passes))));
    }
    text
}

/// The main uses, by the figures nearest to the importer.
fn uses(context: &Context, entry: &MaterialExposure) -> Option<String> {
    let material = context.reference.materials.get(entry.material);
    let importer = &context.exposure.importer;
    let european = importer.members.iter().all(|&member| context.reference.countries.get(member).eu27 == 1);
    let order = match importer.id.as_str() {
        "USA" => ["USA", "world", "EU"],
        _ if european => ["EU", "world", "USA"],
        _ => ["world", "EU", "USA"],
    };
    let region = order.into_iter().find(|region| material.end_use.iter().any(|end_use| end_use.region == *region))?;
    let mut uses: Vec<&EndUse> = material.end_use.iter().filter(|end_use| end_use.region == region).collect();
    uses.sort_by(|a, b| b.share.value.total_cmp(&a.share.value));
    let name = |end_use: &EndUse| match context.lang() {
        adit_vocab::lang::Lang::De if !end_use.application_de.is_empty() => end_use.application_de.clone(),
        _ => end_use.application.clone(),
    };
    let list: Vec<String> =
        uses.iter().take(USES).map(|end_use| format!("{} {}", name(end_use), context.percent(end_use.share.value))).collect();
    Some(context.words.say(&format!("chain-uses-{region}"), &Args::new().text("list", list.join(", "))))
}

fn details(context: &Context, entry: &MaterialExposure) -> Option<(String, String)> {
    let prefix = format!("{}.", context.reference.materials.get(entry.material).id);
    let summary = context.say_n("as-table", 1);
    if entry.supply.is_some() {
        let mut table = tables::suppliers(context.reference, context.exposure, context.lang());
        table.rows.retain(|row| row.key.starts_with(&prefix));
        Some((summary, html_table::of(context, &table, &["country", "mine", "maker", "direct"])))
    } else {
        let mut table = tables::producers(context.reference, context.exposure, context.lang());
        table.rows.retain(|row| row.key.starts_with(&prefix));
        Some((summary, html_table::of(context, &table, &["country", "stage", "output_t", "share"])))
    }
}
