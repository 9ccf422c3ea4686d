//! What the number columns of the table of dependencies that end say.

use super::Kind;
use super::columns::{ColumnText, SHARE, column};

const MONEY: (&str, &str) = ("US dollars of the base year", "US-Dollar des Basisjahrs");
const TODAY: (&str, &str) = ("US dollars of today", "heutige US-Dollar");
const TIMES: (&str, &str) = ("prices of the base year", "Preise des Basisjahrs");
const PROJECTS: (&str, &str) = ("projects", "Projekte");
const RUN: &str = "the market of the material is followed year by year to 2045: use grows, plants come on line, owners decide, contracts \
                   pay; the middle of 10 draws of all parameters and of the luck of every plant, the same draws without measures and with \
                   them (parameters: years.toml, model.toml; book: Lead times)";
const RUN_DE: &str = "der Markt des Rohstoffs wird bis 2045 Jahr für Jahr verfolgt: Der Verbrauch wächst, Anlagen gehen in Betrieb, \
                      Eigentümer entscheiden, Verträge zahlen; Mitte von 10 Ziehungen aller Parameter und des Glücks jeder Anlage, \
                      dieselben Ziehungen ohne und mit Maßnahmen (Parameter: years.toml, model.toml; Buch: Lead times)";
const STOP: &str = "the market of 2035 clears once more as if the feared supplier sold nothing abroad for twelve months; value added that \
                    industries cannot make and what imports cost more; middle of 10 draws (book: What a shortage costs)";
const STOP_DE: &str = "der Markt von 2035 räumt noch einmal, als verkaufte der gefürchtete Lieferant zwölf Monate nichts ins Ausland; \
                       entgangene Wertschöpfung der Branchen und Mehrkosten der Einfuhr; Mitte von 10 Ziehungen (Buch: What a shortage costs)";
const LAST: &str = "the market of 2045 clears once more as if the feared supplier sold nothing abroad for twelve months; middle over those of \
                    10 draws in which the dependency has not ended by then";
const LAST_DE: &str = "der Markt von 2045 räumt noch einmal, als verkaufte der gefürchtete Lieferant zwölf Monate nichts ins Ausland; Mitte \
                       über die unter 10 Ziehungen, in denen die Abhängigkeit bis dahin nicht endet";
const CASH: &str = "mean over 10 draws of: sum over the measures that a treasury pays for and over the years of cash x (1 + \
                    public_discount)^-t; means add up over materials (simulate and compare show the middle of each measure instead)";
const CASH_DE: &str = "Mittel über 10 Ziehungen von: Summe über die Maßnahmen, für die eine Staatskasse zahlt, und über die Jahre von Betrag x \
                       (1 + public_discount)^-t; Mittel lassen sich über Rohstoffe addieren (simulate und compare zeigen stattdessen die \
                       Mitte jeder Maßnahme)";
const BECAUSE: &str = "sum over projects of the part of 10 draws in which it starts with the measures less that without";
const BECAUSE_DE: &str =
    "Summe über die Projekte des Teils von 10 Ziehungen, in dem es mit den Maßnahmen startet, abzüglich dessen ohne";

const fn result(
    id: &'static str,
    unit: (&'static str, &'static str),
    en: &'static str,
    de: &'static str,
    formula: (&'static str, &'static str),
) -> ColumnText {
    column("pathways", id, Kind::Result, unit, en, de, formula)
}

/// The columns.
pub(super) const PATHWAYS_COLUMNS: &[ColumnText] = &[
    result(
        "unended_kept_without",
        SHARE,
        "Part of its use that a stop in 2045 would leave the importer, if nothing is done, where the dependency does not end by then.",
        "Anteil des Verbrauchs, den ein Lieferstopp 2045 dem Abnehmer ließe, wenn nichts geschieht, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "unended_price_without",
        TIMES,
        "Price that the importer would pay in a stop in 2045, if nothing is done, where the dependency does not end by then.",
        "Preis, den der Abnehmer bei einem Lieferstopp 2045 zahlte, wenn nichts geschieht, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "unended_kept_announced",
        SHARE,
        "Part of its use that a stop in 2045 would leave the importer, with the measures that governments have decided or announced, where the dependency does not end by then.",
        "Anteil des Verbrauchs, den ein Lieferstopp 2045 dem Abnehmer ließe, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "unended_price_announced",
        TIMES,
        "Price that the importer would pay in a stop in 2045, with the measures that governments have decided or announced, where the dependency does not end by then.",
        "Preis, den der Abnehmer bei einem Lieferstopp 2045 zahlte, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "unended_kept_together",
        SHARE,
        "Part of its use that a stop in 2045 would leave the importer, with all measures together, where the dependency does not end by then.",
        "Anteil des Verbrauchs, den ein Lieferstopp 2045 dem Abnehmer ließe, mit allen Maßnahmen zusammen, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "unended_price_together",
        TIMES,
        "Price that the importer would pay in a stop in 2045, with all measures together, where the dependency does not end by then.",
        "Preis, den der Abnehmer bei einem Lieferstopp 2045 zahlte, mit allen Maßnahmen zusammen, wo die Abhängigkeit bis dahin nicht endet.",
        (LAST, LAST_DE),
    ),
    result(
        "net_announced_usd",
        TODAY,
        "What treasuries pay up to 2045, less what they get back, with the measures that governments have decided or announced.",
        "Was Staatskassen bis 2045 zahlen, abzüglich dessen, was sie zurückerhalten, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben.",
        (CASH, CASH_DE),
    ),
    result(
        "paid_announced_usd",
        TODAY,
        "What treasuries pay out up to 2045, with the measures that governments have decided or announced.",
        "Was Staatskassen bis 2045 auszahlen, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben.",
        (CASH, CASH_DE),
    ),
    result(
        "received_announced_usd",
        TODAY,
        "What treasuries get back up to 2045, with the measures that governments have decided or announced.",
        "Was Staatskassen bis 2045 zurückerhalten, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben.",
        (CASH, CASH_DE),
    ),
    result(
        "net_together_usd",
        TODAY,
        "What treasuries pay up to 2045, less what they get back, with all measures together.",
        "Was Staatskassen bis 2045 zahlen, abzüglich dessen, was sie zurückerhalten, mit allen Maßnahmen zusammen.",
        (CASH, CASH_DE),
    ),
    result(
        "paid_together_usd",
        TODAY,
        "What treasuries pay out up to 2045, with all measures together.",
        "Was Staatskassen bis 2045 auszahlen, mit allen Maßnahmen zusammen.",
        (CASH, CASH_DE),
    ),
    result(
        "received_together_usd",
        TODAY,
        "What treasuries get back up to 2045, with all measures together.",
        "Was Staatskassen bis 2045 zurückerhalten, mit allen Maßnahmen zusammen.",
        (CASH, CASH_DE),
    ),
    result(
        "share_later_without",
        SHARE,
        "Part of world output at the last stage that the feared supplier makes in 2035, if nothing is done.",
        "Anteil des gefürchteten Lieferanten an der Weltproduktion auf der letzten Stufe im Jahr 2035, wenn nichts geschieht.",
        (RUN, RUN_DE),
    ),
    result(
        "share_later_announced",
        SHARE,
        "Part of world output at the last stage that the feared supplier makes in 2035, with the measures that governments have decided or announced.",
        "Anteil des gefürchteten Lieferanten an der Weltproduktion auf der letzten Stufe im Jahr 2035, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben.",
        (RUN, RUN_DE),
    ),
    result(
        "share_later_together",
        SHARE,
        "Part of world output at the last stage that the feared supplier makes in 2035, with all measures together.",
        "Anteil des gefürchteten Lieferanten an der Weltproduktion auf der letzten Stufe im Jahr 2035, mit allen Maßnahmen zusammen.",
        (RUN, RUN_DE),
    ),
    result(
        "stop_users_later_without_usd",
        MONEY,
        "What the importer's users would lose by a stop of twelve months in 2035, if nothing is done, with the industries of the base year; below zero is a gain.",
        "Was die Verwender des Abnehmers bei einem Lieferstopp von zwölf Monaten im Jahr 2035 verlören, wenn nichts geschieht, mit den Branchen des Basisjahrs; unter null ist ein Gewinn.",
        (STOP, STOP_DE),
    ),
    result(
        "stop_users_later_announced_usd",
        MONEY,
        "What the importer's users would lose by a stop of twelve months in 2035, with the measures that governments have decided or announced, with the industries of the base year; below zero is a gain.",
        "Was die Verwender des Abnehmers bei einem Lieferstopp von zwölf Monaten im Jahr 2035 verlören, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben, mit den Branchen des Basisjahrs; unter null ist ein Gewinn.",
        (STOP, STOP_DE),
    ),
    result(
        "stop_users_later_together_usd",
        MONEY,
        "What the importer's users would lose by a stop of twelve months in 2035, with all measures together, with the industries of the base year; below zero is a gain.",
        "Was die Verwender des Abnehmers bei einem Lieferstopp von zwölf Monaten im Jahr 2035 verlören, mit allen Maßnahmen zusammen, mit den Branchen des Basisjahrs; unter null ist ein Gewinn.",
        (STOP, STOP_DE),
    ),
    result(
        "starts_because_announced",
        PROJECTS,
        "How many named projects more have their first output by 2045, with the measures that governments have decided or announced.",
        "Wie viele benannte Projekte bis 2045 zusätzlich in Betrieb gehen, mit den Maßnahmen, die Regierungen beschlossen oder angekündigt haben.",
        (BECAUSE, BECAUSE_DE),
    ),
    result(
        "starts_because_together",
        PROJECTS,
        "How many named projects more have their first output by 2045, with all measures together.",
        "Wie viele benannte Projekte bis 2045 zusätzlich in Betrieb gehen, mit allen Maßnahmen zusammen.",
        (BECAUSE, BECAUSE_DE),
    ),
];
