//! Linear equations of one Newton step: `L D L^T` of a sparse symmetric matrix in an order of small fill, and a dense
//! `L U` with partial pivoting for the unsymmetric case.
//!
//! Rows with few neighbours are eliminated first, each updating the columns of its neighbours through places found once.
//! What remains when the rest is nearly full is factorised as a dense block: trade networks have a few exporters that all
//! connect and many importers that connect to them only, so both parts are small.

/// Mark for "no place".
const NONE: usize = usize::MAX;
/// Least pivot, in parts of the diagonal entry: a smaller one is what rounding has left of zero.
const LEAST_PIVOT: f64 = 4.0 * f64::EPSILON;
/// The rest counts as full when a row has at least this part of the other rows as neighbours.
const FULL: f64 = 0.6;

/// A symmetric matrix and its factors in the same place.
#[derive(Clone, Debug)]
pub struct Symmetric {
    /// Lower triangle by column, in elimination order: the diagonal, then the rows below. Holds the matrix before a solve and
    /// its factors after it.
    pub values: Vec<f64>,
    /// Position of each row in the elimination order.
    place: Vec<usize>,
    /// Where each column starts in `values`.
    starts: Vec<usize>,
    /// Rows below the diagonal of each sparse column, one after the other.
    rows: Vec<u32>,
    /// Where the products of each sparse column's entries are subtracted, one after the other.
    targets: Vec<u32>,
    /// Number of sparse columns; those after it are full.
    sparse: usize,
    /// Diagonal of the matrix.
    diagonal: Vec<f64>,
    solution: Vec<f64>,
}

impl Symmetric {
    /// Prepares for a matrix of `size` rows with off-diagonal entries at `pairs` (in any order, repeats allowed). Returns
    /// it with the position of each pair's entry and of each diagonal entry in `values`.
    pub fn new(size: usize, pairs: &[(usize, usize)]) -> (Self, Vec<usize>, Vec<usize>) {
        let (place, columns) = eliminate(size, pairs);
        let sparse = columns.len();
        let mut starts = Vec::with_capacity(size + 1);
        let mut next = 0;
        for k in 0..size {
            starts.push(next);
            next += 1 + columns.get(k).map_or(size - k - 1, Vec::len);
        }
        let position = |row: usize, column: usize| {
            let (column, row) = (row.min(column), row.max(column));
            let below = if row == column {
                0
            } else {
                columns.get(column).map_or(row - column, |rows| 1 + rows.partition_point(|&found| found < row))
            };
            starts[column] + below
        };
        let mut targets = Vec::new();
        for rows in &columns {
            for (at, &a) in rows.iter().enumerate() {
                targets.extend(rows[at..].iter().map(|&b| position(a, b) as u32));
            }
        }
        let of_pairs = pairs.iter().map(|&(a, b)| position(place[a], place[b])).collect();
        let of_diagonal = (0..size).map(|i| starts[place[i]]).collect();
        let rows = columns.iter().flatten().map(|&row| row as u32).collect();
        let matrix = Symmetric {
            values: vec![0.0; next],
            place,
            rows,
            targets,
            sparse,
            starts,
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
        let size = right.len();
        for (&place, &value) in self.place.iter().zip(right.iter()) {
            self.solution[place] = value;
        }
        let mut rows = &self.rows[..];
        for k in 0..self.sparse {
            let value = self.solution[k];
            let column = &self.values[self.starts[k] + 1..][..self.length(k)];
            let (these, rest) = rows.split_at(column.len());
            for (&row, ratio) in these.iter().zip(column) {
                self.solution[row as usize] -= ratio * value;
            }
            rows = rest;
        }
        for k in self.sparse..size {
            let (above, below) = self.solution.split_at_mut(k + 1);
            let column = &self.values[self.starts[k] + 1..];
            below.iter_mut().zip(column).for_each(|(entry, ratio)| *entry -= ratio * above[k]);
        }
        for k in 0..size {
            self.solution[k] /= self.values[self.starts[k]];
        }
        for k in (self.sparse..size).rev() {
            let (above, below) = self.solution.split_at_mut(k + 1);
            let column = &self.values[self.starts[k] + 1..];
            above[k] -= below.iter().zip(column).map(|(entry, ratio)| entry * ratio).sum::<f64>();
        }
        let mut rows = &self.rows[..];
        for k in (0..self.sparse).rev() {
            let column = &self.values[self.starts[k] + 1..][..self.length(k)];
            let (rest, these) = rows.split_at(rows.len() - column.len());
            let sum: f64 = these.iter().zip(column).map(|(&row, ratio)| self.solution[row as usize] * ratio).sum();
            self.solution[k] -= sum;
            rows = rest;
        }
        for (&place, value) in self.place.iter().zip(right.iter_mut()) {
            *value = self.solution[place];
        }
        true
    }

    /// Entries below the diagonal of a column.
    fn length(&self, column: usize) -> usize {
        self.starts.get(column + 1).map_or(self.values.len(), |&next| next) - self.starts[column] - 1
    }

    fn factorise(&mut self) -> bool {
        for (diagonal, &start) in self.diagonal.iter_mut().zip(&self.starts) {
            *diagonal = self.values[start];
        }
        let mut targets = &self.targets[..];
        for k in 0..self.diagonal.len() {
            let (start, length) = (self.starts[k], self.length(k));
            let pivot = self.values[start].max(self.diagonal[k] * LEAST_PIVOT);
            if !(pivot > 0.0 && pivot.is_finite()) {
                return false;
            }
            self.values[start] = pivot;
            let inverse = 1.0 / pivot;
            let (done, rest) = self.values.split_at_mut(start + 1 + length);
            let column = &mut done[start + 1..];
            let mut next = 0;
            for a in 0..length {
                let ratio = column[a] * inverse;
                if k < self.sparse {
                    let (these, others) = targets.split_at(length - a);
                    for (&target, entry) in these.iter().zip(&column[a..]) {
                        rest[target as usize - start - 1 - length] -= ratio * entry;
                    }
                    targets = others;
                } else {
                    let below = &mut rest[next..next + length - a];
                    below.iter_mut().zip(&column[a..]).for_each(|(below, entry)| *below -= ratio * entry);
                    next += length - a;
                }
                column[a] = ratio;
            }
        }
        true
    }
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
