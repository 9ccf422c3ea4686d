//! `reconciliation.toml`: spreads and rules of the reconciliation.

use adit_vocab::problem::Problem;

use super::encoding;
use crate::files::FileSet;
use crate::reconcile::settings::Settings;

/// Name of the file in the data directory.
pub const FILE: &str = "reconciliation.toml";

/// Reads and checks the settings: every figure is an assumption with a range that holds its value.
pub fn read_settings(files: &FileSet) -> Result<Settings, Vec<Problem>> {
    let file = files.shown(FILE);
    let bytes = files.read(FILE).map_err(|problem| vec![problem])?;
    let text = encoding::text(&file, &bytes).map_err(|problem| vec![problem])?;
    let mut settings: Settings = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        vec![Problem::new(
            &file,
            format!("line {line}"),
            error.message().lines().next().unwrap_or_default(),
            "the keys of schemas/reconciliation.json",
        )]
    })?;
    let mut problems = Vec::new();
    let figures = settings.spread.figures().into_iter().map(|(name, figure)| (format!("spread.{name}"), figure));
    for (place, figure) in
        figures.chain(settings.rule.figures().into_iter().map(|(name, figure)| (format!("rule.{name}"), figure)))
    {
        let least = if place.starts_with("spread") { f64::MIN_POSITIVE } else { 0.0 };
        if !(figure.value.is_finite() && figure.value >= least) {
            problems.push(Problem::new(&file, &place, figure.value.to_string(), "a positive number"));
        }
        let holds = figure.low.zip(figure.high).is_some_and(|(low, high)| low <= figure.value && figure.value <= high);
        if !holds {
            problems.push(Problem::new(
                &file,
                &place,
                format!("{:?} to {:?}", figure.low, figure.high),
                "a range that holds the value",
            ));
        }
    }
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}
