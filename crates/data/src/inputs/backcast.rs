//! `backcast.csv`: the world of one material in a past year, what was known then, and what came after, one fact a row.

use std::collections::BTreeMap;

use adit_vocab::backcast::{Backcast, BackcastItem, BackcastRow, Quota};
use adit_vocab::country::CountryId;
use adit_vocab::material::{ContentMode, Material, MaterialId};
use adit_vocab::problem::Problem;
use adit_vocab::project::{Kind, Project, ProjectRow, Status};
use adit_vocab::reference::Reference;
use adit_vocab::stage::Stage;

use super::csv_table::{Row, parse_bytes};
use crate::checks::{Known, Seen};
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "backcast.csv";
const COLUMNS: [&str; 13] = [
    "material",
    "item",
    "id",
    "country",
    "partner",
    "year",
    "value",
    "kind",
    "source",
    "publisher",
    "published",
    "address",
    "note",
];
/// The unit of a plant's capacity.
const UNIT: &str = "t a year";

/// A row with what its words mean.
struct Fact {
    row: BackcastRow,
    content: Content,
}

enum Content {
    Output(CountryId, i32, Option<f64>),
    World(i32, f64),
    Exports { from: CountryId, to: CountryId, year: i32, tonnes: f64 },
    Capacity(CountryId, Kind, f64),
    FirstOutput(CountryId, i32),
    QuotaShare(CountryId, i32, f64),
    QuotaEnd(CountryId, i32),
}

/// Reads the file and puts its facts together.
pub fn backcast(files: &FileSet, reference: &Reference) -> Result<Backcast, Vec<Problem>> {
    let bytes = files.read(FILE).map_err(|problem| vec![problem])?;
    parse(&files.shown(FILE), &bytes, reference)
}

fn parse(file: &str, bytes: &[u8], reference: &Reference) -> Result<Backcast, Vec<Problem>> {
    let known = Known::new(reference);
    let mut seen = Seen::default();
    let mut problems = Vec::new();
    let facts = parse_bytes(file, bytes, &COLUMNS, &mut problems, |row| {
        seen.check(row, &["item", "id", "country", "partner", "year"]);
        fact(row, &known, reference)
    });
    if !problems.is_empty() {
        // what lacks a wrong row would only be wrong once more
        return Err(problems);
    }
    let mut report = |place: &str, found: String, expected: &str| problems.push(Problem::new(file, place, found, expected));
    let built = assemble(&facts, reference, &mut report);
    match built {
        Some(built) if problems.is_empty() => Ok(built),
        _ => Err(problems),
    }
}

fn fact(row: &mut Row<'_>, known: &Known<'_>, reference: &Reference) -> Option<Fact> {
    let before = row.problems();
    let item: BackcastItem = row.word("item")?;
    let built = BackcastRow {
        material: known.material(row, "material"),
        item,
        id: row.text("id"),
        country: if item == BackcastItem::World { row.text("country") } else { known.country(row, "country") },
        partner: if item == BackcastItem::Exports { known.country(row, "partner") } else { row.text("partner") },
        year: if item == BackcastItem::Capacity { None } else { Some(row.year("year")) },
        value: row.amount("value"),
        kind: row.text("kind"),
        source: known.source(row, "source"),
        publisher: row.needed("publisher"),
        published: row.text("published"),
        address: row.needed("address"),
        note: row.text("note"),
    };
    let content = content(row, &built, reference)?;
    (row.problems() == before).then_some(Fact { row: built, content })
}

fn content(row: &mut Row<'_>, fact: &BackcastRow, reference: &Reference) -> Option<Content> {
    let country = reference.countries.by_iso3(&fact.country);
    let tonnes = |row: &mut Row<'_>| {
        let found = fact.value.filter(|tonnes| *tonnes > 0.0);
        if found.is_none() {
            row.problem("value", "a number of tonnes above 0");
        }
        found
    };
    Some(match fact.item {
        BackcastItem::Output => Content::Output(country?, fact.year?, fact.value),
        BackcastItem::World => Content::World(fact.year?, tonnes(row)?),
        BackcastItem::Exports => {
            let goods = tonnes(row)?;
            let material = reference.materials.get(reference.materials.by_id(&fact.material)?);
            let Some(content) = content_of(material, &fact.id) else {
                row.problem("id", "a customs code of the material with the same content for every flow");
                return None;
            };
            let to = reference.countries.by_iso3(&fact.partner)?;
            Content::Exports { from: country?, to, year: fact.year?, tonnes: goods * content }
        }
        BackcastItem::Capacity => {
            row.needed("id");
            Content::Capacity(country?, row.word("kind")?, tonnes(row)?)
        }
        BackcastItem::FirstOutput => {
            row.needed("id");
            Content::FirstOutput(country?, fact.year?)
        }
        BackcastItem::QuotaShare => {
            let share = row.share("value");
            if share.is_none() {
                row.problem("value", "a share between 0 and 1");
            }
            Content::QuotaShare(country?, fact.year?, share?)
        }
        BackcastItem::QuotaEnd => Content::QuotaEnd(country?, fact.year?),
    })
}

/// Tonnes of the basis in a tonne of goods of a customs code, as the material's own file has it.
fn content_of(material: &Material, code: &str) -> Option<f64> {
    let trade = material.trade.iter().find(|trade| trade.code == code && trade.mode == ContentMode::Const && !trade.basket)?;
    Some(trade.content.value)
}

/// Puts the facts together; what does not fit is reported with its place.
fn assemble(facts: &[Fact], reference: &Reference, report: &mut impl FnMut(&str, String, &str)) -> Option<Backcast> {
    let material = the_same(facts, |fact| Some(fact.row.material.as_str()), "material", report)?;
    let material = reference.materials.by_id(material)?;
    let base_year = the_same(facts, |fact| export(fact).map(|(_, _, year, _)| year), "exports, year", report)?;
    let supplier = the_same(facts, |fact| export(fact).map(|(from, ..)| from), "exports, country", report)?;
    let mut exports: BTreeMap<CountryId, f64> = BTreeMap::new();
    for (_, to, _, tonnes) in facts.iter().filter_map(export) {
        *exports.entry(to).or_default() += tonnes;
    }
    let output = facts.iter().filter_map(|fact| match fact.content {
        Content::Output(country, year, tonnes) => Some((country, year, tonnes?)),
        _ => None,
    });
    let world = facts.iter().filter_map(|fact| match fact.content {
        Content::World(year, tonnes) => Some((year, tonnes)),
        _ => None,
    });
    let mut sources: Vec<String> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.row.item != BackcastItem::World) {
        if !sources.contains(&fact.row.source) {
            sources.push(fact.row.source.clone());
        }
    }
    let built = Backcast {
        material,
        supplier,
        base_year,
        output: output.collect(),
        world: world.collect(),
        exports: exports.into_iter().collect(),
        projects: projects(facts, material, base_year, report),
        quota: quota(facts, supplier, report)?,
        sources,
    };
    let exported: f64 = built.exports.iter().map(|(_, tonnes)| tonnes).sum();
    match built.output_of(base_year, |country| country == supplier) {
        Some(made) if made >= exported => {}
        made => {
            let made = made.map_or_else(|| "no output".to_owned(), |tonnes| format!("output of {tonnes} t"));
            report("exports", format!("exports of {exported} t and {made} in {base_year}"), "exports that do not exceed output");
        }
    }
    Some(built)
}

fn export(fact: &Fact) -> Option<(CountryId, CountryId, i32, f64)> {
    match fact.content {
        Content::Exports { from, to, year, tonnes } => Some((from, to, year, tonnes)),
        _ => None,
    }
}

/// What all rows that have it must agree on.
fn the_same<'a, T: PartialEq + Copy>(
    facts: &'a [Fact],
    of: impl Fn(&'a Fact) -> Option<T>,
    place: &str,
    report: &mut impl FnMut(&str, String, &str),
) -> Option<T> {
    let mut all = facts.iter().filter_map(of);
    let Some(first) = all.next() else {
        report(place, "no such row".to_owned(), "at least one");
        return None;
    };
    let others = all.filter(|other| *other != first).count();
    if others > 0 {
        report(place, format!("{others} rows that differ from the first"), "the same in all rows");
        return None;
    }
    Some(first)
}

/// Plants with capacity and first output, in the order of the file.
fn projects(facts: &[Fact], material: MaterialId, base_year: i32, report: &mut impl FnMut(&str, String, &str)) -> Vec<Project> {
    let mut found = Vec::new();
    for fact in facts {
        let Content::Capacity(country, kind, tonnes) = fact.content else { continue };
        let row = &fact.row;
        let first = facts.iter().filter(|other| other.row.id == row.id).find_map(|other| match other.content {
            Content::FirstOutput(at, year) if at == country => Some(year),
            _ => None,
        });
        if first.is_none() {
            report(&format!("plant {}", row.id), "a capacity without first output".to_owned(), "a row `first_output` as well");
        }
        found.push(Project {
            country,
            material,
            row: ProjectRow {
                id: row.id.clone(),
                name: row.id.clone(),
                company: String::new(),
                country: row.country.clone(),
                material: row.material.clone(),
                stage: Stage::Mine,
                kind,
                status: Status::Construction,
                // the first month that is followed
                as_of: format!("{}-01", base_year + 1),
                capacity: Some(tonnes),
                unit: UNIT.to_owned(),
                content: Some(1.0),
                first_output: first,
                part: None,
                capex_usd_m: None,
                opex_usd_per_t: None,
                support: String::new(),
                source: row.source.clone(),
                publisher: row.publisher.clone(),
                published: row.published.clone(),
                address: row.address.clone(),
                confidence: String::new(),
                note: row.note.clone(),
            },
        });
    }
    for fact in facts {
        let id = &fact.row.id;
        if matches!(fact.content, Content::FirstOutput(..)) && !found.iter().any(|project| project.row.id == *id) {
            report(&format!("plant {id}"), "a first output without capacity".to_owned(), "a row `capacity` as well");
        }
    }
    found
}

fn quota(facts: &[Fact], supplier: CountryId, report: &mut impl FnMut(&str, String, &str)) -> Option<Quota> {
    let shares: Vec<(CountryId, i32, f64)> = facts
        .iter()
        .filter_map(|fact| match fact.content {
            Content::QuotaShare(by, year, share) => Some((by, year, share)),
            _ => None,
        })
        .collect();
    let ends: Vec<(CountryId, i32)> = facts
        .iter()
        .filter_map(|fact| match fact.content {
            Content::QuotaEnd(by, year) => Some((by, year)),
            _ => None,
        })
        .collect();
    match (&shares[..], &ends[..]) {
        (&[(by, from, share)], &[(ended_by, end)]) if by == supplier && ended_by == supplier && end > from => {
            Some(Quota { from, until: end - 1, share })
        }
        _ => {
            let found = format!("{} rows `quota_share` and {} `quota_end`", shares.len(), ends.len());
            report("quota", found, "one of each, both of the exporter, the end after the start");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_reference;

    const HEADER: &str = "material,item,id,country,partner,year,value,kind,source,publisher,published,address,note\n";

    fn read(rows: &str) -> Result<Backcast, Vec<String>> {
        let reference = read_reference(&FileSet::embedded()).expect("good reference tables");
        let text = format!("{HEADER}{rows}");
        parse("b.csv", text.as_bytes(), &reference).map_err(|found| found.iter().map(Problem::to_string).collect())
    }

    const GOOD: &str = "rare_earths,output,,CHN,,2010,100,,bgs_wms,BGS,,x,\n\
        rare_earths,output,,RUS,,2010,,,bgs_wms,BGS,,x,\n\
        rare_earths,exports,284690,CHN,USA,2010,10,,baci_v202601,CEPII,,x,\n\
        rare_earths,exports,280530,CHN,USA,2010,10,,baci_v202601,CEPII,,x,\n\
        rare_earths,capacity,a,USA,,,5,mine,project_reports,p,2011,x,\n\
        rare_earths,first_output,a,USA,,2012,,,project_reports,p,2011,x,\n\
        rare_earths,quota_share,,CHN,,2011,0.5,,event_reports,p,2011,x,\n\
        rare_earths,quota_end,,CHN,,2015,,,event_reports,p,2011,x,\n";

    #[test]
    fn goods_become_tonnes_of_oxide_and_facts_become_one_world() {
        let found = read(GOOD).expect("a good file");
        // 10 t of compounds at 0.8 and 10 t of metals at 1.17
        assert!((found.exports[0].1 - 19.7).abs() < 1e-9);
        assert_eq!(found.output.len(), 1, "a figure that nobody publishes is left out");
        assert_eq!(found.observed_share(2010), Some(1.0));
        assert_eq!(found.projects[0].tonnes(), Some(5.0));
        assert_eq!(found.quota, Quota { from: 2011, until: 2014, share: 0.5 });
    }

    #[test]
    fn problems_are_named_together() {
        let found = read(&GOOD.replace("284690", "281820").replace(",0.5,", ",1.5,")).expect_err("two wrong rows");
        assert!(found.iter().any(|line| line.contains("line 4, id: `281820`; expected a customs code")), "{found:#?}");
        assert!(found.iter().any(|line| line.contains("line 8, value: `1.5`; expected a share")), "{found:#?}");
        let found =
            read(&GOOD.replace(",100,", ",10,").replace("first_output,a", "first_output,b")).expect_err("facts that do not fit");
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found.iter().any(|line| line.contains("exports that do not exceed output")), "{found:#?}");
    }
}
