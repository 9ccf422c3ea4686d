//! Where some countries' supply comes from in a year of a pathway, behind traders: the feared supplier's part at each stage, and
//! the largest part of any single country outside.

use adit_model::years::Years;
use adit_vocab::country::CountryId;

use super::Question;
use crate::trace::trace;

/// Years for which origins are followed: every fifth, and the first.
pub(super) fn is_told(year: i32, base_year: i32) -> bool {
    year % 5 == 0 || year == base_year + 1
}

/// Origin of their supply at one stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin {
    /// Part that the feared supplier made.
    pub feared: f64,
    /// Part that the country made that makes most of it outside, and that country.
    pub largest: (CountryId, f64),
}

/// By stage, in the order of the pathway; `None` where they need nothing.
pub(super) fn origins(years: &Years, question: &Question) -> Vec<Option<Origin>> {
    let supplied = question.supplied;
    let of = |balance: &adit_vocab::baseline::StageBalance| {
        let needs = supplied.iter().map(|&member| (member, years.need(balance.stage, member)));
        let start: Vec<(CountryId, f64)> = needs.filter(|(_, need)| *need > 0.0).collect();
        let all: f64 = start.iter().map(|(_, need)| need).sum();
        if all <= 0.0 {
            return None;
        }
        let produced = trace(balance, &start, None).produced;
        let part = |country: CountryId| produced.get(&country).copied().unwrap_or(0.0) / all;
        let outside = produced.keys().copied().filter(|country| !supplied.contains(country));
        let largest = outside.max_by(|&a, &b| part(a).total_cmp(&part(b)))?;
        Some(Origin { feared: part(question.supplier), largest: (largest, part(largest)) })
    };
    years.balances().iter().map(of).collect()
}
