//! The chain of one material: which mine, which refiner, which maker and which seller stand together behind what an importer
//! uses.
//!
//! # Definition
//! The use is followed upstream as in [`crate::trace`]. Flows among the members of a bloc are passed through, so the seller
//! is the country from which a quantity enters, or the member that made it. Behind seller `s` the trace gives makers `r`,
//! behind maker `r` it gives mines `m`, or refiners and behind each of them its mines. What a maker takes in is one mix, whoever
//! buys from it (proportional mixing), so the share of a path is `p(s) p(r | s) p(m | r)`.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Datum, Item, Market, StageBalance};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::stage::Stage;

use crate::exposure::{Start, ore_behind, start};
use crate::trace::{Trace, trace};

/// One link of the chain, upstream first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Who mined it.
    Mine,
    /// Who refined it, where magnets are made of it.
    Refiner,
    /// Who made the last stage.
    Maker,
    /// Who sold it to the importer, or made it at home.
    Seller,
}

/// Where a quantity comes from at one link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A country.
    Country(CountryId),
    /// Countries too small to be named.
    Others,
    /// Scrap, which has no mine.
    Scrap,
    /// Stocks, or no record.
    Unknown,
}

/// A path through all links.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// One origin a link.
    pub by: Vec<Origin>,
    /// Share of the use.
    pub share: f64,
}

/// All paths behind what an importer uses. The shares add up to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The stage the maker works at.
    pub stage: Stage,
    /// The links, upstream first.
    pub links: Vec<Link>,
    /// Paths in the order of their origins, each once.
    pub paths: Vec<Path>,
}

impl Chain {
    /// The shares at one link: countries by size, then others, scrap and unknown.
    pub fn mix(&self, link: usize) -> Vec<(Origin, f64)> {
        let mut sums: BTreeMap<Origin, f64> = BTreeMap::new();
        for path in &self.paths {
            *sums.entry(path.by[link]).or_default() += path.share;
        }
        let mut mix: Vec<(Origin, f64)> = sums.into_iter().collect();
        let class = |origin: Origin| match origin {
            Origin::Country(_) => 0,
            Origin::Others => 1,
            Origin::Scrap => 2,
            Origin::Unknown => 3,
        };
        mix.sort_by(|a, b| class(a.0).cmp(&class(b.0)).then(b.1.total_cmp(&a.1)).then(a.0.cmp(&b.0)));
        mix
    }

    /// The share of one country at one link.
    pub fn share_of(&self, link: usize, country: CountryId) -> f64 {
        self.paths.iter().filter(|path| path.by[link] == Origin::Country(country)).map(|path| path.share).sum()
    }

    /// What goes from each origin at `link` to each origin at the next one.
    pub fn between(&self, link: usize) -> BTreeMap<(Origin, Origin), f64> {
        let mut sums = BTreeMap::new();
        for path in &self.paths {
            *sums.entry((path.by[link], path.by[link + 1])).or_default() += path.share;
        }
        sums
    }

    /// The same chain with at most `named` countries a link, none of them below `least`; the rest is summed up as others.
    /// `always` is named whatever its share.
    #[must_use]
    pub fn shortened(&self, named: usize, least: f64, always: CountryId) -> Chain {
        let keep: Vec<Vec<Origin>> = (0..self.links.len())
            .map(|link| {
                let large = |(origin, share): &(Origin, f64)| {
                    matches!(origin, Origin::Country(country) if *country != always) && *share >= least
                };
                let mut kept: Vec<Origin> =
                    self.mix(link).into_iter().filter(large).take(named).map(|(origin, _)| origin).collect();
                kept.push(Origin::Country(always));
                kept
            })
            .collect();
        let mut sums: BTreeMap<Vec<Origin>, f64> = BTreeMap::new();
        for path in &self.paths {
            let short = |(origin, kept): (&Origin, &Vec<Origin>)| match origin {
                Origin::Country(_) if !kept.contains(origin) => Origin::Others,
                origin => *origin,
            };
            *sums.entry(path.by.iter().zip(&keep).map(short).collect()).or_default() += path.share;
        }
        Chain { stage: self.stage, links: self.links.clone(), paths: paths(sums, 1.0) }
    }
}

/// The chain behind what `importer` uses; `None` if the baseline has no use by it.
pub fn chain(market: &Market, importer: &Party) -> Option<Chain> {
    let last = market.traced()?;
    let Start { used, by_member } = start(last, importer)?;
    let upstream = market.upstream(last.stage);

    let mut sums: BTreeMap<Vec<Origin>, f64> = BTreeMap::new();
    let mut behind: BTreeMap<CountryId, Vec<(Vec<Origin>, f64)>> = BTreeMap::new();
    let mut add = |seller: Origin, maker: Origin, quantity: f64| match maker {
        Origin::Country(country) => {
            for (before, share) in behind.entry(country).or_insert_with(|| ways(&upstream, last, country)) {
                let mut path = before.clone();
                path.extend([maker, seller]);
                *sums.entry(path).or_default() += quantity * *share;
            }
        }
        maker => {
            let mut path = vec![maker; upstream.len() + 1];
            path.push(seller);
            *sums.entry(path).or_default() += quantity;
        }
    };

    let entered = to_the_border(last, importer, &by_member);
    for (&member, &quantity) in &entered.made {
        add(Origin::Country(member), Origin::Country(member), quantity);
    }
    for (&seller, &quantity) in &entered.bought {
        let made = trace(last, &[(seller, quantity)], None);
        for (&maker, &part) in &made.produced {
            add(Origin::Country(seller), Origin::Country(maker), part);
        }
        add(Origin::Country(seller), Origin::Unknown, made.unknown);
    }
    add(Origin::Unknown, Origin::Unknown, entered.unknown);

    let link = |balance: &&StageBalance| if balance.stage == Stage::Mine { Link::Mine } else { Link::Refiner };
    let links = upstream.iter().rev().map(link).chain([Link::Maker, Link::Seller]).collect();
    Some(Chain { stage: last.stage, links, paths: paths(sums, used) })
}

fn paths(sums: BTreeMap<Vec<Origin>, f64>, total: f64) -> Vec<Path> {
    sums.into_iter().filter(|(_, quantity)| *quantity > 0.0).map(|(by, quantity)| Path { by, share: quantity / total }).collect()
}

/// The ways behind one tonne made by a country at `at`, mine first: countries, scrap, no record. The shares add up to 1.
fn ways(upstream: &[&StageBalance], at: &StageBalance, maker: CountryId) -> Vec<(Vec<Origin>, f64)> {
    let [before, further @ ..] = upstream else { return vec![(Vec::new(), 1.0)] };
    let one = Trace { produced: BTreeMap::from([(maker, 1.0)]), ..Trace::default() };
    let behind = ore_behind(at, &one);
    let found = trace(before, &behind.ore, None);
    let mut list = Vec::new();
    for (&country, &share) in &found.produced {
        for (mut way, part) in ways(further, before, country) {
            way.push(Origin::Country(country));
            list.push((way, share * part));
        }
    }
    let nowhere = |origin: Origin| vec![origin; upstream.len()];
    list.extend([(nowhere(Origin::Scrap), behind.scrap), (nowhere(Origin::Unknown), behind.unknown + found.unknown)]);
    list
}

/// Use by where it was made at home or entered from outside.
struct Entered {
    made: BTreeMap<CountryId, f64>,
    bought: BTreeMap<CountryId, f64>,
    unknown: f64,
}

/// Follows the use of the members upstream to its makers among them and to the border.
fn to_the_border(last: &StageBalance, importer: &Party, by_member: &[(CountryId, f64)]) -> Entered {
    // Cut the network at the border: outsiders are the makers of what they ship in.
    let mut inside = last.clone();
    inside.flows.retain(|flow| importer.has(flow.importer));
    for node in inside.nodes.iter_mut().filter(|node| !importer.has(node.country)) {
        node.items = vec![(Item::Output, Datum { value: 1.0, ..Datum::default() })];
    }
    let found = trace(&inside, by_member, None);
    let (made, bought) = found.produced.into_iter().partition(|(country, _)| importer.has(*country));
    Entered { made, bought, unknown: found.unknown }
}

#[cfg(test)]
mod tests {
    use adit_vocab::baseline::{Flow, Grade, Node, Quality, TradeKnowledge};
    use adit_vocab::lang::Text;
    use adit_vocab::material::MaterialId;

    use super::*;

    const DIGGER: CountryId = CountryId(0);
    const SMELTER: CountryId = CountryId(1);
    const TRADER: CountryId = CountryId(2);
    const USER: CountryId = CountryId(3);
    const NEIGHBOUR: CountryId = CountryId(4);

    type Amounts<'a> = &'a [(CountryId, Item, f64)];

    fn balance(stage: Stage, amounts: Amounts, flows: &[(CountryId, CountryId, f64)]) -> StageBalance {
        let datum = |value: f64| Datum { value, ..Datum::default() };
        let items = |country: CountryId| {
            amounts.iter().filter(|(of, ..)| *of == country).map(|(_, item, tonnes)| (*item, datum(*tonnes))).collect()
        };
        StageBalance {
            stage,
            nodes: (0..5).map(CountryId).map(|country| Node { country, items: items(country) }).collect(),
            flows: flows.iter().map(|&(exporter, importer, tonnes)| Flow { exporter, importer, datum: datum(tonnes) }).collect(),
            unassigned: 0.0,
            includes_scrap: false,
            quality: Quality {
                grade: Grade::A,
                trade: TradeKnowledge::Specific,
                old_shares: false,
                moved_output: 0.0,
                moved_world: 0.0,
                moved_trade: 0.0,
                hidden: 0.0,
                absorption: 0.0,
                us_use_ratio: None,
            },
        }
    }

    /// The digger mines 80 and ships 60 to the smelter, which mines 20 and makes 100, of them 20 from scrap. The digger
    /// smelts its other 20 itself. The user takes 30 from the smelter, 10 from the digger and 20 from a trader, who has
    /// 40 from the smelter; it makes nothing and draws 20 from stocks.
    fn market() -> Market {
        use Item::{Feed, Output, Secondary, StockDraw, Use};
        let mine = [(DIGGER, Output, 80.0), (SMELTER, Output, 20.0), (SMELTER, Feed, 80.0), (DIGGER, Feed, 20.0)];
        let refined = [
            (SMELTER, Output, 100.0),
            (SMELTER, Secondary, 20.0),
            (DIGGER, Output, 20.0),
            (USER, StockDraw, 20.0),
            (USER, Use, 80.0),
            (NEIGHBOUR, Use, 20.0),
        ];
        let flows = [
            (SMELTER, USER, 30.0),
            (DIGGER, USER, 10.0),
            (SMELTER, TRADER, 40.0),
            (TRADER, USER, 20.0),
            (TRADER, NEIGHBOUR, 20.0),
        ];
        Market {
            material: MaterialId(0),
            stages: vec![balance(Stage::Mine, &mine, &[(DIGGER, SMELTER, 60.0)]), balance(Stage::Refined, &refined, &flows)],
            recovery: Some(1.0),
            magnet_yield: None,
        }
    }

    fn party(members: &[CountryId]) -> Party {
        Party { id: String::new(), name: Text::default(), members: members.to_vec() }
    }

    fn share(chain: &Chain, by: &[Origin]) -> f64 {
        chain.paths.iter().find(|path| path.by == by).map_or(0.0, |path| path.share)
    }

    fn close(found: f64, right: f64) {
        assert!((found - right).abs() < 1e-12, "{found} instead of {right}");
    }

    #[test]
    fn joint_shares_by_hand() {
        let found = chain(&market(), &party(&[USER])).expect("it uses 80");
        let [digger, smelter, trader] = [DIGGER, SMELTER, TRADER].map(Origin::Country);
        assert_eq!(found.links, [Link::Mine, Link::Maker, Link::Seller]);
        // Of the smelter's 100, 20 are scrap and 80 from ore, of which 60 of 80 were dug by the digger: .60, .20, .20.
        close(share(&found, &[digger, smelter, smelter]), 30.0 / 80.0 * 0.6);
        close(share(&found, &[smelter, smelter, smelter]), 30.0 / 80.0 * 0.2);
        close(share(&found, &[Origin::Scrap, smelter, smelter]), 30.0 / 80.0 * 0.2);
        close(share(&found, &[digger, smelter, trader]), 20.0 / 80.0 * 0.6);
        close(share(&found, &[digger, digger, digger]), 10.0 / 80.0);
        close(share(&found, &[Origin::Unknown; 3]), 20.0 / 80.0);
        close(found.paths.iter().map(|path| path.share).sum(), 1.0);
        close(found.between(1)[&(smelter, trader)], 20.0 / 80.0);
        close(found.share_of(1, SMELTER), 50.0 / 80.0);
    }

    #[test]
    fn magnets_stand_behind_refiners_by_hand() {
        // Of what is refined the smelter turns 30 into magnets and the user 40 of its 80; it makes 36 and buys the smelter's 27.
        use Item::{Feed, Output, Use};
        let two = market();
        let mut refined = two.stages[1].clone();
        refined.nodes[SMELTER.index()].items.push((Feed, Datum { value: 30.0, ..Datum::default() }));
        refined.nodes[USER.index()].items = vec![
            (Item::StockDraw, Datum { value: 20.0, ..Datum::default() }),
            (Feed, Datum { value: 40.0, ..Datum::default() }),
            (Use, Datum { value: 40.0, ..Datum::default() }),
        ];
        let amounts = [(SMELTER, Output, 27.0), (USER, Output, 36.0), (USER, Use, 45.0), (NEIGHBOUR, Use, 18.0)];
        let magnets = balance(Stage::Magnet, &amounts, &[(SMELTER, USER, 27.0), (USER, NEIGHBOUR, 18.0)]);
        let three = Market { stages: vec![two.stages[0].clone(), refined, magnets], magnet_yield: Some(0.9), ..two };
        let found = chain(&three, &party(&[USER])).expect("it uses 45");
        let [digger, smelter] = [DIGGER, SMELTER].map(Origin::Country);
        assert_eq!(found.links, [Link::Mine, Link::Refiner, Link::Maker, Link::Seller]);
        // Of its supply of 63 it made 36 itself. What it takes refined is 80: 50 from the smelter (20 of it by way of the
        // trader), 10 from the digger, 20 from stock. Behind the smelter .60 digger, .20 itself, .20 scrap.
        let own = Origin::Country(USER);
        close(share(&found, &[digger, smelter, smelter, smelter]), 27.0 / 63.0 * 0.6);
        close(share(&found, &[digger, smelter, own, own]), 36.0 / 63.0 * 50.0 / 80.0 * 0.6);
        close(share(&found, &[digger, digger, own, own]), 36.0 / 63.0 * 10.0 / 80.0);
        close(share(&found, &[Origin::Scrap, smelter, own, own]), 36.0 / 63.0 * 50.0 / 80.0 * 0.2);
        close(share(&found, &[Origin::Unknown, Origin::Unknown, own, own]), 36.0 / 63.0 * 20.0 / 80.0);
        close(found.paths.iter().map(|path| path.share).sum(), 1.0);
        // the mixes of the exposure are those of the chain
        let supply = crate::exposure::supply(&three, &party(&[USER]), SMELTER).expect("it uses 45");
        let refiner = supply.refiner.expect("behind magnets");
        close(refiner.share_of(SMELTER), found.share_of(1, SMELTER));
        close(supply.mine.expect("linked").share_of(DIGGER), found.share_of(0, DIGGER));
        // all but what the user took from the digger or from stock has been at the smelter
        close(supply.passes_through.expect("no member"), 27.0 / 63.0 + 36.0 / 63.0 * 50.0 / 80.0);
    }

    #[test]
    fn inside_a_bloc_trade_is_passed_through() {
        // Together they use 100: 40 from the smelter by way of the trader, who is a member now, 30 straight, 10 digger.
        let found = chain(&market(), &party(&[TRADER, USER, NEIGHBOUR])).expect("it uses 100");
        close(found.share_of(2, SMELTER), 0.7);
        close(found.share_of(2, DIGGER), 0.1);
        close(found.share_of(2, TRADER), 0.0);
    }

    #[test]
    fn small_ones_become_others_and_the_named_one_stays() {
        let found = chain(&market(), &party(&[USER])).expect("it uses 80").shortened(1, 0.3, TRADER);
        let sellers: Vec<Origin> = found.mix(2).into_iter().map(|(origin, _)| origin).collect();
        // Smelter 37.5 %; stocks and trader 25 %; digger 12.5 %, which is below the least.
        assert_eq!(sellers, [Origin::Country(SMELTER), Origin::Country(TRADER), Origin::Others, Origin::Unknown]);
        close(found.paths.iter().map(|path| path.share).sum(), 1.0);
    }

    #[test]
    fn without_a_link_there_is_no_mine() {
        let found = chain(&Market { recovery: None, ..market() }, &party(&[USER])).expect("it uses 80");
        assert_eq!(found.links, [Link::Maker, Link::Seller]);
        assert!(chain(&market(), &party(&[DIGGER])).is_none(), "no use");
    }
}
