//! The order in which rows are eliminated, and the entries this needs: those with few neighbours first.
//!
//! Nodes without an arc come before all others, so that a solve can leave them out. Where the rest is nearly full, the order
//! ends; those rows come last, by number.

/// The rest counts as full when a row has at least this part of the other rows as neighbours.
const FULL: f64 = 0.6;
/// Mark for "no place".
const NONE: usize = usize::MAX;

/// An elimination order.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// Position of each row.
    pub place: Vec<usize>,
    /// Rows that no pair names; they have the first positions.
    pub lonely: usize,
    /// Positions of the rows that each eliminated one meets when it is taken, ascending.
    pub columns: Vec<Vec<usize>>,
}

impl Order {
    /// Finds the order of `size` rows with off-diagonal entries at `pairs` (in any order, repeats allowed): the row with
    /// fewest neighbours next, ties by number. Among the rows that come last only the pairs count that are `likely` to be
    /// other than zero.
    pub fn new(size: usize, pairs: &[(usize, usize)], likely: &[bool]) -> Self {
        let (mut graph, mut sparser) = (Graph::new(size), Graph::new(size));
        let mut named = vec![false; size];
        for (&(a, b), &likely) in pairs.iter().zip(likely) {
            (named[a], named[b]) = (true, true);
            graph.tie(a, b);
            if likely {
                sparser.tie(a, b);
            }
        }
        let mut place = vec![NONE; size];
        let mut left: Vec<usize> = (0..size).filter(|&i| named[i]).collect();
        let lonely = size - left.len();
        (0..size).filter(|&i| !named[i]).enumerate().for_each(|(position, i)| place[i] = position);
        let mut columns = vec![Vec::new(); lonely];
        while let Some(at) = graph.fewest(&left) {
            if f64::from(graph.degrees[left[at]]) >= FULL * (left.len() - 1) as f64 {
                break;
            }
            let next = left.remove(at);
            place[next] = columns.len();
            sparser.eliminate(next);
            columns.push(graph.eliminate(next));
        }
        for position in columns.len()..size {
            let Some(at) = sparser.fewest(&left) else { break };
            let next = left.remove(at);
            place[next] = position;
            sparser.eliminate(next);
        }
        for column in &mut columns {
            column.iter_mut().for_each(|row| *row = place[*row]);
            column.sort_unstable();
        }
        Order { place, lonely, columns }
    }
}

/// Neighbours of every row, one bit each.
struct Graph {
    words: usize,
    bits: Vec<u64>,
    degrees: Vec<u32>,
}

impl Graph {
    fn new(size: usize) -> Self {
        let words = size.div_ceil(64);
        Graph { words, bits: vec![0; size * words], degrees: vec![0; size] }
    }

    fn tie(&mut self, a: usize, b: usize) {
        if a != b && !self.set(a, b, true) {
            self.set(b, a, true);
            self.degrees[a] += 1;
            self.degrees[b] += 1;
        }
    }

    /// Sets whether `b` is a neighbour of `a`; true if it was.
    fn set(&mut self, a: usize, b: usize, neighbour: bool) -> bool {
        let (word, bit) = (&mut self.bits[a * self.words + b / 64], 1 << (b % 64));
        let before = *word & bit != 0;
        *word = if neighbour { *word | bit } else { *word & !bit };
        before
    }

    /// Where the row with fewest neighbours is in a list.
    fn fewest(&self, rows: &[usize]) -> Option<usize> {
        (0..rows.len()).min_by_key(|&at| (self.degrees[rows[at]], rows[at]))
    }

    /// Takes a row out and ties its neighbours to each other; returns them.
    fn eliminate(&mut self, row: usize) -> Vec<usize> {
        let words = self.words;
        let of = |row: usize| row * words..(row + 1) * words;
        let taken = self.bits[of(row)].to_vec();
        let around: Vec<usize> = ones(&taken).collect();
        for &i in &around {
            self.bits[of(i)].iter_mut().zip(&taken).for_each(|(bits, taken)| *bits |= taken);
            self.set(i, i, false);
            self.set(i, row, false);
            self.degrees[i] = self.bits[of(i)].iter().map(|word| word.count_ones()).sum();
        }
        around
    }
}

/// The bits that are set, ascending.
fn ones(words: &[u64]) -> impl Iterator<Item = usize> {
    words.iter().enumerate().flat_map(|(k, &word)| {
        let mut left = word;
        std::iter::from_fn(move || {
            let bit = left.trailing_zeros() as usize;
            (left != 0).then(|| {
                left &= left - 1;
                64 * k + bit
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_pair_come_first_and_leaves_before_their_hub() {
        // a star around 1 with a loop at 4; 0 and 5 are in no pair
        let order = Order::new(7, &[(1, 2), (3, 1), (1, 6), (2, 1), (4, 4)], &[true; 5]);
        assert_eq!(order.lonely, 2);
        assert_eq!((order.place[0], order.place[5], order.place[4], order.place[2]), (0, 1, 2, 3));
        // the hub and the last leaf are all that is left, and full
        assert_eq!(order.columns, [vec![], vec![], vec![], vec![5], vec![5]]);
        assert_eq!((order.place[1], order.place[6]), (5, 6));
    }
}
