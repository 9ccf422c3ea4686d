//! `adit`: reads the command line, asks the one door, writes the answer.

mod commands;
mod common;
mod explanation;
mod output;
mod refusal;

use std::process::ExitCode;

use adit_api::lang::Lang;
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

/// Help and version are no mistakes; a mistake is told in the language of the question.
fn refuse(error: &clap::Error) -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    if error.use_stderr() && refusal::language(&arguments) == Lang::De {
        output::complain_line(&refusal::german(error));
    } else {
        // If nobody takes the text there is nobody left to tell.
        let _ = error.print();
    }
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

fn main() -> ExitCode {
    let adit = match Adit::try_parse() {
        Ok(adit) => adit,
        Err(error) => return refuse(&error),
    };
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
