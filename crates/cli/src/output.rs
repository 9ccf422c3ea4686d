//! Where answers go: the terminal or a file. Nothing here can panic, and a closed pipe ends quietly.

use std::io::{self, Write};

use adit_api::Session;
use adit_api::lang::Lang;
use adit_api::output::write_file;
use adit_api::problem::Problem;
use adit_api::table::Table;
use adit_api::write;
use console::Term;
use serde_json::Value;

use crate::common::{Common, Failure, Format};

/// Problems shown before the rest is counted.
const SHOWN: usize = 50;
/// Width where there is no terminal to ask.
const WIDTH: usize = 110;

/// Writes text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::PipeClosed),
        Err(error) => {
            Err(Problem::new("standard output", "writing", error.to_string(), "an output that takes the answer").into())
        }
    }
}

/// Writes problems to standard error, one a line.
pub fn complain(problems: &[Problem], lang: Lang) {
    let mut text = String::new();
    for problem in problems.iter().take(SHOWN) {
        text += &write::problem(problem, lang);
        text.push('\n');
    }
    let rest = problems.len().saturating_sub(SHOWN);
    if rest > 0 {
        text += &match lang {
            Lang::En => format!("and {rest} more problems\n"),
            Lang::De => format!("und {rest} weitere Fehler\n"),
        };
    }
    if !text.is_empty() {
        complain_line(text.trim_end());
    }
}

/// Writes to standard error.
pub fn complain_line(text: &str) {
    // If standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes tables in the form asked for, to the place asked for.
pub fn tables(common: &Common, session: &Session, tables: &[Table]) -> Result<(), Failure> {
    let text = match common.format {
        Format::Table => {
            let width = width();
            tables.iter().map(|table| write::terminal(table, width, common.language())).collect::<Vec<_>>().join("\n")
        }
        Format::Csv => tables.iter().map(write::csv).collect::<Vec<_>>().join("\n"),
        Format::Json => match tables {
            [table] => pretty(&write::json(table)),
            tables => pretty(&Value::Array(tables.iter().map(write::json).collect())),
        },
        Format::Xlsx => {
            let Some(path) = &common.out else {
                return Err(Problem::new("command line", "--format xlsx", "no --out", "--out FILE.xlsx").into());
            };
            return Ok(write_file(path, &session.workbook(tables, common.language())?)?);
        }
    };
    answer(common, &text)
}

/// Writes sentences and the tables behind them, for people.
pub fn tables_after(common: &Common, said: &[String], tables: &[Table]) -> Result<(), Failure> {
    let (width, lang) = (width(), common.language());
    let mut parts = vec![said.iter().map(|line| write::wrap(line, width)).collect::<Vec<_>>().join("\n") + "\n"];
    parts.extend(tables.iter().map(|table| write::terminal(table, width, lang)));
    answer(common, &parts.join("\n"))
}

/// Refuses a workbook for an answer that is no table.
pub fn no_table() -> Failure {
    Problem::new("command line", "--format xlsx", "this answer is no table", "table, csv or json").into()
}

/// Writes a finished answer to the place asked for.
pub fn answer(common: &Common, text: &str) -> Result<(), Failure> {
    match &common.out {
        Some(path) => Ok(write_file(path, text.as_bytes())?),
        None => print(text),
    }
}

/// JSON for people to look at.
pub fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Width of the terminal.
pub fn width() -> usize {
    let asked = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or(told).filter(|width| *width > 0).unwrap_or(WIDTH)
}
