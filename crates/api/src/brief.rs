//! The briefing: the answer as an illustrated article, with tables and a run record.

use adit_analysis::chain::chain;
use adit_analysis::exposure::Exposure;
use adit_analysis::losses::UsersLoss;
use adit_analysis::screen::{MONTHS, Outcome, Stop};
use adit_analysis::what_if::party_months;
use adit_data::read_stockpiles;
use adit_report::{BriefingInput, CutOff, CutOffFocus, Driver, File, Focus, PathwayPart, StockpilePart, briefing, summary};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::{Lang, Text};
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::scenario::{Measure, Shock};

use crate::explain::Effect;
use crate::exposure::ExposureRequest;
use crate::run_record::{RequestRecord, RunRecord};
use crate::scenario::Scenario;
use crate::screen::{ScreenForm, ScreenRequest};
use crate::session::{Problems, Session, VERSION};
use crate::what_if::WhatIfRequest;

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefRequest {
    /// Who asks.
    pub importer: Party,
    /// As it was typed: an id or the name of a file.
    pub importer_typed: String,
    /// The feared supplier.
    pub against: CountryId,
    /// The material whose chain is drawn.
    pub focus: Option<MaterialId>,
}

/// The answer.
pub struct Brief {
    exposure: Exposure,
    focus: Option<Focus>,
    cutoff: Option<CutOff>,
    stockpile: Option<StockpilePart>,
    pathways: Option<PathwayPart>,
    question: String,
    edition: String,
    /// Files with the run record as the last.
    pub files: Vec<File>,
}

impl Session {
    /// A request from what was typed. All wrong names are reported together.
    pub fn brief_request(&self, importer: &str, against: &str, material: Option<&str>) -> Result<BriefRequest, Problems> {
        let mut problems = Vec::new();
        let party = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let against = self.country(against, "--against").map_err(|found| problems.push(found));
        let focus = material.map(|name| self.material(name, "--material")).transpose().map_err(|found| problems.push(found));
        match (party, against, focus) {
            (Ok(party), Ok(against), Ok(focus)) => {
                let importer_typed = if importer.ends_with(".csv") { importer.to_owned() } else { party.id.clone() };
                Ok(BriefRequest { importer: party, importer_typed, against, focus })
            }
            _ => Err(problems),
        }
    }

    /// Answers it: all materials, all files. `tell` hears of every step that is done, from any thread.
    pub fn brief(&self, request: &BriefRequest, tell: &(dyn Fn() + Sync)) -> Result<Brief, Problems> {
        let reference = self.reference();
        let materials = self.materials_asked(&[], "--material")?;
        let exposure =
            self.exposure(&ExposureRequest { importer: request.importer.clone(), against: request.against, materials })?;
        let against = reference.countries.get(request.against).iso3.clone();
        let material = request.focus.map(|focus| reference.materials.get(focus).id.clone());
        let mut question = format!("adit brief --for {} --against {against}", request.importer_typed);
        if let Some(material) = &material {
            question += &format!(" --material {material}");
        }
        let focus = self.focus(request, &exposure)?;
        let (stockpile, found) = rayon::join(
            || self.stockpile_part(&request.importer, tell),
            || -> Result<_, Problems> {
                let cutoff = self.cutoff(request, focus.as_ref(), tell)?;
                let pathways = cutoff.as_ref().map_or(Ok(None), |cutoff| self.pathway_part(request, &cutoff.screen, tell))?;
                Ok((cutoff, pathways))
            },
        );
        let (stockpile, (cutoff, pathways)) = (stockpile?, found?);
        let edition = self.data_edition()?;
        let mut brief = Brief { exposure, focus, cutoff, stockpile, pathways, question, edition, files: Vec::new() };
        brief.files = briefing::files(&brief.input(self)?);
        brief.files.push(self.citation(&brief.question)?);
        brief.files.sort_by(|a, b| a.path.cmp(&b.path));
        let importer = &request.importer;
        let record = RequestRecord {
            importer: request.importer_typed.clone(),
            importer_en: importer.name.en.clone(),
            importer_de: importer.name.de.clone(),
            members: importer.members.iter().map(|&member| reference.countries.get(member).iso3.clone()).collect(),
            against,
            material,
        };
        let digest = self.baseline()?.digest.clone();
        let record = RunRecord::new("brief", brief.question.clone(), record, brief.edition.clone(), digest, &brief.files);
        brief.files.push(record.file());
        Ok(brief)
    }

    /// The material or group whose chain is drawn, with its paths.
    fn focus(&self, request: &BriefRequest, exposure: &Exposure) -> Result<Option<Focus>, Problems> {
        let baseline = self.baseline()?;
        let Some(id) = request.focus.or_else(|| briefing::pick(self.reference(), baseline, exposure)) else {
            return Ok(None);
        };
        let asked = ExposureRequest { importer: request.importer.clone(), against: request.against, materials: vec![id] };
        let entry = self.exposure(&asked)?.materials.pop();
        let chain = baseline.market(id).and_then(|market| chain(market, &request.importer));
        Ok(entry.map(|entry| Focus { entry, chain }))
    }

    /// What the feared supplier could do, and the material whose chain is drawn month by month; where it cannot be stopped, the
    /// one that the asker would miss most.
    fn cutoff(
        &self,
        request: &BriefRequest,
        focus: Option<&Focus>,
        tell: &(dyn Fn() + Sync),
    ) -> Result<Option<CutOff>, Problems> {
        let against = request.against;
        if request.importer.has(against) {
            // nobody cuts itself off
            return Ok(None);
        }
        let ask = ScreenRequest {
            importer: request.importer.clone(),
            against: Some(against),
            materials: self.materials_asked(&[], "--material")?,
            form: ScreenForm::FirstYear,
            likelihoods: Vec::new(),
        };
        let screen = self.screen(&ask, tell)?;
        let shortest = screen.outcomes.iter().max_by(|a, b| a.missing_share().total_cmp(&b.missing_share()));
        let shortest = shortest.filter(|worst| worst.missing > 0.0).map(|worst| worst.stop);
        let drivers = match shortest {
            Some(stop) => self.cutoff_drivers(stop, "cutoff_missing_share", request)?,
            None => Vec::new(),
        };
        let output = |outcome: &Outcome| outcome.losses.users.as_ref().map_or(0.0, UsersLoss::output);
        let dearest = screen.outcomes.iter().max_by(|a, b| output(a).total_cmp(&output(b)));
        let dearest = match dearest.filter(|dearest| output(dearest) > 0.0).map(|dearest| dearest.stop) {
            Some(stop) => Some((stop.material, self.cutoff_drivers(stop, "cutoff_output_usd", request)?)),
            None => None,
        };
        let names = self.industries()?;
        let by_industry = screen.together.first().map_or(&[][..], |all| &all.by_industry[..]);
        let mut industries: Vec<(Text, f64)> =
            by_industry.iter().map(|(place, lost)| (names.list[*place].name.clone(), *lost)).collect();
        industries.sort_by(|a, b| b.1.total_cmp(&a.1));
        let technologies = self.stopped(&request.importer, &screen)?;
        let technologies =
            technologies.into_iter().map(|found| (names.technologies[found.technology].name.clone(), found)).collect();
        let members = self.asker_industries(&request.importer)?.industries.members;
        let mut found = CutOff {
            screen,
            focus: None,
            drivers,
            dearest,
            industries,
            technologies,
            industries_known: members.iter().any(|member| member.worth.is_some()),
        };
        let dearest = found.screen.outcomes.iter().max_by(|a, b| a.missing_share().total_cmp(&b.missing_share()));
        let candidates = focus.map(|focus| focus.entry.material).into_iter().chain(dearest.map(|worst| worst.stop.material));
        for material in candidates {
            let Some(market) = self.baseline()?.market(material) else { continue };
            if !market.stages.iter().flat_map(|stage| &stage.flows).any(|flow| flow.exporter == against && flow.datum.value > 0.0)
            {
                continue;
            }
            let scenario = Scenario { material, shocks: vec![ban(against)], months: MONTHS };
            let answer = self.what_if(&WhatIfRequest { scenario, importer: request.importer.clone() })?;
            let asker = party_months(&answer.central, &request.importer);
            found.focus = Some(CutOffFocus { ban: true, material, answer, asker });
            break;
        }
        Ok(Some(found))
    }

    /// What a stockpile of the budget of Project Vault should hold.
    fn stockpile_part(&self, importer: &Party, tell: &(dyn Fn() + Sync)) -> Result<Option<StockpilePart>, Problems> {
        let request = self.vault_request(importer)?;
        let found = self.vault(&request, tell)?;
        let drivers = self.stockpile_drivers(&request, &found)?;
        let published = read_stockpiles(self.files(), self.reference())?;
        Ok(Some(StockpilePart { budget: request.budget, found, drivers, published }))
    }

    /// What a number of the cut-off table hangs on.
    fn cutoff_drivers(&self, stop: Stop, column: &str, request: &BriefRequest) -> Result<Vec<Driver>, Problems> {
        let key = format!("{}.{}.{column}", self.reference().materials.get(stop.material).id, stop.stage);
        let effects = self.drivers(&key, &request.importer, request.against)?;
        let driver = |effect: Effect| {
            let parameter = effect.key.rsplit('.').next().unwrap_or_default().to_owned();
            Some(Driver { parameter, at_low: effect.at_low?, at_high: effect.at_high? })
        };
        Ok(effects.into_iter().filter_map(driver).collect())
    }

    /// The terminal summary.
    pub fn brief_summary(&self, brief: &Brief, lang: Lang, width: usize) -> Result<String, Problems> {
        Ok(summary(&brief.input(self)?, lang, width))
    }

    /// The article, its charts and its tables, for a page that has a frame of its own.
    pub fn brief_told(&self, brief: &Brief, lang: Lang) -> Result<briefing::Told, Problems> {
        Ok(briefing::told(&brief.input(self)?, lang))
    }

    /// The request of a record; its members stand in the record, so that a bloc file is not needed again.
    pub fn request_of(&self, record: &RequestRecord) -> Result<BriefRequest, Problems> {
        let mut problems: Problems = Vec::new();
        let countries = &self.reference().countries;
        let mut known = |place: &str, iso3: &str| {
            let found = countries.by_iso3(iso3);
            if found.is_none() {
                problems.push(Problem::new("run record", place, format!("`{iso3}`"), "an ISO3 country code of the data"));
            }
            found
        };
        let mut members: Vec<CountryId> = record.members.iter().filter_map(|iso3| known("request.members", iso3)).collect();
        let against = known("request.against", &record.against);
        members.sort();
        members.dedup();
        let focus = match &record.material {
            Some(id) => self.material(id, "request.material").map(Some),
            None => Ok(None),
        };
        match (focus, against) {
            (Ok(focus), Some(against)) if problems.is_empty() && !members.is_empty() => Ok(BriefRequest {
                importer: Party {
                    id: record.importer.trim_end_matches(".csv").rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
                    name: Text { en: record.importer_en.clone(), de: record.importer_de.clone() },
                    members,
                },
                importer_typed: record.importer.clone(),
                against,
                focus,
            }),
            (focus, _) => {
                problems.extend(focus.err());
                if record.members.is_empty() {
                    problems.push(Problem::new("run record", "request.members", "nobody", "at least one country"));
                }
                Err(problems)
            }
        }
    }
}

/// Exports to everyone stop at once, at every stage.
pub(crate) fn ban(by: CountryId) -> Shock {
    Shock { measure: Measure::ExportBan, by, stage: None, on: Vec::new(), start: 0, months: Some(MONTHS), leakage: None }
}

impl Brief {
    fn input<'a>(&'a self, session: &'a Session) -> Result<BriefingInput<'a>, Problems> {
        let baseline = session.baseline()?;
        Ok(BriefingInput {
            reference: session.reference(),
            baseline,
            exposure: &self.exposure,
            focus: self.focus.as_ref(),
            cutoff: self.cutoff.as_ref(),
            stockpile: self.stockpile.as_ref(),
            pathways: self.pathways.as_ref(),
            geometry: session.geometry()?,
            question: &self.question,
            data_edition: &self.edition,
            digest: &baseline.digest,
            version: VERSION,
            changed: &[],
        })
    }
}
