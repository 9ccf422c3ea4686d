//! `adit alliance`: what partners mine, refine and use together, and what each is worth.

use std::process::ExitCode;

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit alliance`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// The supplier that is feared
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    against: String,
    /// Who may join: countries, blocs or a CSV file with a column iso3 (may be given more than once, or separated by commas)
    #[arg(long, value_name = "WHO", value_delimiter = ',', default_value = "ALLIANCE")]
    with: Vec<String>,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// The smallest alliance is to reach this part of what all add
    #[arg(long, value_name = "PART", default_value_t = 0.9)]
    share: f64,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let request = session.alliance_request(&args.importer, &args.against, &args.with, &args.material, args.share)?;
    let found = session.alliance(&request)?;
    let tables = session.alliance_tables(&request, &found, common.naming())?;
    if common.format == Format::Table {
        let said = session.alliance_summary(&request, &found, common.language())?;
        return output::tables_after(common, &said, &tables).map(|()| ExitCode::SUCCESS);
    }
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
