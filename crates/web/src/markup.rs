//! Pieces of pages: tables with their links, charts with theirs.

use adit_api::page::{self, Figure, Words};
use adit_api::table::{Cell, Format, Table};
use askama::Template;

use crate::answer::Question;
use crate::asked::Asked;

/// Where the pieces of an answer can be had, and what its numbers link to.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    /// The question that gave the answer.
    pub question: &'static Question,
    /// What was asked.
    pub asked: &'a Asked,
    /// Words of the language.
    pub words: &'a Words,
}

impl Links<'_> {
    /// Address of a part of the answer in the API.
    fn part(&self, kind: &str, id: &str, format: &str) -> String {
        let query = self.asked.query();
        let and = if query.is_empty() { "" } else { "&" };
        format!("/api/v1/{}?{query}{and}{kind}={id}&format={format}", self.question.id)
    }

    /// The chapter that says how the answer is made.
    fn chapter(&self) -> String {
        let lang = self.asked.given("lang").map_or_else(String::new, |lang| format!("?lang={lang}"));
        format!("/method/{}{lang}", self.question.chapter)
    }

    /// The page that tells where a number comes from.
    fn why(&self, key: &str) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair("key", key);
        for id in ["for", "against", "lang"] {
            if let Some(value) = self.asked.given(id) {
                text.append_pair(id, value);
            }
        }
        format!("/explain?{}", text.finish())
    }
}

/// A link, from the key of a row or the id of a column.
pub type Link<'a> = &'a dyn Fn(&str) -> String;

/// How a table looks.
#[derive(Clone, Copy, Default)]
pub struct Look<'a> {
    /// Columns whose shares are heat cells.
    pub heat: &'a [&'a str],
    /// Columns shown, in this order; all if empty.
    pub columns: &'a [&'a str],
    /// What the first cell of a row links to, from its key.
    pub row: Option<Link<'a>>,
    /// What the cells of a column link to, from the key of the row.
    pub cells: Option<(&'a str, Link<'a>)>,
    /// Column the rows are sorted by, and what a heading links to.
    pub sort: Option<(&'a str, Link<'a>)>,
    /// True if each number links to where it comes from.
    pub why: bool,
    /// True if nobody can ask for the table again: no downloads.
    pub fleeting: bool,
    /// Rows shown before the rest is folded away; all if 0.
    pub rows: usize,
}

/// Tables whose number cells can be asked about one by one.
const EXPLAINED: [&str; 8] =
    ["exposure", "world", "suppliers", "cutoff", "stockpile", "pathways", "indicators", "indicators_by_stage"];

#[derive(Template)]
#[template(path = "table.html")]
struct TableView<'a> {
    id: &'a str,
    title: &'a str,
    heads: Vec<Head>,
    rows: Vec<Row>,
    notes: Vec<String>,
    downloads: Vec<(String, String)>,
    chapter: String,
    words: &'a Words,
}

struct Head {
    text: String,
    class: &'static str,
    link: String,
    sorted: bool,
}

struct Row {
    class: &'static str,
    cells: Vec<CellView>,
}

struct CellView {
    text: String,
    class: String,
    grade: bool,
    link: String,
    /// What the link does, for those who do not see the column.
    label: String,
}

/// A table with its title, notes and downloads.
pub fn table(table: &Table, look: Look, links: Links) -> String {
    let words = links.words;
    let places: Vec<usize> = if look.columns.is_empty() {
        (0..table.columns.len()).collect()
    } else {
        look.columns.iter().filter_map(|id| table.columns.iter().position(|column| column.id == *id)).collect()
    };
    let left = |place: usize| {
        let mut cells = table.rows.iter().map(|row| &row.cells[place]);
        cells.any(|cell| matches!(cell, Cell::Text(_))) && table.columns[place].id != "grade"
    };
    let heads = places.iter().map(|&place| {
        let column = &table.columns[place];
        Head {
            text: column.heading.clone(),
            class: if left(place) {
                "t"
            } else if column.id == "grade" {
                "c"
            } else {
                ""
            },
            link: look.sort.map_or_else(String::new, |(_, link)| link(column.id)),
            sorted: look.sort.is_some_and(|(id, _)| id == column.id),
        }
    });
    let why = look.why && EXPLAINED.contains(&table.id);
    let rows = table.rows.iter().map(|row| {
        let cells = places.iter().enumerate().map(|(position, &place)| {
            let column = &table.columns[place];
            let mut shown = page::cell(words, &row.cells[place], column.id, false);
            // heat only where all cells share one scale
            if shown.class.starts_with("heat") && !look.heat.contains(&column.id) {
                shown.class = String::new();
            }
            let number = matches!(row.cells[place], Cell::Number(_, format) if format != Format::Count);
            let link = match (position, look.cells) {
                (0, _) => look.row.map_or_else(String::new, |link| link(&row.key)),
                (_, Some((id, link))) if id == column.id && number => link(&row.key),
                _ if why && number => links.why(&format!("{}.{}", row.key, column.id)),
                _ => String::new(),
            };
            let label =
                if link.is_empty() || position == 0 { String::new() } else { format!("{}: {}", column.heading, shown.text) };
            CellView { text: shown.text, class: shown.class, grade: shown.grade, link, label }
        });
        Row { class: "", cells: cells.collect() }
    });
    let mut rows: Vec<Row> = rows.collect();
    if look.rows > 0 {
        rows.iter_mut().skip(look.rows).for_each(|row| row.class = "rest");
    }
    let formats: &[&str] = if look.fleeting { &[] } else { &["csv", "json", "xlsx"] };
    let downloads = formats.iter().map(|format| (format.to_uppercase(), links.part("table", table.id, format)));
    render(&TableView {
        id: table.id,
        title: &table.title,
        heads: heads.collect(),
        rows,
        notes: table.notes.iter().map(|note| note_here(note, links)).collect(),
        downloads: downloads.collect(),
        chapter: links.chapter(),
        words,
    })
}

/// What a note calls by its name on the command line, called as it is on a page: files are downloads, keys are links.
fn note_here(note: &str, links: Links) -> String {
    const ASK: &str = "adit explain ";
    let note = note.replace("--format csv", "CSV").replace("--year", &format!("“{}”", links.words.get("ask-year")));
    let mut parts = note.split(ASK);
    let mut out = page::escape(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find([' ', ',', ';']).unwrap_or(part.len());
        let key = part[..end].trim_end_matches('.');
        let (link, rest) = (page::escape(&links.why(key)), &part[key.len()..]);
        out += &format!("<a href=\"{link}\">{}</a>{}", page::escape(key), page::escape(rest));
    }
    out
}

#[derive(Template)]
#[template(path = "figure.html")]
struct FigureView<'a> {
    markup: String,
    id: &'a str,
    svg: String,
    chapter: String,
    words: &'a Words,
}

/// A chart with its downloads.
pub fn figure(figure: &Figure, links: Links) -> String {
    render(&FigureView {
        markup: page::figure(figure, None),
        id: figure.id,
        svg: links.part("chart", figure.id, "svg"),
        chapter: links.chapter(),
        words: links.words,
    })
}

/// A template as text.
pub fn render(template: &impl Template) -> String {
    template.render().expect("writing to a string cannot fail")
}
