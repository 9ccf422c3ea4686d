//! JSON Schemas of every file a user may write.

use schemars::{JsonSchema, schema_for};

use adit_vocab::backcast::BackcastRow;
use adit_vocab::country::Country;
use adit_vocab::event::EventRow;
use adit_vocab::likelihood::{LikelihoodParameters, LikelihoodRow};
use adit_vocab::losses::LossParameters;
use adit_vocab::material::Material;
use adit_vocab::measure::{GuestRow, MeasureText};
use adit_vocab::observation::{
    CompositionRow, EconomyRow, GovernanceRow, OreMixRow, PriceRow, ProductionRow, ShareRow, TradeParameterRow, TradeRow, UseRow,
    WorldRow,
};
use adit_vocab::parameters::Parameters;
use adit_vocab::policy::PackageText;
use adit_vocab::price_path::PricePathRow;
use adit_vocab::project::ProjectRow;
use adit_vocab::scenario::ScenarioText;
use adit_vocab::source::Source;
use adit_vocab::stockpile::{StockpileParameters, StockpileRow};
use adit_vocab::years::{GrowthRow, LeadTimeRow, YearParameters};

use crate::inputs::baseline::{FlowRow, MetaRow, NodeRow, QualityRow};
use crate::inputs::blocs::BlocRow;
use crate::inputs::country_names::CountryNameRow;
use crate::inputs::customs::CustomsRow;
use crate::inputs::industries::{ApplicationRow, DetailRow, ImportRow, MakeRow, TechnologyRow, UseTableRow};
use crate::inputs::lists::ListRow;
use crate::inputs::publications::PublicationRow;
use crate::inputs::purchases::PurchaseRow;
use crate::inputs::sectors::{CrosswalkRow, IndustryRow};
use crate::reconcile::settings::Settings;

/// File name and content of every schema: `material.json`, `model.json`, `losses.json`, `likelihood.json`,
/// `stockpile.json`, `years.json`, `reconciliation.json`, `scenario.json`, `package.json` and `measure.json` describe TOML files, the others
/// one row of a CSV table.
pub fn schemas() -> Vec<(String, String)> {
    vec![
        schema::<Material>("material"),
        schema::<Settings>("reconciliation"),
        schema::<Parameters>("model"),
        schema::<ScenarioText>("scenario"),
        schema::<PackageText>("package"),
        schema::<MeasureText>("measure"),
        schema::<GuestRow>("alliance_2026"),
        schema::<Source>("sources"),
        schema::<Country>("countries"),
        schema::<BlocRow>("blocs"),
        schema::<ListRow>("lists"),
        schema::<ProductionRow>("production"),
        schema::<WorldRow>("world"),
        schema::<ShareRow>("shares"),
        schema::<UseRow>("use"),
        schema::<TradeRow>("trade"),
        schema::<PriceRow>("prices"),
        schema::<GovernanceRow>("governance"),
        schema::<EconomyRow>("economy"),
        schema::<CompositionRow>("ree_composition"),
        schema::<OreMixRow>("ree_ore_mix"),
        schema::<TradeParameterRow>("trade_parameters"),
        schema::<EventRow>("events"),
        schema::<LossParameters>("losses"),
        schema::<LikelihoodParameters>("likelihood"),
        schema::<StockpileParameters>("stockpile"),
        schema::<StockpileRow>("stockpiles"),
        schema::<YearParameters>("years"),
        schema::<ProjectRow>("projects"),
        schema::<GrowthRow>("growth"),
        schema::<LeadTimeRow>("lead_times"),
        schema::<PricePathRow>("price_paths"),
        schema::<LikelihoodRow>("likelihoods"),
        schema::<MakeRow>("bea_make"),
        schema::<UseTableRow>("bea_use"),
        schema::<ImportRow>("bea_imports"),
        schema::<DetailRow>("details"),
        schema::<TechnologyRow>("technologies"),
        schema::<ApplicationRow>("applications"),
        schema::<IndustryRow>("industries"),
        schema::<CrosswalkRow>("crosswalk"),
        schema::<PublicationRow>("publications"),
        schema::<CustomsRow>("customs"),
        schema::<CountryNameRow>("country_names"),
        schema::<PurchaseRow>("purchases"),
        schema::<NodeRow>("baseline_nodes"),
        schema::<FlowRow>("baseline_flows"),
        schema::<MetaRow>("baseline_meta"),
        schema::<QualityRow>("baseline_quality"),
        schema::<BackcastRow>("backcast"),
    ]
}

/// One schema as a file.
pub fn schema<T: JsonSchema>(name: &str) -> (String, String) {
    let text = serde_json::to_string_pretty(&schema_for!(T)).unwrap_or_default();
    (format!("{name}.json"), text + "\n")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn committed_schemas_are_current() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
        let update = std::env::var_os("UPDATE_SCHEMAS").is_some();
        for (name, text) in schemas() {
            let path = directory.join(&name);
            if update {
                fs::create_dir_all(&directory).expect("the repository can be written");
                fs::write(&path, &text).expect("the repository can be written");
            }
            let committed = fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == text, "schemas/{name} is out of date; run `just bless`");
        }
    }
}
