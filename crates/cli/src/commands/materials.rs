//! `adit materials [NAME]`: the list, or everything about one material.

use std::process::ExitCode;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit materials`.
#[derive(clap::Args)]
pub struct Args {
    /// A material by name, symbol or id
    name: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let tables = match &args.name {
        Some(name) => session.material_tables(session.material(name, "NAME")?, common.naming())?,
        None => vec![session.materials_table(common.naming())?],
    };
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
