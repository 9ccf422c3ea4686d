//! What the number columns of the stockpile table say.

use super::Kind;
use super::columns::{ColumnText, column};

const MONEY: (&str, &str) = ("US dollars", "US-Dollar");
const PRESENT: (&str, &str) = ("US dollars of today", "heutige US-Dollar");
const BUDGET: &str = "the budget of the briefing, 12 billion US dollars, goes where the next dollar brings most, and no further than it \
                      brings a dollar (book: The stockpile)";
const BUDGET_DE: &str = "das Budget des Briefings, 12 Milliarden US-Dollar, geht dorthin, wo der nächste Dollar am meisten bringt, und \
                         nicht weiter, als er einen Dollar bringt (Buch: The stockpile)";
const YEAR: &str =
    "sum over all stops that a stock helps against: likelihood in a year times the loss by a stop, by three lengths";
const YEAR_DE: &str = "Summe über alle Stopps, gegen die ein Vorrat hilft: Wahrscheinlichkeit im Jahr mal Verlust bei einem Stopp, nach drei Dauern";

/// The columns.
pub(super) const STOCKPILE_COLUMNS: &[ColumnText] = &[
    column(
        "stockpile",
        "held_t",
        Kind::Result,
        ("tonnes, in the basis of the stage", "Tonnen, in der Basis der Stufe"),
        "What it pays the importer to hold; 0 if even the first dollar does not pay.",
        "Was der Abnehmer mit Gewinn vorhalten kann; 0, wenn schon der erste Dollar nicht lohnt.",
        (BUDGET, BUDGET_DE),
    ),
    column(
        "stockpile",
        "held_days",
        Kind::Result,
        ("days", "Tage"),
        "Days of the importer's use in the base year that the stock covers.",
        "Für wie viele Tage des Verbrauchs im Basisjahr der Vorrat reicht.",
        ("365 times tonnes held over use in a year", "365 mal Vorrat durch Jahresverbrauch"),
    ),
    column(
        "stockpile",
        "outlay_usd",
        Kind::Result,
        MONEY,
        "What buying the stock costs.",
        "Was der Kauf des Vorrats kostet.",
        (
            "tonnes times the price of the purchase, spread over the years of filling, under the controls in force",
            "Tonnen mal Kaufpreis, über die Jahre des Kaufs verteilt, bei den geltenden Kontrollen",
        ),
    ),
    column(
        "stockpile",
        "held_saving_usd",
        Kind::Result,
        PRESENT,
        "Loss that the stock avoids over the years it is held.",
        "Verlust, den der Vorrat über die Jahre der Lagerung vermeidet.",
        (
            "expected loss of a year without less with the stock, times A = sum f_t (1-P)^(t-1) (1+r)^-t: the years in which it is filled and unused",
            "erwarteter Jahresverlust ohne abzüglich mit Vorrat, mal A = Summe f_t (1-P)^(t-1) (1+r)^-t: die Jahre, in denen er gefüllt und unverbraucht ist",
        ),
    ),
    column(
        "stockpile",
        "held_gain_usd",
        Kind::Result,
        PRESENT,
        "What the stock brings before its cost is taken off.",
        "Was der Vorrat bringt, ehe die Kosten abgezogen sind.",
        (
            "loss avoided, and what is recovered when it is sold, less storage and what users pay while it is filled, and the part of the cost that is not spent because a stop comes first, or later",
            "vermiedener Verlust und Erlös beim Verkauf, abzüglich der Lagerung und dessen, was Verbraucher während des Kaufs mehr zahlen, und der Teil der Kosten, der nicht anfällt, weil ein Stopp zuvorkommt, oder erst später",
        ),
    ),
    column(
        "stockpile",
        "next_dollar",
        Kind::Result,
        ("US dollars of today for a dollar", "heutige US-Dollar je Dollar"),
        "What one more dollar for this material would bring; below 1 it does not pay.",
        "Was ein weiterer Dollar für diesen Rohstoff brächte; unter 1 lohnt er nicht.",
        (
            "slope of the gain between the quantities computed, on their concave envelope",
            "Steigung des Gewinns zwischen den berechneten Mengen, auf ihrer konkaven Hülle",
        ),
    ),
    column(
        "stockpile",
        "expected_before_usd",
        Kind::Result,
        MONEY,
        "Loss of users and for imports that is to be expected in a year without a stock.",
        "Verlust der Verbraucher und bei Einfuhren, der ohne Vorrat in einem Jahr zu erwarten ist.",
        (YEAR, YEAR_DE),
    ),
    column(
        "stockpile",
        "expected_after_usd",
        Kind::Result,
        MONEY,
        "The same with the stock.",
        "Dasselbe mit dem Vorrat.",
        (YEAR, YEAR_DE),
    ),
    column(
        "stockpile",
        "purchase_price",
        Kind::Result,
        ("multiple of the base year's price", "Vielfaches des Preises im Basisjahr"),
        "Mean price of the purchase.",
        "Mittlerer Preis des Kaufs.",
        (
            "the market of a year clears with the purchase added to use and the exports under control cut to the share that licences recover to",
            "der Markt eines Jahres räumt mit dem Kauf als weiterem Verbrauch; kontrollierte Ausfuhren sind auf den Anteil begrenzt, auf den sich Lizenzen erholen",
        ),
    ),
];
