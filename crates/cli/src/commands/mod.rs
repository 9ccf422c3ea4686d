//! One file a command.

mod backtest;
mod brief;
mod data;
mod explain;
mod exposure;
mod import;
mod indicators;
mod materials;
mod rerun;
mod screen;
mod stockpile;
mod whatif;

use std::process::ExitCode;

use clap::Subcommand;

use crate::common::{Common, Failure};

/// Exit code of an answer that is "no", or of a failed check.
const NO: u8 = 1;

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Write the answer as an illustrated article, with tables and charts
    Brief(brief::Args),
    /// List the materials, or tell everything about one
    Materials(materials::Args),
    /// Show who supplies a country and what passes through one supplier
    Exposure(exposure::Args),
    /// Show what a ban, quota, licence, tax, tariff or outage does to prices, use and stocks
    Whatif(whatif::Args),
    /// Stop every supplier of every material once, and rank what it does
    Screen(screen::Args),
    /// Find what to hold in stock for a budget, and what it saves
    Stockpile(stockpile::Args),
    /// Compute the published indicators for a country or a bloc
    Indicators(indicators::Args),
    /// Run past export restrictions through the market model and compare with the prices observed
    Backtest(backtest::Args),
    /// Tell where a number comes from
    Explain(explain::Args),
    /// List, check, build and compare data
    Data(data::Args),
    /// Make a recorded briefing again and compare it byte by byte
    Rerun(rerun::Args),
}

/// Runs a command.
pub fn run(command: Command, common: &Common) -> Result<ExitCode, Failure> {
    match command {
        Command::Brief(args) => brief::run(&args, common),
        Command::Materials(args) => materials::run(&args, common),
        Command::Exposure(args) => exposure::run(&args, common),
        Command::Whatif(args) => whatif::run(&args, common),
        Command::Screen(args) => screen::run(&args, common),
        Command::Stockpile(args) => stockpile::run(&args, common),
        Command::Indicators(args) => indicators::run(&args, common),
        Command::Backtest(args) => backtest::run(&args, common),
        Command::Explain(args) => explain::run(&args, common),
        Command::Data(args) => data::run(&args, common),
        Command::Rerun(args) => rerun::run(&args, common),
    }
}
