//! Indicators: every published indicator for one importer, for the materials asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use adit_analysis::indicators::{Indicators, Inputs, Rating, TradeParameter, indicators};
use adit_data::inputs::sectors::{Region, Scheme};
use adit_data::reconcile::observed::observed;
use adit_data::{
    GovernanceMean, governance_mean, political_stability, read_governance, read_prices, read_sectors, read_settings,
    read_trade_parameters,
};
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::baseline::Baseline;
use adit_vocab::country::Party;
use adit_vocab::material::{MaterialId, Materials};
use adit_vocab::observation::{GovernanceRow, PriceRow};
use adit_vocab::observed::Observed;
use adit_vocab::problem::Problem;
use adit_vocab::table::Table;
use adit_vocab::units::UsdPerTonne;

use crate::session::{Problems, Session, once};

/// The question.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorsRequest {
    /// Who asks.
    pub importer: Party,
    /// The materials, in the order of `Materials`.
    pub materials: Vec<MaterialId>,
    /// Another year than the base year.
    pub year: Option<i32>,
}

/// Everything that indicators of one year need, for any importer.
pub struct Year<'a> {
    materials: &'a Materials,
    tables: Cow<'a, Baseline>,
    inputs: Cow<'a, Inputs>,
}

impl Year<'_> {
    /// The answer for one importer.
    pub fn indicators(&self, materials: &[MaterialId], importer: &Party) -> Indicators {
        indicators(&self.tables, self.materials, materials, importer, &self.inputs)
    }
}

/// Years that can be asked for.
const YEARS: RangeInclusive<i32> = 1900..=2100;

impl Session {
    /// A request from what was typed; empty `materials` means all. All wrong names are reported together.
    pub fn indicators_request(
        &self,
        importer: &str,
        materials: &[String],
        year: Option<i32>,
    ) -> Result<IndicatorsRequest, Problems> {
        let mut problems = Vec::new();
        let importer = self.party(importer, "--for").map_err(|mut found| problems.append(&mut found));
        let materials = self.materials_asked(materials, "--material").map_err(|mut found| problems.append(&mut found));
        if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
            problems.push(Problem::new("command line", "--year", format!("`{year}`"), "a year between 1900 and 2100"));
        }
        match (importer, materials) {
            (Ok(importer), Ok(materials)) if problems.is_empty() => Ok(IndicatorsRequest { importer, materials, year }),
            _ => Err(problems),
        }
    }

    /// The answer.
    pub fn indicators(&self, request: &IndicatorsRequest) -> Result<Indicators, Problems> {
        Ok(self.year(request.year)?.indicators(&request.materials, &request.importer))
    }

    /// What indicators of a year need: the baseline for the base year, for another one the tables as published. Those need no
    /// baseline, so a year can be asked for before one is built with it.
    pub fn year(&self, year: Option<i32>) -> Result<Year<'_>, Problems> {
        let materials = &self.reference().materials;
        if let Some(year) = year {
            let settings = read_settings(self.files())?;
            if year != settings.base_year {
                let rows = self.observations()?;
                let Observed { tables, without_output, without_trade } = observed(self.reference(), rows, &settings, year)?;
                let inputs = self.inputs_of(year, &rows.governance, &rows.prices)?;
                let inputs = Inputs { as_published: true, without_output, without_trade, ..inputs };
                return Ok(Year { materials, tables: Cow::Owned(tables), inputs: Cow::Owned(inputs) });
            }
        }
        let (tables, inputs) = (Cow::Borrowed(self.baseline()?), Cow::Borrowed(self.indicator_inputs()?));
        Ok(Year { materials, tables, inputs })
    }

    /// The answer for a baseline that differs from the session's.
    pub(crate) fn indicators_of(&self, baseline: &Baseline, request: &IndicatorsRequest) -> Result<Indicators, Problems> {
        let inputs = self.indicator_inputs()?;
        Ok(indicators(baseline, &self.reference().materials, &request.materials, &request.importer, inputs))
    }

    /// The answer as tables, in a language or with stable ids: one row a material, and one row a market.
    pub fn indicator_tables(&self, found: &Indicators, naming: impl Into<Naming> + Copy) -> Vec<Table> {
        let reference = self.reference();
        vec![tables::indicators(reference, found, naming), tables::indicators_by_stage(reference, found, naming)]
    }

    /// What is read besides the baseline, once.
    fn indicator_inputs(&self) -> Result<&Inputs, Problems> {
        let year = self.baseline()?.year;
        let (files, reference) = (self.files(), self.reference());
        once(&self.indicator_inputs, || {
            self.inputs_of(year, &read_governance(files, reference)?, &read_prices(files, reference)?)
        })
    }

    fn inputs_of(&self, year: i32, governance: &[GovernanceRow], priced: &[PriceRow]) -> Result<Inputs, Problems> {
        let (files, reference) = (self.files(), self.reference());
        let mut prices = BTreeMap::new();
        for row in priced.iter().filter(|row| row.year == year) {
            if let (Some(material), Some(price)) = (reference.materials.by_id(&row.material), row.usd_per_t) {
                // The first series in the file is the one that names the market.
                prices.entry((material, row.stage)).or_insert(UsdPerTonne(price));
            }
        }
        let parameters = read_trade_parameters(files, reference)?.into_iter().filter_map(|row| {
            Some(TradeParameter {
                supplier: reference.countries.by_iso3(&row.supplier)?,
                material: reference.materials.by_id(&row.material),
                stage: row.stage,
                parameter: row.parameter,
                importer: row.importer,
            })
        });
        let industries = read_sectors(files, reference)?.industries.into_iter();
        let european = industries.filter(|row| row.scheme == Scheme::Nace2 && row.region == Region::EU);
        Ok(Inputs {
            governance: ratings(&governance_mean(governance, &reference.countries, year)),
            stability: ratings(&political_stability(governance, &reference.countries, year)),
            prices,
            trade_parameters: parameters.collect(),
            value_added: european.filter_map(|row| Some((row.code, row.value_added?))).collect(),
            ..Inputs::default()
        })
    }
}

fn ratings(means: &[Option<GovernanceMean>]) -> Vec<Option<Rating>> {
    means.iter().map(|mean| mean.map(|mean| Rating { value: mean.value, year: mean.year })).collect()
}
