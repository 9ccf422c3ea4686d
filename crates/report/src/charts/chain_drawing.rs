//! The two drawings of a chain: lying for wide screens and print, standing for phones.

use adit_vocab::lang::Lang;

use super::chain::{Chain, Kind, Part, Step};
use super::svg::{PANEL, Panel, lines};
use crate::numbers;

/// Space between the feared supplier's part and the others.
const APART: f64 = 4.0;

/// Height of the columns in the lying picture.
const TALL: f64 = 232.0;

/// Top of the columns in the lying picture.
const TOP: f64 = 74.0;

/// Width of a column in the lying picture.
const COLUMN: f64 = 22.0;

/// Least distance of two labels.
const LABEL: f64 = 17.0;

/// Height of a bar in the standing picture.
const BAR: f64 = 30.0;

/// Position of share `at` of a step along `length`, behind the gap once the feared part is over.
fn along(step: &Step, at: f64, length: f64, upper: bool) -> f64 {
    let gap = if step.feared > 0.0 && step.feared < 1.0 { APART } else { 0.0 };
    let inside = at < step.feared - 1e-9 || (upper && at <= step.feared + 1e-9);
    at.clamp(0.0, 1.0) * (length - gap) + if inside { 0.0 } else { gap }
}

/// The stretches between two steps: from, to, class. Together they cover everything once.
fn stretches(left: &Step, right: &Step, band: Option<f64>) -> Vec<(f64, f64, &'static str)> {
    let (low, high) = (left.feared.min(right.feared), left.feared.max(right.feared));
    let middle = band.map_or(high, |share| (high - share).max(low));
    [(0.0, low, "flowC"), (middle, high, "flowX"), (low, middle, "flowO"), (high, 1.0, "flowO")]
        .into_iter()
        .filter(|(from, to, class)| to - from > 1e-6 && (*class != "flowX" || band.is_some()))
        .collect()
}

/// The lying picture: columns from left to right.
pub fn lying(chain: &Chain, lang: Lang, title: String, desc: String) -> Panel {
    let places: &[f64] = match chain.steps.len() {
        1 => &[340.0],
        2 => &[220.0, 790.0],
        _ => &[150.0, 520.0, 890.0],
    };
    let mut panel = Panel::new(1080.0, TOP + TALL + 30.0, title, desc);
    for (place, pair) in chain.steps.windows(2).enumerate() {
        let (left, right) = (places[place] + COLUMN, places[place + 1]);
        let middle = (left + right) / 2.0;
        let band = chain.bands[place].as_ref();
        for (from, to, class) in stretches(&pair[0], &pair[1], band.map(|band| band.share)) {
            let y = |step: &Step, at: f64, upper: bool| TOP + along(step, at, TALL, upper);
            let (a, b) = (y(&pair[0], from, false), y(&pair[0], to, true));
            let (c, d) = (y(&pair[1], from, false), y(&pair[1], to, true));
            panel.path(
                class,
                &format!(
                    "M{left:.1} {a:.1}C{middle:.1} {a:.1} {middle:.1} {c:.1} {right:.1} {c:.1}L{right:.1} {d:.1}C{middle:.1} {d:.1} {middle:.1} {b:.1} {left:.1} {b:.1}Z"
                ),
            );
        }
    }
    for (place, step) in chain.steps.iter().enumerate() {
        let x = places[place];
        panel.text("step", x, 34.0, &step.heading);
        if !step.good.is_empty() {
            let room = if place + 1 == chain.steps.len() { 24 } else { 46 };
            panel.text("t2", x, 56.0, &first_line(&step.good, room));
        }
        draw_column(&mut panel, step, x);
        let left = place == 0 && chain.steps.len() > 1;
        label_column(&mut panel, step, if left { x - 12.0 } else { x + COLUMN + 12.0 }, left, lang);
    }
    for (place, pair) in chain.steps.windows(2).enumerate() {
        let Some(band) = &chain.bands[place] else { continue };
        let (low, high) = (pair[0].feared.min(pair[1].feared), pair[0].feared.max(pair[1].feared));
        // Beside the columns stand their labels, so the sentence takes the larger quiet field above or below the band.
        let (from, to, class) = if low >= 1.0 - high { (0.0, low, "") } else { (high, 1.0, "") };
        let (from, to, class) =
            if (to - from) * TALL < 58.0 && band.share > to - from { (low, high, "onX") } else { (from, to, class) };
        let x = (places[place] + COLUMN + places[place + 1]) / 2.0 + if place == 0 { 0.0 } else { 40.0 };
        let y = TOP + TALL * (from + to) / 2.0 - LABEL + 4.0;
        for (line, text) in band.lines.iter().enumerate() {
            panel.text(&format!("m {}{class}", if line == 0 { "b " } else { "" }), x, y + LABEL * line as f64, text);
        }
    }
    panel
}

fn draw_column(panel: &mut Panel, step: &Step, x: f64) {
    let mut at = 0.0;
    for part in &step.parts {
        let (from, to) = (along(step, at, TALL, false), along(step, at + part.share, TALL, part.kind == Kind::Feared));
        let seam = if part.kind == Kind::Feared { 0.0 } else { 1.0 };
        panel.rect(class(part.kind), x, TOP + from, COLUMN, (to - from - seam).max(0.6_f64.min(part.share * TALL)));
        at += part.share;
    }
}

fn label_column(panel: &mut Panel, step: &Step, x: f64, left: bool, lang: Lang) {
    let mut at = 0.0;
    let mut free = TOP - 4.0;
    let shown: Vec<&Part> = step.parts.iter().filter(|part| part.share > 0.0 || part.kind == Kind::Feared).collect();
    let mut remaining = shown.len();
    for part in shown {
        let middle = TOP + along(step, at + part.share / 2.0, TALL, part.kind == Kind::Feared);
        // Labels keep their distance and leave room for those that follow.
        let latest = TOP + TALL + 20.0 - LABEL * (remaining as f64 - 1.0);
        // Over the bands the feared supplier's label keeps to the top, where its own stretch begins.
        let middle = if part.kind == Kind::Feared && !left { middle.min(TOP + 12.0) } else { middle };
        let y = (middle + 4.5).min(latest).max(free + LABEL * 0.8);
        free = y + LABEL * 0.2;
        remaining -= 1;
        at += part.share;
        let class = format!("halo{}{}", if left { " e" } else { "" }, if part.kind == Kind::Feared { " b" } else { "" });
        panel.text(&class, x, y, &format!("{} {}", part.label, numbers::percent(part.share, lang)));
    }
}

/// The standing picture: bars from top to bottom.
pub fn standing(chain: &Chain, lang: Lang, title: String, desc: String) -> Panel {
    let texts: Vec<Vec<String>> = chain.steps.iter().map(|step| part_lines(step, lang)).collect();
    let mut tops = Vec::new();
    let mut y = 0.0;
    for text in &texts {
        let bar = y + 26.0 + 18.0 * text.len() as f64 + 6.0;
        tops.push((y, bar));
        y = bar + BAR + 64.0;
    }
    let height = y - 60.0;
    let mut panel = Panel::new(PANEL, height, title, desc);
    for (place, pair) in chain.steps.windows(2).enumerate() {
        let (top, bottom) = (tops[place].1 + BAR, tops[place + 1].1);
        let middle = (top + bottom) / 2.0;
        let band = chain.bands[place].as_ref();
        for (from, to, class) in stretches(&pair[0], &pair[1], band.map(|band| band.share)) {
            let (a, b) = (along(&pair[0], from, PANEL, false), along(&pair[0], to, PANEL, true));
            let (c, d) = (along(&pair[1], from, PANEL, false), along(&pair[1], to, PANEL, true));
            panel.path(
                class,
                &format!(
                    "M{a:.1} {top:.1}C{a:.1} {middle:.1} {c:.1} {middle:.1} {c:.1} {bottom:.1}L{d:.1} {bottom:.1}C{d:.1} {middle:.1} {b:.1} {middle:.1} {b:.1} {top:.1}Z"
                ),
            );
        }
    }
    for (place, step) in chain.steps.iter().enumerate() {
        let (top, bar) = tops[place];
        panel.text("b halo", 0.0, top + 18.0, &step.heading);
        for (line, text) in texts[place].iter().enumerate() {
            panel.text("t2 halo", 0.0, top + 38.0 + 18.0 * line as f64, text);
        }
        let mut at = 0.0;
        for part in &step.parts {
            let (from, to) = (along(step, at, PANEL, false), along(step, at + part.share, PANEL, part.kind == Kind::Feared));
            panel.rect(class(part.kind), from, bar, (to - from - 1.0).max(0.0), BAR);
            at += part.share;
        }
        let label = format!("{} {}", chain.feared, numbers::percent(step.feared, lang));
        if step.feared * PANEL > label.chars().count() as f64 * 8.5 + 16.0 {
            panel.text("b inC", 10.0, bar + 20.0, &label);
        }
        if let Some(Some(band)) = chain.bands.get(place) {
            for (line, text) in band.lines.iter().enumerate() {
                panel.text(if line == 0 { "b e halo" } else { "e halo" }, 352.0, bar + BAR + 18.0 + LABEL * line as f64, text);
            }
        }
    }
    panel
}

/// The parts of a step as text lines; the feared supplier comes first, because its bar may be too small for a label.
fn part_lines(step: &Step, lang: Lang) -> Vec<String> {
    let parts: Vec<String> = step
        .parts
        .iter()
        .filter(|part| part.share > 0.0 || part.kind == Kind::Feared)
        .map(|part| format!("{}\u{a0}{}", part.label.replace(' ', "\u{a0}"), numbers::percent_digits(part.share, lang)))
        .collect();
    // A plain blank after each comma is the only place where a line may break.
    let mut broken: Vec<String> = Vec::new();
    for part in parts.join(", ").split(", ") {
        match broken.last_mut() {
            Some(line) if line.chars().count() + 2 + part.chars().count() <= 46 => {
                line.push_str(", ");
                line.push_str(part);
            }
            Some(line) => {
                line.push(',');
                broken.push(part.to_owned());
            }
            None => broken.push(part.to_owned()),
        }
    }
    broken
}

fn first_line(text: &str, letters: usize) -> String {
    let mut all = lines(text, letters).into_iter();
    let first = all.next().unwrap_or_default();
    if all.next().is_some() { format!("{first} …") } else { first }
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Feared => "nodeC",
        Kind::Other => "nodeO",
        Kind::Nowhere => "nodeN",
    }
}
