//! Output by country and world totals, put together from the figures of a publisher.

use std::collections::{BTreeMap, HashMap};

use adit_vocab::observation::Flag;

use super::harvest::{Harvest, Table};
use super::quantity::{Printed, figure};
use crate::inputs::publications::{PublicationRow, Target};

/// Significant digits of tonnes.
const DIGITS: i32 = 10;

/// Whose output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A country by ISO3, or `OTH`.
    Country(String),
    /// The world.
    World,
}

/// One figure.
pub struct Figure<'a> {
    /// What it is for us.
    pub entry: &'a PublicationRow,
    /// Whose output.
    pub place: Place,
    /// Name of the place as printed.
    pub name: &'a str,
    /// Calendar year.
    pub year: i32,
    /// As printed, understood.
    pub printed: Printed,
    /// Tonnes in the unit.
    pub tonnes: f64,
    /// As printed, with unit.
    pub published: String,
    /// Estimated by the publisher.
    pub estimated: bool,
    /// Note of the publisher.
    pub note: String,
    /// Where in the source.
    pub locator: String,
    /// Where in the file, for messages.
    pub at: &'a str,
}

struct Part {
    printed: Printed,
    tonnes: f64,
    published: String,
    estimated: bool,
    note: String,
    locator: String,
    total_alone: bool,
}

/// Material, stage, kind and note of the concordance, place, year.
type Key = (String, String, String, String, Place, i32);

/// Figures so far.
#[derive(Default)]
pub struct Output {
    parts: BTreeMap<Key, Vec<Part>>,
    seen: HashMap<(String, String, String, String, String, i32), String>,
}

impl Output {
    /// Adds a figure. Two names of one country add up; the same name twice is an error that names the first place.
    pub fn add(&mut self, new: Figure<'_>) -> Result<(), String> {
        let entry = new.entry;
        let stage = entry.stage.map_or("", |stage| stage.id());
        let twin = (
            entry.chapter.clone(),
            entry.detail.clone(),
            entry.material.clone(),
            format!("{stage}.{}", entry.kind),
            new.name.to_owned(),
            new.year,
        );
        if let Some(first) = self.seen.get(&twin) {
            return Err(first.clone());
        }
        self.seen.insert(twin, new.at.to_owned());
        let key = (entry.material.clone(), stage.to_owned(), entry.kind.clone(), entry.note.clone(), new.place, new.year);
        self.parts.entry(key).or_default().push(Part {
            printed: new.printed,
            tonnes: new.tonnes * entry.content.unwrap_or(1.0),
            published: new.published,
            estimated: new.estimated,
            note: new.note,
            locator: new.locator,
            total_alone: entry.table == Target::World,
        });
        Ok(())
    }

    /// True if there is nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Writes the rows.
    pub fn finish(self, harvest: &mut Harvest) {
        for ((material, stage, kind, note, place, year), mut parts) in self.parts {
            if parts.iter().any(|part| part.total_alone) {
                parts.retain(|part| part.total_alone);
            }
            harvest.years.insert(year);
            let (tonnes, flag) = sum(&parts);
            let tonnes = tonnes.map_or_else(String::new, |tonnes| figure(tonnes, DIGITS));
            let published = joined(parts.iter().map(|part| part.published.as_str()), " + ");
            let locator = joined(parts.iter().map(|part| part.locator.as_str()), " and ");
            let note = joined([note.as_str()].into_iter().chain(parts.iter().map(|part| part.note.as_str())), "; ");
            let year = year.to_string();
            let (table, row) = match place {
                Place::Country(iso3) => (
                    Table::Production,
                    vec![
                        material,
                        stage,
                        kind,
                        iso3,
                        year,
                        tonnes,
                        published,
                        word(flag).to_owned(),
                        String::new(),
                        locator,
                        note,
                    ],
                ),
                // a world total that is not a figure says nothing
                Place::World if tonnes.is_empty() => continue,
                Place::World => {
                    let none = String::new;
                    let flag = word(flag).to_owned();
                    (
                        Table::World,
                        vec![material, stage, kind, year, tonnes, none(), none(), published, flag, none(), locator, note],
                    )
                }
            };
            harvest.add(table, row);
        }
    }
}

/// Tonnes and flag of parts that add up. One that is not known makes the sum unknown; one that stands elsewhere is in another
/// part.
fn sum(parts: &[Part]) -> (Option<f64>, Flag) {
    let mut tonnes = 0.0;
    let (mut any, mut zero, mut estimated, mut range, mut unknown) = (false, true, false, false, None);
    for part in parts {
        match part.printed {
            Printed::Number(value) | Printed::Range(value) => {
                any = true;
                zero &= value == 0.0;
                tonnes += value * part.tonnes;
                estimated |= part.estimated;
                range |= matches!(part.printed, Printed::Range(_));
            }
            Printed::Zero => any = true,
            Printed::Withheld => unknown = Some(Flag::Withheld),
            Printed::NotAvailable => unknown = unknown.or(Some(Flag::NotAvailable)),
            Printed::Bound => unknown = unknown.or(Some(Flag::Bound)),
            Printed::Elsewhere => {}
        }
    }
    match unknown {
        Some(flag) => (None, flag),
        None if !any => (None, Flag::NotAvailable),
        None if zero => (Some(0.0), Flag::Zero),
        None if range && parts.len() == 1 => (Some(tonnes), Flag::Range),
        None if estimated || range => (Some(tonnes), Flag::Estimated),
        None => (Some(tonnes), Flag::Reported),
    }
}

/// The word of a flag in files.
pub fn word(flag: Flag) -> &'static str {
    match flag {
        Flag::Reported => "reported",
        Flag::Estimated => "estimated",
        Flag::Zero => "zero",
        Flag::Withheld => "withheld",
        Flag::NotAvailable => "not_available",
        Flag::Range => "range",
        Flag::SingleFact => "single_fact",
        Flag::Bound => "bound",
        Flag::Derived => "derived",
        Flag::Assumption => "assumption",
    }
}

/// Distinct texts that are not empty, in order.
fn joined<'a>(texts: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct.join(between)
}

/// Flag of a single printed figure, and whether it has a value.
pub fn flag_of(printed: Printed, estimated: bool) -> (Option<f64>, Flag) {
    match printed {
        Printed::Zero | Printed::Number(0.0) => (Some(0.0), Flag::Zero),
        Printed::Number(value) if estimated => (Some(value), Flag::Estimated),
        Printed::Number(value) => (Some(value), Flag::Reported),
        Printed::Range(value) => (Some(value), Flag::Range),
        Printed::Withheld => (None, Flag::Withheld),
        Printed::NotAvailable | Printed::Elsewhere => (None, Flag::NotAvailable),
        Printed::Bound => (None, Flag::Bound),
    }
}
