//! Measures over years: what a treasury does for plants, what the feared supplier does, and both together as a package.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::lang::Text;
use crate::material::MaterialId;
use crate::stage::Stage;

/// The instruments, by the word used in files.
pub const INSTRUMENTS: [&str; 13] = [
    "floor",
    "permitting",
    "equity",
    "loan",
    "guarantee",
    "offtake",
    "reference_price",
    "recycling",
    "substitution",
    "reserve",
    CONTROL,
    "restraint",
    "zone",
];

/// The instrument by which a country holds back exports.
pub const CONTROL: &str = "control";

/// A price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Price {
    /// In prices of the base year.
    OverBase(f64),
    /// US dollars a tonne.
    Usd(f64),
}

/// What is done for a plant. Parts are 0 to 1, rates are real and a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Terms {
    /// A price floor by contract for difference.
    Floor {
        /// The floor.
        price: Price,
        /// Part of the price above the floor that the plant returns.
        returned: f64,
        /// True if the reference price is that inside the feared supplier, else that where the plant sells.
        inside: bool,
        /// Years of the contract from first output.
        years: f64,
    },
    /// Permits are given faster or slower.
    Permitting {
        /// What is left of the time.
        factor: f64,
    },
    /// The treasury takes preferred equity.
    Equity {
        /// Part of the capital expenditure.
        part: f64,
        /// What it is to earn a year, out of what the plant earns.
        rate: f64,
    },
    /// The treasury lends, or guarantees what others lend.
    Loan {
        /// Part of the capital expenditure.
        part: f64,
        /// Rate of interest.
        rate: f64,
        /// Years of repayment from full output.
        years: f64,
        /// True if others lend and the treasury pays what they do not get.
        guarantee: bool,
    },
    /// Buyers at home commit themselves to take output.
    Offtake {
        /// Part of the output.
        part: f64,
        /// Least price.
        price: Price,
        /// Years of the contract from first output.
        years: f64,
    },
    /// Imports from outside a zone pay what they cost less than a reference.
    ReferencePrice {
        /// The reference.
        price: Price,
    },
    /// More scrap comes back.
    Recycling {
        /// Part of the use of the base year.
        part: f64,
        /// Years until all of it comes.
        years: f64,
        /// What it costs the treasury, US dollars a tonne; 0 if it costs nothing.
        usd_per_t: f64,
    },
    /// Less is needed for the same.
    Substitution {
        /// Part of the use of the base year.
        part: f64,
        /// Years until all of it is saved.
        years: f64,
        /// What it costs the treasury, US dollars a tonne; 0 if it costs nothing.
        usd_per_t: f64,
    },
    /// The treasury buys a stock and sells it when the price is high.
    Reserve {
        /// Days of the use of the base year.
        days: f64,
        /// Years over which it is bought.
        years: f64,
        /// Price from which it is sold, in base prices.
        trigger: f64,
        /// True if it is sold to whichever of the countries pays most, else each country's part at its own price.
        shared: bool,
    },
    /// Countries hold back exports.
    Control {
        /// What they allow, of what the base year exported.
        share: f64,
    },
    /// Members do not hold back exports to each other.
    Restraint,
    /// Imports of members from outside pay a tariff.
    Zone {
        /// Part of the base price.
        rate: f64,
    },
}

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// What is done.
    pub terms: Terms,
    /// First year in which contracts are made.
    pub from: i32,
    /// Last such year; to the end if `None`.
    pub until: Option<i32>,
    /// Where plants must stand, in the order of `Countries`, anywhere outside the feared supplier if empty; for what changes the
    /// market, who takes part: those who ask if empty.
    pub countries: Vec<CountryId>,
    /// Importers that a control meets: everyone if empty.
    pub on: Vec<CountryId>,
    /// Projects by id; all if empty.
    pub projects: Vec<String>,
    /// Materials; all if empty.
    pub materials: Vec<MaterialId>,
    /// Stage; all if `None`.
    pub stage: Option<Stage>,
}

impl Policy {
    /// True in a year in which contracts are made.
    pub fn in_force(&self, year: i32) -> bool {
        year >= self.from && self.until.is_none_or(|until| year <= until)
    }
}

/// What the feared supplier does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Behaviour {
    /// It sells as the market asks.
    #[default]
    Passive,
    /// It sells below cost from one year to another.
    Flood {
        /// First year.
        from: i32,
        /// Last year.
        until: i32,
    },
    /// It allows a part of its exports at all stages from one year to another.
    Restrict {
        /// First year.
        from: i32,
        /// Last year.
        until: i32,
        /// The part, of what the base year exported, 0 to 1.
        share: f64,
    },
    /// It ends its exports at all stages.
    CutOff {
        /// First year.
        from: i32,
    },
}

/// Measures and a behaviour under one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// The word used on the command line.
    pub id: String,
    /// How people call it.
    pub name: Text,
    /// What is done.
    pub policies: Vec<Policy>,
    /// What the feared supplier does.
    pub behaviour: Behaviour,
    /// Of each policy the real measure it is a part of; empty for a package that somebody wrote.
    pub origins: Vec<Origin>,
}

/// The real measure that a policy is a part of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// Its name.
    pub name: Text,
    /// Whose treasuries it is: ISO3 codes and ids of blocs.
    pub by: Vec<String>,
}

/// A package as it is written: the shape of a file in `scenarios/`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackageText {
    /// Name in both languages.
    pub name: Text,
    /// What the feared supplier does; passive if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplier: Option<BehaviourText>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measure: Vec<PolicyText>,
}

/// What the feared supplier does, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BehaviourText {
    /// `passive`, `flood`, `restrict` or `cut-off`.
    pub does: String,
    /// First year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    /// Last year of a flood or a restriction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i32>,
    /// Part of the exports of the base year that a restriction allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// A measure as it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyText {
    /// `floor`, `permitting`, `equity`, `loan`, `guarantee`, `offtake`, `reference_price`, `recycling`, `substitution`, `reserve`,
    /// `control`, `restraint` or `zone`.
    pub instrument: String,
    /// First year in which contracts are made.
    pub from: i32,
    /// Last such year; to the end if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<i32>,
    /// Countries and blocs where plants must stand; anywhere outside the feared supplier if empty. Measures that change the
    /// market: who takes part; those who ask if empty. Control: who controls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Control: importers that it meets; everyone if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<String>,
    /// Control: `licence`, `ban` or `quota`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Control: part of what the base year exported that is allowed; a ban needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Projects by id; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Materials; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<String>,
    /// `mine`, `refined` or `magnet`; all if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Floor, offtake, reference price: price in prices of the base year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_base: Option<f64>,
    /// Floor, offtake, reference price: price in US dollars a tonne. Recycling, substitution: cost to the treasury.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usd_per_t: Option<f64>,
    /// Floor: part of the price above the floor that is returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<f64>,
    /// Floor: true if the reference price is that inside the feared supplier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<bool>,
    /// Floor, offtake: years from first output. Loan, guarantee: years of repayment from full output. Recycling, substitution:
    /// years until all of it. Reserve: years of buying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<f64>,
    /// Permitting: what is left of the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
    /// Equity, loan, guarantee: part of the capital expenditure. Offtake: part of the output. Recycling, substitution: part of
    /// use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<f64>,
    /// Equity, loan, guarantee: real rate a year. Zone: tariff, a part of the base price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
    /// Reserve: days of use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
    /// Reserve: price from which it is sold, in prices of the base year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<f64>,
    /// Reserve: true if it is sold to whichever of the countries pays most, else each country's part at its own price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared: Option<bool>,
    /// Where it comes from, or why these terms.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
