//! What the number columns of the table of dependencies that end say.

use super::Kind;
use super::columns::{ColumnText, SHARE, column};

const MONEY: (&str, &str) = ("US dollars of the base year", "US-Dollar des Basisjahrs");
const RUN: &str = "the market of the material is followed year by year to 2045: use grows, plants come on line, owners decide, contracts \
                   pay; the middle of 12 draws of all parameters and of the luck of every plant, the same draws without measures and with \
                   them (parameters: years.toml, model.toml; book: Lead times)";
const RUN_DE: &str = "der Markt des Rohstoffs wird bis 2045 Jahr für Jahr verfolgt: Der Verbrauch wächst, Anlagen gehen in Betrieb, \
                      Eigentümer entscheiden, Verträge zahlen; Mitte von 12 Ziehungen aller Parameter und des Glücks jeder Anlage, \
                      dieselben Ziehungen ohne und mit Maßnahmen (Parameter: years.toml, model.toml; Buch: Lead times)";
const STOP: &str = "the market of 2035 clears once more as if the feared supplier sold nothing abroad for twelve months; value added that \
                    industries cannot make and what imports cost more; middle of 12 draws (book: What a shortage costs)";
const STOP_DE: &str = "der Markt von 2035 räumt noch einmal, als verkaufte der gefürchtete Lieferant zwölf Monate nichts ins Ausland; \
                       entgangene Wertschöpfung der Branchen und Mehrkosten der Einfuhr; Mitte von 12 Ziehungen (Buch: What a shortage costs)";

/// The columns.
pub(super) const PATHWAYS_COLUMNS: &[ColumnText] = &[
    column(
        "pathways",
        "share_later_without",
        Kind::Result,
        SHARE,
        "Part of world output at the last stage that the feared supplier makes in 2035 if nothing is done.",
        "Anteil des gefürchteten Lieferanten an der Weltproduktion auf der letzten Stufe im Jahr 2035, wenn nichts geschieht.",
        (RUN, RUN_DE),
    ),
    column(
        "pathways",
        "share_later_with",
        Kind::Result,
        SHARE,
        "The same with the measures of the package.",
        "Dasselbe mit den Maßnahmen des Pakets.",
        (RUN, RUN_DE),
    ),
    column(
        "pathways",
        "stop_users_later_without_usd",
        Kind::Result,
        MONEY,
        "What the importer's users would lose by a stop of twelve months in 2035 if nothing is done, with the industries of the base year; below zero is a gain.",
        "Was die Verwender des Abnehmers bei einem Lieferstopp von zwölf Monaten im Jahr 2035 verlören, wenn nichts geschieht, mit den Branchen des Basisjahrs; unter null ist ein Gewinn.",
        (STOP, STOP_DE),
    ),
    column(
        "pathways",
        "stop_users_later_with_usd",
        Kind::Result,
        MONEY,
        "The same with the measures of the package.",
        "Dasselbe mit den Maßnahmen des Pakets.",
        (STOP, STOP_DE),
    ),
    column(
        "pathways",
        "treasury_pv_usd",
        Kind::Result,
        ("US dollars of today", "heutige US-Dollar"),
        "What the measures cost the treasury over the years to 2045, less what it gets back.",
        "Was die Maßnahmen die Staatskasse bis 2045 kosten, abzüglich dessen, was sie zurückerhält.",
        (
            "sum over the measures that a treasury pays for of the middle of 12 draws of: sum over years of (paid - received) x (1 + public_discount)^-t",
            "Summe über die Maßnahmen, für die eine Staatskasse zahlt, der Mitte von 12 Ziehungen von: Summe über die Jahre von (gezahlt - zurück) x (1 + public_discount)^-t",
        ),
    ),
    column(
        "pathways",
        "starts_because",
        Kind::Result,
        ("projects", "Projekte"),
        "How many named projects more have their first output by 2045 because of the measures.",
        "Wie viele benannte Projekte bis 2045 durch die Maßnahmen zusätzlich in Betrieb gehen.",
        (
            "sum over projects of the part of 12 draws in which it starts with the measures less that without",
            "Summe über die Projekte des Teils von 12 Ziehungen, in dem es mit den Maßnahmen startet, abzüglich dessen ohne",
        ),
    ),
];
