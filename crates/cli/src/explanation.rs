//! An explanation as text and as CSV.

use adit_api::explain::{Explanation, Kind, Part};
use adit_api::lang::Lang;
use adit_api::table::Format;
use adit_api::write::{number, usd};

/// Rows of a list shown on a terminal before the rest is counted.
const SHOWN: usize = 12;

/// Text for the terminal, wrapped to its width.
pub fn text(found: &Explanation, lang: Lang, width: usize) -> String {
    let say = |en: &'static str, de: &'static str| if lang == Lang::De { de } else { en };
    let mut page = Page { text: String::new(), width };
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
        page.line(&format!("  {label}: {name}"));
    }
    if !found.formula.is_empty() {
        page.line(&format!("{}: {}", say("Formula", "Formel"), found.formula));
    }

    if let Some(prior) = &found.prior {
        page.head(say("Before reconciliation", "Vor dem Ausgleich"));
        let tonnes =
            |value: Option<f64>| value.map_or_else(|| say("none", "keine").to_owned(), |value| said(value, found.format, lang));
        page.line(&format!(
            "  {} {}, {} {}, {} {}",
            say("prior", "Vorwert"),
            tonnes(prior.value),
            say("spread", "Streuung"),
            tonnes(prior.spread),
            say("shift", "Verschiebung"),
            tonnes(prior.shift)
        ));
        if !prior.basis.is_empty() {
            page.line(&format!("  {}: {}", say("from", "aus"), prior.basis));
        }
    }
    if !found.published.is_empty() {
        page.head(say("As published", "Wie veröffentlicht"));
        page.list(
            found.published.iter().map(|row| {
                let note = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
                format!("  {} {}: {} [{}] {}, {}{note}", row.what, row.period, row.printed, row.flag, row.source, row.locator)
            }),
            say,
        );
    }
    for balance in &found.balances {
        page.head(&format!("{}: {}", say("Balance", "Bilanz"), balance.name));
        let sum = |parts: &[Part]| parts.iter().map(|part| part.value).sum::<f64>();
        for (sign, parts) in [("  ", &balance.left), ("= ", &balance.right)] {
            for part in parts.iter() {
                page.line(&format!("  {sign}{}{}", said(part.value, part.format, lang), named(part)));
            }
        }
        let (left, right) = (sum(&balance.left), sum(&balance.right));
        page.line(&format!(
            "    {}: {} = {}",
            say("sums", "Summen"),
            said(left, found_format(balance), lang),
            said(right, found_format(balance), lang)
        ));
    }
    if !found.parts.is_empty() {
        page.head(say("Made of", "Zusammengesetzt aus"));
        page.list(found.parts.iter().map(|part| format!("  {}{}", said(part.value, part.format, lang), named(part))), say);
    }
    if !found.assumptions.is_empty() {
        page.head(say("Assumptions behind it", "Annahmen dahinter"));
        page.list(
            found.assumptions.iter().map(|assumption| {
                let range = assumption.low.zip(assumption.high).map_or(String::new(), |(low, high)| format!(" ({low} - {high})"));
                let note = if assumption.note.is_empty() { String::new() } else { format!(": {}", assumption.note) };
                format!("  {} = {}{range}{note}", assumption.key, assumption.value)
            }),
            say,
        );
    }
    if !found.moves_most.is_empty() {
        page.head(say(
            "What moves it most: the result with one assumption at either end of its range",
            "Was sie am meisten bewegt: das Ergebnis mit einer Annahme am unteren und oberen Ende ihrer Spanne",
        ));
        page.list(
            found.moves_most.iter().map(|effect| {
                let at = |value: Option<f64>| {
                    value.map_or_else(|| say("undefined", "nicht bestimmt").to_owned(), |value| said(value, found.format, lang))
                };
                format!(
                    "  {} = {} ({} - {}): {} - {}",
                    effect.key,
                    effect.value,
                    effect.range.0,
                    effect.range.1,
                    at(effect.at_low),
                    at(effect.at_high)
                )
            }),
            say,
        );
    }
    if !found.sources.is_empty() {
        page.head(say("Sources", "Quellen"));
        page.list(
            found.sources.iter().map(|source| {
                let place = if source.locator.is_empty() { String::new() } else { format!(", {}", source.locator) };
                let licence = if source.licence.is_empty() { String::new() } else { format!(" [{}]", source.licence) };
                format!("  {}: {}{place}{licence}", source.id, source.title)
            }),
            say,
        );
    }
    if let Some(request) = &found.request {
        page.head(say("Question", "Frage"));
        page.line(&format!("  --for {} --against {}", request.importer, request.against));
    }
    page.line("");
    page.line(&format!("{} {}, {} {}", say("baseline", "Basisjahr"), found.baseline, say("data", "Daten"), found.data));
    page.text
}

fn found_format(balance: &adit_api::explain::Balance) -> adit_api::table::Format {
    balance.left.first().map_or(adit_api::table::Format::Tonnes, |part| part.format)
}

fn named(part: &Part) -> String {
    if part.key.is_empty() { format!("  {}", part.name) } else { format!("  {}  ({})", part.name, part.key) }
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

/// Text that grows by lines, each wrapped with its own indent.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        let indent = line.len() - line.trim_start().len();
        let mut used = 0;
        let mut first = true;
        for word in line.trim_start().split(' ') {
            let long = word.chars().count();
            if first {
                self.text.extend(std::iter::repeat_n(' ', indent));
                used = indent;
            } else if used + 1 + long > self.width.max(40) {
                self.text.push('\n');
                self.text.extend(std::iter::repeat_n(' ', indent + 4));
                used = indent + 4;
            } else {
                self.text.push(' ');
                used += 1;
            }
            self.text.push_str(word);
            used += long;
            first = false;
        }
        self.text.push('\n');
    }

    fn head(&mut self, title: &str) {
        self.text.push('\n');
        self.line(title);
    }

    fn list(&mut self, lines: impl ExactSizeIterator<Item = String>, say: impl Fn(&'static str, &'static str) -> &'static str) {
        let rest = lines.len().saturating_sub(SHOWN);
        for line in lines.take(SHOWN) {
            self.line(&line);
        }
        if rest > 0 {
            self.line(&format!("  ... {rest} {}", say("more, see --format json", "weitere, siehe --format json")));
        }
    }
}

/// A number as people see it; money with its unit, because nothing beside it says the scale.
fn said(value: f64, format: Format, lang: Lang) -> String {
    if format == Format::Usd { usd(value, lang) } else { number(value, format, lang) }
}
