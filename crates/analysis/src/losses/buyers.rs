//! Who buys a material: the industries behind its published end uses, and what an asker's industries are worth.

use std::collections::BTreeMap;

use adit_model::economy::Economy;
use adit_vocab::country::{CountryId, Party};
use adit_vocab::industry::{Industries, Industry};
use adit_vocab::material::{EndUse, Material, MaterialId};

/// Industries of one code that buy a material for the same narrower industries.
#[derive(Clone, Debug, PartialEq)]
pub struct Buyer {
    /// In which countries.
    pub pattern: Pattern,
    /// Position of the industry.
    pub industry: usize,
    /// Part of the material's use, 0 to 1; of all buyers together at most 1.
    pub share: f64,
    /// Part of the industry's value added that lies in the narrower industries, shared with other buyers that stand in them.
    pub part: f64,
    /// Technologies with their part of this buyer's use, and places of its end uses in the material's file.
    pub technologies: Vec<(usize, f64)>,
    /// Places of its end uses in the material's file.
    pub end_uses: Vec<usize>,
}

/// End uses at the last stage as published for a region, with their places in the file: the first region that has any.
pub fn end_uses<'a>(material: &'a Material, regions: &[&str]) -> Vec<(usize, &'a EndUse)> {
    let list = || material.final_uses();
    let region = regions.iter().find(|region| list().any(|(_, end_use)| end_use.region == **region));
    list().filter(|(_, end_use)| Some(&end_use.region.as_str()) == region).collect()
}

/// Whose published end uses describe a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Those of the United States.
    American,
    /// Those of the European Union.
    European,
    /// Those of the world.
    World,
}

impl Pattern {
    /// Regions of end uses, nearest first.
    pub(super) fn regions(self) -> [&'static str; 3] {
        match self {
            Pattern::American => ["USA", "world", "EU"],
            Pattern::European => ["EU", "world", "USA"],
            Pattern::World => ["world", "EU", "USA"],
        }
    }
}

/// The buyers of a material in all countries of some patterns.
pub fn buyers(material: &Material, id: MaterialId, industries: &Industries, patterns: &[Pattern]) -> Vec<Buyer> {
    patterns.iter().flat_map(|&pattern| of_pattern(material, id, industries, pattern)).collect()
}

fn of_pattern(material: &Material, id: MaterialId, industries: &Industries, pattern: Pattern) -> Vec<Buyer> {
    let uses = end_uses(material, &pattern.regions());
    let total: f64 = uses.iter().map(|(_, end_use)| end_use.share.value).sum();
    let mut groups: BTreeMap<(usize, Vec<usize>), Buyer> = BTreeMap::new();
    for (place, end_use) in uses {
        let Some(&industry) = industries.nace.get(&end_use.industry) else { continue };
        let known = industries.applications.get(&(id, end_use.application.clone()));
        let mut details: Vec<usize> = known
            .map(|known| {
                known.details.iter().copied().filter(|&detail| industries.details[detail].industry == industry).collect()
            })
            .unwrap_or_default();
        details.sort_unstable();
        let share = end_use.share.value / total;
        let buyer = groups.entry((industry, details.clone())).or_insert_with(|| Buyer {
            pattern,
            industry,
            share: 0.0,
            part: 0.0,
            technologies: Vec::new(),
            end_uses: Vec::new(),
        });
        buyer.share += share;
        buyer.end_uses.push(place);
        for &technology in known.map_or(&[][..], |known| &known.technologies) {
            match buyer.technologies.iter_mut().find(|(known, _)| *known == technology) {
                Some((_, sum)) => *sum += share,
                None => buyer.technologies.push((technology, share)),
            }
        }
    }
    let keys: Vec<(usize, Vec<usize>, f64)> =
        groups.iter().map(|((industry, details), buyer)| (*industry, details.clone(), buyer.share)).collect();
    let mut list: Vec<Buyer> = groups.into_values().collect();
    for (buyer, part) in list.iter_mut().zip(parts(industries, &keys)) {
        buyer.part = part;
        let share = buyer.share;
        buyer.technologies.iter_mut().for_each(|(_, part)| *part /= share);
    }
    list
}

/// The part of an industry's value added that stands behind each of its buyers: the value added of its narrower industries, where
/// several buyers have one in common in proportion to what they use. A buyer without narrower industries stands in all of them.
fn parts(industries: &Industries, buyers: &[(usize, Vec<usize>, f64)]) -> Vec<f64> {
    let of_industry = |industry: usize| {
        let details = industries.details.iter().enumerate();
        details.filter(move |(_, detail)| detail.industry == industry).map(|(place, _)| place)
    };
    let all: Vec<Vec<usize>> = buyers
        .iter()
        .map(|(industry, details, _)| if details.is_empty() { of_industry(*industry).collect() } else { details.clone() })
        .collect();
    let part = |(place, (industry, _, share)): (usize, &(usize, Vec<usize>, f64))| {
        let whole: f64 = of_industry(*industry).map(|detail| industries.details[detail].value_added).sum();
        let same = || buyers.iter().zip(&all).filter(|((other, ..), _)| other == industry);
        if whole <= 0.0 {
            // nothing narrower is known of the industry
            return share / same().map(|((.., share), _)| share).sum::<f64>();
        }
        let own = all[place].iter().map(|detail| {
            let users: f64 = same().filter(|(_, details)| details.contains(detail)).map(|((.., share), _)| share).sum();
            industries.details[*detail].value_added * share / users
        });
        own.sum::<f64>() / whole
    };
    buyers.iter().enumerate().map(part).collect()
}

/// Output and value added of a country's industries a year, US dollars; euros for members of the European Union.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Output.
    pub output: Vec<f64>,
    /// Value added.
    pub value_added: Vec<f64>,
}

/// What is known of a country's industries.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The country.
    pub country: CountryId,
    /// Whose end uses describe it.
    pub pattern: Pattern,
    /// `None`: no table of its industries is at hand.
    pub worth: Option<Worth>,
}

/// The industries of an asker.
#[derive(Clone, Debug, PartialEq)]
pub struct AskerIndustries {
    /// Members in the order of `Countries`.
    pub members: Vec<Member>,
}

impl AskerIndustries {
    /// Puts them together: the United States by its own table; a member of the European Union by the part of the Union's value
    /// added that is its part of the Union's gross domestic product, with the output per value added of the United States;
    /// others are not known.
    ///
    /// `union` holds the members of the European Union with their gross domestic product.
    pub fn new(
        importer: &Party,
        united_states: Option<CountryId>,
        (industries, economy): (&Industries, &Economy),
        union: &[(CountryId, f64)],
    ) -> AskerIndustries {
        let all: f64 = union.iter().map(|(_, gdp)| gdp).sum();
        let member = |&country: &CountryId| {
            if united_states == Some(country) {
                let worth = Worth { output: economy.output.clone(), value_added: economy.value_added.clone() };
                return Member { country, pattern: Pattern::American, worth: Some(worth) };
            }
            let Some((_, gdp)) = union.iter().find(|(member, _)| *member == country) else {
                return Member { country, pattern: Pattern::World, worth: None };
            };
            let value = |industry: &Industry| industry.european_value_added.unwrap_or(0.0) * gdp / all;
            let value_added: Vec<f64> = industries.list.iter().map(value).collect();
            let ratios = economy.output.iter().zip(&economy.value_added).map(|(output, value)| output / value);
            let output = value_added.iter().zip(ratios).map(|(value, ratio)| value * ratio).collect();
            Member { country, pattern: Pattern::European, worth: Some(Worth { output, value_added }) }
        };
        AskerIndustries { members: importer.members.iter().map(member).collect() }
    }

    /// True if the national table describes the asker.
    pub fn is_the_united_states(&self) -> bool {
        matches!(self.members[..], [Member { pattern: Pattern::American, .. }])
    }

    /// The patterns of its members, each once.
    pub fn patterns(&self) -> Vec<Pattern> {
        let mut patterns: Vec<Pattern> = self.members.iter().map(|member| member.pattern).collect();
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    }
}
