//! What else is on file about one material: plants, past restrictions, measures, publications.

use adit_data::read_events;
use adit_report::naming::Naming;
use adit_vocab::event::{Event, MeasureKind, PastMeasure};
use adit_vocab::material::MaterialId;
use adit_vocab::table::{Cell, Row, Table};

use crate::exposure::ExposureRequest;
use crate::measures::MeasuresRequest;
use crate::pathway::PathwayText;
use crate::session::{Problems, Session};
use crate::words::{columns, say};

impl Session {
    /// Planned and new plants, measures that governments took or announced, past restrictions, and the publications behind its
    /// balance; what there is nothing of is left out.
    pub fn dossier_tables(
        &self,
        request: &ExposureRequest,
        material: MaterialId,
        naming: Naming,
    ) -> Result<Vec<Table>, Problems> {
        let id = self.reference().materials.get(material).id.clone();
        let supplier = self.reference().countries.get(request.against).iso3.clone();
        let mut tables = Vec::new();
        if !request.importer.has(request.against) {
            let text = PathwayText {
                importer: &request.importer.id,
                supplier: &supplier,
                materials: &[id],
                packages: &[],
                draws: None,
                kept: None,
                price: None,
            };
            // without a package nothing is simulated: what is published stands alone, without what the model would make of it
            let published = self.project_tables(&self.pathway_request(&text)?, &vec![(material, None)], naming)?;
            let note = say(
                naming,
                "As published; when the model expects them is told by the pathways.",
                "Wie veröffentlicht; wann das Modell sie erwartet, sagen die Wege.",
            );
            let told = |table| Table { notes: vec![note.clone()], ..without(table, &["first_output", "starts"]) };
            tables.extend(published.into_iter().map(told));
        }
        tables.extend(self.measure_tables(&MeasuresRequest { materials: vec![material], ..MeasuresRequest::default() }, naming)?);
        tables.push(self.restrictions(material, naming)?);
        tables.push(self.publications(material, naming)?);
        tables.retain(|table| !table.rows.is_empty());
        Ok(tables)
    }

    /// Past export restrictions and outages, the latest first.
    fn restrictions(&self, material: MaterialId, naming: Naming) -> Result<Table, Problems> {
        let mut events = read_events(self.files(), self.reference())?;
        events.retain(|event| event.material == material);
        events.sort_by_key(|event| std::cmp::Reverse(event.announced));
        let country = |event: &Event| {
            let country = self.reference().countries.get(event.by);
            match naming {
                Naming::In(lang) => country.name(lang).to_owned(),
                Naming::Ids => country.iso3.clone(),
            }
        };
        let rows = events.iter().flat_map(|event| {
            let row = |(place, measure): (usize, &PastMeasure)| Row {
                key: format!("{}.{}", event.id, place + 1),
                cells: vec![
                    Cell::Text(country(event)),
                    Cell::Text(kind(measure.kind, naming)),
                    Cell::number(measure.share, adit_vocab::table::Format::Percent),
                    Cell::Text(event.announced.to_string()),
                    measure.from.map_or(Cell::NotApplicable, |month| Cell::Text(month.to_string())),
                    measure.until.map_or(Cell::NotApplicable, |month| Cell::Text(month.to_string())),
                ],
            };
            event.measures.iter().enumerate().map(row).collect::<Vec<_>>()
        });
        Ok(Table {
            id: "restrictions",
            title: say(naming, "Past restrictions and outages", "Frühere Beschränkungen und Ausfälle"),
            columns: columns(
                naming,
                &[
                    ("by", "By", "Wer"),
                    ("kind", "What", "Was"),
                    ("share", "Share", "Anteil"),
                    ("announced", "Announced", "Angekündigt"),
                    ("from", "In force from", "In Kraft ab"),
                    ("until", "Until", "Bis"),
                ],
            ),
            rows: rows.collect(),
            notes: vec![say(
                naming,
                "As the back-test uses them. Share: allowed by a quota, lost in an outage.",
                "Wie der Rückvergleich sie verwendet. Anteil: bei einer Quote der erlaubte, bei einem Ausfall der verlorene.",
            )],
        })
    }

    /// Publications behind the balance.
    fn publications(&self, material: MaterialId, naming: Naming) -> Result<Table, Problems> {
        let ids = self.sources_of(material)?;
        let rows = ids.iter().filter_map(|id| self.reference().source(id)).map(|source| Row {
            key: source.id.clone(),
            cells: vec![
                Cell::Text(source.title.clone()),
                Cell::Text(source.publisher.clone()),
                source.year.map_or(Cell::NoData, |year| Cell::Text(year.to_string())),
                Cell::Text(source.licence.clone()),
            ],
        });
        Ok(Table {
            id: "publications",
            title: say(naming, "Where the figures come from", "Woher die Zahlen stammen"),
            columns: columns(
                naming,
                &[
                    ("title", "Title", "Titel"),
                    ("publisher", "Publisher", "Herausgeber"),
                    ("year", "Year", "Jahr"),
                    ("licence", "License", "Lizenz"),
                ],
            ),
            rows: rows.collect(),
            notes: Vec::new(),
        })
    }
}

/// A table without some of its columns.
fn without(mut table: Table, columns: &[&str]) -> Table {
    for id in columns {
        if let Some(place) = table.columns.iter().position(|column| column.id == *id) {
            table.columns.remove(place);
            table.rows.iter_mut().for_each(|row| drop(row.cells.remove(place)));
        }
    }
    table
}

fn kind(kind: MeasureKind, naming: Naming) -> String {
    match (naming, kind) {
        (Naming::Ids, kind) => format!("{kind:?}").to_lowercase(),
        (_, MeasureKind::Licence) => say(naming, "export licenses", "Ausfuhrlizenzen"),
        (_, MeasureKind::Ban) => say(naming, "export ban", "Ausfuhrverbot"),
        (_, MeasureKind::Quota) => say(naming, "export quota", "Ausfuhrquote"),
        (_, MeasureKind::Outage) => say(naming, "outage", "Ausfall"),
    }
}
