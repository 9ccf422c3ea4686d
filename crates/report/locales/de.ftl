### Deutsch. Variablen: $asker… wer fragt, $feared… der gefürchtete Lieferant, jeweils als Subjekt, -cap (Satzanfang),
### -acc, -dat, -gen (wessen), -name (ohne Artikel) und -num (one oder many, für das Verb).

## Words
stage-mine = Bergwerk
stage-refined = Raffinerie
stage-magnet = Magnete
no-data = keine Daten
no-data-short = k. A.
not-applicable = entfällt
not-applicable-short = –
origin-scrap = Schrott
unassigned = keinem Land zugeordnet
origin-unknown = Herkunft unbekannt
trade-specific = eigene Zollnummer
trade-basket = gemeinsame Zollnummer
trade-gravity = nicht beobachtet
others = übrige
less-than = weniger als { $value }
more-than = mehr als { $value }
materials-n = { $n ->
    [one] ein Rohstoff
   *[other] { $n } Rohstoffe
}
net-exporter = Nettoausfuhr
bound-above = über { $value }
bound-below = unter { $value }

## Tables
column-material = Rohstoff
column-stage = Stufe
column-country = Land
column-use-t = Verbrauch, t
column-net-import-reliance = Netto-Importquote
column-direct = { $feared-name }: unmittelbar
column-maker = { $feared-name }: Hersteller
column-refiner = { $feared-name }: Raffinerie
column-mine = { $feared-name }: Bergwerk
column-passes-through = Läuft über { $feared-acc }
column-unknown = Herkunft unbekannt
column-world-mine-share = Weltanteil { $feared-gen }, Bergwerk
column-world-refined-share = Weltanteil { $feared-gen }, Raffinerie
column-world-magnet-share = Weltanteil { $feared-gen }, Magnete
column-grade = Güte
column-output-t = Erzeugung, t
column-largest = Größter Erzeuger
column-largest-share = Sein Anteil
column-top3-share = Größte drei
column-hhi = HHI
column-governance-weighted = Nach Regierungsführung gewichtet
column-ungoverned-share = Ohne Bewertung
column-against-share = { $feared-name }
column-share = Anteil
column-trade = Handel
column-moved-output = Erzeugung verschoben
column-moved-world = Weltsumme verschoben
column-moved-trade = Handel verschoben
column-hidden = Nicht verzeichnet
column-absorption = Im Verbrauch aufgegangen
column-us-use-ratio = US-Verbrauch, Verhältnis zur Statistik
note-narrow = Weggelassen, weil das Fenster schmal ist: { $list }. Alle Spalten: --format csv.
short-use-t = Verbrauch, t
short-net-import-reliance = Import netto
short-direct = Direkt
short-maker = Erzeugt
short-refiner = Raffiniert
short-mine = Mine
short-passes-through = Läuft über
short-unknown = Herkunft unklar
short-world-mine-share = Welt Mine
short-world-refined-share = Welt Raffinerie
short-world-magnet-share = Welt Magnete
kind-alkali-metal = Alkalimetall
kind-base-metal = Basismetall
kind-battery-metal = Batteriemetall
kind-ferro-alloy-metal = Stahlveredler
kind-fertiliser-mineral = Düngemineral
kind-fuel-mineral = Energierohstoff
kind-group-of-rare-earths = Gruppe der Seltenen Erden
kind-heavy-rare-earth = schwere Seltenerde
kind-industrial-mineral = Industriemineral
kind-light-metal = Leichtmetall
kind-light-rare-earth = leichte Seltenerde
kind-minor-metal = Sondermetall
kind-platinum-group-metal = Platinmetall
kind-precious-metal = Edelmetall
kind-rare-earth = Seltenerde
kind-semi-metal = Halbmetall
suppliers-direct = Unmittelbarer Lieferant
suppliers-maker = Hersteller
suppliers-refiner = Raffinerie
suppliers-mine = Bergwerk
table-exposure = Was { $feared } für { $asker-acc } bedeutet, { $year }
table-purchases = Was { $feared } für die Einkäufe aus { $file } bedeutet, Herkunft nach den Strömen von { $year }
table-world = Welterzeugung und ihre Konzentration, { $year }
table-producers = Welterzeugung nach Ländern, { $year }
table-suppliers = Woher der Verbrauch { $asker-gen } kommt, { $year }
table-quality = Wie gut jeder Markt bekannt ist, { $year }
column-eu-supply-risk = Versorgungsrisiko (EU-Formel)
column-supply-risk-stage = Auf der Stufe
column-economic-importance = Wirtschaftliche Bedeutung (EU)
column-eol-rir = Aus Altmaterial
column-country-risk = Länderrisiko (GLR)
column-import-hhi = HHI der Einfuhr
column-supply-risk = Versorgungsrisiko (EU-Formel)
column-geopolrisk = GeoPolRisk
column-geopolrisk-cf = GeoPolRisk-Faktor, kg Cu-Äq./kg
column-import-reliance = Importabhängigkeit
column-supply-used = Gezähltes Angebot
column-import-risk = Einfuhrrisiko
column-geopolrisk-midpoint = GeoPolRisk-Mittelpunkt, USD/kg
column-unrated-output = Erzeugung ohne Bewertung
column-governance-year = Bewertung von
table-indicators = Veröffentlichte Indikatoren für { $asker-acc }, { $year }
table-indicators-by-stage = Veröffentlichte Indikatoren für { $asker-acc } nach Stufen, { $year }
supply-used-both = Welt und eigenes
supply-used-global = nur Welt
supply-used-sourcing = nur eigenes
note-indicators = Versorgungsrisiko: Formel der Europäischen Kommission von 2017, die höhere der Stufen; die EU-Liste beginnt bei 1,0. Der Anteil aus Altmaterial und die Indizes der Ersetzbarkeit sind für die EU veröffentlicht.
note-indicators-base = { $year } ist das Jahr, das ins Gleichgewicht gebracht wurde; andere Jahre: --year.
note-indicators-year = { $year }: Erzeugung und Handel wie veröffentlicht, nicht ins Gleichgewicht gebracht. Märkte in diesen Tabellen: { $markets }; davon mit Erzeugung von { $year } in den Daten: { $output }; mit Handel: { $trade }. Für den Rest gibt es keine Daten. Ein weiteres Jahr kommt hinzu, wenn World Mining Data, eine Exportdatei des BGS oder BACI in ein Datenverzeichnis eingelesen (adit data import) und mit --data gefragt wird. Recyclinganteile, Indizes der Ersetzbarkeit, Handelsparameter und wirtschaftliche Bedeutung stammen für alle Jahre aus einer Ausgabe.
note-indicators-eu = Die Handelsparameter stammen aus der EU-Studie von 2023; für alle außer der EU sind sie 1. Die wirtschaftliche Bedeutung ist nur für die EU bestimmt; sie verbindet die Verwendung von 2023 mit Indizes der Ersetzbarkeit von 2017. Eigene Erzeugung zählt mit der eigenen Regierungsführung: wer sich allein versorgt, gilt als ein einziger Lieferant.
note-indicators-stage = HHI neben dem gewichteten Länderrisiko (GLR: −2,5 schlecht bis 2,5 gut regiert), wie die DERA sie zeigt. Welt und eigenes: Welterzeugung und eigene Bezüge, gewichtet mit der Importabhängigkeit. Bewertungen werden höchstens zwei Jahre fortgeschrieben; die Spalte nennt ihr Jahr.
note-geopolrisk = GeoPolRisk nur mit der politischen Stabilität und mit veröffentlichten Preisen statt Einfuhrwerten. Lieferanten ohne Bewertung zählen wie das Mittel der übrigen, nie als sicher.
note-exposure = Unmittelbar (direkt): dort gekauft oder im eigenen Land erzeugt. Hersteller (erzeugt): letzte Stufe dort hergestellt. Bergwerk (Mine): dort gefördert. Läuft über: dort gefördert, raffiniert oder gehandelt, einmal gezählt.
note-purchases = Verbrauch: die eingekaufte Menge. Unmittelbar (direkt): dort gekauft. Hinter dem Land des Lieferanten steht dessen Mischung aus eigener Erzeugung und Einfuhr von { $year }; ein einzelner Lieferant kann davon abweichen. Hersteller (erzeugt): letzte Stufe dort hergestellt. Bergwerk (Mine): dort gefördert. Läuft über: dort gefördert, raffiniert oder gehandelt, einmal gezählt.
note-purchases-file = Die Datei wurde auf diesem Rechner gelesen. Nichts daraus wurde gespeichert oder versandt.
purchases-example = Beispielzeile: bitte ersetzen
note-missing = k. A.: keine Daten, das heißt nicht: kein Risiko. –: entfällt.
note-magnets = Wo Magnete verfolgt werden, zählt als Verbrauch, was in Magneten steckt; der Hersteller ist der der Magnete, die Raffinerie steht dahinter. Was raffiniert in andere Verwendungen geht, und Magnete in Motoren und anderen Waren zählen nicht.
note-world = HHI: Herfindahl-Hirschman-Index, 1 ist ein einziger Erzeuger. Nach Regierungsführung gewichtet: derselbe Index, gewichtet mit den Bewertungen der Weltbank; Erzeuger ohne Bewertung bleiben außen vor, ihr Anteil steht daneben.
note-suppliers = Anteile am Verbrauch { $asker-gen }. Das Bergwerk ist nur bekannt, wo sich die Stufen verbinden lassen.
note-quality = Verschoben: wie weit sich Zahlen ändern mussten, bis die Mengen aufgingen. Nicht verzeichnet: Ströme und Einsatz der Raffinerien, die keine Quelle erklärt, als Anteil an der Welterzeugung.

## Head of the briefing
skip = Zum Inhalt
title = Lagebild kritische Rohstoffe: { $asker-name } gegen { $feared-name }
product = Lagebild kritische Rohstoffe
language-nav = Sprache
kicker = { $asker-name } gegen { $feared-name }, Bezugsjahr { $year }
headline-many = Bei { $n } von { $total } kritischen Rohstoffen läuft mehr als die Hälfte über { $feared-acc }
headline-one = Bei einem von { $total } kritischen Rohstoffen, { $material }, läuft mehr als die Hälfte über { $feared-acc }
headline-less = Kein kritischer Rohstoff läuft zu mehr als der Hälfte über { $feared-acc }; den höchsten Anteil hat { $material } mit { $share }
headline-zero = Nach den Daten läuft nichts von dem, was { $asker } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, über { $feared-acc }
headline-single = { $material } für { $asker-acc }: { $share } laufen über { $feared-acc }
headline-single-zero = { $material } für { $asker-acc }: Nach den Daten läuft nichts davon über { $feared-acc }
headline-own = { $n ->
    [0] { $feared-cap } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von keinem erfassten kritischen Rohstoff mehr als die Hälfte der Welterzeugung her
    [one] { $feared-cap } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von einem der { $total } kritischen Rohstoffe mehr als die Hälfte der Welterzeugung her
   *[other] { $feared-cap } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von { $n } der { $total } kritischen Rohstoffe mehr als die Hälfte der Welterzeugung her
}
headline-unused = { $n ->
    [0] Keine Quelle zeigt, was { $asker } { $asker-num ->
        [many] verbrauchen
       *[one] verbraucht
    }; { $feared } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von keinem Rohstoff mehr als die Hälfte her
    [one] Keine Quelle zeigt, was { $asker } { $asker-num ->
        [many] verbrauchen
       *[one] verbraucht
    }; { $feared } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von einem der { $total } Rohstoffe mehr als die Hälfte her
   *[other] Keine Quelle zeigt, was { $asker } { $asker-num ->
        [many] verbrauchen
       *[one] verbraucht
    }; { $feared } { $feared-num ->
        [many] stellen
       *[one] stellt
    } von { $n } der { $total } Rohstoffe mehr als die Hälfte her
}
headline-single-world = { $material }: { $share } der Welterzeugung kommen aus { $feared-dat }
headline-single-world-zero = { $material }: Nach den Daten kommt nichts davon aus { $feared-dat }
headline-no-data = { $material }: Niemand veröffentlicht, wer wie viel erzeugt
stand-counted = Gezählt ist, was { $feared } { $feared-num ->
    [many] fördern, raffinieren oder weiterhandeln
   *[one] fördert, raffiniert oder weiterhandelt
}.
stand-group = { $rest ->
    [0] Alle gehören zur Gruppe { $group }.
   *[other] { $n } der { $total } gehören zur Gruppe { $group }.
}
stand-after-mine-one = Die Abhängigkeit beginnt erst nach dem Bergwerk: Gefördert ist in { $feared-dat } höchstens die Hälfte des Verbrauchs, raffiniert mehr als die Hälfte.
stand-after-mine = { $rest ->
    [0] Bei allen
   *[other] { $n ->
        [one] Bei einem der { $total }
       *[other] Bei { $n } der { $total }
    }
} beginnt die Abhängigkeit erst nach dem Bergwerk: Gefördert ist in { $feared-dat } höchstens die Hälfte des Verbrauchs, raffiniert mehr als die Hälfte.
stand-narrowest = Am schmalsten ist der Weg bei { $list }.
stand-world = { $n ->
    [0] Von keinem der { $total } Rohstoffe { $feared-num ->
        [many] stellen
       *[one] stellt
    } { $feared } weltweit mehr als die Hälfte her.
    [one] Weltweit { $feared-num ->
        [many] stellen
       *[one] stellt
    } { $feared } von einem der { $total } Rohstoffe mehr als die Hälfte her.
   *[other] Weltweit { $feared-num ->
        [many] stellen
       *[one] stellt
    } { $feared } von { $n } der { $total } Rohstoffe mehr als die Hälfte her.
}
stand-touched = { $n ->
    [one] Bei einem Rohstoff ist es ein kleinerer Teil.
   *[other] Bei { $n } Rohstoffen läuft überhaupt etwas über { $feared-acc }.
}
stand-own = { $feared-cap } { $feared-num ->
    [many] gehören
   *[one] gehört
} selbst zu denen, die fragen; ein Weg über { $feared-acc } wird deshalb nicht berechnet.
stand-own-self = Gefragt ist nach dem eigenen Land; ein Weg über { $feared-acc } wird deshalb nicht berechnet.
stand-missing = { $n ->
    [one] Für einen Rohstoff gibt es keine Zahlen; sicher ist er damit nicht.
   *[other] Für { $n } Rohstoffe gibt es keine Zahlen; sicher sind sie damit nicht.
}
material-share = { $material } ({ $share })
material-share-group = { $material } ({ $share }; höchster Wert der Gruppe { $group })

## Key figures
of-total = von { $total }
figure-dominated = { $n ->
    [one] Rohstoffen: Mehr als die Hälfte der Welterzeugung kommt aus { $feared-dat } (letzte erfasste Stufe)
   *[other] Rohstoffen: Mehr als die Hälfte der Welterzeugung kommt aus { $feared-dat } (letzte erfasste Stufe)
}
figure-dominated-note = Darunter { $n } { $group }, aus Zahlen der Gruppe errechnet
figure-dominated-all = Anteil an der Welterzeugung, { $year }
figure-us-not-mined = { $n ->
    [one] Rohstoff der Liste wird in den USA weder abgebaut noch gewonnen
   *[other] Rohstoffe der Liste werden in den USA weder abgebaut noch gewonnen
}
figure-us-not-mined-note = Veröffentlicht für 2025
figure-not-mined = { $n ->
    [one] Rohstoff ohne nennenswerte erfasste Förderung in { $asker-dat }
   *[other] Rohstoffe ohne nennenswerte erfasste Förderung in { $asker-dat }
}
figure-not-mined-note = Von { $total } mit erfasster Förderung in der Welt, { $year }; unter einem Tausendstel davon
figure-us-reliant = { $n ->
    [one] Rohstoff führen die USA vollständig ein
   *[other] Rohstoffe führen die USA vollständig ein
}
figure-us-reliant-note = Netto-Importquote 100 %, veröffentlicht für 2025
figure-reliant = { $n ->
    [one] Rohstoff { $asker-num ->
        [many] führen
       *[one] führt
    } { $asker } vollständig oder fast vollständig ein
   *[other] Rohstoffe { $asker-num ->
        [many] führen
       *[one] führt
    } { $asker } vollständig oder fast vollständig ein
}
figure-reliant-note = Berechnete Netto-Importquote über 99 %, { $year }
figure-single-passes = { $material } für { $asker-acc } laufen über { $feared-acc }
figure-single-world = der Welterzeugung der letzten erfassten Stufe kommen aus { $feared-dat }
figure-single-reliance = beträgt die Netto-Importquote { $asker-gen }
figure-computed = Berechnet, { $year }
figure-reliant-none = dazu, wie viel { $asker } { $asker-num ->
    [many] einführen
   *[one] einführt
}
source-link = Herkunft

## Lead
lead-after-mine = Wer anderen den Nachschub abschneiden will, braucht keine Mine: Bei { $material } { $feared-num ->
    [many] fördern { $feared } { $mine } der Weltmenge, raffinieren aber { $refined }.
   *[one] fördert { $feared } { $mine } der Weltmenge, raffiniert aber { $refined }.
}
lead-few-mines = { $n ->
    [one] Bei einem Rohstoff kommt aus { $feared-dat } höchstens die Hälfte der Förderung, aber mehr als die Hälfte der Raffinerieware.
   *[other] Bei { $n } Rohstoffen kommt aus { $feared-dat } höchstens die Hälfte der Förderung, aber mehr als die Hälfte der Raffinerieware.
}
lead-both = Bei { $material } liegt beides in einer Hand: { $mine } der Förderung und { $refined } der Raffinerieproduktion.
lead-hidden = Zollpapiere zeigen nur einen Teil der Abhängigkeit: { $material-cap } { $asker-num ->
    [many] kaufen
   *[one] kauft
} { $asker } { $direct } unmittelbar in { $feared-dat }, über { $feared-acc } gelaufen sind aber { $passes }.
lead-unobserved = { $n ->
    [one] Bei einem der { $total } Rohstoffe, die überwiegend über { $feared-acc } laufen, ist der Handel auf mindestens einer Stufe nicht beobachtet; sein Weg ist geschätzt.
   *[other] Bei { $n } der { $total } Rohstoffe, die überwiegend über { $feared-acc } laufen, ist der Handel auf mindestens einer Stufe nicht beobachtet; ihr Weg ist geschätzt.
}

## Section 1
where-title = Wo die Abhängigkeit liegt
where-text = Der Ring zeigt den Anteil { $feared-gen } an der Förderung der Welt, der Punkt den Anteil an der Raffinerieproduktion. Liegt der Punkt rechts vom Ring, beginnt ein Teil der Abhängigkeit erst nach dem Bergwerk.
where-figure = { $n ->
    [one] Ein Rohstoff und der Anteil { $feared-gen }
   *[other] { $n } Rohstoffe nach dem Anteil { $feared-gen }
}
where-figure-unit = in % der Welterzeugung { $year }; Zahl: letzte erfasste Stufe
key-mine = Bergwerk
key-refinery = Raffinerie
key-group = Raffinerie, aus der Gruppe errechnet
key-no-data = keine Daten (k. A.)
key-grade-a = gut belegt
key-grade-b = leicht angepasst
key-grade-c = stark angepasst
key-grade-d = Handel nicht beobachtet
where-caption = Ohne Ring: Nebenprodukt ohne eigenen Abbau oder kein Bergwerk erfasst. Nur Ring: keine Raffinerie erfasst.
where-caption-line = Rote Linie: darunter liegt der Anteil bei der Hälfte oder weniger.
grade-caption = Güte: das schlechtere Urteil der Stufen.
source-reports = in den Daten genannte Berichte,
source-line = Quelle: { $sources }; eigene Abstimmung.
panel-rank = { $n ->
    [one] Anteil { $feared-gen } an Bergwerk und Raffinerie
   *[other] Rang { $from } bis { $to }: Anteil { $feared-gen } an Bergwerk und Raffinerie
}
panel-desc = Von { $first } mit { $high } bis { $last } mit { $low }. Alle Werte stehen in der Tabelle darunter.
panel-desc-no-data = { $first } ist hier der erste Rohstoff. Alle Werte stehen in der Tabelle darunter.
panel-grade = Güte
as-table = { $n ->
    [one] Die Zahlen als Tabelle
   *[other] Alle { $n } Zahlen als Tabelle
}
path-text = Für { $asker-acc } zählt nicht, wer auf der Welt am meisten herstellt, sondern durch wessen Hände der eigene Nachschub geht. Der Balken zeigt, wie viel über { $feared-acc } läuft, als Förderland, Raffinerie oder Händler; der Punkt zeigt, wie viel unmittelbar dort gekauft wird. Liegt der Punkt weit innerhalb des Balkens, stehen andere Länder dazwischen.
path-text-own-self = Gefragt ist nach dem eigenen Land; ein Weg wird deshalb nicht berechnet.
path-text-own = { $feared-cap } { $feared-num ->
    [many] gehören
   *[one] gehört
} selbst zu denen, die fragen; ein Weg wird deshalb nicht berechnet.
path-figure = Was über { $feared-acc } läuft
path-figure-unit = in % des Verbrauchs { $asker-gen }, { $year }
key-passes = läuft über { $feared-acc }
key-direct = unmittelbar dort gekauft
path-caption = Ohne Balken: kein Verbrauch { $asker-gen } erfasst, oder niemand veröffentlicht die Erzeugung. Nicht beobachteter Handel folgt einer Regel aus Größe und Entfernung (Güte D).
path-panel = { $n ->
    [one] Anteil, der über { $feared-acc } läuft
   *[other] Rang { $from } bis { $to }: Anteil, der über { $feared-acc } läuft
}

## Section 2
chain-title = Eine Kette: { $material }
chain-all = Was { $asker } an { $material-dat } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, { $feared-num ->
    [many] haben
   *[one] hat
} { $feared } { $mine } gefördert, { $maker } raffiniert und { $direct } selbst geliefert.
chain-magnet = Was { $asker } an { $material-dat } in Magneten { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, { $feared-num ->
    [many] haben
   *[one] hat
} { $feared } { $mine } gefördert, { $refiner } raffiniert, { $maker } zu Magneten verarbeitet und { $direct } selbst geliefert.
chain-own-magnet = Was { $asker } an { $material-dat } in Magneten { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, stammt am Bergwerk { $mine }, in der Raffinerie { $refiner }, bei den Magneten { $maker } aus { $feared-dat }.
chain-own-all = Was { $asker } an { $material-dat } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, stammt am Bergwerk { $mine }, in der Raffinerie { $maker } aus { $feared-dat }.
chain-own-last = Was { $asker } an { $material-dat } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, stammt { $maker } aus { $feared-dat }.
chain-passes = Insgesamt sind { $passes } irgendwann über { $feared-acc } gegangen, gehandeltes Erz und Metall eingerechnet.
chain-refined = Was { $asker } an { $material-dat } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, { $feared-num ->
    [many] haben
   *[one] hat
} { $feared } { $maker } raffiniert und { $direct } selbst geliefert.
chain-mined = Was { $asker } an { $material-dat } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, { $feared-num ->
    [many] haben
   *[one] hat
} { $feared } { $maker } gefördert und { $direct } selbst geliefert.
chain-world = Weltweit liegt der Anteil { $feared-gen } bei { $material-dat } bei { $shares }. Was { $asker } davon { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
}, ist nicht erfasst.
chain-world-mine = { $share } am Bergwerk
chain-world-refined = { $share } in der Raffinerie
chain-world-magnet = { $share } bei der Herstellung von Magneten
chain-uses-USA = Wichtigste Verwendungen nach Zahlen für die USA: { $list }.
chain-uses-EU = Wichtigste Verwendungen nach Zahlen für die Europäische Union: { $list }.
chain-uses-world = Wichtigste Verwendungen nach Zahlen für die Welt: { $list }.
chain-figure = { $material }: der Weg zum Verbrauch { $asker-gen }
chain-figure-unit = in % dieses Verbrauchs, { $year }
chain-figure-world = { $material }: wer es herstellt
chain-figure-world-unit = in % der Welterzeugung, { $year }
chain-mine = Gefördert in
chain-maker-refined = Raffiniert in
chain-maker-magnet = Magnete aus
chain-maker-mine = Gefördert in
chain-direct = Gekauft in
part-of-it = zu { $share }
part-none = nicht
chain-home = eigene Erzeugung
chain-group = Handel und Raffinerie sind für die { $n } Elemente nur zusammen bekannt; deshalb steht hier die Gruppe.
chain-gain-mine = { $n } von 100 Tonnen sind { $scrap ->
    [yes] anderswo gefördert oder aus Schrott
   *[no] anderswo gefördert
} und in { $feared-dat } raffiniert.
chain-loss-mine = { $n } von 100 Tonnen sind in { $feared-dat } gefördert und anderswo raffiniert.
chain-loss-refiner = { $n } von 100 Tonnen sind in { $feared-dat } raffiniert und anderswo zu Magneten verarbeitet.
chain-gain-refiner = { $n } von 100 Tonnen sind anderswo raffiniert und in { $feared-dat } zu Magneten verarbeitet.
chain-loss-maker = { $n } von 100 Tonnen sind aus { $feared-dat }, aber in anderen Ländern gekauft.
chain-gain-maker = { $n } von 100 Tonnen sind anderswo hergestellt und in { $feared-dat } gekauft.
chain-caption = Die Breite ist der Anteil. Jede Tonne ist vom Verbrauch zurückverfolgt; was ein Land liefert, gilt dabei als eine Mischung, gleich für alle Käufer.
chain-caption-bloc = Gekauft in: das Land, aus dem die verbrauchte Ware in { $asker-acc } kommt; die Tabelle zählt auch, was { $asker } wieder { $asker-num ->
    [many] ausführen.
   *[one] ausführt.
}
chain-caption-grade = Güte { $grade }.
chain-caption-world = Die Breite ist der Anteil an der Welterzeugung. Ohne erfassten Verbrauch lässt sich kein Weg zeichnen.
chain-desc = { $feared-name } – { $shares }.
chain-message = { $material }: der Anteil { $feared-gen } auf jedem Schritt

## Section 3
table-title = { $n ->
    [one] Ein Rohstoff in Zahlen
   *[other] Die { $n } am stärksten betroffenen Rohstoffe
}
table-text = Die fünf Spalten beantworten verschiedene Fragen: die ersten beiden, wer den Weltmarkt beherrscht; die dritte, was { $asker-acc } über { $feared-acc } erreicht; die vierte, wie viel überhaupt aus dem Ausland kommt; die letzte, wie gut all das bekannt ist.
table-text-own = Die ersten beiden Spalten zeigen, wer den Weltmarkt beherrscht; die dritte, wie viel aus dem Ausland kommt; die letzte, wie gut das bekannt ist.
table-figure = Anteile, Wege und Importquote
table-figure-unit = { $year }
table-mine = { $feared-name }, Bergwerk
table-refined = { $feared-name }, Raffinerie
table-passes = Läuft über { $feared-acc }
table-reliance = Netto-Importquote { $asker-gen }
table-reliance-us = Netto-Importquote der USA, veröffentlicht { $year }
table-note = Farbe in Stufen von 20 Prozentpunkten.
table-note-group = * Aus Zahlen der Gruppe { $group } errechnet.
table-note-bound = „über“: die Quelle nennt nur eine Untergrenze.

## Section 4
leaders-title = Wer auf der Welt vorn liegt
leaders-text = { $markets ->
    [one] Im einzigen erfassten Markt { $num ->
        [many] sind { $name } die größten Erzeuger.
       *[one] ist { $name } der größte Erzeuger.
    }
   *[other] { $name-cap } { $num ->
        [many] führen
       *[one] führt
    } in { $n } von { $markets } Märkten.
}
leaders-second = Dahinter { $num ->
    [many] folgen
   *[one] folgt
} { $name } mit { $n }.
leaders-feared = { $feared-cap } { $feared-num ->
    [many] führen
   *[one] führt
} { $n ->
    [0] in keinem dieser Märkte.
    [one] in einem.
   *[other] in { $n }.
}
leaders-figure = Größter Erzeuger in wie vielen von { $markets } Märkten
leaders-figure-unit = ein Markt ist ein Rohstoff auf seiner letzten erfassten Stufe, { $year }
leaders-caption = Rohstoffe einer Gruppe, in denen dasselbe Land führt, zählen als ein Markt.
leaders-rest = Nicht gezeigt: { $n ->
    [one] ein weiteres Land
   *[other] { $n } weitere Länder
} mit { $each ->
    [one] je einem Markt.
   *[other] höchstens je { $each } Märkten.
}
leaders-and-more = { $n } und mehr
leaders-home = { $asker-name }
map-caption = Flächentreue Karte (Equal Earth). Grenzen: Natural Earth, ohne Aussage zu ihrem rechtlichen Status.
leaders-column-markets = Märkte
leaders-column-materials = Rohstoffe
leaders-panel = Länder nach der Zahl der Märkte, in denen sie führen
leaders-desc = Vorn liegt { $name } mit { $n }.

## Section 5
unknown-title = Was nicht bekannt ist
unknown-trade = { $n ->
    [one] Bei einem von { $total } Rohstoffen ist der Handel auf mindestens einer Stufe nicht beobachtet (Güte D).
   *[other] Bei { $n } von { $total } Rohstoffen ist der Handel auf mindestens einer Stufe nicht beobachtet (Güte D).
}
unknown-no-data = { $n ->
    [one] Für { $list } veröffentlicht niemand die Erzeugung nach Ländern. Ohne Zahlen ist ein Rohstoff nicht sicher, sondern unbekannt.
   *[other] Für { $list } veröffentlicht niemand die Erzeugung nach Ländern. Ohne Zahlen stehen sie in der Liste, aber nicht in der Rangfolge, und sicher sind sie nicht.
}
unknown-baskets = { $n ->
    [one] Ein Rohstoff teilt sich die Zollnummer mit anderen. Wer wem wie viel davon liefert, ist geschätzt.
   *[other] { $n } Rohstoffe teilen sich eine Zollnummer mit anderen. Wer wem wie viel liefert, ist dort geschätzt.
}
unknown-group = { $n ->
    [one] Für die Gruppe { $group } gibt es Zahlen nur zusammen; der Anteil des einen Rohstoffs ist daraus errechnet.
   *[other] Für die Gruppe { $group } gibt es Zahlen nur zusammen; die Anteile der { $n } Rohstoffe sind daraus errechnet.
}
unknown-old = { $n ->
    [one] Bei einem Rohstoff sind die Anteile der Länder älter als drei Jahre.
   *[other] Bei { $n } Rohstoffen sind die Anteile der Länder älter als drei Jahre.
}
unknown-origin = { $n ->
    [one] Bei einem Rohstoff nennt keine Quelle, woher mehr als ein Viertel des Verbrauchs { $asker-gen } stammt.
   *[other] Bei { $n } Rohstoffen nennt keine Quelle, woher mehr als ein Viertel des Verbrauchs { $asker-gen } stammt.
}
unknown-use = { $n ->
    [one] Bei einem Rohstoff ist kein Verbrauch { $asker-gen } erfasst.
   *[other] Bei { $n } Rohstoffen ist kein Verbrauch { $asker-gen } erfasst.
}
unknown-products = Rohstoffe in eingeführten Waren wie Batterien, Chips oder Motoren sind nicht gezählt. Wer fertige Waren kauft, hängt stärker ab, als hier steht.
unknown-stocks = Private Lager meldet kaum jemand. Ob ein Ausfall nach drei oder nach neun Monaten schmerzt, hängt an ihnen.
unknown-limits = Zu den am stärksten betroffenen:

## Method, sources, record
method-title = Verfahren und Quellen
method-balance = Erzeugung, Handel und Verbrauch des Jahres { $year } widersprechen sich in den Quellen. Sie werden so wenig wie möglich verändert, bis für jedes Land und jede Stufe die Mengen aufgehen. Wie weit eine Zahl dafür verschoben wurde, bestimmt die Güte.
method-grades = A: alle Stufen beobachtet, unter 5 % verschoben. B: unter 20 %. C: Sammelnummern, größere Verschiebung oder Angaben älter als drei Jahre. D: Handel nicht beobachtet. Verteilung: { $a } A, { $b } B, { $c } C, { $d } D, { $none } ohne Daten.
method-path = Ein Weg wird vom Verbraucher aus stromauf verfolgt: In jedem Land teilt sich das Angebot im Verhältnis auf eigene Erzeugung und Einfuhren, bis alles bei einem Erzeuger angekommen ist. Was unterwegs auf { $feared-acc } trifft, zählt einmal.
method-reliance = Netto-Importquote: Einfuhren weniger Ausfuhren als Anteil am Verbrauch. Unter null führt das Land mehr aus als ein.
method-not-covered = Nicht erfasst: Waren, in denen ein Rohstoff verbaut ist.
sources-title = Quellen
record-title = Laufprotokoll
record-question = Frage
record-again = Wiederholen
record-edition = Datenstand
record-digest = { $edition }, Prüfsumme
record-program = Programm
record-assumptions = Annahmen
record-unchanged = keine geändert
record-changed = gesetzt
record-files = Zahlen als CSV, Bilder als SVG und das Protokoll run.json liegen neben dieser Seite.
dative-rare-earths = Seltenen Erden
chart-licence-data = Daten: { $sources }. Bild: CC BY 4.0, erstellt mit Adit { $version }, Datenstand { $edition }.
chart-licence = Bild: CC BY 4.0, erstellt mit Adit { $version }, Datenstand { $edition }.

## Terminal
summary-passes = Über { $feared-acc }
summary-bar = des Verbrauchs
summary-mine = Welt, Bergwerk
summary-refined = Welt, Raffinerie
summary-unknown = Nicht bekannt

## Was wäre wenn
table-what-if-months = Monat für Monat: Preise als Vielfache derer von { $year }, Verbrauch und Lager { $asker-gen }
table-what-if-users = Wem wie viel fehlt: { $material }, { $months } Monate
table-what-if-sellers = Wer an { $asker-acc } verkauft: { $material }, { $months } Monate
table-what-if-uses = Welche Verwendungen zu kurz kommen, { $months } Monate
table-what-if-losses = Was { $asker } { $asker-num ->
    [many] verlieren
   *[other] verliert
  }, { $months } Monate
table-what-if-industries = Welche Branchen es trifft, { $months } Monate
table-what-if-technologies = Was zuerst knapp wird
table-what-if-accounts = Wer am Markt gewinnt und wer verliert, Mio. $, { $months } Monate
table-screen-technologies = Was zuerst knapp wird, wenn { $feared } alles auf einmal { $feared-num ->
    [many] einstellen
   *[other] einstellt
  }
column-month = Monat
column-allowed = Ausfuhr erlaubt
column-price-outside = Preis außen
column-price-outside-low = Unten
column-price-outside-high = Oben
column-price-inside = Preis innen
column-used-t = Verbrauch, t
column-missing-t = Fehlt, t
column-stock-t = Lager, t
column-base-use-t = Verbrauch vorher, t
column-missing-share = Vom Verbrauch
column-price-mean = Preis im Mittel
column-surplus-lost-usd = Konsumentenrente verloren, Mio. $
column-expected-usd = Im Jahr erwartet, Mio. $
column-risk-class = Risiko
column-likelihood = Stopps im Jahr
column-likelihood-why = Warum so oft
column-users-lost-usd = Verlust der Verbraucher, Mio. $
column-output-lost-usd = Wertschöpfung verloren, Mio. $
column-import-bill-usd = Mehrkosten der Einfuhr, Mio. $
column-economy-lost-usd = Verlust der Wirtschaft, Mio. $
column-market-lost-usd = Verlust am Markt, Mio. $
short-economy-lost-usd = Wirtsch.
short-market-lost-usd = Markt
short-surplus-lost-usd = Rente, Mio. $
short-output-lost-usd = Wertsch., Mio. $
short-import-bill-usd = Einfuhr, Mio. $
short-materials-short-n = Knapp
short-price-mean = Preis
short-risk-class = Risiko
column-loss = Verlust
column-lost-usd = Mitte, Mio. $
column-lost-low-usd = Unten, Mio. $
column-lost-high-usd = Oben, Mio. $
column-covered = Vom Verbrauch erfasst
column-industry-code = Nr.
column-industry-name = Branche
column-technology = Technologie
column-technology-use-share = Teil des Verbrauchs
column-first-short-month = Knapp ab Monat
column-technology-missing-share = Fehlt
column-worst-material = Am meisten fehlt
column-technology-materials-n = Rohstoffe
column-account-total-usd = Zusammen
column-account-users-usd = Verbraucher
column-account-producers-usd = Erzeuger
column-account-holders-usd = Lagerhalter
column-account-rent-usd = Rente der Kontrolle
column-account-revenue-usd = Zölle und Abgaben
short-account-holders-usd = Lager
short-account-revenue-usd = Zölle
never-short = nicht knapp
loss-market = Markt: alle Konten { $asker-gen }
loss-users = Verbraucher: Wertschöpfung und Einfuhr
loss-users-output = – Wertschöpfung, die der Industrie entgeht
loss-users-import-bill = – Mehrkosten der Einfuhr
loss-users-bound = – Wertschöpfung, wenn sich nichts ersetzen lässt
loss-economy = Wirtschaft: mit Zulieferern und Kunden
short-expected-usd = Erwartet
short-users-lost-usd = Verbr.
short-likelihood = Im Jahr
short-likelihood-why = Warum
risk-high = hoch
risk-elevated = erhöht
risk-moderate = mittel
risk-limited = begrenzt
risk-negligible = gering
likelihood-given = vorgegeben
likelihood-in-force = unter Kontrolle
likelihood-history = hat beschränkt
likelihood-ally = Partner
likelihood-rule = Regel
likelihood-unrated = Regel, unbewertet
column-sold-base-t = Vorher, t
column-sold-t = Jetzt, t
column-sold-change-t = Änderung, t
column-application = Verwendung
column-industry = Branche
column-use-share = Anteil
note-what-if-months = Preis 1 ist der Preis des Basisjahrs. Unten und oben: Dazwischen liegen 80 % der Ziehungen über alle Spannen der Annahmen, dazu das, was frühere Beschränkungen darüber hinaus zeigten; der mittlere Lauf muss nicht ihre Mitte sein. Fehlt: in Monaten mit weniger Verbrauch als im Basisjahr. Lager: die der Verbraucher, in angenommenen Monaten des Verbrauchs.
note-what-if-users = Konsumentenrente verloren: die Fläche unter der Nachfragekurve zwischen altem und neuem Preis. Was die Industrie nicht herstellen kann, ist das nicht.
note-what-if-losses = Drei Blicke auf denselben Mangel, die man nie zusammenzählt. Markt: Konsumenten- und Produzentenrente, Lagerhalter, Renten und Zölle, gegenüber dem Markt in Ruhe; unter null ist ein Gewinn. Verbraucher: Wertschöpfung, die der Industrie entgeht, und was die Einfuhr mehr kostet; was heimische Erzeuger mehr bekommen, ist kein Verlust des Landes. Lässt sich nichts ersetzen, sinkt die Erzeugung wie der Rohstoff: die Obergrenze. Wirtschaft: enthält die Wertschöpfung, die den Verbrauchern entgeht, nicht die Mehrkosten der Einfuhr. Unten und oben: Dazwischen liegen 80 % der Ziehungen über alle Spannen.
note-loss-assumptions = Annahmen, die niemand veröffentlicht: welcher Teil einer Branche den Rohstoff braucht und wie leicht sie ohne ihn auskommt (die kurzfristige Elastizität ihrer Nachfrage). Werte und Spannen: adit explain losses.affected_part und model.demand_short.
note-likelihood-assumptions = Stopps im Jahr: eine angenommene Regel aus geltenden Kontrollen, Regierungsführung, Bündnissen und früheren Beschränkungen, keine Vorhersage. Werte und Spannen: adit explain likelihood.base; eigene: --likelihoods DATEI.
note-what-if-industries = Wertschöpfung verloren: was eine Branche nicht herstellen kann, weil der Rohstoff fehlt. Wirtschaft: dasselbe mit entgangenen Aufträgen und fehlenden Teilen in allen Branchen; jede Erzeugung geht nur einmal verloren.
note-what-if-technologies = Knapp: Weniger als { $met } des Verbrauchs im Basisjahr werden gedeckt. Keine Quelle sagt, welche Verwendung zuerst weicht; deshalb werden alle eines Landes zum selben Teil gedeckt. Eine Verwendung kann mehreren Technologien dienen oder keiner: Teile und Verluste addieren sich nicht.
note-what-if-accounts = Über null ist ein Gewinn. Verbraucher: Konsumentenrente. Erzeuger: Rente von Bergwerken, Raffinerien und Verwertern. Lagerhalter: was sie über dem Basispreis verkaufen, ohne das, was sie darüber kaufen. Rente der Kontrolle: der Ausführer an dem, was hinausdarf. Zölle und Abgaben: des Staates.
note-screen-losses = Drei Blicke auf einen Verlust, die man nie zusammenzählt. Verbraucher: Wertschöpfung, die der Industrie entgeht, und Mehrkosten der Einfuhr. Wirtschaft: Wertschöpfung mit Zulieferern und Kunden, ohne die Einfuhr. Markt: alle Konten { $asker-gen }; unter null ist ein Gewinn. Erwartet: Stopps im Jahr mal Verlust der Verbraucher durch einen Stopp.
note-screen-no-industries = Für { $asker-acc } liegt keine Tabelle der Branchen vor: Die Verluste der Verbraucher und der Wirtschaft sind nicht bekannt.
note-screen-no-table = Für { $asker-acc } liegt keine nationale Tabelle vor: Der Verlust der Wirtschaft ist nicht bekannt.
note-screen-technologies = Nach dem größten Teil eines Jahresverbrauchs, der von einem Rohstoff der Technologie fehlt. Knapp: Rohstoffe, bei denen weniger als { $met } gedeckt werden. Wertschöpfung verloren: der größte Verlust durch einen einzelnen Rohstoff, eine Untergrenze. Teil des Verbrauchs: des Rohstoffs, der am meisten fehlt.
screen-expected = Alle Stopps: { $expected } im Jahr zu erwarten, wenn sie einzeln kommen.
screen-drivers = Schon eine einzige Annahme ändert das stark: { $list }.
note-what-if-sellers = Käufe auf der Stufe, auf der die Industrie kauft. Wo vorher nichts gehandelt wurde, kostet es einen Aufschlag.
note-what-if-uses = Keine Quelle sagt, welche Verwendung zuerst weicht; der Mangel ist deshalb gleichmäßig verteilt.
note-what-if-region = Anteile der Verwendungen wie veröffentlicht für { $region }.
region-eu = die Europäische Union
region-world = die Welt
region-usa = die USA
note-more-rows = { $n ->
    [one] Eine weitere Zeile
   *[other] { $n } weitere Zeilen
  } mit --format csv.
what-if-ban = { $feared-cap } { $feared-num ->
    [many] stellen
   *[other] stellt
  } die Ausfuhr ein: { $material }.
what-if-quota = { $feared-cap } { $feared-num ->
    [many] begrenzen
   *[other] begrenzt
  } die Ausfuhr auf { $size } derer von { $year }: { $material }.
what-if-licence = { $feared-cap } { $feared-num ->
    [many] lassen
   *[other] lässt
  } nur noch mit Lizenz ausführen: { $material }.
what-if-export-tax = { $feared-cap } { $feared-num ->
    [many] besteuern
   *[other] besteuert
  } die Ausfuhr mit { $size } des Basispreises: { $material }.
what-if-tariff = { $feared-cap } { $feared-num ->
    [many] erheben
   *[other] erhebt
  } einen Zoll von { $size } des Basispreises auf die Einfuhr: { $material }.
what-if-outage = In { $feared-dat } fallen { $size } der Erzeugung aus Erz aus: { $material }.
what-if-several = Mehrere Eingriffe treffen den Markt: { $material }.
what-if-price = Außerhalb steigt der Preis im Monat { $month } auf das { $price }-Fache von { $year } (80-%-Bereich { $low } bis { $high }).
what-if-inside = Innerhalb liegt er am Ende beim { $price }-Fachen.
what-if-missing = Es fehlen { $asker-dat } { $missing } t, { $share } des Verbrauchs in { $months } Monaten (80-%-Bereich { $low } bis { $high } t).
what-if-stocks-end = Die Lager der Verbraucher, deren Größe angenommen ist, sind im Monat { $month } fast leer.
what-if-stocks-last = Die Lager der Verbraucher, deren Größe angenommen ist, reichen bis zum Ende.
what-if-market = Am Markt { $asker-num ->
    [many] verlieren
   *[other] verliert
  } { $asker } { $lost } (80-%-Bereich { $low } bis { $high }): Verbraucher, Erzeuger, Lagerhalter und Staat zusammen.
what-if-market-gain = Am Markt { $asker-num ->
    [many] gewinnen
   *[other] gewinnt
  } { $asker } { $lost } (80-%-Bereich { $low } bis { $high }).
what-if-users = Der Industrie entgeht Wertschöpfung von { $lost } (80-%-Bereich { $low } bis { $high }); { $bound }, wenn sich nichts ersetzen ließe.
what-if-bill = Die Einfuhr kostet { $lost } mehr (80-%-Bereich { $low } bis { $high }).
what-if-industries = Am stärksten getroffen – { $list }.
what-if-economy = Mit Zulieferern und Kunden verliert die Wirtschaft { $lost } an Wertschöpfung (80-%-Bereich { $low } bis { $high }), die der getroffenen Branchen eingeschlossen.
what-if-never-added = Das sind Blicke auf denselben Mangel, die man nicht zusammenzählt. Welcher Teil einer Branche den Rohstoff braucht und wie leicht sie ohne ihn auskommt, ist angenommen.
what-if-no-price = Einen Preis veröffentlicht hier niemand ({ $material }): In Geld ist kein Verlust bekannt.
what-if-no-industries = Für { $asker-acc } liegt keine Tabelle der Branchen vor: Was sie verlieren, ist nicht bekannt.
what-if-no-users = Welche Branchen { $material } verbrauchen, ist für { $asker-acc } nicht bekannt, und damit auch nicht, was sie verlieren.
what-if-no-table = Für { $asker-acc } liegt keine nationale Tabelle vor: Wie sich der Verlust auf Zulieferer und Kunden ausbreitet, ist nicht bekannt.
what-if-drivers-loss = Was den Verlust der Verbraucher am meisten bestimmt, eine Annahme nach der anderen über ihre Spanne: { $list }.
what-if-drivers-missing = Was den Mangel am meisten bestimmt, eine Annahme nach der anderen über ihre Spanne: { $list }.
money-small = weniger als 0,1 Mio. US-Dollar
what-if-no-use = Für { $asker-acc } zeigen die Daten hier keinen Verbrauch.
what-if-unsolved = { $n } Ziehungen fanden kein Gleichgewicht und fehlen in den Bereichen.
table-screen = Jeder Lieferant stellt ein Jahr lang die Ausfuhr ein: Was { $asker } { $asker-num ->
    [many] verlieren
   *[other] verliert
  }, Geld in Mio. $, Basisjahr { $year }
table-screen-suppliers = Alles zusammen, was ein Lieferant in der Hand hat, Geld in Mio. $
column-supplier = Lieferant
column-world-share = Der Welterzeugung
column-materials-n = Rohstoffe
column-materials-short-n = Davon fehlt mehr als ein Zehntel des Verbrauchs
note-screen = Lieferanten mit mehr als 1 % der Welterzeugung einer Stufe, einer nach dem anderen, mittlere Annahmen. Preis: Mittel außerhalb über das Jahr, in Preisen des Basisjahrs.
note-screen-suppliers = Alle Stopps eines Lieferanten auf einmal. Eine Branche, der mehrere Rohstoffe fehlen, verliert den größten einzelnen Verlust, nie die Summe: Die Verluste der Verbraucher und der Wirtschaft sind Untergrenzen. Mehrkosten der Einfuhr und Verluste am Markt addieren sich über die Rohstoffe. Von zwei Stufen eines Rohstoffs zählt die teurere. Erwartet: wenn seine Stopps einzeln kommen.
note-unsolved = Für { $n } Ausfälle räumt kein Preis den Markt; sie fehlen.
what-if-targets = Betroffen: { $list }.
what-if-stage = Nur auf dieser Stufe: { $product }.
what-if-told = Preise und Verbrauch beziehen sich auf: { $product }.

## Cut-off
table-cutoff = Was { $feared } { $asker-dat } in einem Jahr antun { $feared-num ->
    [many] könnten
   *[other] könnte
  }, Basisjahr { $year }
column-cutoff-price = Preis im Mittel, Basisjahr = 1
column-cutoff-use-t = Verbrauch, t
column-cutoff-missing-t = Fehlt, t
column-cutoff-missing-share = Vom Verbrauch
column-cutoff-lost-usd = Konsumentenrente verloren, Mio. $
note-cutoff = { $feared-cap } { $feared-num ->
    [many] stellen
   *[other] stellt
  } die Ausfuhr eines Rohstoffs auf einer Stufe zwölf Monate lang gegenüber allen ein; mittlere Annahmen. Preis: Mittel außerhalb, in Preisen des Basisjahrs.
cutoff-title = Was ein Lieferstopp im ersten Jahr bewirkt
cutoff-text = { $feared-num ->
    [many] Stellten
   *[other] Stellte
  } { $feared } ein Jahr lang die Ausfuhr ein, einen Rohstoff nach dem anderen, so fehlte { $asker-dat } bei { $n ->
    [one] einem Rohstoff mehr als ein Zehntel des Verbrauchs: { $list }
   *[other] { $n } Rohstoffen mehr als ein Zehntel des Verbrauchs{ $named ->
        [all] : { $list }
       *[some] , vorneweg { $list }
      }
  }. An der Spitze steht { $material-cap }: { $part } eines Jahresverbrauchs fehlen, bei einem Preis, der im Mittel das { $price }-Fache von { $year } beträgt.
cutoff-text-none = { $feared-num ->
    [many] Stellten
   *[other] Stellte
  } { $feared } ein Jahr lang die Ausfuhr ein, einen Rohstoff nach dem anderen, so fehlte { $asker-dat } bei keinem mehr als ein Zehntel des Verbrauchs; am meisten bei { $material }, { $part }.
hit-figure = Was { $feared } { $asker-dat } lahmlegen { $feared-num ->
    [many] könnten
   *[other] könnte
  }
hit-figure-unit = Alle Ausfuhren stehen ein Jahr lang still: verlorene Wertschöpfung in Mio. $ und fehlende Teile eines Jahresverbrauchs
hit-industries = Branchen: Wertschöpfung verloren, Mio. $
hit-technologies = Technologien: Was ihnen am meisten fehlt
hit-technology = { $technology }: { $material }
hit-caption = Eine Branche, der mehrere Rohstoffe fehlen, zählt nur mit ihrem größten Verlust: eine Untergrenze. Welcher Teil einer Branche einen Rohstoff braucht und wie leicht sie ohne ihn auskommt, ist angenommen. Alle Verwendungen eines Landes werden zum selben Teil gedeckt, weil keine Quelle sagt, welche zuerst weicht.
cutoff-money-market = { $asker-num ->
    [many] Stünde alles auf einmal still, so { $sign ->
        [gain] gewännen
       *[other] verlören
      }
   *[other] Stünde alles auf einmal still, so { $sign ->
        [gain] gewänne
       *[other] verlöre
      }
  } { $asker } am Markt { $lost }, gerechnet über die Rohstoffe mit veröffentlichtem Preis: Verbraucher, Erzeuger, Lagerhalter und Staat zusammen.
cutoff-money-bill = Die Einfuhr würde { $lost } mehr kosten.
cutoff-money-users = Der Industrie entginge Wertschöpfung von { $lost }; eine Branche, der mehrere Rohstoffe fehlen, zählt nur mit ihrem größten Verlust, das ist also eine Untergrenze.
cutoff-money-economy = Mit Zulieferern und Kunden verlöre die Wirtschaft { $lost } an Wertschöpfung.
cutoff-money-views = Das sind Blicke auf denselben Verlust, die man nicht zusammenzählt.
cutoff-drivers-loss = Wie viel Wertschöpfung ein Stopp kostet ({ $material }), hängt vor allem an diesen Annahmen: { $list }.
note-cutoff-losses = Drei Blicke auf einen Verlust, die man nie zusammenzählt: Markt (alle Konten { $asker-gen }; unter null ist ein Gewinn), Verbraucher (Wertschöpfung, die der Industrie entgeht, und Mehrkosten der Einfuhr), Wirtschaft (Wertschöpfung mit Zulieferern und Kunden). Welcher Teil einer Branche einen Rohstoff braucht und wie leicht sie ohne ihn auskommt, ist angenommen: adit explain losses.affected_part und model.demand_short.
column-cutoff-market-usd = Verlust am Markt, Mio. $
column-cutoff-output-usd = Wertschöpfung verloren, Mio. $
column-cutoff-bill-usd = Mehrkosten der Einfuhr, Mio. $
column-cutoff-economy-usd = Verlust der Wirtschaft, Mio. $
cutoff-limits = Das sind die mittleren Annahmen. Wie weit das Modell bei früheren Beschränkungen danebenlag, zeigt adit backtest; die Bänder unten schließen das ein.
cutoff-focus = Ein Beispiel, Monat für Monat: { $material-cap }.
months-figure = { $ban ->
    [yes] Was mit { $material-dat } geschieht, wenn { $feared } die Ausfuhr { $feared-num ->
        [many] einstellen
       *[other] einstellt
      }
   *[no] Was mit { $material-dat } geschieht
  }
months-figure-unit = { $ban ->
    [yes] { $months } Monate nach dem Stopp
   *[no] { $months } Monate
  }; Preise als Vielfache derer von { $year } (logarithmisch), Verbrauch in Teilen davon
months-price-panel = Preis
months-price-desc = Auf dem Höhepunkt beträgt der Preis außerhalb das { $peak }-Fache des Basisjahrs; am Ende liegen 80 % der Ziehungen zwischen { $low } und { $high }.
months-use-panel = Verbrauch { $asker-gen }
months-use-desc = Im letzten Monat liegt der Verbrauch bei { $last } des früheren.
months-outside = außen
months-inside = innen
months-axis = Monat
months-caption = Linien: mittlere Annahmen. Die Lager der Verbraucher sind angenommen, nicht beobachtet.
key-band = 80 % der Ziehungen aller Annahmen; beim Preis auch, was sie nicht erklären
missing-figure = Wem wie viel fehlt: { $material }
missing-figure-unit = Teil des Verbrauchs von { $months ->
    [one] einem Monat
    [12] zwölf Monaten
   *[other] { $months } Monaten
  }, der fehlt{ $ban ->
    [yes] , wenn { $feared } die Ausfuhr { $feared-num ->
        [many] einstellen
       *[other] einstellt
      }
   *[no] {""}
  }; Liste: größte Mengen
missing-desc = Am meisten fehlt hier: { $name }, { $tonnes }, { $part } des Verbrauchs.
missing-none = unter 1 % oder kein Verbrauch bekannt
missing-and-more = { $part } und mehr
missing-caption = Mittlere Annahmen.

# workbook
xlsx-key = Schlüssel (adit explain)
xlsx-about = Nachweis
xlsx-source = Quelle
xlsx-title = Titel
xlsx-publisher = Herausgeber
xlsx-edition = Ausgabe
xlsx-licence = Lizenz
xlsx-address = Adresse

## Rückschau
column-event = Ereignis
column-cluster = Gruppe
column-side = Wo
column-price-month = Preis vom
column-months-since = Monate danach
column-observed = Beobachtet
column-simulated = Berechnet
column-band-low = Band von
column-band-high = bis
column-in-band = Im Band
column-log-error = Log-Fehler
column-role = Zählt
column-hindsight = Lager erst später bekannt
column-model = Regel
column-error = Fehler
column-within-two = Höchstens Faktor 2
column-rank = Rangkorrelation
column-difference = Modell besser (−) oder schlechter (+) um
column-difference-low = 95 % von
column-difference-high = bis
column-held-out-error = Fehler, zurückgehalten
column-held-out-within-two = Höchstens Faktor 2, zurückgehalten
column-mechanism = Ohne
column-error-more = Mehr als damit
column-band = Band
column-noise-low = Streuung von
column-noise-high = bis
column-coverage = Punkte darin
table-backtest = Frühere Ausfuhrbeschränkungen: beobachtete und berechnete Preise, als Vielfaches des Preises davor
table-backtest-models = Wie weit daneben: das Modell und einfache Regeln
table-backtest-mechanisms = Was den Ausschlag gibt: der Fehler, wenn ein Teil des Modells fehlt
table-backtest-bands = Wie oft der beobachtete Preis im 80-%-Band liegt
side-outside = außerhalb
side-inside = im Land
answer-yes = ja
answer-no = nein
role-counted = ja
role-held-out = zurückgehalten
contender-model = Das Modell
contender-model-fitted = Das Modell, zwei Zahlen angepasst
contender-constant = Preis bleibt, wie er war
contender-multiplier = Ein Vielfaches für alle, angepasst
contender-iso-elastic = Statisch, eine Elastizität, angepasst
contender-linear = Statisch, Gerade, Elastizität 0,4
mechanism-two-prices = zwei Preise
mechanism-stocks-see-price = Lager, die bei steigendem Preis verkaufen
mechanism-stocks = Lager
mechanism-stock-classes = Lagerklassen
mechanism-buying-ahead = Vorratskäufe
mechanism-licence-recovery = Genehmigungen, die am Ende doch kommen
mechanism-licence-stop = den Stillstand vor der ersten Genehmigung
mechanism-leakage = Umgehung
mechanism-capacity-growth = wachsende Kapazität
mechanism-demand-lag = Nachfrage, die mit der Zeit nachgibt
mechanism-short-run-supply = Erzeugung, die dem Preis sofort folgt
mechanism-companion-share = die trägere Erzeugung von Beiprodukten
band-parameters = nur die Spannen der Parameter
band-estimated = mit Streuung, geschätzt ohne die Gruppe des Ereignisses
band-what-if = wie bei what-if
note-backtest = Jedes Ereignis beginnt mit dem Jahr davor. Berechnet: der mittlere Lauf, eine Regel für alle Ereignisse. Band: 80 %, Ziehungen aller Parameter und des Verbrauchsanteils, mit Streuung, die ohne die eigene Gruppe des Ereignisses geschätzt ist. Log-Fehler: natürlicher Logarithmus von berechnet durch beobachtet. Ein Jahr steht für das Mittel seiner Monate.
note-backtest-models = Fehler: quadratisches Mittel des Log-Fehlers je Ereignis, gemittelt über die Ereignisse; 0,69 ist ein Faktor zwei. Angepasst wird immer ohne die Gruppe des Ereignisses. Intervall: Bootstrap über die Gruppen; wo es die Null enthält, ist nicht gezeigt, dass das Modell besser ist. Die Parameter des Modells stützen sich auch auf eine Untersuchung einiger dieser Ereignisse, die Probe ist also nicht blind.
note-backtest-mechanisms = Über die Ereignisse, die zählen. Unterschiede unter etwa 0,03 besagen bei so wenigen Ereignissen nichts.
note-backtest-bands = Über die Punkte, die zählen. Ein ehrliches Band enthält 80 %; 70 bis 90 % sind bei so wenigen Punkten nahe genug.
column-by = Durch
column-announced = Angekündigt
column-stocks = Lager
table-backtest-events = Fehler je Ereignis
stocks-thin = knapp
stocks-normal = gewöhnlich
stocks-glut = Überfluss
stocks-unknown = unbekannt
note-backtest-events = Fehler: quadratisches Mittel des Log-Fehlers über die Punkte des Ereignisses. Zurückgehalten: ein Schock anderer Art; nichts wird an ihn angepasst, und er zählt nicht. Erst später bekannt: der Beleg für die Lager beschreibt eine Zeit nach der Ankündigung.
short-within-two = Bis Faktor 2
short-rank = Rang
short-difference = Modell ±
short-held-out-error = Fehler, zurückg.
short-held-out-within-two = Faktor 2, zurückg.
short-hindsight = Später bekannt
cutoff-drivers = Wie viel { $material } fehlt, hängt vor allem an diesen Annahmen: { $list }.
cutoff-driver = { $what } ({ $low } bis { $high })
parameter-demand-short = wie viel die Verbraucher bei steigendem Preis sofort sparen
parameter-demand-long = wie viel die Verbraucher auf Dauer sparen
parameter-demand-adjustment = wie schnell sich die Verbraucher anpassen
parameter-choke-price = der Preis, bei dem Verwendungen aufgeben
parameter-supply-short = wie viel mehr andere sofort erzeugen
parameter-supply-long = wie viel mehr andere auf Dauer erzeugen
parameter-spare-capacity = freie Kapazität anderswo
parameter-capacity-adjustment = wie schnell anderswo Kapazität wächst
parameter-shut-down-price = der Preis, bei dem Werke schließen
parameter-kappa = wie leicht sich Handel umlenken lässt
parameter-nu = wie groß neue Handelsbeziehungen werden können
parameter-unobserved-premium = was eine neue Handelsbeziehung kostet
parameter-ore-value = was Erz wert ist
parameter-stock-cover = die Größe der Lager
parameter-cover-thin = die Größe knapper Lager
parameter-cover-normal = die Größe üblicher Lager
parameter-cover-glut = die Größe der Lager bei Überfluss
parameter-stock-price-response = wie stark Lagerhalter bei steigendem Preis verkaufen
parameter-stock-pace = wie schnell Lager verkauft werden
parameter-stock-release = wie viel eines Lagers im Monat verkauft werden kann
parameter-expectation-adjustment = wie schnell der neue Preis als dauerhaft gilt
parameter-hoarding = wie viel Käufer horten
parameter-fear-adjustment = wie schnell sich die Furcht legt
parameter-leakage-all = wie viel trotz des Stopps hinausgelangt
parameter-leakage-named = wie viel über Umwege ankommt
parameter-licence-stop = wie lange Lizenzen ausbleiben
parameter-licence-residual = was anfangs erlaubt ist
parameter-licence-recovery = was am Ende erlaubt ist
parameter-licence-ramp = wie schnell Lizenzen kommen
parameter-residual-log-sd = was keine Annahme erklärt
parameter-residual-full-at = wo das beginnt
parameter-affected-part = welcher Teil der Industrie den Rohstoff braucht
parameter-largest-cost-share = wie viel ein Rohstoff höchstens an dem kostet, worin er steckt
parameter-inventories = wie lange Lager von Teilen reichen
parameter-dollars-per-euro = der Wechselkurs
parameter-base = wie oft jemand die Ausfuhr einstellt
parameter-governance = wie viel öfter bei schlechter Regierungsführung
parameter-ally = wie viel seltener bei Verbündeten
parameter-history = wie viel öfter bei denen, die es schon taten
parameter-in-force = wie oft kontrollierte Ausfuhr stillsteht
parameter-short-months = wie lange ein kurzer Stopp dauert
parameter-short-part = wie viele Stopps kurz sind
parameter-long-months = wie lange ein langer Stopp dauert
parameter-long-part = wie viele Stopps lang sind
parameter-class-high = ab welchem Verlust ein Risiko hoch ist
parameter-class-elevated = ab welchem Verlust ein Risiko erhöht ist
parameter-class-moderate = ab welchem Verlust ein Risiko mittel ist
parameter-class-limited = ab welchem Verlust ein Risiko begrenzt ist
parameter-trigger = ab welchem Preis ein Lager verkauft wird
parameter-release-months = über wie viele Monate es verkauft wird
parameter-fill-years = über wie viele Jahre es gefüllt wird
parameter-horizon = wie lange es gehalten wird
parameter-discount = wie viel weniger spätere Dollar zählen
parameter-storage = was das Lagern kostet
parameter-resale = was es am Ende einbringt
parameter-mine-studies = wie lange ein neues Bergwerk geprüft wird
parameter-mine-permitting = wie lange Genehmigungen und Geldsuche eines Bergwerks dauern
parameter-mine-construction = wie lange ein Bergwerk gebaut wird
parameter-mine-ramp = wie lange ein Bergwerk bis zur vollen Förderung braucht
parameter-plant-studies = wie lange eine neue Raffinerie oder Magnetfabrik geprüft wird
parameter-plant-permitting = wie lange deren Genehmigungen dauern
parameter-plant-construction = wie lange daran gebaut wird
parameter-plant-ramp = wie lange sie bis zur vollen Produktion braucht
parameter-circuit-studies = wie lange die Gewinnung eines Nebenprodukts geprüft wird
parameter-circuit-permitting = wie lange ihre Genehmigung dauert
parameter-circuit-construction = wie lange ihre Anlage gebaut wird
parameter-circuit-ramp = wie lange sie bis zur vollen Produktion braucht
parameter-schedule-delay = wie viel länger als geplant gebaut wird
parameter-capex-overrun = wie viel teurer als geplant eine Anlage wird
parameter-never-full = wie viele Anlagen nie die volle Produktion erreichen
parameter-never-full-reach = wie viel diese Anlagen erreichen
parameter-opex-share = was der Betrieb einer neuen Anlage kostet
parameter-capex-ratio = was der Bau einer neuen Anlage kostet
parameter-cost-spread = wie stark sich Anlagen in den Kosten unterscheiden
parameter-cost-of-capital = was Kapital kostet
parameter-risk-premium = was Eigentümer für das Risiko zusätzlich verlangen
parameter-contract-relief = wie viel ein Vertrag davon nimmt
parameter-plant-life = wie lange eine Anlage läuft
parameter-patience = wie lange ein Eigentümer wartet
parameter-expansion-room = wie weit sich bestehende Anlagen erweitern lassen
parameter-pool-tranche = wie groß noch nicht angekündigte Anlagen sind
parameter-pool-cost-step = wie viel teurer jede weitere von ihnen ist
parameter-use-growth = wie schnell der Verbrauch wächst, wo ihn niemand vorausschätzt
parameter-growth-factor = wie weit der Verbrauch seine Vorausschätzung verfehlt
parameter-lifetime = nach wie vielen Jahren Schrott zurückkommt
parameter-flood-price = zu welchem Preis der gefürchtete Lieferant den Markt überschwemmt
parameter-flood-volume = wie viel mehr er dann verkauft
parameter-public-discount = wie viel weniger späteres öffentliches Geld zählt
what-if-rent = Was hinausdarf, bringt { $feared-dat } durch den Abstand zwischen äußerem und innerem Preis { $rent } ein.
what-if-gain = Am meisten gewinnen die Erzeuger hier: { $list }.

# Vorrat
table-stockpile = Was { $asker } für { $budget } vorhalten { $asker-num ->
    [many] sollten
   *[one] sollte
}, Basisjahr { $year }
table-stockpile-budgets = Was welches Budget bringt
table-stockpile-rules = Einfache Regeln mit demselben Budget von { $budget }
table-stockpile-published = Veröffentlichte Vorräte und Pläne: { $asker-name }
column-held-t = Vorrat, t
column-held-days = Tage Verbrauch
column-outlay-usd = Kosten, Mio. $
column-held-saving-usd = Vermiedener Verlust, Mio. $
column-held-gain-usd = Nutzen, Mio. $
column-next-dollar = Nächster Dollar bringt, $
column-expected-before-usd = Verlust im Jahr ohne Vorrat, Mio. $
column-expected-after-usd = Verlust im Jahr mit Vorrat, Mio. $
column-purchase-price = Kaufpreis, Basisjahr = 1
column-budget-usd = Budget, Mio. $
column-spent-usd = Ausgegeben, Mio. $
column-net-usd = Nutzen abzüglich Kosten, Mio. $
column-whole-spent-usd = Höchstens ausgebbar, Mio. $
column-whole-gain-usd = Nutzen davon, Mio. $
column-whole-net-usd = Abzüglich Kosten, Mio. $
column-rule = Regel
column-rule-cost-usd = Ganze Regel kostet, Mio. $
column-stockpile = Vorrat oder Plan
column-stockpile-usd = Wert, Mio. $
column-stockpile-days = Tage
column-stockpile-year = Jahr
column-publisher = Veröffentlicht von
short-held-days = Tage
short-outlay-usd = Kosten, Mio. $
short-held-saving-usd = Vermieden, Mio. $
short-held-gain-usd = Nutzen, Mio. $
short-next-dollar = Nächster $
short-expected-before-usd = Ohne, Mio. $
short-expected-after-usd = Mit, Mio. $
short-purchase-price = Kaufpreis
rule-best = Dieser Vorrat
rule-sixty-days = 60 Tage Verbrauch von allem
rule-forty-five-days = 45 Tage Verbrauch der 44 meistimportierten Rohstoffe
rule-value = Nach dem Wert des Verbrauchs
rule-reliance = Nach dem Wert der Einfuhren
note-stockpile = Vermiedener Verlust: { $measure ->
    [market] am Markt, bei Verbrauchern, Erzeugern, Lagerhaltern und Staatskasse
   *[users] Wertschöpfung der Industrie und Mehrkosten der Einfuhr
}, über die Jahre der Lagerung, in heutigen Dollar; ein verbrauchter Vorrat wird nicht ersetzt. Nutzen: dies und der Erlös beim Verkauf, abzüglich der Lagerung und dessen, was Verbraucher während des Kaufs mehr zahlen; vor Abzug der Kosten. Nächster Dollar: was ein weiterer Dollar brächte; unter 1 lohnt er nicht. Ohne, mit: der in einem Jahr zu erwartende Verlust. Kaufpreis: Vielfaches des Basispreises. Gerechnet wird bis zu fünf Jahren Verbrauch.
note-stockpile-assumptions = Annahmen, alle mit Spannen: wie wahrscheinlich Lieferstopps sind (likelihood.toml), was die Industrie verliert (losses.toml), Abgabe, Kauf, Jahre, Zins und Lagerung (stockpile.toml), der Markt (model.toml).
note-stockpile-refused = { $n ->
    [one] Bei einem weiteren Rohstoff lohnt schon der erste Dollar nicht; er steht in --format csv.
   *[other] Bei { $n } weiteren Rohstoffen lohnt schon der erste Dollar nicht; sie stehen in --format csv.
}
note-stockpile-unknown = Keine Angabe, weil Preis, Verbrauch oder Branche nicht bekannt sind: { $list }.
note-stockpile-budgets = Jeweils bestmöglich verwendet, nach den berechneten Mengen; genau für das gefragte Budget. Ein Dollar, der weniger als einen Dollar brächte, wird nicht ausgegeben; die letzten Spalten sagen, was es brächte, trotzdem so viel wie möglich auszugeben.
note-stockpile-rules = Nutzen nach demselben Modell. Welche 44 Rohstoffe Project Vault umfasst, ist nicht veröffentlicht; dafür stehen die am stärksten importierten. Eine Regel, die mehr als das Budget kostet, wird anteilig gekürzt.
note-stockpile-published = Tatsachen und Pläne, wie berichtet, jeweils mit Fundstelle in stockpiles.csv; in das Ergebnis gehen sie nicht ein.
stockpile-less = Unter mittleren Annahmen lohnt es, von { $budget } { $spent } auszugeben, für { $n ->
    [one] { $list }
   *[other] { $n } Rohstoffe, vor allem { $list }
}. Das vermeidet über die Jahre Verluste von { $saving } in heutigen Dollar; der Rest des Budgets brächte, auch mit dem Erlös beim Verkauf, weniger, als er kostet.
stockpile-all = Unter mittleren Annahmen sind { $budget } am besten verwendet für { $n ->
    [one] { $list }
   *[other] { $n } Rohstoffe, vor allem { $list }
}: Über die Jahre werden Verluste von { $saving } in heutigen Dollar vermieden.
stockpile-nothing = Unter diesen Annahmen lohnt kein Vorrat: Schon der erste Dollar spart weniger ein, als er kostet.
stockpile-next = Der nächste Dollar brächte { $next } Dollar.
stockpile-no-data = Keine Angabe: Für { $list } ist nichts bekannt, was sagen würde, was ein Vorrat vermeidet.
stockpile-certificate = Der bestmögliche Vorrat bringt höchstens { $part } mehr, soweit der Nutzen zwischen den berechneten Mengen immer langsamer wächst.
stockpile-joint = Kommen Lieferstopps einzeln, sinkt der erwartete Verlust eines Jahres um { $apart }; stoppt jeder Lieferant alle Ausfuhren auf einmal, um { $together }, von { $before } auf { $after }.
stockpile-drivers = Schon eine einzige Annahme ändert den vermiedenen Verlust stark: { $list }.
stockpile-market = Was die Industrie dort verliert, ist nicht bekannt; gezählt ist der Verlust am Markt: bei Verbrauchern, Erzeugern, Lagerhaltern und Staatskasse. Mit den Antworten für die USA und die Europäische Union ist das nicht vergleichbar.

stockpile-title = Was ein Vorrat enthalten sollte
stockpile-figure = Was { $asker } für { $budget } mit Gewinn vorhalten { $asker-num ->
    [many] können
   *[one] kann
}
stockpile-figure-unit = in heutigen Dollar
stockpile-holdings-panel = Was es bringt und was es kostet, Mio. $
stockpile-holdings-desc = Es lohnt, vorzuhalten: { $list }.
stockpile-days = { $n ->
    [one] ein Tag
   *[other] { $n } Tage
}
stockpile-budgets-panel = Wenn alles ausgegeben wird, Mrd. $, logarithmisch
stockpile-budgets-desc = Es lohnt, { $spent } auszugeben; { $last } brächten { $whole }.
stockpile-budgets-axis = Budget, Mrd. $
stockpile-line-cost = was es kostet
stockpile-line-gain = was es bringt
stockpile-point = mehr lohnt nicht
stockpile-caption = Tage: Verbrauch des Basisjahrs. Mittlere Annahmen; der bestmögliche Vorrat bringt höchstens { $part } mehr.
key-brings = Was es bringt: vermiedener Verlust und Erlös, abzüglich der Lagerung, in heutigen Dollar
key-cost = Kaufkosten
stockpile-limits = Gezählt ist, was Industrie und Importeure voraussichtlich verlieren. Ein Vorrat kann anderen Zwecken dienen: militärischem Bedarf, ruhigen Preisen, Zeit für das, womit niemand gerechnet hat. Lieferstopps sind selten und die Verluste unsicher; mit eigenen Wahrscheinlichkeiten fällt die Antwort anders aus (adit stockpile --likelihoods).

## Pfade, Pakete, Projekte

table-pathway = { $material } bis { $last }, { $package }: { $asker-name } gegenüber { $feared-name }
table-pathway-measures = Was die Maßnahmen kosten: { $material }, { $package }
table-pathway-plants = Projekte: { $material }, { $package }
table-pathways = Pfade bis { $last }, { $package }: { $asker-name } gegenüber { $feared-name }
table-compare = Pakete im Vergleich: { $asker-name } gegenüber { $feared-name }
table-compare-counts = Wie viele Abhängigkeiten enden, und wann: { $asker-name } gegenüber { $feared-name }
table-projects = Geplante und neue Anlagen
column-pathway-year = Jahr
column-feared-mine-share = { $feared-cap }: Förderung
column-feared-refined-share = { $feared-cap }: Raffination
column-feared-magnet-share = { $feared-cap }: Magnete
column-stop-kept = Verbrauch bei Lieferstopp
column-stop-price = Preis bei Lieferstopp
column-stop-users-usd = Schaden der Verwender bei Lieferstopp, Mio. $
column-treasury-usd = Staatskasse, Mio. $
column-buyers-usd = Abnehmer, Mio. $
column-forgone-usd = Verzicht: { $feared-name }, Mio. $
column-instrument = Maßnahme
column-payer = Wer zahlt
column-measure-years = Jahre
column-cost-usd = Kosten, auf heute abgezinst, Mio. $
column-cost-usd-low = Von
column-cost-usd-high = Bis
column-paid-usd = Gezahlt, Mio. $
column-received-usd = Zurückerhalten, Mio. $
column-project = Projekt
column-project-status = Stand
column-capacity-t = Kapazität, t im Jahr
column-capacity-share = Anteil der Weltproduktion
column-starts = Startet
column-starts-anyway = Startet ohnehin
column-first-output = Erste Produktion
column-dropped = Aufgegeben
column-output-last-t = Produktion { $last }, t
column-announced-start = Angekündigt für
column-company = Unternehmen
column-as-of = Stand vom
column-support = Öffentliches Geld
column-package = Paket
column-independence = Abhängigkeit endet
column-independence-range = Spanne
column-independence-later = Nach { $last }
column-share-first = Anteil heute
column-share-later = Anteil 2035
column-share-last = Anteil { $last }
column-stop-kept-later = Verbrauch bei Lieferstopp 2035
column-stop-users-first-usd = Schaden der Verwender bei Lieferstopp heute, Mio. $
column-stop-users-later-usd = Schaden der Verwender bei Lieferstopp 2035, Mio. $
column-stop-users-later-sum-usd = Schaden der Verwender bei Lieferstopps 2035, Summe, Mio. $
column-treasury-pv-usd = Staatskasse, auf heute abgezinst, Mio. $
column-buyers-pv-usd = Abnehmer, auf heute abgezinst, Mio. $
column-starts-because = Mehr Projekte
column-count-none = Nicht abhängig
column-count-until-later = Endet bis 2035
column-count-until-last = Endet 2036 bis { $last }
column-count-later = Nach { $last }
column-count-no-data = Keine Daten
table-pathway-origins = Woher der Nachschub kommt: { $asker-name }, { $material }, { $package }
column-feared-part = Aus { $feared-dat }
column-feared-part-low = Unten
column-feared-part-high = Oben
column-largest-part = Größtes einzelnes Land
column-largest-who = Welches
column-within-benchmark = Höchstens { $benchmark }
benchmark-within = ja
benchmark-above = nein
note-pathway-origins = Von allem, was verbraucht oder auf der nächsten Stufe eingesetzt wird, nach dem Land, das es erzeugt hat, hinter allen Zwischenhändlern; die eigene Produktion zählt mit. Maßstab: Nach der Verordnung (EU) 2024/1252 sollen 2030 höchstens { $benchmark } des Verbrauchs der Union aus einem einzigen Land außerhalb kommen. Für andere ist das nur ein Anhalt.
column-largest-first = Größtes einzelnes Land heute
column-largest-2030 = Größtes einzelnes Land 2030
column-largest-later = Größtes einzelnes Land 2035
independence-none = nicht abhängig
range-of = { $low } bis { $high }
pathway-range = vier Fünftel der Ziehungen reichen von { $low } bis { $high }
pathway-range-same = vier Fünftel der Ziehungen stimmen überein
independence-none-quoted = „nicht abhängig“
independence-later-quoted = „nach { $last }“
short-capacity-t = Kapaz., t
short-stop-kept = Bleibt bei Stopp
short-stop-price = Preis bei Stopp
short-starts = Start
short-dropped = Aufgeg.
short-first-output = Erste Prod.
short-starts-anyway = Ohnehin
short-announced-start = Geplant für
short-capacity-share = Anteil Welt
short-output-last-t = Prod. am Ende, t
short-stop-users-usd = Schaden, Mio. $
short-stop-users-later-usd = Schaden 2035, Mio. $
short-stop-users-first-usd = Schaden heute, Mio. $
short-stop-kept-later = Bleibt 2035
short-independence = Endet
short-starts-because = Mehr Projekte
short-treasury-pv-usd = Staatskasse, Mio. $
plants-unnamed = noch nicht angekündigt
instrument-floor = Mindestpreis
instrument-permitting = schnellere Genehmigungen
instrument-equity = Beteiligung
instrument-loan = Kredit
instrument-offtake = Abnahmevertrag
instrument-reference-price = Referenzpreis an der Grenze
instrument-recycling = Recyclingprogramm
instrument-substitution = Ersatzprogramm
instrument-reserve = öffentlicher Vorrat
instrument-control = Exportkontrolle
payer-treasury = Staatskasse
payer-buyers = Abnehmer
payer-unknown = keine Angabe
status-operating = in Betrieb
status-ramp-up = im Hochlauf
status-construction = im Bau
status-financing = sucht Geld
status-permitting = wartet auf Genehmigungen
status-feasibility = wird geprüft
status-early = am Anfang
status-stalled = ruht
note-pathway = Median aus { $draws ->
    [one] einer Ziehung
   *[other] { $draws } Ziehungen
} aller Parameter und des Glücks jeder einzelnen Anlage (model.toml, years.toml); Preise als Vielfache von { $year }. Dateien (--format csv) enthalten auch die Enden der Bänder, in denen vier Fünftel der Ziehungen liegen.
note-pathway-stop = Lieferstopp: { $feared } verkauft zwölf Monate lang auf keiner Stufe etwas ins Ausland. Eine Abhängigkeit gilt als beendet, wenn von da an bis { $last } ein Lieferstopp in jedem Jahr { $asker-dat } mindestens { $kept } des Verbrauchs ließe, den es sonst gäbe, und der Preis dabei höchstens das { $price }fache von { $year } betrüge.
note-pathway-loss = Schaden unter 0: Selbst bei einem Lieferstopp würde billiger eingekauft als { $year }.
note-pathways = Anteil: an der Weltproduktion der letzten Stufe. Verbrauch und Schaden der Verwender: bei einem Lieferstopp im jeweiligen Jahr, mit den Branchen von { $year }. Staatskasse: netto, auf heute abgezinst. Ohne Preis oder bekannte Branche gibt es keine Zahl. Mehr Projekte: um wie viel die Aussichten der namentlich bekannten Projekte steigen, zusammengezählt.
note-pathway-measures = Kosten: netto, mit dem öffentlichen Zinssatz aus years.toml auf heute abgezinst, bis { $last }; spätere Rückzahlungen zählen nicht. Gezahlt und zurückerhalten: Mittelwerte der Ziehungen, nicht abgezinst. Was schnellere Genehmigungen kosten, veröffentlicht niemand.
note-pathway-plants = Startet: Anteil der Ziehungen mit erster Produktion bis { $last }; startet ohnehin: dasselbe ohne jede Maßnahme. Projekte ohne veröffentlichte Kapazität kommen im Modell nicht vor.
note-compare-counts = Zahl der Rohstoffe nach dem Median der Ziehungen. Die Summe der Schäden nimmt für jeden Rohstoff einen eigenen Lieferstopp an und zählt eine Branche jedes Mal; sie ist keine Vorhersage. Staatskasse: netto, auf heute abgezinst.
note-projects = Wie veröffentlicht; Kapazität auf der Grundlage der Stufe. Erste Produktion (vier Fünftel der Ziehungen, in denen es dazu kommt) und Startet (Anteil der Ziehungen): nach dem Modell, ohne Maßnahmen. Was schon läuft, gehört zum Basisjahr.
note-unsolved-draws = { $n ->
    [one] In einer Ziehung fanden sich keine Preise, die den Markt räumen; sie fehlt.
   *[other] In { $n } Ziehungen fanden sich keine Preise, die den Markt räumen; sie fehlen.
}
pathway-no-data = { $material }: keine Daten, weil niemand eine Produktion veröffentlicht.
pathway-unused = { $material }: { $asker } { $asker-num ->
    [many] verbrauchen
   *[one] verbraucht
} nichts davon.
pathway-not-dependent = { $material }, { $package }: Ein Lieferstopp ließe sich in jedem Jahr verkraften; { $asker } { $asker-num ->
    [many] hängen
   *[one] hängt
} nicht von { $feared-dat } ab. { $later-draws ->
    [0] In keiner Ziehung dauert eine Abhängigkeit über { $last } hinaus.
   *[other] In { $later } der Ziehungen dauert eine Abhängigkeit über { $last } hinaus.
}
pathway-ends = { $material }, { $package }: Die Abhängigkeit von { $feared-dat } endet { $end }; { $range }. { $later-draws ->
    [0] In keiner Ziehung dauert sie über { $last } hinaus.
   *[other] In { $later } der Ziehungen dauert sie über { $last } hinaus.
}
pathway-does-not-end = { $material }, { $package }: Die Abhängigkeit von { $feared-dat } endet bis { $last } nicht; { $range }. In { $later } der Ziehungen dauert sie über { $last } hinaus.
pathway-stop = Bei einem Lieferstopp von zwölf Monaten im Jahr { $later-year } blieben { $asker-dat } { $kept-then } des Verbrauchs, den es sonst gäbe ({ $kept-low } bis { $kept-high }), beim { $price-then }fachen Preis von { $year }.
pathway-stop-sure = Bei einem Lieferstopp von zwölf Monaten im Jahr { $later-year } blieben { $asker-dat } { $kept-then } des Verbrauchs, den es sonst gäbe, beim { $price-then }fachen Preis von { $year }.
pathway-lost = Den Verwendern entstünde dabei ein Schaden von { $lost } ({ $lost-low } bis { $lost-high }).
pathway-lost-little = Im Median entstünde den Verwendern dabei kein nennenswerter Schaden, in einer von zehn Ziehungen einer von { $lost-high } oder mehr.
pathway-lost-nothing = Den Verwendern entstünde dabei kein nennenswerter Schaden.
pathway-cost = Die Maßnahmen kosten die { $treasuries ->
    [0] Staatskasse
    [one] Staatskasse { $payers-gen }
   *[other] Staatskassen { $payers-gen } zusammen
} bis { $last } netto { $cost }, auf heute abgezinst.
pathway-uncosted = Was diese Maßnahmen kosten, veröffentlicht niemand.
pathway-unpriced = Niemand veröffentlicht einen Preis, deshalb lassen sich die Kosten nicht angeben.
pathway-starts-nothing = Kein namentlich bekanntes Projekt kommt durch sie zustande.
pathway-starts = Durch sie { $n ->
    [one] kommt
   *[other] kommen
} { $list } zustande.
pathway-many = { $package }, { $all } Rohstoffe: Bei { $none ->
    [0] keinem
    [one] einem
   *[other] { $none }
} besteht keine Abhängigkeit von { $feared-dat }; bei { $until ->
    [0] keinem
    [one] einem
   *[other] { $until }
} endet sie bis { $later-year }, bei { $until-last ->
    [0] keinem weiteren
    [one] einem weiteren
   *[other] { $until-last } weiteren
} bis { $last }, bei { $later ->
    [0] keinem
    [one] einem
   *[other] { $later }
} später oder nie.

## Wann Abhängigkeiten enden: Teil 4 des Briefings
table-ends = Wann die Abhängigkeit endet und was das kostet: { $asker-name } gegenüber { $feared-name }
column-end-without = Endet ohne Maßnahmen
column-end-announced = Mit den angekündigten
column-end-together = Mit allen zusammen
column-end-unended = Was ein Lieferstopp { $last } mit den angekündigten ließe (nötig: { $kept } des Verbrauchs, höchstens der { $price }fache Preis)
column-net-announced-usd = Öffentliche Kosten, angekündigte, Mio. $
column-net-together-usd = Öffentliche Kosten, alle, Mio. $
ends-cell = { $end } ({ $range })
ends-unended = { $which ->
    [kept] { $kept } des Verbrauchs
    [price] { $price }facher Preis
   *[both] { $kept }, { $price }facher Preis
}
note-ends-draws = Jahr: Mitte von { $draws ->
    [one] einer Ziehung
   *[other] { $draws } Ziehungen
} aller Annahmen und des Glücks jeder Anlage (model.toml, years.toml); in Klammern die Spanne von vier Fünfteln davon.
note-ends = Oben steht, was bei einem Lieferstopp am meisten kostet. Was ein Lieferstopp { $last } ließe: in den Ziehungen, in denen die Abhängigkeit nicht endet. Öffentliche Kosten: Mittel der Ziehungen, ausgezahlt weniger zurückerhalten, bis { $last }, auf heute abgezinst; keine Angabe ohne Preis, oder wo niemand veröffentlicht, was die Maßnahmen kosten. Alle Zahlen stehen in tables/pathways.csv, andere Pakete und alle Rohstoffe: adit compare.
ends-title = Wie weit die angekündigten Maßnahmen tragen
ends-claim = Chinas Vorherrschaft zu brechen dauert mindestens ein bis zwei Jahrzehnte, hieß es von Fachleuten zum Rohstoffgipfel vom 4. Februar 2026 (taz): also bis etwa { $later-year } oder { $last }.
ends-followed = Bei { $which ->
    [all] { $n }
   *[some] { $lacking }
} Rohstoffen { $asker-num ->
    [many] könnten
   *[one] könnte
} { $asker } einen Lieferstopp aus { $feared-dat } heute nicht verkraften{ $which ->
    [all] .
   *[some] ; hier geht es um die { $n } mit dem größten Schaden.
}
ends-reach = { $than ->
    [same] Was Regierungen weltweit dagegen beschlossen und angekündigt haben, ändert das Ergebnis nicht: Mit diesen Maßnahmen wie ohne sie endet die Abhängigkeit { $announced }.
   *[other] Was Regierungen weltweit dagegen beschlossen und angekündigt haben, beendet die Abhängigkeit { $announced }; ohne diese Maßnahmen endete sie bis { $last } bei { $without ->
        [0] keinem
        [one] einem
       *[other] { $without }
    }.
}
ends-ended = { $form ->
    [none] bis { $last } bei keinem davon
    [all-late] bei allen, aber erst nach { $later-year }
    [late] bei { $late ->
        [one] einem
       *[other] { $late }
    } davon, und das erst nach { $later-year }
    [all-early] bei allen bis { $later-year }
    [early] bei { $early ->
        [one] einem
       *[other] { $early }
    } bis { $later-year }, bei keinem weiteren bis { $last }
    [all] bei { $early ->
        [one] einem
       *[other] { $early }
    } bis { $later-year }, bei den übrigen bis { $last }
   *[both] bei { $early ->
        [one] einem
       *[other] { $early }
    } bis { $later-year }, bei { $more ->
        [one] einem weiteren
       *[other] { $more } weiteren
    } bis { $last }
}
ends-these = Es sind { $list }.
ends-this = { $material } { $year }{ $also ->
    [same] {" "}(auch ohne Maßnahmen)
    [later] {" "}(ohne Maßnahmen { $then })
   *[no] {""}
  }
ends-not-for = Nicht genug ist das für { $list }.
ends-one = Ohne Maßnahmen { $asker-num ->
    [many] könnten
   *[one] könnte
} { $asker } einen Lieferstopp bei { $material-dat } { $kind-without ->
    [none] schon heute verkraften
    [later] bis { $last } nicht verkraften
   *[year] ab { $end-without } verkraften
} (vier Fünftel der Ziehungen: { $range-without }), mit dem, was Regierungen weltweit beschlossen und angekündigt haben, { $kind-announced ->
    [none] schon heute
    [later] bis { $last } nicht
   *[year] ab { $end-announced }
} ({ $range-announced }), mit allen Maßnahmen zusammen { $kind-together ->
    [none] schon heute
    [later] bis { $last } nicht
   *[year] ab { $end-together }
} ({ $range-together }).
ends-cost = Öffentlich { $sign ->
    [gain] bringt
   *[cost] kostet
} das für { $one ->
    [one] diesen Rohstoff
   *[many] { $of ->
        [some] die { $priced } Rohstoffe mit bekanntem Preis
       *[all] diese { $n } Rohstoffe
    }
} { $net } bis { $last }{ $treasuries ->
    [0] { $back ->
        [none] .
       *[some] : Ausgezahlt werden { $paid }, zurück kommen { $received }.
    }
    [one] { "; " }es zahlt die Staatskasse { $payers-gen }{ $back ->
        [none] .
       *[some] { " " }({ $paid } zahlt sie aus, { $received } kommen zurück).
    }
   *[other] { "; " }es zahlen die Staatskassen { $payers-gen }{ $back ->
        [none] .
       *[some] { " " }({ $paid } zahlen sie aus, { $received } kommen zurück).
    }
}{ $buy ->
    [none] { "" }
   *[some] { " " }Abnehmer zahlen über feste Abnahmepreise { $buyers } dazu.
}
ends-counted = { $about ->
    [0] Keine bekannte Maßnahme betrifft { $one ->
        [one] diesen Rohstoff
       *[many] diese Rohstoffe
    }.
   *[other] Gerechnet { $run ->
        [0] ist keine
        [one] ist eine
       *[other] sind { $run }
    } von { $about } Maßnahmen zu { $one ->
        [one] diesem Rohstoff
       *[many] diesen Rohstoffen
    }; bei den übrigen sind keine Bedingungen veröffentlicht, oder sie wirken nicht auf Markt und Anlagen.
}
ends-together = { $one ->
    [one] Alles zusammen heißt: { $list }, für jede Anlage außerhalb { $feared-gen }.
   *[many] Alle Mittel zusammen ({ $list }), für jede Anlage außerhalb { $feared-gen }, beendeten die Abhängigkeit { $together }.
}
ends-together-not-for = Auch sie reichten nicht für { $list }.
ends-together-cost = Öffentlich { $sign ->
    [gain] brächte
   *[cost] kostete
} das { $net }{ $of ->
    [some] { " " }für die { $priced } mit bekanntem Preis
   *[all] { "" }
}{ $back ->
    [none] .
   *[some] { " " }({ $paid } gingen hinaus, { $received } kämen zurück).
}{ $buy ->
    [none] { "" }
   *[some] { " " }Abnehmer zahlten { $buyers } dazu.
} Wer sich das teilt, ist offen.
ends-span = { $low } bis { $high }
ends-sure = Sicher ist das nicht: In vier Fünfteln der { $draws } Ziehungen enden bis { $last } mit den angekündigten Maßnahmen { $announced } der { $n } Abhängigkeiten, mit allen zusammen { $together }.
ends-sure-cost = An öffentlichen Kosten sind es dort { $announced } für die angekündigten und { $together } für alle.
ends-benchmark = Die EU will, dass { $then } höchstens { $benchmark } ihres Bedarfs an einem Rohstoff aus einem einzigen Drittland kommen. { $one ->
    [one] Heute liegt sie hier { $today ->
        [0] darunter
       *[other] darüber
    }, { $then } mit den angekündigten Maßnahmen { $announced-then ->
        [0] darunter
       *[other] darüber
    }, mit allen zusammen { $together-then ->
        [0] darunter
       *[other] darüber
    }, { $last } mit den angekündigten { $announced-last ->
        [0] darunter
       *[other] darüber
    }, mit allen { $together-last ->
        [0] darunter
       *[other] darüber
    }.
   *[many] Darüber liegt sie heute bei { $today ->
        [0] keinem
       *[other] { $today }
    } dieser { $n } Rohstoffe; { $then } mit den angekündigten Maßnahmen bei { $announced-then ->
        [0] keinem
       *[other] { $announced-then }
    }, mit allen zusammen bei { $together-then ->
        [0] keinem
       *[other] { $together-then }
    }; { $last } bei { $announced-last ->
        [0] keinem
       *[other] { $announced-last }
    } und bei { $together-last ->
        [0] keinem
       *[other] { $together-last }
    }.
}
ends-dominance = { $still ->
    [same] Vorherrschaft hält länger als Abhängigkeit: { $later-year } käme bei { $without ->
        [one] einem
       *[other] { $without }
    } dieser Rohstoffe noch mehr als die Hälfte der Welterzeugung aus { $feared-dat }, mit Maßnahmen wie ohne.
   *[fewer] Vorherrschaft hält länger als Abhängigkeit: { $later-year } käme bei { $without ->
        [one] einem
       *[other] { $without }
    } dieser Rohstoffe ohne Maßnahmen noch mehr als die Hälfte der Welterzeugung aus { $feared-dat }, mit den angekündigten bei { $announced ->
        [0] keinem
        [one] einem
       *[other] { $announced }
    }, mit allen zusammen bei { $together ->
        [0] keinem
        [one] einem
       *[other] { $together }
    }.
}
ends-dominance-one = { $later-year } käme ohne Maßnahmen noch mehr als die Hälfte der Welterzeugung aus { $feared-dat }, mit den angekündigten { $announced ->
    [0] nicht mehr
   *[other] auch
}, mit allen zusammen { $together ->
    [0] nicht mehr
   *[other] auch
}.
ends-starts = Um mindestens { $points } Prozentpunkte wahrscheinlicher werden durch die angekündigten Maßnahmen: { $list }{ $more ->
    [0] .
    [one] ; dazu ein weiteres.
   *[other] ; dazu { $more } weitere.
}
ends-starts-nothing = Kein benanntes Projekt wird durch die angekündigten Maßnahmen viel wahrscheinlicher.
ends-lead-times = Langsam ist das Bauen: Von der Entdeckung bis zur ersten Produktion braucht eine neue Mine im Mittel { $mine } Jahre, von der Entscheidung bis zur vollen Produktion eine Mine { $mine-full }, eine Raffinerie oder ein Magnetwerk { $plant-full }. Die Maßnahmen verkürzen Genehmigungen und ziehen Entscheidungen vor; schneller gebaut wird dadurch nicht.
ends-limits = Was hier nicht eingeht: Jeder Rohstoff wird für sich gerechnet; die Märkte wissen nichts voneinander, obwohl eine Anlage oft mehreren dient. Ausgangspunkt sind die Bilanz von { $year } und die seither angekündigten Anlagen. Eigentümer entscheiden nach den Preisen, die sie sehen, nicht danach, was andere gerade vorhaben. Angenommen ist, dass { $feared } { $feared-num ->
    [many] verkaufen
   *[one] verkauft
}, was der Markt verlangt; was sich gegen neue Anlagen tun ließe, bleibt hier weg (adit simulate --package flood).
ends-figure = Wann die Abhängigkeit von { $feared-dat } endet
ends-figure-unit = für { $asker-acc }, ohne Maßnahmen, mit den angekündigten und mit allen zusammen
ends-caption = Keine: Ein Lieferstopp ließe sich in jedem Jahr verkraften. Später: bis { $last } nicht, oder nie. Projekte, Bauzeiten und erwarteter Verbrauch: projects.csv, lead_times.csv und growth.csv, jede Zeile mit ihrer Quelle.
ends-axis-none = keine
ends-axis-later = später
ends-desc = Ab wann sich ein Lieferstopp verkraften ließe: { $list }.
ends-desc-row = { $material }: ohne Maßnahmen { $without }, mit den angekündigten { $announced }, mit allen zusammen { $together }
key-ends-without = ohne Maßnahmen
key-ends-announced = mit den angekündigten
key-ends-together = mit allen zusammen
key-ends-range = vier Fünftel der Ziehungen; die Marke ist ihre Mitte

## Rückschau
backcast-figure = { $material }: Anteil { $feared-gen } an der Weltförderung
backcast-figure-unit = simuliert mit dem, was { $base } bekannt war, und der Exportquote von { $from } bis { $until }; daneben, was beobachtet wurde
backcast-panel = Anteil an der Förderung
backcast-key-band = 80 % von { $draws } Ziehungen und ihr Median
backcast-key-observed = beobachtet
backcast-median = Median
backcast-observed = beobachtet
backcast-desc = { $year } liegen 80 % der Ziehungen zwischen { $low } und { $high }; beobachtet wurden { $observed }. In { $inside } von { $years } Jahren liegt der beobachtete Anteil im Band.
backcast-caption = Quelle: { $sources }. Die Regel des Vergleichs stand fest, bevor verglichen wurde.
backcast-licence = Daten: { $sources }. Bild: CC BY 4.0, erstellt mit Adit.

## Allianz

table-alliance = Was jeder Partner wert ist, wenn { $feared } nicht liefert: { $asker-name }
table-alliance-cover = Was die Allianz hat, { $year }
column-partner = Partner
column-shapley-usd = Wert, Mio. $
column-shapley-error-usd = Standardfehler
column-joins-first-usd = Kommt als Erster
column-leaves-usd = Geht als Letzter
column-alliance-share = Anteil der Weltproduktion
column-alliance-covered = Eigener Bedarf gedeckt
column-alone-covered = Allein: { $asker-name }
column-alliance-output-t = Produktion, t
column-alliance-need-t = Bedarf, t
note-alliance-worth = Wert: der Teil des Schadens, den ein Lieferstopp eines Jahres Rohstoff für Rohstoff bei den Verwendern anrichtet, gegen den die eigene Produktion der Allianz steht: Produktion durch Bedarf aller Mitglieder auf der am schlechtesten gedeckten Stufe. Mittel über alle Reihenfolgen, in denen die { $partners } Partner beitreten können (Shapley-Wert). Kommt als Erster: was er zum Alleingang hinzufügt. Geht als Letzter: was ohne ihn fehlt. Wer mehr braucht, als er bringt, ist weniger als nichts wert.
note-alliance-cover = Produktion und Bedarf aller Mitglieder, ohne { $feared-acc }. Bedarf: Verbrauch und Einsatz der nächsten Stufe; was in eingeführten Waren steckt, zählt nicht. Ein Strich: kein Bedarf auf dieser Stufe.
note-alliance-market = Was die Branchen verlieren, ist nicht bekannt; gezählt ist der Schaden am Markt.
note-alliance-unknown = Ohne Schaden, weil weder Preis noch Branche bekannt ist oder weil es dort nichts zu stoppen gibt: { $list }.
alliance-covers = Zusammen decken sie bei { $covered ->
    [0] keinem
    [one] einem
   *[other] { $covered }
} von { $n } Rohstoffen ihren Bedarf auf jeder Stufe selbst.
alliance-worth = Lieferstopps aus { $feared-dat } würden die Verwender, ein Rohstoff nach dem anderen, { $most } kosten; davon deckt die eigene Produktion allein { $own ->
    [none] nichts
   *[some] { $alone }
}, mit den Partnern { $together }.
alliance-best = { $n ->
    [one] Am meisten wert ist
   *[other] Am meisten wert sind
} { $list }.
alliance-smallest = { $few ->
    [one] Ein Partner reicht
   *[other] { $few } Partner reichen
} für { $part } dessen, was alle beitragen: { $list }.
alliance-next = Der nächstbeste Partner außerhalb ist { $next } mit { $added } zusätzlich.
alliance-next-none = Kein Land außerhalb würde etwas hinzufügen.

## Maßnahmen, wie sie bestehen

package-controls = geltende Exportkontrollen
package-announced = wie angekündigt
table-measures = Maßnahmen, wie sie bestehen
table-measure-parts = Was davon im Modell läuft (Paket „{ $package }“)
column-measure = Maßnahme
column-measure-by = Von
column-measure-with = Mit
column-measure-from = Seit
column-measure-status = Stand
column-amount-usd = Öffentliches Geld, Mio. $
column-runs = Im Modell
column-runs-not = Nicht im Modell
column-first-source = Erste Quelle
column-part-instrument = Instrument
column-part-about = Betrifft
column-cannot-run = Läuft nicht, weil
column-assumption = Annahme
measure-in-force = in Kraft
measure-announced = angekündigt
measure-negotiated = ausgehandelt
measure-proposed = vorgeschlagen
measure-suspended = ausgesetzt
measure-ended = beendet
instrument-guarantee = Bürgschaft
instrument-restraint = Verzicht auf Exportverbote
instrument-zone = Präferenzzone
measure-count-places = { $n } Länder
measure-all-materials = alle Rohstoffe
measure-count-materials = { $n ->
    [one] ein Rohstoff
   *[other] { $n } Rohstoffe
}
cannot-run-status = { $status }, weder in Kraft noch angekündigt
cannot-run-missing = nicht veröffentlicht: { $list }
cannot-run-bought-before = vor { $first } gekauft; das Modell beginnt ohne staatliche Vorräte
cannot-run-in-base-year = galt schon vor { $first }: Die Ausfuhren, mit denen das Modell beginnt, unterliegen ihr bereits
cannot-run-of-suppliers = keine Maßnahme gegen eine Abhängigkeit; läuft im Paket „{ $controls }“
cannot-run-over = endete vor { $first }
note-measures = Wie veröffentlicht; k. A.: nicht veröffentlicht oder nicht bekannt. Die Beträge dürfen nicht addiert werden: Manche Dateien bezahlen andere, und Interessensbekundungen binden niemanden. Im Modell: womit das Paket „{ $package }“ rechnet (adit compare baseline announced).
note-measures-none = Keine Maßnahme passt.
note-measure-parts = Bedingungen, die niemand veröffentlicht hat, sind Annahmen; sie stehen in den Dateien von policies/ und in --format csv.
note-treasuries = Paket „{ $package }“: Unter Staatskasse steht die Summe aller, die seine Maßnahmen ergreifen: { $list }.

# charts of pages
flows-figure = { $material }: wer { $asker-acc } direkt beliefert
flows-figure-unit = { $stage }, Prozent von eigener Produktion und Einfuhr { $year }
flows-desc = Größte direkte Lieferländer: { $list }. Eigene Produktion: { $own }.
flows-desc-none = Kein Lieferland außerhalb ist verzeichnet. Eigene Produktion: { $own }.
flows-key-feared = aus { $feared-dat }
flows-key-other = aus anderen Ländern; die Breite ist der Anteil
flows-own = eigene Produktion
flows-rest = { $n ->
    [one] ein weiteres
   *[other] { $n } weitere
}
flows-caption = Gezählt wird das Land, das zuletzt ausführt, gleich, wo der Rohstoff zuvor herkam; Handel innerhalb der eigenen Grenzen zählt nicht.
flows-caption-gravity = Für diese Stufe ist kein Handel verzeichnet; die Ströme sind aus Größe und Entfernung geschätzt.
flows-caption-small = Zu klein für diese Karte, nur in der Liste: { $list }.
years-figure = { $material }: die Abhängigkeit von { $feared-dat } bis { $last }
years-figure-unit = für { $asker-acc }, „{ $package }“
years-figure-unit-two = für { $asker-acc }, „{ $package }“ gegen „{ $reference }“
years-figure-unit-many = für { $asker-acc }, Pakete nebeneinander gegen „{ $reference }“
years-key-package = das Paket, das über dem Bild steht
years-share-panel = { $stage }: Anteil { $feared-gen }
years-share-desc = Anteil { $feared-gen } an der Weltproduktion: { $first } im Jahr { $first-year }, { $value } im Jahr { $last-year }, in 80 % der Ziehungen { $low } bis { $high }.
years-kept-panel = Was ein Stopp von zwölf Monaten übrig lässt
years-kept-desc = Ein Stopp ließe { $first-year } vom Verbrauch { $first } übrig und { $last-year } { $value }, in 80 % der Ziehungen { $low } bis { $high }. Ende der Abhängigkeit: { $end }.
years-key = { $package }: Mitte und 80 % der Ziehungen
years-bearable = tragbar: mindestens { $kept } bleiben
years-end = endet { $year }
years-end-later = nicht bis { $year }
years-end-reference = { $package }: { $end }
years-cash-panel-m = Die Staatskasse zahlt, Mio. $ im Jahr
years-cash-panel-bn = Die Staatskasse zahlt, Mrd. $ im Jahr
years-cash-desc = Am meisten { $year }: { $most }; über alle Jahre { $sum }, abzüglich dessen, was zurückfließt.
years-caption = Anteile an der Weltproduktion; beim Verbrauch der Teil seines Trends, den ein Stopp von zwölf Monaten in dem Jahr übrig lässt. Linien: Mitte von { $draws } Ziehungen; Bänder: 80 % davon. Ein Stopp ist tragbar, wenn mindestens { $kept } des Verbrauchs bei höchstens dem { $price }-Fachen des Ausgangspreises bleibt, in dem Jahr und in jedem späteren.
years-caption-cash = Staatskasse: Mittel der Ziehungen, gezahlt abzüglich eingenommen.
curve-figure = Was ein Vorrat für { $asker-acc } bringt
curve-figure-unit = vermiedener Schaden abzüglich Lagerkosten gegen die Ausgabe, US-Dollar von heute
curve-close = Nahe am Punkt, bis zu dem es sich lohnt, { $unit }
curve-far = Das ganze Budget, { $unit }
curve-unit-m = Mio. $
curve-unit-bn = Mrd. $
curve-key-pays = ab hier lohnt ein weiterer Dollar nicht
curve-key-budget = das Budget von { $budget }
curve-axis = ausgegeben
curve-line-gain = was es bringt
curve-line-cost = was es kostet
curve-pays = lohnt bis { $spent }
curve-at-budget = { $budget } bringen { $gain }
curve-desc = Ab { $spent }, die { $gain } bringen, bringt ein weiterer Dollar weniger als einen Dollar; { $budget } brächten { $whole }.
curve-caption = Jeder Betrag bestmöglich verwendet, aus den berechneten Mengen, dazwischen gerade. Hinter dem Punkt bringt jeder weitere Dollar weniger als einen Dollar.
worths-figure = Was jeder Partner gegen einen Lieferstopp aus { $feared-dat } wert ist
worths-figure-unit = { $unit } des Schadens für { $asker-acc } in einem Stopp, den die eigene Produktion des Partners deckt
worths-unit-m = Mio. $
worths-unit-bn = Mrd. $
worths-panel = Wert für die Allianz
worths-key-worth = Mittel über alle Reihenfolgen des Beitritts (Shapley-Wert)
worths-key-error = Standardfehler
worths-key-members = Partner
worths-key-next = brächte von außen am meisten: { $name }
worths-desc = Am meisten wert ist { $first }: { $value }. Alle zusammen stehen gegen { $together } von { $most }.
worths-map = Wo die Partner liegen
worths-map-desc = { $asker-cap } mit { $partners } Partnern; von außen brächte { $next } am meisten.
worths-map-desc-none = { $asker-cap } mit { $partners } Partnern; von außen brächte niemand etwas.
worths-caption = Wer mehr braucht, als er bringt, ist weniger als nichts wert.
worths-rest = Nicht gezeigt: { $n ->
    [one] ein weiterer Partner
   *[other] { $n } weitere Partner
}, zusammen { $sum }.
history-figure = { $material }: Produktion und Preis nach Jahren
history-figure-unit = Weltproduktion nach Ländern und Jahresmittel des Preises, { $first } bis { $last }
history-output-panel = { $stage }, { $unit }
history-output-desc = { $year } stellte die Welt { $tonnes } her: { $list }.
history-price-panel = Preis ({ $stage }), { $unit }
history-price-desc = Von { $first } im Jahr { $first-year } auf { $last } im Jahr { $last-year }.
history-t-one = Tonnen
history-t-k = tausend Tonnen
history-t-m = Mio. Tonnen
history-usd-one = US-Dollar je Tonne
history-usd-k = tausend US-Dollar je Tonne
history-usd-m = Mio. US-Dollar je Tonne
history-usd-said = { $value } US-Dollar je Tonne
history-rest = andere
history-key-unassigned = keine Daten (k. A.), oder Land nicht bekannt
history-caption = Das Basisjahr abgestimmt, andere Jahre wie veröffentlicht; die Anteile rechts gelten für das letzte Jahr. Ein Jahr ohne Tabelle in den Daten bleibt leer.
history-caption-price = Laufende Preise, nicht um die Inflation bereinigt.
