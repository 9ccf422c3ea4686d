//! `adit stockpile`: what to hold for a budget, and what it saves.

use std::process::ExitCode;

use indicatif::ProgressBar;

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit stockpile`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// US dollars, such as 12bn, 500m or 12000000000
    #[arg(long, value_name = "DOLLARS", default_value = "12bn", allow_hyphen_values = true)]
    budget: String,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// CSV file with likelihoods of your own: supplier, material, stage, probability
    #[arg(long, value_name = "FILE")]
    likelihoods: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let request = session.stockpile_request(&args.importer, &args.budget, &args.material, args.likelihoods.as_deref())?;
    let bar = ProgressBar::new_spinner();
    let found = session.stockpile(&request, &|| bar.inc(1))?;
    let tables = session.stockpile_tables(&request, &found, common.naming())?;
    if common.format == Format::Table {
        let drivers = session.stockpile_drivers(&request, &found)?;
        bar.finish_and_clear();
        let said = session.stockpile_summary(&request, &found, &drivers, common.language())?;
        return output::tables_after(common, &said, &tables).map(|()| ExitCode::SUCCESS);
    }
    bar.finish_and_clear();
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
