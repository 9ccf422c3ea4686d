//! The shape of a flow on a map, broad where it begins and pointed where it ends, and a place for its label.

use super::svg::{Panel, short};

/// Width of a flow of everything at its origin, as a part of the width of the map.
const BROAD: f64 = 0.05;
/// The least width, units.
const LEAST: f64 = 2.0;
/// How far a flow bends to the north, as a part of its length.
const BEND: f64 = 0.16;
/// Points along a flow that labels keep clear of.
const POINTS: usize = 24;
/// Generous width of a bold letter at 13 px, because fonts differ by machine.
const LETTER: f64 = 8.2;
/// Height of a line of text.
const LINE: f64 = 17.0;
/// Space between a flow and its label.
const SPACE: f64 = 5.0;

/// A flow.
pub(super) struct Flow {
    from: (f64, f64),
    middle: (f64, f64),
    to: (f64, f64),
    /// Half the width at the origin.
    half: f64,
}

impl Flow {
    /// From place to place on a map of this width; `share` between 0 and 1.
    pub(super) fn new(from: (f64, f64), to: (f64, f64), share: f64, map: f64) -> Flow {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        let middle = ((from.0 + to.0) / 2.0, ((from.1 + to.1) / 2.0 - BEND * length).max(0.0));
        Flow { from, middle, to, half: (share * BROAD * map).max(LEAST) / 2.0 }
    }

    /// The outline.
    pub(super) fn path(&self) -> String {
        let (dx, dy) = (self.middle.0 - self.from.0, self.middle.1 - self.from.1);
        let length = dx.hypot(dy).max(1e-9);
        let (x, y) = (-dy / length * self.half, dx / length * self.half);
        let point = |x: f64, y: f64| format!("{} {}", short(x), short(y));
        format!(
            "M{}Q{} {}Q{} {}z",
            point(self.from.0 + x, self.from.1 + y),
            point(self.middle.0 + x / 2.0, self.middle.1 + y / 2.0),
            point(self.to.0, self.to.1),
            point(self.middle.0 - x / 2.0, self.middle.1 - y / 2.0),
            point(self.from.0 - x, self.from.1 - y)
        )
    }

    /// Points along the middle.
    fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        (0..=POINTS).map(|step| {
            let t = step as f64 / POINTS as f64;
            let at = |a: f64, b: f64, c: f64| (1.0 - t).powi(2) * a + 2.0 * t * (1.0 - t) * b + t.powi(2) * c;
            (at(self.from.0, self.middle.0, self.to.0), at(self.from.1, self.middle.1, self.to.1))
        })
    }
}

/// A rectangle: left, top, right, bottom.
type Rectangle = [f64; 4];

/// Labels that keep clear of each other; one without room is left to the list beside.
pub(super) struct Labels {
    width: f64,
    height: f64,
    taken: Vec<Rectangle>,
    flows: Vec<(f64, f64)>,
}

impl Labels {
    /// For a map of this size with these flows.
    pub(super) fn new<'a>(width: f64, height: f64, flows: impl Iterator<Item = &'a Flow>) -> Labels {
        Labels { width, height, taken: Vec::new(), flows: flows.flat_map(Flow::points).collect() }
    }

    /// Writes a label beside the origin of a flow, where it covers least of all flows.
    pub(super) fn put(&mut self, panel: &mut Panel, flow: &Flow, text: &str) {
        let wide = text.chars().count() as f64 * LETTER;
        let apart = flow.half + SPACE;
        let (x, y) = flow.from;
        let beside = |left: f64, top: f64| [left, top, left + wide, top + LINE];
        let mut best: Option<(usize, Rectangle)> = None;
        let above = y - apart - LINE;
        let places = [
            beside(x - wide / 2.0, y + apart),
            beside(x - wide / 2.0, above),
            beside(x + apart, y - LINE / 2.0),
            beside(x - apart - wide, y - LINE / 2.0),
            beside(x - wide, y + apart),
            beside(x, y + apart),
            beside(x - wide, above),
            beside(x, above),
            beside(x - wide / 2.0, y + apart + LINE),
            beside(x - wide / 2.0, above - LINE),
        ];
        for place in places {
            let inside = place[0] >= 0.0 && place[1] >= 0.0 && place[2] <= self.width && place[3] <= self.height;
            if !inside || self.taken.iter().any(|taken| overlap(taken, &place)) {
                continue;
            }
            let holds =
                |point: &&(f64, f64)| point.0 > place[0] && point.0 < place[2] && point.1 > place[1] && point.1 < place[3];
            let covered = self.flows.iter().filter(holds).count();
            if best.is_none_or(|(least, _)| covered < least) {
                best = Some((covered, place));
            }
        }
        let Some((_, place)) = best else { return };
        panel.text("b m halo", (place[0] + place[2]) / 2.0, place[3] - 4.5, text);
        self.taken.push(place);
    }
}

fn overlap(a: &Rectangle, b: &Rectangle) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broad_at_the_origin_and_pointed_at_the_end() {
        // to the west over 100 units, bent 16 to the north; half the width of 20 percent of a map of 720 is 3.6
        let flow = Flow::new((200.0, 100.0), (100.0, 100.0), 0.2, 720.0);
        assert!(flow.middle == (150.0, 84.0) && (flow.half - 3.6).abs() < 1e-9);
        let path = flow.path();
        // both edges meet where it ends
        assert!(path.starts_with("M201.1 96.6Q") && path.contains("100 100Q") && path.ends_with("198.9 103.4z"), "{path}");
        assert_eq!(flow.points().last(), Some((100.0, 100.0)));
    }

    #[test]
    fn labels_never_cover_each_other() {
        let flows: Vec<Flow> = (0..12).map(|i| Flow::new((300.0 + f64::from(i), 90.0), (100.0, 60.0), 0.1, 720.0)).collect();
        let mut panel = Panel::new(720.0, 300.0, String::new(), String::new());
        let mut labels = Labels::new(720.0, 300.0, flows.iter());
        flows.iter().for_each(|flow| labels.put(&mut panel, flow, "A country 10%"));
        assert!((3..12).contains(&labels.taken.len()), "{}", labels.taken.len());
        for (i, a) in labels.taken.iter().enumerate() {
            assert!(labels.taken[..i].iter().all(|b| !overlap(a, b)));
        }
    }
}
