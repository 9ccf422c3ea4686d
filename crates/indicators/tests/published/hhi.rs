//! HHI of 2019 from World Mining Data against the values published with the GeoPolRisk factors.

use adit_indicators::hhi::hhi;
use adit_vocab::country::CountryId;
use adit_vocab::production::Production;
use adit_vocab::units::Tonnes;

use crate::support::{Row, hold, must, number, rows, tell};

/// World Mining Data's name of a sheet where the reference file uses another word.
const SHEETS: [(&str, &str); 15] = [
    ("Boron", "Boron Minerals"),
    ("Chromium", "Chromium (Cr2O3)"),
    ("Coal", "Coking Coal"),
    ("Crude oil", "Petroleum"),
    ("Gypsum", "Gypsum and Anhydrite"),
    ("Iron", "Iron (Fe)"),
    ("Lithium", "Lithium (Li2O)"),
    ("Magnesium", "Magnesite"),
    ("Natural gas", "Natural Gas"),
    ("Niobium", "Niobium (Nb2O5)"),
    ("Rare earth", "Rare Earths (REO)"),
    ("Titanium", "Titanium (TiO2)"),
    ("Tungsten", "Tungsten (W)"),
    ("Uranium", "Uranium (U3O8)"),
    ("Zirconium", "Zircon"),
];

/// Output by country of one sheet and year, in the sheet's unit.
fn production(table: &[Row], sheet: &str, year: &str) -> Production {
    let of_sheet = table.iter().filter(|row| row["mineral"] == sheet && row["year"] == year);
    Production {
        by_country: (0u16..)
            .zip(of_sheet.filter_map(|row| number(row, "quantity")))
            .map(|(place, quantity)| (CountryId(place), Tonnes(quantity)))
            .collect(),
        unassigned: Tonnes(0.0),
    }
}

#[test]
fn hhi_2019_within_a_thousandth() {
    let (Some(reference), Some(table)) =
        (rows("checks/hhi_reference.csv"), rows("facts/production/world_mining_data_2018_2024.csv"))
    else {
        return;
    };
    let mut largest = 0.0f64;
    let mut shown = String::from("| material, 2019 | ours | published | difference |\n|---|---|---|---|\n");
    for row in &reference {
        let name = row["material"].as_str();
        let sheet = SHEETS.iter().find(|(known, _)| *known == name).map_or(name, |(_, sheet)| *sheet);
        let found = hhi(&production(&table, sheet, &row["year"])).unwrap_or_else(|| panic!("no sheet of {name}"));
        let difference = (found.0 - must(row, "hhi")).abs();
        assert!(difference <= 0.001, "{name}: {}, published {}", found.0, must(row, "hhi"));
        largest = largest.max(difference);
        shown += &format!("| {name} | {:.4} | {:.4} | {difference:.4} |\n", found.0, must(row, "hhi"));
    }
    assert_eq!(reference.len(), 42);
    hold("hhi.md", "values of 2019", &shown);
    tell(&format!("HHI 2019: {} rows, largest difference {largest:.1e}", reference.len()));
}

/// DERA prints 2,030 points for iron ore, mine output of 2018 (DERA raw-material list 2021).
#[test]
fn hhi_of_iron_ore_2018_as_dera_prints_it() {
    let Some(table) = rows("facts/production/world_mining_data_2018_2024.csv") else { return };
    let found = hhi(&production(&table, "Iron (Fe)", "2018")).expect("a sheet").0 * 10_000.0;
    // Another edition of the same yearbook, revised since.
    assert!((found - 2030.0).abs() <= 30.0, "{found}");
    let line = format!("| iron ore, mine, 2018: HHI in points | {found:.0} | 2030 | {:+.0} |\n", found - 2030.0);
    hold("country-risk.md", "DERA", &format!("| | ours | published | difference |\n|---|---|---|---|\n{line}"));
}
