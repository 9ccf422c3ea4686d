//! One file a command.

mod alliance;
mod backtest;
mod brief;
mod compare;
mod data;
mod explain;
mod exposure;
mod import;
mod indicators;
mod materials;
mod measures;
mod overview;
mod projects;
mod rerun;
mod screen;
mod serve;
mod simulate;
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
    /// Show all materials at once: where the dependency is, what a stop costs, when it ends
    Overview(overview::Args),
    /// Show who supplies a country and what passes through one supplier
    Exposure(exposure::Args),
    /// Show what a ban, quota, licence, tax, tariff or outage does to prices, use and stocks
    Whatif(whatif::Args),
    /// Stop every supplier of every material once, and rank what it does
    Screen(screen::Args),
    /// Find what to hold in stock for a budget, and what it saves
    Stockpile(stockpile::Args),
    /// Follow materials until 2045 under a package of measures: shares, costs, when a dependency ends
    Simulate(simulate::Args),
    /// Put packages of measures side by side
    Compare(compare::Args),
    /// List planned and new plants, with when the model expects them
    Projects(simulate::Asked),
    /// Show what partners mine, refine and use together, and what each is worth
    Alliance(alliance::Args),
    /// List the measures that governments took or announced, and what of them runs in the model
    Measures(measures::Args),
    /// Compute the published indicators for a country or a bloc
    Indicators(indicators::Args),
    /// Run past export restrictions through the market model and compare with the prices observed
    Backtest(backtest::Args),
    /// Tell where a number comes from
    Explain(explain::Args),
    /// List, check, build and compare data
    Data(data::Args),
    /// Serve the page and the JSON API on this computer
    Serve(serve::Args),
    /// Make a recorded briefing again and compare it byte by byte
    Rerun(rerun::Args),
}

/// Runs a command.
pub fn run(command: Command, common: &Common) -> Result<ExitCode, Failure> {
    match command {
        Command::Brief(args) => brief::run(&args, common),
        Command::Materials(args) => materials::run(&args, common),
        Command::Overview(args) => overview::run(&args, common),
        Command::Exposure(args) => exposure::run(&args, common),
        Command::Whatif(args) => whatif::run(&args, common),
        Command::Screen(args) => screen::run(&args, common),
        Command::Stockpile(args) => stockpile::run(&args, common),
        Command::Alliance(args) => alliance::run(&args, common),
        Command::Simulate(args) => simulate::run(&args, common),
        Command::Compare(args) => compare::run(&args, common),
        Command::Projects(args) => projects::run(&args, common),
        Command::Measures(args) => measures::run(&args, common),
        Command::Indicators(args) => indicators::run(&args, common),
        Command::Backtest(args) => backtest::run(&args, common),
        Command::Explain(args) => explain::run(&args, common),
        Command::Data(args) => data::run(&args, common),
        Command::Serve(args) => serve::run(&args, common),
        Command::Rerun(args) => rerun::run(&args, common),
    }
}
