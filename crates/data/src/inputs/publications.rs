//! `concordance/publications.csv`: which table of a publisher holds which figures of ours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::observation::{Origin, UseKind};
use adit_vocab::problem::Problem;
use adit_vocab::stage::Stage;

use super::csv_table::{Row, read};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "concordance/publications.csv";
const COLUMNS: [&str; 11] =
    ["publisher", "chapter", "section", "detail", "table", "material", "stage", "kind", "content", "note", "source"];

/// A row of `publications.csv`: a table of a publisher and what it is for us.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicationRow {
    /// Whose table.
    pub publisher: Publisher,
    /// Chapter, sheet or commodity, as printed.
    pub chapter: String,
    /// Part of the chapter, where the same words stand in several.
    pub section: Option<Section>,
    /// Column, statistic or form of the commodity, as printed; empty if the chapter is one table.
    pub detail: String,
    /// Table of ours that takes the figures.
    pub table: Target,
    /// Material id; empty where nothing is taken.
    pub material: String,
    /// Stage; empty for consumption.
    pub stage: Option<Stage>,
    /// Output: `primary`, `secondary`, `total`; consumption: `apparent`, `reported`; empty otherwise.
    pub kind: String,
    /// Tonnes of the stage's basis in one tonne as published; a price is divided by it.
    pub content: Option<f64>,
    /// What to know; where nothing is taken, why.
    pub note: String,
    /// Source id of the content.
    pub source: String,
}

/// Publishers whose tables are mapped here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Publisher {
    /// U.S. Geological Survey, Mineral Commodity Summaries.
    UsgsMcs,
    /// World Mining Data, Austria.
    Wmd,
    /// British Geological Survey, World Mineral Statistics.
    Bgs,
}

/// Parts of a chapter of the Mineral Commodity Summaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The world table.
    World,
    /// Salient statistics of the United States.
    Salient,
}

/// Where the figures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// `production.csv`, world totals to `world.csv`. Rows of one material, stage, kind and note add up.
    Production,
    /// `world.csv` alone: the total of several tables that add up.
    World,
    /// `use.csv`.
    Use,
    /// `prices.csv`.
    Prices,
    /// Nowhere: the note says why.
    None,
}

/// Reads the table in the order of the file.
pub fn publications(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<PublicationRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["publisher", "chapter", "section", "detail", "table", "material", "stage", "kind"]);
        let publisher = row.word("publisher");
        let section = row.optional_word("section");
        let table = row.word::<Target>("table");
        let stage = row.optional_word::<Stage>("stage");
        let material = match table {
            Some(Target::None) => row.text("material"),
            _ => known.material(row, "material"),
        };
        if matches!(table, Some(Target::Production | Target::World | Target::Prices)) && stage.is_none() {
            row.problem("stage", "mine, refined or magnet");
        }
        kind(row, table);
        Some(PublicationRow {
            chapter: row.needed("chapter"),
            detail: row.text("detail"),
            kind: row.text("kind"),
            content: content(row, table),
            note: row.text("note"),
            source: known.source(row, "source"),
            publisher: publisher?,
            table: table?,
            section,
            material,
            stage,
        })
    })
}

fn kind(row: &mut Row<'_>, table: Option<Target>) {
    match table {
        Some(Target::Production | Target::World) => {
            row.word::<Origin>("kind");
        }
        Some(Target::Use) => {
            row.word::<UseKind>("kind");
        }
        _ => {}
    }
}

fn content(row: &mut Row<'_>, table: Option<Target>) -> Option<f64> {
    let content = row.number("content");
    match (table, content) {
        (Some(Target::None), _) => None,
        (_, Some(value)) if value > 0.0 => Some(value),
        _ => {
            row.problem("content", "a number above 0");
            None
        }
    }
}
