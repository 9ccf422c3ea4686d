//! `reconciliation.toml`: spreads and rules of the reconciliation.

use adit_vocab::problem::Problem;

use super::figures_file::{check, read_toml};
use crate::files::FileSet;
use crate::reconcile::settings::Settings;

/// Name of the file in the data directory.
pub const FILE: &str = "reconciliation.toml";

/// Reads and checks the settings: every figure is an assumption with a range that holds its value.
pub fn read_settings(files: &FileSet) -> Result<Settings, Vec<Problem>> {
    let mut settings: Settings = read_toml(files, FILE, "reconciliation").map_err(|problem| vec![problem])?;
    let file = files.shown(FILE);
    let mut problems = Vec::new();
    for (name, figure) in settings.spread.figures() {
        check(&file, &format!("spread.{name}"), figure, f64::MIN_POSITIVE, &mut problems);
    }
    for (name, figure) in settings.rule.figures() {
        check(&file, &format!("rule.{name}"), figure, 0.0, &mut problems);
    }
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}
