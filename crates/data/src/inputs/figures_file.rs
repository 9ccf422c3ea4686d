//! Files that are nothing but figures with their ranges: `reconciliation.toml`, `model.toml`, `losses.toml`, `years.toml` and others.

use adit_vocab::figure::Figure;
use adit_vocab::problem::Problem;
use serde::de::DeserializeOwned;

use super::encoding;
use crate::files::FileSet;

/// Reads a TOML file of a known shape.
pub fn read_toml<T: DeserializeOwned>(files: &FileSet, name: &str, schema: &str) -> Result<T, Problem> {
    parse_toml(&files.shown(name), &files.read(name)?, schema)
}

/// The same of a file that is already in memory. `file` is its name in messages.
pub fn parse_toml<T: DeserializeOwned>(file: &str, bytes: &[u8], schema: &str) -> Result<T, Problem> {
    let text = encoding::text(file, bytes)?;
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let found = error.message().lines().next().unwrap_or_default();
        Problem::new(file, format!("line {line}"), found, format!("the keys of schemas/{schema}.json"))
    })
}

/// Checks that a figure is a number of at least `least` inside its range.
pub fn check(file: &str, place: &str, figure: &Figure, least: f64, problems: &mut Vec<Problem>) {
    if !(figure.value.is_finite() && figure.value >= least) {
        problems.push(Problem::new(file, place, figure.value.to_string(), "a positive number"));
    }
    let holds = figure.low.zip(figure.high).is_some_and(|(low, high)| low <= figure.value && figure.value <= high);
    if !holds {
        let found = format!("{} to {}", end(figure.low), end(figure.high));
        problems.push(Problem::new(file, place, found, format!("a range that holds the value, {}", figure.value)));
    }
}

/// What the range of a figure may hold: its name, the least and the most.
pub type Limits = (&'static str, f64, f64);

/// Checks all figures of a file against their limits; a figure without limits must be positive.
pub fn checked(files: &FileSet, file: &str, names: &[&str], figures: &[&Figure], limits: &[Limits]) -> Result<(), Vec<Problem>> {
    let file = files.shown(file);
    let mut problems = Vec::new();
    for (name, figure) in names.iter().zip(figures) {
        let found = limits.iter().find(|(known, ..)| known == name);
        let (least, most) = found.map_or((f64::MIN_POSITIVE, f64::INFINITY), |&(_, least, most)| (least, most));
        check(&file, name, figure, least, &mut problems);
        if figure.low.is_some_and(|low| low < least) {
            let expected = if least == f64::MIN_POSITIVE { "above 0".to_owned() } else { format!("at least {least}") };
            problems.push(Problem::new(&file, format!("{name}.low"), end(figure.low), expected));
        }
        if figure.high.is_some_and(|high| high > most) {
            problems.push(Problem::new(&file, format!("{name}.high"), end(figure.high), format!("at most {most}")));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// An end of a range as messages say it.
pub fn end(value: Option<f64>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| value.to_string())
}
