//! Tables on a terminal: names left, figures right, never wider than the window, no word broken.

use adit_vocab::lang::Lang;
use adit_vocab::table::{Cell, Table};

use crate::locale::{Args, Words};
use crate::numbers;

/// Narrowest table that still reads.
const LEAST_WIDTH: usize = 40;

/// Blanks between columns, and where there is little room.
const GAPS: [usize; 2] = [2, 1];

/// Up to this many columns the wider gap is kept.
const FEW_COLUMNS: usize = 4;

/// Lines a heading may take.
const HEADING_LINES: usize = 3;

/// A word of running text longer than this, such as a web address, may be broken.
const LONG_WORD: usize = 24;

/// Writes a table with its title and notes, at most `width` columns wide. Headings have short forms for narrow windows;
/// where even these are too wide, columns at the right are left out and named under the table.
pub fn write(table: &Table, width: usize, lang: Lang) -> String {
    let words = Words::new(lang);
    let (no_data, not_applicable) = (words.get("no-data-short"), words.get("not-applicable-short"));
    let columns = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| Column {
            heading: column.heading.clone(),
            short: words.find(&format!("short-{}", column.id.replace('_', "-"))).unwrap_or_else(|| column.heading.clone()),
            right: table.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::Number(..)))),
            kept: column.id == "grade",
        })
        .collect();
    let text = |cell| numbers::cell(cell, lang, &no_data, &not_applicable).into_owned();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(text).collect()).collect();
    let (grid, left_out) = Grid { columns, rows }.draw(width);

    let mut notes = table.notes.clone();
    if !left_out.is_empty() {
        notes.insert(0, words.say("note-narrow", &Args::new().text("list", left_out.join("; "))));
    }
    let mut text = format!("{}\n\n{grid}\n", wrap(&table.title, width));
    for note in &notes {
        text.push('\n');
        text.push_str(&wrap(note, width));
    }
    if !notes.is_empty() {
        text.push('\n');
    }
    text
}

/// A column of a grid.
pub(crate) struct Column {
    /// Full heading.
    pub(crate) heading: String,
    /// The same for narrow windows.
    pub(crate) short: String,
    /// True for figures, which stand at the right.
    pub(crate) right: bool,
    /// True if it is never left out. The first column never is.
    pub(crate) kept: bool,
}

/// Rows of text under headings, in house style: one line under the head, no other lines.
pub(crate) struct Grid {
    /// The columns.
    pub(crate) columns: Vec<Column>,
    /// One text a column.
    pub(crate) rows: Vec<Vec<String>>,
}

/// How a grid is laid out: columns shown, their widths and headings, and the gap between them.
struct Layout {
    shown: Vec<usize>,
    widths: Vec<usize>,
    short: bool,
    gap: usize,
}

impl Grid {
    /// The lines of the grid, and the headings of the columns for which there was no room.
    pub(crate) fn draw(&self, width: usize) -> (String, Vec<String>) {
        let layout = self.layout(width.max(LEAST_WIDTH));
        let mut lines = Vec::new();
        let headings: Vec<&str> = layout.shown.iter().map(|&place| self.heading(place, layout.short)).collect();
        if headings.iter().any(|heading| !heading.is_empty()) {
            let cells: Vec<Vec<String>> =
                headings.iter().zip(&layout.widths).map(|(heading, &width)| broken(heading, width)).collect();
            // Headings of several lines stand on the line under them.
            let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
            let lowered = cells.into_iter().map(|cell| [vec![String::new(); tall - cell.len()], cell].concat()).collect();
            lines.extend(self.lines(&layout, lowered));
            lines.push("─".repeat(layout.widths.iter().sum::<usize>() + layout.gap * layout.widths.len().saturating_sub(1)));
        }
        for row in &self.rows {
            let cell = |(&place, &width): (&usize, &usize)| broken(row.get(place).map_or("", String::as_str), width);
            lines.extend(self.lines(&layout, layout.shown.iter().zip(&layout.widths).map(cell).collect()));
        }
        let left_out = (0..self.columns.len()).filter(|place| !layout.shown.contains(place));
        (lines.join("\n"), left_out.map(|place| self.columns[place].heading.clone()).collect())
    }

    fn lines(&self, layout: &Layout, cells: Vec<Vec<String>>) -> Vec<String> {
        let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
        let line = |at: usize| {
            let parts: Vec<String> = cells
                .iter()
                .zip(layout.shown.iter().zip(&layout.widths))
                .map(|(cell, (&place, &width))| {
                    let text = cell.get(at).map_or("", String::as_str);
                    if self.columns[place].right { format!("{text:>width$}") } else { format!("{text:<width$}") }
                })
                .collect();
            parts.join(&" ".repeat(layout.gap)).trim_end().to_owned()
        };
        (0..tall).map(line).collect()
    }

    fn heading(&self, place: usize, short: bool) -> &str {
        let column = &self.columns[place];
        if short { &column.short } else { &column.heading }
    }

    /// The first layout that fits: full headings, short ones, a narrower gap, broken texts, fewer columns.
    fn layout(&self, width: usize) -> Layout {
        let mut shown: Vec<usize> = (0..self.columns.len()).collect();
        loop {
            let all = shown.len() == self.columns.len();
            let narrow = if all && shown.len() > FEW_COLUMNS { GAPS[1] } else { GAPS[0] };
            for (short, gap) in [(false, GAPS[0]), (true, GAPS[0]), (true, narrow)].into_iter().skip(usize::from(!all)) {
                let widths: Vec<usize> = shown.iter().map(|&place| self.natural(place, short)).collect();
                let room = width.saturating_sub(gap * shown.len().saturating_sub(1));
                let fits = widths.iter().sum::<usize>() <= room;
                let widths = self.widened(&shown, widths, room, short);
                let calm =
                    shown.iter().zip(&widths).all(|(&place, &w)| broken(self.heading(place, short), w).len() <= HEADING_LINES);
                if fits && (calm || short) {
                    return Layout { shown, widths, short, gap };
                }
            }
            let room = width.saturating_sub(narrow * shown.len().saturating_sub(1));
            let widths = self.narrowed(&shown, room);
            let last = shown.iter().rposition(|&place| place > 0 && !self.columns[place].kept);
            match last {
                Some(last) if widths.iter().sum::<usize>() > room && shown.len() > 2 => drop(shown.remove(last)),
                _ => return Layout { shown, widths, short: true, gap: narrow },
            }
        }
    }

    /// Width of a column whose cells stand in one line and whose heading breaks only between words.
    fn natural(&self, place: usize, short: bool) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(place)).map(|text| letters(text));
        cells.chain(self.heading(place, short).split(' ').map(letters)).max().unwrap_or(0)
    }

    /// Gives what room is left to headings: all of them in one line if that is possible, else in two.
    fn widened(&self, shown: &[usize], widths: Vec<usize>, room: usize, short: bool) -> Vec<usize> {
        let in_one: Vec<usize> =
            shown.iter().zip(&widths).map(|(&place, &width)| width.max(letters(self.heading(place, short)))).collect();
        if in_one.iter().sum::<usize>() <= room {
            return in_one;
        }
        let mut widths = widths;
        for (at, &place) in shown.iter().enumerate() {
            let spare = room.saturating_sub(widths.iter().sum());
            let heading = self.heading(place, short);
            let wanted = (widths[at]..=widths[at] + spare).find(|&width| broken(heading, width).len() <= 2);
            widths[at] = wanted.unwrap_or(widths[at]);
        }
        widths
    }

    /// Takes from the widest text until all fits, but breaks no word that is not very long.
    fn narrowed(&self, shown: &[usize], room: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = shown.iter().map(|&place| self.natural(place, true)).collect();
        let least: Vec<usize> = shown
            .iter()
            .map(|&place| {
                let cells = self.rows.iter().filter_map(|row| row.get(place));
                let words = cells.flat_map(|text| text.split(' ')).map(|word| letters(word).min(LONG_WORD));
                let heading = self.heading(place, true).split(' ').map(letters);
                let fixed = place == 0 && shown.len() > 1 || self.columns[place].right;
                if fixed { self.natural(place, true) } else { words.chain(heading).max().unwrap_or(0) }
            })
            .collect();
        while widths.iter().sum::<usize>() > room {
            let widest = (0..widths.len()).filter(|&at| widths[at] > least[at]).max_by_key(|&at| widths[at]);
            let Some(at) = widest else { break };
            widths[at] -= 1;
        }
        widths
    }
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// Lines of at most `width` letters, broken at blanks; a word that is longer is cut.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if letters(line) + 1 + letters(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => {
                let all: Vec<char> = word.chars().collect();
                lines.extend(all.chunks(width.max(1)).map(|part| part.iter().collect::<String>()));
            }
        }
    }
    lines
}

/// Breaks running text at blanks so that no line is longer than `width`.
pub fn wrap(text: &str, width: usize) -> String {
    broken(text, width.max(LEAST_WIDTH)).join("\n")
}

#[cfg(test)]
mod tests {
    use adit_vocab::table::{Column, Format, Row};

    use super::*;

    #[test]
    fn fits_the_window() {
        let ids = ["a", "b", "c", "d", "e", "f"];
        let table = Table {
            id: "test",
            title: "A title that is longer than the narrow window that it has to fit into somehow".into(),
            columns: ids.iter().map(|id| Column { id, heading: format!("Heading of column {id}") }).collect(),
            rows: vec![Row { key: "x".into(), cells: vec![Cell::Number(123_456_789.0, Format::Tonnes); 6] }],
            notes: vec!["A note.".into()],
        };
        for width in [40, 60, 80, 120] {
            let text = write(&table, width, Lang::De);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        }
    }

    fn words() -> Table {
        let cells = |name: &str, family: &str| {
            vec![Cell::Text(name.into()), Cell::Text(family.into()), Cell::Number(0.5, Format::Percent)]
        };
        let heads = ["Material", "Family of materials", "Share of the whole world"];
        Table {
            id: "test",
            title: "Words".into(),
            columns: heads
                .into_iter()
                .zip(["material", "kind", "share"])
                .map(|(heading, id)| Column { id, heading: heading.into() })
                .collect(),
            rows: [("Praseodymium", "light rare earth"), ("Metallurgical coal", "fuel mineral")]
                .map(|(name, family)| Row { key: name.into(), cells: cells(name, family) })
                .into(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn names_stand_whole_and_headings_break_between_words() {
        for width in [44, 60, 100] {
            let text = write(&words(), width, Lang::En);
            for whole in ["Praseodymium", "Metallurgical coal", "Material", "rare", "earth", "Share"] {
                assert!(text.contains(whole), "{width}:\n{text}");
            }
            assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        }
    }

    #[test]
    fn columns_without_room_are_named() {
        let mut table = words();
        for id in ["a", "b", "c", "d"] {
            table.columns.push(Column { id, heading: format!("Column{id}") });
            table.rows.iter_mut().for_each(|row| row.cells.push(Cell::Number(123_456.0, Format::Tonnes)));
        }
        let text = write(&table, 60, Lang::En);
        assert!(text.contains("Columnc; Columnd"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
    }

    #[test]
    fn words_break_at_blanks() {
        let text = wrap("one two three four five six seven eight nine ten eleven twelve", 40);
        assert_eq!(text.lines().count(), 2);
        assert!(text.lines().all(|line| line.len() <= 40));
    }
}
