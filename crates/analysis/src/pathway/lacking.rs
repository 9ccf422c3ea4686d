//! Which materials a pathway is worth following for: those that the asker lacks when the feared supplier stops.

use adit_vocab::material::MaterialId;

use super::Bearable;
use crate::losses::UsersLoss;
use crate::screen::{Outcome, Screen};

/// Materials of which a stop leaves the asker less than is bearable, or at a higher price, the one that costs it most first.
///
/// What it costs is what users lose; where no industry of the asker is known at all, what is lost in the market. Materials
/// without a figure come last, those that lack most first. Of two stages of a material the worse counts.
pub fn lacking(screen: &Screen, bearable: Bearable) -> Vec<MaterialId> {
    let short = |outcome: &&Outcome| {
        outcome.used > 0.0 && (outcome.missing_share() > 1.0 - bearable.kept || outcome.price > bearable.price)
    };
    let users = |outcome: &Outcome| outcome.losses.users.as_ref().map(UsersLoss::total);
    let users_known = screen.outcomes.iter().any(|outcome| users(outcome).is_some());
    let money = |outcome: &Outcome| if users_known { users(outcome) } else { outcome.losses.market };
    let rank = |outcome: &Outcome| (money(outcome).unwrap_or(f64::NEG_INFINITY), outcome.missing_share());
    let mut list: Vec<&Outcome> = screen.outcomes.iter().filter(short).collect();
    list.sort_by(|a, b| {
        let ((money_a, missing_a), (money_b, missing_b)) = (rank(a), rank(b));
        money_b.total_cmp(&money_a).then(missing_b.total_cmp(&missing_a)).then(a.stop.material.cmp(&b.stop.material))
    });
    let mut found = Vec::new();
    for outcome in list {
        if !found.contains(&outcome.stop.material) {
            found.push(outcome.stop.material);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use adit_vocab::country::CountryId;
    use adit_vocab::stage::Stage;

    use super::*;
    use crate::likelihood::Reason;
    use crate::losses::Losses;
    use crate::stop::Stop;

    fn outcome(material: u16, used: f64, missing: f64, price: f64, market: Option<f64>) -> Outcome {
        let stop = Stop { material: MaterialId(material), stage: Stage::Refined, supplier: CountryId(0), share: 0.5 };
        let losses = Losses { market, ..Losses::default() };
        Outcome {
            stop,
            price,
            used,
            missing,
            lost: None,
            losses,
            economy: None,
            likelihood: (0.1, Reason::Rule),
            expected: None,
            class: None,
        }
    }

    #[test]
    fn dearest_first_and_only_what_is_lacked() {
        let outcomes = vec![
            outcome(1, 100.0, 5.0, 1.5, Some(9e9)),  // 5 % missing at 1.5: borne
            outcome(2, 100.0, 5.0, 2.5, Some(1e6)),  // too dear
            outcome(3, 100.0, 20.0, 1.5, Some(5e6)), // a fifth missing
            outcome(3, 100.0, 30.0, 9.0, Some(4e6)), // the same material again
            outcome(4, 100.0, 60.0, 9.0, None),      // no price
            outcome(5, 0.0, 0.0, 30.0, Some(1e9)),   // not used
        ];
        let screen = Screen { outcomes, ..Screen::default() };
        let ids: Vec<u16> = lacking(&screen, Bearable::default()).iter().map(|id| id.0).collect();
        assert_eq!(ids, [3, 2, 4]);
    }
}
