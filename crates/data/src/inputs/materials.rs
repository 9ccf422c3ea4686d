//! `materials/<id>.toml` and `groups/<id>.toml`: what each material is.

use adit_vocab::country::Countries;
use adit_vocab::material::{ContentMode, Material, Materials, RouteAction};
use adit_vocab::problem::Problem;
use adit_vocab::source::Source;
use adit_vocab::stage::Stage;

use super::encoding;
use super::trade::{EDITIONS, is_code};
use crate::checks::nearest;
use crate::figures::figures;
use crate::files::FileSet;

/// Problems of one file beyond which it is not read further.
const MAX_RETRIES: usize = 20;

/// Reads all materials and groups and checks them against each other.
pub fn materials(files: &FileSet, countries: &Countries, sources: &[Source], problems: &mut Vec<Problem>) -> Materials {
    let mut list = Vec::new();
    for name in files.list("materials/").into_iter().chain(files.list("groups/")).filter(|name| name.ends_with(".toml")) {
        let bytes = match files.read(&name) {
            Ok(bytes) => bytes,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let file = files.shown(&name);
        let Some(material) = parse(&file, &bytes, problems) else { continue };
        check(&file, &name, &material, countries, sources, problems);
        list.push((file, material));
    }
    check_together(&list, problems);
    let mut list: Vec<Material> = list.into_iter().map(|(_, material)| material).collect();
    list.sort_by(|a, b| a.id.cmp(&b.id));
    list.dedup_by(|a, b| a.id == b.id);
    Materials::new(list)
}

/// Parses one file. After a problem its line is blanked out and reading goes on, so that one run finds them all.
fn parse(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Material> {
    let mut text = match encoding::text(file, bytes) {
        Ok(text) => text.to_owned(),
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    if text.trim().is_empty() {
        problems.push(Problem::new(file, "line 1", "the file is empty", "a material: id, name, stage, trade, limits ..."));
        return None;
    }
    let before = problems.len();
    let material = parse_text(file, &mut text, problems);
    problems[before..].sort_by_key(|problem| problem.place.trim_start_matches("line ").parse::<usize>().unwrap_or(0));
    material
}

fn parse_text(file: &str, text: &mut String, problems: &mut Vec<Problem>) -> Option<Material> {
    let before = problems.len();
    let mut blanked: Vec<String> = Vec::new();
    for _ in 0..MAX_RETRIES {
        let error = match toml::from_str::<Material>(text) {
            Ok(material) if problems.len() == before => return Some(material),
            Ok(_) => return None,
            Err(error) => error,
        };
        let message = error.message().lines().collect::<Vec<_>>().join(" ");
        // A key that was blanked out because its value is wrong is not missing.
        if message.strip_prefix("missing field ").is_some_and(|field| blanked.iter().any(|key| field == format!("`{key}`"))) {
            return None;
        }
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
        let line = text[start..end].to_owned();
        let place = format!("line {}", 1 + text[..start].matches('\n').count());
        let (found, expected) = describe(&message, line.trim());
        problems.push(Problem::new(file, place, found, expected));
        if line.trim().is_empty() || line.trim_start().starts_with('[') || message.starts_with("missing field") {
            return None;
        }
        blanked.extend(line.split_once('=').map(|(key, _)| key.trim().to_owned()));
        text.replace_range(start..end, &" ".repeat(end - start));
    }
    None
}

/// Where it is written what a material file holds.
const EXAMPLE: &str = "a material file as in schemas/material.json";

/// Splits the parser's message into what was found and what would be right.
fn describe(message: &str, line: &str) -> (String, String) {
    match message.split_once(", expected ") {
        Some((found, expected)) => (format!("{found} in `{line}`"), expected.replace("f64", "a number")),
        None if message.starts_with("missing field") => (message.to_owned(), EXAMPLE.to_owned()),
        None => (format!("{message} in `{line}`"), EXAMPLE.to_owned()),
    }
}

/// Checks one file by itself.
fn check(file: &str, name: &str, material: &Material, countries: &Countries, sources: &[Source], problems: &mut Vec<Problem>) {
    let mut wrong = |place: String, found: String, expected: String| problems.push(Problem::new(file, place, found, expected));
    let stem = name.rsplit('/').next().and_then(|last| last.strip_suffix(".toml")).unwrap_or_default();
    if material.id != stem {
        wrong("id".into(), format!("`{}`", material.id), format!("the name of the file, `{stem}`"));
    }
    let stages: Vec<Stage> = material.stage.iter().map(|stage| stage.id).collect();
    if stages.is_empty() || !stages.is_sorted_by(|a, b| a < b) {
        wrong("stage".into(), format!("{} stages", stages.len()), "stages in the order mine, refined, magnet".into());
    }
    if material.stage(Stage::Magnet).is_some() != material.magnet.is_some()
        || (material.magnet.is_some() && (material.stage(Stage::Refined).is_none() || material.group.is_empty()))
    {
        let expected = "a stage `magnet` and a [magnet] together, behind the refined stage of a member of a group";
        wrong("magnet".into(), if material.magnet.is_some() { "a [magnet]" } else { "no [magnet]" }.into(), expected.into());
    }
    if let Some(magnet) = &material.magnet
        && !material.end_use.iter().any(|end_use| end_use.application == magnet.end_use)
    {
        let expected = "the application of one of the [[end_use]]";
        wrong("magnet.end_use".into(), format!("`{}`", magnet.end_use), expected.into());
    }
    if stages.len() >= 2 && material.chain.is_none() {
        wrong("chain".into(), "no [chain]".into(), "a [chain], because there are several stages".into());
    }
    for (text, key) in [
        (&material.name.en, "name.en"),
        (&material.name.de, "name.de"),
        (&material.limits.en, "limits.en"),
        (&material.limits.de, "limits.de"),
    ] {
        if text.trim().is_empty() {
            wrong(key.into(), "an empty text".into(), "a text".into());
        }
    }
    let source = |place: &str, id: &str| {
        let found = sources.iter().any(|source| source.id == id);
        let names = sources.iter().map(|source| (source.id.as_str(), source.id.as_str()));
        (!found).then(|| (format!("{place}.source"), format!("`{id}`"), format!("an id of sources.csv{}", nearest(id, names))))
    };
    let country = |place: String, iso3: &str| {
        let names = countries.iter().map(|(_, country)| (country.iso3.as_str(), country.iso3.as_str()));
        countries
            .by_iso3(iso3)
            .is_none()
            .then(|| (place, format!("`{iso3}`"), format!("an ISO3 country code{}", nearest(iso3, names))))
    };

    for (place, figure, range) in figures(material) {
        if let Some((place, found, expected)) = source(&place, &figure.source) {
            wrong(place, found, expected);
        }
        if !range.holds(figure.value) {
            wrong(place.clone(), format!("value {}", figure.value), range.words().into());
        }
        match (figure.low, figure.high) {
            (Some(low), Some(high)) if figure.value.is_finite() && !(low <= figure.value && figure.value <= high) => {
                wrong(place.clone(), format!("value {}", figure.value), format!("a value within its range, {low} to {high}"));
            }
            (Some(_), Some(_)) => {}
            _ if figure.assumption => wrong(place.clone(), "an assumption without range".into(), "low and high".into()),
            _ => {}
        }
        if figure.low.is_some_and(|low| !range.holds(low)) || figure.high.is_some_and(|high| !range.holds(high)) {
            wrong(
                place.clone(),
                format!("range {:?} to {:?}", figure.low.unwrap_or_default(), figure.high.unwrap_or_default()),
                range.words().into(),
            );
        }
        if figure.year.is_some_and(|year| !(1900..=2100).contains(&year)) {
            wrong(format!("{place}.year"), format!("{}", figure.year.unwrap_or_default()), "a year between 1900 and 2100".into());
        }
    }
    for (i, code) in material.trade.iter().enumerate() {
        let place = format!("trade[{}]", i + 1);
        if material.stage(code.stage).is_none() {
            wrong(format!("{place}.stage"), format!("`{}`", code.stage), "a stage of this material".into());
        }
        if !EDITIONS.contains(&code.edition.as_str()) {
            wrong(format!("{place}.edition"), format!("`{}`", code.edition), format!("one of {}", EDITIONS.join(", ")));
        }
        if !is_code(&code.code) {
            wrong(format!("{place}.code"), format!("`{}`", code.code), "a customs code of 4, 6 or 8 digits".into());
        }
        if code.basket && code.basket_share.is_none() {
            wrong(format!("{place}.basket_share"), "nothing".into(), "the material's share of the shared code".into());
        }
        if code.mode == ContentMode::UnitValue && !code.payable.is_some_and(|payable| payable > 0.0 && payable <= 1.5) {
            wrong(
                format!("{place}.payable"),
                code.payable.map_or_else(|| "nothing".into(), |payable| format!("`{payable}`")),
                "the payable part of the metal value, because the mode is unit_value".into(),
            );
        }
        if code.mode == ContentMode::GoodsValue && !code.pure_usd_per_t.is_some_and(|pure| pure > 0.0) {
            let expected = "what a tonne of the pure good costs, because the mode is goods_value";
            wrong(format!("{place}.pure_usd_per_t"), format!("`{}`", code.pure_usd_per_t.unwrap_or_default()), expected.into());
        }
        for (key, value) in [
            ("min_usd_per_t", code.min_usd_per_t),
            ("max_usd_per_t", code.max_usd_per_t),
            ("pure_usd_per_t", code.pure_usd_per_t),
        ] {
            if value.is_some_and(|value| !(value.is_finite() && value >= 0.0)) {
                let found = format!("`{}`", value.unwrap_or_default());
                wrong(format!("{place}.{key}"), found, "a number of US dollars per tonne of 0 or more".into());
            }
        }
    }
    for (i, route) in material.route.iter().enumerate() {
        let place = format!("route[{}]", i + 1);
        let found = [
            source(&place, &route.source),
            country(format!("{place}.exporter"), &route.exporter),
            country(format!("{place}.importer"), &route.importer),
            (route.action == RouteAction::Reroute).then(|| country(format!("{place}.to"), &route.to)).flatten(),
        ];
        for (place, found, expected) in found.into_iter().flatten() {
            wrong(place, found, expected);
        }
        if !material.trade.iter().any(|code| code.code == route.code) {
            wrong(format!("{place}.code"), format!("`{}`", route.code), "one of the codes under [[trade]]".into());
        }
        if route.action == RouteAction::Stage && route.to_stage.is_none_or(|stage| material.stage(stage).is_none()) {
            let found = route.to_stage.map_or_else(|| "nothing".into(), |stage| format!("`{}`", stage.id()));
            wrong(format!("{place}.to_stage"), found, "a stage of this material".into());
        }
    }
    for (i, iso3) in material.stocks.iter().flat_map(|stocks| &stocks.countries).enumerate() {
        if let Some((place, found, expected)) = country(format!("stocks.countries[{}]", i + 1), iso3) {
            wrong(place, found, expected);
        }
    }
}

/// Checks that ids are unique and that groups, members and hosts exist.
fn check_together(list: &[(String, Material)], problems: &mut Vec<Problem>) {
    let ids = || list.iter().map(|(_, material)| (material.id.as_str(), material.id.as_str()));
    for (i, (file, material)) in list.iter().enumerate() {
        let mut refers = |place: String, id: &str| {
            if !id.is_empty() && !ids().any(|(known, _)| known == id) {
                problems.push(Problem::new(file, place, format!("`{id}`"), format!("a material id{}", nearest(id, ids()))));
            }
        };
        refers("group".into(), &material.group);
        for (n, member) in material.members.iter().enumerate() {
            refers(format!("members[{}]", n + 1), member);
        }
        for (n, host) in material.host.iter().enumerate() {
            refers(format!("host[{}].material", n + 1), &host.material);
        }
        let group = list.iter().find(|(_, other)| other.id == material.group);
        if let Some((_, group)) = group.filter(|(_, group)| !group.members.contains(&material.id)) {
            let found = format!("`{}`, which does not name {} among its members", group.id, material.id);
            problems.push(Problem::new(file, "group", found, "a group that has it as a member"));
        }
        for (n, member) in material.members.iter().enumerate() {
            let place = format!("members[{}]", n + 1);
            if material.members[..n].contains(member) {
                problems.push(Problem::new(file, &place, format!("`{member}` a second time"), "each member once"));
            }
            let other = list.iter().find(|(_, other)| other.id == *member);
            if let Some((_, other)) = other.filter(|(_, other)| other.group != material.id || !other.members.is_empty()) {
                let found = format!("`{}`, whose file does not say group = \"{}\"", other.id, material.id);
                problems.push(Problem::new(file, place, found, "a material of this group"));
            }
        }
        if let Some((first, _)) = list[..i].iter().find(|(_, earlier)| earlier.id == material.id) {
            problems.push(Problem::new(
                file,
                "id",
                format!("`{}` is the id of {first} already", material.id),
                "an id of its own",
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
id = "gallium"
symbol = "Ga"
kind = "minor metal"
name = { en = "gallium", de = "Gallium" }
limits = { en = "Some.", de = "Manches." }
[[stage]]
id = "refined"
product_en = "gallium"
product_de = "Gallium"
basis_en = "t"
basis_de = "t"
[[trade]]
stage = "refined"
edition = "HS17"
code = "811292"
product = "Ga"
content = { value = 0.9, low = 0.8, high = 1.0, assumption = true, source = "s" }
"#;

    fn problems(from: &str, to: &str) -> Vec<String> {
        assert!(GOOD.contains(from), "{from}");
        let mut problems = Vec::new();
        let text = GOOD.replacen(from, to, 1);
        if let Some(material) = parse("gallium.toml", text.as_bytes(), &mut problems) {
            let source = Source {
                id: "s".into(),
                title: String::new(),
                publisher: String::new(),
                edition: String::new(),
                year: None,
                url_or_doi: String::new(),
                licence: String::new(),
                ship: adit_vocab::source::Ship::Yes,
                note_en: String::new(),
            };
            check("gallium.toml", "materials/gallium.toml", &material, &Countries::default(), &[source], &mut problems);
        }
        problems.iter().map(Problem::to_string).collect()
    }

    fn refuses(from: &str, to: &str, message: &str) {
        let found = problems(from, to);
        assert!(found.len() == 1 && found[0].contains(message), "{found:#?}");
    }

    #[test]
    fn a_good_file_has_no_problem() {
        assert_eq!(problems("Some.", "Some."), Vec::<String>::new());
    }

    #[test]
    fn each_mistake_is_named() {
        refuses("\"gallium\"", "\"galium\"", "gallium.toml: id: `galium`; expected the name of the file, `gallium`");
        refuses("value = 0.9", "value = 0.7", "trade[1].content: value 0.7; expected a value within its range, 0.8 to 1");
        refuses("value = 0.9", "value = nan", "trade[1].content: value NaN");
        refuses("low = 0.8, ", "", "an assumption without range; expected low and high");
        refuses("source = \"s\"", "source = \"t\"", "trade[1].content.source: `t`; expected an id of sources.csv");
        refuses("HS17", "HS18", "trade[1].edition: `HS18`");
        refuses("code = \"811292\"", "code = \"81129\"", "a customs code of 4, 6 or 8 digits");
        refuses("product = \"Ga\"", "product = \"Ga\"\nbasket = true", "trade[1].basket_share");
        refuses("product = \"Ga\"", "product = \"Ga\"\nmode = \"unit_value\"", "trade[1].payable");
        refuses("stage = \"refined\"", "stage = \"mine\"", "a stage of this material");
        refuses("stage = \"refined\"", "stage = \"smelter\"", "line 14");
        refuses("symbol = \"Ga\"", "", "missing field `symbol`");
        refuses(
            "[[trade]]",
            "[[stage]]\nid = \"magnet\"\nproduct_en = \"\"\nproduct_de = \"\"\nbasis_en = \"t\"\nbasis_de = \"t\"\n[chain]\nlinked = true\n[[trade]]",
            "magnet: no [magnet]; expected a stage `magnet` and a [magnet] together",
        );
        refuses("product = \"Ga\"", "product = \"Ga\"\nmode = \"goods_value\"", "trade[1].pure_usd_per_t");
        refuses("symbol = \"Ga\"", "symbole = \"Ga\"\nsymbol = \"Ga\"", "unknown field `symbole`");
        refuses("de = \"Manches.\"", "de = \"\"", "limits.de: an empty text");
    }

    #[test]
    fn several_mistakes_of_type_are_found_at_once() {
        let found = problems("symbol = \"Ga\"\nkind = \"minor metal\"", "symbol = 31\nkind = 5\ncolour = \"grey\"");
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].starts_with("gallium.toml: line 3: invalid type: integer `31`"), "{found:#?}");
    }
}
