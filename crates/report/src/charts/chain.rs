//! One material's way: who mines, who refines, who makes magnets of it, who sells to the importer. Widths are shares; the bands between the
//! columns are the joint shares of the result.

use adit_analysis::chain::{Chain, Link, Origin};
use adit_analysis::exposure::MaterialExposure;
use adit_vocab::lang::Lang;
use adit_vocab::stage::Stage;

use super::chain_drawing::{lying, standing};
use super::svg::Figure;
use crate::briefing::Focus;
use crate::context::Context;
use crate::findings::grade;

/// Countries named one by one in a column besides the feared supplier; the rest is summed up.
const NAMED: usize = 5;

/// Smallest share that is named.
const LEAST: f64 = 0.02;

/// Share from which what changes hands is worth a sentence.
const LEAST_POINT: f64 = 0.03;

/// Smallest part that is drawn.
const VISIBLE: f64 = 0.0005;

/// One column of the picture: shares that add up to 1.
#[derive(Clone, Debug)]
pub struct Step {
    /// What happens: mined, refined, bought.
    pub heading: String,
    /// The good.
    pub good: String,
    /// All parts, the feared supplier first, what is unknown last.
    pub parts: Vec<Part>,
}

impl Step {
    /// The feared supplier's share.
    pub fn feared(&self) -> f64 {
        self.parts.iter().find(|part| part.kind == Kind::Feared).map_or(0.0, |part| part.share)
    }
}

/// One part of a column.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it stands for.
    pub origin: Origin,
    /// Country, `others`, scrap or unknown.
    pub label: String,
    /// Share of the column.
    pub share: f64,
    /// How it is drawn.
    pub kind: Kind,
}

/// How a part is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The feared supplier.
    Feared,
    /// Other countries.
    Other,
    /// No country: scrap, stocks, no record.
    Nowhere,
}

/// A band between two columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Position among the parts of the left column.
    pub from: usize,
    /// Position among the parts of the right column.
    pub to: usize,
    /// Width.
    pub share: f64,
    /// How it is drawn.
    pub class: &'static str,
}

/// What happens between two columns.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// The bands, by left and right part.
    pub bands: Vec<Band>,
    /// What changes hands with the feared supplier, as a sentence.
    pub says: Option<String>,
    /// True if this is the point of the figure, the one thing in rust.
    pub point: bool,
}

/// A chain ready to be drawn.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Columns, upstream first.
    pub steps: Vec<Step>,
    /// Between neighbouring columns, one fewer than columns.
    pub passages: Vec<Passage>,
    /// Name of the feared supplier.
    pub feared: String,
}

/// Builds the picture of a material; `None` if nobody publishes anything about it.
pub fn picture(context: &Context, focus: &Focus) -> Option<Picture> {
    let mut picture = match &focus.chain {
        Some(chain) => traced(context, &focus.entry, &chain.shortened(NAMED, LEAST, context.exposure.against)),
        None => world(context, &focus.entry),
    };
    picture.passages.resize_with(picture.steps.len().saturating_sub(1), Passage::default);
    (!picture.steps.is_empty()).then_some(picture)
}

/// Draws the chain, lying and standing.
pub fn figure(context: &Context, focus: &Focus) -> Option<Figure> {
    let entry = &focus.entry;
    let picture = picture(context, focus)?;
    let name = context.material_name(entry.material);
    let args = || context.args().text("material", name.clone());
    let shares: Vec<String> =
        picture.steps.iter().map(|step| format!("{}: {}", step.heading, context.percent(step.feared()))).collect();
    let title = context.words.say("chain-message", &args());
    let desc = context.words.say("chain-desc", &args().text("shares", shares.join(", ")));
    let (what, unit, caption) = if focus.chain.is_some() {
        ("chain-figure", "chain-figure-unit", "chain-caption")
    } else {
        ("chain-figure-world", "chain-figure-world-unit", "chain-caption-world")
    };
    let mut captions = vec![context.say(caption)];
    if focus.chain.is_some() && context.exposure.importer.country().is_none() {
        captions.push(context.say("chain-caption-bloc"));
    }
    if let Some(grade) = grade(entry) {
        captions.push(context.words.say("chain-caption-grade", &args().text("grade", grade.letter())));
    }
    captions.push(context.source_line());
    Some(Figure {
        id: "chain",
        title: context.words.say(what, &args()),
        unit: context.say(unit),
        panels: vec![standing(&picture, context.lang(), title.clone(), desc.clone())],
        wide: Some(lying(&picture, context.lang(), title, desc)),
        caption: captions.join(" "),
        ..Figure::default()
    })
}

fn traced(context: &Context, entry: &MaterialExposure, chain: &Chain) -> Picture {
    let steps: Vec<Step> = chain
        .links
        .iter()
        .enumerate()
        .map(|(place, link)| {
            let (heading, good) = match (link, chain.stage) {
                (Link::Mine, _) => ("chain-mine", good(context, entry, Stage::Mine)),
                (Link::Maker, Stage::Mine) => ("chain-maker-mine", good(context, entry, Stage::Mine)),
                (Link::Maker, Stage::Refined) => ("chain-maker-refined", good(context, entry, Stage::Refined)),
                (Link::Maker, Stage::Magnet) => ("chain-maker-magnet", good(context, entry, Stage::Magnet)),
                (Link::Refiner, _) => ("chain-maker-refined", good(context, entry, Stage::Refined)),
                (Link::Seller, _) => ("chain-direct", String::new()),
            };
            step(context, heading, good, chain.mix(place), *link == Link::Seller)
        })
        .collect();
    let mut passages: Vec<Passage> = (1..steps.len()).map(|place| passage(context, chain, &steps, place - 1)).collect();
    let weight = |passage: &Passage| passage.bands.iter().filter(|band| band.class == "flowX").map(|band| band.share).sum();
    let weights: Vec<f64> = passages.iter().map(weight).collect();
    let heaviest = weights.iter().copied().fold(0.0, f64::max);
    let mut found = false;
    for (passage, weight) in passages.iter_mut().zip(weights) {
        // Only one thing in a figure is rust: the largest.
        passage.point = passage.says.is_some() && weight >= heaviest && !found;
        found |= passage.point;
        if !passage.point {
            passage.bands.iter_mut().filter(|band| band.class == "flowX").for_each(|band| band.class = "flowC");
        }
    }
    Picture { steps, passages, feared: context.country_name(context.exposure.against) }
}

/// The stages of the world, side by side: without a use there is nothing to follow from one to the other.
fn world(context: &Context, entry: &MaterialExposure) -> Picture {
    let steps = [
        (&entry.mine, Stage::Mine, "chain-mine"),
        (&entry.refined, Stage::Refined, "chain-maker-refined"),
        (&entry.magnet, Stage::Magnet, "chain-maker-magnet"),
    ]
    .into_iter()
    .filter_map(|(world, stage, heading)| world.as_ref().map(|world| (world, stage, heading)))
    .map(|(world, stage, heading)| {
        let against = context.exposure.against;
        let (mut mix, mut rest, mut named) = (Vec::new(), 0.0, 0);
        for &(country, share) in &world.producers {
            let small = country != against && (share < LEAST || named == NAMED);
            named += usize::from(!small && country != against);
            if small { rest += share } else { mix.push((Origin::Country(country), share)) }
        }
        let known: f64 = world.producers.iter().map(|(_, share)| share).sum();
        mix.extend([(Origin::Others, rest), (Origin::Unknown, (1.0 - known).max(0.0))]);
        step(context, heading, good(context, entry, stage), mix, false)
    })
    .collect();
    Picture { steps, passages: Vec::new(), feared: context.country_name(context.exposure.against) }
}

fn good(context: &Context, entry: &MaterialExposure, stage: Stage) -> String {
    let info = context.reference.materials.get(entry.material).stage(stage);
    info.map_or_else(String::new, |info| match context.lang() {
        Lang::De => info.product_de.clone(),
        Lang::En => info.product_en.clone(),
    })
}

fn step(context: &Context, heading: &str, good: String, mut mix: Vec<(Origin, f64)>, sold: bool) -> Step {
    let against = Origin::Country(context.exposure.against);
    let feared = mix.iter().position(|(origin, _)| *origin == against).map_or(0.0, |place| mix.remove(place).1);
    mix.retain(|(_, share)| *share > VISIBLE);
    mix.insert(0, (against, feared));
    let home = context.exposure.importer.country();
    let part = |(origin, share): (Origin, f64)| Part {
        label: match origin {
            Origin::Country(country) if sold && Some(country) == home => context.words.get("chain-home"),
            Origin::Country(country) => context.country_name(country),
            Origin::Others => context.words.get("others"),
            Origin::Scrap => context.words.get("origin-scrap"),
            Origin::Unknown => context.words.get("origin-unknown"),
        },
        kind: match origin {
            origin if origin == against => Kind::Feared,
            Origin::Country(_) | Origin::Others => Kind::Other,
            Origin::Scrap | Origin::Unknown => Kind::Nowhere,
        },
        origin,
        share,
    };
    Step { heading: context.words.get(heading), good, parts: mix.into_iter().map(part).collect() }
}

/// The bands between two columns and the sentence about what changes hands with the feared supplier.
fn passage(context: &Context, chain: &Chain, steps: &[Step], place: usize) -> Passage {
    let (left, right) = (&steps[place], &steps[place + 1]);
    let feared = Origin::Country(context.exposure.against);
    let position = |step: &Step, origin: Origin| step.parts.iter().position(|part| part.origin == origin);
    let between = chain.between(place);
    let sum = |test: &dyn Fn(Origin, Origin) -> bool| -> f64 {
        between.iter().filter(|((from, to), _)| test(*from, *to)).map(|(_, share)| share).sum()
    };
    // What has no known origin may be the feared supplier's, so it is no gain.
    let gains = |from: Origin, to: Origin| to == feared && from != feared && from != Origin::Unknown;
    let loses = |from: Origin, to: Origin| from == feared && to != feared;
    let (gain, loss) = (sum(&gains), sum(&loses));
    let (share, direction) = if gain > loss { (gain, "gain") } else { (loss, "loss") };
    let told = share >= LEAST_POINT;
    let is_told = |from, to| told && if gain > loss { gains(from, to) } else { loses(from, to) };

    let mut bands: Vec<Band> = between
        .iter()
        .filter_map(|(&(from, to), &share)| {
            let class = match (from, to) {
                _ if is_told(from, to) => "flowX",
                _ if from == feared || to == feared => "flowC",
                _ => "flowO",
            };
            Some(Band { from: position(left, from)?, to: position(right, to)?, share, class })
        })
        .collect();
    bands.sort_by_key(|band| (band.from, band.to));
    let kind = match chain.links[place..] {
        [_, Link::Seller, ..] => "maker",
        [Link::Refiner, ..] => "refiner",
        _ => "mine",
    };
    let scrap = between.get(&(Origin::Scrap, feared)).is_some_and(|share| *share > VISIBLE);
    let args = || context.args().text("n", format!("{:.0}", share * 100.0)).text("scrap", if scrap { "yes" } else { "no" });
    let says = told.then(|| context.words.say(&format!("chain-{direction}-{kind}"), &args()));
    Passage { bands, says, point: false }
}
