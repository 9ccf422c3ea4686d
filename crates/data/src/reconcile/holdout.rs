//! How well the reconciliation finds what it was not told: published US and EU figures are left out and then compared.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Item, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::figure::Bound;
use adit_vocab::material::{Material, Materials};
use adit_vocab::observation::{Observations, Scope};
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::build;
use super::settings::Settings;

/// A use found below this part of the published one counts as this part, so that no factor is infinite.
const LEAST_FOUND: f64 = 0.01;

/// One published figure against what the reconciliation gives without it.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldOut {
    /// Material id.
    pub material: String,
    /// Stage.
    pub stage: Stage,
    /// Which figure was left out.
    pub figure: Held,
    /// How trade of the stage is known.
    pub trade: TradeKnowledge,
    /// For use: found over published. For a supply mix: overlap, `sum of min(found share, published share)` over the
    /// suppliers named, both mixes as shares of what comes from outside the buyers, the published one scaled to 1.
    pub score: f64,
}

/// A figure left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// US consumption (USGS).
    UsUse,
    /// US import sources (USGS).
    UsImports,
    /// EU sourcing shares (European Commission).
    EuSourcing,
}

/// Builds the baseline without the US and EU figures and scores it against them.
pub fn hold_out(reference: &Reference, data: &Observations, settings: &Settings) -> Result<Vec<HoldOut>, Vec<Problem>> {
    let mut blind = data.clone();
    blind.consumption.clear();
    blind.shares.retain(|row| row.scope == Scope::World);
    let untold = Reference { materials: without_reliance(&reference.materials), ..reference.clone() };
    let found = build(&untold, &blind, settings, &|| ())?;
    let told = build(reference, data, settings, &|| ())?;
    let mut scores = Vec::new();
    let eu: Vec<CountryId> = reference.countries.iter().filter(|(_, country)| country.eu27 == 1).map(|(id, _)| id).collect();
    let usa: Vec<CountryId> = reference.countries.by_iso3("USA").into_iter().collect();
    for (id, material) in reference.materials.iter().filter(|(_, material)| material.group.is_empty()) {
        let Some(market) = found.market(id) else { continue };
        for balance in &market.stages {
            let trade = balance.quality.trade;
            for (scope, buyers, figure) in [(Scope::USA, &usa, Held::UsImports), (Scope::EU, &eu, Held::EuSourcing)] {
                if let Some(score) = overlap(balance, &material.id, scope, buyers, reference, data, settings) {
                    scores.push(HoldOut { material: material.id.clone(), stage: balance.stage, figure, trade, score });
                }
            }
        }
        let (Some(last), Some(&usa)) = (market.last(), usa.first()) else { continue };
        let published = told.market(id).and_then(|market| market.last()).and_then(|balance| {
            let node = balance.node(usa)?;
            Some(node.tonnes(Item::Use) / balance.quality.us_use_ratio?)
        });
        if let Some(published) = published {
            let score = last.node(usa).map_or(0.0, |node| node.tonnes(Item::Use)) / published;
            scores.push(HoldOut {
                material: material.id.clone(),
                stage: last.stage,
                figure: Held::UsUse,
                trade: last.quality.trade,
                score,
            });
        }
    }
    Ok(scores)
}

fn without_reliance(materials: &Materials) -> Materials {
    let mut list: Vec<Material> = materials.iter().map(|(_, material)| material.clone()).collect();
    list.iter_mut().filter_map(|material| material.united_states.as_mut()).for_each(|us| us.net_import_reliance = None);
    Materials::new(list)
}

/// Overlap of a found and a published supply mix, both as shares of what comes from outside the buyers.
fn overlap(
    balance: &StageBalance,
    material: &str,
    scope: Scope,
    buyers: &[CountryId],
    reference: &Reference,
    data: &Observations,
    settings: &Settings,
) -> Option<f64> {
    let stage = balance.stage;
    let mut published: BTreeMap<CountryId, f64> = BTreeMap::new();
    let rows = data.shares.iter().filter(|row| row.material == material && row.stage == stage && row.scope == scope);
    for row in rows.filter(|row| row.bound != Some(Bound::Below)) {
        if let (Some(supplier), Some(share)) =
            (reference.countries.by_iso3(settings.merged.get(&row.supplier).unwrap_or(&row.supplier)), row.share)
            && !buyers.contains(&supplier)
        {
            *published.entry(supplier).or_default() += share;
        }
    }
    let published_sum: f64 = published.values().sum();
    let inward: Vec<(CountryId, f64)> = balance
        .flows
        .iter()
        .filter(|flow| buyers.contains(&flow.importer) && !buyers.contains(&flow.exporter))
        .map(|flow| (flow.exporter, flow.datum.value))
        .collect();
    let total: f64 = inward.iter().map(|(_, tonnes)| tonnes).sum();
    if published_sum <= 0.0 || total <= 0.0 {
        return None;
    }
    let common: f64 = published
        .iter()
        .map(|(supplier, share)| {
            let tonnes: f64 = inward.iter().filter(|(exporter, _)| exporter == supplier).map(|(_, tonnes)| tonnes).sum();
            (tonnes / total).min(share / published_sum)
        })
        .sum();
    Some(common)
}

/// Scores of one kind of figure together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Which figures.
    pub figure: Held,
    /// How trade is known.
    pub trade: TradeKnowledge,
    /// How many.
    pub count: usize,
    /// For use: the median factor by which found and published differ, 1 or more. For mixes: the mean overlap.
    pub score: f64,
}

/// Summarises scores by figure and knowledge of trade.
pub fn summarise(scores: &[HoldOut]) -> Vec<Summary> {
    let mut groups: BTreeMap<(Held, TradeKnowledge), Vec<f64>> = BTreeMap::new();
    for held in scores {
        let score = if held.figure == Held::UsUse { held.score.max(1.0 / held.score.max(LEAST_FOUND)) } else { held.score };
        groups.entry((held.figure, held.trade)).or_default().push(score);
    }
    groups
        .into_iter()
        .map(|((figure, trade), mut scores)| {
            scores.sort_by(f64::total_cmp);
            let count = scores.len();
            let score = match figure {
                Held::UsUse => scores[count / 2],
                #[allow(clippy::cast_precision_loss, reason = "a count of figures")]
                Held::UsImports | Held::EuSourcing => scores.iter().sum::<f64>() / count as f64,
            };
            Summary { figure, trade, count, score }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn use_is_scored_by_its_factor_and_mixes_by_their_mean() {
        let held = |figure, score| HoldOut {
            material: "tin".into(),
            stage: Stage::Refined,
            figure,
            trade: TradeKnowledge::Specific,
            score,
        };
        let scores = [
            held(Held::UsUse, 0.5),
            held(Held::UsUse, 1.25),
            held(Held::UsUse, 4.0),
            held(Held::UsImports, 0.6),
            held(Held::UsImports, 1.0),
        ];
        let found: Vec<(Held, usize, f64)> = summarise(&scores).into_iter().map(|s| (s.figure, s.count, s.score)).collect();
        assert_eq!(found, [(Held::UsUse, 3, 2.0), (Held::UsImports, 2, 0.8)]); // factors 2, 1.25, 4; (0.6 + 1) / 2
    }
}
