//! `adit rerun FILE`: makes a recorded briefing again and compares it byte by byte.

use std::path::PathBuf;
use std::process::ExitCode;

use adit_api::output::write_directory;
use adit_api::rerun::Outcome;
use adit_api::run_record::RunRecord;
use serde_json::json;

use super::NO;
use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit rerun`.
#[derive(clap::Args)]
pub struct Args {
    /// The run.json of a briefing, or its directory
    file: PathBuf,
}

/// Runs it. With `--out` the briefing made again is written there.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    if common.format == Format::Xlsx {
        return Err(output::no_table());
    }
    let session = common.session()?;
    let rerun = session.rerun(&args.file)?;
    if let Some(target) = &common.out {
        write_directory(target, &rerun.brief.files, RunRecord::owns)?;
    }
    let word = |outcome: Outcome| match outcome {
        Outcome::Same => common.say("same", "gleich"),
        Outcome::Differs => common.say("differs", "anders"),
        Outcome::Gone => common.say("no longer made", "entfällt"),
        Outcome::New => common.say("new", "neu"),
        Outcome::AlteredOnDisk => common.say("changed on disk since", "auf der Platte verändert"),
    };
    let text = match common.format {
        Format::Json => {
            let files: Vec<_> =
                rerun.files.iter().map(|(path, outcome)| json!({ "path": path, "outcome": format!("{outcome:?}") })).collect();
            output::pretty(&json!({ "question": rerun.record.question, "same": rerun.same(), "files": files }))
        }
        Format::Csv => {
            let rows = rerun.files.iter().map(|(path, outcome)| format!("{path},{outcome:?}\n"));
            std::iter::once("path,outcome\n".to_owned()).chain(rows).collect()
        }
        Format::Table | Format::Xlsx => {
            let mut text = format!("{}\n", rerun.record.question);
            for change in &rerun.changed {
                let then = common.say("recorded", "aufgezeichnet");
                text += &format!("{}: {then} {}, {} {}\n", change.what, change.then, common.say("now", "jetzt"), change.now);
            }
            for (path, outcome) in rerun.files.iter().filter(|(_, outcome)| *outcome != Outcome::Same) {
                text += &format!("{path}: {}\n", word(*outcome));
            }
            let same = rerun.files.iter().filter(|(_, outcome)| *outcome == Outcome::Same).count();
            text += &format!(
                "{same} / {} {}\n",
                rerun.files.len(),
                common.say("files have the recorded bytes", "Dateien haben die aufgezeichneten Bytes")
            );
            text
        }
    };
    output::print(&text)?;
    Ok(if rerun.same() { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}
