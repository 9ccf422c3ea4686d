//! `adit`: reads the command line, asks the one door, writes the answer.

mod commands;
mod common;
mod explanation;
mod german;
mod output;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use commands::Command;
use common::{Common, Failure};

/// What `adit` alone and `adit --help` show below the commands.
const EXAMPLES: &str = "Examples:
  adit brief                                         the United States against China, as an illustrated article
  adit exposure --for Germany --against China        who supplies it, and what passes through China
  adit explain gallium.refined.CHN.2024              where a number comes from

Countries and materials may be named in English or German or by code. Answers are in German with --lang de or LANG=de_DE.";

/// Where a country or an alliance depends on one supplier for its critical raw materials.
#[derive(Parser)]
#[command(name = "adit", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Adit {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

fn main() -> ExitCode {
    let adit = Adit::parse();
    let lang = adit.common.language();
    let done = match adit.command {
        Some(command) => commands::run(command, &adit.common),
        None => output::print(&Adit::command().render_help().to_string()).map(|()| ExitCode::SUCCESS),
    };
    match done {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(Failure::PipeClosed) => ExitCode::SUCCESS,
        Err(Failure::Problems(problems)) => {
            output::complain(&problems, lang);
            ExitCode::from(2)
        }
    }
}
