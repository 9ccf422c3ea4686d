//! Export quota: a share of the base year's exports is allowed; the exporter keeps the price difference.

use adit_vocab::scenario::Measure;

use super::{Disruption, nothing_else};

pub const DISRUPTION: Disruption = Disruption {
    id: "quota",
    is: |measure| matches!(measure, Measure::Quota { .. }),
    allows: |shock, _, _| match shock.measure {
        Measure::Quota { share } => Some(share),
        _ => None,
    },
    change: nothing_else,
};
