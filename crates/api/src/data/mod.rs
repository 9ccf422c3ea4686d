//! The data itself: what there is, whether it is right, the baseline made from it, and what two sets differ in.

mod check;
mod diff;
mod hold_out;
pub mod import;
mod list;

pub use check::Checked;

use adit_data::inputs::baseline::digest_of;
use adit_data::{baseline_files, read_settings, reconcile};

use crate::session::{Problems, Session};
use adit_report::File;

/// A built baseline: its files and its digest.
pub struct Built {
    /// Files with paths below the data directory.
    pub files: Vec<File>,
    /// Digest of the files.
    pub digest: String,
    /// Digest of the baseline that the data holds now, if it holds one.
    pub before: Option<String>,
}

impl Session {
    /// How many markets [`Session::build`] will solve, for a progress bar.
    pub fn build_steps(&self) -> usize {
        reconcile::solves(self.reference())
    }

    /// Brings the observations into balance. `done` is called after every market.
    pub fn build(&self, done: &(dyn Fn() + Sync)) -> Result<Built, Problems> {
        let settings = read_settings(self.files())?;
        let mut baseline = reconcile::build(self.reference(), self.observations()?, &settings, done)?;
        baseline.inputs = self.files().reconciled_digest().map_err(|problem| vec![problem])?;
        let files = baseline_files(&baseline, self.reference());
        Ok(Built {
            digest: digest_of(&files),
            files: files.into_iter().map(|(path, bytes)| File { path, bytes }).collect(),
            before: self.baseline().ok().map(|baseline| baseline.digest.clone()),
        })
    }
}
