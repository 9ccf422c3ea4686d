//! `growth.csv`: projected use of materials by application.

use std::collections::{BTreeMap, BTreeSet};

use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::years::GrowthRow;

use super::csv_table::read;
use crate::checks::{Known, nearest};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "growth.csv";
const COLUMNS: [&str; 7] = ["material", "application", "year", "tonnes", "source", "locator", "note"];

/// Years by application.
type Uses = BTreeMap<String, BTreeSet<i32>>;

/// Reads the table in the order of the file. `base` is the year that projections are measured against.
pub fn growth(files: &FileSet, reference: &Reference, base: i32, problems: &mut Vec<Problem>) -> Vec<GrowthRow> {
    let known = Known::new(reference);
    let mut uses: BTreeMap<String, Uses> = BTreeMap::new();
    let mut at_base: BTreeMap<String, f64> = BTreeMap::new();
    let rows = read(files, FILE, &COLUMNS, problems, |row| {
        for id in row.cell("material").split(';') {
            if reference.materials.by_id(id.trim()).is_none() {
                let names = reference.materials.iter().map(|(_, material)| (material.id.as_str(), material.id.as_str()));
                row.problem("material", format!("material ids, apart by `;`{}", nearest(id.trim(), names)));
            }
        }
        let (material, application) = (row.needed("material"), row.needed("application"));
        let year = row.year("year");
        let years = uses.entry(material.clone()).or_default().entry(application.clone()).or_default();
        if let Some(&last) = years.last().filter(|&&last| year != 0 && year <= last) {
            row.problem("year", format!("a year after {last}: the years of an application ascend, each once"));
        }
        years.insert(year);
        let before = row.problems();
        let tonnes = row.amount("tonnes");
        if tonnes.is_none() && row.problems() == before {
            row.problem("tonnes", "a number of tonnes of 0 or more");
        }
        if year == base {
            *at_base.entry(material.clone()).or_default() += tonnes.unwrap_or(0.0);
        }
        let source = known.source(row, "source");
        Some(GrowthRow {
            material,
            application,
            year,
            tonnes: tonnes?,
            source,
            locator: row.text("locator"),
            note: row.text("note"),
        })
    });
    let file = files.shown(FILE);
    whole(&file, &uses, base, problems);
    for (material, _) in at_base.iter().filter(|(_, tonnes)| **tonnes <= 0.0) {
        problems.push(Problem::new(
            &file,
            material,
            format!("no use in {base}"),
            "use above 0, against which growth is measured",
        ));
    }
    once(&file, &rows, reference, problems);
    rows
}

/// Every application needs the base year and the years of the others, or the sum over applications jumps.
fn whole(file: &str, uses: &BTreeMap<String, Uses>, base: i32, problems: &mut Vec<Problem>) {
    for (material, applications) in uses {
        let all: BTreeSet<i32> = applications.values().flatten().copied().chain([base]).filter(|&year| year != 0).collect();
        for (application, years) in applications {
            let missing: Vec<String> = all.difference(years).map(i32::to_string).collect();
            if !missing.is_empty() {
                let expected = format!("a row for {base} and for every year of the material's other applications");
                let found = format!("no row for {}", missing.join(", "));
                problems.push(Problem::new(file, format!("{material}, {application}"), found, expected));
            }
        }
    }
}

/// A material's use must not count in two sums.
fn once(file: &str, rows: &[GrowthRow], reference: &Reference, problems: &mut Vec<Problem>) {
    let mut first: BTreeMap<MaterialId, &str> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for row in rows {
        for id in row.materials(&reference.materials) {
            let before = *first.entry(id).or_insert(&row.material);
            if before != row.material && told.insert((id, &row.material)) {
                let found = format!("`{}` counts in `{before}` as well", reference.materials.get(id).id);
                problems.push(Problem::new(file, &row.material, found, "each material in one of them"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_reference;

    const BASE: i32 = 2024;

    fn found(rows: &str) -> (Vec<GrowthRow>, Vec<String>) {
        let text = format!("{}\n{rows}", COLUMNS.join(","));
        let files = FileSet::embedded().with(BTreeMap::from([(FILE.to_owned(), text.into_bytes())]));
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = growth(&files, &reference, BASE, &mut problems);
        (rows, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn the_shipped_projections_have_no_problem() {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = growth(&files, &reference, BASE, &mut problems);
        assert!(problems.is_empty(), "{problems:#?}");
        assert!(rows.iter().any(|row| row.materials(&reference.materials).len() > 1));
    }

    #[test]
    fn several_materials_and_groups_share_a_sum() {
        let reference = read_reference(&FileSet::embedded()).expect("good reference tables");
        let (rows, problems) = found("terbium;neodymium,wind,2024,1,iea_2025,,\nterbium;neodymium,wind,2030,2,iea_2025,,\n");
        assert_eq!(problems, Vec::<String>::new());
        let ids = |row: &GrowthRow| -> Vec<String> {
            row.materials(&reference.materials).into_iter().map(|id| reference.materials.get(id).id.clone()).collect()
        };
        assert_eq!(ids(&rows[0]), ["neodymium", "terbium"]);
        let (rows, _) = found("rare_earths,wind,2024,1,iea_2025,,\n");
        assert_eq!(ids(&rows[0]).len(), 15);
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let (_, problems) = found(concat!(
            "coper,wind,2024,1,iea_2025,,\n",
            "copper,wind,2030,1,iea_2025,,\n",
            "copper,wind,2030,-1,iea,,\n",
            "copper,grid,2024,0,iea_2025,,\n",
            "copper,,2024,,iea_2025,,\n",
            "rare_earths,wind,2024,5,iea_2025,,\n",
            "neodymium,wind,2024,5,iea_2025,,\n",
        ));
        let all = problems.join("\n");
        for part in [
            "data/growth.csv: line 2, material: `coper`; expected material ids, apart by `;`, nearest: copper",
            "line 4, year: `2030`; expected a year after 2030",
            "line 4, tonnes: `-1`; expected a number of tonnes of 0 or more",
            "line 4, source: `iea`; expected an id of sources.csv",
            "line 6, application: an empty cell; expected a text",
            "line 6, tonnes: an empty cell; expected a number of tonnes of 0 or more",
            "copper, wind: no row for 2024; expected a row for 2024",
            "copper, grid: no row for 2030",
            "copper: no use in 2024; expected use above 0",
            "neodymium: `neodymium` counts in `rare_earths` as well; expected each material in one of them",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
    }
}
