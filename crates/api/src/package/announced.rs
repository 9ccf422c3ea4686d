//! The packages that are made of `policies/`: all measures that are in force or announced, as far as they have all that the
//! model needs; and beside it what suppliers hold back. A control is no measure against a dependency: in one package with them it
//! would be told as their effect.

use adit_report::naming::{announced_package, controls_package};
use adit_vocab::lang::{Lang, Text};
use adit_vocab::measure::{CannotRun, Entry, Measure, Part, Scope};
use adit_vocab::policy::{CONTROL, Origin, Package, Policy, PolicyText, Terms};

use super::{FIRST_YEAR, Source, overlaps, terms};
use crate::session::{Problems, Session};

/// Id of the package.
pub const ANNOUNCED: &str = "announced";
/// Id of the package of export controls.
pub const CONTROLS: &str = "controls";
/// Instruments that hold among all who agreed, and not only for who takes the measure.
const AMONG_PARTNERS: [&str; 2] = ["restraint", "zone"];

/// The package with what became of every part of every measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Announced {
    /// What runs.
    pub package: Package,
    /// The export controls, which run in a package of their own.
    pub controls: Package,
    /// All parts, in the order of the measures.
    pub parts: Vec<Part>,
}

/// Ids and names of the packages.
pub(super) fn names() -> [(&'static str, Text); 2] {
    let text = |of: fn(Lang) -> String| Text { en: of(Lang::En), de: of(Lang::De) };
    [(CONTROLS, text(controls_package)), (ANNOUNCED, text(announced_package))]
}

impl Session {
    /// All measures that are in force or announced as one package. A part without a key that its instrument needs does not run
    /// and says so. Measures of different treasuries may mean the same plant; together they must not pay more than all of its
    /// capital, and a country must not hold a material in two reserves, of which the model has one. Export controls go into a
    /// package of their own.
    pub fn announced(&self) -> Result<Announced, Problems> {
        let measures = self.measures()?;
        let (mut problems, mut parts, mut real) = (Vec::new(), Vec::new(), Vec::new());
        for (place, measure) in measures.iter().enumerate() {
            for (i, entry) in measure.entries.iter().enumerate() {
                let source = Source { file: &measure.file, prefix: format!("measure {}, ", i + 1) };
                let text = self.restricted(measure, entry);
                let mut cannot = cannot_run(measure, entry, &text, &source, &mut problems);
                if cannot.is_none() {
                    let policy = self.policy(&text, self.projects()?, &source, &mut problems);
                    real.extend(policy.map(|policy| (measure, policy)));
                    cannot = (text.instrument == CONTROL).then_some(CannotRun::OfSuppliers);
                }
                parts.push(Part { measure: place, entry: i, cannot });
            }
        }
        overlaps::check_real(&real, self.projects()?, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let (theirs, ours): (Vec<_>, Vec<_>) =
            real.into_iter().partition(|(_, policy)| matches!(policy.terms, Terms::Control { .. }));
        let origin = |measure: &Measure| Origin { name: measure.name.clone(), by: measure.by.clone() };
        let [controls, package] = [theirs, ours].map(|real| {
            let origins = real.iter().map(|(measure, _)| origin(measure)).collect();
            let policies: Vec<Policy> = real.into_iter().map(|(_, policy)| policy).collect();
            Package { policies, origins, ..Package::default() }
        });
        let [(controls_id, controls_name), (id, name)] = names();
        let controls = Package { id: controls_id.to_owned(), name: controls_name, ..controls };
        Ok(Announced { package: Package { id: id.to_owned(), name, ..package }, controls, parts })
    }

    /// A part as the model takes it: from the first year that is followed, for what it is about and for whom.
    fn restricted(&self, measure: &Measure, entry: &Entry) -> PolicyText {
        let mut text = entry.text.policy.clone();
        // what was agreed before the first year holds from then on
        text.from = text.from.max(FIRST_YEAR);
        let of_the_market = terms::OF_THE_MARKET.contains(&text.instrument.as_str());
        // what acts on a market and not on plants belongs to who takes the measure if nobody else is named
        if text.countries.is_empty() && of_the_market {
            text.countries.clone_from(&measure.by);
            if AMONG_PARTNERS.contains(&text.instrument.as_str()) {
                text.countries.extend_from_slice(&measure.with);
            }
        }
        if text.instrument == CONTROL && text.on.is_empty() {
            text.on.clone_from(&measure.with);
        }
        if text.projects.is_empty() && !of_the_market {
            text.projects.clone_from(&measure.projects);
        }
        if let Scope::Named(ids) = &entry.scope {
            let materials = &self.reference().materials;
            text.materials = ids.iter().map(|id| materials.get(*id).id.clone()).collect();
        }
        text
    }
}

/// Why a part does not run. What is wrong with it, and not only absent, is a problem. `runs` is what would run of it.
fn cannot_run(
    measure: &Measure,
    entry: &Entry,
    runs: &PolicyText,
    source: &Source,
    problems: &mut Problems,
) -> Option<CannotRun> {
    let text = &entry.text.policy;
    if !measure.status.counts() {
        return Some(CannotRun::NotCounted(measure.status));
    }
    if text.instrument == CONTROL && text.from < FIRST_YEAR {
        return Some(CannotRun::InBaseYear);
    }
    let mut found = Vec::new();
    terms::terms(runs, source, &mut found);
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
    use adit_vocab::policy::Price;

    use super::*;

    fn part(session: &Session, terms: Terms) -> Policy {
        let projects = vec!["mp_10x_neodymium".to_owned()];
        let materials = vec![session.material("neodymium", "").expect("a material")];
        Policy { terms, from: 2026, until: None, countries: Vec::new(), on: Vec::new(), projects, materials, stage: None }
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
        let terms = Terms::Reserve { days: 60.0, years: 3.0, trigger: 1.5, shared: false };
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
