//! Back-cast: the yearly model started in a past year with what was known then, against the mine output that was observed.
//!
//! # The rule
//! It was fixed and written down before simulated and observed shares were compared, and nothing was changed after that.
//! - The market of the base year has one stage, the mine. Output is what the publisher counts. The others use what the supplier
//!   shipped to them and what they make; the supplier uses the rest of its output. Other trade is left out.
//! - Parameters are those of the material as every other question has them, drawn over their ranges as for a pathway: the first
//!   200 draws, with the luck of every plant. Money has no unit; costs of plants follow the rule of `years.toml`.
//! - Use grows at the drawn `use_growth`, and misses it by the drawn `growth_factor` in the last year, as in a pathway for which
//!   nobody projects use. Nothing observed after the base year enters.
//! - The supplier allows a quota on all exports from the first year to the last one in which it was in force. That is what it
//!   did, not what could be known. Its share is the quota of the base year over the exports of the base year.
//! - Plants that were being built at the start of the first year come on line with the delay of their draw. Plants that nobody
//!   had named may begin where a pathway has them: one place a region, the country that makes most of it.
//! - The answer is the band of the supplier's part of world mine output, tenth to ninetieth percentile, year by year.

use adit_model::world::BasePrices;
use adit_model::years::growth::Growth;
use adit_model::years::{Start, Unsolved, follow};
use adit_vocab::backcast::Backcast;
use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::material::Material;
use adit_vocab::parameters::Parameters;
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::{Behaviour, Package};
use adit_vocab::project::{Kind, Project};
use adit_vocab::stage::Stage;
use adit_vocab::years::YearParameters;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::draws::{Band, band, draw};
use crate::pathway::{drawn_years, luck, pools};

/// Draws behind a band.
pub const DRAWS: u32 = 200;
/// Where the figures of a node come from.
const BASIS: &str = "back-cast";

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The past world and what came after.
    pub data: &'a Backcast,
    /// Its material.
    pub material: &'a Material,
    /// Names and regions.
    pub countries: &'a Countries,
    /// Ranges of the parameters of the material.
    pub parameters: &'a Parameters,
    /// Ranges of the parameters of the years.
    pub ranges: &'a YearParameters,
    /// Draws behind a band.
    pub draws: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct BackCast {
    /// The base year.
    pub base_year: i32,
    /// The supplier's part of mine output in it; observed and simulated are the same.
    pub base_share: Option<f64>,
    /// The years after it.
    pub years: Vec<YearResult>,
    /// Draws behind the bands.
    pub draws: usize,
    /// Draws without clearing prices, which are left out.
    pub unsolved: usize,
}

/// One year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearResult {
    /// Which.
    pub year: i32,
    /// The supplier's part of world mine output, 0 to 1.
    pub share: Option<Band>,
    /// The same as observed; `None` without figures.
    pub observed: Option<f64>,
    /// Trend of use over the base year.
    pub growth: Option<Band>,
    /// World output over that of the base year, as observed.
    pub observed_growth: Option<f64>,
    /// Output of the plants that were being built, tonnes.
    pub plants: Option<Band>,
    /// Output of the countries where they stand, tonnes, as observed.
    pub observed_plants: Option<f64>,
    /// Output of plants that nobody had named, tonnes.
    pub unnamed: Option<Band>,
    /// Output of all others but the supplier, tonnes, as observed.
    pub observed_others: Option<f64>,
}

impl YearResult {
    /// True if the observed part lies in the band; `None` without one of them.
    pub fn inside(&self) -> Option<bool> {
        let band = self.share?;
        Some((band.low..=band.high).contains(&self.observed?))
    }
}

impl BackCast {
    /// Part of the years in which the observed share lies in the band; `None` without such years.
    pub fn coverage(&self) -> Option<f64> {
        let known: Vec<bool> = self.years.iter().filter_map(YearResult::inside).collect();
        (!known.is_empty()).then(|| known.iter().filter(|inside| **inside).count() as f64 / known.len() as f64)
    }
}

/// Answers it. An error if no draw finds clearing prices.
pub fn backcast(question: &Question) -> Result<BackCast, Unsolved> {
    let market = market(question.data);
    let places = pools(&market, question.material, question.countries, question.data.supplier);
    let run = |number| one(question, &market, &places, number);
    // a draw depends on its number alone, so the answer is the same on any number of threads
    let results: Vec<Result<Pathway, Unsolved>> = (0..question.draws).into_par_iter().map(run).collect();
    let unsolved = results.iter().filter(|result| result.is_err()).count();
    let first_error = results.iter().find_map(|result| result.as_ref().err().copied());
    let runs: Vec<Pathway> = results.into_iter().filter_map(Result::ok).collect();
    if let (true, Some(error)) = (runs.is_empty(), first_error) {
        return Err(error);
    }
    let data = question.data;
    let years = (data.base_year + 1..=data.last_year()).enumerate().map(|(i, year)| result(data, &runs, i, year));
    Ok(BackCast {
        base_year: data.base_year,
        base_share: data.observed_share(data.base_year),
        years: years.collect(),
        draws: runs.len(),
        unsolved,
    })
}

/// The market of the base year: every balance closes by construction.
pub fn market(data: &Backcast) -> Market {
    let datum = |value: f64| Datum { value, prior: None, spread: None, basis: BASIS.to_owned() };
    let made = |country: CountryId| data.output_of(data.base_year, |other| other == country).unwrap_or(0.0);
    let bought = |country: CountryId| {
        let known = data.exports.iter().filter(|(importer, _)| *importer == country);
        known.map(|(_, tonnes)| tonnes).sum::<f64>()
    };
    let exported: f64 = data.exports.iter().map(|(_, tonnes)| tonnes).sum();
    let producers = data.output.iter().filter(|(_, year, _)| *year == data.base_year).map(|(country, ..)| *country);
    let mut countries: Vec<CountryId> = producers.chain(data.exports.iter().map(|(country, _)| *country)).collect();
    countries.sort_unstable();
    countries.dedup();
    let nodes = countries.into_iter().map(|country| {
        let output = made(country);
        let used = if country == data.supplier { output - exported } else { output + bought(country) };
        let items = [(Item::Output, output), (Item::Use, used)];
        let items = items.into_iter().filter(|(_, tonnes)| *tonnes > 0.0);
        Node { country, items: items.map(|(item, tonnes)| (item, datum(tonnes))).collect() }
    });
    let flow = |&(importer, tonnes): &(CountryId, f64)| Flow { exporter: data.supplier, importer, datum: datum(tonnes) };
    let quality = Quality {
        grade: Grade::C,
        trade: TradeKnowledge::Specific,
        old_shares: false,
        moved_output: 0.0,
        moved_world: 0.0,
        moved_trade: 0.0,
        hidden: 0.0,
        absorption: 0.0,
        us_use_ratio: None,
    };
    let stage = StageBalance {
        stage: Stage::Mine,
        nodes: nodes.collect(),
        flows: data.exports.iter().map(flow).collect(),
        unassigned: 0.0,
        includes_scrap: true,
        quality,
    };
    Market { material: data.material, stages: vec![stage], recovery: None, magnet_yield: None }
}

/// Follows one draw.
fn one(question: &Question, market: &Market, places: &[(Stage, CountryId, Kind)], number: u32) -> Result<Pathway, Unsolved> {
    let data = question.data;
    let years = drawn_years(question.ranges, number);
    let quota = data.quota;
    let package = Package {
        behaviour: Behaviour::Restrict { from: quota.from, until: quota.until, share: quota.share },
        ..Package::default()
    };
    let projects: Vec<&Project> = data.projects.iter().collect();
    let start = Start {
        material: data.material,
        market,
        stage: None,
        base_year: data.base_year,
        prices: BasePrices::default(),
        values: draw(question.parameters, number).values,
        growth: Growth::missed(data.base_year, data.last_year(), years.use_growth, years.growth_factor),
        years,
        ranges: question.ranges,
        supplier: data.supplier,
        home: &[],
        package: &package,
        projects: &projects,
        pools: places,
        luck: &|plant| luck(number, plant),
    };
    follow(start, data.last_year(), |_| Ok(()))
}

/// The bands of a year, the `i`-th that is followed.
fn result(data: &Backcast, runs: &[Pathway], i: usize, year: i32) -> YearResult {
    let of = |of: &dyn Fn(&Pathway) -> Option<f64>| band(runs.iter().filter_map(of).collect());
    let plants = |run: &Pathway, named: bool| {
        let meant = run.plants.iter().filter(|plant| plant.project.is_some() == named);
        meant.filter_map(|plant| plant.output.get(i)).sum::<f64>()
    };
    let builds = |country: CountryId| data.projects.iter().any(|project| project.country == country);
    let all = |year: i32| data.output_of(year, |_| true);
    YearResult {
        year,
        share: of(&|run| *run.years.get(i)?.shares.first()?),
        observed: data.observed_share(year),
        growth: of(&|run| Some(run.years.get(i)?.growth)),
        observed_growth: all(year).zip(all(data.base_year)).map(|(now, then)| now / then),
        plants: of(&|run| Some(plants(run, true))),
        observed_plants: data.output_of(year, builds),
        unnamed: of(&|run| Some(plants(run, false))),
        observed_others: data.output_of(year, |country| country != data.supplier && !builds(country)),
    }
}
