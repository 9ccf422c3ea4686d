//! Concentration of imports: how few countries an importer buys from.
//!
//! # Definition
//! `import HHI = sum over countries of (imports from it / all imports)^2`; deliveries between members of a bloc do not count.
//!
//! # Unit
//! Share between 0 (many small suppliers) and 1 (one supplier).
//!
//! # Source
//! A. O. Hirschman, The Paternity of an Index, American Economic Review 54(5), 1964, p. 761 (the index was first made for trade).

use adit_vocab::sourcing::Sourcing;
use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes};

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "import_hhi",
    name: ("Concentration of imports", "Konzentration der Einfuhr"),
    formula: "sum over countries of (imports from it / all imports)^2",
    unit: ("0 (many small suppliers) to 1 (one supplier)", "0 (viele kleine Lieferanten) bis 1 (ein Lieferant)"),
    source: "A. O. Hirschman, The Paternity of an Index, American Economic Review 54(5), 1964, p. 761",
};

/// Undefined without imports: who buys nothing depends on nobody in particular.
pub fn import_hhi(sourcing: &Sourcing) -> Result<Share, Undefined> {
    let all = sourcing.imported();
    if all <= Tonnes(0.0) {
        return Err(Undefined::NoImports);
    }
    Ok(Share(sourcing.imports.iter().map(|&(_, tonnes)| (tonnes / all).powi(2)).sum()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{close, sourcing};

    #[test]
    fn worked_example_by_hand() {
        // 60, 30 and 10 of 100: 0.36 + 0.09 + 0.01; own output and deliveries within a bloc do not count
        let mut supply = sourcing(&[500.0], &[60.0, 30.0, 10.0]);
        assert!(close(import_hhi(&supply).ok().map(|share| share.0), Some(0.46)));
        supply.within = Tonnes(1000.0);
        assert!(close(import_hhi(&supply).ok().map(|share| share.0), Some(0.46)));
    }

    #[test]
    fn undefined_without_imports() {
        assert_eq!(import_hhi(&sourcing(&[5.0], &[])), Err(Undefined::NoImports));
        assert_eq!(import_hhi(&sourcing(&[], &[0.0])), Err(Undefined::NoImports));
    }
}
