//! What each number column of the indicator tables is: kind, unit, sentence and formula in both languages.

use super::Kind;
use super::columns::{ColumnText, SHARE, column};

const MATERIAL: &str = "indicators";
const STAGE: &str = "indicators_by_stage";
const RISK: (&str, &str) = ("0 to 10; the EU list starts at 1.0", "0 bis 10; die EU-Liste beginnt bei 1,0");
const SCORE: (&str, &str) = ("0 to 1, higher is riskier", "0 bis 1, höher ist riskanter");
const HIGHER: (&str, &str) =
    ("higher of supply_risk at the mine and at the refinery", "höherer Wert von supply_risk an Mine und Raffinerie");
const EU_FORMULA: (&str, &str) = (
    "[C(world) * IR/2 + C(own sourcing) * (1 - IR/2)] * (1 - EoL-RIR) * SI_SR; C = sum of share^2 * WGI * t, WGI = 10 * (2.5 - mean of the six governance estimates) / 5, t trade parameter, IR import reliance (0 to 1)",
    "[C(Welt) * IR/2 + C(eigene Bezüge) * (1 - IR/2)] * (1 - EoL-RIR) * SI_SR; C = Summe von Anteil^2 * WGI * t, WGI = 10 * (2,5 - Mittel der sechs Bewertungen) / 5, t Handelsparameter, IR Importabhängigkeit (0 bis 1)",
);
const GEOPOLRISK: (&str, &str) = ("HHI of world output * import risk", "HHI der Welterzeugung * Einfuhrrisiko");

/// The number columns of `indicators` and `indicators_by_stage`.
pub(crate) const INDICATOR_COLUMNS: &[ColumnText] = &[
    column(
        MATERIAL,
        "eu_supply_risk",
        Kind::Result,
        RISK,
        "Supply risk by the formula of the European Commission (2017), at the stage where it is higher.",
        "Versorgungsrisiko nach der Formel der Europäischen Kommission (2017), auf der Stufe, auf der es höher ist.",
        HIGHER,
    ),
    column(
        MATERIAL,
        "eu_supply_risk_low",
        Kind::Result,
        RISK,
        "Supply risk if all suppliers without a governance rating were governed as well as the scale allows.",
        "Versorgungsrisiko, wenn alle Lieferanten ohne Bewertung so gut regiert wären, wie die Skala erlaubt.",
        HIGHER,
    ),
    column(
        MATERIAL,
        "eu_supply_risk_high",
        Kind::Result,
        RISK,
        "Supply risk if all suppliers without a governance rating were governed as badly as the scale allows.",
        "Versorgungsrisiko, wenn alle Lieferanten ohne Bewertung so schlecht regiert wären, wie die Skala erlaubt.",
        HIGHER,
    ),
    column(
        MATERIAL,
        "economic_importance",
        Kind::Result,
        ("0 to 10; the EU list starts at 2.8", "0 bis 10; die EU-Liste beginnt bei 2,8"),
        "Economic importance for the European Union by the Commission's formula (2017): the value added of the industries that use it.",
        "Wirtschaftliche Bedeutung für die Europäische Union nach der Formel der Kommission (2017): die Wertschöpfung der Branchen, die es verwenden.",
        (
            "SI_EI * 10 * sum over uses of share * value added of its industry / largest value added",
            "SI_EI * 10 * Summe über die Verwendungen von Anteil * Wertschöpfung der Branche / größte Wertschöpfung",
        ),
    ),
    column(
        MATERIAL,
        "eol_rir",
        Kind::Input,
        SHARE,
        "Part of what industry takes in that comes from old scrap, as published for the EU.",
        "Teil dessen, was die Industrie einsetzt, der aus Altmaterial kommt, wie für die EU veröffentlicht.",
        (
            "input from old scrap / (input from ore + input from old scrap)",
            "Einsatz aus Altmaterial / (Einsatz aus Erz + Einsatz aus Altmaterial)",
        ),
    ),
    column(
        STAGE,
        "hhi",
        Kind::Result,
        ("index, 0 to 1", "Index, 0 bis 1"),
        "Herfindahl-Hirschman index of output: 0 = many small producers, 1 = one producer.",
        "Herfindahl-Hirschman-Index der Erzeugung: 0 = viele kleine Erzeuger, 1 = ein einziger.",
        ("sum over countries of (output / world output)^2", "Summe über die Länder von (Erzeugung / Welterzeugung)^2"),
    ),
    column(
        STAGE,
        "country_risk",
        Kind::Result,
        ("-2.5 (badly governed) to 2.5 (well governed)", "-2,5 (schlecht regiert) bis 2,5 (gut regiert)"),
        "Weighted country risk (GLR): the governance behind the average tonne, as DERA shows it beside the HHI.",
        "Gewichtetes Länderrisiko (GLR): die Regierungsführung hinter der mittleren Tonne, wie die DERA sie neben dem HHI zeigt.",
        (
            "sum over rated countries of share * mean of the six governance estimates",
            "Summe über die bewerteten Länder von Anteil * Mittel der sechs Bewertungen",
        ),
    ),
    column(
        STAGE,
        "unrated_output",
        Kind::Result,
        SHARE,
        "Share of world output in countries without a governance rating, or that no publisher assigns to a country.",
        "Anteil der Welterzeugung ohne Bewertung der Regierungsführung oder ohne Angabe des Landes.",
        ("output without rating / world output", "Erzeugung ohne Bewertung / Welterzeugung"),
    ),
    column(
        STAGE,
        "import_hhi",
        Kind::Result,
        ("index, 0 to 1", "Index, 0 bis 1"),
        "Concentration of what the importer buys abroad: 1 = a single supplier.",
        "Konzentration dessen, was der Abnehmer im Ausland kauft: 1 = ein einziger Lieferant.",
        (
            "sum over countries of (imports from it / all imports)^2",
            "Summe über die Länder von (Einfuhr von dort / alle Einfuhr)^2",
        ),
    ),
    column(
        STAGE,
        "import_reliance",
        Kind::Result,
        ("share; 1 = all imported, below 0 = net exporter", "Anteil; 1 = alles eingeführt, unter 0 = Nettoausfuhr"),
        "Import reliance at this stage, without stocks; the EU's formula reads values below 0 as 0.",
        "Importabhängigkeit auf dieser Stufe, ohne Lager; die EU-Formel liest Werte unter 0 als 0.",
        ("(imports - exports) / (output + imports - exports)", "(Einfuhr - Ausfuhr) / (Erzeugung + Einfuhr - Ausfuhr)"),
    ),
    column(
        STAGE,
        "supply_risk",
        Kind::Result,
        RISK,
        "Supply risk at this stage by the formula of the European Commission (2017).",
        "Versorgungsrisiko auf dieser Stufe nach der Formel der Europäischen Kommission (2017).",
        EU_FORMULA,
    ),
    column(
        STAGE,
        "supply_risk_low",
        Kind::Result,
        RISK,
        "Supply risk if all suppliers without a governance rating were governed as well as the scale allows.",
        "Versorgungsrisiko, wenn alle Lieferanten ohne Bewertung so gut regiert wären, wie die Skala erlaubt.",
        EU_FORMULA,
    ),
    column(
        STAGE,
        "supply_risk_high",
        Kind::Result,
        RISK,
        "Supply risk if all suppliers without a governance rating were governed as badly as the scale allows.",
        "Versorgungsrisiko, wenn alle Lieferanten ohne Bewertung so schlecht regiert wären, wie die Skala erlaubt.",
        EU_FORMULA,
    ),
    column(
        STAGE,
        "import_risk",
        Kind::Result,
        SCORE,
        "GeoPolRisk: political instability behind the average tonne of the importer's supply; its own output counts as safe.",
        "GeoPolRisk: politische Instabilität hinter der mittleren Tonne des Angebots; eigene Erzeugung gilt als sicher.",
        (
            "sum over suppliers of g * imports / (own output + all imports), g = (2.5 - political stability) / 5, 0 within a bloc",
            "Summe über die Lieferanten von g * Einfuhr / (eigene Erzeugung + alle Einfuhr), g = (2,5 - politische Stabilität) / 5, 0 innerhalb eines Bündnisses",
        ),
    ),
    column(
        STAGE,
        "geopolrisk",
        Kind::Result,
        SCORE,
        "GeoPolRisk score: concentration of world output times risk of the imports.",
        "GeoPolRisk-Wert: Konzentration der Welterzeugung mal Risiko der Einfuhr.",
        GEOPOLRISK,
    ),
    column(
        STAGE,
        "geopolrisk_low",
        Kind::Result,
        SCORE,
        "GeoPolRisk score if all suppliers without a rating were as stable as the scale allows.",
        "GeoPolRisk-Wert, wenn alle Lieferanten ohne Bewertung so stabil wären, wie die Skala erlaubt.",
        GEOPOLRISK,
    ),
    column(
        STAGE,
        "geopolrisk_high",
        Kind::Result,
        SCORE,
        "GeoPolRisk score if all suppliers without a rating were as unstable as the scale allows.",
        "GeoPolRisk-Wert, wenn alle Lieferanten ohne Bewertung so instabil wären, wie die Skala erlaubt.",
        GEOPOLRISK,
    ),
    column(
        STAGE,
        "geopolrisk_midpoint",
        Kind::Result,
        ("US dollars a kilogram", "US-Dollar je Kilogramm"),
        "GeoPolRisk midpoint: score times the published price of the base year. Its authors take the importer's unit value instead.",
        "GeoPolRisk-Mittelpunkt: Wert mal veröffentlichter Preis des Basisjahres. Die Urheber nehmen stattdessen den Einfuhrwert.",
        ("score * price", "Wert * Preis"),
    ),
    column(
        STAGE,
        "geopolrisk_cf",
        Kind::Result,
        ("kilograms of copper equivalent a kilogram", "Kilogramm Kupferäquivalent je Kilogramm"),
        "GeoPolRisk characterisation factor for life cycle assessment: the midpoint over that of copper.",
        "GeoPolRisk-Charakterisierungsfaktor für Ökobilanzen: der Mittelpunkt im Verhältnis zu dem von Kupfer.",
        (
            "midpoint / 0.409412948 USD/kg (copper, mean of OECD countries 2017-2021)",
            "Mittelpunkt / 0,409412948 USD/kg (Kupfer, Mittel der OECD-Länder 2017-2021)",
        ),
    ),
];
