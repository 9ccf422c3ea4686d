//! The summary on the terminal: the finding, three figures, the most exposed materials, what is not known.

use adit_analysis::exposure::MaterialExposure;
use adit_vocab::lang::Lang;
use adit_vocab::stage::Stage;
use adit_vocab::table::{Cell, Format};

use crate::briefing::{BriefingInput, headline, items, key_figures};
use crate::context::Context;
use crate::findings::{exposed, grade, passes_through};
use crate::numbers;
use crate::tables::world_share;
use crate::terminal::{Column, Grid, wrap};

/// Materials shown.
const ROWS: usize = 15;

/// Gaps named.
const GAPS: usize = 3;

/// Length of a full bar.
const BAR: usize = 20;

/// Width from which the bars have room.
const WIDE: usize = 76;

/// The summary in about thirty lines of at most `width` columns. Where the files are is said by who wrote them.
pub fn summary(input: &BriefingInput, lang: Lang, width: usize) -> String {
    let context = Context::new(input, lang);
    let mut blocks = vec![wrap(&context.say("kicker"), width), wrap(&headline(&context), width)];
    blocks.push(figures(&context, width));
    blocks.extend(table(&context, width));
    let gaps: Vec<String> = items(&context).iter().take(GAPS).map(|gap| indented(gap, width)).collect();
    blocks.push(format!("{}\n{}", context.words.get("summary-unknown"), gaps.join("\n")));
    blocks.join("\n\n")
}

fn figures(context: &Context, width: usize) -> String {
    let lines: Vec<String> = key_figures(context)
        .iter()
        .map(|figure| {
            let of = if figure.of.is_empty() { String::new() } else { format!(" {}", figure.of) };
            indented(&format!("{}{of} {}", figure.value, figure.what), width)
        })
        .collect();
    lines.join("\n")
}

/// A line with a dash before it, its further lines set in.
fn indented(text: &str, width: usize) -> String {
    format!("– {}", wrap(text, width.saturating_sub(2)).replace('\n', "\n  "))
}

fn table(context: &Context, width: usize) -> Option<String> {
    let shown: Vec<&MaterialExposure> = exposed(context.exposure, context.reference).into_iter().take(ROWS).collect();
    if shown.is_empty() {
        return None;
    }
    let bars = width >= WIDE && !context.findings.own;
    let word = |id: &str| context.say(id);
    let column = |id: &str, right| {
        let heading = word(id);
        Column { short: heading.clone(), heading, right, kept: true }
    };
    let mut columns = vec![column("column-material", false)];
    if !context.findings.own {
        columns.push(column("summary-passes", true));
    }
    if bars {
        columns.push(column("summary-bar", false));
    }
    columns.extend([column("summary-mine", true), column("summary-refined", true), column("column-grade", false)]);
    let (grid, _) = Grid { columns, rows: shown.iter().map(|entry| row(context, entry, bars)).collect() }.draw(width);
    Some(format!("{}\n\n{grid}", context.say_n("table-title", shown.len())))
}

fn row(context: &Context, entry: &MaterialExposure, bars: bool) -> Vec<String> {
    let material = context.reference.materials.get(entry.material);
    let (no_data, not_applicable) = (context.words.get("no-data-short"), context.words.get("not-applicable-short"));
    let shown = |cell: Cell| numbers::cell(&cell, context.lang(), &no_data, &not_applicable).into_owned();
    let mut cells = vec![context.material_name(entry.material)];
    let passes = passes_through(entry);
    if !context.findings.own {
        cells.push(shown(Cell::number(passes, Format::Percent)));
    }
    if bars {
        cells.push(passes.map_or_else(String::new, bar));
    }
    for stage in [Stage::Mine, Stage::Refined] {
        cells.push(shown(world_share(material, entry, stage, context.exposure.against)));
    }
    cells.push(grade(entry).map_or("–", |grade| grade.letter()).to_owned());
    cells
}

/// A bar of eighths of a letter.
fn bar(share: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (share.clamp(0.0, 1.0) * BAR as f64 * 8.0).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::world;

    #[test]
    fn fits_the_window_and_stays_short() {
        let world = world();
        for (asker, against) in [("USA", "CHN"), ("EU", "DEU"), ("VAT", "LAO"), ("CHN", "CHN"), ("DEU", "NLD")] {
            let result = world.ask(asker, against);
            let input = world.briefing(&result);
            for lang in Lang::ALL {
                for width in [60, 80, 120] {
                    let text = summary(&input, lang, width);
                    assert!(text.lines().all(|line| line.chars().count() <= width), "{width}:\n{text}");
                    assert!(text.lines().count() <= 45, "{text}");
                    assert!(!text.contains("NaN") && !text.contains('⟦'), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_bar_has_the_length_of_its_share() {
        assert_eq!(bar(1.0), "█".repeat(20));
        assert_eq!(bar(0.0), "");
        assert_eq!(bar(0.525), format!("{}▌", "█".repeat(10))); // 10.5 of 20 letters
    }
}
