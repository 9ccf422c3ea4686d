//! Pathways: what a package of measures does to a dependency until 2045.

use std::collections::BTreeMap;

use adit_analysis::pathway::ensemble::{Ensemble, ensembles};
use adit_analysis::pathway::{Bearable, Question, StopYears, Unsolved, pools};
use adit_report::naming::Naming;
use adit_report::tables::{self, PathwayInput, ProjectInput};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::policy::Package;
use adit_vocab::problem::Problem;
use adit_vocab::project::Project;
use adit_vocab::table::Table;

use crate::losses::AskerData;
use crate::session::{Problems, Session};

/// Draws behind the bands of one material.
pub const DRAWS: u32 = 64;
/// Draws for each of many materials.
pub const DRAWS_OF_MANY: u32 = 32;
/// Most draws.
const MOST_DRAWS: u32 = 100_000;

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct PathwayRequest {
    /// Who asks.
    pub importer: Party,
    /// Who is feared.
    pub supplier: CountryId,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
    /// Measures and behaviours, one answer each.
    pub packages: Vec<Package>,
    /// Draws.
    pub draws: u32,
    /// When a stop is borne.
    pub bearable: Bearable,
    /// In which years a stop is looked at.
    pub stop_years: StopYears,
    /// Whose supply is followed to who made it; nobody's if empty.
    pub supplied: Vec<CountryId>,
}

/// What was typed.
#[derive(Clone, Copy, Debug)]
pub struct PathwayText<'a> {
    /// Who asks.
    pub importer: &'a str,
    /// Who is feared.
    pub supplier: &'a str,
    /// Materials; all if empty.
    pub materials: &'a [String],
    /// Packages by id or file.
    pub packages: &'a [String],
    /// Draws; by the number of materials if `None`.
    pub draws: Option<u32>,
    /// Least part of use that is left.
    pub kept: Option<f64>,
    /// Largest price.
    pub price: Option<f64>,
}

/// Answers by material, in the order of the request: of each package, `None` without a market.
pub type Pathways = Vec<(MaterialId, Option<Vec<Ensemble>>)>;

impl Session {
    /// A request from what was typed. All that is wrong is reported together.
    pub fn pathway_request(&self, text: &PathwayText) -> Result<PathwayRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(text.importer, "--for").map_err(|mut found| problems.append(&mut found));
        let supplier = self.country(text.supplier, "--against").map_err(|found| problems.push(found));
        let materials = self.materials_asked(text.materials, "--material").map_err(|mut found| problems.append(&mut found));
        let mut packages = Vec::new();
        for package in text.packages {
            match self.package(package) {
                Ok(package) => packages.push(package),
                // a file that several packages need is told once
                Err(found) => found.into_iter().for_each(|problem| {
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                }),
            }
        }
        let default = Bearable::default();
        let (kept, price) = (text.kept.unwrap_or(default.kept), text.price.unwrap_or(default.price));
        let mut check = |good: bool, place: &str, found: String, expected: &str| {
            if !good {
                problems.push(Problem::new("command line", place, found, expected));
            }
        };
        check(kept > 0.0 && kept <= 1.0, "--kept", kept.to_string(), "a part of use above 0, at most 1");
        check((1.0..=1000.0).contains(&price), "--price-limit", price.to_string(), "a price in base prices, 1 to 1000");
        let many = materials.as_ref().is_ok_and(|list| list.len() > 1);
        let draws = text.draws.unwrap_or(if many { DRAWS_OF_MANY } else { DRAWS });
        check((1..=MOST_DRAWS).contains(&draws), "--draws", draws.to_string(), "1 to 100000");
        if let (Ok(importer), Ok(supplier)) = (&importer, &supplier)
            && importer.has(*supplier)
        {
            let found = format!("`{}` is among those who ask", text.supplier);
            check(false, "--against", found, "a supplier outside");
        }
        match (importer, supplier, materials) {
            (Ok(importer), Ok(supplier), Ok(materials)) if problems.is_empty() => Ok(PathwayRequest {
                supplied: importer.members.clone(),
                importer,
                supplier,
                materials,
                packages,
                draws,
                bearable: Bearable { kept, price },
                stop_years: StopYears::All,
            }),
            _ => Err(problems),
        }
    }

    /// The answers. `tell` hears of every draw that is done, from any thread.
    pub fn pathways(&self, request: &PathwayRequest, tell: &(dyn Fn() + Sync)) -> Result<Pathways, Problems> {
        let data = self.asker_data(&request.importer, &[])?;
        let of = |&material: &MaterialId| {
            let found = self.pathway_of(request, material, &data, tell)?.transpose().map_err(|unsolved| {
                let id = &self.reference().materials.get(material).id;
                let found =
                    format!("in {} no prices clear the market of {id} (imbalance {:.1e})", unsolved.year, unsolved.residual);
                let expected = "measures that leave the market something to clear with";
                vec![Problem::new("market model", "equilibrium", found, expected)]
            })?;
            Ok((material, found))
        };
        request.materials.iter().map(of).collect()
    }

    /// The answer about one material, `None` without a market; an error if no draw finds prices.
    pub(crate) fn pathway_of(
        &self,
        request: &PathwayRequest,
        material: MaterialId,
        data: &AskerData,
        tell: &(dyn Fn() + Sync),
    ) -> Result<Option<Result<Vec<Ensemble>, Unsolved>>, Problems> {
        let Some(subject) = self.subject(material, data)? else { return Ok(None) };
        let info = self.reference().materials.get(material);
        let projects: Vec<&Project> = self.projects()?.iter().filter(|project| project.material == material).collect();
        let pools = pools(subject.market, info, &self.reference().countries, request.supplier);
        let (parameters, asker) = (self.parameters_of(material)?, data.asker());
        let trend = self.trend(material)?;
        let nothing = Package::default();
        let question = Question {
            subject: &subject,
            parameters: &parameters,
            ranges: self.year_parameters()?,
            trend: &trend,
            base_year: self.baseline()?.year,
            supplier: request.supplier,
            asker: &asker,
            package: &nothing,
            projects: &projects,
            pools: &pools,
            bearable: request.bearable,
            stop_years: request.stop_years,
            supplied: &request.supplied,
        };
        Ok(Some(ensembles(&question, &request.packages, request.draws, tell)))
    }

    /// Projected use of a material against the base year; empty where nobody projects it.
    pub fn trend(&self, material: MaterialId) -> Result<Vec<(i32, f64)>, Problems> {
        let base = self.baseline()?.year;
        let mut by_year: BTreeMap<i32, f64> = BTreeMap::new();
        let materials = &self.reference().materials;
        for row in self.growth_rows()?.iter().filter(|row| row.materials(materials).contains(&material)) {
            *by_year.entry(row.year).or_insert(0.0) += row.tonnes;
        }
        let Some(first) = by_year.get(&base).copied().filter(|tonnes| *tonnes > 0.0) else { return Ok(Vec::new()) };
        Ok(by_year.into_iter().filter(|(year, _)| *year > base).map(|(year, tonnes)| (year, tonnes / first)).collect())
    }

    /// The answer for one package as tables: of one material its years and plants, of many a row each.
    pub fn pathway_tables(
        &self,
        request: &PathwayRequest,
        found: &Pathways,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let input = self.pathway_input(request, found)?;
        Ok(tables::pathway(&input, naming))
    }

    /// All packages beside each other.
    pub fn compare_tables(
        &self,
        request: &PathwayRequest,
        found: &Pathways,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let input = self.pathway_input(request, found)?;
        Ok(tables::compare(&input, naming))
    }

    /// The finding in a few sentences.
    pub fn pathway_summary(&self, request: &PathwayRequest, found: &Pathways, lang: Lang) -> Result<Vec<String>, Problems> {
        Ok(tables::pathway_summary(&self.pathway_input(request, found)?, lang))
    }

    pub(crate) fn pathway_input<'a>(
        &'a self,
        request: &'a PathwayRequest,
        found: &'a Pathways,
    ) -> Result<PathwayInput<'a>, Problems> {
        Ok(PathwayInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            importer: &request.importer,
            supplier: request.supplier,
            packages: &request.packages,
            projects: self.projects()?,
            bearable: request.bearable,
            draws: request.draws,
            found,
        })
    }

    /// Projects as a table; with pathways also what the model makes of them.
    pub fn project_tables(
        &self,
        request: &PathwayRequest,
        found: &Pathways,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let outputs =
            self.baseline()?.markets.iter().flatten().flat_map(|market| {
                market.stages.iter().map(|balance| ((market.material, balance.stage), balance.world_output()))
            });
        let input = self.pathway_input(request, found)?;
        Ok(tables::projects(&ProjectInput { pathways: &input, outputs: &outputs.collect() }, naming))
    }
}
