//! Where input files come from: the data inside the program, or a directory of the same shape.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;
use serde_json::error::Category;
use sha2::{Digest, Sha256};

use adit_vocab::problem::Problem;

use crate::import::swap;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../data"]
struct Embedded;

/// Files every data directory has; the baseline is not among them because it is built from the rest.
pub const REQUIRED: [&str; 29] = [
    "sources.csv",
    "countries.csv",
    "blocs.csv",
    "lists.csv",
    "observations/production.csv",
    "observations/world.csv",
    "observations/shares.csv",
    "observations/use.csv",
    "observations/trade.csv",
    "observations/prices.csv",
    "observations/governance.csv",
    "observations/economy.csv",
    "observations/ree_composition.csv",
    "observations/ree_ore_mix.csv",
    "observations/trade_parameters.csv",
    "geography/countries-110m.json",
    "reconciliation.toml",
    "model.toml",
    "losses.toml",
    "likelihood.toml",
    "stockpile.toml",
    "events.csv",
    "stockpiles.csv",
    "years.toml",
    "projects.csv",
    "growth.csv",
    "lead_times.csv",
    "price_paths.csv",
    "backcast.csv",
];

/// Files that only the market model and what follows from it read: the baseline does not change with them.
const ONLY_MODEL: [&str; 18] = [
    "model.toml",
    "losses.toml",
    "likelihood.toml",
    "stockpile.toml",
    "events.csv",
    "stockpiles.csv",
    "years.toml",
    "projects.csv",
    "growth.csv",
    "lead_times.csv",
    "price_paths.csv",
    "sectors/technologies.csv",
    "sectors/applications.csv",
    "sectors/details.csv",
    "sectors/bea_make.csv",
    "sectors/bea_use.csv",
    "sectors/bea_imports.csv",
    "backcast.csv",
];

/// Why a file cannot be read or written, in words that do not depend on the system.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "this is a directory".to_owned(),
        ErrorKind::NotADirectory => "a part of the path is a file".to_owned(),
        ErrorKind::PermissionDenied => "permission is missing".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => format!("`{error}`"),
    }
}

/// Why a JSON file cannot be read. Where, the message says by itself.
pub fn json_reason(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Eof => "the file ends too early".to_owned(),
        Category::Syntax | Category::Io => "this is not JSON".to_owned(),
        Category::Data => format!("`{error}`"),
    }
}

/// A set of input files, named relative to its root with `/`.
#[derive(Clone, Debug, PartialEq)]
pub struct FileSet {
    /// `None`: the files inside the program.
    root: Option<PathBuf>,
    /// Files that stand in for those of the root, for data that is not written yet.
    over: BTreeMap<String, Vec<u8>>,
}

impl FileSet {
    /// The data compiled into the program.
    pub fn embedded() -> Self {
        FileSet { root: None, over: BTreeMap::new() }
    }

    /// A directory instead. It must have the shape of a data directory; all that is missing is named at once.
    pub fn directory(path: &Path) -> Result<Self, Vec<Problem>> {
        let files = FileSet::at(path);
        let shown = path.display().to_string();
        if !path.is_dir() {
            let found = if path.exists() { "this is a file" } else { "there is no such directory" };
            return Err(vec![Problem::new(shown, "data directory", found, "a directory laid out like `data` of Adit")]);
        }
        // an import that was stopped after its files were complete
        if let Err(error) = swap::finish(path) {
            return Err(vec![Problem::new(shown, "data directory", error.to_string(), "a place that can be written to")]);
        }
        let mut missing: Vec<&str> = REQUIRED.into_iter().filter(|name| !path.join(name).is_file()).collect();
        if files.list("materials/").is_empty() {
            missing.push("materials/*.toml");
        }
        if missing.len() == REQUIRED.len() + 1 {
            let expected = format!("a directory with {}", missing.join(", "));
            return Err(vec![Problem::new(shown, "data directory", "this is not a data directory", expected)]);
        }
        if missing.is_empty() {
            return Ok(files);
        }
        let one = |name: &str| {
            Problem::new(path.join(name).display().to_string(), "file", "there is no such file", "a file of a data directory")
        };
        Err(missing.into_iter().map(one).collect())
    }

    /// A directory whatever its shape: for files that are read one by one.
    pub fn at(path: &Path) -> Self {
        FileSet { root: Some(path.to_owned()), over: BTreeMap::new() }
    }

    /// The same files, some of them with other content.
    pub fn with(&self, over: BTreeMap<String, Vec<u8>>) -> Self {
        FileSet { root: self.root.clone(), over }
    }

    /// True for the files inside the program, none of them replaced.
    pub fn is_shipped(&self) -> bool {
        self.root.is_none() && self.over.is_empty()
    }

    /// The directory, if it is one.
    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// The name of a file as messages show it.
    pub fn shown(&self, name: &str) -> String {
        match &self.root {
            Some(root) => root.join(name).display().to_string(),
            None => format!("data/{name}"),
        }
    }

    /// The bytes of a file.
    pub fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let problem = |found: &str| Problem::new(self.shown(name), "file", found, "a readable file");
        if let Some(bytes) = self.over.get(name) {
            return Ok(Cow::Owned(bytes.clone()));
        }
        match &self.root {
            None => Embedded::get(name).map(|file| file.data).ok_or_else(|| problem("there is no such file")),
            Some(root) => fs::read(root.join(name)).map(Cow::Owned).map_err(|error| problem(&reason(&error))),
        }
    }

    /// True if there is such a file.
    pub fn has(&self, name: &str) -> bool {
        match &self.root {
            None => Embedded::iter().any(|file| file == name),
            Some(root) => root.join(name).is_file(),
        }
    }

    /// Digest of everything the baseline is built from: all files but the baseline itself, the description of the package and
    /// what only the market model reads. First sixteen hex digits of the SHA-256 over names and bytes.
    pub fn reconciled_digest(&self) -> Result<String, Problem> {
        self.digest(|name| !ONLY_MODEL.contains(&name))
    }

    /// Digest of all that answers rest on: everything the baseline is built from and what the market model reads.
    pub fn input_digest(&self) -> Result<String, Problem> {
        self.digest(|_| true)
    }

    fn digest(&self, counts: impl Fn(&str) -> bool) -> Result<String, Problem> {
        let mut hash = Sha256::new();
        for name in self.list("").into_iter().filter(|name| !name.starts_with("baseline/") && counts(name)) {
            hash.update(name.as_bytes());
            hash.update(self.read(&name)?);
        }
        Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Names of the files that start with `prefix`, sorted. Hidden files and the description of the package, which is made
    /// from the others, are left out.
    pub fn list(&self, prefix: &str) -> Vec<String> {
        let mut names = match &self.root {
            None => Embedded::iter().map(Cow::into_owned).collect(),
            Some(root) => {
                let mut names = Vec::new();
                walk(root, "", &mut names);
                names
            }
        };
        names.retain(|name| {
            let hidden = name.split('/').any(|part| part.starts_with('.'));
            name.starts_with(prefix) && !hidden && name != crate::datapackage::FILE
        });
        names.sort();
        names
    }
}

/// Collects files below `root`, two levels deep, which is all a data directory has.
fn walk(root: &Path, below: &str, names: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(root.join(below)) else { return };
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_file() {
            names.push(path);
        } else if below.is_empty() {
            walk(root, &path, names);
        }
    }
}
