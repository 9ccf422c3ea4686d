//! Output by country: what most indicators look at.

use crate::country::CountryId;
use crate::units::Tonnes;

/// Output of one material at one stage, observed or simulated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Production {
    /// Producers in the order of `Countries`; no negative quantities.
    pub by_country: Vec<(CountryId, Tonnes)>,
    /// World output that is not assigned to a country: part of the world, of no country's share.
    pub unassigned: Tonnes,
}

impl Production {
    /// World output.
    pub fn world(&self) -> Tonnes {
        self.by_country.iter().map(|&(_, tonnes)| tonnes).sum::<Tonnes>() + self.unassigned
    }

    /// Producers with their share of world output; empty if nobody produces.
    pub fn shares(&self) -> impl Iterator<Item = (CountryId, f64)> {
        let world = self.world();
        self.by_country.iter().filter(move |_| world > Tonnes(0.0)).map(move |&(country, tonnes)| (country, tonnes / world))
    }
}
