//! Where others may build what nobody has named yet: one place for each region of the world and stage, outside the feared
//! supplier. It is the country of the region that makes most of it; where nobody makes any, plants that need no deposit come to
//! the country that uses most.

use adit_vocab::baseline::{Item, Market, StageBalance};
use adit_vocab::country::{Countries, CountryId};
use adit_vocab::material::Material;
use adit_vocab::project::Kind;
use adit_vocab::stage::Stage;

/// From this part of output on that is a companion's, a plant is a circuit in another one.
const COMPANION: f64 = 0.5;

/// The places of a material, in the order of stages and regions.
pub fn pools(market: &Market, material: &Material, countries: &Countries, supplier: CountryId) -> Vec<(Stage, CountryId, Kind)> {
    let mut regions: Vec<&str> = countries.iter().map(|(_, country)| country.region.as_str()).collect();
    regions.sort_unstable();
    regions.dedup();
    let mut found = Vec::new();
    for balance in &market.stages {
        let kind = kind(market, material, balance.stage);
        for region in &regions {
            let most = |item: Item| {
                let there = balance.nodes.iter().filter(|node| {
                    node.country != supplier && countries.get(node.country).region == *region && node.tonnes(item) > 0.0
                });
                there.max_by(|a, b| a.tonnes(item).total_cmp(&b.tonnes(item))).map(|node| node.country)
            };
            let needs_no_deposit = kind != Kind::Mine && feeds(market, balance);
            let place = most(Item::Output).or_else(|| most(Item::Use).filter(|_| needs_no_deposit));
            found.extend(place.map(|country| (balance.stage, country, kind)));
        }
    }
    found
}

/// True if what a stage is made of can be bought.
fn feeds(market: &Market, balance: &StageBalance) -> bool {
    market.before(balance.stage).is_some()
}

fn kind(market: &Market, material: &Material, stage: Stage) -> Kind {
    let companion: f64 = material.host.iter().filter_map(|host| host.companion.as_ref()).map(|figure| figure.value).sum();
    let first = market.stages.first().is_some_and(|balance| balance.stage == stage);
    match stage {
        Stage::Mine => Kind::Mine,
        Stage::Magnet => Kind::Magnet,
        Stage::Refined if first && companion >= COMPANION => Kind::ByProduct,
        Stage::Refined => Kind::Refinery,
    }
}
