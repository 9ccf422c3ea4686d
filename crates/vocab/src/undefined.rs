//! Why there is no number: the reason behind every "no data" of an indicator.

/// Why an indicator has no value. Never a zero, and never a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// The baseline has no market of this material at this stage.
    NoMarket,
    /// Output of the year asked for is not in the data.
    NoOutputInYear,
    /// Trade of the year asked for is not in the data.
    NoTradeInYear,
    /// Nobody produces it.
    NoOutput,
    /// The importer neither produces nor imports it.
    NoSupply,
    /// The importer uses none of it: what it has it sells on.
    NoUse,
    /// The importer buys none of it abroad.
    NoImports,
    /// Governance is published for less than half of the supply.
    NotRated,
    /// No end-of-life recycling input rate is published.
    NoRecyclingRate,
    /// No substitution index is published.
    NoSubstitutionIndex,
    /// No price is published for the stage in the base year.
    NoPrice,
    /// No uses by industry are published, or none of their industries has a published value added.
    NoEndUses,
    /// Defined for the European Union only: its uses and value added are the only ones published by industry.
    OnlyEu,
}

impl Undefined {
    /// The reason as a clause, in English and German.
    pub fn text(self) -> (&'static str, &'static str) {
        match self {
            Undefined::NoMarket => {
                ("the baseline has no market of it at this stage", "das Basisjahr hat auf dieser Stufe keinen Markt dafür")
            }
            Undefined::NoOutputInYear => (
                "its output by country in that year is not in the data",
                "die Erzeugung nach Ländern in diesem Jahr ist nicht in den Daten",
            ),
            Undefined::NoTradeInYear => {
                ("its trade in that year is not in the data", "der Handel in diesem Jahr ist nicht in den Daten")
            }
            Undefined::NoOutput => ("nobody is known to produce it", "kein Erzeuger ist bekannt"),
            Undefined::NoSupply => {
                ("the importer neither produces nor imports it", "der Abnehmer erzeugt es nicht und führt es nicht ein")
            }
            Undefined::NoUse => {
                ("the importer uses none of it at this stage", "der Abnehmer verbraucht auf dieser Stufe nichts davon")
            }
            Undefined::NoImports => ("the importer buys none of it abroad", "der Abnehmer kauft nichts davon im Ausland"),
            Undefined::NotRated => (
                "governance is published for less than half of the supply",
                "für weniger als die Hälfte des Angebots ist die Regierungsführung bewertet",
            ),
            Undefined::NoRecyclingRate => {
                ("no recycling input rate is published for it", "dafür ist kein Anteil aus Altmaterial veröffentlicht")
            }
            Undefined::NoSubstitutionIndex => {
                ("no substitution index is published for it", "dafür ist kein Index der Ersetzbarkeit veröffentlicht")
            }
            Undefined::NoPrice => ("no price is published for this stage", "für diese Stufe ist kein Preis veröffentlicht"),
            Undefined::NoEndUses => {
                ("its uses by industry are not published", "die Verwendung nach Branchen ist nicht veröffentlicht")
            }
            Undefined::OnlyEu => ("it is defined for the European Union only", "es ist nur für die Europäische Union bestimmt"),
        }
    }
}
