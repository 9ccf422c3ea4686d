//! Measures that mean the same plants in the same years: two of one instrument contradict each other, and public capital cannot
//! be more than all of it.

use adit_vocab::measure::Measure;
use adit_vocab::policy::{Policy, Terms};
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;

use super::Source;
use crate::session::Problems;

/// By how much the parts of capital may exceed the whole by rounding.
const ROUNDING: f64 = 1e-9;

/// Reports measures of one instrument that overlap, and capital above the whole. Policies come with their place in the file
/// and the word of their instrument.
pub(super) fn check(policies: &[(usize, &str, Policy)], projects: &[Project], top: &Source, problems: &mut Problems) {
    for (i, (first, instrument, policy)) in policies.iter().enumerate() {
        for (second, other, later) in &policies[i + 1..] {
            // of two controls of the same exports the tighter one counts, and two restraints lift what either lifts
            let adds = matches!(policy.terms, Terms::Control { .. } | Terms::Restraint);
            if instrument == other && !adds && meets(&[policy, later], projects) {
                problems.push(named(
                    top,
                    &[*first, *second],
                    format!("two measures `{instrument}` mean the same plants in the same years"),
                    "measures of one instrument that differ in years, countries, materials, stage or projects",
                ));
            }
        }
    }
    let capital: Vec<_> = policies.iter().filter_map(|(i, word, policy)| Some((*i, *word, policy, part(policy)?))).collect();
    let mut above: Vec<Vec<usize>> = Vec::new();
    // there are three instruments of capital, so that more than three always hold two of one, which is a problem already
    for (i, a) in capital.iter().enumerate() {
        for (j, b) in capital.iter().enumerate().skip(i + 1).filter(|(_, b)| b.1 != a.1) {
            if too_much(&[a.3, b.3]) && meets(&[a.2, b.2], projects) {
                above.push(vec![a.0, b.0]);
            }
            for c in capital.iter().skip(j + 1).filter(|c| c.1 != a.1 && c.1 != b.1) {
                let pair = [[a.3, b.3], [a.3, c.3], [b.3, c.3]].iter().any(|pair| too_much(pair));
                if !pair && too_much(&[a.3, b.3, c.3]) && meets(&[a.2, b.2, c.2], projects) {
                    above.push(vec![a.0, b.0, c.0]);
                }
            }
        }
    }
    for places in above {
        let sum: f64 = capital.iter().filter(|(i, ..)| places.contains(i)).map(|(.., part)| part).sum();
        let found = format!("{sum} of the capital of the same plants");
        problems.push(named(top, &places, found, "equity, loans and guarantees of at most 1 together"));
    }
}

/// Reports what real measures cannot be together: capital of a project above the whole, and two reserves, reference prices or
/// zones of one country and material, of which the model has one. Else measures of several treasuries may meet.
pub(super) fn check_real(policies: &[(&Measure, Policy)], projects: &[Project], problems: &mut Problems) {
    let names = |measures: &[&Measure]| {
        let mut files: Vec<&str> = measures.iter().map(|measure| measure.file.as_str()).collect();
        files.dedup();
        files.join(", ")
    };
    for project in projects {
        let means = |policy: &Policy| {
            holds(list(&policy.projects), &project.row.id)
                && holds(list(&policy.countries), &project.country)
                && holds(list(&policy.materials), &project.material)
                && policy.stage.is_none_or(|stage| stage == project.row.stage)
        };
        let capital: Vec<(&Measure, f64)> = policies
            .iter()
            .filter(|(_, policy)| means(policy))
            .filter_map(|(measure, policy)| Some((*measure, part(policy)?)))
            .collect();
        let parts: Vec<f64> = capital.iter().map(|(_, part)| *part).collect();
        if too_much(&parts) {
            let measures: Vec<&Measure> = capital.iter().map(|(measure, _)| *measure).collect();
            let sum: f64 = parts.iter().sum();
            let found = format!("{sum} of the capital of `{}`", project.row.id);
            let expected = "equity, loans and guarantees of at most 1 together";
            problems.push(Problem::new(names(&measures), "measure, part", found, expected));
        }
    }
    for (i, (first, policy)) in policies.iter().enumerate() {
        for (second, later) in &policies[i + 1..] {
            let both = [policy, later];
            let of = |is: fn(&Terms) -> bool| both.iter().all(|policy| is(&policy.terms));
            let alone = of(|terms| matches!(terms, Terms::Reserve { .. }))
                || of(|terms| matches!(terms, Terms::ReferencePrice { .. }))
                || of(|terms| matches!(terms, Terms::Zone { .. }));
            if alone && meets(&both, projects) {
                let found = "two of them for the same countries and materials in the same years";
                let expected = "reserves, reference prices and zones that differ in countries, materials or years";
                problems.push(Problem::new(names(&[first, second]), "measure, instrument", found, expected));
            }
        }
    }
}

/// What a list names; `None` for everything.
fn list<T>(items: &[T]) -> Option<&[T]> {
    (!items.is_empty()).then_some(items)
}

fn named(top: &Source, places: &[usize], found: String, expected: &str) -> Problem {
    let numbers: Vec<String> = places.iter().map(|i| (i + 1).to_string()).collect();
    let (last, first) = numbers.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
    top.problem(&format!("measures {} and {last}", first.join(", ")), found, expected)
}

fn too_much(parts: &[f64]) -> bool {
    parts.iter().sum::<f64>() > 1.0 + ROUNDING
}

/// Part of the capital that a measure bears.
fn part(policy: &Policy) -> Option<f64> {
    match policy.terms {
        Terms::Equity { part, .. } | Terms::Loan { part, .. } => Some(part),
        _ => None,
    }
}

/// True if a plant can be meant by all of the measures in one year. Who the feared supplier is, is not known here: no country
/// is taken to be it.
pub(super) fn meets(policies: &[&Policy], projects: &[Project]) -> bool {
    let from = policies.iter().map(|policy| policy.from).max();
    if policies.iter().any(|policy| policy.until.is_some_and(|until| from.is_some_and(|from| until < from))) {
        return false;
    }
    let countries = shared(policies.iter().map(|policy| &policy.countries[..]));
    let materials = shared(policies.iter().map(|policy| &policy.materials[..]));
    let stages = shared(policies.iter().map(|policy| policy.stage.as_slice()));
    match shared(policies.iter().map(|policy| &policy.projects[..])) {
        None => {
            !countries.is_some_and(|list| list.is_empty())
                && !materials.is_some_and(|list| list.is_empty())
                && !stages.is_some_and(|list| list.is_empty())
        }
        Some(ids) => projects.iter().filter(|project| ids.contains(&project.row.id)).any(|project| {
            holds(countries.as_deref(), &project.country)
                && holds(materials.as_deref(), &project.material)
                && holds(stages.as_deref(), &project.row.stage)
        }),
    }
}

/// What all lists have; an empty list means everything, `None` that all do.
fn shared<'a, T: PartialEq + Clone + 'a>(lists: impl Iterator<Item = &'a [T]>) -> Option<Vec<T>> {
    lists.filter(|list| !list.is_empty()).fold(None, |all: Option<Vec<T>>, list| {
        Some(match all {
            None => list.to_vec(),
            Some(all) => all.into_iter().filter(|item| list.contains(item)).collect(),
        })
    })
}

fn holds<T: PartialEq>(list: Option<&[T]>, item: &T) -> bool {
    list.is_none_or(|list| list.contains(item))
}
