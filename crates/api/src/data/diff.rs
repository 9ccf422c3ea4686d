//! What two sets of data differ in: rows of the input files, and figures of the baseline.

use std::collections::BTreeMap;

use adit_report::naming::Naming;
use adit_vocab::table::{Cell, Format, Row, Table};

use crate::session::{Problems, Session};
use crate::words::{columns, say};

/// Changes of the baseline below this share of a stage's world output are left out.
const SMALL: f64 = 1e-6;

impl Session {
    /// Files that differ: rows only here, rows only there.
    pub fn diff_files(&self, other: &Session, naming: Naming) -> Result<Table, Problems> {
        let mut names = self.files().list("");
        names.extend(other.files().list(""));
        names.sort();
        names.dedup();
        let mut rows = Vec::new();
        for name in names {
            let (mine, theirs) = (lines(self, &name)?, lines(other, &name)?);
            if mine == theirs {
                continue;
            }
            let only = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| {
                a.iter().map(|(line, count)| count.saturating_sub(b.get(line).copied().unwrap_or(0))).sum::<usize>()
            };
            #[allow(clippy::cast_precision_loss, reason = "a count of rows")]
            let count = |n: usize| Cell::Number(n as f64, Format::Count);
            rows.push(Row {
                key: name.clone(),
                cells: vec![Cell::Text(name), count(only(&mine, &theirs)), count(only(&theirs, &mine))],
            });
        }
        let title = if rows.is_empty() {
            say(naming, "All input files are the same", "Alle Dateien sind gleich")
        } else {
            say(naming, "Files that differ", "Dateien, die sich unterscheiden")
        };
        Ok(Table {
            id: "files",
            title,
            columns: columns(
                naming,
                &[
                    ("file", "File", "Datei"),
                    ("only_a", "Lines only in A", "Zeilen nur in A"),
                    ("only_b", "Lines only in B", "Zeilen nur in B"),
                ],
            ),
            rows,
            notes: Vec::new(),
        })
    }

    /// Figures of the two baselines that differ, largest change first (in shares of the stage's world output).
    pub fn diff_baselines(&self, other: &Session, naming: Naming) -> Result<Table, Problems> {
        let (mine, theirs) = (self.figures()?, other.figures()?);
        let mut keys: Vec<&String> = mine.keys().chain(theirs.keys()).collect();
        keys.sort();
        keys.dedup();
        let mut changes: Vec<(f64, Row)> = Vec::new();
        for key in keys {
            let (a, b) = (mine.get(key), theirs.get(key));
            let world = a.or(b).map_or(0.0, |(_, world)| *world).max(f64::MIN_POSITIVE);
            let (a, b) = (a.map(|(value, _)| *value), b.map(|(value, _)| *value));
            let change = (b.unwrap_or(0.0) - a.unwrap_or(0.0)) / world;
            if change.abs() > SMALL {
                let cells = vec![
                    Cell::Text(key.clone()),
                    Cell::number(a, Format::Tonnes),
                    Cell::number(b, Format::Tonnes),
                    Cell::Number(change, Format::Percent),
                ];
                changes.push((change.abs(), Row { key: key.clone(), cells }));
            }
        }
        changes.sort_by(|a, b| b.0.total_cmp(&a.0));
        let title = if changes.is_empty() {
            say(naming, "The baselines are the same", "Die Basisjahre sind gleich")
        } else {
            format!(
                "{} {}",
                changes.len(),
                say(naming, "figures of the baseline differ", "Zahlen des Basisjahres unterscheiden sich")
            )
        };
        Ok(Table {
            id: "baseline",
            title,
            columns: columns(
                naming,
                &[
                    ("key", "Figure", "Zahl"),
                    ("a", "A, t", "A, t"),
                    ("b", "B, t", "B, t"),
                    ("change", "Change, share of world output", "Änderung, Anteil der Welt"),
                ],
            ),
            rows: changes.into_iter().map(|(_, row)| row).collect(),
            notes: Vec::new(),
        })
    }

    /// Every figure of the baseline by its key, with the world output of its stage.
    fn figures(&self) -> Result<BTreeMap<String, (f64, f64)>, Problems> {
        let reference = self.reference();
        let iso3 = |country| reference.countries.get(country).iso3.as_str();
        let mut figures = BTreeMap::new();
        for market in self.baseline()?.markets.iter().flatten() {
            let material = &reference.materials.get(market.material).id;
            for balance in &market.stages {
                let world = balance.world_output();
                for node in &balance.nodes {
                    for (item, datum) in &node.items {
                        figures.insert(
                            format!("{material}.{}.{}.{}", balance.stage, iso3(node.country), item.id()),
                            (datum.value, world),
                        );
                    }
                }
                for flow in &balance.flows {
                    let key = format!("{material}.{}.{}>{}", balance.stage, iso3(flow.exporter), iso3(flow.importer));
                    figures.insert(key, (flow.datum.value, world));
                }
            }
        }
        Ok(figures)
    }
}

/// Lines of a file with how often each stands there; none if there is no such file.
fn lines(session: &Session, name: &str) -> Result<BTreeMap<String, usize>, Problems> {
    let mut lines = BTreeMap::new();
    if session.files().has(name) {
        let bytes = session.files().read(name).map_err(|problem| vec![problem])?;
        for line in String::from_utf8_lossy(&bytes).lines() {
            *lines.entry(line.trim_end().to_owned()).or_default() += 1;
        }
    }
    Ok(lines)
}
