//! `lead_times.csv`: published figures on how long plants take and what they cost against plan.

use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::years::LeadTimeRow;

use super::csv_table::{Row, read};
use super::projects::CONFIDENCE;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "lead_times.csv";
const COLUMNS: [&str; 19] = [
    "id",
    "scope",
    "country",
    "material",
    "phase",
    "kind",
    "metric",
    "value",
    "unit",
    "low",
    "high",
    "sample",
    "period",
    "source",
    "publisher",
    "published",
    "address",
    "confidence",
    "note",
];
const SCOPES: [&str; 4] = ["world", "bloc", "country", "project"];
const PHASES: [&str; 14] = [
    "discovery_to_output",
    "exploration_and_studies",
    "permitting",
    "permitting_cap",
    "decision_to_construction",
    "construction",
    "decision_to_full_output",
    "announcement_to_output",
    "ramp_up",
    "delay",
    "slip",
    "capex_overrun",
    "capex_ratio",
    "discount_rate",
];
const KINDS: [&str; 5] = ["mine", "refinery", "by_product", "magnet", "any"];

/// Reads the table in the order of the file.
pub fn lead_times(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<LeadTimeRow> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["id"]);
        let scope = row.one_of("scope", &SCOPES);
        place(row, &scope, &known, reference);
        row.period("published");
        let (value, low, high) = values(row);
        Some(LeadTimeRow {
            id: row.needed("id"),
            scope,
            country: row.text("country"),
            material: row.text("material"),
            phase: row.one_of("phase", &PHASES),
            kind: row.one_of("kind", &KINDS),
            metric: row.needed("metric"),
            value,
            unit: row.needed("unit"),
            low,
            high,
            sample: row.text("sample"),
            period: row.text("period"),
            source: known.source(row, "source"),
            publisher: row.needed("publisher"),
            published: row.text("published"),
            address: row.needed("address"),
            confidence: row.one_of("confidence", &CONFIDENCE),
            note: row.text("note"),
        })
    })
}

/// What the scope says must stand in `country`.
fn place(row: &mut Row<'_>, scope: &str, known: &Known<'_>, reference: &Reference) {
    let cell = row.cell("country");
    match scope {
        "world" if !cell.is_empty() => row.problem("country", "an empty cell, because the scope is the world"),
        "bloc" if !reference.blocs.iter().any(|bloc| bloc.id == cell) => {
            row.problem("country", "the id of a bloc, because the scope is one");
        }
        "country" | "project" => {
            known.country(row, "country");
        }
        _ => {}
    }
}

/// A figure, a range, or both; the range holds the figure.
fn values(row: &mut Row<'_>) -> (Option<f64>, Option<f64>, Option<f64>) {
    let before = row.problems();
    let (value, low, high) = (row.number("value"), row.number("low"), row.number("high"));
    if row.problems() == before {
        if value.is_none() && (low.is_none() || high.is_none()) {
            row.problem("value", "a number, or a range in `low` and `high`");
        }
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            row.problem("low", "a number that is not above `high`");
        } else if value.is_some_and(|value| low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high)) {
            row.problem("value", "a number between `low` and `high`");
        }
    }
    (value, low, high)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::read_reference;

    fn found(text: Option<String>) -> (Vec<LeadTimeRow>, Vec<String>) {
        let over = text.map(|text| (FILE.to_owned(), format!("{}\n{text}", COLUMNS.join(",")).into_bytes()));
        let files = FileSet::embedded().with(BTreeMap::from_iter(over));
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let rows = lead_times(&files, &reference, &mut problems);
        (rows, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn the_shipped_figures_have_no_problem() {
        let (rows, problems) = found(None);
        assert_eq!(problems, Vec::<String>::new());
        for (name, words) in [("phase", &PHASES[..]), ("kind", &KINDS), ("scope", &SCOPES)] {
            for word in words {
                let cell = |row: &LeadTimeRow| match name {
                    "phase" => row.phase == *word,
                    "kind" => row.kind == *word,
                    _ => row.scope == *word,
                };
                assert!(rows.iter().any(cell), "no row with {name} {word}");
            }
        }
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let (_, problems) = found(Some(
            [
                "a,world,USA,,ramp,mine,mean,3,years,1,2,,,lead_time_reports,P,2024,x,high,",
                "a,bloc,XX,,ramp_up,mill,mean,,,1,,,,reports,,2024-13,,sure,",
                "c,country,EU,,ramp_up,mine,mean,3 a,years,,,,,lead_time_reports,P,2024,x,high,",
                "d,site,,,ramp_up,mine,,,years,3,2,,,lead_time_reports,P,2024,x,high,",
            ]
            .join("\n"),
        ));
        let all = problems.join("\n");
        for part in [
            "line 2, country: `USA`; expected an empty cell",
            "line 2, phase: `ramp`; expected one of `discovery_to_output`",
            "line 2, value: `3`; expected a number between `low` and `high`",
            "line 3: `a` stands already in line 2",
            "line 3, country: `XX`; expected the id of a bloc",
            "line 3, kind: `mill`; expected one of `mine`, `refinery`",
            "line 3, value: an empty cell; expected a number, or a range",
            "line 3, unit: an empty cell",
            "line 3, source: `reports`; expected an id of sources.csv",
            "line 3, publisher: an empty cell",
            "line 3, published: `2024-13`; expected a year",
            "line 3, address: an empty cell",
            "line 3, confidence: `sure`; expected one of `high`, `medium`, `low`",
            "line 4, country: `EU`; expected an ISO3 country code",
            "line 4, value: `3 a`; expected a number",
            "line 5, scope: `site`; expected one of `world`, `bloc`, `country`, `project`",
            "line 5, metric: an empty cell",
            "line 5, low: `3`; expected a number that is not above `high`",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
    }
}
