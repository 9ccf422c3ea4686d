//! Who misses how much: a map of the part of use that is missing, with the largest quantities beside it.

use adit_vocab::trajectory::User;

use super::map;
use super::svg::{Figure, Mark};
use crate::briefing::CutOffFocus;
use crate::context::Context;
use crate::numbers;

/// Countries listed beside the map.
const LISTED: usize = 8;
/// Least missing part of use of each class above plain land.
const CLASSES: [f64; 4] = [0.01, 0.05, 0.2, 0.4];

/// Draws the chart; `None` where nobody misses anything.
pub fn missing(context: &Context, focus: &CutOffFocus) -> Option<Figure> {
    let months = focus.answer.central.allowed.len() as f64;
    let part = |user: &User| if user.base_use > 0.0 { user.missing() / (user.base_use * months) } else { 0.0 };
    let class = |part: f64| CLASSES.iter().filter(|least| part >= **least).count();
    let mut users: Vec<&User> = focus.answer.central.users.iter().filter(|user| class(part(user)) > 0).collect();
    users.sort_by(|a, b| b.missing().total_cmp(&a.missing()).then(a.country.cmp(&b.country)));
    let first = users.first()?;
    let lang = context.lang();
    let count = focus.answer.central.allowed.len();
    let args = || {
        let ban = if focus.ban { "yes" } else { "no" };
        context.material_args(focus.material).text("ban", ban).count("months", count)
    };
    let desc = context.words.say(
        "missing-desc",
        &args()
            .text("name", context.country_subject(first.country))
            .text("tonnes", numbers::tonnes(first.missing(), lang))
            .text("part", numbers::percent(part(first), lang)),
    );
    let of = |country| users.iter().find(|user| user.country == country).map_or(0, |user| class(part(user)));
    let panel = map::world(context, context.words.say("missing-figure", &args()), desc, &of);
    let highest = users.iter().map(|user| class(part(user))).max().unwrap_or(0);
    let percent = |value: f64| numbers::percent_digits(value, lang);
    let mut key = vec![(Mark::Land(0), context.words.get("missing-none"))];
    for (place, least) in CLASSES.iter().enumerate().take(highest) {
        let label = match CLASSES.get(place + 1) {
            Some(next) => format!("{}–{}", percent(*least), numbers::percent(*next, lang)),
            None => context.words.say("missing-and-more", &args().text("part", numbers::percent(*least, lang))),
        };
        key.push((Mark::Land(place + 1), label));
    }
    key.push((Mark::Home, context.say("leaders-home")));
    let shown = users.iter().take(LISTED);
    Some(Figure {
        id: "missing",
        title: context.words.say("missing-figure", &args()),
        unit: context.words.say("missing-figure-unit", &args()),
        key,
        panels: vec![panel],
        beside: shown.map(|user| (context.country_name(user.country), numbers::tonnes(user.missing(), lang))).collect(),
        caption: [context.words.get("missing-caption"), context.say("map-caption"), context.source_line()].join(" "),
        ..Figure::default()
    })
}
