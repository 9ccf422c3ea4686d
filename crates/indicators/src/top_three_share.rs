//! Share of the three largest producers together.
//!
//! # Definition
//! `sum of the three largest shares of world production`
//!
//! # Unit
//! Share between 0 and 1.
//!
//! # Source
//! Concentration ratio CR3; used by the IEA, The Role of Critical Minerals in Clean Energy Transitions, 2021, p. 30
//! ("share of top three producing countries"; page not verified).

use adit_vocab::production::Production;
use adit_vocab::units::Share;

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "top3_share",
    name: ("Three largest producers' share", "Anteil der drei größten Erzeuger"),
    formula: "sum of the three largest shares of world production",
    unit: ("share, 0 to 1", "Anteil, 0 bis 1"),
    source: "m-firm concentration ratio with m = 3: J. Tirole, The Theory of Industrial Organization, MIT Press 1988, section 5.5",
};

/// Returns `None` when nobody produces.
pub fn top_three_share(production: &Production) -> Option<Share> {
    let mut shares: Vec<f64> = production.shares().map(|(_, share)| share).collect();
    shares.sort_by(|a, b| b.total_cmp(a));
    (!shares.is_empty()).then(|| Share(shares.iter().take(3).sum()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, production};

    #[test]
    fn worked_example_by_hand() {
        let share = top_three_share(&production(&[10.0, 40.0, 20.0, 30.0])).map(|share| share.0);
        assert!(close(share, Some(0.9))); // 0.4 + 0.3 + 0.2
    }

    #[test]
    fn fewer_than_three_is_all() {
        assert!(close(top_three_share(&production(&[1.0, 3.0])).map(|share| share.0), Some(1.0)));
    }

    #[test]
    fn undefined_without_production() {
        assert_eq!(top_three_share(&production(&[])), None);
    }
}
