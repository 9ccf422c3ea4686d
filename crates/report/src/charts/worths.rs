//! An alliance: what each partner is worth to the asker, and where the partners are.

use adit_analysis::alliance::Worth;
use adit_vocab::country::CountryId;
use adit_vocab::geometry::Geometry;
use adit_vocab::lang::Lang;
use adit_vocab::source::Source;

use super::map;
use super::svg::{Figure, Mark, PANEL, Panel};
use crate::context::source_line;
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;
use crate::tables::AllianceInput;

/// Partners shown.
const SHOWN: usize = 15;
/// Height of a row and middle of the first one.
const ROW: f64 = 23.0;
const FIRST: f64 = 40.0;
/// Half the height of a bar.
const BAR: f64 = 6.0;
/// Where names end, and the drawing between them and the numbers.
const NAMES: f64 = 142.0;
const START: f64 = 152.0;
const END: f64 = 292.0;

/// Draws the chart; `None` without partners. `sources` are those of the data behind it, most used first.
pub fn worths(input: &AllianceInput, geometry: &Geometry, sources: &[&Source], lang: Lang) -> Option<Figure> {
    let sheet = Sheet { input, names: Names::new(input.reference, Naming::In(lang)), words: Words::new(lang) };
    let ranked = sheet.ranked();
    let most = ranked.first()?;
    let unit = if most.shapley.abs() >= 1e9 { (1e9, "worths-unit-bn") } else { (1e6, "worths-unit-m") };
    let (shown, rest) = ranked.split_at(ranked.len().min(SHOWN));
    let mut caption = vec![sheet.words.get("worths-caption")];
    if !rest.is_empty() {
        let sum: f64 = rest.iter().map(|worth| worth.shapley).sum();
        let args = Args::new().count("n", rest.len()).text("sum", numbers::usd(sum, lang));
        caption.push(sheet.words.say("worths-rest", &args));
    }
    let mut panels = vec![sheet.bars(shown, unit.0)];
    let mut key = vec![(Mark::Bar, sheet.words.get("worths-key-worth"))];
    if ranked.iter().any(|worth| worth.error > 0.0) {
        key.push((Mark::Error, sheet.words.get("worths-key-error")));
    }
    if !geometry.outlines.is_empty() {
        panels.push(sheet.members(geometry));
        key.push((Mark::Asker, sheet.words.say("leaders-home", &sheet.args())));
        key.push((Mark::Land(3), sheet.words.get("worths-key-members")));
        if let Some((country, _)) = input.next {
            let args = Args::new().text("name", sheet.names.country(country));
            key.push((Mark::Land(1), sheet.words.say("worths-key-next", &args)));
        }
        caption.push(sheet.words.get("map-caption"));
    }
    caption.push(source_line(&sheet.words, sources));
    Some(Figure {
        id: "worths",
        title: sheet.words.say("worths-figure", &sheet.args()),
        unit: sheet.words.say("worths-figure-unit", &sheet.args().text("unit", sheet.words.get(unit.1))),
        key,
        panels,
        caption: caption.join(" "),
        ..Figure::default()
    })
}

struct Sheet<'a> {
    input: &'a AllianceInput<'a>,
    names: Names<'a>,
    words: Words,
}

impl Sheet<'_> {
    fn args(&self) -> Args {
        self.input.args(&self.words)
    }

    /// The most worth first, ties by name.
    fn ranked(&self) -> Vec<&Worth> {
        let mut ranked: Vec<&Worth> = self.input.worths.iter().collect();
        ranked.sort_by(|a, b| b.shapley.total_cmp(&a.shapley).then_with(|| self.partner(a).cmp(&self.partner(b))));
        ranked
    }

    fn partner(&self, worth: &Worth) -> String {
        self.input.partner(worth.partner, &self.names)
    }

    /// Bars from zero, with one standard error to both sides.
    fn bars(&self, shown: &[&Worth], unit: f64) -> Panel {
        let lang = self.words.lang();
        let usd = |value: f64| numbers::usd(value, lang);
        let low = shown.iter().map(|worth| worth.shapley - worth.error).fold(0.0, f64::min);
        let high = shown.iter().map(|worth| worth.shapley + worth.error).fold(0.0, f64::max);
        let x = |value: f64| START + (value - low) / (high - low).max(f64::MIN_POSITIVE) * (END - START);
        let (_, together, most) = self.input.worth;
        let first = shown.first().map_or_else(String::new, |worth| self.partner(worth));
        let value = shown.first().map_or(0.0, |worth| worth.shapley);
        let args = self.args().text("first", first).text("value", usd(value)).text("together", usd(together));
        let desc = self.words.say("worths-desc", &args.text("most", usd(most)));
        let heading = self.words.get("worths-panel");
        let bottom = FIRST + ROW * (shown.len() as f64 - 0.5);
        let mut panel = Panel::new(PANEL, bottom + 4.0, heading.clone(), desc);
        panel.text("b", 0.0, 14.0, &heading);
        for (place, worth) in shown.iter().enumerate() {
            let y = FIRST + ROW * place as f64;
            panel.text("e", NAMES, y + 4.5, &self.partner(worth));
            let (zero, end) = (x(0.0), x(worth.shapley));
            panel.rect("bar", zero.min(end), y - BAR, (end - zero).abs(), 2.0 * BAR);
            if worth.error > 0.0 {
                panel.line("error", (x(worth.shapley - worth.error), y), (x(worth.shapley + worth.error), y));
            }
            panel.text("e", PANEL, y + 4.5, &numbers::three_figures(worth.shapley / unit, lang));
        }
        panel.line("zero", (x(0.0), FIRST - 0.6 * ROW), (x(0.0), bottom));
        panel
    }

    fn members(&self, geometry: &Geometry) -> Panel {
        let heading = self.words.get("worths-map");
        let next = self.input.next.map(|(country, _)| country);
        let desc = match next {
            Some(next) => self.words.say("worths-map-desc", &self.args().text("next", self.names.country(next))),
            None => self.words.say("worths-map-desc-none", &self.args()),
        };
        let mut panel = map::empty(PANEL, heading, desc);
        let joined = |country: CountryId| self.input.partners.iter().any(|partner| partner.has(country));
        let fill = |country: CountryId| match country {
            country if self.input.importer.has(country) => "asker",
            country if joined(country) => "m3",
            country if next == Some(country) => "m1",
            _ => "m0",
        };
        let next = |country| next == Some(country);
        map::land(&mut panel, &geometry.outlines, self.input.reference, (&fill, &next), true);
        panel
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::world;

    #[test]
    fn the_most_worth_stands_first_and_the_rest_is_counted() {
        let world = world();
        let result = world.ask("USA", "CHN");
        let country = |iso3: &str| world.reference.countries.by_iso3(iso3).expect("a country");
        let partners: Vec<_> = world.reference.countries.iter().filter(|(id, _)| *id != country("CHN")).collect();
        let partners: Vec<_> = partners.iter().map(|(id, _)| world.reference.party_of(*id)).collect();
        // thirteen partners, and each of them again
        let partners = [partners.clone(), partners].concat();
        let worth = |partner: usize| Worth { partner, first: 0.0, last: 0.0, shapley: (12.0 - partner as f64) * 1e6, error: 1e5 };
        let worths_found: Vec<Worth> = (0..partners.len()).map(worth).collect();
        let input = AllianceInput {
            reference: &world.reference,
            year: 2024,
            importer: &result.importer,
            supplier: result.against,
            partners: &partners,
            part: 0.9,
            covers: &[],
            worths: &worths_found,
            worth: (1e6, 5e7, 1e8),
            smallest: None,
            next: Some((country("CHN"), 1e6)),
            market: false,
            unknown: &[],
        };
        for lang in Lang::ALL {
            let figure = worths(&input, &world.geometry, &[], lang).expect("a chart");
            let bars = figure.panels[0].embed("id", "");
            assert_eq!((bars.matches("\"bar\"").count(), bars.matches("\"error\"").count()), (14, 15), "{bars}");
            // 12 down to -2 in the picture; one of zero has no bar; eleven more
            assert!(figure.caption.contains("11"), "{}", figure.caption);
            let land = figure.panels[1].embed("id", "");
            assert!(land.contains("\"asker\"") && land.contains("\"m1\"") && land.contains("\"home\""), "{land}");
            assert!(![&bars, &land, &figure.caption, &figure.unit].iter().any(|text| text.contains('⟦')));
        }
        assert!(worths(&AllianceInput { worths: &[], ..input }, &world.geometry, &[], Lang::En).is_none());
    }
}
