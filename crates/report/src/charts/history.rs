//! A material in the years that are published: world output with the largest countries, and its price.

use adit_vocab::country::CountryId;
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::source::Source;
use adit_vocab::stage::Stage;

use super::svg::{Figure, Mark, PANEL, Panel};
use super::year_frame::{BOTTOM, End, Frame, HEIGHT, LEFT, RIGHT, TOP, label_ends, round_up};
use crate::context::source_line;
use crate::locale::{Args, Words};
use crate::naming::{capitalised, stage_word};
use crate::numbers;

/// Countries with a part of their own in the bars.
const SHOWN: usize = 4;
/// A smaller part of the last year has no part of its own and no label.
const LEAST: f64 = 0.01;
/// Their fills, the largest first, then that of all others.
const FILLS: [&str; SHOWN + 1] = ["m4", "m3", "m2", "m1", "m0"];

/// Output of one year, tonnes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearOutput {
    /// The year.
    pub year: i32,
    /// By country, in any order; `None` if no table of the year is in the data.
    pub countries: Option<Vec<(CountryId, f64)>>,
    /// In the world total, but not assigned to a country.
    pub unassigned: f64,
}

/// Output of one stage, a row a year without gaps between first and last.
#[derive(Clone, Debug, PartialEq)]
pub struct StageHistory {
    /// The stage.
    pub stage: Stage,
    /// The years.
    pub years: Vec<YearOutput>,
}

/// Prices of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceHistory {
    /// Stage of what is priced.
    pub stage: Stage,
    /// US dollars a tonne of the stage's basis, a row a year; `None` where none is published.
    pub years: Vec<(i32, Option<f64>)>,
}

/// A material year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The material.
    pub material: MaterialId,
    /// Stages, the first in the chain first.
    pub stages: Vec<StageHistory>,
    /// Price, if any year has one.
    pub price: Option<PriceHistory>,
    /// Ids of the sources, most used first.
    pub sources: Vec<String>,
}

/// Draws the chart; `None` if no year has any figure.
pub fn history(history: &History, reference: &Reference, lang: Lang) -> Option<Figure> {
    let known = |stage: &&StageHistory| stage.years.iter().any(|year| year.countries.is_some());
    let stages: Vec<&StageHistory> = history.stages.iter().filter(known).collect();
    let price = history.price.as_ref().filter(|price| price.years.iter().any(|(_, value)| value.is_some()));
    if stages.is_empty() && price.is_none() {
        return None;
    }
    let sheet = Sheet { reference, words: Words::new(lang), span: span(history)? };
    let mut panels: Vec<Panel> = stages.iter().map(|stage| sheet.output(stage)).collect();
    panels.extend(price.map(|price| sheet.price(price)));
    let (first, last) = sheet.span;
    let args = || {
        let material = capitalised(reference.materials.get(history.material).display(lang));
        Args::new().text("material", material).text("first", first.to_string()).text("last", last.to_string())
    };
    let gap = stages.iter().flat_map(|stage| &stage.years).any(|year| year.countries.is_none());
    let unassigned = stages.iter().flat_map(|stage| &stage.years).any(|year| year.unassigned > 0.0);
    let mut key = Vec::new();
    if gap || unassigned {
        key.push((Mark::NoData, sheet.words.get(if unassigned { "history-key-unassigned" } else { "key-no-data" })));
    }
    let mut caption = vec![sheet.words.get("history-caption")];
    if price.is_some() {
        caption.push(sheet.words.get("history-caption-price"));
    }
    let sources: Vec<&Source> = history.sources.iter().filter_map(|id| reference.source(id)).collect();
    caption.push(source_line(&sheet.words, &sources));
    Some(Figure {
        id: "history",
        title: sheet.words.say("history-figure", &args()),
        unit: sheet.words.say("history-figure-unit", &args()),
        key,
        panels,
        caption: caption.join(" "),
        ..Figure::default()
    })
}

/// First and last year of all that is there.
fn span(history: &History) -> Option<(i32, i32)> {
    let outputs = history.stages.iter().flat_map(|stage| stage.years.iter().map(|year| year.year));
    let years: Vec<i32> =
        outputs.chain(history.price.iter().flat_map(|price| price.years.iter().map(|(year, _)| *year))).collect();
    Some((*years.iter().min()?, *years.iter().max()?))
}

struct Sheet<'a> {
    reference: &'a Reference,
    words: Words,
    span: (i32, i32),
}

impl Sheet<'_> {
    fn country(&self, id: CountryId) -> &str {
        self.reference.countries.get(id).name(self.words.lang())
    }

    /// Width of a year.
    fn width(&self) -> f64 {
        (RIGHT - LEFT) / f64::from(self.span.1 - self.span.0 + 1)
    }

    fn frame(&self, high: f64) -> Frame {
        Frame { low: 0.0, high: round_up(high), years: self.span, inset: self.width() / 2.0 }
    }

    /// World output as bars, the largest countries of the last year below.
    fn output(&self, stage: &StageHistory) -> Panel {
        let lang = self.words.lang();
        let total = |year: &YearOutput| -> Option<f64> {
            Some(year.countries.as_ref()?.iter().map(|(_, tonnes)| tonnes).sum::<f64>() + year.unassigned)
        };
        let high = stage.years.iter().filter_map(total).fold(0.0, f64::max);
        let (unit, word) = unit_of(high, "history-t");
        let name = self.words.get(stage_word(stage.stage));
        let args = Args::new().text("stage", name).text("unit", self.words.get(word));
        let heading = self.words.say("history-output-panel", &args);
        let known = stage.years.iter().rev().find(|year| year.countries.is_some());
        let largest = known.map_or_else(Vec::new, |year| ranked(year.countries.as_deref().unwrap_or_default()));
        let all = known.and_then(total).unwrap_or_default();
        let shown: Vec<CountryId> =
            largest.iter().take(SHOWN).filter(|(_, tonnes)| *tonnes >= LEAST * all).map(|(country, _)| *country).collect();
        let share = |tonnes: f64| numbers::percent(if all > 0.0 { tonnes / all } else { 0.0 }, lang);
        let told: Vec<String> =
            largest.iter().take(3).map(|(country, tonnes)| format!("{} {}", self.country(*country), share(*tonnes))).collect();
        let desc = Args::new()
            .text("year", known.map_or_else(String::new, |year| year.year.to_string()))
            .text("tonnes", numbers::tonnes(all, lang))
            .text("list", numbers::list(&told, lang));
        let mut panel = Panel::new(PANEL, HEIGHT, heading.clone(), self.words.say("history-output-desc", &desc));
        panel.text("b", 0.0, 14.0, &heading);
        let frame = self.frame(high);
        frame.axes(&mut panel, &|value| numbers::three_figures(value / unit, lang));
        let bar = 0.72 * self.width();
        for year in &stage.years {
            let left = frame.x(year.year) - bar / 2.0;
            let Some(countries) = &year.countries else {
                panel.hatched(left, TOP, bar, BOTTOM - TOP);
                panel.text("m t2 s halo", frame.x(year.year), (TOP + BOTTOM) / 2.0, &self.words.get("no-data-short"));
                continue;
            };
            let mut from = 0.0;
            for (fill, tonnes) in parts(countries, &shown) {
                panel.rect(fill, left, frame.y(from + tonnes), bar, frame.y(from) - frame.y(from + tonnes));
                from += tonnes;
            }
            if year.unassigned > 0.0 {
                panel.hatched(left, frame.y(from + year.unassigned), bar, frame.y(from) - frame.y(from + year.unassigned));
            }
        }
        let mut ends = Vec::new();
        let mut from = 0.0;
        for (place, (_, tonnes)) in
            known.iter().flat_map(|year| parts(year.countries.as_deref().unwrap_or_default(), &shown)).enumerate()
        {
            let name = shown.get(place).map_or_else(|| self.words.get("history-rest"), |id| self.country(*id).to_owned());
            if tonnes >= LEAST * all {
                ends.push(End { y: frame.y(from + tonnes / 2.0), value: (share(tonnes), place == 0), name });
            }
            from += tonnes;
        }
        label_ends(&mut panel, ends);
        panel
    }

    /// The price as a line.
    fn price(&self, price: &PriceHistory) -> Panel {
        let lang = self.words.lang();
        let high = price.years.iter().filter_map(|(_, value)| *value).fold(0.0, f64::max);
        let (unit, word) = unit_of(high, "history-usd");
        let name = self.words.get(stage_word(price.stage));
        let args = Args::new().text("stage", name).text("unit", self.words.get(word));
        let heading = self.words.say("history-price-panel", &args);
        let known: Vec<(i32, f64)> = price.years.iter().filter_map(|(year, value)| Some((*year, (*value)?))).collect();
        let said =
            |value: f64| self.words.say("history-usd-said", &Args::new().text("value", numbers::three_figures(value, lang)));
        let end = |point: Option<&(i32, f64)>, year, value, args: Args| match point {
            Some((at, price)) => args.text(year, at.to_string()).text(value, said(*price)),
            None => args.text(year, "").text(value, ""),
        };
        let desc = end(known.last(), "last-year", "last", end(known.first(), "first-year", "first", Args::new()));
        let mut panel = Panel::new(PANEL, HEIGHT, heading.clone(), self.words.say("history-price-desc", &desc));
        panel.text("b", 0.0, 14.0, &heading);
        let frame = self.frame(high);
        frame.axes(&mut panel, &|value| numbers::three_figures(value / unit, lang));
        frame.line(&mut panel, "curve", &price.years);
        for (year, value) in &known {
            panel.circle("dot", frame.x(*year), frame.y(*value), 3.0);
        }
        for (year, _) in price.years.iter().filter(|(_, value)| value.is_none()) {
            panel.text("m t2 s", frame.x(*year), BOTTOM - 8.0, &self.words.get("no-data-short"));
        }
        let ends = known.last().map(|(_, value)| End {
            y: frame.y(*value),
            value: (numbers::three_figures(value / unit, lang), true),
            name: String::new(),
        });
        label_ends(&mut panel, ends.into_iter().collect());
        panel
    }
}

/// Output by fill, from the bottom: the countries shown, then all others.
fn parts(countries: &[(CountryId, f64)], shown: &[CountryId]) -> Vec<(&'static str, f64)> {
    let of = |country: &CountryId| countries.iter().filter(|(id, _)| id == country).map(|(_, tonnes)| tonnes).sum::<f64>();
    let rest: f64 = countries.iter().filter(|(id, _)| !shown.contains(id)).map(|(_, tonnes)| tonnes).sum();
    let own = shown.iter().zip(FILLS).map(|(country, fill)| (fill, of(country)));
    own.chain([(FILLS[SHOWN], rest)]).collect()
}

/// The largest first, without those that make nothing.
fn ranked(countries: &[(CountryId, f64)]) -> Vec<(CountryId, f64)> {
    let mut ranked: Vec<_> = countries.iter().copied().filter(|(_, tonnes)| *tonnes > 0.0).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
}

/// The unit of an axis that ends at `high`, and its word.
fn unit_of(high: f64, what: &str) -> (f64, &'static str) {
    match (what, high) {
        ("history-t", high) if high >= 1e6 => (1e6, "history-t-m"),
        ("history-t", high) if high >= 1e4 => (1e3, "history-t-k"),
        ("history-t", _) => (1.0, "history-t-one"),
        (_, high) if high >= 1e6 => (1e6, "history-usd-m"),
        (_, high) if high >= 1e4 => (1e3, "history-usd-k"),
        _ => (1.0, "history-usd-one"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::world;

    #[test]
    fn years_without_figures_are_gaps() {
        let world = world();
        let country = |iso3: &str| world.reference.countries.by_iso3(iso3).expect("a country");
        let made = ["CHN", "AUS", "COD", "USA", "CHL", "PER"].into_iter().zip([60.0, 20.0, 8.0, 6.0, 4.0, 1.0]);
        let made: Vec<_> = made.map(|(iso3, tonnes)| (country(iso3), tonnes)).collect();
        let year = |year, countries, unassigned| YearOutput { year, countries, unassigned };
        let found = History {
            material: world.material("gallium"),
            stages: vec![
                StageHistory { stage: Stage::Mine, years: vec![year(2023, None, 0.0)] },
                StageHistory { stage: Stage::Refined, years: vec![year(2023, None, 0.0), year(2024, Some(made), 1.0)] },
            ],
            price: Some(PriceHistory { stage: Stage::Refined, years: vec![(2022, Some(3e5)), (2023, None), (2024, Some(4e5))] }),
            sources: vec!["usgs_mcs2026".to_owned()],
        };
        for lang in Lang::ALL {
            let figure = history(&found, &world.reference, lang).expect("a chart");
            // a stage without any figure is left out
            assert_eq!(figure.panels.len(), 2);
            let [bars, price] = [0, 1].map(|place| figure.panels[place].embed("id", ""));
            // one year without figures, and one ton of the other year that nobody is known to make
            assert_eq!(bars.matches("url(#hatch)").count(), 2, "{bars}");
            let fills: Vec<usize> = FILLS.iter().map(|fill| bars.matches(&format!("class=\"{fill}\"")).count()).collect();
            assert_eq!(fills, [1; 5]);
            assert!(bars.contains("60") && bars.contains("China"), "{bars}");
            // a gap between two prices: two dots at the ends of nothing, and two for the values
            assert_eq!((price.matches("\"curve\"").count(), price.matches("<circle").count()), (0, 4), "{price}");
            assert!(![&bars, &price, &figure.caption, &figure.unit].iter().any(|text| text.contains('⟦')));
            assert!(figure.caption.contains("Geological Survey"));
        }
        let nothing = History { stages: found.stages[..1].to_vec(), price: None, ..found };
        assert!(history(&nothing, &world.reference, Lang::En).is_none());
    }
}
