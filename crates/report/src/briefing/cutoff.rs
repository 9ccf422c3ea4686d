//! What a cut-off does in the first year: all materials the supplier could stop, then one of them month by month.

use adit_vocab::material::MaterialId;

use crate::charts;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::capitalised;
use crate::numbers;
use crate::tables;

use super::section::Section;
use super::{CutOff, Driver, figure, html_table};

/// Materials named in the text.
const NAMED: usize = 4;
/// Parameters named.
const DRIVERS: usize = 3;
/// Rows of the table that are not folded away.
const ROWS: usize = 12;
/// Part of use from which a lack is told.
const SHORT: f64 = 0.1;
/// The least lost money that is told, US dollars: a million.
const LEAST_MONEY: f64 = 1e6;

/// The section; `None` if the supplier has nothing to stop.
pub fn render(context: &Context) -> Option<String> {
    let found = context.input.cutoff?;
    if found.screen.outcomes.is_empty() {
        return None;
    }
    let mut table = tables::cutoff(
        context.reference,
        context.exposure.year,
        &context.exposure.importer,
        context.exposure.against,
        &found.screen,
        context.lang(),
    );
    let columns: Vec<&str> = vec![
        "material",
        "stage",
        "cutoff_price",
        "cutoff_missing_share",
        "cutoff_market_usd",
        "cutoff_output_usd",
        "cutoff_bill_usd",
        "cutoff_economy_usd",
    ];
    let whole = html_table::of(context, &table, &columns);
    let count = table.rows.len();
    table.rows.truncate(ROWS);
    let head = format!(
        "<figure><h3 class=\"fig-title\">{}</h3>\n{}<figcaption>{}</figcaption></figure>\n",
        charts::svg::escape(&table.title),
        html_table::of(context, &table, &columns),
        charts::svg::escape(&[table.notes.join(" "), context.source_line()].join(" "))
    );
    let mut parts = vec![head];
    parts.extend(charts::hit::hit(context, found).map(|chart| figure::render(&chart, None)));
    let summary = context.say_n("as-table", count);
    let mut whole = (count > ROWS).then_some((summary, whole));
    if let Some(focus) = &found.focus {
        let args = context.args().text("material-cap", capitalised(context.material_word(focus.material)));
        parts.push(format!(
            "<div class=\"prose split\"><p>{}</p></div>\n",
            charts::svg::escape(&context.words.say("cutoff-focus", &args))
        ));
        parts.push(figure::render(&charts::months::months(context, focus), whole.take()));
        if let Some(map) = charts::missing::missing(context, focus) {
            parts.push(figure::render(&map, None));
        }
    }
    Some(Section { id: "cutoff", title: context.say("cutoff-title"), texts: texts(context, found), parts }.render())
}

fn texts(context: &Context, found: &CutOff) -> Vec<String> {
    let lang = context.lang();
    let worst = tables::worst_first(&found.screen);
    let mut short: Vec<_> =
        worst.iter().filter(|outcome| tables::missing_share(outcome).is_some_and(|part| part > SHORT)).collect();
    // a material that could be stopped at two stages is one material
    let mut seen = Vec::new();
    short.retain(|outcome| {
        let new = !seen.contains(&outcome.stop.material);
        seen.push(outcome.stop.material);
        new
    });
    let mut texts = Vec::new();
    let args = || context.args().count("n", short.len());
    match short.as_slice() {
        [] => {
            if let Some(first) = worst.first() {
                let part = tables::missing_share(first).unwrap_or(0.0);
                let args = args()
                    .text("material", context.material_word(first.stop.material))
                    .text("part", numbers::percent(part, lang));
                texts.push(context.words.say("cutoff-text-none", &args));
            }
        }
        [first, ..] => {
            let names: Vec<String> =
                short.iter().take(NAMED).map(|outcome| context.material_word(outcome.stop.material).to_owned()).collect();
            let args = args()
                .text("list", numbers::list(&names, lang))
                .text("material-cap", capitalised(context.material_word(first.stop.material)))
                .text("part", numbers::percent(tables::missing_share(first).unwrap_or(0.0), lang))
                .text("price", numbers::multiple(first.price, lang))
                .text("named", if short.len() > NAMED { "some" } else { "all" });
            texts.push(context.words.say("cutoff-text", &args));
        }
    }
    texts.extend(money(context, found));
    let percent = |value: f64| numbers::percent(value, lang);
    let usd = |value: f64| numbers::usd(value, lang);
    let worst = worst.first().map(|outcome| outcome.stop.material);
    texts.extend(worst.and_then(|material| drivers(context, "cutoff-drivers", material, &found.drivers, &percent)));
    let dearest = found.dearest.as_ref();
    texts.extend(dearest.and_then(|(material, list)| drivers(context, "cutoff-drivers-loss", *material, list, &usd)));
    texts.push(context.say("cutoff-limits"));
    texts
}

/// The three losses of everything stopped at once, in one paragraph.
fn money(context: &Context, found: &CutOff) -> Option<String> {
    let lang = context.lang();
    let all = found.screen.together.first()?;
    let usd = |value: f64| numbers::usd(value, lang);
    let market = all.market.filter(|market| market.abs() >= LEAST_MONEY)?;
    let sign = if market < 0.0 { "gain" } else { "loss" };
    let args = context.args().text("lost", usd(market.abs())).text("sign", sign);
    let mut said = vec![context.words.say("cutoff-money-market", &args)];
    if let Some(bill) = all.import_bill.filter(|bill| *bill >= LEAST_MONEY) {
        said.push(context.words.say("cutoff-money-bill", &context.args().text("lost", usd(bill))));
    }
    let output: f64 = all.by_industry.iter().map(|(_, lost)| lost).sum();
    if all.users.is_some() {
        said.push(context.words.say("cutoff-money-users", &context.args().text("lost", usd(output))));
    }
    match all.economy {
        Some(economy) => said.push(context.words.say("cutoff-money-economy", &context.args().text("lost", usd(economy)))),
        None => said.push(context.say(if found.industries_known { "what-if-no-table" } else { "what-if-no-industries" })),
    }
    said.push(context.say("cutoff-money-views"));
    Some(said.join(" "))
}

/// What a number of one stop hangs on most.
fn drivers(context: &Context, id: &str, material: MaterialId, list: &[Driver], shown: &dyn Fn(f64) -> String) -> Option<String> {
    let lang = context.lang();
    let told: Vec<String> = list
        .iter()
        .take(DRIVERS)
        .map(|driver| {
            let (least, most) = (driver.at_low.min(driver.at_high), driver.at_low.max(driver.at_high));
            let args = Args::new()
                .text("what", context.words.get(&format!("parameter-{}", driver.parameter.replace('_', "-"))))
                .text("low", shown(least))
                .text("high", shown(most));
            context.words.say("cutoff-driver", &args)
        })
        .collect();
    let args = context.material_args(material).text("list", numbers::list(&told, lang));
    (!told.is_empty()).then(|| context.words.say(id, &args))
}
