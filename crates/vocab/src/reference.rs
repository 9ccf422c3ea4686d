//! Everything that is known before a question is asked and that is not the baseline: places, materials, lists, sources.

use crate::country::{Bloc, Countries, CountryId, Party};
use crate::lang::Text;
use crate::list::List;
use crate::material::Materials;
use crate::source::Source;

/// The reference tables, checked against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Countries by ISO3.
    pub countries: Countries,
    /// Blocs by id.
    pub blocs: Vec<Bloc>,
    /// Materials and groups by id.
    pub materials: Materials,
    /// Official lists by date.
    pub lists: Vec<List>,
    /// Sources by id.
    pub sources: Vec<Source>,
}

impl Reference {
    /// A source by its id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// A single country as a party.
    pub fn party_of(&self, country: CountryId) -> Party {
        let entry = self.countries.get(country);
        Party {
            id: entry.iso3.clone(),
            name: Text { en: entry.name_en.clone(), de: entry.name_de.clone() },
            members: vec![country],
        }
    }
}
