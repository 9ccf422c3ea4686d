//! Figures of a material's file and of the reconciliation: cited facts, or assumptions marked as such.

use adit_data::figures::{Range, figures};
use adit_data::read_settings;
use adit_vocab::figure::{Bound, Figure};
use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Parameters;
use adit_vocab::stockpile::StockpileParameters;
use adit_vocab::table::Format;
use adit_vocab::years::YearParameters;

use super::assumptions::assumption;
use super::{Context, Explanation, Kind, no_such, sources};
use crate::session::Problems;

/// Explains `gallium.trade[1].content`.
pub(super) fn figure(context: &Context, material: MaterialId, path: &str) -> Result<Explanation, Problems> {
    let info = context.session.reference().materials.get(material);
    let key = format!("{}.{path}", info.id);
    let found = figures(info).into_iter().find(|(known, ..)| known == path);
    let (_, figure, range) = found.ok_or_else(|| vec![no_such(&key, "this names nothing", "a figure of the material's file")])?;
    let unit = match range {
        Range::Share | Range::AtMostOne => context.say("share", "Anteil"),
        Range::Positive => context.say("ratio", "Verhältnis"),
    };
    let format = if range == Range::Positive { Format::Index } else { Format::Percent };
    let mut about = vec![
        (context.say("material", "Rohstoff"), info.display(context.lang).to_owned()),
        (
            context.say("file", "Datei"),
            context.session.files().shown(&format!(
                "{}/{}.toml",
                if info.members.is_empty() { "materials" } else { "groups" },
                info.id
            )),
        ),
    ];
    if let Some(code) = path
        .strip_prefix("trade[")
        .and_then(|rest| rest.split(']').next()?.parse::<usize>().ok())
        .and_then(|i| info.trade.get(i - 1))
    {
        about.push((context.say("customs code", "Zollnummer"), format!("{} {}: {}", code.edition, code.code, code.product)));
    }
    if let Some(end_use) = path
        .strip_prefix("end_use[")
        .and_then(|rest| rest.split(']').next()?.parse::<usize>().ok())
        .and_then(|i| info.end_use.get(i - 1))
    {
        about.push((context.say("use", "Verwendung"), context.say(&end_use.application, &end_use.application_de)));
    }
    explain(context, key, figure, unit, format, about)
}

/// Explains `reconciliation.spread.gravity`.
pub(super) fn setting(context: &Context, path: &str) -> Result<Explanation, Problems> {
    let mut settings = read_settings(context.session.files())?;
    let spreads = settings.spread.figures().into_iter().map(|(name, figure)| (format!("spread.{name}"), figure));
    let rules = settings.rule.figures().into_iter().map(|(name, figure)| (format!("rule.{name}"), figure));
    let key = format!("reconciliation.{path}");
    let all = spreads.chain(rules).map(|(name, figure)| (name, figure.clone())).collect();
    one_of_file(context, key, path, all, "reconciliation.toml")
}

/// Explains `model.kappa` or `losses.affected_part`.
pub(super) fn parameter(context: &Context, file: &str, name: &str) -> Result<Explanation, Problems> {
    let session = context.session;
    let (names, figures) = match file {
        "losses" => (LossParameters::NAMES, session.loss_parameters()?.figures()),
        "likelihood" => (LikelihoodParameters::NAMES, session.likelihood_parameters()?.figures()),
        "stockpile" => (StockpileParameters::NAMES, session.stockpile_parameters()?.figures()),
        "years" => (YearParameters::NAMES, session.year_parameters()?.figures()),
        _ => (Parameters::NAMES, session.parameters()?.figures()),
    };
    let all = names.iter().map(|name| (*name).to_owned()).zip(figures.into_iter().cloned()).collect();
    let found = one_of_file(context, format!("{file}.{name}"), name, all, &format!("{file}.toml"))?;
    if file == "model" {
        return Ok(found);
    }
    let (en, de) = unit(name);
    Ok(Explanation { unit: context.say(en, de), format: Format::Tonnes, ..found })
}

/// What a plant goes through, as its parameters are named.
const PHASES: [&str; 4] = ["_studies", "_permitting", "_construction", "_ramp"];

/// Units by how parameters are named.
fn unit(name: &str) -> (&'static str, &'static str) {
    match name {
        "inventories" => ("months", "Monate"),
        "horizon" | "plant_life" | "patience" | "lifetime" => ("years", "Jahre"),
        "dollars_per_euro" => ("US dollars for a euro", "US-Dollar für einen Euro"),
        "base" | "in_force" => ("stops a year", "Stopps im Jahr"),
        "discount" | "storage" | "public_discount" | "cost_of_capital" | "risk_premium" | "use_growth" => {
            ("share a year", "Anteil im Jahr")
        }
        "trigger" | "flood_price" => ("multiple of the base year's price", "Vielfaches des Preises im Basisjahr"),
        _ if name.ends_with("_months") => ("months", "Monate"),
        _ if PHASES.iter().any(|phase| name.ends_with(phase)) => ("years", "Jahre"),
        _ if name.ends_with("_years") => ("years", "Jahre"),
        _ if name.starts_with("class_") => ("US dollars a year", "US-Dollar im Jahr"),
        _ => ("ratio", "Verhältnis"),
    }
}

/// Explains a figure of a file that holds nothing else.
fn one_of_file(
    context: &Context,
    key: String,
    path: &str,
    mut all: Vec<(String, Figure)>,
    file: &str,
) -> Result<Explanation, Problems> {
    let Some(position) = all.iter().position(|(name, _)| name == path) else {
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        return Err(vec![no_such(&key, "this names nothing", format!("one of {}", names.join(", ")))]);
    };
    let figure = all.swap_remove(position).1;
    let about = vec![(context.say("file", "Datei"), context.session.files().shown(file))];
    explain(context, key, &figure, context.say("ratio", "Verhältnis"), Format::Index, about)
}

fn explain(
    context: &Context,
    key: String,
    figure: &Figure,
    unit: String,
    format: Format,
    about: Vec<(String, String)>,
) -> Result<Explanation, Problems> {
    let (kind, what) = if figure.assumption {
        (Kind::Assumption, context.say("An assumption of Adit, within a range.", "Eine Annahme von Adit, mit Spanne."))
    } else {
        (
            Kind::Input,
            context.say("A published figure, taken over as it is.", "Eine veröffentlichte Zahl, unverändert übernommen."),
        )
    };
    let bound = match figure.bound {
        Some(Bound::Above) => {
            context.say(" The source only says that it is above this value.", " Die Quelle sagt nur, dass sie darüber liegt.")
        }
        Some(Bound::Below) => {
            context.say(" The source only says that it is below this value.", " Die Quelle sagt nur, dass sie darunter liegt.")
        }
        None => String::new(),
    };
    let note = figure.note.as_ref().map_or(String::new(), |note| format!(" {note}"));
    Ok(Explanation {
        value: Some(figure.value),
        format,
        unit,
        kind,
        what: what + &bound + &note,
        about,
        formula: String::new(),
        prior: None,
        published: Vec::new(),
        balances: Vec::new(),
        parts: Vec::new(),
        sources: sources::lines(context, [(figure.source.clone(), figure.locator.clone().unwrap_or_default())]),
        assumptions: if figure.low.is_some() || figure.assumption { vec![assumption(key.clone(), figure)] } else { Vec::new() },
        moves_most: Vec::new(),
        request: None,
        baseline: context.session.baseline().map_or(String::new(), |baseline| baseline.digest.clone()),
        data: context.session.data_edition()?,
        key,
    })
}
