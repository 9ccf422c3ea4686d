//! How likely a supplier stops its exports: the parameters of a stated rule, the controls that are in force, and overrides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::figures::figures;
use crate::material::MaterialId;
use crate::stage::Stage;

figures!(
    /// The file `likelihood.toml`.
    LikelihoodParameters,
    /// One value for every parameter of the rule.
    LikelihoodValues,
    /// Stops in a year by a supplier of middling governance that is no ally and has no history.
    base,
    /// Factor for a supplier whose governance is one point worse (of about five).
    governance,
    /// Factor for a supplier that shares a bloc with the asker.
    ally,
    /// Factor for a supplier that has restricted exports of any material.
    history,
    /// Stops in a year of exports that are under control already.
    in_force,
    /// Months of a short stop.
    short_months,
    /// Part of stops that are short.
    short_part,
    /// Months of a long stop.
    long_months,
    /// Part of stops that are long; the rest lasts a year.
    long_part,
    /// Expected loss a year, US dollars, from which a risk is high.
    class_high,
    /// The same for an elevated risk.
    class_elevated,
    /// The same for a moderate risk.
    class_moderate,
    /// The same for a limited risk; below it is negligible.
    class_limited,
);

/// How exports are controlled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlKind {
    /// Exports need a licence.
    Licence,
    /// No exports.
    Ban,
    /// Exports up to a quantity.
    Quota,
}

impl ControlKind {
    /// All.
    pub const ALL: [ControlKind; 3] = [ControlKind::Licence, ControlKind::Ban, ControlKind::Quota];

    /// The word used in files.
    pub fn id(self) -> &'static str {
        match self {
            ControlKind::Licence => "licence",
            ControlKind::Ban => "ban",
            ControlKind::Quota => "quota",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<ControlKind> {
        ControlKind::ALL.into_iter().find(|kind| kind.id() == word)
    }
}

/// A control of exports to everyone that is in force, or out of force for a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// Who controls.
    pub by: CountryId,
    /// What.
    pub material: MaterialId,
    /// Where; every stage if `None`.
    pub stage: Option<Stage>,
    /// How.
    pub kind: ControlKind,
    /// True while it is suspended.
    pub suspended: bool,
}

/// A row of a file with likelihoods of the user's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LikelihoodRow {
    /// The supplier, by any of its names.
    pub supplier: String,
    /// The material, by any of its names; every material if empty.
    pub material: String,
    /// `mine` or `refined`; every stage if empty.
    pub stage: String,
    /// Stops in a year, 0 to 1.
    pub probability: Option<f64>,
}

/// A likelihood that the user gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Override {
    /// Who stops.
    pub supplier: CountryId,
    /// What; everything if `None`.
    pub material: Option<MaterialId>,
    /// Where; every stage if `None`.
    pub stage: Option<Stage>,
    /// Stops in a year.
    pub probability: f64,
}
