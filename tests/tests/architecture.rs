//! Who may use whom: the table of ARCHITECTURE.md, held against every Cargo.toml.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Crate, and the crates of this workspace it may use.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("adit-vocab", &[]),
    ("adit-solver", &[]),
    ("adit-data", &["adit-vocab", "adit-solver"]),
    ("adit-indicators", &["adit-vocab"]),
    ("adit-model", &["adit-vocab", "adit-solver"]),
    ("adit-analysis", &["adit-vocab", "adit-indicators", "adit-model", "adit-solver"]),
    ("adit-report", &["adit-vocab", "adit-analysis"]),
    ("adit-api", &["adit-vocab", "adit-data", "adit-analysis", "adit-report"]),
    ("adit-web", &["adit-api"]),
    ("adit-cli", &["adit-api", "adit-web"]),
    ("adit-tests", &["adit-api"]),
];

/// The same for what only a crate's tests may use besides (`[dev-dependencies]`): see decision 0006.
const TESTS_MAY_USE: [(&str, &[&str]); 1] = [("adit-model", &["adit-data"])];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests crate lies in the workspace").to_owned()
}

fn manifests() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(root().join("crates"))
        .expect("there is a crates folder")
        .filter_map(|entry| Some(entry.ok()?.path().join("Cargo.toml")))
        .filter(|path| path.exists())
        .collect();
    found.push(root().join("tests/Cargo.toml"));
    found.sort();
    found
}

/// Name of the crate, and the workspace crates named in its manifest, each with whether only its tests use it.
fn read(manifest: &Path) -> (String, Vec<(String, bool)>) {
    let text = fs::read_to_string(manifest).expect("manifest can be read");
    let mut name = String::new();
    let mut uses = Vec::new();
    let mut tests = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            tests = line == "[dev-dependencies]";
        } else if let Some(value) = line.strip_prefix("name = \"") {
            if name.is_empty() {
                name = value.trim_end_matches('"').to_owned();
            }
        } else if line.starts_with("adit-") {
            uses.push((line.split(['.', ' ', '=']).next().unwrap_or_default().to_owned(), tests));
        }
    }
    (name, uses)
}

#[test]
fn no_crate_uses_what_it_may_not() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let mut wrong = Vec::new();
    for manifest in manifests() {
        let (name, uses) = read(&manifest);
        let Some(allowed) = allowed.get(name.as_str()) else {
            wrong.push(format!("{name} is not in the table of who may use whom"));
            continue;
        };
        let in_tests = TESTS_MAY_USE.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, uses)| *uses);
        for (used, tests) in uses {
            let may = allowed.contains(&used.as_str()) || tests && in_tests.contains(&used.as_str());
            if !may {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden: {}", wrong.join("; "));
}

#[test]
fn architecture_md_shows_the_same_table() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md can be read");
    for (name, uses) in MAY_USE {
        let short = name.trim_start_matches("adit-");
        let row = text.lines().find(|line| line.starts_with(&format!("| `{short}` |")));
        let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for {short}"));
        for used in uses {
            assert!(row.contains(&format!("`{}`", used.trim_start_matches("adit-"))), "row of {short} lacks {used}");
        }
    }
}

/// Lines of a file without its test module.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

#[test]
fn house_rules_hold_in_every_file() {
    let mut files = Vec::new();
    for manifest in manifests() {
        sources(&manifest.with_file_name("src"), &mut files);
    }
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("source can be read");
        let shown = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        if !text.starts_with("//!") {
            wrong.push(format!("{shown}: the first line says what the file is"));
        }
        for (number, line) in code_lines(&text).enumerate() {
            if line.contains("::*;") {
                wrong.push(format!("{shown}:{}: no glob imports", number + 1));
            }
            if ["todo!(", "unimplemented!(", "SystemTime::now", "Instant::now"].iter().any(|word| line.contains(word)) {
                wrong.push(format!("{shown}:{}: no stub, no clock", number + 1));
            }
            if line.contains("println!(") && !shown.starts_with("crates/cli") {
                wrong.push(format!("{shown}:{}: only the command line prints", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
