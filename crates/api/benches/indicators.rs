//! All indicators of all materials for every country, 2018 to 2024. Bound: 1 s of computing on one thread, without reading the
//! files. Exits 1 if it is broken.
//!
//! The tables that may ship hold one year. For 2018 to 2023 its rows are written again under each of these years, so that every
//! year is as large as the real one; the figures of those years mean nothing.
#![allow(clippy::print_stdout, reason = "a benchmark tells what it found")]

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use adit_api::Session;

/// The year on record.
const FULL: i32 = 2024;
/// Runs; the median counts.
const RUNS: usize = 5;
/// Seconds allowed.
const BOUND: f64 = 1.0;

fn main() -> ExitCode {
    let place = tempfile::tempdir().expect("a temporary directory");
    let data = place.path().join("data");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"), &data);
    for (name, column) in [("production", 4), ("world", 3), ("trade", 2), ("prices", 2)] {
        repeat(&data.join(format!("observations/{name}.csv")), column);
    }
    let session = Session::open(Some(&data)).expect("the data can be read");
    let start = Instant::now();
    session.observations().expect("the tables can be read");
    // The baseline of the copy belongs to other files; that inside the program has the same base year.
    let base = Session::open(None).expect("the data inside the program can be read");
    base.year(None).expect("the baseline can be read");
    let read = start.elapsed().as_secs_f64();
    let reference = session.reference();
    let materials: Vec<_> = reference.materials.listed().map(|(id, _)| id).collect();
    let countries: Vec<_> = reference.countries.iter().map(|(id, _)| reference.party_of(id)).collect();

    let (mut times, mut making) = (Vec::new(), 0.0);
    let (mut markets, mut values) = (0, 0);
    for _ in 0..RUNS {
        let start = cpu();
        (markets, values, making) = (0, 0, 0.0);
        for year in FULL - 6..=FULL {
            let before = cpu();
            let tables = if year == FULL { base.year(None) } else { session.year(Some(year)) }.expect("the tables of the year");
            making += cpu() - before;
            for country in &countries {
                let found = tables.indicators(&materials, country);
                for stage in found.materials.iter().flat_map(|entry| &entry.stages) {
                    markets += 1;
                    values += usize::from(stage.hhi.is_ok()) + usize::from(stage.geopolrisk.is_ok());
                }
            }
        }
        times.push(cpu() - start);
    }
    times.sort_by(f64::total_cmp);
    let median = times[RUNS / 2];
    println!(
        "indicators of {} materials for {} countries in 7 years: {markets} markets, {values} HHI and GeoPolRisk values; median \
         {median:.2} s (bound {BOUND} s), slowest {:.2} s, of it {making:.2} s for the tables of the years; reading the files before: \
         {read:.2} s",
        materials.len(),
        countries.len(),
        times[RUNS - 1]
    );
    // Without values the time would say nothing.
    if median <= BOUND && values * 3 > markets { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Seconds this process has computed: on a busy machine the clock on the wall tells about the others. One thread computes.
fn cpu() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").expect("Linux tells what a process has used");
    let nanoseconds: f64 = text.split(' ').next().and_then(|first| first.parse().ok()).expect("a number");
    nanoseconds / 1e9
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("writable");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            let _ = fs::copy(entry.path(), &target).expect("writable");
        }
    }
}

/// Replaces the rows of 2018 to 2023 by those of the full year under each of these years.
fn repeat(path: &Path, column: usize) {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    let mut writer = csv::Writer::from_path(path).expect("writable");
    writer.write_record(&header).expect("writable");
    for year in FULL - 6..=FULL {
        for row in rows.iter().filter(|row| row[column] == FULL.to_string()) {
            let changed = row.iter().enumerate().map(|(i, cell)| if i == column { year.to_string() } else { cell.to_owned() });
            writer.write_record(changed).expect("writable");
        }
    }
    writer.flush().expect("writable");
}
