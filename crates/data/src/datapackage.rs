//! `datapackage.json`: what the data directory holds, as a Frictionless Data Package, so that other programs can read it.
//!
//! Generated from the JSON Schemas, the headers of the files and `sources.csv`; no reader of Adit needs it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::source::{Ship, Source};

use crate::files::FileSet;
use crate::schemas::schemas;

/// The file.
pub const FILE: &str = "datapackage.json";

/// Tables with the name of their schema and what a row is.
const TABLES: [(&str, &str, &str); 37] = [
    ("baseline/flows.csv", "baseline_flows", "Baseline: flows between countries"),
    ("baseline/meta.csv", "baseline_meta", "Baseline: its year and what it was built from"),
    ("baseline/nodes.csv", "baseline_nodes", "Baseline: output, feed, stocks and use by country"),
    ("baseline/quality.csv", "baseline_quality", "Baseline: how well each stage is known"),
    ("blocs.csv", "blocs", "Groups of countries and their members"),
    ("concordance/country_names.csv", "country_names", "Names that publishers use for countries"),
    ("concordance/customs.csv", "customs", "Customs codes in every edition of the Harmonized System"),
    ("concordance/publications.csv", "publications", "Tables of publishers and what they are here"),
    ("countries.csv", "countries", "Countries: codes and names"),
    ("events.csv", "events", "Past export restrictions and outages with observed prices"),
    ("growth.csv", "growth", "Projected use of materials"),
    ("lead_times.csv", "lead_times", "How long plants take, and what they cost against plan"),
    ("lists.csv", "lists", "Official lists of critical raw materials"),
    ("observations/economy.csv", "economy", "Size of countries"),
    ("observations/governance.csv", "governance", "Governance indicators"),
    ("observations/prices.csv", "prices", "Yearly average prices"),
    ("observations/production.csv", "production", "Output by country"),
    ("observations/ree_composition.csv", "ree_composition", "Rare-earth elements in ores"),
    ("observations/ree_ore_mix.csv", "ree_ore_mix", "Ores that stand for a country's rare earths"),
    ("observations/shares.csv", "shares", "Published shares of suppliers"),
    ("observations/trade.csv", "trade", "Flows under customs codes"),
    ("observations/trade_parameters.csv", "trade_parameters", "How trade policy eases or hinders purchases"),
    ("observations/use.csv", "use", "Consumption by country"),
    ("observations/world.csv", "world", "World totals of output"),
    ("price_paths.csv", "price_paths", "Prices quoted on single days"),
    ("projects.csv", "projects", "Plants that are planned or built"),
    ("sectors/applications.csv", "applications", "Industries and technologies behind the applications of materials"),
    ("sectors/bea_imports.csv", "bea_imports", "United States: imported part of what industries buy"),
    ("sectors/bea_make.csv", "bea_make", "United States: what industries make"),
    ("sectors/bea_use.csv", "bea_use", "United States: what industries and final users buy"),
    ("sectors/crosswalk.csv", "crosswalk", "Industries of the EU and of the United States beside each other"),
    ("sectors/details.csv", "details", "Narrower industries"),
    ("sectors/industries.csv", "industries", "Value added by industry"),
    ("sectors/technologies.csv", "technologies", "Technologies people ask about"),
    ("stockpiles.csv", "stockpiles", "What is published of public stockpiles"),
    ("sources.csv", "sources", "Sources with edition and licence"),
    ("backcast.csv", "backcast", "The world of rare earths in 2010, what was known then, and mine output since"),
];

/// Files without a column or key that names their sources.
const SOURCES: [(&str, &[&str]); 7] = [
    ("concordance/country_names.csv", &["un_m49"]),
    ("countries.csv", &["un_m49", "natural_earth"]),
    ("geography/countries-110m.json", &["natural_earth"]),
    ("sectors/bea_imports.csv", &["bea_2023"]),
    ("sectors/bea_make.csv", &["bea_2023"]),
    ("sectors/bea_use.csv", &["bea_2023"]),
    ("sectors/technologies.csv", &["adit_assumption"]),
];

/// Licences of `sources.csv` that have an id in the list of the Open Definition, which the package format asks for.
const LICENCES: [(&str, &[&str]); 3] =
    [("CC0", &["CC0-1.0"]), ("CC BY 4.0", &["CC-BY-4.0"]), ("project licence", &["MIT", "Apache-2.0"])];

/// The text of the package file for the data at hand.
pub fn datapackage(files: &FileSet, reference: &Reference) -> Result<String, Vec<Problem>> {
    let schemas: BTreeMap<String, String> = schemas().into_iter().collect();
    let (mut resources, mut problems, mut all) = (Vec::new(), Vec::new(), BTreeSet::new());
    for path in files.list("") {
        match resource(files, reference, &schemas, &path) {
            Ok((resource, sources)) => {
                resources.push(resource);
                all.extend(sources);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let package = json!({
        "profile": "data-package",
        "name": "adit-data",
        "title": "Critical raw materials: output, trade, use and who depends on whom",
        "description": "The data of Adit. Figures as published stand in observations/, the reconciled year in baseline/. \
            Every row names its source; each resource lists the licences of its sources. A source of which only single \
            facts are cited has `ship` = `cite` and lends no licence.",
        "licenses": licences(&all, reference),
        "resources": resources,
    });
    Ok(serde_json::to_string_pretty(&package).unwrap_or_default() + "\n")
}

/// One resource and the sources it rests on.
fn resource(
    files: &FileSet,
    reference: &Reference,
    schemas: &BTreeMap<String, String>,
    path: &str,
) -> Result<(Value, BTreeSet<String>), Problem> {
    let bytes = files.read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let table = TABLES.iter().find(|(name, ..)| *name == path);
    let format = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut resource = Map::new();
    let mut put = |key: &str, value: Value| {
        if value.as_array().is_none_or(|list| !list.is_empty()) {
            resource.insert(key.to_owned(), value);
        }
    };
    let stem = path.trim_end_matches(&format!(".{format}"));
    put("name", json!(stem.replace(['/', '_'], "-").to_lowercase()));
    put("path", json!(path));
    put("format", json!(format));
    put("encoding", json!("utf-8"));
    let sources = match (table, format) {
        (Some((_, schema, title)), _) => {
            let header: Vec<&str> = text.lines().next().unwrap_or_default().trim_start_matches('\u{feff}').split(',').collect();
            put("title", json!(title));
            put("profile", json!("tabular-data-resource"));
            put("mediatype", json!("text/csv"));
            let schema = schemas.get(&format!("{schema}.json")).and_then(|text| serde_json::from_str(text).ok());
            put("schema", json!({ "fields": fields(files, path, &header, schema.as_ref())?, "missingValues": [""] }));
            named_in_table(&text, &header, reference)
        }
        (None, "toml") => {
            let parsed: toml::Table = toml::from_str(&text)
                .map_err(|error| Problem::new(files.shown(path), "file", error.message(), "a table in TOML"))?;
            put("title", json!(toml_title(path, &parsed)));
            put("profile", json!("data-resource"));
            put("mediatype", json!("application/toml"));
            let mut found = BTreeSet::new();
            named_in_toml(&toml::Value::Table(parsed), reference, &mut found);
            found
        }
        _ if path == "geography/countries-110m.json" => {
            put("title", json!("Outlines of countries (TopoJSON)"));
            put("profile", json!("data-resource"));
            put("mediatype", json!("application/json"));
            BTreeSet::new()
        }
        _ => {
            return Err(Problem::new(
                files.shown(path),
                "file",
                "nothing says what this file is",
                format!("an entry in `TABLES` for {FILE}"),
            ));
        }
    };
    let fixed = SOURCES.iter().find(|(name, _)| *name == path).map_or(&[][..], |(_, ids)| ids);
    let sources: BTreeSet<String> = sources.into_iter().chain(fixed.iter().map(|id| (*id).to_owned())).collect();
    put("licenses", json!(licences(&sources, reference)));
    put("sources", json!(sources.iter().filter_map(|id| reference.source(id)).map(source).collect::<Vec<_>>()));
    Ok((Value::Object(resource), sources))
}

/// The columns in the order of the file, with what their schema says. Without schema every column is text.
fn fields(files: &FileSet, path: &str, header: &[&str], schema: Option<&Value>) -> Result<Vec<Value>, Problem> {
    let field = |name: &&str| {
        let Some(schema) = schema else { return Ok(json!({ "name": name, "type": "string" })) };
        let property = schema.pointer(&format!("/properties/{name}")).ok_or_else(|| {
            Problem::new(files.shown(path), "line 1", format!("column `{name}`"), "only columns that the schema has")
        })?;
        let (kind, nullable, words) = kind(property, schema);
        let mut field = json!({ "name": name, "type": kind });
        if let Some(description) = property.get("description") {
            field["description"] = description.clone();
        }
        let needed = schema["required"].as_array().is_some_and(|list| list.iter().any(|item| item == name));
        let mut constraints = Map::new();
        // an empty text is a text
        if needed && !nullable && (kind != "string" || !words.is_empty()) {
            constraints.insert("required".to_owned(), json!(true));
        }
        if !words.is_empty() {
            constraints.insert("enum".to_owned(), json!(words));
        }
        if !constraints.is_empty() {
            field["constraints"] = Value::Object(constraints);
        }
        Ok(field)
    };
    header.iter().map(field).collect()
}

/// Type of a property, whether it may be missing, and the words it may have if it is an enum.
fn kind(property: &Value, schema: &Value) -> (String, bool, Vec<String>) {
    if let Some(choices) = property["anyOf"].as_array() {
        let nullable = choices.iter().any(|choice| choice["type"] == "null");
        let (kind, _, words) =
            choices.iter().find(|choice| choice["type"] != "null").map_or_else(Default::default, |choice| kind(choice, schema));
        return (kind, nullable, words);
    }
    if let Some(target) = property["$ref"].as_str().and_then(|path| schema.pointer(path.trim_start_matches('#'))) {
        return kind(target, schema);
    }
    let listed = |list: &Value, pick: fn(&Value) -> &Value| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(|item| pick(item).as_str().map(str::to_owned)).collect()
    };
    let mut words = listed(&property["oneOf"], |item| &item["const"]);
    words.extend(property["oneOf"].as_array().into_iter().flatten().flat_map(|item| listed(&item["enum"], |word| word)));
    words.extend(listed(&property["enum"], |word| word));
    if !words.is_empty() {
        return ("string".to_owned(), false, words);
    }
    let kinds = match &property["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect::<Vec<_>>(),
    };
    let kind = kinds.iter().find(|kind| **kind != "null").copied().unwrap_or("any");
    (kind.to_owned(), kinds.contains(&"null"), Vec::new())
}

/// Source ids in the columns `source` and `basis`; a basis is an id with a word on how, and several stand apart by `;`.
fn named_in_table(text: &str, header: &[&str], reference: &Reference) -> BTreeSet<String> {
    let columns: Vec<usize> = (0..header.len()).filter(|&i| ["source", "basis"].contains(&header[i])).collect();
    let mut words = BTreeSet::new();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    for record in reader.records().flatten() {
        for cell in columns.iter().filter_map(|&column| record.get(column)) {
            words.extend(cell.split([' ', ';', ',']).map(str::to_owned));
        }
    }
    words.into_iter().filter(|word| reference.source(word).is_some()).collect()
}

/// Source ids under the key `source`, however deep.
fn named_in_toml(value: &toml::Value, reference: &Reference, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value.as_str() {
                    Some(id) if key == "source" && reference.source(id).is_some() => {
                        found.insert(id.to_owned());
                    }
                    _ => named_in_toml(value, reference, found),
                }
            }
        }
        toml::Value::Array(list) => list.iter().for_each(|value| named_in_toml(value, reference, found)),
        _ => {}
    }
}

fn toml_title(path: &str, table: &toml::Table) -> String {
    let name = table.get("name").and_then(|name| name.get("en")).and_then(toml::Value::as_str);
    name.map_or_else(|| path.trim_end_matches(".toml").to_owned(), |name| format!("Material: {name}"))
}

/// Licences of the sources whose tables are shipped, each once.
fn licences(ids: &BTreeSet<String>, reference: &Reference) -> Vec<Value> {
    let mut licences: BTreeMap<(String, &str), ()> = BTreeMap::new();
    for source in ids.iter().filter_map(|id| reference.source(id)) {
        let ids: &[&str] = match (LICENCES.iter().find(|(words, _)| *words == source.licence), source.ship) {
            (_, Ship::Cite) => &[],
            (Some((_, ids)), _) => ids,
            (None, Ship::Yes) => &["other-pd"],
            (None, Ship::Attribute) => &["other-at"],
        };
        for id in ids {
            licences.insert(((*id).to_owned(), source.licence.as_str()), ());
        }
    }
    licences.into_keys().map(|(name, title)| json!({ "name": name, "title": title })).collect()
}

fn source(source: &Source) -> Value {
    let edition = if source.edition.is_empty() { String::new() } else { format!(", {}", source.edition) };
    let mut entry = json!({
        "title": format!("{}: {}{edition}", source.publisher, source.title),
        "id": source.id,
        "licence": source.licence,
        "ship": source.ship,
    });
    if !source.url_or_doi.is_empty() {
        entry["path"] = json!(source.url_or_doi);
    }
    entry
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::read_reference;

    fn current() -> (FileSet, String) {
        let files = FileSet::at(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"));
        let reference = read_reference(&files).expect("good reference tables");
        let text = datapackage(&files, &reference).expect("every file is known");
        (files, text)
    }

    #[test]
    fn the_committed_package_follows_schemas_and_sources() {
        let (files, text) = current();
        let path = files.root().expect("a directory").join(FILE);
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(&path, &text).expect("the repository can be written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "data/{FILE} is out of date; run `just bless`");
    }

    #[test]
    fn every_file_is_one_resource_with_a_licence() {
        let (files, text) = current();
        let package: Value = serde_json::from_str(&text).expect("JSON");
        let resources = package["resources"].as_array().expect("a list");
        let paths: Vec<&str> = resources.iter().filter_map(|resource| resource["path"].as_str()).collect();
        assert_eq!(paths, files.list(""));
        let names: BTreeSet<&str> = resources.iter().filter_map(|resource| resource["name"].as_str()).collect();
        assert_eq!(names.len(), resources.len());
        // Lists of names and settings of our own carry none; whoever names a source does.
        for resource in resources.iter().filter(|resource| !resource["sources"].is_null()) {
            let shipped = resource["sources"].as_array().into_iter().flatten().any(|source| source["ship"] != "cite");
            assert_eq!(shipped, !resource["licenses"].is_null(), "{}", resource["path"]);
        }
    }

    #[test]
    fn fields_have_the_types_of_the_schema() {
        let (_, text) = current();
        let package: Value = serde_json::from_str(&text).expect("JSON");
        let table = |path: &str| {
            let found = package["resources"].as_array().into_iter().flatten().find(|resource| resource["path"] == path);
            found.expect("a table").clone()
        };
        let field = |path: &str, name: &str| {
            let table = table(path);
            let found = table["schema"]["fields"].as_array().into_iter().flatten().find(|field| field["name"] == name);
            found.expect("a column").clone()
        };
        let output = "observations/production.csv";
        assert_eq!(field(output, "tonnes")["type"], "number");
        assert!(field(output, "tonnes")["constraints"].is_null(), "a withheld figure is empty");
        assert_eq!(field(output, "year")["constraints"], json!({ "required": true }));
        assert_eq!(field(output, "stage")["constraints"]["enum"], json!(["mine", "refined", "magnet"]));
        assert_eq!(
            field("observations/trade_parameters.csv", "stage")["constraints"],
            json!({ "enum": ["mine", "refined", "magnet"] })
        );
        assert!(table("observations/trade.csv")["licenses"].to_string().contains("Etalab 2.0"));
        assert!(table("observations/economy.csv")["licenses"].to_string().contains("CC-BY-4.0"));
    }
}
