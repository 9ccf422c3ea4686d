//! What measures cost whom, in tables and sentences.

use std::collections::BTreeSet;

use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::{Payer, kind};
use adit_vocab::policy::{Package, Policy, Terms};
use adit_vocab::table::{Cell, Format};

use super::number;
use super::pathway::PathwayInput;
use crate::grammar::Place;
use crate::locale::{Args, Words};
use crate::naming::Names;
use crate::numbers;

/// Whose treasuries are counted as one; `None` without a package of real measures, and where ids are asked for.
pub(crate) fn treasuries(input: &PathwayInput, names: &Names) -> Option<String> {
    let words = names.words()?;
    let package = input.packages.iter().find(|package| !package.origins.is_empty())?;
    let mut whose: Vec<String> = paying(input, package).into_iter().map(|id| names.country_or_bloc(id)).collect();
    if whose.is_empty() {
        return None;
    }
    whose.sort();
    let args = Args::new().text("package", package.name.get(words.lang())).text("list", numbers::list(&whose, words.lang()));
    Some(words.say("note-treasuries", &args))
}

/// Ids of those whose treasuries pay for measures of a package that are about any of the materials, as far as the cost is known.
pub(crate) fn paying<'a>(input: &PathwayInput, package: &'a Package) -> BTreeSet<&'a str> {
    let asked = |policy: &Policy| {
        policy.materials.is_empty() || input.found.iter().any(|(material, _)| policy.materials.contains(material))
    };
    let paid = package.policies.iter().zip(&package.origins);
    let paid =
        paid.filter(|(policy, _)| kind(&policy.terms).payer == Payer::Treasury && is_costed(&policy.terms) && asked(policy));
    paid.flat_map(|(_, origin)| origin.by.iter().map(String::as_str)).collect()
}

/// The same in a sentence: how many, as who acts, and whose.
pub(crate) fn payers(input: &PathwayInput, package: &Package, names: &Names, args: Args) -> Args {
    let lang = names.words().map(Words::lang).unwrap_or_default();
    let mut whose: Vec<Place> = paying(input, package).into_iter().filter_map(|id| names.place(id)).collect();
    whose.sort_by(|a, b| a.name().cmp(b.name()));
    let list = |form: fn(&Place) -> String| numbers::list(&whose.iter().map(form).collect::<Vec<_>>(), lang);
    args.count("treasuries", whose.len()).text("payers", list(Place::subject)).text("payers-gen", list(Place::genitive))
}

/// True for terms whose cost is known: nobody publishes what permits cost, nor programmes without a cost a tonne.
pub(crate) fn is_costed(terms: &Terms) -> bool {
    match *terms {
        Terms::Recycling { usd_per_t, .. } | Terms::Substitution { usd_per_t, .. } => usd_per_t > 0.0,
        _ => kind(terms).payer != Payer::Nobody,
    }
}

/// True if a cost is known of any measure of a package, or if there is none.
pub(crate) fn has_cost(input: &PathwayInput, package: usize) -> bool {
    let policies = &input.packages[package].policies;
    policies.is_empty() || policies.iter().any(|policy| is_costed(&policy.terms))
}

/// What the treasury pays; no data without a price, or where nobody publishes what any of the measures costs.
pub(crate) fn treasury_cell(input: &PathwayInput, package: usize, ensemble: &Ensemble) -> Cell {
    let known = ensemble.priced && has_cost(input, package);
    if known { number(Some(treasury(input, package, ensemble)), Format::Usd) } else { Cell::NoData }
}

/// Present value that the treasury pays in the middle, over all measures of a package.
pub(crate) fn treasury(input: &PathwayInput, package: usize, ensemble: &Ensemble) -> f64 {
    paid(input, package, ensemble, Payer::Treasury)
}

/// The same of whoever pays.
pub(crate) fn paid(input: &PathwayInput, package: usize, ensemble: &Ensemble, payer: Payer) -> f64 {
    let policies = input.packages[package].policies.iter().zip(&ensemble.cost);
    let own = policies.filter(|(policy, _)| kind(&policy.terms).payer == payer);
    // a sum of nothing is minus zero
    own.filter_map(|(_, cost)| cost.map(|cost| cost.middle)).sum::<f64>() + 0.0
}
