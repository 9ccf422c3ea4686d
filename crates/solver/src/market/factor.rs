//! Linear equations of one Newton step: `L D L^T` of a sparse symmetric matrix in an order of small fill, and a dense
//! `L U` with partial pivoting for the unsymmetric case.
//!
//! Rows with few neighbours are eliminated first. What remains when the rest is nearly full is factorised as a dense block:
//! trade networks have a few exporters that all connect and many importers that connect to them only, so both parts are
//! small. The products of an eliminated row reach their targets through places found once. (Rows written out as wide as the
//! block, zeros included, so that the products run over neighbouring numbers, took a quarter longer.)

/// Mark for "no place".
const NONE: usize = usize::MAX;
/// Least pivot, in parts of the diagonal entry: a smaller one is what rounding has left of zero.
const LEAST_PIVOT: f64 = 4.0 * f64::EPSILON;
/// The rest counts as full when a row has at least this part of the other rows as neighbours.
const FULL: f64 = 0.6;
/// Rows of the block are made of so many numbers at a time.
const LANES: usize = 4;

/// A symmetric matrix and its factors in the same place.
#[derive(Clone, Debug)]
pub struct Symmetric {
    /// The matrix before a solve, its factors after it: for each eliminated row its diagonal and the entries of the rows
    /// that come later, then the rows of the block, of which the part left of the diagonal is meaningless, and last one
    /// number that belongs to nothing.
    pub values: Vec<f64>,
    /// Position of each row in the elimination order.
    place: Vec<usize>,
    /// Eliminated rows, in order.
    eliminated: Vec<Eliminated>,
    /// Rows that each one meets, one after the other.
    rows: Vec<u32>,
    /// Where the products of each one's entries are subtracted, one after the other.
    targets: Vec<u32>,
    /// Where the block starts in `values`, how many rows it has, and how many numbers a row takes.
    block: usize,
    size: usize,
    stride: usize,
    /// Diagonal of the matrix, and after a solve one over the pivots.
    diagonal: Vec<f64>,
    /// Right side, then solution, by position.
    solution: Vec<f64>,
}

/// An eliminated row.
#[derive(Clone, Debug)]
struct Eliminated {
    /// Where it starts in `values`: the diagonal, then the entries.
    start: usize,
    /// Its first row in `rows`, and how many there are.
    first: usize,
    count: usize,
}

impl Symmetric {
    /// Prepares for a matrix of `size` rows with off-diagonal entries at `pairs` (in any order, repeats allowed). Returns
    /// it with the position of each pair's entry and of each diagonal entry in `values`; a pair of a row with itself has
    /// the position that belongs to nothing.
    pub fn new(size: usize, pairs: &[(usize, usize)]) -> (Self, Vec<usize>, Vec<usize>) {
        let (place, columns) = eliminate(size, pairs);
        let sparse = columns.len();
        let in_block = size - sparse;
        let stride = in_block.next_multiple_of(LANES);
        let mut eliminated = Vec::with_capacity(sparse);
        let (mut start, mut first) = (0, 0);
        for rows in &columns {
            eliminated.push(Eliminated { start, first, count: rows.len() });
            start += 1 + rows.len();
            first += rows.len();
        }
        let block = start;
        let length = block + in_block * stride + 1;
        let position = |a: usize, b: usize| {
            let (a, b) = (a.min(b), a.max(b));
            match eliminated.get(a) {
                None => block + (a - sparse) * stride + b - sparse,
                Some(row) if a == b => row.start,
                Some(row) => row.start + 1 + columns[a].partition_point(|&found| found < b),
            }
        };
        let (mut rows, mut targets) = (Vec::new(), Vec::new());
        for met in &columns {
            rows.extend(met.iter().map(|&a| a as u32));
            for (at, &a) in met.iter().enumerate() {
                targets.extend(met[at..].iter().map(|&b| position(a, b) as u32));
            }
        }
        let of_pair = |&(a, b): &(usize, usize)| if a == b { length - 1 } else { position(place[a], place[b]) };
        let of_pairs = pairs.iter().map(of_pair).collect();
        let of_diagonal = place.iter().map(|&at| position(at, at)).collect();
        let matrix = Symmetric {
            values: vec![0.0; length],
            place,
            eliminated,
            rows,
            targets,
            block,
            size: in_block,
            stride,
            diagonal: vec![0.0; size],
            solution: vec![0.0; size],
        };
        (matrix, of_pairs, of_diagonal)
    }

    /// Factorises the values and replaces `right` by the solution. False if there is none in finite numbers.
    pub fn solve(&mut self, right: &mut [f64]) -> bool {
        if !self.factorise() {
            return false;
        }
        for (&place, &value) in self.place.iter().zip(right.iter()) {
            self.solution[place] = value;
        }
        let Symmetric { values, eliminated, rows, block, size, stride, diagonal, solution, .. } = self;
        let sparse = eliminated.len();
        for (k, row) in eliminated.iter().enumerate() {
            let value = solution[k];
            for (&met, ratio) in rows[row.first..][..row.count].iter().zip(&values[row.start + 1..]) {
                solution[met as usize] -= ratio * value;
            }
        }
        let of_block = &mut solution[sparse..];
        let entries = |k: usize| &values[*block + k * *stride..][..*stride];
        for k in 0..*size {
            let (above, below) = of_block.split_at_mut(k + 1);
            below.iter_mut().zip(&entries(k)[k + 1..]).for_each(|(entry, ratio)| *entry -= ratio * above[k]);
        }
        for (k, value) in of_block[..*size].iter_mut().enumerate() {
            *value *= diagonal[sparse + k];
        }
        for k in (0..*size).rev() {
            let (above, below) = of_block.split_at_mut(k + 1);
            above[k] -= product(&below[..*size - k - 1], &entries(k)[k + 1..*size]);
        }
        for (k, row) in eliminated.iter().enumerate().rev() {
            let met = rows[row.first..][..row.count].iter().zip(&values[row.start + 1..]);
            let sum: f64 = met.map(|(&met, ratio)| solution[met as usize] * ratio).sum();
            solution[k] = solution[k] * diagonal[k] - sum;
        }
        for (&place, value) in self.place.iter().zip(right.iter_mut()) {
            *value = self.solution[place];
        }
        true
    }

    /// Leaves ratios to the pivot in the place of the entries.
    fn factorise(&mut self) -> bool {
        let Symmetric { values, eliminated, targets, block, size, stride, diagonal, .. } = self;
        let sparse = eliminated.len();
        for (k, diagonal) in diagonal.iter_mut().enumerate() {
            *diagonal = values[eliminated.get(k).map_or_else(|| *block + (k - sparse) * (*stride + 1), |row| row.start)];
        }
        let mut targets = &targets[..];
        for (row, diagonal) in eliminated.iter().zip(diagonal.iter_mut()) {
            let Some(inverse) = invert(values[row.start], *diagonal) else { return false };
            *diagonal = inverse;
            let after = row.start + 1 + row.count;
            let (done, rest) = values.split_at_mut(after);
            let entries = &mut done[row.start + 1..];
            for a in 0..row.count {
                let ratio = entries[a] * inverse;
                let (these, others) = targets.split_at(row.count - a);
                for (&target, entry) in these.iter().zip(&entries[a..]) {
                    rest[target as usize - after] -= ratio * entry;
                }
                targets = others;
                entries[a] = ratio;
            }
        }
        for k in 0..*size {
            let (above, below) = values[*block..].split_at_mut((k + 1) * *stride);
            let entries = &mut above[k * *stride..];
            let Some(inverse) = invert(entries[k], diagonal[sparse + k]) else { return false };
            diagonal[sparse + k] = inverse;
            for (a, row) in (k + 1..*size).zip(below.chunks_exact_mut(*stride)) {
                let from = a / LANES * LANES;
                subtract(&mut row[from..], &entries[from..], entries[a] * inverse);
            }
            entries[k + 1..].iter_mut().for_each(|entry| *entry *= inverse);
        }
        true
    }
}

/// One over a pivot that is held above what rounding leaves of zero. None if there is none in finite numbers.
fn invert(pivot: f64, diagonal: f64) -> Option<f64> {
    let pivot = pivot.max(diagonal * LEAST_PIVOT);
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

/// Position of every row in an elimination order that takes the row with fewest neighbours next, ties by number, and the
/// positions of each one's neighbours when it is taken. It stops where the rest is full; those rows come last, by number.
fn eliminate(size: usize, pairs: &[(usize, usize)]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); size];
    for &(a, b) in pairs.iter().filter(|(a, b)| a != b) {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    let mut place = vec![NONE; size];
    let mut columns = Vec::new();
    for position in 0..size {
        let Some(next) = (0..size).filter(|&i| place[i] == NONE).min_by_key(|&i| (neighbours[i].len(), i)) else { break };
        if neighbours[next].len() as f64 >= FULL * (size - position - 1) as f64 {
            break;
        }
        place[next] = position;
        let around = std::mem::take(&mut neighbours[next]);
        for &i in &around {
            let mut merged = std::mem::take(&mut neighbours[i]);
            merged.extend(around.iter().copied().filter(|&j| j != i));
            merged.retain(|&j| j != next);
            merged.sort_unstable();
            merged.dedup();
            neighbours[i] = merged;
        }
        columns.push(around);
    }
    for (next, place) in (columns.len()..).zip(place.iter_mut().filter(|place| **place == NONE)) {
        *place = next;
    }
    for column in &mut columns {
        column.iter_mut().for_each(|row| *row = place[*row]);
        column.sort_unstable();
    }
    (place, columns)
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
        // a ring of 12 with chords, plus one on the diagonal
        let size = 12;
        let mut pairs: Vec<(usize, usize)> = (0..size).map(|i| (i, (i + 1) % size)).collect();
        pairs.extend([(0, 6), (3, 9), (2, 7), (0, 6)]);
        let (mut sparse, of_pairs, of_diagonal) = Symmetric::new(size, &pairs);
        let mut dense = vec![0.0; size * size];
        for i in 0..size {
            sparse.values[of_diagonal[i]] += 1.0;
            dense[i * size + i] += 1.0;
        }
        for (k, &(a, b)) in pairs.iter().enumerate() {
            let weight = 1.0 + k as f64;
            sparse.values[of_pairs[k]] -= weight;
            sparse.values[of_diagonal[a]] += weight;
            sparse.values[of_diagonal[b]] += weight;
            dense[a * size + b] -= weight;
            dense[b * size + a] -= weight;
            dense[a * size + a] += weight;
            dense[b * size + b] += weight;
        }
        let mut x: Vec<f64> = (0..size).map(|i| i as f64 - 4.0).collect();
        let mut y = x.clone();
        assert!(sparse.solve(&mut x) && solve_dense(&mut dense, &mut y));
        assert!(x.iter().zip(&y).all(|(a, b)| (a - b).abs() < 1e-12), "{x:?} {y:?}");
    }

    #[test]
    fn almost_singular_matrices_keep_a_pivot_and_impossible_ones_are_refused() {
        // [1 -1; -1 1] has no inverse; its last pivot is held above zero
        let (mut sparse, of_pairs, of_diagonal) = Symmetric::new(2, &[(0, 1)]);
        sparse.values[of_pairs[0]] = -1.0;
        sparse.values[of_diagonal[0]] = 1.0;
        sparse.values[of_diagonal[1]] = 1.0;
        assert!(sparse.solve(&mut [1.0, 2.0]));
        sparse.values.fill(0.0);
        assert!(!sparse.solve(&mut [1.0, 2.0]));
        assert!(!solve_dense(&mut [0.0], &mut [1.0]));
    }
}
