//! Export control: a country allows a share of what it exported in the base year, to everyone or to some. It is the control of
//! [a crisis](crate::disruption) in the years of a measure: one to everyone is one quantity for all importers together, one to
//! some holds each relation; both leak. Who is served pays the price outside, and the exporter keeps the difference to the price
//! inside: no treasury pays. A control to everyone that a [restraint](super::restraint) lifts for members holds each relation with
//! all others, and leaks no more than before.

use adit_vocab::country::CountryId;
use adit_vocab::policy::{Policy, Terms};
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

use super::market::{members, no_change, no_market_cash};
use super::{Instrument, Payer, adds_nothing, as_long, no_cash, no_finance, restraint, unbound};

pub(super) const INSTRUMENT: Instrument = Instrument {
    id: "control",
    is: |terms| matches!(terms, Terms::Control { .. }),
    payer: Payer::Nobody,
    hasten: as_long,
    finance: no_finance,
    adds: adds_nothing,
    bound: unbound,
    cash: no_cash,
    market: no_change,
    market_cash: no_market_cash,
};

/// A country allows a share of its exports of the base year, at a stage or all, to everyone or to some.
pub(crate) fn held(by: CountryId, share: f64, stage: Option<Stage>, on: Vec<CountryId>) -> Shock {
    let measure = if share > 0.0 { Measure::Quota { share } } else { Measure::ExportBan };
    Shock { measure, by, stage, on, start: 0, months: None, leakage: None }
}

/// What the measures of a year hold back. `everyone` are the countries of the market, ascending; `leakage` is that of a control
/// on everyone.
pub(crate) fn shocks(
    policies: &[&Policy],
    home: &[CountryId],
    everyone: &[CountryId],
    stages: &[Stage],
    leakage: f64,
) -> Vec<Shock> {
    let mut found = Vec::new();
    for policy in policies {
        let Terms::Control { share } = policy.terms else { continue };
        for &by in members(policy, home) {
            for &stage in stages.iter().filter(|stage| policy.stage.is_none_or(|only| only == **stage)) {
                let spared = restraint::friends(policies, home, by, stage);
                let on: Vec<CountryId> = match (policy.on.is_empty(), spared.is_empty()) {
                    // nobody is named: it meets everyone
                    (true, true) => Vec::new(),
                    (true, false) => everyone.iter().copied().filter(|&other| other != by && !spared.contains(&other)).collect(),
                    (false, _) => policy.on.iter().copied().filter(|other| !spared.contains(other)).collect(),
                };
                let leakage = (policy.on.is_empty() && !on.is_empty()).then_some(leakage);
                if !on.is_empty() || (policy.on.is_empty() && spared.is_empty()) {
                    found.push(Shock { leakage, ..held(by, share, Some(stage), on) });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYONE: [CountryId; 4] = [CountryId(0), CountryId(1), CountryId(2), CountryId(3)];

    fn policy(terms: Terms, countries: &[u16], on: &[u16], stage: Option<Stage>) -> Policy {
        let [countries, on] = [countries, on].map(|list| list.iter().map(|&id| CountryId(id)).collect());
        Policy { terms, from: 2026, until: None, countries, on, projects: Vec::new(), materials: Vec::new(), stage }
    }

    fn met(policies: &[Policy]) -> Vec<(Option<Stage>, Vec<CountryId>)> {
        let all: Vec<&Policy> = policies.iter().collect();
        let found = shocks(&all, &[CountryId(3)], &EVERYONE, &[Stage::Mine, Stage::Refined], 0.25);
        found.into_iter().map(|shock| (shock.stage, shock.on)).collect()
    }

    #[test]
    fn a_restraint_spares_its_members_and_nobody_else() {
        let ban = |on: &[u16]| policy(Terms::Control { share: 0.0 }, &[0], on, Some(Stage::Mine));
        let restraint = |countries: &[u16], stage| policy(Terms::Restraint, countries, &[], stage);
        let mine = Some(Stage::Mine);
        assert_eq!(met(&[ban(&[])]), [(mine, vec![])], "everyone");
        assert_eq!(met(&[ban(&[]), restraint(&[0, 1], None)]), [(mine, vec![CountryId(2), CountryId(3)])]);
        assert_eq!(met(&[ban(&[1, 2]), restraint(&[0, 1], None)]), [(mine, vec![CountryId(2)])]);
        assert_eq!(met(&[ban(&[1]), restraint(&[0, 1], None)]), [], "nobody is left");
        assert_eq!(met(&[ban(&[]), restraint(&[0, 1, 2, 3], None)]), [], "all are members");
        assert_eq!(met(&[ban(&[]), restraint(&[1, 2], None)]), [(mine, vec![])], "who controls is no member");
        assert_eq!(met(&[ban(&[]), restraint(&[0, 1], Some(Stage::Refined))]), [(mine, vec![])], "at another stage");
        assert_eq!(met(&[ban(&[1]), restraint(&[0], None)]), [(mine, vec![CountryId(1)])], "alone with oneself");
        let two = [ban(&[]), restraint(&[0, 1], None), restraint(&[0, 3], None)];
        assert_eq!(met(&two), [(mine, vec![CountryId(2)])], "two agreements add up");
    }
}
