//! Figures as published, those that contradict each other side by side.

use serde::Serialize;

use adit_vocab::country::CountryId;
use adit_vocab::material::{Material, MaterialId};
use adit_vocab::observation::{Flag, Scope};
use adit_vocab::stage::Stage;

use super::{Context, Published};
use crate::session::Problems;

/// Output of a country: production rows of all years asked for, and published shares of world output.
pub(super) fn output(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    country: CountryId,
    year: Option<i32>,
) -> Result<Vec<Published>, Problems> {
    let observations = context.session.observations()?;
    let iso3 = &context.session.reference().countries.get(country).iso3;
    let mut rows = Vec::new();
    for material in with_group(context, material) {
        for row in &observations.production {
            if row.material == material.id
                && row.stage == stage
                && row.country == *iso3
                && year.is_none_or(|year| row.year == year)
            {
                rows.push(Published {
                    what: format!(
                        "{}, {} {}",
                        material.display(context.lang),
                        context.say("output", "Erzeugung"),
                        word(&row.kind)
                    ),
                    printed: row.published.clone(),
                    value: row.tonnes,
                    period: row.year.to_string(),
                    flag: flag(row.flag),
                    source: row.source.clone(),
                    locator: row.locator.clone(),
                    note: row.note.clone(),
                });
            }
        }
    }
    rows.extend(shares(context, material, stage, Scope::World, country)?);
    Ok(rows)
}

/// World totals.
pub(super) fn world(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    year: Option<i32>,
) -> Result<Vec<Published>, Problems> {
    let observations = context.session.observations()?;
    let mut rows = Vec::new();
    for material in with_group(context, material) {
        for row in &observations.world {
            if row.material == material.id && row.stage == stage && year.is_none_or(|year| row.year == year) {
                let range = row.low.zip(row.high).map_or(String::new(), |(low, high)| format!(" ({low} - {high})"));
                rows.push(Published {
                    what: format!(
                        "{}, {} {}",
                        material.display(context.lang),
                        context.say("world output", "Welterzeugung"),
                        word(&row.kind)
                    ),
                    printed: row.published.clone() + &range,
                    value: row.tonnes,
                    period: row.year.to_string(),
                    flag: flag(row.flag),
                    source: row.source.clone(),
                    locator: row.locator.clone(),
                    note: row.note.clone(),
                });
            }
        }
    }
    Ok(rows)
}

/// Consumption of a country.
pub(super) fn consumption(
    context: &Context,
    material: MaterialId,
    country: CountryId,
    year: Option<i32>,
) -> Result<Vec<Published>, Problems> {
    let observations = context.session.observations()?;
    let iso3 = &context.session.reference().countries.get(country).iso3;
    let mut rows = Vec::new();
    for material in with_group(context, material) {
        for row in &observations.consumption {
            if row.material == material.id && row.country == *iso3 && year.is_none_or(|year| row.year == year) {
                rows.push(Published {
                    what: format!(
                        "{}, {} ({})",
                        material.display(context.lang),
                        context.say("consumption", "Verbrauch"),
                        word(&row.kind)
                    ),
                    printed: row.published.clone(),
                    value: row.tonnes,
                    period: row.year.to_string(),
                    flag: flag(row.flag),
                    source: row.source.clone(),
                    locator: row.locator.clone(),
                    note: row.note.clone(),
                });
            }
        }
    }
    Ok(rows)
}

/// Customs rows of a flow under the codes of the stage, and published import shares of the importer.
pub(super) fn trade(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    exporter: CountryId,
    importer: CountryId,
) -> Result<Vec<Published>, Problems> {
    let observations = context.session.observations()?;
    let countries = &context.session.reference().countries;
    let (from, to) = (&countries.get(exporter).iso3, &countries.get(importer).iso3);
    let mut rows = Vec::new();
    for material in with_group(context, material) {
        for code in material.trade.iter().filter(|code| code.stage == stage) {
            for row in &observations.trade {
                if row.code == code.code && row.edition == code.edition && row.exporter == *from && row.importer == *to {
                    let weight =
                        row.tonnes.map_or_else(|| context.say("no weight", "ohne Gewicht"), |tonnes| format!("{tonnes} t"));
                    let value = row.value_kusd.map_or(String::new(), |value| format!(", {value} kUSD"));
                    rows.push(Published {
                        what: format!("{} {}: {}", code.edition, code.code, code.product),
                        printed: format!("{weight} {}{value}", context.say("gross", "brutto")),
                        value: row.tonnes,
                        period: row.year.to_string(),
                        flag: flag(Flag::Reported),
                        source: row.source.clone(),
                        locator: format!("{} {}, {from} - {to}", row.edition, row.code),
                        note: String::new(),
                    });
                }
            }
        }
    }
    if *to == "USA" {
        rows.extend(shares(context, material, stage, Scope::USA, exporter)?);
    }
    if countries.get(importer).eu27 == 1 {
        rows.extend(shares(context, material, stage, Scope::EU, exporter)?);
    }
    Ok(rows)
}

fn shares(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    scope: Scope,
    supplier: CountryId,
) -> Result<Vec<Published>, Problems> {
    let observations = context.session.observations()?;
    let iso3 = &context.session.reference().countries.get(supplier).iso3;
    let what = match scope {
        Scope::World => context.say("share of world output", "Anteil an der Welterzeugung"),
        Scope::EU => context.say("share of EU supply", "Anteil am Angebot der EU"),
        Scope::USA => context.say("share of US imports", "Anteil an der Einfuhr der USA"),
    };
    let mut rows = Vec::new();
    for material in with_group(context, material) {
        for row in &observations.shares {
            if row.material == material.id && row.stage == stage && row.scope == scope && row.supplier == *iso3 {
                let sign = row.bound.map_or("", |bound| if bound == adit_vocab::figure::Bound::Above { ">" } else { "<" });
                rows.push(Published {
                    what: format!("{}, {what}", material.display(context.lang)),
                    printed: row.share.map_or(String::new(), |share| format!("{sign}{} %", (share * 1e4).round() / 1e2)),
                    value: row.share,
                    period: row.period.clone(),
                    flag: flag(Flag::Reported),
                    source: row.source.clone(),
                    locator: row.locator.clone(),
                    note: String::new(),
                });
            }
        }
    }
    Ok(rows)
}

/// The material, and the group it is reconciled with.
fn with_group<'a>(context: &'a Context, material: MaterialId) -> Vec<&'a Material> {
    let materials = &context.session.reference().materials;
    let own = materials.get(material);
    std::iter::once(own).chain(materials.by_id(&own.group).map(|group| materials.get(group))).collect()
}

/// The word a value has in the files.
fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(|text| text.replace('_', " "))).unwrap_or_default()
}

fn flag(flag: Flag) -> String {
    word(&flag)
}
