//! One material's chain: who mines, who refines, who sells.

use adit_analysis::chain::Link;
use adit_analysis::exposure::{Exposure, MaterialExposure};
use adit_vocab::baseline::{Baseline, Grade, Market};
use adit_vocab::material::{EndUse, MaterialId};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use crate::charts;
use crate::context::Context;
use crate::findings::most_exposed;
use crate::tables;
use crate::{locale::Args, numbers};

use super::section::Section;
use super::{Focus, figure, html_table};

/// How the data calls what is left of the uses.
const REST_OF_USES: &str = "Other uses";

/// Uses named in the text.
const USES: usize = 3;

/// What to show if nobody asked for a material: the most exposed linked one that is known well enough (grade C or
/// better), or its group, where it is one of several that are reconciled together; else the most exposed one with a
/// supply, else the first with data.
pub fn pick(reference: &Reference, baseline: &Baseline, exposure: &Exposure) -> Option<MaterialId> {
    let ranked = most_exposed(exposure, reference);
    let shown = |entry: &MaterialExposure| {
        let group = reference.materials.by_id(&reference.materials.get(entry.material).group);
        group.filter(|group| baseline.market(*group).is_some()).unwrap_or(entry.material)
    };
    let known = |id: MaterialId| baseline.market(id).and_then(Market::grade).is_some_and(|grade| grade <= Grade::C);
    let linked =
        |entry: &&&MaterialExposure| entry.supply.as_ref().is_some_and(|supply| supply.mine.is_some()) && known(shown(entry));
    let found = ranked
        .iter()
        .find(linked)
        .or_else(|| ranked.iter().find(|entry| entry.supply.is_some()))
        .or_else(|| ranked.iter().find(|entry| entry.last().is_some()));
    found.map(|entry| shown(entry))
}

/// The section; `None` if no material has anything to show.
pub fn render(context: &Context) -> Option<String> {
    let focus = context.input.focus?;
    let entry = &focus.entry;
    let chart = charts::chain::figure(context, focus)?;
    let mut texts = vec![text(context, focus)];
    texts.extend(group(context, entry));
    texts.extend(uses(context, entry));
    let title = context.words.say("chain-title", &Args::new().text("material", context.material_word(entry.material)));
    let parts = vec![figure::render(&chart, details(context, entry))];
    Some(Section { id: "chain", title, texts, parts }.render())
}

/// That a group stands for its members.
fn group(context: &Context, entry: &MaterialExposure) -> Option<String> {
    let members = context.reference.materials.get(entry.material).members.len();
    let args = || context.material_args(entry.material).count("n", members);
    (members > 0).then(|| context.words.say("chain-group", &args()))
}

fn text(context: &Context, focus: &Focus) -> String {
    let entry = &focus.entry;
    let against = context.exposure.against;
    let args = context.material_args(entry.material);
    let Some(supply) = &entry.supply else {
        let share = |id: &str, share: f64| context.words.say(id, &Args::new().text("share", context.percent_said(share)));
        let shares: Vec<String> =
            [("chain-world-mine", &entry.mine), ("chain-world-refined", &entry.refined), ("chain-world-magnet", &entry.magnet)]
                .into_iter()
                .filter_map(|(id, world)| world.as_ref().map(|world| share(id, world.share_of(against))))
                .collect();
        return context.words.say("chain-world", &args.text("shares", numbers::list(&shares, context.lang())));
    };
    let Some(chain) = &focus.chain else { return String::new() };
    let id = match (&supply.mine, chain.stage) {
        (Some(_), Stage::Magnet) if context.findings.own => "chain-own-magnet",
        (Some(_), Stage::Magnet) => "chain-magnet",
        (Some(_), _) if context.findings.own => "chain-own-all",
        (None, _) if context.findings.own => "chain-own-last",
        (Some(_), _) => "chain-all",
        // magnets stand behind linked stages
        (None, Stage::Refined | Stage::Magnet) => "chain-refined",
        (None, Stage::Mine) => "chain-mined",
    };
    // As in the figure, so that a bloc's purchases are counted like its use.
    let share = |link: Link| {
        let place = chain.links.iter().position(|known| *known == link);
        context.part_said(place.map_or(0.0, |place| chain.share_of(place, against)))
    };
    let args = args.text("mine", share(Link::Mine)).text("refiner", share(Link::Refiner)).text("maker", share(Link::Maker));
    let args = args.text("direct", share(Link::Seller));
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
    let named = |end_use: &&EndUse| end_use.region == region && end_use.application != REST_OF_USES;
    let mut uses: Vec<&EndUse> = material.end_use.iter().filter(named).collect();
    uses.sort_by(|a, b| b.share.value.total_cmp(&a.share.value));
    let name = |end_use: &EndUse| match context.lang() {
        adit_vocab::lang::Lang::De if !end_use.application_de.is_empty() => end_use.application_de.clone(),
        _ => end_use.application.clone(),
    };
    let list: Vec<String> = uses
        .iter()
        .take(USES)
        .map(|end_use| format!("{}\u{a0}{}", name(end_use), context.percent(end_use.share.value)))
        .collect();
    if list.is_empty() {
        return None;
    }
    Some(context.words.say(&format!("chain-uses-{region}"), &Args::new().text("list", list.join(", "))))
}

fn details(context: &Context, entry: &MaterialExposure) -> Option<(String, String)> {
    let alone = Exposure { materials: vec![entry.clone()], ..context.exposure.clone() };
    let summary = context.say_n("as-table", 1);
    if entry.supply.is_some() {
        let table = tables::suppliers(context.reference, &alone, context.lang());
        Some((summary, html_table::of(context, &table, &["country", "mine", "refiner", "maker", "direct"])))
    } else {
        let table = tables::producers(context.reference, &alone, context.lang());
        Some((summary, html_table::of(context, &table, &["country", "stage", "output_t", "share"])))
    }
}
