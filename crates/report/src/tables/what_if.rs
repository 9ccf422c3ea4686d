//! What if: the months of a crisis, who misses how much, who sells to the asker, which uses go short; and the finding in words.

use adit_analysis::draws::Band;
use adit_analysis::what_if::{ENDED, PartyMonth, WhatIf, party_months, sellers};
use adit_vocab::country::Party;
use adit_vocab::material::{EndUse, Material, MaterialId};
use adit_vocab::reference::Reference;
use adit_vocab::scenario::{Measure, Shock};
use adit_vocab::table::{Cell, Format, Row, Table};
use adit_vocab::trajectory::User;

use super::{columns, notes, number, share, title};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming, capitalised};
use crate::numbers;

/// Countries and sellers shown to people; files hold all of them.
const SHOWN: usize = 12;

/// Producers named that gain.
const GAINING: usize = 3;
/// Least money that is told, US dollars.
const LEAST_MONEY: f64 = 1e6;

/// The question with its answer.
#[derive(Clone, Copy)]
pub struct WhatIfInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// Base year.
    pub year: i32,
    /// The material.
    pub material: MaterialId,
    /// Who asks.
    pub importer: &'a Party,
    /// What is done.
    pub shocks: &'a [Shock],
    /// The answer.
    pub answer: &'a WhatIf,
}

impl WhatIfInput<'_> {
    fn months(&self) -> usize {
        self.answer.central.allowed.len()
    }

    fn asker(&self) -> Vec<PartyMonth> {
        party_months(&self.answer.central, self.importer)
    }

    fn info(&self) -> &Material {
        self.reference.materials.get(self.material)
    }

    fn args(&self, words: &Words) -> Args {
        let lang = words.lang();
        let args = Args::new().text("year", self.year.to_string()).count("months", self.months());
        let args = args.text("material", self.info().display(lang)).text("material-cap", capitalised(self.info().display(lang)));
        let args = Place::party(self.importer, self.reference, lang).put(args, Role::Asker);
        match self.shocks.first() {
            Some(shock) => Place::country(self.reference.countries.get(shock.by), lang).put(args, Role::Feared),
            None => args,
        }
    }
}

/// Four tables: months, countries, sellers, uses.
pub fn what_if(input: &WhatIfInput, naming: impl Into<Naming> + Copy) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = names.words().map_or_else(Args::new, |words| input.args(words));
    vec![months(input, &names, &args), users(input, &names, &args), buys_from(input, &names, &args), uses(input, &names, &args)]
}

fn months(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 9] = [
        "month",
        "allowed",
        "price_outside",
        "price_outside_low",
        "price_outside_high",
        "price_inside",
        "used_t",
        "missing_t",
        "stock_t",
    ];
    let central = &input.answer.central;
    let asker = input.asker();
    let rows = asker.iter().enumerate().map(|(month, asker)| {
        let band = input.answer.outside.get(month);
        let multiple = |value: Option<f64>| number(value, Format::Multiple);
        Row {
            key: format!("month.{}", month + 1),
            cells: vec![
                Cell::Number((month + 1) as f64, Format::Count),
                share(central.allowed.get(month).copied()),
                multiple(central.outside.get(month).copied()),
                multiple(band.map(|band| band.low)),
                multiple(band.map(|band| band.high)),
                multiple(central.inside.get(month).copied()),
                number(Some(asker.used), Format::Tonnes),
                number(Some(asker.missing), Format::Tonnes),
                number(Some(asker.stock), Format::Tonnes),
            ],
        }
    });
    Table {
        id: "what_if_months",
        title: title("what_if_months", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: rows.collect(),
        notes: notes(&["note-what-if-months"], names, args),
    }
}

fn users(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 6] = ["country", "base_use_t", "missing_t", "missing_share", "price_mean", "surplus_lost_usd"];
    let months = input.months() as f64;
    let mut list: Vec<&User> = input.answer.central.users.iter().collect();
    list.sort_by(|a, b| b.missing().total_cmp(&a.missing()).then(a.country.cmp(&b.country)));
    let (shown, note) = cut(&list, names);
    let row = |user: &&User| {
        let used = user.base_use * months;
        let lost = user.surplus_lost.iter().sum();
        Row {
            key: input.reference.countries.get(user.country).iso3.clone(),
            cells: vec![
                Cell::Text(names.country(user.country)),
                number(Some(used), Format::Tonnes),
                number(Some(user.missing()), Format::Tonnes),
                share((used > 0.0).then(|| user.missing() / used)),
                number(Some(user.price.iter().sum::<f64>() / months), Format::Multiple),
                number(Some(lost).filter(|_| input.answer.central.priced), Format::Usd),
            ],
        }
    };
    let mut notes = notes(&["note-what-if-users"], names, args);
    notes.extend(note);
    Table {
        id: "what_if_users",
        title: title("what_if_users", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: shown.iter().map(row).collect(),
        notes,
    }
}

fn buys_from(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 4] = ["country", "sold_base_t", "sold_t", "sold_change_t"];
    let list = sellers(&input.answer.central, input.importer);
    let (shown, note) = cut(&list, names);
    let row = |&(country, base, now): &(adit_vocab::country::CountryId, f64, f64)| Row {
        key: input.reference.countries.get(country).iso3.clone(),
        cells: vec![
            Cell::Text(names.country(country)),
            number(Some(base), Format::Tonnes),
            number(Some(now), Format::Tonnes),
            number(Some(now - base), Format::Tonnes),
        ],
    };
    let mut notes = notes(&["note-what-if-sellers"], names, args);
    notes.extend(note);
    Table {
        id: "what_if_sellers",
        title: title("what_if_sellers", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: shown.iter().map(row).collect(),
        notes,
    }
}

fn uses(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 4] = ["application", "industry", "use_share", "missing_t"];
    let missing: f64 = input.asker().iter().map(|month| month.missing).sum();
    let known = end_uses(input);
    let total: f64 = known.iter().map(|(_, end_use)| end_use.share.value).sum();
    let row = |&(place, end_use): &(usize, &EndUse)| {
        let german = names.words().is_some_and(|words| words.lang() == adit_vocab::lang::Lang::De);
        let german = german && !end_use.application_de.is_empty();
        // published shares need not add up; the tonnes do
        let part = end_use.share.value / total;
        let industry = if end_use.industry.is_empty() { Cell::NoData } else { Cell::Text(end_use.industry.clone()) };
        Row {
            key: format!("use.{}", place + 1),
            cells: vec![
                Cell::Text(if german { &end_use.application_de } else { &end_use.application }.clone()),
                industry,
                share(Some(end_use.share.value)),
                number(Some(part * missing), Format::Tonnes),
            ],
        }
    };
    let region = known.first().map(|(_, end_use)| end_use.region.clone()).unwrap_or_default();
    let mut said = notes(&["note-what-if-uses"], names, args);
    if let (Some(words), false) = (names.words(), known.is_empty()) {
        let region = words.find(&format!("region-{}", region.to_lowercase())).unwrap_or(region);
        said.push(words.say("note-what-if-region", &Args::new().text("region", region)));
    }
    Table {
        id: "what_if_uses",
        title: title("what_if_uses", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: known.iter().map(row).collect(),
        notes: said,
    }
}

/// End uses as published for the asker, else for the world, else for the EU or the United States; with their place in the file.
fn end_uses<'a>(input: &'a WhatIfInput) -> Vec<(usize, &'a EndUse)> {
    let list = &input.info().end_use;
    let regions = [input.importer.id.as_str(), "world", "EU", "USA"];
    let region = regions.into_iter().find(|region| list.iter().any(|end_use| end_use.region == *region));
    let mut found: Vec<(usize, &EndUse)> =
        list.iter().enumerate().filter(|(_, end_use)| Some(end_use.region.as_str()) == region).collect();
    found.sort_by(|a, b| b.1.share.value.total_cmp(&a.1.share.value));
    found
}

/// All for machines, the first ones for people with a note on the rest.
fn cut<'a, T>(list: &'a [T], names: &Names) -> (&'a [T], Option<String>) {
    match names.words() {
        Some(words) if list.len() > SHOWN => {
            let rest = list.len() - SHOWN;
            (&list[..SHOWN], Some(words.say("note-more-rows", &Args::new().count("n", rest))))
        }
        _ => (list, None),
    }
}

/// The finding in a few sentences.
pub fn what_if_summary(input: &WhatIfInput, lang: adit_vocab::lang::Lang) -> Vec<String> {
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
    let months = input.asker();
    let base: f64 = months.iter().map(|month| month.base_use).sum();
    if base > 0.0 {
        let missing: f64 = months.iter().map(|month| month.missing).sum();
        let mut missing_args =
            args().text("missing", numbers::three_figures(missing, lang)).text("share", numbers::percent(missing / base, lang));
        if let Some(Band { low, high, .. }) = input.answer.missing {
            missing_args =
                missing_args.text("low", numbers::three_figures(low, lang)).text("high", numbers::three_figures(high, lang));
        }
        said.push(words.say("what-if-missing", &missing_args));
        let ended = months.iter().position(|month| month.stock < ENDED * month.base_stock);
        let held = months.iter().any(|month| month.base_stock > 0.0);
        match ended {
            _ if !held => {}
            Some(month) => said.push(words.say("what-if-stocks-end", &args().count("month", month + 1))),
            None => said.push(words.say("what-if-stocks-last", &args())),
        }
        let users = central.users.iter().filter(|user| input.importer.has(user.country));
        let lost: f64 = users.flat_map(|user| &user.surplus_lost).sum();
        if let Some(Band { low, high, .. }) = input.answer.lost.filter(|_| lost >= LEAST_MONEY) {
            let money = |value: f64| numbers::usd(value, lang);
            let money = args().text("lost", money(lost)).text("low", money(low)).text("high", money(high));
            said.push(words.say("what-if-lost", &money));
        }
    } else {
        said.push(words.say("what-if-no-use", &args()));
    }
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
