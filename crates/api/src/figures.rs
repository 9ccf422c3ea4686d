//! Charts of answers, as pages show them.

use adit_analysis::chain::chain;
use adit_analysis::exposure::Exposure;
use adit_analysis::stockpile::Stockpile;
use adit_analysis::what_if::{WhatIf, party_months};
use adit_report::charts::svg::Figure;
use adit_report::charts::{chain as chain_chart, curve, flows, history, missing, months, worths, years};
use adit_report::context::Context;
use adit_report::{BriefingInput, CutOffFocus, Focus};
use adit_vocab::country::Party;
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::scenario::Measure;
use adit_vocab::source::Source;

use crate::alliance::{AllianceFound, AllianceRequest};
use crate::exposure::ExposureRequest;
use crate::pathway::{PathwayRequest, Pathways};
use crate::session::{Problems, Session, VERSION};
use crate::stockpile::StockpileRequest;
use crate::what_if::WhatIfRequest;

impl Session {
    /// Calls `tell` with an exposure in one language.
    pub(crate) fn in_context<T>(&self, exposure: &Exposure, lang: Lang, tell: impl FnOnce(&Context) -> T) -> Result<T, Problems> {
        let baseline = self.baseline()?;
        let edition = self.data_edition()?;
        let input = BriefingInput {
            reference: self.reference(),
            baseline,
            exposure,
            focus: None,
            cutoff: None,
            stockpile: None,
            pathways: None,
            geometry: self.geometry()?,
            question: "",
            data_edition: &edition,
            digest: &baseline.digest,
            version: VERSION,
            changed: &[],
        };
        Ok(tell(&Context::new(&input, lang)))
    }

    /// A crisis month by month, and who misses how much.
    pub fn what_if_figures(&self, request: &WhatIfRequest, found: &WhatIf, lang: Lang) -> Result<Vec<Figure>, Problems> {
        let Some(shock) = request.scenario.shocks.first() else { return Ok(Vec::new()) };
        let asked =
            ExposureRequest { importer: request.importer.clone(), against: shock.by, materials: vec![request.scenario.material] };
        let only = matches!(&request.scenario.shocks[..], [only] if only.measure == Measure::ExportBan && only.on.is_empty());
        let focus = CutOffFocus {
            ban: only,
            material: request.scenario.material,
            asker: party_months(&found.central, &request.importer),
            answer: found.clone(),
        };
        self.in_context(&self.exposure(&asked)?, lang, |context| {
            let map = missing::missing(context, &focus);
            std::iter::once(months::months(context, &focus)).chain(map).collect()
        })
    }

    /// A material: its chain from the mines to those who ask, where their direct supplies come from, output and price by year.
    pub fn material_figures(&self, request: &ExposureRequest, material: MaterialId, lang: Lang) -> Result<Vec<Figure>, Problems> {
        let exposure = self.exposure(&ExposureRequest { materials: vec![material], ..request.clone() })?;
        let market = self.baseline()?.market(material);
        let Some(entry) = exposure.materials.first().cloned() else { return Ok(Vec::new()) };
        let focus = Focus { entry, chain: market.and_then(|market| chain(market, &request.importer)) };
        let history = history::history(&self.history(material)?, self.reference(), lang);
        let of_paths = self.in_context(&exposure, lang, |context| {
            let last = market.and_then(|market| market.traced().map(|balance| (market, balance.stage)));
            [chain_chart::figure(context, &focus), last.and_then(|(market, stage)| flows::flows(context, market, stage))]
        })?;
        Ok(of_paths.into_iter().chain([history]).flatten().collect())
    }

    /// One material until 2045 under each package of a question.
    pub fn pathway_figures(&self, request: &PathwayRequest, found: &Pathways, lang: Lang) -> Result<Vec<Figure>, Problems> {
        let [material] = request.materials[..] else { return Ok(Vec::new()) };
        let ids = self.pathway_sources(&request.materials)?;
        let sources: Vec<&Source> = ids.iter().filter_map(|id| self.reference().source(id)).collect();
        Ok(years::years(&self.pathway_input(request, found)?, material, &sources, lang).into_iter().collect())
    }

    /// What a further dollar saves.
    pub fn stockpile_figures(&self, request: &StockpileRequest, found: &Stockpile, lang: Lang) -> Result<Vec<Figure>, Problems> {
        let sources = self.sources_behind(&request.importer, &request.materials)?;
        let sources: Vec<&Source> = sources.iter().filter_map(|id| self.reference().source(id)).collect();
        Ok(curve::curve(&self.stockpile_input(request, found, (&[], &[]))?, &sources, lang).into_iter().collect())
    }

    /// What partners are worth, and where they lie.
    pub fn alliance_figures(
        &self,
        request: &AllianceRequest,
        found: &AllianceFound,
        lang: Lang,
    ) -> Result<Vec<Figure>, Problems> {
        let sources = self.sources_behind(&request.importer, &request.materials)?;
        let sources: Vec<&Source> = sources.iter().filter_map(|id| self.reference().source(id)).collect();
        let input = self.alliance_input(request, found)?;
        Ok(worths::worths(&input, self.geometry()?, &sources, lang).into_iter().collect())
    }

    /// Ids of the sources behind the balances of some materials, most used first.
    fn sources_behind(&self, importer: &Party, materials: &[MaterialId]) -> Result<Vec<String>, Problems> {
        // whom one fears changes no source
        let Some((against, _)) = self.reference().countries.iter().next() else { return Ok(Vec::new()) };
        let asked = ExposureRequest { importer: importer.clone(), against, materials: materials.to_vec() };
        self.in_context(&self.exposure(&asked)?, Lang::En, |context| {
            context.sources.iter().map(|source| source.id.clone()).collect()
        })
    }

    /// Ids of the sources behind the balance of one material, most used first.
    pub(crate) fn sources_of(&self, material: MaterialId) -> Result<Vec<String>, Problems> {
        let Some((any, _)) = self.reference().countries.iter().next() else { return Ok(Vec::new()) };
        self.sources_behind(&self.reference().party_of(any), &[material])
    }

    /// The line of licences of what an answer about some materials rests on, for pictures that stand alone.
    pub fn licence_of(&self, importer: &Party, materials: &[MaterialId], lang: Lang) -> Result<String, Problems> {
        let Some((against, _)) = self.reference().countries.iter().next() else { return Ok(String::new()) };
        self.licence_line(&ExposureRequest { importer: importer.clone(), against, materials: materials.to_vec() }, lang)
    }

    /// The line of licences of what a question about some materials rests on, for pictures that stand alone.
    pub fn licence_line(&self, request: &ExposureRequest, lang: Lang) -> Result<String, Problems> {
        self.in_context(&self.exposure(request)?, lang, |context| context.licence_line())
    }
}
