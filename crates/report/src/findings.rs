//! What stands out in a result: rankings and counts from which headlines and sentences are made.
//!
//! Only sorting and counting; a material without data is never counted as safe, it is counted as unknown.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use adit_analysis::exposure::{Exposure, MaterialExposure, Supply};
use adit_vocab::baseline::{Baseline, Grade, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

/// From this share on a supplier has the upper hand; the same line is drawn in the figures.
pub const HALF: f64 = 0.5;

/// A country that mines less than this part of the world's output counts as not mining.
const NOTHING_MINED: f64 = 0.001;
/// Computed reliance from which a material counts as imported entirely: it would print as more than 99 percent.
const ENTIRELY: f64 = 0.995;

/// Share of unknown origin from which a path is called uncertain.
const MUCH_UNKNOWN: f64 = 0.25;

/// Below this a share is rounding.
const TRACE: f64 = 1e-6;

/// Counts and picks from one result.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// Materials asked for.
    pub total: usize,
    /// True if the importer is, or contains, the feared supplier.
    pub own: bool,
    /// Materials nobody publishes output of, in the order of `Materials`.
    pub no_data: Vec<MaterialId>,
    /// Materials with world output on record at some stage.
    pub recorded: usize,
    /// Materials of whose last stage on record the feared supplier makes more than half of the world's output.
    pub dominated: Vec<MaterialId>,
    /// Those among `dominated` that belong to a group.
    pub dominated_in_group: usize,
    /// Materials of which the feared supplier mines at most half but refines more than half.
    pub after_mine: Vec<MaterialId>,
    /// The feared supplier's largest share of world output at the last stage on record.
    pub largest_world: Option<(MaterialId, f64)>,
    /// Materials the importer uses, by the baseline.
    pub used: usize,
    /// Materials of which more than half of the use passes through the feared supplier, most first.
    pub passing: Vec<(MaterialId, f64)>,
    /// Those among `passing` that belong to a group.
    pub passing_in_group: usize,
    /// Those among `passing` of whose use the feared supplier mined at most half but made more than half.
    pub passing_after_mine: Vec<MaterialId>,
    /// Those among `passing` whose trade is not observed (grade D).
    pub passing_unobserved: usize,
    /// How many materials pass through it at all.
    pub touched: usize,
    /// The material of which most passes through, even if that is less than half.
    pub most_passing: Option<(MaterialId, f64)>,
    /// The three narrowest paths over half, at most one a group.
    pub narrowest: Vec<(MaterialId, f64)>,
    /// Used materials by computed net import reliance: entirely imported.
    pub imported_entirely: usize,
    /// Used materials by computed net import reliance: more than half imported.
    pub imported_mostly: usize,
    /// Used materials whose computed net import reliance is known.
    pub reliance_known: usize,
    /// Materials with a mine stage on record of which the importer's members have no mine output on record.
    pub not_mined: usize,
    /// Materials with a mine stage on record.
    pub mined_somewhere: usize,
    /// For the United States: materials neither mined nor recovered there, as published.
    pub us_not_mined: usize,
    /// For the United States: materials whose published net import reliance is 100 percent.
    pub us_fully_reliant: usize,
    /// Materials by worst grade: A, B, C, D, none.
    pub grades: [usize; 5],
    /// Materials that share a customs code with others at some stage.
    pub baskets: usize,
    /// Materials whose output by country rests on old shares at some stage.
    pub old_shares: usize,
    /// Used materials of which more than a quarter comes from an origin no record names.
    pub much_unknown: usize,
    /// Materials known only as part of a group.
    pub grouped: usize,
    /// Largest producers by number of markets at the last stage on record; a group counts
    /// once a leader.
    pub leaders: Vec<(CountryId, usize)>,
    /// Markets counted in `leaders`.
    pub markets: usize,
}

/// Reads the counts off a result.
pub fn findings(reference: &Reference, baseline: &Baseline, exposure: &Exposure) -> Findings {
    let against = exposure.against;
    let entries = &exposure.materials;
    let in_group = |id: &MaterialId| !reference.materials.get(*id).group.is_empty();
    let count = |test: &dyn Fn(&MaterialExposure) -> bool| entries.iter().filter(|entry| test(entry)).count();
    let of = |entry: &MaterialExposure| reference.materials.get(entry.material);

    let dominated: Vec<MaterialId> = entries
        .iter()
        .filter(|entry| entry.last().is_some_and(|world| world.share_of(against) > HALF))
        .map(|entry| entry.material)
        .collect();
    let ranked: Vec<(MaterialId, f64)> = most_exposed(exposure, reference)
        .into_iter()
        .filter_map(|entry| passes_through(entry).map(|share| (entry.material, share)))
        .collect();
    let passing: Vec<(MaterialId, f64)> = ranked.iter().copied().filter(|(_, share)| *share > HALF).collect();
    let unobserved = |id: MaterialId| entries.iter().any(|entry| entry.material == id && grade(entry) == Some(Grade::D));
    let mut grades = [0; 5];
    for entry in entries {
        grades[grade(entry).map_or(4, |grade| grade as usize)] += 1;
    }
    let knows = |wanted: TradeKnowledge, entry: &MaterialExposure| {
        baseline.market(entry.material).is_some_and(|market| market.stages.iter().any(|stage| stage.quality.trade == wanted))
    };
    let reliance = |entry: &MaterialExposure| entry.supply.as_ref().and_then(|supply| supply.net_import_reliance);
    let leaders = leaders(reference, entries);

    Findings {
        total: entries.len(),
        own: exposure.importer.has(against),
        no_data: entries.iter().filter(|entry| entry.last().is_none()).map(|entry| entry.material).collect(),
        recorded: count(&|entry| entry.last().is_some()),
        dominated_in_group: dominated.iter().filter(|id| in_group(id)).count(),
        dominated,
        after_mine: entries
            .iter()
            .filter(|entry| match (&entry.mine, &entry.refined) {
                (Some(mine), Some(refined)) => mine.share_of(against) <= HALF && refined.share_of(against) > HALF,
                _ => false,
            })
            .map(|entry| entry.material)
            .collect(),
        largest_world: by_world_share(exposure, reference)
            .first()
            .and_then(|entry| entry.last().map(|world| (entry.material, world.share_of(against))))
            .filter(|(_, share)| *share > 0.0),
        used: count(&|entry| entry.supply.is_some()),
        passing_in_group: passing.iter().filter(|(id, _)| in_group(id)).count(),
        passing_after_mine: passing
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| entries.iter().any(|entry| entry.material == *id && starts_after_the_mine(entry, against)))
            .collect(),
        passing_unobserved: passing.iter().filter(|(id, _)| unobserved(*id)).count(),
        touched: ranked.iter().filter(|(_, share)| *share > TRACE).count(),
        most_passing: ranked.first().copied().filter(|(_, share)| *share > TRACE),
        narrowest: one_a_group(reference, &passing),
        passing,
        imported_entirely: count(&|entry| reliance(entry).is_some_and(|share| share >= ENTIRELY)),
        imported_mostly: count(&|entry| reliance(entry).is_some_and(|share| share > HALF)),
        reliance_known: count(&|entry| reliance(entry).is_some()),
        not_mined: count(&|entry| entry.mine.is_some() && own_mine_share(baseline, exposure, entry.material) < NOTHING_MINED),
        mined_somewhere: count(&|entry| entry.mine.is_some()),
        us_not_mined: count(&|entry| of(entry).united_states.as_ref().is_some_and(|us| us.not_mined)),
        us_fully_reliant: count(&|entry| {
            of(entry)
                .united_states
                .as_ref()
                .and_then(|us| us.net_import_reliance.as_ref())
                .is_some_and(|figure| figure.bound.is_none() && figure.value >= 1.0)
        }),
        grades,
        baskets: count(&|entry| knows(TradeKnowledge::Basket, entry)),
        old_shares: count(&|entry| {
            [&entry.mine, &entry.refined, &entry.magnet].into_iter().flatten().any(|world| world.old_shares)
        }),
        much_unknown: count(&|entry| entry.supply.as_ref().is_some_and(|supply| unknown_share(supply) > MUCH_UNKNOWN)),
        grouped: count(&|entry| !of(entry).group.is_empty()),
        markets: leaders.iter().map(|(_, markets)| markets).sum(),
        leaders,
    }
}

fn starts_after_the_mine(entry: &MaterialExposure, against: CountryId) -> bool {
    entry.supply.as_ref().is_some_and(|supply| {
        let mined = supply.mine.as_ref().map(|mix| mix.share_of(against));
        mined.is_some_and(|share| share <= HALF) && supply.maker.share_of(against) > HALF
    })
}

/// Materials by what passes through the feared supplier, most first; then those without such a figure by the supplier's
/// share of world output; those without any data last, never left out.
pub fn most_exposed<'a>(exposure: &'a Exposure, reference: &Reference) -> Vec<&'a MaterialExposure> {
    ranked(exposure, reference, |entry| [passes_through(entry), entry.last().map(|world| world.share_of(exposure.against))])
}

/// The most exposed materials for lists that show only some: none that has nothing to do with the feared supplier.
pub fn exposed<'a>(exposure: &'a Exposure, reference: &Reference) -> Vec<&'a MaterialExposure> {
    let touched = |entry: &&MaterialExposure| {
        passes_through(entry).or_else(|| entry.last().map(|world| world.share_of(exposure.against))).is_some_and(|s| s > TRACE)
    };
    most_exposed(exposure, reference).into_iter().filter(touched).collect()
}

/// Materials by the feared supplier's share of the last stage on record; those without data last.
pub fn by_world_share<'a>(exposure: &'a Exposure, reference: &Reference) -> Vec<&'a MaterialExposure> {
    ranked(exposure, reference, |entry| [entry.last().map(|world| world.share_of(exposure.against)), None])
}

/// The worst grade of a material's stages; `None` without data.
pub fn grade(entry: &MaterialExposure) -> Option<Grade> {
    [&entry.mine, &entry.refined].into_iter().flatten().map(|world| world.grade).max()
}

/// Share of a supply whose origin no record names, followed as far back as the stages are linked.
pub fn unknown_share(supply: &Supply) -> f64 {
    supply.mine.as_ref().unwrap_or(&supply.maker).unknown
}

/// Share of the use that passes through the feared supplier.
pub fn passes_through(entry: &MaterialExposure) -> Option<f64> {
    entry.supply.as_ref()?.passes_through.filter(|share| share.is_finite())
}

fn ranked<'a>(
    exposure: &'a Exposure,
    reference: &Reference,
    keys: impl Fn(&MaterialExposure) -> [Option<f64>; 2],
) -> Vec<&'a MaterialExposure> {
    let mut list: Vec<&MaterialExposure> = exposure.materials.iter().collect();
    let id = |entry: &MaterialExposure| &reference.materials.get(entry.material).id;
    list.sort_by(|a, b| {
        let pairs = keys(a).into_iter().zip(keys(b));
        pairs.map(|(a, b)| larger_first(a, b)).find(|order| order.is_ne()).unwrap_or_else(|| id(a).cmp(id(b)))
    });
    list
}

/// Larger shares first, missing last. Shares that differ by less than a billionth tie and stand in order of name.
pub(crate) fn larger_first(a: Option<f64>, b: Option<f64>) -> Ordering {
    let coarse = |share: Option<f64>| share.map(|share| (share * 1e9).round());
    match (coarse(a), coarse(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn one_a_group(reference: &Reference, passing: &[(MaterialId, f64)]) -> Vec<(MaterialId, f64)> {
    let mut groups = BTreeSet::new();
    let fresh = |(id, _): &&(MaterialId, f64)| {
        let group = &reference.materials.get(*id).group;
        group.is_empty() || groups.insert(group.clone())
    };
    passing.iter().filter(fresh).take(3).copied().collect()
}

/// The importer's part of what the world mines, scrap left out.
fn own_mine_share(baseline: &Baseline, exposure: &Exposure, material: MaterialId) -> f64 {
    let Some(mine) = baseline.market(material).and_then(|market| market.stage(Stage::Mine)) else { return 0.0 };
    let own: f64 =
        exposure.importer.members.iter().filter_map(|&member| mine.node(member)).map(|node| mine.counted_output(node)).sum();
    own / mine.world_output()
}

fn leaders(reference: &Reference, entries: &[MaterialExposure]) -> Vec<(CountryId, usize)> {
    let mut groups = BTreeSet::new();
    let mut counts: BTreeMap<CountryId, usize> = BTreeMap::new();
    for entry in entries {
        let Some(world) = entry.last() else { continue };
        let group = &reference.materials.get(entry.material).group;
        let leader = world.largest().0;
        // Members of a group are worked out from the group's figures, so under one leader they are one market.
        if !group.is_empty() && !groups.insert((group.clone(), leader)) {
            continue;
        }
        *counts.entry(leader).or_default() += 1;
    }
    let mut list: Vec<(CountryId, usize)> = counts.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    list
}
