//! The run record: what was asked, of which data, by which program, and what came out, so that it can be made again.

use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use adit_data::files::{json_reason, reason};
use adit_report::File;
use adit_vocab::problem::Problem;

use crate::session::{Problems, VERSION, hex};

/// Name of the record in an output directory.
pub const NAME: &str = "run.json";

/// The only form of record there is.
const FORMAT: u32 = 1;

/// Everything needed to repeat a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RunRecord {
    /// Form of the record.
    pub format: u32,
    /// Always `adit`.
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// The command.
    pub command: String,
    /// The command line that repeats it.
    pub question: String,
    /// The request.
    pub request: RequestRecord,
    /// Name of the data.
    pub data: String,
    /// Digest of the baseline.
    pub baseline: String,
    /// Assumptions set by the user.
    pub changed: Vec<String>,
    /// Files written, by path.
    pub files: Vec<FileRecord>,
}

/// A question in ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRecord {
    /// Id of who asks.
    pub importer: String,
    /// Its name in English.
    pub importer_en: String,
    /// Its name in German.
    pub importer_de: String,
    /// ISO3 codes of its members.
    pub members: Vec<String>,
    /// ISO3 code of the feared supplier.
    pub against: String,
    /// Material whose chain is drawn, if one was named.
    pub material: Option<String>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    /// Path in the output directory, with `/`.
    pub path: String,
    /// Size.
    pub bytes: usize,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl RunRecord {
    /// A record of a finished run.
    pub fn new(command: &str, question: String, request: RequestRecord, data: String, baseline: String, files: &[File]) -> Self {
        RunRecord {
            format: FORMAT,
            program: "adit".into(),
            version: VERSION.into(),
            command: command.into(),
            question,
            request,
            data,
            baseline,
            changed: Vec::new(),
            files: files
                .iter()
                .map(|file| FileRecord { path: file.path.clone(), bytes: file.bytes.len(), sha256: sha256(&file.bytes) })
                .collect(),
        }
    }

    /// As a file of the output directory.
    pub fn file(&self) -> File {
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        File { path: NAME.into(), bytes: text.into_bytes() }
    }

    /// Reads a record.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let shown = path.display().to_string();
        let problem = |place: String, found: String| vec![Problem::new(&shown, place, found, "the run.json of a briefing")];
        let bytes = std::fs::read(path).map_err(|error| problem("file".into(), reason(&error)))?;
        let record: RunRecord = serde_json::from_slice(&bytes)
            .map_err(|error| problem(format!("line {}, column {}", error.line(), error.column()), json_reason(&error)))?;
        if record.program != "adit" || record.format != FORMAT {
            return Err(problem("format".into(), format!("program `{}`, format {}", record.program, record.format)));
        }
        Ok(record)
    }

    /// True if a directory was written by us: it holds a record, and nothing that the record does not name.
    pub fn owns(directory: &Path) -> bool {
        let Ok(record) = RunRecord::read(&directory.join(NAME)) else { return false };
        let mut found = Vec::new();
        collect(directory, "", &mut found);
        found.iter().all(|path| path == NAME || record.files.iter().any(|file| file.path == *path))
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Paths of all files below a directory.
fn collect(root: &Path, below: &str, found: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(root.join(below)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_dir() { collect(root, &path, found) } else { found.push(path) }
    }
}
