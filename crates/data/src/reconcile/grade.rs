//! How well a stage is known: what was moved, what is hidden, and the letter that follows.

use adit_vocab::baseline::{Grade, Item, Quality, TradeKnowledge};
use adit_vocab::country::CountryId;

use super::demand::UseWeights;
use super::network::{Solved, StageInput};

/// A move below this counts as observed (grade A).
const SMALL: f64 = 0.05;
/// A move below this is still good (grade B).
const MEDIUM: f64 = 0.20;
/// Hidden supply above this share of world output: at best grade C.
const HIDDEN: f64 = 0.10;
/// Hidden supply above this share: trade does not count as observed (grade D).
const MOSTLY_HIDDEN: f64 = 0.25;
/// World output may move by this much in grades A and B.
const WORLD: f64 = 0.02;
/// US use may miss the published figure by this much in grades A and B.
const US_USE: f64 = 0.10;
/// Use beyond this multiple of the expected use, plus [`ABSORBS_WORLD`] of the world, is absorption.
const ABSORBS_TIMES: f64 = 3.0;
/// See [`ABSORBS_TIMES`].
const ABSORBS_WORLD: f64 = 0.01;

/// Judges a stage. `last` is true for the stage industry buys from; `usa` is the country with published use.
pub fn quality(
    input: &StageInput,
    solved: &Solved,
    weights: &UseWeights,
    last: bool,
    linked: bool,
    usa: Option<CountryId>,
) -> Quality {
    let priors = &input.priors;
    let output = |country: CountryId| {
        solved.nodes.binary_search_by_key(&country, |node| node.country).map_or(0.0, |i| solved.nodes[i].tonnes(Item::Output))
    };
    let before: f64 = priors.output.by_country.values().map(|prior| prior.value).sum();
    let after: f64 = solved.nodes.iter().map(|node| node.tonnes(Item::Output)).sum();
    let shifted: f64 = priors.output.by_country.iter().map(|(&country, prior)| (output(country) - prior.value).abs()).sum();

    let observed: f64 = priors.flows.values().filter(|flow| !flow.hidden).map(|flow| flow.prior.value).sum();
    let mut moved: f64 = 0.0;
    for (pair, flow) in priors.flows.iter().filter(|(_, flow)| !flow.hidden) {
        let found = solved.flows.binary_search_by_key(pair, |flow| (flow.exporter, flow.importer));
        moved += (found.map_or(0.0, |i| solved.flows[i].datum.value) - flow.prior.value).abs();
    }

    let unexplained: f64 = solved.nodes.iter().map(|node| node.tonnes(Item::Unexplained).abs()).sum();
    let stray_ore: f64 = if linked && !last {
        solved
            .nodes
            .iter()
            .map(|node| (node.tonnes(Item::Use) - input.known_use.get(&node.country).map_or(0.0, |prior| prior.value)).max(0.0))
            .sum()
    } else {
        0.0
    };
    let absorption: f64 = if last {
        solved
            .nodes
            .iter()
            .map(|node| {
                let expected = weights.get(&node.country).copied().unwrap_or(0.0) * after;
                (node.tonnes(Item::Use) - ABSORBS_TIMES * expected - ABSORBS_WORLD * after).max(0.0)
            })
            .sum::<f64>()
            / after
    } else {
        0.0
    };
    let us_use_ratio = usa.filter(|_| last).and_then(|usa| {
        let published = input.known_use.get(&usa)?;
        let i = solved.nodes.binary_search_by_key(&usa, |node| node.country).ok()?;
        (published.value > 0.0).then(|| solved.nodes[i].tonnes(Item::Use) / published.value)
    });

    let mut quality = Quality {
        grade: Grade::D,
        trade: priors.knowledge,
        old_shares: priors.output.old_shares,
        moved_output: shifted / before,
        moved_world: (after / (before - priors.raised) - 1.0).abs(),
        moved_trade: if observed > 0.0 { moved / observed } else { 0.0 },
        hidden: (solved.hidden + unexplained + stray_ore + priors.raised) / after,
        absorption,
        us_use_ratio,
    };
    quality.grade = grade(&quality);
    quality
}

/// The letter that follows from the numbers.
pub fn grade(quality: &Quality) -> Grade {
    if quality.trade == TradeKnowledge::Gravity || quality.hidden > MOSTLY_HIDDEN {
        return Grade::D;
    }
    let within = |limit: f64| quality.moved_output < limit && quality.moved_trade < limit && quality.absorption < limit;
    let firm = quality.trade == TradeKnowledge::Specific
        && !quality.old_shares
        && quality.moved_world < WORLD
        && quality.us_use_ratio.is_none_or(|ratio| (ratio - 1.0).abs() < US_USE);
    if firm && within(SMALL) && quality.hidden < SMALL {
        Grade::A
    } else if firm && within(MEDIUM) && quality.hidden < HIDDEN {
        Grade::B
    } else {
        Grade::C
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Quality {
        Quality {
            grade: Grade::D,
            trade: TradeKnowledge::Specific,
            old_shares: false,
            moved_output: 0.01,
            moved_world: 0.001,
            moved_trade: 0.04,
            hidden: 0.0,
            absorption: 0.0,
            us_use_ratio: Some(1.02),
        }
    }

    #[test]
    fn each_weakness_costs_its_letter() {
        assert_eq!(grade(&good()), Grade::A);
        assert_eq!(grade(&Quality { moved_trade: 0.15, ..good() }), Grade::B);
        assert_eq!(grade(&Quality { moved_trade: 0.25, ..good() }), Grade::C);
        assert_eq!(grade(&Quality { us_use_ratio: Some(1.11), ..good() }), Grade::C);
        assert_eq!(grade(&Quality { old_shares: true, ..good() }), Grade::C);
        assert_eq!(grade(&Quality { trade: TradeKnowledge::Basket, ..good() }), Grade::C);
        assert_eq!(grade(&Quality { hidden: 0.3, ..good() }), Grade::D);
        assert_eq!(grade(&Quality { trade: TradeKnowledge::Gravity, ..good() }), Grade::D);
    }
}
