//! Explain: where a number comes from. Every number of the baseline and every number cell of the briefing's tables has a key.
//!
//! # Keys
//! - `gallium.refined.CHN` or `gallium.refined.CHN.2024`: output of a country; `.use`, `.feed`, `.secondary`, `.unexplained`,
//!   `.stock_draw` for the other items of its balance
//! - `gallium.refined.CHN>USA` (or `CHN-USA`): a flow
//! - `gallium.world.refined`: world output
//! - `gallium.trade[1].content`: a figure of the material's file
//! - `model.kappa`, `losses.affected_part`, `likelihood.base`, `stockpile.trigger`, `years.mine_studies`: a parameter of a file in `data/`
//! - `<row key>.<column id>`: a cell of the tables exposure, world, producers, suppliers, quality, cutoff, stockpile,
//!   pathways, indicators, indicators_by_stage

mod assumptions;
mod balances;
mod cell;
mod columns;
mod cutoff;
mod cutoff_columns;
mod datum;
mod drivers;
mod figure;
mod indicator_columns;
mod indicators;
mod key;
mod pathways;
mod pathways_columns;
mod published;
mod sources;
mod stockpile;
mod stockpile_columns;
pub mod told;

use serde::Serialize;

use adit_analysis::exposure::Exposure;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::table::Format;

use crate::exposure::ExposureRequest;
use crate::indicators::IndicatorsRequest;
use crate::session::{Problems, Session};
use key::Key;

/// Where a number comes from.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// The key in its full form.
    pub key: String,
    /// The number; `None` if there is no data, and then `what` says so.
    pub value: Option<f64>,
    /// How people see the number.
    #[serde(skip)]
    pub format: Format,
    /// Unit in words.
    pub unit: String,
    /// What kind of number it is.
    pub kind: Kind,
    /// What it is, in a sentence.
    pub what: String,
    /// What it is about: label and name.
    pub about: Vec<(String, String)>,
    /// How it is computed; empty for inputs.
    pub formula: String,
    /// Reconciled figures: the value before, with its spread and how far it was moved.
    pub prior: Option<Prior>,
    /// Figures as published that stand behind it, those that contradict each other side by side.
    pub published: Vec<Published>,
    /// Balances the figure stands in, with their terms.
    pub balances: Vec<Balance>,
    /// Numbers it is made of, with their keys.
    pub parts: Vec<Part>,
    /// Publications behind it.
    pub sources: Vec<SourceLine>,
    /// Assumptions behind it, with their range.
    pub assumptions: Vec<Assumption>,
    /// The assumptions that move a result most, largest effect first. Filled by [`Session::drivers`].
    pub moves_most: Vec<Effect>,
    /// The question, for results.
    pub request: Option<Request>,
    /// Digest of the baseline.
    pub baseline: String,
    /// Name of the data.
    pub data: String,
}

/// Kinds of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Published, taken over as it is.
    Input,
    /// An observation or estimate, moved until all balances close.
    Reconciled,
    /// Computed from the baseline for a question.
    Result,
    /// Chosen by Adit, within a range.
    Assumption,
}

/// Before reconciliation.
#[derive(Clone, Debug, Serialize)]
pub struct Prior {
    /// Tonnes before; `None` if nothing was observed or assumed.
    pub value: Option<f64>,
    /// One standard deviation, tonnes.
    pub spread: Option<f64>,
    /// Tonnes after minus tonnes before.
    pub shift: Option<f64>,
    /// Where the prior comes from.
    pub basis: String,
}

/// A figure as published.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    /// What it says, in a few words.
    pub what: String,
    /// As printed, with unit.
    pub printed: String,
    /// The same in tonnes or as a share, if it is a number.
    pub value: Option<f64>,
    /// Years described.
    pub period: String,
    /// How firm it is.
    pub flag: String,
    /// Source id.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// What to know.
    pub note: String,
}

/// A balance: the terms on both sides add up to the same.
#[derive(Clone, Debug, Serialize)]
pub struct Balance {
    /// Which balance.
    pub name: String,
    /// What comes in.
    pub left: Vec<Part>,
    /// What goes out.
    pub right: Vec<Part>,
}

/// A number with its own key.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// What it is.
    pub name: String,
    /// Key to ask further; empty if there is none.
    pub key: String,
    /// The number.
    pub value: f64,
    /// How people see it.
    #[serde(skip)]
    pub format: Format,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceLine {
    /// Source id.
    pub id: String,
    /// Title, publisher and edition.
    pub title: String,
    /// Page, chapter or table, if known.
    pub locator: String,
    /// Licence.
    pub licence: String,
    /// Address or DOI.
    pub address: String,
}

/// An assumption with its range.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumption {
    /// Its own key.
    pub key: String,
    /// The value used.
    pub value: f64,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Why.
    pub note: String,
}

/// What an assumption does to a result.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// The assumption: file and key.
    pub key: String,
    /// The value used.
    pub value: f64,
    /// Lower and upper end of its range.
    pub range: (f64, f64),
    /// The result at the lower end; `None` if it is undefined there.
    pub at_low: Option<f64>,
    /// The result at the upper end.
    pub at_high: Option<f64>,
}

/// Whose question a result answers.
#[derive(Clone, Debug, Serialize)]
pub struct Request {
    /// Who asks.
    pub importer: String,
    /// The feared supplier.
    pub against: String,
}

/// What every explanation is made from.
struct Context<'a> {
    session: &'a Session,
    importer: &'a Party,
    against: CountryId,
    lang: Lang,
}

impl Context<'_> {
    /// The question for the indicators of one material.
    fn indicators_request(&self, material: MaterialId) -> IndicatorsRequest {
        IndicatorsRequest { importer: self.importer.clone(), materials: vec![material], year: None }
    }

    /// One of two texts.
    fn say(&self, en: &str, de: &str) -> String {
        match self.lang {
            Lang::En => en.to_owned(),
            Lang::De => de.to_owned(),
        }
    }
}

impl Session {
    /// Explains one number; results are those of the question `importer` against `against`.
    pub fn explain(&self, key: &str, importer: &Party, against: CountryId, lang: Lang) -> Result<Explanation, Problems> {
        let context = Context { session: self, importer, against, lang };
        match Key::parse(self, key).map_err(|problem| vec![problem])? {
            Key::Node { material, stage, country, item, year } => datum::node(&context, material, stage, country, item, year),
            Key::Flow { material, stage, exporter, importer, year } => {
                datum::flow(&context, material, stage, exporter, importer, year)
            }
            Key::World { material, stage, year } => datum::world(&context, material, stage, year),
            Key::Figure { material, path } => figure::figure(&context, material, &path),
            Key::Setting(path) => figure::setting(&context, &path),
            Key::Parameter { file, name } => figure::parameter(&context, file, &name),
            Key::Cell { material, row, column } => {
                let request = ExposureRequest { importer: importer.clone(), against, materials: vec![material] };
                let exposure: Exposure = self.exposure(&request)?;
                cell::cell(&context, material, &row, &column, &exposure)
            }
        }
    }
}

/// A key that names nothing.
fn no_such(key: &str, found: impl Into<String>, expected: impl Into<String>) -> Problem {
    Problem::new("command line", format!("key `{key}`"), found, expected)
}
