//! Source lines: ids to titles and licences.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Market, StageBalance};

use super::{Context, Published, SourceLine};

/// Lines for ids with locators; an id with several locators gets them joined, at most three.
pub(super) fn lines(context: &Context, ids: impl IntoIterator<Item = (String, String)>) -> Vec<SourceLine> {
    let mut locators: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, locator) in ids {
        let known = locators.entry(id).or_default();
        if !locator.is_empty() && !known.contains(&locator) {
            known.push(locator);
        }
    }
    let line = |(id, mut locators): (String, Vec<String>)| {
        let source = context.session.reference().source(&id)?;
        let more = locators.len() > 3;
        locators.truncate(3);
        let title = [&source.title, &source.publisher, &source.edition].map(String::as_str);
        Some(SourceLine {
            title: title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            locator: locators.join("; ") + if more { " ..." } else { "" },
            licence: source.licence.clone(),
            address: source.url_or_doi.clone(),
            id,
        })
    };
    locators.into_iter().filter_map(line).collect()
}

/// Ids of sources named in the basis of a prior, such as `baci_v202601 HS17 811292`.
pub(super) fn in_basis(context: &Context, basis: &str) -> Vec<String> {
    let words = basis.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.filter(|word| context.session.reference().source(word).is_some()).map(str::to_owned).collect()
}

/// Sources behind a whole stage.
pub(super) fn of_stage(context: &Context, balance: &StageBalance) -> Vec<(String, String)> {
    let nodes = balance.nodes.iter().flat_map(|node| node.items.iter().map(|(_, datum)| datum.basis.as_str()));
    let flows = balance.flows.iter().map(|flow| flow.datum.basis.as_str());
    let mut bases: Vec<&str> = nodes.chain(flows).collect();
    bases.sort_unstable();
    bases.dedup();
    bases.into_iter().flat_map(|basis| in_basis(context, basis)).map(|id| (id, String::new())).collect()
}

/// Sources behind a whole market.
pub(super) fn of_market(context: &Context, market: &Market) -> Vec<(String, String)> {
    market.stages.iter().flat_map(|balance| of_stage(context, balance)).collect()
}

/// Sources of published figures, with their place.
pub(super) fn of_published(rows: &[Published]) -> impl Iterator<Item = (String, String)> {
    rows.iter().map(|row| (row.source.clone(), row.locator.clone()))
}
