//! The finding of a what-if in a few sentences.

use adit_analysis::draws::Band;
use adit_analysis::drivers::{Driven, Driver, Drivers};
use adit_analysis::what_if::{ENDED, LossBands};
use adit_vocab::lang::Lang;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::stage::Stage;

use super::what_if::WhatIfInput;
use super::what_if_losses::why_missing;
use crate::locale::{Args, Words};
use crate::numbers;

/// Producers named that gain.
const GAINING: usize = 3;
/// Industries and parameters named.
const NAMED: usize = 3;
/// Least money that is told, US dollars.
const LEAST_MONEY: f64 = 1e6;
/// Less than this is said to be small, US dollars.
const LEAST_SAID: f64 = 1e5;

/// The sentences.
pub fn what_if_summary(input: &WhatIfInput, drivers: &Drivers, lang: Lang) -> Vec<String> {
    let words = Words::new(lang);
    let central = &input.answer.central;
    let args = || input.args(&words);
    let multiple = |value: f64| numbers::multiple(value, lang);
    let size = size(input.shocks).map_or_else(String::new, |part| numbers::percent(part, lang));
    let mut said = vec![words.say(&format!("what-if-{}", kind(input.shocks)), &args().text("size", size))];
    let mut on: Vec<String> = input
        .shocks
        .iter()
        .flat_map(|shock| &shock.on)
        .map(|&country| input.reference.countries.get(country).name(lang).to_owned())
        .collect();
    on.sort();
    on.dedup();
    if !on.is_empty() {
        said.push(words.say("what-if-targets", &Args::new().text("list", numbers::list(&on, lang))));
    }
    said.extend(stages(input, &words));
    let peak = central.outside.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((month, price)) = peak {
        let mut peak_args = args().text("price", multiple(price)).count("month", month + 1);
        if let Some(Band { low, high, .. }) = input.answer.outside.get(month) {
            peak_args = peak_args.text("low", multiple(*low)).text("high", multiple(*high));
        }
        said.push(words.say("what-if-price", &peak_args));
    }
    if let Some(last) = central.inside.last() {
        said.push(words.say("what-if-inside", &args().text("price", multiple(*last))));
    }
    said.extend(shortage(input, drivers, &words));
    let rent: f64 = central.accounts.iter().map(|(_, account)| account.rent).sum();
    if central.priced && rent >= LEAST_MONEY {
        said.push(words.say("what-if-rent", &args().text("rent", numbers::usd(rent, lang))));
    }
    let mut gaining: Vec<_> = central.accounts.iter().filter(|(_, account)| account.producers >= LEAST_MONEY).collect();
    gaining.sort_by(|a, b| b.1.producers.total_cmp(&a.1.producers).then(a.0.cmp(&b.0)));
    if central.priced && !gaining.is_empty() {
        let named = gaining.iter().take(GAINING).map(|(country, account)| {
            format!("{} ({})", input.reference.countries.get(*country).name(lang), numbers::usd(account.producers, lang))
        });
        let list = numbers::list(&named.collect::<Vec<_>>(), lang);
        said.push(words.say("what-if-gain", &args().text("list", list)));
    }
    if input.answer.unsolved > 0 {
        said.push(words.say("what-if-unsolved", &args().count("n", input.answer.unsolved)));
    }
    said
}

/// What the asker lacks, what that costs, and what drives it.
fn shortage(input: &WhatIfInput, drivers: &Drivers, words: &Words) -> Vec<String> {
    let (lang, args) = (words.lang(), || input.args(words));
    let months = input.asker();
    let base: f64 = months.iter().map(|month| month.base_use).sum();
    if base <= 0.0 {
        return vec![words.say("what-if-no-use", &args())];
    }
    let missing: f64 = months.iter().map(|month| month.missing).sum();
    let mut missing_args =
        args().text("missing", numbers::three_figures(missing, lang)).text("share", numbers::percent(missing / base, lang));
    if let Some(Band { low, high, .. }) = input.answer.missing {
        missing_args =
            missing_args.text("low", numbers::three_figures(low, lang)).text("high", numbers::three_figures(high, lang));
    }
    let mut said = vec![words.say("what-if-missing", &missing_args)];
    let ended = months.iter().position(|month| month.stock < ENDED * month.base_stock);
    let held = months.iter().any(|month| month.base_stock > 0.0);
    match ended {
        _ if !held => {}
        Some(month) => said.push(words.say("what-if-stocks-end", &args().count("month", month + 1))),
        None => said.push(words.say("what-if-stocks-last", &args())),
    }
    if let Some(losses) = &input.answer.losses {
        said.extend(money(input, losses, words));
    }
    said.extend(why_missing(input).map(|id| words.say(id, &args())));
    said.extend(driven(drivers, words));
    said
}

/// Money inside a sentence; what is too small for the unit is said to be so.
fn money_said(value: f64, words: &Words) -> String {
    if value != 0.0 && value.abs() < LEAST_SAID { words.get("money-small") } else { numbers::usd(value, words.lang()) }
}

/// The three losses.
fn money(input: &WhatIfInput, losses: &LossBands, words: &Words) -> Vec<String> {
    let lang = words.lang();
    let range = |value: f64, band: &Band| {
        let args = input.args(words).text("lost", money_said(value.abs(), words));
        args.text("low", money_said(band.low, words)).text("high", money_said(band.high, words))
    };
    let mut said = Vec::new();
    let (market, band) = losses.market;
    let gain = Band { low: -band.high, middle: -band.middle, high: -band.low };
    said.push(match market < 0.0 {
        true => words.say("what-if-market-gain", &range(market, &gain)),
        false => words.say("what-if-market", &range(market, &band)),
    });
    let (bill, band) = losses.import_bill;
    if bill >= LEAST_SAID {
        said.push(words.say("what-if-bill", &range(bill, &band)));
    }
    let Some((users, bands)) = &losses.users else { return said };
    let args = range(users.output(), &bands.output).text("bound", money_said(users.bound, words));
    said.push(words.say("what-if-users", &args));
    let mut hit: Vec<&(usize, f64)> = users.by_industry.iter().filter(|(_, lost)| *lost >= LEAST_MONEY).collect();
    hit.sort_by(|a, b| b.1.total_cmp(&a.1));
    if !hit.is_empty() {
        let named: Vec<String> = hit
            .iter()
            .take(NAMED)
            .map(|(place, lost)| format!("{}: {}", input.industries.list[*place].name.get(lang), numbers::usd(*lost, lang)))
            .collect();
        said.push(words.say("what-if-industries", &Args::new().text("list", named.join("; "))));
    }
    if let Some((lost, band)) = &losses.economy {
        said.push(words.say("what-if-economy", &range(lost.iter().sum(), band)));
    }
    said.push(words.get("what-if-never-added"));
    said
}

/// The parameters that move the answer most.
fn driven(drivers: &Drivers, words: &Words) -> Option<String> {
    let lang = words.lang();

    let shown = |value: f64| match drivers.of {
        Driven::UsersLoss => money_said(value, words),
        Driven::Missing => numbers::tonnes(value, lang),
    };
    let named = |driver: &Driver| {
        let (low, high) = (driver.at_low?, driver.at_high?);
        let args = Args::new()
            .text("what", words.get(&format!("parameter-{}", driver.parameter.replace('_', "-"))))
            .text("low", shown(low.min(high)))
            .text("high", shown(low.max(high)));
        Some(words.say("cutoff-driver", &args))
    };
    let list: Vec<String> = drivers.list.iter().filter_map(named).take(NAMED).collect();
    let id = match drivers.of {
        Driven::UsersLoss => "what-if-drivers-loss",
        Driven::Missing => "what-if-drivers-missing",
    };
    (!list.is_empty()).then(|| words.say(id, &Args::new().text("list", list.join("; "))))
}

/// Word of the first sentence.
fn kind(shocks: &[Shock]) -> &'static str {
    match shocks {
        [shock] => match shock.measure {
            Measure::ExportBan => "ban",
            Measure::Quota { .. } => "quota",
            Measure::Licence { .. } => "licence",
            Measure::ExportTax { .. } => "export-tax",
            Measure::Tariff { .. } => "tariff",
            Measure::Outage { .. } => "outage",
        },
        _ => "several",
    }
}

/// How large the only shock is, where it has a size.
fn size(shocks: &[Shock]) -> Option<f64> {
    match shocks {
        [shock] => match shock.measure {
            Measure::Quota { share } | Measure::Outage { share } => Some(share),
            Measure::ExportTax { rate } | Measure::Tariff { rate } => Some(rate),
            Measure::ExportBan | Measure::Licence { .. } => None,
        },
        _ => None,
    }
}

/// What is held back where only one stage is, and what prices and use are of where that is not what is held back.
fn stages(input: &WhatIfInput, words: &Words) -> Vec<String> {
    let material = input.reference.materials.get(input.material);
    let asked: Vec<Option<Stage>> = input.shocks.iter().map(|shock| shock.stage).collect();
    let one = asked.first().copied().flatten().filter(|stage| asked.iter().all(|other| *other == Some(*stage)));
    let said = |id: &str, stage: Stage| {
        let info = material.stage(stage)?;
        let product = if words.lang() == Lang::De { &info.product_de } else { &info.product_en };
        Some(words.say(id, &Args::new().text("product", product.clone())))
    };
    let last = input.answer.central.stage;
    let mut list: Vec<String> =
        one.filter(|_| material.stage.len() > 1).and_then(|stage| said("what-if-stage", stage)).into_iter().collect();
    // where the stages of a material are not linked, only one of them is followed
    let another = one.is_none() && material.stage.last().is_some_and(|stage| stage.id != last);
    if (last == Stage::Magnet && one != Some(last)) || another {
        list.extend(said("what-if-told", last));
    }
    list
}
