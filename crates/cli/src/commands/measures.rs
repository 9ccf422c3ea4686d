//! `adit measures`: what governments have done or announced, and what of it runs in the model.

use std::process::ExitCode;

use adit_api::measures::MeasuresText;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit measures`.
#[derive(clap::Args)]
pub struct Args {
    /// Only what these take: countries, or blocs such as EU (may be given more than once, or separated by commas)
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    by: Vec<String>,
    /// Only what is about these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// Only these: in_force, announced, negotiated, proposed, suspended, ended
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let text = MeasuresText { by: &args.by, materials: &args.material, status: &args.status };
    let request = session.measures_request(&text)?;
    output::tables(common, &session, &session.measure_tables(&request, common.naming())?)?;
    Ok(ExitCode::SUCCESS)
}
