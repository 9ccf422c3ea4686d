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
    /// Part of the industry's value added that lies in the narrower industries; 1 if nothing narrower is known.
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
            part: part(industries, industry, &details),
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
    let mut list: Vec<Buyer> = groups.into_values().collect();
    for buyer in &mut list {
        let share = buyer.share;
        buyer.technologies.iter_mut().for_each(|(_, part)| *part /= share);
    }
    list
}

fn part(industries: &Industries, industry: usize, details: &[usize]) -> f64 {
    let of_industry = industries.details.iter().filter(|detail| detail.industry == industry);
    let whole: f64 = of_industry.map(|detail| detail.value_added).sum();
    if details.is_empty() || whole <= 0.0 {
        return 1.0;
    }
    details.iter().map(|&detail| industries.details[detail].value_added).sum::<f64>() / whole
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
