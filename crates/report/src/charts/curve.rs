//! The saving curve of a stockpile: what spending brings, up to where a further dollar brings less than a dollar, and beyond.

use adit_vocab::lang::Lang;
use adit_vocab::source::Source;

use super::svg::{Figure, Mark, PANEL, Panel, short};
use super::year_frame::{round_up, ticks};
use crate::context::source_line;
use crate::locale::{Args, Words};
use crate::numbers;
use crate::tables::StockpileInput;

/// Height of a panel and the drawing inside it.
const HEIGHT: f64 = 292.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = PANEL - 24.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = HEIGHT - 46.0;
/// The close view reaches this many times as far as spending pays.
const CLOSE: f64 = 2.5;
/// Both views are drawn if the wide one reaches this many times as far as the close one.
const FAR: f64 = 1.5;

/// Width of a letter, generous, because fonts differ by machine.
const LETTER: f64 = 7.6;
/// Marks nearer to the left end, as a part of the width, are not named there.
const CLOSE_TO_NOTHING: f64 = 0.2;

/// Spending and what it brings, US dollars of today.
type Point = (f64, f64);

/// Draws the chart; `None` if nothing pays. `sources` are those of the data behind it, most used first.
pub fn curve(input: &StockpileInput, sources: &[&Source], lang: Lang) -> Option<Figure> {
    let words = Words::new(lang);
    let curve = Curve::new(input)?;
    let budget = input.budget;
    let close = (CLOSE * curve.pays.0).min(curve.last());
    let far = (1.15 * budget.max(curve.pays.0)).min(curve.last().max(close));
    let mut panels = vec![draw(&words, &curve, input, (close, "curve-close"))];
    if far > FAR * close {
        panels.push(draw(&words, &curve, input, (far, "curve-far")));
    }
    let args = || input.args(&words);
    Some(Figure {
        id: "curve",
        title: words.say("curve-figure", &args()),
        unit: words.say("curve-figure-unit", &args()),
        key: vec![(Mark::Dot, words.get("curve-key-pays")), (Mark::Ring, words.say("curve-key-budget", &args()))],
        panels,
        caption: [words.get("curve-caption"), source_line(&words, sources)].join(" "),
        ..Figure::default()
    })
}

/// The best use of every amount, and where it stops paying.
struct Curve {
    points: Vec<Point>,
    /// The largest amount of which the last dollar brings a dollar.
    pays: Point,
}

impl Curve {
    /// From the budgets that were computed; `None` if no spending pays.
    fn new(input: &StockpileInput) -> Option<Curve> {
        let steps = &input.found.curve;
        let best = steps.iter().max_by(|a, b| a.spent.total_cmp(&b.spent)).filter(|step| step.spent > 0.0)?;
        let pays = (best.spent, best.gain);
        let mut points: Vec<Point> = steps.iter().map(|step| step.whole).chain([(0.0, 0.0), pays]).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points.dedup_by(|a, b| a.0 == b.0);
        Some(Curve { points, pays })
    }

    fn last(&self) -> f64 {
        self.points.last().map_or(0.0, |point| point.0)
    }

    /// What an amount brings, straight between computed ones.
    fn at(&self, spent: f64) -> f64 {
        let place = self.points.partition_point(|point| point.0 < spent).clamp(1, self.points.len() - 1);
        let (a, b) = (self.points[place - 1], self.points[place]);
        a.1 + (b.1 - a.1) * ((spent - a.0) / (b.0 - a.0).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
    }
}

/// One view, from nothing to `reach` dollars.
fn draw(words: &Words, curve: &Curve, input: &StockpileInput, (reach, heading): (f64, &'static str)) -> Panel {
    let lang = words.lang();
    let unit = if reach >= 2e9 { 1e9 } else { 1e6 };
    let most = round_up(curve.at(reach).max(reach));
    let x = |value: f64| LEFT + (value / reach).clamp(0.0, 1.0) * (RIGHT - LEFT);
    let y = |value: f64| BOTTOM - (value / most).clamp(0.0, 1.0) * (BOTTOM - TOP);
    let shown = |value: f64| numbers::three_figures(value / unit, lang);
    let usd = |value: f64| numbers::usd(value, lang);
    let whole = curve.at(input.budget);
    let desc = Args::new()
        .text("spent", usd(curve.pays.0))
        .text("gain", usd(curve.pays.1))
        .text("budget", usd(input.budget.min(curve.last())))
        .text("whole", usd(whole));
    let name = if unit == 1e9 { "curve-unit-bn" } else { "curve-unit-m" };
    let heading = words.say(heading, &Args::new().text("unit", words.get(name)));
    let mut panel = Panel::new(PANEL, HEIGHT, heading.clone(), words.say("curve-desc", &desc));
    panel.text("b", 0.0, 14.0, &heading);
    for tick in ticks(0.0, most) {
        panel.line(if tick == 0.0 { "zero" } else { "grid" }, (LEFT, y(tick)), (RIGHT, y(tick)));
        panel.text("e t2", LEFT - 8.0, y(tick) + 4.5, &shown(tick));
    }
    for tick in ticks(0.0, reach) {
        panel.text("m t2", x(tick), BOTTOM + 18.0, &shown(tick));
    }
    panel.text("e t2", RIGHT, BOTTOM + 38.0, &words.get("curve-axis"));
    panel.line("ref", (x(0.0), y(0.0)), (x(reach), y(reach)));
    let within = curve.points.iter().copied().filter(|point| point.0 < reach).chain([(reach, curve.at(reach))]);
    let points: Vec<String> = within.map(|(spent, gain)| format!("{} {}", short(x(spent)), short(y(gain)))).collect();
    panel.path("curve", &format!("M{}", points.join("L")));

    // the upper line is named above its end, the lower one below, where the rising line leaves room
    let lower = |words: &str, value: &dyn Fn(f64) -> f64| {
        let from = reach * (1.0 - words.chars().count() as f64 * LETTER / (RIGHT - LEFT)).max(0.0);
        y(value(from)) + 18.0
    };
    let (gain, cost) = (words.get("curve-line-gain"), words.get("curve-line-cost"));
    let gain_above = curve.at(reach) >= reach;
    let (gain_y, cost_y) = match gain_above {
        true => (y(curve.at(reach)) - 8.0, lower(&cost, &|spent| spent)),
        false => (lower(&gain, &|spent| curve.at(spent)), y(reach) - 8.0),
    };
    panel.text("e b halo", RIGHT, gain_y, &gain);
    panel.text("e t2 halo", RIGHT, cost_y, &cost);

    let beyond = input.budget <= reach && input.budget > curve.pays.0;
    let mut marks = vec![(curve.pays, "dot", 5.2, words.say("curve-pays", &Args::new().text("spent", shown(curve.pays.0))))];
    if beyond {
        let args = Args::new().text("budget", shown(input.budget)).text("gain", shown(whole));
        marks.push(((input.budget, whole), "ring", 4.8, words.say("curve-at-budget", &args)));
    }
    for ((spent, gain), class, radius, _) in &marks {
        panel.line("axis", (x(*spent), y(*gain)), (x(*spent), BOTTOM));
        panel.circle(class, x(*spent), y(*gain), *radius);
    }
    // under both lines, at the foot of the marks; a mark close to nothing is left to the key
    let foot = |spent: f64| (x(spent) - LEFT) / (RIGHT - LEFT);
    let named: Vec<_> = marks.iter().filter(|mark| foot(mark.0.0) > CLOSE_TO_NOTHING).collect();
    let right = named.iter().map(|mark| x(mark.0.0)).fold(LEFT, f64::max);
    for (place, ((_, _), class, _, text)) in named.iter().rev().enumerate() {
        let bold = if *class == "dot" { "b halo" } else { "halo" };
        let y = BOTTOM - 8.0 - 17.0 * place as f64;
        match right < (LEFT + RIGHT) / 2.0 {
            true => panel.text(bold, right + 8.0, y, text),
            false => panel.text(&format!("e {bold}"), right - 8.0, y, text),
        }
    }
    panel
}

#[cfg(test)]
mod tests {
    use adit_analysis::stockpile::{Step, Stockpile};

    use super::*;
    use crate::fixture::world;

    #[test]
    fn the_point_where_it_stops_paying_is_marked() {
        let world = world();
        let result = world.ask("USA", "CHN");
        let part = world.briefing(&result).stockpile.expect("a stockpile");
        let mut found = part.found.clone();
        let step =
            |budget: f64, spent: f64, gain: f64, whole: f64| Step { budget, spent, gain, next: 1.0, whole: (budget, whole) };
        found.curve = vec![step(1e8, 1e8, 3e8, 3e8), step(1e9, 4e8, 6e8, 9e8), step(1e10, 4e8, 6e8, 4e9)];
        let input = |found| StockpileInput {
            reference: &world.reference,
            year: 2024,
            importer: &result.importer,
            budget: 5e9,
            found,
            drivers: &[],
            published: &[],
        };
        let drawn = Curve::new(&input(&found)).expect("it pays");
        assert_eq!(drawn.points, [(0.0, 0.0), (1e8, 3e8), (4e8, 6e8), (1e9, 9e8), (1e10, 4e9)]);
        // halfway between the amounts computed
        assert_eq!((drawn.pays, drawn.at(7e8)), ((4e8, 6e8), 7.5e8));
        for lang in Lang::ALL {
            let figure = curve(&input(&found), &[], lang).expect("a chart");
            let pictures: Vec<String> = figure.panels.iter().map(|panel| panel.embed("id", "")).collect();
            // near and far; the budget is in the far one only
            assert_eq!(pictures.len(), 2);
            let rings: Vec<usize> = pictures.iter().map(|picture| picture.matches("\"ring\"").count()).collect();
            assert_eq!(rings, [0, 1]);
            assert!(pictures.iter().all(|picture| picture.contains("\"dot\"") && !picture.contains('⟦')), "{pictures:?}");
        }
        let unpaid = Stockpile { curve: vec![step(1e8, 0.0, 0.0, 5e7)], ..found.clone() };
        assert!(curve(&input(&unpaid), &[], Lang::En).is_none());
    }
}
