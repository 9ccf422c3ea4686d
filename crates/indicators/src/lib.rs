//! Indicators: pure functions of tables, observed or simulated. One file an indicator; [`ALL`] lists them.

pub mod country_risk_weighted_share;
pub mod eol_recycling_input_rate;
pub mod eu_economic_importance;
pub mod eu_supply_risk;
pub mod geopolrisk;
pub mod governance_weighted_concentration;
pub mod hhi;
pub mod import_hhi;
pub mod largest_supplier_share;
pub mod net_import_reliance;
pub mod rated;
pub mod top_three_share;

use adit_vocab::lang::Text;

/// What the manual, `explain` and the tables say about an indicator.
pub struct Indicator {
    /// Stable id: column name and part of an explain key.
    pub id: &'static str,
    /// Name in English and German.
    pub name: (&'static str, &'static str),
    /// Formula.
    pub formula: &'static str,
    /// Unit and range, in English and German.
    pub unit: (&'static str, &'static str),
    /// Author, title, year, page.
    pub source: &'static str,
}

impl Indicator {
    /// The name as a text in both languages.
    pub fn name_text(&self) -> Text {
        Text { en: self.name.0.to_owned(), de: self.name.1.to_owned() }
    }
}

/// Every indicator there is: what is not in this list does not exist.
pub const ALL: [&Indicator; 12] = [
    &hhi::INDICATOR,
    &largest_supplier_share::INDICATOR,
    &top_three_share::INDICATOR,
    &governance_weighted_concentration::INDICATOR,
    &net_import_reliance::INDICATOR,
    &country_risk_weighted_share::INDICATOR,
    &import_hhi::INDICATOR,
    &eu_supply_risk::INDICATOR,
    &eu_economic_importance::INDICATOR,
    &geopolrisk::INDICATOR,
    &geopolrisk::CHARACTERISATION,
    &eol_recycling_input_rate::INDICATOR,
];

#[cfg(test)]
mod testing {
    use adit_vocab::country::CountryId;
    use adit_vocab::production::Production;
    use adit_vocab::sourcing::Sourcing;
    use adit_vocab::units::Tonnes;

    /// A production table of countries 0, 1, 2, ...
    pub fn production(tonnes: &[f64]) -> Production {
        Production {
            by_country: (0u16..).map(CountryId).zip(tonnes.iter().map(|&t| Tonnes(t))).collect(),
            unassigned: Tonnes(0.0),
        }
    }

    /// Own output and imports of countries 0, 1, 2, ...
    pub fn sourcing(own: &[f64], imports: &[f64]) -> Sourcing {
        let table = |tonnes: &[f64]| (0u16..).map(CountryId).zip(tonnes.iter().map(|&t| Tonnes(t))).collect();
        Sourcing { own: table(own), imports: table(imports), within: Tonnes(0.0) }
    }

    /// Equal to 1e-12, or both absent.
    pub fn close(found: Option<f64>, expected: Option<f64>) -> bool {
        match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (None, None) => true,
            _ => false,
        }
    }
}
