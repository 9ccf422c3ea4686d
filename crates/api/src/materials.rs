//! Materials: the list with what is known of each, and everything about one.

use std::collections::BTreeMap;

use adit_analysis::exposure::MaterialExposure;
use adit_analysis::world::WorldStage;
use adit_report::naming::{self, Naming, capitalised};
use adit_vocab::baseline::Grade;
use adit_vocab::lang::Lang;
use adit_vocab::material::{Material, MaterialId};
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format, Row, Table};

use crate::exposure::ExposureRequest;
use crate::session::{Problems, Session};
use crate::words::{columns, say};

/// Producers shown for one material.
const PRODUCERS: usize = 10;

impl Session {
    /// All listed materials: family, who leads at the mine and at the refinery, grade, official lists.
    pub fn materials_table(&self, naming: Naming) -> Result<Table, Problems> {
        let ids = self.materials_asked(&[], "--material")?;
        let worlds = self.worlds(&ids)?;
        let mut grades: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows = Vec::new();
        for entry in &worlds {
            let material = self.reference().materials.get(entry.material);
            let grade = self.baseline()?.market(entry.material).and_then(|market| market.grade());
            *grades.entry(grade.map_or("-", Grade::letter)).or_default() += 1;
            let mut cells = vec![
                Cell::Text(name(material, naming)),
                Cell::Text(material.symbol.clone()),
                Cell::Text(family(material, naming)),
            ];
            for stage in [Stage::Mine, Stage::Refined] {
                let world = entry.of(stage);
                if material.stage(stage).is_none() {
                    cells.extend([Cell::NotApplicable, Cell::NotApplicable]);
                } else {
                    let largest = world.map(WorldStage::largest);
                    cells.push(largest.map_or(Cell::NoData, |(country, _)| Cell::Text(self.place(country, naming))));
                    cells.push(Cell::number(largest.map(|(_, share)| share), Format::Percent));
                }
            }
            cells.push(grade.map_or(Cell::NoData, |grade| Cell::Text(grade.letter().to_owned())));
            // Too long for a window; `adit materials NAME` tells people.
            if naming == Naming::Ids {
                cells.push(Cell::Text(self.lists_of(entry.material).join(" ")));
            }
            rows.push(Row { key: material.id.clone(), cells });
        }
        let counted: Vec<String> = grades
            .iter()
            .map(|(grade, count)| {
                if *grade == "-" {
                    format!("{} {count}", say(naming, "no data", "keine Daten"))
                } else {
                    format!("{grade} {count}")
                }
            })
            .collect();
        let note = format!("{}: {}", say(naming, "Grades", "Güte"), counted.join(", "));
        let mut table = Table {
            id: "materials",
            title: format!("{} {}", rows.len(), say(naming, "critical materials", "kritische Rohstoffe")),
            columns: columns(
                naming,
                &[
                    ("material", "Material", "Rohstoff"),
                    ("symbol", "Symbol", "Formel"),
                    ("kind", "Family", "Familie"),
                    ("mine_largest", "Largest miner", "Größter Förderer"),
                    ("mine_largest_share", "Share", "Anteil"),
                    ("refined_largest", "Largest refiner", "Größte Raffinerie"),
                    ("refined_largest_share", "Share", "Anteil"),
                    ("grade", "Grade", "Güte"),
                    ("lists", "Lists", "Listen"),
                ],
            ),
            rows,
            notes: if naming == Naming::Ids { Vec::new() } else { vec![note] },
        };
        if naming != Naming::Ids {
            table.columns.pop();
        }
        Ok(table)
    }

    /// Everything about one material, as tables.
    pub fn material_tables(&self, material: MaterialId, naming: Naming) -> Result<Vec<Table>, Problems> {
        let info = self.reference().materials.get(material);
        let worlds = self.worlds(&[material])?;
        let mut tables = vec![self.facts(material, info, naming)?];
        for world in Stage::ALL.into_iter().filter_map(|stage| worlds[0].of(stage)) {
            tables.push(self.producers(info, world, naming));
        }
        tables.extend([codes(info, naming), uses(info, naming)].into_iter().filter(|table| !table.rows.is_empty()));
        Ok(tables)
    }

    /// World output of some materials. Who asks does not matter for it.
    fn worlds(&self, materials: &[MaterialId]) -> Result<Vec<MaterialExposure>, Problems> {
        let Some((first, _)) = self.reference().countries.iter().next() else { return Ok(Vec::new()) };
        let importer = self.reference().party_of(first);
        Ok(self.exposure(&ExposureRequest { importer, against: first, materials: materials.to_vec() })?.materials)
    }

    fn place(&self, country: adit_vocab::country::CountryId, naming: Naming) -> String {
        let country = self.reference().countries.get(country);
        match naming {
            Naming::In(lang) => country.name(lang).to_owned(),
            Naming::Ids => country.iso3.clone(),
        }
    }

    fn lists_of(&self, material: MaterialId) -> Vec<&str> {
        let has = |list: &&adit_vocab::list::List| list.entries.iter().any(|entry| entry.material == Some(material));
        self.reference().lists.iter().filter(has).map(|list| list.id.as_str()).collect()
    }

    fn facts(&self, id: MaterialId, info: &Material, naming: Naming) -> Result<Table, Problems> {
        let german = naming == Naming::In(Lang::De);
        let pick = |en: &str, de: &str| if german && !de.is_empty() { de.to_owned() } else { en.to_owned() };
        let mut facts: Vec<(&str, String, String)> = vec![
            ("symbol", say(naming, "Symbol", "Formel"), info.symbol.clone()),
            ("kind", say(naming, "Family", "Familie"), family(info, naming)),
            (
                "lists",
                say(naming, "Official lists", "Amtliche Listen"),
                self.lists_of(id).into_iter().map(|list| list_name(list, naming)).collect::<Vec<_>>().join(", "),
            ),
        ];
        for stage in &info.stage {
            let label = match stage.id {
                Stage::Mine => say(naming, "Mine", "Bergwerk"),
                Stage::Refined => say(naming, "Refinery", "Raffinerie"),
                Stage::Magnet => say(naming, "Magnets", "Magnete"),
            };
            let product = pick(&stage.product_en, &stage.product_de);
            facts.push((stage.id.id(), label, format!("{product} ({})", pick(&stage.basis_en, &stage.basis_de))));
        }
        let hosts: Vec<String> = info
            .host
            .iter()
            .map(|host| {
                let found =
                    self.reference().materials.by_id(&host.material).map(|id| name(self.reference().materials.get(id), naming));
                let share = host.companion.as_ref().map_or(String::new(), |figure| format!(" {:.0} %", figure.value * 100.0));
                found.unwrap_or_else(|| host.name.clone()) + &share
            })
            .collect();
        facts.push(("host", say(naming, "By-product of", "Nebenprodukt von"), hosts.join(", ")));
        if let Some(rate) = info.recycling.as_ref().and_then(|recycling| recycling.eol_rir.as_ref()) {
            let label = say(naming, "Recycling input rate", "Anteil aus Altmaterial");
            facts.push(("eol_rir", label, format!("{:.0} %", rate.value * 100.0)));
        }
        if let Some(states) = &info.united_states {
            let reason = pick(&states.reason_en, &states.reason_de);
            facts.push(("united_states", say(naming, "In the United States", "In den USA"), reason));
        }
        facts.push((
            "limits",
            say(naming, "What limits the data", "Grenzen der Daten"),
            info.limits.get(if german { Lang::De } else { Lang::En }).to_owned(),
        ));
        let grade = self.baseline()?.market(id).and_then(|market| market.grade());
        let grade = grade.map_or_else(|| say(naming, "no data", "keine Daten"), |grade| grade.letter().to_owned());
        facts.push(("grade", say(naming, "Data grade", "Datengüte"), grade));
        facts.retain(|(_, _, text)| !text.is_empty());
        Ok(Table {
            id: "material",
            title: name(info, naming),
            columns: columns(naming, &[("fact", "", ""), ("text", "", "")]),
            rows: facts
                .into_iter()
                .map(|(id, label, text)| Row {
                    key: format!("{}.{id}", info.id),
                    cells: vec![Cell::Text(label), Cell::Text(text)],
                })
                .collect(),
            notes: Vec::new(),
        })
    }

    fn producers(&self, info: &Material, world: &WorldStage, naming: Naming) -> Table {
        let shown = if naming == Naming::Ids { world.producers.len() } else { PRODUCERS };
        let row = |&(country, share): &(adit_vocab::country::CountryId, f64)| Row {
            key: format!("{}.{}.{}", info.id, world.stage, self.reference().countries.get(country).iso3),
            cells: vec![
                Cell::Text(self.place(country, naming)),
                Cell::Number(share * world.output.0, Format::Tonnes),
                Cell::Number(share, Format::Percent),
            ],
        };
        let title = match world.stage {
            Stage::Mine => say(naming, "Who mines it", "Wer es fördert"),
            Stage::Refined => say(naming, "Who refines it", "Wer es raffiniert"),
            Stage::Magnet => say(naming, "Who makes magnets of it", "Wer daraus Magnete macht"),
        };
        let rest = world.producers.len().saturating_sub(shown);
        let more = match rest {
            0 => Vec::new(),
            1 => vec![say(naming, "One more country makes smaller quantities.", "Ein weiteres Land erzeugt kleinere Mengen.")],
            _ => vec![format!(
                "{rest} {}",
                say(naming, "more countries make smaller quantities.", "weitere Länder erzeugen kleinere Mengen.")
            )],
        };
        Table {
            id: match world.stage {
                Stage::Mine => "miners",
                Stage::Refined => "refiners",
                Stage::Magnet => "magnet_makers",
            },
            title,
            columns: columns(
                naming,
                &[("country", "Country", "Land"), ("output_t", "Output, t", "Erzeugung, t"), ("share", "Share", "Anteil")],
            ),
            rows: world.producers.iter().take(shown).map(row).collect(),
            notes: more,
        }
    }
}

fn name(material: &Material, naming: Naming) -> String {
    match naming {
        Naming::In(lang) => capitalised(material.display(lang)),
        Naming::Ids => material.id.clone(),
    }
}

/// An official list as people call it: `us_2025`, `eu_critical_2024`.
fn list_name(id: &str, naming: Naming) -> String {
    let (parts, year) = id.rsplit_once('_').unwrap_or((id, ""));
    match (naming, parts) {
        (Naming::In(_), "us") => format!("USA {year}"),
        (Naming::In(_), "eu_critical") => format!("EU {year} ({})", say(naming, "critical", "kritisch")),
        (Naming::In(_), "eu_strategic") => format!("EU {year} ({})", say(naming, "strategic", "strategisch")),
        _ => id.to_owned(),
    }
}

fn stage_name(stage: Stage, naming: Naming) -> String {
    match (naming, stage) {
        (Naming::Ids, stage) => stage.id().to_owned(),
        (_, Stage::Mine) => say(naming, "mine", "Bergwerk"),
        (_, Stage::Refined) => say(naming, "refinery", "Raffinerie"),
        (_, Stage::Magnet) => say(naming, "magnets", "Magnete"),
    }
}

fn family(material: &Material, naming: Naming) -> String {
    match naming {
        Naming::In(lang) => naming::family(&material.kind, lang),
        Naming::Ids => material.kind.clone(),
    }
}

fn codes(info: &Material, naming: Naming) -> Table {
    let row = |(i, code): (usize, &adit_vocab::material::TradeCode)| Row {
        key: format!("{}.trade[{}]", info.id, i + 1),
        cells: vec![
            Cell::Text(format!("{} {}", code.edition, code.code)),
            Cell::Text(stage_name(code.stage, naming)),
            Cell::Text(code.product.clone()),
            Cell::Number(code.content.value, Format::Index),
            match &code.basket_share {
                Some(share) => Cell::Number(share.value, Format::Percent),
                None => Cell::NotApplicable,
            },
        ],
    };
    Table {
        id: "codes",
        title: say(naming, "Customs codes", "Zollnummern"),
        columns: columns(
            naming,
            &[
                ("code", "Code", "Nummer"),
                ("stage", "Stage", "Stufe"),
                ("product", "Good", "Ware"),
                ("content", "Content", "Gehalt"),
                ("basket_share", "Part of the code", "Teil der Nummer"),
            ],
        ),
        rows: info.trade.iter().enumerate().map(row).collect(),
        notes: Vec::new(),
    }
}

fn uses(info: &Material, naming: Naming) -> Table {
    let german = naming == Naming::In(Lang::De);
    let row = |(i, end_use): (usize, &adit_vocab::material::EndUse)| Row {
        key: format!("{}.end_use[{}]", info.id, i + 1),
        cells: vec![
            Cell::Text(
                if german && !end_use.application_de.is_empty() { &end_use.application_de } else { &end_use.application }.clone(),
            ),
            Cell::Text(end_use.industry.clone()),
            Cell::Text(end_use.region.clone()),
            Cell::Number(end_use.share.value, Format::Percent),
        ],
    };
    Table {
        id: "uses",
        title: say(naming, "What it is used for", "Wofür es gebraucht wird"),
        columns: columns(
            naming,
            &[
                ("application", "Use", "Verwendung"),
                ("industry", "Industry (NACE)", "Branche (NACE)"),
                ("region", "Where", "Wo"),
                ("share", "Share", "Anteil"),
            ],
        ),
        rows: info.end_use.iter().enumerate().map(row).collect(),
        notes: Vec::new(),
    }
}
