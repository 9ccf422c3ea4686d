//! What each number column of the briefing's tables is: kind, unit, sentence and formula in both languages.

use super::Kind;
use super::cutoff_columns::CUTOFF_COLUMNS;
use super::indicator_columns::INDICATOR_COLUMNS;
use super::pathways_columns::PATHWAYS_COLUMNS;
use super::stockpile_columns::STOCKPILE_COLUMNS;

/// A number column.
pub(crate) struct ColumnText {
    /// Table.
    pub table: &'static str,
    /// Column.
    pub id: &'static str,
    /// Kind.
    pub kind: Kind,
    /// Unit, English and German.
    pub unit: (&'static str, &'static str),
    /// What it is, English and German.
    pub what: (&'static str, &'static str),
    /// How it is computed, English and German.
    pub formula: (&'static str, &'static str),
}

const TONNES: (&str, &str) = ("tonnes a year, in the basis of the stage", "Tonnen im Jahr, in der Basis der Stufe");
pub(super) const SHARE: (&str, &str) = ("share, 0 to 1", "Anteil, 0 bis 1");
const INDEX: (&str, &str) = ("index, 0 to 1", "Index, 0 bis 1");

pub(super) const fn column(
    table: &'static str,
    id: &'static str,
    kind: Kind,
    unit: (&'static str, &'static str),
    en: &'static str,
    de: &'static str,
    formula: (&'static str, &'static str),
) -> ColumnText {
    ColumnText { table, id, kind, unit, what: (en, de), formula }
}

/// Every number column there is.
pub(crate) fn all() -> impl Iterator<Item = &'static ColumnText> {
    COLUMNS.iter().chain(INDICATOR_COLUMNS).chain(CUTOFF_COLUMNS).chain(STOCKPILE_COLUMNS).chain(PATHWAYS_COLUMNS)
}

/// The number columns of the briefing's tables.
const COLUMNS: &[ColumnText] = &[
    column(
        "exposure",
        "use_t",
        Kind::Result,
        TONNES,
        "What the importer uses at the last stage, all members together.",
        "Was der Abnehmer auf der letzten Stufe verbraucht, alle Mitglieder zusammen.",
        ("sum of the item `use` over the members", "Summe des Postens `use` über die Mitglieder"),
    ),
    column(
        "exposure",
        "net_import_reliance",
        Kind::Result,
        ("share; 1 = all imported, below 0 = net exporter", "Anteil; 1 = alles eingeführt, unter 0 = Nettoausfuhr"),
        "How much of what the importer uses is covered by net imports.",
        "Wie viel des Verbrauchs durch Nettoeinfuhr gedeckt ist.",
        (
            "(imports - exports + stock withdrawals) / (output + imports - exports + stock withdrawals)",
            "(Einfuhr - Ausfuhr + Lagerabgang) / (Erzeugung + Einfuhr - Ausfuhr + Lagerabgang)",
        ),
    ),
    column(
        "exposure",
        "direct",
        Kind::Result,
        SHARE,
        "Share of the importer's supply that comes straight from the feared supplier.",
        "Anteil am Angebot des Abnehmers, der unmittelbar vom gefürchteten Lieferanten kommt.",
        (
            "flow from the feared supplier / (own output + imports + stock withdrawals)",
            "Lieferung des gefürchteten Lieferanten / (eigene Erzeugung + Einfuhr + Lagerabgang)",
        ),
    ),
    column(
        "exposure",
        "maker",
        Kind::Result,
        SHARE,
        "Share of the importer's use that the feared supplier made at the last stage, behind traders and re-exporters.",
        "Anteil am Verbrauch, den der gefürchtete Lieferant auf der letzten Stufe hergestellt hat, auch über Zwischenhändler.",
        (
            "use followed upstream; at every country it splits into own output and imports in proportion",
            "Verbrauch stromaufwärts verfolgt; in jedem Land teilt er sich anteilig in eigene Erzeugung und Einfuhr",
        ),
    ),
    column(
        "exposure",
        "refiner",
        Kind::Result,
        SHARE,
        "Share of the importer's use that was refined in the feared supplier, behind the makers of magnets.",
        "Anteil am Verbrauch, der beim gefürchteten Lieferanten raffiniert wurde, hinter den Herstellern der Magnete.",
        (
            "use followed upstream through the makers of magnets to the refineries, proportional mixing at every country",
            "Verbrauch stromaufwärts durch die Hersteller der Magnete bis zu den Raffinerien verfolgt, mit anteiliger Mischung in jedem Land",
        ),
    ),
    column(
        "exposure",
        "mine",
        Kind::Result,
        SHARE,
        "Share of the importer's use that was mined in the feared supplier, behind the refineries.",
        "Anteil am Verbrauch, der beim gefürchteten Lieferanten gefördert wurde, hinter den Raffinerien.",
        (
            "use followed upstream through the refineries to the mines, proportional mixing at every country",
            "Verbrauch stromaufwärts durch die Raffinerien bis zu den Minen verfolgt, mit anteiliger Mischung in jedem Land",
        ),
    ),
    column(
        "exposure",
        "passes_through",
        Kind::Result,
        SHARE,
        "Share of the importer's use that passes through the feared supplier at any stage, as miner, refiner or trader.",
        "Anteil am Verbrauch, der auf irgendeiner Stufe durch den gefürchteten Lieferanten geht: Mine, Raffinerie oder Handel.",
        (
            "(quantity that reaches the feared supplier at the last stage + quantity whose feed reaches it at a stage before) / use",
            "(Menge, die den gefürchteten Lieferanten auf der letzten Stufe erreicht + Menge, deren Vorprodukt ihn auf einer Stufe davor erreicht) / Verbrauch",
        ),
    ),
    column(
        "exposure",
        "unknown",
        Kind::Result,
        SHARE,
        "Share of the importer's use whose origin no record explains, or that comes from stocks.",
        "Anteil am Verbrauch ohne bekannte Herkunft oder aus Lagern.",
        (
            "what is left when the use has been followed upstream to producers and scrap",
            "was übrig bleibt, wenn der Verbrauch bis zu Erzeugern und Schrott verfolgt ist",
        ),
    ),
    column(
        "exposure",
        "world_mine_share",
        Kind::Result,
        SHARE,
        "The feared supplier's share of world mine output.",
        "Anteil des gefürchteten Lieferanten an der Weltförderung.",
        ("output of the country / world output", "Erzeugung des Landes / Welterzeugung"),
    ),
    column(
        "exposure",
        "world_refined_share",
        Kind::Result,
        SHARE,
        "The feared supplier's share of world refinery output.",
        "Anteil des gefürchteten Lieferanten an der Welterzeugung der Raffinerien.",
        ("output of the country / world output", "Erzeugung des Landes / Welterzeugung"),
    ),
    column(
        "exposure",
        "world_magnet_share",
        Kind::Result,
        SHARE,
        "The feared supplier's share of world output of magnets.",
        "Anteil des gefürchteten Lieferanten an der Welterzeugung von Magneten.",
        ("output of the country / world output", "Erzeugung des Landes / Welterzeugung"),
    ),
    column(
        "world",
        "output_t",
        Kind::Reconciled,
        TONNES,
        "World output of the stage, as the publisher counts it.",
        "Welterzeugung der Stufe, wie die Quelle sie zählt.",
        (
            "sum of output over countries + output that no publisher assigns to a country",
            "Summe der Erzeugung der Länder + Erzeugung, die keine Quelle einem Land zuordnet",
        ),
    ),
    column(
        "world",
        "largest_share",
        Kind::Result,
        SHARE,
        "Share of the largest producer in world output.",
        "Anteil des größten Erzeugers an der Welterzeugung.",
        ("largest output / world output", "größte Erzeugung / Welterzeugung"),
    ),
    column(
        "world",
        "top3_share",
        Kind::Result,
        SHARE,
        "Share of the three largest producers in world output.",
        "Anteil der drei größten Erzeuger an der Welterzeugung.",
        ("sum of the three largest outputs / world output", "Summe der drei größten Erzeuger / Welterzeugung"),
    ),
    column(
        "world",
        "hhi",
        Kind::Result,
        INDEX,
        "Herfindahl-Hirschman index of output: 0 = many small producers, 1 = one producer.",
        "Herfindahl-Hirschman-Index der Erzeugung: 0 = viele kleine Erzeuger, 1 = ein einziger.",
        ("sum over countries of (output / world output)^2", "Summe über die Länder von (Erzeugung / Welterzeugung)^2"),
    ),
    column(
        "world",
        "governance_weighted",
        Kind::Result,
        INDEX,
        "Concentration of output, weighted by how badly the producers are governed.",
        "Konzentration der Erzeugung, gewichtet mit der Regierungsführung der Erzeuger.",
        (
            "sum over countries of share^2 * (2.5 - mean of the six governance estimates) / 5",
            "Summe über die Länder von Anteil^2 * (2,5 - Mittel der sechs Bewertungen) / 5",
        ),
    ),
    column(
        "world",
        "ungoverned_share",
        Kind::Result,
        SHARE,
        "Share of world output in countries for which no governance rating is published, or that no publisher assigns to a country.",
        "Anteil der Welterzeugung ohne veröffentlichte Bewertung der Regierungsführung oder ohne Angabe des Landes.",
        ("output without rating / world output", "Erzeugung ohne Bewertung / Welterzeugung"),
    ),
    column(
        "world",
        "against_share",
        Kind::Result,
        SHARE,
        "The feared supplier's share of world output.",
        "Anteil des gefürchteten Lieferanten an der Welterzeugung.",
        ("output of the country / world output", "Erzeugung des Landes / Welterzeugung"),
    ),
    column(
        "producers",
        "output_t",
        Kind::Reconciled,
        TONNES,
        "Output of a country, as the publisher of the world total counts it (without scrap where scrap is on top).",
        "Erzeugung eines Landes, wie die Quelle der Weltsumme sie zählt (ohne Schrott, wo Schrott hinzukommt).",
        (
            "output - secondary output where the world total leaves scrap out",
            "Erzeugung - Erzeugung aus Schrott, wo die Weltsumme Schrott nicht zählt",
        ),
    ),
    column(
        "producers",
        "share",
        Kind::Result,
        SHARE,
        "A country's share of world output.",
        "Anteil eines Landes an der Welterzeugung.",
        ("output of the country / world output", "Erzeugung des Landes / Welterzeugung"),
    ),
    column(
        "suppliers",
        "direct",
        Kind::Result,
        SHARE,
        "Share of the importer's supply that comes straight from this country (its own output under its own name).",
        "Anteil am Angebot des Abnehmers, der unmittelbar aus diesem Land kommt (eigene Erzeugung unter eigenem Namen).",
        (
            "flow from the country / (own output + imports + stock withdrawals)",
            "Lieferung aus dem Land / (eigene Erzeugung + Einfuhr + Lagerabgang)",
        ),
    ),
    column(
        "suppliers",
        "maker",
        Kind::Result,
        SHARE,
        "Share of the importer's use that this country made at the last stage, behind traders and re-exporters.",
        "Anteil am Verbrauch, den dieses Land auf der letzten Stufe hergestellt hat, auch über Zwischenhändler.",
        (
            "use followed upstream; at every country it splits into own output and imports in proportion",
            "Verbrauch stromaufwärts verfolgt; in jedem Land teilt er sich anteilig in eigene Erzeugung und Einfuhr",
        ),
    ),
    column(
        "suppliers",
        "refiner",
        Kind::Result,
        SHARE,
        "Share of the importer's use that this country refined, behind the makers of magnets.",
        "Anteil am Verbrauch, den dieses Land raffiniert hat, hinter den Herstellern der Magnete.",
        (
            "use followed upstream through the makers of magnets to the refineries, proportional mixing at every country",
            "Verbrauch stromaufwärts durch die Hersteller der Magnete bis zu den Raffinerien verfolgt, mit anteiliger Mischung in jedem Land",
        ),
    ),
    column(
        "suppliers",
        "mine",
        Kind::Result,
        SHARE,
        "Share of the importer's use that was mined in this country, behind the refineries.",
        "Anteil am Verbrauch, der in diesem Land gefördert wurde, hinter den Raffinerien.",
        (
            "use followed upstream through the refineries to the mines, proportional mixing at every country",
            "Verbrauch stromaufwärts durch die Raffinerien bis zu den Minen verfolgt, mit anteiliger Mischung in jedem Land",
        ),
    ),
    column(
        "quality",
        "moved_output",
        Kind::Result,
        SHARE,
        "How far output by country was moved until all balances closed.",
        "Wie weit die Erzeugung der Länder verschoben wurde, bis alle Bilanzen aufgingen.",
        (
            "sum over countries of |after - before| / sum of before",
            "Summe über die Länder von |nachher - vorher| / Summe von vorher",
        ),
    ),
    column(
        "quality",
        "moved_world",
        Kind::Result,
        SHARE,
        "How far world output was moved.",
        "Wie weit die Welterzeugung verschoben wurde.",
        ("|after - before| / before", "|nachher - vorher| / vorher"),
    ),
    column(
        "quality",
        "moved_trade",
        Kind::Result,
        SHARE,
        "How far trade was moved.",
        "Wie weit der Handel verschoben wurde.",
        (
            "sum over flows of |after - before| / sum of before",
            "Summe über die Lieferungen von |nachher - vorher| / Summe von vorher",
        ),
    ),
    column(
        "quality",
        "hidden",
        Kind::Result,
        SHARE,
        "Unrecorded flows and refinery feed that no record explains, over world output.",
        "Nicht erfasste Lieferungen und Einsatz der Raffinerien ohne Beleg, im Verhältnis zur Welterzeugung.",
        (
            "(unrecorded flows + unexplained feed) / world output",
            "(nicht erfasste Lieferungen + Einsatz ohne Beleg) / Welterzeugung",
        ),
    ),
    column(
        "quality",
        "absorption",
        Kind::Result,
        SHARE,
        "Use in places where it is implausibly large, over world output.",
        "Verbrauch an Orten, wo er unplausibel groß ist, im Verhältnis zur Welterzeugung.",
        (
            "sum of use beyond three times the prior share + 1 % of the world",
            "Summe des Verbrauchs über das Dreifache des Vorwerts + 1 % der Welt hinaus",
        ),
    ),
    column(
        "quality",
        "us_use_ratio",
        Kind::Result,
        ("ratio, 1 = equal", "Verhältnis, 1 = gleich"),
        "US use in the baseline over the published US consumption.",
        "US-Verbrauch im Basisjahr im Verhältnis zum veröffentlichten.",
        ("reconciled use / published consumption", "ausgeglichener Verbrauch / veröffentlichter Verbrauch"),
    ),
];
