//! What runs short first: the technologies that use a material, how much of it, and when they fall short.
//!
//! No source says which use of a country gives way first, so all uses of a country are met in the same part. Technologies of one
//! country that lack one material therefore fall short in the same month; they differ in what is lost, and over materials.

use std::collections::BTreeMap;

use adit_vocab::industry::Industries;
use adit_vocab::material::{Material, MaterialId};
use adit_vocab::stage::Stage;
use adit_vocab::trajectory::Trajectory;

use super::UsersLoss;
use super::buyers::{AskerIndustries, Buyer, Pattern, end_uses};
use crate::screen::Outcome;

/// A technology is short in a month that meets less than this part of the base year's use.
pub const MET: f64 = 0.9;

/// Parts of a material's use that go into each technology, by its position; one use may serve several technologies.
pub fn parts(material: &Material, id: MaterialId, industries: &Industries, pattern: Pattern) -> Vec<f64> {
    let uses = end_uses(material, &pattern.regions());
    let total: f64 = uses.iter().map(|(_, end_use)| end_use.share.value).sum();
    let mut parts = vec![0.0; industries.technologies.len()];
    for (_, end_use) in uses {
        let known = industries.applications.get(&(id, end_use.application.clone()));
        for &technology in known.map_or(&[][..], |known| &known.technologies) {
            parts[technology] += end_use.share.value / total;
        }
    }
    parts
}

/// The same for an asker, its members weighted by what they use.
pub fn parts_of(
    material: &Material,
    id: MaterialId,
    industries: &Industries,
    members: impl Iterator<Item = (Pattern, f64)>,
) -> Vec<f64> {
    let (mut sums, mut all) = (vec![0.0; industries.technologies.len()], 0.0);
    for (pattern, used) in members {
        all += used;
        let of_member = parts(material, id, industries, pattern);
        sums.iter_mut().zip(of_member).for_each(|(sum, part)| *sum += used * part);
    }
    if all > 0.0 {
        sums.iter_mut().for_each(|sum| *sum /= all);
    }
    sums
}

/// A technology of the asker that uses a material.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Short {
    /// Position of the technology.
    pub technology: usize,
    /// Part of the asker's use of the material, 0 to 1.
    pub part: f64,
    /// Part of what it would have used that is missing over all months.
    pub missing: f64,
    /// First month, from 1, that meets less than [`MET`] of the base year's use; `None` if it is never short.
    pub first: Option<u32>,
    /// Value added lost, US dollars; `None` if the users' loss is not known, or no industry behind this technology is.
    pub lost: Option<f64>,
}

/// The technologies of an asker over a trajectory, first those that are short first, then by value added lost and part of use.
pub fn short(
    trajectory: &Trajectory,
    (material, id): (&Material, MaterialId),
    industries: &Industries,
    asker: &AskerIndustries,
    (buyers, users): (&[Buyer], Option<&UsersLoss>),
) -> Vec<Short> {
    let count = industries.technologies.len();
    let months = trajectory.allowed.len();
    let (mut base, mut missing, mut all) = (vec![0.0; count], vec![0.0; count], 0.0);
    let mut used = vec![0.0; count * months];
    for user in &trajectory.users {
        let Some(member) = asker.members.iter().find(|member| member.country == user.country) else { continue };
        all += user.base_use;
        for (technology, part) in parts(material, id, industries, member.pattern).into_iter().enumerate() {
            base[technology] += part * user.base_use;
            missing[technology] += part * user.missing();
            for (month, now) in user.used.iter().enumerate() {
                used[technology * months + month] += part * now;
            }
        }
    }
    let of_technology = |technology: usize| {
        let of_months = &used[technology * months..(technology + 1) * months];
        let behind = buyers.iter().any(|buyer| buyer.technologies.iter().any(|(known, _)| *known == technology));
        let lost = users.filter(|_| behind).map(|users| {
            let found = users.by_technology.iter().find(|(known, _)| *known == technology);
            found.map_or(0.0, |(_, lost)| *lost)
        });
        Short {
            technology,
            part: base[technology] / all,
            missing: missing[technology] / (base[technology] * months as f64),
            first: of_months.iter().position(|now| *now < MET * base[technology]).map(|month| month as u32 + 1),
            lost,
        }
    };
    let mut list: Vec<Short> = (0..count).filter(|technology| base[*technology] > 0.0).map(of_technology).collect();
    list.sort_by(|a, b| {
        let first = |short: &Short| short.first.unwrap_or(u32::MAX);
        let lost = |short: &Short| short.lost.unwrap_or(-1.0);
        first(a).cmp(&first(b)).then(lost(b).total_cmp(&lost(a))).then(b.part.total_cmp(&a.part))
    });
    list
}

/// A technology of the asker when a supplier stops all its materials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stopped {
    /// Position of the technology.
    pub technology: usize,
    /// The material it lacks most, and the stage that is stopped.
    pub worst: (MaterialId, Stage),
    /// Part of a year's use of that material that is missing.
    pub missing: f64,
    /// Part of the asker's use of that material that goes into the technology.
    pub part: f64,
    /// Materials it uses that the supplier could stop.
    pub materials: usize,
    /// Those of which less than [`MET`] would be met.
    pub short: usize,
    /// Value added lost, US dollars: the largest loss by any of its materials; `None` if none is known.
    pub lost: Option<f64>,
}

/// The technologies that lack something when all of some stops happen, the largest shortfall first. `parts` are by technology,
/// see [`parts_of`]; of two stages of a material the one that leaves more missing counts.
pub fn stopped(outcomes: &[Outcome], parts: &dyn Fn(MaterialId) -> Vec<f64>) -> Vec<Stopped> {
    let mut worst: BTreeMap<MaterialId, &Outcome> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| outcome.used > 0.0) {
        let known = worst.entry(outcome.stop.material).or_insert(outcome);
        if outcome.missing_share() > known.missing_share() {
            *known = outcome;
        }
    }
    let mut found: BTreeMap<usize, Stopped> = BTreeMap::new();
    for (&material, outcome) in &worst {
        let missing = outcome.missing_share();
        for (technology, part) in parts(material).into_iter().enumerate().filter(|(_, part)| *part > 0.0) {
            let lost = outcome
                .losses
                .users
                .as_ref()
                .and_then(|users| users.by_technology.iter().find(|(known, _)| *known == technology).map(|(_, lost)| *lost));
            let this =
                Stopped { technology, worst: (material, outcome.stop.stage), missing, part, materials: 0, short: 0, lost: None };
            let entry = found.entry(technology).or_insert(this);
            if missing > entry.missing {
                *entry = Stopped { materials: entry.materials, short: entry.short, lost: entry.lost, ..this };
            }
            entry.materials += 1;
            entry.short += usize::from(missing > 1.0 - MET);
            entry.lost = entry.lost.into_iter().chain(lost).reduce(f64::max);
        }
    }
    let mut list: Vec<Stopped> = found.into_values().filter(|stopped| stopped.missing > 0.0).collect();
    list.sort_by(|a, b| {
        let lost = |stopped: &Stopped| stopped.lost.unwrap_or(-1.0);
        b.missing.total_cmp(&a.missing).then(b.short.cmp(&a.short)).then(lost(b).total_cmp(&lost(a)))
    });
    list
}
