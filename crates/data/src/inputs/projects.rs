//! `projects.csv`: plants that somebody plans or builds, one row a project, material and stage.

use std::collections::BTreeMap;

use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::project::{Project, ProjectRow, Status};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::csv_table::{Row, read};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "projects.csv";
const COLUMNS: [&str; 23] = [
    "id",
    "name",
    "company",
    "country",
    "material",
    "stage",
    "kind",
    "status",
    "as_of",
    "capacity",
    "unit",
    "content",
    "first_output",
    "part",
    "capex_usd_m",
    "opex_usd_per_t",
    "support",
    "source",
    "publisher",
    "published",
    "address",
    "confidence",
    "note",
];
/// How far a published figure can be trusted.
pub(super) const CONFIDENCE: [&str; 3] = ["high", "medium", "low"];
/// By how much the rounded parts of a project may exceed the whole.
const ROUNDING: f64 = 1e-6;

/// Reads the table in the order of the file.
pub fn projects(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<Project> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    let mut whole: BTreeMap<(String, String), (u64, f64)> = BTreeMap::new();
    let rows = read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["id"]);
        let country = known.country(row, "country");
        let material = known.material(row, "material");
        let found = reference.materials.by_id(&material);
        let stage = stage(row, found, reference);
        let kind = row.word("kind");
        let status = row.word("status");
        let (capacity, content) = capacity(row, found.zip(stage), reference);
        let capex = row.above_zero("capex_usd_m");
        let part = row.share("part");
        if capex.is_some() && row.cell("part").is_empty() {
            row.problem("part", "the part of `capex_usd_m` that this row bears, 0 to 1");
        }
        let first_output = first_output(row, status);
        for column in ["name", "company", "publisher", "address"] {
            row.needed(column);
        }
        row.period("published");
        let (name, company) = (row.text("name"), row.text("company"));
        let sum = whole.entry((name.clone(), company.clone())).or_insert((row.line(), 0.0));
        sum.1 += part.unwrap_or(0.0);
        let read = ProjectRow {
            id: row.needed("id"),
            name,
            company,
            as_of: row.text("as_of"),
            capacity,
            unit: row.text("unit"),
            content,
            first_output,
            part,
            capex_usd_m: capex,
            opex_usd_per_t: row.above_zero("opex_usd_per_t"),
            support: row.text("support"),
            source: known.source(row, "source"),
            publisher: row.text("publisher"),
            published: row.text("published"),
            address: row.text("address"),
            confidence: row.one_of("confidence", &CONFIDENCE),
            note: row.text("note"),
            stage: stage?,
            kind: kind?,
            status: status?,
            material,
            country,
        };
        Some(Project { country: reference.countries.by_iso3(&read.country)?, material: found?, row: read })
    });
    for ((name, company), (line, sum)) in whole {
        if sum > 1.0 + ROUNDING {
            let found = format!("the parts of `{name}` ({company}) are {sum:.4} together");
            problems.push(Problem::new(
                files.shown(FILE),
                format!("line {line}, part"),
                found,
                "at most 1: parts of one plant's capital",
            ));
        }
    }
    rows
}

/// A stage that the material has.
fn stage(row: &mut Row<'_>, material: Option<MaterialId>, reference: &Reference) -> Option<Stage> {
    let stage: Stage = row.word("stage")?;
    let material = reference.materials.get(material?);
    if !material.members.is_empty() {
        row.problem("material", format!("one material of the group: `{}`", material.members.join("`, `")));
        return None;
    }
    if material.stage(stage).is_none() {
        let have: Vec<&str> = material.stage.iter().map(|info| info.id.id()).collect();
        row.problem("stage", format!("a stage of this material: `{}`", have.join("`, `")));
        return None;
    }
    Some(stage)
}

/// Capacity and content: a capacity means nothing without its unit and what a unit holds.
fn capacity(row: &mut Row<'_>, market: Option<(MaterialId, Stage)>, reference: &Reference) -> (Option<f64>, Option<f64>) {
    let capacity = row.above_zero("capacity");
    let content = row.above_zero("content");
    let given = !row.cell("capacity").is_empty();
    if given && row.cell("unit").is_empty() {
        row.problem("unit", "the unit of `capacity` as published, such as `t NdFeB magnets`");
    }
    if given && row.cell("content").is_empty() {
        let basis = market.and_then(|(material, stage)| reference.materials.get(material).stage(stage));
        let basis = basis.map_or("tonnes of the basis of the stage", |info| info.basis_en.as_str());
        let unit = row.cell("unit");
        let unit = if unit.is_empty() { "unit of `capacity`" } else { unit };
        row.problem("content", format!("what one {unit} holds ({basis})"));
    }
    (capacity, content)
}

/// Year of first output: what has not had it yet cannot have had it before it was reported on.
fn first_output(row: &mut Row<'_>, status: Option<Status>) -> Option<i32> {
    row.period("as_of");
    let first = row.optional_year("first_output")?;
    let runs = matches!(status, Some(Status::Operating | Status::RampUp) | None);
    let reported: Option<i32> = row.cell("as_of").get(..4).and_then(|year| year.parse().ok());
    if let Some(reported) = reported.filter(|&reported| first < reported && !runs) {
        row.problem("first_output", format!("{reported}, the year of `as_of`, or later, or the status `operating` or `ramp_up`"));
    }
    Some(first)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::read_reference;

    const GOOD: &str = "a_gallium,A,Co,AUS,gallium,refined,by_product,construction,2025-07,100,t Ga,1,2027,1,50,,,project_reports,P,2025-07-10,x,high,";

    fn found(rows: &[&str]) -> (Vec<Project>, Vec<String>) {
        let text = format!("{}\n{}\n", COLUMNS.join(","), rows.join("\n"));
        let files = FileSet::embedded().with(BTreeMap::from([(FILE.to_owned(), text.into_bytes())]));
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = projects(&files, &reference, &mut problems);
        (rows, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn the_shipped_projects_have_no_problem() {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = projects(&files, &reference, &mut problems);
        assert!(problems.is_empty(), "{problems:#?}");
        assert!(rows.iter().any(|project| project.tonnes().is_some() && project.capex().is_some()));
    }

    #[test]
    fn a_row_gives_tonnes_and_capital_for_a_tonne() {
        let (rows, problems) = found(&[&GOOD.replace("100,t Ga,1,2027,1,50", "200,t,0.5,2027,0.5,50")]);
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((rows[0].tonnes(), rows[0].capex()), (Some(100.0), Some(250e3))); // 50 million / 2 / 100 t
    }

    #[test]
    fn all_faults_of_a_row_are_named_at_once() {
        let bad = "a_gallium,A,Co,AUX,galium,refind,smelter,built,July 2025,100,,,2027,1.2,-50,0,,reports,,2025/07,,sure,";
        let (_, problems) = found(&[GOOD, bad]);
        let all = problems.join("\n");
        for part in [
            "data/projects.csv: line 3: `a_gallium` stands already in line 2; expected one row for each id",
            "line 3, country: `AUX`; expected an ISO3 country code",
            "line 3, material: `galium`; expected a material id, nearest: gallium",
            "line 3, stage: `refind`; expected one of `mine`, `refined`, `magnet`",
            "line 3, kind: `smelter`; expected one of `mine`, `refinery`, `by_product`",
            "line 3, status: `built`; expected one of `operating`",
            "line 3, as_of: `July 2025`; expected a year, a month or a day",
            "line 3, unit: an empty cell; expected the unit of `capacity`",
            "line 3, content: an empty cell; expected what one unit of `capacity` holds",
            "line 3, part: `1.2`; expected a share between 0 and 1",
            "line 3, capex_usd_m: `-50`; expected a number of million US dollars above 0",
            "line 3, opex_usd_per_t: `0`; expected a number of US dollars per tonne above 0",
            "line 3, source: `reports`; expected an id of sources.csv",
            "line 3, publisher: an empty cell; expected a text",
            "line 3, published: `2025/07`; expected a year, a month or a day",
            "line 3, address: an empty cell; expected a text",
            "line 3, confidence: `sure`; expected one of `high`, `medium`, `low`",
            "line 2, part: the parts of `A` (Co) are 2.2000 together; expected at most 1",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
    }

    #[test]
    fn a_row_must_fit_its_material_and_its_dates() {
        let (_, problems) = found(&[
            &GOOD.replace("gallium,refined", "gallium,magnet"),
            &GOOD.replace("a_gallium", "b").replace(",A,", ",B,").replace("gallium,refined", "rare_earths,refined"),
            &GOOD.replace("a_gallium", "c").replace(",A,", ",C,").replace("2027,1,50", "2024,,50"),
            &GOOD.replace("a_gallium", "d").replace(",A,", ",D,").replace("t Ga,1,", "t Ga,,"),
        ]);
        let all = problems.join("\n");
        for part in [
            "line 2, stage: `magnet`; expected a stage of this material: `refined`",
            "line 3, material: `rare_earths`; expected one material of the group: `lanthanum`",
            "line 4, first_output: `2024`; expected 2025, the year of `as_of`, or later",
            "line 4, part: an empty cell; expected the part of `capex_usd_m`",
            "line 5, content: an empty cell; expected what one t Ga holds (t ",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
        assert_eq!(problems.len(), 5, "{all}");
        let runs = GOOD.replace("construction", "ramp_up").replace("2027", "2024");
        assert_eq!(found(&[&runs]).1, Vec::<String>::new(), "what runs may have begun before it was reported on");
    }
}
