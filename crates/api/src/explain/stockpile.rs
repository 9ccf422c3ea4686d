//! Numbers of the stockpile table of the briefing: computed again for its budget and all materials.

use adit_analysis::stockpile::Stockpile;
use adit_report::naming::Naming;
use adit_vocab::figure::Figure;
use adit_vocab::likelihood::LikelihoodParameters;
use adit_vocab::losses::LossParameters;
use adit_vocab::material::MaterialId;
use adit_vocab::parameters::Parameters;
use adit_vocab::stockpile::StockpileParameters;
use adit_vocab::table::Table;

use super::assumptions::assumption;
use super::stockpile_columns::STOCKPILE_COLUMNS;
use super::{Assumption, Context, Effect};
use crate::session::Problems;
use crate::stockpile::StockpileRequest;

/// Sources beside those of the market.
pub(super) const SOURCES: [&str; 5] = ["bea_2023", "bea_2017", "ec_crm_2023", "worldbank_wgi_2023", "event_reports"];

/// True for a column of the table.
pub(super) fn has(column: &str) -> bool {
    STOCKPILE_COLUMNS.iter().any(|known| known.id == column)
}

fn request(context: &Context) -> Result<StockpileRequest, Problems> {
    context.session.vault_request(context.importer)
}

/// The table with all materials.
pub(super) fn table(context: &Context) -> Result<Option<Table>, Problems> {
    let request = request(context)?;
    let found = context.session.vault(&request, &|| ())?;
    Ok(context.session.stockpile_tables(&request, &found, Naming::Ids)?.into_iter().next())
}

/// The parameters behind every number, those of the material's market last.
pub(super) fn assumptions(context: &Context, material: MaterialId) -> Result<Vec<Assumption>, Problems> {
    let session = context.session;
    let market = session.parameters_of(material)?;
    let files: [(&str, &[&str], Vec<&Figure>); 4] = [
        ("stockpile", StockpileParameters::NAMES, session.stockpile_parameters()?.figures()),
        ("likelihood", LikelihoodParameters::NAMES, session.likelihood_parameters()?.figures()),
        ("losses", LossParameters::NAMES, session.loss_parameters()?.figures()),
        ("model", Parameters::NAMES, market.figures()),
    ];
    let of_file = |(file, names, figures): &(&str, &[&str], Vec<&Figure>)| {
        let named = names.iter().zip(figures);
        named.map(|(name, figure)| assumption(format!("{file}.{name}"), figure)).collect::<Vec<_>>()
    };
    Ok(files.iter().flat_map(of_file).collect())
}

/// What each parameter does to the loss that the holding of a material avoids, largest effect first; other numbers hang on the
/// same things.
pub(super) fn effects(context: &Context, material: MaterialId, column: &str) -> Result<Vec<Effect>, Problems> {
    if column != "held_saving_usd" {
        return Ok(Vec::new());
    }
    let request = request(context)?;
    let found = context.session.vault(&request, &|| ())?;
    let of_material = Stockpile {
        holdings: found.holdings.iter().filter(|holding| holding.material == material).cloned().collect(),
        main: found.main.iter().filter(|holding| holding.material == material).cloned().collect(),
        ..found
    };
    let drivers = context.session.stockpile_drivers(&request, &of_material)?;
    let known = assumptions(context, material)?;
    Ok(drivers
        .into_iter()
        .filter_map(|driver| {
            let known = known.iter().find(|known| known.key.ends_with(&format!(".{}", driver.parameter)))?;
            Some(Effect {
                key: known.key.clone(),
                value: known.value,
                range: known.low.zip(known.high)?,
                at_low: Some(driver.at_low),
                at_high: Some(driver.at_high),
            })
        })
        .collect())
}
