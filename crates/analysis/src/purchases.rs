//! Purchases: how much of what a company buys comes from, or passes through, one feared supplier.
//!
//! # Definition
//! The shares of the quantity bought, by country of the supplier, take the place of a country's use and imports. From there
//! the walk upstream is that of [`crate::trace`]: what a supplier country ships is the mix of its own output and its imports
//! in the base year. A supplier the baseline does not know at that stage leads to an unknown origin.

use std::collections::BTreeMap;

use adit_vocab::baseline::{Baseline, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::material::MaterialId;
use adit_vocab::purchase::Purchase;
use adit_vocab::stage::Stage;
use adit_vocab::units::Tonnes;

use crate::exposure::{MaterialExposure, Mix, Origins, Supply, origins, through, without_supply};
use crate::trace::trace;

/// From this share of unknown origin on nothing is known: the rest is rounding.
const ALL: f64 = 1.0 - 1e-9;

/// What a company buys, against one supplier.
#[derive(Clone, Debug, PartialEq)]
pub struct PurchasesExposure {
    /// Which supplier is feared.
    pub against: CountryId,
    /// Base year of the walk upstream.
    pub year: i32,
    /// One entry for each material and stage, in the order of `Materials`, upstream first.
    pub bought: Vec<Bought>,
}

/// One material bought at one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Bought {
    /// The stage it is bought at; `None` if neither the purchase nor the baseline says.
    pub stage: Option<Stage>,
    /// The material, with a supply that is always known: its tonnes are the quantity bought.
    pub exposure: MaterialExposure,
}

impl Bought {
    /// True if the baseline knows nothing of where any of it was made.
    pub fn untraced(&self) -> bool {
        self.exposure.supply.as_ref().is_none_or(|supply| supply.maker.unknown >= ALL)
    }
}

/// Follows purchases upstream. Rows of the same material, stage and supplier add up.
pub fn purchases_exposure(
    baseline: &Baseline,
    purchases: &[Purchase],
    against: CountryId,
    governance: &(dyn Fn(CountryId) -> Option<f64> + Sync),
) -> PurchasesExposure {
    let mut sums: BTreeMap<(MaterialId, Option<Stage>), BTreeMap<CountryId, f64>> = BTreeMap::new();
    for purchase in purchases {
        let traced = || baseline.market(purchase.material).and_then(|market| market.traced()).map(|balance| balance.stage);
        let at = (purchase.material, purchase.stage.or_else(traced));
        *sums.entry(at).or_default().entry(purchase.supplier).or_default() += purchase.tonnes.0;
    }
    let one = |((material, stage), suppliers): ((MaterialId, Option<Stage>), BTreeMap<CountryId, f64>)| {
        let supply = Some(supply(baseline, material, stage, suppliers, against));
        Bought { stage, exposure: MaterialExposure { supply, ..without_supply(baseline, material, governance) } }
    };
    PurchasesExposure { against, year: baseline.year, bought: sums.into_iter().map(one).collect() }
}

fn supply(
    baseline: &Baseline,
    material: MaterialId,
    stage: Option<Stage>,
    suppliers: BTreeMap<CountryId, f64>,
    against: CountryId,
) -> Supply {
    let total: f64 = suppliers.values().sum();
    let start: Vec<(CountryId, f64)> = suppliers.iter().map(|(&country, &tonnes)| (country, tonnes)).collect();
    let market = baseline.market(material);
    let at: Option<&StageBalance> = market.zip(stage).and_then(|(market, stage)| market.stage(stage));
    let upstream = market.zip(at).map_or_else(Vec::new, |(market, at)| market.upstream(at.stage));

    let (maker, refiner, mine) = match at {
        Some(at) => {
            let made = trace(at, &start, None);
            let Origins { refiner, mine: mined } = origins(&upstream, at, &made, total);
            let maker = Mix::new(made.produced, 0.0, made.unknown, total);
            // who makes ore is its mine
            let mine = if at.stage == Stage::Mine { Some(maker.clone()) } else { mined };
            (maker, refiner, mine)
        }
        None => (Mix { unknown: 1.0, ..Mix::default() }, None, None),
    };
    // What is bought from the feared supplier has passed through it, whether or not the baseline knows it as a trader.
    let (from_it, others): (Vec<_>, Vec<_>) = start.into_iter().partition(|(country, _)| *country == against);
    let from_it: f64 = from_it.iter().map(|(_, tonnes)| tonnes).sum();
    let behind = at.map_or(0.0, |at| through(at, &upstream, &others, against));
    let passing = (from_it + behind) / total;
    Supply {
        tonnes: Tonnes(total),
        net_import_reliance: None,
        passes_through: (passing > 0.0 || maker.unknown < ALL).then_some(passing),
        direct: Mix::new(suppliers, 0.0, 0.0, total),
        maker,
        refiner,
        mine,
    }
}

#[cfg(test)]
mod tests {
    use adit_vocab::baseline::{Datum, Flow, Grade, Item, Market, Node, Quality, TradeKnowledge};

    use super::*;

    const DIGGER: CountryId = CountryId(0);
    const SMELTER: CountryId = CountryId(1);
    const TRADER: CountryId = CountryId(2);
    const STRANGER: CountryId = CountryId(9);
    const KNOWN: MaterialId = MaterialId(0);
    const UNPUBLISHED: MaterialId = MaterialId(1);

    fn balance(stage: Stage, amounts: &[(CountryId, Item, f64)], flows: &[(CountryId, CountryId, f64)]) -> StageBalance {
        let datum = |value: f64| Datum { value, ..Datum::default() };
        let items = |country: CountryId| {
            amounts.iter().filter(|(of, ..)| *of == country).map(|(_, item, tonnes)| (*item, datum(*tonnes))).collect()
        };
        StageBalance {
            stage,
            nodes: (0..3).map(CountryId).map(|country| Node { country, items: items(country) }).collect(),
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

    /// The digger mines 60 and ships all of it to the smelter, who mines 20, and makes 100 of it: 80 from ore, 20 from scrap.
    /// The trader has 30 from the smelter and makes 10 from scrap.
    fn baseline() -> Baseline {
        use Item::{Feed, Output, Secondary};
        let mine = [(DIGGER, Output, 60.0), (SMELTER, Output, 20.0), (SMELTER, Feed, 80.0)];
        let refined = [(SMELTER, Output, 100.0), (SMELTER, Secondary, 20.0), (TRADER, Output, 10.0), (TRADER, Secondary, 10.0)];
        let stages = vec![
            balance(Stage::Mine, &mine, &[(DIGGER, SMELTER, 60.0)]),
            balance(Stage::Refined, &refined, &[(SMELTER, TRADER, 30.0)]),
        ];
        let market = Market { material: KNOWN, stages, recovery: Some(1.0), magnet_yield: None };
        Baseline { year: 2024, digest: String::new(), inputs: String::new(), markets: vec![Some(market), None] }
    }

    fn buy(material: MaterialId, stage: Option<Stage>, supplier: CountryId, tonnes: f64) -> Purchase {
        Purchase { material, stage, supplier, tonnes: Tonnes(tonnes) }
    }

    fn ask(purchases: &[Purchase], against: CountryId) -> Vec<Bought> {
        purchases_exposure(&baseline(), purchases, against, &|_| None).bought
    }

    fn only(purchases: &[Purchase], against: CountryId) -> Supply {
        let [bought] = &ask(purchases, against)[..] else { panic!("one entry") };
        bought.exposure.supply.clone().expect("always there")
    }

    fn close(found: f64, right: f64) {
        assert!((found - right).abs() < 1e-12, "{found} instead of {right}");
    }

    #[test]
    fn the_walk_starts_at_the_suppliers() {
        // 60 from the trader, 40 from the smelter. The trader ships 3/4 of the smelter's and 1/4 of its own:
        // made by the smelter 40 + 45 = 85, by the trader 15.
        let bought = [buy(KNOWN, None, TRADER, 60.0), buy(KNOWN, None, SMELTER, 40.0)];
        let supply = only(&bought, SMELTER);
        assert_eq!(supply.tonnes, Tonnes(100.0));
        close(supply.direct.share_of(SMELTER), 0.4);
        close(supply.maker.share_of(SMELTER), 0.85);
        close(supply.maker.share_of(TRADER), 0.15);
        // 80 % of the smelter's metal is from ore, of which 3/4 are the digger's: 0.85 * 0.8 * 0.75 = 0.51
        let mine = supply.mine.expect("linked");
        close(mine.share_of(DIGGER), 0.51);
        close(mine.share_of(SMELTER), 0.17);
        close(mine.scrap, 0.85 * 0.2 + 0.15);
        close(mine.unknown, 0.0);
        close(supply.passes_through.expect("traced"), 0.85); // counted once, though it mines, refines and ships
        close(only(&bought, DIGGER).passes_through.expect("traced"), 0.51); // by way of its ore
        close(only(&bought, TRADER).passes_through.expect("traced"), 0.6); // all that it ships, made there or not
    }

    #[test]
    fn rows_of_one_supplier_add_up() {
        let twice = only(&[buy(KNOWN, None, TRADER, 1.0), buy(KNOWN, Some(Stage::Refined), TRADER, 2.0)], SMELTER);
        assert_eq!(twice, only(&[buy(KNOWN, None, TRADER, 3.0)], SMELTER)); // refined is where industry buys
    }

    #[test]
    fn ore_and_metal_stand_apart() {
        let bought = ask(&[buy(KNOWN, None, SMELTER, 1.0), buy(KNOWN, Some(Stage::Mine), SMELTER, 4.0)], DIGGER);
        let stages: Vec<Option<Stage>> = bought.iter().map(|entry| entry.stage).collect();
        assert_eq!(stages, [Some(Stage::Mine), Some(Stage::Refined)]);
        // ore of the smelter's country: 60 of 80 are the digger's
        let ore = bought[0].exposure.supply.as_ref().expect("always there");
        close(ore.maker.share_of(DIGGER), 0.75);
        assert_eq!(ore.mine.as_ref(), Some(&ore.maker));
        close(ore.passes_through.expect("traced"), 0.75);
    }

    #[test]
    fn a_supplier_outside_the_baseline_is_unknown() {
        let bought = [buy(KNOWN, None, STRANGER, 3.0), buy(KNOWN, None, SMELTER, 1.0)];
        let supply = only(&bought, SMELTER);
        close(supply.maker.unknown, 0.75);
        close(supply.mine.expect("linked").unknown, 0.75);
        close(supply.passes_through.expect("in part"), 0.25);
        close(only(&bought, STRANGER).passes_through.expect("bought there"), 0.75);
    }

    #[test]
    fn without_a_market_only_the_purchase_is_known() {
        let bought = [buy(UNPUBLISHED, None, SMELTER, 1.0), buy(UNPUBLISHED, None, TRADER, 1.0)];
        let supply = only(&bought, SMELTER);
        close(supply.direct.share_of(SMELTER), 0.5);
        assert_eq!((supply.maker.unknown, supply.mine, supply.passes_through), (1.0, None, Some(0.5)));
        assert_eq!(only(&bought, DIGGER).passes_through, None); // nobody knows, which is not zero
        assert!(ask(&bought, DIGGER)[0].untraced());
    }
}
