//! Rerun: makes a recorded answer again and compares it byte by byte.

use std::path::Path;

use crate::brief::Brief;
use crate::run_record::{NAME, RunRecord, sha256};
use crate::session::{Problems, Session, VERSION};

/// What came out.
pub struct Rerun {
    /// The record that was repeated.
    pub record: RunRecord,
    /// The answer made again.
    pub brief: Brief,
    /// Why the bytes may differ: another program or other data. Empty if both are the same.
    pub changed: Vec<Change>,
    /// Every file with its outcome.
    pub files: Vec<(String, Outcome)>,
}

/// Something that is not as it was when the record was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What: version, data or baseline.
    pub what: &'static str,
    /// In the record.
    pub then: String,
    /// Now.
    pub now: String,
}

/// Outcome for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The same bytes.
    Same,
    /// Other bytes.
    Differs,
    /// The record has it, the new answer has not.
    Gone,
    /// The new answer has it, the record has not.
    New,
    /// The same bytes as in the record, but the file beside the record was changed since.
    AlteredOnDisk,
}

impl Rerun {
    /// True if every file has the recorded bytes.
    pub fn same(&self) -> bool {
        self.files.iter().all(|(_, outcome)| *outcome == Outcome::Same)
    }
}

impl Session {
    /// Repeats the run of a record.
    pub fn rerun(&self, path: &Path) -> Result<Rerun, Problems> {
        let path = if path.is_dir() { path.join(NAME) } else { path.to_owned() };
        let record = RunRecord::read(&path)?;
        let brief = self.brief(&self.request_of(&record.request)?, &|| ())?;
        let now = [
            ("version", &record.version, VERSION.to_owned()),
            ("data", &record.data, self.data_edition()?),
            ("baseline", &record.baseline, self.baseline()?.digest.clone()),
        ];
        let changed = now.into_iter().filter(|(_, then, now)| *then != now).map(|(what, then, now)| Change {
            what,
            then: then.clone(),
            now,
        });
        let changed = changed.collect();
        let beside = path.parent().unwrap_or(Path::new("."));
        let mut files = Vec::new();
        for file in &record.files {
            let outcome = match brief.files.iter().find(|made| made.path == file.path) {
                None => Outcome::Gone,
                Some(made) if sha256(&made.bytes) != file.sha256 => Outcome::Differs,
                // A record that stands alone, without its files, can be repeated as well.
                Some(made) if std::fs::read(beside.join(&file.path)).is_ok_and(|bytes| bytes != made.bytes) => {
                    Outcome::AlteredOnDisk
                }
                Some(_) => Outcome::Same,
            };
            files.push((file.path.clone(), outcome));
        }
        for made in brief.files.iter().filter(|made| made.path != NAME) {
            if !record.files.iter().any(|file| file.path == made.path) {
                files.push((made.path.clone(), Outcome::New));
            }
        }
        Ok(Rerun { record, brief, changed, files })
    }
}
