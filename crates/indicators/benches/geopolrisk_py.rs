//! Our scores beside those that geopolrisk-py has just computed: `benches/geopolrisk/run.sh` runs both and passes the directory
//! of its results. Exits 1 if a score differs or the ratio of CPU time is below the bound.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use adit_vocab::undefined::Undefined;

use crate::geopolrisk_py::{COLUMNS, Tables, years};
use crate::support::{Row, must, read, tell};

#[path = "../tests/published/geopolrisk_py.rs"]
mod geopolrisk_py;
#[path = "../tests/published/parquet_table.rs"]
mod parquet_table;
#[path = "../tests/published/support.rs"]
mod support;

/// Same order as in `benches/geopolrisk/scores.py`.
const IMPORTERS: [&str; 5] = ["USA", "DEU", "CHN", "JPN", "KOR"];
/// How many times less CPU we must need.
const RATIO: f64 = 10_000.0;
/// Relative difference allowed.
const TOLERANCE: f64 = 1e-6;
/// Runs; the median counts.
const RUNS: usize = 51;

fn main() -> ExitCode {
    let Some(directory) = std::env::args().skip(1).find(|argument| !argument.starts_with("--")) else {
        tell("not run: bash benches/geopolrisk/run.sh PYTHON compares with geopolrisk-py");
        return ExitCode::SUCCESS;
    };
    let table = |name: &str| -> Vec<Row> {
        let path = Path::new(&directory).join(name);
        read(csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    let (theirs, used) = (table("scores.csv"), table("cpu.csv"));
    let start = Instant::now();
    let Some(tables) = Tables::read() else { return ExitCode::FAILURE };
    let load = start.elapsed();

    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = cpu();
            black_box(black_box(&tables).scores(&IMPORTERS));
            cpu() - start
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (ours, slowest) = (times[RUNS / 2], times[RUNS - 1]);

    let differing = compare(&tables, &theirs);
    let seconds = must(&used[0], "scores_s");
    let ratio = seconds / ours;
    tell(&format!(
        "CPU time of {} scores: {} {} {seconds:.1} s; Adit {:.2} ms (median of {RUNS}, slowest {:.2} ms); ratio {ratio:.0}",
        theirs.len(),
        used[0]["program"],
        used[0]["version"],
        ours * 1e3,
        slowest * 1e3
    ));
    tell(&format!("reading the tables, not counted: {:.1} s there, {:.1} s here", must(&used[0], "load_s"), load.as_secs_f64()));
    if differing == 0 && ratio >= RATIO { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Seconds that this process has computed, on its one thread.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").expect("Linux tells what a process has used");
    let nanoseconds: f64 = text.split(' ').next().and_then(|first| first.parse().ok()).expect("a number");
    nanoseconds / 1e9
}

/// Tells how the scores agree; returns how many do not.
fn compare(tables: &Tables, theirs: &[Row]) -> usize {
    let ours = tables.scores(&IMPORTERS);
    let mut places = BTreeMap::new();
    for (i, importer) in IMPORTERS.into_iter().enumerate() {
        for (j, year) in years().enumerate() {
            for (k, sheet) in tables.sheets.iter().enumerate() {
                let place = (i * years().count() + j) * tables.sheets.len() + k;
                places.insert((importer.to_owned(), sheet.material.clone(), year.to_string()), place);
            }
        }
    }
    assert_eq!(theirs.len(), ours.len(), "scores there and here");
    let (mut same, mut no_data, mut differing, mut largest) = (0, 0, 0, 0.0f64);
    for row in theirs {
        let key = (row["importer"].clone(), row["material"].clone(), row["year"].clone());
        let place = places.remove(&key).unwrap_or_else(|| panic!("{key:?} stands there twice or is none of ours"));
        let found = match ours[place].found {
            // There a score without trade is 0.
            Err(Undefined::NoImports | Undefined::NoSupply) if must(row, "geopolrisk_score") == 0.0 => {
                no_data += 1;
                continue;
            }
            Err(reason) => Err(reason),
            Ok(found) => Ok(found),
        };
        let off = |found: [f64; 5]| {
            let off = found.into_iter().zip(COLUMNS).map(|(value, column)| {
                let published = must(row, column);
                (value - published).abs() / published.abs().max(f64::MIN_POSITIVE)
            });
            off.fold(0.0, f64::max)
        };
        match found.map(off) {
            Ok(off) if off <= TOLERANCE => (same, largest) = (same + 1, largest.max(off)),
            other => {
                differing += 1;
                tell(&format!("{key:?}: {other:?}, ours {found:?}"));
            }
        }
    }
    tell(&format!(
        "{same} scores agree (largest relative difference {largest:.1e}), {no_data} are 0 there and no data here for want of \
         trade, {differing} differ"
    ));
    differing
}
