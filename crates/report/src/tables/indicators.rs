//! Published indicators for one importer: a table with one row a material, and one with one row a market.

use adit_analysis::indicators::{Indicators, MaterialIndicators, Rated, StageIndicators, SupplyUsed};
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};
use adit_vocab::undefined::Undefined;

use super::{columns, notes, number, title};
use crate::grammar::{Place, Role};
use crate::locale::Args;
use crate::naming::{Names, Naming};

const BY_MATERIAL: [&str; 7] = [
    "material",
    "eu_supply_risk",
    "supply_risk_stage",
    "economic_importance",
    "eol_rir",
    "eu_supply_risk_low",
    "eu_supply_risk_high",
];
const BY_STAGE: [&str; 18] = [
    "material",
    "stage",
    "hhi",
    "country_risk",
    "import_hhi",
    "supply_risk",
    "geopolrisk",
    "geopolrisk_cf",
    "import_reliance",
    "supply_used",
    "import_risk",
    "geopolrisk_midpoint",
    "unrated_output",
    "governance_year",
    "supply_risk_low",
    "supply_risk_high",
    "geopolrisk_low",
    "geopolrisk_high",
];
/// Columns at the end that only machines get: the ends of ranges.
const RANGES: [usize; 2] = [2, 4];

/// Supply risk, economic importance and recycling, one row a material.
pub fn indicators(reference: &Reference, found: &Indicators, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let rows = found.materials.iter().map(|entry| Row {
        key: reference.materials.get(entry.material).id.clone(),
        cells: shown(&BY_MATERIAL, RANGES[0], &names)
            .iter()
            .map(|&column| match column {
                "material" => Cell::Text(names.material(entry.material)),
                "supply_risk_stage" => entry.supply_risk.map_or(Cell::NoData, |(_, stage)| Cell::Text(names.stage(stage))),
                _ => cell(of_material(entry, column), format(column)),
            })
            .collect(),
    });
    let rows = rows.collect();
    table(
        "indicators",
        &BY_MATERIAL,
        RANGES[0],
        rows,
        &[
            "note-indicators",
            if found.as_published { "note-indicators-year" } else { "note-indicators-base" },
            "note-indicators-eu",
            "note-missing",
        ],
        reference,
        found,
        &names,
    )
}

/// Concentration, country risk, EU supply risk and GeoPolRisk, one row a market.
pub fn indicators_by_stage(reference: &Reference, found: &Indicators, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let mut rows = Vec::new();
    for entry in &found.materials {
        for stage in &entry.stages {
            let text = |column: &str| match column {
                "material" => Some(Cell::Text(names.material(entry.material))),
                "stage" => Some(Cell::Text(names.stage(stage.stage))),
                "supply_used" => Some(
                    stage.supply_risk.and(stage.supply_used).map_or(Cell::NoData, |used| Cell::Text(supply_used(&used, &names))),
                ),
                "governance_year" => Some(stage.governance_year.map_or(Cell::NoData, |year| Cell::Text(year.to_string()))),
                _ => None,
            };
            rows.push(Row {
                key: format!("{}.{}", reference.materials.get(entry.material).id, stage.stage),
                cells: shown(&BY_STAGE, RANGES[1], &names)
                    .iter()
                    .map(|&column| text(column).unwrap_or_else(|| cell(of_stage(stage, column), format(column))))
                    .collect(),
            });
        }
    }
    let words = ["note-indicators-stage", "note-geopolrisk", "note-missing"];
    table("indicators_by_stage", &BY_STAGE, RANGES[1], rows, &words, reference, found, &names)
}

/// Why a cell of one of the two tables has no number; `None` if it has one, or there is no such cell.
pub fn why_undefined(reference: &Reference, found: &Indicators, row_key: &str, column: &str) -> Option<Undefined> {
    let id = |entry: &MaterialIndicators| reference.materials.get(entry.material).id.as_str();
    let value = found.materials.iter().find_map(|entry| {
        if id(entry) == row_key {
            return BY_MATERIAL.contains(&column).then(|| of_material(entry, column));
        }
        let stage = entry.stages.iter().find(|stage| format!("{}.{}", id(entry), stage.stage) == row_key)?;
        BY_STAGE.contains(&column).then(|| of_stage(stage, column))
    });
    value?.err()
}

fn of_material(entry: &MaterialIndicators, column: &str) -> Result<f64, Undefined> {
    match column {
        "eu_supply_risk" => entry.supply_risk.map(|(risk, _)| risk.value),
        "eu_supply_risk_low" => entry.supply_risk.map(|(risk, _)| risk.low),
        "eu_supply_risk_high" => entry.supply_risk.map(|(risk, _)| risk.high),
        "economic_importance" => entry.economic_importance,
        "eol_rir" => entry.eol_rir,
        _ => Err(Undefined::NoMarket),
    }
}

fn of_stage(stage: &StageIndicators, column: &str) -> Result<f64, Undefined> {
    let value = |rated: Result<Rated, Undefined>| rated.map(|rated| rated.value);
    match column {
        "hhi" => stage.hhi,
        "country_risk" => value(stage.country_risk),
        "unrated_output" => stage.country_risk.map(|rated| rated.unrated.0),
        "import_hhi" => stage.import_hhi,
        "import_reliance" => stage.import_reliance,
        "supply_risk" => value(stage.supply_risk),
        "supply_risk_low" => stage.supply_risk.map(|rated| rated.low),
        "supply_risk_high" => stage.supply_risk.map(|rated| rated.high),
        "import_risk" => value(stage.import_risk),
        "geopolrisk" => value(stage.geopolrisk),
        "geopolrisk_low" => stage.geopolrisk.map(|rated| rated.low),
        "geopolrisk_high" => stage.geopolrisk.map(|rated| rated.high),
        "geopolrisk_midpoint" => value(stage.midpoint),
        "geopolrisk_cf" => value(stage.characterisation_factor),
        _ => Err(Undefined::NoMarket),
    }
}

fn format(column: &str) -> Format {
    match column {
        "eol_rir" | "import_reliance" | "unrated_output" => Format::Percent,
        _ => Format::Index,
    }
}

fn cell(value: Result<f64, Undefined>, format: Format) -> Cell {
    match value {
        // Not a gap: nobody defines it for this importer.
        Err(Undefined::OnlyEu) => Cell::NotApplicable,
        value => number(value.ok(), format),
    }
}

/// The columns that are shown: people do without the ends of ranges, which `explain` tells.
fn shown<'a>(all: &'a [&'static str], ranges: usize, names: &Names) -> &'a [&'static str] {
    if names.words().is_some() { &all[..all.len() - ranges] } else { all }
}

fn supply_used(used: &SupplyUsed, names: &Names) -> String {
    let id = match used {
        SupplyUsed::Both { .. } => "both",
        SupplyUsed::Global(_) => "global",
        SupplyUsed::Sourcing(_) => "sourcing",
    };
    names.words().map_or_else(|| id.to_owned(), |words| words.get(&format!("supply-used-{id}")))
}

#[allow(clippy::too_many_arguments, reason = "the parts of a table, put together in one place")]
fn table(
    id: &'static str,
    all: &[&'static str],
    ranges: usize,
    rows: Vec<Row>,
    below: &[&'static str],
    reference: &Reference,
    found: &Indicators,
    names: &Names,
) -> Table {
    let args = match names.words() {
        Some(words) => {
            let markets = || found.materials.iter().flat_map(|entry| &entry.stages);
            let output = markets().filter(|stage| stage.hhi != Err(Undefined::NoOutputInYear)).count();
            let trade = markets().filter(|stage| stage.import_hhi != Err(Undefined::NoTradeInYear)).count();
            let args = Args::new()
                .text("year", found.year.to_string())
                .text("markets", markets().count().to_string())
                .text("output", output.to_string())
                .text("trade", trade.to_string());
            Place::party(&found.importer, reference, words.lang()).put(args, Role::Asker)
        }
        None => Args::new(),
    };
    Table {
        id,
        title: title(id, names, &args),
        columns: columns(shown(all, ranges, names), names, &args),
        rows,
        notes: notes(below, names, &args),
    }
}
