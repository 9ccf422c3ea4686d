//! The linear equations of eight Newton steps side by side: the operations of [`Symmetric`] on eight numbers each, in the
//! same order, so that every lane has the bits of a solve alone.

use super::factor::{LANES, LEAST_PIVOT, Symmetric};

/// Scenarios side by side.
pub(super) const WIDTH: usize = 8;
/// One number of each.
pub(super) type Eight = [f64; WIDTH];

/// Values and work of eight matrices of one shape; the shape is that of a [`Symmetric`].
#[derive(Clone, Debug)]
pub(super) struct Values {
    pub values: Vec<Eight>,
    diagonal: Vec<Eight>,
    solution: Vec<Eight>,
}

impl Values {
    pub fn new(shape: &Symmetric) -> Self {
        let zero = [0.0; WIDTH];
        let rows = shape.eliminated.len() + shape.size;
        Values { values: vec![zero; shape.values.len()], diagonal: vec![zero; rows], solution: vec![zero; rows] }
    }

    /// Factorises the values and replaces `right` by the solutions; lanes without one are marked.
    pub fn solve(&mut self, shape: &Symmetric, right: &mut [Eight], failed: &mut [bool; WIDTH]) {
        self.factorise(shape, failed);
        let Values { values, diagonal, solution } = self;
        for (&place, value) in shape.place.iter().zip(right.iter()) {
            solution[place] = *value;
        }
        let sparse = shape.eliminated.len();
        for (k, row) in shape.eliminated.iter().enumerate() {
            let (of_row, after) = solution.split_at_mut(k + 1);
            let met = &shape.rows[row.first..][..row.count];
            if row.wide {
                let (ratio, entries) = (times(&of_row[k], &diagonal[k]), &values[row.start + 1..][..shape.stride]);
                let of_block = &mut after[sparse - k - 1..];
                for &a in met {
                    subtract(&mut of_block[a as usize], &ratio, &entries[a as usize]);
                }
            } else {
                for (&a, entry) in met.iter().zip(&values[row.start + 1..]) {
                    subtract(&mut after[a as usize - k - 1], entry, &of_row[k]);
                }
            }
        }
        let (of_sparse, of_block) = solution.split_at_mut(sparse);
        let entries = |k: usize| &values[shape.block + k * shape.stride..][..shape.stride];
        for k in 0..shape.size {
            let (above, below) = of_block.split_at_mut(k + 1);
            below.iter_mut().zip(&entries(k)[k + 1..]).for_each(|(entry, ratio)| subtract(entry, ratio, &above[k]));
        }
        for (value, inverse) in of_block.iter_mut().zip(&diagonal[sparse..]) {
            *value = times(value, inverse);
        }
        for k in (0..shape.size).rev() {
            let (above, below) = of_block.split_at_mut(k + 1);
            let sum = product(below, &entries(k)[k + 1..shape.size]);
            above[k] = std::array::from_fn(|i| above[k][i] - sum[i]);
        }
        for (k, row) in shape.eliminated.iter().enumerate().rev() {
            let met = &shape.rows[row.first..][..row.count];
            let entries = &values[row.start + 1..];
            if row.wide {
                let mut sums = [[0.0; WIDTH]; LANES];
                for &a in met {
                    add(&mut sums[a as usize % LANES], &of_block[a as usize], &entries[a as usize]);
                }
                let sum = total(&sums);
                of_sparse[k] = std::array::from_fn(|i| (of_sparse[k][i] - sum[i]) * diagonal[k][i]);
            } else {
                let mut sum = [0.0; WIDTH];
                for (&a, entry) in met.iter().zip(entries) {
                    let a = a as usize;
                    add(&mut sum, if a < sparse { &of_sparse[a] } else { &of_block[a - sparse] }, entry);
                }
                of_sparse[k] = std::array::from_fn(|i| of_sparse[k][i] * diagonal[k][i] - sum[i]);
            }
        }
        for (&place, value) in shape.place.iter().zip(right.iter_mut()) {
            *value = solution[place];
        }
    }

    fn factorise(&mut self, shape: &Symmetric, failed: &mut [bool; WIDTH]) {
        let Values { values, diagonal, .. } = self;
        let sparse = shape.eliminated.len();
        for (k, diagonal) in diagonal.iter_mut().enumerate() {
            let start = shape.eliminated.get(k).map_or(shape.block + (k - sparse) * (shape.stride + 1), |row| row.start);
            *diagonal = values[start];
        }
        let mut targets = &shape.targets[..];
        for (row, diagonal) in shape.eliminated.iter().zip(diagonal.iter_mut()) {
            invert(&values[row.start], diagonal, failed);
            let met = &shape.rows[row.first..][..row.count];
            if row.wide {
                let (before, block) = values.split_at_mut(shape.block);
                let entries = &before[row.start + 1..][..shape.stride];
                for (at, &a) in met.iter().enumerate() {
                    let ratio = times(&entries[a as usize], diagonal);
                    let target = &mut block[a as usize * shape.stride..][..shape.stride];
                    for &b in &met[at..] {
                        subtract(&mut target[b as usize], &ratio, &entries[b as usize]);
                    }
                }
            } else {
                let after = row.start + 1 + row.count;
                let (done, rest) = values.split_at_mut(after);
                let entries = &mut done[row.start + 1..];
                for a in 0..row.count {
                    let ratio = times(&entries[a], diagonal);
                    let (these, others) = targets.split_at(row.count - a);
                    for (&target, entry) in these.iter().zip(&entries[a..]) {
                        subtract(&mut rest[target as usize - after], &ratio, entry);
                    }
                    targets = others;
                    entries[a] = ratio;
                }
            }
        }
        for k in 0..shape.size {
            let (above, below) = values[shape.block..].split_at_mut((k + 1) * shape.stride);
            let entries = &mut above[k * shape.stride..];
            invert(&entries[k], &mut diagonal[sparse + k], failed);
            let inverse = &diagonal[sparse + k];
            for (a, row) in (k + 1..shape.size).zip(below.chunks_exact_mut(shape.stride)) {
                let ratio = times(&entries[a], inverse);
                row[a..shape.size].iter_mut().zip(&entries[a..]).for_each(|(row, entry)| subtract(row, &ratio, entry));
            }
            entries[k + 1..].iter_mut().for_each(|entry| *entry = times(entry, inverse));
        }
    }
}

/// One over each pivot, in the place of the diagonal entry; lanes without one are marked.
fn invert(pivot: &Eight, diagonal: &mut Eight, failed: &mut [bool; WIDTH]) {
    for i in 0..WIDTH {
        let pivot = pivot[i].max(diagonal[i] * LEAST_PIVOT);
        failed[i] |= !(pivot > 0.0 && pivot.is_finite());
        diagonal[i] = 1.0 / pivot;
    }
}

#[inline(always)]
fn times(a: &Eight, b: &Eight) -> Eight {
    std::array::from_fn(|i| a[i] * b[i])
}

#[inline(always)]
fn subtract(target: &mut Eight, a: &Eight, b: &Eight) {
    for i in 0..WIDTH {
        target[i] -= a[i] * b[i];
    }
}

#[inline(always)]
fn add(sum: &mut Eight, a: &Eight, b: &Eight) {
    for i in 0..WIDTH {
        sum[i] += a[i] * b[i];
    }
}

#[inline(always)]
pub(super) fn total(sums: &[Eight; LANES]) -> Eight {
    std::array::from_fn(|i| (sums[0][i] + sums[1][i]) + (sums[2][i] + sums[3][i]))
}

/// Sum of products, in the order of the scalar one.
fn product(a: &[Eight], b: &[Eight]) -> Eight {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let (mut sums, mut rest) = ([[0.0; WIDTH]; LANES], [0.0; WIDTH]);
    for (a, b) in a.iter().zip(b) {
        for i in 0..LANES {
            add(&mut sums[i], &a[i], &b[i]);
        }
    }
    a_rest.iter().zip(b_rest).for_each(|(a, b)| add(&mut rest, a, b));
    let sum = total(&sums);
    std::array::from_fn(|i| sum[i] + rest[i])
}
