//! Price paths: prices quoted on single days, from which the days between are interpolated.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::UsdPerTonne;

/// A row of `price_paths.csv`: the price of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PricePathRow {
    /// Id of the series.
    pub series: String,
    /// The day, `2025-07-09`.
    pub date: String,
    /// The price.
    pub value: f64,
    /// Its unit.
    pub unit: PriceUnit,
    /// How firm it is.
    pub flag: PriceFlag,
    /// Source id.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Where.
    pub address: String,
    /// What the reader must know; of a derived price how it is computed.
    pub note: String,
}

/// The unit of a quoted price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum PriceUnit {
    /// US dollars a kilogram.
    #[serde(rename = "USD/kg")]
    UsdPerKg,
    /// US dollars a tonne.
    #[serde(rename = "USD/t")]
    UsdPerTonne,
}

impl PriceUnit {
    /// A price in this unit, a tonne.
    pub fn per_tonne(self, value: f64) -> UsdPerTonne {
        UsdPerTonne(match self {
            PriceUnit::UsdPerKg => 1000.0 * value,
            PriceUnit::UsdPerTonne => value,
        })
    }
}

/// How firm a quoted price is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PriceFlag {
    /// Published.
    Reported,
    /// Computed from published figures; the note says how.
    Derived,
}

/// A calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// Reads `2025-07-09`; `None` for what is no day of the calendar.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let mut digits = |count: usize| {
            let part = parts.next().filter(|part| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()))?;
            part.parse::<i32>().ok()
        };
        let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
        let found = Day::of(year, month, day);
        // a day that the month does not have comes back as one of another month
        (parts.next().is_none() && found.calendar() == (year, month, day)).then_some(found)
    }

    /// From the Gregorian calendar (H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`).
    fn of(year: i32, month: i32, day: i32) -> Day {
        // years begin in March, so that the leap day is the last of a year
        let year = year - i32::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * (month - 3).rem_euclid(12) + 2) / 5 + day - 1;
        Day(era * 146_097 + 365 * of_era + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day of the month (`civil_from_days` of the same source).
    pub fn calendar(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = (march + 2) % 12 + 1;
        (era * 400 + year + i32::from(month <= 2), month, of_year - (153 * march + 2) / 5 + 1)
    }

    /// Year and quarter, 1 to 4.
    pub fn quarter(self) -> (i32, i32) {
        let (year, month, _) = self.calendar();
        (year, (month - 1) / 3 + 1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.calendar();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Prices on single days, days ascending.
#[derive(Clone, Debug, PartialEq)]
pub struct PricePath {
    /// Id of the series.
    pub series: String,
    /// Days with their prices, all above 0.
    pub quotes: Vec<(Day, UsdPerTonne)>,
}

impl PricePath {
    /// The price of a day: a straight line in the logarithm between the quotes around it, which is an interpolation and no
    /// quote. `None` before the first and after the last.
    pub fn on(&self, day: Day) -> Option<UsdPerTonne> {
        let next = self.quotes.iter().position(|(quoted, _)| *quoted >= day)?;
        let (at, after) = self.quotes[next];
        if at == day {
            return Some(after);
        }
        let (since, before) = self.quotes[next.checked_sub(1)?];
        let part = f64::from(day.0 - since.0) / f64::from(at.0 - since.0);
        Some(before * (after / before).powf(part))
    }

    /// All days from the first quote to the last, with their prices.
    pub fn days(&self) -> impl Iterator<Item = (Day, UsdPerTonne)> + '_ {
        let first = self.quotes.first().map_or(0, |(day, _)| day.0);
        let last = self.quotes.last().map_or(-1, |(day, _)| day.0);
        (first..=last).filter_map(|day| Some((Day(day), self.on(Day(day))?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let day = |text| Day::parse(text).map(|day| day.0);
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-03-01"), Some(11_017));
        assert_eq!(day("2026-02-18").zip(day("2025-07-09")).map(|(b, a)| b - a), Some(224));
        assert_eq!(Day::parse("2024-02-29").map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
        for wrong in
            ["2025-02-29", "2025-04-31", "2025-00-10", "2025-13-01", "2025-7-9", "2025-07", "", "2025-07-09-1", "+025-07-09"]
        {
            assert_eq!(day(wrong), None, "{wrong}");
        }
        assert_eq!(Day::parse("2025-09-30").map(Day::quarter), Some((2025, 3)));
        assert_eq!(Day::parse("2025-10-01").map(Day::quarter), Some((2025, 4)));
    }

    #[test]
    fn halfway_is_the_geometric_mean_and_nothing_is_known_outside() {
        let quotes = vec![(Day(10), UsdPerTonne(100.0)), (Day(12), UsdPerTonne(400.0))];
        let path = PricePath { series: String::new(), quotes };
        assert_eq!(path.on(Day(11)).map(|price| price.0.round()), Some(200.0));
        assert_eq!((path.on(Day(12)), path.on(Day(9)), path.on(Day(13))), (Some(UsdPerTonne(400.0)), None, None));
        assert_eq!(path.days().count(), 3);
        assert_eq!(PricePath { series: String::new(), quotes: Vec::new() }.days().count(), 0);
    }
}
