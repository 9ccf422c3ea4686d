//! `adit brief`: a summary on the terminal and the briefing in a directory.

use std::path::Path;
use std::process::ExitCode;

use adit_api::output::write_directory;
use adit_api::run_record::{NAME, RunRecord};

use crate::common::{Common, Failure, Format};
use crate::output;

/// Where a briefing goes if nothing else is said.
const DIRECTORY: &str = "briefing";

/// Options of `adit brief`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
    /// The feared supplier
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    against: String,
    /// The material whose chain is drawn
    #[arg(long, value_name = "NAME")]
    material: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    if common.format == Format::Xlsx {
        return Err(output::no_table());
    }
    let session = common.session()?;
    let request = session.brief_request(&args.importer, &args.against, args.material.as_deref())?;
    let brief = session.brief(&request, &|| ())?;
    let target = common.out.as_deref().unwrap_or(Path::new(DIRECTORY));
    write_directory(target, &brief.files, RunRecord::owns)?;
    let text = match common.format {
        Format::Table | Format::Xlsx => {
            let mut text = session.brief_summary(&brief, common.language(), output::width())?;
            let written = common.say("Written to", "Geschrieben nach");
            text += &format!("\n{written} {}\n", target.display());
            text
        }
        Format::Csv => brief.files.iter().map(|file| format!("{}\n", file.path)).collect::<String>(),
        Format::Json => {
            let record = brief.files.iter().find(|file| file.path == NAME).map(|file| file.bytes.clone()).unwrap_or_default();
            String::from_utf8_lossy(&record).into_owned()
        }
    };
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
