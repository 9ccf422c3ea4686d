//! `adit whatif`: what a shock does to the market of a material.

use std::path::PathBuf;
use std::process::ExitCode;

use adit_api::problem::Problem;
use adit_api::scenario::{ScenarioText, ShockText};
use adit_api::what_if::WhatIfRequest;

use crate::common::{Common, Failure, Format};
use crate::output;

/// Options of `adit whatif`.
#[derive(clap::Args)]
pub struct Args {
    /// The material
    #[arg(long, value_name = "NAME", required_unless_present = "scenario")]
    material: Option<String>,
    /// Who does it; for a tariff the importer, for an outage where it happens
    #[arg(long, value_name = "COUNTRY", default_value = "CHN")]
    by: String,
    /// No exports (this is what happens if nothing else is said)
    #[arg(long, group = "kind")]
    ban: bool,
    /// Exports up to a share of those of the base year, for example 0.4
    #[arg(long, allow_negative_numbers = true, value_name = "SHARE", group = "kind")]
    quota: Option<f64>,
    /// Exports need a license: some months of stop, then a ramp
    #[arg(long, group = "kind")]
    licence: bool,
    /// Tax on exports, a part of the base price, for example 0.25
    #[arg(long, allow_negative_numbers = true, value_name = "RATE", group = "kind")]
    export_tax: Option<f64>,
    /// Tariff on imports, a part of the base price
    #[arg(long, allow_negative_numbers = true, value_name = "RATE", group = "kind")]
    tariff: Option<f64>,
    /// Share of output that is lost
    #[arg(long, allow_negative_numbers = true, value_name = "SHARE", group = "kind")]
    outage: Option<f64>,
    /// On whom: countries or blocs; on everyone if absent (for a tariff: on imports from whom)
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    on: Vec<String>,
    /// Only at this stage: mine, refined or magnet
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// Months in force, at most 36 [default: 12]
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    months: Option<u32>,
    /// Months from the announcement until it is in force
    #[arg(long, value_name = "N", default_value_t = 0)]
    start: u32,
    /// Months to look at from the announcement, at most 36
    #[arg(long, allow_negative_numbers = true, value_name = "N")]
    horizon: Option<u32>,
    /// Part of the trade that still gets through where it pays, 0 to 1
    #[arg(long, allow_negative_numbers = true, value_name = "SHARE")]
    leakage: Option<f64>,
    /// License: months of stop
    #[arg(long, allow_negative_numbers = true, value_name = "MONTHS", requires = "licence")]
    stop: Option<f64>,
    /// License: share of exports allowed in the end
    #[arg(long, allow_negative_numbers = true, value_name = "SHARE", requires = "licence")]
    recovery: Option<f64>,
    /// License: months from the end of the stop to that share
    #[arg(long, allow_negative_numbers = true, value_name = "MONTHS", requires = "licence")]
    ramp: Option<f64>,
    /// A scenario file instead, with one or more shocks
    #[arg(long, value_name = "FILE", conflicts_with_all = ["material", "kind", "on", "stage", "months", "start", "leakage", "horizon"])]
    scenario: Option<PathBuf>,
    /// Who asks: a country, a bloc such as EU or G7, or a CSV file with a column iso3
    #[arg(long = "for", value_name = "WHO", default_value = "USA")]
    importer: String,
}

/// Runs it.
pub fn run(args: &Args, common: &Common) -> Result<ExitCode, Failure> {
    let session = common.session()?;
    let scenario = match &args.scenario {
        Some(path) => session.scenario_file(path),
        None => session.scenario_checked(&typed(args), None),
    };
    let importer = session.party(&args.importer, "--for");
    let (scenario, importer) = match (scenario, importer) {
        (Ok(scenario), Ok(importer)) => (scenario, importer),
        (scenario, importer) => {
            let problems: Vec<Problem> =
                scenario.err().into_iter().flatten().chain(importer.err().into_iter().flatten()).collect();
            return Err(problems.into());
        }
    };
    let request = WhatIfRequest { scenario, importer };
    let found = session.what_if(&request)?;
    let tables = session.what_if_tables(&request, &found, common.naming())?;
    if common.format == Format::Table {
        let said = session.what_if_summary(&request, &found, common.language())?;
        return output::tables_after(common, &said, &tables).map(|()| ExitCode::SUCCESS);
    }
    output::tables(common, &session, &tables)?;
    Ok(ExitCode::SUCCESS)
}

fn typed(args: &Args) -> ScenarioText {
    let (kind, share, rate) = match args {
        Args { quota: Some(share), .. } => ("quota", Some(*share), None),
        Args { licence: true, .. } => ("licence", None, None),
        Args { export_tax: Some(rate), .. } => ("export-tax", None, Some(*rate)),
        Args { tariff: Some(rate), .. } => ("tariff", None, Some(*rate)),
        Args { outage: Some(share), .. } => ("outage", Some(*share), None),
        _ => ("ban", None, None),
    };
    let shock = ShockText {
        kind: kind.to_owned(),
        by: args.by.clone(),
        on: args.on.clone(),
        stage: args.stage.clone(),
        share,
        rate,
        start: args.start,
        months: args.months,
        leakage: args.leakage,
        stop: args.stop,
        recovery: args.recovery,
        ramp: args.ramp,
    };
    ScenarioText { material: args.material.clone().unwrap_or_default(), horizon: args.horizon, shock: vec![shock] }
}
