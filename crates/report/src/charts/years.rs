//! A material until 2045: the feared supplier's share of the world, what the asker keeps in a stop, what the treasury pays.
//!
//! One package alone, or the first one as a dashed reference under each of the others.

use adit_analysis::draws::Band;
use adit_analysis::pathway::ensemble::{Bands, Ensemble};
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_analysis::pathway::{LAST_YEAR, Payer, kind};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::source::Source;

use super::svg::{Figure, Mark, PANEL, Panel, lines};
use super::year_frame::{BOTTOM, End, Frame, HEIGHT, LEFT, RIGHT, TOP, label_ends, round_up};
use crate::context::source_line;
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;
use crate::tables::{PathwayInput, has_cost, said};

/// Width of a letter, generous, because fonts differ by machine.
const LETTER: f64 = 7.4;

/// Draws the chart; `None` for a material that was not asked for or has no market. `sources` are those of the data behind it,
/// most used first.
pub fn years(input: &PathwayInput, material: MaterialId, sources: &[&Source], lang: Lang) -> Option<Figure> {
    let (_, found) = input.found.iter().find(|(asked, _)| *asked == material)?;
    let ensembles = found.as_deref().filter(|ensembles| !ensembles.is_empty())?;
    let names = Names::new(input.reference, Naming::In(lang));
    let sheet = Sheet { input, material, ensembles, names: &names, words: Words::new(lang) };
    let mut panels = Vec::new();
    for stage in 0..ensembles[0].stages.len() {
        panels.extend(sheet.shown().map(|shown| sheet.shares(stage, shown)));
    }
    panels.extend(sheet.shown().map(|shown| sheet.kept(shown)));
    let measures = input.packages.iter().any(|package| !package.policies.is_empty());
    if measures {
        panels.extend(sheet.shown().map(|shown| sheet.cash(shown)));
    }
    let name = |place: usize| input.package(place, &names);
    // of several, every panel names its own
    let drawn = match ensembles.len() {
        1 | 2 => name(ensembles.len() - 1),
        _ => sheet.words.get("years-key-package"),
    };
    let named = |package: String| sheet.words.say("years-key", &Args::new().text("package", package));
    let mut key = vec![(Mark::Curve, named(drawn))];
    key.extend(sheet.reference().map(|place| (Mark::Reference, named(name(place)))));
    key.push((Mark::Limit, sheet.words.say("years-bearable", &sheet.args())));
    let args = || sheet.args().text("package", name(ensembles.len().min(2) - 1)).text("reference", name(0));
    let unit = match ensembles.len() {
        1 => "years-figure-unit",
        2 => "years-figure-unit-two",
        _ => "years-figure-unit-many",
    };
    let mut caption = vec![sheet.words.say("years-caption", &args())];
    if measures {
        caption.push(sheet.words.get("years-caption-cash"));
    }
    caption.push(source_line(&sheet.words, sources));
    Some(Figure {
        id: "years",
        title: sheet.words.say("years-figure", &args()),
        unit: sheet.words.say(unit, &args()),
        key,
        panels,
        caption: caption.join(" "),
        ..Figure::default()
    })
}

/// What is drawn.
struct Sheet<'a> {
    input: &'a PathwayInput<'a>,
    material: MaterialId,
    ensembles: &'a [Ensemble],
    names: &'a Names<'a>,
    words: Words,
}

impl Sheet<'_> {
    fn args(&self) -> Args {
        self.input.args(&self.words).text("material", self.names.material(self.material))
    }

    /// The package that others are held against.
    fn reference(&self) -> Option<usize> {
        (self.ensembles.len() > 1).then_some(0)
    }

    /// Packages with panels of their own.
    fn shown(&self) -> std::ops::Range<usize> {
        usize::from(self.ensembles.len() > 1)..self.ensembles.len()
    }

    fn percent(&self, value: f64) -> String {
        numbers::percent(value, self.words.lang())
    }

    fn span(&self) -> (i32, i32) {
        let years = || self.ensembles.iter().flat_map(|ensemble| ensemble.years.iter().map(|bands| bands.year));
        (years().min().unwrap_or(self.input.year), years().max().unwrap_or(LAST_YEAR))
    }

    /// An empty panel; of many packages it says whose it is.
    fn panel(&self, shown: usize, heading: &str, desc: String) -> Panel {
        let package = self.input.package(shown, self.names);
        let mut panel = Panel::new(PANEL, HEIGHT, format!("{heading} ({package})"), desc);
        panel.text("b", 0.0, 14.0, heading);
        if self.shown().len() > 1 {
            panel.text("t2", 0.0, 31.0, &package);
        }
        panel
    }

    /// The package over its reference, with bands, and the last values at the right.
    fn curves(&self, panel: &mut Panel, frame: &Frame, shown: usize, of: &dyn Fn(&Bands) -> Option<Band>) {
        let bands = |place: usize| -> Vec<(i32, Option<Band>)> {
            self.ensembles[place].years.iter().map(|year| (year.year, of(year))).collect()
        };
        let both = || self.reference().map(|place| (place, "refband", "ref")).into_iter().chain([(shown, "band", "curve")]);
        both().for_each(|(place, class, _)| frame.band(panel, class, &bands(place)));
        for (place, _, class) in both() {
            let middles: Vec<_> = bands(place).iter().map(|(year, band)| (*year, band.map(|band| band.middle))).collect();
            frame.line(panel, class, &middles);
        }
        let ends = both().filter_map(|(place, _, _)| {
            let value = bands(place).iter().rev().find_map(|(_, band)| *band)?.middle;
            let name = self.reference().map_or_else(String::new, |_| self.input.package(place, self.names));
            Some(End { y: frame.y(value), value: (self.percent(value), place == shown), name })
        });
        label_ends(panel, ends.collect());
    }

    fn shares(&self, stage: usize, shown: usize) -> Panel {
        let of = |year: &Bands| year.shares.get(stage).copied().flatten();
        let name = self.names.stage(self.ensembles[shown].stages[stage]);
        let heading = self.words.say("years-share-panel", &self.args().text("stage", name));
        let desc = self.told("years-share-desc", shown, &of, self.args());
        let mut panel = self.panel(shown, &heading, desc);
        let frame = Frame { low: 0.0, high: 1.0, years: self.span(), inset: 0.0 };
        if self.ensembles[shown].years.iter().all(|year| of(year).is_none()) {
            Frame::no_data(&mut panel, &self.words.get("no-data-short"));
            return panel;
        }
        frame.axes(&mut panel, &|value| self.percent(value));
        self.curves(&mut panel, &frame, shown, &of);
        panel
    }

    fn kept(&self, shown: usize) -> Panel {
        let of = |year: &Bands| year.kept;
        let ensemble = &self.ensembles[shown];
        let heading = self.words.get("years-kept-panel");
        let end = ensemble.independence.as_ref().map(|found| self.ended(found));
        let args = self.args().text("end", end.unwrap_or_else(|| self.words.get("no-data-short")));
        let desc = self.told("years-kept-desc", shown, &of, args);
        let mut panel = self.panel(shown, &heading, desc);
        if ensemble.years.iter().all(|year| of(year).is_none()) {
            Frame::no_data(&mut panel, &self.words.get("no-data-short"));
            return panel;
        }
        // more is left than the trend where measures bring use back
        let most = self.ensembles.iter().flat_map(|found| &found.years).filter_map(of).map(|band| band.high).fold(1.0, f64::max);
        let frame = Frame { low: 0.0, high: round_up(most), years: self.span(), inset: 0.0 };
        frame.axes(&mut panel, &|value| self.percent(value));
        self.curves(&mut panel, &frame, shown, &of);
        let y = frame.y(self.input.bearable.kept);
        panel.line("limit", (LEFT, y), (RIGHT, y));
        let Some(found) = &ensemble.independence else { return panel };
        // in the half that the mark leaves free
        let (x, anchor, room) = match found.middle {
            Independence::From(year) => {
                let x = frame.x(year);
                panel.line("half", (x, TOP), (x, BOTTOM));
                if x > (LEFT + RIGHT) / 2.0 { (x - 6.0, " e", x - LEFT) } else { (x + 6.0, "", RIGHT - x) }
            }
            Independence::Later | Independence::NotDependent => (RIGHT - 4.0, " e", RIGHT - LEFT),
        };
        let mut told = vec![("b halo", self.ended(found))];
        let of_reference = self.reference().and_then(|place| Some((place, self.ensembles[place].independence.as_ref()?)));
        if let Some((place, found)) = of_reference {
            let args = Args::new().text("package", self.input.package(place, self.names));
            let text = self.words.say("years-end-reference", &args.text("end", said(found.middle, self.names)));
            told.extend(lines(&text, (room / LETTER) as usize).into_iter().map(|line| ("t2 halo", line)));
        }
        for (place, (class, text)) in told.iter().rev().enumerate() {
            panel.text(&format!("{class}{anchor}"), x, BOTTOM - 8.0 - 16.0 * place as f64, text);
        }
        panel
    }

    /// When the dependency ends, in a few words.
    fn ended(&self, found: &Distribution) -> String {
        match found.middle {
            Independence::From(year) => self.words.say("years-end", &Args::new().text("year", year.to_string())),
            Independence::Later => self.words.say("years-end-later", &Args::new().text("year", LAST_YEAR.to_string())),
            Independence::NotDependent => said(found.middle, self.names),
        }
    }

    fn cash(&self, shown: usize) -> Panel {
        let lang = self.words.lang();
        let known = |place: usize| self.ensembles[place].priced && has_cost(self.input, place);
        let net = |place: usize, year: &Bands| -> f64 {
            let policies = self.input.packages[place].policies.iter().zip(&year.cash);
            policies.filter(|(policy, _)| kind(&policy.terms).payer == Payer::Treasury).map(|(_, cash)| cash.net()).sum()
        };
        let all: Vec<f64> = (0..self.ensembles.len())
            .filter(|place| known(*place))
            .flat_map(|place| self.ensembles[place].years.iter().map(move |year| net(place, year)))
            .collect();
        let (low, high) = all.iter().fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(*value), high.max(*value)));
        let (unit, heading) = if high.max(-low) >= 1e9 { (1e9, "years-cash-panel-bn") } else { (1e6, "years-cash-panel-m") };
        let years = &self.ensembles[shown].years;
        let dearest = years.iter().max_by(|a, b| net(shown, a).total_cmp(&net(shown, b)));
        let desc = match dearest.filter(|_| known(shown)) {
            Some(dearest) => {
                let sum: f64 = years.iter().map(|year| net(shown, year)).sum();
                let args =
                    Args::new().text("year", dearest.year.to_string()).text("most", numbers::usd(net(shown, dearest), lang));
                self.words.say("years-cash-desc", &args.text("sum", numbers::usd(sum, lang)))
            }
            None => self.words.get("no-data-short"),
        };
        let mut panel = self.panel(shown, &self.words.get(heading), desc);
        if !known(shown) {
            Frame::no_data(&mut panel, &self.words.get("no-data-short"));
            return panel;
        }
        let low = if low < 0.0 { -round_up(-low) } else { 0.0 };
        let (first, last) = self.span();
        let width = (RIGHT - LEFT) / f64::from((last - first).max(0) + 1);
        let frame = Frame { low, high: round_up(high), years: (first, last), inset: width / 2.0 };
        frame.axes(&mut panel, &|value| numbers::three_figures(value / unit, lang));
        for year in years {
            let (zero, y) = (frame.y(0.0), frame.y(net(shown, year)));
            panel.rect("dot", frame.x(year.year) - 0.36 * width, zero.min(y), 0.72 * width, (zero - y).abs());
        }
        panel.line("zero", (LEFT, frame.y(0.0)), (RIGHT, frame.y(0.0)));
        if let Some(place) = self.reference().filter(|place| known(*place) && !self.input.packages[*place].policies.is_empty()) {
            let points: Vec<_> = self.ensembles[place].years.iter().map(|year| (year.year, Some(net(place, year)))).collect();
            frame.line(&mut panel, "ref", &points);
        }
        panel
    }

    /// First and last value in words.
    fn told(&self, id: &str, shown: usize, of: &dyn Fn(&Bands) -> Option<Band>, args: Args) -> String {
        let mut known = self.ensembles[shown].years.iter().filter_map(|year| Some((year.year, of(year)?)));
        let Some((first_year, first)) = known.next() else { return self.words.get("no-data-short") };
        let (last_year, last) = known.last().unwrap_or((first_year, first));
        let args = args.text("first-year", first_year.to_string()).text("last-year", last_year.to_string());
        let args = args.text("first", self.percent(first.middle)).text("value", self.percent(last.middle));
        self.words.say(id, &args.text("low", self.percent(last.low)).text("high", self.percent(last.high)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PathwayPart;
    use crate::fixture::{World, world};

    fn part(world: &World, materials: &[&str]) -> (adit_analysis::exposure::Exposure, PathwayPart) {
        let ids: Vec<MaterialId> = materials.iter().map(|id| world.material(id)).collect();
        let result = world.ask_about("USA", "CHN", &ids);
        let mut part = world.briefing(&result).pathways.expect("a part").clone();
        // without measures and with all of them
        part.packages.remove(1);
        part.found.iter_mut().flat_map(|(_, found)| found).for_each(|found| drop(found.remove(1)));
        (result, part)
    }

    fn input<'a>(world: &'a World, result: &'a adit_analysis::exposure::Exposure, part: &'a PathwayPart) -> PathwayInput<'a> {
        PathwayInput {
            reference: &world.reference,
            year: 2024,
            importer: &result.importer,
            supplier: result.against,
            packages: &part.packages,
            projects: &part.projects,
            bearable: part.bearable,
            draws: part.draws,
            found: &part.found,
        }
    }

    #[test]
    fn the_first_package_is_the_reference_of_the_second() {
        let world = world();
        let (result, part) = part(&world, &["gallium"]);
        let asked = input(&world, &result, &part);
        for lang in Lang::ALL {
            let figure = years(&asked, world.material("gallium"), &[], lang).expect("a chart");
            // one stage, what is kept, what is paid
            let drawn: Vec<String> = figure.panels.iter().map(|panel| panel.embed("id", "")).collect();
            assert_eq!(drawn.len(), 3);
            for curves in &drawn[..2] {
                assert_eq!((curves.matches("\"curve\"").count(), curves.matches("\"ref\"").count()), (1, 1), "{curves}");
                assert_eq!((curves.matches("\"band\"").count(), curves.matches("\"refband\"").count()), (1, 1), "{curves}");
                assert!(curves.contains("baseline &amp;") && curves.contains("together &amp;"), "{curves}");
            }
            // without measures it does not end, with them in 2031, the one rust line
            assert_eq!(drawn.concat().matches("\"half\"").count(), 1);
            assert!(drawn[1].contains("2031") && drawn[1].contains("2045"), "{}", drawn[1]);
            assert!(drawn.iter().all(|panel| panel.contains("role=\"img\"") && !panel.contains('⟦')));
            assert!(!figure.caption.contains('⟦') && figure.key.len() == 3);
        }
    }

    #[test]
    fn one_package_alone_has_no_reference() {
        let world = world();
        let (result, mut part) = part(&world, &["gallium"]);
        part.packages.truncate(1);
        part.found[0].1.as_mut().expect("a market").truncate(1);
        let figure = years(&input(&world, &result, &part), world.material("gallium"), &[], Lang::En).expect("a chart");
        // it has no measures, so nobody pays
        assert_eq!((figure.panels.len(), figure.key.len()), (2, 2));
        assert!(!figure.panels[0].embed("id", "").contains("\"ref\""));
    }

    #[test]
    fn without_a_price_no_cost_is_drawn_and_without_a_market_nothing() {
        let world = world();
        let (result, mut part) = part(&world, &["copper", "gallium"]);
        // the second has no price
        let second = part.found[1].0;
        let figure = years(&input(&world, &result, &part), second, &[], Lang::En).expect("a chart");
        let cash = figure.panels.last().expect("a panel").embed("id", "");
        assert!(cash.contains("url(#hatch)") && cash.contains("n. d."), "{cash}");
        part.found[1].1 = None;
        assert!(years(&input(&world, &result, &part), second, &[], Lang::En).is_none());
        assert!(years(&input(&world, &result, &part), world.material("barite"), &[], Lang::En).is_none());
    }
}
