//! Who supplies the asker directly at one stage: the world with a flow from each supplier, its width the share.

use std::collections::BTreeSet;

use adit_analysis::exposure::{Mix, direct};
use adit_vocab::baseline::{Item, Market, StageBalance, TradeKnowledge};
use adit_vocab::country::CountryId;
use adit_vocab::stage::Stage;

use super::flow_shape::{Flow, Labels};
use super::map;
use super::svg::{Figure, Mark, PANEL, Panel};
use crate::context::Context;
use crate::locale::Args;
use crate::naming::stage_word;
use crate::numbers;

/// Suppliers drawn and listed at most.
const SHOWN: usize = 8;
/// A share below this is listed with the rest.
const LEAST: f64 = 0.005;
/// Flows with a label on the narrow map; the list has all.
const NAMED_NARROW: usize = 4;
/// Suppliers named to those who do not see the picture.
const TOLD: usize = 3;

/// Draws the chart; `None` if nothing is known of what the asker has at that stage.
pub fn flows(context: &Context, market: &Market, stage: Stage) -> Option<Figure> {
    let balance = market.stage(stage)?;
    let mix = direct(balance, &context.exposure.importer)?;
    let found = Found::new(context, &mix);
    let to = |width| destination(context, balance, width);
    let args = || {
        let material = context.material_name(market.material);
        context.args().text("material", material).text("stage", context.words.get(stage_word(stage)))
    };
    let told: Vec<String> = found.outside.iter().take(TOLD).map(|(id, share)| labelled(context, *id, *share)).collect();
    let desc = match told.is_empty() {
        true => context.words.say("flows-desc-none", &args().text("own", context.percent(found.own))),
        false => context.words.say(
            "flows-desc",
            &args().text("list", numbers::list(&told, context.lang())).text("own", context.percent(found.own)),
        ),
    };
    let title = context.words.say("flows-figure", &args());
    let drawing = |width: f64| {
        let mut panel = map::empty(width, title.clone(), desc.clone());
        draw(context, &mut panel, &found, to(width));
        panel
    };
    let has_flow = |feared: bool| {
        found.outside.iter().any(|(id, _)| (*id == context.exposure.against) == feared && !found.without_land.contains(id))
    };
    let mut key = vec![(Mark::Asker, context.say("leaders-home"))];
    if has_flow(true) {
        key.push((Mark::HotFlow, context.say("flows-key-feared")));
    }
    if has_flow(false) {
        key.push((Mark::Flow, context.words.get("flows-key-other")));
    }
    let mut caption = vec![context.say("flows-caption")];
    if balance.quality.trade == TradeKnowledge::Gravity {
        caption.push(context.words.get("flows-caption-gravity"));
    }
    if !found.without_land.is_empty() {
        let names: Vec<String> = found.without_land.iter().map(|id| context.country_name(*id)).collect();
        let args = Args::new().text("list", numbers::list(&names, context.lang()));
        caption.push(context.words.say("flows-caption-small", &args));
    }
    caption.extend([context.say("map-caption"), context.source_line()]);
    Some(Figure {
        id: "flows",
        unit: context.words.say("flows-figure-unit", &args()),
        key,
        panels: vec![drawing(PANEL)],
        wide: Some(drawing(2.0 * PANEL)),
        beside: found.rows(context),
        caption: caption.join(" "),
        title,
    })
}

/// What comes from where, parts of all the asker has.
struct Found {
    /// Suppliers outside that are drawn, the largest first.
    outside: Vec<(CountryId, f64)>,
    /// Those of them without an outline on the map.
    without_land: BTreeSet<CountryId>,
    /// All further suppliers: how many and how much.
    rest: (usize, f64),
    /// The asker's own output.
    own: f64,
    /// From stocks, or without a recorded source.
    unknown: f64,
}

impl Found {
    fn new(context: &Context, mix: &Mix) -> Found {
        let importer = &context.exposure.importer;
        let (own, outside): (Vec<_>, Vec<_>) = mix.shares.iter().copied().partition(|(country, _)| importer.has(*country));
        let shown = outside.iter().take(SHOWN).filter(|(_, share)| *share >= LEAST).count();
        let (shown, rest) = outside.split_at(shown);
        let outlines = &context.input.geometry.outlines;
        let small = |country: &CountryId| map::middle(outlines, *country, PANEL).is_none();
        Found {
            without_land: shown.iter().map(|(country, _)| *country).filter(small).collect(),
            rest: (rest.len(), rest.iter().map(|(_, share)| share).sum()),
            own: own.iter().map(|(_, share)| share).sum(),
            unknown: mix.unknown,
            outside: shown.to_vec(),
        }
    }

    /// The list beside the map: suppliers and own output ranked, then the rest and what is not known.
    fn rows(&self, context: &Context) -> Vec<(String, String)> {
        let named = self.outside.iter().map(|(country, share)| (context.country_name(*country), *share));
        let mut ranked: Vec<(String, f64)> = named.chain([(context.words.get("flows-own"), self.own)]).collect();
        // stable, so that ties keep the order of the mix
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        if self.rest.0 > 0 {
            ranked.push((context.words.say("flows-rest", &Args::new().count("n", self.rest.0)), self.rest.1));
        }
        if self.unknown >= LEAST {
            ranked.push((context.words.get("origin-unknown"), self.unknown));
        }
        ranked.into_iter().map(|(name, share)| (name, context.percent(share))).collect()
    }
}

fn labelled(context: &Context, country: CountryId, share: f64) -> String {
    format!("{} {}", context.country_name(country), context.percent(share))
}

/// Where flows end: in the middle of the asker's land, of several countries in that of the one which needs most. A country
/// without an outline has its place from the table of countries.
fn destination(context: &Context, balance: &StageBalance, width: f64) -> Option<(f64, f64)> {
    let mut members = context.exposure.importer.members.clone();
    let need = |country: &CountryId| {
        balance.node(*country).map_or(0.0, |node| [Item::Use, Item::Feed].into_iter().map(|item| node.tonnes(item)).sum())
    };
    // stable: without any need the first member counts
    members.sort_by(|a, b| need(b).total_cmp(&need(a)));
    let outlines = &context.input.geometry.outlines;
    let on_land = members.iter().find_map(|member| map::middle(outlines, *member, width));
    on_land.or_else(|| {
        members.iter().find_map(|member| {
            let country = context.reference.countries.get(*member);
            Some(map::place(country.lon?, country.lat?, width))
        })
    })
}

fn draw(context: &Context, panel: &mut Panel, found: &Found, to: Option<(f64, f64)>) {
    let outlines = &context.input.geometry.outlines;
    let fill = |country| if context.exposure.importer.has(country) { "asker" } else { "m0" };
    map::land(panel, outlines, context.reference, (&fill, &|_| false), false);
    let Some(to) = to else { return };
    let drawn: Vec<(CountryId, f64, Flow)> = found
        .outside
        .iter()
        .filter_map(|(country, share)| {
            let from = map::middle(outlines, *country, panel.width)?;
            Some((*country, *share, Flow::new(from, to, *share, panel.width)))
        })
        .collect();
    // the largest first, so that small ones stay visible
    for (country, _, flow) in &drawn {
        panel.path(if *country == context.exposure.against { "flowX" } else { "flow" }, &flow.path());
    }
    let mut labels = Labels::new(panel.width, panel.height, drawn.iter().map(|(_, _, flow)| flow));
    let most = if panel.width > PANEL { SHOWN } else { NAMED_NARROW };
    for (country, share, flow) in drawn.iter().take(most) {
        labels.put(panel, flow, &labelled(context, *country, *share));
    }
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Lang;

    use super::*;
    use crate::fixture::world;

    fn drawn(asker: &str, against: &str, material: &str, lang: Lang) -> (Figure, String) {
        let world = world();
        let result = world.ask(asker, against);
        let input = world.briefing(&result);
        let context = Context::new(&input, lang);
        let market = world.baseline.market(world.material(material)).expect("a market");
        let figure = flows(&context, market, Stage::Refined).expect("a chart");
        let wide = figure.wide.as_ref().expect("drawn twice").embed("id", "");
        (figure, wide)
    }

    #[test]
    fn the_feared_supplier_is_rust_and_small_countries_are_listed() {
        // 15 t from China, 25 t from Japan, which has no outline in the small world
        let (figure, wide) = drawn("USA", "CHN", "gallium", Lang::En);
        assert_eq!((wide.matches("\"flowX\"").count(), wide.matches("\"flow\"").count()), (1, 0), "{wide}");
        assert!(wide.contains("class=\"asker\"") && wide.contains("China 38%") && wide.contains("role=\"img\""), "{wide}");
        assert!(figure.caption.contains("Japan"), "{}", figure.caption);
        let rows: Vec<(&str, &str)> = figure.beside.iter().map(|(name, share)| (name.as_str(), share.as_str())).collect();
        assert_eq!(rows, [("Japan", "63%"), ("China", "38%"), ("own output", "0%")]);
        assert!(!wide.contains('⟦') && !figure.caption.contains('⟦') && !figure.unit.contains('⟦'));
    }

    #[test]
    fn blocs_count_what_comes_from_outside() {
        // 40 t from China to Germany and 2 t made there; 10 t from Germany to the Netherlands stay inside
        let (figure, _) = drawn("EU", "CHN", "gallium", Lang::De);
        let rows: Vec<(&str, &str)> = figure.beside.iter().map(|(name, share)| (name.as_str(), share.as_str())).collect();
        assert_eq!(rows, [("China", "95\u{202f}%"), ("eigene Produktion", "5\u{202f}%")]);
    }
}
