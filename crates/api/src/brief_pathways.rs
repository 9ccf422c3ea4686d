//! Part 4 of the briefing: when the dependencies end that a cut-off would hurt by.

use adit_analysis::pathway::{Bearable, LeadTimes, StopYears, lacking};
use adit_analysis::screen::Screen;
use adit_report::naming::Naming;
use adit_report::tables;
use adit_report::{MeasuresCounted, PathwayPart};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::material::MaterialId;
use adit_vocab::measure::Part;
use adit_vocab::project::Kind;
use adit_vocab::table::Table;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::brief::BriefRequest;
use crate::package::announced::ANNOUNCED;
use crate::pathway::{PathwayRequest, Pathways};
use crate::session::{Problems, Session};

/// Without measures, with those that exist, and with everything at once.
pub(crate) const PACKAGES: [&str; 3] = ["baseline", ANNOUNCED, "together"];
/// Most materials that are followed, and draws for each: what a briefing has time for.
const MOST: usize = 7;
pub(crate) const DRAWS: u32 = 10;
/// The bloc that has a benchmark for what comes from one country.
const UNION: &str = "EU";

impl Session {
    /// The question of the briefing about some materials: without measures, with those announced and with all together. For the
    /// EU and its members the supply of the EU is followed as well.
    pub fn ends_request(
        &self,
        importer: &Party,
        supplier: CountryId,
        materials: Vec<MaterialId>,
    ) -> Result<PathwayRequest, Problems> {
        let union = self.party(UNION, "--for")?.members;
        let belongs = importer.members.iter().all(|member| union.contains(member));
        Ok(PathwayRequest {
            importer: importer.clone(),
            supplier,
            materials,
            packages: PACKAGES.iter().map(|package| self.package(package)).collect::<Result<_, _>>()?,
            draws: DRAWS,
            bearable: Bearable::default(),
            stop_years: StopYears::EndAnd(tables::LATER),
            supplied: if belongs { union } else { Vec::new() },
        })
    }

    /// The answer; a material that no draw finds prices for has none.
    pub fn ends(&self, request: &PathwayRequest, tell: &(dyn Fn() + Sync)) -> Result<Pathways, Problems> {
        let data = self.asker_data(&request.importer, &[])?;
        let of = |&material: &MaterialId| {
            let found = self.pathway_of(request, material, &data, tell)?;
            Ok((material, found.and_then(Result::ok)))
        };
        request.materials.par_iter().map(of).collect()
    }

    /// The answer as the table of the briefing.
    pub fn ends_table(&self, request: &PathwayRequest, found: &Pathways, naming: Naming) -> Result<Table, Problems> {
        Ok(tables::ends(&self.pathway_input(request, found)?, naming))
    }

    /// When the dependencies end on what the asker lacks in a cut-off, or on the material that was asked about if it is among
    /// it; `None` if it lacks nothing.
    pub(crate) fn pathway_part(
        &self,
        request: &BriefRequest,
        screen: &Screen,
        tell: &(dyn Fn() + Sync),
    ) -> Result<Option<PathwayPart>, Problems> {
        let reference = self.reference();
        let asked = |material: &MaterialId| {
            request.focus.is_none_or(|focus| {
                *material == focus || reference.materials.get(*material).group == reference.materials.get(focus).id
            })
        };
        let mut materials: Vec<MaterialId> =
            lacking(screen, Bearable::default()).into_iter().filter(|material| asked(material)).collect();
        let count = materials.len();
        materials.truncate(MOST);
        if materials.is_empty() {
            return Ok(None);
        }
        let request = self.ends_request(&request.importer, request.against, materials)?;
        let found = self.ends(&request, tell)?;
        let projects = self.projects()?.iter().filter(|project| request.materials.contains(&project.material));
        let years = self.year_parameters()?;
        Ok(Some(PathwayPart {
            lacking: count,
            measures: self.measures_counted(&request.materials)?,
            projects: projects.cloned().collect(),
            sources: self.pathway_sources(&request.materials)?,
            bearable: request.bearable,
            draws: request.draws,
            packages: request.packages,
            found,
            mine: LeadTimes::mean(Kind::Mine, years),
            plant: LeadTimes::mean(Kind::Refinery, years),
        }))
    }

    /// How many measures that are in force or announced are about any of some materials, and how many of these run in the model.
    fn measures_counted(&self, materials: &[MaterialId]) -> Result<MeasuresCounted, Problems> {
        let (measures, announced) = (self.measures()?, self.announced()?);
        let mut found = MeasuresCounted::default();
        for (place, measure) in measures.iter().enumerate() {
            if !measure.status.counts() || !materials.iter().any(|material| measure.is_about(*material)) {
                continue;
            }
            found.about += 1;
            let runs = |part: &&Part| part.measure == place && part.cannot.is_none();
            let here = |part: &Part| materials.iter().any(|material| measure.entries[part.entry].scope.holds(*material));
            found.run += usize::from(announced.parts.iter().filter(runs).any(here));
        }
        Ok(found)
    }

    /// Ids of the sources of projects, projected use and lead times, in that order.
    pub(crate) fn pathway_sources(&self, materials: &[MaterialId]) -> Result<Vec<String>, Problems> {
        let all = &self.reference().materials;
        let projects = self.projects()?.iter().filter(|project| materials.contains(&project.material));
        let growth = self.growth_rows()?.iter().filter(|row| row.materials(all).iter().any(|id| materials.contains(id)));
        let times = self.year_parameters()?.figures().into_iter().filter(|figure| !figure.assumption);
        let mut ids: Vec<String> = Vec::new();
        let named = projects.map(|project| &project.row.source).chain(growth.map(|row| &row.source));
        for id in named.chain(times.map(|figure| &figure.source)) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        Ok(ids)
    }
}
