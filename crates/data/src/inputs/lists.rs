//! `lists.csv`: official lists of critical materials.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::list::{List, ListEntry};
use adit_vocab::material::Materials;
use adit_vocab::problem::Problem;
use adit_vocab::source::Source;

use super::csv_table::{Row, read};
use crate::checks::{Seen, nearest};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "lists.csv";
const COLUMNS: [&str; 6] = ["list", "date", "entry", "material", "source", "locator"];

/// A row of `lists.csv`: one entry of one list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListRow {
    /// Short id of the list.
    pub list: String,
    /// Date of publication, ISO 8601.
    pub date: String,
    /// Name as printed.
    pub entry: String,
    /// Material id; empty if Adit does not cover it.
    pub material: String,
    /// Source id.
    pub source: String,
    /// Page or annex.
    pub locator: String,
}

/// Reads the table: lists by date, then id; entries in the order printed.
pub fn lists(files: &FileSet, materials: &Materials, sources: &[Source], problems: &mut Vec<Problem>) -> Vec<List> {
    let mut seen = Seen::default();
    let rows = read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["list", "entry", "material"]);
        date(row);
        let id = row.cell("material");
        let material = materials.by_id(id);
        if material.is_none() && !id.is_empty() {
            let names = materials.iter().map(|(_, material)| (material.id.as_str(), material.id.as_str()));
            row.problem("material", format!("a material id or nothing{}", nearest(id, names)));
        }
        let source = row.cell("source");
        if !sources.iter().any(|known| known.id == source) {
            row.problem(
                "source",
                format!("an id of sources.csv{}", nearest(source, sources.iter().map(|s| (s.id.as_str(), s.id.as_str())))),
            );
        }
        let entry = ListEntry { printed: row.needed("entry"), material, source: source.to_owned(), locator: row.text("locator") };
        Some((row.needed("list"), row.needed("date"), entry))
    });
    let mut lists: Vec<List> = Vec::new();
    for (id, date, entry) in rows {
        match lists.iter_mut().find(|list| list.id == id) {
            Some(list) => list.entries.push(entry),
            None => lists.push(List { id, date, entries: vec![entry] }),
        }
    }
    lists.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    lists
}

/// `2025-11-07`.
fn date(row: &mut Row<'_>) {
    let parts: Vec<&str> = row.cell("date").split('-').collect();
    let number =
        |i: usize, digits: usize| parts.get(i).filter(|part| part.len() == digits).and_then(|part| part.parse::<u32>().ok());
    let good = parts.len() == 3
        && number(0, 4).is_some_and(|year| (1900..=2100).contains(&year))
        && number(1, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(2, 2).is_some_and(|day| (1..=31).contains(&day));
    if !good {
        row.problem("date", "a date like 2025-11-07");
    }
}
