//! Priors of trade: customs rows turned into tonnes of the stage's basis.

use std::collections::BTreeMap;

use adit_vocab::baseline::TradeKnowledge;
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::material::{ContentMode, Material, Route, RouteAction, TradeCode};
use adit_vocab::observation::TradeRow;
use adit_vocab::stage::Stage;

use super::prior::Prior;
use super::settings::Settings;

/// Flows of one stage before reconciliation.
#[derive(Clone, Debug)]
pub struct TradePriors {
    /// Prior by exporter and importer; never from a country to itself.
    pub flows: BTreeMap<(CountryId, CountryId), Prior>,
    /// How trade is known.
    pub knowledge: TradeKnowledge,
}

/// What one customs row amounts to.
struct Reading<'a> {
    tonnes: f64,
    relative: f64,
    row: &'a TradeRow,
    /// How the tonnes were found, in words that follow the name of the code.
    how: [&'static str; 2],
}

impl Reading<'_> {
    fn basis(&self) -> String {
        let TradeRow { source, edition, code, .. } = self.row;
        format!("{source} {edition} {code}{}{}", self.how[0], self.how[1])
    }
}

/// The rows of a code in a table.
pub fn rows_of<'a>(trade: &'a [TradeRow], code: &TradeCode) -> Vec<&'a TradeRow> {
    trade.iter().filter(|row| row.code == code.code && row.edition == code.edition).collect()
}

/// Reads the trade of one stage. `rows_of` gives the rows of a code; `price` is the material's price in USD per tonne of the
/// stage's basis, if published.
pub fn trade_priors<'a>(
    material: &Material,
    stage: Stage,
    rows_of: &dyn Fn(&TradeCode) -> Vec<&'a TradeRow>,
    price: Option<f64>,
    world: f64,
    countries: &Countries,
    settings: &Settings,
) -> TradePriors {
    let mut readings: BTreeMap<(CountryId, CountryId), Vec<Reading<'_>>> = BTreeMap::new();
    let mut knowledge = TradeKnowledge::Gravity;
    let replaced: Vec<&str> =
        material.trade.iter().map(|code| code.instead_of.as_str()).filter(|code| !code.is_empty()).collect();
    let in_eu = |iso3: &str| countries.by_iso3(iso3).is_some_and(|id| countries.get(id).eu27 == 1);
    for code in material.trade.iter().filter(|code| !code.missing) {
        let mut rows = rows_of(code);
        rows.retain(|row| !(replaced.contains(&row.code.as_str()) && in_eu(&row.importer)));
        // Of several years on record the one nearest the base year, the earlier of two.
        let nearest = rows.iter().map(|row| row.year).min_by_key(|year| ((year - settings.base_year).abs(), *year));
        rows.retain(|row| Some(row.year) == nearest);
        let usual = median_unit_value(&rows);
        for row in rows {
            let route = material
                .route
                .iter()
                .find(|route| route.code == row.code && route.exporter == row.exporter && route.importer == row.importer);
            let Some(reading) = read(code, row, route, stage, usual, price, settings) else { continue };
            let end = route
                .filter(|route| route.action == RouteAction::Reroute)
                .map_or(row.importer.as_str(), |route| route.to.as_str());
            let place = |iso3: &str| countries.by_iso3(settings.merged.get(iso3).map_or(iso3, String::as_str));
            let (Some(exporter), Some(importer)) = (place(&row.exporter), place(end)) else { continue };
            if exporter != importer && reading.tonnes > 0.0 {
                readings.entry((exporter, importer)).or_default().push(reading);
                let shared = code.basket || !code.instead_of.is_empty();
                let known = if shared { TradeKnowledge::Basket } else { TradeKnowledge::Specific };
                knowledge = knowledge.min(known);
            }
        }
    }
    let mut flows = combine(readings);
    prune(&mut flows, settings.rule.prune.value);
    widen(&mut flows, world, settings);
    TradePriors { flows, knowledge }
}

/// Tonnes of a row at this stage; `None` if the row does not belong to it.
fn read<'a>(
    code: &TradeCode,
    row: &'a TradeRow,
    route: Option<&Route>,
    stage: Stage,
    usual: Option<f64>,
    price: Option<f64>,
    settings: &Settings,
) -> Option<Reading<'a>> {
    let action = route.map(|route| route.action);
    let at = match (action, route.and_then(|route| route.to_stage)) {
        (Some(RouteAction::Stage), Some(stage)) => stage,
        _ => code.stage,
    };
    if at != stage || action == Some(RouteAction::Drop) {
        return None;
    }
    let value = row.value_kusd.map(|thousand| thousand * 1000.0).filter(|value| *value > 0.0);
    let weight = row.tonnes.filter(|tonnes| *tonnes > 0.0);
    let unit_value = value.zip(weight).map(|(value, weight)| value / weight).or(usual);
    if let Some(unit_value) = unit_value
        && (code.min_usd_per_t.is_some_and(|least| unit_value < least)
            || code.max_usd_per_t.is_some_and(|most| unit_value >= most))
    {
        return None;
    }
    if action == Some(RouteAction::UseValue) || code.mode == ContentMode::Value {
        let tonnes = value? / (price? * code.payable.unwrap_or(1.0))
            * if code.mode == ContentMode::Value { code.content.value } else { 1.0 };
        return Some(Reading { tonnes, relative: settings.spread.trade_no_weight.value, row, how: [", value over price", ""] });
    }
    let (gross, relative, how) = match weight {
        Some(weight) => (weight, settings.spread.trade_specific.value, ""),
        None => (value? / usual?, settings.spread.trade_no_weight.value, ", value over the usual unit value"),
    };
    let figure =
        route.filter(|_| action == Some(RouteAction::Stage)).and_then(|route| route.content.as_ref()).unwrap_or(&code.content);
    let content = match (code.mode, unit_value, price) {
        (ContentMode::UnitValue, Some(unit_value), Some(price)) => {
            let (low, high) = (figure.low.unwrap_or(figure.value), figure.high.unwrap_or(figure.value));
            (unit_value / (price * code.payable.unwrap_or(1.0))).clamp(low, high)
        }
        (ContentMode::GoodsValue, unit_value, _) => {
            figure.value * unit_value.zip(code.pure_usd_per_t).map_or(1.0, |(unit_value, pure)| (unit_value / pure).min(1.0))
        }
        _ => figure.value,
    };
    let (part, relative, shared) = match (&code.basket_share, code.basket) {
        (Some(share), _) => (share.value, settings.spread.trade_basket.value.max(relative), ", part of a shared code"),
        (None, true) => (1.0, settings.spread.trade_basket.value.max(relative), ", shared code"),
        (None, false) => (1.0, relative, ""),
    };
    Some(Reading { tonnes: gross * content * part, relative, row, how: [how, shared] })
}

/// Median unit value of the rows that have both value and weight, USD per tonne gross.
fn median_unit_value(rows: &[&TradeRow]) -> Option<f64> {
    let mut values: Vec<f64> = rows
        .iter()
        .filter_map(|row| row.value_kusd.zip(row.tonnes))
        .filter(|(value, tonnes)| *value > 0.0 && *tonnes > 0.0)
        .map(|(value, tonnes)| value * 1000.0 / tonnes)
        .collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Adds the codes of one pair; spreads of different codes are independent.
fn combine(readings: BTreeMap<(CountryId, CountryId), Vec<Reading<'_>>>) -> BTreeMap<(CountryId, CountryId), Prior> {
    readings
        .into_iter()
        .map(|(pair, readings)| {
            let value = readings.iter().map(|reading| reading.tonnes).sum();
            let spread = readings.iter().map(|reading| (reading.tonnes * reading.relative).powi(2)).sum::<f64>().sqrt();
            let mut bases: Vec<String> = readings.iter().map(Reading::basis).collect();
            bases.sort();
            bases.dedup();
            (pair, Prior { value, spread, basis: bases.join("; ") })
        })
        .collect()
}

/// Drops the smallest flows, up to a share of all trade.
fn prune(flows: &mut BTreeMap<(CountryId, CountryId), Prior>, share: f64) {
    let mut sizes: Vec<f64> = flows.values().map(|prior| prior.value).collect();
    sizes.sort_by(f64::total_cmp);
    let allowance = share * sizes.iter().sum::<f64>();
    let mut dropped = 0.0;
    let mut limit = 0.0;
    for size in sizes {
        dropped += size;
        if dropped > allowance {
            break;
        }
        limit = size;
    }
    flows.retain(|_, prior| prior.value > limit);
}

/// Small flows are known less well: their variance grows with the flow instead of its square.
fn widen(flows: &mut BTreeMap<(CountryId, CountryId), Prior>, world: f64, settings: &Settings) {
    let large = settings.rule.large_flow.value * flows.values().map(|prior| prior.value).sum::<f64>();
    let floor = settings.spread.floor.value * world;
    for prior in flows.values_mut() {
        prior.spread = (prior.spread * (large / prior.value).max(1.0).sqrt()).max(floor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cheap_goods_hold_less_of_a_pure_good() {
        let code: TradeCode = toml::from_str(
            "stage = \"magnet\"\nedition = \"HS17\"\ncode = \"850511\"\nproduct = \"magnets\"\nbasket = true\nmode = \"goods_value\"\n\
             pure_usd_per_t = 40000.0\ncontent = { value = 0.25, source = \"s\" }\nbasket_share = { value = 0.5, source = \"s\" }",
        )
        .expect("a code");
        let settings: Settings = toml::from_str(include_str!("../../../../data/reconciliation.toml")).expect("settings");
        let tonnes = |value_kusd: f64| {
            let row = TradeRow {
                edition: "HS17".into(),
                code: "850511".into(),
                year: 2024,
                exporter: "CHN".into(),
                importer: "USA".into(),
                value_kusd: Some(value_kusd),
                tonnes: Some(8.0),
                source: "s".into(),
            };
            read(&code, &row, None, Stage::Magnet, None, None, &settings).map(|reading| reading.tonnes)
        };
        assert_eq!(tonnes(160.0), Some(0.5)); // 20,000 USD a tonne is half the price: 8 * 0.25 * 0.5 * 0.5
        assert_eq!(tonnes(320.0), Some(1.0)); // the price of the pure good
        assert_eq!(tonnes(999.0), Some(1.0)); // dearer, but no more in it than in the pure good
    }
}
