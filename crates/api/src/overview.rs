//! Overview: all materials at once, with the finding in a sentence. What a first page shows.

use adit_analysis::exposure::Exposure;
use adit_analysis::pathway::{Bearable, StopYears};
use adit_analysis::screen::MONTHS;
use adit_report::briefing::opening;
use adit_report::charts::leaders::leaders;
use adit_report::charts::svg::Figure;
use adit_report::naming::Naming;
use adit_report::tables::{self, OverviewInput};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::table::Table;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::brief::ban;
use crate::exposure::ExposureRequest;
use crate::pathway::{PathwayRequest, Pathways};
use crate::scenario::Scenario;
use crate::session::{Problems, Session};
use crate::what_if::WhatIfRequest;

/// Draws behind each year in which a dependency ends.
const DRAWS: u32 = 10;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What passes through the feared supplier.
    pub exposure: Exposure,
    /// What users lose if it exports nothing to anybody for a year, US dollars, where that is known.
    pub losses: Vec<(MaterialId, f64)>,
    /// When dependencies end; `None` if that was not asked.
    pub ends: Option<Pathways>,
}

impl Session {
    /// The answer. `ends` names the package of measures under which dependencies are followed to their end; that takes seconds
    /// where the rest takes tenths. `tell` hears of every step that is done, from any thread.
    pub fn overview(
        &self,
        request: &ExposureRequest,
        ends: Option<&str>,
        tell: &(dyn Fn() + Sync),
    ) -> Result<Overview, Problems> {
        let exposure = self.exposure(request)?;
        if request.importer.has(request.against) {
            return Ok(Overview { exposure, losses: Vec::new(), ends: None });
        }
        let losses = self.stop_losses(request)?;
        tell();
        let ends = match ends {
            None => None,
            Some(package) => {
                let asked = PathwayRequest {
                    importer: request.importer.clone(),
                    supplier: request.against,
                    materials: request.materials.clone(),
                    packages: vec![self.package(package)?],
                    draws: DRAWS,
                    bearable: Bearable::default(),
                    stop_years: StopYears::EndAnd(tables::LATER),
                    supplied: Vec::new(),
                };
                Some(self.pathways(&asked, tell)?)
            }
        };
        Ok(Overview { exposure, losses, ends })
    }

    /// The middle of what the what-if says of a year's stop, by material.
    fn stop_losses(&self, request: &ExposureRequest) -> Result<Vec<(MaterialId, f64)>, Problems> {
        let baseline = self.baseline()?;
        let known: Vec<MaterialId> =
            request.materials.iter().copied().filter(|&material| baseline.market(material).is_some()).collect();
        let of = |&material: &MaterialId| -> Result<Option<(MaterialId, f64)>, Problems> {
            let scenario = Scenario { material, months: MONTHS, shocks: vec![ban(request.against)] };
            let asked = WhatIfRequest { scenario, importer: request.importer.clone() };
            Ok(self.central_loss(&asked)?.map(|loss| (material, loss)))
        };
        let found: Vec<Option<(MaterialId, f64)>> = known.par_iter().map(of).collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The answer as a table.
    pub fn overview_table(&self, found: &Overview, naming: impl Into<Naming>) -> Table {
        let input = OverviewInput {
            reference: self.reference(),
            exposure: &found.exposure,
            losses: &found.losses,
            ends: found.ends.as_ref(),
        };
        tables::overview(&input, naming)
    }

    /// The finding in a sentence, and what it means and what limits it.
    pub fn overview_opening(&self, found: &Overview, lang: Lang) -> Result<(String, String), Problems> {
        self.in_context(&found.exposure, lang, opening)
    }

    /// The same for any exposure.
    pub fn exposure_opening(&self, request: &ExposureRequest, lang: Lang) -> Result<(String, String), Problems> {
        self.in_context(&self.exposure(request)?, lang, opening)
    }

    /// Who leads in the world.
    pub fn overview_figures(&self, found: &Overview, lang: Lang) -> Result<Vec<Figure>, Problems> {
        Ok(self.in_context(&found.exposure, lang, leaders)?.into_iter().collect())
    }
}
