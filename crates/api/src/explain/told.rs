//! An explanation in words: blocks of lines for people, and one row of CSV.

use adit_report::numbers::{number, usd};
use adit_vocab::lang::Lang;
use adit_vocab::table::Format;

use super::{Balance, Explanation, Kind, Part};

/// Some lines under a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Heading; empty over the number itself.
    pub head: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// True if the lines are rows of a list, of which the first are enough at a glance.
    pub list: bool,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The key of the number it names, which can be asked about in turn; empty if it names none.
    pub key: String,
}

/// Blocks that grow line by line.
struct Page(Vec<Block>);

impl Page {
    fn line(&mut self, text: &str) {
        self.keyed(text, "");
    }

    fn keyed(&mut self, text: &str, key: &str) {
        if let Some(block) = self.0.last_mut() {
            block.lines.push(Line { text: text.to_owned(), key: key.to_owned() });
        }
    }

    fn head(&mut self, title: &str) {
        self.0.push(Block { head: title.to_owned(), ..Block::default() });
    }

    fn list(&mut self, lines: impl Iterator<Item = (String, String)>) {
        let lines = lines.map(|(text, key)| Line { text, key }).collect();
        if let Some(block) = self.0.last_mut() {
            *block = Block { lines, list: true, head: std::mem::take(&mut block.head) };
        }
    }
}

/// The explanation in blocks.
pub fn blocks(found: &Explanation, lang: Lang) -> Vec<Block> {
    let say = |en: &'static str, de: &'static str| if lang == Lang::De { de } else { en };
    let mut page = Page(vec![Block::default()]);
    let value = found.value.map_or_else(|| say("no data", "keine Daten").to_owned(), |value| said(value, found.format, lang));
    page.line(&format!("{}  =  {value}", found.key));
    if let Some(value) = found.value {
        page.line(&format!("{}: {value} ({})", say("in full", "genau"), found.unit));
    }
    let kind = match found.kind {
        Kind::Input => say("Input, as published.", "Eingabe, wie veröffentlicht."),
        Kind::Reconciled => say("Reconciled figure.", "Ausgeglichene Zahl."),
        Kind::Result => say("Result, computed.", "Ergebnis, berechnet."),
        Kind::Assumption => say("Assumption.", "Annahme."),
    };
    page.line(&format!("{kind} {}", found.what));
    for (label, name) in &found.about {
        page.line(&format!("{label}: {name}"));
    }
    if !found.formula.is_empty() {
        page.line(&format!("{}: {}", say("Formula", "Formel"), found.formula));
    }

    if let Some(prior) = &found.prior {
        page.head(say("Before reconciliation", "Vor dem Ausgleich"));
        let tonnes =
            |value: Option<f64>| value.map_or_else(|| say("none", "keine").to_owned(), |value| said(value, found.format, lang));
        page.line(&format!(
            "{} {}, {} {}, {} {}",
            say("prior", "Vorwert"),
            tonnes(prior.value),
            say("spread", "Streuung"),
            tonnes(prior.spread),
            say("shift", "Verschiebung"),
            tonnes(prior.shift)
        ));
        if !prior.basis.is_empty() {
            page.line(&format!("{}: {}", say("from", "aus"), prior.basis));
        }
    }
    if !found.published.is_empty() {
        page.head(say("As published", "Wie veröffentlicht"));
        page.list(found.published.iter().map(|row| {
            let note = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
            let flag = if row.flag.is_empty() { String::new() } else { format!(" [{}]", row.flag) };
            let text = format!("{} {}: {}{flag} {}, {}{note}", row.what, row.period, row.printed, row.source, row.locator);
            (text, String::new())
        }));
    }
    for balance in &found.balances {
        page.head(&format!("{}: {}", say("Balance", "Bilanz"), balance.name));
        let sum = |parts: &[Part]| parts.iter().map(|part| part.value).sum::<f64>();
        for (sign, parts) in [("  ", &balance.left), ("= ", &balance.right)] {
            for part in parts.iter() {
                page.keyed(&format!("{sign}{}  {}", said(part.value, part.format, lang), part.name), &part.key);
            }
        }
        let (left, right) = (sum(&balance.left), sum(&balance.right));
        page.line(&format!(
            "{}: {} = {}",
            say("sums", "Summen"),
            said(left, found_format(balance), lang),
            said(right, found_format(balance), lang)
        ));
    }
    if !found.parts.is_empty() {
        page.head(say("Made of", "Zusammengesetzt aus"));
        page.list(
            found.parts.iter().map(|part| (format!("{}  {}", said(part.value, part.format, lang), part.name), part.key.clone())),
        );
    }
    if !found.assumptions.is_empty() {
        page.head(say("Assumptions behind it", "Annahmen dahinter"));
        page.list(found.assumptions.iter().map(|assumption| {
            let range = assumption.low.zip(assumption.high);
            let range = range.map_or(String::new(), |(low, high)| format!(" ({} - {})", plain(low, lang), plain(high, lang)));
            let note = if assumption.note.is_empty() { String::new() } else { format!(": {}", assumption.note) };
            (format!("{}{range}{note}", plain(assumption.value, lang)), assumption.key.clone())
        }));
    }
    if !found.moves_most.is_empty() {
        page.head(say(
            "What moves it most: the result with one assumption at either end of its range",
            "Was sie am meisten bewegt: das Ergebnis mit einer Annahme am unteren und oberen Ende ihrer Spanne",
        ));
        page.list(found.moves_most.iter().map(|effect| {
            let at = |value: Option<f64>| {
                value.map_or_else(|| say("not defined", "nicht bestimmt").to_owned(), |value| said(value, found.format, lang))
            };
            let text = format!(
                "{} ({} - {}): {} - {}",
                plain(effect.value, lang),
                plain(effect.range.0, lang),
                plain(effect.range.1, lang),
                at(effect.at_low),
                at(effect.at_high)
            );
            (text, effect.key.clone())
        }));
    }
    if !found.sources.is_empty() {
        page.head(say("Sources", "Quellen"));
        page.list(found.sources.iter().map(|source| {
            let place = if source.locator.is_empty() { String::new() } else { format!(", {}", source.locator) };
            let licence = if source.licence.is_empty() { String::new() } else { format!(" [{}]", source.licence) };
            (format!("{}: {}{place}{licence}", source.id, source.title), String::new())
        }));
    }
    if let Some(request) = &found.request {
        page.head(say("Question", "Frage"));
        page.line(&format!("--for {} --against {}", request.importer, request.against));
    }
    page.head(say("Data", "Daten"));
    page.line(&format!("{} {}, {} {}", say("baseline", "Basisjahr"), found.baseline, say("data", "Daten"), found.data));
    page.0
}

fn found_format(balance: &Balance) -> Format {
    balance.left.first().map_or(Format::Tonnes, |part| part.format)
}

/// One row: key, value, unit, kind, what, sources.
pub fn csv(found: &Explanation) -> String {
    let cell =
        |text: &str| if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() };
    let sources: Vec<&str> = found.sources.iter().map(|source| source.id.as_str()).collect();
    let kind = match found.kind {
        Kind::Input => "input",
        Kind::Reconciled => "reconciled",
        Kind::Result => "result",
        Kind::Assumption => "assumption",
    };
    let value = found.value.map_or(String::new(), |value| value.to_string());
    let cells =
        [&found.key, &value, &found.unit, &kind.to_owned(), &found.what, &found.formula, &sources.join(" "), &found.baseline];
    format!("key,value,unit,kind,what,formula,sources,baseline\n{}\n", cells.map(|text| cell(text)).join(","))
}

/// A number in full.
fn plain(value: f64, lang: Lang) -> String {
    let text = value.to_string();
    if lang == Lang::De { text.replace('.', ",") } else { text }
}

/// A number as people see it; money with its unit, because nothing beside it says the scale.
fn said(value: f64, format: Format, lang: Lang) -> String {
    if format == Format::Usd { usd(value, lang) } else { number(value, format, lang) }
}
