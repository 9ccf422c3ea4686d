//! Files that are nothing but figures with their ranges: `reconciliation.toml` and `model.toml`.

use adit_vocab::figure::Figure;
use adit_vocab::problem::Problem;
use serde::de::DeserializeOwned;

use super::encoding;
use crate::files::FileSet;

/// Reads a TOML file of a known shape.
pub fn read_toml<T: DeserializeOwned>(files: &FileSet, name: &str, schema: &str) -> Result<T, Problem> {
    let file = files.shown(name);
    let bytes = files.read(name)?;
    let text = encoding::text(&file, &bytes)?;
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let found = error.message().lines().next().unwrap_or_default();
        Problem::new(&file, format!("line {line}"), found, format!("the keys of schemas/{schema}.json"))
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

/// An end of a range as messages say it.
pub fn end(value: Option<f64>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| value.to_string())
}
