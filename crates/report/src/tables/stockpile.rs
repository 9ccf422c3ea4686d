//! Stockpile: what to hold, what each budget brings, simple rules beside it, and what is known of stockpiles that exist.

use adit_analysis::stockpile::{Holding, Measure, RuleId, Stockpile};
use adit_vocab::country::Party;
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::stockpile::StockpileRow;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, moved, notes, number, title};
use crate::Driver;
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;

/// Materials named in a sentence.
const NAMED: usize = 4;

/// The finest part that is told.
const LEAST_PART: f64 = 0.01;

/// The question with its answer.
#[derive(Clone, Copy)]
pub struct StockpileInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// Base year.
    pub year: i32,
    /// Who asks.
    pub importer: &'a Party,
    /// US dollars.
    pub budget: f64,
    /// The answer.
    pub found: &'a Stockpile,
    /// What the saving hangs on, largest effect first, US dollars.
    pub drivers: &'a [Driver],
    /// What is published of public stockpiles.
    pub published: &'a [StockpileRow],
}

impl StockpileInput<'_> {
    pub(crate) fn args(&self, words: &Words) -> Args {
        let lang = words.lang();
        let args = Args::new().text("year", self.year.to_string()).text("budget", numbers::usd(self.budget, lang));
        Place::party(self.importer, self.reference, lang).put(args, Role::Asker)
    }

    /// Holdings that pay.
    pub(crate) fn bought(&self) -> Vec<&Holding> {
        self.found.holdings.iter().filter(|holding| holding.tonnes > 0.0).collect()
    }

    /// Loss avoided over the years, in dollars of today.
    pub(crate) fn saving(&self) -> f64 {
        self.found.holdings.iter().map(|holding| holding.saving).sum()
    }
}

/// Four tables: holdings, budgets, rules, published stockpiles.
pub fn stockpile(input: &StockpileInput, naming: impl Into<Naming> + Copy) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let measure = if input.found.measure == Measure::Market { "market" } else { "users" };
    let args = names.words().map_or_else(Args::new, |words| input.args(words)).text("measure", measure);
    let mut tables = vec![holdings(input, &names, &args), budgets(input, &names, &args), rules(input, &names, &args)];
    tables.extend(published(input, &names, &args));
    tables
}

fn usd(value: f64) -> Cell {
    number(Some(value), Format::Usd)
}

/// What to hold; people see what is bought, files all materials.
fn holdings(input: &StockpileInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 11] = [
        "material",
        "stage",
        "held_t",
        "held_days",
        "outlay_usd",
        "held_saving_usd",
        "held_gain_usd",
        "next_dollar",
        "expected_before_usd",
        "expected_after_usd",
        "purchase_price",
    ];
    let row = |holding: &Holding| Row {
        key: format!("{}.{}", input.reference.materials.get(holding.material).id, holding.stage),
        cells: vec![
            Cell::Text(names.material(holding.material)),
            Cell::Text(names.stage(holding.stage)),
            number(Some(holding.tonnes), Format::Tonnes),
            number(Some(holding.days), Format::Count),
            usd(holding.outlay),
            usd(holding.saving),
            usd(holding.gain),
            holding.next.map_or(Cell::NotApplicable, |next| Cell::Number(next, Format::Multiple)),
            usd(holding.expected.0),
            usd(holding.expected.1),
            number(Some(holding.price), Format::Multiple),
        ],
    };
    let unknown = |&material: &MaterialId| Row {
        key: input.reference.materials.get(material).id.clone(),
        cells: [vec![Cell::Text(names.material(material))], vec![Cell::NoData; COLUMNS.len() - 1]].concat(),
    };
    let mut said = notes(&["note-stockpile", "note-stockpile-assumptions"], names, args);
    let rows = match names.words() {
        Some(words) => {
            let refused = input.found.holdings.iter().filter(|holding| holding.tonnes <= 0.0).count();
            if refused > 0 {
                said.push(words.say("note-stockpile-refused", &Args::new().count("n", refused)));
            }
            if !input.found.unknown.is_empty() {
                let list: Vec<String> = input.found.unknown.iter().map(|&id| names.material(id)).collect();
                said.push(words.say("note-stockpile-unknown", &Args::new().text("list", numbers::list(&list, words.lang()))));
            }
            if input.found.unsolved > 0 {
                said.push(words.say("note-unsolved", &Args::new().count("n", input.found.unsolved)));
            }
            input.bought().into_iter().map(row).collect()
        }
        None => input.found.holdings.iter().map(row).chain(input.found.unknown.iter().map(unknown)).collect(),
    };
    Table { id: "stockpile", title: title("stockpile", names, args), columns: columns(&COLUMNS, names, args), rows, notes: said }
}

fn budgets(input: &StockpileInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 8] = [
        "budget_usd",
        "spent_usd",
        "held_gain_usd",
        "net_usd",
        "next_dollar",
        "whole_spent_usd",
        "whole_gain_usd",
        "whole_net_usd",
    ];
    let rows = input.found.curve.iter().map(|step| Row {
        key: format!("budget.{:.0}", step.budget / 1e6),
        cells: vec![
            usd(step.budget),
            usd(step.spent),
            usd(step.gain),
            usd(step.gain - step.spent),
            number(Some(step.next), Format::Multiple),
            usd(step.whole.0),
            usd(step.whole.1),
            usd(step.whole.1 - step.whole.0),
        ],
    });
    Table {
        id: "stockpile_budgets",
        title: title("stockpile_budgets", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: rows.collect(),
        notes: notes(&["note-stockpile-budgets"], names, args),
    }
}

/// The message or id of a rule.
fn rule(id: RuleId) -> &'static str {
    match id {
        RuleId::SixtyDays => "rule-sixty-days",
        RuleId::FortyFiveDays => "rule-forty-five-days",
        RuleId::Value => "rule-value",
        RuleId::Reliance => "rule-reliance",
    }
}

fn rules(input: &StockpileInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 5] = ["rule", "rule_cost_usd", "spent_usd", "held_gain_usd", "net_usd"];
    let name = |id: &str| names.words().map_or_else(|| id.to_owned(), |words| words.get(id));
    let best: f64 = input.found.holdings.iter().map(|holding| holding.gain).sum();
    let row = |id: &str, whole: Cell, spent: f64, gain: f64| Row {
        key: id.replace('-', "_"),
        cells: vec![Cell::Text(name(id)), whole, usd(spent), usd(gain), usd(gain - spent)],
    };
    let mut rows = vec![row("rule-best", Cell::NotApplicable, input.found.spent, best)];
    rows.extend(
        input
            .found
            .rules
            .iter()
            .map(|found| row(rule(found.id), found.whole.map_or(Cell::NotApplicable, usd), found.spent, found.gain)),
    );
    Table {
        id: "stockpile_rules",
        title: title("stockpile_rules", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: notes(&["note-stockpile-rules"], names, args),
    }
}

/// What is published of stockpiles of the asker; none if nothing is.
fn published(input: &StockpileInput, names: &Names, args: &Args) -> Option<Table> {
    const COLUMNS: [&str; 5] = ["stockpile", "stockpile_usd", "stockpile_days", "stockpile_year", "publisher"];
    let own = |row: &&StockpileRow| row.holder == input.importer.id;
    let german = names.words().is_some_and(|words| words.lang() == Lang::De);
    let rows: Vec<Row> = input
        .published
        .iter()
        .filter(own)
        .map(|row| Row {
            key: row.id.clone(),
            cells: vec![
                Cell::Text(if german { &row.name_de } else { &row.name_en }.clone()),
                number(row.usd, Format::Usd),
                number(row.days, Format::Count),
                row.year.map_or(Cell::NoData, |year| Cell::Text(year.to_string())),
                Cell::Text(format!("{} {}", row.publisher, row.published)),
            ],
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        id: "stockpile_published",
        title: title("stockpile_published", names, args),
        columns: columns(&COLUMNS, names, args),
        rows,
        notes: notes(&["note-stockpile-published"], names, args),
    })
}

/// The finding in a few sentences.
pub fn stockpile_summary(input: &StockpileInput, lang: Lang) -> Vec<String> {
    sentences(input, lang, true)
}

/// The same without what the figure says.
pub(crate) fn sentences(input: &StockpileInput, lang: Lang, terminal: bool) -> Vec<String> {
    let words = Words::new(lang);
    let money = |value: f64| numbers::usd(value, lang);
    let args = || input.args(&words);
    let bought = input.bought();
    let found = input.found;
    let mut said = Vec::new();
    if found.holdings.is_empty() {
        let list: Vec<String> =
            found.unknown.iter().map(|&id| input.reference.materials.get(id).display(lang).to_owned()).collect();
        said.push(words.say("stockpile-no-data", &args().text("list", numbers::list(&list, lang))));
    } else if bought.is_empty() {
        said.push(words.say("stockpile-nothing", &args()));
    } else {
        let named: Vec<String> = bought
            .iter()
            .take(NAMED)
            .map(|holding| input.reference.materials.get(holding.material).display(lang).to_owned())
            .collect();
        let spent = args()
            .text("spent", money(found.spent))
            .text("saving", money(input.saving()))
            .text("list", numbers::list(&named, lang))
            .count("n", bought.len());
        let id = if found.spent < 0.99 * input.budget { "stockpile-less" } else { "stockpile-all" };
        said.push(words.say(id, &spent));
        if terminal && found.next > 1.0 {
            said.push(words.say("stockpile-next", &args().text("next", numbers::fixed(found.next, 2, lang))));
        }
        if terminal {
            let part = numbers::percent(found.certificate.max(LEAST_PART), lang);
            said.push(words.say("stockpile-certificate", &args().text("part", part)));
        }
        let joint = &found.joint;
        let joint = args()
            .text("apart", money(joint.apart.0 - joint.apart.1))
            .text("together", money(joint.together.0 - joint.together.1))
            .text("before", money(joint.together.0))
            .text("after", money(joint.together.1));
        said.push(words.say("stockpile-joint", &joint));
    }
    said.extend(drivers(input, &words));
    if found.measure == Measure::Market {
        said.push(words.say("stockpile-market", &args()));
    }
    said
}

/// What the avoided loss hangs on.
fn drivers(input: &StockpileInput, words: &Words) -> Option<String> {
    let list = moved(input.drivers, words)?;
    Some(words.say("stockpile-drivers", &input.args(words).text("list", list)))
}
