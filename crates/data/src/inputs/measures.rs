//! `policies/**/*.toml`: measures as they exist, one file a measure, inside the program.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use adit_vocab::event::Period;
use adit_vocab::likelihood::ControlKind;
use adit_vocab::material::MaterialId;
use adit_vocab::measure::{Entry, EntryText, Measure, MeasureText, Publication, Scope, Status};
use adit_vocab::policy::{CONTROL, INSTRUMENTS};
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::figures_file::parse_toml;
use crate::checks::nearest;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../policies"]
struct Embedded;

const ENDING: &str = ".toml";
/// Stands for all materials.
const ALL: &str = "*";
/// Letters of a country's code.
const CODE: usize = 3;
/// First and last year any part may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A file below `policies/`: its path there, and what stands in it.
pub(super) type PolicyFile = (String, Cow<'static, [u8]>);

/// A file inside the program; `None` if there is none of that name.
pub(super) fn embedded(name: &str) -> Option<Cow<'static, [u8]>> {
    Embedded::get(name).map(|file| file.data)
}

/// The measures inside the program, by id. Files with another ending than `.toml` are no measures.
pub fn measures(reference: &Reference, projects: &[Project], problems: &mut Vec<Problem>) -> Vec<Measure> {
    let mut names: Vec<String> = Embedded::iter().filter(|name| name.ends_with(ENDING)).map(Cow::into_owned).collect();
    names.sort();
    let files: Vec<PolicyFile> = names.into_iter().filter_map(|name| embedded(&name).map(|bytes| (name, bytes))).collect();
    checked(&files, reference, projects, problems)
}

/// Measures from files, in their order.
fn checked(files: &[PolicyFile], reference: &Reference, projects: &[Project], problems: &mut Vec<Problem>) -> Vec<Measure> {
    let mut all = Vec::new();
    for (name, bytes) in files {
        let file = format!("policies/{name}");
        match parse_toml::<MeasureText>(&file, bytes, "measure") {
            Ok(text) => {
                let id = name.strip_suffix(ENDING).unwrap_or(name).to_owned();
                let mut check = Check { file: &file, prefix: String::new(), reference, projects, problems };
                all.extend(check.measure(id, text));
            }
            Err(problem) => problems.push(problem),
        }
    }
    all
}

/// Where problems go, and what ids there are.
struct Check<'a> {
    file: &'a str,
    prefix: String,
    reference: &'a Reference,
    projects: &'a [Project],
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn problem(&mut self, key: &str, found: impl Into<String>, expected: impl Into<String>) {
        self.problems.push(Problem::new(self.file, format!("{}{key}", self.prefix), found, expected));
    }

    fn measure(&mut self, id: String, text: MeasureText) -> Option<Measure> {
        for (key, said) in
            [("name.en", &text.name.en), ("name.de", &text.name.de), ("note.en", &text.note.en), ("note.de", &text.note.de)]
        {
            self.said(key, said);
        }
        let status = Status::parse(&text.status);
        if status.is_none() {
            let words = Status::ALL.map(Status::id).join(", ");
            self.problem("status", format!("`{}`", text.status), format!("one of {words}"));
        }
        if text.by.is_empty() {
            self.problem("by", "nothing", "who takes it: an ISO3 country code or the id of a bloc");
        }
        self.places("by", &text.by);
        self.places("with", &text.with);
        let from = text.from.as_deref().and_then(|date| self.date("from", date));
        let until = text.until.as_deref().and_then(|date| self.date("until", date));
        if let (Some(from), Some(until)) = (from, until)
            && (until.last, until.day.unwrap_or(u8::MAX)) < (from.first, from.day.unwrap_or(0))
        {
            self.problem("until", until.to_string(), format!("{from}, its beginning, or later"));
        }
        self.money("amount_usd", text.amount_usd);
        let scope = match text.materials.as_deref() {
            None => Scope::Unknown,
            Some([all]) if all == ALL => Scope::All,
            Some(ids) => Scope::Named(self.materials(ids)),
        };
        self.known_projects(&text.projects);
        self.sources(&text.source);
        let mut entries = Vec::new();
        for (i, entry) in text.measure.into_iter().enumerate() {
            self.prefix = format!("measure {}, ", i + 1);
            entries.push(self.entry(entry, &scope));
        }
        Some(Measure {
            id,
            file: self.file.to_owned(),
            name: text.name,
            status: status?,
            by: text.by,
            with: text.with,
            from,
            until,
            amount_usd: text.amount_usd,
            scope,
            projects: text.projects,
            new_in_2026: text.new_in_2026.unwrap_or(false),
            note: text.note,
            entries,
            sources: text.source,
        })
    }

    /// A part: ids, years and numbers. Whether it has the keys of its instrument is for whoever runs it to say.
    fn entry(&mut self, text: EntryText, whole: &Scope) -> Entry {
        let policy = &text.policy;
        if !INSTRUMENTS.contains(&policy.instrument.as_str()) {
            self.problem("instrument", format!("`{}`", policy.instrument), format!("one of {}", INSTRUMENTS.join(", ")));
        }
        let kind = policy.kind.as_deref();
        let wrong = kind.map_or(policy.instrument == CONTROL, |word| ControlKind::parse(word).is_none());
        if wrong {
            let shown = kind.map_or_else(|| "nothing".to_owned(), |word| format!("`{word}`"));
            self.problem("kind", shown, format!("one of {}", ControlKind::ALL.map(ControlKind::id).join(", ")));
        }
        for (key, year) in [("from", Some(policy.from)), ("until", policy.until)] {
            if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
                self.problem(key, year.to_string(), format!("a year between {} and {}", YEARS.start(), YEARS.end()));
            }
        }
        if let Some(until) = policy.until.filter(|until| *until < policy.from) {
            self.problem("until", until.to_string(), format!("{}, the first year, or later", policy.from));
        }
        self.places("countries", &policy.countries);
        self.places("on", &policy.on);
        self.known_projects(&policy.projects);
        if let Some(word) = policy.stage.as_deref().filter(|word| word.parse::<Stage>().is_err()) {
            self.problem("stage", format!("`{word}`"), "mine, refined or magnet");
        }
        self.money("amount_usd", text.amount_usd);
        for (key, value) in [
            ("over_base", policy.over_base),
            ("usd_per_t", policy.usd_per_t),
            ("years", policy.years),
            ("factor", policy.factor),
            ("days", policy.days),
            ("trigger", policy.trigger),
        ] {
            if let Some(value) = value.filter(|value| !(value.is_finite() && *value > 0.0)) {
                self.problem(key, value.to_string(), "a number above 0");
            }
        }
        for (key, value) in [("part", policy.part), ("returned", policy.returned), ("share", policy.share)] {
            if let Some(value) = value.filter(|value| !(0.0..=1.0).contains(value)) {
                self.problem(key, value.to_string(), "a part from 0 to 1");
            }
        }
        if let Some(rate) = policy.rate.filter(|rate| !rate.is_finite()) {
            self.problem("rate", rate.to_string(), "a real rate a year");
        }
        self.said("assumption", &text.assumption);
        let scope = if !policy.materials.is_empty() {
            Scope::Named(self.materials(&policy.materials))
        } else if !policy.projects.is_empty() {
            let built = self.projects.iter().filter(|project| policy.projects.contains(&project.row.id));
            Scope::Named(in_order(built.map(|project| project.material).collect()))
        } else {
            whole.clone()
        };
        Entry { text, scope }
    }

    fn said(&mut self, key: &str, text: &str) {
        if text.trim().is_empty() {
            self.problem(key, "nothing", "a text");
        }
    }

    fn date(&mut self, key: &str, text: &str) -> Option<Period> {
        let date = Period::parse(text);
        if date.is_none() {
            self.problem(key, format!("`{text}`"), "a year, a month or a day, like 2024, 2024-08 or 2024-08-15");
        }
        date
    }

    fn money(&mut self, key: &str, amount: Option<f64>) {
        if let Some(amount) = amount.filter(|amount| !(amount.is_finite() && *amount > 0.0)) {
            self.problem(key, amount.to_string(), "US dollars, above 0; no key if none is published");
        }
    }

    fn places(&mut self, key: &str, ids: &[String]) {
        let reference = self.reference;
        for id in ids {
            if reference.countries.by_iso3(id).is_none() && !reference.blocs.iter().any(|bloc| bloc.id == *id) {
                // a mistyped code is meant as a code, a longer word as a name
                let named = id.chars().count() > CODE;
                let countries = reference.countries.iter().map(|(_, country)| {
                    let shown = country.iso3.as_str();
                    (if named { country.name_en.as_str() } else { shown }, shown)
                });
                let blocs = reference.blocs.iter().map(|bloc| (bloc.id.as_str(), bloc.id.as_str()));
                let near = nearest(id, countries.chain(blocs));
                self.problem(
                    key,
                    format!("`{id}` is not known"),
                    format!("an ISO3 country code or the id of a bloc of blocs.csv{near}"),
                );
            }
        }
    }

    /// Materials by id, a group by its members.
    fn materials(&mut self, ids: &[String]) -> Vec<MaterialId> {
        let materials = &self.reference.materials;
        let mut all = Vec::new();
        for id in ids {
            match materials.by_id(id) {
                Some(found) if materials.get(found).members.is_empty() => all.push(found),
                Some(group) => all.extend(materials.get(group).members.iter().filter_map(|member| materials.by_id(member))),
                None => {
                    let names = materials.iter().map(|(_, material)| (material.id.as_str(), material.id.as_str()));
                    let expected = format!("a material id, or `{ALL}` alone for all{}", nearest(id, names));
                    self.problem("materials", format!("`{id}` is not known"), expected);
                }
            }
        }
        in_order(all)
    }

    fn known_projects(&mut self, ids: &[String]) {
        for id in ids {
            if !self.projects.iter().any(|project| project.row.id == *id) {
                let names = self.projects.iter().map(|project| (project.row.id.as_str(), project.row.id.as_str()));
                let near = nearest(id, names);
                self.problem("projects", format!("`{id}` is not known"), format!("an id of projects.csv{near}"));
            }
        }
    }

    fn sources(&mut self, sources: &[Publication]) {
        if sources.is_empty() {
            self.problem("source", "nothing", "at least one [[source]]");
        }
        for (i, source) in sources.iter().enumerate() {
            self.prefix = format!("source {}, ", i + 1);
            self.said("publisher", &source.publisher);
            self.said("title", &source.title);
            self.date("published", &source.published);
            if let Some(address) = &source.address
                && !address.starts_with("https://")
                && !address.starts_with("http://")
            {
                self.problem("address", format!("`{address}`"), "an address that begins with https:// or http://");
            }
        }
        self.prefix.clear();
    }
}

fn in_order(mut ids: Vec<MaterialId>) -> Vec<MaterialId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests;
