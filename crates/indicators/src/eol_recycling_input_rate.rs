//! End-of-life recycling input rate: how much of what industry takes in comes from old scrap.
//!
//! # Definition
//! `EoL-RIR = input from old scrap / (input from ore + input from old scrap)`; new scrap, which never left the factory, does not count.
//!
//! # Unit
//! Share, 0 to 1.
//!
//! # Source
//! European Commission, Methodology for establishing the EU list of critical raw materials, 2017 (EoL-RIR); the term is
//! that of UNEP, Recycling Rates of Metals: A Status Report, 2011. Neither text was at hand for the page.
//! The indicator tables show the published rate of a material, not one computed from the baseline, whose scrap is old and new.

use adit_vocab::undefined::Undefined;
use adit_vocab::units::{Share, Tonnes};

use crate::Indicator;

/// Manual entry.
pub const INDICATOR: Indicator = Indicator {
    id: "eol_rir",
    name: ("End-of-life recycling input rate", "Anteil aus Altmaterial (EoL-RIR)"),
    formula: "input from old scrap / (input from ore + input from old scrap)",
    unit: ("share, 0 to 1", "Anteil, 0 bis 1"),
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017; UNEP, Recycling Rates of Metals, 2011",
};

/// Undefined where industry takes in nothing.
pub fn eol_recycling_input_rate(from_ore: Tonnes, from_old_scrap: Tonnes) -> Result<Share, Undefined> {
    let input = from_ore + from_old_scrap;
    if input > Tonnes(0.0) { Ok(Share(from_old_scrap / input)) } else { Err(Undefined::NoSupply) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_by_hand() {
        assert_eq!(eol_recycling_input_rate(Tonnes(75.0), Tonnes(25.0)), Ok(Share(0.25))); // 25 of 100
    }

    #[test]
    fn nothing_recycled_is_zero_and_nothing_used_is_undefined() {
        assert_eq!(eol_recycling_input_rate(Tonnes(75.0), Tonnes(0.0)), Ok(Share(0.0)));
        assert_eq!(eol_recycling_input_rate(Tonnes(0.0), Tonnes(0.0)), Err(Undefined::NoSupply));
    }
}
