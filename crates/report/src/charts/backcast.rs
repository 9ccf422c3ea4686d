//! A back-cast: the supplier's simulated part of mine output as a band with its median, and the observed one.

use adit_analysis::backcast::{BackCast, YearResult};
use adit_vocab::backcast::Backcast;
use adit_vocab::lang::Lang;
use adit_vocab::reference::Reference;
use adit_vocab::source::{Ship, Source};

use super::svg::{Figure, Mark, PANEL, Panel, Scale, short};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::capitalised;
use crate::numbers;

/// Width and height of the panel.
const WIDTH: f64 = 2.0 * PANEL;
const HEIGHT: f64 = 320.0;
/// The drawing inside it.
const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 96.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = HEIGHT - 30.0;
/// Parts that get a grid line.
const QUARTERS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Least distance of the two labels at the right.
const APART: f64 = 36.0;

/// Draws the chart.
pub fn backcast(reference: &Reference, data: &Backcast, found: &BackCast, lang: Lang) -> Figure {
    let words = Words::new(lang);
    let supplier = Place::country(reference.countries.get(data.supplier), lang);
    let name = reference.materials.get(data.material).display(lang);
    let args = || supplier.put(Args::new().text("material", capitalised(name)), Role::Feared);
    let years = args()
        .text("base", found.base_year.to_string())
        .text("from", data.quota.from.to_string())
        .text("until", data.quota.until.to_string());
    let sources: Vec<&str> = sources(reference, data).map(|source| source.publisher.as_str()).collect();
    Figure {
        id: "backcast",
        title: words.say("backcast-figure", &args()),
        unit: words.say("backcast-figure-unit", &years),
        key: vec![
            (Mark::Band, words.say("backcast-key-band", &Args::new().count("draws", found.draws))),
            (Mark::Point, words.get("backcast-key-observed")),
        ],
        panels: vec![panel(&words, found, args())],
        caption: words.say("backcast-caption", &Args::new().text("sources", sources.join("; "))),
        ..Figure::default()
    }
}

/// The chart as a file of its own. It names no edition of the data, so that it changes only when the answer does.
pub fn standalone(reference: &Reference, data: &Backcast, found: &BackCast, lang: Lang) -> String {
    let licences: Vec<String> = sources(reference, data)
        .filter(|source| source.ship != Ship::Cite)
        .map(|source| format!("{} ({})", source.publisher, source.licence))
        .collect();
    let licence = Words::new(lang).say("backcast-licence", &Args::new().text("sources", licences.join(", ")));
    backcast(reference, data, found, lang).standalone(lang.tag(), &licence)
}

/// Sources of tables, without single facts from reports.
fn sources<'a>(reference: &'a Reference, data: &'a Backcast) -> impl Iterator<Item = &'a Source> {
    let known = data.sources.iter().filter_map(|id| reference.source(id));
    known.filter(|source| source.publisher != "various")
}

fn panel(words: &Words, found: &BackCast, args: Args) -> Panel {
    let lang = words.lang();
    let axis = Scale { start: BOTTOM, length: TOP - BOTTOM, max: 1.0 };
    let desc = words.say("backcast-desc", &described(found, args, lang));
    let mut panel = Panel::new(WIDTH, HEIGHT, words.get("backcast-panel"), desc);
    for part in QUARTERS {
        let y = axis.at(part);
        panel.line(if part == 0.0 { "zero" } else { "grid" }, (LEFT, y), (RIGHT, y));
        panel.text("e t2", LEFT - 8.0, y + 4.5, &numbers::percent(part, lang));
    }
    let last = found.years.last().map_or(found.base_year, |year| year.year);
    let x = |year: i32| {
        let part = f64::from(year - found.base_year) / f64::from((last - found.base_year).max(1));
        LEFT + part * (RIGHT - LEFT)
    };
    for year in found.base_year..=last {
        panel.text("m t2", x(year), BOTTOM + 18.0, &year.to_string());
    }
    draw_band(&mut panel, &axis, &x, found);
    let observed = || {
        let after = found.years.iter().map(|year| (year.year, year.observed));
        std::iter::once((found.base_year, found.base_share)).chain(after)
    };
    let at = |(year, share): (i32, Option<f64>)| Some((x(year), axis.at(share?)));
    for (from, to) in observed().zip(observed().skip(1)) {
        // a year without figure leaves a gap
        if let (Some(from), Some(to)) = (at(from), at(to)) {
            panel.line("half", from, to);
        }
    }
    for (x, y) in observed().filter_map(at) {
        panel.circle("point", x, y, 3.6);
    }
    labels(&mut panel, &axis, words, found.years.last());
    panel
}

/// The band and its median, from the share of the base year on.
fn draw_band(panel: &mut Panel, axis: &Scale, x: &impl Fn(i32) -> f64, found: &BackCast) {
    let Some(base) = found.base_share else { return };
    let bands: Vec<_> = found.years.iter().filter_map(|year| Some((year.year, year.share?))).collect();
    let point = |year: i32, value: f64| format!("{} {}", short(x(year)), short(axis.at(value)));
    let start = || std::iter::once(point(found.base_year, base));
    let upper = bands.iter().map(|(year, band)| point(*year, band.high));
    let lower = bands.iter().rev().map(|(year, band)| point(*year, band.low));
    let outline: Vec<String> = start().chain(upper).chain(lower).collect();
    panel.path("band", &format!("M{}z", outline.join("L")));
    let middle: Vec<String> = start().chain(bands.iter().map(|(year, band)| point(*year, band.middle))).collect();
    panel.path("curve", &format!("M{}", middle.join("L")));
}

/// The last values with their names, beside the ends of their lines.
fn labels(panel: &mut Panel, axis: &Scale, words: &Words, last: Option<&YearResult>) {
    let Some(last) = last else { return };
    let (middle, observed) = (last.share.map(|band| band.middle), last.observed);
    let mut places = [middle.map(|value| axis.at(value)), observed.map(|value| axis.at(value))];
    if let [Some(first), Some(second)] = &mut places {
        let gap = (*second - *first).abs();
        if gap < APART {
            let shift = (APART - gap) / 2.0;
            let up = if *first <= *second { -1.0 } else { 1.0 };
            (*first, *second) = (*first + up * shift, *second - up * shift);
        }
    }
    for ((value, y), name) in [middle, observed].into_iter().zip(places).zip(["backcast-median", "backcast-observed"]) {
        if let (Some(value), Some(y)) = (value, y) {
            panel.text("b", RIGHT + 10.0, y + 1.0, &numbers::percent(value, words.lang()));
            panel.text("t2", RIGHT + 10.0, y + 16.0, &words.get(name));
        }
    }
}

/// What the picture says, for those who do not see it.
fn described(found: &BackCast, args: Args, lang: Lang) -> Args {
    let percent = |share: Option<f64>| share.map_or_else(String::new, |share| numbers::percent(share, lang));
    let last = found.years.last();
    let band = last.and_then(|year| year.share);
    let inside: Vec<bool> = found.years.iter().filter_map(YearResult::inside).collect();
    args.text("year", last.map_or_else(String::new, |year| year.year.to_string()))
        .text("low", percent(band.map(|band| band.low)))
        .text("high", percent(band.map(|band| band.high)))
        .text("observed", percent(last.and_then(|year| year.observed)))
        .text("inside", inside.iter().filter(|inside| **inside).count().to_string())
        .text("years", inside.len().to_string())
}
