//! Exposure: who depends on whom, for the materials asked for.

use adit_analysis::exposure::{Exposure, exposure};
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::MaterialId;
use adit_vocab::table::Table;

use crate::session::{Problems, Session};

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct ExposureRequest {
    /// Who asks.
    pub importer: Party,
    /// The feared supplier.
    pub against: CountryId,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
}

impl Session {
    /// A request from what was typed; empty `materials` means all. All wrong names are reported together.
    pub fn exposure_request(&self, importer: &str, against: &str, materials: &[String]) -> Result<ExposureRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let against = self.country(against, "--against").map_err(|found| problems.push(found));
        let materials = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        match (importer, against, materials) {
            (Ok(importer), Ok(against), Ok(materials)) => Ok(ExposureRequest { importer, against, materials }),
            _ => Err(problems),
        }
    }

    /// The answer.
    pub fn exposure(&self, request: &ExposureRequest) -> Result<Exposure, Problems> {
        let governance = self.governance()?;
        let mean = |country: CountryId| governance[country.index()].map(|mean| mean.value);
        Ok(exposure(self.baseline()?, &request.materials, &request.importer, request.against, &mean))
    }

    /// The answer as a table, in a language or with stable ids.
    pub fn exposure_table(&self, request: &ExposureRequest, naming: impl Into<Naming>) -> Result<Table, Problems> {
        Ok(tables::exposure(self.reference(), &self.exposure(request)?, naming))
    }

    /// The five tables of the briefing, which are also what `explain` explains.
    pub fn all_tables(&self, exposure: &Exposure, naming: impl Into<Naming> + Copy) -> Result<Vec<Table>, Problems> {
        let reference = self.reference();
        Ok(vec![
            tables::exposure(reference, exposure, naming),
            tables::world(reference, exposure, naming),
            tables::producers(reference, exposure, naming),
            tables::suppliers(reference, exposure, naming),
            tables::quality(reference, self.baseline()?, exposure, naming),
        ])
    }
}
