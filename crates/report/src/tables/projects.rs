//! Projects: what is published of planned and new plants, and what the model makes of them without measures.

use std::collections::BTreeMap;

use adit_analysis::pathway::ensemble::Fate;
use adit_vocab::material::MaterialId;
use adit_vocab::project::Project;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::pathway::{PathwayInput, span};
use super::{columns, notes, number, share, title};
use crate::naming::{Names, Naming};

/// Projects with their pathways.
#[derive(Clone, Copy)]
pub struct ProjectInput<'a> {
    /// Pathways under one package.
    pub pathways: &'a PathwayInput<'a>,
    /// World output of the base year by material and stage, tonnes.
    pub outputs: &'a BTreeMap<(MaterialId, Stage), f64>,
}

/// One table.
pub fn projects(input: &ProjectInput, naming: impl Into<Naming>) -> Vec<Table> {
    // where there is little room the last ones are left out
    const COLUMNS: [&str; 14] = [
        "project",
        "material",
        "stage",
        "country",
        "project_status",
        "first_output",
        "starts",
        "capacity_t",
        "announced_start",
        "capacity_share",
        "company",
        "as_of",
        "support",
        "publisher",
    ];
    let names = Names::new(input.pathways.reference, naming.into());
    // people know which material they asked about
    let left_out = (names.words().is_some() && input.pathways.found.len() == 1).then_some("material");
    let shown: Vec<usize> = (0..COLUMNS.len()).filter(|&place| Some(COLUMNS[place]) != left_out).collect();
    let mut rows = Vec::new();
    for (material, found) in input.pathways.found {
        let fates = found.as_ref().and_then(|ensembles| ensembles.first()).map_or(&[][..], |ensemble| &ensemble.fates);
        for (place, project) in input.pathways.projects_of(*material).into_iter().enumerate() {
            let all = row(input, project, fates.iter().find(|fate| fate.project == place), &names);
            rows.push(Row { cells: shown.iter().map(|&place| all.cells[place].clone()).collect(), ..all });
        }
    }
    let args = input.pathways.args_or_none(&names);
    vec![Table {
        id: "projects",
        title: title("projects", &names, &args),
        columns: columns(&shown.iter().map(|&place| COLUMNS[place]).collect::<Vec<_>>(), &names, &args),
        rows,
        notes: notes(&["note-projects"], &names, &args),
    }]
}

fn row(input: &ProjectInput, project: &Project, fate: Option<&Fate>, names: &Names) -> Row {
    let published = &project.row;
    let output = input.outputs.get(&(project.material, published.stage)).filter(|output| **output > 0.0);
    let text = |text: &str| if text.is_empty() { Cell::NoData } else { Cell::Text(text.to_owned()) };
    let status = published.status.id();
    Row {
        key: published.id.clone(),
        cells: vec![
            Cell::Text(published.name.clone()),
            Cell::Text(names.material(project.material)),
            Cell::Text(names.stage(published.stage)),
            Cell::Text(names.country(project.country)),
            Cell::Text(
                names
                    .words()
                    .map_or_else(|| status.to_owned(), |words| words.get(&format!("status-{}", status.replace('_', "-")))),
            ),
            fate.and_then(|fate| fate.first_output).map_or(Cell::NotApplicable, |band| Cell::Text(span(band))),
            fate.map_or(Cell::NotApplicable, |fate| share(Some(fate.starts))),
            number(project.tonnes(), Format::Tonnes),
            published.first_output.map_or(Cell::NoData, |year| Cell::Text(year.to_string())),
            share(project.tonnes().zip(output).map(|(tonnes, output)| tonnes / output)),
            text(&published.company),
            text(&published.as_of),
            text(&published.support),
            text(&format!("{} {}", published.publisher, published.published)),
        ],
    }
}
