//! `adit data import`: a publisher's own file into a data directory.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use adit_api::data::import::Kind;
use adit_api::problem::Problem;
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::common::{Common, Failure, Format};
use crate::output;

/// What takes longer shows how far it is.
const LONG: Duration = Duration::from_secs(1);

/// Options of `adit data import`.
#[derive(clap::Args)]
#[command(
    after_help = "A company's purchases are not part of the data: `adit exposure --purchases FILE` reads them and keeps nothing."
)]
pub struct Args {
    /// Which publisher's file it is
    #[arg(value_enum)]
    kind: Publication,
    /// The file as the publisher offers it for download
    file: PathBuf,
    /// Write it to the directory of --data; without this nothing is written and the changes are shown
    #[arg(long)]
    write: bool,
}

/// Publications that can be imported.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Publication {
    /// USGS Mineral Commodity Summaries, data release (CSV, 2026 and later)
    UsgsMcs,
    /// CEPII BACI, any edition of the Harmonized System (zip)
    Baci,
    /// World Bank, Worldwide Governance Indicators (xlsx)
    Wgi,
    /// World Mining Data, output of countries by minerals (xlsx)
    Wmd,
    /// British Geological Survey, World Mineral Statistics (CSV)
    Bgs,
}

impl From<Publication> for Kind {
    fn from(publication: Publication) -> Self {
        match publication {
            Publication::UsgsMcs => Kind::UsgsMcs,
            Publication::Baci => Kind::Baci,
            Publication::Wgi => Kind::Wgi,
            Publication::Wmd => Kind::Wmd,
            Publication::Bgs => Kind::Bgs,
        }
    }
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    if args.write && common.data.is_none() {
        let expected = "--data DIR, a copy of Adit's directory `data`, such as `cp -r data mine`";
        return Err(Problem::new("command line", "--write", "no directory to write to", expected).into());
    }
    let session = common.session()?;
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}").unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    let import = session.import(args.kind.into(), &args.file, &mut |read, total| {
        if bar.is_hidden() && bar.elapsed() > LONG {
            bar.set_length(total);
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_position(read);
    });
    bar.finish_and_clear();
    let import = import?;
    // first what is wanted, then the report of it: a report that nobody reads must not stop the writing
    if let (true, Some(directory)) = (args.write, &common.data) {
        import.write(directory)?;
    }
    output::tables(common, &session, &session.import_tables(&import, common.naming()))?;
    if common.format == Format::Table {
        output::print(&format!("\n{}\n", last_line(args, common, &import)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn last_line(args: &Args, common: &Common, import: &adit_api::data::import::Import) -> String {
    if import.nothing_changes() {
        return common.say("The data holds these figures already.", "Die Daten enthalten diese Zahlen schon.").to_owned();
    }
    match (&common.data, args.write) {
        (Some(directory), true) => {
            let written = common.say("Written", "Geschrieben");
            let next = common.say("Next", "Als Nächstes");
            let (files, directory) = (import.files().join(", "), directory.display());
            format!("{written}: {files}\n{next}: adit data build --data {directory}")
        }
        (Some(_), false) => common
            .say(
                "Nothing has been written. The same command with --write writes it.",
                "Es wurde nichts geschrieben. Derselbe Befehl mit --write schreibt es.",
            )
            .to_owned(),
        (None, _) => common
            .say(
                "Nothing has been written. These are changes to the data inside the program; to write them, make a copy of Adit's \
                 directory `data` (`cp -r data mine`) and add --data mine --write.",
                "Es wurde nichts geschrieben. Verglichen wurde mit den Daten im Programm; zum Schreiben eine Kopie von Adits \
                 Verzeichnis `data` anlegen (`cp -r data mine`) und --data mine --write anfügen.",
            )
            .to_owned(),
    }
}
