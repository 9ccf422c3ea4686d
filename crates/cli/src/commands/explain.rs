//! `adit explain KEY`: where a number comes from.

use std::process::ExitCode;

use crate::common::{Common, Failure, Format};
use crate::{explanation, output};

/// Options of `adit explain`.
#[derive(clap::Args)]
pub struct Args {
    // rustdoc would read the brackets as a link
    #[arg(help = "The number: gallium.refined.CHN.2024, copper.mine.CHL>CHN, gallium.world.refined, gallium.trade[1].content, \
                or row key and column of a table: gallium.passes_through, gallium.refined.hhi")]
    key: String,
    /// Who asks, for results
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// The feared supplier, for results
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    against: String,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    if common.format == Format::Xlsx {
        return Err(output::no_table());
    }
    let session = common.session()?;
    let request = session.exposure_request(&args.importer, &args.against, &[])?;
    let lang = common.language();
    let mut found = session.explain(&args.key, &request.importer, request.against, lang)?;
    found.moves_most = session.drivers(&args.key, &request.importer, request.against)?;
    let text = match common.format {
        Format::Table | Format::Xlsx => explanation::text(&found, lang, output::width()),
        Format::Csv => adit_api::explain::told::csv(&found),
        Format::Json => output::pretty(&serde_json::to_value(&found).unwrap_or_default()),
    };
    output::answer(common, &text)?;
    Ok(ExitCode::SUCCESS)
}
