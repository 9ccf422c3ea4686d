//! Back-cast: the yearly model started in a past year, against the mine output that was observed since.

use adit_analysis::backcast::{DRAWS, Question, backcast};
use adit_data::{inputs, read_backcast};
use adit_report::charts;
use adit_vocab::backcast::Backcast;
use adit_vocab::lang::Lang;
use adit_vocab::problem::Problem;

use crate::session::{Problems, Session};

pub use adit_analysis::backcast::BackCast;

/// The answer with the past it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct BackCasted {
    /// The past world and what came after.
    pub data: Backcast,
    /// What came out.
    pub result: BackCast,
}

impl Session {
    /// The answer.
    pub fn backcast(&self) -> Result<BackCasted, Problems> {
        let data = read_backcast(self.files(), self.reference())?;
        let question = Question {
            data: &data,
            material: self.reference().materials.get(data.material),
            countries: &self.reference().countries,
            parameters: &self.parameters_of(data.material)?,
            ranges: self.year_parameters()?,
            draws: DRAWS,
        };
        let result = backcast(&question).map_err(|failed| {
            let found = format!("in {} no prices clear the market (imbalance {:.1e})", failed.year, failed.residual);
            let file = self.files().shown(inputs::backcast::FILE);
            vec![Problem::new(file, "whole file", found, "a market that leaves something to clear with")]
        })?;
        Ok(BackCasted { data, result })
    }

    /// Its chart, as a picture that stands alone.
    pub fn backcast_chart(&self, found: &BackCasted, lang: Lang) -> String {
        charts::backcast::standalone(self.reference(), &found.data, &found.result, lang)
    }
}
