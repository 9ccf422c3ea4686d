//! `adit projects`: planned and new plants, with what the model makes of them.

use std::process::ExitCode;

use indicatif::ProgressBar;

use super::simulate::Asked;
use crate::common::{Common, Failure};
use crate::output;

/// Runs it.
pub fn run(args: &Asked, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let packages = ["baseline".to_owned()];
    let request = session.pathway_request(&args.text(&packages))?;
    let bar = ProgressBar::new_spinner();
    let found = session.pathways(&request, &|| bar.inc(1))?;
    bar.finish_and_clear();
    output::tables(common, &session, &session.project_tables(&request, &found, common.naming())?)?;
    Ok(ExitCode::SUCCESS)
}
