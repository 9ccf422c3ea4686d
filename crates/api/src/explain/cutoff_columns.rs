//! What the number columns of the cut-off table say.

use super::Kind;
use super::columns::{ColumnText, SHARE, column};

const RUN: &str =
    "the supplier's exports of the stage stop for twelve months; the market clears month by month (book: The market in a crisis)";
const RUN_DE: &str = "die Ausfuhr des Lieferanten auf dieser Stufe steht zwölf Monate still; der Markt räumt Monat für Monat (Buch: The market in a crisis)";

/// The columns.
pub(super) const CUTOFF_COLUMNS: &[ColumnText] = &[
    column(
        "cutoff",
        "cutoff_price",
        Kind::Result,
        ("multiple of the base year's price", "Vielfaches des Preises im Basisjahr"),
        "Mean price outside the feared supplier over the year, weighted by use, central assumptions.",
        "Preis außerhalb des gefürchteten Lieferanten im Mittel des Jahres, gewichtet mit dem Verbrauch, mittlere Annahmen.",
        (RUN, RUN_DE),
    ),
    column(
        "cutoff",
        "cutoff_use_t",
        Kind::Result,
        ("tonnes a year, in the basis of the stage", "Tonnen im Jahr, in der Basis der Stufe"),
        "What the importer uses in a year at the stage that industry buys.",
        "Was der Abnehmer in einem Jahr auf der Stufe verbraucht, auf der die Industrie kauft.",
        ("use of the base year", "Verbrauch des Basisjahrs"),
    ),
    column(
        "cutoff",
        "cutoff_missing_t",
        Kind::Result,
        ("tonnes a year, in the basis of the stage", "Tonnen im Jahr, in der Basis der Stufe"),
        "What the importer lacks in the year against the base year, central assumptions.",
        "Was dem Abnehmer in dem Jahr gegenüber dem Basisjahr fehlt, mittlere Annahmen.",
        (RUN, RUN_DE),
    ),
    column(
        "cutoff",
        "cutoff_missing_share",
        Kind::Result,
        SHARE,
        "Part of a year's use that the importer lacks, central assumptions.",
        "Teil eines Jahresverbrauchs, der dem Abnehmer fehlt, mittlere Annahmen.",
        (RUN, RUN_DE),
    ),
    column(
        "cutoff",
        "cutoff_lost_usd",
        Kind::Result,
        ("US dollars of the base year", "US-Dollar des Basisjahrs"),
        "Consumer surplus that the importer's users lose in the year: the area under the demand curve between the old price and the new, not lost output.",
        "Konsumentenrente, die den Verbrauchern des Abnehmers in dem Jahr entgeht: die Fläche unter der Nachfragekurve zwischen altem und neuem Preis, nicht entgangene Erzeugung.",
        (RUN, RUN_DE),
    ),
];
