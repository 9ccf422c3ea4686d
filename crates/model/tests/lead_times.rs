//! Lead times against what is published of them, as means of the distributions that plants are drawn from.

#[allow(dead_code, reason = "the tests of the years use more of it")]
mod shipped;

use adit_model::years::plants::{LeadTimes, Luck};
use adit_vocab::project::Kind;
use shipped::Shipped;

const DRAWS: u32 = 20_000;

/// Evenly spread points: the fractional parts of multiples of roots, one irrational number a dimension.
fn luck(number: u32) -> Luck {
    const STEPS: [f64; 8] =
        [std::f64::consts::SQRT_2, 1.732_050_8, 2.236_068, 2.645_751_3, 3.316_624_8, 3.605_551_3, 4.123_105_6, 4.358_898_9];
    Luck::new(|dimension| (f64::from(number) * STEPS[dimension as usize]).fract())
}

fn mean(shipped: &Shipped, kind: Kind, of: impl Fn(&LeadTimes) -> f64) -> f64 {
    let sum: f64 = (1..=DRAWS).map(|number| of(&LeadTimes::new(kind, &shipped.years, &luck(number)))).sum();
    sum / f64::from(DRAWS)
}

#[test]
fn means_lie_where_they_are_published() {
    let shipped = Shipped::new();
    // S&P Global Market Intelligence: 12.7 to 17.9 years by year of start, 15.7 over 127 mines
    let mine = mean(&shipped, Kind::Mine, LeadTimes::to_first_output);
    assert!((13.0..=18.0).contains(&mine), "discovery to first output: {mine}");
    for kind in [Kind::Mine, Kind::Refinery, Kind::Magnet] {
        let full = mean(&shipped, kind, LeadTimes::to_full_output);
        assert!((5.0..=8.0).contains(&full), "{kind:?}, decision to full output: {full}");
    }
    for kind in [Kind::Mine, Kind::Refinery, Kind::ByProduct] {
        let exact = LeadTimes::mean(kind, &shipped.years);
        assert!((mean(&shipped, kind, LeadTimes::to_first_output) - exact.to_first_output()).abs() < 0.05, "{kind:?}: {exact:?}");
        assert!((mean(&shipped, kind, LeadTimes::to_full_output) - exact.to_full_output()).abs() < 0.05, "{kind:?}: {exact:?}");
    }
    // Korea Zinc 2.7, Metlen 3.5
    let circuit = mean(&shipped, Kind::ByProduct, LeadTimes::to_full_output);
    assert!((2.5..=3.5).contains(&circuit), "circuit: {circuit}");
}

#[test]
fn they_are_distributions() {
    let shipped = Shipped::new();
    let mut all: Vec<f64> =
        (1..=DRAWS).map(|number| LeadTimes::new(Kind::Mine, &shipped.years, &luck(number)).to_first_output()).collect();
    all.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| all[(part * f64::from(DRAWS - 1)) as usize];
    // of 127 mines the fastest took 6 years and the slowest 32
    assert!(at(0.0) > 6.0 - 1.0 && at(1.0) < 36.0, "{} to {}", at(0.0), at(1.0));
    assert!(at(0.9) - at(0.1) > 5.0, "four fifths lie within {} to {}", at(0.1), at(0.9));
}
