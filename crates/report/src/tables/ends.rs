//! How far announced measures carry: when dependencies end without measures, with those announced and with all together, one row
//! a material.
//!
//! Files have every number; people see the seven columns that answer the question.

use adit_analysis::pathway::ensemble::{Bands, Ensemble};
use adit_analysis::pathway::independence::Independence;
use adit_analysis::pathway::joint::{Outlay, outlay};
use adit_analysis::pathway::{Band, Payer, kind};
use adit_vocab::material::MaterialId;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::pathway::{LATER, PathwayInput, because, range, said};
use super::public_cost::{is_costed, treasuries};
use super::{columns, notes, number, share, title};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;

/// Places of the three packages: nothing is done, what is announced, everything at once.
pub(crate) const WITHOUT: usize = 0;
pub(crate) const ANNOUNCED: usize = 1;
pub(crate) const TOGETHER: usize = 2;

const FOR_FILES: [&str; 27] = [
    "material",
    "end_without",
    "end_range_without",
    "end_announced",
    "end_range_announced",
    "end_together",
    "end_range_together",
    "unended_kept_without",
    "unended_price_without",
    "unended_kept_announced",
    "unended_price_announced",
    "unended_kept_together",
    "unended_price_together",
    "net_announced_usd",
    "paid_announced_usd",
    "received_announced_usd",
    "net_together_usd",
    "paid_together_usd",
    "received_together_usd",
    "share_later_without",
    "share_later_announced",
    "share_later_together",
    "stop_users_later_without_usd",
    "stop_users_later_announced_usd",
    "stop_users_later_together_usd",
    "starts_because_announced",
    "starts_because_together",
];
const FOR_PEOPLE: [&str; 7] =
    ["material", "end_without", "end_announced", "end_together", "end_unended", "net_announced_usd", "net_together_usd"];

/// The table of the first three packages of an input: none, announced, together. The rows stand in the order of the answers.
pub fn ends(input: &PathwayInput, naming: impl Into<Naming>) -> Table {
    let names = Names::new(input.reference, naming.into());
    let args = input.args_or_none(&names).text("later-year", LATER.to_string());
    let ids: &[&str] = if names.words().is_some() { &FOR_PEOPLE } else { &FOR_FILES };
    let rows = input.found.iter().map(|(material, found)| {
        let mut cells = vec![Cell::Text(names.material(*material))];
        match (found.as_deref(), names.words()) {
            (Some([without, announced, together, ..]), words) => {
                let row = ([without, announced, together], *material);
                cells.extend(match words {
                    Some(words) => for_people(input, row, &names, words),
                    None => for_files(input, row, &names),
                });
            }
            _ => cells.extend(vec![Cell::NoData; ids.len() - 1]),
        }
        Row { key: input.reference.materials.get(*material).id.clone(), cells }
    });
    let mut said = notes(&["note-ends-draws", "note-pathway-stop", "note-ends"], &names, &args);
    said.extend(treasuries(input, &names));
    Table {
        id: "pathways",
        title: title("ends", &names, &args),
        columns: columns(ids, &names, &args),
        rows: rows.collect(),
        notes: said,
    }
}

/// Answers of the three packages about a material.
type Answers<'a> = ([&'a Ensemble; 3], MaterialId);

fn for_files(input: &PathwayInput, (ensembles, material): Answers, names: &Names) -> Vec<Cell> {
    let mut cells = Vec::new();
    for ensemble in ensembles {
        cells.extend(match &ensemble.independence {
            Some(found) => [Cell::Text(said(found.middle, names)), Cell::Text(range(found, names))],
            None => [Cell::NotApplicable, Cell::NotApplicable],
        });
    }
    for ensemble in ensembles {
        let of = |format: Format, pick: fn((Band, Band)) -> Band| {
            unended(ensemble).map_or(Cell::NotApplicable, |found| Cell::Number(pick(found).middle, format))
        };
        cells.extend([of(Format::Percent, |found| found.0), of(Format::Multiple, |found| found.1)]);
    }
    for package in [ANNOUNCED, TOGETHER] {
        let found = public(input, package, material, ensembles[package]);
        let of = |pick: fn(&Outlay) -> f64| number(found.as_ref().map(pick), Format::Usd);
        cells.extend([of(|found| found.mean.net()), of(|found| found.mean.paid), of(|found| found.mean.received)]);
    }
    cells.extend(ensembles.map(|ensemble| share(share_later(ensemble))));
    cells.extend(ensembles.map(|ensemble| number(later(ensemble, |bands| bands.users), Format::Usd)));
    cells.extend([ANNOUNCED, TOGETHER].map(|package| number(Some(because(ensembles[package])), Format::Index)));
    cells
}

fn for_people(input: &PathwayInput, (ensembles, material): Answers, names: &Names, words: &Words) -> Vec<Cell> {
    let end = |ensemble: &Ensemble| {
        ensemble.independence.as_ref().map_or(Cell::NotApplicable, |found| {
            let (end, range) = (said(found.middle, names), range(found, names));
            let both = |end: String, range| words.say("ends-cell", &Args::new().text("end", end).text("range", range));
            Cell::Text(if end == range { end } else { both(end, range) })
        })
    };
    let cost =
        |package: usize| number(public(input, package, material, ensembles[package]).map(|found| found.mean.net()), Format::Usd);
    let mut cells = ensembles.map(end).to_vec();
    cells.push(Cell::Text(lacks(input, ensembles[ANNOUNCED], words).unwrap_or_else(|| words.get("not-applicable-short"))));
    cells.extend([cost(ANNOUNCED), cost(TOGETHER)]);
    cells
}

/// What a stop in the last year misses where the dependency does not end in the middle of the draws.
fn unended(ensemble: &Ensemble) -> Option<(Band, Band)> {
    let later = ensemble.independence.as_ref()?.middle == Independence::Later;
    ensemble.unended.filter(|_| later).map(|found| (found.kept, found.price))
}

/// The same in words: what is not enough of the two, or both where each is in the middle of the draws.
fn lacks(input: &PathwayInput, ensemble: &Ensemble, words: &Words) -> Option<String> {
    let (kept, price) = unended(ensemble)?;
    let (kept, price) = (kept.middle, price.middle);
    let which = match (kept < input.bearable.kept, price > input.bearable.price) {
        (true, false) => "kept",
        (false, true) => "price",
        _ => "both",
    };
    let lang = words.lang();
    let args = Args::new().text("kept", numbers::percent(kept, lang)).text("price", numbers::multiple(price, lang));
    Some(words.say("ends-unended", &args.text("which", which)))
}

/// What treasuries pay for a material; `None` without a price, or where nobody publishes what any measure about it costs.
fn public(input: &PathwayInput, package: usize, material: MaterialId, ensemble: &Ensemble) -> Option<Outlay> {
    let about = |place: usize| {
        let policy = &input.packages[package].policies[place];
        policy.materials.is_empty() || policy.materials.contains(&material)
    };
    let policies = &input.packages[package].policies;
    let places = || (0..policies.len()).filter(|&place| about(place));
    let known = ensemble.priced && (places().next().is_none() || places().any(|place| is_costed(&policies[place].terms)));
    if known { paid_by(input, package, &[ensemble], Payer::Treasury) } else { None }
}

/// What a payer pays for the measures of a package, for several materials together; `None` if none of them has a price.
pub(crate) fn paid_by(input: &PathwayInput, package: usize, materials: &[&Ensemble], payer: Payer) -> Option<Outlay> {
    let priced: Vec<&Ensemble> = materials.iter().copied().filter(|ensemble| ensemble.priced).collect();
    outlay(&priced, |place| kind(&input.packages[package].policies[place].terms).payer == payer)
}

/// The feared supplier's part of world output at the last stage ten years on, in the middle of the draws.
pub(crate) fn share_later(ensemble: &Ensemble) -> Option<f64> {
    later(ensemble, |bands| bands.shares.last().copied().flatten())
}

fn later(ensemble: &Ensemble, of: impl Fn(&Bands) -> Option<Band>) -> Option<f64> {
    ensemble.years.iter().find(|bands| bands.year == LATER).and_then(of).map(|band| band.middle)
}
