//! Linear equations of one Newton step: `L D L^T` of a sparse symmetric matrix in an order of small fill, and a dense
//! `L U` with partial pivoting for the unsymmetric case.
//!
//! The sparse factorisation is the up-looking method of T. A. Davis, Algorithm 849: a concise sparse Cholesky
//! factorization package, ACM Transactions on Mathematical Software 31(4), 2005; the order is the greedy minimum degree.

/// Mark for "no parent".
const NONE: usize = usize::MAX;

/// Least pivot, in parts of the diagonal entry.
const LEAST_PIVOT: f64 = 4.0 * f64::EPSILON;

/// Structure of a symmetric matrix, its elimination order, and room for its factors.
#[derive(Clone, Debug)]
pub struct Symmetric {
    /// Position of each row in the elimination order.
    place: Vec<usize>,
    /// Upper triangle by column, in elimination order: starts of columns, then rows.
    starts: Vec<usize>,
    rows: Vec<usize>,
    /// Entries of the upper triangle; the last of each column is the diagonal.
    pub entries: Vec<f64>,
    parent: Vec<usize>,
    factor_starts: Vec<usize>,
    factor_rows: Vec<usize>,
    factor: Vec<f64>,
    diagonal: Vec<f64>,
    /// Work space.
    column_length: Vec<usize>,
    dense: Vec<f64>,
    pattern: Vec<usize>,
    mark: Vec<usize>,
    solution: Vec<f64>,
}

impl Symmetric {
    /// Prepares for a matrix of `size` rows with off-diagonal entries at `pairs` (in any order, repeats allowed). Returns
    /// it with the position of each pair's entry and of each diagonal entry in `entries`.
    pub fn new(size: usize, pairs: &[(usize, usize)]) -> (Self, Vec<usize>, Vec<usize>) {
        let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); size];
        for &(a, b) in pairs.iter().filter(|(a, b)| a != b) {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        for list in &mut neighbours {
            list.sort_unstable();
            list.dedup();
        }
        let place = minimum_degree(neighbours.clone());
        let mut columns: Vec<Vec<usize>> = vec![Vec::new(); size];
        for (row, list) in neighbours.iter().enumerate() {
            for &other in list.iter().filter(|&&other| place[row] < place[other]) {
                columns[place[other]].push(place[row]);
            }
        }
        let mut starts = vec![0];
        let mut rows = Vec::new();
        for (column, list) in columns.iter_mut().enumerate() {
            list.sort_unstable();
            rows.extend_from_slice(list);
            rows.push(column);
            starts.push(rows.len());
        }
        let position = |a: usize, b: usize| {
            let (row, column) = (place[a].min(place[b]), place[a].max(place[b]));
            let range = starts[column]..starts[column + 1];
            range.start + rows[range.clone()].partition_point(|&found| found < row)
        };
        let of_pairs = pairs.iter().map(|&(a, b)| position(a, b)).collect();
        let of_diagonal = (0..size).map(|i| position(i, i)).collect();
        let (parent, factor_starts) = symbolic(&starts, &rows, size);
        let room = factor_starts[size];
        let matrix = Symmetric {
            entries: vec![0.0; rows.len()],
            starts,
            rows,
            parent,
            factor_rows: vec![0; room],
            factor: vec![0.0; room],
            factor_starts,
            diagonal: vec![0.0; size],
            column_length: vec![0; size],
            dense: vec![0.0; size],
            pattern: vec![0; size],
            mark: vec![NONE; size],
            solution: vec![0.0; size],
            place,
        };
        (matrix, of_pairs, of_diagonal)
    }

    /// Factorises the entries and replaces `right` by the solution. False if a pivot is not positive.
    pub fn solve(&mut self, right: &mut [f64]) -> bool {
        if !self.factorise() {
            return false;
        }
        for (i, &value) in right.iter().enumerate() {
            self.solution[self.place[i]] = value;
        }
        let size = self.diagonal.len();
        for column in 0..size {
            let value = self.solution[column];
            for at in self.factor_starts[column]..self.factor_starts[column + 1] {
                self.solution[self.factor_rows[at]] -= self.factor[at] * value;
            }
        }
        for column in 0..size {
            self.solution[column] /= self.diagonal[column];
        }
        for column in (0..size).rev() {
            let mut value = self.solution[column];
            for at in self.factor_starts[column]..self.factor_starts[column + 1] {
                value -= self.factor[at] * self.solution[self.factor_rows[at]];
            }
            self.solution[column] = value;
        }
        for (i, value) in right.iter_mut().enumerate() {
            *value = self.solution[self.place[i]];
        }
        true
    }

    fn factorise(&mut self) -> bool {
        let size = self.diagonal.len();
        self.mark.fill(NONE);
        for k in 0..size {
            let mut top = size;
            self.mark[k] = k;
            self.column_length[k] = 0;
            self.dense[k] = 0.0;
            for at in self.starts[k]..self.starts[k + 1] {
                let mut i = self.rows[at];
                self.dense[i] += self.entries[at];
                let mut length = 0;
                while self.mark[i] != k {
                    self.pattern[length] = i;
                    length += 1;
                    self.mark[i] = k;
                    i = self.parent[i];
                }
                while length > 0 {
                    top -= 1;
                    length -= 1;
                    self.pattern[top] = self.pattern[length];
                }
            }
            let mut pivot = self.dense[k];
            let whole = pivot;
            self.dense[k] = 0.0;
            for at in top..size {
                let i = self.pattern[at];
                let value = self.dense[i];
                self.dense[i] = 0.0;
                let start = self.factor_starts[i];
                let end = start + self.column_length[i];
                for entry in start..end {
                    self.dense[self.factor_rows[entry]] -= self.factor[entry] * value;
                }
                let ratio = value / self.diagonal[i];
                pivot -= ratio * value;
                self.factor_rows[end] = k;
                self.factor[end] = ratio;
                self.column_length[i] += 1;
            }
            if !pivot.is_finite() {
                return false;
            }
            // a pivot that rounding has eaten: the rows so far have almost no slope in common
            self.diagonal[k] = pivot.max(whole * LEAST_PIVOT);
        }
        true
    }
}

/// Elimination tree and starts of the factor's columns.
fn symbolic(starts: &[usize], rows: &[usize], size: usize) -> (Vec<usize>, Vec<usize>) {
    let mut parent = vec![NONE; size];
    let mut count = vec![0; size];
    let mut mark = vec![NONE; size];
    for k in 0..size {
        mark[k] = k;
        for &row in &rows[starts[k]..starts[k + 1]] {
            let mut i = row;
            while i < k && mark[i] != k {
                if parent[i] == NONE {
                    parent[i] = k;
                }
                count[i] += 1;
                mark[i] = k;
                i = parent[i];
            }
        }
    }
    let mut factor_starts = vec![0];
    for k in 0..size {
        factor_starts.push(factor_starts[k] + count[k]);
    }
    (parent, factor_starts)
}

/// Position of every row in an elimination order that takes the row with fewest neighbours next; ties by number.
fn minimum_degree(mut neighbours: Vec<Vec<usize>>) -> Vec<usize> {
    let size = neighbours.len();
    let mut place = vec![NONE; size];
    for position in 0..size {
        let Some(next) = (0..size).filter(|&i| place[i] == NONE).min_by_key(|&i| (neighbours[i].len(), i)) else { break };
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
    }
    place
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
            sparse.entries[of_diagonal[i]] += 1.0;
            dense[i * size + i] += 1.0;
        }
        for (k, &(a, b)) in pairs.iter().enumerate() {
            let weight = 1.0 + k as f64;
            sparse.entries[of_pairs[k]] -= weight;
            sparse.entries[of_diagonal[a]] += weight;
            sparse.entries[of_diagonal[b]] += weight;
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
    fn singular_matrices_are_refused() {
        let (mut sparse, of_pairs, of_diagonal) = Symmetric::new(2, &[(0, 1)]);
        sparse.entries[of_pairs[0]] = -1.0;
        sparse.entries[of_diagonal[0]] = 1.0;
        sparse.entries[of_diagonal[1]] = 1.0;
        assert!(!sparse.solve(&mut [1.0, 2.0]));
        assert!(!solve_dense(&mut [0.0], &mut [1.0]));
    }
}
