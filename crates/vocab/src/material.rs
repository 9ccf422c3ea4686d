//! What a material is: its file `materials/<id>.toml` as a type.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figure::{Bound, Figure};
use crate::lang::{Lang, Text};
use crate::parameters::StockClass;
use crate::stage::Stage;

/// Position of a material in [`Materials`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaterialId(pub u16);

impl MaterialId {
    /// The position as an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One material, or a group that is reconciled together (rare earths).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// File name without ending.
    pub id: String,
    /// Chemical symbol, empty for minerals.
    pub symbol: String,
    /// Family, for example `minor metal`.
    pub kind: String,
    /// Id of the group it is reconciled with, empty if it stands alone.
    #[serde(default)]
    pub group: String,
    /// Members, for a group only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Names people know it by.
    pub name: MaterialName,
    /// Stages, upstream first.
    #[serde(default)]
    pub stage: Vec<StageInfo>,
    /// How ore becomes refined material; only with two stages.
    pub chain: Option<Chain>,
    /// Magnets made of it, where they are followed; needs a stage `magnet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub magnet: Option<Magnet>,
    /// Where stocks are known to change much within a year (vaults, ports, state reserves).
    pub stocks: Option<Stocks>,
    /// What is known of commercial stocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commercial_stocks: Option<CommercialStocks>,
    /// Trade codes.
    #[serde(default)]
    pub trade: Vec<TradeCode>,
    /// Trade rows that are known to mean something else.
    #[serde(default)]
    pub route: Vec<Route>,
    /// Producers that the tables miss or understate; what partners record counts instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opaque: Vec<Opaque>,
    /// What it is a by-product of.
    #[serde(default)]
    pub host: Vec<Host>,
    /// What it is used for.
    #[serde(default)]
    pub end_use: Vec<EndUse>,
    /// Price elasticities, absolute values.
    pub elasticity: Option<Elasticity>,
    /// Recycling.
    pub recycling: Option<Recycling>,
    /// Substitutability.
    pub substitution: Option<Substitution>,
    /// What the US publishes about its own mining and imports.
    pub united_states: Option<UnitedStates>,
    /// What limits the data, in plain words.
    pub limits: Text,
}

/// Names of a material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialName {
    /// English (US).
    pub en: String,
    /// German.
    pub de: String,
    /// Other names people type.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A stage at which the material has a market.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageInfo {
    /// Which stage.
    pub id: Stage,
    /// The good, in English.
    pub product_en: String,
    /// The good, in German.
    pub product_de: String,
    /// What one tonne counts, in English.
    pub basis_en: String,
    /// What one tonne counts, in German.
    pub basis_de: String,
    /// Source whose table leads output by country here, where the usual order of sources would mislead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Why, in English; required with `lead`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead_why: String,
}

/// Link between mine and refinery.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// False if the refined stage is a market of its own that cannot be traced to mines.
    pub linked: bool,
    /// Tonnes of refined basis per tonne of mine basis; absent if implied by world totals.
    #[serde(rename = "yield")]
    pub recovery: Option<Figure>,
    /// Where mine output goes that the refineries do not take.
    #[serde(default)]
    pub surplus: Surplus,
}

/// Magnets made of the refined material: a third stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Magnet {
    /// The end use that magnets are, as `application` names it.
    pub end_use: String,
    /// Part of the refined material that goes into magnets.
    pub share: Figure,
    /// Tonnes in magnets per tonne of refined material fed to their makers.
    #[serde(rename = "yield")]
    pub gain: Figure,
}

/// What happens to mine output beyond the refineries' need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Surplus {
    /// It is lost in processing: the yield is implied by world totals.
    #[default]
    Loss,
    /// It is used as ore (titanium minerals for pigment).
    DirectUse,
    /// It goes to stock (cobalt in 2024).
    Stock,
}

/// Places with large stock changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stocks {
    /// ISO3 codes.
    pub countries: Vec<String>,
    /// Stage at which the stock is held.
    pub stage: Stage,
    /// Plausible yearly change as a share of world output, one standard deviation.
    pub spread: Figure,
}

/// How much lies in commercial stocks, with the evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommercialStocks {
    /// The class.
    pub class: StockClass,
    /// The evidence, in English.
    pub why_en: String,
    /// Source id.
    pub source: String,
    /// Page, chapter or row in the source.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub locator: String,
}

/// A customs code and how to read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradeCode {
    /// Stage whose market it belongs to; feed of refineries belongs to the mine stage.
    pub stage: Stage,
    /// True for goods between ore and refined (blister, matte, alumina, hydroxide).
    #[serde(default)]
    pub intermediate: bool,
    /// Edition of the Harmonized System, for example `HS17`.
    pub edition: String,
    /// Four or six digits; eight in the EU's combined nomenclature (`CN8`).
    pub code: String,
    /// Shared code whose rows this one replaces for EU importers, because it tells the metals apart.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instead_of: String,
    /// The good in words.
    pub product: String,
    /// True if other materials share the code.
    #[serde(default)]
    pub basket: bool,
    /// Tonnes of the stage's basis in one tonne of goods.
    pub content: Figure,
    /// Part of the basket that is this material.
    pub basket_share: Option<Figure>,
    /// How content is found.
    #[serde(default)]
    pub mode: ContentMode,
    /// Part of the metal value that the trade price pays, for `unit_value` and `value`.
    pub payable: Option<f64>,
    /// What a tonne of the pure good costs, for `goods_value`.
    pub pure_usd_per_t: Option<f64>,
    /// Only flows at or above this unit value count.
    pub min_usd_per_t: Option<f64>,
    /// Only flows below this unit value count.
    pub max_usd_per_t: Option<f64>,
    /// True if the code matters but its trade is not at hand.
    #[serde(default)]
    pub missing: bool,
}

/// How the content of a trade flow is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContentMode {
    /// The same content for every flow.
    #[default]
    Const,
    /// Unit value over the metal's price, within the content's range.
    UnitValue,
    /// Value over the metal's price: for tables without weights.
    Value,
    /// The content of the pure good times unit value over what the pure good costs, at most one: cheap goods hold less of it.
    GoodsValue,
}

/// A trade row known to mean something else than it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Customs code.
    pub code: String,
    /// ISO3 of the exporter.
    pub exporter: String,
    /// ISO3 of the importer.
    pub importer: String,
    /// What to do with it.
    pub action: RouteAction,
    /// New importer, for `reroute`.
    #[serde(default)]
    pub to: String,
    /// New stage, for `stage`.
    pub to_stage: Option<Stage>,
    /// Content at the new stage, for `stage`; that of the code if absent.
    pub content: Option<Figure>,
    /// Why, in English.
    pub why_en: String,
    /// Source id.
    pub source: String,
}

/// What to do with a trade row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RouteAction {
    /// Transit: goes on to another importer.
    Reroute,
    /// Not this good at all.
    Drop,
    /// The weight is wrong: use value over price.
    UseValue,
    /// Belongs to another stage.
    Stage,
    /// A flow known to exist under a code that is not at hand: output without a recorded buyer goes here first.
    Captive,
}

/// A producer that the tables miss or understate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opaque {
    /// ISO3.
    pub country: String,
    /// Why, in English.
    pub why_en: String,
    /// Source id.
    pub source: String,
}

/// A host metal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// Id of the host if it is one of the 60.
    #[serde(default)]
    pub material: String,
    /// Its name otherwise.
    #[serde(default)]
    pub name: String,
    /// Share of output won as a companion of any host.
    pub companion: Option<Figure>,
}

/// One use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndUse {
    /// Use in English.
    pub application: String,
    /// Use in German.
    #[serde(default)]
    pub application_de: String,
    /// NACE Rev. 2 division, for example `C26`.
    #[serde(default)]
    pub industry: String,
    /// Share of use.
    pub share: Figure,
    /// `EU`, `world` or `USA`.
    pub region: String,
}

/// Price elasticities as absolute values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Elasticity {
    /// Demand within months.
    pub demand_short: Option<Figure>,
    /// Demand after years.
    pub demand_long: Option<Figure>,
    /// Supply within months.
    pub supply_short: Option<Figure>,
    /// Supply after years.
    pub supply_long: Option<Figure>,
}

/// Recycling rates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recycling {
    /// End-of-life recycling input rate, 0 to 1.
    pub eol_rir: Option<Figure>,
}

/// EU substitution indices, 1 = not substitutable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Substitution {
    /// For economic importance.
    pub si_ei: Option<Figure>,
    /// For supply risk.
    pub si_sr: Option<Figure>,
}

/// US mining status and import reliance as USGS publishes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitedStates {
    /// Short status, for example `mined` or `none_recovered`.
    pub mine_status: String,
    /// True if it was neither mined nor recovered in the US in 2025.
    #[serde(default)]
    pub not_mined: bool,
    /// Reason in English.
    #[serde(default)]
    pub reason_en: String,
    /// Reason in German.
    #[serde(default)]
    pub reason_de: String,
    /// Net import reliance as a share of apparent consumption.
    pub net_import_reliance: Option<Figure>,
}

impl Material {
    /// Everyday name in one language.
    pub fn display(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name.en,
            Lang::De => &self.name.de,
        }
    }

    /// Everything people call it: id, names in both languages, aliases, symbol. Some may be empty.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let first = [&self.id, &self.name.en, &self.name.de].into_iter();
        first.chain(&self.name.aliases).chain([&self.symbol]).map(String::as_str)
    }

    /// The stage's description, if the material has it.
    pub fn stage(&self, stage: Stage) -> Option<&StageInfo> {
        self.stage.iter().find(|info| info.id == stage)
    }

    /// The stage that published use and import reliance describe: what industry buys, not what is made of it; of two markets
    /// that are not linked, the first.
    pub fn bought_at(&self) -> Option<Stage> {
        let linked = self.chain.as_ref().is_none_or(|chain| chain.linked);
        let mut stages = self.stage.iter().map(|info| info.id).filter(|stage| *stage != Stage::Magnet);
        if linked { stages.next_back() } else { stages.next() }
    }

    /// The end uses of what industry buys at the last stage, with their places in the file: all, or magnets where they are
    /// followed.
    pub fn final_uses(&self) -> impl Iterator<Item = (usize, &EndUse)> {
        let counts = |end_use: &EndUse| self.magnet.as_ref().is_none_or(|magnet| magnet.end_use == end_use.application);
        self.end_use.iter().enumerate().filter(move |(_, end_use)| counts(end_use))
    }

    /// What is known of commercial stocks.
    pub fn stock_class(&self) -> StockClass {
        self.commercial_stocks.as_ref().map_or(StockClass::Unknown, |stocks| stocks.class)
    }

    /// True if the published import reliance is only a bound.
    pub fn reliance_bound(&self) -> Option<Bound> {
        self.united_states.as_ref()?.net_import_reliance.as_ref()?.bound
    }
}

/// All materials and groups, ordered by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Materials {
    list: Vec<Material>,
}

impl Materials {
    /// Sorts by id so that order never depends on the directory.
    pub fn new(mut list: Vec<Material>) -> Self {
        list.sort_by(|a, b| a.id.cmp(&b.id));
        Self { list }
    }

    /// Finds a material by its id.
    pub fn by_id(&self, id: &str) -> Option<MaterialId> {
        self.list
            .binary_search_by(|material| material.id.as_str().cmp(id))
            .ok()
            .and_then(|i| u16::try_from(i).ok())
            .map(MaterialId)
    }

    /// The material at a position handed out by this list.
    pub fn get(&self, id: MaterialId) -> &Material {
        &self.list[id.index()]
    }

    /// All materials and groups with their positions.
    pub fn iter(&self) -> impl Iterator<Item = (MaterialId, &Material)> {
        (0u16..).map(MaterialId).zip(&self.list)
    }

    /// The listed materials: everything that is not a modelling group.
    pub fn listed(&self) -> impl Iterator<Item = (MaterialId, &Material)> {
        self.iter().filter(|(_, material)| material.members.is_empty())
    }
}
