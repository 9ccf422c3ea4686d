//! Problems in German: the fixed phrases of the messages, put into the other language one by one.

use adit_api::lang::Lang;
use adit_api::problem::Problem;

/// One line for a problem.
pub fn line(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::En => problem.to_string(),
        Lang::De => {
            // A path is not translated; only the names of things that are no files are.
            let file = PHRASES.iter().find(|(en, _)| *en == problem.file).map_or(problem.file.as_str(), |(_, de)| de);
            let [place, found, expected] = [&problem.place, &problem.found, &problem.expected].map(|text| german(text));
            format!("{file}: {place}: {found}; erwartet: {expected}")
        }
    }
}

/// Replaces every known phrase outside of back quotes, longest first; what a user typed or a file holds stays as it is.
fn german(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let translated: Vec<String> =
        parts.iter().enumerate().map(|(i, part)| if i % 2 == 1 { (*part).to_owned() } else { phrases(part) }).collect();
    translated.join("`")
}

fn phrases(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        // `gallium.world.refined` and `world.csv` are names, not words.
        let starts_word = result.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '_');
        if starts_word {
            let ends = |en: &str, after: &str| {
                let named = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
                en.ends_with(' ') || !(named || after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            };
            let fits = PHRASES.iter().filter(|(en, _)| rest.strip_prefix(en).is_some_and(|after| ends(en, after)));
            if let Some((en, de)) = fits.max_by_key(|(en, _)| en.len()) {
                result.push_str(de);
                rest = &rest[en.len()..];
                continue;
            }
        }
        let next = rest.chars().next().map_or(rest.len(), char::len_utf8);
        result.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    result
}

/// English and German.
const PHRASES: &[(&str, &str)] = &[
    ("market model", "Marktmodell"),
    ("equilibrium", "Gleichgewicht"),
    ("nothing happens", "es geschieht nichts"),
    ("at least one shock", "mindestens ein Eingriff"),
    ("has no reconciled market", "hat keinen abgeglichenen Markt"),
    ("a material with published output", "ein Rohstoff mit veröffentlichter Erzeugung"),
    ("one of its members", "eines ihrer Mitglieder"),
    ("1 to 36 months from the announcement to the end", "1 bis 36 Monate von der Ankündigung bis zum Ende"),
    ("whoever does it is among those it is done to", "wer es tut, steht unter denen, die es trifft"),
    ("others", "andere"),
    ("a share from 0 to 1", "ein Anteil von 0 bis 1"),
    ("0 to 36 months", "0 bis 36 Monate"),
    ("at least one month", "mindestens ein Monat"),
    ("a stage that the material has", "eine Stufe, die der Rohstoff hat"),
    ("makes none of it", "erzeugt nichts davon"),
    ("a country with output in the base year", "ein Land mit Erzeugung im Basisjahr"),
    ("imports none of it from there", "führt von dort nichts davon ein"),
    ("an importer with imports in the base year", "ein Einfuhrland mit Einfuhr im Basisjahr"),
    ("sells none of it there", "verkauft dorthin nichts davon"),
    ("an exporter with exports in the base year", "ein Ausfuhrland mit Ausfuhr im Basisjahr"),
    ("a share of the base year's quantity from 0 to 1", "ein Anteil der Menge des Basisjahrs von 0 bis 1"),
    (
        "a part of the base price, such as 0.25 for 25 %, at most 10",
        "ein Teil des Basispreises, etwa 0.25 für 25 %, höchstens 10",
    ),
    ("ban, quota, licence, export-tax, tariff or outage", "ban, quota, licence, export-tax, tariff oder outage"),
    ("a scenario that leaves the market something to clear with", "ein Szenario, das dem Markt etwas zum Räumen lässt"),
    ("the keys of schemas/scenario.json", "die Schlüssel aus schemas/scenario.json"),
    ("the keys of schemas/model.json", "die Schlüssel aus schemas/model.json"),
    ("command line", "Befehlszeile"),
    ("no --out", "ohne --out"),
    ("this answer is no table", "diese Antwort ist keine Tabelle"),
    ("table, csv or json", "table, csv oder json"),
    ("--format csv for a table of this size", "--format csv für eine Tabelle dieser Größe"),
    ("data directory", "Datenverzeichnis"),
    ("whole file", "ganze Datei"),
    ("encoding", "Zeichensatz"),
    ("there is no such directory", "dieses Verzeichnis gibt es nicht"),
    ("there is no such file", "diese Datei gibt es nicht"),
    ("this is not a data directory", "das ist kein Datenverzeichnis"),
    ("this is a file", "das ist eine Datei"),
    ("this is a directory", "das ist ein Verzeichnis"),
    ("this names nothing", "das benennt nichts"),
    ("the id of a bloc, or an ISO3 country code", "die Kennung eines Bündnisses oder ein ISO3-Ländercode"),
    ("there is no dot", "es fehlt ein Punkt"),
    ("there is a file of this name", "es gibt eine Datei dieses Namens"),
    ("the directory holds other files", "das Verzeichnis enthält andere Dateien"),
    (
        "a new name, an empty directory, or one that Adit wrote itself",
        "ein neuer Name, ein leeres Verzeichnis oder eines, das Adit selbst geschrieben hat",
    ),
    ("a place that can be written to", "ein Ort, an den geschrieben werden kann"),
    ("no place to write to", "kein Ziel"),
    (
        "--data DIR to rebuild a data directory, or --out DIR for the baseline alone",
        "--data DIR, um ein Datenverzeichnis neu zu bilden, oder --out DIR für das Basisjahr allein",
    ),
    ("a directory laid out like", "ein Verzeichnis, aufgebaut wie"),
    ("a directory with", "ein Verzeichnis mit"),
    ("a readable file", "eine lesbare Datei"),
    ("a file of a data directory", "eine Datei eines Datenverzeichnisses"),
    ("the file is empty", "die Datei ist leer"),
    ("the file is in UTF-16", "die Datei ist in UTF-16"),
    ("the file looks like UTF-16", "die Datei sieht nach UTF-16 aus"),
    ("the file ends in the middle of a character", "die Datei endet mitten in einem Zeichen"),
    ("is not UTF-8, probably Latin-1 or Windows-1252", "ist kein UTF-8, vermutlich Latin-1 oder Windows-1252"),
    ("there is a zero byte: this is not text", "es gibt ein Nullbyte: das ist kein Text"),
    ("text in UTF-8", "Text in UTF-8"),
    ("the header", "die Kopfzeile"),
    ("the table has no rows", "die Tabelle hat keine Zeilen"),
    ("at least one row", "mindestens eine Zeile"),
    ("at least one country", "mindestens ein Land"),
    ("a quotation mark is never closed", "ein Anführungszeichen wird nie geschlossen"),
    ("an even number of", "eine gerade Anzahl von"),
    ("the file may be cut off", "die Datei ist vielleicht abgeschnitten"),
    ("the row may be cut off", "die Zeile ist vielleicht abgeschnitten"),
    ("columns are separated by semicolons", "die Spalten sind durch Strichpunkte getrennt"),
    ("columns are separated by tabs", "die Spalten sind durch Tabulatoren getrennt"),
    ("commas", "Kommas"),
    ("unknown column", "unbekannte Spalte"),
    ("unknown field", "unbekanntes Feld"),
    ("missing field", "es fehlt das Feld"),
    ("the field", "das Feld"),
    ("is missing", "fehlt"),
    ("stands twice", "steht zweimal da"),
    ("stands already in line", "steht schon in Zeile"),
    ("one row for each", "je eine Zeile für"),
    ("each country once", "jedes Land einmal"),
    ("fields", "Felder"),
    ("once", "einmal"),
    ("only", "nur"),
    (
        "an empty cell, because the flag says that no such figure is published",
        "eine leere Zelle, weil laut flag keine solche Zahl veröffentlicht ist",
    ),
    ("an empty cell", "eine leere Zelle"),
    ("an empty text", "ein leerer Text"),
    ("a text", "ein Text"),
    ("with a decimal point and without unit or thousands separator", "mit Dezimalpunkt, ohne Einheit und Tausendertrennung"),
    ("a number of tonnes of 0 or more", "eine Zahl in Tonnen, 0 oder größer"),
    ("a number of thousand US dollars", "eine Zahl in tausend US-Dollar"),
    ("a number of US dollars per tonne", "eine Zahl in US-Dollar je Tonne"),
    ("a number of US dollars", "eine Zahl in US-Dollar"),
    ("a number of tonnes", "eine Zahl in Tonnen"),
    ("a number above 0", "eine Zahl über 0"),
    ("a quantity between", "eine Menge zwischen"),
    ("one country, not a group of countries", "ein einzelnes Land, keine Gruppe von Ländern"),
    ("one material of the group", "ein einzelner Rohstoff der Gruppe"),
    ("a material of the file", "ein Rohstoff der Datei"),
    ("of which", "wovon"),
    ("holds nothing", "nichts enthält"),
    ("a CSV file like the one that", "eine CSV-Datei wie die, die"),
    ("writes", "schreibt"),
    ("together with --purchases", "zusammen mit --purchases"),
    (
        "one of them: --purchases asks for a company, --for for a country or bloc",
        "eines von beiden: --purchases fragt für ein Unternehmen, --for für ein Land oder Bündnis",
    ),
    ("a new name", "ein neuer Name"),
    ("a number of 0 or more", "eine Zahl, 0 oder größer"),
    ("a number", "eine Zahl"),
    ("of 0 or more", "von 0 oder mehr"),
    ("because the flag says", "weil flag sagt:"),
    ("a number between 0.1 and 10", "eine Zahl zwischen 0.1 und 10"),
    ("a share between 0 and 1", "ein Anteil zwischen 0 und 1"),
    ("a share of 1 or less", "ein Anteil von höchstens 1"),
    ("a value within its range", "ein Wert innerhalb seiner Spanne"),
    ("an assumption without range", "eine Annahme ohne Spanne"),
    ("low and high", "low und high"),
    ("a year", "ein Jahr"),
    ("a year between 1900 and 2100", "ein Jahr zwischen 1900 und 2100"),
    ("a date like", "ein Datum wie"),
    ("is not a year", "ist kein Jahr"),
    ("is not a stage", "ist keine Stufe"),
    ("mine or refined", "mine oder refined"),
    ("a stage of this material", "eine Stufe dieses Rohstoffs"),
    ("a customs code of 4 or 6 digits", "eine Zollnummer mit 4 oder 6 Ziffern"),
    ("an edition of the Harmonized System", "eine Ausgabe des Harmonisierten Systems"),
    ("three capital letters", "drei Großbuchstaben"),
    ("two capital letters", "zwei Großbuchstaben"),
    ("three digits", "drei Ziffern"),
    ("0 or 1", "0 oder 1"),
    ("neither value nor tonnes", "weder Wert noch Tonnen"),
    ("at least one of them; leave the row out otherwise", "mindestens eines davon; sonst die Zeile weglassen"),
    ("one of the columns", "eine der Spalten"),
    ("one of", "eines von"),
    ("is not known", "ist nicht bekannt"),
    ("which is a group of countries", "das ist eine Gruppe von Ländern"),
    ("a country, a bloc or a CSV file with a column iso3", "ein Land, ein Bündnis oder eine CSV-Datei mit einer Spalte iso3"),
    ("a CSV file with a column iso3", "eine CSV-Datei mit einer Spalte iso3"),
    ("a column iso3", "eine Spalte iso3"),
    ("an ISO3 country code", "ein ISO3-Ländercode"),
    ("a material id or nothing", "eine Rohstoff-Id oder nichts"),
    ("a material id", "eine Rohstoff-Id"),
    ("a material whose output by country is published", "ein Rohstoff, dessen Erzeugung nach Ländern veröffentlicht ist"),
    ("a material", "ein Rohstoff"),
    ("one country", "ein einzelnes Land"),
    ("a country", "ein Land"),
    ("an id of sources.csv", "eine Id aus sources.csv"),
    ("nearest", "am nächsten"),
    ("no data: the baseline has no such market", "keine Daten: das Basisjahr hat diesen Markt nicht"),
    ("nothing is published for it here", "dazu ist hier nichts veröffentlicht"),
    ("a key like", "ein Schlüssel wie"),
    ("is no column of the table", "ist keine Spalte der Tabelle"),
    ("is a word, not a number", "ist ein Wort, keine Zahl"),
    ("a number column", "eine Zahlenspalte"),
    ("no table has this row", "keine Tabelle hat diese Zeile"),
    (
        "the key of a row, as in the first column of the CSV tables",
        "der Schlüssel einer Zeile, wie in der ersten Spalte der CSV-Tabellen",
    ),
    ("the name of the file", "der Name der Datei"),
    ("the name of a file", "der Name einer Datei"),
    ("invalid type", "falsche Art von Wert"),
    ("the run.json of a briefing", "die run.json eines Briefings"),
    ("the baseline; ", "das Basisjahr; "),
    ("makes it", "erzeugt es"),
    ("run record", "Laufprotokoll"),
    ("columns", "Spalten"),
    ("column", "Spalte"),
    ("place", "Ort"),
    ("line", "Zeile"),
    ("file", "Datei"),
    ("key", "Schlüssel"),
    ("nothing", "nichts"),
    ("nobody", "niemand"),
    ("a part of the path is a file", "ein Teil des Pfades ist eine Datei"),
    ("permission is missing", "die Erlaubnis fehlt"),
    ("the disk can only be read", "der Datenträger ist schreibgeschützt"),
    ("the disk is full", "der Datenträger ist voll"),
    ("the file ends too early", "die Datei endet zu früh"),
    ("this is not JSON", "das ist kein JSON"),
    ("standard output", "Standardausgabe"),
    ("writing", "Schreiben"),
    ("an output that takes the answer", "eine Ausgabe, die die Antwort annimmt"),
    ("of Adit", "von Adit"),
    (
        "the baseline was built from other input files than these",
        "das Basisjahr ist aus anderen Eingangsdateien gebildet als diesen",
    ),
    ("a baseline built from them", "ein Basisjahr, das aus ihnen gebildet ist"),
    ("the other files are not those that were built", "die übrigen Dateien sind nicht die, die gebildet wurden"),
    ("an unchanged baseline", "ein unverändertes Basisjahr"),
    ("a positive number", "eine Zahl über 0"),
    ("a range that holds the value", "eine Spanne, die den Wert enthält"),
    ("a table in CSV", "eine Tabelle in CSV"),
    ("a table in TOML", "eine Tabelle in TOML"),
    ("a second time", "ein zweites Mal"),
    ("is merged itself", "wird selbst zusammengefasst"),
    ("is the id of", "ist die Id von"),
    ("already", "schon"),
    ("whose file does not say", "dessen Datei nicht sagt:"),
    ("which does not name", "das nicht nennt:"),
    ("among its members", "unter seinen Mitgliedern"),
    ("a [chain], because there are two stages", "eine [chain], weil es zwei Stufen gibt"),
    ("no [chain]", "keine [chain]"),
    ("a code of sectors/industries.csv", "ein Schlüssel aus sectors/industries.csv"),
    ("a country that stays", "ein Land, das bestehen bleibt"),
    ("a customs code of 4, 6 or 8 digits", "eine Zollnummer mit 4, 6 oder 8 Ziffern"),
    ("a flow of a country to itself", "ein Strom eines Landes zu sich selbst"),
    ("two different countries", "zwei verschiedene Länder"),
    ("a group that has it as a member", "eine Gruppe, die ihn als Mitglied hat"),
    ("a licence, because tables of this source are shipped", "eine Lizenz, weil Tabellen dieser Quelle mitgeliefert werden"),
    ("a material of this group", "ein Rohstoff dieser Gruppe"),
    ("a material: id, name, stage, trade, limits ...", "ein Rohstoff: id, name, stage, trade, limits ..."),
    ("a material file as in schemas/material.json", "eine Rohstoffdatei wie in schemas/material.json"),
    ("the keys of schemas/reconciliation.json", "die Schlüssel aus schemas/reconciliation.json"),
    ("the name of a file that does not exist yet", "der Name einer Datei, die es noch nicht gibt"),
    ("a number of US dollars per tonne of 0 or more", "eine Zahl in US-Dollar je Tonne, 0 oder größer"),
    ("a number of US dollars of 0 or more", "eine Zahl in US-Dollar, 0 oder größer"),
    ("a number of thousand US dollars of 0 or more", "eine Zahl in tausend US-Dollar, 0 oder größer"),
    ("a number between", "eine Zahl zwischen"),
    ("a number of tonnes, because the flag says", "eine Zahl in Tonnen, weil flag sagt:"),
    ("0, because the flag says zero", "0, weil flag zero sagt"),
    ("a row for all countries that are not named", "eine Zeile für alle nicht genannten Länder"),
    ("a row of this stage in", "eine Zeile dieser Stufe in"),
    ("a stage without quality", "eine Stufe ohne Güte"),
    ("a world total that is not exceeded by its countries", "eine Weltsumme, die ihre Länder zusammen nicht überschreiten"),
    ("its countries together", "ihre Länder zusammen"),
    ("world", "Welt"),
    ("an M49 code of countries.csv", "ein M49-Code aus countries.csv"),
    ("an id of its own", "eine eigene Id"),
    ("an ore of observations/ree_composition.csv", "ein Erz aus observations/ree_composition.csv"),
    ("degrees between", "Grade zwischen"),
    ("longitudes of at most 180 and latitudes of at most 90 degrees", "Längen bis 180 und Breiten bis 90 Grad"),
    ("each member once", "jedes Mitglied einmal"),
    ("each of", "jedes von"),
    ("mine, or refined, or mine before refined", "mine oder refined, oder mine vor refined"),
    ("no analysis of", "keine Analyse von"),
    ("no header", "keine Kopfzeile"),
    ("no row", "keine Zeile"),
    ("one base year", "ein Basisjahr"),
    ("one of the codes under [[trade]]", "eine der Zollnummern unter [[trade]]"),
    ("percent between 0 and 100", "Prozent zwischen 0 und 100"),
    ("the balance is not a number", "die Bilanz ist keine Zahl"),
    ("the balance misses", "der Bilanz fehlen"),
    ("of world output", "der Welterzeugung"),
    ("repairs it", "behebt es"),
    ("at most", "höchstens"),
    ("the material's share of the shared code", "der Anteil des Rohstoffs an der gemeinsamen Zollnummer"),
    (
        "the payable part of the metal value, because the mode is unit_value",
        "der bezahlte Teil des Metallwerts, weil mode unit_value ist",
    ),
    ("the id of a bloc", "die Kennung eines Bündnisses"),
    ("two rows", "zwei Zeilen"),
    ("value", "Wert"),
    ("range", "Spanne"),
    ("format", "Format"),
    ("program", "Programm"),
    ("stages", "Stufen"),
    ("years", "Jahre"),
    ("bytes", "Bytes"),
    ("byte", "Byte"),
    ("a string", "ein Text"),
    ("a map", "eine Tabelle"),
    ("a sequence", "eine Liste"),
    ("a boolean", "ein Wahrheitswert"),
    ("a floating point", "eine Kommazahl"),
    ("floating point", "Kommazahl"),
    ("integer", "ganze Zahl"),
    ("string", "Text"),
    ("boolean", "Wahrheitswert"),
    ("duplicate key", "doppelter Schlüssel"),
    ("invalid basic string", "Text ohne Ende oder mit falschen Zeichen"),
    ("unclosed", "nicht geschlossen:"),
    ("string values must be quoted", "ein Text muss in Anführungszeichen stehen"),
    ("literal string", "ein Text in Anführungszeichen"),
    ("unexpected key or value", "unerwarteter Schlüssel oder Wert"),
    ("newline", "ein Zeilenende"),
    ("i32", "eine ganze Zahl"),
    (
        "a year, a month or a day, like 2024, 2024-08 or 2024-08-15",
        "ein Jahr, ein Monat oder ein Tag, etwa 2024, 2024-08 oder 2024-08-15",
    ),
    ("a month or a day, like 2024-08 or 2024-08-15", "ein Monat oder ein Tag, etwa 2024-08 oder 2024-08-15"),
    ("the share allowed, for a quota, or lost, for an outage", "der erlaubte Anteil (quota) oder der verlorene (outage)"),
    (
        "nothing: what a licence lets through is a parameter of the model, a ban lets through nothing",
        "nichts: was Genehmigungen durchlassen, ist ein Parameter des Modells, ein Verbot lässt nichts durch",
    ),
    ("a time at least half a month after", "eine Zeit mindestens einen halben Monat nach"),
    ("a time after", "eine Zeit nach"),
    ("unknown for the class unknown and for no other", "unknown bei der Klasse unknown und bei keiner anderen"),
    ("a positive number: the later price over the earlier one", "eine positive Zahl: der spätere Preis durch den früheren"),
    ("a text, because", "ein Text, weil"),
    ("means that the row itself names its source", "heißt, dass die Zeile ihre Quelle selbst nennt"),
    ("for assumptions and for nothing else", "für Annahmen und für nichts anderes"),
    ("why this is assumed", "warum das angenommen wird"),
    (
        "the same cluster, role, material and country in every row of an event",
        "in jeder Zeile eines Ereignisses dieselbe Gruppe, dieselbe Rolle, derselbe Rohstoff und dasselbe Land",
    ),
    ("do not agree", "widersprechen sich"),
    ("lines", "Zeilen"),
    ("event", "Ereignis"),
    ("rows", "Zeilen"),
    ("exactly one", "genau eine"),
    ("at least one", "mindestens eine"),
    ("a country that makes", "ein Land, das"),
    ("of the world's output uses up to", "der Welterzeugung herstellt, verbraucht bis zu"),
    (
        "a country that exports: a smaller share in use than in output over its whole range",
        "ein Land, das ausführt: ein kleinerer Anteil am Verbrauch als an der Erzeugung, über die ganze Spanne",
    ),
    ("a price observed before the announcement of", "ein Preis vor der Ankündigung von"),
    ("a price observed since the announcement", "ein Preis seit der Ankündigung"),
    ("a measure in force before it was announced", "eine Maßnahme, die vor ihrer Ankündigung in Kraft war"),
    ("the earlier of both as the announcement", "das frühere von beiden als Ankündigung"),
    ("no prices clear the market (imbalance", "räumt kein Preis den Markt (Ungleichgewicht"),
    ("an event that leaves the market something to clear with", "ein Ereignis, das dem Markt etwas zum Ausgleich lässt"),
    ("between", "zwischen"),
    ("with", "mit"),
    ("from", "aus"),
    ("of", "von"),
    ("to", "bis"),
    ("TopoJSON with an object", "TopoJSON mit einem Objekt"),
    ("of polygons", "aus Vielecken"),
    ("and", "und"),
    ("or", "oder"),
    ("in", "in"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn german_line(file: &str, place: &str, found: &str, expected: &str) -> String {
        line(&Problem::new(file, place, found, expected), Lang::De)
    }

    #[test]
    fn messages_in_german() {
        assert_eq!(
            german_line("command line", "--for", "`Atlantis` is not known", "a country; nearest: Italy, Atalia"),
            "Befehlszeile: --for: `Atlantis` ist nicht bekannt; erwartet: ein Land; am nächsten: Italy, Atalia"
        );
        assert_eq!(
            german_line("use.csv", "line 3, tonnes", "`-5`", "a number of tonnes of 0 or more"),
            "use.csv: Zeile 3, tonnes: `-5`; erwartet: eine Zahl in Tonnen, 0 oder größer"
        );
    }

    #[test]
    fn what_a_file_holds_is_not_translated() {
        assert_eq!(german("unknown column `line`"), "unbekannte Spalte `line`");
        assert_eq!(german("pipeline file"), "pipeline Datei");
        assert_eq!(
            german("a key like gallium.world.refined in world.csv"),
            "ein Schlüssel wie gallium.world.refined in world.csv"
        );
    }
}
