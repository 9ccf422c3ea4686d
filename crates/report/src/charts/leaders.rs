//! Who leads in the world: a map of countries by the number of markets in which they are the largest producer.

use super::map;
use super::svg::{Figure, Mark};
use crate::context::Context;
use crate::locale::Args;

/// Countries listed beside the map.
const LISTED: usize = 8;

/// Least number of markets of each class above plain land.
const CLASSES: [usize; 4] = [1, 2, 4, 10];

/// Draws the chart; `None` where no market is on record.
pub fn leaders(context: &Context) -> Option<Figure> {
    let leaders = &context.findings.leaders;
    let (first, most) = leaders.first()?;
    let shown = &leaders[..leaders.len().min(LISTED)];
    let desc =
        context.words.say("leaders-desc", &Args::new().text("name", context.country_subject(*first)).text("n", most.to_string()));
    let class = |markets: usize| CLASSES.iter().filter(|least| markets >= **least).count();
    let markets = |id| leaders.iter().find(|(country, _)| *country == id).map_or(0, |(_, markets)| *markets);
    let panel = map::world(context, context.say("leaders-panel"), desc, &|country| class(markets(country)));

    let highest = class(*most);
    let mut key = vec![(Mark::Land(0), "0".to_owned())];
    for (place, least) in CLASSES.iter().enumerate().take(highest) {
        let label = match CLASSES.get(place + 1) {
            Some(next) if next - 1 == *least => least.to_string(),
            Some(next) => format!("{least}–{}", next - 1),
            None => context.words.say("leaders-and-more", &Args::new().text("n", least.to_string())),
        };
        key.push((Mark::Land(place + 1), label));
    }
    key.push((Mark::Home, context.say("leaders-home")));

    let mut caption = Vec::new();
    if context.findings.grouped > 1 {
        caption.push(context.say("leaders-caption"));
    }
    let rest = &leaders[shown.len()..];
    if let Some((_, each)) = rest.first() {
        caption.push(context.words.say("leaders-rest", &Args::new().count("n", rest.len()).count("each", *each)));
    }
    caption.extend([context.say("map-caption"), context.source_line()]);
    Some(Figure {
        id: "leaders",
        title: context.words.say("leaders-figure", &context.args().count("markets", context.findings.markets)),
        unit: context.say("leaders-figure-unit"),
        key,
        panels: vec![panel],
        beside: shown.iter().map(|(country, markets)| (context.country_name(*country), markets.to_string())).collect(),
        caption: caption.join(" "),
        ..Figure::default()
    })
}
