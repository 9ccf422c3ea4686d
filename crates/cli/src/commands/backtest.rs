//! `adit backtest`: past export restrictions through the model, against the prices that were observed.

use std::process::ExitCode;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit backtest`.
#[derive(clap::Args)]
pub struct Args {}

/// Runs it.
pub fn run(_: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let tables = session.backtest_tables(&session.backtest()?, common.naming());
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
