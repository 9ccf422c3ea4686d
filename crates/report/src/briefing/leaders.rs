//! Who leads in the world: countries by the number of markets in which they are the largest producer.

use adit_vocab::country::CountryId;

use crate::charts;
use crate::context::Context;
use crate::findings::by_world_share;
use crate::grammar::Place;
use crate::locale::Args;
use crate::naming::capitalised;

use super::figure;
use super::html_table::{self, Td};
use super::section::Section;

/// The section; `None` if no market is on record, or only one.
pub fn render(context: &Context) -> Option<String> {
    if context.findings.markets < 2 {
        return None;
    }
    let chart = charts::leaders::leaders(context)?;
    let details = (context.say_n("as-table", 1), table(context));
    let section = Section {
        id: "leaders",
        title: context.say("leaders-title"),
        texts: vec![text(context)],
        parts: vec![figure::render(&chart, Some(details))],
    };
    Some(section.render())
}

fn text(context: &Context) -> String {
    let found = &context.findings;
    let named = |id: CountryId, n: usize| {
        let place: Place = context.place(id);
        Args::new()
            .text("name", place.subject())
            .text("name-cap", capitalised(&place.subject()))
            .text("num", if place.is_plural() { "many" } else { "one" })
            .text("n", n.to_string())
            .count("markets", found.markets)
    };
    let mut parts = Vec::new();
    let mut said = Vec::new();
    if let Some(&(first, most)) = found.leaders.first() {
        parts.push(context.words.say("leaders-text", &named(first, most)));
        said.push(first);
    }
    // The runner-up is named only if it is one country alone.
    if let Some(&(second, n)) = found.leaders.get(1)
        && n < found.leaders[0].1
        && found.leaders.get(2).is_none_or(|(_, third)| *third < n)
    {
        parts.push(context.words.say("leaders-second", &named(second, n)));
        said.push(second);
    }
    let against = context.exposure.against;
    if !said.contains(&against) {
        let n = found.leaders.iter().find(|(country, _)| *country == against).map_or(0, |(_, n)| *n);
        parts.push(context.words.say("leaders-feared", &context.args().count("n", n)));
    }
    parts.join(" ")
}

fn table(context: &Context) -> String {
    let heads = ["column-country", "leaders-column-markets", "leaders-column-materials"].map(|id| context.words.get(id)).to_vec();
    let entries = by_world_share(context.exposure, context.reference);
    let rows = context
        .findings
        .leaders
        .iter()
        .map(|(country, markets)| {
            let mut materials: Vec<String> = entries
                .iter()
                .filter(|entry| entry.last().is_some_and(|world| world.largest().0 == *country))
                .map(|entry| context.material_name(entry.material))
                .collect();
            materials.sort();
            vec![
                Td { text: context.country_name(*country), ..Td::default() },
                Td { text: markets.to_string(), ..Td::default() },
                Td { text: materials.join(", "), class: "t".to_owned(), grade: false },
            ]
        })
        .collect();
    html_table::render(context.say("leaders-panel"), heads, rows, true)
}
