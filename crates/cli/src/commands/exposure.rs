//! `adit exposure`: who supplies a country and what passes through one supplier.

use std::path::PathBuf;
use std::process::ExitCode;

use adit_api::problem::Problem;
use adit_api::sorting::sort;
use adit_api::{Naming, Problems, Session};

use crate::common::{Common, Failure};
use crate::output;

/// Who asks unless told otherwise.
const DEFAULT_IMPORTER: &str = "USA";

/// Options of `adit exposure`.
#[derive(clap::Args)]
pub struct Args {
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3 [default: USA]
    #[arg(long = "for", value_name = "WHO")]
    importer: Option<String>,
    /// A company's own purchases in place of a country's trade: a CSV file like `adit data template purchases`; it stays on
    /// this computer
    #[arg(long, value_name = "FILE")]
    purchases: Option<PathBuf>,
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
    let mut table = match (&args.purchases, &args.importer) {
        (Some(_), Some(importer)) => {
            let found = format!("`{importer}` together with --purchases");
            let expected = "one of them: --purchases asks for a company, --for for a country or bloc";
            return Err(Problem::new("command line", "--for", found, expected).into());
        }
        (Some(path), None) => {
            let request = session.purchases_request(path, &args.against, &args.material)?;
            session.purchases_table(&request, common.naming())?
        }
        (None, importer) => {
            let importer = importer.as_deref().unwrap_or(DEFAULT_IMPORTER);
            let request = session
                .exposure_request(importer, &args.against, &args.material)
                .map_err(|problems| with_sort(&session, args.sort.as_deref(), problems))?;
            session.exposure_table(&request, common.naming())?
        }
    };
    if let Some(column) = &args.sort {
        sort(&mut table, column)?;
    }
    output::tables(common, &session, &[table])?;
    Ok(ExitCode::SUCCESS)
}

/// Adds a wrong `--sort` to what else is wrong with the question. The columns are those of any answer.
fn with_sort(session: &Session, column: Option<&str>, mut problems: Problems) -> Problems {
    let any = session.exposure_request(DEFAULT_IMPORTER, DEFAULT_IMPORTER, &[]);
    let table = any.and_then(|request| session.exposure_table(&request, Naming::Ids));
    if let (Some(column), Ok(mut table)) = (column, table) {
        problems.extend(sort(&mut table, column).err());
    }
    problems
}
