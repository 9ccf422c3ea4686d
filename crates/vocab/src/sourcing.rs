//! Where an importer's supply comes from: its own output and what it buys. What import indicators look at.

use crate::country::CountryId;
use crate::units::Tonnes;

/// Supply of one importer (a country or a bloc) at one stage; no negative quantities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sourcing {
    /// Own output by member, in the order of `Countries`; a country has one row at most.
    pub own: Vec<(CountryId, Tonnes)>,
    /// Imports from outside, by country they come from, in the order of `Countries`.
    pub imports: Vec<(CountryId, Tonnes)>,
    /// Deliveries between members of a bloc; 0 for a country.
    pub within: Tonnes,
}

impl Sourcing {
    /// Own output.
    pub fn output(&self) -> Tonnes {
        self.own.iter().map(|&(_, tonnes)| tonnes).sum()
    }

    /// Imports from outside.
    pub fn imported(&self) -> Tonnes {
        self.imports.iter().map(|&(_, tonnes)| tonnes).sum()
    }
}
