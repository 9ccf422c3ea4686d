//! From files to a baseline: reading, checking, reconciling.
//!
//! The data is inside the program ([`files::FileSet::embedded`]) or in a directory of the same shape. Every reader goes
//! through its file to the end and returns all problems together.

pub mod checks;
pub mod datapackage;
pub mod figures;
pub mod files;
pub mod import;
pub mod inputs;
pub mod reconcile;
pub mod schemas;
pub mod sources;

use adit_vocab::backcast::Backcast;
use adit_vocab::event::Event;
use adit_vocab::geometry::Geometry;
use adit_vocab::industry::Industries;
use adit_vocab::measure::{Guest, Measure};
use adit_vocab::observation::{EconomyRow, GovernanceRow, Observations, PriceRow, TradeParameterRow};
use adit_vocab::price_path::PricePath;
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::StockpileRow;
use adit_vocab::years::{GrowthRow, LeadTimeRow};

use crate::checks::Known;
use crate::files::FileSet;
use crate::inputs::{
    blocs, composition, consumption, countries, economy, events, geometry, governance, growth, industries, lead_times, lists,
    materials, ore_mix, price_paths, prices, production, projects, sectors, shares, stockpiles, trade, trade_parameters, world,
};

pub use crate::inputs::baseline::{baseline_files, read_baseline};
pub use crate::inputs::controls::controls_of;
pub use crate::inputs::governance::{GovernanceMean, governance_mean, political_stability};
pub use crate::inputs::likelihoods::likelihoods;
pub use crate::inputs::loss_figures::{read_likelihood, read_losses, read_stockpile};
pub use crate::inputs::packages::{Shipped, package_text, shipped_packages};
pub use crate::inputs::parameters::read_parameters;
pub use crate::inputs::sectors::Sectors;
pub use crate::inputs::settings::read_settings;
pub use crate::inputs::year_figures::read_years;
pub use crate::schemas::schemas;

/// Reads places, materials, lists and sources.
pub fn read_reference(files: &FileSet) -> Result<Reference, Vec<Problem>> {
    let mut problems = Vec::new();
    let sources = inputs::sources::sources(files, &mut problems);
    let countries = countries::countries(files, &mut problems);
    let blocs = blocs::blocs(files, &countries, &mut problems);
    let materials = materials::materials(files, &countries, &sources, &mut problems);
    let lists = lists::lists(files, &materials, &sources, &mut problems);
    finish(Reference { countries, blocs, materials, lists, sources }, problems)
}

/// Reads all observation tables.
pub fn read_observations(files: &FileSet, reference: &Reference) -> Result<Observations, Vec<Problem>> {
    let known = Known::new(reference);
    let mut problems = Vec::new();
    let observations = Observations {
        production: production::production(files, &known, &mut problems),
        world: world::world(files, &known, &mut problems),
        shares: shares::shares(files, &known, &mut problems),
        consumption: consumption::consumption(files, &known, &mut problems),
        trade: trade::trade(files, &known, &mut problems),
        prices: prices::prices(files, &known, &mut problems),
        governance: governance::governance(files, &known, &mut problems),
        economy: economy::economy(files, &known, &mut problems),
        composition: composition::composition(files, &known, &mut problems),
        ore_mix: ore_mix::ore_mix(files, &known, &mut problems),
    };
    let file = files.shown(world::FILE);
    checks::countries_within_world(&observations.production, &observations.world, &file, &mut problems);
    finish(observations, problems)
}

/// Reads the governance indicators alone: a question needs them and not the large trade table.
pub fn read_governance(files: &FileSet, reference: &Reference) -> Result<Vec<GovernanceRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = governance::governance(files, &Known::new(reference), &mut problems);
    finish(rows, problems)
}

/// Reads the outlines of countries, which only maps need.
pub fn read_geometry(files: &FileSet, reference: &Reference) -> Result<Geometry, Vec<Problem>> {
    let mut problems = Vec::new();
    let geometry = geometry::geometry(files, &reference.countries, &mut problems);
    finish(geometry, problems)
}

/// Reads the prices alone.
pub fn read_prices(files: &FileSet, reference: &Reference) -> Result<Vec<PriceRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = prices::prices(files, &Known::new(reference), &mut problems);
    finish(rows, problems)
}

/// Reads the trade parameters, which only the EU's supply risk needs.
pub fn read_trade_parameters(files: &FileSet, reference: &Reference) -> Result<Vec<TradeParameterRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = trade_parameters::trade_parameters(files, reference, &mut problems);
    finish(rows, problems)
}

/// Reads past export restrictions, which only the back-test needs.
pub fn read_events(files: &FileSet, reference: &Reference) -> Result<Vec<Event>, Vec<Problem>> {
    let mut problems = Vec::new();
    let events = events::events(files, reference, &mut problems);
    finish(events, problems)
}

/// Reads industries and their crosswalk.
pub fn read_sectors(files: &FileSet, reference: &Reference) -> Result<Sectors, Vec<Problem>> {
    let mut problems = Vec::new();
    let sectors = sectors::sectors(files, &Known::new(reference), &mut problems);
    finish(sectors, problems)
}

/// Reads industries with their national table and what applications belong to.
pub fn read_industries(files: &FileSet, reference: &Reference) -> Result<Industries, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = industries::industries(files, reference, &mut problems);
    finish(read, problems)
}

/// Reads the size of economies alone.
pub fn read_economy(files: &FileSet, reference: &Reference) -> Result<Vec<EconomyRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = economy::economy(files, &Known::new(reference), &mut problems);
    finish(rows, problems)
}

/// Reads what is published of public stockpiles.
pub fn read_stockpiles(files: &FileSet, reference: &Reference) -> Result<Vec<StockpileRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = stockpiles::stockpiles(files, reference, &mut problems);
    finish(rows, problems)
}

/// Reads plants that are planned or built, in the order of the file.
pub fn read_projects(files: &FileSet, reference: &Reference) -> Result<Vec<Project>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = projects::projects(files, reference, &mut problems);
    finish(rows, problems)
}

/// Reads projected use, in the order of the file. `base` is the year that projections are measured against.
pub fn read_growth(files: &FileSet, reference: &Reference, base: i32) -> Result<Vec<GrowthRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = growth::growth(files, reference, base, &mut problems);
    finish(rows, problems)
}

/// Reads what is published on how long plants take; no answer rests on it but the figures of `years.toml`.
pub fn read_lead_times(files: &FileSet, reference: &Reference) -> Result<Vec<LeadTimeRow>, Vec<Problem>> {
    let mut problems = Vec::new();
    let rows = lead_times::lead_times(files, reference, &mut problems);
    finish(rows, problems)
}

/// Reads paths of quoted prices, in the order of the file.
pub fn read_price_paths(files: &FileSet, reference: &Reference) -> Result<Vec<PricePath>, Vec<Problem>> {
    let mut problems = Vec::new();
    let paths = price_paths::price_paths(files, reference, &mut problems);
    finish(paths, problems)
}

/// Reads the measures that exist, which stand in the program whatever the data is; their ids are those of the data.
pub fn read_measures(reference: &Reference, projects: &[Project]) -> Result<Vec<Measure>, Vec<Problem>> {
    let mut problems = Vec::new();
    let measures = inputs::measures::measures(reference, projects, &mut problems);
    finish(measures, problems)
}

/// Reads who came to the ministerial of 4 February 2026, in the order of the file.
pub fn read_guests(reference: &Reference) -> Result<Vec<Guest>, Vec<Problem>> {
    let mut problems = Vec::new();
    let guests = inputs::guests::guests(reference, &mut problems);
    finish(guests, problems)
}

/// Reads the world of a past year, what was known then and what came after, which only the back-cast needs.
pub fn read_backcast(files: &FileSet, reference: &Reference) -> Result<Backcast, Vec<Problem>> {
    inputs::backcast::backcast(files, reference)
}

fn finish<T>(value: T, problems: Vec<Problem>) -> Result<T, Vec<Problem>> {
    if problems.is_empty() { Ok(value) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_baseline_inside_the_program_was_built_from_the_data_beside_it() {
        let files = FileSet::embedded();
        let reference = read_reference(&files).expect("no problem");
        let baseline = read_baseline(&files, &reference).expect("a baseline");
        assert_eq!(Ok(baseline.inputs), files.reconciled_digest(), "`adit data build --data data` builds it anew");
    }

    #[test]
    fn the_data_inside_the_program_has_no_problem() {
        let files = FileSet::embedded();
        let reference = read_reference(&files);
        let mut problems = reference.as_ref().err().cloned().unwrap_or_default();
        if let Ok(reference) = &reference {
            problems.extend(read_observations(&files, reference).err().unwrap_or_default());
            problems.extend(read_sectors(&files, reference).err().unwrap_or_default());
            problems.extend(read_trade_parameters(&files, reference).err().unwrap_or_default());
            problems.extend(read_events(&files, reference).err().unwrap_or_default());
            problems.extend(read_industries(&files, reference).err().unwrap_or_default());
            problems.extend(read_stockpiles(&files, reference).err().unwrap_or_default());
            problems.extend(read_projects(&files, reference).err().unwrap_or_default());
            problems.extend(read_lead_times(&files, reference).err().unwrap_or_default());
            problems.extend(read_price_paths(&files, reference).err().unwrap_or_default());
            match read_baseline(&files, reference) {
                Ok(baseline) => problems.extend(read_growth(&files, reference, baseline.year).err().unwrap_or_default()),
                Err(found) => problems.extend(found),
            }
            problems.extend(read_backcast(&files, reference).err().unwrap_or_default());
        }
        let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert!(lines.is_empty(), "{} problems\n{}", lines.len(), lines[..lines.len().min(60)].join("\n"));
    }
}
