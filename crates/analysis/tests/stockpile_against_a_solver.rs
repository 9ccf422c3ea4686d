//! The spending of a budget against a general solver: the same problem as a linear programme over the computed points.

use adit_analysis::stockpile::allocate::{Point, allocate, bound, gain_at};
use clarabel::algebra::CscMatrix;
use clarabel::solver::{DefaultSettings, DefaultSolver, IPSolver, NonnegativeConeT, ZeroConeT};
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq, proptest};

/// `max sum w (gain - outlay)` with weights `w >= 0` that add up to one for each material, and outlays within the budget.
fn by_solver(curves: &[Vec<Point>], budget: f64) -> f64 {
    let points: Vec<(usize, Point)> =
        curves.iter().enumerate().flat_map(|(material, points)| points.iter().map(move |point| (material, *point))).collect();
    let (count, materials) = (points.len(), curves.len());
    let quadratic = CscMatrix::zeros((count, count));
    let linear: Vec<f64> = points.iter().map(|(_, point)| point.outlay - point.gain).collect();
    // rows: one a material, the budget, the signs
    let mut columns = vec![0];
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for (place, (material, point)) in points.iter().enumerate() {
        rows.extend([*material, materials, materials + 1 + place]);
        values.extend([1.0, point.outlay, -1.0]);
        columns.push(rows.len());
    }
    let matrix = CscMatrix::new(materials + 1 + count, count, columns, rows, values);
    let mut right = vec![1.0; materials];
    right.push(budget);
    right.extend(vec![0.0; count]);
    let cones = [ZeroConeT(materials), NonnegativeConeT(1 + count)];
    let settings = DefaultSettings { verbose: false, tol_gap_abs: 1e-10, tol_gap_rel: 1e-10, ..DefaultSettings::default() };
    let mut solver = DefaultSolver::new(&quadratic, &linear, &matrix, &right, &cones, settings).expect("a programme");
    solver.solve();
    -solver.solution.obj_val
}

fn net(curves: &[Vec<Point>], outlays: &[f64]) -> f64 {
    curves.iter().zip(outlays).map(|(points, &outlay)| gain_at(points, outlay) - outlay).sum()
}

/// Materials with up to six points each; gains go up by any turn.
fn any_curves() -> impl Strategy<Value = Vec<Vec<Point>>> {
    let curve = proptest::collection::vec((0.1_f64..3.0, 0.0_f64..6.0), 1..6).prop_map(|steps| {
        let mut points = vec![Point { outlay: 0.0, gain: 0.0 }];
        for (outlay, gain) in steps {
            let last = points[points.len() - 1];
            points.push(Point { outlay: last.outlay + outlay, gain: last.gain + gain });
        }
        points
    });
    proptest::collection::vec(curve, 1..8)
}

proptest! {
    #[test]
    fn equals_the_optimum_of_a_general_solver(curves in any_curves(), budget in 0.1_f64..30.0) {
        let found = allocate(&curves, budget, 1.0);
        prop_assert!(found.outlays.iter().sum::<f64>() <= budget * (1.0 + 1e-12));
        let (ours, theirs) = (net(&curves, &found.outlays), by_solver(&curves, budget));
        // a thousandth is asked for
        prop_assert!((ours - theirs).abs() <= 1e-6 * (1.0 + theirs.abs()), "{} against {}", ours, theirs);
        let (upper, _) = bound(&curves, budget, found.next);
        prop_assert!(upper >= ours - 1e-9);
    }

    #[test]
    fn more_budget_never_brings_less_and_every_next_dollar_brings_no_more(curves in any_curves()) {
        let best = |step: u32| {
            let budget = 0.5 * f64::from(step);
            net(&curves, &allocate(&curves, budget, 1.0).outlays)
        };
        let values: Vec<f64> = (0..40).map(best).collect();
        for three in values.windows(3) {
            prop_assert!(three[1] >= three[0] - 1e-9);
            prop_assert!(three[2] - three[1] <= three[1] - three[0] + 1e-9);
        }
    }

    #[test]
    fn no_other_spending_brings_more(
        curves in any_curves(),
        budget in 0.1_f64..20.0,
        parts in proptest::collection::vec(0.0_f64..1.0, 8),
    ) {
        let best = net(&curves, &allocate(&curves, budget, 1.0).outlays);
        let whole: f64 = parts[..curves.len()].iter().sum();
        let other: Vec<f64> = parts[..curves.len()].iter().map(|part| part / whole.max(1e-9) * budget).collect();
        prop_assert!(net(&curves, &other) <= best + 1e-9);
        prop_assert_eq!(allocate(&curves, budget, 1.0), allocate(&curves, budget, 1.0));
    }
}
