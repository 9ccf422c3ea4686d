//! Bad input through the real program: exit code 2, every problem with file, place, value and what would be right, nothing damaged.

use std::fs;

use crate::support::{Data, adit};

/// `adit data check` on a broken copy must fail with exactly these parts in its message.
fn refuses(breaking: impl FnOnce(&Data), parts: &[&str]) {
    let data = Data::new();
    breaking(&data);
    let run = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!(run.code, Some(2), "{}\n{}", run.out, run.err);
    for part in parts {
        assert!(run.err.contains(part), "`{part}` is not in:\n{}", run.err);
    }
    assert_eq!(run.out, "");
    let run = adit(data.around(), &["data", "check", "--data", "data", "--lang", "de"]);
    assert_eq!(run.code, Some(2));
    reads_german(&run.err);
}

/// No English word outside of what a file holds, which stands in back quotes.
fn reads_german(text: &str) {
    const ENGLISH: [&str; 24] = [
        "the", "of", "is", "not", "a", "with", "there", "from", "this", "at", "or", "and", "expected", "file", "line", "must",
        "because", "no", "to", "than", "other", "these", "built", "missing",
    ];
    for line in text.lines() {
        // The first part is a path.
        let said = line.split_once(": ").map_or(line, |(_, said)| said);
        let outside: String = said.split('`').step_by(2).collect::<Vec<_>>().join(" ` ");
        let words = outside.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.' && c != '/');
        let english: Vec<&str> = words.filter(|word| ENGLISH.contains(word)).collect();
        assert!(english.is_empty(), "{english:?} in:\n{line}");
    }
}

const PRODUCTION: &str = "observations/production.csv";
const TRADE: &str = "observations/trade.csv";

/// The first row of a table with another one after it.
fn with_row(data: &Data, name: &str, change: impl Fn(&str) -> String) {
    let text = data.text(name);
    let row = text.lines().nth(1).expect("a row").to_owned();
    data.put(name, text + &change(&row) + "\n");
}

#[test]
fn the_good_data_passes() {
    let data = Data::new();
    let run = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
}

#[test]
fn unknown_names_on_the_command_line_come_together() {
    let data = Data::new();
    let run = adit(data.around(), &["exposure", "--for", "Germny", "--against", "Chnia", "--material", "galium,cooper"]);
    assert_eq!(run.code, Some(2));
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 4, "{}", run.err);
    assert!(
        lines[0].starts_with("command line: --for: `Germny` is not known; expected a country") && lines[0].contains("Germany")
    );
    assert!(lines[1].contains("`Chnia`") && lines[1].contains("China"), "{}", lines[1]);
    assert!(lines[2].contains("gallium") && lines[3].contains("copper"), "{}", run.err);
}

#[test]
fn problems_speak_german_too() {
    let data = Data::new();
    let run = adit(data.around(), &["exposure", "--for", "Germny", "--lang", "de"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.starts_with("Befehlszeile: --for: `Germny` ist nicht bekannt; erwartet: ein Land"), "{}", run.err);
    data.edit(PRODUCTION, "mine,primary", "mine,primry");
    let run = adit(data.around(), &["data", "check", "--data", "data", "--lang", "de"]);
    assert!(run.err.contains("production.csv: Zeile 2, kind: `primry`; erwartet: eines von `primary`"), "{}", run.err);
}

#[test]
fn the_nearest_names_are_german_for_german_words() {
    let data = Data::new();
    let run = adit(data.around(), &["exposure", "--for", "Deutchland", "--material", "Kupfr", "--lang", "de"]);
    assert!(run.err.contains("am nächsten: Deutschland,") && run.err.contains("am nächsten: Kupfer,"), "{}", run.err);
    reads_german(&run.err);
}

#[test]
fn mistakes_of_the_command_line_are_told_in_german() {
    let data = Data::new();
    for (words, said) in [
        (&["exposure", "--lang", "de", "--format", "xml"][..], "--format <FORMAT>: `xml`; erwartet: eines von table, csv, json"),
        (&["exposure", "--lang=de", "--bogus"], "`--bogus` ist nicht bekannt"),
        (&["--lang", "de", "bogus"], "`bogus` ist kein Befehl"),
        (&["explain", "--lang", "de"], "<KEY>: fehlt"),
        (&["brief", "--lang", "de", "--out"], "--out <PATH>: der Wert fehlt"),
        (&["rerun", "nowhere.json", "--lang", "de"], "diese Datei gibt es nicht"),
    ] {
        let run = adit(data.around(), words);
        assert_eq!(run.code, Some(2), "{words:?}");
        assert!(run.err.contains(said), "`{said}` is not in:\n{}", run.err);
        reads_german(&run.err);
    }
}

#[test]
fn what_follows_from_a_problem_is_not_told_as_another_one() {
    let data = Data::new();
    data.edit(TRADE, ",2024,", ",20244,");
    let run = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1), "{}", run.err);
}

#[test]
fn a_wrong_sort_column_comes_with_the_other_problems() {
    let data = Data::new();
    let run = adit(data.around(), &["exposure", "--for", "Germny", "--sort", "price"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("`Germny`") && run.err.contains("--sort: `price`"), "{}", run.err);
}

#[test]
fn rules_and_maps_that_are_broken() {
    refuses(
        |data| {
            data.edit("reconciliation.toml", "world_total = { value = 0.01,", "world_total = { value = -3,");
            let map = data.text("geography/countries-110m.json");
            data.put("geography/countries-110m.json", &map[..map.len() / 3]);
        },
        &[
            "spread.world_total: -3; expected a positive number",
            "spread.world_total: 0.005 to 0.03; expected a range that holds the value, -3",
            "countries-110m.json: line 1 column",
            "the file ends too early; expected TopoJSON",
        ],
    );
}

#[test]
fn wrong_events_are_named_in_both_languages() {
    let data = Data::new();
    data.edit("events.csv", "outside,1.27,,,2023-06-30,2023-07-07", "outside,-1,,,June,2023-07-07");
    let run = adit(data.around(), &["backtest", "--data", "data"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("data/events.csv: line 9, value: `-1`; expected a number of 0 or more"), "{}", run.err);
    assert!(run.err.contains("data/events.csv: line 9, start: `June`; expected a year, a month or a day"), "{}", run.err);
    let run = adit(data.around(), &["backtest", "--data", "data", "--lang", "de"]);
    assert_eq!(run.code, Some(2));
    reads_german(&run.err);
}

#[test]
fn a_wrong_sort_column_is_named() {
    let data = Data::new();
    let run = adit(data.around(), &["exposure", "--sort", "price"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--sort: `price`; expected one of the columns material, use_t"), "{}", run.err);
}

#[test]
fn a_wrong_key_is_named() {
    let data = Data::new();
    for key in ["gallium", "gallium.refined.XQX", "gallium.smelted.CHN.2024", "gallium.refined.CHN.1492"] {
        let run = adit(data.around(), &["explain", key]);
        assert_eq!(run.code, Some(2), "{key}: {}", run.out);
        assert!(run.err.contains("expected"), "{}", run.err);
    }
}

#[test]
fn a_directory_that_is_none() {
    let data = Data::new();
    let run = adit(data.around(), &["materials", "--data", "nowhere"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nowhere: data directory: there is no such directory"), "{}", run.err);
    fs::create_dir(data.around().join("photos")).expect("writable");
    let run = adit(data.around(), &["materials", "--data", "photos"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("photos: data directory: this is not a data directory; expected a directory with sources.csv"),
        "{}",
        run.err
    );
}

#[test]
fn missing_files_are_all_named() {
    refuses(
        |data| {
            fs::remove_file(data.path().join("countries.csv")).expect("there");
            fs::remove_file(data.path().join(TRADE)).expect("there");
        },
        &["data/countries.csv: file: there is no such file", "data/observations/trade.csv: file: there is no such file"],
    );
}

#[test]
fn unknown_material_and_country_in_a_row() {
    refuses(
        |data| with_row(data, PRODUCTION, |row| row.replacen("aluminum", "aluminium_x", 1).replacen("ARE", "UEA", 1)),
        &[
            "material: `aluminium_x`; expected a material id, nearest: aluminum",
            "country: `UEA`; expected an ISO3 country code, nearest:",
        ],
    );
}

#[test]
fn negative_quantity_not_a_number_and_wrong_unit() {
    refuses(
        |data| {
            let text = data.text("observations/economy.csv");
            let row = text.lines().nth(1).expect("a row").split(',').collect::<Vec<_>>();
            let with = |value: &str| format!("{},1999,{value},1,{}\n", row[0], row[4]);
            let others: String = ["-5", "NaN", "inf", "5 million USD", "\"1,5\""].map(with).concat();
            data.put("observations/economy.csv", text + &others);
        },
        &[
            "gdp_usd: `-5`; expected a number of US dollars of 0 or more",
            "gdp_usd: `NaN`; expected a number",
            "gdp_usd: `inf`; expected a number",
            "gdp_usd: `5 million USD`; expected a number of US dollars, with a decimal point and without unit",
            "gdp_usd: `1,5`; expected a number",
            "stands already in line",
        ],
    );
    refuses(
        |data| data.edit(PRODUCTION, ",tonnes,", ",kilotonnes,"),
        &["unknown column `kilotonnes`", "column `tonnes` is missing"],
    );
}

#[test]
fn duplicate_rows_name_both_lines() {
    refuses(
        |data| with_row(data, TRADE, str::to_owned),
        &["trade.csv: line", "stands already in line 2; expected one row for each edition, code"],
    );
}

#[test]
fn year_out_of_range() {
    refuses(|data| data.edit(TRADE, ",2024,", ",20244,"), &["line 2, year: `20244`; expected a year between 1900 and 2100"]);
}

#[test]
fn broken_half_and_empty_files() {
    refuses(
        |data| {
            let text = data.text(TRADE);
            // In the middle of a row, before its last comma.
            let cut = text[..text.len() / 2].rfind(',').expect("a comma");
            data.put(TRADE, &text[..cut]);
        },
        &["trade.csv: line", "expected 8 fields; the row may be cut off"],
    );
    refuses(
        |data| data.put(PRODUCTION, ""),
        &["production.csv: line 1: the file is empty; expected the header `material,stage,kind"],
    );
    refuses(
        |data| data.put(PRODUCTION, data.text(PRODUCTION).lines().next().expect("a header")),
        &["production.csv: line 2: the table has no rows; expected at least one row"],
    );
    refuses(
        |data| data.put(PRODUCTION, [0x1f, 0x8b, 8, 0, 0, 0]),
        &["production.csv: line 1: there is a zero byte: this is not text"],
    );
    refuses(|data| data.put(PRODUCTION, data.text(PRODUCTION).replace(',', ";")), &["columns are separated by semicolons"]);
}

#[test]
fn wrong_encodings_are_named() {
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>();
    refuses(
        |data| data.put("countries.csv", latin(&data.text("countries.csv"))),
        &["countries.csv: line", "is not UTF-8, probably Latin-1"],
    );
    let utf16 = |text: &str| {
        text.encode_utf16().fold(vec![0xFF, 0xFE], |mut bytes, unit| {
            bytes.extend(unit.to_le_bytes());
            bytes
        })
    };
    refuses(|data| data.put("lists.csv", utf16(&data.text("lists.csv"))), &["lists.csv: encoding: the file is in UTF-16"]);
}

#[test]
fn a_byte_order_mark_and_crlf_are_fine() {
    let data = Data::new();
    data.put("blocs.csv", format!("\u{feff}{}", data.text("blocs.csv").replace('\n', "\r\n")));
    // the file is another one now, so the baseline does not belong to it any more ...
    let run = adit(data.around(), &["exposure", "--data", "data"]);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert!(run.err.contains("the baseline was built from other input files"), "{}", run.err);
    // ... until it is built again, which gives the same figures
    let run = adit(data.around(), &["data", "build", "--data", "data"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn material_files_with_several_mistakes() {
    refuses(
        |data| {
            data.edit("materials/gallium.toml", "symbol = \"Ga\"", "symbol = 31");
            data.edit("materials/copper.toml", "edition = \"HS", "edition = \"H");
            data.edit("materials/cobalt.toml", "id = \"cobalt\"", "id = \"kobalt\"");
        },
        &[
            "materials/gallium.toml: line 2: invalid type: integer `31`",
            "materials/copper.toml: trade[1].edition: `H",
            "materials/cobalt.toml: id: `kobalt`; expected the name of the file, `cobalt`",
        ],
    );
    refuses(|data| data.put("materials/tin.toml", "id = \"tin\nname ="), &["materials/tin.toml: line 1"]);
}

#[test]
fn a_baseline_changed_by_hand_is_refused() {
    let data = Data::new();
    let text = data.text("baseline/nodes.csv");
    let row = text.lines().find(|line| line.starts_with("copper,refined,CHN,use,")).expect("a row").to_owned();
    let mut cells: Vec<&str> = row.split(',').collect();
    cells[4] = "1.0";
    data.put("baseline/nodes.csv", text.replace(&row, &cells.join(",")));
    for command in [&["data", "check", "--data", "data"][..], &["exposure", "--data", "data"]] {
        let run = adit(data.around(), command);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains("baseline/meta.csv: content: the other files are not those that were built"), "{}", run.err);
    }
}

#[test]
fn without_a_baseline_the_message_says_how_to_make_it() {
    let data = Data::new();
    fs::remove_dir_all(data.path().join("baseline")).expect("there");
    let run = adit(data.around(), &["exposure", "--data", "data"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("`adit data build` makes it"), "{}", run.err);
}

#[test]
fn many_problems_are_counted() {
    let data = Data::new();
    data.put(TRADE, data.text(TRADE).replace(",2024,", ",24,"));
    let run = adit(data.around(), &["data", "check", "--data", "data"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.err.lines().count(), 51);
    assert!(
        run.err.lines().last().is_some_and(|line| line.starts_with("and ") && line.ends_with(" more problems")),
        "{}",
        run.err
    );
}

#[test]
fn bad_bloc_files_are_named() {
    let data = Data::new();
    let ask = |text: &[u8]| {
        fs::write(data.around().join("bloc.csv"), text).expect("writable");
        adit(data.around(), &["exposure", "--for", "bloc.csv"])
    };
    let run = ask(b"iso3\nDEU\nXQX\nDEU\n");
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("bloc.csv: line 3, iso3: `XQX` is not known")
            && run.err.contains("bloc.csv: line 4, iso3: `DEU` stands twice"),
        "{}",
        run.err
    );
    assert!(ask(b"code\nDEU\n").err.contains("expected a column iso3"));
    assert!(ask(b"iso3\n").err.contains("expected at least one country"));
    let run = adit(data.around(), &["exposure", "--for", "missing.csv"]);
    assert!(run.code == Some(2) && run.err.contains("missing.csv: file:"), "{}", run.err);
    assert_eq!(ask(b"iso3\nDEU\nFRA\n").code, Some(0));
}
