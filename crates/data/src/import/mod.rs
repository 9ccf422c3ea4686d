//! Import: what an importer took from a publisher's file, put into the tables of a data directory.
//!
//! Nothing is written before the new tables have been read back like any other data and found right.

pub mod swap;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;
use adit_vocab::source::Source;

use crate::files::FileSet;
use crate::inputs::{encoding, sources};
use crate::sources::Kind;
use crate::sources::harvest::{Harvest, Left, LeftWhat, ReadAs, Table};

/// Most differences of single figures that are kept for the preview.
const MOST_CHANGES: usize = 10;

/// A data directory as it would be after the import.
pub struct Staged {
    /// Files to write, with the bytes they replace.
    files: Vec<(String, Vec<u8>, Vec<u8>)>,
    /// What happens to each table.
    pub tables: Vec<TableChange>,
    /// The figures that change most, relative to what they were.
    pub changes: Vec<Change>,
    /// Edition that the rows come from.
    pub source: Source,
    /// True if `sources.csv` gains it.
    pub new_source: bool,
    /// What was not taken.
    pub left: Vec<Left>,
    /// Codes put together from codes of another edition.
    pub read_as: Vec<ReadAs>,
    /// Years of the figures.
    pub years: BTreeSet<i32>,
}

/// What happens to a table, in rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableChange {
    /// The table.
    pub table: Table,
    /// Figures that were not there.
    pub added: usize,
    /// Figures with another value.
    pub changed: usize,
    /// Figures that the new edition does not hold any more.
    pub removed: usize,
    /// Figures that stay while words beside them change: a note, a flag, the edition.
    pub reworded: usize,
    /// Figures that stay as they are, of this publisher and of others.
    pub same: usize,
}

/// A figure that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The table.
    pub table: Table,
    /// Values of its key columns.
    pub key: Vec<String>,
    /// Before; empty if it was not published.
    pub before: String,
    /// After.
    pub after: String,
}

impl Staged {
    /// True if every table stays as it is.
    pub fn nothing_changes(&self) -> bool {
        self.files.is_empty()
    }

    /// Files that would be written.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(name, _, _)| name.as_str())
    }

    /// Swaps the files in. They appear together or not at all, whenever the program is stopped.
    pub fn write(&self, root: &Path) -> Result<(), Vec<Problem>> {
        let one = |name: &str, found: String, expected: &str| {
            vec![Problem::new(root.join(name).display().to_string(), "file", found, expected)]
        };
        for (name, before, _) in &self.files {
            let now = std::fs::read(root.join(name)).map_err(|error| one(name, error.to_string(), "a readable file"))?;
            if now != *before {
                return Err(one(name, "the file has changed since it was read".to_owned(), "nobody else at work on it"));
            }
        }
        let files: Vec<(&str, &[u8])> = self.files.iter().map(|(name, _, after)| (name.as_str(), after.as_slice())).collect();
        swap::replace(root, &files).map_err(|error| one("", error.to_string(), "a place that can be written to"))
    }
}

/// Puts what was taken into the tables of a data directory and reads the result back.
pub fn stage(kind: Kind, mut harvest: Harvest, files: &FileSet, reference: &Reference) -> Result<Staged, Vec<Problem>> {
    let (source, new_source) = source(kind, &harvest, reference)?;
    let mut changed: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut before: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let (mut tables, mut changes) = (Vec::new(), Vec::new());
    for (table, mut rows) in std::mem::take(&mut harvest.rows) {
        let position = table.columns().iter().position(|column| *column == "source").unwrap_or_default();
        for row in &mut rows {
            row[position] = source.id.clone();
        }
        let old = files.read(table.file()).map_err(|problem| vec![problem])?.into_owned();
        let Merged { text, change, mut differences } = merge(table, &old, rows, kind.family(), &files.shown(table.file()))?;
        tables.push(change);
        changes.append(&mut differences);
        if text.as_bytes() != old {
            changed.insert(table.file().to_owned(), text.into_bytes());
            before.insert(table.file().to_owned(), old);
        }
    }
    if new_source && !changed.is_empty() {
        let old = files.read(sources::FILE).map_err(|problem| vec![problem])?.into_owned();
        let text = with_source(&old, &source, &files.shown(sources::FILE))?;
        changed.insert(sources::FILE.to_owned(), text.into_bytes());
        before.insert(sources::FILE.to_owned(), old);
    }
    read_back(&files.with(changed.clone()))?;
    if let Ok(settings) = crate::read_settings(files)
        && !harvest.years.contains(&settings.base_year)
        && kind != Kind::Wgi
    {
        let years: Vec<String> = harvest.years.iter().map(i32::to_string).collect();
        let name = settings.base_year.to_string();
        harvest.left.push(Left { what: LeftWhat::NoBaseYear, name, rows: 0, note: years.join(", ") });
    }
    harvest.left.sort();
    changes.sort_by(|a, b| size(b).total_cmp(&size(a)));
    changes.truncate(MOST_CHANGES);
    let mut files = Vec::new();
    for (name, after) in changed {
        files.push((name.clone(), before.remove(&name).unwrap_or_default(), after));
    }
    let Harvest { left, read_as, years, .. } = harvest;
    Ok(Staged { files, tables, changes, source, new_source, left, read_as, years })
}

/// How much a figure changes, relative to what it was.
fn size(change: &Change) -> f64 {
    let number = |text: &str| text.parse::<f64>().ok();
    match (number(&change.before), number(&change.after)) {
        (Some(before), Some(after)) => (after - before).abs() / before.abs().max(f64::MIN_POSITIVE),
        _ => f64::INFINITY,
    }
}

/// The edition as a row of `sources.csv`: the one that is there, or a new one like the newest of the same publisher.
fn source(kind: Kind, harvest: &Harvest, reference: &Reference) -> Result<(Source, bool), Vec<Problem>> {
    let family: Vec<&Source> = reference.sources.iter().filter(|source| source.id.starts_with(kind.family())).collect();
    let id = format!("{}{}", kind.family(), harvest.edition);
    let ends = |source: &Source| kind == Kind::Bgs && source.edition.ends_with(&harvest.edition);
    if let Some(source) = family.iter().find(|source| source.id == id || ends(source)) {
        return Ok(((*source).clone(), false));
    }
    let Some(newest) = family.iter().max_by(|a, b| a.id.cmp(&b.id)) else {
        let expected = format!("a row whose id starts with `{}`", kind.family());
        return Err(vec![Problem::new(sources::FILE, "id", "no edition of this publisher", expected)]);
    };
    let old =
        |text: &str| newest.id.strip_prefix(kind.family()).is_some_and(|edition| !edition.is_empty() && text.contains(edition));
    let renamed = |text: &str| {
        let edition = newest.id.strip_prefix(kind.family()).unwrap_or_default();
        if old(text) { text.replace(edition, &harvest.edition) } else { text.to_owned() }
    };
    let years = match (harvest.years.first(), harvest.years.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}-{last}"),
        (Some(only), _) => only.to_string(),
        _ => String::new(),
    };
    let edition = match kind {
        Kind::Baci => format!("V{}", harvest.edition),
        Kind::UsgsMcs => harvest.edition.clone(),
        Kind::Wgi => format!("{} update ({years})", harvest.edition),
        Kind::Wmd => format!("{} (output {years})", harvest.edition),
        Kind::Bgs => years,
    };
    let source = Source {
        id,
        title: renamed(&newest.title),
        edition,
        year: harvest.published,
        // an address of an edition is not that of the next one
        url_or_doi: if newest.url_or_doi.contains("doi.org") { String::new() } else { newest.url_or_doi.clone() },
        note_en: format!("imported; licence taken over from {}, to be compared with the publisher's page", newest.id),
        ..(*newest).clone()
    };
    Ok((source, true))
}

fn with_source(old: &[u8], source: &Source, file: &str) -> Result<String, Vec<Problem>> {
    let mut table = TextTable::read(old, file)?;
    let year = source.year.map_or_else(String::new, |year| year.to_string());
    let ship = match source.ship {
        adit_vocab::source::Ship::Yes => "yes",
        adit_vocab::source::Ship::Attribute => "attribute",
        adit_vocab::source::Ship::Cite => "cite",
    };
    let cell = |column: &str| {
        match column {
            "id" => source.id.as_str(),
            "title" => &source.title,
            "publisher" => &source.publisher,
            "edition" => &source.edition,
            "year" => &year,
            "url_or_doi" => &source.url_or_doi,
            "licence" => &source.licence,
            "ship" => ship,
            "note_en" => &source.note_en,
            _ => "",
        }
        .to_owned()
    };
    let row = table.header.iter().map(|column| cell(column)).collect();
    table.rows.push(row);
    Ok(table.write())
}

/// A table as text: its header and its rows as they stand.
struct TextTable {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl TextTable {
    fn read(bytes: &[u8], file: &str) -> Result<Self, Vec<Problem>> {
        let text = encoding::text(file, bytes).map_err(|problem| vec![problem])?;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| vec![Problem::new(file, "whole file", error.to_string(), "a table in CSV")])?;
            rows.push(record.iter().map(str::to_owned).collect::<Vec<_>>());
        }
        if rows.is_empty() {
            return Err(vec![Problem::new(file, "line 1", "the file is empty", "a table in CSV")]);
        }
        let header = rows.remove(0);
        Ok(TextTable { header, rows })
    }

    fn write(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // writing to memory cannot fail
        let _ = writer.write_record(&self.header);
        for row in &self.rows {
            let _ = writer.write_record(row);
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

struct Merged {
    text: String,
    change: TableChange,
    differences: Vec<Change>,
}

/// Puts new rows in the place of those they replace.
fn merge(table: Table, old: &[u8], new: Vec<Vec<String>>, family: &str, file: &str) -> Result<Merged, Vec<Problem>> {
    let TextTable { header, rows } = TextTable::read(old, file)?;
    let order: Vec<Option<usize>> = table.columns().iter().map(|column| header.iter().position(|name| name == column)).collect();
    let ours = |row: &Vec<String>| -> Vec<String> {
        order.iter().map(|at| at.and_then(|at| row.get(at)).map_or_else(String::new, |cell| cell.trim().to_owned())).collect()
    };
    let scopes: BTreeSet<Vec<String>> = new.iter().map(|row| table.pick(row, table.scope())).collect();
    let (mut kept, mut replaced) = (Vec::new(), Vec::new());
    for row in rows.iter().map(ours) {
        let of_family = table.replaces_others() || table.pick(&row, &["source"])[0].starts_with(family);
        let goes = of_family && scopes.contains(&table.pick(&row, table.scope()));
        if goes { replaced.push(row) } else { kept.push(row) }
    }
    let (change, differences) = compare(table, &kept, &replaced, &new);
    if same_rows(&replaced, &new) {
        let text = encoding::text(file, old).map_err(|problem| vec![problem])?.to_owned();
        return Ok(Merged { text, change, differences });
    }
    let mut all = kept;
    all.extend(new);
    // tables stand in the order of their key; rows of one key keep their order
    all.sort_by_cached_key(|row| {
        table.columns().iter().take(table.key().len()).enumerate().map(|(i, _)| row[i].clone()).collect::<Vec<_>>()
    });
    let back: Vec<usize> =
        header.iter().map(|name| table.columns().iter().position(|column| column == name).unwrap_or_default()).collect();
    let rows = all.into_iter().map(|row| back.iter().map(|at| row[*at].clone()).collect()).collect();
    let newline = if old.windows(2).any(|pair| pair == b"\r\n") { "\r\n" } else { "\n" };
    let text = TextTable { header, rows }.write();
    let text = if newline == "\n" { text } else { text.replace('\n', newline) };
    Ok(Merged { text, change, differences })
}

fn same_rows(a: &[Vec<String>], b: &[Vec<String>]) -> bool {
    let sorted = |rows: &[Vec<String>]| {
        let mut rows = rows.to_vec();
        rows.sort();
        rows
    };
    sorted(a) == sorted(b)
}

/// Counts what happens to the figures of a table. A figure is known by its key; several with one key are compared as a whole.
fn compare(table: Table, kept: &[Vec<String>], replaced: &[Vec<String>], new: &[Vec<String>]) -> (TableChange, Vec<Change>) {
    type Values = BTreeMap<Vec<String>, Vec<String>>;
    let values = |rows: &[Vec<String>]| {
        let mut values: Values = BTreeMap::new();
        for row in rows {
            values.entry(table.pick(row, table.key())).or_default().extend(table.pick(row, &[table.value()]));
        }
        values.values_mut().for_each(|values| values.sort());
        values
    };
    let (before, after) = (values(replaced), values(new));
    let mut change = TableChange { table, added: 0, changed: 0, removed: 0, reworded: 0, same: kept.len() };
    let rows_before: BTreeSet<&Vec<String>> = replaced.iter().collect();
    let mut differences = Vec::new();
    for (key, now) in &after {
        match before.get(key) {
            None => change.added += now.len(),
            Some(then) if then == now => change.same += now.len(),
            Some(then) => {
                change.changed += now.len();
                differences.push(Change { table, key: key.clone(), before: then.join(" + "), after: now.join(" + ") });
            }
        }
    }
    let new_rows = new.iter().filter(|row| !rows_before.contains(row)).count();
    change.reworded = new_rows.saturating_sub(change.added + change.changed);
    change.same -= change.reworded;
    change.removed = before.iter().filter(|(key, _)| !after.contains_key(*key)).map(|(_, values)| values.len()).sum();
    (change, differences)
}

/// Reads the new data like any other: what `data check` would refuse is not written.
fn read_back(files: &FileSet) -> Result<(), Vec<Problem>> {
    let reference = crate::read_reference(files)?;
    crate::read_observations(files, &reference).map(|_| ())
}

#[cfg(test)]
mod tests;
