//! The baseline: one reconciled year of every material, in balance, with what was moved to get there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::CountryId;
use crate::material::MaterialId;
use crate::stage::Stage;

/// A reconciled number: what it was before, how loose that was, where it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datum {
    /// Tonnes after reconciliation.
    pub value: f64,
    /// Tonnes before; `None` if nothing was observed or assumed.
    pub prior: Option<f64>,
    /// One standard deviation of the prior, tonnes.
    pub spread: Option<f64>,
    /// Where the prior comes from: a source id with a word on how, for example `usgs_mcs2026`, `gravity`, `use prior`.
    pub basis: String,
}

/// What a country's datum at one stage means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Output of the stage, all of it (mine output, or refinery output from ore and scrap).
    Output,
    /// Part of refinery output that comes from scrap.
    Secondary,
    /// Part of refinery output whose feed no record explains (`e` in the equations). Can be negative.
    Unexplained,
    /// Net withdrawal from stock (positive adds to supply).
    StockDraw,
    /// What goes into the country's next stage: ore into its refineries, refined material into its magnets.
    Feed,
    /// Final use at this stage: direct use of ore at the mine stage, of refined material at the refined stage, of magnets.
    Use,
}

impl Item {
    /// All items, in the order of the balance.
    pub const ALL: [Item; 6] = [Item::Output, Item::Secondary, Item::Unexplained, Item::StockDraw, Item::Feed, Item::Use];

    /// The word used in files and explain keys.
    pub fn id(self) -> &'static str {
        match self {
            Item::Output => "output",
            Item::Secondary => "secondary",
            Item::Unexplained => "unexplained",
            Item::StockDraw => "stock_draw",
            Item::Feed => "feed",
            Item::Use => "use",
        }
    }
}

/// One country at one stage.
///
/// Balance at every node: `output + imports + stock_draw = exports + feed + use`;
/// behind another stage also `output = gain * feed(stage before) + secondary + unexplained`, with the gain of
/// [`Market::gain_into`].
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The country.
    pub country: CountryId,
    /// The items that are not zero, in the order of [`Item::ALL`].
    pub items: Vec<(Item, Datum)>,
}

impl Node {
    /// Tonnes of an item; 0 if the balance has none.
    pub fn tonnes(&self, item: Item) -> f64 {
        self.datum(item).map_or(0.0, |datum| datum.value)
    }

    /// The datum of an item.
    pub fn datum(&self, item: Item) -> Option<&Datum> {
        self.items.iter().find(|(kind, _)| *kind == item).map(|(_, datum)| datum)
    }
}

/// A flow between two countries.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// From.
    pub exporter: CountryId,
    /// To.
    pub importer: CountryId,
    /// Tonnes.
    pub datum: Datum,
}

/// How trade of a stage is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TradeKnowledge {
    /// A customs code of its own.
    Specific,
    /// A code shared with other materials.
    Basket,
    /// Not observed: a gravity rule.
    Gravity,
}

/// Data grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Grade {
    /// All observed, moved by less than 5 %.
    A,
    /// Moved by less than 20 %.
    B,
    /// Shared codes, larger moves, or old observations.
    C,
    /// Trade not observed.
    D,
}

impl Grade {
    /// The letter.
    pub fn letter(self) -> &'static str {
        match self {
            Grade::A => "A",
            Grade::B => "B",
            Grade::C => "C",
            Grade::D => "D",
        }
    }
}

/// How well a stage is known. All shares are 0..1 of world output or of stage trade.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// The grade that follows from the rest.
    pub grade: Grade,
    /// How trade is known.
    pub trade: TradeKnowledge,
    /// True if output by country rests on shares older than three years.
    pub old_shares: bool,
    /// `sum |x - x0| / sum x0` over country output.
    pub moved_output: f64,
    /// Relative move of world output.
    pub moved_world: f64,
    /// `sum |x - x0| / sum x0` over trade.
    pub moved_trade: f64,
    /// Unrecorded flows and unexplained refinery feed as a share of world output.
    pub hidden: f64,
    /// Final use beyond three times the prior share plus 1 % of the world, summed.
    pub absorption: f64,
    /// US use over the published figure, if published.
    pub us_use_ratio: Option<f64>,
}

/// One stage of one material in balance.
#[derive(Clone, Debug, PartialEq)]
pub struct StageBalance {
    /// Which stage.
    pub stage: Stage,
    /// Countries that produce, trade or use it, in the order of `Countries`.
    pub nodes: Vec<Node>,
    /// Flows, ordered by exporter, then importer.
    pub flows: Vec<Flow>,
    /// World output in tonnes that no publisher assigns to a country.
    pub unassigned: f64,
    /// True if the publisher's world output counts output from scrap; else scrap is on top of it.
    pub includes_scrap: bool,
    /// How well it is known.
    pub quality: Quality,
}

impl StageBalance {
    /// The node of a country.
    pub fn node(&self, country: CountryId) -> Option<&Node> {
        self.nodes.binary_search_by_key(&country, |node| node.country).ok().map(|i| &self.nodes[i])
    }

    /// Output of a node as the publisher's world total counts it: without scrap where scrap is on top.
    pub fn counted_output(&self, node: &Node) -> f64 {
        let scrap = if self.includes_scrap { 0.0 } else { node.tonnes(Item::Secondary) };
        (node.tonnes(Item::Output) - scrap).max(0.0)
    }

    /// World output in tonnes, as the publisher counts it.
    pub fn world_output(&self) -> f64 {
        self.nodes.iter().map(|node| self.counted_output(node)).sum::<f64>() + self.unassigned
    }
}

/// One material in balance.
#[derive(Clone, Debug, PartialEq)]
pub struct Market {
    /// The material.
    pub material: MaterialId,
    /// Stages, upstream first.
    pub stages: Vec<StageBalance>,
    /// Tonnes refined per tonne of ore basis where two stages are linked.
    pub recovery: Option<f64>,
    /// Tonnes in magnets per tonne of refined material fed to their makers; `None` without a magnet stage.
    pub magnet_yield: Option<f64>,
}

impl Market {
    /// Tonnes that a stage makes of a tonne of the stage before; `None` if it stands on nothing.
    pub fn gain_into(&self, stage: Stage) -> Option<f64> {
        match stage {
            Stage::Mine => None,
            Stage::Refined => self.recovery,
            Stage::Magnet => self.magnet_yield,
        }
    }

    /// The stage that feeds another one, if they are linked.
    pub fn before(&self, stage: Stage) -> Option<&StageBalance> {
        self.gain_into(stage)?;
        self.stages.iter().rev().find(|balance| balance.stage < stage)
    }

    /// All linked stages upstream of one, the nearest first.
    pub fn upstream(&self, stage: Stage) -> Vec<&StageBalance> {
        std::iter::successors(self.before(stage), |balance| self.before(balance.stage)).collect()
    }

    /// One stage.
    pub fn stage(&self, stage: Stage) -> Option<&StageBalance> {
        self.stages.iter().find(|balance| balance.stage == stage)
    }

    /// The last stage: what industry buys.
    pub fn last(&self) -> Option<&StageBalance> {
        self.stages.last()
    }

    /// The stage at which industry's supply is traced: the last one; of two markets that are not linked, the one whose
    /// trade is known best.
    pub fn traced(&self) -> Option<&StageBalance> {
        match self.recovery {
            Some(_) => self.stages.last(),
            None => self.stages.iter().rev().min_by_key(|stage| stage.quality.trade),
        }
    }

    /// The worst grade of the stages.
    pub fn grade(&self) -> Option<Grade> {
        self.stages.iter().map(|stage| stage.quality.grade).max()
    }
}

/// All materials in balance.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// Base year.
    pub year: i32,
    /// First twelve hex digits of the SHA-256 of the files it was read from.
    pub digest: String,
    /// Digest of the input files it was built from.
    pub inputs: String,
    /// Markets in the order of `Materials`; `None` where nobody publishes output.
    pub markets: Vec<Option<Market>>,
}

impl Baseline {
    /// The market of a material, if it could be reconciled.
    pub fn market(&self, material: MaterialId) -> Option<&Market> {
        self.markets.get(material.index()).and_then(Option::as_ref)
    }
}
