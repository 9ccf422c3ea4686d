//! Ranked rows in panels: name, mark on a percent scale, number, grade. The frame of two charts.

use adit_vocab::lang::Lang;

use super::svg::{PANEL, Panel, Scale};
use crate::locale::{Args, Words};
use crate::numbers;

/// Height of a row.
const ROW: f64 = 22.0;

/// Middle of the first row.
const FIRST: f64 = 36.0;

/// From 0 to 100 percent.
pub const SCALE: Scale = Scale { start: 118.0, length: 154.0, max: 1.0 };

/// Rows a panel holds before another one stands beside it.
const FEW: usize = 12;

/// One row.
pub struct Row {
    /// Name at the left.
    pub name: String,
    /// The number the row is ranked by; `None` is no data.
    pub value: Option<f64>,
    /// Letter of the grade, empty if none.
    pub grade: &'static str,
    /// Ring on the scale.
    pub ring: Option<f64>,
    /// Dot on the scale.
    pub dot: Option<f64>,
    /// True if the dot is a group's value.
    pub group: bool,
    /// True if the value is drawn as a bar.
    pub bar: bool,
}

/// What the panels say besides their rows.
pub struct Frame<'a> {
    /// Words of the language.
    pub words: &'a Words,
    /// Message of a panel's title; knows `from`, `to` and `n`.
    pub title: &'static str,
    /// Variables of the question, freshly made for each message.
    pub args: &'a dyn Fn() -> Args,
    /// Draws a line under the last row above this value.
    pub line_at: Option<f64>,
}

/// The rows in one to three panels.
pub fn panels(rows: &[Row], frame: &Frame) -> Vec<Panel> {
    let count = rows.len().div_ceil(FEW).clamp(1, 3);
    let size = rows.len().div_ceil(count).max(1);
    let above = frame.line_at.map_or(0, |line| rows.iter().filter(|row| row.value.is_some_and(|value| value > line)).count());
    rows.chunks(size)
        .enumerate()
        .map(|(place, chunk)| {
            let from = place * size;
            let line = (above > from && above <= from + chunk.len() && above < rows.len()).then(|| above - from);
            panel(chunk, from, rows.len(), line, frame)
        })
        .collect()
}

fn panel(rows: &[Row], from: usize, total: usize, line: Option<usize>, frame: &Frame) -> Panel {
    let lang = frame.words.lang();
    let args = (frame.args)().count("n", total).text("from", (from + 1).to_string()).text("to", (from + rows.len()).to_string());
    let title = frame.words.say(frame.title, &args);
    let bottom = FIRST + ROW * (rows.len() as f64 - 0.5);
    let mut panel = Panel::new(PANEL, bottom + 3.0, title, describe(rows, frame.words));

    for (class, share) in [("zero", 0.0), ("axis", 0.5), ("axis", 1.0)] {
        panel.line(class, (SCALE.at(share), 22.0), (SCALE.at(share), bottom));
        panel.text("t2 m s", SCALE.at(share), 15.0, &numbers::percent_digits(share, lang));
    }
    panel.text("t2 e s", 316.0, 15.0, "%");
    panel.text("t2 e s", PANEL, 15.0, &frame.words.get("panel-grade"));
    for (place, row) in rows.iter().enumerate() {
        draw(&mut panel, row, FIRST + ROW * place as f64, frame.words);
    }
    if let Some(place) = line {
        let y = FIRST + ROW * (place as f64 - 0.5);
        panel.line("half", (0.0, y), (PANEL, y));
    }
    panel
}

fn draw(panel: &mut Panel, row: &Row, y: f64, words: &Words) {
    panel.text("e", SCALE.start - 10.0, y + 4.5, &row.name);
    match row.value {
        None => {
            panel.hatched(SCALE.start, y - 6.0, SCALE.length, 12.0);
            panel.text("e t2", 316.0, y + 4.5, &words.get("no-data-short"));
        }
        Some(value) => {
            if row.bar {
                panel.rect("bar", SCALE.start, y - 6.0, SCALE.at(value) - SCALE.start, 12.0);
            }
            panel.text("e", 316.0, y + 4.5, &numbers::percent_digits(value, words.lang()));
        }
    }
    if let (Some(ring), Some(dot)) = (row.ring, row.dot) {
        panel.line("link", (SCALE.at(ring), y), (SCALE.at(dot), y));
    }
    if let Some(ring) = row.ring {
        panel.circle("ring", SCALE.at(ring), y, 4.2);
    }
    if let Some(dot) = row.dot {
        let (class, radius) = if row.group { ("group", 4.7) } else { ("dot", 5.2) };
        panel.circle(class, SCALE.at(dot), y, radius);
    }
    panel.grade(row.grade, 344.0, y);
}

fn describe(rows: &[Row], words: &Words) -> String {
    let lang: Lang = words.lang();
    let known: Vec<(&Row, f64)> = rows.iter().filter_map(|row| row.value.map(|value| (row, value))).collect();
    match (known.first(), known.last(), rows.first()) {
        (Some((first, high)), Some((last, low)), _) => words.say(
            "panel-desc",
            &Args::new()
                .text("first", first.name.clone())
                .text("high", numbers::percent(*high, lang))
                .text("last", last.name.clone())
                .text("low", numbers::percent(*low, lang)),
        ),
        (_, _, Some(first)) => words.say("panel-desc-no-data", &Args::new().text("first", first.name.clone())),
        _ => String::new(),
    }
}
