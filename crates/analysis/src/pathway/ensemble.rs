//! Many runs of a pathway: bands of what comes out, the year of independence as a distribution, and which plants start because
//! of a measure.
//!
//! A draw depends on its number alone, so the answer is the same on any number of threads.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::independence::{Distribution, Independence, distribution};
use super::{Band, CutOff, Origin, Question, Run, Unsolved, run};
use crate::draws::band;
use adit_vocab::country::CountryId;
use adit_vocab::pathway::{Cash, PlantPath};
use adit_vocab::policy::Package;
use adit_vocab::stage::Stage;

/// Bands by year of a pathway.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// The year.
    pub year: i32,
    /// Mean price outside the feared supplier, in base prices.
    pub outside: Option<Band>,
    /// Mean price inside it.
    pub inside: Option<Band>,
    /// The feared supplier's part of world output, by stage.
    pub shares: Vec<Option<Band>>,
    /// What the asker would keep of its use in a stop, over the draws in which one was looked at in this year.
    pub kept: Option<Band>,
    /// The price it would pay in a stop, in base prices.
    pub stop_price: Option<Band>,
    /// What its users would lose, US dollars.
    pub users: Option<Band>,
    /// Mean cash of each measure.
    pub cash: Vec<Cash>,
    /// Mean of what a flooding supplier forgoes, money.
    pub forgone: f64,
}

/// What becomes of a project over all draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// Position in the list of projects.
    pub project: usize,
    /// Part of the draws in which it has its first output within the years that are followed.
    pub starts: f64,
    /// Part in which it has it without any measure, with the same behaviour of the supplier.
    pub starts_anyway: f64,
    /// First output over the draws in which it has one.
    pub first_output: Option<Band>,
    /// Part of the draws in which it has had its first output, by year.
    pub on_line: Vec<f64>,
    /// Part of the draws in which it is given up.
    pub dropped: f64,
    /// Mean output by year, tonnes.
    pub output: Vec<f64>,
}

/// Where the asker's supply comes from at a stage, behind traders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sourced {
    /// The feared supplier's part.
    pub feared: Band,
    /// The part of the single country outside that has most.
    pub largest: Band,
    /// Who that is in most draws.
    pub who: CountryId,
}

/// A stop in the last year, over the draws in which the dependency has not ended by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unended {
    /// Part of the trend of use that is left.
    pub kept: Band,
    /// Price, in base prices.
    pub price: Band,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Ensemble {
    /// Stages, upstream first.
    pub stages: Vec<Stage>,
    /// True if money is US dollars.
    pub priced: bool,
    /// By year.
    pub years: Vec<Bands>,
    /// When the dependency ends; `None` if the asker uses nothing.
    pub independence: Option<Distribution>,
    /// The same in every draw that was solved, by its number.
    pub drawn: Vec<(u32, Option<Independence>)>,
    /// Where the supply comes from that was asked about, by year and stage; empty if none was.
    pub origins: Vec<(i32, Vec<Option<Sourced>>)>,
    /// Named projects, in the order of the list, without those that never move.
    pub fates: Vec<Fate>,
    /// Mean output of plants that nobody has named, in the last year, tonnes by stage; and without any measure.
    pub unnamed: Vec<(f64, f64)>,
    /// Present value of each measure, net, as a band over draws, money.
    pub cost: Vec<Option<Band>>,
    /// Present value of what each measure pays and brings in again, in every draw that was solved, by its number, money.
    pub cash: Vec<(u32, Vec<Cash>)>,
    /// What a stop in the last year leaves where the dependency does not end; `None` if it ends in every draw.
    pub unended: Option<Unended>,
    /// Draws without clearing prices, which are left out.
    pub unsolved: usize,
}

/// Runs draws, and the same without measures; only the base year is before the first year in which money is discounted.
pub fn ensemble(question: &Question, draws: u32, tell: &(dyn Fn() + Sync)) -> Result<Ensemble, Unsolved> {
    ensembles(question, std::slice::from_ref(question.package), draws, tell).map(|mut found| found.remove(0))
}

/// The same for several packages in place of the question's, in their order. What happens without measures is run once for all
/// packages with the same behaviour of the supplier, and not once more where it is among them, or where none of a package's
/// measures is about the material. `tell` hears of every draw of every package.
pub fn ensembles(
    question: &Question,
    packages: &[Package],
    draws: u32,
    tell: &(dyn Fn() + Sync),
) -> Result<Vec<Ensemble>, Unsolved> {
    let material = question.subject.market.material;
    let about = |package: &Package| {
        package.policies.iter().any(|policy| policy.materials.is_empty() || policy.materials.contains(&material))
    };
    let without = |package: &Package| Package { policies: Vec::new(), ..package.clone() };
    // what is run, and if stops are asked for; by package which of it is its answer, and which what happens without measures
    let mut followed: Vec<(Package, bool)> = Vec::new();
    let place = |followed: &mut Vec<(Package, bool)>, package: Package, asked: bool| {
        let same = |(other, _): &(Package, bool)| {
            other.behaviour == package.behaviour && other.policies.is_empty() && package.policies.is_empty()
        };
        let found = followed.iter().position(same).unwrap_or(followed.len());
        match followed.get_mut(found) {
            Some((_, known)) => *known |= asked,
            None => followed.push((package, asked)),
        }
        found
    };
    let own: Vec<usize> = packages
        .iter()
        .map(|package| {
            let runs = if about(package) { package.clone() } else { without(package) };
            place(&mut followed, runs, true)
        })
        .collect();
    let bare: Vec<usize> = packages.iter().map(|package| place(&mut followed, without(package), false)).collect();
    let one = |number: u32| -> Vec<Result<Run, Unsolved>> {
        let follow = |(place, (package, asked)): (usize, &(Package, bool))| {
            let found = run(&Question { package, ..*question }, Some(number), *asked);
            own.iter().filter(|own| **own == place).for_each(|_| tell());
            found
        };
        followed.iter().enumerate().map(follow).collect()
    };
    let drawn: Vec<Vec<Result<Run, Unsolved>>> = (0..draws).into_par_iter().map(one).collect();
    let of = |(place, package): (usize, &Package)| {
        let (mut solved, mut errors) = (Vec::new(), Vec::new());
        for (number, runs) in (0..).zip(&drawn) {
            match (&runs[own[place]], &runs[bare[place]]) {
                (Ok(with), Ok(without)) => solved.push((number, with, without)),
                (Err(unsolved), _) | (_, Err(unsolved)) => errors.push(*unsolved),
            }
        }
        match (solved.is_empty(), errors.first()) {
            (true, Some(error)) => Err(*error),
            _ => Ok(summed(&Question { package, ..*question }, &solved, errors.len())),
        }
    };
    packages.iter().enumerate().map(of).collect()
}

/// A draw: its number, what happened, and what without measures.
type Drawn<'a> = (u32, &'a Run, &'a Run);

fn summed(question: &Question, runs: &[Drawn], unsolved: usize) -> Ensemble {
    let count = runs.len().max(1) as f64;
    let first = runs.first().map(|(_, run, _)| *run);
    let stages = first.map(|run| run.pathway.stages.clone()).unwrap_or_default();
    let of = |of: &dyn Fn(&Run) -> Option<f64>| band(runs.iter().filter_map(|(_, run, _)| of(run)).collect());
    let years = first.map_or(0, |run| run.pathway.years.len());
    let policies = question.package.policies.len();
    let bands = |i: usize| Bands {
        year: first.map_or(0, |run| run.pathway.years[i].year),
        outside: of(&|run| run.pathway.years[i].outside),
        inside: of(&|run| run.pathway.years[i].inside),
        shares: (0..stages.len()).map(|stage| of(&|run| run.pathway.years[i].shares[stage])).collect(),
        kept: of(&|run| stop(run, i)?.kept),
        stop_price: of(&|run| stop(run, i)?.price),
        users: of(&|run| stop(run, i)?.users),
        cash: (0..policies)
            .map(|policy| {
                let sum = runs.iter().fold(Cash::default(), |sum, (_, run, _)| sum.plus(cash(run, i, policy)));
                Cash { paid: sum.paid / count, received: sum.received / count }
            })
            .collect(),
        forgone: runs.iter().map(|(_, run, _)| run.pathway.years[i].forgone).sum::<f64>() / count,
    };
    let drawn: Vec<_> = runs.iter().map(|(number, run, _)| (*number, run.independence)).collect();
    Ensemble {
        years: (0..years).map(bands).collect(),
        independence: distribution(drawn.iter().filter_map(|(_, independence)| *independence).collect()),
        drawn,
        origins: origins(runs),
        fates: (0..question.projects.len()).filter_map(|project| fate(project, runs)).collect(),
        unnamed: stages.iter().map(|&stage| (unnamed(stage, runs, |draw| draw.1), unnamed(stage, runs, |draw| draw.2))).collect(),
        cost: (0..policies).map(|policy| of(&|run| Some(present_value(question, run, policy)))).collect(),
        cash: runs
            .iter()
            .map(|(number, run, _)| (*number, (0..policies).map(|policy| discounted(question, run, policy)).collect()))
            .collect(),
        unended: unended(runs),
        priced: first.is_some_and(|run| run.pathway.priced),
        stages,
        unsolved,
    }
}

/// Origins over all draws.
fn origins(runs: &[Drawn]) -> Vec<(i32, Vec<Option<Sourced>>)> {
    let Some((_, first, _)) = runs.first() else { return Vec::new() };
    let of = |i: usize, stage: usize| {
        let told: Vec<Origin> = runs.iter().filter_map(|(_, run, _)| *run.origins.get(i)?.1.get(stage)?).collect();
        let mut who: BTreeMap<CountryId, usize> = BTreeMap::new();
        told.iter().for_each(|origin| *who.entry(origin.largest.0).or_default() += 1);
        Some(Sourced {
            feared: band(told.iter().map(|origin| origin.feared).collect())?,
            largest: band(told.iter().map(|origin| origin.largest.1).collect())?,
            who: who.into_iter().max_by_key(|&(country, times)| (times, std::cmp::Reverse(country)))?.0,
        })
    };
    let year = |(i, (year, stages)): (usize, &(i32, Vec<Option<Origin>>))| {
        (*year, (0..stages.len()).map(|stage| of(i, stage)).collect())
    };
    first.origins.iter().enumerate().map(year).collect()
}

/// The stop of a year, by its place among the years; `None` if it was not looked at.
fn stop(run: &Run, year: usize) -> Option<&CutOff> {
    let year = run.pathway.years[year].year;
    run.stops.iter().find(|stop| stop.year == year)
}

/// Cash of a measure in a year by its place; none where no measure was about the material.
fn cash(run: &Run, year: usize, policy: usize) -> Cash {
    run.pathway.years[year].cash.get(policy).copied().unwrap_or_default()
}

/// Net cash of a measure discounted to the first year that is followed.
fn present_value(question: &Question, run: &Run, policy: usize) -> f64 {
    let rate = question.ranges.public_discount.value;
    let years = (0..run.pathway.years.len()).zip(0..);
    years.map(|(year, t)| cash(run, year, policy).net() * (1.0 + rate).powi(-t)).sum()
}

/// The same, paid and received apart.
fn discounted(question: &Question, run: &Run, policy: usize) -> Cash {
    let rate = question.ranges.public_discount.value;
    let years = (0..run.pathway.years.len()).zip(0..);
    years.fold(Cash::default(), |sum, (year, t)| {
        let (Cash { paid, received }, factor) = (cash(run, year, policy), (1.0 + rate).powi(-t));
        sum.plus(Cash { paid: paid * factor, received: received * factor })
    })
}

/// The last stop of the draws in which the dependency does not end.
fn unended(runs: &[Drawn]) -> Option<Unended> {
    let ends_later = runs.iter().filter(|(_, run, _)| run.independence == Some(Independence::Later));
    let stops: Vec<&CutOff> = ends_later.filter_map(|(_, run, _)| run.stops.last()).collect();
    Some(Unended {
        kept: band(stops.iter().filter_map(|stop| stop.kept).collect())?,
        price: band(stops.iter().filter_map(|stop| stop.price).collect())?,
    })
}

fn fate(project: usize, runs: &[Drawn]) -> Option<Fate> {
    let count = runs.len().max(1) as f64;
    let of = |run: &Run| run.pathway.plants.iter().find(|plant| plant.project == Some(project)).cloned();
    let with: Vec<_> = runs.iter().filter_map(|(_, run, _)| of(run)).collect();
    if with.is_empty() {
        return None;
    }
    let years = runs.first()?.1.pathway.years.len();
    let starts = |plants: &[PlantPath]| plants.iter().filter(|plant| plant.first_output.is_some()).count() as f64 / count;
    let without: Vec<_> = runs.iter().filter_map(|(_, _, run)| of(run)).collect();
    Some(Fate {
        project,
        starts: starts(&with),
        starts_anyway: starts(&without),
        first_output: band(with.iter().filter_map(|plant| plant.first_output.map(f64::from)).collect()),
        on_line: runs.first()?.1.pathway.years.iter().map(|year| on_line(&with, year.year) / count).collect(),
        dropped: with.iter().filter(|plant| plant.dropped.is_some()).count() as f64 / count,
        output: (0..years).map(|year| with.iter().map(|plant| plant.output[year]).sum::<f64>() / count).collect(),
    })
}

fn on_line(plants: &[PlantPath], year: i32) -> f64 {
    plants.iter().filter(|plant| plant.first_output.is_some_and(|first| first <= year)).count() as f64
}

fn unnamed<'a>(stage: Stage, runs: &[Drawn<'a>], pick: impl Fn(&Drawn<'a>) -> &'a Run) -> f64 {
    let of = |run: &Run| -> f64 {
        let plants = run.pathway.plants.iter().filter(|plant| plant.project.is_none() && plant.stage == stage);
        plants.filter_map(|plant| plant.output.last()).sum()
    };
    runs.iter().map(|draw| of(pick(draw))).sum::<f64>() / runs.len().max(1) as f64
}
