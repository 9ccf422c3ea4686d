//! Checks that need the reference tables: known ids, sources, duplicate rows.

use std::collections::{HashMap, HashSet};

use adit_vocab::lookup::{Found, find};
use adit_vocab::observation::{Flag, ProductionRow, WorldRow};
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use crate::inputs::csv_table::Row;

/// The publisher's "other countries" in tables that allow it.
pub const OTHER: &str = "OTH";

/// What ids may appear in a table.
pub struct Known<'a> {
    reference: &'a Reference,
    sources: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    /// Takes the ids from the reference tables.
    pub fn new(reference: &'a Reference) -> Self {
        Known { reference, sources: reference.sources.iter().map(|source| source.id.as_str()).collect() }
    }

    /// A material id that exists.
    pub fn material(&self, row: &mut Row<'_>, column: &str) -> String {
        let id = row.cell(column);
        if self.reference.materials.by_id(id).is_none() {
            let names = self.reference.materials.iter().map(|(_, material)| (material.id.as_str(), material.id.as_str()));
            row.problem(column, format!("a material id{}", nearest(id, names)));
        }
        id.to_owned()
    }

    /// An ISO3 code that exists.
    pub fn country(&self, row: &mut Row<'_>, column: &str) -> String {
        let iso3 = row.cell(column);
        if self.reference.countries.by_iso3(iso3).is_none() {
            row.problem(column, format!("an ISO3 country code{}", self.nearest_country(iso3)));
        }
        iso3.to_owned()
    }

    /// An ISO3 code that exists, or [`OTHER`].
    pub fn country_or_other(&self, row: &mut Row<'_>, column: &str) -> String {
        if row.cell(column) == OTHER { OTHER.to_owned() } else { self.country(row, column) }
    }

    /// A source id that exists.
    pub fn source(&self, row: &mut Row<'_>, column: &str) -> String {
        let id = row.cell(column);
        if !self.sources.contains(id) {
            row.problem(column, format!("an id of sources.csv{}", self.nearest_source(id)));
        }
        id.to_owned()
    }

    /// Tonnes that fit the row's flag: nothing where the figure is withheld or not available, zero where it is a zero.
    pub fn tonnes_with_flag(&self, row: &mut Row<'_>) -> Option<f64> {
        let tonnes = row.amount("tonnes");
        match (row.cell("flag"), tonnes) {
            ("withheld" | "not_available" | "bound", Some(_)) => {
                row.problem("tonnes", "an empty cell, because the flag says that no such figure is published")
            }
            ("zero", Some(value)) if value != 0.0 => row.problem("tonnes", "0, because the flag says zero"),
            ("zero" | "reported" | "estimated" | "range" | "derived" | "single_fact" | "assumption", None)
                if row.cell("tonnes").is_empty() =>
            {
                row.problem("tonnes", format!("a number of tonnes, because the flag says {}", row.cell("flag")));
            }
            _ => {}
        }
        tonnes
    }

    /// A range that holds its value; an assumption must have one.
    pub fn range(&self, row: &mut Row<'_>) {
        let parse = |column: &str| row.cell(column).parse::<f64>().ok();
        let (tonnes, low, high) = (parse("tonnes"), parse("low"), parse("high"));
        match (tonnes, low, high) {
            (Some(value), Some(low), Some(high)) if !(low <= value && value <= high) => {
                row.problem("tonnes", format!("a value within its range, {low} to {high}"));
            }
            (_, None, _) | (_, _, None) if row.cell("flag") == "assumption" => {
                row.row_problem("an assumption without range", "low and high");
            }
            _ => {}
        }
    }

    /// True if the source exists.
    pub fn has_source(&self, id: &str) -> bool {
        self.sources.contains(id)
    }

    /// `, nearest: ...` for a wrong source id.
    pub fn nearest_source(&self, id: &str) -> String {
        nearest(id, self.reference.sources.iter().map(|source| (source.id.as_str(), source.id.as_str())))
    }

    /// `, nearest: ...` for a wrong country.
    pub fn nearest_country(&self, text: &str) -> String {
        let names = self.reference.countries.iter().flat_map(|(_, country)| {
            let shown = country.iso3.as_str();
            [(shown, shown), (country.name_en.as_str(), shown), (country.name_de.as_str(), shown)]
        });
        nearest(text, names)
    }
}

/// `, nearest: a, b, c` from `(name, shown)`, or nothing.
pub fn nearest<'a>(wanted: &str, names: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    if wanted.is_empty() {
        return String::new();
    }
    match find(wanted, names.map(|(name, shown)| (name, shown, shown))) {
        Found::One(name) => format!(", nearest: {name}"),
        Found::Nearest(names) if !names.is_empty() => format!(", nearest: {}", names.join(", ")),
        Found::Nearest(_) => String::new(),
    }
}

/// Finds rows that say the same thing twice.
#[derive(Default)]
pub struct Seen {
    lines: HashMap<String, u64>,
}

impl Seen {
    /// Reports the row if an earlier one has the same values in these columns.
    pub fn check(&mut self, row: &mut Row<'_>, columns: &[&str]) {
        let key: Vec<&str> = columns.iter().map(|column| row.cell(column)).collect();
        let key = key.join(" ");
        let line = row.line();
        if let Some(first) = self.lines.get(&key) {
            row.row_problem(
                format!("`{key}` stands already in line {first}"),
                format!("one row for each {}", columns.join(", ")),
            );
        } else {
            self.lines.insert(key, line);
        }
    }
}

/// World totals that the countries of the same source, year and kind exceed by more than this are wrong.
const MOST_OF_WORLD: f64 = 1.2;

/// Countries together cannot make more than the world: the same source, year, stage and kind is compared.
pub fn countries_within_world(production: &[ProductionRow], world: &[WorldRow], file: &str, problems: &mut Vec<Problem>) {
    for total in world.iter().filter(|row| row.flag != Flag::Assumption) {
        let Some(tonnes) = total.tonnes else { continue };
        let same = |row: &&ProductionRow| {
            (&row.material, row.stage, row.kind, row.year, &row.source)
                == (&total.material, total.stage, total.kind, total.year, &total.source)
        };
        let sum: f64 = production.iter().filter(same).filter_map(|row| row.tonnes).sum();
        if sum > MOST_OF_WORLD * tonnes {
            problems.push(Problem::new(
                file,
                format!("{} {} {} {}", total.material, total.stage, total.year, total.source),
                format!("world {tonnes} t, its countries together {sum} t"),
                "a world total that is not exceeded by its countries",
            ));
        }
    }
}
