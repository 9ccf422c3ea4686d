//! `adit compare`: packages of measures beside each other.

use std::process::ExitCode;

use indicatif::ProgressBar;

use super::simulate::Asked;
use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit compare`.
#[derive(clap::Args)]
pub struct Args {
    /// Packages: those that ship or files; all that ship if none is named
    packages: Vec<String>,
    #[command(flatten)]
    asked: Asked,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let packages = if args.packages.is_empty() {
        session.packages()?.into_iter().map(|package| package.id).collect()
    } else {
        args.packages.clone()
    };
    let request = session.pathway_request(&args.asked.text(&packages))?;
    let bar = ProgressBar::new_spinner();
    let found = session.pathways(&request, &|| bar.inc(1))?;
    bar.finish_and_clear();
    output::tables(common, &session, &session.compare_tables(&request, &found, common.naming())?)?;
    Ok(ExitCode::SUCCESS)
}
