//! What data there is: publications with licence, and how many rows come from each.

use std::collections::BTreeMap;

use adit_data::read_trade_parameters;
use adit_report::naming::Naming;
use adit_vocab::source::Ship;
use adit_vocab::table::{Cell, Format, Row, Table};

use crate::session::{Problems, Session};
use crate::words::{columns, say};

impl Session {
    /// All sources: title, publisher, edition, licence, what may be shipped, and how many rows of observations cite it.
    pub fn data_table(&self, naming: Naming) -> Result<Table, Problems> {
        let mut cited: BTreeMap<&str, usize> = BTreeMap::new();
        let data = self.observations()?;
        let sources = data.production.iter().map(|row| &row.source);
        let sources = sources.chain(data.world.iter().map(|row| &row.source)).chain(data.shares.iter().map(|row| &row.source));
        let sources =
            sources.chain(data.consumption.iter().map(|row| &row.source)).chain(data.trade.iter().map(|row| &row.source));
        let sources =
            sources.chain(data.prices.iter().map(|row| &row.source)).chain(data.governance.iter().map(|row| &row.source));
        let sources =
            sources.chain(data.economy.iter().map(|row| &row.source)).chain(data.composition.iter().map(|row| &row.source));
        let parameters = read_trade_parameters(self.files(), self.reference())?;
        let sources = sources.chain(parameters.iter().map(|row| &row.source));
        let lists = self.reference().lists.iter().flat_map(|list| &list.entries).map(|entry| &entry.source);
        for source in sources.chain(data.ore_mix.iter().map(|row| &row.source)).chain(lists) {
            *cited.entry(source).or_default() += 1;
        }
        let rows = self.reference().sources.iter().map(|source| Row {
            key: source.id.clone(),
            cells: vec![
                Cell::Text(source.id.clone()),
                Cell::Text(source.title.clone()),
                Cell::Text(source.publisher.clone()),
                Cell::Text(source.edition.clone()),
                Cell::Text(source.licence.clone()),
                Cell::Text(match source.ship {
                    Ship::Yes => say(naming, "tables", "Tabellen"),
                    Ship::Attribute => say(naming, "tables, with attribution", "Tabellen, mit Nennung"),
                    Ship::Cite => say(naming, "single facts only", "nur einzelne Angaben"),
                }),
                #[allow(clippy::cast_precision_loss, reason = "a count of rows")]
                Cell::Number(cited.get(source.id.as_str()).copied().unwrap_or(0) as f64, Format::Count),
            ],
        });
        let files = self.files().list("").len();
        let edition = self.data_edition()?;
        let note = match naming {
            Naming::Ids => Vec::new(),
            Naming::In(_) => {
                vec![format!("{}: {edition}; {files} {}", say(naming, "Data", "Daten"), say(naming, "files", "Dateien"))]
            }
        };
        Ok(Table {
            id: "sources",
            title: say(naming, "Sources", "Quellen"),
            columns: columns(
                naming,
                &[
                    ("source", "Source", "Quelle"),
                    ("title", "Title", "Titel"),
                    ("publisher", "Publisher", "Herausgeber"),
                    ("edition", "Edition", "Ausgabe"),
                    ("licence", "Licence", "Lizenz"),
                    ("ship", "Shipped", "Enthalten"),
                    ("rows", "Rows", "Zeilen"),
                ],
            ),
            rows: rows.collect(),
            notes: note,
        })
    }
}
