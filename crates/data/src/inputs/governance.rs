//! `observations/governance.csv`: Worldwide Governance Indicators.

use std::collections::BTreeMap;

use adit_vocab::country::Countries;
use adit_vocab::observation::GovernanceRow;
use adit_vocab::problem::Problem;

use super::csv_table::read;
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "observations/governance.csv";
/// The six dimensions.
pub const INDICATORS: [&str; 6] = ["VA", "PV", "GE", "RQ", "RL", "CC"];
/// Political stability and absence of violence.
const STABILITY: &str = "PV";
pub(crate) const COLUMNS: [&str; 6] = ["iso3", "year", "indicator", "estimate", "std_err", "source"];

/// Reads the table in the order of the file.
pub fn governance(files: &FileSet, known: &Known<'_>, problems: &mut Vec<Problem>) -> Vec<GovernanceRow> {
    let mut seen = Seen::default();
    read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["iso3", "year", "indicator", "source"]);
        if !INDICATORS.contains(&row.cell("indicator")) {
            row.problem("indicator", format!("one of {}", INDICATORS.join(", ")));
        }
        Some(GovernanceRow {
            iso3: known.country(row, "iso3"),
            year: row.year("year"),
            indicator: row.text("indicator"),
            estimate: row.number("estimate"),
            std_err: row.amount("std_err"),
            source: known.source(row, "source"),
        })
    })
}

/// Mean of the six dimensions, or one of them, for one country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GovernanceMean {
    /// About -2.5 (worst) to 2.5 (best).
    pub value: f64,
    /// Year it describes; earlier than the year asked for if that one is not complete.
    pub year: i32,
}

/// The mean of the six, by position in `countries`: of the latest year not after `year` in which one source gives all six.
/// `None` where there is none: missing stays missing.
pub fn governance_mean(rows: &[GovernanceRow], countries: &Countries, year: i32) -> Vec<Option<GovernanceMean>> {
    let mut groups: BTreeMap<(&str, i32, &str), [Option<f64>; 6]> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.year <= year) {
        if let Some(position) = INDICATORS.iter().position(|indicator| *indicator == row.indicator) {
            groups.entry((&row.iso3, row.year, &row.source)).or_default()[position] = row.estimate;
        }
    }
    let mut means = vec![None; countries.len()];
    // Years ascend within a country, so the latest complete one is written last.
    for ((iso3, year, _), six) in groups {
        let complete: Option<Vec<f64>> = six.into_iter().collect();
        if let (Some(country), Some(values)) = (countries.by_iso3(iso3), complete) {
            means[country.index()] = Some(GovernanceMean { value: values.iter().sum::<f64>() / 6.0, year });
        }
    }
    means
}

/// Political stability (PV) alone, by position in `countries`: of the latest year not after `year`. Several sources may hold
/// a year; the last one in the file counts.
pub fn political_stability(rows: &[GovernanceRow], countries: &Countries, year: i32) -> Vec<Option<GovernanceMean>> {
    let mut latest: Vec<Option<GovernanceMean>> = vec![None; countries.len()];
    for row in rows.iter().filter(|row| row.year <= year && row.indicator == STABILITY) {
        if let (Some(country), Some(value)) = (countries.by_iso3(&row.iso3), row.estimate) {
            let known = &mut latest[country.index()];
            if known.is_none_or(|known| known.year <= row.year) {
                *known = Some(GovernanceMean { value, year: row.year });
            }
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use adit_vocab::country::Country;

    use super::*;

    fn row(year: i32, indicator: &str, estimate: f64, source: &str) -> GovernanceRow {
        GovernanceRow {
            iso3: "AAA".into(),
            year,
            indicator: indicator.into(),
            estimate: Some(estimate),
            std_err: None,
            source: source.into(),
        }
    }

    fn mean(rows: &[GovernanceRow]) -> Option<GovernanceMean> {
        governance_mean(rows, &countries(), 2024)[0]
    }

    fn countries() -> Countries {
        let country = Country {
            iso3: "AAA".into(),
            iso2: "AA".into(),
            m49: "001".into(),
            name_en: "A".into(),
            name_de: "A".into(),
            aliases: String::new(),
            baci: String::new(),
            region: String::new(),
            lon: None,
            lat: None,
            eu27: 0,
            de_article: String::new(),
            de_plural: 0,
            en_article: String::new(),
        };
        Countries::new(vec![country])
    }

    #[test]
    fn stability_is_the_latest_year_on_record() {
        let rows =
            [row(2022, "PV", 1.0, "old"), row(2024, "PV", -0.5, "new"), row(2024, "VA", 2.0, "new"), row(2025, "PV", 9.0, "new")];
        assert_eq!(political_stability(&rows, &countries(), 2024)[0], Some(GovernanceMean { value: -0.5, year: 2024 }));
        assert_eq!(political_stability(&rows[2..3], &countries(), 2024)[0], None);
    }

    #[test]
    fn the_latest_year_with_all_six_of_one_source_counts() {
        let mut rows: Vec<GovernanceRow> =
            INDICATORS.iter().zip([1.0, 2.0, 0.0, -1.0, 1.0, 0.0]).map(|(i, v)| row(2022, i, v, "old")).collect();
        rows.push(row(2024, "PV", 9.0, "new"));
        rows.push(row(2030, "VA", 9.0, "old"));
        assert_eq!(mean(&rows), Some(GovernanceMean { value: 0.5, year: 2022 })); // (1+2+0-1+1+0)/6
    }

    #[test]
    fn five_of_six_are_no_mean() {
        let rows: Vec<GovernanceRow> = INDICATORS.iter().take(5).map(|i| row(2022, i, 1.0, "old")).collect();
        assert_eq!(mean(&rows), None);
    }
}
