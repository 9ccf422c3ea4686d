//! Numbers of the cut-off table: computed again, with other parameters if need be.

use adit_analysis::screen::{Asker, Form, Screen, Subject, screen};
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::figure::Figure;
use adit_vocab::losses::{LossParameters, LossValues};
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::table::{Cell, Table};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::assumptions::assumption;
use super::{Assumption, Context, Effect};
use crate::losses::AskerData;
use crate::session::Problems;

/// True for a column of the table.
pub(super) fn has(column: &str) -> bool {
    column.starts_with("cutoff_")
}

/// True for a column whose number the parameters of losses bear on.
fn lost(column: &str) -> bool {
    matches!(column, "cutoff_output_usd" | "cutoff_economy_usd")
}

/// The table with the rows of one material.
pub(super) fn table(context: &Context, material: MaterialId) -> Result<Table, Problems> {
    let asker = context.session.asker_data(context.importer, &[])?;
    let values = context.session.parameters_of(material)?.values();
    table_with(context, material, &asker, values, asker.losses.values())
}

fn table_with(
    context: &Context,
    material: MaterialId,
    asker: &AskerData,
    values: Values,
    losses: LossValues,
) -> Result<Table, Problems> {
    let session = context.session;
    let found = match session.subject(material, asker)? {
        Some(subject) => {
            let subject = Subject { values, ..subject };
            screen(&[subject], &Asker { losses, ..asker.asker() }, Some(context.against), Form::FirstYear, &|| ())
        }
        None => Screen::default(),
    };
    Ok(tables::cutoff(session.reference(), session.baseline()?.year, context.importer, context.against, &found, Naming::Ids))
}

/// Sources of a number beside those of the market.
pub(super) fn sources(column: &str) -> impl Iterator<Item = &'static str> {
    let list: &[&str] = if lost(column) { &["bea_2023", "bea_2017", "ec_crm_2023"] } else { &[] };
    list.iter().copied()
}

/// The parameters behind a number.
pub(super) fn assumptions(context: &Context, material: MaterialId, column: &str) -> Result<Vec<Assumption>, Problems> {
    let parameters = context.session.parameters_of(material)?;
    let market = Parameters::NAMES.iter().zip(parameters.figures());
    let mut list: Vec<Assumption> = Vec::new();
    if lost(column) {
        let figures = context.session.loss_parameters()?.figures();
        let named = LossParameters::NAMES.iter().zip(figures);
        list.extend(named.map(|(name, figure)| assumption(format!("losses.{name}"), figure)));
    }
    list.extend(market.map(|(name, figure)| assumption(format!("model.{name}"), figure)));
    Ok(list)
}

/// What each parameter does to a number at both ends of its range, largest effect first; those without effect are left out.
pub(super) fn effects(context: &Context, material: MaterialId, row: &str, column: &str) -> Result<Vec<Effect>, Problems> {
    let parameters = context.session.parameters_of(material)?;
    let asker = context.session.asker_data(context.importer, &[])?;
    let value = |values: Values, losses: LossValues| -> Result<Option<f64>, Problems> {
        let table = table_with(context, material, &asker, values, losses)?;
        let place = table.columns.iter().position(|known| known.id == column);
        let cell = table.rows.iter().find(|known| known.key == row).zip(place).map(|(row, place)| row.cells[place].clone());
        Ok(match cell {
            Some(Cell::Number(number, _)) => Some(number),
            _ => None,
        })
    };
    let (market, losses) = (parameters.values(), asker.losses.values());
    let central = value(market, losses)?;
    let moved = |count: usize, place: usize, end: f64| {
        let mut quantiles = vec![0.5; count];
        quantiles[place] = end;
        quantiles
    };
    // every parameter asked about: of the market, or of losses
    let market_figures =
        Parameters::NAMES.iter().zip(parameters.figures()).enumerate().map(|(place, known)| (true, place, known));
    let loss_figures =
        LossParameters::NAMES.iter().zip(asker.losses.figures()).enumerate().map(|(place, known)| (false, place, known));
    let asked: Vec<(bool, usize, (&&str, &Figure))> = market_figures.chain(loss_figures.filter(|_| lost(column))).collect();
    let effect = |&(of_market, place, (name, figure)): &(bool, usize, (&&str, &Figure))| -> Result<Option<Effect>, Problems> {
        let (Some(low), Some(high)) = (figure.low, figure.high) else { return Ok(None) };
        let at = |end: f64| match of_market {
            true => value(parameters.at(&moved(Parameters::NAMES.len(), place, end)), losses),
            false => value(market, asker.losses.at(&moved(LossParameters::NAMES.len(), place, end))),
        };
        let (at_low, at_high) = (at(0.0)?, at(1.0)?);
        let key = format!("{}.{name}", if of_market { "model" } else { "losses" });
        Ok((at_low != central || at_high != central).then_some(Effect {
            key,
            value: figure.value,
            range: (low, high),
            at_low,
            at_high,
        }))
    };
    let found: Result<Vec<Option<Effect>>, Problems> = asked.par_iter().map(effect).collect();
    let mut found: Vec<Effect> = found?.into_iter().flatten().collect();
    let size = |effect: &Effect| {
        let moved = |end: Option<f64>| end.zip(central).map_or(0.0, |(end, central)| (end - central).abs());
        moved(effect.at_low).max(moved(effect.at_high))
    };
    found.sort_by(|a, b| size(b).total_cmp(&size(a)));
    Ok(found)
}
