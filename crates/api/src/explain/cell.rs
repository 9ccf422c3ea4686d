//! Results: a number cell of one of the briefing's tables.

use adit_analysis::exposure::Exposure;
use adit_report::naming::Naming;
use adit_report::tables::why_undefined;
use adit_vocab::baseline::Market;
use adit_vocab::material::MaterialId;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Table};
use adit_vocab::undefined::Undefined;

use super::assumptions::of_material;
use super::columns::{self, ColumnText};
use super::{
    Context, Explanation, Kind, Part, Request, balances, cutoff, datum, indicators, no_such, pathways, published, sources,
    stockpile,
};
use crate::session::Problems;

/// What a row without a country holds.
const UNASSIGNED: (&str, &str) = (
    "Part of world output that no publisher assigns to a country: the published total less all countries it names.",
    "Teil der Welterzeugung, den keine Quelle einem Land zuordnet: die veröffentlichte Summe ohne alle genannten Länder.",
);

/// Explains a cell by the key of its row and its column.
pub(super) fn cell(
    context: &Context,
    material: MaterialId,
    row_key: &str,
    column: &str,
    exposure: &Exposure,
) -> Result<Explanation, Problems> {
    let key = format!("{row_key}.{column}");
    let reference = context.session.reference();
    let (table, found) = find(context, exposure, row_key, column, &key)?;
    let texts = columns::all()
        .find(|texts| texts.table == table.id && texts.id == column)
        .ok_or_else(|| vec![no_such(&key, format!("`{column}` is a word, not a number"), "a number column")])?;
    let indicator = table.id.starts_with("indicators");
    let (value, format) = match found {
        Cell::Number(value, format) => (Some(value), format),
        _ => (None, Format::Percent),
    };
    let missing = match found {
        Cell::NoData if indicator => {
            let answer = context.session.indicators(&context.indicators_request(material))?;
            let why = why_undefined(reference, &answer, row_key, column).map_or(("", ""), Undefined::text);
            context.say(&format!(" There is no data for it: {}.", why.0), &format!(" Dazu gibt es keine Daten: {}.", why.1))
        }
        Cell::NotApplicable => context.say(" It does not apply here.", " Das trifft hier nicht zu."),
        Cell::NoData => context.say(" There is no data for it.", " Dazu gibt es keine Daten."),
        _ => String::new(),
    };

    let market = context.session.baseline()?.market(material);
    let stage = row_key.split('.').nth(1).and_then(|part| part.parse::<Stage>().ok()).or_else(|| stage_of_column(column));
    let country = row_key.split('.').next_back().and_then(|part| reference.countries.by_iso3(part));
    let asks = indicator
        || matches!(table.id, "exposure" | "suppliers" | "cutoff" | "stockpile" | "pathways")
        || column == "against_share";
    let mut about = datum::about(context, material, stage, exposure.year);
    let unassigned = row_key.ends_with(".unassigned");
    if unassigned {
        about.push((
            context.say("country", "Land"),
            context.say("not assigned to a country by any publisher", "von keiner Quelle einem Land zugeordnet"),
        ));
    }
    if let Some(country) = country {
        about.push((context.say("country", "Land"), reference.countries.get(country).name(context.lang).to_owned()));
    }
    if asks {
        about.push((context.say("who asks", "Abnehmer"), context.importer.name.get(context.lang).to_owned()));
    }
    if asks && !indicator && table.id != "stockpile" {
        about.push((
            context.say("feared supplier", "gefürchteter Lieferant"),
            reference.countries.get(context.against).name(context.lang).to_owned(),
        ));
    }
    let stages: Vec<Stage> = stage.map_or_else(|| Stage::ALL.to_vec(), |stage| vec![stage]);
    let rows = match (table.id, stage, country) {
        ("producers", Some(stage), Some(country)) => published::output(context, material, stage, country, None)?,
        ("producers", Some(stage), None) => published::world(context, material, stage, None)?,
        ("world", Some(stage), _) if column == "output_t" => published::world(context, material, stage, None)?,
        ("exposure", _, _) if column == "use_t" => uses(context, material)?,
        ("pathways", ..) => pathways::projects(context, material)?,
        _ => Vec::new(),
    };
    let mut ids: Vec<(String, String)> = sources::of_published(&rows).collect();
    if let Some(market) = market {
        match stage.and_then(|stage| market.stage(stage)) {
            Some(balance) => ids.extend(sources::of_stage(context, balance)),
            None => ids.extend(sources::of_market(context, market)),
        }
    }
    if column == "governance_weighted" || column == "ungoverned_share" {
        ids.extend(
            reference.sources.iter().filter(|source| source.id.contains("wgi")).map(|source| (source.id.clone(), String::new())),
        );
    }
    let mut parts = parts(context, market, texts, stage, country.map(|id| reference.countries.get(id).iso3.as_str()));
    if indicator {
        ids.extend(indicators::sources(context, material, column));
        parts = indicators::parts(context, material, stage, column)?;
        about.extend(indicators::range(context, material, stage, column)?);
    }
    let balances = match (market, stage, country) {
        (Some(market), Some(stage), Some(country)) if table.id == "producers" => {
            market.stage(stage).map_or_else(Vec::new, |balance| balances::of_node(context, market, balance, country))
        }
        (Some(market), Some(stage), _) if table.id == "world" || unassigned => {
            market.stage(stage).map_or_else(Vec::new, |balance| vec![balances::of_world(context, market, balance)])
        }
        _ => Vec::new(),
    };

    let mut assumptions = of_material(context, material, &stages);
    if cutoff::has(column) {
        assumptions = cutoff::assumptions(context, material, column)?;
        ids.extend(cutoff::sources(column).map(|id| (id.to_owned(), String::new())));
    }
    if stockpile::has(column) {
        assumptions = stockpile::assumptions(context, material)?;
        ids.extend(stockpile::SOURCES.map(|id| (id.to_owned(), String::new())));
    }
    if pathways::has(column) {
        assumptions = pathways::assumptions(context, material, column)?;
        about.extend(pathways::measures(context, material, column)?);
        ids.extend(pathways::sources(context, material, column)?.into_iter().map(|id| (id, String::new())));
    }
    Ok(Explanation {
        value,
        format,
        unit: context.say(texts.unit.0, texts.unit.1),
        kind: texts.kind,
        what: if unassigned {
            context.say(UNASSIGNED.0, UNASSIGNED.1)
        } else {
            context.say(texts.what.0, texts.what.1) + &missing
        },
        about,
        formula: context.say(texts.formula.0, texts.formula.1),
        prior: None,
        published: rows,
        balances,
        parts,
        sources: sources::lines(context, ids),
        assumptions,
        moves_most: Vec::new(),
        request: asks.then(|| Request {
            importer: context.importer.id.clone(),
            against: reference.countries.get(context.against).iso3.clone(),
        }),
        baseline: context.session.baseline()?.digest.clone(),
        data: context.session.data_edition()?,
        key,
    })
}

/// The table and the cell. Row keys of world and quality look alike; the column tells them apart.
fn find(context: &Context, exposure: &Exposure, row_key: &str, column: &str, key: &str) -> Result<(Table, Cell), Problems> {
    let material = exposure.materials.first().map(|entry| entry.material);
    let answer = material.map(|material| context.session.indicators(&context.indicators_request(material))).transpose()?;
    let mut all = context.session.all_tables(exposure, Naming::Ids)?;
    if let Some(material) = material.filter(|_| cutoff::has(column)) {
        all.push(cutoff::table(context, material)?);
    }
    if stockpile::has(column) {
        all.extend(stockpile::table(context)?);
    }
    if let Some(material) = material.filter(|_| pathways::has(column)) {
        all.push(pathways::table(context, material)?);
    }
    all.extend(answer.iter().flat_map(|answer| context.session.indicator_tables(answer, Naming::Ids)));
    for table in all {
        let row = table.rows.iter().find(|row| row.key == row_key);
        let position = table.columns.iter().position(|known| known.id == column);
        if let (Some(row), Some(position)) = (row, position) {
            let cell = row.cells[position].clone();
            return Ok((table, cell));
        }
    }
    Err(vec![no_such(key, "no table has this row", "the key of a row, as in the first column of the CSV tables")])
}

fn stage_of_column(column: &str) -> Option<Stage> {
    match column {
        "world_mine_share" => Some(Stage::Mine),
        "world_refined_share" => Some(Stage::Refined),
        "world_magnet_share" => Some(Stage::Magnet),
        _ => None,
    }
}

/// Published consumption of the members.
fn uses(context: &Context, material: MaterialId) -> Result<Vec<super::Published>, Problems> {
    let mut rows = Vec::new();
    for &member in &context.importer.members {
        rows.extend(published::consumption(context, material, member, None)?);
    }
    Ok(rows)
}

/// The figures of the baseline a result is made of: those worth asking about next.
fn parts(
    context: &Context,
    market: Option<&Market>,
    texts: &ColumnText,
    stage: Option<Stage>,
    row_country: Option<&str>,
) -> Vec<Part> {
    use adit_vocab::baseline::Item;

    let Some(market) = market else { return Vec::new() };
    let reference = context.session.reference();
    let material = &reference.materials.get(market.material).id;
    let against = reference.countries.get(context.against);
    let mut parts = Vec::new();
    if texts.kind == Kind::Result && matches!(texts.table, "producers" | "world") || texts.id.starts_with("world_") {
        if let Some(balance) = stage.and_then(|stage| market.stage(stage)) {
            let iso3 = row_country.unwrap_or(&against.iso3);
            // A row without a country is what nobody assigns to one.
            let country = reference.countries.by_iso3(iso3).filter(|_| row_country.is_some() || texts.table != "producers");
            if let Some(node) = country.and_then(|country| balance.node(country)) {
                let key = format!("{material}.{}.{iso3}.output_t", balance.stage);
                parts.push(balances::tonnes(
                    format!("{iso3}: {}", context.say("output", "Erzeugung")),
                    key,
                    balance.counted_output(node),
                ));
            }
            let key = format!("{material}.world.{}", balance.stage);
            parts.push(balances::tonnes(context.say("world output", "Welterzeugung"), key, balance.world_output()));
        }
        return parts;
    }
    if !matches!(texts.table, "exposure" | "suppliers") {
        return parts;
    }
    let Some(last) = market.last() else { return parts };
    for &member in &context.importer.members {
        let place = reference.countries.get(member);
        let Some(node) = last.node(member) else { continue };
        if node.tonnes(Item::Use) > 0.0 {
            let key = format!("{material}.{}.{}.use", last.stage, place.iso3);
            let name = format!("{}: {}", place.iso3, balances::item_name(context, Item::Use));
            parts.push(balances::tonnes(name, key, node.tonnes(Item::Use)));
        }
    }
    let from = row_country.unwrap_or(&against.iso3);
    for flow in &last.flows {
        if context.importer.has(flow.importer) && reference.countries.get(flow.exporter).iso3 == from {
            let to = &reference.countries.get(flow.importer).iso3;
            let key = format!("{material}.{}.{from}>{to}", last.stage);
            parts.push(balances::tonnes(format!("{from} > {to}"), key, flow.datum.value));
        }
    }
    parts
}
