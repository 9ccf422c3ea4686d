//! Tables on a terminal: names left, figures right, never wider than the window.

use adit_vocab::lang::Lang;
use adit_vocab::table::{Cell, Table};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

use crate::locale::Words;
use crate::numbers;

/// Narrowest table that still reads.
const LEAST_WIDTH: usize = 40;

/// Writes a table with its title and notes, at most `width` columns wide.
pub fn write(table: &Table, width: usize, lang: Lang) -> String {
    let words = Words::new(lang);
    let (no_data, not_applicable) = (words.get("no-data-short"), words.get("not-applicable-short"));
    let mut grid = empty(width);
    grid.set_header(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        grid.add_row(row.cells.iter().map(|cell| numbers::cell(cell, lang, &no_data, &not_applicable).into_owned()));
    }
    for (place, column) in grid.column_iter_mut().enumerate() {
        let figures = table.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::Number(..))));
        column.set_cell_alignment(if figures { CellAlignment::Right } else { CellAlignment::Left });
    }
    let mut text = format!("{}\n\n{}\n", wrap(&table.title, width), trimmed(&grid));
    for note in &table.notes {
        text.push('\n');
        text.push_str(&wrap(note, width));
    }
    if !table.notes.is_empty() {
        text.push('\n');
    }
    text
}

/// A grid in house style: one line under the head, no other lines.
pub(crate) fn empty(width: usize) -> comfy_table::Table {
    let mut grid = comfy_table::Table::new();
    grid.load_style(TableStyle::new().header_separator(LineStyle::new('─', '─', '─', '─')));
    grid.set_content_arrangement(ContentArrangement::Dynamic);
    grid.set_width(u16::try_from(width.max(LEAST_WIDTH)).unwrap_or(u16::MAX));
    grid.force_no_tty();
    grid
}

/// The lines of a grid without blanks at their ends.
pub(crate) fn trimmed(grid: &comfy_table::Table) -> String {
    grid.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Breaks running text at blanks so that no line is longer than `width`.
pub(crate) fn wrap(text: &str, width: usize) -> String {
    let width = width.max(LEAST_WIDTH);
    let mut lines = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let long = word.chars().count();
        if used > 0 && used + 1 + long > width {
            lines.push('\n');
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(word);
        used += long;
    }
    lines
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
        for width in [60, 80, 120] {
            let text = write(&table, width, Lang::De);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
        }
    }

    #[test]
    fn words_break_at_blanks() {
        let text = wrap("one two three four five six seven eight nine ten eleven twelve", 40);
        assert_eq!(text.lines().count(), 2);
        assert!(text.lines().all(|line| line.len() <= 40));
    }
}
