//! A session: the data it answers from, read once and only as far as a question needs.

use std::path::Path;
use std::sync::OnceLock;

use adit_analysis::indicators::Inputs;
use adit_analysis::stockpile::Stockpile;
use adit_data::files::FileSet;
use adit_data::{
    GovernanceMean, governance_mean, read_baseline, read_geometry, read_governance, read_growth, read_measures,
    read_observations, read_projects, read_reference, read_years,
};
use adit_vocab::baseline::Baseline;
use adit_vocab::country::CountryId;
use adit_vocab::geometry::Geometry;
use adit_vocab::industry::Industries;
use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::measure::Measure;
use adit_vocab::observation::{Observations, PriceRow};
use adit_vocab::parameters::Parameters;
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::StockpileParameters;
use adit_vocab::years::{GrowthRow, YearParameters};

use crate::stockpile::StockpileRequest;

/// All problems of an input or of a question, together.
pub type Problems = Vec<Problem>;

/// The version of the program, for the run record.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Data with everything that was read of it so far.
pub struct Session {
    files: FileSet,
    pub(crate) names_only: bool,
    reference: Reference,
    baseline: OnceLock<Baseline>,
    governance: OnceLock<Vec<Option<GovernanceMean>>>,
    observations: OnceLock<Observations>,
    geometry: OnceLock<Geometry>,
    pub(crate) indicator_inputs: OnceLock<Inputs>,
    edition: OnceLock<String>,
    pub(crate) parameters: OnceLock<Parameters>,
    pub(crate) prices: OnceLock<Vec<PriceRow>>,
    pub(crate) industries: OnceLock<Industries>,
    pub(crate) union: OnceLock<Vec<(CountryId, f64)>>,
    pub(crate) losses: OnceLock<LossParameters>,
    pub(crate) likelihood: OnceLock<LikelihoodParameters>,
    pub(crate) stockpile: OnceLock<StockpileParameters>,
    pub(crate) vault: OnceLock<(StockpileRequest, Stockpile)>,
    years: OnceLock<YearParameters>,
    projects: OnceLock<Vec<Project>>,
    growth: OnceLock<Vec<GrowthRow>>,
    measures: OnceLock<Vec<Measure>>,
}

impl Session {
    /// Opens the data inside the program, or a directory of the same shape, and reads the reference tables.
    pub fn open(directory: Option<&Path>) -> Result<Self, Problems> {
        let files = match directory {
            Some(path) => FileSet::directory(path)?,
            None => FileSet::embedded(),
        };
        let reference = read_reference(&files)?;
        Ok(Session {
            files,
            names_only: false,
            reference,
            baseline: OnceLock::new(),
            governance: OnceLock::new(),
            observations: OnceLock::new(),
            geometry: OnceLock::new(),
            indicator_inputs: OnceLock::new(),
            edition: OnceLock::new(),
            parameters: OnceLock::new(),
            prices: OnceLock::new(),
            industries: OnceLock::new(),
            union: OnceLock::new(),
            losses: OnceLock::new(),
            likelihood: OnceLock::new(),
            stockpile: OnceLock::new(),
            vault: OnceLock::new(),
            years: OnceLock::new(),
            projects: OnceLock::new(),
            growth: OnceLock::new(),
            measures: OnceLock::new(),
        })
    }

    /// The same session, to which nobody can name files of the machine it runs on: who asks is elsewhere.
    #[must_use]
    pub fn names_only(mut self) -> Self {
        self.names_only = true;
        self
    }

    /// Places, materials, lists and sources.
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The files.
    pub fn files(&self) -> &FileSet {
        &self.files
    }

    /// The reconciled year.
    pub fn baseline(&self) -> Result<&Baseline, Problems> {
        once(&self.baseline, || read_baseline(&self.files, &self.reference))
    }

    /// Mean governance by country, of the latest complete year up to the base year.
    pub fn governance(&self) -> Result<&[Option<GovernanceMean>], Problems> {
        let year = self.baseline()?.year;
        let means = once(&self.governance, || {
            let rows = read_governance(&self.files, &self.reference)?;
            Ok(governance_mean(&rows, &self.reference.countries, year))
        })?;
        Ok(means)
    }

    /// The observation tables, which only `explain` and `data` need.
    pub fn observations(&self) -> Result<&Observations, Problems> {
        once(&self.observations, || read_observations(&self.files, &self.reference))
    }

    /// Outlines of countries, which only maps need.
    pub fn geometry(&self) -> Result<&Geometry, Problems> {
        once(&self.geometry, || read_geometry(&self.files, &self.reference))
    }

    /// Parameters of the years: lead times, costs and decisions of plants, growth.
    pub fn year_parameters(&self) -> Result<&YearParameters, Problems> {
        once(&self.years, || read_years(&self.files))
    }

    /// Plants that are planned or built, in the order of their file.
    pub fn projects(&self) -> Result<&[Project], Problems> {
        once(&self.projects, || read_projects(&self.files, &self.reference)).map(Vec::as_slice)
    }

    /// Projected use, in the order of its file; every application has a row for the base year.
    pub fn growth_rows(&self) -> Result<&[GrowthRow], Problems> {
        let base = self.baseline()?.year;
        once(&self.growth, || read_growth(&self.files, &self.reference, base)).map(Vec::as_slice)
    }

    /// Measures as they exist, by id; they stand in the program whatever the data is.
    pub fn measures(&self) -> Result<&[Measure], Problems> {
        once(&self.measures, || read_measures(&self.reference, self.projects()?)).map(Vec::as_slice)
    }

    /// Names the data: the year of the newest publication in it and a digest of all input files.
    pub fn data_edition(&self) -> Result<String, Problems> {
        once(&self.edition, || self.name_data()).cloned()
    }

    fn name_data(&self) -> Result<String, Problems> {
        let newest = self.reference.sources.iter().filter_map(|source| source.year).max().unwrap_or_default();
        let digest = self.files.input_digest().map_err(|problem| vec![problem])?;
        Ok(format!("{newest}-{}", &digest[..12]))
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads something once.
pub(crate) fn once<T>(cell: &OnceLock<T>, read: impl FnOnce() -> Result<T, Problems>) -> Result<&T, Problems> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = read()?;
    Ok(cell.get_or_init(|| value))
}
