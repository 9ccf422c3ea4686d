//! GeoPolRisk against its test sheet and against 519 scores of geopolrisk-py.

use adit_indicators::geopolrisk::{characterisation_factor, geopolrisk, import_risk, midpoint};
use adit_vocab::country::CountryId;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes, UsdPerTonne};

use crate::geopolrisk_py::{COLUMNS, Tables, years};
use crate::support::{Row, hold, must, rows, tell};

/// Relative difference.
fn difference(found: f64, published: f64) -> f64 {
    (found - published).abs() / published.abs().max(f64::MIN_POSITIVE)
}

#[test]
fn test_sheet_to_a_billionth() {
    let Some(rows) = rows("checks/geopolrisk_test_sheet.csv") else { return };
    let mut largest = 0.0f64;
    let mut shown = String::from("| test sheet, USA 2022 | | ours | published | difference |\n|---|---|---|---|---|\n");
    for row in &rows {
        // The sheet gives the sum of tonnes x g; one supplier with the mean g stands for all.
        let (numerator, total) = (must(row, "numerator_t"), must(row, "total_trade_t"));
        let supply = Sourcing {
            own: vec![(CountryId(0), Tonnes(must(row, "domestic_production_t")))],
            imports: vec![(CountryId(1), Tonnes(total))],
            within: Tonnes(0.0),
        };
        let risk = import_risk(&supply, |_| Some(numerator / total)).expect("there are imports");
        let score = geopolrisk(Share(must(row, "hhi")), risk);
        let mid = midpoint(score, UsdPerTonne(must(row, "price_kusd_t") * 1000.0));
        for (found, column) in [
            (risk, "import_risk"),
            (score, "geopolrisk_score"),
            (mid, "midpoint_usd_kg"),
            (characterisation_factor(mid), "cf_kgcu_eq_per_kg"),
        ] {
            let off = difference(found.value, must(row, column));
            assert!(off <= 1e-9, "{} {column}: {}", row["material"], found.value);
            largest = largest.max(off);
            let (name, value, published) = (&row["material"], found.value, must(row, column));
            shown += &format!("| {name} | {column} | {value:.9} | {published:.9} | {:.0e} |\n", value - published);
        }
    }
    assert_eq!(rows.len(), 3);
    hold("geopolrisk.md", "test sheet", &shown);
    tell(&format!("GeoPolRisk test sheet: {} rows, largest relative difference {largest:.1e}", rows.len()));
}

/// The ISO3 code of an importer: the reference file names Germany in words.
fn iso3(row: &Row) -> &str {
    match row["importer"].as_str() {
        "Germany" => "DEU",
        code => code,
    }
}

#[test]
fn scores_of_geopolrisk_py_to_a_millionth() {
    let (Some(reference), Some(tables)) = (rows("checks/geopolrisk_reference.csv"), Tables::read()) else { return };
    let importers = ["USA", "DEU"];
    let scores = tables.scores(&importers);
    let place = |row: &Row| {
        let importer = importers.iter().position(|known| *known == iso3(row)).expect("one of two importers");
        let year: i32 = row["year"].parse().expect("a year");
        let year = years().position(|known| known == year).expect("a year of the production tables");
        let sheet = tables.sheets.iter().position(|sheet| sheet.material == row["material"]).expect("a sheet of this material");
        (importer * years().count() + year) * tables.sheets.len() + sheet
    };
    let (mut largest, mut compared, mut excluded) = (0.0f64, 0, 0);
    for row in &reference {
        let found = scores[place(row)].found;
        if row["exclude"] != "0" {
            // It scores 0 there because its trade is absent; here that is no data.
            assert!(matches!(found, Err(Undefined::NoImports | Undefined::NoSupply)), "{row:?}: {found:?}");
            excluded += 1;
            continue;
        }
        for (value, column) in found.unwrap_or_else(|_| panic!("no score: {row:?}")).into_iter().zip(COLUMNS) {
            let off = difference(value, must(row, column));
            assert!(off <= 1e-6, "{} {} {} {column}: {value}", row["importer"], row["material"], row["year"]);
            largest = largest.max(off);
        }
        compared += 1;
    }
    assert_eq!((compared, excluded), (519, 11));
    let line =
        format!("{compared} scores agree, largest relative difference {largest:.0e}; {excluded} are 0 there and no data here.\n");
    hold("geopolrisk.md", "geopolrisk-py", &line);
    tell(&format!(
        "geopolrisk-py: {compared} rows with exclude = 0, largest relative difference {largest:.1e}; {excluded} rows with \
         exclude = 1 are no data"
    ));
}
