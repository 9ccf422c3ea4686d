//! A crisis month by month: the price outside with its band and the price inside, and the asker's use with its band.

use adit_analysis::draws::Band;

use super::svg::{Figure, Mark, PANEL, Panel, short};
use crate::briefing::CutOffFocus;
use crate::context::Context;
use crate::locale::Args;
use crate::numbers;

/// Height of a panel.
const HEIGHT: f64 = 232.0;
/// The drawing inside it.
const LEFT: f64 = 44.0;
const RIGHT: f64 = PANEL - 56.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = HEIGHT - 30.0;
/// Prices, in base prices, that get a grid line if they are on the axis.
const PRICES: [f64; 11] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0];
/// Height of a line of a label.
const LINE: f64 = 15.0;
/// Grid lines of an axis at most.
const LINES: usize = 5;

/// An axis from `low` at the bottom to `high` at the top, even in the value or in its logarithm.
struct Axis {
    low: f64,
    high: f64,
    logarithm: bool,
}

impl Axis {
    fn at(&self, value: f64) -> f64 {
        // a price may fall to nothing
        let place = |value: f64| if self.logarithm { value.max(self.low).ln() } else { value };
        let part = (place(value) - place(self.low)) / (place(self.high) - place(self.low));
        BOTTOM - part.clamp(0.0, 1.0) * (BOTTOM - TOP)
    }
}

/// Draws the chart.
pub fn months(context: &Context, focus: &CutOffFocus) -> Figure {
    let found = &focus.answer;
    let args = || context.material_args(focus.material).text("ban", if focus.ban { "yes" } else { "no" });
    let mut panels = vec![prices(context, focus)];
    if !found.used.is_empty() {
        panels.push(used(context, focus));
    }
    Figure {
        id: "months",
        title: context.words.say("months-figure", &args()),
        unit: context.words.say("months-figure-unit", &args().count("months", found.central.allowed.len())),
        key: vec![(Mark::Band, context.words.get("key-band"))],
        panels,
        caption: [context.words.get("months-caption"), context.source_line()].join(" "),
        ..Figure::default()
    }
}

fn prices(context: &Context, focus: &CutOffFocus) -> Panel {
    let found = &focus.answer;
    let all = || {
        found
            .outside
            .iter()
            .flat_map(|band| [band.low, band.high])
            .chain(found.central.inside.iter().chain(&found.central.outside).copied())
            .chain([1.0])
    };
    let axis = Axis {
        low: PRICES.iter().rev().copied().find(|price| all().all(|value| value >= *price)).unwrap_or(PRICES[0]),
        high: PRICES.iter().copied().find(|price| all().all(|value| value <= *price)).unwrap_or(PRICES[PRICES.len() - 1]),
        logarithm: true,
    };
    let lang = context.lang();
    let multiple = |value: f64| numbers::multiple(value, lang);
    let last = found.outside.last().copied();
    let peak = found.central.outside.iter().copied().fold(1.0, f64::max);
    let desc = context.words.say(
        "months-price-desc",
        &Args::new()
            .text("peak", multiple(peak))
            .text("low", multiple(last.map_or(1.0, |band| band.low)))
            .text("high", multiple(last.map_or(1.0, |band| band.high))),
    );
    let mut panel = Panel::new(PANEL, HEIGHT, context.words.get("months-price-panel"), desc);
    panel.text("b", 0.0, 14.0, &context.words.get("months-price-panel"));
    let lines: Vec<f64> = PRICES.into_iter().filter(|price| *price >= axis.low && *price <= axis.high).collect();
    let step = lines.len().div_ceil(LINES).max(1);
    for price in lines.iter().rev().step_by(step).copied().chain([1.0]) {
        let y = axis.at(price);
        panel.line(if price == 1.0 { "zero" } else { "grid" }, (LEFT, y), (RIGHT, y));
        panel.text("e t2", LEFT - 8.0, y + 4.5, &numbers::three_figures(price, lang));
    }
    frame(context, &mut panel, found.outside.len());
    band(&mut panel, &axis, &found.outside);
    line(&mut panel, &axis, "curve", &found.central.outside);
    if !found.central.inside.is_empty() {
        line(&mut panel, &axis, "curve inner", &found.central.inside);
    }
    let ends = [found.central.outside.last(), found.central.inside.last()];
    let [outside, inside] = apart(ends.map(|end| end.map(|&price| axis.at(price))));
    label(&mut panel, "b", outside, ends[0], &context.words.get("months-outside"), &multiple);
    label(&mut panel, "t2", inside, ends[1], &context.words.get("months-inside"), &multiple);
    panel
}

fn used(context: &Context, focus: &CutOffFocus) -> Panel {
    let found = &focus.answer;
    let most = found.used.iter().map(|band| band.high).fold(1.0, f64::max);
    let axis = Axis { low: 0.0, high: most, logarithm: false };
    let lang = context.lang();
    let central: Vec<f64> = focus.asker.iter().filter_map(adit_analysis::what_if::PartyMonth::part).collect();
    let last = central.last().copied().unwrap_or(1.0);
    let heading = context.say("months-use-panel");
    let desc = context.words.say("months-use-desc", &context.args().text("last", numbers::percent(last, lang)));
    let mut panel = Panel::new(PANEL, HEIGHT, heading.clone(), desc);
    panel.text("b", 0.0, 14.0, &heading);
    for quarter in 0..=4 {
        let part = f64::from(quarter) / 4.0;
        let y = axis.at(part);
        panel.line(if quarter == 0 { "zero" } else { "grid" }, (LEFT, y), (RIGHT, y));
        panel.text("e t2", LEFT - 8.0, y + 4.5, &numbers::percent(part, lang));
    }
    frame(context, &mut panel, central.len());
    band(&mut panel, &axis, &found.used);
    line(&mut panel, &axis, "curve", &central);
    let percent = |value: f64| numbers::percent(value, lang);
    label(&mut panel, "b", central.last().map(|&part| axis.at(part)), central.last(), "", &percent);
    panel
}

/// Middle of a month on the axis.
fn x(month: usize, months: usize) -> f64 {
    let steps = months.saturating_sub(1).max(1) as f64;
    LEFT + month as f64 / steps * (RIGHT - LEFT)
}

/// Months under the drawing: the first, every third, the last.
fn frame(context: &Context, panel: &mut Panel, months: usize) {
    for month in (0..months).filter(|month| *month == 0 || (month + 1) % 3 == 0 || month + 1 == months) {
        panel.text("m t2", x(month, months), BOTTOM + 18.0, &(month + 1).to_string());
    }
    panel.text("e t2", LEFT - 8.0, BOTTOM + 18.0, &context.words.get("months-axis"));
}

fn band(panel: &mut Panel, axis: &Axis, bands: &[Band]) {
    let point = |month: usize, value: f64| format!("{} {}", short(x(month, bands.len())), short(axis.at(value)));
    let upper = bands.iter().enumerate().map(|(month, band)| point(month, band.high));
    let lower = bands.iter().enumerate().rev().map(|(month, band)| point(month, band.low));
    let points: Vec<String> = upper.chain(lower).collect();
    if !points.is_empty() {
        panel.path("band", &format!("M{}z", points.join("L")));
    }
}

fn line(panel: &mut Panel, axis: &Axis, class: &str, values: &[f64]) {
    let point = |(month, value): (usize, &f64)| format!("{} {}", short(x(month, values.len())), short(axis.at(*value)));
    let points: Vec<String> = values.iter().enumerate().map(point).collect();
    if !points.is_empty() {
        panel.path(class, &format!("M{}", points.join("L")));
    }
}

/// Heights of two labels of two lines each, moved apart where they would cover each other, and off the axis below.
fn apart([first, second]: [Option<f64>; 2]) -> [Option<f64>; 2] {
    let lowest = BOTTOM - LINE;
    let (Some(a), Some(b)) = (first, second) else { return [first, second].map(|y| y.map(|y| y.min(lowest))) };
    let lower = a.max(b).min(lowest);
    let upper = a.min(b).min(lower - 2.0 * LINE);
    if a <= b { [Some(upper), Some(lower)] } else { [Some(lower), Some(upper)] }
}

/// The last value, written beside the end of its line at the height `y`.
fn label(panel: &mut Panel, class: &str, y: Option<f64>, value: Option<&f64>, name: &str, shown: &dyn Fn(f64) -> String) {
    let (Some(y), Some(&value)) = (y, value) else { return };
    panel.text(class, RIGHT + 6.0, y + 4.5, &shown(value));
    if !name.is_empty() {
        panel.text("t2", RIGHT + 6.0, y + 19.0, name);
    }
}
