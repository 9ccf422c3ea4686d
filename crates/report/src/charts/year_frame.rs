//! What pictures over years share: an axis, lines and bands with gaps where nothing is known, labels at their ends.

use adit_analysis::draws::Band;

use super::svg::{PANEL, Panel, lines, short};

/// Height of a panel.
pub(super) const HEIGHT: f64 = 240.0;
/// The drawing inside it.
pub(super) const LEFT: f64 = 44.0;
pub(super) const RIGHT: f64 = PANEL - 122.0;
pub(super) const TOP: f64 = 42.0;
pub(super) const BOTTOM: f64 = HEIGHT - 28.0;
/// Grid lines at most.
const LINES: f64 = 5.0;
/// Years between labels of the axis, the first step that leaves at most this many labels.
const STEPS: [i32; 6] = [1, 2, 5, 10, 20, 50];
const MOST_LABELS: i32 = 6;
/// Letters beside the end of a line, and the height of a line of them.
const LETTERS: usize = 15;
const LINE: f64 = 15.0;
/// Least space between labels.
const APART: f64 = 3.0;

/// A picture over years.
pub(super) struct Frame {
    /// Value at the bottom.
    pub low: f64,
    /// Value at the top.
    pub high: f64,
    /// First and last year.
    pub years: (i32, i32),
    /// Space at both sides for half a bar, units.
    pub inset: f64,
}

/// A year with a value, if there is one.
pub(super) type Point = (i32, Option<f64>);

impl Frame {
    /// Height of a value, kept inside the frame.
    pub(super) fn y(&self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low).max(f64::MIN_POSITIVE);
        BOTTOM - part.clamp(0.0, 1.0) * (BOTTOM - TOP)
    }

    /// Place of a year.
    pub(super) fn x(&self, year: i32) -> f64 {
        let (first, last) = self.years;
        let part = if last > first { f64::from(year - first) / f64::from(last - first) } else { 0.5 };
        LEFT + self.inset + part * (RIGHT - LEFT - 2.0 * self.inset)
    }

    /// Grid lines with their values, and years.
    pub(super) fn axes(&self, panel: &mut Panel, shown: &dyn Fn(f64) -> String) {
        for value in ticks(self.low, self.high) {
            let y = self.y(value);
            panel.line(if value == 0.0 { "zero" } else { "grid" }, (LEFT, y), (RIGHT, y));
            panel.text("e t2", LEFT - 8.0, y + 4.5, &shown(value));
        }
        let (first, last) = self.years;
        let step = STEPS.into_iter().find(|step| (last - first) / step < MOST_LABELS).unwrap_or(100);
        // round years, or all
        for year in (first..=last).filter(|year| year % step == 0) {
            panel.text("m t2", self.x(year), BOTTOM + 18.0, &year.to_string());
        }
    }

    /// A band around a line; nothing where a year has none.
    pub(super) fn band(&self, panel: &mut Panel, class: &str, bands: &[(i32, Option<Band>)]) {
        for run in runs(bands).into_iter().filter(|run| run.len() > 1) {
            let point = |year: i32, value: f64| format!("{} {}", short(self.x(year)), short(self.y(value)));
            let upper = run.iter().map(|(year, band)| point(*year, band.high));
            let lower = run.iter().rev().map(|(year, band)| point(*year, band.low));
            panel.path(class, &format!("M{}z", upper.chain(lower).collect::<Vec<_>>().join("L")));
        }
    }

    /// A line; a year without value leaves a gap, one between two gaps is a dot.
    pub(super) fn line(&self, panel: &mut Panel, class: &str, points: &[Point]) {
        for run in runs(points) {
            let at: Vec<String> =
                run.iter().map(|(year, value)| format!("{} {}", short(self.x(*year)), short(self.y(*value)))).collect();
            match run[..] {
                [(year, value)] => panel.circle("dot", self.x(year), self.y(value), 3.0),
                _ => panel.path(class, &format!("M{}", at.join("L"))),
            }
        }
    }

    /// Says that nothing is known.
    pub(super) fn no_data(panel: &mut Panel, word: &str) {
        panel.hatched(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
        panel.text("t2 m halo", (LEFT + RIGHT) / 2.0, (TOP + BOTTOM) / 2.0, word);
    }
}

/// What stands beside the end of a line.
pub(super) struct End {
    /// Height of the line.
    pub y: f64,
    /// The value, bold or not.
    pub value: (String, bool),
    /// The name; empty if there is only one line.
    pub name: String,
}

impl End {
    /// Name and value in one line where they fit, else the value and the name below.
    fn lines(&self) -> Vec<String> {
        let one = format!("{} {}", self.name, self.value.0);
        if one.chars().count() <= LETTERS && !self.name.is_empty() {
            return vec![one];
        }
        std::iter::once(self.value.0.clone()).chain(lines(&self.name, LETTERS)).collect()
    }
}

/// Writes labels beside the ends of lines, from the top down and clear of each other.
pub(super) fn label_ends(panel: &mut Panel, mut ends: Vec<End>) {
    ends.sort_by(|a, b| a.y.total_cmp(&b.y));
    let texts: Vec<Vec<String>> = ends.iter().map(End::lines).collect();
    let size = |place: usize| LINE * texts[place].len() as f64;
    // pushed down, then up from the bottom where there is too little room
    let mut tops: Vec<f64> = ends.iter().map(|end| end.y - 8.0).collect();
    for i in 1..tops.len() {
        tops[i] = tops[i].max(tops[i - 1] + size(i - 1) + APART);
    }
    let mut floor = BOTTOM + 6.0;
    for (i, top) in tops.iter_mut().enumerate().rev() {
        *top = top.min(floor - size(i));
        floor = *top - APART;
    }
    for ((end, top), text) in ends.iter().zip(tops).zip(&texts) {
        for (place, line) in text.iter().enumerate() {
            let class = if place > 0 || !end.value.1 { "t2" } else { "b" };
            panel.text(class, RIGHT + 8.0, top + 12.5 + LINE * place as f64, line);
        }
    }
}

/// Runs of years that follow each other and have a value.
fn runs<T: Copy>(points: &[(i32, Option<T>)]) -> Vec<Vec<(i32, T)>> {
    let mut runs: Vec<Vec<(i32, T)>> = Vec::new();
    let mut open = false;
    for &(year, value) in points {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) if open => run.push((year, value)),
            (Some(value), _) => runs.push(vec![(year, value)]),
            (None, _) => {}
        }
        open = value.is_some();
    }
    runs
}

/// Round values between two ends, at most five steps: 1, 2 or 5 times a power of ten apart.
pub(super) fn ticks(low: f64, high: f64) -> Vec<f64> {
    let step = step(high - low);
    let (from, to) = ((low / step).ceil() as i64, (high / step + 1e-9).floor() as i64);
    (from..=to).map(|i| i as f64 * step).collect()
}

/// The end of an axis that shows a value: the next round one, 1 if there is none.
pub(super) fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let step = step(value);
    (value / step - 1e-9).ceil() * step
}

fn step(span: f64) -> f64 {
    let least = (span / LINES).max(f64::MIN_POSITIVE);
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|part| part * power).find(|step| *step >= least * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!(ticks(0.0, 1.0), [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]);
        assert_eq!(ticks(-100.0, 320.0), [-100.0, 0.0, 100.0, 200.0, 300.0]);
        assert_eq!((round_up(320.0), round_up(0.0), round_up(5.0)), (400.0, 1.0, 5.0));
    }

    #[test]
    fn a_year_without_value_leaves_a_gap() {
        let points = [(2020, Some(1.0)), (2021, Some(2.0)), (2022, None), (2023, Some(3.0))];
        assert_eq!(runs(&points), [vec![(2020, 1.0), (2021, 2.0)], vec![(2023, 3.0)]]);
        let frame = Frame { low: 0.0, high: 3.0, years: (2020, 2023), inset: 0.0 };
        let mut panel = Panel::new(PANEL, HEIGHT, String::new(), String::new());
        frame.line(&mut panel, "curve", &points);
        let drawn = panel.embed("id", "");
        assert_eq!((drawn.matches("<path").count(), drawn.matches("<circle").count()), (1, 1), "{drawn}");
    }

    #[test]
    fn labels_stand_clear_of_each_other() {
        let mut panel = Panel::new(PANEL, HEIGHT, String::new(), String::new());
        let end = |y: f64| End { y, value: (format!("{y}"), true), name: "without any one".to_owned() };
        label_ends(&mut panel, vec![end(BOTTOM), end(BOTTOM - 1.0)]);
        let drawn = panel.embed("id", "");
        // each 30 high: the lower one ends 6 under the axis, the upper one 3 above it
        assert!(drawn.contains(&format!("y=\"{}\">{BOTTOM}<", short(BOTTOM + 6.0 - 30.0 + 12.5))), "{drawn}");
        assert!(drawn.contains(&format!("y=\"{}\">{}<", short(BOTTOM + 6.0 - 63.0 + 12.5), BOTTOM - 1.0)), "{drawn}");
    }
}
