//! Who makes it: world output of one material at one stage, with the indicators of concentration.

use adit_indicators::governance_weighted_concentration::{Weighted, governance_weighted_concentration};
use adit_indicators::hhi::hhi;
use adit_indicators::largest_supplier_share::largest_supplier_share;
use adit_indicators::top_three_share::top_three_share;
use adit_vocab::baseline::{Grade, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::stage::Stage;
use adit_vocab::units::Tonnes;

/// World output of one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldStage {
    /// Which stage.
    pub stage: Stage,
    /// World output.
    pub output: Tonnes,
    /// Producers with their share, largest first.
    pub producers: Vec<(CountryId, f64)>,
    /// Herfindahl-Hirschman index.
    pub hhi: f64,
    /// Share of the largest three.
    pub top_three: f64,
    /// Governance-weighted concentration; `None` if governance is published for no producer.
    pub governance: Option<Weighted>,
    /// Grade of the stage.
    pub grade: Grade,
    /// True if output by country rests on published shares older than three years.
    pub old_shares: bool,
}

impl WorldStage {
    /// The share of one country; 0 if it is not among the producers.
    pub fn share_of(&self, country: CountryId) -> f64 {
        self.producers.iter().find(|(producer, _)| *producer == country).map_or(0.0, |(_, share)| *share)
    }

    /// The largest producer.
    pub fn largest(&self) -> (CountryId, f64) {
        self.producers[0]
    }
}

/// Output by country, from the baseline.
pub fn production(balance: &StageBalance) -> Production {
    Production {
        by_country: balance.nodes.iter().map(|node| (node.country, Tonnes(balance.counted_output(node)))).collect(),
        unassigned: Tonnes(balance.unassigned),
    }
}

/// Describes one stage; `None` if nobody produces. `governance` is the mean of the six estimates of a country.
pub fn world_stage(balance: &StageBalance, governance: &dyn Fn(CountryId) -> Option<f64>) -> Option<WorldStage> {
    let table = production(balance);
    largest_supplier_share(&table)?;
    let mut producers: Vec<(CountryId, f64)> = table.shares().filter(|(_, share)| *share > 0.0).collect();
    producers.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Some(WorldStage {
        stage: balance.stage,
        output: table.world(),
        producers,
        hhi: hhi(&table)?.0,
        top_three: top_three_share(&table)?.0,
        governance: governance_weighted_concentration(&table, governance),
        grade: balance.quality.grade,
        old_shares: balance.quality.old_shares,
    })
}
