//! What each assumption does to a number: moved to both ends of its range, one at a time, all at once on every core.

use adit_analysis::stop::{Asker, Subject};
use adit_report::Driver;
use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Parameters;
use adit_vocab::stockpile::{StockpileParameters, StockpileValues};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::losses::AskerData;
use crate::session::{Problems, Session};

/// Parameters that cannot move what a full stop costs: those of licences, of controls on named countries, of bands and
/// classes, and covers of stock classes, which stand in `stock_cover`.
const SILENT: [&str; 14] = [
    "licence_stop",
    "licence_residual",
    "licence_recovery",
    "licence_ramp",
    "leakage_named",
    "residual_log_sd",
    "residual_full_at",
    "cover_thin",
    "cover_normal",
    "cover_glut",
    "class_high",
    "class_elevated",
    "class_moderate",
    "class_limited",
];

/// The files whose parameters are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum File {
    Model,
    Losses,
    Likelihood,
    Stockpile,
}

impl Session {
    /// What each assumption of the four files does to a number that `value` computes, largest effect first. `value` may look at
    /// the materials that matter most; its results are scaled so that the central one is `all`.
    pub(crate) fn moved(
        &self,
        data: &AskerData,
        materials: &[MaterialId],
        all: f64,
        value: impl Fn(&[Subject], &Asker, &StockpileValues) -> Option<f64> + Sync,
    ) -> Result<Vec<Driver>, Problems> {
        let values = self.stockpile_parameters()?;
        let mut subjects = Vec::new();
        let mut parameters = Vec::new();
        for &material in materials {
            subjects.extend(self.subject(material, data)?);
            parameters.push(self.parameters_of(material)?);
        }
        let run = |change: Option<(File, usize, f64)>| -> Option<f64> {
            let at = |file: File, count: usize| {
                let mut quantiles = vec![0.5; count];
                if let Some((_, place, quantile)) = change.filter(|(changed, ..)| *changed == file) {
                    quantiles[place] = quantile;
                }
                quantiles
            };
            let subjects: Vec<Subject> = subjects
                .iter()
                .zip(&parameters)
                .map(|(subject, own)| Subject { values: own.at(&at(File::Model, Parameters::NAMES.len())), ..subject.clone() })
                .collect();
            let asker = Asker {
                losses: data.losses.at(&at(File::Losses, LossParameters::NAMES.len())),
                likelihood: data.likelihood.at(&at(File::Likelihood, LikelihoodParameters::NAMES.len())),
                ..data.asker()
            };
            value(&subjects, &asker, &values.at(&at(File::Stockpile, StockpileParameters::NAMES.len())))
        };
        let Some(central) = run(None).filter(|central| *central > 0.0) else { return Ok(Vec::new()) };
        let names = [
            (File::Model, Parameters::NAMES),
            (File::Losses, LossParameters::NAMES),
            (File::Likelihood, LikelihoodParameters::NAMES),
            (File::Stockpile, StockpileParameters::NAMES),
        ];
        let asked: Vec<(File, usize, &str)> = names
            .into_iter()
            .flat_map(|(file, names)| names.iter().enumerate().map(move |(place, name)| (file, place, *name)))
            .filter(|(_, _, name)| !SILENT.contains(name))
            .collect();
        let driver = |&(file, place, name): &(File, usize, &str)| {
            let end = |quantile| run(Some((file, place, quantile))).map(|moved| moved / central * all);
            // an end at which no prices clear the market says nothing
            let (at_low, at_high) = (end(0.0)?, end(1.0)?);
            (at_low != all || at_high != all).then(|| Driver { parameter: name.to_owned(), at_low, at_high })
        };
        let mut drivers: Vec<Driver> = asked.par_iter().filter_map(driver).collect();
        drivers.sort_by(|a, b| (b.at_low - b.at_high).abs().total_cmp(&(a.at_low - a.at_high).abs()));
        Ok(drivers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_silent_is_a_parameter() {
        let names = [Parameters::NAMES, LikelihoodParameters::NAMES].concat();
        assert!(SILENT.iter().all(|name| names.contains(name)));
    }
}
