//! Reads the reference files.
#![allow(clippy::print_stderr, reason = "tells that a comparison was not run, and what it found")]

use std::collections::BTreeMap;
use std::path::PathBuf;

/// A row by column name.
pub type Row = BTreeMap<String, String>;

/// The place of a reference file, if there is one.
pub fn place(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("ADIT_REFERENCE").map(|directory| PathBuf::from(directory).join(name));
    let found = path.filter(|path| path.exists());
    if found.is_none() {
        eprintln!("not run: file absent ($ADIT_REFERENCE/{name})");
    }
    found
}

/// The rows of a reference file, if there is one.
pub fn rows(name: &str) -> Option<Vec<Row>> {
    let file = std::fs::File::open(place(name)?).expect("the file can be read");
    Some(read(csv::Reader::from_reader(file)))
}

/// The rows of a table.
pub fn read<R: std::io::Read>(mut reader: csv::Reader<R>) -> Vec<Row> {
    reader.deserialize().collect::<Result<_, _>>().expect("a table in CSV")
}

/// A number, or none where the cell is empty or `N/A`.
pub fn number(row: &Row, column: &str) -> Option<f64> {
    row.get(column).unwrap_or_else(|| panic!("no column {column}")).parse().ok()
}

/// A number that must be there.
pub fn must(row: &Row, column: &str) -> f64 {
    number(row, column).unwrap_or_else(|| panic!("{column} of {row:?} is no number"))
}

/// Says what a comparison found.
pub fn tell(text: &str) {
    eprintln!("{text}");
}

/// Holds a block of a page of the book, between two comments, against what was computed; `UPDATE_GOLDEN=1` writes it.
#[allow(dead_code, reason = "the benchmark shares this file")]
pub fn hold(page: &str, block: &str, computed: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../book/src/methods").join(page);
    let text = std::fs::read_to_string(&path).expect("a page of the book");
    let (begin, end) = (format!("<!-- {block}: begin -->\n"), format!("<!-- {block}: end -->"));
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{page} has no {block}"));
    let (found, after) = rest.split_once(&end).expect("the block ends");
    let computed = format!("\n{computed}\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, format!("{before}{begin}{computed}{end}{after}")).expect("the repository can be written");
    } else {
        assert!(found == computed, "{page} is out of date; run `just bless`\n{computed}");
    }
}
