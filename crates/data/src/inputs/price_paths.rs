//! `price_paths.csv`: prices quoted on single days, one a row.

use adit_vocab::price_path::{Day, PriceFlag, PricePath, PriceUnit};
use adit_vocab::problem::Problem;
use adit_vocab::reference::Reference;

use super::csv_table::read;
use crate::checks::Known;
use crate::files::FileSet;

/// The file.
pub const FILE: &str = "price_paths.csv";
const COLUMNS: [&str; 10] = ["series", "date", "value", "unit", "flag", "source", "publisher", "published", "address", "note"];

/// Reads the series in the order in which they first stand in the file.
pub fn price_paths(files: &FileSet, reference: &Reference, problems: &mut Vec<Problem>) -> Vec<PricePath> {
    let known = Known::new(reference);
    let before = problems.len();
    let mut paths: Vec<PricePath> = Vec::new();
    read(files, FILE, &COLUMNS, problems, |row| {
        let series = row.needed("series");
        let day = Day::parse(row.cell("date"));
        if day.is_none() {
            row.problem("date", "a day of the calendar, like 2025-07-09");
        }
        let before = row.problems();
        let value = row.number("value").filter(|value| *value > 0.0);
        if value.is_none() && row.problems() == before {
            row.problem("value", "a price above 0");
        }
        let unit = row.word::<PriceUnit>("unit");
        if row.word::<PriceFlag>("flag") == Some(PriceFlag::Derived) && row.cell("note").is_empty() {
            row.problem("note", "how the price is derived");
        }
        known.source(row, "source");
        row.needed("publisher");
        row.period("published");
        row.needed("address");
        let place = paths.iter().position(|path| path.series == series).unwrap_or_else(|| {
            paths.push(PricePath { series, quotes: Vec::new() });
            paths.len() - 1
        });
        let quotes = &mut paths[place].quotes;
        if let (Some(day), Some((last, _))) = (day, quotes.last())
            && day <= *last
        {
            row.problem("date", format!("a day after {last}: the days of a series ascend, each once"));
            return None;
        }
        quotes.push((day?, unit?.per_tonne(value?)));
        Some(())
    });
    if problems.len() == before {
        for path in paths.iter().filter(|path| path.quotes.len() < 2) {
            problems.push(Problem::new(
                files.shown(FILE),
                &path.series,
                "one price",
                "two or more: a path leads from one to the next",
            ));
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::read_reference;

    fn found(text: Option<&str>) -> (Vec<PricePath>, Vec<String>) {
        let over = text.map(|text| (FILE.to_owned(), format!("{}\n{text}", COLUMNS.join(",")).into_bytes()));
        let files = FileSet::embedded().with(BTreeMap::from_iter(over));
        let reference = read_reference(&files).expect("good reference tables");
        let mut problems = Vec::new();
        let paths = price_paths(&files, &reference, &mut problems);
        (paths, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn the_shipped_path_is_read_a_tonne() {
        let (paths, problems) = found(None);
        assert_eq!(problems, Vec::<String>::new());
        let path = paths.iter().find(|path| path.series == "ndpr_oxide_china").expect("the series");
        let quotes: Vec<_> = path.quotes.iter().map(|(day, price)| (day.to_string(), price.0)).collect();
        assert_eq!(quotes[0], ("2025-07-09".to_owned(), 63e3));
        // 63 and 40 % more
        assert!((quotes[1].1 - 1.4 * quotes[0].1).abs() < 1e-6);
    }

    #[test]
    fn all_faults_are_named_at_once() {
        let good = ",event_reports,P,2025,x,";
        let (_, problems) = found(Some(
            &[
                format!("a,2025-02-30,1,USD/kg,reported{good}"),
                format!("a,2025-02-28,0,USD/lb,derived{good}"),
                format!("a,2025-02-28,2,USD/t,guess{good}"),
                "a,2025-03-01,2,USD/t,reported,reports,,soon,,".to_owned(),
                "a,2025-03-01,,USD/t,reported,event_reports,P,2025,x,".to_owned(),
            ]
            .join("\n"),
        ));
        let all = problems.join("\n");
        for part in [
            "line 2, date: `2025-02-30`; expected a day of the calendar",
            "line 3, value: `0`; expected a price above 0",
            "line 3, unit: `USD/lb`; expected `USD/kg` or `USD/t`",
            "line 3, note: an empty cell; expected how the price is derived",
            "line 4, flag: `guess`; expected `reported` or `derived`",
            "line 5, source: `reports`; expected an id of sources.csv",
            "line 5, publisher: an empty cell",
            "line 5, published: `soon`; expected a year",
            "line 5, address: an empty cell",
            "line 6, date: `2025-03-01`; expected a day after 2025-03-01",
            "line 6, value: an empty cell",
        ] {
            assert!(all.contains(part), "{part} in\n{all}");
        }
        let (_, problems) = found(Some(&format!("a,2025-02-28,1,USD/kg,reported{good}")));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains("a: one price; expected two or more"), "{problems:?}");
    }
}
