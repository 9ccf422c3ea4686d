//! From the keys of a measure to its terms: every instrument has its own keys, and each of them a range.

use adit_vocab::likelihood::ControlKind;
use adit_vocab::policy::{CONTROL, PolicyText, Price, Terms};

use super::Source;
use crate::session::Problems;

/// Keys of the price.
const OVER_BASE: &str = "over_base";
const USD: &str = "usd_per_t";

/// The instruments with the keys they take; what the list does not have does not exist.
const INSTRUMENTS: [(&str, &[&str]); 13] = [
    ("floor", &[OVER_BASE, USD, "returned", "years", "inside"]),
    ("permitting", &["factor"]),
    ("equity", &["part", "rate"]),
    ("loan", &["part", "rate", "years"]),
    ("guarantee", &["part", "rate", "years"]),
    ("offtake", &["part", OVER_BASE, USD, "years"]),
    ("reference_price", &[OVER_BASE, USD]),
    ("recycling", &["part", "years", USD]),
    ("substitution", &["part", "years", USD]),
    ("reserve", &["days", "years", "trigger", "shared"]),
    (CONTROL, &["kind", "share", "on"]),
    ("restraint", &[]),
    ("zone", &["rate"]),
];
/// What a problem says was found where a key is absent.
pub(super) const ABSENT: &str = "nothing";
/// What is left of the time that permits take: at most this, or the slip of a decimal point.
const SLOWEST: f64 = 10.0;
/// Days of use that nobody would hold in stock.
const LONGEST_STOCK: f64 = 1500.0;
/// A tariff above this is the slip of a decimal point.
const HIGHEST_TARIFF: f64 = 5.0;
/// Real rates of public money.
const RATES: std::ops::RangeInclusive<f64> = -0.05..=0.3;

/// Instruments that change the market and mean no single plant.
pub(super) const OF_THE_MARKET: [&str; 7] =
    ["reference_price", "recycling", "substitution", "reserve", CONTROL, "restraint", "zone"];

/// The terms, or every key that is wrong, missing or of another instrument.
pub(super) fn terms(text: &PolicyText, source: &Source, problems: &mut Problems) -> Option<Terms> {
    let Some((instrument, takes)) = INSTRUMENTS.iter().find(|(name, _)| *name == text.instrument) else {
        let names: Vec<&str> = INSTRUMENTS.iter().map(|(name, _)| *name).collect();
        problems.push(source.problem("instrument", format!("`{}`", text.instrument), format!("one of {}", names.join(", "))));
        return None;
    };
    if OF_THE_MARKET.contains(instrument) && !text.projects.is_empty() {
        let found = format!("`{instrument}` means no single plant");
        problems.push(source.problem("projects", found, "countries, materials or a stage"));
    }
    let given = [
        (OVER_BASE, text.over_base.is_some()),
        (USD, text.usd_per_t.is_some()),
        ("returned", text.returned.is_some()),
        ("inside", text.inside.is_some()),
        ("years", text.years.is_some()),
        ("factor", text.factor.is_some()),
        ("part", text.part.is_some()),
        ("rate", text.rate.is_some()),
        ("days", text.days.is_some()),
        ("trigger", text.trigger.is_some()),
        ("shared", text.shared.is_some()),
        ("kind", text.kind.is_some()),
        ("share", text.share.is_some()),
        ("on", !text.on.is_empty()),
    ];
    for (key, _) in given.iter().filter(|(key, given)| *given && !takes.contains(key)) {
        let expected = if takes.is_empty() { "no key of its own".to_owned() } else { format!("only {}", takes.join(", ")) };
        problems.push(source.problem(key, format!("`{instrument}` takes none"), expected));
    }
    if *instrument == CONTROL && text.countries.is_empty() {
        problems.push(source.problem("countries", ABSENT, "who controls"));
    }
    let mut number = |key: &str, value: Option<f64>, holds: &dyn Fn(f64) -> bool, expected: &str| {
        let found = value.filter(|&value| value.is_finite() && holds(value));
        if found.is_none() {
            let shown = value.map_or_else(|| ABSENT.to_owned(), |value| value.to_string());
            problems.push(source.problem(key, shown, expected));
        }
        found
    };
    let above = |value: f64| value > 0.0;
    let mut years = || number("years", text.years, &above, "years, above 0");
    match *instrument {
        "floor" => {
            let years = years();
            let returned = number("returned", text.returned, &|part| (0.0..1.0).contains(&part), "a part from 0 to less than 1");
            let price = price(text, source, problems);
            Some(Terms::Floor { price: price?, returned: returned?, inside: text.inside.unwrap_or(false), years: years? })
        }
        "permitting" => {
            let left = |factor: f64| factor > 0.0 && factor <= SLOWEST;
            let factor = number("factor", text.factor, &left, "what is left of the time, above 0 and at most 10, such as 0.5");
            Some(Terms::Permitting { factor: factor? })
        }
        "offtake" => {
            let years = years();
            let part = number("part", text.part, &|part| (0.0..=1.0).contains(&part), "a part of the output from 0 to 1");
            let price = price(text, source, problems);
            Some(Terms::Offtake { part: part?, price: price?, years: years? })
        }
        "reference_price" => Some(Terms::ReferencePrice { price: price(text, source, problems)? }),
        "recycling" | "substitution" => {
            let years = years();
            let part = number("part", text.part, &|part| part > 0.0 && part < 1.0, "a part of use, above 0 and below 1");
            let cost = text.usd_per_t.unwrap_or(0.0);
            let usd_per_t = number(USD, Some(cost), &|usd| usd >= 0.0, "US dollars a tonne, 0 or more");
            let (part, years, usd_per_t) = (part?, years?, usd_per_t?);
            Some(if *instrument == "recycling" {
                Terms::Recycling { part, years, usd_per_t }
            } else {
                Terms::Substitution { part, years, usd_per_t }
            })
        }
        "reserve" => {
            let years = years();
            let days =
                number("days", text.days, &|days| days > 0.0 && days <= LONGEST_STOCK, "days of use, above 0, at most 1500");
            let trigger =
                number("trigger", text.trigger, &|price| price > 1.0, "a price above that of the base year, such as 1.5");
            Some(Terms::Reserve { days: days?, years: years?, trigger: trigger?, shared: text.shared.unwrap_or(false) })
        }
        CONTROL => {
            let kind = text.kind.as_deref().map(ControlKind::parse);
            let Some(Some(kind)) = kind else {
                let shown = text.kind.as_ref().map_or_else(|| ABSENT.to_owned(), |word| format!("`{word}`"));
                problems.push(source.problem("kind", shown, ControlKind::ALL.map(ControlKind::id).join(", ")));
                return None;
            };
            if kind == ControlKind::Ban {
                if let Some(share) = text.share.filter(|share| *share != 0.0) {
                    problems.push(source.problem("share", share.to_string(), "nothing: a ban allows no exports"));
                    return None;
                }
                return Some(Terms::Control { share: 0.0 });
            }
            let expected = "the part of the exports of the base year that is allowed, from 0 to less than 1";
            let share = number("share", text.share, &|share| (0.0..1.0).contains(&share), expected);
            Some(Terms::Control { share: share? })
        }
        "restraint" => Some(Terms::Restraint),
        "zone" => {
            let tariff = |rate: f64| (0.0..=HIGHEST_TARIFF).contains(&rate);
            let rate = number("rate", text.rate, &tariff, "a tariff as a part of the base price, from 0 to 5, such as 0.1");
            Some(Terms::Zone { rate: rate? })
        }
        kind => {
            let years = if kind == "equity" { None } else { years() };
            let part = number("part", text.part, &|part| (0.0..=1.0).contains(&part), "a part of the capital from 0 to 1");
            let rate = number("rate", text.rate, &|rate| RATES.contains(&rate), "a real rate a year from -0.05 to 0.3");
            if kind == "equity" {
                return Some(Terms::Equity { part: part?, rate: rate? });
            }
            Some(Terms::Loan { part: part?, rate: rate?, years: years?, guarantee: kind == "guarantee" })
        }
    }
}

/// Exactly one of the two ways to name a price.
fn price(text: &PolicyText, source: &Source, problems: &mut Problems) -> Option<Price> {
    let (key, value, price) = match (text.over_base, text.usd_per_t) {
        (Some(over), None) => (OVER_BASE, over, Price::OverBase(over)),
        (None, Some(usd)) => (USD, usd, Price::Usd(usd)),
        (both, _) => {
            let found = if both.is_some() { "both" } else { ABSENT };
            let expected = "one of the two: the price in prices of the base year, or in US dollars a tonne";
            problems.push(source.problem("over_base, usd_per_t", found, expected));
            return None;
        }
    };
    if !(value.is_finite() && value > 0.0) {
        problems.push(source.problem(key, value.to_string(), "a price above 0"));
        return None;
    }
    Some(price)
}
