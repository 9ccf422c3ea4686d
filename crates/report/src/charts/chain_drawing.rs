//! The two drawings of a chain: lying for wide screens and print, standing for phones.

use adit_vocab::lang::Lang;

use super::chain::{Kind, Part, Passage, Picture, Step};
use super::svg::{PANEL, Panel, lines};
use crate::numbers;

/// Space between the feared supplier's part and the others.
const APART: f64 = 4.0;

/// Height of the columns in the lying picture.
const TALL: f64 = 240.0;

/// Top of the columns in the lying picture.
const TOP: f64 = 74.0;

/// Width of a column in the lying picture.
const COLUMN: f64 = 22.0;

/// Least distance of two labels.
const LABEL: f64 = 17.0;

/// Letters in a line of the sentence between two columns.
const SENTENCE: usize = 40;

/// The same between four columns.
const NARROW_SENTENCE: usize = 29;

/// Height of a bar in the standing picture.
const BAR: f64 = 30.0;

/// Where the bars begin in the standing picture; left of it stand the names.
const NAMES: f64 = 162.0;

/// Letters in a line of names.
const NAME: usize = 21;

/// Least height of the bands in the standing picture.
const FALL: f64 = 96.0;

/// Bands thinner than this do not show.
const HAIR: f64 = 0.2;

/// Where each part of a column begins along `length`, behind a gap once the feared supplier's part is over.
fn starts(step: &Step, length: f64) -> (Vec<f64>, f64) {
    let feared = step.feared();
    let gap = if feared > 0.0 && feared < 1.0 { APART } else { 0.0 };
    let scale = length - gap;
    let mut at = 0.0;
    let starts = step
        .parts
        .iter()
        .map(|part| {
            let start = at * scale + if part.kind == Kind::Feared { 0.0 } else { gap };
            at += part.share;
            start
        })
        .collect();
    (starts, scale)
}

/// Where the bands of a passage leave and arrive: class, from, to, from, to, each along its column.
fn ribbons(passage: &Passage, left: &Step, right: &Step, length: f64) -> Vec<(&'static str, [f64; 4])> {
    let ((mut out, left_scale), (mut into, right_scale)) = (starts(left, length), starts(right, length));
    // In the order of the bands each takes the next stretch of the parts it joins.
    let next = |at: &mut f64, width: f64| {
        let from = *at;
        *at += width;
        [from, *at]
    };
    let mut list: Vec<(&'static str, [f64; 4])> = Vec::new();
    for band in &passage.bands {
        let [a, b] = next(&mut out[band.from], band.share * left_scale);
        let [c, d] = next(&mut into[band.to], band.share * right_scale);
        list.push((band.class, [a, b, c, d]));
    }
    list.retain(|(_, ends)| ends[1] - ends[0] > HAIR);
    // What the figure is about lies on top.
    list.sort_by_key(|(class, _)| ["flowO", "flowC", "flowX"].iter().position(|known| known == class));
    list
}

/// The lying picture: columns from left to right.
pub fn lying(picture: &Picture, lang: Lang, title: String, desc: String) -> Panel {
    let places: &[f64] = match picture.steps.len() {
        1 => &[340.0],
        2 => &[244.0, 766.0],
        3 => &[244.0, 525.0, 806.0],
        _ => &[200.0, 412.0, 624.0, 836.0],
    };
    let width = if picture.steps.len() > 3 { NARROW_SENTENCE } else { SENTENCE };
    let sentences: Vec<Vec<String>> =
        picture.passages.iter().map(|passage| lines(passage.says.as_deref().unwrap_or_default(), width)).collect();
    let below = sentences.iter().map(Vec::len).max().unwrap_or(0);
    let bottom = TOP + TALL + 26.0;
    let mut panel = Panel::new(1080.0, bottom + LABEL * below as f64, title, desc);
    for (place, passage) in picture.passages.iter().enumerate() {
        let (left, right) = (places[place] + COLUMN, places[place + 1]);
        let middle = (left + right) / 2.0;
        for (class, ends) in ribbons(passage, &picture.steps[place], &picture.steps[place + 1], TALL) {
            let [a, b, c, d] = ends.map(|y| TOP + y);
            panel.path(
                class,
                &format!(
                    "M{left} {a:.1}C{middle} {a:.1} {middle} {c:.1} {right} {c:.1}V{d:.1}C{middle} {d:.1} {middle} {b:.1} {left} {b:.1}Z"
                ),
            );
        }
        for (line, text) in sentences[place].iter().enumerate() {
            let class = if passage.point { "m b point" } else { "m" };
            panel.text(class, middle, bottom + LABEL * (line as f64 + 0.7), text);
        }
    }
    for (place, step) in picture.steps.iter().enumerate() {
        let x = places[place];
        panel.text("step", x, 34.0, &step.heading);
        if !step.good.is_empty() {
            let room = if place + 1 == picture.steps.len() { 36 } else { 46 };
            panel.text("t2", x, 56.0, &first_line(&step.good, room));
        }
        let (starts, scale) = starts(step, TALL);
        for (part, from) in step.parts.iter().zip(&starts) {
            let seam = if part.kind == Kind::Feared { 0.0 } else { 1.0 };
            panel.rect(class(part.kind), x, TOP + from, COLUMN, (part.share * scale - seam).max(0.6_f64.min(part.share * TALL)));
        }
        let left = place == 0 && picture.steps.len() > 1;
        label_column(&mut panel, step, &starts, scale, if left { x - 12.0 } else { x + COLUMN + 12.0 }, left, lang);
    }
    panel
}

fn label_column(panel: &mut Panel, step: &Step, starts: &[f64], scale: f64, x: f64, left: bool, lang: Lang) {
    let mut free = TOP - 4.0;
    let shown: Vec<(&Part, &f64)> =
        step.parts.iter().zip(starts).filter(|(part, _)| part.share > 0.0 || part.kind == Kind::Feared).collect();
    let mut remaining = shown.len();
    for (part, from) in shown {
        let middle = TOP + from + part.share * scale / 2.0;
        // Labels keep their distance and leave room for those that follow.
        let latest = TOP + TALL + 8.0 - LABEL * (remaining as f64 - 1.0);
        let y = (middle + 4.5).min(latest).max(free + LABEL * 0.8);
        free = y + LABEL * 0.2;
        remaining -= 1;
        let class = format!("halo{}{}", if left { " e" } else { "" }, if part.kind == Kind::Feared { " b" } else { "" });
        panel.text(&class, x, y, &format!("{} {}", part.label, numbers::percent(part.share, lang)));
    }
}

/// The standing picture: bars from top to bottom, their names beside the bands that leave them.
pub fn standing(picture: &Picture, lang: Lang, title: String, desc: String) -> Panel {
    let wide = PANEL - NAMES;
    let names: Vec<Vec<(String, bool)>> = picture.steps.iter().map(|step| names(step, lang)).collect();
    let sentence = |place: usize| {
        let says = picture.passages.get(place).and_then(|passage| passage.says.as_deref());
        lines(says.unwrap_or_default(), NAME)
    };
    let mut tops = Vec::new();
    let mut y = 4.0;
    for (place, text) in names.iter().enumerate() {
        tops.push(y);
        let sentence = sentence(place).len() as f64;
        let needed = 20.0 + LABEL * (text.len() as f64 + sentence) + if sentence > 0.0 { 10.0 } else { 0.0 };
        let last = place + 1 == names.len();
        y += if last { needed.max(BAR) } else { (needed + 22.0).max(BAR + FALL) };
    }
    let mut panel = Panel::new(PANEL, y + 4.0, title, desc);
    for (place, passage) in picture.passages.iter().enumerate() {
        let (top, bottom) = (tops[place] + BAR, tops[place + 1]);
        let middle = (top + bottom) / 2.0;
        for (class, ends) in ribbons(passage, &picture.steps[place], &picture.steps[place + 1], wide) {
            let [a, b, c, d] = ends.map(|x| NAMES + x);
            panel.path(
                class,
                &format!(
                    "M{a:.1} {top}C{a:.1} {middle} {c:.1} {middle} {c:.1} {bottom}H{d:.1}C{d:.1} {middle} {b:.1} {middle} {b:.1} {top}Z"
                ),
            );
        }
    }
    for (place, step) in picture.steps.iter().enumerate() {
        let top = tops[place];
        panel.text("b", 0.0, top + 13.0, &step.heading);
        let mut line = top + 14.0;
        for (text, feared) in &names[place] {
            line += LABEL;
            panel.text(if *feared { "b" } else { "t2" }, 0.0, line, text);
        }
        line += 10.0;
        let point = picture.passages.get(place).is_some_and(|passage| passage.point);
        for text in sentence(place) {
            line += LABEL;
            panel.text(if point { "b point" } else { "b" }, 0.0, line, &text);
        }
        let (starts, scale) = starts(step, wide);
        for (part, from) in step.parts.iter().zip(&starts) {
            panel.rect(class(part.kind), NAMES + from, top, (part.share * scale - 1.0).max(0.0), BAR);
        }
        let label = numbers::percent(step.feared(), lang);
        if step.feared() * scale > label.chars().count() as f64 * 8.5 + 12.0 {
            panel.text("b inC", NAMES + 8.0, top + 20.0, &label);
        }
    }
    panel
}

/// The parts of a column as text lines, and whether a line is about the feared supplier.
fn names(step: &Step, lang: Lang) -> Vec<(String, bool)> {
    let parts = step.parts.iter().filter(|part| part.share > 0.0 || part.kind == Kind::Feared);
    parts
        .flat_map(|part| {
            let text = format!("{} {}", part.label, numbers::percent(part.share, lang));
            lines(&text, NAME).into_iter().map(|line| (line, part.kind == Kind::Feared))
        })
        .collect()
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
