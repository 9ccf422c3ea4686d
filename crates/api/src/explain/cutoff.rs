//! Numbers of the cut-off table: computed again, with other parameters if need be.

use adit_analysis::screen::{Form, Screen, Subject, screen};
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::table::{Cell, Table};

use super::assumptions::assumption;
use super::{Assumption, Context, Effect};
use crate::session::Problems;

/// True for a column of the table.
pub(super) fn has(column: &str) -> bool {
    column.starts_with("cutoff_")
}

/// The table with the rows of one material.
pub(super) fn table(context: &Context, material: MaterialId) -> Result<Table, Problems> {
    let values = context.session.parameters_of(material)?.values();
    table_with(context, material, values)
}

fn table_with(context: &Context, material: MaterialId, values: Values) -> Result<Table, Problems> {
    let session = context.session;
    let baseline = session.baseline()?;
    let asker = session.asker_data(context.importer, &[])?;
    let found = match session.subject(material, &asker)? {
        Some(subject) => {
            let subject = Subject { values, ..subject };
            screen(&[subject], &asker.asker(), Some(context.against), Form::Monthly, &|| ())
        }
        None => Screen { outcomes: Vec::new(), unsolved: Vec::new() },
    };
    Ok(tables::cutoff(session.reference(), baseline.year, context.importer, context.against, &found, Naming::Ids))
}

/// The parameters behind the numbers.
pub(super) fn assumptions(context: &Context, material: MaterialId) -> Result<Vec<Assumption>, Problems> {
    let parameters = context.session.parameters_of(material)?;
    let figures = Parameters::NAMES.iter().zip(parameters.figures());
    Ok(figures.map(|(name, figure)| assumption(format!("model.{name}"), figure)).collect())
}

/// What each parameter does to a number at both ends of its range, largest effect first; those without effect are left out.
pub(super) fn effects(context: &Context, material: MaterialId, row: &str, column: &str) -> Result<Vec<Effect>, Problems> {
    let parameters = context.session.parameters_of(material)?;
    let value = |values: Values| -> Result<Option<f64>, Problems> {
        let table = table_with(context, material, values)?;
        let place = table.columns.iter().position(|known| known.id == column);
        let cell = table.rows.iter().find(|known| known.key == row).zip(place).map(|(row, place)| row.cells[place].clone());
        Ok(match cell {
            Some(Cell::Number(number, _)) => Some(number),
            _ => None,
        })
    };
    let central = value(parameters.values())?;
    let mut found = Vec::new();
    for (place, (name, figure)) in Parameters::NAMES.iter().zip(parameters.figures()).enumerate() {
        let (Some(low), Some(high)) = (figure.low, figure.high) else { continue };
        let at = |end: f64| {
            let mut quantiles = vec![0.5; Parameters::NAMES.len()];
            quantiles[place] = end;
            value(parameters.at(&quantiles))
        };
        let (at_low, at_high) = (at(0.0)?, at(1.0)?);
        if at_low != central || at_high != central {
            found.push(Effect { key: format!("model.{name}"), value: figure.value, range: (low, high), at_low, at_high });
        }
    }
    let size = |effect: &Effect| {
        let moved = |end: Option<f64>| end.zip(central).map_or(0.0, |(end, central)| (end - central).abs());
        moved(effect.at_low).max(moved(effect.at_high))
    };
    found.sort_by(|a, b| size(b).total_cmp(&size(a)));
    Ok(found)
}
