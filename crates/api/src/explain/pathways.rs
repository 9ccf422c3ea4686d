//! Numbers of the table of dependencies that end: computed again for one material, with the packages and projects behind them.

use adit_data::{package_text, shipped_packages};
use adit_report::naming::Naming;
use adit_vocab::losses::LossParameters;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Parameters;
use adit_vocab::policy::PolicyText;
use adit_vocab::table::Table;
use adit_vocab::years::YearParameters;

use super::assumptions::assumption;
use super::pathways_columns::PATHWAYS_COLUMNS;
use super::{Assumption, Context, Published};
use crate::brief_pathways::PACKAGES;
use crate::session::Problems;

/// True for a column of the table.
pub(super) fn has(column: &str) -> bool {
    PATHWAYS_COLUMNS.iter().any(|known| known.id == column)
}

/// True for a column of what users lose.
fn lost(column: &str) -> bool {
    column.starts_with("stop_users_")
}

/// The table with the row of one material.
pub(super) fn table(context: &Context, material: MaterialId) -> Result<Table, Problems> {
    let session = context.session;
    let request = session.ends_request(context.importer, context.against, vec![material])?;
    session.ends_table(&request, &session.ends(&request, &|| ())?, Naming::Ids)
}

/// The measures behind a number with their terms and where these come from; none for what happens without measures. Of those
/// announced only the ones that are about the material.
pub(super) fn measures(context: &Context, material: MaterialId, column: &str) -> Result<Vec<(String, String)>, Problems> {
    let [_, _, together] = PACKAGES;
    let mut found = Vec::new();
    if column.contains("_announced") {
        let (measures, announced) = (context.session.measures()?, context.session.announced()?);
        for part in announced.parts.iter().filter(|part| part.cannot.is_none()) {
            let measure = &measures[part.measure];
            let entry = &measure.entries[part.entry];
            if entry.scope.holds(material) {
                let said = format!("{} ({}), {}", measure.name.get(context.lang), measure.file, terms(&entry.text.policy));
                found.push((context.say("measure", "Maßnahme"), said));
            }
        }
    }
    if column.contains("_together") {
        for package in shipped_packages().iter().filter(|package| package.id == together) {
            let (text, problems) = package_text(&package.file, &package.bytes);
            let Some(text) = text else { return Err(problems) };
            found.push((context.say("package", "Paket"), format!("{} ({})", text.name.get(context.lang), package.file)));
            found.extend(text.measure.iter().map(|measure| (context.say("measure", "Maßnahme"), terms(measure))));
        }
    }
    Ok(found)
}

/// The terms of a measure as they stand in its file.
fn terms(text: &PolicyText) -> String {
    let until = text.until.map(|until| ("until", until.to_string()));
    let number = |name, value: Option<f64>| value.map(|value| (name, value.to_string()));
    let terms = [
        Some(("from", text.from.to_string())),
        until,
        number("over_base", text.over_base),
        number("usd_per_t", text.usd_per_t),
        number("returned", text.returned),
        number("years", text.years),
        number("factor", text.factor),
        number("part", text.part),
        number("rate", text.rate),
        number("days", text.days),
        number("trigger", text.trigger),
        text.inside.map(|inside| ("inside", inside.to_string())),
    ];
    let listed: Vec<String> = terms.into_iter().flatten().map(|(name, value)| format!("{name} {value}")).collect();
    let note = if text.note.is_empty() { String::new() } else { format!("; {}", text.note) };
    format!("{}: {}{note}", text.instrument, listed.join(", "))
}

/// The projects of the material, as published.
pub(super) fn projects(context: &Context, material: MaterialId) -> Result<Vec<Published>, Problems> {
    let projects = context.session.projects()?.iter().filter(|project| project.material == material);
    let published = |project: &adit_vocab::project::Project| {
        let row = &project.row;
        let capacity = row.capacity.map_or_else(|| "–".to_owned(), |capacity| format!("{capacity} {}", row.unit));
        Published {
            what: format!("{}, {} ({}, {})", row.name, row.company, row.country, row.stage),
            printed: capacity,
            value: project.tonnes(),
            period: row.as_of.clone(),
            flag: row.status.id().to_owned(),
            source: row.source.clone(),
            locator: format!("{} {}, {}", row.publisher, row.published, row.address),
            note: row.note.clone(),
        }
    };
    Ok(projects.map(published).collect())
}

/// Ids of sources beside those of the market.
pub(super) fn sources(context: &Context, material: MaterialId, column: &str) -> Result<Vec<String>, Problems> {
    let mut ids = context.session.pathway_sources(&[material])?;
    if lost(column) {
        ids.extend(super::cutoff::sources("cutoff_output_usd").map(str::to_owned));
    }
    Ok(ids)
}

/// The parameters behind a number, those of the years first.
pub(super) fn assumptions(context: &Context, material: MaterialId, column: &str) -> Result<Vec<Assumption>, Problems> {
    let session = context.session;
    let years = YearParameters::NAMES.iter().zip(session.year_parameters()?.figures());
    let mut list: Vec<Assumption> = years.map(|(name, figure)| assumption(format!("years.{name}"), figure)).collect();
    if lost(column) {
        let losses = LossParameters::NAMES.iter().zip(session.loss_parameters()?.figures());
        list.extend(losses.map(|(name, figure)| assumption(format!("losses.{name}"), figure)));
    }
    let parameters = session.parameters_of(material)?;
    let market = Parameters::NAMES.iter().zip(parameters.figures());
    list.extend(market.map(|(name, figure)| assumption(format!("model.{name}"), figure)));
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief_pathways::DRAWS;

    #[test]
    fn formulas_name_the_draws_there_are() {
        for column in PATHWAYS_COLUMNS {
            let (en, de) = column.formula;
            assert!(en.contains(&format!("{DRAWS} draws")) && de.contains(&format!("{DRAWS} Ziehungen")), "{}", column.id);
        }
    }
}
