//! GeoPolRisk against its test sheet and against 519 scores of geopolrisk-py. The conventions of that program live here only.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use adit_indicators::geopolrisk::{characterisation_factor, geopolrisk, import_risk, midpoint};
use adit_indicators::hhi::hhi;
use adit_vocab::country::CountryId;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes, UsdPerTonne};

use crate::hhi::production;
use crate::support::{Row, must, number, place, read, rows, tell};

/// Relative difference.
fn difference(found: f64, published: f64) -> f64 {
    (found - published).abs() / published.abs().max(f64::MIN_POSITIVE)
}

#[test]
fn test_sheet_to_a_billionth() {
    let Some(rows) = rows("checks/geopolrisk_test_sheet.csv") else { return };
    let mut largest = 0.0f64;
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
        }
    }
    assert_eq!(rows.len(), 3);
    tell(&format!("GeoPolRisk test sheet: {} rows, largest relative difference {largest:.1e}", rows.len()));
}

/// Writes the rows of two importers as CSV: the trade table is in Parquet, which no crate of this workspace reads.
const EXTRACT: &str = "
import sys, csv
import pyarrow.parquet as pq
table = pq.read_table(sys.argv[1], filters=[('importer', 'in', ['USA', 'DEU']), ('year', 'in', [2019, 2021, 2022, 2023, 2024])]).to_pydict()
out = csv.writer(sys.stdout)
names = ['year', 'hs6', 'exporter', 'importer', 'value_kusd', 'quantity_t']
out.writerow(names)
out.writerows(zip(*(table[name] for name in names)))
";

/// The customs rows, or none where Python and pyarrow are not at hand.
fn trade() -> Option<Vec<Row>> {
    let path = place("facts/trade/baci_hs92_1995_2024_74codes.parquet")?;
    let output = Command::new("python3").arg("-c").arg(EXTRACT).arg(path).output();
    match output {
        Ok(output) if output.status.success() => Some(read(csv::Reader::from_reader(output.stdout.as_slice()))),
        _ => {
            tell("not run: python3 with pyarrow is needed to read the Parquet file");
            None
        }
    }
}

/// The ISO3 code of an importer: the reference file names Germany in words.
fn iso3(row: &Row) -> &str {
    match row["importer"].as_str() {
        "Germany" => "DEU",
        code => code,
    }
}

/// Customs rows of one importer, year and code.
type Trade<'a> = BTreeMap<(String, String, String), Vec<&'a Row>>;

#[test]
fn scores_of_geopolrisk_py_to_a_millionth() {
    let Some(reference) = rows("checks/geopolrisk_reference.csv") else { return };
    let (Some(governance), Some(map)) = (rows("checks/geopolrisk_governance.csv"), rows("facts/trade/wmd_hs_map.csv")) else {
        return;
    };
    let (Some(wmd), Some(trade)) = (rows("facts/production/world_mining_data_2018_2024.csv"), trade()) else { return };

    let mut codes = Trade::new();
    for row in &trade {
        codes.entry((row["importer"].clone(), row["year"].clone(), row["hs6"].clone())).or_default().push(row);
    }
    let exporters: BTreeSet<&str> = trade.iter().map(|row| row["exporter"].as_str()).collect();
    let exporters: Vec<&str> = exporters.into_iter().collect();
    let id = |iso3: &str| exporters.binary_search(&iso3).ok().and_then(|place| u16::try_from(place).ok()).map(CountryId);
    let g: BTreeMap<(&str, &str), f64> =
        governance.iter().map(|row| ((row["iso3"].as_str(), row["year"].as_str()), must(row, "g"))).collect();

    let (mut largest, mut compared) = (0.0f64, 0);
    for row in reference.iter().filter(|row| row["exclude"] == "0") {
        let sheet = map.iter().find(|sheet| sheet["reference_id"] == row["material"]).expect("a sheet of this material");
        let year = &row["year"];
        let found = score(row, sheet, &wmd, &codes, &|iso3| id(iso3).expect("an exporter"), &|country| {
            // Convention: a country-year that is absent counts as 0.5.
            Some(g.get(&(exporters[country.index()], year.as_str())).copied().unwrap_or(0.5))
        });
        for (value, column) in
            found.into_iter().zip(["hhi", "import_risk", "price_kusd_t", "geopolrisk_score", "cf_kgcu_eq_per_kg"])
        {
            let off = difference(value, must(row, column));
            assert!(
                off <= 1e-6,
                "{} {} {year} {column}: {value}, published {}",
                row["importer"],
                row["material"],
                must(row, column)
            );
            largest = largest.max(off);
        }
        compared += 1;
    }
    assert!(compared >= 519, "{compared}");
    tell(&format!("geopolrisk-py: {compared} rows with exclude = 0, largest relative difference {largest:.1e}"));

    // The others score 0 there because their trade is absent; here that is no data.
    let excluded: Vec<&Row> = reference.iter().filter(|row| row["exclude"] != "0").collect();
    for row in &excluded {
        let sheet = map.iter().find(|sheet| sheet["reference_id"] == row["material"]).expect("a sheet of this material");
        let (supply, price) = sourcing(row, sheet, &codes, Tonnes(1.0), &|iso3| id(iso3).expect("an exporter"));
        assert_eq!(import_risk(&supply, |_| Some(0.5)), Err(Undefined::NoImports), "{row:?}");
        assert!(price.is_none(), "{row:?}");
    }
    tell(&format!("geopolrisk-py: {} rows with exclude = 1 are no data", excluded.len()));
}

/// What the importer buys under all codes of the sheet, and the unit value in thousand dollars a tonne.
/// Convention: missing tonnes count as 0 while their value stays in the price; ore and metal are pooled.
fn sourcing(row: &Row, sheet: &Row, codes: &Trade<'_>, own: Tonnes, id: &dyn Fn(&str) -> CountryId) -> (Sourcing, Option<f64>) {
    let mut imports: BTreeMap<CountryId, f64> = BTreeMap::new();
    let mut value = 0.0;
    for code in sheet["hs6"].split(';').chain(sheet["hs6_complementary"].split(';')).filter(|code| !code.is_empty()) {
        let key = (iso3(row).to_owned(), row["year"].clone(), code.to_owned());
        for flow in codes.get(&key).into_iter().flatten() {
            *imports.entry(id(&flow["exporter"])).or_default() += number(flow, "quantity_t").unwrap_or(0.0);
            value += must(flow, "value_kusd");
        }
    }
    let tonnes: f64 = imports.values().sum();
    let imports = imports.into_iter().map(|(country, tonnes)| (country, Tonnes(tonnes))).collect();
    let supply = Sourcing { own: vec![(CountryId(u16::MAX), own)], imports, within: Tonnes(0.0) };
    (supply, (tonnes > 0.0).then(|| value / tonnes))
}

/// HHI, import risk, price, score and characterisation factor.
fn score(
    row: &Row,
    sheet: &Row,
    wmd: &[Row],
    codes: &Trade<'_>,
    id: &dyn Fn(&str) -> CountryId,
    g: &dyn Fn(CountryId) -> Option<f64>,
) -> [f64; 5] {
    let (name, year) = (sheet["wmd_sheet"].as_str(), row["year"].as_str());
    let world = hhi(&production(wmd, name, year, true)).expect("somebody produces");
    let home = wmd.iter().find(|entry| entry["mineral"] == name && entry["year"] == year && entry["country"] == iso3(row));
    let own = home.map_or(0.0, |home| {
        let quantity = number(home, "quantity").unwrap_or(0.0).trunc();
        if home["unit"] == "kg" { quantity / 1000.0 } else { quantity }
    });
    let (supply, price) = sourcing(row, sheet, codes, Tonnes(own), id);
    let price = price.unwrap_or_else(|| panic!("no trade: {row:?}"));
    let risk = import_risk(&supply, g).expect("there is supply");
    let found = geopolrisk(world, risk);
    let factor = characterisation_factor(midpoint(found, UsdPerTonne(price * 1000.0)));
    [world.0, risk.value, price, found.value, factor.value]
}
