//! Whether the data is right: every file is read to its end, and the baseline must be in balance.

use adit_data::{
    read_backcast, read_events, read_growth, read_lead_times, read_price_paths, read_settings, read_stockpiles,
    read_trade_parameters,
};
use adit_vocab::baseline::{Item, Market, StageBalance};
use adit_vocab::problem::Problem;

use crate::session::{Problems, Session};

/// Largest relative imbalance a market may have.
const TOLERANCE: f64 = 1e-9;

/// Where a baseline says which input files it was built from.
const OTHER_INPUTS: &str = "inputs";

/// Outcome of a check.
pub struct Checked {
    /// How many files were read.
    pub files: usize,
    /// How many markets were found in balance.
    pub markets: usize,
    /// Largest imbalance found, relative to the world output of the stage.
    pub worst: f64,
    /// What failed: the data can be read, but this is not as it must be.
    pub failed: Problems,
}

impl Session {
    /// Reads everything. Problems of files come back as an error, failed balances in the answer.
    pub fn check(&self) -> Result<Checked, Problems> {
        let mut problems = Vec::new();
        problems.extend(self.observations().err().unwrap_or_default());
        problems.extend(self.industries().err().unwrap_or_default());
        problems.extend(self.geometry().err().unwrap_or_default());
        problems.extend(read_trade_parameters(self.files(), self.reference()).err().unwrap_or_default());
        problems.extend(read_events(self.files(), self.reference()).err().unwrap_or_default());
        problems.extend(read_stockpiles(self.files(), self.reference()).err().unwrap_or_default());
        problems.extend(read_backcast(self.files(), self.reference()).err().unwrap_or_default());
        problems.extend(read_settings(self.files()).err().unwrap_or_default());
        problems.extend(self.parameters().err().unwrap_or_default());
        problems.extend(self.loss_parameters().err().unwrap_or_default());
        problems.extend(self.likelihood_parameters().err().unwrap_or_default());
        problems.extend(self.stockpile_parameters().err().unwrap_or_default());
        problems.extend(self.year_parameters().err().unwrap_or_default());
        problems.extend(self.projects().err().unwrap_or_default());
        problems.extend(read_lead_times(self.files(), self.reference()).err().unwrap_or_default());
        problems.extend(read_price_paths(self.files(), self.reference()).err().unwrap_or_default());
        // Whoever has to mend files has to build again anyway: that the baseline is not of these files is no news then.
        let mending = !problems.is_empty();
        let news = |problem: &Problem| !(mending && problem.place == OTHER_INPUTS);
        let baseline = self.baseline().map_err(|found| problems.extend(found.into_iter().filter(news)));
        if let Ok(baseline) = baseline {
            problems.extend(read_growth(self.files(), self.reference(), baseline.year).err().unwrap_or_default());
        }
        let (Ok(baseline), true) = (baseline, problems.is_empty()) else { return Err(problems) };

        let mut checked = Checked { files: self.files().list("").len(), markets: 0, worst: 0.0, failed: Vec::new() };
        for market in baseline.markets.iter().flatten() {
            checked.markets += 1;
            for balance in &market.stages {
                for (country, gap) in gaps(market, balance) {
                    let relative = gap.abs() / balance.world_output().max(f64::MIN_POSITIVE);
                    checked.worst = checked.worst.max(relative);
                    if relative > TOLERANCE {
                        let material = &self.reference().materials.get(market.material).id;
                        let iso3 = &self.reference().countries.get(country).iso3;
                        let place = format!("{material} {} {iso3}", balance.stage);
                        let found = format!("the balance misses {gap} t, {relative:.1e} of world output");
                        checked.failed.push(Problem::new(
                            self.files().shown("baseline"),
                            place,
                            found,
                            format!("at most {TOLERANCE:e}; `adit data build` repairs it"),
                        ));
                    }
                }
            }
        }
        Ok(checked)
    }
}

/// What is missing in each balance of a stage, tonnes.
fn gaps(market: &Market, balance: &StageBalance) -> Vec<(adit_vocab::country::CountryId, f64)> {
    let mut net = vec![0.0; balance.nodes.len()];
    let position = |country| balance.nodes.binary_search_by_key(&country, |node| node.country).ok();
    for flow in &balance.flows {
        if let Some(to) = position(flow.importer) {
            net[to] += flow.datum.value;
        }
        if let Some(from) = position(flow.exporter) {
            net[from] -= flow.datum.value;
        }
    }
    let mut gaps = Vec::new();
    for (node, net) in balance.nodes.iter().zip(net) {
        let supply = node.tonnes(Item::Output) + net + node.tonnes(Item::StockDraw);
        gaps.push((node.country, supply - node.tonnes(Item::Feed) - node.tonnes(Item::Use)));
        if let (Some(gain), Some(before)) = (market.gain_into(balance.stage), market.before(balance.stage)) {
            let feed = before.node(node.country).map_or(0.0, |node| node.tonnes(Item::Feed));
            let made = gain * feed + node.tonnes(Item::Secondary) + node.tonnes(Item::Unexplained);
            gaps.push((node.country, node.tonnes(Item::Output) - made));
        }
    }
    gaps
}
