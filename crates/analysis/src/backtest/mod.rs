//! Back-test: past export restrictions, each started from the year before it, through the same monthly model as every other
//! question, against the prices that were observed.
//!
//! One rule for all events: the general parameters, supply by the companion share, stocks by their class. Nothing is known of
//! what came after the announcement but what the restrictor did. Errors are those of the central run; the band comes from draws
//! of all parameters and of the share in use, with extra noise whose size is estimated without the event's own cluster.

mod mechanisms;
mod past;
mod rivals;
mod score;
#[cfg(test)]
mod tests;

use adit_model::crisis::Unsolved;
use adit_vocab::event::{Event, EventRole};
use adit_vocab::material::Materials;
use adit_vocab::parameters::{Parameters, Values};
use adit_vocab::scenario::Shock;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::draws::{Band, Draw, band, draw, free_dimension, quantile};

pub use mechanisms::Mechanism;
use mechanisms::without_mechanism;
use past::{Path, at_points, shocks};
use rivals::Case;
pub use rivals::Rival;
pub use score::{Difference, Score};
use score::{difference, event_error, log_error, score};

/// Draws behind a band.
pub const DRAWS: u32 = 64;
/// The part of the observed points that a band shall hold.
const COVERED: f64 = 0.8;
/// Noise tried: log standard deviations from nothing upwards.
const NOISES: (f64, usize) = (0.05, 41);
/// Factors tried on the demand elasticities and on the cover of stocks.
const DEMANDS: [f64; 7] = [0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0];
const COVERS: [f64; 5] = [0.35, 0.6, 1.0, 1.7, 2.8];

/// The question.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The events.
    pub events: &'a [Event],
    /// Names and companion shares of materials.
    pub materials: &'a Materials,
    /// The general parameters.
    pub parameters: &'a Parameters,
    /// Draws behind a band.
    pub draws: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct BackTest {
    /// One entry an event, in the order of the file.
    pub events: Vec<EventResult>,
    /// The model and its rivals over the events that count.
    pub summary: Vec<Line>,
    /// The error without one mechanism.
    pub mechanisms: Vec<(Mechanism, f64)>,
    /// How many points that count lie within their bands.
    pub bands: Vec<BandLine>,
    /// The same scores over the events that are looked at apart.
    pub held_out: Vec<Line>,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct EventResult {
    /// Its place in the question.
    pub event: usize,
    /// Its points, in the order of the file.
    pub points: Vec<PointResult>,
    /// Root mean square of the logarithm of simulated over observed.
    pub error: f64,
    /// How many draws found no equilibrium and are left out.
    pub unsolved: usize,
}

/// A point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointResult {
    /// Months from the announcement to the middle of the time of the later price.
    pub months: f64,
    /// Observed ratio.
    pub observed: f64,
    /// Ratio of the central run.
    pub simulated: f64,
    /// 80 % band.
    pub band: Option<Band>,
    /// `ln(simulated / observed)`.
    pub log_error: f64,
}

impl PointResult {
    /// True if the observed ratio lies in the band.
    pub fn inside(&self) -> bool {
        inside(self.band, self.observed)
    }
}

fn inside(band: Option<Band>, observed: f64) -> bool {
    band.is_some_and(|band| (band.low..=band.high).contains(&observed))
}

/// A row of the summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// What.
    pub what: Contender,
    /// Its score.
    pub score: Score,
    /// The model's error less this one's; `None` for the model itself.
    pub difference: Option<Difference>,
}

/// What is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contender {
    /// The model as it is used everywhere.
    Model,
    /// The model with demand elasticities and cover fitted to the other clusters.
    Fitted,
    /// A rule of one line.
    Rival(Rival),
}

impl Contender {
    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Contender::Model => "model",
            Contender::Fitted => "model_fitted",
            Contender::Rival(rival) => rival.id(),
        }
    }
}

/// How wide a band is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandKind {
    /// Draws of the parameters alone.
    Parameters,
    /// With noise estimated without the event's cluster: the band of the points.
    Estimated,
    /// With the noise of `model.toml`, as every other question has it.
    WhatIf,
}

impl BandKind {
    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            BandKind::Parameters => "parameters",
            BandKind::Estimated => "estimated",
            BandKind::WhatIf => "what_if",
        }
    }
}

/// A kind of band over the points that count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandLine {
    /// Which.
    pub kind: BandKind,
    /// Smallest and largest noise, a standard deviation of the logarithm.
    pub noise: (f64, f64),
    /// Share of the points inside.
    pub coverage: f64,
}

/// An event with the parameters that the common rule gives it.
struct Past<'a> {
    event: &'a Event,
    parameters: Parameters,
    shocks: Vec<Shock>,
    observed: Vec<f64>,
}

impl Past<'_> {
    fn path(&self, values: &Values, use_share: f64) -> Result<Path, Unsolved> {
        past::run(self.event, values, use_share, &self.shocks)
    }

    fn ratios(&self, values: &Values) -> Result<Vec<f64>, Unsolved> {
        Ok(at_points(self.event, &self.path(values, self.event.use_share.value)?))
    }
}

/// An event whose market cannot be cleared with the central parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Failed {
    /// Id of the event.
    pub event: String,
    /// Why.
    pub why: Unsolved,
}

/// Answers it. An error if a central run finds no equilibrium.
pub fn backtest(question: &Question) -> Result<BackTest, Failed> {
    let pasts: Vec<Past> = question.events.iter().map(|event| prepare(question, event)).collect();
    let general = question.parameters.values();
    let paths = of_all(&pasts, |past| past.path(&past.parameters.values(), past.event.use_share.value))?;
    let central: Vec<Vec<f64>> = pasts.iter().zip(&paths).map(|(past, path)| at_points(past.event, path)).collect();
    let spreads: Vec<Vec<Drawn>> = pasts.par_iter().map(|past| spread(past, question.draws)).collect();
    let counted: Vec<usize> = (0..pasts.len()).filter(|&i| pasts[i].event.role == EventRole::Counted).collect();
    let without = |i: usize| -> Vec<usize> {
        counted.iter().copied().filter(|&other| pasts[other].event.cluster != pasts[i].event.cluster).collect()
    };

    let mut noise = (f64::INFINITY, f64::NEG_INFINITY);
    let mut events = Vec::new();
    for (i, past) in pasts.iter().enumerate() {
        let log_sd = noise_for(&without(i), &pasts, &spreads);
        noise = (noise.0.min(log_sd), noise.1.max(log_sd));
        let points = (0..past.observed.len()).map(|k| {
            let point = &past.event.points[k];
            let middle = f64::from(point.at.first.0 + point.at.last.0) / 2.0 - f64::from(past.event.announced.0);
            PointResult {
                months: middle,
                observed: past.observed[k],
                simulated: central[i][k],
                band: band_at(&spreads[i], k, log_sd),
                log_error: log_error(central[i][k], past.observed[k]),
            }
        });
        events.push(EventResult {
            event: i,
            points: points.collect(),
            error: event_error(&central[i], &past.observed),
            unsolved: question.draws as usize - spreads[i].len(),
        });
    }

    let fitted = fitted(&pasts, &without)?;
    let cases: Vec<Case> = pasts.iter().zip(&paths).map(|(past, path)| Case::new(past.event, &path.allowed)).collect();
    let rival = |rival: Rival| -> Vec<Vec<f64>> {
        let of = |i: usize| rival.ratios(&cases[i], &without(i).iter().map(|&other| &cases[other]).collect::<Vec<_>>());
        (0..pasts.len()).map(of).collect()
    };
    let mut contenders = vec![(Contender::Model, central.clone()), (Contender::Fitted, fitted)];
    contenders.extend(Rival::ALL.into_iter().map(|kind| (Contender::Rival(kind), rival(kind))));
    let apart: Vec<usize> = (0..pasts.len()).filter(|i| !counted.contains(i)).collect();

    let mut mechanisms = Vec::new();
    for mechanism in Mechanism::ALL {
        let ratios = of_all(&pasts, |past| without_mechanism(past, mechanism, &general))?;
        let error = counted.iter().map(|&i| event_error(&ratios[i], &pasts[i].observed)).sum::<f64>();
        mechanisms.push((mechanism, error / counted.len().max(1) as f64));
    }
    let covered = |holds: &dyn Fn(usize, usize) -> Option<Band>| {
        let points = counted.iter().flat_map(|&i| (0..pasts[i].observed.len()).map(move |k| (i, k)));
        let held = points.clone().filter(|&(i, k)| inside(holds(i, k), pasts[i].observed[k])).count();
        held as f64 / points.count().max(1) as f64
    };
    let as_what_if = |i: usize, k: usize| band(spreads[i].iter().map(|(draw, ratios)| draw.noisy(ratios[k])).collect());
    let general_noise = &question.parameters.residual_log_sd;
    let bands = vec![
        BandLine { kind: BandKind::Parameters, noise: (0.0, 0.0), coverage: covered(&|i, k| band_at(&spreads[i], k, 0.0)) },
        BandLine { kind: BandKind::Estimated, noise, coverage: covered(&|i, k| events[i].points[k].band) },
        BandLine {
            kind: BandKind::WhatIf,
            noise: (general_noise.at(0.0), general_noise.at(1.0)),
            coverage: covered(&as_what_if),
        },
    ];
    Ok(BackTest {
        bands,
        summary: lines(&contenders, &pasts, &counted),
        held_out: lines(&contenders, &pasts, &apart),
        mechanisms,
        events,
    })
}

fn prepare<'a>(question: &Question<'a>, event: &'a Event) -> Past<'a> {
    Past {
        event,
        parameters: question.parameters.by_rule(question.materials.get(event.material), event.stocks),
        shocks: shocks(event),
        observed: event.points.iter().map(|point| point.ratio).collect(),
    }
}

/// Does something for every event.
fn of_all<'a, T: Send>(pasts: &[Past<'a>], what: impl Fn(&Past<'a>) -> Result<T, Unsolved> + Sync) -> Result<Vec<T>, Failed> {
    let failed = |past: &Past, why| Failed { event: past.event.id.clone(), why };
    pasts.par_iter().map(|past| what(past).map_err(|why| failed(past, why))).collect()
}

/// A draw and what it gives for the points of an event.
type Drawn = (Draw, Vec<f64>);

/// The draws of an event that find an equilibrium in every month.
fn spread(past: &Past, draws: u32) -> Vec<Drawn> {
    let one = |number| {
        let drawn = draw(&past.parameters, number);
        let use_share = past.event.use_share.at(quantile(number, free_dimension()));
        let path = past.path(&drawn.values, use_share).ok()?;
        Some((drawn, at_points(past.event, &path)))
    };
    (0..draws).into_par_iter().filter_map(one).collect()
}

fn band_at(spread: &[Drawn], point: usize, log_sd: f64) -> Option<Band> {
    band(spread.iter().map(|(draw, ratios)| draw.noisy_by(ratios[point], log_sd)).collect())
}

/// The smallest noise with which the bands of these events hold the part of their points that they shall hold.
fn noise_for(events: &[usize], pasts: &[Past], spreads: &[Vec<Drawn>]) -> f64 {
    let (step, count) = NOISES;
    let all: usize = events.iter().map(|&i| pasts[i].observed.len()).sum();
    let mut tried = (0..count).map(|n| step * n as f64);
    let enough = |log_sd: f64| {
        let held = |i: usize| {
            let points = pasts[i].observed.iter().enumerate();
            points.filter(|&(k, observed)| inside(band_at(&spreads[i], k, log_sd), *observed)).count()
        };
        events.iter().map(|&i| held(i)).sum::<usize>() as f64 >= COVERED * all as f64
    };
    tried.find(|&log_sd| enough(log_sd)).unwrap_or(step * (count - 1) as f64)
}

/// Ratios of every event with the two factors that suit the other clusters best.
fn fitted(pasts: &[Past], without: &impl Fn(usize) -> Vec<usize>) -> Result<Vec<Vec<f64>>, Failed> {
    let rules: Vec<(f64, f64)> = DEMANDS.iter().flat_map(|&demand| COVERS.iter().map(move |&cover| (demand, cover))).collect();
    let scaled = |values: Values, (demand, cover): (f64, f64)| Values {
        demand_short: demand * values.demand_short,
        demand_long: demand * values.demand_long,
        stock_cover: cover * values.stock_cover,
        ..values
    };
    let tried: Vec<Vec<Vec<f64>>> = rules
        .iter()
        .map(|&rule| of_all(pasts, |past| past.ratios(&scaled(past.parameters.values(), rule))))
        .collect::<Result<_, _>>()?;
    let errors: Vec<Vec<f64>> = tried
        .iter()
        .map(|ratios| ratios.iter().zip(pasts).map(|(ratios, past)| event_error(ratios, &past.observed)).collect())
        .collect();
    let best = |i: usize| {
        let others = without(i);
        let error = |rule: usize| others.iter().map(|&other| errors[rule][other]).sum::<f64>();
        (0..rules.len()).min_by(|&a, &b| error(a).total_cmp(&error(b))).unwrap_or(0)
    };
    Ok((0..pasts.len()).map(|i| tried[best(i)][i].clone()).collect())
}

/// Scores over some events, the model first.
fn lines(contenders: &[(Contender, Vec<Vec<f64>>)], pasts: &[Past], events: &[usize]) -> Vec<Line> {
    if events.is_empty() {
        return Vec::new();
    }
    let observed: Vec<Vec<f64>> = events.iter().map(|&i| pasts[i].observed.clone()).collect();
    let clusters: Vec<&str> = events.iter().map(|&i| pasts[i].event.cluster.as_str()).collect();
    let errors =
        |ratios: &[Vec<f64>]| -> Vec<f64> { events.iter().map(|&i| event_error(&ratios[i], &pasts[i].observed)).collect() };
    let model = contenders.first().map(|(_, ratios)| errors(ratios)).unwrap_or_default();
    contenders
        .iter()
        .map(|(what, ratios)| {
            let simulated: Vec<Vec<f64>> = events.iter().map(|&i| ratios[i].clone()).collect();
            let other = (*what != Contender::Model).then(|| difference(&model, &errors(ratios), &clusters));
            Line { what: *what, score: score(&simulated, &observed), difference: other }
        })
        .collect()
}
