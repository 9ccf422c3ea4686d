//! Official lists of critical materials, each with its date.

/// One official list, for example the US list of 2025.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Short id, for example `us_2025`.
    pub id: String,
    /// Date of publication, ISO 8601.
    pub date: String,
    /// Entries in the order printed.
    pub entries: Vec<ListEntry>,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListEntry {
    /// Name as printed.
    pub printed: String,
    /// The material it means, if Adit covers it.
    pub material: Option<crate::material::MaterialId>,
    /// Source id.
    pub source: String,
    /// Page or annex.
    pub locator: String,
}
