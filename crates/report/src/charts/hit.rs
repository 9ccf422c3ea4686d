//! What a cut-off stops: the industries that lose value added, and the technologies that fall short first.

use super::svg::{Figure, PANEL, Panel, Scale};
use crate::briefing::CutOff;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::capitalised;
use crate::numbers;

/// Height of a row: a line of text with a bar under it.
const ROW: f64 = 33.0;
/// Line of text of the first row.
const FIRST: f64 = 40.0;
/// Rows of a panel.
const ROWS: usize = 8;
/// From nothing to the longest bar.
const LENGTH: f64 = 270.0;
/// Losses below this are not drawn, US dollars.
const LEAST: f64 = 1e5;

/// One bar.
struct Bar {
    name: String,
    value: f64,
    shown: String,
}

/// Draws the chart; `None` if nothing is hit.
pub fn hit(context: &Context, found: &CutOff) -> Option<Figure> {
    let panels: Vec<Panel> = [industries(context, found), technologies(context, found)].into_iter().flatten().collect();
    if panels.is_empty() {
        return None;
    }
    Some(Figure {
        id: "hit",
        title: context.say("hit-figure"),
        unit: context.say("hit-figure-unit"),
        panels,
        caption: [context.say("hit-caption"), context.source_line()].join(" "),
        ..Figure::default()
    })
}

fn industries(context: &Context, found: &CutOff) -> Option<Panel> {
    let lang = context.lang();
    let list = found.industries.iter().filter(|(_, lost)| *lost >= LEAST).take(ROWS);
    let bars: Vec<Bar> = list
        .map(|(name, lost)| Bar {
            name: capitalised(name.get(lang)),
            value: *lost,
            shown: numbers::three_figures(lost / 1e6, lang),
        })
        .collect();
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    panel(context, "hit-industries", &bars, most)
}

fn technologies(context: &Context, found: &CutOff) -> Option<Panel> {
    let lang = context.lang();
    let bars: Vec<Bar> = found
        .technologies
        .iter()
        .take(ROWS)
        .map(|(name, stopped)| Bar {
            name: context.words.say(
                "hit-technology",
                &Args::new().text("technology", name.get(lang)).text("material", context.material_word(stopped.worst.0)),
            ),
            value: stopped.missing,
            shown: numbers::percent(stopped.missing, lang),
        })
        .collect();
    panel(context, "hit-technologies", &bars, 1.0)
}

/// Bars under their names, from nothing to `most`; `None` without bars.
fn panel(context: &Context, heading: &'static str, bars: &[Bar], most: f64) -> Option<Panel> {
    let (first, last) = (bars.first()?, bars.last()?);
    let heading = context.say(heading);
    let desc = Args::new()
        .text("first", first.name.clone())
        .text("high", first.shown.clone())
        .text("last", last.name.clone())
        .text("low", last.shown.clone());
    let height = FIRST + ROW * (bars.len() as f64 - 1.0) + 24.0;
    let mut panel = Panel::new(PANEL, height, heading.clone(), context.words.say("panel-desc", &desc));
    panel.text("b", 0.0, 14.0, &heading);
    let scale = Scale { start: 0.0, length: LENGTH, max: most };
    for (place, bar) in bars.iter().enumerate() {
        let y = FIRST + ROW * place as f64;
        panel.text("", 0.0, y, &bar.name);
        panel.rect("bar", 0.0, y + 6.0, scale.at(bar.value).max(1.0), 10.0);
        panel.text("e", PANEL, y + 15.5, &bar.shown);
    }
    Some(panel)
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Lang;

    use super::*;
    use crate::fixture::world;

    #[test]
    fn bars_are_as_long_as_what_they_show() {
        let world = world();
        let result = world.ask("USA", "CHN");
        let input = world.briefing(&result);
        let found = input.cutoff.expect("China can stop something");
        assert!(found.industries[0].1 > LEAST, "{:?}", found.industries);
        for lang in Lang::ALL {
            let figure = hit(&Context::new(&input, lang), found).expect("a chart");
            assert_eq!(figure.panels.len(), 2);
            let drawn = figure.panels[0].embed("id", "");
            // one industry, the whole length
            assert!(drawn.contains("width=\"270\""), "{drawn}");
        }
    }
}
