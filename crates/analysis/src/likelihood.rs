//! How likely a supplier stops its exports of a material: a stated rule, or what the user says.
//!
//! `in_force` for exports under control today; else `base x governance^(-g) x ally x history`, at most `in_force`: `g` the mean
//! of the six governance indicators (0 where none is published), `ally` for a supplier that shares a bloc with the asker,
//! `history` for one that has restricted exports before.

use adit_vocab::country::{Bloc, CountryId, Party};
use adit_vocab::likelihood::{Control, LikelihoodValues, Override};

use crate::screen::Stop;

/// What the rule looks at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Mean governance by position in `Countries`.
    pub governance: Vec<Option<f64>>,
    /// Controls of today, also those that are suspended.
    pub controls: Vec<Control>,
    /// Who has restricted exports before.
    pub restricted: Vec<CountryId>,
    /// Groups of countries.
    pub blocs: Vec<Bloc>,
    /// What the user says.
    pub overrides: Vec<Override>,
}

/// Why a likelihood is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The user says so.
    Given,
    /// The exports are under control.
    InForce,
    /// The rule, for a supplier that has restricted exports before.
    History,
    /// The rule, for an ally.
    Ally,
    /// The rule.
    Rule,
    /// The rule, for a supplier whose governance nobody publishes: it counts as middling.
    Unrated,
}

impl Evidence {
    /// Stops in a year, 0 to 1, and why.
    pub fn likelihood(&self, stop: &Stop, importer: &Party, values: &LikelihoodValues) -> (f64, Reason) {
        let meant = |given: &&Override| {
            given.supplier == stop.supplier
                && given.material.is_none_or(|material| material == stop.material)
                && given.stage.is_none_or(|stage| stage == stop.stage)
        };
        // the most particular one counts, of equals the last
        let particular = |given: &&Override| (given.material.is_some(), given.stage.is_some());
        if let Some(given) = self.overrides.iter().filter(meant).max_by_key(particular) {
            return (given.probability, Reason::Given);
        }
        if self.control(stop).is_some() {
            return (values.in_force, Reason::InForce);
        }
        let governance = self.governance.get(stop.supplier.index()).copied().flatten().unwrap_or(0.0);
        let ally = self.ally(stop.supplier, importer);
        let history = self.restricted.contains(&stop.supplier) || self.controls.iter().any(|control| control.by == stop.supplier);
        let found = values.base
            * values.governance.powf(-governance)
            * if ally { values.ally } else { 1.0 }
            * if history { values.history } else { 1.0 };
        let rated = self.governance.get(stop.supplier.index()).copied().flatten().is_some();
        let reason = match (history, ally) {
            _ if !rated => Reason::Unrated,
            (true, _) => Reason::History,
            (_, true) => Reason::Ally,
            _ => Reason::Rule,
        };
        (found.min(values.in_force), reason)
    }

    /// The control that the exports of a stop are under today.
    pub fn control(&self, stop: &Stop) -> Option<&Control> {
        self.controls.iter().find(|control| {
            !control.suspended
                && control.by == stop.supplier
                && control.material == stop.material
                && control.stage.is_none_or(|stage| stage == stop.stage)
        })
    }

    /// True if a supplier shares a bloc with every member of the asker.
    fn ally(&self, supplier: CountryId, importer: &Party) -> bool {
        let common =
            |member: CountryId| self.blocs.iter().any(|bloc| bloc.members.contains(&supplier) && bloc.members.contains(&member));
        importer.members.iter().all(|&member| common(member))
    }
}

/// Class of a risk by what is expected to be lost in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Less than all cut-offs.
    Negligible,
    /// From the lowest cut-off.
    Limited,
    /// From the second.
    Moderate,
    /// From the third.
    Elevated,
    /// From the highest.
    High,
}

/// The class of an expected loss, US dollars a year.
pub fn class(expected: f64, values: &LikelihoodValues) -> Class {
    let cuts = [
        (values.class_high, Class::High),
        (values.class_elevated, Class::Elevated),
        (values.class_moderate, Class::Moderate),
        (values.class_limited, Class::Limited),
    ];
    cuts.into_iter().find(|(cut, _)| expected >= *cut).map_or(Class::Negligible, |(_, class)| class)
}

/// How long stops last: months and the part of stops that last so long, shortest first.
pub fn durations(values: &LikelihoodValues) -> [(u32, f64); 3] {
    let short = values.short_months.round().max(1.0) as u32;
    let long = values.long_months.round().max(12.0) as u32;
    [(short, values.short_part), (12, 1.0 - values.short_part - values.long_part), (long, values.long_part)]
}
