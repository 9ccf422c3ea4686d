//! Simple rules to compare with: what people hold without a model.

use super::candidate::Candidate;

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleId {
    /// Sixty days of use of every material.
    SixtyDays,
    /// Forty-five days of use of the 44 materials that are imported most; the list of Project Vault is not published.
    FortyFiveDays,
    /// The budget by the value of what is used.
    Value,
    /// The budget by the value of what is used times the imported part.
    Reliance,
}

/// A rule with the same budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// What is spent, US dollars; less than the rule asks for where the budget ends first.
    pub spent: f64,
    /// What the whole rule would cost, US dollars; `None` for a rule that spends any budget.
    pub whole: Option<f64>,
    /// Gain before the outlay, in dollars of today.
    pub gain: f64,
}

/// Materials of the second rule.
const VAULT: usize = 44;
/// Days of a year.
const YEAR: f64 = 365.0;

/// All rules.
pub(super) fn rules(candidates: &[Candidate], budget: f64) -> Vec<Rule> {
    let shares = |of: &dyn Fn(&Candidate) -> f64| candidates.iter().map(of).collect::<Vec<f64>>();
    let mut imported: Vec<usize> = (0..candidates.len()).collect();
    imported.sort_by(|&a, &b| candidates[b].shop.reliance.total_cmp(&candidates[a].shop.reliance).then(a.cmp(&b)));
    let vault: Vec<f64> =
        (0..candidates.len())
            .map(|place| {
                if imported[..imported.len().min(VAULT)].contains(&place) {
                    45.0 / YEAR * candidates[place].shop.used
                } else {
                    0.0
                }
            })
            .collect();
    let sixty = shares(&|candidate| 60.0 / YEAR * candidate.shop.used);
    let used = shares(&|candidate| candidate.shop.used);
    let reliant = shares(&|candidate| candidate.shop.used * candidate.shop.reliance);
    vec![
        fixed(RuleId::SixtyDays, candidates, &sixty, budget),
        fixed(RuleId::FortyFiveDays, candidates, &vault, budget),
        any(RuleId::Value, candidates, &used, budget),
        any(RuleId::Reliance, candidates, &reliant, budget),
    ]
}

fn fixed(id: RuleId, candidates: &[Candidate], tonnes: &[f64], budget: f64) -> Rule {
    let whole = outlay(candidates, tonnes, 1.0);
    let scale = if whole > budget { fit(candidates, tonnes, budget, 1.0) } else { 1.0 };
    Rule { id, whole: Some(whole), ..evaluate(id, candidates, tonnes, scale) }
}

fn any(id: RuleId, candidates: &[Candidate], tonnes: &[f64], budget: f64) -> Rule {
    // at most what was computed: two years of use
    let scale = fit(candidates, tonnes, budget, 2.0);
    evaluate(id, candidates, tonnes, scale)
}

fn evaluate(id: RuleId, candidates: &[Candidate], tonnes: &[f64], scale: f64) -> Rule {
    let gain = candidates.iter().zip(tonnes).map(|(candidate, tonnes)| candidate.at(tonnes * scale).1).sum();
    Rule { id, spent: outlay(candidates, tonnes, scale), whole: None, gain }
}

fn outlay(candidates: &[Candidate], tonnes: &[f64], scale: f64) -> f64 {
    candidates.iter().zip(tonnes).map(|(candidate, tonnes)| candidate.at(tonnes * scale).0).sum()
}

/// The largest scale up to `most` that the budget allows.
fn fit(candidates: &[Candidate], tonnes: &[f64], budget: f64, most: f64) -> f64 {
    let (mut low, mut high) = (0.0, most);
    if outlay(candidates, tonnes, high) <= budget {
        return high;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if outlay(candidates, tonnes, middle) <= budget { low = middle } else { high = middle }
    }
    low
}
