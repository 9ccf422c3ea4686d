//! From observations to a baseline in balance: weighted least squares for every material, twice.
//!
//! The first pass spreads unobserved use by gross domestic product; the markets whose trade is observed then reveal how
//! much each country really uses per unit of it, and the second pass uses that. Rare earths are brought into balance as
//! one group and split into elements afterwards; magnets are brought into balance behind the elements they are made of.

mod assemble;
mod demand;
mod elements;
mod grade;
mod gravity;
pub mod holdout;
mod magnets;
mod network;
pub mod observed;
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
    check_settings(settings, reference)?;
    let (gdp, first) = first_pass(reference, observations, settings, done)?;
    let weights = revealed_weights(&gdp, &first, settings);
    let mut markets = pass(reference, observations, settings, &weights, done)?;
    elements::split(&mut markets, reference, observations)?;
    magnets::add(&mut markets, reference, observations, settings, &weights)?;
    check_finite(&markets, reference)?;
    Ok(Baseline { year: settings.base_year, digest: String::new(), inputs: String::new(), markets })
}

/// Nothing leaves the reconciliation that is not a number.
fn check_finite(markets: &[Option<Market>], reference: &Reference) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    for market in markets.iter().flatten() {
        for stage in &market.stages {
            let quality = &stage.quality;
            let measures = [quality.moved_output, quality.moved_world, quality.moved_trade, quality.hidden, quality.absorption];
            let nodes = stage.nodes.iter().flat_map(|node| &node.items).map(|(_, datum)| datum.value);
            let values = nodes.chain(stage.flows.iter().map(|flow| flow.datum.value)).chain(measures);
            if !values.chain(market.recovery).chain(market.magnet_yield).all(f64::is_finite) {
                let place = format!("{} {}", reference.materials.get(market.material).id, stage.stage);
                let found = "the balance is not a number";
                problems.push(Problem::new(
                    "reconciliation",
                    place,
                    found,
                    "output above zero, and ore mixes and yields that are not zero",
                ));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Codes of the settings must name countries, and what is merged must not be merged into.
fn check_settings(settings: &Settings, reference: &Reference) -> Result<(), Vec<Problem>> {
    let known = |code: &String| reference.countries.by_iso3(code).is_some();
    let mut problems: Vec<Problem> = settings
        .merged
        .iter()
        .flat_map(|(from, to)| [from, to])
        .chain(&settings.hubs)
        .filter(|code| !known(code))
        .map(|code| Problem::new("reconciliation.toml", "merged, hubs", format!("`{code}`"), "an ISO3 country code"))
        .collect();
    for to in settings.merged.values().filter(|to| settings.merged.contains_key(*to)) {
        let found = format!("`{to}` is merged itself");
        problems.push(Problem::new("reconciliation.toml", "merged", found, "a country that stays"));
    }
    if !(1900..=2100).contains(&settings.base_year) {
        problems.push(Problem::new(
            "reconciliation.toml",
            "base_year",
            settings.base_year.to_string(),
            "a year between 1900 and 2100",
        ));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
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
