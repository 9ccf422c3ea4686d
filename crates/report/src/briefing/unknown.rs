//! What is not known, counted from the data and in the words of the materials' files.

use std::collections::BTreeSet;

use askama::Template;

use crate::context::Context;
use crate::findings::exposed;
use crate::locale::Args;
use crate::numbers;

/// Materials whose limits are quoted.
const QUOTED: usize = 3;

#[derive(Template)]
#[template(path = "unknown.html")]
struct UnknownView {
    title: String,
    items: Vec<String>,
    limits_intro: String,
    limits: Vec<(String, String)>,
}

/// The section.
pub fn render(context: &Context) -> String {
    super::render(&UnknownView {
        title: context.say("unknown-title"),
        items: items(context),
        limits_intro: context.say("unknown-limits"),
        limits: limits(context),
    })
}

/// One sentence a gap; a gap that does not exist is not mentioned.
pub fn items(context: &Context) -> Vec<String> {
    let found = &context.findings;
    let mut items = Vec::new();
    let with_total = |n: usize| context.args().count("n", n).text("total", found.total.to_string());
    if !found.no_data.is_empty() {
        let list: Vec<String> = found.no_data.iter().map(|id| context.material_word(*id).to_owned()).collect();
        let args = Args::new().count("n", list.len()).text("list", numbers::list(&list, context.lang()));
        items.push(context.words.say("unknown-no-data", &args));
    }
    let group = context.exposure.materials.iter().find_map(|entry| context.group_name(entry.material)).unwrap_or_default();
    for (n, id) in [
        (found.grades[3], "unknown-trade"),
        (found.baskets, "unknown-baskets"),
        (found.grouped, "unknown-group"),
        (found.old_shares, "unknown-old"),
        (found.much_unknown, "unknown-origin"),
        (found.recorded.saturating_sub(found.used), "unknown-use"),
    ] {
        if n > 0 {
            items.push(context.words.say(id, &with_total(n).text("group", group.clone())));
        }
    }
    items.push(context.say("unknown-products"));
    items.push(context.say("unknown-stocks"));
    items
}

/// Limits of the most exposed materials, one a group; a sentence that several share is quoted once.
fn limits(context: &Context) -> Vec<(String, String)> {
    let mut limits: Vec<(String, String)> = Vec::new();
    let mut groups = BTreeSet::new();
    for entry in exposed(context.exposure, context.reference) {
        let group = &context.reference.materials.get(entry.material).group;
        if !group.is_empty() && !groups.insert(group.as_str()) {
            continue;
        }
        let text = context.reference.materials.get(entry.material).limits.get(context.lang()).to_owned();
        if limits.len() == QUOTED {
            break;
        }
        if !text.is_empty() && limits.iter().all(|(_, known)| *known != text) {
            limits.push((context.material_name(entry.material), text));
        }
    }
    limits
}
