//! What if: a scenario, and what it does to prices, use and stocks.

use adit_analysis::drivers::{Driven, Drivers, drivers};
use adit_analysis::losses::buyers::buyers;
use adit_analysis::losses::technologies::short;
use adit_analysis::losses::{UsersLoss, joint};
use adit_analysis::what_if::{BasePrices, DRAWS, Drawn, IndustriesAsked, LossBands, Question, WhatIf, central_loss, what_if};
use adit_data::{read_parameters, read_prices};
use adit_report::naming::Naming;
use adit_report::tables::{self, WhatIfInput};
use adit_vocab::country::Party;
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Parameters;
use adit_vocab::problem::Problem;
use adit_vocab::stage::Stage;
use adit_vocab::table::Table;

use crate::losses::AskerData;
use crate::scenario::Scenario;
use crate::session::{Problems, Session, once};

/// What several shocks cost a whole economy.
#[derive(Clone, Debug, PartialEq)]
pub struct JointLoss {
    /// Value added lost with the central parameters, by industry.
    pub by_industry: Vec<f64>,
    /// Paid on imports beyond the base prices.
    pub import_bill: f64,
    /// Both together in every draw.
    pub draws: Vec<f64>,
}

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfRequest {
    /// What happens.
    pub scenario: Scenario,
    /// Who asks.
    pub importer: Party,
}

impl Session {
    /// The general parameters of the market model.
    pub fn parameters(&self) -> Result<&Parameters, Problems> {
        once(&self.parameters, || read_parameters(self.files()))
    }

    /// The parameters of one material.
    pub fn parameters_of(&self, material: MaterialId) -> Result<Parameters, Problems> {
        Ok(self.parameters()?.of(self.reference().materials.get(material)))
    }

    /// Prices of a material in the base year.
    pub fn base_prices(&self, material: MaterialId) -> Result<BasePrices, Problems> {
        let year = self.baseline()?.year;
        let id = &self.reference().materials.get(material).id;
        let rows = once(&self.prices, || read_prices(self.files(), self.reference()))?;
        // the first series in the file is the one that names the market
        let of = |stage: Stage| {
            let mut rows = rows.iter().filter(|row| row.year == year && row.material == *id && row.stage == stage);
            rows.find_map(|row| row.usd_per_t).filter(|price| *price > 0.0)
        };
        Ok(BasePrices { mine: of(Stage::Mine), refined: of(Stage::Refined), magnet: of(Stage::Magnet) })
    }

    /// The answer.
    pub fn what_if(&self, request: &WhatIfRequest) -> Result<WhatIf, Problems> {
        self.what_if_within(request, DRAWS)
    }

    /// The answer with bands from fewer draws: rougher, for who moves a control and cannot wait.
    pub fn what_if_within(&self, request: &WhatIfRequest, draws: u32) -> Result<WhatIf, Problems> {
        let id = &self.reference().materials.get(request.scenario.material).id;
        self.with_question(request, |question| what_if(question, draws))?.map_err(|unsolved| {
            let found = format!(
                "in month {} no prices clear the market of {id} (imbalance {:.1e})",
                unsolved.month + 1,
                unsolved.residual
            );
            vec![Problem::new("market model", "equilibrium", found, "a scenario that leaves the market something to clear with")]
        })
    }

    /// What users lose by the central parameters, US dollars; `None` where that is not known, or no prices clear the market.
    pub(crate) fn central_loss(&self, request: &WhatIfRequest) -> Result<Option<f64>, Problems> {
        Ok(self.with_question(request, central_loss)?.ok().flatten())
    }

    /// Asks the question of a request.
    fn with_question<T>(&self, request: &WhatIfRequest, ask: impl FnOnce(&Question) -> T) -> Result<T, Problems> {
        let scenario = &request.scenario;
        let baseline = self.baseline()?;
        let id = &self.reference().materials.get(scenario.material).id;
        let Some(market) = baseline.market(scenario.material) else {
            return Err(vec![Problem::new("command line", "--material", format!("`{id}`"), "a material with published output")]);
        };
        let parameters = self.parameters_of(scenario.material)?;
        let asker = self.asker_industries(&request.importer)?;
        let info = self.reference().materials.get(scenario.material);
        let buyers = buyers(info, scenario.material, self.industries()?, &asker.industries.patterns());
        let question = Question {
            market,
            prices: self.base_prices(scenario.material)?,
            parameters: &parameters,
            shocks: &scenario.shocks,
            months: scenario.months,
            importer: &request.importer,
            industries: Some(IndustriesAsked {
                asker: &asker.industries,
                buyers: &buyers,
                economy: &asker.economy,
                parameters: &asker.losses,
            }),
        };
        Ok(ask(&question))
    }

    /// What several shocks at once cost the whole economy of an asker, import bills included, US dollars: by industry with the
    /// central parameters, the import bill, and the sum of every draw that all answers have. `None` without a national table.
    pub fn joint_loss(&self, importer: &Party, months: u32, answers: &[&WhatIf]) -> Result<Option<JointLoss>, Problems> {
        let asker = self.asker_industries(importer)?;
        let years = f64::from(months) / 12.0;
        let losses: Option<Vec<&LossBands>> = answers.iter().map(|answer| answer.losses.as_ref()).collect();
        let Some(losses) = losses.filter(|_| asker.industries.is_the_united_states()) else { return Ok(None) };
        let users: Option<Vec<&UsersLoss>> = losses.iter().map(|losses| losses.users.as_ref().map(|(users, _)| users)).collect();
        let Some(users) = users.filter(|users| !users.is_empty()) else { return Ok(None) };
        let (by_industry, import_bill) = joint(&asker.economy, &users, years, &asker.losses.values());
        let of_draw = |drawn: &Drawn| {
            let found: Option<Vec<&Drawn>> =
                losses.iter().map(|losses| losses.draws.iter().find(|other| other.number == drawn.number)).collect();
            let users: Vec<&UsersLoss> = found?.into_iter().map(|found| &found.users).collect();
            let (lost, bill) = joint(&asker.economy, &users, years, &drawn.values);
            Some(lost.iter().sum::<f64>() + bill)
        };
        let draws = losses[0].draws.iter().filter_map(of_draw).collect();
        Ok(Some(JointLoss { by_industry, import_bill, draws }))
    }

    /// The answer as tables, in a language or with stable ids: months, countries, sellers, uses, and the losses in money.
    pub fn what_if_tables(
        &self,
        request: &WhatIfRequest,
        answer: &WhatIf,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let asker = self.asker_industries(&request.importer)?;
        Ok(tables::what_if(&self.what_if_input(request, answer, &asker)?, naming))
    }

    /// The finding in a few sentences, with what drives it.
    pub fn what_if_summary(&self, request: &WhatIfRequest, answer: &WhatIf, lang: Lang) -> Result<Vec<String>, Problems> {
        let drivers = self.with_question(request, |question| drivers(question, &answer.central))?;
        self.said(request, answer, &drivers, lang)
    }

    /// The finding in a few sentences, without what drives it, which takes as long as the answer.
    pub fn what_if_finding(&self, request: &WhatIfRequest, answer: &WhatIf, lang: Lang) -> Result<Vec<String>, Problems> {
        self.said(request, answer, &Drivers { of: Driven::Missing, list: Vec::new() }, lang)
    }

    fn said(&self, request: &WhatIfRequest, answer: &WhatIf, drivers: &Drivers, lang: Lang) -> Result<Vec<String>, Problems> {
        let asker = self.asker_industries(&request.importer)?;
        Ok(tables::what_if_summary(&self.what_if_input(request, answer, &asker)?, drivers, lang))
    }

    fn what_if_input<'a>(
        &'a self,
        request: &'a WhatIfRequest,
        answer: &'a WhatIf,
        asker: &'a AskerData,
    ) -> Result<WhatIfInput<'a>, Problems> {
        let (industries, material) = (self.industries()?, request.scenario.material);
        let info = self.reference().materials.get(material);
        let buyers = buyers(info, material, industries, &asker.industries.patterns());
        let users = answer.losses.as_ref().and_then(|losses| losses.users.as_ref()).map(|(users, _)| users);
        let technologies = short(&answer.central, (info, material), industries, &asker.industries, (&buyers, users));
        Ok(WhatIfInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            material,
            importer: &request.importer,
            shocks: &request.scenario.shocks,
            answer,
            industries,
            asker_industries: &asker.industries,
            technologies,
        })
    }
}
