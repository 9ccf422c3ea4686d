//! Figures and units as statistical offices print them.

/// Pounds in a tonne, exact by definition.
const POUNDS: f64 = 1.0 / 0.000_453_592_37;
/// Troy ounces in a tonne, exact by definition.
const TROY_OUNCES: f64 = 1e6 / 31.103_476_8;
/// Metric ton units of 10 kg in a tonne.
const TON_UNITS: f64 = 100.0;

/// No table holds a figure like this; what is larger is damage.
pub const LARGEST: f64 = 1e15;

/// A printed figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Printed {
    /// A number of 0 or more.
    Number(f64),
    /// The middle of a printed range.
    Range(f64),
    /// A dash: a real zero.
    Zero,
    /// Known and not shown.
    Withheld,
    /// Not known.
    NotAvailable,
    /// Only a bound is known.
    Bound,
    /// A letter or word: the figure stands elsewhere in the table.
    Elsewhere,
}

/// Reads a figure with English thousands separators. `None`: not a figure, for example a negative one or a decimal comma.
pub fn printed(text: &str) -> Option<Printed> {
    let text = text.trim();
    let lower = text.to_lowercase();
    match lower.as_str() {
        "" | "na" | "n.a." | "n/a" => return Some(Printed::NotAvailable),
        "w" => return Some(Printed::Withheld),
        "-" | "--" | "—" | "–" | "−" | "‒" | "‑" => return Some(Printed::Zero),
        _ => {}
    }
    if text.starts_with(['<', '>', '≤', '≥']) || lower.starts_with("less than") || lower.starts_with("more than") {
        return Some(Printed::Bound);
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Some(Printed::Elsewhere);
    }
    let text = text.strip_suffix(['e', 'E']).map_or(text, str::trim_end);
    if let Some(value) = number(text) {
        return Some(Printed::Number(value));
    }
    for dash in ["–", "—", "−", "‒", "‑", " to ", "-"] {
        if let Some((low, high)) = text.split_once(dash)
            && let (Some(low), Some(high)) = (number(low.trim()), number(high.trim()))
        {
            return (low <= high).then_some(Printed::Range(low + (high - low) / 2.0));
        }
    }
    None
}

/// A number of 0 or more with a decimal point; commas only between groups of three digits.
fn number(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if !digits(part) || !digits(first) || (grouped && !(1..=3).contains(&first.len())) {
        return None;
    }
    if groups.any(|group| group.len() != 3 || !digits(group)) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let value: f64 = text.replace(',', "").parse().ok()?;
    (value <= LARGEST).then_some(value)
}

/// Tonnes in one unit of mass, by the words of USGS, WMD and BGS.
pub fn tonnes_in(unit: &str) -> Option<f64> {
    let unit = unit.to_lowercase();
    let factor = if unit.contains("million") {
        1e6
    } else if unit.contains("thousand") {
        1e3
    } else {
        1.0
    };
    if unit.contains("carat") || unit.contains("cubic") || unit.contains("m3") {
        None
    } else if unit.contains("kilogram") || unit.trim() == "kg" {
        Some(factor * 1e-3)
    } else if unit.contains("metr") || unit.contains("tonne") || unit.trim() == "t" {
        Some(factor)
    } else {
        None
    }
}

/// Units of a price in one US dollar per tonne, by the words of USGS.
pub fn usd_per_tonne(unit: &str) -> Option<f64> {
    let unit = unit.to_lowercase();
    let (money, mass) = unit.split_once(" per ")?;
    let money = match money.trim() {
        "dollars" | "dollar" | "us dollars" => 1.0,
        "cents" => 0.01,
        "thousand dollars" => 1e3,
        _ => return None,
    };
    let mass = mass.trim();
    let per_tonne = if mass.contains("ton unit") {
        TON_UNITS
    } else if mass.starts_with("pound") {
        POUNDS
    } else if mass.starts_with("troy ounce") {
        TROY_OUNCES
    } else if mass.starts_with("kilogram") {
        1e3
    } else if mass.starts_with("gram") {
        1e6
    } else if mass.starts_with("metric ton") || mass.starts_with("dry metric ton") || mass.starts_with("ton") {
        1.0
    } else {
        return None;
    };
    Some(money * per_tonne)
}

/// A number for a table: so many significant digits, no exponent, no trailing zeros.
pub fn figure(value: f64, digits: i32) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    #[allow(clippy::cast_possible_truncation, reason = "a decimal exponent is between -324 and 308")]
    let exponent = value.abs().log10().floor() as i32;
    let places = digits - 1 - exponent;
    if places >= 0 {
        let text = format!("{value:.*}", usize::try_from(places.min(320)).unwrap_or(0));
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    } else {
        let step = 10f64.powi(-places);
        format!("{:.0}", (value / step).round() * step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_printed() {
        let cases = [
            ("1,234", Some(Printed::Number(1234.0))),
            ("0.5", Some(Printed::Number(0.5))),
            ("3,900,000", Some(Printed::Number(3.9e6))),
            ("25e", Some(Printed::Number(25.0))),
            ("500–700", Some(Printed::Range(600.0))),
            ("330 - 390", Some(Printed::Range(360.0))),
            ("330‑390", Some(Printed::Range(360.0))),
            ("—", Some(Printed::Zero)),
            ("W", Some(Printed::Withheld)),
            ("NA", Some(Printed::NotAvailable)),
            ("", Some(Printed::NotAvailable)),
            ("<100", Some(Printed::Bound)),
            ("Less than ½ unit", Some(Printed::Bound)),
            ("s", Some(Printed::Elsewhere)),
            ("-5", None),
            ("1,5", None),
            ("1.2.3", None),
            ("700–500", None),
            ("1e400", None),
        ];
        for (text, right) in cases {
            assert_eq!(printed(text), right, "{text}");
        }
    }

    #[test]
    fn units_of_mass_and_price() {
        assert_eq!(tonnes_in("thousand metric dry tons"), Some(1000.0));
        assert_eq!(tonnes_in("kilograms (metal content)"), Some(0.001));
        assert_eq!(tonnes_in("metr. t"), Some(1.0));
        assert_eq!(tonnes_in("Mio m3"), None);
        assert_eq!(tonnes_in("ct"), None);
        let usd = |unit: &str| usd_per_tonne(unit).map(|usd| figure(usd, 6));
        assert_eq!(usd("cents per pound").as_deref(), Some("22.0462"));
        assert_eq!(usd("dollars per troy ounce").as_deref(), Some("32150.7"));
        assert_eq!(usd("dollars per dry metric ton unit").as_deref(), Some("100"));
        assert_eq!(usd("percent"), None);
    }

    #[test]
    fn numbers_for_tables() {
        for (value, right) in [
            (0.0, "0"),
            (1.5, "1.5"),
            (3_968.320_71, "3968.32"),
            (141_463_245.0, "141463000"),
            (0.001_234_567, "0.00123457"),
            (600.0, "600"),
        ] {
            assert_eq!(figure(value, 6), right);
        }
    }
}
