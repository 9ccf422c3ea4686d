//! How people see numbers: separators, percent, tonnes, dates, in German and US English.

use adit_vocab::lang::Lang;
use adit_vocab::table::{Cell, Format};

/// U+2212, the minus sign.
const MINUS: char = '\u{2212}';

/// U+202F, the narrow no-break space before the German percent sign.
const NARROW: char = '\u{202f}';

/// Shares below this are rounding errors of a balance and read as zero.
pub const ZERO_SHARE: f64 = 1e-6;

/// Shown for a number that is not finite; such numbers never enter, so it is a last guard.
const NONE: &str = "–";

/// A share 0..1 in percent with its sign: `71 %`, `71%`, `<1%`, `>99%`.
pub fn percent(share: f64, lang: Lang) -> String {
    let digits = percent_digits(share, lang);
    match lang {
        _ if !share.is_finite() => digits,
        Lang::De => format!("{digits}{NARROW}%"),
        Lang::En => format!("{digits}%"),
    }
}

/// A share 0..1 in percent without the sign, for charts.
///
/// A share that is not zero is never printed as 0, and one that is not all is never printed as 100.
pub fn percent_digits(share: f64, lang: Lang) -> String {
    if !share.is_finite() {
        return NONE.to_owned();
    }
    if share.abs() < ZERO_SHARE {
        return "0".to_owned();
    }
    let value = share * 100.0;
    if (0.0..0.5).contains(&value) {
        "<1".to_owned()
    } else if (99.5..100.0).contains(&value) && 1.0 - share >= ZERO_SHARE {
        ">99".to_owned()
    } else {
        count(value, lang)
    }
}

/// A whole number with thousands separators.
pub fn count(value: f64, lang: Lang) -> String {
    // Formatting alone would round one half to zero.
    fixed(value.round(), 0, lang)
}

/// A quantity with three significant figures: `380.000`, `12,3`, `0,046`.
pub fn three_figures(value: f64, lang: Lang) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = value.abs().log10().floor();
    let step = 10f64.powf(magnitude - 2.0);
    let rounded = (value / step).round() * step;
    // Rounding may add a digit (9.996 becomes 10.0), so the decimals follow from the rounded value.
    let decimals = (2.0 - rounded.abs().log10().floor()).clamp(0.0, 9.0);
    let text = fixed(rounded, decimals as usize, lang);
    match text.rsplit_once(decimal_mark(lang)) {
        Some((whole, part)) if decimals > 0.0 => {
            let part = part.trim_end_matches('0');
            if part.is_empty() { whole.to_owned() } else { format!("{whole}{}{part}", decimal_mark(lang)) }
        }
        _ => text,
    }
}

/// Tonnes with their unit: `380.000 t`.
pub fn tonnes(value: f64, lang: Lang) -> String {
    format!("{}\u{a0}t", three_figures(value, lang))
}

/// A multiple with the digits a simulation bears: `0.82`, `2.6`, `44`.
pub fn multiple(value: f64, lang: Lang) -> String {
    let decimals = match value.abs() {
        small if small < 1.995 => 2,
        middle if middle < 9.95 => 1,
        _ => 0,
    };
    fixed(value, decimals, lang)
}

/// US dollars in words: `$3.06 billion`, `189 Mio. US-Dollar`.
pub fn usd(value: f64, lang: Lang) -> String {
    let large = value.abs() >= 1e9;
    let number = three_figures(value / if large { 1e9 } else { 1e6 }, lang);
    // the minus sign stands before the dollar
    let (sign, size) = number.strip_prefix(MINUS).map_or(("", number.as_str()), |size| ("\u{2212}", size));
    match (lang, large) {
        (Lang::En, true) => format!("{sign}${size} billion"),
        (Lang::En, false) => format!("{sign}${size} million"),
        (Lang::De, true) => format!("{number} Mrd. US-Dollar"),
        (Lang::De, false) => format!("{number} Mio. US-Dollar"),
    }
}

/// An index with two decimals; a small one that is not zero reads `<0.01`.
pub fn index(value: f64, lang: Lang) -> String {
    if value > 0.0 && value < 0.005 { format!("<{}", fixed(0.01, 2, lang)) } else { fixed(value, 2, lang) }
}

/// A number with a fixed count of decimals.
pub fn fixed(value: f64, decimals: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 6);
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push(MINUS);
    }
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(thousands_mark(lang));
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push(decimal_mark(lang));
        text.push_str(part);
    }
    text
}

/// A list in running text: `a, b and c`.
pub fn list(items: &[String], lang: Lang) -> String {
    let and = match lang {
        Lang::De => "und",
        Lang::En => "and",
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} {and} {second}"),
        [head @ .., last] => format!("{} {and} {last}", head.join(", ")),
    }
}

/// A cell as people read it; `no_data` and `not_applicable` are the words for what is missing.
pub fn cell<'a>(cell: &'a Cell, lang: Lang, no_data: &'a str, not_applicable: &'a str) -> std::borrow::Cow<'a, str> {
    match cell {
        Cell::Text(text) => text.as_str().into(),
        Cell::Number(value, format) => number(*value, *format, lang).into(),
        Cell::NoData => no_data.into(),
        Cell::NotApplicable => not_applicable.into(),
    }
}

/// A number in its format; the unit of tonnes and money stands in the table head.
pub fn number(value: f64, format: Format, lang: Lang) -> String {
    match format {
        Format::Percent => percent(value, lang),
        Format::Tonnes | Format::UsdPerTonne => three_figures(value, lang),
        Format::Multiple => multiple(value, lang),
        Format::Usd => three_figures(value / 1e6, lang),
        Format::Index => index(value, lang),
        Format::Count => count(value, lang),
    }
}

fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::De => ',',
        Lang::En => '.',
    }
}

fn thousands_mark(lang: Lang) -> char {
    match lang {
        Lang::De => '.',
        Lang::En => ',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_say_no_more_than_they_know() {
        let said = |value| multiple(value, Lang::En);
        assert_eq!([0.823, 1.994, 1.999, 2.56, 9.96, 44.4, 109.3].map(said), ["0.82", "1.99", "2.0", "2.6", "10", "44", "109"]);
    }

    #[test]
    fn money_in_words() {
        assert_eq!(usd(3.0649e9, Lang::En), "$3.06 billion");
        assert_eq!(usd(1.89e8, Lang::De), "189 Mio. US-Dollar");
        assert_eq!(usd(-7.22e5, Lang::En), "\u{2212}$0.722 million");
        assert_eq!(usd(-7.22e5, Lang::De), "\u{2212}0,722 Mio. US-Dollar");
    }

    #[test]
    fn percent_in_both_languages() {
        assert_eq!(percent(0.711, Lang::De), "71\u{202f}%");
        assert_eq!(percent(0.711, Lang::En), "71%");
        assert_eq!(percent(1.0, Lang::En), "100%");
        assert_eq!(percent(0.0, Lang::En), "0%");
    }

    #[test]
    fn something_is_never_nothing_and_part_is_never_all() {
        assert_eq!(percent(0.004, Lang::En), "<1%");
        assert_eq!(percent(0.005, Lang::En), "1%");
        assert_eq!(percent(0.9961, Lang::En), ">99%");
        assert_eq!(percent(0.994, Lang::En), "99%");
        assert_eq!(percent(1.0 - 1e-12, Lang::En), "100%");
        assert_eq!(percent(1e-13, Lang::En), "0%");
    }

    #[test]
    fn a_net_exporter_has_a_true_minus() {
        assert_eq!(percent(-12.5, Lang::De), "\u{2212}1.250\u{202f}%");
        assert_eq!(fixed(-0.001, 2, Lang::En), "0.00");
    }

    #[test]
    fn three_figures_as_the_data_bear() {
        assert_eq!(three_figures(380_123.0, Lang::De), "380.000");
        assert_eq!(three_figures(380_123.0, Lang::En), "380,000");
        assert_eq!(three_figures(22_712_345.0, Lang::En), "22,700,000");
        assert_eq!(three_figures(12.34, Lang::De), "12,3");
        assert_eq!(three_figures(0.045_67, Lang::En), "0.0457");
        assert_eq!(three_figures(999.6, Lang::En), "1,000");
        assert_eq!(three_figures(9.996, Lang::En), "10");
        assert_eq!(three_figures(600.0, Lang::En), "600");
        assert_eq!(three_figures(0.0, Lang::En), "0");
        assert_eq!(tonnes(600.0, Lang::De), "600\u{a0}t");
    }

    #[test]
    fn an_index_keeps_two_decimals() {
        assert_eq!(index(0.384, Lang::De), "0,38");
        assert_eq!(index(0.0001, Lang::En), "<0.01");
    }

    #[test]
    fn what_is_not_a_number_is_not_printed() {
        for value in [f64::NAN, f64::INFINITY] {
            for format in [Format::Percent, Format::Tonnes, Format::Index, Format::Count] {
                assert_eq!(number(value, format, Lang::En), "–");
            }
        }
    }

    #[test]
    fn lists_in_running_text() {
        let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(list(&items, Lang::En), "a, b and c");
        assert_eq!(list(&items[..2], Lang::De), "a und b");
        assert_eq!(list(&items[..1], Lang::De), "a");
        assert_eq!(list(&[], Lang::De), "");
    }
}
