//! Back-test: past export restrictions through the model, against what was observed.

use adit_analysis::backtest::{BackTest, DRAWS, Question, backtest};
use adit_data::read_events;
use adit_report::naming::Naming;
use adit_report::tables;
use adit_vocab::event::Event;
use adit_vocab::problem::Problem;
use adit_vocab::table::Table;

use crate::session::{Problems, Session};

/// The answer with the events it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct BackTested {
    /// The events.
    pub events: Vec<Event>,
    /// What came out.
    pub result: BackTest,
}

impl Session {
    /// The answer.
    pub fn backtest(&self) -> Result<BackTested, Problems> {
        let events = read_events(self.files(), self.reference())?;
        let question =
            Question { events: &events, materials: &self.reference().materials, parameters: self.parameters()?, draws: DRAWS };
        let result = backtest(&question).map_err(|failed| {
            let found =
                format!("in month {} no prices clear the market (imbalance {:.1e})", failed.why.month + 1, failed.why.residual);
            let expected = "an event that leaves the market something to clear with";
            vec![Problem::new(self.files().shown("events.csv"), format!("event {}", failed.event), found, expected)]
        })?;
        Ok(BackTested { events, result })
    }

    /// Its tables: points, models, mechanisms, bands.
    pub fn backtest_tables(&self, found: &BackTested, naming: impl Into<Naming>) -> Vec<Table> {
        tables::backtest(self.reference(), &found.events, &found.result, naming)
    }
}
