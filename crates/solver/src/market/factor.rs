//! Linear equations of one Newton step: `L D L^T` of a sparse symmetric matrix in an order of small fill, and a dense
//! `L U` with partial pivoting for the unsymmetric case.
//!
//! Rows with few neighbours are eliminated first. What remains when the rest is nearly full is factorised as a dense block:
//! trade networks have a few exporters that all connect and many importers that connect to them only, so both parts are
//! small. The products of an eliminated row reach their targets through places found once. (Rows written out as wide as the
//! block, zeros included, so that the products run over neighbouring numbers, took a quarter longer.) Entries of zero are
//! passed over: about half of a network's arcs are closed.

use super::order::Order;

/// Least pivot, in parts of the diagonal entry: a smaller one is what rounding has left of zero.
const LEAST_PIVOT: f64 = 4.0 * f64::EPSILON;
/// Rows of the block are made of so many numbers at a time.
const LANES: usize = 4;

/// A symmetric matrix and its factors in the same place, rows in the order of elimination.
#[derive(Clone, Debug)]
pub struct Symmetric {
    /// Diagonal of the matrix, and after a solve one over the pivots.
    pub diagonal: Vec<f64>,
    /// The rest of the matrix, and after a solve of its factors: for each eliminated row the entries of the rows that come
    /// later, then the rows of the block, of which the part up to the diagonal is meaningless, and last one number that
    /// belongs to nothing.
    pub entries: Vec<f64>,
    /// Least pivot of each row.
    least: Vec<f64>,
    /// Where the entries of each eliminated row start, and where the block does.
    starts: Vec<usize>,
    /// Row of each entry.
    rows: Vec<u32>,
    /// Where the products of each two entries of a row are subtracted, one after the other.
    targets: Vec<u32>,
    /// How many rows the block has, and how many numbers one takes.
    size: usize,
    stride: usize,
}

impl Symmetric {
    /// Prepares for a matrix with off-diagonal entries at `pairs` (positions in the order found for them, repeats allowed).
    /// Returns it with the place of each pair's entry in `entries`; a pair of a row with itself has the place that belongs to
    /// nothing.
    pub fn new(order: &Order, pairs: &[(usize, usize)]) -> (Self, Vec<u32>) {
        let columns = &order.columns;
        let (sparse, all) = (columns.len(), order.place.len());
        let size = all - sparse;
        let stride = size.next_multiple_of(LANES);
        let mut starts = vec![0];
        for (k, rows) in columns.iter().enumerate() {
            starts.push(starts[k] + rows.len());
        }
        let block = starts[sparse];
        let length = block + size * stride + 1;
        let place = |a: usize, b: usize| {
            let (a, b) = (a.min(b), a.max(b));
            match columns.get(a) {
                None => block + (a - sparse) * stride + b - sparse,
                Some(rows) => starts[a] + rows.partition_point(|&found| found < b),
            }
        };
        let (mut rows, mut targets) = (Vec::new(), Vec::new());
        for met in columns {
            rows.extend(met.iter().map(|&a| a as u32));
            for (at, &a) in met.iter().enumerate() {
                targets.extend(met[at + 1..].iter().map(|&b| place(a, b) as u32));
            }
        }
        let of_pair = |&(a, b): &(usize, usize)| if a == b { length as u32 - 1 } else { place(a, b) as u32 };
        let of_pairs = pairs.iter().map(of_pair).collect();
        let (diagonal, least, entries) = (vec![0.0; all], vec![0.0; all], vec![0.0; length]);
        (Symmetric { diagonal, entries, least, starts, rows, targets, size, stride }, of_pairs)
    }

    /// Factorises the matrix from row `from` on, none before it being tied to another, and replaces `right` by the solution.
    /// False if there is none in finite numbers.
    pub fn solve(&mut self, from: usize, right: &mut [f64]) -> bool {
        for (least, diagonal) in self.least[from..].iter_mut().zip(&self.diagonal[from..]) {
            *least = LEAST_PIVOT * diagonal;
        }
        if !self.eliminate(from, right) || !self.eliminate_block(right) {
            return false;
        }
        self.substitute(from, right);
        true
    }

    /// Eliminates the sparse rows, from the right side as well; leaves ratios to the pivot in the place of the entries.
    fn eliminate(&mut self, from: usize, right: &mut [f64]) -> bool {
        let Symmetric { diagonal, entries, least, starts, rows, targets, .. } = self;
        let mut targets = &targets[..];
        for (k, bounds) in starts.windows(2).enumerate().skip(from) {
            let Some(inverse) = invert(diagonal[k], least[k]) else { return false };
            diagonal[k] = inverse;
            let (first, after) = (bounds[0], bounds[1]);
            let (done, rest) = entries.split_at_mut(after);
            let entries = &mut done[first..];
            let value = right[k];
            for (a, &row) in rows[first..after].iter().enumerate() {
                let (these, others) = targets.split_at(entries.len() - a - 1);
                targets = others;
                let entry = entries[a];
                if entry == 0.0 {
                    continue;
                }
                let ratio = entry * inverse;
                diagonal[row as usize] -= ratio * entry;
                right[row as usize] -= ratio * value;
                for (&target, other) in these.iter().zip(&entries[a + 1..]) {
                    rest[target as usize - after] -= ratio * other;
                }
                entries[a] = ratio;
            }
        }
        true
    }

    /// The same for the rows of the block.
    fn eliminate_block(&mut self, right: &mut [f64]) -> bool {
        let (size, stride, sparse) = (self.size, self.stride, self.starts.len() - 1);
        let (diagonal, least, right) = (&mut self.diagonal[sparse..], &self.least[sparse..], &mut right[sparse..]);
        let block = &mut self.entries[self.starts[sparse]..];
        for k in 0..size {
            let Some(inverse) = invert(diagonal[k], least[k]) else { return false };
            diagonal[k] = inverse;
            let (above, below) = block.split_at_mut((k + 1) * stride);
            let entries = &mut above[k * stride..];
            let value = right[k];
            for (a, row) in (k + 1..size).zip(below.chunks_exact_mut(stride)) {
                let entry = entries[a];
                if entry == 0.0 {
                    continue;
                }
                let ratio = entry * inverse;
                diagonal[a] -= ratio * entry;
                right[a] -= ratio * value;
                let from = (a + 1) / LANES * LANES;
                subtract(&mut row[from..], &entries[from..], ratio);
                entries[a] = ratio;
            }
        }
        true
    }

    /// From the eliminated right side to the solution.
    fn substitute(&self, from: usize, right: &mut [f64]) {
        let (size, stride, sparse) = (self.size, self.stride, self.starts.len() - 1);
        right[from..].iter_mut().zip(&self.diagonal[from..]).for_each(|(value, inverse)| *value *= inverse);
        let block = &self.entries[self.starts[sparse]..];
        for k in (0..size).rev() {
            let (above, below) = right[sparse..].split_at_mut(k + 1);
            above[k] -= product(below, &block[k * stride + k + 1..][..size - k - 1]);
        }
        for k in (from..sparse).rev() {
            let of_row = self.starts[k]..self.starts[k + 1];
            let met = self.rows[of_row.clone()].iter().zip(&self.entries[of_row]);
            let sum: f64 = met.map(|(&row, ratio)| right[row as usize] * ratio).sum();
            right[k] -= sum;
        }
    }
}

/// One over a pivot that is held above what rounding leaves of zero. None if there is none in finite numbers.
fn invert(pivot: f64, least: f64) -> Option<f64> {
    let pivot = pivot.max(least);
    (pivot > 0.0 && pivot.is_finite()).then(|| 1.0 / pivot)
}

/// `target -= ratio * entries`, for lengths of whole `LANES`.
fn subtract(target: &mut [f64], entries: &[f64], ratio: f64) {
    for (target, entries) in target.as_chunks_mut::<LANES>().0.iter_mut().zip(entries.as_chunks::<LANES>().0) {
        *target = std::array::from_fn(|i| target[i] - ratio * entries[i]);
    }
}

/// Sum of products, by lanes.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut sums = [0.0; LANES];
    for (a, b) in a.iter().zip(b) {
        sums = std::array::from_fn(|i| sums[i] + a[i] * b[i]);
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// Solves a dense system by `L U` with partial pivoting; `matrix` is by rows and is overwritten. False if it is singular.
pub fn solve_dense(matrix: &mut [f64], right: &mut [f64]) -> bool {
    let n = right.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|&a, &b| matrix[a * n + k].abs().total_cmp(&matrix[b * n + k].abs())).unwrap_or(k);
        if matrix[pivot * n + k] == 0.0 || !matrix[pivot * n + k].is_finite() {
            return false;
        }
        if pivot != k {
            for column in 0..n {
                matrix.swap(k * n + column, pivot * n + column);
            }
            right.swap(k, pivot);
        }
        for row in k + 1..n {
            let ratio = matrix[row * n + k] / matrix[k * n + k];
            if ratio != 0.0 {
                for column in k..n {
                    matrix[row * n + column] -= ratio * matrix[k * n + column];
                }
                right[row] -= ratio * right[k];
            }
        }
    }
    for k in (0..n).rev() {
        let sum: f64 = (k + 1..n).map(|column| matrix[k * n + column] * right[column]).sum();
        right[k] = (right[k] - sum) / matrix[k * n + k];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sparse_and_dense_agree_on_a_laplacian() {
        // a ring of 12 with chords, one of weight zero, plus one on the diagonal; 12 and 13 are not tied to it
        let size = 14;
        let mut pairs: Vec<(usize, usize)> = (0..12).map(|i| (i, (i + 1) % 12)).collect();
        pairs.extend([(0, 6), (3, 9), (2, 7), (0, 6), (4, 10)]);
        let order = Order::new(size, &pairs, &vec![true; pairs.len()]);
        let place = |i: usize| order.place[i];
        let placed: Vec<(usize, usize)> = pairs.iter().map(|&(a, b)| (place(a), place(b))).collect();
        let (mut sparse, of_pairs) = Symmetric::new(&order, &placed);
        let mut dense = vec![0.0; size * size];
        for i in 0..size {
            sparse.diagonal[i] += 1.0;
            dense[i * size + i] += 1.0;
        }
        for (k, &(a, b)) in pairs.iter().enumerate() {
            let weight = if (a, b) == (4, 10) { 0.0 } else { 1.0 + k as f64 };
            sparse.entries[of_pairs[k] as usize] -= weight;
            sparse.diagonal[place(a)] += weight;
            sparse.diagonal[place(b)] += weight;
            dense[a * size + b] -= weight;
            dense[b * size + a] -= weight;
            dense[a * size + a] += weight;
            dense[b * size + b] += weight;
        }
        let mut x: Vec<f64> = (0..size).map(|i| i as f64 - 4.0).collect();
        let mut y = vec![0.0; size];
        (0..size).for_each(|i| y[place(i)] = x[i]);
        let at_12 = y[place(12)];
        assert!(sparse.solve(order.lonely, &mut y) && solve_dense(&mut dense, &mut x));
        assert!((0..12).all(|i| (x[i] - y[place(i)]).abs() < 1e-12), "{x:?} {y:?}");
        assert_eq!(y[place(12)], at_12);
    }

    #[test]
    fn almost_singular_matrices_keep_a_pivot_and_impossible_ones_are_refused() {
        // [1 -1; -1 1] has no inverse; its last pivot is held above zero
        let (mut sparse, of_pairs) = Symmetric::new(&Order::new(2, &[(0, 1)], &[true]), &[(0, 1)]);
        sparse.entries[of_pairs[0] as usize] = -1.0;
        sparse.diagonal.fill(1.0);
        assert!(sparse.solve(0, &mut [1.0, 2.0]));
        sparse.diagonal.fill(0.0);
        sparse.entries.fill(0.0);
        assert!(!sparse.solve(0, &mut [1.0, 2.0]));
        assert!(!solve_dense(&mut [0.0], &mut [1.0]));
    }
}
