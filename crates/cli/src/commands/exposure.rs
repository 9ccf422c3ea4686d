//! `adit exposure`: who supplies a country and what passes through one supplier.

use std::process::ExitCode;

use adit_api::sorting::sort;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit exposure`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// The feared supplier
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    against: String,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// Column to sort by, for example passes-through
    #[arg(long, value_name = "COLUMN")]
    sort: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let request = session.exposure_request(&args.importer, &args.against, &args.material)?;
    let mut table = session.exposure_table(&request, common.naming())?;
    if let Some(column) = &args.sort {
        sort(&mut table, column)?;
    }
    output::tables(common, &[table])?;
    Ok(ExitCode::SUCCESS)
}
