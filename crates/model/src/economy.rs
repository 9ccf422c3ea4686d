//! A national economy: industries that buy from each other, and how a loss in some reaches the others.
//!
//! Industry by industry requirements follow from make and use table with the industry technology assumption (each industry's
//! share of a commodity's output is fixed): `A = D B`, `B = U x^-1`, `D = V q^-1`; domestic requirements are the part that is
//! not imported, `A_d = D (1 - m) B` (R. E. Miller, P. D. Blair, Input-Output Analysis, 2nd ed. 2009, chapter 5). Total output
//! solves `x = A x + f`.
//!
//! # How a loss spreads
//! Industries that were hit lose `l0` of their output. Upstream their suppliers lose orders, `A_d l`; downstream those who buy
//! from them lack parts: with inputs that substitute for each other in the long run's proportions a part `A_d' (l / x)` of
//! their output. Both go on from industry to industry. An output is lost once, whether it cannot be made or is not ordered:
//! at every industry the larger of its losses counts,
//!
//! `l = max(l0, A_d l)` upstream and `r = max(r0, A_d' r)` downstream, then the larger of both.
//!
//! Domestic shares of purchases are below one, so both have one solution, found by repetition.

use adit_vocab::industry::Industries;

/// A repetition ends when no industry changes by more than this part of all output.
const SETTLED: f64 = 1e-12;
/// Repetitions after which it ends whatever happens; shares of purchases below 0.97 settle long before.
const MOST: usize = 1000;

/// The economy of one country.
#[derive(Clone, Debug, PartialEq)]
pub struct Economy {
    /// Output of each industry, US dollars a year.
    pub output: Vec<f64>,
    /// Value added of each industry, US dollars a year.
    pub value_added: Vec<f64>,
    /// What each industry sells to final users less what is imported, by the same tables, US dollars a year.
    pub final_use: Vec<f64>,
    /// `A`, by supplier, then user.
    total: Vec<f64>,
    /// `A_d`, by supplier, then user.
    domestic: Vec<f64>,
}

/// Output lost, by industry, in US dollars of the period the loss is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// At the suppliers' side: lost orders.
    pub upstream: Vec<f64>,
    /// At the users' side: missing parts.
    pub downstream: Vec<f64>,
}

impl Economy {
    /// The economy that a make and use table describes.
    pub fn new(industries: &Industries) -> Economy {
        let table = &industries.table;
        let (count, goods) = (industries.list.len(), table.commodities.len());
        let (mut output, mut made) = (vec![0.0; count], vec![0.0; goods]);
        for &(industry, commodity, value) in &table.make {
            output[industry] += value;
            made[commodity] += value;
        }
        // D, by commodity: who makes it
        let mut makers: Vec<Vec<(usize, f64)>> = vec![Vec::new(); goods];
        for &(industry, commodity, value) in &table.make {
            if made[commodity] != 0.0 {
                makers[commodity].push((industry, value / made[commodity]));
            }
        }
        let (mut total, mut domestic) = (vec![0.0; count * count], vec![0.0; count * count]);
        for &(commodity, user, value) in table.intermediate.iter().filter(|(_, user, _)| output[*user] > 0.0) {
            let at_home = 1.0 - table.imported[commodity].unwrap_or(0.0);
            for &(maker, share) in &makers[commodity] {
                let needed = share * value / output[user];
                total[maker * count + user] += needed;
                domestic[maker * count + user] += needed * at_home;
            }
        }
        let mut final_use = vec![0.0; count];
        for &(commodity, value) in &table.final_use {
            for &(maker, share) in &makers[commodity] {
                final_use[maker] += share * value;
            }
        }
        let value_added = industries.list.iter().map(|industry| industry.value_added).collect();
        Economy { output, value_added, final_use, total, domestic }
    }

    /// Output that final use calls for: `x = A x + f`, by repetition.
    pub fn output_for(&self, final_use: &[f64]) -> Vec<f64> {
        let settled = SETTLED * self.output.iter().sum::<f64>();
        let mut output = final_use.to_vec();
        for _ in 0..MOST {
            let mut next = times(&self.total, &output);
            next.iter_mut().zip(final_use).for_each(|(sum, own)| *sum += own);
            let moved = largest_change(&next, &output);
            output = next;
            if moved <= settled {
                break;
            }
        }
        output
    }

    /// What the others lose when industries lose `hit`, US dollars of output in a period of `years`; parts are missing only
    /// after `inventories` of as many years have gone.
    pub fn spread(&self, hit: &[f64], years: f64, inventories: f64) -> Spread {
        let count = self.output.len();
        let upstream = self.settle(hit, |lost| times(&self.domestic, lost));
        let late = ((years - inventories) / years).clamp(0.0, 1.0);
        let whole: Vec<f64> = self.output.iter().map(|output| output * years).collect();
        let parts: Vec<f64> = (0..count).map(|i| if whole[i] > 0.0 { hit[i] / whole[i] } else { 0.0 }).collect();
        let lacking = self.settle(&parts, |parts| times_transposed(&self.domestic, parts));
        let of_output = |i: usize| if lacking[i] > parts[i] { lacking[i] * late * whole[i] } else { hit[i] };
        let downstream = (0..count).map(|i| of_output(i).max(hit[i])).collect();
        Spread { upstream, downstream }
    }

    fn settle(&self, own: &[f64], next: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
        let settled = SETTLED * own.iter().fold(0.0_f64, |most, value| most.max(*value));
        let mut lost = own.to_vec();
        for _ in 0..MOST {
            let mut moved = next(&lost);
            moved.iter_mut().zip(own).for_each(|(lost, own)| *lost = lost.max(*own));
            let change = largest_change(&moved, &lost);
            lost = moved;
            if change <= settled {
                break;
            }
        }
        lost
    }

    /// Value added lost with the output of the industries, each counted once: the larger of lost orders and missing parts.
    pub fn value_added_lost(&self, spread: &Spread) -> Vec<f64> {
        let lost = spread.upstream.iter().zip(&spread.downstream).map(|(orders, parts)| orders.max(*parts));
        lost.enumerate()
            .map(|(i, lost)| if self.output[i] > 0.0 { lost * self.value_added[i] / self.output[i] } else { 0.0 })
            .collect()
    }
}

/// `A x`.
fn times(matrix: &[f64], vector: &[f64]) -> Vec<f64> {
    matrix.chunks_exact(vector.len()).map(|row| row.iter().zip(vector).map(|(a, x)| a * x).sum()).collect()
}

/// `A' x`.
fn times_transposed(matrix: &[f64], vector: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; vector.len()];
    for (row, value) in matrix.chunks_exact(vector.len()).zip(vector).filter(|(_, value)| **value != 0.0) {
        sums.iter_mut().zip(row).for_each(|(sum, a)| *sum += a * value);
    }
    sums
}

fn largest_change(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |most, (a, b)| most.max((a - b).abs()))
}

#[cfg(test)]
mod tests {
    use adit_vocab::industry::{Industry, MakeUse};
    use adit_vocab::lang::Text;

    use super::*;

    /// Mills sell 30 of 100 to shops and 10 to themselves, shops sell 20 of 200 to mills; a tenth of all purchases is imported.
    fn two() -> Economy {
        let industry = |code: &str, value_added| Industry {
            code: code.into(),
            name: Text { en: code.into(), de: code.into() },
            value_added,
            european_value_added: None,
        };
        let table = MakeUse {
            commodities: vec!["flour".into(), "bread".into()],
            make: vec![(0, 0, 100.0), (1, 1, 200.0)],
            intermediate: vec![(0, 0, 10.0), (0, 1, 30.0), (1, 0, 20.0)],
            final_use: vec![(0, 60.0), (1, 180.0)],
            imported: vec![Some(0.1), Some(0.1)],
        };
        Economy::new(&Industries {
            list: vec![industry("mills", 70.0), industry("shops", 170.0)],
            table,
            ..Industries::default()
        })
    }

    #[test]
    fn output_follows_from_final_use() {
        let economy = two();
        let found = economy.output_for(&economy.final_use);
        assert!((found[0] - 100.0).abs() < 1e-6 && (found[1] - 200.0).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn a_loss_spreads_as_computed_by_hand() {
        // shops lose 20 of 200. Orders: mills lose l = 0.135 * 20 + 0.09 l, with A_d = 0.9 * 30/200 and 0.9 * 10/100
        let economy = two();
        let spread = economy.spread(&[0.0, 20.0], 1.0, 0.0);
        assert!((spread.upstream[0] - 0.135 * 20.0 / 0.91).abs() < 1e-9);
        assert_eq!(spread.upstream[1], 20.0);
        // parts: mills lack r = 0.9 * 20/100 * 0.1 + 0.09 r of their output of 100
        assert!((spread.downstream[0] - 100.0 * 0.018 / 0.91).abs() < 1e-9);
        // mills lose orders of 2.97 and could make 1.98 less: the larger counts, once
        let lost = economy.value_added_lost(&spread);
        assert!((lost[0] - 0.7 * 0.135 * 20.0 / 0.91).abs() < 1e-9);
        assert!((lost[1] - 20.0 * 170.0 / 200.0).abs() < 1e-9);
    }

    #[test]
    fn inventories_delay_missing_parts_and_not_orders() {
        let economy = two();
        let (now, late) = (economy.spread(&[5.0, 0.0], 0.25, 0.0), economy.spread(&[5.0, 0.0], 0.25, 0.125));
        assert_eq!(now.upstream, late.upstream);
        assert!((late.downstream[1] - 0.5 * now.downstream[1]).abs() < 1e-9);
        assert_eq!(late.downstream[0], 5.0);
        let over = economy.spread(&[5.0, 0.0], 0.25, 1.0);
        assert_eq!(over.downstream, [5.0, 0.0]);
    }

    #[test]
    fn nothing_is_lost_twice() {
        // all industries lose everything: nothing beyond their value added
        let economy = two();
        let all = economy.spread(&economy.output.clone(), 1.0, 0.0);
        assert_eq!(economy.value_added_lost(&all), economy.value_added);
        // no loss, no spread
        assert_eq!(economy.value_added_lost(&economy.spread(&[0.0, 0.0], 1.0, 0.0)), [0.0, 0.0]);
        // a second hit that the first one causes anyway adds nothing
        let first = economy.spread(&[0.0, 20.0], 1.0, 0.0);
        let both = economy.spread(&[first.upstream[0], 20.0], 1.0, 0.0);
        let (a, b): (f64, f64) = (economy.value_added_lost(&first).iter().sum(), economy.value_added_lost(&both).iter().sum());
        assert!((a - b).abs() < 1e-9, "{a} and {b}");
    }
}
