//! How well the reconciliation finds published figures that were left out on purpose.

use adit_data::read_settings;
use adit_data::reconcile::holdout::{Held, hold_out, summarise};
use adit_report::naming::Naming;
use adit_vocab::baseline::TradeKnowledge;
use adit_vocab::table::{Cell, Format, Row, Table};

use crate::session::{Problems, Session};
use crate::words::{columns, say};

impl Session {
    /// The summary and every single score.
    pub fn hold_out_tables(&self, naming: Naming) -> Result<Vec<Table>, Problems> {
        let settings = read_settings(self.files())?;
        let scores = hold_out(self.reference(), self.observations()?, &settings)?;
        let figure = |held: Held| match held {
            Held::UsUse => ("us_use", say(naming, "US use: factor off", "Verbrauch der USA: Faktor daneben")),
            Held::UsImports => ("us_imports", say(naming, "US import sources: overlap", "Herkunft der US-Einfuhr: Überdeckung")),
            Held::EuSourcing => ("eu_sourcing", say(naming, "EU sourcing: overlap", "Herkunft für die EU: Überdeckung")),
        };
        let trade = |known: TradeKnowledge| match known {
            TradeKnowledge::Specific => say(naming, "own codes", "eigene Zollnummern"),
            TradeKnowledge::Basket => say(naming, "shared code", "geteilte Zollnummer"),
            TradeKnowledge::Gravity => say(naming, "not observed", "nicht beobachtet"),
        };
        #[allow(clippy::cast_precision_loss, reason = "a count of figures")]
        let summary = summarise(&scores).into_iter().map(|row| Row {
            key: format!("{}.{:?}", figure(row.figure).0, row.trade).to_lowercase(),
            cells: vec![
                Cell::Text(figure(row.figure).1),
                Cell::Text(trade(row.trade)),
                Cell::Number(row.count as f64, Format::Count),
                Cell::Number(row.score, Format::Index),
            ],
        });
        let single = scores.iter().map(|row| Row {
            key: format!("{}.{}.{}", row.material, row.stage, figure(row.figure).0),
            cells: vec![
                Cell::Text(row.material.clone()),
                Cell::Text(row.stage.id().to_owned()),
                Cell::Text(figure(row.figure).1),
                Cell::Text(trade(row.trade)),
                Cell::Number(row.score, Format::Index),
            ],
        });
        Ok(vec![
            Table {
                id: "hold_out",
                title: say(naming, "Found without being told", "Gefunden, ohne es zu wissen"),
                columns: columns(
                    naming,
                    &[
                        ("figure", "Figure left out", "Weggelassene Zahl"),
                        ("trade", "Trade known by", "Handel bekannt durch"),
                        ("count", "Figures", "Zahlen"),
                        ("score", "Score", "Wert"),
                    ],
                ),
                rows: summary.collect(),
                notes: vec![say(
                    naming,
                    "Use: median factor between found and published (1 is perfect). Mixes: mean overlap of shares (1 is perfect).",
                    "Verbrauch: mittlerer Faktor zwischen gefunden und veröffentlicht (1 ist vollkommen). Herkunft: mittlere Überdeckung der Anteile (1 ist vollkommen).",
                )],
            },
            Table {
                id: "hold_out_single",
                title: say(naming, "Every figure", "Jede Zahl"),
                columns: columns(
                    naming,
                    &[
                        ("material", "Material", "Rohstoff"),
                        ("stage", "Stage", "Stufe"),
                        ("figure", "Figure left out", "Weggelassene Zahl"),
                        ("trade", "Trade known by", "Handel bekannt durch"),
                        ("score", "Found over published, or overlap", "Gefunden durch veröffentlicht, oder Überdeckung"),
                    ],
                ),
                rows: single.collect(),
                notes: Vec::new(),
            },
        ])
    }
}
