//! A pathway in a few sentences: when the dependency ends, what a stop would do on the way, what the measures cost and start.

use adit_analysis::pathway::LAST_YEAR;
use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;

use super::pathway::{LATER, PathwayInput, said};
use super::public_cost::{has_cost, payers, treasury};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming, capitalised};
use crate::numbers;

/// Projects that start with at least this much more of a chance start because of the measures.
pub(crate) const BECAUSE: f64 = 0.2;
/// Names in a sentence.
const NAMED: usize = 4;
/// Losses below this are not worth a figure in a sentence, US dollars.
const NAMEABLE: f64 = 1e6;

/// The finding for the first package; of many materials, how many end where.
pub fn pathway_summary(input: &PathwayInput, lang: Lang) -> Vec<String> {
    let words = Words::new(lang);
    match input.found {
        [(material, Some(ensembles))] => {
            ensembles.first().map_or_else(Vec::new, |ensemble| of_one(input, *material, ensemble, &words))
        }
        [(material, None)] => {
            let name = capitalised(input.reference.materials.get(*material).display(lang));
            vec![words.say("pathway-no-data", &Args::new().text("material", name))]
        }
        _ => vec![of_many(input, &words)],
    }
}

fn of_one(input: &PathwayInput, material: MaterialId, ensemble: &Ensemble, words: &Words) -> Vec<String> {
    let lang = words.lang();
    let names = Names::new(input.reference, Naming::In(lang));
    let args = || {
        input
            .args(words)
            .text("material", names.material(material))
            .text("package", input.package(0, &names))
            .text("later-year", LATER.to_string())
    };
    let mut list = Vec::new();
    list.push(match &ensemble.independence {
        None => words.say("pathway-unused", &args()),
        Some(found) => {
            let ends = args()
                .text("end", said(found.middle, &names))
                .text("range", spread(found, words))
                .text("later", numbers::percent(found.later, lang))
                // counted for its words alone: in none, or in some
                .count("later-draws", usize::from(found.later > 0.0));
            let id = match found.middle {
                Independence::NotDependent => "pathway-not-dependent",
                Independence::From(_) => "pathway-ends",
                Independence::Later => "pathway-does-not-end",
            };
            words.say(id, &ends)
        }
    });
    if let Some(bands) = ensemble.years.iter().find(|bands| bands.year == LATER) {
        if let (Some(kept), Some(price)) = (bands.kept, bands.stop_price) {
            let [low, high] = [kept.low, kept.high].map(|kept| numbers::percent(kept, lang));
            let id = if low == high { "pathway-stop-sure" } else { "pathway-stop" };
            let stop = args()
                .text("kept-then", numbers::percent(kept.middle, lang))
                .text("kept-low", low)
                .text("kept-high", high)
                .text("price-then", numbers::multiple(price.middle, lang));
            list.push(words.say(id, &stop));
        }
        if let Some(users) = bands.users {
            list.push(if users.high < NAMEABLE {
                words.say("pathway-lost-nothing", &args())
            } else {
                let lost = args().text("lost", numbers::usd(users.middle, lang)).text("lost-low", numbers::usd(users.low, lang));
                let id = if users.middle < NAMEABLE { "pathway-lost-little" } else { "pathway-lost" };
                words.say(id, &lost.text("lost-high", numbers::usd(users.high, lang)))
            });
        }
    }
    if !input.packages[0].policies.is_empty() {
        let projects = input.projects_of(material);
        let mut started: Vec<_> = ensemble.fates.iter().filter(|fate| fate.starts - fate.starts_anyway >= BECAUSE).collect();
        started.sort_by(|a, b| (b.starts - b.starts_anyway).total_cmp(&(a.starts - a.starts_anyway)));
        let started: Vec<String> = started.iter().take(NAMED).map(|fate| projects[fate.project].row.name.clone()).collect();
        if !has_cost(input, 0) {
            list.push(words.say("pathway-uncosted", &args()));
        } else if ensemble.priced {
            let cost = args().text("cost", numbers::usd(treasury(input, 0, ensemble), lang));
            // of real measures it is known whose treasury pays
            let cost = payers(input, &input.packages[0], &Names::new(input.reference, Naming::In(lang)), cost);
            list.push(words.say("pathway-cost", &cost));
        } else {
            list.push(words.say("pathway-unpriced", &args()));
        }
        list.push(if started.is_empty() {
            words.say("pathway-starts-nothing", &args())
        } else {
            words.say("pathway-starts", &args().text("list", numbers::list(&started, lang)).count("n", started.len()))
        });
    }
    list
}

/// The range of a distribution as a clause.
fn spread(found: &Distribution, words: &Words) -> String {
    if found.low == found.high {
        return words.get("pathway-range-same");
    }
    let end = |end: Independence| match end {
        Independence::From(year) => year.to_string(),
        Independence::NotDependent => words.get("independence-none-quoted"),
        Independence::Later => words.say("independence-later-quoted", &Args::new().text("last", LAST_YEAR.to_string())),
    };
    words.say("pathway-range", &Args::new().text("low", end(found.low)).text("high", end(found.high)))
}

fn of_many(input: &PathwayInput, words: &Words) -> String {
    let of = |counts: &dyn Fn(Independence) -> bool| {
        let first = input.found.iter().filter_map(|(_, found)| found.as_ref()?.first()?.independence.as_ref());
        first.filter(|found| counts(found.middle)).count()
    };
    let names = Names::new(input.reference, Naming::In(words.lang()));
    let args = input
        .args(words)
        .text("package", input.package(0, &names))
        .text("later-year", LATER.to_string())
        .count("all", input.found.len())
        .count("none", of(&|end| end == Independence::NotDependent))
        .count("until", of(&|end| matches!(end, Independence::From(year) if year <= LATER)))
        .count("until-last", of(&|end| matches!(end, Independence::From(year) if year > LATER)))
        .count("later", of(&|end| end == Independence::Later));
    words.say("pathway-many", &args)
}
