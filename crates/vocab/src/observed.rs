//! Tables of one year as published: what indicators of a year other than the base year look at.

use std::collections::BTreeSet;

use crate::baseline::Baseline;
use crate::material::MaterialId;
use crate::stage::Stage;

/// Output and trade of one year in the shape of a baseline, not brought into balance, with what is not in the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// The tables. Only output and flows are set; nothing was moved, and nothing is graded.
    pub tables: Baseline,
    /// Markets of which no table of the year's output is in the data.
    pub without_output: BTreeSet<(MaterialId, Stage)>,
    /// Markets of which the year's trade is not in the data, or not under all codes that matter.
    pub without_trade: BTreeSet<(MaterialId, Stage)>,
}
