//! What if, in money: the three losses, industries hit, technologies that stop first, and who gains and who loses in the market.

use adit_analysis::draws::Band;
use adit_vocab::country::CountryId;
use adit_vocab::table::{Cell, Format, Row, Table};
use adit_vocab::trajectory::Account;

use super::what_if::{WhatIfInput, cut};
use super::{columns, notes, notes_met, number, share, title};
use crate::locale::Args;
use crate::naming::{Names, capitalised};

/// The least loss of an industry that gets a row, US dollars.
const LEAST: f64 = 1.0;

/// The four tables.
pub(super) fn tables(input: &WhatIfInput, names: &Names, args: &Args) -> [Table; 4] {
    [losses(input, names, args), industries(input, names, args), technologies(input, names, args), accounts(input, names, args)]
}

/// Three losses, each in a row; those of users are split into their parts.
fn losses(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 5] = ["loss", "lost_usd", "lost_low_usd", "lost_high_usd", "covered"];
    let found = input.answer.losses.as_ref();
    let users = found.and_then(|losses| losses.users.as_ref());
    let economy = found.and_then(|losses| losses.economy.as_ref());
    let covered = users.map(|(users, _)| users.covered);
    let row = |key: &str, value: Option<f64>, band: Option<Band>, covered: Cell| {
        let money = |value: Option<f64>| number(value, Format::Usd);
        let name =
            names.words().map_or_else(|| key.to_owned(), |words| words.say(&format!("loss-{}", key.replace('_', "-")), args));
        Row {
            key: format!("loss.{key}"),
            cells: vec![
                Cell::Text(name),
                money(value),
                money(band.map(|band| band.low)),
                money(band.map(|band| band.high)),
                covered,
            ],
        }
    };
    let of = |value: fn(&adit_analysis::losses::UsersLoss) -> f64| users.map(|(users, _)| value(users));
    let rows = vec![
        row("market", found.map(|losses| losses.market.0), found.map(|losses| losses.market.1), Cell::NotApplicable),
        row("users", of(|users| users.total()), users.map(|(_, bands)| bands.total), share(covered)),
        row("users_output", of(|users| users.output()), users.map(|(_, bands)| bands.output), share(covered)),
        row(
            "users_import_bill",
            found.map(|losses| losses.import_bill.0),
            found.map(|losses| losses.import_bill.1),
            Cell::NotApplicable,
        ),
        row("users_bound", of(|users| users.bound), users.map(|(_, bands)| bands.bound), share(covered)),
        row(
            "economy",
            economy.map(|(lost, _)| lost.iter().sum()),
            economy.map(|(_, band)| *band),
            share(covered.filter(|_| economy.is_some())),
        ),
    ];
    let mut said = notes(&["note-what-if-losses"], names, args);
    said.extend(why_missing(input).map_or_else(Vec::new, |id| notes(&[id], names, args)));
    said.extend(notes(&["note-loss-assumptions"], names, args));
    Table {
        id: "what_if_losses",
        title: title("what_if_losses", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: said,
    }
}

/// The message that says why a loss is not known; `None` if all three are.
pub(super) fn why_missing(input: &WhatIfInput) -> Option<&'static str> {
    let Some(losses) = &input.answer.losses else { return Some("what-if-no-price") };
    let industries = input.asker_industries.members.iter().any(|member| member.worth.is_some());
    match (&losses.users, &losses.economy) {
        (None, _) if !industries => Some("what-if-no-industries"),
        (None, _) => Some("what-if-no-users"),
        (Some(_), None) => Some("what-if-no-table"),
        _ => None,
    }
}

/// Industries with any loss, the largest first, and what each loses with suppliers and customers counted in.
fn industries(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 4] = ["industry_code", "industry_name", "output_lost_usd", "economy_lost_usd"];
    let found = input.answer.losses.as_ref();
    let users = found.and_then(|losses| losses.users.as_ref()).map(|(users, _)| users);
    let economy = found.and_then(|losses| losses.economy.as_ref()).map(|(lost, _)| lost);
    let own = |place: usize| {
        users.map(|users| users.by_industry.iter().find(|(known, _)| *known == place).map_or(0.0, |(_, lost)| *lost))
    };
    let whole = |place: usize| economy.and_then(|lost| lost.get(place).copied());
    let mut list: Vec<usize> = (0..input.industries.list.len())
        .filter(|&place| own(place).is_some_and(|lost| lost > 0.0) || whole(place).is_some_and(|lost| lost >= LEAST))
        .collect();
    list.sort_by(|&a, &b| {
        let size = |place: usize| (own(place).unwrap_or(0.0), whole(place).unwrap_or(0.0));
        let (a, b) = (size(a), size(b));
        b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    let (shown, note) = cut(&list, names);
    let row = |&place: &usize| {
        let industry = &input.industries.list[place];
        let name = names.words().map_or(industry.name.en.as_str(), |words| industry.name.get(words.lang()));
        Row {
            key: format!("industry.{}", industry.code),
            cells: vec![
                Cell::Text(industry.code.clone()),
                Cell::Text(if names.words().is_some() { capitalised(name) } else { name.to_owned() }),
                number(own(place), Format::Usd),
                number(whole(place), Format::Usd),
            ],
        }
    };
    let mut said = notes(&["note-what-if-industries"], names, args);
    if list.is_empty() {
        said = why_missing(input).map_or_else(Vec::new, |id| notes(&[id], names, args));
    }
    said.extend(note);
    Table {
        id: "what_if_industries",
        title: title("what_if_industries", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: shown.iter().map(row).collect(),
        notes: said,
    }
}

/// Technologies that use the material, those that are short first on top.
fn technologies(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 5] =
        ["technology", "technology_use_share", "first_short_month", "technology_missing_share", "output_lost_usd"];
    let row = |short: &adit_analysis::losses::technologies::Short| {
        let technology = &input.industries.technologies[short.technology];
        let never = || match names.words() {
            Some(words) => Cell::Text(words.get("never-short")),
            None => Cell::NotApplicable,
        };
        Row {
            key: format!("technology.{}", technology.id),
            cells: vec![
                Cell::Text(names.words().map_or(technology.id.as_str(), |words| technology.name.get(words.lang())).to_owned()),
                share(Some(short.part)),
                short.first.map_or_else(never, |month| number(Some(f64::from(month)), Format::Count)),
                share(Some(short.missing)),
                number(short.lost, Format::Usd),
            ],
        }
    };
    Table {
        id: "what_if_technologies",
        title: title("what_if_technologies", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: input.technologies.iter().map(row).collect(),
        notes: notes_met("note-what-if-technologies", names, Args::new()),
    }
}

/// Accounts in the market: the asker's members first, then those who gain or lose most.
fn accounts(input: &WhatIfInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 7] = [
        "country",
        "account_total_usd",
        "account_users_usd",
        "account_producers_usd",
        "account_holders_usd",
        "account_rent_usd",
        "account_revenue_usd",
    ];
    let priced = input.answer.central.priced;
    let mut list: Vec<&(CountryId, Account)> = input.answer.central.accounts.iter().collect();
    list.sort_by(|a, b| {
        let asks = |entry: &(CountryId, Account)| input.importer.has(entry.0);
        let size = |entry: &(CountryId, Account)| entry.1.total().abs();
        asks(b).cmp(&asks(a)).then(size(b).total_cmp(&size(a))).then(a.0.cmp(&b.0))
    });
    let (shown, note) = cut(&list, names);
    let row = |entry: &&(CountryId, Account)| {
        let (country, account) = entry;
        let money = |value: f64| number(Some(value).filter(|_| priced), Format::Usd);
        Row {
            key: input.reference.countries.get(*country).iso3.clone(),
            cells: vec![
                Cell::Text(names.country(*country)),
                money(account.total()),
                money(account.users),
                money(account.producers),
                money(account.holders),
                money(account.rent),
                money(account.revenue),
            ],
        }
    };
    let mut said = notes(&["note-what-if-accounts"], names, args);
    said.extend(note);
    Table {
        id: "what_if_accounts",
        title: title("what_if_accounts", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: shown.iter().map(row).collect(),
        notes: said,
    }
}
