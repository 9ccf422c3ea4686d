//! Export ban: nothing is allowed out; what gets out in spite of it is the leakage.

use adit_vocab::scenario::Measure;

use super::{Disruption, nothing_else};

pub const DISRUPTION: Disruption = Disruption {
    id: "ban",
    is: |measure| matches!(measure, Measure::ExportBan),
    allows: |_, _, _| Some(0.0),
    change: nothing_else,
};
