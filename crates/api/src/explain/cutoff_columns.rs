//! What the number columns of the cut-off table say.

use super::Kind;
use super::columns::{ColumnText, SHARE, column};

const MONEY: (&str, &str) = ("US dollars of the base year", "US-Dollar des Basisjahrs");
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
    column(
        "cutoff",
        "cutoff_market_usd",
        Kind::Result,
        MONEY,
        "What the importer loses in the market in the year: users, producers, stock holders, rents and tariffs together; below zero is a gain. One of three views, never to be added.",
        "Was der Abnehmer in dem Jahr am Markt verliert: Verbraucher, Erzeuger, Lagerhalter, Renten und Zölle zusammen; unter null ist ein Gewinn. Einer von drei Blicken, die man nie zusammenzählt.",
        (RUN, RUN_DE),
    ),
    column(
        "cutoff",
        "cutoff_output_usd",
        Kind::Result,
        MONEY,
        "Value added that the importer's industries cannot make in the year for lack of the material, over those that are known. Which part of an industry needs the material, and how easily it does without, are assumptions.",
        "Wertschöpfung, die den Branchen des Abnehmers in dem Jahr entgeht, weil der Rohstoff fehlt, soweit die Branchen bekannt sind. Welcher Teil einer Branche den Rohstoff braucht und wie leicht sie ohne ihn auskommt, ist angenommen.",
        (
            "by month and industry: affected value added x (1 - Y'/Y), Y'/Y = [theta (1-d)^((sigma-1)/sigma) + 1 - theta]^(sigma/(sigma-1)); d the missing part, theta the cost share, sigma the market's demand_short (book: What a shortage costs)",
            "je Monat und Branche: betroffene Wertschöpfung x (1 - Y'/Y), Y'/Y = [theta (1-d)^((sigma-1)/sigma) + 1 - theta]^(sigma/(sigma-1)); d der fehlende Teil, theta der Kostenanteil, sigma das demand_short des Markts (Buch: What a shortage costs)",
        ),
    ),
    column(
        "cutoff",
        "cutoff_bill_usd",
        Kind::Result,
        MONEY,
        "What the importer pays on its imports in the year beyond the base prices.",
        "Was der Abnehmer in dem Jahr für seine Einfuhr über die Basispreise hinaus bezahlt.",
        ("net imports of each month and stage x (price - base price)", "Nettoeinfuhr je Monat und Stufe x (Preis - Basispreis)"),
    ),
    column(
        "cutoff",
        "cutoff_economy_usd",
        Kind::Result,
        MONEY,
        "Value added lost in the importer's whole economy in the year, suppliers and customers of the industries hit included; the value added that users lose is in it, the import bill is not.",
        "Wertschöpfung, die der ganzen Wirtschaft des Abnehmers in dem Jahr entgeht, mit Zulieferern und Kunden der getroffenen Branchen; die Wertschöpfung der Verbraucher ist darin enthalten, die Mehrkosten der Einfuhr nicht.",
        (
            "lost orders upstream and missing parts downstream through the national table, the larger of both once an industry (book: What a shortage costs)",
            "entgangene Aufträge bei Zulieferern und fehlende Teile bei Kunden über die nationale Tabelle, je Branche einmal das Größere (Buch: What a shortage costs)",
        ),
    ),
];
