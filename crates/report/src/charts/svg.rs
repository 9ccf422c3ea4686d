//! Drawing: escaped text, shapes by class, panels 360 units wide, and the picture that stands alone.

use std::fmt::Write as _;

/// Width of a panel. Panels stand side by side on a wide screen and one below the other on a phone; none is shrunk.
pub const PANEL: f64 = 360.0;

/// Space between panels that stand side by side in one picture.
const GAP: f64 = 32.0;

/// Width of the list beside a picture.
const BESIDE: f64 = 232.0;

/// Height of its rows.
const BESIDE_ROW: f64 = 26.0;

/// Average width of a letter at 13 px, generous, because fonts differ by machine.
const LETTER: f64 = 7.4;

/// Light values of the colours; a picture that stands alone cannot follow the page.
const STYLE: &str = include_str!("../../templates/chart.css");

/// The hatching that means no data. It stands once in a page or picture.
pub const HATCH: &str = r#"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern>"#;

/// Replaces what has a meaning in markup.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A straight scale from 0 to `max`, drawn from `start` over `length` units.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// Position of zero.
    pub start: f64,
    /// Length of the axis.
    pub length: f64,
    /// Value at its end.
    pub max: f64,
}

impl Scale {
    /// Position of a value, kept on the axis.
    pub fn at(&self, value: f64) -> f64 {
        let part = if self.max > 0.0 { (value / self.max).clamp(0.0, 1.0) } else { 0.0 };
        self.start + part * self.length
    }
}

/// A drawing with the message it carries in words.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
    /// What it shows, for those who do not see it.
    pub title: String,
    /// The two or three numbers that carry the message.
    pub desc: String,
    body: String,
}

impl Panel {
    /// An empty panel.
    pub fn new(width: f64, height: f64, title: String, desc: String) -> Self {
        Self { width, height, title, desc, body: String::new() }
    }

    /// Text with its class: `e` ends there, `m` is centred there, `b` bold, `t2` second ink.
    pub fn text(&mut self, class: &str, x: f64, y: f64, text: &str) {
        let _ = write!(self.body, r#"<text{} x="{}" y="{}">{}</text>"#, class_of(class), short(x), short(y), escape(text));
    }

    /// A path.
    pub fn path(&mut self, class: &str, d: &str) {
        let _ = write!(self.body, r#"<path{} d="{d}"/>"#, class_of(class));
    }

    /// Finished markup.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.body.push_str(markup);
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.path(class, &format!("M{} {}L{} {}", short(from.0), short(from.1), short(to.0), short(to.1)));
    }

    /// A dot or ring.
    pub fn circle(&mut self, class: &str, x: f64, y: f64, r: f64) {
        let _ = write!(self.body, r#"<circle{} cx="{}" cy="{}" r="{}"/>"#, class_of(class), short(x), short(y), short(r));
    }

    /// A rectangle; one without extent is left out.
    pub fn rect(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        if width > 0.0 && height > 0.0 {
            let _ = write!(
                self.body,
                r#"<rect{} x="{}" y="{}" width="{}" height="{}"/>"#,
                class_of(class),
                short(x),
                short(y),
                short(width),
                short(height)
            );
        }
    }

    /// A hatched bar: no data.
    pub fn hatched(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let _ = write!(
            self.body,
            r#"<rect fill="url(#hatch)" x="{}" y="{}" width="{}" height="{}"/>"#,
            short(x),
            short(y),
            short(width),
            short(height)
        );
    }

    /// A square with the grade's letter; a dash where there is none.
    pub fn grade(&mut self, letter: &str, x: f64, y: f64) {
        if letter.is_empty() {
            self.text("m s t2", x, y + 4.5, "–");
            return;
        }
        self.rect(&format!("chip {letter}"), x - 8.0, y - 8.0, 16.0, 16.0);
        let on_chip = if matches!(letter, "A" | "B") { " onchip" } else { "" };
        self.text(&format!("b m s{on_chip}"), x, y + 4.5, letter);
    }

    /// The panel inside a page. `id` is unique there.
    pub fn embed(&self, id: &str, class: &str) -> String {
        format!(
            r#"<svg{} viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{}</svg>"#,
            class_of(class),
            short(self.width),
            short(self.height),
            escape(&self.title),
            escape(&self.desc),
            self.body
        )
    }
}

/// What a mark in the key looks like.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Open ring.
    Ring,
    /// Full dot.
    Dot,
    /// Dot of a group value.
    Group,
    /// Hatched bar.
    NoData,
    /// Light bar.
    Bar,
    /// Dark bar.
    DarkBar,
    /// Range around a line.
    Band,
    /// What was observed.
    Point,
    /// Grade with its letter.
    Grade(&'static str),
    /// Land of a class on a map.
    Land(usize),
    /// The askers' land on a map.
    Home,
    /// The same, filled.
    Asker,
    /// A flow.
    Flow,
    /// The flow of the feared supplier.
    HotFlow,
    /// A line with the range around it.
    Curve,
    /// A line that others are held against, with its range.
    Reference,
    /// A standard error.
    Error,
    /// A line that something must reach.
    Limit,
}

impl Mark {
    /// The mark as a small picture 26 units wide and 16 high.
    pub fn draw(&self) -> Panel {
        let square = matches!(self, Mark::Ring | Mark::Dot | Mark::Group | Mark::Point | Mark::Grade(_));
        let mut panel = Panel::new(if square { 16.0 } else { 26.0 }, 16.0, String::new(), String::new());
        match self {
            Mark::Ring => panel.circle("ring", 8.0, 8.0, 4.2),
            Mark::Dot => panel.circle("dot", 8.0, 8.0, 5.2),
            Mark::Point => panel.circle("point", 8.0, 8.0, 3.6),
            Mark::Group => panel.circle("group", 8.0, 8.0, 4.7),
            Mark::NoData => panel.hatched(0.0, 2.0, 26.0, 12.0),
            Mark::Band => panel.rect("band", 0.0, 3.0, 26.0, 10.0),
            Mark::Bar => panel.rect("bar", 0.0, 3.0, 26.0, 10.0),
            Mark::DarkBar => panel.rect("dot", 0.0, 3.0, 26.0, 10.0),
            Mark::Land(step) => panel.rect(&format!("m{step}"), 0.0, 3.0, 26.0, 10.0),
            Mark::Home => panel.rect("home", 1.0, 4.0, 24.0, 8.0),
            Mark::Asker => panel.rect("asker", 0.0, 3.0, 26.0, 10.0),
            Mark::Flow => panel.path("flow", "M0 2L26 8L0 14z"),
            Mark::HotFlow => panel.path("flowX", "M0 2L26 8L0 14z"),
            Mark::Curve => {
                panel.rect("band", 0.0, 3.0, 26.0, 10.0);
                panel.line("curve", (0.0, 8.0), (26.0, 8.0));
            }
            Mark::Limit => panel.line("limit", (0.0, 8.0), (26.0, 8.0)),
            Mark::Error => panel.line("error", (3.0, 8.0), (23.0, 8.0)),
            Mark::Reference => {
                panel.rect("refband", 0.0, 3.0, 26.0, 10.0);
                panel.line("ref", (0.0, 8.0), (26.0, 8.0));
            }
            Mark::Grade(letter) => panel.grade(letter, 8.0, 8.0),
        }
        panel
    }

    /// The mark inside a page, without meaning for those who listen: its label says it.
    pub fn embed(&self) -> String {
        let panel = self.draw();
        format!(
            r#"<svg width="{0}" height="16" viewBox="0 0 {0} 16" aria-hidden="true">{1}</svg>"#,
            short(panel.width),
            panel.body
        )
    }
}

/// A figure: title line, key, panels, source line.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// File name without language and ending.
    pub id: &'static str,
    /// What, in bold.
    pub title: String,
    /// Unit and year.
    pub unit: String,
    /// Marks and their labels.
    pub key: Vec<(Mark, String)>,
    /// Panels of 360 units.
    pub panels: Vec<Panel>,
    /// The same picture lying, for wide screens and for the picture that stands alone.
    pub wide: Option<Panel>,
    /// A ranked list beside the picture: name and number.
    pub beside: Vec<(String, String)>,
    /// What to know to read it, and the source.
    pub caption: String,
}

impl Figure {
    /// Bytes of its drawings.
    pub fn weight(&self) -> usize {
        self.panels.iter().chain(&self.wide).map(|panel| panel.body.len()).sum()
    }

    /// The figure as a file of its own, with style, title, source and licence inside.
    pub fn standalone(&self, lang: &str, licence: &str) -> String {
        let panels: Vec<&Panel> = self.wide.as_ref().map_or_else(|| self.panels.iter().collect(), |wide| vec![wide]);
        let across = panels.len().clamp(1, 3);
        let inner = panels.iter().map(|panel| panel.width).take(across).sum::<f64>() + GAP * (across as f64 - 1.0);
        let inner = inner.max(2.0 * PANEL) + if self.beside.is_empty() { 0.0 } else { GAP + BESIDE };
        let letters = (inner / LETTER) as usize;

        let mut body = String::new();
        let mut y = 20.0;
        for line in lines(&self.title, (inner / (LETTER * 1.35)) as usize) {
            let _ = write!(body, r#"<text class="head" x="0" y="{y}">{}</text>"#, escape(&line));
            y += 24.0;
        }
        for line in lines(&self.unit, letters) {
            let _ = write!(body, r#"<text class="t2" x="0" y="{y}">{}</text>"#, escape(&line));
            y += 20.0;
        }
        y = self.draw_key(&mut body, inner, y) + 8.0;
        for row in panels.chunks(across) {
            let mut x = 0.0;
            for panel in row {
                let _ = write!(
                    body,
                    r#"<svg x="{}" y="{}" width="{}" height="{}" viewBox="0 0 {2} {3}">{}</svg>"#,
                    short(x),
                    short(y),
                    short(panel.width),
                    short(panel.height),
                    panel.body
                );
                x += panel.width + GAP;
            }
            y += row.iter().map(|panel| panel.height).fold(0.0, f64::max) + 16.0;
            self.draw_beside(&mut body, inner, y - 16.0);
        }
        y += 12.0;
        for line in lines(&self.caption, letters).iter().chain(&lines(licence, letters)) {
            let _ = write!(body, r#"<text class="t2 s" x="0" y="{y}">{}</text>"#, escape(line));
            y += 18.0;
        }
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" viewBox="-16 -12 {} {}" width="{}" role="img" aria-labelledby="t d"><title id="t">{}</title><desc id="d">{}</desc><style>{STYLE}</style><defs>{HATCH}</defs><rect class="paper" x="-16" y="-12" width="100%" height="100%"/>{body}</svg>
"#,
            short(inner + 32.0),
            short(y + 12.0),
            short(inner + 32.0),
            escape(&format!("{} {}", self.title, self.unit)),
            escape(&panels.iter().map(|panel| panel.desc.as_str()).collect::<Vec<_>>().join(" "))
        )
    }

    /// The list at the right edge, its last row at `bottom`.
    fn draw_beside(&self, body: &mut String, inner: f64, bottom: f64) {
        let rows = self.beside.len() as f64;
        for (place, (name, number)) in self.beside.iter().enumerate() {
            let line = bottom - BESIDE_ROW * (rows - 1.0 - place as f64);
            let (left, text) = (short(inner - BESIDE), short(line - 8.0));
            let _ = write!(
                body,
                r#"<text x="{left}" y="{text}">{}</text><text class="b e" x="{1}" y="{text}">{2}</text><path class="grid" d="M{left} {3}H{1}"/>"#,
                escape(name),
                short(inner),
                escape(number),
                short(line)
            );
        }
    }

    fn draw_key(&self, body: &mut String, inner: f64, top: f64) -> f64 {
        let (mut x, mut y) = (0.0, top);
        for (mark, label) in &self.key {
            let panel = mark.draw();
            let needed = panel.width + 6.0 + label.chars().count() as f64 * LETTER;
            if x > 0.0 && x + needed > inner {
                (x, y) = (0.0, y + 22.0);
            }
            let _ = write!(
                body,
                r#"<svg x="{}" y="{}" width="{}" height="16">{}</svg><text class="t2" x="{}" y="{}">{}</text>"#,
                short(x),
                short(y - 12.0),
                short(panel.width),
                panel.body,
                short(x + panel.width + 6.0),
                short(y),
                escape(label)
            );
            x += needed + 16.0;
        }
        if self.key.is_empty() { y } else { y + 16.0 }
    }
}

/// Breaks text into lines of at most `letters`.
pub fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Only at plain blanks: a narrow no-break space belongs to its number.
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A coordinate with one decimal at most.
pub fn short(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn class_of(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_text_is_harmless() {
        assert_eq!(escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }

    #[test]
    fn a_scale_keeps_to_its_axis() {
        let scale = Scale { start: 100.0, length: 50.0, max: 1.0 };
        assert_eq!(scale.at(0.5), 125.0);
        assert_eq!(scale.at(1.2), 150.0);
        assert_eq!(Scale { max: 0.0, ..scale }.at(1.0), 100.0);
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(short(1.0 / 3.0), "0.3");
        assert_eq!(short(-0.01), "0");
        assert_eq!(short(12.0), "12");
    }
}
