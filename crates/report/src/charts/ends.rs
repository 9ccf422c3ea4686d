//! When dependencies end: for each material the range and the middle of the draws, without measures and with a package.

use adit_analysis::pathway::LAST_YEAR;
use adit_analysis::pathway::independence::{Distribution, Independence};

use super::svg::{Figure, Mark, PANEL, Panel};
use crate::briefing::PathwayPart;
use crate::briefing::ends::{Pair, input, pairs};
use crate::context::Context;
use crate::locale::Args;
use crate::naming::{Names, Naming};
use crate::tables::{WITH, WITHOUT, said};

/// Height of a row, middle of the first one, and how far its two bars stand from it.
const ROW: f64 = 34.0;
const FIRST: f64 = 50.0;
const APART: f64 = 7.0;
/// Half the height of a bar.
const BAR: f64 = 5.0;
/// Years between grid lines.
const STEP: i32 = 5;

/// Where things stand across.
struct Frame {
    width: f64,
    /// Right end of the names.
    names: f64,
    /// Not dependent; the first year; the last one; later.
    none: f64,
    start: f64,
    end: f64,
    later: f64,
}

/// For phones, and as one of several panels.
const NARROW: Frame = Frame { width: PANEL, names: 96.0, none: 118.0, start: 144.0, end: 296.0, later: 338.0 };
/// For wide screens and print.
const WIDE: Frame = Frame { width: 760.0, names: 112.0, none: 150.0, start: 204.0, end: 660.0, later: 718.0 };

/// Draws the chart; `None` if no end is known.
pub fn ends(context: &Context, part: &PathwayPart) -> Option<Figure> {
    let pairs = pairs(part);
    if pairs.is_empty() {
        return None;
    }
    let input = input(context, part);
    let names = Names::new(context.reference, Naming::In(context.lang()));
    let args = || input.args(&context.words).text("package", input.package(WITH, &names)).count("n", pairs.len());
    let told: Vec<String> = pairs
        .iter()
        .map(|pair| {
            let args = Args::new()
                .text("material", context.material_word(pair.material))
                .text("without", said(pair.ends[WITHOUT].middle, &names))
                .text("with", said(pair.ends[WITH].middle, &names));
            context.words.say("ends-desc-row", &args)
        })
        .collect();
    let desc = context.words.say("ends-desc", &args().text("list", told.join("; ")));
    let title = context.words.say("ends-figure", &args());
    let panel = |frame: &Frame| draw(context, frame, &pairs, input.year + 1, (title.clone(), desc.clone()));
    Some(Figure {
        id: "ends",
        unit: context.words.say("ends-figure-unit", &args()),
        key: vec![
            (Mark::Ring, context.words.say("key-ends-without", &args())),
            (Mark::Dot, context.words.say("key-ends-with", &args())),
            (Mark::Bar, context.words.get("key-ends-range")),
        ],
        panels: vec![panel(&NARROW)],
        wide: Some(panel(&WIDE)),
        caption: [context.words.say("ends-caption", &args()), context.source_line()].join(" "),
        title,
        ..Figure::default()
    })
}

fn draw(context: &Context, frame: &Frame, pairs: &[Pair], first_year: i32, (title, desc): (String, String)) -> Panel {
    let bottom = FIRST + ROW * (pairs.len() as f64 - 0.5);
    let mut panel = Panel::new(frame.width, bottom + 4.0, title, desc);
    let years = f64::from(LAST_YEAR - first_year).max(1.0);
    let at_year = |year: i32| frame.start + f64::from(year - first_year) / years * (frame.end - frame.start);
    for (x, label) in [(frame.none, "ends-axis-none"), (frame.later, "ends-axis-later")] {
        panel.text("t2 m s", x, 15.0, &context.words.get(label));
        panel.line("grid", (x, 22.0), (x, bottom));
    }
    for year in (first_year..=LAST_YEAR).filter(|year| (year - first_year) % STEP == 0) {
        // on a phone the first year stands too near to what is left of it
        if frame.width > PANEL || year > first_year {
            panel.text("t2 m s", at_year(year), 15.0, &year.to_string());
        }
        panel.line("axis", (at_year(year), 22.0), (at_year(year), bottom));
    }
    let at = |end: Independence| match end {
        Independence::NotDependent => frame.none,
        Independence::From(year) => at_year(year),
        Independence::Later => frame.later,
    };
    for (place, pair) in pairs.iter().enumerate() {
        let y = FIRST + ROW * place as f64;
        panel.text("e", frame.names, y + 4.5, &context.material_name(pair.material));
        let mut end = |found: &Distribution, y: f64, bar: &str| {
            let (low, high) = (at(found.low), at(found.high));
            panel.rect(bar, low, y - BAR, high - low, 2.0 * BAR);
            at(found.middle)
        };
        let without = end(pair.ends[WITHOUT], y - APART, "band");
        let with = end(pair.ends[WITH], y + APART, "bar");
        panel.circle("ring", without, y - APART, 4.2);
        panel.circle("dot", with, y + APART, 4.8);
    }
    panel
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Lang;

    use super::*;
    use crate::fixture::world;

    #[test]
    fn every_row_is_told_in_words() {
        let world = world();
        let result = world.ask_about("USA", "CHN", &[world.material("gallium"), world.material("copper")]);
        let input = world.briefing(&result);
        for (lang, told) in [
            (Lang::En, "gallium: without measures &gt; 2045, with them 2031"),
            (Lang::De, "Gallium: ohne Maßnahmen &gt; 2045, mit ihnen 2031"),
        ] {
            let figure = ends(&Context::new(&input, lang), input.pathways.expect("a part")).expect("a chart");
            for panel in figure.panels.iter().chain(&figure.wide) {
                let drawn = panel.embed("id", "");
                assert!(drawn.contains(told) && drawn.contains("role=\"img\""), "{drawn}");
                // one ring and one dot a material; copper is not used
                assert_eq!((drawn.matches("\"ring\"").count(), drawn.matches("\"dot\"").count()), (1, 1));
            }
        }
    }

    #[test]
    fn later_stands_right_of_the_last_year_and_none_left_of_the_first() {
        for frame in [NARROW, WIDE] {
            assert!(frame.names < frame.none && frame.none < frame.start && frame.end < frame.later && frame.later < frame.width);
        }
    }
}
