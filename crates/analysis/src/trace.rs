//! Origin tracing: where what a country uses was made, behind traders and re-exporters.
//!
//! # Definition
//! What a country uses, exports or feeds is a mix of its own output and its imports (proportional mixing), so the origin
//! mix `z_r` solves `z_r (y_r + sum_i x_ir) = y_r e_r + sum_i x_ir z_i`, with output `y` and flows `x`. The system is solved
//! from the user's end: the quantity used is followed upstream, at every country split into own output and imports in
//! proportion, until all of it has arrived at producers.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Item, StageBalance};
use adit_vocab::country::CountryId;

/// Quantity still under way at which the walk ends, as a share of the start.
const REST: f64 = 1e-12;

/// Upper limit on sweeps; closed loops of re-exports shrink by the producers' share at each sweep.
const MAX_SWEEPS: usize = 10_000;

/// Where a quantity came from. The parts add up to the quantity at the start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// By producing country.
    pub produced: BTreeMap<CountryId, f64>,
    /// Arrived at the watched country, as trader or producer; only if one was watched.
    pub through: f64,
    /// Drawn from stocks, or without a recorded source.
    pub unknown: f64,
}

/// Follows quantities upstream through one stage. What reaches `watched` stops there and is counted in `through`.
pub fn trace(balance: &StageBalance, start: &[(CountryId, f64)], watched: Option<CountryId>) -> Trace {
    let nodes = &balance.nodes;
    let position = |country: CountryId| nodes.binary_search_by_key(&country, |node| node.country).ok();

    let mut suppliers: Vec<Vec<(usize, f64)>> = vec![Vec::new(); nodes.len()];
    for flow in &balance.flows {
        if let (Some(from), Some(to)) = (position(flow.exporter), position(flow.importer)) {
            suppliers[to].push((from, flow.datum.value));
        }
    }

    let mut result = Trace::default();
    let mut mass = vec![0.0; nodes.len()];
    let mut total = 0.0;
    for &(country, quantity) in start {
        total += quantity;
        match position(country) {
            Some(node) => mass[node] += quantity,
            None => result.unknown += quantity,
        }
    }

    let mut produced = vec![0.0; nodes.len()];
    for _ in 0..MAX_SWEEPS {
        let mut under_way = 0.0;
        for node in 0..nodes.len() {
            let quantity = std::mem::take(&mut mass[node]);
            if quantity <= 0.0 {
                continue;
            }
            if watched == Some(nodes[node].country) {
                result.through += quantity;
                continue;
            }
            let output = nodes[node].tonnes(Item::Output).max(0.0);
            let stock = nodes[node].tonnes(Item::StockDraw).max(0.0);
            let supply = output + stock + suppliers[node].iter().map(|&(_, tonnes)| tonnes).sum::<f64>();
            if supply <= 0.0 {
                result.unknown += quantity;
                continue;
            }
            produced[node] += quantity * output / supply;
            result.unknown += quantity * stock / supply;
            for &(from, tonnes) in &suppliers[node] {
                mass[from] += quantity * tonnes / supply;
                under_way += quantity * tonnes / supply;
            }
        }
        if under_way <= REST * total {
            break;
        }
    }
    result.unknown += mass.iter().sum::<f64>();
    result.produced =
        nodes.iter().zip(produced).filter(|(_, tonnes)| *tonnes > 0.0).map(|(node, tonnes)| (node.country, tonnes)).collect();
    result
}

#[cfg(test)]
mod tests {
    use adit_vocab::baseline::{Datum, Flow, Grade, Node, Quality, TradeKnowledge};
    use adit_vocab::stage::Stage;

    use super::*;

    fn datum(value: f64) -> Datum {
        Datum { value, ..Datum::default() }
    }

    fn balance(output: &[f64], flows: &[(u16, u16, f64)]) -> StageBalance {
        StageBalance {
            stage: Stage::Refined,
            nodes: (0u16..)
                .zip(output)
                .map(|(i, &tonnes)| Node { country: CountryId(i), items: vec![(Item::Output, datum(tonnes))] })
                .collect(),
            flows: flows
                .iter()
                .map(|&(from, to, tonnes)| Flow { exporter: CountryId(from), importer: CountryId(to), datum: datum(tonnes) })
                .collect(),
            unassigned: 0.0,
            includes_scrap: false,
            quality: Quality {
                grade: Grade::A,
                trade: TradeKnowledge::Specific,
                old_shares: false,
                moved_output: 0.0,
                moved_world: 0.0,
                moved_trade: 0.0,
                hidden: 0.0,
                absorption: 0.0,
                us_use_ratio: None,
            },
        }
    }

    #[test]
    fn a_trader_hides_nobody() {
        // 0 makes 100 and ships 60 to the trader 1, who makes 20 and ships 40 on to 2: of the trader's 80, 3/4 are from 0.
        let found = trace(&balance(&[100.0, 20.0, 0.0], &[(0, 1, 60.0), (1, 2, 40.0)]), &[(CountryId(2), 1.0)], None);
        assert!((found.produced[&CountryId(0)] - 0.75).abs() < 1e-12);
        assert!((found.produced[&CountryId(1)] - 0.25).abs() < 1e-12);
    }

    #[test]
    fn passing_through_counts_traders_and_producers() {
        let network = balance(&[100.0, 20.0, 0.0], &[(0, 1, 60.0), (1, 2, 40.0), (0, 2, 10.0)]);
        let found = trace(&network, &[(CountryId(2), 1.0)], Some(CountryId(1)));
        assert!((found.through - 0.8).abs() < 1e-12); // 40 of 50 arrive by way of the trader
        assert!((found.produced[&CountryId(0)] - 0.2).abs() < 1e-12);
    }

    #[test]
    fn loops_of_re_exports_end_at_producers() {
        // 0 and 1 ship to each other; only 0 produces.
        let found = trace(&balance(&[10.0, 0.0], &[(0, 1, 50.0), (1, 0, 45.0)]), &[(CountryId(1), 1.0)], None);
        assert!((found.produced[&CountryId(0)] - 1.0).abs() < 1e-9);
    }

    #[test]
    fn supply_without_record_is_unknown() {
        let found = trace(&balance(&[1.0], &[]), &[(CountryId(5), 2.0)], None);
        assert_eq!(found.unknown, 2.0);
    }
}
