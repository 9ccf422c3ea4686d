//! A number with its range and its source: either a cited fact or an assumption marked as one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One figure of a material's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The value used.
    pub value: f64,
    /// Lower end of the plausible range; required for an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the plausible range; required for an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// True if nobody published this number and we chose it.
    #[serde(default)]
    pub assumption: bool,
    /// Id of the source in `sources.csv`.
    pub source: String,
    /// Page, table, chapter or row in the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// Why this value, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Year the figure describes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Set when the source only gives a bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

impl Figure {
    /// Multiplies the value and its range.
    pub fn scale(&mut self, factor: f64) {
        self.value *= factor;
        self.low = self.low.map(|low| low * factor);
        self.high = self.high.map(|high| high * factor);
    }

    /// The value at a quantile of the range: the value itself at one half, the ends at 0 and 1, evenly in the logarithm
    /// between them where the range is above zero, else evenly. Without a range always the value.
    pub fn at(&self, quantile: f64) -> f64 {
        let (Some(low), Some(high)) = (self.low, self.high) else { return self.value };
        let (from, to, part) =
            if quantile < 0.5 { (low, self.value, 2.0 * quantile) } else { (self.value, high, 2.0 * quantile - 1.0) };
        if from > 0.0 { from * (to / from).powf(part) } else { from + part * (to - from) }
    }
}

/// What a published bound says about the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The true value is above: printed as `>50`.
    Above,
    /// The true value is below: printed as `<0.1`.
    Below,
}
