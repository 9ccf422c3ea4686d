//! Weighted least squares under linear equations, with non-negative unknowns.
//!
//! ```text
//! minimise    sum_k ((a_k x - b_k) / s_k)^2
//! subject to  c_j x = d_j          for every equation j
//!             x_i >= 0             for every unknown not marked free
//! ```
//!
//! Solved as a quadratic programme by Clarabel (P. Goulart, Y. Chen, Clarabel: an interior-point solver for conic
//! programs with quadratic objectives, 2024). Unknowns are scaled by their own size, which the caller gives; equations
//! are scaled by their largest coefficient.

use clarabel::algebra::CscMatrix;
use clarabel::solver::{DefaultSettings, DefaultSolver, IPSolver, NonnegativeConeT, SolverStatus, SupportedConeT, ZeroConeT};

/// An unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unknown {
    /// Typical size, used for scaling; must be positive.
    pub size: f64,
    /// True if it may be negative.
    pub free: bool,
}

/// `sum of coefficient * unknown`, the left side of a row.
pub type Terms = Vec<(usize, f64)>;

/// A row that should hold, the more so the smaller its spread.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Left side.
    pub terms: Terms,
    /// Right side.
    pub value: f64,
    /// One standard deviation; must be positive.
    pub spread: f64,
}

/// A row that must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Equation {
    /// Left side.
    pub terms: Terms,
    /// Right side.
    pub value: f64,
}

/// A problem as posed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeastSquares {
    /// Unknowns.
    pub unknowns: Vec<Unknown>,
    /// Rows with a spread.
    pub wishes: Vec<Wish>,
    /// Rows without.
    pub equations: Vec<Equation>,
}

/// How a solve ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The values of the unknowns.
    Solved(Vec<f64>),
    /// The solver gave up; its own word for why.
    Failed(String),
}

impl LeastSquares {
    /// Adds an unknown and returns its position.
    pub fn unknown(&mut self, size: f64, free: bool) -> usize {
        debug_assert!(size > 0.0 && size.is_finite());
        self.unknowns.push(Unknown { size, free });
        self.unknowns.len() - 1
    }

    /// Adds a row that should hold.
    pub fn wish(&mut self, terms: Terms, value: f64, spread: f64) {
        debug_assert!(spread > 0.0 && spread.is_finite() && value.is_finite());
        self.wishes.push(Wish { terms, value, spread });
    }

    /// Adds a row that must hold.
    pub fn equation(&mut self, terms: Terms, value: f64) {
        self.equations.push(Equation { terms, value });
    }

    /// Solves the problem. The result is deterministic.
    pub fn solve(&self) -> Outcome {
        // A wish about one unknown goes into the diagonal; any other gets a slack t with `a x - s t = b` and cost t^2.
        let (simple, compound): (Vec<&Wish>, Vec<&Wish>) = self.wishes.iter().partition(|wish| wish.terms.len() == 1);
        let count = self.unknowns.len();
        let columns = count + compound.len();
        let mut diagonal = vec![0.0; columns];
        let mut linear = vec![0.0; columns];
        for wish in simple {
            let (unknown, coefficient) = wish.terms[0];
            let weight = coefficient * self.unknowns[unknown].size / wish.spread;
            diagonal[unknown] += 2.0 * weight * weight;
            linear[unknown] -= 2.0 * weight * wish.value / wish.spread;
        }
        diagonal[count..].fill(2.0);

        let mut entries = Entries::default();
        for equation in &self.equations {
            let scale = equation.terms.iter().map(|&(i, c)| (c * self.unknowns[i].size).abs()).fold(0.0, f64::max);
            if scale > 0.0 {
                let terms = equation.terms.iter().map(|&(i, c)| (i, c * self.unknowns[i].size / scale));
                entries.row(terms, equation.value / scale);
            }
        }
        for (slack, wish) in (count..).zip(compound) {
            let terms = wish.terms.iter().map(|&(i, c)| (i, c * self.unknowns[i].size / wish.spread));
            entries.row(terms.chain([(slack, -1.0)]), wish.value / wish.spread);
        }
        let equal = entries.right.len();
        for (i, _) in self.unknowns.iter().enumerate().filter(|(_, unknown)| !unknown.free) {
            entries.row([(i, -1.0)].into_iter(), 0.0);
        }
        let positive = entries.right.len() - equal;

        let objective = diagonal_matrix(&diagonal);
        let rows = CscMatrix::new_from_triplets(entries.right.len(), columns, entries.rows, entries.columns, entries.values);
        let cones: [SupportedConeT<f64>; 2] = [ZeroConeT(equal), NonnegativeConeT(positive)];
        let settings = DefaultSettings {
            verbose: false,
            max_iter: 200,
            tol_gap_abs: 1e-9,
            tol_gap_rel: 1e-9,
            tol_feas: 1e-10,
            ..DefaultSettings::default()
        };
        let mut solver = match DefaultSolver::new(&objective, &linear, &rows, &entries.right, &cones, settings) {
            Ok(solver) => solver,
            Err(error) => return Outcome::Failed(error.to_string()),
        };
        solver.solve();
        match solver.solution.status {
            SolverStatus::Solved | SolverStatus::AlmostSolved => {
                Outcome::Solved(self.unknowns.iter().zip(&solver.solution.x).map(|(unknown, z)| z * unknown.size).collect())
            }
            status => Outcome::Failed(format!("{status:?}")),
        }
    }
}

/// Rows of the constraint matrix as triplets.
#[derive(Default)]
struct Entries {
    rows: Vec<usize>,
    columns: Vec<usize>,
    values: Vec<f64>,
    right: Vec<f64>,
}

impl Entries {
    fn row(&mut self, terms: impl Iterator<Item = (usize, f64)>, right: f64) {
        for (column, value) in terms {
            self.rows.push(self.right.len());
            self.columns.push(column);
            self.values.push(value);
        }
        self.right.push(right);
    }
}

fn diagonal_matrix(diagonal: &[f64]) -> CscMatrix<f64> {
    let n = diagonal.len();
    CscMatrix::new(n, n, (0..=n).collect(), (0..n).collect(), diagonal.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(problem: &LeastSquares) -> Vec<f64> {
        match problem.solve() {
            Outcome::Solved(values) => values,
            Outcome::Failed(status) => panic!("{status}"),
        }
    }

    #[test]
    fn the_looser_number_gives_way() {
        // x + y = 12; x = 4 +- 1, y = 5 +- 2: the gap of 3 is split 1 : 4 by variance, x = 4.6, y = 7.4.
        let mut problem = LeastSquares::default();
        let (x, y) = (problem.unknown(1.0, false), problem.unknown(10.0, false));
        problem.wish(vec![(x, 1.0)], 4.0, 1.0);
        problem.wish(vec![(y, 1.0)], 5.0, 2.0);
        problem.equation(vec![(x, 1.0), (y, 1.0)], 12.0);
        let values = solved(&problem);
        assert!((values[x] - 4.6).abs() < 1e-7 && (values[y] - 7.4).abs() < 1e-7, "{values:?}");
    }

    #[test]
    fn quantities_stay_at_zero_and_free_ones_may_fall_below() {
        let mut problem = LeastSquares::default();
        let (x, e) = (problem.unknown(1.0, false), problem.unknown(1.0, true));
        problem.wish(vec![(x, 1.0)], -3.0, 1.0);
        problem.wish(vec![(e, 1.0)], -3.0, 1.0);
        let values = solved(&problem);
        assert!(values[x].abs() < 1e-6 && (values[e] + 3.0).abs() < 1e-6, "{values:?}");
    }

    #[test]
    fn a_wish_about_several_unknowns_is_weighed_like_any_other() {
        // x = 1 +- 1, y = 1 +- 1, x + y = 5 +- 1: by symmetry x = y = 2.
        let mut problem = LeastSquares::default();
        let (x, y) = (problem.unknown(1.0, false), problem.unknown(1.0, false));
        problem.wish(vec![(x, 1.0)], 1.0, 1.0);
        problem.wish(vec![(y, 1.0)], 1.0, 1.0);
        problem.wish(vec![(x, 1.0), (y, 1.0)], 5.0, 1.0);
        let values = solved(&problem);
        assert!((values[x] - 2.0).abs() < 1e-7 && (values[y] - 2.0).abs() < 1e-7, "{values:?}");
    }
}
