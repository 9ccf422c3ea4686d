//! GeoPolRisk scores by the conventions of geopolrisk-py 2.0.1, which live here only: ore and metal are pooled, missing tonnes
//! count as 0 while their value stays in the price, output is cut to whole units, an unrated country counts 0.5. The formulas
//! are those of the crate.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use adit_indicators::geopolrisk::{characterisation_factor, geopolrisk, import_risk, midpoint};
use adit_indicators::hhi::hhi;
use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes, UsdPerTonne};

use crate::parquet_table::ParquetTable;
use crate::support::{Row, must, number, place, rows};

/// First year of the production tables.
const FIRST: i32 = 2018;
/// Their last.
const LAST: i32 = 2024;
/// `g` of a country-year that the governance table does not hold.
const UNRATED: f64 = 0.5;
/// Dollars in a thousand.
const THOUSAND: f64 = 1000.0;

/// Years of the production tables.
pub fn years() -> RangeInclusive<i32> {
    FIRST..=LAST
}

/// The tables of the program, read once.
pub struct Tables {
    /// ISO3 codes in order; the position is the id.
    countries: Vec<String>,
    /// Materials in the order of the map.
    pub sheets: Vec<Sheet>,
    /// Customs rows, ordered by importer and year.
    trade: Vec<TradeRow>,
    /// `g` by country, one row a year of [`years`].
    g: Vec<Vec<f64>>,
}

/// One material.
pub struct Sheet {
    /// Its name in the results.
    pub material: String,
    codes: Vec<i32>,
    /// Output by country in whole units, one table a year of [`years`].
    output: Vec<Vec<(CountryId, f64)>>,
    /// Tonnes a unit.
    unit: f64,
}

struct TradeRow {
    year: i32,
    code: i32,
    exporter: u16,
    importer: u16,
    value_kusd: f64,
    tonnes: f64,
}

/// One score.
pub struct Score {
    /// HHI, import risk, price in thousand dollars a tonne, score and characterisation factor, in the order of [`COLUMNS`].
    pub found: Result<[f64; 5], Undefined>,
}

/// Names of the five numbers in the reference file.
pub const COLUMNS: [&str; 5] = ["hhi", "import_risk", "price_kusd_t", "geopolrisk_score", "cf_kgcu_eq_per_kg"];

impl Tables {
    /// Reads the reference files, if they are there.
    pub fn read() -> Option<Self> {
        let (map, wmd) = (rows("facts/trade/wmd_hs_map.csv")?, rows("facts/production/world_mining_data_2018_2024.csv")?);
        let governance = rows("checks/geopolrisk_governance.csv")?;
        let baci = ParquetTable::open(&place("facts/trade/baci_hs92_1995_2024_74codes.parquet")?);

        let text = |cell: Option<parquet::data_type::ByteArray>| cell.expect("a country").as_utf8().expect("UTF-8").to_owned();
        let exporters: Vec<String> = baci.texts("exporter").into_iter().map(text).collect();
        let importers: Vec<String> = baci.texts("importer").into_iter().map(text).collect();
        let producers = wmd.iter().map(|row| row["country"].clone());
        let mut countries: Vec<String> = exporters.iter().chain(&importers).cloned().chain(producers).collect();
        countries.sort();
        countries.dedup();
        let ids: BTreeMap<&str, u16> = countries.iter().map(String::as_str).zip(0..).collect();

        let numbers = baci.numbers("value_kusd").into_iter().zip(baci.numbers("quantity_t"));
        let keys = baci.integers("year").into_iter().zip(baci.integers("hs6"));
        let mut trade: Vec<TradeRow> = keys
            .zip(exporters.iter().zip(&importers))
            .zip(numbers)
            .map(|(((year, code), (exporter, importer)), (value, tonnes))| TradeRow {
                year: year.expect("a year"),
                code: code.expect("a code"),
                exporter: ids[exporter.as_str()],
                importer: ids[importer.as_str()],
                value_kusd: value.expect("a value"),
                tonnes: tonnes.unwrap_or(0.0),
            })
            .collect();
        trade.sort_by_key(|row| (row.importer, row.year));

        let mut g = vec![vec![UNRATED; countries.len()]; years().count()];
        for row in &governance {
            if let (Some(year), Some(&id)) = (place_of(year_of(row)), ids.get(row["iso3"].as_str())) {
                g[year][usize::from(id)] = must(row, "g");
            }
        }
        let sheets = map.iter().filter(|row| !row["hs6"].is_empty()).map(|row| {
            let codes = row["hs6"].split(';').chain(row["hs6_complementary"].split(';')).filter(|code| !code.is_empty());
            let of_sheet = wmd.iter().filter(|entry| entry["mineral"] == row["wmd_sheet"]);
            let mut output = vec![Vec::new(); years().count()];
            let mut unit = 1.0;
            for entry in of_sheet {
                unit = if entry["unit"] == "kg" { 1.0 / THOUSAND } else { 1.0 };
                if let (Some(year), Some(quantity)) = (place_of(year_of(entry)), number(entry, "quantity")) {
                    output[year].push((CountryId(ids[entry["country"].as_str()]), quantity.trunc()));
                }
            }
            let codes = codes.map(|code| code.trim().parse().expect("a customs code")).collect();
            Sheet { material: row["reference_id"].clone(), codes, output, unit }
        });
        let sheets = sheets.collect();
        Some(Tables { countries, sheets, trade, g })
    }

    /// Scores by importer, year and material, in this order.
    pub fn scores(&self, importers: &[&str]) -> Vec<Score> {
        let mut codes: Vec<i32> = self.sheets.iter().flat_map(|sheet| &sheet.codes).copied().collect();
        codes.sort_unstable();
        codes.dedup();
        let concentration: Vec<Vec<Option<Share>>> = self.sheets.iter().map(Sheet::concentration).collect();

        let mut scores = Vec::with_capacity(importers.len() * years().count() * self.sheets.len());
        let mut tonnes = vec![0.0; self.countries.len()];
        for buyer in importers.iter().map(|iso3| self.country(iso3)) {
            for (year, place) in years().zip(0..) {
                let bought = self.purchases(buyer, year, &codes);
                for (sheet, concentration) in self.sheets.iter().zip(&concentration) {
                    let mut value = 0.0;
                    for row in sheet.codes.iter().flat_map(|code| &bought[codes.partition_point(|known| known < code)]) {
                        tonnes[usize::from(row.exporter)] += row.tonnes;
                        value += row.value_kusd;
                    }
                    // Taken out and set to 0 for the next score.
                    let imports: Vec<(CountryId, Tonnes)> = (0..)
                        .zip(&mut tonnes)
                        .filter(|(_, tonnes)| **tonnes > 0.0)
                        .map(|(id, tonnes)| (CountryId(id), Tonnes(std::mem::take(tonnes))))
                        .collect();
                    let supply = Sourcing { own: sheet.own(CountryId(buyer), place), imports, within: Tonnes(0.0) };
                    scores.push(Score { found: self.score(concentration[place], &supply, value, place) });
                }
            }
        }
        scores
    }

    fn score(&self, concentration: Option<Share>, supply: &Sourcing, value: f64, year: usize) -> Result<[f64; 5], Undefined> {
        let world = concentration.ok_or(Undefined::NoOutput)?;
        let risk = import_risk(supply, |country| Some(self.g[year][country.index()]))?;
        let price = value / supply.imported().0;
        let found = geopolrisk(world, risk);
        let factor = characterisation_factor(midpoint(found, UsdPerTonne(price * THOUSAND)));
        Ok([world.0, risk.value, price, found.value, factor.value])
    }

    /// What a buyer bought in a year, by position in `codes`.
    fn purchases(&self, buyer: u16, year: i32, codes: &[i32]) -> Vec<Vec<&TradeRow>> {
        let first = self.trade.partition_point(|row| (row.importer, row.year) < (buyer, year));
        let last = self.trade.partition_point(|row| (row.importer, row.year) <= (buyer, year));
        let mut purchases = vec![Vec::new(); codes.len()];
        for row in &self.trade[first..last] {
            if let Ok(code) = codes.binary_search(&row.code) {
                purchases[code].push(row);
            }
        }
        purchases
    }

    fn country(&self, iso3: &str) -> u16 {
        let place = self.countries.binary_search_by(|known| known.as_str().cmp(iso3)).unwrap_or_else(|_| panic!("{iso3}"));
        u16::try_from(place).expect("fewer countries than that")
    }
}

impl Sheet {
    fn concentration(&self) -> Vec<Option<Share>> {
        let one = |output: &Vec<(CountryId, f64)>| {
            let by_country = output.iter().map(|&(country, quantity)| (country, Tonnes(quantity))).collect();
            hhi(&Production { by_country, unassigned: Tonnes(0.0) })
        };
        self.output.iter().map(one).collect()
    }

    /// The buyer's own output; of two rows of one country that program takes the first.
    fn own(&self, buyer: CountryId, year: usize) -> Vec<(CountryId, Tonnes)> {
        let row = self.output[year].iter().find(|(country, _)| *country == buyer);
        row.map(|&(country, quantity)| (country, Tonnes(quantity * self.unit))).into_iter().collect()
    }
}

/// Position of a year in [`years`].
fn place_of(year: i32) -> Option<usize> {
    years().contains(&year).then(|| usize::try_from(year - FIRST).ok())?
}

fn year_of(row: &Row) -> i32 {
    row["year"].parse().expect("a year")
}
