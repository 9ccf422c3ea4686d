//! A workbook: one sheet a table with numbers as numbers, and a sheet that says where they come from.

use adit_vocab::lang::Lang;
use adit_vocab::source::Source;
use adit_vocab::table::{Cell, Format, Table};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format as Style, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::locale::Words;

/// Characters that Excel allows in the name of a sheet.
const NAME: usize = 31;
/// Width of a column of numbers and of one of words, in characters.
const WIDTHS: (f64, f64) = (14.0, 26.0);
/// Width of the columns on the sheet of sources.
const SOURCE_WIDTHS: [f64; 6] = [20.0, 60.0, 36.0, 24.0, 32.0, 60.0];
/// How many decimals quantities from a size on need.
const DECIMALS: [(f64, &str); 3] = [(100.0, "#,##0"), (1.0, "#,##0.0"), (0.0, "0.0000")];
/// The same for dollars that are shown in millions.
const MILLIONS: [(f64, &str); 3] = [(1e8, "#,##0,,"), (1e6, "#,##0.0,,"), (0.0, "0.0000,,")];
/// The workbook carries this date in place of the clock's, so that the same answer has the same bytes.
const DATE: (u16, u8, u8) = (2000, 1, 1);

/// What stands on the sheet of sources.
pub struct About<'a> {
    /// Program and version, data edition, digest: one line each.
    pub lines: &'a [String],
    /// The sources of the data.
    pub sources: &'a [Source],
}

/// Writes the tables. Fails only where a table is larger than a sheet can be.
pub fn write(tables: &[Table], about: &About<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    let words = Words::new(lang);
    workbook(tables, about, &words).map_err(|error| error.to_string())
}

fn workbook(tables: &[Table], about: &About<'_>, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = DATE;
    let date = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&date));
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.id.chars().take(NAME).collect::<String>())?;
        write_table(sheet, table, words)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(words.get("xlsx-about"))?;
    write_about(sheet, tables, about, words)?;
    book.save_to_buffer()
}

fn heading() -> Style {
    Style::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

fn write_table(sheet: &mut Worksheet, table: &Table, words: &Words) -> Result<(), XlsxError> {
    let (missing, plain) = (Style::new().set_font_color(Color::Gray).set_align(FormatAlign::Right), heading());
    let (no_data, not_applicable) = (words.get("no-data-short"), words.get("not-applicable-short"));
    sheet.set_freeze_panes(1, 1)?;
    sheet.write_with_format(0, 0, words.get("xlsx-key"), &plain)?;
    sheet.set_column_width(0, WIDTHS.1)?;
    for (column, place) in table.columns.iter().zip(1..) {
        sheet.write_with_format(0, place, &column.heading, &plain)?;
        let numbers = table.rows.iter().any(|row| matches!(row.cells.get(usize::from(place) - 1), Some(Cell::Number(..))));
        sheet.set_column_width(place, if numbers { WIDTHS.0 } else { WIDTHS.1 })?;
    }
    for (row, line) in table.rows.iter().zip(1..) {
        sheet.write(line, 0, &row.key)?;
        for (cell, place) in row.cells.iter().zip(1..) {
            match cell {
                Cell::Text(text) => sheet.write(line, place, text)?,
                Cell::Number(number, format) if number.is_finite() => sheet.write_with_format(
                    line,
                    place,
                    *number,
                    &Style::new().set_num_format(number_format(*number, *format)),
                )?,
                Cell::NotApplicable => sheet.write_with_format(line, place, &not_applicable, &missing)?,
                Cell::NoData | Cell::Number(..) => sheet.write_with_format(line, place, &no_data, &missing)?,
            };
        }
    }
    Ok(())
}

/// How Excel shows a number; the cell holds it in full.
fn number_format(number: f64, format: Format) -> &'static str {
    let sized = |steps: &[(f64, &'static str)]| {
        steps.iter().find(|(least, _)| number.abs() >= *least).map_or("General", |(_, shown)| *shown)
    };
    match format {
        Format::Percent => "0%",
        Format::Index => "0.00",
        Format::Count => "0",
        Format::Multiple => "0.0",
        Format::Tonnes | Format::UsdPerTonne => sized(&DECIMALS),
        Format::Usd => sized(&MILLIONS),
    }
}

fn write_about(sheet: &mut Worksheet, tables: &[Table], about: &About<'_>, words: &Words) -> Result<(), XlsxError> {
    let plain = heading();
    let mut line = 0;
    for text in about.lines {
        sheet.write(line, 0, text)?;
        line += 1;
    }
    for table in tables {
        line += 1;
        sheet.write_with_format(line, 0, format!("{}: {}", table.id, table.title), &Style::new().set_bold())?;
        for note in &table.notes {
            line += 1;
            sheet.write(line, 0, note)?;
        }
        line += 1;
    }
    line += 1;
    let headings = ["source", "title", "publisher", "edition", "licence", "address"];
    for ((id, width), place) in headings.iter().zip(SOURCE_WIDTHS).zip(0..) {
        sheet.write_with_format(line, place, words.get(&format!("xlsx-{id}")), &plain)?;
        sheet.set_column_width(place, width)?;
    }
    for source in about.sources {
        line += 1;
        let cells = [&source.id, &source.title, &source.publisher, &source.edition, &source.licence, &source.url_or_doi];
        for (cell, place) in cells.into_iter().zip(0..) {
            sheet.write(line, place, cell)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use adit_vocab::table::{Column, Row};

    use super::*;

    fn table(cells: Vec<Cell>) -> Table {
        Table {
            id: "test",
            title: "Test".into(),
            columns: cells.iter().map(|_| Column { id: "a", heading: "A".into() }).collect(),
            rows: vec![Row { key: "x".into(), cells }],
            notes: vec!["a note".into()],
        }
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let tables = [table(vec![Cell::Number(0.25, Format::Percent), Cell::NoData, Cell::NotApplicable])];
        let about = About { lines: &["Adit".into()], sources: &[] };
        let bytes = || write(&tables, &about, Lang::De).expect("small");
        assert!(bytes().starts_with(b"PK"));
        assert!(bytes() == bytes());
    }

    #[test]
    fn quantities_show_three_figures() {
        assert_eq!(number_format(380_000.0, Format::Tonnes), "#,##0");
        assert_eq!(number_format(12.34, Format::Tonnes), "#,##0.0");
        assert_eq!(number_format(0.091, Format::Tonnes), "0.0000");
        assert_eq!(number_format(0.5, Format::Percent), "0%");
        assert_eq!(number_format(2.5e6, Format::Usd), "#,##0.0,,");
    }
}
