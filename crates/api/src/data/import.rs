//! Importing a publisher's own file: first what would change, then the change itself.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use adit_data::import::{Change, Staged, stage};
use adit_data::sources::harvest::{Left, LeftWhat};
use adit_data::sources::maps::Maps;
use adit_data::sources::{baci, bgs, usgs_mcs, wgi, wmd};
use adit_report::naming::Naming;
use adit_vocab::problem::Problem;
use adit_vocab::source::Ship;
use adit_vocab::table::{Cell, Format, Row, Table};

use crate::session::{Problems, Session};
use crate::words::{columns, say};

pub use adit_data::sources::Kind;

/// Things left out of one kind that people are shown.
const SHOWN: usize = 8;

/// An import that is ready and not yet written.
pub struct Import {
    staged: Staged,
}

impl Import {
    /// True if the data holds these figures already.
    pub fn nothing_changes(&self) -> bool {
        self.staged.nothing_changes()
    }

    /// Names of the files that are written, relative to the data directory.
    pub fn files(&self) -> Vec<&str> {
        self.staged.files().collect()
    }

    /// Writes it to the data directory it was made for: all files or none.
    pub fn write(&self, directory: &Path) -> Result<(), Problems> {
        self.staged.write(directory)
    }
}

impl Session {
    /// Reads a publisher's file and puts its figures beside the data of this session. Nothing is written. `progress` is told
    /// how many bytes of how many are read, where a file is large.
    pub fn import(&self, kind: Kind, path: &Path, progress: &mut dyn FnMut(u64, u64)) -> Result<Import, Problems> {
        let maps = Maps::read(self.files(), self.reference())?;
        let shown = path.display().to_string();
        let unreadable = |error: std::io::Error| {
            let found = match error.kind() {
                ErrorKind::NotFound => "there is no such file".to_owned(),
                ErrorKind::IsADirectory => "this is a directory".to_owned(),
                _ => error.to_string(),
            };
            vec![Problem::new(&shown, "file", found, "the publisher's file as it is downloaded")]
        };
        if path.is_dir() {
            return Err(unreadable(ErrorKind::IsADirectory.into()));
        }
        let harvest = match kind {
            Kind::Baci => baci::read(&shown, File::open(path).map_err(unreadable)?, &maps, progress)?,
            Kind::UsgsMcs => usgs_mcs::read(&shown, &std::fs::read(path).map_err(unreadable)?, &maps)?,
            Kind::Wgi => wgi::read(&shown, &std::fs::read(path).map_err(unreadable)?, &maps)?,
            Kind::Wmd => wmd::read(&shown, &std::fs::read(path).map_err(unreadable)?, &maps)?,
            Kind::Bgs => bgs::read(&shown, &std::fs::read(path).map_err(unreadable)?, &maps)?,
        };
        Ok(Import { staged: stage(kind, harvest, self.files(), self.reference())? })
    }

    /// The preview: what changes, by how much, what was read under another code, and what is left out.
    pub fn import_tables(&self, import: &Import, naming: Naming) -> Vec<Table> {
        let staged = &import.staged;
        let tables =
            [summary(staged, naming), changes(&staged.changes, naming), read_as(staged, naming), left(&staged.left, naming)];
        tables.into_iter().enumerate().filter(|(i, table)| *i == 0 || !table.rows.is_empty()).map(|(_, table)| table).collect()
    }
}

#[allow(clippy::cast_precision_loss, reason = "a count of rows")]
fn count(n: usize) -> Cell {
    Cell::Number(n as f64, Format::Count)
}

fn summary(staged: &Staged, naming: Naming) -> Table {
    let rows = staged.tables.iter().map(|change| Row {
        key: change.table.file().to_owned(),
        cells: vec![
            Cell::Text(change.table.file().to_owned()),
            count(change.added),
            count(change.changed),
            count(change.removed),
            count(change.reworded),
            count(change.same),
        ],
    });
    let source = &staged.source;
    let years: Vec<String> = staged.years.iter().map(i32::to_string).collect();
    let years = match &years[..] {
        [first, .., last] => format!("{first}-{last}"),
        [only] => only.clone(),
        [] => String::new(),
    };
    let new = if staged.new_source { say(naming, ", new in sources.csv", ", neu in sources.csv") } else { String::new() };
    let mut notes = vec![
        format!(
            "{}: {}, {}, {} ({}{new}); {} {years}",
            say(naming, "Source", "Quelle"),
            source.publisher,
            source.title,
            source.edition,
            source.id,
            say(naming, "years", "Jahre"),
        ),
        format!("{}: {}. {}", say(naming, "License", "Lizenz"), source.licence, passing_on(source.ship, naming)),
    ];
    if naming == Naming::Ids {
        notes.clear();
    }
    Table {
        id: "import",
        title: say(naming, "What the import changes", "Was der Import ändert"),
        columns: columns(
            naming,
            &[
                ("table", "Table", "Tabelle"),
                ("added", "Figures added", "Zahlen hinzu"),
                ("changed", "Figures changed", "Zahlen geändert"),
                ("removed", "Figures removed", "Zahlen entfallen"),
                ("reworded", "Only words changed", "nur Worte geändert"),
                ("same", "Rows that stay", "Zeilen, die bleiben"),
            ],
        ),
        rows: rows.collect(),
        notes,
    }
}

fn passing_on(ship: Ship, naming: Naming) -> String {
    match ship {
        Ship::Yes => say(naming, "The resulting tables may be passed on.", "Die Tabellen dürfen weitergegeben werden."),
        Ship::Attribute => say(
            naming,
            "The resulting tables may be passed on if the source is named.",
            "Die Tabellen dürfen mit Nennung der Quelle weitergegeben werden.",
        ),
        Ship::Cite => say(
            naming,
            "Only single facts may be passed on: keep the resulting tables to yourself unless the publisher agrees.",
            "Nur einzelne Angaben dürfen weitergegeben werden: die Tabellen sind ohne Zustimmung des Herausgebers nur für den eigenen Gebrauch.",
        ),
    }
}

fn changes(changes: &[Change], naming: Naming) -> Table {
    let cell = |text: &str| if text.is_empty() { Cell::NoData } else { Cell::Text(text.to_owned()) };
    let rows = changes.iter().map(|change| {
        let key = change.key.join(".");
        let file = change.table.file().trim_start_matches("observations/").trim_end_matches(".csv");
        let cells = vec![
            Cell::Text(file.to_owned()),
            Cell::Text(change.key.join(" ")),
            Cell::Text(change.table.value().to_owned()),
            cell(&change.before),
            cell(&change.after),
        ];
        Row { key: format!("{file}.{key}"), cells }
    });
    Table {
        id: "changes",
        title: say(naming, "Figures that change most", "Zahlen, die sich am stärksten ändern"),
        columns: columns(
            naming,
            &[
                ("table", "Table", "Tabelle"),
                ("figure", "Figure", "Zahl"),
                ("column", "Column", "Spalte"),
                ("before", "Before", "Vorher"),
                ("after", "After", "Nachher"),
            ],
        ),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn read_as(staged: &Staged, naming: Naming) -> Table {
    let rows = staged.read_as.iter().map(|read| Row {
        key: read.code.clone(),
        cells: vec![Cell::Text(read.code.clone()), Cell::Text(read.from.clone()), Cell::Text(read.note.clone())],
    });
    Table {
        id: "read_as",
        title: say(
            naming,
            "Codes added up from several codes of the file",
            "Nummern, die aus mehreren der Datei zusammengezählt sind",
        ),
        columns: columns(
            naming,
            &[("code", "Code here", "Nummer hier"), ("from", "Codes of the file", "Nummern der Datei"), ("note", "Why", "Warum")],
        ),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn left(left: &[Left], naming: Naming) -> Table {
    // people see the first of each kind, programs see all
    let place = |at: usize| left[..at].iter().filter(|earlier| earlier.what == left[at].what).count();
    let shown = |at: usize| naming == Naming::Ids || place(at) < SHOWN;
    let rows = left.iter().enumerate().filter(|(at, _)| shown(*at)).map(|(_, left)| Row {
        key: format!("{}.{}", id(left.what), left.name),
        cells: vec![
            Cell::Text(if naming == Naming::Ids { id(left.what).to_owned() } else { what(left.what, naming) }),
            Cell::Text(left.name.clone()),
            if left.rows == 0 { Cell::NotApplicable } else { count(left.rows) },
            Cell::Text(left.note.clone()),
        ],
    });
    let mut notes = Vec::new();
    let hidden = (0..left.len()).filter(|at| !shown(*at)).count();
    if hidden > 0 {
        let en = format!("{hidden} more are listed with --format csv.");
        notes.push(say(naming, &en, &format!("{hidden} weitere stehen in der Ausgabe mit --format csv.")));
    }
    let mut hint = |kind: LeftWhat, en: &str, de: &str| {
        if naming != Naming::Ids && left.iter().any(|left| left.what == kind) {
            notes.push(say(naming, en, de));
        }
    };
    hint(
        LeftWhat::Country,
        "A name or code in concordance/country_names.csv makes a country known.",
        "Ein Name oder Code in concordance/country_names.csv macht ein Land bekannt.",
    );
    hint(
        LeftWhat::NotFound,
        "What is expected and not in the file keeps its rows of the older edition; concordance/ holds the names that are looked for.",
        "Was erwartet wird und nicht in der Datei steht, behält die Zeilen der älteren Ausgabe; concordance/ enthält die gesuchten Namen.",
    );
    hint(
        LeftWhat::StillMissing,
        "The rows of a code marked as missing are written, and used once `missing = false` stands in the material's file.",
        "Die Zeilen einer als fehlend geführten Nummer werden geschrieben und benutzt, sobald in der Datei des Rohstoffs `missing = false` steht.",
    );
    hint(
        LeftWhat::NoBaseYear,
        "The baseline stands for base_year of reconciliation.toml; the nearest year is taken.",
        "Das Basisjahr steht in reconciliation.toml (base_year); genommen wird das nächstgelegene Jahr.",
    );
    Table {
        id: "left",
        title: say(naming, "What is left out, and what to know", "Was wegbleibt und was zu wissen ist"),
        columns: columns(
            naming,
            &[("what", "What", "Was"), ("name", "Name", "Name"), ("rows", "Rows", "Zeilen"), ("note", "Why", "Warum")],
        ),
        rows: rows.collect(),
        notes,
    }
}

fn id(what: LeftWhat) -> &'static str {
    match what {
        LeftWhat::Country => "country",
        LeftWhat::Commodity => "commodity",
        LeftWhat::OtherBasis => "other_basis",
        LeftWhat::CustomsCode => "customs_code",
        LeftWhat::NotFound => "not_found",
        LeftWhat::StillMissing => "still_missing",
        LeftWhat::NoBaseYear => "no_base_year",
    }
}

fn what(what: LeftWhat, naming: Naming) -> String {
    match what {
        LeftWhat::Country => say(naming, "unknown country", "unbekanntes Land"),
        LeftWhat::Commodity => say(naming, "not among the materials", "nicht unter den Rohstoffen"),
        LeftWhat::OtherBasis => say(naming, "counted on another basis", "anders gezählt"),
        LeftWhat::CustomsCode => say(naming, "code with other goods", "Nummer mit anderen Waren"),
        LeftWhat::NotFound => say(naming, "expected, not in the file", "erwartet, nicht in der Datei"),
        LeftWhat::StillMissing => say(naming, "code marked as missing", "als fehlend geführte Nummer"),
        LeftWhat::NoBaseYear => say(naming, "base year not in the file", "Basisjahr nicht in der Datei"),
    }
}
