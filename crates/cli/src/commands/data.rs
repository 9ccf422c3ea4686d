//! `adit data`: list, check, build and compare data.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use adit_api::Session;
use adit_api::lang::Lang;
use adit_api::output::write_directory;
use adit_api::problem::Problem;
use adit_api::purchases::purchases_template;
use clap::{Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::{NO, import};
use crate::common::{Common, Failure, Format};
use crate::output;

/// Files of a baseline directory: nothing else may be in one that is replaced.
const BASELINE: [&str; 4] = ["flows.csv", "meta.csv", "nodes.csv", "quality.csv"];
/// Word for the data inside the program.
const INSIDE: &str = "inside";

/// Options of `adit data`.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// List the sources with edition and licence
    List,
    /// Read every file to its end and test all balances
    Check {
        /// Also leave out published US and EU figures and show how well the reconciliation finds them
        #[arg(long)]
        hold_out: bool,
    },
    /// Bring the observations into balance and write the baseline (to DIR/baseline of --data, or to --out)
    Build {
        /// Write nothing; say whether the baseline is what the observations give
        #[arg(long)]
        check: bool,
    },
    /// Show what two sets of data differ in
    Diff {
        /// A data directory, or `inside` for the data in the program
        a: PathBuf,
        /// Another one
        b: PathBuf,
    },
    /// Show what a publisher's own file changes in the data, and write it
    Import(import::Args),
    /// Write the template of a file of your own (to --out, or to standard output)
    Template {
        /// Which file
        #[arg(value_enum)]
        kind: Template,
    },
}

/// Files that are the user's own.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Template {
    /// What a company buys, for `adit exposure --purchases`
    Purchases,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    match &args.action {
        Action::List => {
            let session = common.session()?;
            output::tables(common, &session, &[session.data_table(common.naming())?])?;
            Ok(ExitCode::SUCCESS)
        }
        Action::Check { hold_out } => check(*hold_out, common),
        Action::Build { check } => build(*check, common),
        Action::Diff { a, b } => diff(a, b, common),
        Action::Import(args) => import::run(args, common),
        Action::Template { kind: Template::Purchases } => template(&purchases_template(common.language()), common),
    }
}

/// A template never replaces a file: it may be one that somebody has filled in.
fn template(text: &str, common: &Common) -> Result<ExitCode, Failure> {
    if let Some(path) = common.out.as_ref().filter(|path| path.exists()) {
        let shown = path.display().to_string();
        return Err(Problem::new(shown, "--out", "there is a file of this name", "a new name").into());
    }
    output::answer(common, text)?;
    Ok(ExitCode::SUCCESS)
}

fn check(hold_out: bool, common: &Common) -> Result<ExitCode, Failure> {
    if hold_out {
        let session = common.session()?;
        output::tables(common, &session, &session.hold_out_tables(common.naming())?)?;
        return Ok(ExitCode::SUCCESS);
    }
    if common.format == Format::Xlsx {
        return Err(output::no_table());
    }
    let checked = common.session()?.check()?;
    let text = match (common.format, common.language()) {
        (Format::Json, _) => format!(
            "{{\"files\": {}, \"markets\": {}, \"worst_imbalance\": {}, \"failed\": {}}}\n",
            checked.files,
            checked.markets,
            checked.worst,
            checked.failed.len()
        ),
        (Format::Csv, _) => format!(
            "files,markets,worst_imbalance,failed\n{},{},{},{}\n",
            checked.files,
            checked.markets,
            checked.worst,
            checked.failed.len()
        ),
        (Format::Table | Format::Xlsx, Lang::En) => format!(
            "{} files read without a problem. {} markets; the largest imbalance is {:.1e} of world output.\n",
            checked.files, checked.markets, checked.worst
        ),
        (Format::Table | Format::Xlsx, Lang::De) => format!(
            "{} Dateien ohne Fehler gelesen. {} Märkte; die größte Abweichung einer Bilanz beträgt {} der Welterzeugung.\n",
            checked.files,
            checked.markets,
            format!("{:.1e}", checked.worst).replace('.', ",")
        ),
    };
    output::complain(&checked.failed, common.language());
    output::answer(common, &text)?;
    Ok(if checked.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

fn build(only_check: bool, common: &Common) -> Result<ExitCode, Failure> {
    let target = match (&common.out, &common.data) {
        _ if only_check => PathBuf::new(),
        (Some(out), _) => out.clone(),
        (None, Some(data)) => data.join("baseline"),
        (None, None) => {
            let expected = "--data DIR to rebuild a data directory, or --out DIR for the baseline alone";
            return Err(Problem::new("command line", "data build", "no place to write to", expected).into());
        }
    };
    let session = common.session()?;
    let bar = ProgressBar::new(session.build_steps().try_into().unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar.set_message(common.say("markets", "Märkte"));
    let built = session.build(&|| bar.inc(1));
    bar.finish_and_clear();
    let mut built = built?;
    if only_check {
        let same = built.before.as_ref() == Some(&built.digest);
        let (en, de) = if same { ("is", "entspricht") } else { ("is not", "entspricht nicht") };
        let text = match common.language() {
            Lang::En => format!("The baseline {en} what the observations give ({}).\n", built.digest),
            Lang::De => format!("Das Basisjahr {de} den Beobachtungen ({}).\n", built.digest),
        };
        output::print(&text)?;
        return Ok(if same { ExitCode::SUCCESS } else { ExitCode::from(NO) });
    }
    for file in &mut built.files {
        file.path = file.path.trim_start_matches("baseline/").to_owned();
    }
    write_directory(&target, &built.files, holds_a_baseline)?;
    let change = match &built.before {
        Some(before) if *before == built.digest => common.say("unchanged", "unverändert").to_owned(),
        Some(before) => format!("{} {before}", common.say("before", "vorher")),
        None => common.say("new", "neu").to_owned(),
    };
    let word = common.say("Baseline", "Basisjahr");
    output::print(&format!("{word} {} ({change}): {}\n", built.digest, target.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn holds_a_baseline(directory: &Path) -> bool {
    std::fs::read_dir(directory)
        .is_ok_and(|entries| entries.flatten().all(|entry| BASELINE.iter().any(|name| entry.file_name().to_str() == Some(name))))
}

fn diff(a: &Path, b: &Path, common: &Common) -> Result<ExitCode, Failure> {
    let open = |path: &Path| Session::open((path != Path::new(INSIDE)).then_some(path));
    let (a, b) = match (open(a), open(b)) {
        (Ok(a), Ok(b)) => (a, b),
        (a, b) => return Err(a.err().into_iter().chain(b.err()).flatten().collect::<Vec<_>>().into()),
    };
    let tables = [a.diff_files(&b, common.naming())?, a.diff_baselines(&b, common.naming())?];
    output::tables(common, &a, &tables)?;
    let same = tables.iter().all(|table| table.rows.is_empty());
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}
