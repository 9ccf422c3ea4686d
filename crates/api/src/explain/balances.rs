//! Balances a figure stands in, with all their terms.

use adit_vocab::baseline::{Item, Market, StageBalance};
use adit_vocab::country::CountryId;
use adit_vocab::stage::Stage;
use adit_vocab::table::Format;

use super::{Balance, Context, Part};

/// A quantity in tonnes with its key.
pub(super) fn tonnes(name: impl Into<String>, key: String, value: f64) -> Part {
    Part { name: name.into(), key, value, format: Format::Tonnes }
}

/// The item's name.
pub(super) fn item_name(context: &Context, item: Item) -> String {
    item_name_at(context, item, Stage::Mine)
}

/// The same at a stage: what refined material is fed to are the makers of magnets.
pub(super) fn item_name_at(context: &Context, item: Item, stage: Stage) -> String {
    match item {
        Item::Output => context.say("output", "Erzeugung"),
        Item::Secondary => context.say("from scrap", "aus Schrott"),
        Item::Unexplained => context.say("from feed no record explains", "aus Einsatz ohne Beleg"),
        Item::StockDraw => context.say("from stocks", "aus Lagern"),
        Item::Feed if stage == Stage::Refined => context.say("fed to magnet makers", "Einsatz der Magnethersteller"),
        Item::Feed => context.say("fed to refineries", "Einsatz der Raffinerien"),
        Item::Use => context.say("final use", "Verbrauch"),
    }
}

/// The balances of a country at a stage: supply and use, and what refinery output is made from.
pub(super) fn of_node(context: &Context, market: &Market, balance: &StageBalance, country: CountryId) -> Vec<Balance> {
    let reference = context.session.reference();
    let material = &reference.materials.get(market.material).id;
    let iso3 = &reference.countries.get(country).iso3;
    let Some(node) = balance.node(country) else { return Vec::new() };
    let stage = balance.stage;
    let term = |item: Item| {
        tonnes(item_name_at(context, item, stage), format!("{material}.{stage}.{iso3}.{}", item.id()), node.tonnes(item))
    };
    let imports: f64 = balance.flows.iter().filter(|flow| flow.importer == country).map(|flow| flow.datum.value).sum();
    let exports: f64 = balance.flows.iter().filter(|flow| flow.exporter == country).map(|flow| flow.datum.value).sum();
    let present = |part: &Part| part.value != 0.0;
    let mut balances = vec![Balance {
        name: context.say("supply = use", "Angebot = Verwendung"),
        left: [term(Item::Output), tonnes(context.say("imports", "Einfuhr"), String::new(), imports), term(Item::StockDraw)]
            .into_iter()
            .filter(present)
            .collect(),
        right: [tonnes(context.say("exports", "Ausfuhr"), String::new(), exports), term(Item::Feed), term(Item::Use)]
            .into_iter()
            .filter(present)
            .collect(),
    }];
    let before = market.before(stage);
    let feed = before.and_then(|before| before.node(country)).map(|node| node.tonnes(Item::Feed));
    if let (Some(feed), Some(gain), Some(before)) = (feed, market.gain_into(stage), before) {
        let name = format!("{gain:.4} x {}", item_name_at(context, Item::Feed, before.stage));
        let from_ore = tonnes(name, format!("{material}.{}.{iso3}.feed", before.stage), gain * feed);
        balances.push(Balance {
            name: if stage == Stage::Magnet {
                context.say("magnet output by origin", "Magneterzeugung nach Herkunft")
            } else {
                context.say("refinery output by origin", "Raffinerieausstoß nach Herkunft")
            },
            left: vec![term(Item::Output)],
            right: [from_ore, term(Item::Secondary), term(Item::Unexplained)].into_iter().filter(present).collect(),
        });
    }
    balances
}

/// World output as the sum of its producers: the largest by name, the rest together.
pub(super) fn of_world(context: &Context, market: &Market, balance: &StageBalance) -> Balance {
    const NAMED: usize = 8;
    let reference = context.session.reference();
    let material = &reference.materials.get(market.material).id;
    let mut producers: Vec<(CountryId, f64)> =
        balance.nodes.iter().map(|node| (node.country, balance.counted_output(node))).collect();
    producers.retain(|(_, tonnes)| *tonnes > 0.0);
    producers.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let rest: f64 = producers.iter().skip(NAMED).map(|(_, tonnes)| tonnes).sum();
    let mut right: Vec<Part> = producers
        .iter()
        .take(NAMED)
        .map(|&(country, value)| {
            let place = reference.countries.get(country);
            tonnes(place.name(context.lang), format!("{material}.{}.{}.output_t", balance.stage, place.iso3), value)
        })
        .collect();
    if rest > 0.0 {
        right.push(tonnes(context.say("all others", "alle übrigen"), String::new(), rest));
    }
    if balance.unassigned > 0.0 {
        right.push(tonnes(
            context.say("not assigned to a country by any publisher", "von keiner Quelle einem Land zugeordnet"),
            String::new(),
            balance.unassigned,
        ));
    }
    Balance {
        name: context.say("world output by country", "Welterzeugung nach Ländern"),
        left: vec![tonnes(
            context.say("world output", "Welterzeugung"),
            format!("{material}.world.{}", balance.stage),
            balance.world_output(),
        )],
        right,
    }
}
