//! A stockpile: what each material costs and avoids, and what each budget brings.

use super::svg::{Figure, Mark, PANEL, Panel, Scale, short};
use crate::briefing::StockpilePart;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::capitalised;
use crate::numbers;

/// Materials shown.
const SHOWN: usize = 12;
/// Height of a row, middle of the first one, and half the height of a bar.
const ROW: f64 = 38.0;
const FIRST: f64 = 40.0;
const BAR: f64 = 6.0;
/// Where the bars begin and how long the longest is.
const START: f64 = 112.0;
const LENGTH: f64 = 176.0;
/// The drawing of the second panel.
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = PANEL - 8.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = HEIGHT - 48.0;
/// Grid lines of the second panel, US dollars.
const TICKS: [f64; 4] = [1e8, 1e9, 1e10, 5e10];

/// Draws the chart; `None` if nothing pays.
pub fn stockpile(context: &Context, part: &StockpilePart) -> Option<Figure> {
    let bought: Vec<_> = part.found.holdings.iter().filter(|holding| holding.tonnes > 0.0).take(SHOWN).collect();
    if bought.is_empty() {
        return None;
    }
    let budget = numbers::usd(part.budget, context.lang());
    let certificate = numbers::percent(part.found.certificate.max(0.01), context.lang());
    let caption = context.words.say("stockpile-caption", &Args::new().text("part", certificate));
    Some(Figure {
        id: "stockpile",
        title: context.words.say("stockpile-figure", &context.args().text("budget", budget)),
        unit: context.words.get("stockpile-figure-unit"),
        key: vec![(Mark::Bar, context.words.get("key-brings")), (Mark::DarkBar, context.words.get("key-cost"))],
        panels: vec![holdings(context, part), budgets(context, part)],
        caption: [caption, context.source_line()].join(" "),
        ..Figure::default()
    })
}

fn holdings(context: &Context, part: &StockpilePart) -> Panel {
    let lang = context.lang();
    let bought: Vec<_> = part.found.holdings.iter().filter(|holding| holding.tonnes > 0.0).take(SHOWN).collect();
    let most = bought.iter().map(|holding| holding.gain.max(holding.outlay)).fold(0.0, f64::max);
    let scale = Scale { start: START, length: LENGTH, max: most };
    let heading = context.words.get("stockpile-holdings-panel");
    let names: Vec<String> = bought.iter().map(|holding| context.material_word(holding.material).to_owned()).collect();
    let desc = context.words.say("stockpile-holdings-desc", &Args::new().text("list", numbers::list(&names, lang)));
    let mut panel = Panel::new(PANEL, FIRST + ROW * (bought.len() as f64 - 0.5) + 4.0, heading.clone(), desc);
    panel.text("b", 0.0, 14.0, &heading);
    let millions = |value: f64| numbers::three_figures(value / 1e6, lang);
    for (place, holding) in bought.iter().enumerate() {
        let y = FIRST + ROW * place as f64;
        panel.text("e", START - 10.0, y + 0.5, &capitalised(context.material_word(holding.material)));
        let days = context.words.say("stockpile-days", &Args::new().count("n", holding.days.round() as usize));
        panel.text("e t2 s", START - 10.0, y + 14.5, &days);
        for (class, value, shift) in [("bar", holding.gain, 0.0), ("dot", holding.outlay, 2.0 * BAR + 1.0)] {
            panel.rect(class, START, y - BAR + shift - 2.0, scale.at(value) - START, 2.0 * BAR);
            panel.text("t2 s", scale.at(value) + 6.0, y + shift + 2.5, &millions(value));
        }
    }
    panel.line("zero", (START, FIRST - ROW * 0.4), (START, FIRST + ROW * (bought.len() as f64 - 0.4)));
    panel
}

fn budgets(context: &Context, part: &StockpilePart) -> Panel {
    let lang = context.lang();
    let curve = &part.found.curve;
    let (first, last) = (curve.first().map_or(1.0, |step| step.budget), curve.last().map_or(10.0, |step| step.budget));
    // both axes in dollars and even in the logarithm, so that what a dollar costs is the diagonal
    let place = |value: f64| (value.clamp(first, last) / first).ln() / (last / first).ln();
    let x = |value: f64| LEFT + place(value) * (RIGHT - LEFT);
    let y = |value: f64| BOTTOM - place(value) * (BOTTOM - TOP);
    let heading = context.words.get("stockpile-budgets-panel");
    let whole = curve.last().map_or(0.0, |step| step.whole.1);
    let desc = context.words.say(
        "stockpile-budgets-desc",
        &Args::new()
            .text("spent", numbers::usd(part.found.spent, lang))
            .text("last", numbers::usd(last, lang))
            .text("whole", numbers::usd(whole, lang)),
    );
    let mut panel = Panel::new(PANEL, HEIGHT, heading.clone(), desc);
    panel.text("b", 0.0, 14.0, &heading);
    for tick in TICKS.into_iter().filter(|tick| *tick >= first && *tick <= last) {
        panel.line("grid", (LEFT, y(tick)), (RIGHT, y(tick)));
        panel.text("e t2", LEFT - 8.0, y(tick) + 4.5, &numbers::three_figures(tick / 1e9, lang));
        panel.text("m t2", x(tick), BOTTOM + 20.0, &numbers::three_figures(tick / 1e9, lang));
    }
    panel.text("e t2", RIGHT, BOTTOM + 40.0, &context.words.get("stockpile-budgets-axis"));
    panel.path("curve inner", &format!("M{} {}L{} {}", short(LEFT), short(BOTTOM), short(RIGHT), short(TOP)));
    let points: Vec<String> = curve.iter().map(|step| format!("{} {}", short(x(step.budget)), short(y(step.whole.1)))).collect();
    panel.path("curve", &format!("M{}", points.join("L")));
    panel.text("e t2", x(last * 0.2), y(last * 0.2) - 8.0, &context.words.get("stockpile-line-cost"));
    // under the line, which rises to the right
    let before = curve.iter().find(|step| step.budget >= 0.1 * last).map_or(whole, |step| step.whole.1);
    panel.text("e b", RIGHT, y(before) + 8.0, &context.words.get("stockpile-line-gain"));
    let gain: f64 = part.found.holdings.iter().map(|holding| holding.gain).sum();
    if part.found.spent >= first {
        panel.circle("dot", x(part.found.spent), y(gain), 5.2);
        panel.text("b halo", x(part.found.spent) + 4.0, y(gain) + 24.0, &context.words.get("stockpile-point"));
    }
    panel
}
