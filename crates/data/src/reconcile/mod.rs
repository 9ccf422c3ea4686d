//! From observations to a baseline in balance: weighted least squares for every material, twice.
//!
//! The first pass spreads unobserved use by gross domestic product; the markets whose trade is observed then reveal how
//! much each country really uses per unit of it, and the second pass uses that. Rare earths are brought into balance as
//! one group and split into elements afterwards.

mod assemble;
mod demand;
mod elements;
mod grade;
mod gravity;
pub mod holdout;
mod network;
mod output;
mod prior;
pub mod sensitivity;
pub mod settings;
mod stage_priors;
mod trade;

use adit_vocab::baseline::{Baseline, Market};
use adit_vocab::material::MaterialId;
use adit_vocab::observation::Observations;
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use demand::{UseWeights, gdp_weights, revealed_weights};
use settings::Settings;

/// Brings every material into balance. `done` is called after each solved market, for a progress bar.
pub fn build(
    reference: &Reference,
    observations: &Observations,
    settings: &Settings,
    done: &(dyn Fn() + Sync),
) -> Result<Baseline, Vec<Problem>> {
    let (gdp, first) = first_pass(reference, observations, settings, done)?;
    let weights = revealed_weights(&gdp, &first, settings);
    let mut markets = pass(reference, observations, settings, &weights, done)?;
    elements::split(&mut markets, reference, observations)?;
    Ok(Baseline { year: settings.base_year, digest: String::new(), markets })
}

/// Shares of gross domestic product, and the markets solved with them.
fn first_pass(
    reference: &Reference,
    observations: &Observations,
    settings: &Settings,
    done: &(dyn Fn() + Sync),
) -> Result<(UseWeights, Vec<Option<Market>>), Vec<Problem>> {
    let gdp = gdp_weights(observations, &reference.countries, settings);
    let markets = pass(reference, observations, settings, &gdp, done)?;
    Ok((gdp, markets))
}

/// How many markets [`build`] solves, both passes together.
pub fn solves(reference: &Reference) -> usize {
    2 * own_markets(reference).len()
}

/// Materials and groups that are reconciled themselves, not as a member of a group.
fn own_markets(reference: &Reference) -> Vec<MaterialId> {
    reference.materials.iter().filter(|(_, material)| material.group.is_empty()).map(|(id, _)| id).collect()
}

fn pass(
    reference: &Reference,
    observations: &Observations,
    settings: &Settings,
    weights: &UseWeights,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<Option<Market>>, Vec<Problem>> {
    let results: Vec<(MaterialId, Result<Option<Market>, String>)> = own_markets(reference)
        .into_par_iter()
        .map(|id| {
            let market = assemble::market(id, reference, observations, settings, weights);
            done();
            (id, market)
        })
        .collect();
    let mut markets: Vec<Option<Market>> = reference.materials.iter().map(|_| None).collect();
    let mut problems = Vec::new();
    for (id, result) in results {
        match result {
            Ok(market) => markets[id.index()] = market,
            Err(status) => problems.push(Problem::new(
                "reconciliation",
                &reference.materials.get(id).id,
                format!("the solver ended with {status}"),
                "observations that can be brought into balance",
            )),
        }
    }
    if problems.is_empty() { Ok(markets) } else { Err(problems) }
}
