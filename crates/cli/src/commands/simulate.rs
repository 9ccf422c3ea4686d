//! `adit simulate`: what a package of measures does to a dependency until 2045.

use std::process::ExitCode;

use adit_api::pathway::PathwayText;
use indicatif::ProgressBar;

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit simulate`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub asked: Asked,
    /// Measures and what the feared supplier does: one of those that ship (see `adit compare`), or a file
    #[arg(long, value_name = "NAME", default_value = "baseline")]
    package: String,
}

/// What every question about years asks.
#[derive(clap::Args)]
pub struct Asked {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    pub importer: String,
    /// The supplier that is feared
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    pub against: String,
    /// Only these materials (may be given more than once, or separated by commas)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub material: Vec<String>,
    /// Draws behind the bands; 64 for one material, 32 for many
    #[arg(long, value_name = "N")]
    pub draws: Option<u32>,
    /// A stop is borne if at least this part of the use is left
    #[arg(long, value_name = "PART")]
    pub kept: Option<f64>,
    /// A stop is borne if the price is at most this, in prices of the base year
    #[arg(long, value_name = "TIMES")]
    pub price_limit: Option<f64>,
}

impl Asked {
    /// The question about some packages.
    pub fn text<'a>(&'a self, packages: &'a [String]) -> PathwayText<'a> {
        PathwayText {
            importer: &self.importer,
            supplier: &self.against,
            materials: &self.material,
            packages,
            draws: self.draws,
            kept: self.kept,
            price: self.price_limit,
        }
    }
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let packages = [args.package.clone()];
    let request = session.pathway_request(&args.asked.text(&packages))?;
    let bar = ProgressBar::new_spinner();
    let found = session.pathways(&request, &|| bar.inc(1))?;
    bar.finish_and_clear();
    let tables = session.pathway_tables(&request, &found, common.naming())?;
    if common.format == Format::Table {
        let said = session.pathway_summary(&request, &found, common.language())?;
        return output::tables_after(common, &said, &tables).map(|()| ExitCode::SUCCESS);
    }
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}
