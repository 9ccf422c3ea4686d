//! The head: headline, stand-first, three key figures, and a paragraph of the most telling cases.

use adit_analysis::exposure::MaterialExposure;
use adit_vocab::baseline::TradeKnowledge;
use adit_vocab::material::MaterialId;

use crate::context::Context;
use crate::findings::{HALF, passes_through};
use crate::locale::Args;
use crate::naming::capitalised;
use crate::numbers;

/// Below this a supplier's mines do not explain its place in refining.
const FEW_MINES: f64 = 0.2;

/// Least gap between what passes through and what is bought directly that is worth telling.
const HIDDEN: f64 = 0.1;

/// Unrecorded flows, as a share of world output, up to which a path is told as a case.
const MOSTLY_RECORDED: f64 = 0.05;

/// Below this a share is rounding.
const TRACE: f64 = 1e-6;

/// The head of the briefing.
pub struct Head {
    /// The question.
    pub kicker: String,
    /// The finding.
    pub headline: String,
    /// What it means and what limits it.
    pub stand: String,
    /// Three figures.
    pub figures: Vec<KeyFigure>,
    /// Telling cases.
    pub lead: String,
}

/// One key figure.
pub struct KeyFigure {
    /// The number.
    pub value: String,
    /// `of 60`, or empty.
    pub of: String,
    /// What it counts.
    pub what: String,
    /// Unit, year, what to know.
    pub note: String,
}

/// Builds the head.
pub fn head(context: &Context) -> Head {
    Head {
        kicker: context.say("kicker"),
        headline: headline(context),
        stand: stand(context),
        figures: key_figures(context),
        lead: lead(context),
    }
}

/// The finding in one sentence, true for any question.
pub fn headline(context: &Context) -> String {
    let found = &context.findings;
    if let [only] = context.exposure.materials.as_slice() {
        return single(context, only);
    }
    let args = || context.args().text("total", found.total.to_string());
    let material = |args: Args, id: MaterialId| args.text("material", name_inside(context, id));
    if found.own {
        return context.words.say("headline-own", &args().count("n", found.dominated.len()));
    }
    if found.used == 0 {
        return context.words.say("headline-unused", &args().count("n", found.dominated.len()));
    }
    match (found.passing.as_slice(), found.most_passing) {
        ([], None) => context.say("headline-zero"),
        ([], Some((id, share))) => {
            context.words.say("headline-less", &material(args(), id).text("share", context.percent_said(share)))
        }
        ([(id, _)], _) => context.words.say("headline-one", &material(args(), *id)),
        (many, _) => context.words.say("headline-many", &args().text("n", many.len().to_string())),
    }
}

fn single(context: &Context, entry: &MaterialExposure) -> String {
    let name = match context.lang() {
        adit_vocab::lang::Lang::De => context.material_name(entry.material),
        adit_vocab::lang::Lang::En => context.material_word(entry.material).to_owned(),
    };
    let args = |share: f64| context.args().text("material", name.clone()).text("share", context.percent_said(share));
    match (passes_through(entry), entry.last().map(|world| world.share_of(context.exposure.against))) {
        (Some(share), _) if share > TRACE => context.words.say("headline-single", &args(share)),
        (Some(share), _) => context.words.say("headline-single-zero", &args(share)),
        (None, Some(share)) if share > TRACE => context.words.say("headline-single-world", &args(share)),
        (None, Some(share)) => context.words.say("headline-single-world-zero", &args(share)),
        (None, None) => context.words.say("headline-no-data", &args(0.0)),
    }
}

fn stand(context: &Context) -> String {
    let found = &context.findings;
    let mut parts = Vec::new();
    let world = |parts: &mut Vec<String>| {
        if found.total > 1 {
            let args = context.args().count("n", found.dominated.len()).text("total", found.total.to_string());
            parts.push(context.words.say("stand-world", &args));
        }
    };
    if found.own {
        let alone = context.exposure.importer.country().is_some();
        parts.push(context.say(if alone { "stand-own-self" } else { "stand-own" }));
    } else if found.used > 0 {
        parts.push(context.say("stand-counted"));
        parts.extend(group_part(context));
        if found.passing.len() < 2 {
            if found.touched > 1 {
                parts.push(context.say_n("stand-touched", found.touched));
            }
            world(&mut parts);
        }
    }
    if !found.passing_after_mine.is_empty() {
        let (n, total) = (found.passing_after_mine.len(), found.passing.len());
        let args = context.args().count("n", n).text("total", total.to_string()).count("rest", total - n);
        parts.push(context.words.say(if total == 1 { "stand-after-mine-one" } else { "stand-after-mine" }, &args));
    }
    if found.total > 1 && !found.narrowest.is_empty() && found.passing.len() > 1 {
        let list: Vec<String> = found.narrowest.iter().map(|(id, share)| with_share(context, *id, *share)).collect();
        parts.push(context.words.say("stand-narrowest", &Args::new().text("list", numbers::list(&list, context.lang()))));
    }
    if !found.no_data.is_empty() && found.passing.is_empty() && found.total > 1 {
        parts.push(context.say_n("stand-missing", found.no_data.len()));
    }
    parts.join(" ")
}

/// How many of the materials over half belong to one group: they stand or fall together.
fn group_part(context: &Context) -> Option<String> {
    let found = &context.findings;
    let group = found.passing.iter().find_map(|(id, _)| context.group_name(*id)).filter(|_| found.passing_in_group > 1)?;
    let args = Args::new()
        .text("group", group)
        .text("n", found.passing_in_group.to_string())
        .text("total", found.passing.len().to_string())
        .count("rest", found.passing.len() - found.passing_in_group);
    Some(context.words.say("stand-group", &args))
}

fn with_share(context: &Context, id: MaterialId, share: f64) -> String {
    let args = Args::new().text("material", name_inside(context, id)).text("share", context.percent_said(share));
    // Of a group only the narrowest path is named; the reader must not take the next in the list for the next narrowest.
    match context.group_name(id).filter(|_| context.findings.passing_in_group > 1) {
        Some(group) => context.words.say("material-share-group", &args.text("group", group)),
        None => context.words.say("material-share", &args),
    }
}

/// German material names are nouns and keep their capital; English ones are lower case inside a sentence.
fn name_inside(context: &Context, id: MaterialId) -> String {
    context.material_word(id).to_owned()
}

/// Three figures: the supplier's weight in the world, and how much the importer lacks at home.
pub fn key_figures(context: &Context) -> Vec<KeyFigure> {
    if let [only] = context.exposure.materials.as_slice() {
        return single_figures(context, only);
    }
    let found = &context.findings;
    let group_note = || {
        let first = found.dominated.iter().find_map(|id| context.group_name(*id));
        first.filter(|_| found.dominated_in_group > 1).map(|group| {
            let args = Args::new().text("n", found.dominated_in_group.to_string()).text("group", group);
            context.words.say("figure-dominated-note", &args)
        })
    };
    let dominated = KeyFigure {
        value: found.dominated.len().to_string(),
        of: context.words.say("of-total", &Args::new().text("total", found.total.to_string())),
        what: context.say_n("figure-dominated", found.dominated.len()),
        note: group_note().unwrap_or_else(|| context.say("figure-dominated-all")),
    };
    let count = |n: usize, what: &str, note: String| KeyFigure {
        value: n.to_string(),
        of: String::new(),
        what: context.say_n(what, n),
        note,
    };
    if context.asked_by_us() {
        return vec![
            dominated,
            count(found.us_not_mined, "figure-us-not-mined", context.say("figure-us-not-mined-note")),
            count(found.us_fully_reliant, "figure-us-reliant", context.say("figure-us-reliant-note")),
        ];
    }
    let mined_note = context.words.say("figure-not-mined-note", &context.args().text("total", found.mined_somewhere.to_string()));
    let reliant = if found.reliance_known == 0 {
        KeyFigure {
            value: context.words.get("no-data"),
            of: String::new(),
            what: context.say("figure-reliant-none"),
            note: String::new(),
        }
    } else {
        count(found.imported_entirely, "figure-reliant", context.say("figure-reliant-note"))
    };
    vec![dominated, count(found.not_mined, "figure-not-mined", mined_note), reliant]
}

fn single_figures(context: &Context, entry: &MaterialExposure) -> Vec<KeyFigure> {
    let figure = |share: Option<f64>, what: &str| KeyFigure {
        value: match share {
            Some(share) if share < 0.0 => context.words.get("net-exporter"),
            Some(share) => context.percent(share),
            None => context.words.get("no-data"),
        },
        of: String::new(),
        what: context.words.say(what, &context.args().text("material", name_inside(context, entry.material))),
        note: if share.is_some() { context.say("figure-computed") } else { String::new() },
    };
    let world = entry.last().map(|world| world.share_of(context.exposure.against));
    let reliance = entry.supply.as_ref().and_then(|supply| supply.net_import_reliance);
    let mut figures = vec![figure(world, "figure-single-world"), figure(reliance, "figure-single-reliance")];
    if !context.findings.own {
        figures.insert(0, figure(passes_through(entry), "figure-single-passes"));
    }
    figures
}

fn lead(context: &Context) -> String {
    let found = &context.findings;
    let mut parts = Vec::new();
    if found.total > 1 {
        parts.extend(lead_after_mine(context));
        if !found.after_mine.is_empty() {
            parts.push(context.say_n("lead-few-mines", found.after_mine.len()));
        }
        parts.extend(lead_both(context));
        parts.extend(lead_hidden(context));
    }
    if found.total > 1 && found.passing_unobserved > 0 && found.passing.len() > 1 {
        let args = context.args().count("n", found.passing_unobserved).text("total", found.passing.len().to_string());
        parts.push(context.words.say("lead-unobserved", &args));
    }
    parts.join(" ")
}

/// The largest of the materials that pass `value`, those that stand for themselves before those of a group.
fn telling<T>(context: &Context, value: impl Fn(&MaterialExposure) -> Option<(f64, T)>) -> Option<(MaterialId, T)> {
    let mut best: Option<(bool, f64, MaterialId, T)> = None;
    for entry in &context.exposure.materials {
        let Some((weight, shown)) = value(entry) else { continue };
        let alone = context.reference.materials.get(entry.material).group.is_empty();
        if best.as_ref().is_none_or(|(was_alone, heaviest, ..)| (alone, weight) > (*was_alone, *heaviest)) {
            best = Some((alone, weight, entry.material, shown));
        }
    }
    best.map(|(_, _, id, shown)| (id, shown))
}

fn world_shares(context: &Context, entry: &MaterialExposure) -> Option<(f64, f64)> {
    let against = context.exposure.against;
    Some((entry.mine.as_ref()?.share_of(against), entry.refined.as_ref()?.share_of(against)))
}

fn lead_after_mine(context: &Context) -> Option<String> {
    let (id, (mine, refined)) = telling(context, |entry| {
        world_shares(context, entry)
            .filter(|(mine, refined)| *mine < FEW_MINES && *refined > HALF)
            .map(|both| (both.1 - both.0, both))
    })?;
    Some(said(context, "lead-after-mine", id, &[("mine", mine), ("refined", refined)]))
}

fn lead_both(context: &Context) -> Option<String> {
    let (id, (mine, refined)) = telling(context, |entry| {
        world_shares(context, entry)
            .filter(|(mine, refined)| *mine > HALF && *refined > HALF)
            .map(|both| (both.0.min(both.1), both))
    })?;
    Some(said(context, "lead-both", id, &[("mine", mine), ("refined", refined)]))
}

/// Told only where every stage has a customs code of its own and hardly any flow is unrecorded.
fn lead_hidden(context: &Context) -> Option<String> {
    let (id, (direct, passes)) = telling(context, |entry| {
        let direct = entry.supply.as_ref()?.direct.share_of(context.exposure.against);
        let passes = passes_through(entry)?;
        let market = context.baseline.market(entry.material)?;
        let observed = market
            .stages
            .iter()
            .all(|stage| stage.quality.trade == TradeKnowledge::Specific && stage.quality.hidden <= MOSTLY_RECORDED);
        (observed && passes - direct > HIDDEN).then_some((passes - direct, (direct, passes)))
    })?;
    Some(said(context, "lead-hidden", id, &[("direct", direct), ("passes", passes)]))
}

fn said(context: &Context, id: &str, material: MaterialId, shares: &[(&'static str, f64)]) -> String {
    let name = name_inside(context, material);
    let args = context.args().text("material-cap", capitalised(&name)).text("material", name);
    let said = |name: &str, share: f64| if name == "direct" { context.part_said(share) } else { context.percent_said(share) };
    let args = shares.iter().fold(args, |args, (name, share)| args.text(name, said(name, *share)));
    capitalised(&context.words.say(id, &args))
}
