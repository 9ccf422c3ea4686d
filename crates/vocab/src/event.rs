//! Past export restrictions and outages: the world of the year before, what was done, and the prices that were observed.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::figure::Figure;
use crate::material::MaterialId;
use crate::parameters::StockClass;

/// A row of `events.csv`: one fact about one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventRow {
    /// Id of the event.
    pub event: String,
    /// Events of one cluster have a cause in common and are left out together when something is fitted.
    pub cluster: String,
    /// Whether it counts in the errors or is looked at apart.
    pub role: EventRole,
    /// Material id.
    pub material: String,
    /// ISO3 of who restricts.
    pub by: String,
    /// What the row says.
    pub item: EventItem,
    /// For a measure `licence`, `ban`, `quota` or `outage`; for stocks the class; for a price `outside` or `inside`.
    pub kind: String,
    /// A share 0 to 1, tonnes, US dollars per tonne, or a price over an earlier price.
    pub value: Option<f64>,
    /// Lower end of the range; required for an assumption.
    pub low: Option<f64>,
    /// Upper end of the range; required for an assumption.
    pub high: Option<f64>,
    /// Year, month or day: of the announcement, from which a measure is in force (empty: never), that a figure describes, or of
    /// the earlier price.
    pub start: String,
    /// Year, month or day: until which a measure is in force (empty: to the end), or of the later price.
    pub end: String,
    /// How firm it is.
    pub flag: EventFlag,
    /// Source id.
    pub source: String,
    /// Who published the fact, for one that is cited alone.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    pub address: String,
    /// What the reader must know.
    pub note: String,
}

/// Whether an event counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventRole {
    /// Its errors count.
    Counted,
    /// Another kind of shock, or one that no supply was lost by: looked at apart, and nothing is fitted to it.
    HeldOut,
}

/// What a row of `events.csv` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventItem {
    /// When it was announced.
    Announced,
    /// What was done.
    Measure,
    /// Share of the restricting country in world output.
    OutputShare,
    /// Its share in world use.
    UseShare,
    /// World output, tonnes a year.
    WorldOutput,
    /// Price before, US dollars per tonne.
    BasePrice,
    /// How much of the material lay in commercial stocks.
    Stocks,
    /// An observed price over an earlier one.
    Price,
}

/// How firm a fact about an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventFlag {
    /// Published.
    Reported,
    /// Computed from published figures; the note says how.
    Derived,
    /// Our own assumption, with a range.
    Assumption,
    /// Nobody published it.
    Unknown,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// Exports need a licence.
    Licence,
    /// No exports.
    Ban,
    /// Exports up to a share.
    Quota,
    /// A share of output is lost.
    Outage,
}

/// Where a price was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// By those who are cut off.
    Outside,
    /// In the restricting country.
    Inside,
}

impl Side {
    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            Side::Outside => "outside",
            Side::Inside => "inside",
        }
    }
}

/// A calendar month, counted from the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub i32);

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// Day of the month, if it is a day.
    pub day: Option<u8>,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            Some(day) => write!(f, "{}-{day:02}", self.first),
            None if self.first == self.last => self.first.fmt(f),
            None => write!(f, "{}", self.first.0.div_euclid(12)),
        }
    }
}

/// A day up to this one belongs to the beginning of its month.
const MIDDLE: u8 = 15;

impl Period {
    /// Reads `2024`, `2024-08` or `2024-08-15`.
    pub fn parse(text: &str) -> Option<Period> {
        let mut parts = text.split('-');
        let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let two = |part: &str, most: u8| part.parse::<u8>().ok().filter(|n| part.len() == 2 && (1..=most).contains(n));
        let Some(month) = parts.next() else {
            return Some(Period { first: Month(12 * year), last: Month(12 * year + 11), day: None });
        };
        let month = Month(12 * year + i32::from(two(month, 12)?) - 1);
        let day = match parts.next() {
            Some(day) => Some(two(day, 31)?),
            None => None,
        };
        parts.next().is_none().then_some(Period { first: month, last: month, day })
    }

    /// The first month that a measure in force from here on fills for the most part.
    pub fn start(self) -> Month {
        Month(self.first.0 + i32::from(self.day.is_some_and(|day| day > MIDDLE)))
    }
}

/// A measure with its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastMeasure {
    /// What.
    pub kind: MeasureKind,
    /// For a quota the share allowed, for an outage the share lost.
    pub share: Option<f64>,
    /// First month in force; `None` if it was feared and never came.
    pub from: Option<Month>,
    /// First month no longer in force.
    pub until: Option<Month>,
}

/// An observed price over an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct PricePoint {
    /// Where it was paid.
    pub side: Side,
    /// The ratio.
    pub ratio: f64,
    /// The earlier price.
    pub since: Period,
    /// The later price.
    pub at: Period,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Id.
    pub id: String,
    /// Cluster.
    pub cluster: String,
    /// Whether it counts.
    pub role: EventRole,
    /// Material.
    pub material: MaterialId,
    /// Who restricts.
    pub by: CountryId,
    /// Month of the announcement.
    pub announced: Month,
    /// What was done, one measure after the other.
    pub measures: Vec<PastMeasure>,
    /// Share of the restricting country in world output.
    pub output_share: Figure,
    /// Its share in world use.
    pub use_share: Figure,
    /// World output, tonnes a year.
    pub world_output: Option<f64>,
    /// Price before, US dollars per tonne.
    pub base_price: Option<f64>,
    /// Stock class.
    pub stocks: StockClass,
    /// True if the evidence for the stock class describes a time after the announcement.
    pub hindsight: bool,
    /// Observed prices, in the order of the file.
    pub points: Vec<PricePoint>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_read() {
        let month = Month(12 * 2024 + 7);
        assert_eq!(Period::parse("2024-08"), Some(Period { first: month, last: month, day: None }));
        assert_eq!(Period::parse("2024-08-15"), Some(Period { first: month, last: month, day: Some(15) }));
        assert_eq!(
            Period::parse("2024").map(|year| (year.first.to_string(), year.last.to_string())),
            Some(("2024-01".into(), "2024-12".into()))
        );
        for text in ["2024", "2024-08", "2024-08-05"] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
        }
        for wrong in ["", "24", "2024-8", "2024-13", "2024-08-32", "2024-08-15-1", "August 2024"] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_measure_of_the_second_half_of_a_month_counts_from_the_next() {
        let start = |text| Period::parse(text).map(|period| period.start().to_string());
        assert_eq!(start("2025-02-22"), Some("2025-03".into()));
        assert_eq!(start("2024-09-15"), Some("2024-09".into()));
        assert_eq!(start("2020-12-31"), Some("2021-01".into()));
    }
}
