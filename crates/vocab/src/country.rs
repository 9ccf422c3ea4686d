//! Countries and blocs, by position in one fixed list.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::{Lang, Text};

/// Position of a country in [`Countries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryId(pub u16);

impl CountryId {
    /// The position as an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One row of `countries.csv`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166 alpha-3 code.
    pub iso3: String,
    /// ISO 3166 alpha-2 code.
    pub iso2: String,
    /// UN M49 code, three digits.
    pub m49: String,
    /// Everyday English name.
    pub name_en: String,
    /// Everyday German name.
    pub name_de: String,
    /// Other names people type, separated by semicolons.
    pub aliases: String,
    /// Codes BACI uses instead of the ISO code, separated by semicolons.
    pub baci: String,
    /// World region.
    pub region: String,
    /// Longitude of the label point, degrees east.
    pub lon: Option<f64>,
    /// Latitude of the label point, degrees north.
    pub lat: Option<f64>,
    /// 1 for members of the European Union.
    pub eu27: u8,
    /// German article in the nominative (`die`, `der`, `das`), empty if the name takes none.
    pub de_article: String,
    /// 1 if the German name is a plural.
    pub de_plural: u8,
    /// English article (`the`), empty if the name takes none.
    pub en_article: String,
}

impl Country {
    /// The everyday name in one language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::De => &self.name_de,
        }
    }

    /// Everything people call it: codes, names in both languages, aliases. Some may be empty.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let codes = [&self.iso3, &self.iso2, &self.m49, &self.name_en, &self.name_de].map(String::as_str);
        codes.into_iter().chain(self.aliases.split(';')).map(str::trim)
    }
}

/// All countries, ordered by ISO3 code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Countries {
    list: Vec<Country>,
}

impl Countries {
    /// Sorts by ISO3 so that order never depends on the file.
    pub fn new(mut list: Vec<Country>) -> Self {
        list.sort_by(|a, b| a.iso3.cmp(&b.iso3));
        Self { list }
    }

    /// Finds a country by its ISO3 code.
    pub fn by_iso3(&self, iso3: &str) -> Option<CountryId> {
        self.list
            .binary_search_by(|country| country.iso3.as_str().cmp(iso3))
            .ok()
            .and_then(|i| u16::try_from(i).ok())
            .map(CountryId)
    }

    /// The country at a position handed out by this list.
    pub fn get(&self, id: CountryId) -> &Country {
        &self.list[id.index()]
    }

    /// All countries with their positions.
    pub fn iter(&self) -> impl Iterator<Item = (CountryId, &Country)> {
        (0u16..).map(CountryId).zip(&self.list)
    }

    /// How many countries there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True if the list is empty.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// A group of countries that asks a question together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bloc {
    /// Short id, for example `EU`.
    pub id: String,
    /// Name in both languages.
    pub name: Text,
    /// Other names people type, separated by semicolons.
    pub aliases: String,
    /// Members in the order of [`Countries`].
    pub members: Vec<CountryId>,
}

impl Bloc {
    /// Everything people call it. Some may be empty.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.id, &self.name.en, &self.name.de].map(String::as_str);
        names.into_iter().chain(self.aliases.split(';')).map(str::trim)
    }
}

/// Who asks: one country or a bloc. A single country is a party with one member.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// ISO3 code or id of the bloc.
    pub id: String,
    /// Everyday name in both languages.
    pub name: Text,
    /// Members in the order of [`Countries`]; never empty.
    pub members: Vec<CountryId>,
}

impl Party {
    /// True if the country belongs to the party.
    pub fn has(&self, country: CountryId) -> bool {
        self.members.binary_search(&country).is_ok()
    }

    /// The only member, if it is one country.
    pub fn country(&self) -> Option<CountryId> {
        match self.members[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}
