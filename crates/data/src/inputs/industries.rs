//! `sectors/`: industries with their national table, narrower industries, and what the applications of materials belong to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use adit_vocab::industry::{Application, Detail, Industries, Industry, MakeUse, Technology};
use adit_vocab::lang::Text;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::{Row, read};
use super::sectors::{Region, Scheme, sectors};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// Who makes what.
pub const MAKE: &str = "sectors/bea_make.csv";
/// Who buys what.
pub const USE: &str = "sectors/bea_use.csv";
/// How much of what industries buy is imported.
pub const IMPORTS: &str = "sectors/bea_imports.csv";
/// Narrower industries.
pub const DETAILS: &str = "sectors/details.csv";
/// Technologies.
pub const TECHNOLOGIES: &str = "sectors/technologies.csv";
/// What applications belong to.
pub const APPLICATIONS: &str = "sectors/applications.csv";
/// Final users have codes that begin with this letter.
const FINAL: char = 'F';
/// The tables count in millions.
const MILLION: f64 = 1e6;

/// A row of `bea_make.csv`: what an industry makes of a commodity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeRow {
    /// Industry code.
    pub industry: String,
    /// Commodity code.
    pub commodity: String,
    /// Million US dollars.
    pub value: f64,
}

/// A row of `bea_use.csv`: what an industry or a final user buys of a commodity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UseTableRow {
    /// Commodity code.
    pub commodity: String,
    /// Industry code, or the code of a final use, which begins with F; imports are a final use below zero.
    pub user: String,
    /// Million US dollars.
    pub value: f64,
}

/// A row of `bea_imports.csv`: how much of what industries buy of a commodity is imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRow {
    /// Commodity code.
    pub commodity: String,
    /// Share, 0 to 1; empty if industries buy nothing of it.
    pub share: Option<f64>,
}

/// A row of `details.csv`: an industry within one of `industries.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DetailRow {
    /// Its code.
    pub code: String,
    /// Code of the industry it belongs to.
    pub summary: String,
    /// Name in English.
    pub name_en: String,
    /// Output in `unit`.
    pub output: Option<f64>,
    /// Value added in `unit`.
    pub value_added: f64,
    /// `million USD`.
    pub unit: String,
    /// Year of the table.
    pub year: i32,
    /// Source id.
    pub source: String,
}

/// A row of `technologies.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TechnologyRow {
    /// Short id.
    pub id: String,
    /// Name in English.
    pub name_en: String,
    /// Name in German.
    pub name_de: String,
}

/// A row of `applications.csv`: where an application of a material belongs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationRow {
    /// Material id.
    pub material: String,
    /// The application as the material's file names it.
    pub application: String,
    /// Codes of narrower industries, separated by blanks; the whole industry if empty.
    pub details: String,
    /// Ids of technologies, separated by blanks.
    pub technologies: String,
    /// Source id.
    pub source: String,
    /// Why.
    pub note: String,
}

/// Reads all of it.
pub fn industries(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Industries {
    let known = Known::new(reference);
    let sectors = sectors(files, &known, problems);
    let of = |scheme, region| sectors.industries.iter().filter(move |row| row.scheme == scheme && row.region == region);
    let codes: BTreeMap<&str, usize> =
        of(Scheme::Bea71, Region::USA).enumerate().map(|(place, row)| (row.code.as_str(), place)).collect();
    let mut list: Vec<Industry> = of(Scheme::Bea71, Region::USA)
        .map(|row| Industry {
            code: row.code.clone(),
            name: Text { en: row.name_en.clone(), de: row.name_de.clone() },
            value_added: row.value_added.unwrap_or(0.0) * MILLION,
            european_value_added: None,
        })
        .collect();
    let mut nace = BTreeMap::new();
    for row in &sectors.crosswalk {
        let Some(&place) = codes.get(row.bea71.as_str()) else { continue };
        nace.insert(row.nace2.clone(), place);
        let european = of(Scheme::Nace2, Region::EU).find(|industry| industry.code == row.nace2);
        if let Some(value) = european.and_then(|industry| industry.value_added) {
            *list[place].european_value_added.get_or_insert(0.0) += value * MILLION;
        }
    }
    let table = table(files, &codes, problems);
    let details = details(files, &codes, &known, problems);
    let technologies = technologies(files, problems);
    let applications = applications(files, reference, &known, (&details, &technologies), problems);
    let year = of(Scheme::Bea71, Region::USA).filter_map(|row| row.year).next().unwrap_or_default();
    Industries { list, table, year, details, technologies, nace, applications }
}

fn table(files: &FileSet, codes: &BTreeMap<&str, usize>, problems: &mut Vec<Problem>) -> MakeUse {
    let imports = read(files, IMPORTS, &["commodity", "share"], problems, |row| {
        let share = row.share("share");
        Some((row.needed("commodity"), share))
    });
    let goods: BTreeMap<&str, usize> = imports.iter().enumerate().map(|(place, (code, _))| (code.as_str(), place)).collect();
    let industry = |row: &mut Row<'_>, column: &str| {
        let found = codes.get(row.cell(column)).copied();
        if found.is_none() {
            row.problem(column, "a code of sectors/industries.csv");
        }
        found
    };
    let commodity = |row: &mut Row<'_>| {
        let found = goods.get(row.cell("commodity")).copied();
        if found.is_none() {
            row.problem("commodity", "a code of sectors/bea_imports.csv");
        }
        found
    };
    let value = |row: &mut Row<'_>| {
        let value = row.number("value");
        if value.is_none() {
            row.problem("value", "a number, million USD");
        }
        value.map(|value| value * MILLION)
    };
    let mut seen = Seen::default();
    let make = read(files, MAKE, &["industry", "commodity", "value"], problems, |row| {
        seen.check(row, &["industry", "commodity"]);
        let (industry, commodity, value) = (industry(row, "industry"), commodity(row), value(row));
        Some((industry?, commodity?, value?))
    });
    let mut seen = Seen::default();
    let bought = read(files, USE, &["commodity", "user", "value"], problems, |row| {
        seen.check(row, &["commodity", "user"]);
        let user = if row.cell("user").starts_with(FINAL) { None } else { Some(industry(row, "user")?) };
        let (commodity, value) = (commodity(row), value(row));
        Some((commodity?, user, value?))
    });
    let (mut intermediate, mut final_use) = (Vec::new(), Vec::new());
    for (commodity, user, value) in bought {
        match user {
            Some(user) => intermediate.push((commodity, user, value)),
            None => final_use.push((commodity, value)),
        }
    }
    let (commodities, imported) = imports.into_iter().unzip();
    MakeUse { commodities, make, intermediate, final_use, imported }
}

fn details(files: &FileSet, codes: &BTreeMap<&str, usize>, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<Detail> {
    const COLUMNS: [&str; 8] = ["code", "summary", "name_en", "output", "value_added", "unit", "year", "source"];
    let mut seen = Seen::default();
    read(files, DETAILS, &COLUMNS, problems, |row| {
        seen.check(row, &["code"]);
        row.year("year");
        row.amount("output");
        known.source(row, "source");
        let value_added = row.number("value_added");
        if value_added.is_none() {
            row.problem("value_added", "a number, million USD");
        }
        let industry = codes.get(row.cell("summary")).copied();
        if industry.is_none() {
            row.problem("summary", "a code of sectors/industries.csv");
        }
        Some(Detail { code: row.needed("code"), industry: industry?, value_added: value_added? * MILLION })
    })
}

fn technologies(files: &FileSet, problems: &mut Vec<Problem>) -> Vec<Technology> {
    let mut seen = Seen::default();
    read(files, TECHNOLOGIES, &["id", "name_en", "name_de"], problems, |row| {
        seen.check(row, &["id"]);
        Some(Technology { id: row.needed("id"), name: Text { en: row.needed("name_en"), de: row.needed("name_de") } })
    })
}

fn applications(
    files: &FileSet,
    reference: &Reference,
    known: &Known<'_>,
    (details, technologies): (&[Detail], &[Technology]),
    problems: &mut Vec<Problem>,
) -> BTreeMap<(MaterialId, String), Application> {
    const COLUMNS: [&str; 6] = ["material", "application", "details", "technologies", "source", "note"];
    let mut seen = Seen::default();
    let rows = read(files, APPLICATIONS, &COLUMNS, problems, |row| {
        seen.check(row, &["material", "application"]);
        known.source(row, "source");
        let material = reference.materials.by_id(&known.material(row, "material"))?;
        let application = row.needed("application");
        if !reference.materials.get(material).end_use.iter().any(|end_use| end_use.application == application) {
            row.problem("application", "an application of the material's file");
        }
        let mut places = |column: &str, file: &str, place: &dyn Fn(&str) -> Option<usize>| {
            let cell = row.cell(column);
            let found: Vec<usize> = cell.split_whitespace().filter_map(place).collect();
            if found.len() < cell.split_whitespace().count() {
                row.problem(column, format!("codes of {file}, separated by blanks"));
            }
            found
        };
        let details = places("details", DETAILS, &|code| details.iter().position(|detail| detail.code == code));
        let technologies = places("technologies", TECHNOLOGIES, &|id| technologies.iter().position(|known| known.id == id));
        Some(((material, application), Application { details, technologies }))
    });
    rows.into_iter().collect()
}
