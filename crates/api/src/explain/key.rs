//! What a key asks for.

use adit_data::figures::figures;
use adit_vocab::baseline::Item;
use adit_vocab::country::CountryId;
use adit_vocab::lookup::{Found, find};
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::stage::Stage;

use super::columns;
use super::no_such;
use crate::session::Session;

/// A key, understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    /// An item of a country's balance.
    Node { material: MaterialId, stage: Stage, country: CountryId, item: Item, year: Option<i32> },
    /// A flow.
    Flow { material: MaterialId, stage: Stage, exporter: CountryId, importer: CountryId, year: Option<i32> },
    /// World output.
    World { material: MaterialId, stage: Stage, year: Option<i32> },
    /// A figure of a material's file.
    Figure { material: MaterialId, path: String },
    /// A figure of `reconciliation.toml`.
    Setting(String),
    /// A parameter of one of the [`FILES`].
    Parameter { file: &'static str, name: String },
    /// A cell of a table, by row key and column.
    Cell { material: MaterialId, row: String, column: String },
}

/// Files that hold nothing but parameters, without their ending.
pub(crate) const FILES: [&str; 5] = ["model", "losses", "likelihood", "stockpile", "years"];

/// The forms a key can take, for messages.
const FORMS: &str = "a key like gallium.refined.CHN.2024, gallium.refined.CHN.use, copper.mine.CHL>CHN, gallium.world.refined, \
                     gallium.passes_through, gallium.refined.hhi, gallium.CHN.maker or gallium.trade[1].content";

impl Key {
    /// Reads a key. Names of materials and countries may be typed in any form the command line takes.
    pub(crate) fn parse(session: &Session, text: &str) -> Result<Key, Problem> {
        let text = text.trim();
        let (first, rest) = text.split_once('.').ok_or_else(|| no_such(text, "there is no dot", FORMS))?;
        if first == "reconciliation" {
            return Ok(Key::Setting(rest.to_owned()));
        }
        if let Some(file) = FILES.into_iter().find(|file| *file == first) {
            return Ok(Key::Parameter { file, name: rest.to_owned() });
        }
        let place = format!("key `{text}`");
        let material = session.material(first, &place)?;
        let id = &session.reference().materials.get(material).id;
        let info = session.reference().materials.get(material);
        if figures(info).iter().any(|(path, ..)| path == rest) {
            return Ok(Key::Figure { material, path: rest.to_owned() });
        }
        let parts: Vec<&str> = rest.split('.').map(str::trim).collect();
        let country = |name: &str| session.country(name, &place);
        let cell = |row: String, column: &str| Ok(Key::Cell { material, row, column: column.to_owned() });
        let has = |table: &str, column: &str| columns::all().any(|known| known.table == table && known.id == column);

        match parts[..] {
            [column] if ["exposure", "indicators", "pathways"].iter().any(|table| has(table, column)) => cell(id.clone(), column),
            ["world", stage] => Ok(Key::World { material, stage: self::stage(text, stage)?, year: None }),
            ["world", stage, year] => {
                Ok(Key::World { material, stage: self::stage(text, stage)?, year: Some(self::year(text, year)?) })
            }
            [stage, column]
                if stage.parse::<Stage>().is_ok()
                    && ["world", "quality", "indicators_by_stage", "cutoff", "stockpile"]
                        .iter()
                        .any(|table| has(table, column)) =>
            {
                cell(format!("{id}.{stage}"), column)
            }
            [origin, column] if has("suppliers", column) && stage_of(origin).is_none() => {
                let row = if matches!(origin, "scrap" | "unknown") { origin.to_owned() } else { iso3(session, country(origin)?) };
                cell(format!("{id}.{row}"), column)
            }
            [stage, place, column] if has("producers", column) => {
                // What no publisher assigns to a country has a row of its own.
                let row = if place == "unassigned" { place.to_owned() } else { iso3(session, country(place)?) };
                cell(format!("{id}.{}.{row}", self::stage(text, stage)?), column)
            }
            [stage, place, ref more @ ..] if stage_of(stage).is_some() => {
                let stage = self::stage(text, stage)?;
                let (item, year) = item_and_year(text, more)?;
                match place.split_once('>').or_else(|| codes(place)) {
                    Some((from, to)) => match item {
                        None => Ok(Key::Flow { material, stage, exporter: country(from)?, importer: country(to)?, year }),
                        Some(_) => Err(no_such(text, "an item of a flow", "a flow, with a year at most")),
                    },
                    None => Ok(Key::Node { material, stage, country: country(place)?, item: item.unwrap_or(Item::Output), year }),
                }
            }
            [column] => {
                let known: Vec<&str> = columns::all()
                    .filter(|known| matches!(known.table, "exposure" | "indicators" | "pathways"))
                    .map(|known| known.id)
                    .collect();
                Err(no_such(
                    text,
                    format!("`{column}` is no column of the table exposure"),
                    format!("one of {}", known.join(", ")),
                ))
            }
            _ => Err(no_such(text, "this names nothing", FORMS)),
        }
    }
}

/// `CHL-CHN`: the form without a character that shells read.
fn codes(place: &str) -> Option<(&str, &str)> {
    let (from, to) = place.split_once('-')?;
    (from.len() == 3 && to.len() == 3).then_some((from, to))
}

fn iso3(session: &Session, country: CountryId) -> String {
    session.reference().countries.get(country).iso3.clone()
}

fn stage_of(text: &str) -> Option<Stage> {
    text.parse().ok()
}

fn stage(key: &str, text: &str) -> Result<Stage, Problem> {
    stage_of(text).ok_or_else(|| no_such(key, format!("`{text}` is not a stage"), "mine, refined or magnet"))
}

fn year(key: &str, text: &str) -> Result<i32, Problem> {
    let year = text.parse().ok().filter(|year| (1900..=2100).contains(year));
    year.ok_or_else(|| no_such(key, format!("`{text}` is not a year"), "a year between 1900 and 2100"))
}

/// What may follow the country: an item, a year, or an item and a year.
fn item_and_year(key: &str, parts: &[&str]) -> Result<(Option<Item>, Option<i32>), Problem> {
    let item = |text: &str| match find(text, Item::ALL.iter().map(|item| (item.id(), *item, item.id()))) {
        Found::One(item) => Ok(item),
        Found::Nearest(_) => {
            let ids: Vec<&str> = Item::ALL.iter().map(|item| item.id()).collect();
            Err(no_such(key, format!("`{text}`"), format!("a year, output_t, share, or one of {}", ids.join(", "))))
        }
    };
    match parts {
        [] => Ok((None, None)),
        [one] if one.starts_with(|c: char| c.is_ascii_digit()) => Ok((None, Some(year(key, one)?))),
        [one] => Ok((Some(item(one)?), None)),
        [one, two] => Ok((Some(item(one)?), Some(year(key, two)?))),
        _ => Err(no_such(key, "too many parts", FORMS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, String> {
        let session = Session::open(None).expect("the data inside the program is good");
        let countries = &session.reference().countries;
        let iso3 = |id| countries.get(id).iso3.clone();
        Key::parse(&session, text).map_err(|problem| problem.to_string()).map(|key| match key {
            Key::Node { stage, country, item, year, .. } => format!("node {stage} {} {} {year:?}", iso3(country), item.id()),
            Key::Flow { stage, exporter, importer, .. } => format!("flow {stage} {} {}", iso3(exporter), iso3(importer)),
            Key::World { stage, year, .. } => format!("world {stage} {year:?}"),
            Key::Figure { path, .. } => format!("figure {path}"),
            Key::Setting(path) => format!("setting {path}"),
            Key::Parameter { file, name } => format!("parameter {file} {name}"),
            Key::Cell { row, column, .. } => format!("cell {row} {column}"),
        })
    }

    fn means(text: &str, expected: &str) {
        assert_eq!(parse(text), Ok(expected.to_owned()), "{text}");
    }

    #[test]
    fn all_forms() {
        means("gallium.refined.CHN.2024", "node refined CHN output Some(2024)");
        means("Gallium.refined.China", "node refined CHN output None");
        means("copper.refined.DEU.use", "node refined DEU use None");
        means("copper.mine.CHL>CHN", "flow mine CHL CHN");
        means("copper.mine.CHL-CHN.2024", "flow mine CHL CHN");
        means("gallium.world.refined", "world refined None");
        means("gallium.passes_through", "cell gallium passes_through");
        means("copper.mine", "cell copper mine");
        means("gallium.share_later_announced", "cell gallium share_later_announced");
        means("copper.mine.hhi", "cell copper.mine hhi");
        means("copper.mine.moved_trade", "cell copper.mine moved_trade");
        means("copper.mine.chile.share", "cell copper.mine.CHL share");
        means("copper.CHL.mine", "cell copper.CHL mine");
        means("copper.unknown.direct", "cell copper.unknown direct");
        means("gallium.trade[1].content", "figure trade[1].content");
        means("gallium.elasticity.demand_short", "figure elasticity.demand_short");
        means("reconciliation.spread.gravity", "setting spread.gravity");
        means("model.kappa", "parameter model kappa");
        means("losses.affected_part", "parameter losses affected_part");
        means("likelihood.base", "parameter likelihood base");
    }

    #[test]
    fn what_names_nothing_says_so() {
        for text in [
            "gallium",
            "gallium.",
            "galium.refined.CHN",
            "gallium.refind.CHN.2024",
            "gallium.refined.XQX",
            "gallium.refined.CHN.24",
            "gallium.refined.CHN.uses",
            "gallium.hhi",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
