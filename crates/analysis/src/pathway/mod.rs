//! Pathway: what happens to the market of a material until 2045 under a package of measures, when a dependency ends, and what
//! a supplier's stop would cost in each year.
//!
//! One run follows the market with one set of parameters; an [`ensemble`] draws them and the luck of every plant. The same draw
//! is the same world for every package, so that packages are compared draw by draw.

mod cut_off;
pub mod ensemble;
pub mod independence;
pub mod joint;
mod lacking;
mod origin;
mod pools;

use adit_model::years::growth::Growth;
use adit_model::years::plants::Luck;
use adit_model::years::{Start, Years, follow};
use adit_vocab::country::CountryId;
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::pathway::Pathway;
use adit_vocab::policy::Package;
use adit_vocab::project::{Kind, Project};
use adit_vocab::stage::Stage;
use adit_vocab::years::{YearParameters, YearValues};

use crate::draws::{self, draw, free_dimension, padded, quantile};
use crate::stop::{Asker, Subject};
use cut_off::Test;
use independence::{Independence, independence};

pub use adit_model::policy::{ALL as INSTRUMENTS, Payer, kind};
pub use adit_model::years::Unsolved;
pub use adit_model::years::plants::LeadTimes;
pub use cut_off::CutOff;
pub use lacking::lacking;
pub use origin::Origin;
pub use pools::pools;

/// The last year that is followed.
pub const LAST_YEAR: i32 = 2045;

/// When a stop is borne.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bearable {
    /// Least part of the trend of use that is left.
    pub kept: f64,
    /// Largest mean price, in base prices.
    pub price: f64,
}

impl Bearable {
    /// True if a stop is borne; `None` if the asker uses nothing.
    pub fn bears(&self, stop: &CutOff) -> Option<bool> {
        Some(stop.kept? >= self.kept && stop.price? <= self.price)
    }
}

impl Default for Bearable {
    fn default() -> Self {
        Bearable { kept: 0.9, price: 2.0 }
    }
}

/// In which years a stop is looked at. Half of the time of a run goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopYears {
    /// In every year.
    All,
    /// Only where it decides when the dependency ends, from the last year back, and in one more year. Where stages are markets of
    /// their own, in every year.
    EndAnd(i32),
}

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The market, its prices, who buys.
    pub subject: &'a Subject<'a>,
    /// Ranges of the market's parameters.
    pub parameters: &'a Parameters,
    /// Ranges of the parameters of the years.
    pub ranges: &'a YearParameters,
    /// Projected use against the base year, by year; empty where nobody projects it.
    pub trend: &'a [(i32, f64)],
    /// The base year.
    pub base_year: i32,
    /// Who is feared.
    pub supplier: CountryId,
    /// Who asks.
    pub asker: &'a Asker<'a>,
    /// Measures and what the supplier does.
    pub package: &'a Package,
    /// Projects of the material.
    pub projects: &'a [&'a Project],
    /// Where others may build.
    pub pools: &'a [(Stage, CountryId, Kind)],
    /// When a stop is borne.
    pub bearable: Bearable,
    /// In which years a stop is looked at, where stops are asked for.
    pub stop_years: StopYears,
    /// Whose supply is followed to who made it, where stops are asked for; nobody's if empty.
    pub supplied: &'a [CountryId],
}

/// One run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The market and its plants.
    pub pathway: Pathway,
    /// A stop of twelve months in each year in which it was looked at; empty if not asked for.
    pub stops: Vec<CutOff>,
    /// When the dependency ends; `None` if stops were not asked for, or if the asker uses nothing.
    pub independence: Option<Independence>,
    /// Where the supply comes from that was asked about, by year and stage, in every fifth year and the first; empty if none
    /// was, or no stops.
    pub origins: Vec<(i32, Vec<Option<Origin>>)>,
}

/// Follows the material: with the middle of all ranges, or with a draw. Stops only if `stops` is true. Stages that
/// are markets of their own are followed one by one; a stop is borne if it is at every stage.
pub fn run(question: &Question, number: Option<u32>, stops: bool) -> Result<Run, Unsolved> {
    let market = question.subject.market;
    let drawn = drawn(question, number);
    if market.recovery.is_some() || market.stages.len() < 2 {
        return run_stage(question, &drawn, None, stops);
    }
    let question = &Question { stop_years: StopYears::All, ..*question };
    let mut stages = market.stages.iter().map(|balance| run_stage(question, &drawn, Some(balance.stage), stops));
    let Some(first) = stages.next() else { return run_stage(question, &drawn, None, stops) };
    let mut joined = stages.try_fold(first?, |joined, next| Ok(joined.with(next?)))?;
    joined.independence = independence(&joined.stops, question.bearable);
    Ok(joined)
}

fn run_stage(question: &Question, drawn: &Drawn, stage: Option<Stage>, stops: bool) -> Result<Run, Unsolved> {
    let (values, years, number) = *drawn;
    let luck = |plant: usize| match number {
        None => Luck::MIDDLE,
        // one plant is one, whatever it makes of how many materials
        Some(number) => self::luck(number, question.projects.get(plant).map_or(UNNAMED + plant, |project| sequence(project))),
    };
    let factor = years.growth_factor;
    let growth = if question.trend.is_empty() {
        Growth::missed(question.base_year, LAST_YEAR, years.use_growth, factor)
    } else {
        Growth::through(question.base_year, question.trend, factor, years.use_growth)
    };
    let start = Start {
        material: question.subject.market.material,
        market: question.subject.market,
        stage,
        base_year: question.base_year,
        prices: question.subject.prices,
        values,
        years,
        ranges: question.ranges,
        growth,
        supplier: question.supplier,
        home: &question.asker.party.members,
        package: question.package,
        projects: question.projects,
        pools: question.pools,
        luck: &luck,
    };
    let (mut found, mut end, mut told) = (Vec::new(), None, Vec::new());
    let mut test: Option<Test> = None;
    let mut cleared = Vec::new();
    let pathway = follow(start, LAST_YEAR, |years: &mut Years| {
        if !stops {
            return Ok(());
        }
        let test = test.get_or_insert_with(|| Test::new(years, question, &values));
        if !question.supplied.is_empty() && origin::is_told(years.year(), question.base_year) {
            told.push((years.year(), origin::origins(years, question)));
        }
        match question.stop_years {
            StopYears::All => found.push(test.of_year(years)?),
            StopYears::EndAnd(also) => {
                cleared.push((years.year(), years.cleared().0.clone()));
                if years.year() == LAST_YEAR {
                    (found, end) = test.back_to_the_end(years, &cleared, also)?;
                }
            }
        }
        Ok(())
    })?;
    let independence = match question.stop_years {
        StopYears::All => independence(&found, question.bearable),
        StopYears::EndAnd(_) => end,
    };
    Ok(Run { pathway, stops: found, independence, origins: told })
}

impl Run {
    /// With a further stage that is a market of its own. Prices are those of the last stage.
    fn with(mut self, next: Run) -> Run {
        self.pathway.stages.extend(next.pathway.stages);
        self.pathway.priced |= next.pathway.priced;
        for (year, further) in self.pathway.years.iter_mut().zip(next.pathway.years) {
            year.shares.extend(further.shares);
            (year.outside, year.inside) = (further.outside.or(year.outside), further.inside.or(year.inside));
            for (cash, more) in year.cash.iter_mut().zip(further.cash) {
                *cash = cash.plus(more);
            }
            year.forgone += further.forgone;
        }
        self.pathway.plants.extend(next.pathway.plants);
        for ((_, origins), (_, further)) in self.origins.iter_mut().zip(next.origins) {
            origins.extend(further);
        }
        for (stop, further) in self.stops.iter_mut().zip(next.stops) {
            *stop = stop.worse(further);
        }
        self
    }
}

/// Parameters of the market and of the years, and the number of the draw.
type Drawn = (Values, YearValues, Option<u32>);

/// With the middle of all ranges, or a draw.
fn drawn(question: &Question, number: Option<u32>) -> Drawn {
    let Some(number) = number else { return (question.subject.values, question.ranges.values(), None) };
    (draw(question.parameters, number).values, drawn_years(question.ranges, number), Some(number))
}

/// Parameters of the years of a draw.
pub(crate) fn drawn_years(ranges: &YearParameters, number: u32) -> YearValues {
    let count = YearParameters::NAMES.len();
    let quantiles: Vec<f64> = (0..count).map(|i| quantile(number, free_dimension() + i)).collect();
    ranges.at(&quantiles)
}

/// Sequences beyond those of projects.
const UNNAMED: usize = 1 << 24;

/// The sequence of a project: the same for all that its plant makes, by name and company (FNV-1a, cut to 24 bits).
fn sequence(project: &Project) -> usize {
    let text = project.row.name.bytes().chain(*b"/").chain(project.row.company.bytes());
    let hash = text.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 8) as usize
}

/// Luck of a plant in a draw.
pub(crate) fn luck(number: u32, plant: usize) -> Luck {
    Luck::new(|dimension| padded(number, dimension, plant))
}

/// Band of something over draws, see [`draws::band`].
pub use draws::Band;
