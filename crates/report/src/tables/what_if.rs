//! What if: the months of a crisis, who misses how much, who sells to the asker, which uses go short.

use adit_analysis::losses::buyers::AskerIndustries;
use adit_analysis::losses::technologies::Short;
use adit_analysis::what_if::{PartyMonth, WhatIf, party_months, sellers};
use adit_vocab::country::Party;
use adit_vocab::industry::Industries;
use adit_vocab::material::{EndUse, Material, MaterialId};
use adit_vocab::reference::Reference;
use adit_vocab::scenario::Shock;
use adit_vocab::table::{Cell, Format, Row, Table};
use adit_vocab::trajectory::User;

use super::{columns, notes, number, share, title, what_if_losses};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming, capitalised};

/// Countries and sellers shown to people; files hold all of them.
const SHOWN: usize = 12;

/// The question with its answer.
#[derive(Clone)]
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
    /// Industries and technologies.
    pub industries: &'a Industries,
    /// What is known of those of the asker.
    pub asker_industries: &'a AskerIndustries,
    /// Technologies that use the material, first those that are short first.
    pub technologies: Vec<Short>,
}

impl WhatIfInput<'_> {
    fn months(&self) -> usize {
        self.answer.central.allowed.len()
    }

    pub(super) fn asker(&self) -> Vec<PartyMonth> {
        party_months(&self.answer.central, self.importer)
    }

    fn info(&self) -> &Material {
        self.reference.materials.get(self.material)
    }

    pub(super) fn args(&self, words: &Words) -> Args {
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

/// Eight tables: months, losses, industries, technologies, uses, countries, sellers, accounts.
pub fn what_if(input: &WhatIfInput, naming: impl Into<Naming> + Copy) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = names.words().map_or_else(Args::new, |words| input.args(words));
    let [losses, industries, technologies, accounts] = what_if_losses::tables(input, &names, &args);
    vec![
        months(input, &names, &args),
        losses,
        industries,
        technologies,
        uses(input, &names, &args),
        users(input, &names, &args),
        buys_from(input, &names, &args),
        accounts,
    ]
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
    let list = || input.info().final_uses();
    let regions = [input.importer.id.as_str(), "world", "EU", "USA"];
    let region = regions.into_iter().find(|region| list().any(|(_, end_use)| end_use.region == *region));
    let mut found: Vec<(usize, &EndUse)> = list().filter(|(_, end_use)| Some(end_use.region.as_str()) == region).collect();
    found.sort_by(|a, b| b.1.share.value.total_cmp(&a.1.share.value));
    found
}

/// All for machines, the first ones for people with a note on the rest.
pub(super) fn cut<'a, T>(list: &'a [T], names: &Names) -> (&'a [T], Option<String>) {
    match names.words() {
        Some(words) if list.len() > SHOWN => {
            let rest = list.len() - SHOWN;
            (&list[..SHOWN], Some(words.say("note-more-rows", &Args::new().count("n", rest))))
        }
        _ => (list, None),
    }
}
