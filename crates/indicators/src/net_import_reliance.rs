//! Net import reliance: how much of a country's use is covered by net imports.
//!
//! # Definition
//! `NIR = (imports - exports + stock withdrawals) / apparent consumption`,
//! `apparent consumption = output from ore and old scrap + imports - exports + stock withdrawals`; negative values mean net exports.
//!
//! # Unit
//! Share; 1 means that everything is imported, below 0 a net exporter.
//!
//! # Source
//! US Geological Survey, Mineral Commodity Summaries 2026, Appendix B (definition of net import reliance).

use adit_vocab::units::{Share, Tonnes};

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "net_import_reliance",
    name: ("Net import reliance", "Nettoimportabhängigkeit"),
    formula: "(imports - exports + stock withdrawals) / (output + imports - exports + stock withdrawals)",
    unit: ("share; 1 = all imported, below 0 = net exporter", "Anteil; 1 = alles eingeführt, unter 0 = Nettoausfuhr"),
    source: "US Geological Survey, Mineral Commodity Summaries 2026, Appendix B",
};

/// Returns `None` when nothing is consumed: reliance is then undefined.
pub fn net_import_reliance(output: Tonnes, imports: Tonnes, exports: Tonnes, stock_draw: Tonnes) -> Option<Share> {
    let net = imports - exports + stock_draw;
    let consumption = output + net;
    (consumption > Tonnes(0.0)).then(|| Share(net / consumption))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: f64, imports: f64, exports: f64, expected: Option<f64>) {
        let found = net_import_reliance(Tonnes(output), Tonnes(imports), Tonnes(exports), Tonnes(0.0)).map(|share| share.0);
        assert_eq!(found, expected);
    }

    #[test]
    fn worked_example_by_hand() {
        check(25.0, 80.0, 5.0, Some(0.75)); // (80 - 5) / (25 + 75)
    }

    #[test]
    fn a_country_without_output_is_fully_reliant() {
        check(0.0, 19.0, 0.0, Some(1.0));
    }

    #[test]
    fn undefined_without_consumption() {
        check(5.0, 0.0, 5.0, None);
    }
}
