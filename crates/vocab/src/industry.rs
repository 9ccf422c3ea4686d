//! Industries: what they make, what they buy from each other, and which of them make what a material goes into.

use std::collections::BTreeMap;

use crate::lang::Text;
use crate::material::MaterialId;

/// An industry of the national table.
#[derive(Clone, Debug, PartialEq)]
pub struct Industry {
    /// Code of the US Bureau of Economic Analysis.
    pub code: String,
    /// Name in both languages.
    pub name: Text,
    /// Value added in the United States, US dollars a year.
    pub value_added: f64,
    /// Value added in the European Union, euros a year; `None` if it is not at hand.
    pub european_value_added: Option<f64>,
}

/// Make and use table of one country, US dollars a year. Commodities have positions of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MakeUse {
    /// Codes of commodities.
    pub commodities: Vec<String>,
    /// Industry, commodity and value of what it makes.
    pub make: Vec<(usize, usize, f64)>,
    /// Commodity, industry and value of what it buys.
    pub intermediate: Vec<(usize, usize, f64)>,
    /// Commodity and value of what final users buy, exports less imports included.
    pub final_use: Vec<(usize, f64)>,
    /// Part of what industries buy of a commodity that is imported; `None` if nothing is said.
    pub imported: Vec<Option<f64>>,
}

/// A narrower industry within one of [`Industry`].
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Its code.
    pub code: String,
    /// Position of the industry it belongs to.
    pub industry: usize,
    /// Value added, US dollars, in the year of the last detailed table.
    pub value_added: f64,
}

/// A technology people ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct Technology {
    /// Short id.
    pub id: String,
    /// Name in both languages.
    pub name: Text,
}

/// What an application of a material stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Application {
    /// Positions of the narrower industries that make it; the whole industry if empty.
    pub details: Vec<usize>,
    /// Positions of technologies.
    pub technologies: Vec<usize>,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Industries {
    /// Industries in the order of the table.
    pub list: Vec<Industry>,
    /// The national table of the United States.
    pub table: MakeUse,
    /// Year of the table.
    pub year: i32,
    /// Narrower industries.
    pub details: Vec<Detail>,
    /// Technologies.
    pub technologies: Vec<Technology>,
    /// Industry by NACE division.
    pub nace: BTreeMap<String, usize>,
    /// Applications by material and name.
    pub applications: BTreeMap<(MaterialId, String), Application>,
}
