//! What drives a number: it is computed again with every assumption behind it at both ends of its range.

use adit_analysis::exposure::exposure;
use adit_data::read_settings;
use adit_data::reconcile::sensitivity::effects;
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::baseline::{Baseline, Market};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::table::Cell;

use super::key::Key;
use super::{Context, Effect, cutoff, pathways, stockpile};
use crate::indicators::IndicatorsRequest;
use crate::session::{Problems, Session};

impl Session {
    /// The assumptions that move a number, largest effect first; empty for inputs, assumptions and numbers that nothing
    /// moves. Solves the material again some sixty times, so it is asked for apart from [`Session::explain`].
    pub fn drivers(&self, key: &str, importer: &Party, against: CountryId) -> Result<Vec<Effect>, Problems> {
        let key = Key::parse(self, key).map_err(|problem| vec![problem])?;
        let context = Context { session: self, importer, against, lang: Lang::En };
        let base = self.baseline()?.year;
        match key {
            Key::Node { year: Some(year), .. } | Key::Flow { year: Some(year), .. } | Key::World { year: Some(year), .. }
                if year != base =>
            {
                Ok(Vec::new())
            }
            Key::Node { material, stage, country, item, .. } => {
                self.effects(material, &|market| Some(market.stage(stage)?.node(country)?.tonnes(item)))
            }
            Key::Flow { material, stage, exporter, importer, .. } => self.effects(material, &|market| {
                let flows = &market.stage(stage)?.flows;
                Some(
                    flows
                        .iter()
                        .find(|flow| flow.exporter == exporter && flow.importer == importer)
                        .map_or(0.0, |flow| flow.datum.value),
                )
            }),
            Key::World { material, stage, .. } => self.effects(material, &|market| Some(market.stage(stage)?.world_output())),
            Key::Cell { material, row, column } if cutoff::has(&column) => cutoff::effects(&context, material, &row, &column),
            Key::Cell { material, column, .. } if stockpile::has(&column) => stockpile::effects(&context, material, &column),
            // twelve draws already move all of them at once; one by one it would take minutes
            Key::Cell { column, .. } if pathways::has(&column) => Ok(Vec::new()),
            Key::Cell { material, row, column } => {
                self.effects(material, &|market| cell_value(&context, material, market, &row, &column))
            }
            Key::Figure { .. } | Key::Setting(_) | Key::Parameter { .. } => Ok(Vec::new()),
        }
    }

    fn effects(&self, material: MaterialId, measure: &(dyn Fn(&Market) -> Option<f64> + Sync)) -> Result<Vec<Effect>, Problems> {
        let settings = read_settings(self.files())?;
        let found = effects(material, self.baseline()?, self.reference(), self.observations()?, &settings, measure);
        Ok(found
            .into_iter()
            .map(|effect| Effect {
                key: effect.assumption,
                value: effect.value,
                range: effect.range,
                at_low: effect.at_low,
                at_high: effect.at_high,
            })
            .collect())
    }
}

/// The cell of a table, for a market that differs from the baseline's.
fn cell_value(context: &Context<'_>, material: MaterialId, market: &Market, row: &str, column: &str) -> Option<f64> {
    let session = context.session;
    let mut markets: Vec<Option<Market>> = session.reference().materials.iter().map(|_| None).collect();
    markets[material.index()] = Some(market.clone());
    let baseline = Baseline { year: session.baseline().ok()?.year, digest: String::new(), inputs: String::new(), markets };
    let governance = session.governance().ok()?;
    let mean = |country: CountryId| governance[country.index()].map(|mean| mean.value);
    let answer = exposure(&baseline, &[material], context.importer, context.against, &mean);
    let reference = session.reference();
    let all = [
        tables::exposure(reference, &answer, Naming::Ids),
        tables::world(reference, &answer, Naming::Ids),
        tables::producers(reference, &answer, Naming::Ids),
        tables::suppliers(reference, &answer, Naming::Ids),
        tables::quality(reference, &baseline, &answer, Naming::Ids),
    ];
    let request = IndicatorsRequest { importer: context.importer.clone(), materials: vec![material], year: None };
    let indicators = session.indicators_of(&baseline, &request).ok()?;
    let more = session.indicator_tables(&indicators, Naming::Ids);
    all.iter().chain(&more).find_map(|table| {
        let position = table.columns.iter().position(|known| known.id == column)?;
        match table.rows.iter().find(|found| found.key == row)?.cells[position] {
            Cell::Number(value, _) => Some(value),
            _ => None,
        }
    })
}
