//! Stockpile: what to hold for a budget, and what it saves.

use adit_analysis::stockpile::{Question, Stockpile, most, saving, stockpile};
use adit_data::read_stockpiles;
use adit_report::Driver;
use adit_report::naming::Naming;
use adit_report::tables::{self, StockpileInput};
use adit_vocab::country::Party;
use adit_vocab::lang::Lang;
use adit_vocab::likelihood::Override;
use adit_vocab::material::MaterialId;
use adit_vocab::problem::Problem;
use adit_vocab::stockpile::StockpileRow;
use adit_vocab::table::Table;

use crate::session::{Problems, Session, once};

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct StockpileRequest {
    /// Who asks.
    pub importer: Party,
    /// US dollars.
    pub budget: f64,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
    /// Likelihoods of the user's own.
    pub likelihoods: Vec<Override>,
}

/// The reserve announced on 2 February 2026, US dollars.
const VAULT: f64 = 12e9;
/// Largest budget that is taken for meant, US dollars.
const LARGEST: f64 = 1e13;
/// Smallest budget, US dollars: below it nothing that is computed is small enough.
const SMALLEST: f64 = 1e6;

impl Session {
    /// A request from what was typed; the budget in US dollars with an optional `million` or `billion`, `m` or `bn`. All that is
    /// wrong is reported together.
    pub fn stockpile_request(
        &self,
        importer: &str,
        budget: &str,
        materials: &[String],
        likelihoods: Option<&str>,
    ) -> Result<StockpileRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let amount = dollars(budget).filter(|amount| (SMALLEST..=LARGEST).contains(amount)).ok_or_else(|| {
            let expected = "US dollars, at least a million: 12bn, 500m or 12000000000";
            problems.push(Problem::new("command line", "--budget", format!("`{budget}`"), expected));
        });
        let materials = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        let given = likelihoods.map(|path| self.own_likelihoods(path)).transpose();
        let given = given.map_err(|mut found| problems.append(&mut found));
        match (importer, amount, materials, given) {
            (Ok(importer), Ok(budget), Ok(materials), Ok(given)) => {
                Ok(StockpileRequest { importer, budget, materials, likelihoods: given.unwrap_or_default() })
            }
            _ => Err(problems),
        }
    }

    /// The answer. `tell` hears of every stop that is done, from any thread.
    pub fn stockpile(&self, request: &StockpileRequest, tell: &(dyn Fn() + Sync)) -> Result<Stockpile, Problems> {
        let data = self.asker_data(&request.importer, &request.likelihoods)?;
        let asker = data.asker();
        let mut subjects = Vec::new();
        let mut without = Vec::new();
        for &material in &request.materials {
            match self.subject(material, &data)? {
                Some(subject) => subjects.push(subject),
                None => without.push(material),
            }
        }
        let values = self.stockpile_parameters()?.values();
        let mut found = stockpile(&Question { subjects: &subjects, asker: &asker, budget: request.budget, values }, tell);
        found.unknown.extend(without);
        found.unknown.sort_unstable();
        Ok(found)
    }
}

impl Session {
    /// What each assumption does to the avoided loss of a holding at both ends of its range, largest effect first: the materials
    /// that bring most of it are computed again, and the rest is taken to move alike.
    pub fn stockpile_drivers(&self, request: &StockpileRequest, found: &Stockpile) -> Result<Vec<Driver>, Problems> {
        let held = most(&found.main);
        let materials: Vec<MaterialId> = held.iter().map(|holding| holding.material).collect();
        let data = self.asker_data(&request.importer, &request.likelihoods)?;
        let all: f64 = found.holdings.iter().map(|holding| holding.saving).sum();
        self.moved(&data, &materials, all, |subjects, asker, values| {
            saving(&Question { subjects, asker, budget: request.budget, values: *values }, held)
        })
    }

    /// The question of the briefing: the budget of the reserve announced on 2 February 2026, for every asker.
    pub fn vault_request(&self, importer: &Party) -> Result<StockpileRequest, Problems> {
        let materials = self.materials_asked(&[], "--material")?;
        Ok(StockpileRequest { importer: importer.clone(), budget: VAULT, materials, likelihoods: Vec::new() })
    }

    /// The answer to a question of the briefing, computed once for the asker who comes first.
    pub fn vault(&self, request: &StockpileRequest, tell: &(dyn Fn() + Sync)) -> Result<Stockpile, Problems> {
        let (asked, found) = once(&self.vault, || Ok((request.clone(), self.stockpile(request, tell)?)))?;
        if asked == request { Ok(found.clone()) } else { self.stockpile(request, tell) }
    }

    /// The answer as tables: holdings, budgets, rules, published stockpiles.
    pub fn stockpile_tables(
        &self,
        request: &StockpileRequest,
        found: &Stockpile,
        naming: impl Into<Naming> + Copy,
    ) -> Result<Vec<Table>, Problems> {
        let published = read_stockpiles(self.files(), self.reference())?;
        Ok(tables::stockpile(&self.stockpile_input(request, found, (&[], &published))?, naming))
    }

    /// The finding in a few sentences.
    pub fn stockpile_summary(
        &self,
        request: &StockpileRequest,
        found: &Stockpile,
        drivers: &[Driver],
        lang: Lang,
    ) -> Result<Vec<String>, Problems> {
        Ok(tables::stockpile_summary(&self.stockpile_input(request, found, (drivers, &[]))?, lang))
    }

    pub(crate) fn stockpile_input<'a>(
        &'a self,
        request: &'a StockpileRequest,
        found: &'a Stockpile,
        (drivers, published): (&'a [Driver], &'a [StockpileRow]),
    ) -> Result<StockpileInput<'a>, Problems> {
        Ok(StockpileInput {
            reference: self.reference(),
            year: self.baseline()?.year,
            importer: &request.importer,
            budget: request.budget,
            found,
            drivers,
            published,
        })
    }
}

/// `12bn`, `500 million`, `1.5e9`.
fn dollars(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase().replace(['_', ' '], "");
    let (number, factor) = [("billion", 1e9), ("million", 1e6), ("bn", 1e9), ("mrd", 1e9), ("mio", 1e6), ("m", 1e6), ("b", 1e9)]
        .into_iter()
        .find_map(|(ending, factor)| Some((text.strip_suffix(ending)?, factor)))
        .unwrap_or((&text, 1.0));
    number.parse::<f64>().ok().map(|number| number * factor).filter(|amount| amount.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_as_people_write_them() {
        for (text, amount) in [("12bn", 12e9), ("500 million", 5e8), ("1.5e9", 1.5e9), ("12000000000", 12e9), ("2 Mrd", 2e9)] {
            assert_eq!(dollars(text), Some(amount), "{text}");
        }
        for text in ["", "many", "1.2.3", "nan", "inf", "12 trillions"] {
            assert_eq!(dollars(text), None, "{text}");
        }
    }
}
