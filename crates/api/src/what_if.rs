//! What if: a scenario, and what it does to prices, use and stocks.

use adit_analysis::losses::buyers::buyers;
use adit_analysis::what_if::{BasePrices, IndustriesAsked, Question, WhatIf, what_if};
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

use crate::scenario::Scenario;
use crate::session::{Problems, Session, once};

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
        Ok(BasePrices { mine: of(Stage::Mine), refined: of(Stage::Refined) })
    }

    /// The answer.
    pub fn what_if(&self, request: &WhatIfRequest) -> Result<WhatIf, Problems> {
        let scenario = &request.scenario;
        let baseline = self.baseline()?;
        let id = &self.reference().materials.get(scenario.material).id;
        let Some(market) = baseline.market(scenario.material) else {
            return Err(vec![Problem::new("command line", "--material", format!("`{id}`"), "a material with published output")]);
        };
        let parameters = self.parameters_of(scenario.material)?;
        let asker = self.asker_data(&request.importer, &[])?;
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
        what_if(&question).map_err(|unsolved| {
            let found = format!(
                "in month {} no prices clear the market of {id} (imbalance {:.1e})",
                unsolved.month + 1,
                unsolved.residual
            );
            vec![Problem::new("market model", "equilibrium", found, "a scenario that leaves the market something to clear with")]
        })
    }

    /// The answer as tables, in a language or with stable ids: months, countries, sellers, uses.
    pub fn what_if_tables(
        &self,
        request: &WhatIfRequest,
        answer: &WhatIf,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        Ok(tables::what_if(&self.what_if_input(request, answer)?, naming))
    }

    /// The finding in a few sentences.
    pub fn what_if_summary(&self, request: &WhatIfRequest, answer: &WhatIf, lang: Lang) -> Result<Vec<String>, Problems> {
        Ok(tables::what_if_summary(&self.what_if_input(request, answer)?, lang))
    }

    fn what_if_input<'a>(&'a self, request: &'a WhatIfRequest, answer: &'a WhatIf) -> Result<WhatIfInput<'a>, Problems> {
        Ok(WhatIfInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            material: request.scenario.material,
            importer: &request.importer,
            shocks: &request.scenario.shocks,
            answer,
        })
    }
}
