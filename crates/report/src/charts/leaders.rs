//! Who leads in the world: countries by the number of markets in which they are the largest producer.

use super::svg::{Figure, PANEL, Panel, Scale};
use crate::context::Context;
use crate::locale::Args;

/// Height of a row.
const ROW: f64 = 24.0;

/// Rows of one panel; three panels are shown at most.
const ROWS: usize = 8;

/// Draws the chart; `None` where no market is on record.
pub fn leaders(context: &Context) -> Option<Figure> {
    let leaders = &context.findings.leaders;
    let (first, most) = leaders.first()?;
    let shown = &leaders[..leaders.len().min(3 * ROWS)];
    let scale = Scale { start: 128.0, length: 180.0, max: *most as f64 };
    let desc =
        context.words.say("leaders-desc", &Args::new().text("name", context.country_subject(*first)).text("n", most.to_string()));
    let panels = shown
        .chunks(ROWS)
        .map(|chunk| {
            let height = ROW * chunk.len() as f64 + 4.0;
            let mut panel = Panel::new(PANEL, height, context.say("leaders-panel"), desc.clone());
            for (place, (country, markets)) in chunk.iter().enumerate() {
                let y = ROW * (place as f64 + 0.5);
                let end = scale.at(*markets as f64);
                let class = if *country == context.exposure.against { "barX" } else { "dot" };
                panel.text("e", scale.start - 10.0, y + 4.5, &context.country_name(*country));
                panel.rect(class, scale.start, y - 8.0, end - scale.start, 16.0);
                panel.text("b", end + 8.0, y + 4.5, &markets.to_string());
            }
            panel.line("zero", (scale.start, 0.0), (scale.start, height));
            panel
        })
        .collect();

    let mut caption = Vec::new();
    if context.findings.grouped > 1 {
        caption.push(context.say("leaders-caption"));
    }
    let rest = &leaders[shown.len()..];
    if let Some((_, each)) = rest.first() {
        caption.push(context.words.say("leaders-rest", &Args::new().count("n", rest.len()).count("each", *each)));
    }
    caption.push(context.source_line());
    Some(Figure {
        id: "leaders",
        title: context.words.say("leaders-figure", &context.args().count("markets", context.findings.markets)),
        unit: context.say("leaders-figure-unit"),
        key: Vec::new(),
        panels,
        wide: None,
        caption: caption.join(" "),
    })
}
