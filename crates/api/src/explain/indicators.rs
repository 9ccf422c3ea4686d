//! What stands behind a cell of the indicator tables: range, numbers it is made of, sources.

use adit_analysis::indicators::{MaterialIndicators, Rated, StageIndicators, SupplyUsed};
use adit_data::read_trade_parameters;
use adit_vocab::figure::Figure;
use adit_vocab::material::MaterialId;
use adit_vocab::stage::Stage;
use adit_vocab::table::Format;

use super::{Context, Part};
use crate::session::Problems;
use crate::write;

/// The answer for one material.
fn answer(context: &Context, material: MaterialId) -> Result<MaterialIndicators, Problems> {
    let mut found = context.session.indicators(&context.indicators_request(material))?.materials;
    Ok(found.remove(0))
}

fn of_stage(entry: &MaterialIndicators, stage: Option<Stage>) -> Option<&StageIndicators> {
    entry.stages.iter().find(|found| Some(found.stage) == stage)
}

/// The range that missing ratings leave open, as a line about the number.
pub(super) fn range(
    context: &Context,
    material: MaterialId,
    stage: Option<Stage>,
    column: &str,
) -> Result<Vec<(String, String)>, Problems> {
    let entry = answer(context, material)?;
    let rated: Option<Rated> = match (column, of_stage(&entry, stage)) {
        ("eu_supply_risk", _) => entry.supply_risk.ok().map(|(risk, _)| risk),
        ("country_risk", Some(stage)) => stage.country_risk.ok(),
        ("supply_risk", Some(stage)) => stage.supply_risk.ok(),
        ("import_risk", Some(stage)) => stage.import_risk.ok(),
        ("geopolrisk", Some(stage)) => stage.geopolrisk.ok(),
        ("geopolrisk_midpoint", Some(stage)) => stage.midpoint.ok(),
        ("geopolrisk_cf", Some(stage)) => stage.characterisation_factor.ok(),
        _ => None,
    };
    // Where everyone is rated there is no range.
    let line = |rated: Rated| {
        let number = |value: f64| write::number(value, Format::Index, context.lang);
        let (low, high, unrated) =
            (number(rated.low), number(rated.high), write::number(rated.unrated.0, Format::Percent, context.lang));
        (
            context.say("range", "Spanne"),
            context.say(
                &format!("{low} to {high}, if suppliers without a rating ({unrated}) were rated best or worst"),
                &format!(
                    "{low} bis {high}, wenn Lieferanten ohne Bewertung ({unrated}) am besten oder am schlechtesten bewertet wären"
                ),
            ),
        )
    };
    let rated = rated.filter(|rated| rated.low < rated.high);
    Ok(rated.map(line).into_iter().collect())
}

/// The numbers it is made of.
pub(super) fn parts(context: &Context, material: MaterialId, stage: Option<Stage>, column: &str) -> Result<Vec<Part>, Problems> {
    let entry = answer(context, material)?;
    let id = &context.session.reference().materials.get(material).id;
    let part = |name: String, key: String, value: f64, format: Format| Part { name, key, value, format };
    let figure =
        |(path, name, figure): (String, String, &Figure)| part(name, format!("{id}.{path}"), figure.value, Format::Index);
    let mut parts = Vec::new();
    if column == "eu_supply_risk" {
        for found in &entry.stages {
            if let Ok(risk) = found.supply_risk {
                let key = format!("{id}.{}.supply_risk", found.stage);
                parts.push(part(format!("{}", found.stage), key, risk.value, Format::Index));
            }
        }
    }
    if let Some(found) = of_stage(&entry, stage) {
        let of = |column: &str| format!("{id}.{}.{column}", found.stage);
        let hhi = || found.hhi.ok().map(|value| part("HHI".into(), of("hhi"), value, Format::Index));
        match column {
            "supply_risk" => {
                let mut core = |name: String, rated: Rated| parts.push(part(name, String::new(), rated.value, Format::Index));
                let world = context.say("C(world)", "C(Welt)");
                let own = context.say("C(own sourcing)", "C(eigene Bezüge)");
                match found.supply_used {
                    Ok(SupplyUsed::Both { global, sourcing, .. }) => {
                        core(world, global);
                        core(own, sourcing);
                    }
                    Ok(SupplyUsed::Global(rated)) => core(world, rated),
                    Ok(SupplyUsed::Sourcing(rated)) => core(own, rated),
                    Err(_) => {}
                }
                let reliance = found.import_reliance.ok();
                parts.extend(reliance.map(|value| part("IR".into(), of("import_reliance"), value, Format::Percent)));
            }
            "geopolrisk" => {
                parts.extend(hhi());
                let name = context.say("import risk", "Einfuhrrisiko");
                parts.extend(found.import_risk.ok().map(|risk| part(name, of("import_risk"), risk.value, Format::Index)));
            }
            "geopolrisk_midpoint" => {
                let name = context.say("score", "Wert");
                parts.extend(found.geopolrisk.ok().map(|score| part(name, of("geopolrisk"), score.value, Format::Index)));
                for price in prices(context, material, found.stage)? {
                    let name = format!("{} ({}: {})", context.say("price", "Preis"), price.source, price.series);
                    parts.extend(price.usd_per_t.map(|value| part(name, String::new(), value, Format::UsdPerTonne)));
                }
            }
            "geopolrisk_cf" => {
                let name = context.say("midpoint", "Mittelpunkt");
                parts.extend(found.midpoint.ok().map(|mid| part(name, of("geopolrisk_midpoint"), mid.value, Format::Index)));
            }
            _ => {}
        }
    }
    parts.extend(figures(context, material, column).into_iter().map(figure));
    Ok(parts)
}

/// Sources of what is read besides the baseline.
pub(super) fn sources(context: &Context, material: MaterialId, column: &str) -> Vec<(String, String)> {
    let reference = context.session.reference();
    let mut ids: Vec<(String, String)> = figures(context, material, column)
        .into_iter()
        .map(|(_, _, figure)| (figure.source.clone(), figure.locator.clone().unwrap_or_default()))
        .collect();
    let rated = ["risk", "geopolrisk"].iter().any(|word| column.contains(word));
    if rated || column == "unrated_output" {
        let published = reference.sources.iter().filter(|source| source.id.contains("wgi"));
        ids.extend(published.map(|source| (source.id.clone(), String::new())));
    }
    if column.contains("supply_risk") {
        let id = &reference.materials.get(material).id;
        let rows = read_trade_parameters(context.session.files(), reference).unwrap_or_default();
        let fits = rows
            .into_iter()
            .filter(|row| row.importer == context.importer.id && (row.material.is_empty() || row.material == *id));
        ids.extend(fits.map(|row| (row.source, row.locator)));
    }
    if matches!(column, "geopolrisk_midpoint" | "geopolrisk_cf") {
        for stage in Stage::ALL {
            ids.extend(prices(context, material, stage).unwrap_or_default().into_iter().map(|row| (row.source, row.locator)));
        }
    }
    ids
}

/// The price that counts: the first series of the base year.
fn prices(context: &Context, material: MaterialId, stage: Stage) -> Result<Vec<adit_vocab::observation::PriceRow>, Problems> {
    let year = context.session.baseline()?.year;
    let id = &context.session.reference().materials.get(material).id;
    let rows = &context.session.observations()?.prices;
    let fits = rows.iter().filter(|row| row.material == *id && row.stage == stage && row.year == year && row.usd_per_t.is_some());
    Ok(fits.take(1).cloned().collect())
}

/// Figures of the material's file behind a column: path, name, figure.
fn figures<'a>(context: &'a Context, material: MaterialId, column: &str) -> Vec<(String, String, &'a Figure)> {
    let info = context.session.reference().materials.get(material);
    let recycled = info.recycling.as_ref().and_then(|recycling| recycling.eol_rir.as_ref());
    let risk = info.substitution.as_ref().and_then(|index| index.si_sr.as_ref());
    let importance = info.substitution.as_ref().and_then(|index| index.si_ei.as_ref());
    let mut found = Vec::new();
    if column.contains("supply_risk") || column == "eol_rir" {
        found.extend(recycled.map(|figure| ("recycling.eol_rir".to_owned(), "EoL-RIR".to_owned(), figure)));
    }
    if column.contains("supply_risk") {
        found.extend(risk.map(|figure| ("substitution.si_sr".to_owned(), "SI_SR".to_owned(), figure)));
    }
    if column == "economic_importance" {
        found.extend(importance.map(|figure| ("substitution.si_ei".to_owned(), "SI_EI".to_owned(), figure)));
        let uses = info.end_use.iter().enumerate().filter(|(_, end_use)| end_use.region == "EU");
        found.extend(uses.map(|(i, end_use)| {
            (format!("end_use[{}].share", i + 1), format!("{} ({})", end_use.application, end_use.industry), &end_use.share)
        }));
    }
    found
}
