//! The package of all measures that are in force or announced: what of `policies/` has all that the model needs.

use adit_report::naming::announced_package;
use adit_vocab::lang::{Lang, Text};
use adit_vocab::measure::{CannotRun, Entry, Measure, NOT_MODELLED, Part, Scope};
use adit_vocab::policy::{Origin, Package, Policy, PolicyText};

use super::{FIRST_YEAR, Source, overlaps, terms};
use crate::session::{Problems, Session};

/// Id of the package.
pub const ANNOUNCED: &str = "announced";
/// Instruments that act on a market and not on plants: they belong to who takes the measure if nobody else is named.
const OF_MARKETS: [&str; 4] = ["reserve", "reference_price", "recycling", "substitution"];

/// The package with what became of every part of every measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Announced {
    /// What runs.
    pub package: Package,
    /// All parts, in the order of the measures.
    pub parts: Vec<Part>,
}

/// Name of the package in both languages.
pub(super) fn name() -> Text {
    Text { en: announced_package(Lang::En), de: announced_package(Lang::De) }
}

impl Session {
    /// All measures that are in force or announced as one package. A part without a key that its instrument needs does not run
    /// and says so. Measures of different treasuries may mean the same plant; together they must not pay more than all of its
    /// capital, and a country must not hold a material in two reserves, of which the model has one.
    pub fn announced(&self) -> Result<Announced, Problems> {
        let measures = self.measures()?;
        let (mut problems, mut parts, mut real) = (Vec::new(), Vec::new(), Vec::new());
        for (place, measure) in measures.iter().enumerate() {
            for (i, entry) in measure.entries.iter().enumerate() {
                let source = Source { file: &measure.file, prefix: format!("measure {}, ", i + 1) };
                let cannot = cannot_run(measure, entry, &source, &mut problems);
                if cannot.is_none() {
                    let text = self.restricted(measure, entry);
                    let policy = self.policy(&text, self.projects()?, &source, &mut problems);
                    real.extend(policy.map(|policy| (measure, policy)));
                }
                parts.push(Part { measure: place, entry: i, cannot });
            }
        }
        overlaps::check_real(&real, self.projects()?, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let origin = |measure: &Measure| Origin { name: measure.name.clone(), by: measure.by.clone() };
        let origins = real.iter().map(|(measure, _)| origin(measure)).collect();
        let policies: Vec<Policy> = real.into_iter().map(|(_, policy)| policy).collect();
        let package = Package { id: ANNOUNCED.to_owned(), name: name(), policies, origins, ..Package::default() };
        Ok(Announced { package, parts })
    }

    /// A part as the model takes it: from the first year that is followed, for what it is about and for whom.
    fn restricted(&self, measure: &Measure, entry: &Entry) -> PolicyText {
        let mut text = entry.text.policy.clone();
        // what was agreed before the first year holds from then on
        text.from = text.from.max(FIRST_YEAR);
        if text.countries.is_empty() && OF_MARKETS.contains(&text.instrument.as_str()) {
            text.countries.clone_from(&measure.by);
        }
        if text.projects.is_empty() && !OF_MARKETS.contains(&text.instrument.as_str()) {
            text.projects.clone_from(&measure.projects);
        }
        if let Scope::Named(ids) = &entry.scope {
            let materials = &self.reference().materials;
            text.materials = ids.iter().map(|id| materials.get(*id).id.clone()).collect();
        }
        text
    }
}

/// Why a part does not run. What is wrong with it, and not only absent, is a problem.
fn cannot_run(measure: &Measure, entry: &Entry, source: &Source, problems: &mut Problems) -> Option<CannotRun> {
    let text = &entry.text.policy;
    if NOT_MODELLED.contains(&text.instrument.as_str()) {
        return Some(CannotRun::NotModelled);
    }
    if !measure.status.counts() {
        return Some(CannotRun::NotCounted(measure.status));
    }
    let mut found = Vec::new();
    terms::terms(text, source, &mut found);
    let (missing, wrong): (Problems, Problems) = found.into_iter().partition(|problem| problem.found == terms::ABSENT);
    if !missing.is_empty() {
        // of a part that runs the same is found when it is made a policy
        problems.extend(wrong);
        let key = |place: &str| place.strip_prefix(source.prefix.as_str()).unwrap_or(place).to_owned();
        return Some(CannotRun::Missing(missing.iter().map(|problem| key(&problem.place)).collect()));
    }
    if text.until.is_some_and(|until| until < FIRST_YEAR) {
        return Some(CannotRun::Over);
    }
    let bought =
        text.instrument == "reserve" && text.years.is_some_and(|years| f64::from(text.from) + years <= f64::from(FIRST_YEAR));
    bought.then_some(CannotRun::BoughtBefore)
}

#[cfg(test)]
mod tests {
    use adit_vocab::policy::{Price, Terms};

    use super::*;

    fn part(session: &Session, terms: Terms) -> Policy {
        let projects = vec!["mp_10x_neodymium".to_owned()];
        let materials = vec![session.material("neodymium", "").expect("a material")];
        Policy { terms, from: 2026, until: None, countries: Vec::new(), projects, materials, stage: None }
    }

    fn problems(session: &Session, parts: &[Policy]) -> Vec<String> {
        let measures = session.measures().expect("good files");
        let real: Vec<(&Measure, Policy)> = measures.iter().zip(parts.iter().cloned()).collect();
        let mut problems = Vec::new();
        overlaps::check_real(&real, session.projects().expect("good projects"), &mut problems);
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn treasuries_may_meet_but_not_pay_more_than_all() {
        let session = Session::open(None).expect("the data inside the program is good");
        let floor = Terms::Floor { price: Price::OverBase(2.0), returned: 0.3, inside: true, years: 10.0 };
        let loan = Terms::Loan { part: 0.5, rate: 0.02, years: 15.0, guarantee: false };
        let of = |terms: &[Terms]| terms.iter().map(|terms| part(&session, *terms)).collect::<Vec<_>>();
        assert!(problems(&session, &of(&[floor, floor, loan, loan])).is_empty(), "two floors, and loans for all of it");
        let found = problems(&session, &of(&[loan, loan, Terms::Equity { part: 0.1, rate: 0.04 }]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("1.1 of the capital of `mp_10x_neodymium`; expected equity, loans"), "{}", found[0]);
        assert!(found[0].matches("policies/").count() == 3, "all three files are named: {}", found[0]);
    }

    #[test]
    fn one_country_has_one_reserve_of_a_material() {
        let session = Session::open(None).expect("the data inside the program is good");
        let countries = vec![session.country("KOR", "").expect("a country")];
        let terms = Terms::Reserve { days: 60.0, years: 3.0, trigger: 1.5 };
        let zinc = Policy { countries, projects: Vec::new(), ..part(&session, terms) };
        let japan = Policy { countries: vec![session.country("JPN", "").expect("a country")], ..zinc.clone() };
        assert!(problems(&session, &[zinc.clone(), japan]).is_empty());
        assert!(problems(&session, &[zinc.clone(), zinc])[0].contains("two of them for the same countries"));
    }

    #[test]
    fn the_instruments_of_the_files_are_those_of_the_terms() {
        for instrument in adit_vocab::policy::INSTRUMENTS {
            let mut found = Vec::new();
            let text = PolicyText { instrument: instrument.to_owned(), ..PolicyText::default() };
            terms::terms(&text, &Source { file: "f", prefix: String::new() }, &mut found);
            assert!(found.iter().all(|problem| problem.found == terms::ABSENT), "{instrument}: {found:?}");
        }
    }
}
