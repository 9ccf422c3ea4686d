//! `adit screen`: every supplier of every material is stopped once.

use std::process::ExitCode;

use adit_api::screen::ScreenForm;
use indicatif::{ProgressBar, ProgressStyle};

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit screen`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// Only this supplier
    #[arg(long, value_name = "COUNTRY")]
    against: Option<String>,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    material: Vec<String>,
    /// CSV file with likelihoods of your own: supplier, material, stage, probability
    #[arg(long, value_name = "FILE")]
    likelihoods: Option<String>,
    /// One clearing of a whole year instead of twelve months
    #[arg(long = "static")]
    one_clearing: bool,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let form = if args.one_clearing { ScreenForm::Static } else { ScreenForm::Monthly };
    let request =
        session.screen_request(&args.importer, args.against.as_deref(), &args.material, form, args.likelihoods.as_deref())?;
    let bar = ProgressBar::new(session.screen_size(&request)? as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    let found = session.screen(&request, &|| bar.inc(1))?;
    let drivers = if common.format == Format::Table { session.screen_drivers(&request, &found)? } else { Vec::new() };
    bar.finish_and_clear();
    output::tables(common, &session, &session.screen_tables(&request, &found, &drivers, common.naming())?)?;
    Ok(ExitCode::SUCCESS)
}
