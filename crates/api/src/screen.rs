//! Screen: what every supplier could do, ranked.

use adit_analysis::losses::technologies::{Stopped, parts_of, stopped};
use adit_analysis::screen::{Form, Screen, Stop, expected_of, most_expected, screen, stops};
use adit_report::Driver;
use adit_report::naming::Naming;
use adit_report::tables::{self, ScreenInput};
use adit_vocab::baseline::Item;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::likelihood::Override;
use adit_vocab::material::MaterialId;
use adit_vocab::table::Table;

use crate::session::{Problems, Session};

pub use adit_analysis::screen::Form as ScreenForm;

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenRequest {
    /// Who asks.
    pub importer: Party,
    /// Only this supplier; all if `None`.
    pub against: Option<CountryId>,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
    /// One clearing or twelve months.
    pub form: Form,
    /// Likelihoods of the user's own.
    pub likelihoods: Vec<Override>,
}

impl Session {
    /// A request from what was typed. All wrong names are reported together.
    pub fn screen_request(
        &self,
        importer: &str,
        against: Option<&str>,
        materials: &[String],
        form: Form,
        likelihoods: Option<&str>,
    ) -> Result<ScreenRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let against = against.map(|name| self.country(name, "--against")).transpose().map_err(|found| problems.push(found));
        let materials = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        let given = likelihoods.map(|path| self.own_likelihoods(path)).transpose();
        let given = given.map_err(|mut found| problems.append(&mut found));
        match (importer, against, materials, given) {
            (Ok(importer), Ok(against), Ok(materials), Ok(given)) => {
                Ok(ScreenRequest { importer, against, materials, form, likelihoods: given.unwrap_or_default() })
            }
            _ => Err(problems),
        }
    }

    /// How many stops there are, for a progress bar.
    pub fn screen_size(&self, request: &ScreenRequest) -> Result<usize, Problems> {
        let baseline = self.baseline()?;
        let markets = request.materials.iter().filter_map(|&material| baseline.market(material));
        let asked =
            |stop: &Stop| request.against.is_none_or(|against| stop.supplier == against) && !request.importer.has(stop.supplier);
        Ok(markets.map(|market| stops(market).into_iter().filter(asked).count()).sum())
    }

    /// The answer. `tell` hears of every stop that is done, from any thread.
    pub fn screen(&self, request: &ScreenRequest, tell: &(dyn Fn() + Sync)) -> Result<Screen, Problems> {
        let asker = self.asker_data(&request.importer, &request.likelihoods)?;
        let mut subjects = Vec::new();
        for &material in &request.materials {
            subjects.extend(self.subject(material, &asker)?);
        }
        Ok(screen(&subjects, &asker.asker(), request.against, request.form, tell))
    }

    /// What each assumption does to the loss that all stops together make expect in a year, largest effect first: the stops that make
    /// up most of it are computed again, and the rest is taken to move alike.
    pub fn screen_drivers(&self, request: &ScreenRequest, found: &Screen) -> Result<Vec<Driver>, Problems> {
        let Some(all) = found.expected() else { return Ok(Vec::new()) };
        let stops = most_expected(found);
        let mut materials: Vec<MaterialId> = stops.iter().map(|stop| stop.material).collect();
        materials.sort_unstable();
        materials.dedup();
        let data = self.asker_data(&request.importer, &request.likelihoods)?;
        self.moved(&data, &materials, all, |subjects, asker, _| expected_of(subjects, asker, request.form, &stops))
    }

    /// The answer as tables, with what its sum hangs on: stops, what each supplier controls together, and for one supplier the technologies it could stop.
    pub fn screen_tables(
        &self,
        request: &ScreenRequest,
        found: &Screen,
        drivers: &[Driver],
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let stopped = match request.against {
            Some(_) => Some(self.stopped(&request.importer, found)?),
            None => None,
        };
        let input = ScreenInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            importer: &request.importer,
            found,
            drivers,
            technologies: stopped.as_deref().zip(self.industries().ok()).map(|(stopped, industries)| (industries, stopped)),
        };
        Ok(tables::screen(&input, naming))
    }

    /// The technologies of a party that lack something when all stops of a screen happen, the largest shortfall first.
    pub fn stopped(&self, importer: &Party, found: &Screen) -> Result<Vec<Stopped>, Problems> {
        let (baseline, industries) = (self.baseline()?, self.industries()?);
        let members = self.asker_industries(importer)?.industries.members;
        let parts = |material: MaterialId| {
            let last = baseline.market(material).and_then(|market| market.last());
            let used = |country| last.and_then(|stage| stage.node(country)).map_or(0.0, |node| node.tonnes(Item::Use));
            let members = members.iter().map(|member| (member.pattern, used(member.country)));
            parts_of(self.reference().materials.get(material), material, industries, members)
        };
        Ok(stopped(&found.outcomes, &parts))
    }

    /// What one supplier could do to a party in a year, as the table of the briefing with stable ids.
    pub fn cutoff_table(&self, importer: &Party, against: CountryId, materials: &[MaterialId]) -> Result<Table, Problems> {
        let request = ScreenRequest {
            importer: importer.clone(),
            against: Some(against),
            materials: materials.to_vec(),
            form: Form::FirstYear,
            likelihoods: Vec::new(),
        };
        let found = self.screen(&request, &|| ())?;
        Ok(tables::cutoff(self.reference(), self.baseline()?.year, importer, against, &found, Naming::Ids))
    }
}
