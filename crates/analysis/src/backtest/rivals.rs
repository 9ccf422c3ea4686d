//! What the model must beat: rules of one line. What they need is taken from the same facts and the same course of the
//! control, and one number is fitted to the other clusters.

use adit_vocab::event::{Event, MeasureKind};

use super::past::{Path, at_points};
use super::score::event_error;

/// Elasticity of the linear rule.
const LINEAR_ELASTICITY: f64 = 0.4;
/// More of the supply than this is never taken as lost, as the iso-elastic price has no end.
const MOST_LOST: f64 = 0.999;
/// Elasticities tried for the iso-elastic rule: from 0.05 in steps of a tenth.
const ELASTICITIES: (f64, f64, usize) = (0.05, 1.1, 50);

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// Nothing happens.
    Constant,
    /// Every price outside is multiplied by the same number.
    Multiplier,
    /// Outside use falls by what is missing along a demand of constant elasticity.
    IsoElastic,
    /// The same along a straight demand line of elasticity 0.4.
    Linear,
}

impl Rival {
    /// All of them.
    pub const ALL: [Rival; 4] = [Rival::Constant, Rival::Multiplier, Rival::IsoElastic, Rival::Linear];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Rival::Constant => "constant",
            Rival::Multiplier => "multiplier",
            Rival::IsoElastic => "iso_elastic",
            Rival::Linear => "linear",
        }
    }

    /// Ratios for the points of an event, its number fitted to the events given.
    pub fn ratios(self, case: &Case, others: &[&Case]) -> Vec<f64> {
        match self {
            Rival::Constant => case.ratios(|_| 1.0),
            Rival::Linear => case.ratios(|lost| 1.0 + lost / LINEAR_ELASTICITY),
            Rival::Multiplier => {
                let logs = |case: &&Case| {
                    let outside = case.event.points.iter().filter(|point| point.side == adit_vocab::event::Side::Outside);
                    let logs: Vec<f64> = outside.map(|point| point.ratio.ln()).collect();
                    (!logs.is_empty()).then(|| logs.iter().sum::<f64>() / logs.len() as f64)
                };
                let means: Vec<f64> = others.iter().filter_map(logs).collect();
                let factor = (means.iter().sum::<f64>() / means.len().max(1) as f64).exp();
                case.ratios(|_| factor)
            }
            Rival::IsoElastic => {
                let (first, step, count) = ELASTICITIES;
                let tried = (0..count).map(|i| first * step.powi(i32::try_from(i).unwrap_or(0)));
                let error = |elasticity: f64| -> f64 {
                    others.iter().map(|case| event_error(&case.ratios(iso(elasticity)), &case.observed())).sum()
                };
                let best = tried.min_by(|a, b| error(*a).total_cmp(&error(*b))).unwrap_or(first);
                case.ratios(iso(best))
            }
        }
    }
}

fn iso(elasticity: f64) -> impl Fn(f64) -> f64 {
    move |lost: f64| (1.0 - lost.min(MOST_LOST)).powf(-1.0 / elasticity)
}

/// What the rules know of an event.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The event.
    pub event: &'a Event,
    /// Part of what the others use that is lost, by month.
    pub lost: Vec<f64>,
}

impl<'a> Case<'a> {
    /// `allowed` is the share of the exports allowed by month, as the model takes it.
    pub fn new(event: &'a Event, allowed: &[f64]) -> Self {
        let (output, used) = (event.output_share.value, event.use_share.value);
        let needed = (output - used) / (1.0 - used);
        let out = |month: usize| {
            let month = event.announced.0 + i32::try_from(month).unwrap_or(i32::MAX - event.announced.0);
            let of = |measure: &adit_vocab::event::PastMeasure| {
                let on = measure.from.is_some_and(|from| from.0 <= month) && measure.until.is_none_or(|until| month < until.0);
                measure.share.filter(|_| on && measure.kind == MeasureKind::Outage).map(|share| share * output)
            };
            event.measures.iter().filter_map(of).sum::<f64>()
        };
        let lost = allowed.iter().enumerate().map(|(month, allowed)| needed * (1.0 - allowed) + out(month)).collect();
        Case { event, lost }
    }

    /// The observed ratios.
    pub fn observed(&self) -> Vec<f64> {
        self.event.points.iter().map(|point| point.ratio).collect()
    }

    /// Ratios of a rule that gives the price outside for what is lost; inside nothing happens.
    fn ratios(&self, price: impl Fn(f64) -> f64) -> Vec<f64> {
        let outside = self.lost.iter().map(|&lost| price(lost)).collect();
        at_points(self.event, &Path { outside, inside: vec![1.0; self.lost.len()], allowed: Vec::new() })
    }
}
