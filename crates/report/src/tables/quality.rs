//! Quality: one row a market, with what reconciliation had to move.

use adit_analysis::exposure::Exposure;
use adit_vocab::baseline::{Baseline, TradeKnowledge};
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::exposure::question_args;
use super::{columns, notes, number, share, title};
use crate::naming::{Names, Naming};

const COLUMNS: [&str; 10] =
    ["material", "stage", "trade", "moved_output", "moved_world", "moved_trade", "hidden", "absorption", "us_use_ratio", "grade"];

/// How well each market is known: how trade is observed and how far figures had to move until they balanced.
pub fn quality(reference: &Reference, baseline: &Baseline, exposure: &Exposure, naming: impl Into<Naming>) -> Table {
    let names = Names::new(reference, naming.into());
    let args = question_args(reference, exposure, &names);
    let mut rows = Vec::new();
    for entry in &exposure.materials {
        let Some(market) = baseline.market(entry.material) else { continue };
        for balance in &market.stages {
            let quality = &balance.quality;
            rows.push(Row {
                key: format!("{}.{}", reference.materials.get(entry.material).id, balance.stage),
                cells: vec![
                    Cell::Text(names.material(entry.material)),
                    Cell::Text(names.stage(balance.stage)),
                    Cell::Text(trade(quality.trade, &names)),
                    share(Some(quality.moved_output)),
                    share(Some(quality.moved_world)),
                    share(Some(quality.moved_trade)),
                    share(Some(quality.hidden)),
                    share(Some(quality.absorption)),
                    number(quality.us_use_ratio, Format::Index),
                    Cell::Text(quality.grade.letter().to_owned()),
                ],
            });
        }
    }
    Table {
        id: "quality",
        title: title("quality", &names, &args),
        columns: columns(&COLUMNS, &names, &args),
        rows,
        notes: notes(&["note-quality"], &names, &args),
    }
}

fn trade(knowledge: TradeKnowledge, names: &Names) -> String {
    let id = match knowledge {
        TradeKnowledge::Specific => "specific",
        TradeKnowledge::Basket => "basket",
        TradeKnowledge::Gravity => "gravity",
    };
    names.words().map_or_else(|| id.to_owned(), |words| words.get(&format!("trade-{id}")))
}
