//! When dependencies end: for each material the range and the middle of the draws, without measures, with those announced and
//! with all together. The announced ones are what the section is about, and the one rust thing.

use adit_analysis::pathway::LAST_YEAR;
use adit_analysis::pathway::independence::Independence;

use super::svg::{Figure, Mark, PANEL, Panel};
use crate::briefing::PathwayPart;
use crate::briefing::ends::{Followed, followed, input};
use crate::context::Context;
use crate::locale::Args;
use crate::naming::{Names, Naming};
use crate::tables::{ANNOUNCED, TOGETHER, WITHOUT, said};

/// Height of a row, middle of the first one, and how far its outer two bars stand from it.
const ROW: f64 = 46.0;
const FIRST: f64 = 52.0;
const APART: f64 = 12.0;
/// Half the height of a bar.
const BAR: f64 = 4.5;
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
    let list = followed(part);
    if list.is_empty() {
        return None;
    }
    let input = input(context, part);
    let names = Names::new(context.reference, Naming::In(context.lang()));
    let args = || input.args(&context.words).count("n", list.len());
    let told: Vec<String> = list
        .iter()
        .map(|followed| {
            let args = Args::new()
                .text("material", context.material_word(followed.material))
                .text("without", said(followed.ends[WITHOUT].middle, &names))
                .text("announced", said(followed.ends[ANNOUNCED].middle, &names))
                .text("together", said(followed.ends[TOGETHER].middle, &names));
            context.words.say("ends-desc-row", &args)
        })
        .collect();
    let desc = context.words.say("ends-desc", &args().text("list", told.join("; ")));
    let title = context.words.say("ends-figure", &args());
    let panel = |frame: &Frame| draw(context, frame, &list, input.year + 1, (title.clone(), desc.clone()));
    Some(Figure {
        id: "ends",
        unit: context.words.say("ends-figure-unit", &args()),
        key: vec![
            (Mark::Ring, context.words.get("key-ends-without")),
            (Mark::Point, context.words.get("key-ends-announced")),
            (Mark::Dot, context.words.get("key-ends-together")),
            (Mark::Band, context.words.get("key-ends-range")),
        ],
        panels: vec![panel(&NARROW)],
        wide: Some(panel(&WIDE)),
        caption: [context.words.say("ends-caption", &args()), context.source_line()].join(" "),
        title,
        ..Figure::default()
    })
}

fn draw(context: &Context, frame: &Frame, list: &[Followed], first_year: i32, (title, desc): (String, String)) -> Panel {
    let bottom = FIRST + ROW * (list.len() as f64 - 0.5);
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
    for (place, followed) in list.iter().enumerate() {
        let y = FIRST + ROW * place as f64;
        panel.text("e", frame.names, y + 4.5, &context.material_name(followed.material));
        let marks = [("ring", 4.2), ("point", 4.4), ("dot", 4.8)];
        for ((found, (class, size)), row) in followed.ends.into_iter().zip(marks).zip([-1.0, 0.0, 1.0]) {
            let (low, high, y) = (at(found.low), at(found.high), y + row * APART);
            panel.rect("band", low, y - BAR, high - low, 2.0 * BAR);
            panel.circle(class, at(found.middle), y, size);
        }
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
            (Lang::En, "gallium: without measures &gt; 2045, with those announced 2041, with all together 2031"),
            (Lang::De, "Gallium: ohne Maßnahmen &gt; 2045, mit den angekündigten 2041, mit allen zusammen 2031"),
        ] {
            let figure = ends(&Context::new(&input, lang), input.pathways.expect("a part")).expect("a chart");
            for panel in figure.panels.iter().chain(&figure.wide) {
                let drawn = panel.embed("id", "");
                assert!(drawn.contains(told) && drawn.contains("role=\"img\""), "{drawn}");
                // one mark of each kind a material; copper is not used
                let marks = ["\"ring\"", "\"point\"", "\"dot\""].map(|mark| drawn.matches(mark).count());
                assert_eq!(marks, [1, 1, 1]);
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
