//! Reconciled figures: items of a country's balance, flows, world output.

use adit_vocab::baseline::{Datum, Item, Market, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::stage::Stage;
use adit_vocab::table::Format;

use super::assumptions::{for_flow, for_item, of_material, of_reconciliation};
use super::{Balance, Context, Explanation, Kind, Prior, Published, balances, no_such, published, sources};
use crate::session::Problems;

/// An item of a country's balance.
pub(super) fn node(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    country: CountryId,
    item: Item,
    year: Option<i32>,
) -> Result<Explanation, Problems> {
    let place = context.session.reference().countries.get(country);
    let key = format!("{}.{stage}.{}", context.session.reference().materials.get(material).id, place.iso3);
    let rows = match item {
        Item::Output | Item::Secondary => published::output(context, material, stage, country, year)?,
        Item::Use if context.session.reference().materials.get(material).bought_at() == Some(stage) => {
            published::consumption(context, material, country, year)?
        }
        _ => Vec::new(),
    };
    let base_year = context.session.baseline()?.year;
    if let Some(year) = year.filter(|year| *year != base_year) {
        let rows = rows.into_iter().filter(|row| row.period == year.to_string()).collect();
        return input(context, format!("{key}.{}.{year}", item.id()), material, stage, place.name(context.lang), rows);
    }
    let (market, balance) = market(context, &key, material, stage)?;
    let key = format!("{key}.{}.{base_year}", item.id());
    let mut about = about(context, material, Some(stage), base_year);
    about.push((context.say("country", "Land"), place.name(context.lang).to_owned()));
    about.push((context.say("item", "Posten"), balances::item_name_at(context, item, stage)));
    let (what, datum) = match balance.node(country).and_then(|node| node.datum(item)) {
        Some(datum) => (
            context.say(
                "A figure of the balanced base year: observed or estimated, then moved until all balances closed.",
                "Eine Zahl des ausgeglichenen Basisjahres: beobachtet oder geschätzt, dann verschoben, bis alle Bilanzen aufgingen.",
            ),
            datum.clone(),
        ),
        None => (
            context.say("The balance of the base year has no such quantity: zero.", "Die Bilanz des Basisjahres hat diesen Posten nicht: null."),
            Datum::default(),
        ),
    };
    let mut assumed = of_material(context, material, &[stage]);
    assumed.extend(of_reconciliation(context, for_item(item)));
    reconciled(
        context,
        key,
        material,
        stage,
        &datum,
        what,
        about,
        rows,
        balances::of_node(context, market, balance, country),
        assumed,
    )
}

/// A flow between two countries.
pub(super) fn flow(
    context: &Context,
    material: MaterialId,
    stage: Stage,
    exporter: CountryId,
    importer: CountryId,
    year: Option<i32>,
) -> Result<Explanation, Problems> {
    let reference = context.session.reference();
    let (from, to) = (reference.countries.get(exporter), reference.countries.get(importer));
    let key = format!("{}.{stage}.{}>{}", reference.materials.get(material).id, from.iso3, to.iso3);
    let rows = published::trade(context, material, stage, exporter, importer)?;
    let base_year = context.session.baseline()?.year;
    if let Some(year) = year.filter(|year| *year != base_year) {
        let rows = rows.into_iter().filter(|row| row.period == year.to_string()).collect();
        return input(context, format!("{key}.{year}"), material, stage, &format!("{} > {}", from.iso3, to.iso3), rows);
    }
    let (market, balance) = market(context, &key, material, stage)?;
    let mut about = about(context, material, Some(stage), base_year);
    about.push((context.say("exporter", "Ausfuhrland"), from.name(context.lang).to_owned()));
    about.push((context.say("importer", "Einfuhrland"), to.name(context.lang).to_owned()));
    let found = balance.flows.iter().find(|flow| flow.exporter == exporter && flow.importer == importer);
    let what = match found {
        Some(_) => context.say(
            "What one country ships to another in the balanced base year, in tonnes of the stage's basis.",
            "Was ein Land im ausgeglichenen Basisjahr an ein anderes liefert, in Tonnen der Basis der Stufe.",
        ),
        None => context.say(
            "The base year has no such flow, or it is too small to be kept: zero.",
            "Das Basisjahr kennt diese Lieferung nicht, oder sie ist zu klein: null.",
        ),
    };
    let datum = found.map(|flow| flow.datum.clone()).unwrap_or_default();
    let mut two = balances::of_node(context, market, balance, exporter);
    two.truncate(1);
    two.extend(balances::of_node(context, market, balance, importer).into_iter().take(1));
    for (balance, place) in two.iter_mut().zip([from, to]) {
        balance.name = format!("{}: {}", place.name(context.lang), balance.name);
    }
    let mut assumed = of_material(context, material, &[stage]);
    assumed.extend(of_reconciliation(context, for_flow(balance.quality.trade)));
    reconciled(context, format!("{key}.{base_year}"), material, stage, &datum, what, about, rows, two, assumed)
}

/// World output of a stage.
pub(super) fn world(context: &Context, material: MaterialId, stage: Stage, year: Option<i32>) -> Result<Explanation, Problems> {
    let key = format!("{}.world.{stage}", context.session.reference().materials.get(material).id);
    let rows = published::world(context, material, stage, year)?;
    let base_year = context.session.baseline()?.year;
    if let Some(year) = year.filter(|year| *year != base_year) {
        return input(context, format!("{key}.{year}"), material, stage, &context.say("world", "Welt"), rows);
    }
    let (market, balance) = market(context, &key, material, stage)?;
    let what = context.say(
        "World output of the balanced base year, as the publisher of the total counts it.",
        "Welterzeugung des ausgeglichenen Basisjahres, wie die Quelle der Summe sie zählt.",
    );
    let datum = Datum { value: balance.world_output(), ..Datum::default() };
    let sum = balances::of_world(context, market, balance);
    let mut assumed = of_material(context, material, &[stage]);
    assumed.extend(of_reconciliation(context, for_item(Item::Output)));
    let about = about(context, material, Some(stage), base_year);
    let mut explanation =
        reconciled(context, format!("{key}.{base_year}"), material, stage, &datum, what, about, rows, vec![sum], assumed)?;
    explanation.prior = None;
    Ok(explanation)
}

/// Material, stage with product, year.
pub(super) fn about(context: &Context, material: MaterialId, stage: Option<Stage>, year: i32) -> Vec<(String, String)> {
    let info = context.session.reference().materials.get(material);
    let mut about = vec![(context.say("material", "Rohstoff"), info.display(context.lang).to_owned())];
    if let Some(stage) = stage {
        let product = info.stage(stage).map_or(String::new(), |stage| context.say(&stage.product_en, &stage.product_de));
        let word = match stage {
            Stage::Mine => context.say("mine", "Mine"),
            Stage::Refined => context.say("refinery", "Raffinerie"),
            Stage::Magnet => context.say("magnets", "Magnete"),
        };
        about.push((context.say("stage", "Stufe"), if product.is_empty() { word } else { format!("{word}: {product}") }));
    }
    about.push((context.say("year", "Jahr"), year.to_string()));
    about
}

/// The market and the stage, or why there is none.
fn market<'a>(
    context: &'a Context,
    key: &str,
    material: MaterialId,
    stage: Stage,
) -> Result<(&'a Market, &'a StageBalance), Problems> {
    let market = context.session.baseline()?.market(material);
    let found = market.and_then(|market| market.stage(stage).map(|balance| (market, balance)));
    found.ok_or_else(|| {
        let info = context.session.reference().materials.get(material);
        let have: Vec<&str> = info.stage.iter().map(|stage| stage.id.id()).collect();
        let expected = match (info.stage(stage), have.is_empty()) {
            (None, false) => format!("a stage of this material: {}", have.join(", ")),
            _ => "a material whose output by country is published".to_owned(),
        };
        vec![no_such(key, "no data: the baseline has no such market", expected)]
    })
}

fn basis_unit(context: &Context, material: MaterialId, stage: Stage) -> String {
    let info = context.session.reference().materials.get(material);
    info.stage(stage).map_or_else(|| "t".to_owned(), |stage| context.say(&stage.basis_en, &stage.basis_de))
}

/// A year other than the base year: only what was published.
fn input(
    context: &Context,
    key: String,
    material: MaterialId,
    stage: Stage,
    place: &str,
    rows: Vec<Published>,
) -> Result<Explanation, Problems> {
    if rows.is_empty() {
        let year = context.session.baseline()?.year;
        return Err(vec![no_such(
            &key,
            "nothing is published for it here",
            format!("the base year {year}, or a year of the observation tables"),
        )]);
    }
    let mut about = about(context, material, Some(stage), 0);
    about.pop();
    about.push((context.say("place", "Ort"), place.to_owned()));
    Ok(Explanation {
        value: rows.iter().find_map(|row| row.value),
        format: Format::Tonnes,
        unit: basis_unit(context, material, stage),
        kind: Kind::Input,
        what: context.say(
            "As published; other years than the base year are not reconciled.",
            "Wie veröffentlicht; nur das Basisjahr wird ausgeglichen.",
        ),
        about,
        formula: String::new(),
        prior: None,
        balances: Vec::new(),
        parts: Vec::new(),
        sources: sources::lines(context, sources::of_published(&rows)),
        published: rows,
        assumptions: Vec::new(),
        moves_most: Vec::new(),
        request: None,
        baseline: context.session.baseline()?.digest.clone(),
        data: context.session.data_edition()?,
        key,
    })
}

#[allow(clippy::too_many_arguments, reason = "the parts of one answer, put together in one place")]
fn reconciled(
    context: &Context,
    key: String,
    material: MaterialId,
    stage: Stage,
    datum: &Datum,
    what: String,
    about: Vec<(String, String)>,
    published: Vec<Published>,
    balances: Vec<Balance>,
    assumptions: Vec<super::Assumption>,
) -> Result<Explanation, Problems> {
    let in_basis = sources::in_basis(context, &datum.basis).into_iter().map(|id| (id, String::new()));
    Ok(Explanation {
        value: Some(datum.value),
        format: Format::Tonnes,
        unit: basis_unit(context, material, stage),
        kind: Kind::Reconciled,
        what,
        about,
        formula: context.say(
            "weighted least squares: every observation may move, in proportion to its spread, until all balances hold",
            "gewichtete kleinste Quadrate: jede Beobachtung darf sich im Maß ihrer Streuung bewegen, bis alle Bilanzen aufgehen",
        ),
        prior: Some(Prior {
            value: datum.prior,
            spread: datum.spread,
            shift: datum.prior.map(|prior| datum.value - prior),
            basis: datum.basis.clone(),
        }),
        sources: sources::lines(context, sources::of_published(&published).chain(in_basis)),
        published,
        balances,
        parts: Vec::new(),
        assumptions,
        moves_most: Vec::new(),
        request: None,
        baseline: context.session.baseline()?.digest.clone(),
        data: context.session.data_edition()?,
        key,
    })
}
