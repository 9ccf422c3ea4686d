//! Alliance: what partners mine, refine and use together, how far that covers their own need, and what each partner is worth.
//!
//! # Worth
//! An alliance covers the part `c = min(1, output / need)` of its need at a stage of a material, with the output and the need of
//! all its members together: who brings output helps, who brings need takes. A material is covered as far as its least covered
//! stage. The worth of an alliance to whoever asks is `v = sum_m w_m c_m`, where `w_m` is what its users lose if the feared
//! supplier stops material `m` for a year: the loss that the alliance's own supply can stand against. The feared supplier counts
//! neither as a member nor as a source.
//!
//! # What a partner is worth
//! Alone (joining the asker first), at last (leaving the whole alliance), and as the Shapley value: the mean of what it adds over
//! all orders of joining (L. S. Shapley, A Value for n-person Games, 1953). Up to [`EXACT`] partners the mean is exact, beyond
//! that a sample of orders, each with its reverse, with its standard error.

use adit_vocab::baseline::{Baseline, Item, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::MaterialId;
use adit_vocab::stage::Stage;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::draws::padded;

/// Most partners for which all subsets are computed.
pub const EXACT: usize = 12;
/// Pairs of orders that are drawn in one step.
const STEP: u32 = 64;
/// Pairs of orders that are drawn at most.
pub const MOST_ORDERS: u32 = 65_536;
/// Quantities below this part of world output are rounding of the balance.
const DUST: f64 = 1e-9;

/// What a country brings to a stage of a material, tonnes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Brings {
    output: f64,
    need: f64,
}

impl Brings {
    fn plus(self, other: Brings) -> Brings {
        Brings { output: self.output + other.output, need: self.need + other.need }
    }

    /// Part of the need that the output covers; all of it where nothing is needed.
    fn covered(self) -> f64 {
        if self.need <= 0.0 { 1.0 } else { (self.output / self.need).min(1.0) }
    }
}

/// A stage of a material, by player: the asker first, then the partners.
#[derive(Clone, Debug, PartialEq)]
struct Column {
    material: MaterialId,
    stage: Stage,
    brings: Vec<Brings>,
    world: f64,
}

/// The game: who can join, and what an alliance is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Alliance {
    /// Who may join; a bloc joins as one.
    pub partners: Vec<Party>,
    columns: Vec<Column>,
    /// First column and worth of each material that has any.
    materials: Vec<(MaterialId, std::ops::Range<usize>, f64)>,
}

/// What an alliance has at a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// The material.
    pub material: MaterialId,
    /// The stage.
    pub stage: Stage,
    /// Output of all members, tonnes a year.
    pub output: f64,
    /// Their part of world output.
    pub share: f64,
    /// What they use and feed into their next stage.
    pub need: f64,
    /// Part of their need that their output covers; `None` if they need none.
    pub covered: Option<f64>,
    /// The same of the asker alone.
    pub alone: Option<f64>,
}

/// What a partner is worth, US dollars a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Place among the partners.
    pub partner: usize,
    /// Joining the asker first.
    pub first: f64,
    /// Leaving the whole alliance.
    pub last: f64,
    /// Mean over all orders.
    pub shapley: f64,
    /// Standard error of that; 0 where it is exact.
    pub error: f64,
}

impl Alliance {
    /// From the balances. `losses` are what the asker's users lose in a stop of each material, US dollars.
    pub fn new(
        baseline: &Baseline,
        asker: &Party,
        partners: &[Party],
        supplier: CountryId,
        losses: &[(MaterialId, f64)],
    ) -> Alliance {
        let mut alliance = Alliance { partners: partners.to_vec(), columns: Vec::new(), materials: Vec::new() };
        for market in baseline.markets.iter().flatten() {
            let from = alliance.columns.len();
            for balance in &market.stages {
                let world = balance.world_output();
                let players = std::iter::once(asker).chain(partners);
                let brings: Vec<Brings> = players.map(|player| brought(balance, player, supplier, world)).collect();
                alliance.columns.push(Column { material: market.material, stage: balance.stage, brings, world });
            }
            let loss = losses.iter().find(|(material, _)| *material == market.material).map_or(0.0, |(_, loss)| *loss);
            alliance.materials.push((market.material, from..alliance.columns.len(), loss.max(0.0)));
        }
        alliance
    }

    /// What the asker with some partners has; `joined` by place among the partners.
    pub fn covers(&self, joined: &[bool]) -> Vec<Cover> {
        let of = |column: &Column| {
            let all = column.sum(joined);
            let alone = column.brings[0];
            Cover {
                material: column.material,
                stage: column.stage,
                output: all.output,
                share: if column.world > 0.0 { all.output / column.world } else { 0.0 },
                need: all.need,
                covered: (all.need > 0.0).then(|| all.covered()),
                alone: (alone.need > 0.0).then(|| alone.covered()),
            }
        };
        self.columns.iter().map(of).collect()
    }

    /// Worth of the asker with some partners, US dollars a stop.
    pub fn worth(&self, joined: &[bool]) -> f64 {
        let covered = |columns: &std::ops::Range<usize>| {
            self.columns[columns.clone()].iter().map(|column| column.sum(joined).covered()).fold(1.0, f64::min)
        };
        self.materials.iter().filter(|(_, _, loss)| *loss > 0.0).map(|(_, columns, loss)| loss * covered(columns)).sum()
    }

    /// Worth if every need were covered.
    pub fn most(&self) -> f64 {
        self.materials.iter().map(|(_, _, loss)| loss).sum()
    }

    /// What each partner is worth, in the order of the partners; sampled until every standard error is below `precision` times
    /// what all partners add together.
    pub fn worths(&self, precision: f64) -> Vec<Worth> {
        let count = self.partners.len();
        let (none, all) = (vec![false; count], vec![true; count]);
        let (alone, together) = (self.worth(&none), self.worth(&all));
        let shapley = if count <= EXACT { self.exact() } else { self.sampled(precision * (together - alone).abs()) };
        let of = |(partner, (shapley, error)): (usize, (f64, f64))| {
            let (mut only, mut without) = (none.clone(), all.clone());
            only[partner] = true;
            without[partner] = false;
            Worth { partner, first: self.worth(&only) - alone, last: together - self.worth(&without), shapley, error }
        };
        shapley.into_iter().enumerate().map(of).collect()
    }

    /// The partner outside who adds most, with what it adds; `None` if nobody adds anything.
    pub fn next(&self, joined: &[bool]) -> Option<(usize, f64)> {
        let now = self.worth(joined);
        let outside = (0..joined.len()).filter(|&partner| !joined[partner]);
        let adds = outside.map(|partner| {
            let mut with = joined.to_vec();
            with[partner] = true;
            (partner, self.worth(&with) - now)
        });
        adds.filter(|(_, added)| *added > 0.0).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }

    /// A small alliance that reaches a part of what all partners together add: the best next partner again and again, and then
    /// without those who turned out unneeded. Partners in the order of joining; `None` if it is not reached.
    pub fn smallest(&self, part: f64) -> Option<Vec<usize>> {
        let count = self.partners.len();
        let alone = self.worth(&vec![false; count]);
        let goal = alone + part * (self.worth(&vec![true; count]) - alone);
        let (mut joined, mut order) = (vec![false; count], Vec::new());
        while self.worth(&joined) < goal - DUST * goal.abs() {
            let (partner, _) = self.next(&joined)?;
            joined[partner] = true;
            order.push(partner);
        }
        for partner in order.clone() {
            joined[partner] = false;
            if self.worth(&joined) >= goal - DUST * goal.abs() {
                order.retain(|known| *known != partner);
            } else {
                joined[partner] = true;
            }
        }
        Some(order)
    }

    /// Shapley values over all subsets.
    fn exact(&self) -> Vec<(f64, f64)> {
        let count = self.partners.len();
        let joined = |set: usize| -> Vec<bool> { (0..count).map(|partner| set >> partner & 1 == 1).collect() };
        let worth: Vec<f64> = (0..1usize << count).into_par_iter().map(|set| self.worth(&joined(set))).collect();
        // |S|! (n - |S| - 1)! / n! of a set S without the partner
        let weight = |size: usize| {
            let mut weight = 1.0 / count as f64;
            for i in 0..size {
                weight *= (i + 1) as f64 / (count - 1 - i) as f64;
            }
            weight
        };
        let of = |partner: usize| {
            let without = (0..worth.len()).filter(|set| set >> partner & 1 == 0);
            let value = without.map(|set| weight(set.count_ones() as usize) * (worth[set | 1 << partner] - worth[set])).sum();
            (value, 0.0)
        };
        (0..count).map(of).collect()
    }

    /// Shapley values over drawn orders, each with its reverse, and their standard errors.
    fn sampled(&self, precision: f64) -> Vec<(f64, f64)> {
        let count = self.partners.len();
        let (mut sums, mut squares, mut drawn) = (vec![0.0; count], vec![0.0; count], 0u32);
        loop {
            let pairs: Vec<Vec<f64>> = (drawn..drawn + STEP).into_par_iter().map(|number| self.pair(number)).collect();
            for pair in pairs {
                for ((sum, square), added) in sums.iter_mut().zip(&mut squares).zip(pair) {
                    *sum += added;
                    *square += added * added;
                }
            }
            drawn += STEP;
            let n = f64::from(drawn);
            let error = |(sum, square): (&f64, &f64)| ((square / n - (sum / n) * (sum / n)).max(0.0) / (n - 1.0)).sqrt();
            let errors: Vec<f64> = sums.iter().zip(&squares).map(error).collect();
            if drawn >= MOST_ORDERS || errors.iter().all(|error| *error <= precision) {
                return sums.iter().zip(errors).map(|(sum, error)| (sum / n, error)).collect();
            }
        }
    }

    /// What each partner adds on average in an order and in its reverse.
    fn pair(&self, number: u32) -> Vec<f64> {
        let count = self.partners.len();
        let mut order: Vec<usize> = (0..count).collect();
        let keys: Vec<f64> = (0..count).map(|partner| padded(number, 0, partner)).collect();
        order.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]).then(a.cmp(&b)));
        let mut added = vec![0.0; count];
        self.walk(order.iter().copied(), &mut added);
        self.walk(order.iter().rev().copied(), &mut added);
        added.iter_mut().for_each(|added| *added *= 0.5);
        added
    }

    /// Lets partners join one after the other and adds what each brings.
    fn walk(&self, order: impl Iterator<Item = usize>, added: &mut [f64]) {
        let mut sums: Vec<Brings> = self.columns.iter().map(|column| column.brings[0]).collect();
        let worth = |sums: &[Brings]| -> f64 {
            let counted = self.materials.iter().filter(|(_, _, loss)| *loss > 0.0);
            counted
                .map(|(_, columns, loss)| loss * sums[columns.clone()].iter().map(|sum| sum.covered()).fold(1.0, f64::min))
                .sum()
        };
        let mut before = worth(&sums);
        for partner in order {
            for (sum, column) in sums.iter_mut().zip(&self.columns) {
                *sum = sum.plus(column.brings[partner + 1]);
            }
            let now = worth(&sums);
            added[partner] += now - before;
            before = now;
        }
    }
}

impl Column {
    fn sum(&self, joined: &[bool]) -> Brings {
        let partners = self.brings[1..].iter().zip(joined).filter(|(_, joined)| **joined);
        partners.fold(self.brings[0], |sum, (brings, _)| sum.plus(*brings))
    }
}

fn brought(balance: &StageBalance, player: &Party, supplier: CountryId, world: f64) -> Brings {
    let members = player.members.iter().filter(|member| **member != supplier).filter_map(|member| balance.node(*member));
    let sum = members.fold(Brings::default(), |sum, node| {
        let need = node.tonnes(Item::Use).max(0.0) + node.tonnes(Item::Feed).max(0.0);
        sum.plus(Brings { output: node.tonnes(Item::Output).max(0.0), need })
    });
    let dust = DUST * world;
    Brings { output: if sum.output > dust { sum.output } else { 0.0 }, need: if sum.need > dust { sum.need } else { 0.0 } }
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Text;

    use super::*;

    fn party(id: u16) -> Party {
        Party { id: id.to_string(), name: Text::default(), members: vec![CountryId(id)] }
    }

    /// A game with one stage a material: what each player brings, output and need.
    fn game(columns: &[(&[(f64, f64)], f64)]) -> Alliance {
        let count = columns[0].0.len() - 1;
        let mut alliance =
            Alliance { partners: (0..count as u16).map(party).collect(), columns: Vec::new(), materials: Vec::new() };
        for (i, (brings, loss)) in columns.iter().enumerate() {
            let material = MaterialId(i as u16);
            alliance.columns.push(Column {
                material,
                stage: Stage::Refined,
                brings: brings.iter().map(|&(output, need)| Brings { output, need }).collect(),
                world: 1000.0,
            });
            alliance.materials.push((material, i..i + 1, *loss));
        }
        alliance
    }

    #[test]
    fn by_hand() {
        // the asker needs 100 and makes 20; the first makes 80 and needs nothing, the second makes nothing and needs 100
        let game = game(&[(&[(20.0, 100.0), (80.0, 0.0), (0.0, 100.0)], 10.0)]);
        assert_eq!(game.worth(&[false, false]), 2.0);
        assert_eq!(game.worth(&[true, false]), 10.0);
        assert_eq!(game.worth(&[true, true]), 5.0);
        let worths = game.worths(0.01);
        // first in both orders: joins alone 8, joins after the other 5 - 1 = 4
        assert!((worths[0].shapley - 6.0).abs() < 1e-12);
        // alone 1 - 2 = -1, after the other 5 - 10 = -5
        assert!((worths[1].shapley + 3.0).abs() < 1e-12);
        assert_eq!((worths[0].first, worths[0].last), (8.0, 4.0));
        assert_eq!(game.next(&[false, false]), Some((0, 8.0)));
        assert_eq!(game.next(&[true, false]), None, "who only needs adds nothing");
    }

    /// Twelve partners with all kinds of output and need.
    fn mixed(count: usize) -> Alliance {
        let column = |seed: usize| -> Vec<(f64, f64)> {
            (0..=count).map(|i| (((i * 37 + seed * 11) % 17) as f64, 3.0 + ((i * 23 + seed * 7) % 13) as f64)).collect()
        };
        let columns: Vec<Vec<(f64, f64)>> = (0..6).map(column).collect();
        let with: Vec<(&[(f64, f64)], f64)> =
            columns.iter().enumerate().map(|(i, column)| (&column[..], 1.0 + i as f64)).collect();
        game(&with)
    }

    #[test]
    fn shares_add_up_and_equals_get_the_same() {
        let game = mixed(9);
        let (none, all) = ([false; 9], [true; 9]);
        let sum: f64 = game.worths(0.01).iter().map(|worth| worth.shapley).sum();
        assert!((sum - (game.worth(&all) - game.worth(&none))).abs() < 1e-9, "efficiency");
        let twins = self::game(&[(&[(1.0, 50.0), (7.0, 2.0), (30.0, 9.0), (7.0, 2.0)], 4.0)]);
        let worths = twins.worths(0.01);
        assert!((worths[0].shapley - worths[2].shapley).abs() < 1e-12, "symmetry");
        let idle = self::game(&[(&[(1.0, 50.0), (7.0, 2.0), (0.0, 0.0)], 4.0)]);
        assert_eq!(idle.worths(0.01)[1].shapley, 0.0, "who brings nothing gets nothing");
    }

    #[test]
    fn sampling_agrees_with_all_subsets() {
        let game = mixed(12);
        let exact = game.exact();
        let sampled = game.sampled(0.002 * (game.worth(&[true; 12]) - game.worth(&[false; 12])).abs());
        for ((exact, _), (found, error)) in exact.iter().zip(&sampled) {
            assert!((exact - found).abs() <= 3.0 * error + 1e-12, "{exact} against {found} with {error}");
            assert!(*error > 0.0);
        }
        let sum: f64 = sampled.iter().map(|(value, _)| value).sum();
        let all: f64 = exact.iter().map(|(value, _)| value).sum();
        assert!((sum - all).abs() < 1e-9, "every order shares out everything");
    }

    #[test]
    fn the_smallest_alliance_needs_everyone_in_it() {
        let game = mixed(10);
        let found = game.smallest(0.8).expect("it is reached");
        let alone = game.worth(&[false; 10]);
        let goal = alone + 0.8 * (game.worth(&[true; 10]) - alone);
        let worth = |members: &[usize]| {
            let joined: Vec<bool> = (0..10).map(|partner| members.contains(&partner)).collect();
            game.worth(&joined)
        };
        assert!(worth(&found) >= goal - 1e-9);
        for leaves in &found {
            let rest: Vec<usize> = found.iter().copied().filter(|partner| partner != leaves).collect();
            assert!(worth(&rest) < goal, "{leaves} is not needed");
        }
    }
}
