//! The briefing: the answer as an illustrated article, German and English, whole without any script.
//!
//! One file a section. Every sentence with a number is made from the result, so that it is true for any question.

mod chain;
mod comparison;
mod cutoff;
mod dependency;
pub(crate) mod ends;
pub mod figure;
mod head;
pub mod html_table;
mod leaders;
mod method;
mod record;
mod section;
mod stockpile;
mod unknown;

use adit_analysis::chain::Chain;
use adit_analysis::exposure::{Exposure, MaterialExposure};
use adit_analysis::losses::technologies::Stopped;
use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::{Bearable, LeadTimes};
use adit_analysis::screen::Screen;
use adit_analysis::stockpile::Stockpile;
use adit_analysis::what_if::{PartyMonth, WhatIf};
use adit_vocab::baseline::Baseline;
use adit_vocab::geometry::Geometry;
use adit_vocab::lang::{Lang, Text};
use adit_vocab::material::MaterialId;
use adit_vocab::policy::Package;
use adit_vocab::project::Project;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::StockpileRow;
use adit_vocab::table::Table;
use askama::Template;

use crate::charts::svg::{Figure, HATCH};
use crate::context::Context;
use crate::naming::Naming;
use crate::{csv, tables};

pub use chain::pick;
pub(crate) use head::{headline, key_figures};
pub(crate) use unknown::items;

/// The style of the briefing, which pages build on.
pub const CSS: &str = include_str!("../../templates/page.css");

/// The finding in one sentence, and what it means and what limits it.
pub fn opening(context: &Context) -> (String, String) {
    let head = head::head(context);
    (head.headline, head.stand)
}

/// What a briefing is made from.
#[derive(Clone, Copy)]
pub struct BriefingInput<'a> {
    /// Countries, materials, sources.
    pub reference: &'a Reference,
    /// The year in balance.
    pub baseline: &'a Baseline,
    /// The answer, for all materials asked about.
    pub exposure: &'a Exposure,
    /// The material or group whose chain is shown, see [`pick`]; no chain if `None`.
    pub focus: Option<&'a Focus>,
    /// What the feared supplier could do; `None` if that was not asked.
    pub cutoff: Option<&'a CutOff>,
    /// What a stockpile should hold; `None` if that was not asked.
    pub stockpile: Option<&'a StockpilePart>,
    /// When dependencies end; `None` if the asker lacks nothing in a stop.
    pub pathways: Option<&'a PathwayPart>,
    /// Outlines of countries.
    pub geometry: &'a Geometry,
    /// The command line that repeats the question.
    pub question: &'a str,
    /// Name of the data edition.
    pub data_edition: &'a str,
    /// Digest of the data.
    pub digest: &'a str,
    /// Version of the program.
    pub version: &'a str,
    /// Assumptions the user set, as they are shown.
    pub changed: &'a [String],
}

/// The material or group whose chain is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// Its exposure; a group is not among the materials of the answer.
    pub entry: MaterialExposure,
    /// Its paths; `None` if the importer is not known to use it.
    pub chain: Option<Chain>,
}

/// What the feared supplier could do in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOff {
    /// All its stops, month by month.
    pub screen: Screen,
    /// One material in detail; `None` if it can stop nothing.
    pub focus: Option<CutOffFocus>,
    /// What the part of use that is missing in the worst stop hangs on, largest effect first.
    pub drivers: Vec<Driver>,
    /// The stop that costs users most value added, and what that hangs on; `None` if no loss is known.
    pub dearest: Option<(MaterialId, Vec<Driver>)>,
    /// Industries with the value added they lose when all is stopped at once, US dollars, the largest first.
    pub industries: Vec<(Text, f64)>,
    /// Technologies that lack something then, the largest shortfall first.
    pub technologies: Vec<(Text, Stopped)>,
    /// True if the asker's industries are known.
    pub industries_known: bool,
}

/// What a stockpile should hold.
#[derive(Clone, Debug, PartialEq)]
pub struct StockpilePart {
    /// US dollars.
    pub budget: f64,
    /// The answer.
    pub found: Stockpile,
    /// What the avoided loss hangs on, largest effect first, US dollars.
    pub drivers: Vec<Driver>,
    /// What is published of public stockpiles.
    pub published: Vec<StockpileRow>,
}

/// How many measures are in force or announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasuresCounted {
    /// About any of the materials.
    pub about: usize,
    /// Those of them of which a part runs in the model.
    pub run: usize,
}

/// When dependencies end, without measures, with those announced and with all together.
#[derive(Clone, Debug, PartialEq)]
pub struct PathwayPart {
    /// How many materials the asker lacks when the feared supplier stops, whether they are followed or not.
    pub lacking: usize,
    /// Measures as they exist that are about the materials.
    pub measures: MeasuresCounted,
    /// The package without measures, that of the measures announced, that of all together.
    pub packages: Vec<Package>,
    /// Projects of the materials, in the order of their file.
    pub projects: Vec<Project>,
    /// When a stop is borne.
    pub bearable: Bearable,
    /// Draws.
    pub draws: u32,
    /// Answers by material, most money lost first: of each package, `None` without a market.
    pub found: Vec<(MaterialId, Option<Vec<Ensemble>>)>,
    /// Mean lead times of new mines.
    pub mine: LeadTimes,
    /// Mean lead times of new refineries and magnet plants.
    pub plant: LeadTimes,
    /// Ids of the sources of projects, lead times and projected use.
    pub sources: Vec<String>,
}

/// A parameter with what it does to a number at both ends of its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// Name in `model.toml` or `losses.toml`.
    pub parameter: String,
    /// The number at the lower end.
    pub at_low: f64,
    /// The number at the upper end.
    pub at_high: f64,
}

/// One material in a cut-off, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOffFocus {
    /// True if exports to everyone stop, false for any other shock.
    pub ban: bool,
    /// The material or group.
    pub material: MaterialId,
    /// The answer.
    pub answer: WhatIf,
    /// The asker's months in the central run.
    pub asker: Vec<PartyMonth>,
}

/// One file of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands below the briefing's folder, parts separated by `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// All files: `de.html`, `en.html`, `tables/<table>.csv`, `charts/<chart>-<language>.svg`.
pub fn files(input: &BriefingInput) -> Vec<File> {
    let file = |path: String, text: String| File { path, bytes: text.into_bytes() };
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let context = Context::new(input, lang);
        files.push(file(format!("{}.html", lang.tag()), page(&context)));
        for chart in charts(&context) {
            let picture = chart.standalone(lang.tag(), &context.licence_line());
            files.push(file(format!("charts/{}-{}.svg", chart.id, lang.tag()), picture));
        }
    }
    files.extend(self::tables(input).iter().map(|table| file(format!("tables/{}.csv", table.id), csv::write(table))));
    files
}

/// The tables behind a briefing, with stable ids.
pub fn tables(input: &BriefingInput) -> Vec<Table> {
    let BriefingInput { reference, baseline, exposure, .. } = *input;
    let mut found = vec![
        tables::exposure(reference, exposure, Naming::Ids),
        tables::world(reference, exposure, Naming::Ids),
        tables::producers(reference, exposure, Naming::Ids),
        tables::suppliers(reference, exposure, Naming::Ids),
        tables::quality(reference, baseline, exposure, Naming::Ids),
    ];
    if let Some(cutoff) = input.cutoff {
        let CutOff { screen, .. } = cutoff;
        found.push(tables::cutoff(reference, exposure.year, &exposure.importer, exposure.against, screen, Naming::Ids));
    }
    let context = Context::new(input, Lang::En);
    found.extend(input.stockpile.iter().flat_map(|part| tables::stockpile(&stockpile::input(&context, part), Naming::Ids)));
    found.extend(input.pathways.iter().map(|part| tables::ends(&ends::input(&context, part), Naming::Ids)));
    found
}

/// A briefing in one language, in pieces.
pub struct Told {
    /// Head and sections as markup, without the page around them.
    pub article: String,
    /// Its charts.
    pub figures: Vec<Figure>,
    /// Its tables, with stable ids.
    pub tables: Vec<Table>,
    /// The line of licences that a chart which stands alone carries.
    pub licence: String,
}

/// The briefing in pieces, for a page that has a frame of its own.
pub fn told(input: &BriefingInput, lang: Lang) -> Told {
    let context = Context::new(input, lang);
    Told {
        article: format!("{}{}", body(&context), record::render(&context)),
        figures: charts(&context),
        tables: self::tables(input),
        licence: context.licence_line(),
    }
}

/// The charts of a briefing, as they stand in it.
fn charts(context: &Context) -> Vec<Figure> {
    use crate::charts::{chain, dependency, ends, hit, leaders, missing, months, passes, stockpile};
    let chain = context.input.focus.and_then(|focus| chain::figure(context, focus));
    let hit = context.input.cutoff.and_then(|cutoff| hit::hit(context, cutoff));
    let cutoff = context.input.cutoff.and_then(|cutoff| cutoff.focus.as_ref());
    let months = cutoff.map(|focus| months::months(context, focus));
    let missing = cutoff.and_then(|focus| missing::missing(context, focus));
    let held = context.input.stockpile.and_then(|part| stockpile::stockpile(context, part));
    let ends = context.input.pathways.and_then(|part| ends::ends(context, part));
    let of_exposure = [Some(dependency::dependency(context)), passes::passes(context), chain, leaders::leaders(context)];
    of_exposure.into_iter().chain([hit, months, missing, held, ends]).flatten().collect()
}

#[derive(Template)]
#[template(path = "body.html")]
struct Body {
    head: head::Head,
    source_link: String,
    sections: Vec<String>,
}

/// Head and sections.
fn body(context: &Context) -> String {
    let sections: Vec<String> = [
        Some(dependency::render(context)),
        chain::render(context),
        Some(comparison::render(context)),
        leaders::render(context),
        cutoff::render(context),
        stockpile::render(context),
        ends::render(context),
        Some(unknown::render(context)),
        Some(method::render(context)),
    ]
    .into_iter()
    .flatten()
    .collect();
    render(&Body { head: head::head(context), source_link: context.words.get("source-link"), sections })
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    lang: &'static str,
    title: String,
    headline: String,
    css: &'static str,
    hatch: &'static str,
    skip: String,
    product: String,
    language_nav: String,
    languages: Vec<(&'static str, &'static str, bool)>,
    body: String,
    record: &'a str,
}

/// The page in one language.
fn page(context: &Context) -> String {
    let name = |lang| match lang {
        Lang::De => "Deutsch",
        Lang::En => "English",
    };
    render(&Page {
        lang: context.lang().tag(),
        title: context.say("title"),
        headline: headline(context),
        css: CSS,
        hatch: HATCH,
        skip: context.words.get("skip"),
        product: context.words.get("product"),
        language_nav: context.words.get("language-nav"),
        languages: Lang::ALL.into_iter().map(|lang| (lang.tag(), name(lang), lang == context.lang())).collect(),
        body: body(context),
        record: &record::render(context),
    })
}

fn render(template: &impl Template) -> String {
    template.render().expect("writing to a string cannot fail")
}

#[cfg(test)]
mod tests;
