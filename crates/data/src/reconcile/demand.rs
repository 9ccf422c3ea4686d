//! Who uses it: priors of use by country.
//!
//! Where trade is observed, use is output plus imports minus exports, leaning a little towards the general prior. Where
//! it is not, the general prior is all there is: gross domestic product times the use per GDP that the country shows in
//! the observed markets (its revealed intensity, the median over materials), damped by an exponent.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Item, Market, TradeKnowledge};
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::observation::Observations;

use super::settings::Settings;

/// Markets that must show a country's use before its intensity is believed.
const FEWEST_MARKETS: usize = 5;

/// Each country's expected share of world use; sums to 1.
pub type UseWeights = BTreeMap<CountryId, f64>;

/// Shares of gross domestic product, latest year up to the base year.
pub fn gdp_weights(data: &Observations, countries: &Countries, settings: &Settings) -> UseWeights {
    let mut latest: BTreeMap<CountryId, (i32, f64)> = BTreeMap::new();
    for row in &data.economy {
        let (Some(country), Some(gdp)) = (countries.by_iso3(&row.iso3), row.gdp_usd) else { continue };
        if row.year <= settings.base_year && latest.get(&country).is_none_or(|(year, _)| row.year > *year) {
            latest.insert(country, (row.year, gdp));
        }
    }
    let mut weights: UseWeights = BTreeMap::new();
    for (country, (_, gdp)) in latest {
        let iso3 = &countries.get(country).iso3;
        let target = settings.merged.get(iso3).and_then(|iso3| countries.by_iso3(iso3)).unwrap_or(country);
        *weights.entry(target).or_default() += gdp;
    }
    normalise(weights)
}

/// Weights corrected by what the observed markets reveal.
pub fn revealed_weights(gdp: &UseWeights, markets: &[Option<Market>], settings: &Settings) -> UseWeights {
    let mut intensities: BTreeMap<CountryId, Vec<f64>> = BTreeMap::new();
    for last in markets.iter().flatten().filter_map(Market::last) {
        if last.quality.trade != TradeKnowledge::Specific {
            continue;
        }
        let world: f64 = last.nodes.iter().map(|node| node.tonnes(Item::Use)).sum();
        for (&country, &weight) in gdp {
            let used = last.node(country).map_or(0.0, |node| node.tonnes(Item::Use));
            intensities.entry(country).or_default().push(used / world / weight);
        }
    }
    let corrected = gdp
        .iter()
        .map(|(&country, &weight)| {
            let revealed = intensities.get_mut(&country).filter(|seen| seen.len() >= FEWEST_MARKETS).map_or(1.0, |seen| {
                seen.sort_by(f64::total_cmp);
                seen[seen.len() / 2].clamp(settings.rule.intensity_low.value, settings.rule.intensity_high.value)
            });
            (country, weight * revealed.powf(settings.rule.intensity_exponent.value))
        })
        .collect();
    normalise(corrected)
}

fn normalise(mut weights: UseWeights) -> UseWeights {
    let sum: f64 = weights.values().sum();
    if sum > 0.0 {
        weights.values_mut().for_each(|weight| *weight /= sum);
    }
    weights
}
