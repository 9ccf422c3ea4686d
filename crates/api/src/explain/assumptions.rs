//! Assumptions behind a number, with their range.

use adit_data::figures::figures;
use adit_data::read_settings;
use adit_vocab::baseline::{Item, TradeKnowledge};
use adit_vocab::figure::Figure;
use adit_vocab::material::{Material, MaterialId};
use adit_vocab::stage::Stage;

use super::{Assumption, Context};

/// Assumptions of the material's file that bear on some of its stages.
pub(super) fn of_material(context: &Context, material: MaterialId, stages: &[Stage]) -> Vec<Assumption> {
    let materials = &context.session.reference().materials;
    let info = materials.get(material);
    let mut list = of_file(info, stages);
    // A member of a group is reconciled with the group, so the group's assumptions stand behind it.
    if let Some(group) = materials.by_id(&info.group) {
        list.extend(of_file(materials.get(group), stages));
    }
    list
}

fn of_file(material: &Material, stages: &[Stage]) -> Vec<Assumption> {
    let bears = |path: &str| {
        let position = |prefix: &str| path.strip_prefix(prefix)?.split(']').next()?.parse::<usize>().ok();
        if let Some(i) = position("trade[") {
            return material.trade.get(i - 1).is_some_and(|code| stages.contains(&code.stage));
        }
        if path.starts_with("magnet.") {
            return stages.iter().any(|stage| *stage != Stage::Mine);
        }
        path.starts_with("route[") || path.starts_with("chain.") || path.starts_with("stocks.")
    };
    let all = figures(material).into_iter();
    all.filter(|(path, figure, _)| figure.assumption && bears(path))
        .map(|(path, figure, _)| assumption(format!("{}.{path}", material.id), figure))
        .collect()
}

/// An assumption as an answer shows it.
pub(super) fn assumption(key: String, figure: &Figure) -> Assumption {
    Assumption { key, value: figure.value, low: figure.low, high: figure.high, note: figure.note.clone().unwrap_or_default() }
}

/// Spreads and rules of the reconciliation by name, such as `spread.gravity`.
pub(super) fn of_reconciliation(context: &Context, names: &[&str]) -> Vec<Assumption> {
    let Ok(mut settings) = read_settings(context.session.files()) else { return Vec::new() };
    let spreads = settings.spread.figures().into_iter().map(|(name, figure)| (format!("spread.{name}"), figure));
    let rules = settings.rule.figures().into_iter().map(|(name, figure)| (format!("rule.{name}"), figure));
    spreads
        .chain(rules)
        .filter(|(name, _)| names.contains(&name.as_str()))
        .map(|(name, figure)| assumption(format!("reconciliation.{name}"), figure))
        .collect()
}

/// Settings that bear on an item of a balance.
pub(super) fn for_item(item: Item) -> &'static [&'static str] {
    match item {
        Item::Output => &["spread.world_total", "spread.official", "spread.fill_in", "spread.remainder", "spread.floor"],
        Item::Secondary => &["spread.secondary", "rule.recovery"],
        Item::Unexplained => &["spread.unexplained"],
        Item::StockDraw => &["spread.stock_draw"],
        Item::Feed => &["spread.feed", "rule.recovery"],
        Item::Use => {
            &["spread.use_prior", "spread.us_use", "spread.use_floor", "rule.apparent_weight", "rule.intensity_exponent"]
        }
    }
}

/// Settings that bear on a flow.
pub(super) fn for_flow(knowledge: TradeKnowledge) -> &'static [&'static str] {
    match knowledge {
        TradeKnowledge::Specific => {
            &["spread.trade_specific", "spread.trade_no_weight", "spread.gravity", "rule.large_flow", "rule.prune"]
        }
        TradeKnowledge::Basket => {
            &["spread.trade_basket", "spread.trade_no_weight", "spread.gravity", "rule.large_flow", "rule.prune"]
        }
        TradeKnowledge::Gravity => &["spread.gravity", "rule.gravity_exponent", "rule.gravity_min_km", "rule.prune"],
    }
}
