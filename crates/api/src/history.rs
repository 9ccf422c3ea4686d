//! History: world output and price of a material in the years of which figures are in the data.

use std::collections::{BTreeMap, BTreeSet};

use adit_data::read_settings;
use adit_data::reconcile::observed::observed;
use adit_report::charts::history::{History, PriceHistory, StageHistory, YearOutput};
use adit_vocab::baseline::StageBalance;
use adit_vocab::material::MaterialId;
use adit_vocab::observation::{Observations, Scope};
use adit_vocab::observed::Observed;
use adit_vocab::stage::Stage;

use crate::session::{Problems, Session};

impl Session {
    /// World output by country and year, and the yearly price, from the first to the last year of which a figure is in the data:
    /// the base year in balance, other years as published. A member of a group has its part of the group's output.
    pub fn history(&self, material: MaterialId) -> Result<History, Problems> {
        let info = self.reference().materials.get(material);
        let rows = self.observations()?;
        let baseline = self.baseline()?;
        let base = baseline.year;
        let about = |id: &str| id == info.id || (!info.group.is_empty() && id == info.group);
        let price = price(rows, &info.id);
        let tables: BTreeSet<i32> = output_years(rows, &about).chain([base]).collect();
        let priced = price.iter().flat_map(|price| price.years.iter().map(|(year, _)| *year));
        let all: BTreeSet<i32> = tables.iter().copied().chain(priced).collect();
        let (first, last) = (*all.first().unwrap_or(&base), *all.last().unwrap_or(&base));

        let settings = read_settings(self.files())?;
        let mut published: BTreeMap<i32, Observed> = BTreeMap::new();
        for &year in tables.iter().filter(|year| **year != base) {
            published.insert(year, observed(self.reference(), rows, &settings, year)?);
        }
        let output = |stage: Stage, year: i32| -> YearOutput {
            let balance = if year == base {
                baseline.market(material).and_then(|market| market.stage(stage))
            } else {
                let known = published.get(&year).filter(|found| !found.without_output.contains(&(material, stage)));
                known.and_then(|found| found.tables.market(material)?.stage(stage))
            };
            balance.map_or(YearOutput { year, ..YearOutput::default() }, |balance| of(year, balance))
        };
        let stages = info
            .stage
            .iter()
            .map(|info| StageHistory { stage: info.id, years: (first..=last).map(|year| output(info.id, year)).collect() });
        Ok(History { material, stages: stages.collect(), price, sources: sources(rows, &info.id, &about) })
    }
}

/// Output of a year; nothing where nobody's is known.
fn of(year: i32, balance: &StageBalance) -> YearOutput {
    let countries: Vec<_> = balance
        .nodes
        .iter()
        .map(|node| (node.country, balance.counted_output(node)))
        .filter(|(_, tonnes)| *tonnes > 0.0)
        .collect();
    YearOutput { year, unassigned: balance.unassigned, countries: (!countries.is_empty()).then_some(countries) }
}

/// Years of which a row about output is in the data.
fn output_years<'a>(rows: &'a Observations, about: &'a dyn Fn(&str) -> bool) -> impl Iterator<Item = i32> + 'a {
    let made = rows.production.iter().filter(move |row| about(&row.material)).map(|row| row.year);
    let world = rows.world.iter().filter(move |row| about(&row.material)).map(|row| row.year);
    let shares = rows.shares.iter().filter(move |row| about(&row.material) && row.scope == Scope::World);
    made.chain(world).chain(shares.filter_map(|row| row.period.parse().ok()))
}

/// Stage and name of a price series, and its prices by year.
type Series<'a> = ((Stage, &'a str), BTreeMap<i32, f64>);

/// The series with most years, of two as long the one of the later stage, then the first in the file; years between its first and
/// last without a price have none.
fn price(rows: &Observations, material: &str) -> Option<PriceHistory> {
    let mut series: Vec<Series> = Vec::new();
    for row in rows.prices.iter().filter(|row| row.material == material) {
        let Some(price) = row.usd_per_t else { continue };
        let name = (row.stage, row.series.as_str());
        let place = series.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            series.push((name, BTreeMap::new()));
            series.len() - 1
        });
        series[place].1.entry(row.year).or_insert(price);
    }
    // of equals the last one wins, so the first in the file stands last
    let ((stage, _), prices) = series.into_iter().rev().max_by_key(|((stage, _), prices)| (prices.len(), *stage))?;
    let (first, last) = (*prices.keys().next()?, *prices.keys().next_back()?);
    Some(PriceHistory { stage, years: (first..=last).map(|year| (year, prices.get(&year).copied())).collect() })
}

/// Ids of the sources of output and price, most rows first.
fn sources(rows: &Observations, material: &str, about: &dyn Fn(&str) -> bool) -> Vec<String> {
    let made = rows.production.iter().filter(|row| about(&row.material)).map(|row| &row.source);
    let world = rows.world.iter().filter(|row| about(&row.material)).map(|row| &row.source);
    // shares of several years are no figure of any of them
    let shares = rows.shares.iter().filter(|row| about(&row.material) && row.scope == Scope::World);
    let shares = shares.filter(|row| row.period.parse::<i32>().is_ok()).map(|row| &row.source);
    let prices = rows.prices.iter().filter(|row| row.material == material).map(|row| &row.source);
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    made.chain(world).chain(shares).chain(prices).for_each(|source| *counts.entry(source).or_default() += 1);
    let mut list: Vec<(&String, usize)> = counts.into_iter().collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    list.into_iter().map(|(source, _)| source.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gallium_has_a_gap_before_its_tables_and_prices_for_it() {
        let session = Session::open(None).expect("the data opens");
        let gallium = session.reference().materials.by_id("gallium").expect("a material");
        let found = session.history(gallium).expect("it is read");
        let base = session.baseline().expect("a baseline").year;
        let refined = found.stages.iter().find(|stage| stage.stage == Stage::Refined).expect("it is refined");
        let known: Vec<i32> = refined.years.iter().filter(|year| year.countries.is_some()).map(|year| year.year).collect();
        assert!(known.contains(&base) && refined.years[0].countries.is_none(), "{known:?}");
        // all years from the first to the last
        let years: Vec<i32> = refined.years.iter().map(|year| year.year).collect();
        assert_eq!(years, (years[0]..=years[years.len() - 1]).collect::<Vec<_>>());
        // the base year is the one in balance
        let market = session.baseline().expect("a baseline").market(gallium).and_then(|market| market.stage(Stage::Refined));
        let in_balance = market.expect("it is in balance").world_output();
        let of_base = refined.years.iter().find(|year| year.year == base).expect("the base year");
        let sum: f64 = of_base.countries.iter().flatten().map(|(_, tonnes)| tonnes).sum::<f64>() + of_base.unassigned;
        assert!((sum - in_balance).abs() < 1e-6 * in_balance, "{sum} {in_balance}");
        let price = found.price.expect("it has a price");
        assert!(price.years.iter().filter(|(_, value)| value.is_some()).count() >= 5);
        assert!(found.sources[0].starts_with("usgs"), "{:?}", found.sources);
    }
}
