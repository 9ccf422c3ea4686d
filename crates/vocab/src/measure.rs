//! Measures as they exist: what governments have done, signed or announced, one file a measure in `policies/`.
//!
//! Such a file is a record, not a scenario. What of it can run in the model stands under `[[measure]]`.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::event::Period;
use crate::lang::Text;
use crate::material::MaterialId;
use crate::policy::PolicyText;

/// How far a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Signed or running; a non-binding agreement that is signed counts.
    InForce,
    /// Said or agreed under conditions, not seen to be closed.
    Announced,
    /// Concluded, not signed.
    Negotiated,
    /// A bill, a plan or talks.
    Proposed,
    /// Out of force for a time.
    Suspended,
    /// Over.
    Ended,
}

impl Status {
    /// All, the firmest first.
    pub const ALL: [Status; 6] =
        [Status::InForce, Status::Announced, Status::Negotiated, Status::Proposed, Status::Suspended, Status::Ended];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Status::InForce => "in_force",
            Status::Announced => "announced",
            Status::Negotiated => "negotiated",
            Status::Proposed => "proposed",
            Status::Suspended => "suspended",
            Status::Ended => "ended",
        }
    }

    /// The status of a word.
    pub fn parse(word: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.id() == word)
    }

    /// True if the package of announced measures holds it.
    pub fn counts(self) -> bool {
        matches!(self, Status::InForce | Status::Announced)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A measure as it is written: the shape of a file in `policies/`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureText {
    /// Name in both languages.
    pub name: Text,
    /// `in_force`, `announced`, `negotiated`, `proposed`, `suspended` or `ended`.
    pub status: String,
    /// Who takes it: ISO3 codes and ids of blocs.
    pub by: Vec<String>,
    /// With whom: ISO3 codes and ids of blocs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Since when: a year, a month or a day. Absent if not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when; of a suspended measure the end of the suspension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Public money as published, US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_usd: Option<f64>,
    /// Material ids, or `*` for all; absent if not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materials: Option<Vec<String>>,
    /// Ids of projects.csv.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// True for an agreement signed on 4 February 2026.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_in_2026: Option<bool>,
    /// What it is, in both languages.
    pub note: Text,
    /// What it is in the terms of the model.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measure: Vec<EntryText>,
    /// Where it is published; at least one.
    #[serde(default)]
    pub source: Vec<Publication>,
}

/// One part of a measure in the terms of the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryText {
    /// What is done; a key that is not published is absent.
    #[serde(flatten)]
    pub policy: PolicyText,
    /// Public money of this part, US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_usd: Option<f64>,
    /// What of it is assumed, and what is not published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub assumption: String,
}

/// Where a measure is published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Who published it.
    pub publisher: String,
    /// When: a year, a month or a day.
    pub published: String,
    /// Where, if it has an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Title.
    pub title: String,
}

/// What a measure is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All materials.
    All,
    /// These, in the order of `Materials`, groups by their members.
    Named(Vec<MaterialId>),
    /// Which ones is not published.
    Unknown,
}

impl Scope {
    /// True if a material is meant.
    pub fn holds(&self, material: MaterialId) -> bool {
        match self {
            Scope::All => true,
            Scope::Named(list) => list.contains(&material),
            Scope::Unknown => false,
        }
    }
}

/// One part of a measure, checked: all ids are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// As written.
    pub text: EntryText,
    /// Its materials, or those of its projects, or those of the measure.
    pub scope: Scope,
}

/// A measure as it exists, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Path below `policies/` without ending: `us/mp_materials`.
    pub id: String,
    /// Its file in messages.
    pub file: String,
    /// Name.
    pub name: Text,
    /// How far it is.
    pub status: Status,
    /// Who takes it: ISO3 codes and ids of blocs.
    pub by: Vec<String>,
    /// With whom.
    pub with: Vec<String>,
    /// Since when; `None` if not published.
    pub from: Option<Period>,
    /// Until when; `None` if open or not published.
    pub until: Option<Period>,
    /// Public money as published, US dollars.
    pub amount_usd: Option<f64>,
    /// What it is about.
    pub scope: Scope,
    /// Ids of projects.
    pub projects: Vec<String>,
    /// True for an agreement signed on 4 February 2026.
    pub new_in_2026: bool,
    /// What it is.
    pub note: Text,
    /// What it is in the terms of the model.
    pub entries: Vec<Entry>,
    /// Where it is published; at least one.
    pub sources: Vec<Publication>,
}

impl Measure {
    /// True if the measure or a part of it is about a material.
    pub fn is_about(&self, material: MaterialId) -> bool {
        self.scope.holds(material) || self.entries.iter().any(|entry| entry.scope.holds(material))
    }
}

/// The part a place had at the ministerial of 4 February 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It was invited.
    Guest,
    /// It invited.
    Host,
    /// The European Union, beside those members that came themselves.
    Union,
}

/// A row of `alliance_2026.csv`: who came to the ministerial of 4 February 2026.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuestRow {
    /// ISO3 code, or the id of the union.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// Its part.
    pub role: Role,
    /// What it signed, with the file; empty if nothing is known.
    pub signed: String,
    /// Source id.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    pub address: String,
    /// What the reader must know.
    pub note: String,
}

/// Who came, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Guest {
    /// The country; `None` for the union.
    pub country: Option<CountryId>,
    /// As written.
    pub row: GuestRow,
}

/// Why a part of a measure cannot run in the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotRun {
    /// The measure is neither in force nor announced.
    NotCounted(Status),
    /// These keys are needed and not published.
    Missing(Vec<String>),
    /// A stock that was bought before the first year; the model starts without public stocks.
    BoughtBefore,
    /// A control that was in force in the base year: the exports of that year are those it allowed.
    InBaseYear,
    /// A control: it runs in the package of export controls, and is no measure against a dependency.
    OfSuppliers,
    /// It ended before the first year.
    Over,
}

/// What becomes of a part of a measure in the package of announced measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which measure, by place in their list.
    pub measure: usize,
    /// Which of its entries.
    pub entry: usize,
    /// Why it does not run; `None` if it does.
    pub cannot: Option<CannotRun>,
}
