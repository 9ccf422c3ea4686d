//! Where a number comes from and what one may do with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One row of `sources.csv`: a publication, in one edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short id that figures refer to.
    pub id: String,
    /// Title of the publication.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Edition, version or date.
    pub edition: String,
    /// Year of publication, if known.
    pub year: Option<i32>,
    /// Address or DOI.
    pub url_or_doi: String,
    /// Licence in words.
    pub licence: String,
    /// Whether tables of it may be shipped.
    pub ship: Ship,
    /// What to know before citing it.
    pub note_en: String,
}

/// What may be shipped from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ship {
    /// Free to redistribute.
    Yes,
    /// Free to redistribute with attribution.
    Attribute,
    /// Single facts are cited; no table is shipped.
    Cite,
}
