//! What a shortage costs: sums, what is not known, likelihoods of one's own, windows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{Data, Run, adit, adit_wide};

/// One of the tables that stand one after the other: cells by row key and column.
fn table(text: &str, first: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(&format!("key,{first}")));
    let head: Vec<String> = lines.next().unwrap_or_else(|| panic!("no table {first}")).split(',').map(str::to_owned).collect();
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| {
            // names may hold commas; none of the numbers does
            let mut cells = Vec::new();
            let (mut cell, mut quoted) = (String::new(), false);
            for letter in line.chars() {
                match letter {
                    '"' => quoted = !quoted,
                    ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                    letter => cell.push(letter),
                }
            }
            cells.push(cell);
            (cells[0].clone(), head.iter().cloned().zip(cells).collect())
        })
        .collect()
}

type Rows = BTreeMap<String, BTreeMap<String, String>>;

fn number(rows: &Rows, key: &str, column: &str) -> Option<f64> {
    let cell = rows.get(key).and_then(|row| row.get(column)).unwrap_or_else(|| panic!("no cell {key}.{column}"));
    (!cell.is_empty()).then(|| cell.parse().unwrap_or_else(|_| panic!("{key}.{column}: `{cell}` is no number")))
}

fn sum(rows: &Rows, column: &str) -> f64 {
    rows.keys().filter_map(|key| number(rows, key, column)).sum()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

fn run(args: &[&str]) -> Run {
    let found = adit(Path::new("."), args);
    assert_eq!(found.code, Some(0), "{}", found.err);
    found
}

fn what_if(material: &str, importer: &str) -> String {
    run(&["whatif", "--material", material, "--for", importer, "--format", "csv"]).out
}

#[test]
fn parts_add_up_to_what_is_printed() {
    let text = what_if("gallium", "USA");
    let losses = table(&text, "loss,");
    let [market, users, output, bill, bound, economy] =
        ["market", "users", "users_output", "users_import_bill", "users_bound", "economy"]
            .map(|loss| number(&losses, &format!("loss.{loss}"), "lost_usd").expect("a number"));
    assert!(close(users, output + bill), "{users} = {output} + {bill}");
    assert!(output > 0.0 && output <= bound && output <= economy, "{output}, {bound}, {economy}");
    let industries = table(&text, "industry_code");
    assert!(close(sum(&industries, "output_lost_usd"), output));
    assert!(close(sum(&industries, "economy_lost_usd"), economy));
    // the sentences that people read are the same numbers
    let accounts = table(&text, "country,account_total_usd");
    let of = |column: &str| number(&accounts, "USA", column).expect("a number");
    assert!(close(of("account_total_usd"), -market));
    let parts = ["users", "producers", "holders", "rent", "revenue"].map(|part| of(&format!("account_{part}_usd")));
    assert!(close(parts.iter().sum(), -market), "{parts:?}");
    for row in losses.keys() {
        let band = ["lost_low_usd", "lost_high_usd"].map(|column| number(&losses, row, column).expect("a band"));
        assert!(band[0] <= band[1], "{row}: {band:?}");
    }
    // a technology loses no more than industry does, and every use of a country is met alike
    let technologies = table(&text, "technology,");
    assert!(technologies.len() >= 2);
    for key in technologies.keys() {
        assert!(number(&technologies, key, "output_lost_usd").is_some_and(|lost| lost <= output * (1.0 + 1e-9)), "{key}");
        assert_eq!(number(&technologies, key, "first_short_month"), Some(2.0), "{key}");
    }
}

#[test]
fn what_is_not_known_is_no_data() {
    for importer in ["JPN", "KAZ"] {
        let text = what_if("gallium", importer);
        let losses = table(&text, "loss,");
        for loss in ["users", "users_output", "users_bound", "economy"] {
            for column in ["lost_usd", "lost_low_usd", "lost_high_usd"] {
                assert_eq!(number(&losses, &format!("loss.{loss}"), column), None, "{importer}: {loss}");
            }
        }
        // the market is known, and so is what imports cost
        assert!(number(&losses, "loss.market", "lost_usd").is_some());
        assert!(number(&losses, "loss.users_import_bill", "lost_usd").is_some());
        assert!(table(&text, "industry_code").is_empty());
        let technologies = table(&text, "technology,");
        assert!(!technologies.is_empty());
        assert!(technologies.keys().all(|key| number(&technologies, key, "output_lost_usd").is_none()));
        let screen =
            table(&run(&["screen", "--material", "gallium", "--for", importer, "--format", "csv"]).out, "supplier,material");
        let row = "gallium.refined.CHN";
        for column in ["expected_usd", "users_lost_usd", "output_lost_usd", "economy_lost_usd"] {
            assert_eq!(number(&screen, row, column), None, "{importer}: {column}");
        }
        assert!(number(&screen, row, "market_lost_usd").is_some());
    }
    // the Union has industries, but no national table
    let losses = table(&what_if("gallium", "EU"), "loss,");
    assert!(number(&losses, "loss.users", "lost_usd").is_some_and(|lost| lost > 0.0));
    assert_eq!(number(&losses, "loss.economy", "lost_usd"), None);
    // nobody publishes a price of coking coal
    let losses = table(&run(&["whatif", "--material", "metallurgical_coal", "--by", "AUS", "--format", "csv"]).out, "loss,");
    assert!(losses.keys().all(|key| number(&losses, key, "lost_usd").is_none()), "{losses:?}");
    let said = run(&["whatif", "--material", "gallium", "--for", "Japan", "--lang", "de"]).out;
    assert!(said.contains("Für Japan liegt keine Tabelle der Branchen vor"), "{said}");
}

#[test]
fn an_industry_that_lacks_two_materials_loses_once() {
    let text = run(&["screen", "--material", "gallium,indium", "--against", "CHN", "--format", "csv"]).out;
    let (stops, together) = (table(&text, "supplier,material"), table(&text, "supplier,materials_n"));
    let of = |key: &str| number(&stops, key, "output_lost_usd").expect("a loss");
    let (gallium, indium) = (of("gallium.refined.CHN"), of("indium.refined.CHN"));
    assert!(gallium > 0.0 && indium > 0.0);
    let joint = number(&together, "CHN", "users_lost_usd").expect("a loss");
    let bill = number(&together, "CHN", "import_bill_usd").expect("a bill");
    let bills = sum(&stops, "import_bill_usd");
    assert!(close(bill, bills), "import bills add up: {bill} = {bills}");
    let output = joint - bill;
    assert!(output >= gallium.max(indium) - 1.0, "{output}");
    assert!(output < gallium + indium - 1.0, "both are used in electronics: {output} of {gallium} and {indium}");
    assert!(number(&together, "CHN", "economy_lost_usd").expect("a loss") >= output - 1.0);
    // what is expected is a sum: stops come one at a time
    assert!(close(number(&together, "CHN", "expected_usd").expect("a number"), sum(&stops, "expected_usd")));
    let technologies = table(&text, "technology,");
    assert_eq!(technologies["technology.chips"]["worst_material"], "gallium");
    assert!(close(
        number(&technologies, "technology.chips", "missing_share").expect("a share"),
        number(&stops, "gallium.refined.CHN", "missing_share").expect("a share")
    ));
}

#[test]
fn likelihoods_of_ones_own() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("likely.csv");
    let file = path.display().to_string();
    let ask = |more: &[&str]| {
        let args = [&["screen", "--material", "gallium", "--against", "CHN", "--format", "csv"][..], more].concat();
        table(&run(&args).out, "supplier,material")
    };
    let row = "gallium.refined.CHN";
    let rule = ask(&[]);
    assert_eq!(rule[row]["likelihood_why"], "in-force");
    fs::write(&path, "supplier,material,stage,probability\nChina,,,0.1\nChina,gallium,,1\n").expect("written");
    let own = ask(&["--likelihoods", &file]);
    assert_eq!((number(&own, row, "likelihood"), own[row]["likelihood_why"].as_str()), (Some(1.0), "given"));
    let [ours, theirs] = [&own, &rule].map(|rows| number(rows, row, "expected_usd").expect("a number"));
    let likelihood = number(&rule, row, "likelihood").expect("a number");
    assert!(close(ours * likelihood, theirs), "{ours} * {likelihood} = {theirs}");
}

#[test]
fn wrong_likelihoods_are_refused_all_at_once() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("likely.csv");
    fs::write(
        &path,
        "supplier,material,stage,probability\nChina,gallium,,1.5\nChnia,,,0.1\nChina,galium,,0.1\nChina,gallium,mine,0.1\nChina,cobalt,,\n",
    )
    .expect("written");
    let file = path.display().to_string();
    let found = adit(place.path(), &["screen", "--likelihoods", &file, "--for", "Atlantis"]);
    assert_eq!(found.code, Some(2), "{}", found.out);
    assert!(found.out.is_empty());
    for part in [
        "line 2, probability",
        "line 3, supplier",
        "line 4, material",
        "line 5, stage",
        "line 6, probability",
        "--for: `Atlantis`",
    ] {
        assert!(found.err.contains(part), "{part} in\n{}", found.err);
    }
    let found = adit(place.path(), &["screen", "--likelihoods", "none.csv"]);
    assert!(found.code == Some(2) && found.err.contains("none.csv"), "{}", found.err);
}

#[test]
fn broken_tables_of_the_model_name_file_and_line() {
    for (file, from, to, part) in [
        ("sectors/applications.csv", "aluminum,Abrasives,327910", "aluminum,Abrasives,999999", "line 2, details"),
        ("sectors/applications.csv", "327910,tools", "327910,toolz", "line 2, technologies"),
        ("sectors/applications.csv", "aluminum,Abrasives", "aluminum,Abrasivs", "line 2, application"),
        ("sectors/crosswalk.csv", "B06,211", "B06,2111", "bea71"),
        ("sectors/details.csv", "211000,211,", "211000,21X,", "line 2, summary"),
        ("sectors/bea_make.csv", "111CA,111CA,546544", "111CX,111CA,546544", "line 2, industry"),
        ("losses.toml", "affected_part = { value = 0.3", "affected_part = { value = 3", "affected_part"),
        ("likelihood.toml", "base = { value = 0.004", "bass = { value = 0.004", "bass"),
        ("stockpile.toml", "trigger =", "triger =", "triger"),
        ("years.toml", "patience =", "patients =", "patients"),
        ("projects.csv", "MP Materials,USA", "MP Materials,USX", "line 2, country"),
        ("growth.csv", "copper,solar pv,2024", "copper,solar pv,2023", "no row for 2024"),
        ("lead_times.csv", "sp127,world", "sp127,word", "line 2, scope"),
    ] {
        let data = Data::new();
        data.edit(file, from, to);
        let found = adit(data.around(), &["data", "check", "--data", "data"]);
        assert_eq!(found.code, Some(2), "{file}: {to}: {}", found.out);
        assert!(found.err.contains(file) && found.err.contains(part), "{file}: {part} in {}", found.err);
    }
}

#[test]
fn money_shows_in_a_narrow_window() {
    for (lang, heads) in [("en", ["Expected", "Users", "Economy", "Market"]), ("de", ["Erwartet", "Verbr.", "Wirtsch.", "Markt"])]
    {
        for (args, widths) in
            [(&["screen", "--static", "--against", "CHN"][..], &[80][..]), (&["whatif", "--material", "gallium"], &[80, 120])]
        {
            for &columns in widths {
                let found = adit_wide(Path::new("."), &[args, &["--lang", lang]].concat(), columns);
                assert_eq!(found.code, Some(0), "{}", found.err);
                for line in found.out.lines() {
                    assert!(line.chars().count() <= columns, "{columns}: {line}");
                }
                assert!(!found.out.contains('⟦') && !found.out.contains("NaN"), "{}", found.out);
                if args[0] == "screen" {
                    assert!(found.out.lines().any(|line| heads.iter().all(|head| line.contains(head))), "{}", found.out);
                }
            }
        }
    }
}

#[test]
fn assumptions_are_told_with_their_ranges() {
    let found = run(&["explain", "losses.affected_part"]);
    assert!(found.out.contains("0.3") && found.out.contains("0.1") && found.out.contains("assumption"), "{}", found.out);
    let found = run(&["explain", "likelihood.base", "--lang", "de"]);
    assert!(found.out.contains("0,004") && found.out.contains("Stopps im Jahr"), "{}", found.out);
    let found = run(&["explain", "gallium.refined.cutoff_output_usd"]);
    assert!(found.out.contains("losses.affected_part") && found.out.contains("model.demand_short"), "{}", found.out);
    let wrong = adit(Path::new("."), &["explain", "losses.affected_prat"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("affected_part"), "{}", wrong.err);
}
