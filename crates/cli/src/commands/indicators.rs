//! `adit indicators`: every published indicator for one importer.

use std::process::ExitCode;

use adit_api::sorting::sort;

use crate::common::{Common, Failure};
use crate::output;

/// Options of `adit indicators`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// Another year than the base year, from the tables as published; what is not in the data is no data
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    /// Column to sort by, for example supply-risk
    #[arg(long, value_name = "COLUMN")]
    sort: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let request = session.indicators_request(&args.importer, &args.material, args.year)?;
    let mut tables = session.indicator_tables(&session.indicators(&request)?, common.naming());
    if let Some(column) = &args.sort {
        // The column stands in one of the two tables, or in neither; then the problem names those of the second.
        let sorted: Vec<_> = tables.iter_mut().map(|table| sort(table, column)).collect();
        if sorted.iter().all(Result::is_err) {
            sorted.into_iter().next_back().transpose()?;
        }
    }
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
