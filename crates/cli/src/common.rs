//! What all commands share: options, the session, failures.

use std::path::PathBuf;

use adit_api::lang::Lang;
use adit_api::problem::Problem;
use adit_api::{Naming, Problems, Session};
use clap::{Args, ValueEnum};

/// Options of every command.
#[derive(Args)]
pub struct Common {
    /// Form of the answer
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Where to write the answer: a file, for `brief` and `data build` a directory
    #[arg(long, global = true, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Language of the answer [default: from LANG, else en]
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,
    /// Directory to read instead of the data inside the program
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

/// Forms of an answer.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For spreadsheets: stable ids, numbers in full.
    Csv,
    /// For programs: stable ids, numbers in full.
    Json,
    /// For tables in Excel or LibreOffice: numbers as numbers, a sheet with sources; needs --out.
    Xlsx,
}

/// Languages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
}

/// Why there is no answer.
pub enum Failure {
    /// Everything that is wrong with the question or the data.
    Problems(Problems),
    /// Nobody reads the output any more.
    PipeClosed,
}

/// The language of the environment.
pub fn environment() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let first = set.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    if first.to_ascii_lowercase().starts_with("de") { Lang::De } else { Lang::En }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Failure::Problems(problems)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Problems(vec![problem])
    }
}

impl Common {
    /// The language asked for, else that of the environment.
    pub fn language(&self) -> Lang {
        match self.lang {
            Some(Language::En) => Lang::En,
            Some(Language::De) => Lang::De,
            None => environment(),
        }
    }

    /// How the answer names things: in the language for people, by id for machines.
    pub fn naming(&self) -> Naming {
        match self.format {
            Format::Table | Format::Xlsx => Naming::In(self.language()),
            Format::Csv | Format::Json => Naming::Ids,
        }
    }

    /// Opens the data.
    pub fn session(&self) -> Result<Session, Failure> {
        Ok(Session::open(self.data.as_deref())?)
    }

    /// One of two texts.
    pub fn say<'a>(&self, en: &'a str, de: &'a str) -> &'a str {
        match self.language() {
            Lang::En => en,
            Lang::De => de,
        }
    }
}
