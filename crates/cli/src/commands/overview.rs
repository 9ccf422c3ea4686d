//! `adit overview`: all materials at once.

use std::process::ExitCode;

use adit_api::sorting::sort;

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit overview`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// The feared supplier
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    against: String,
    /// Follow dependencies to their end under these measures: the name of a package, or a file
    #[arg(long, value_name = "NAME")]
    ends: Option<String>,
    /// Column to sort by, for example refined-there
    #[arg(long, value_name = "COLUMN")]
    sort: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let request = session.exposure_request(&args.importer, &args.against, &[])?;
    let found = session.overview(&request, args.ends.as_deref(), &|| ())?;
    let mut table = session.overview_table(&found, common.naming());
    if let Some(column) = &args.sort {
        sort(&mut table, column)?;
    }
    if common.format == Format::Table {
        let (headline, stand) = session.overview_opening(&found, common.language())?;
        return output::tables_after(common, &[headline, stand], &[table]).map(|()| ExitCode::SUCCESS);
    }
    output::tables(common, &session, &[table])?;
    Ok(ExitCode::SUCCESS)
}
