//! One past event in the model: the two-country market of the year before, the shocks, and the price at every point.

use adit_model::crisis::{Crisis, MONTH, Unsolved};
use adit_model::disruption::gates;
use adit_model::world::{BasePrices, World};
use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::event::{Event, MeasureKind, Month, Period, Side};
use adit_vocab::parameters::Values;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

/// Who restricts. The two countries of the market have no other name.
pub const RESTRICTOR: CountryId = CountryId(0);
/// Everyone else.
pub const OTHERS: CountryId = CountryId(1);
/// Both are at one stage: what was restricted.
const STAGE: Stage = Stage::Refined;

/// The world of the year before with two countries. Without a published world output it is one tonne, as only ratios count.
pub fn market(event: &Event, use_share: f64) -> Market {
    let world = event.world_output.unwrap_or(1.0);
    let output = event.output_share.value;
    let datum = |share: f64| Datum { value: share * world, ..Datum::default() };
    let node = |country, output: f64, used: f64| Node {
        country,
        items: [(Item::Output, datum(output)), (Item::Use, datum(used))]
            .into_iter()
            .filter(|(_, datum)| datum.value > 0.0)
            .collect(),
    };
    let balance = StageBalance {
        stage: STAGE,
        nodes: vec![node(RESTRICTOR, output, use_share), node(OTHERS, 1.0 - output, 1.0 - use_share)],
        flows: vec![Flow { exporter: RESTRICTOR, importer: OTHERS, datum: datum(output - use_share) }],
        unassigned: 0.0,
        includes_scrap: true,
        quality: Quality {
            grade: Grade::D,
            trade: TradeKnowledge::Gravity,
            old_shares: false,
            moved_output: 0.0,
            moved_world: 0.0,
            moved_trade: 0.0,
            hidden: 0.0,
            absorption: 0.0,
            us_use_ratio: None,
        },
    };
    Market { material: event.material, stages: vec![balance], recovery: None, magnet_yield: None }
}

/// What was done, in months from the announcement. A measure that never came into force starts after the last month.
pub fn shocks(event: &Event) -> Vec<Shock> {
    let after = |month: Month| u32::try_from(month.0 - event.announced.0).unwrap_or(0);
    let shock = |measure: &adit_vocab::event::PastMeasure| {
        let start = measure.from.map_or(u32::MAX, after);
        Shock {
            measure: match (measure.kind, measure.share) {
                (MeasureKind::Licence, _) => Measure::Licence { stop: None, recovery: None, ramp: None },
                (MeasureKind::Quota, Some(share)) => Measure::Quota { share },
                (MeasureKind::Outage, Some(share)) => Measure::Outage { share },
                (MeasureKind::Ban | MeasureKind::Quota | MeasureKind::Outage, _) => Measure::ExportBan,
            },
            by: RESTRICTOR,
            stage: None,
            on: Vec::new(),
            start,
            months: measure.until.map(|until| after(until).saturating_sub(start)),
            leakage: None,
        }
    };
    event.measures.iter().map(shock).collect()
}

/// Months that a run needs to reach the last point.
pub fn months(event: &Event) -> u32 {
    let last = event.points.iter().map(|point| point.at.last.0 - event.announced.0).max().unwrap_or(0);
    u32::try_from(last + 1).unwrap_or(1)
}

/// Prices by month from the announcement, in prices before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Outside.
    pub outside: Vec<f64>,
    /// Inside; empty if nobody uses it there.
    pub inside: Vec<f64>,
    /// Share of the exports that is allowed.
    pub allowed: Vec<f64>,
}

/// Runs the model.
pub fn run(event: &Event, values: &Values, use_share: f64, shocks: &[Shock]) -> Result<Path, Unsolved> {
    let market = market(event, use_share);
    let prices = BasePrices { mine: None, refined: event.base_price, magnet: None };
    let stages: Vec<&StageBalance> = market.stages.iter().collect();
    let world = World::at_rest(&market, &stages, prices, values, &gates(shocks, &[STAGE]), MONTH);
    let is = |node: usize, country| world.places[node].country == country;
    let mut path = Path::default();
    let mut crisis = Crisis::new(&world, values, shocks);
    for month in 0..months(event) {
        crisis.step()?;
        path.outside.extend(crisis.mean_price(|node| is(node, OTHERS)));
        path.inside.extend(crisis.mean_price(|node| is(node, RESTRICTOR)));
        path.allowed.push(crisis.share_allowed(month));
    }
    Ok(path)
}

/// What a path of prices gives for every point of an event: mean of the later time over mean of the earlier one. Before the
/// announcement the price is 1, and a price of the month of the announcement is one before it where it is the earlier.
pub fn at_points(event: &Event, path: &Path) -> Vec<f64> {
    let ratio = |side: Side, since: Period, at: Period| {
        let prices = match side {
            Side::Outside => &path.outside,
            Side::Inside => &path.inside,
        };
        let mean = |period: Period, first: i32| {
            let months = period.first.0..=period.last.0;
            let price = |month: i32| {
                let after = month - event.announced.0;
                if after < first { 1.0 } else { usize::try_from(after).ok().and_then(|i| prices.get(i)).copied().unwrap_or(1.0) }
            };
            let count = f64::from(period.last.0 - period.first.0 + 1);
            months.map(price).sum::<f64>() / count
        };
        mean(at, 0) / mean(since, 1)
    };
    event.points.iter().map(|point| ratio(point.side, point.since, point.at)).collect()
}
