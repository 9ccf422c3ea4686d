//! `sources.csv`: the publications figures come from.

use adit_vocab::problem::Problem;
use adit_vocab::source::{Ship, Source};

use super::csv_table::read;
use crate::checks::Seen;
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "sources.csv";
const COLUMNS: [&str; 9] = ["id", "title", "publisher", "edition", "year", "url_or_doi", "licence", "ship", "note_en"];

/// Reads the table, ordered by id.
pub fn sources(files: &FileSet, problems: &mut Vec<Problem>) -> Vec<Source> {
    let mut seen = Seen::default();
    let mut rows = read(files, FILE, &COLUMNS, problems, |row| {
        seen.check(row, &["id"]);
        let ship = row.word("ship");
        if row.cell("licence").is_empty() && ship != Some(Ship::Cite) {
            row.problem("licence", "a licence, because tables of this source are shipped");
        }
        Some(Source {
            id: row.needed("id"),
            title: row.needed("title"),
            publisher: row.needed("publisher"),
            edition: row.text("edition"),
            year: if row.cell("year").is_empty() { None } else { Some(row.year("year")) },
            url_or_doi: row.text("url_or_doi"),
            licence: row.text("licence"),
            note_en: row.text("note_en"),
            ship: ship?,
        })
    });
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows
}
