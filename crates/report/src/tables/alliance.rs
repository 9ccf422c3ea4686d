//! Alliance: what partners have together at every stage, and what each of them is worth.

use adit_analysis::alliance::{Cover, Worth};
use adit_vocab::country::{CountryId, Party};
use adit_vocab::lang::Lang;
use adit_vocab::material::MaterialId;
use adit_vocab::reference::Reference;
use adit_vocab::table::{Cell, Format, Row, Table};

use super::{columns, notes, number, share, title};
use crate::grammar::{Place, Role};
use crate::locale::{Args, Words};
use crate::naming::{Names, Naming};
use crate::numbers;

/// Partners named in a sentence.
const NAMED: usize = 5;
/// Who is worth less than this part of the best is not named.
const NAMEABLE: f64 = 0.01;
/// A need is covered if less than this part of it is missing.
const COVERED: f64 = 0.995;

/// The question with its answer.
#[derive(Clone, Copy)]
pub struct AllianceInput<'a> {
    /// Names.
    pub reference: &'a Reference,
    /// Base year.
    pub year: i32,
    /// Who asks.
    pub importer: &'a Party,
    /// Who is feared.
    pub supplier: CountryId,
    /// Who may join.
    pub partners: &'a [Party],
    /// Part of what all add that the smallest alliance reaches.
    pub part: f64,
    /// What all together have.
    pub covers: &'a [Cover],
    /// What each partner is worth, the most first.
    pub worths: &'a [Worth],
    /// Worth alone, together, and if every need were covered, US dollars a stop.
    pub worth: (f64, f64, f64),
    /// The smallest alliance found.
    pub smallest: Option<&'a [usize]>,
    /// The country outside that would add most.
    pub next: Option<(CountryId, f64)>,
    /// True if the loss is that in the market.
    pub market: bool,
    /// Materials without a loss.
    pub unknown: &'a [MaterialId],
}

impl AllianceInput<'_> {
    pub(crate) fn args(&self, words: &Words) -> Args {
        let lang = words.lang();
        let args = Args::new().text("year", self.year.to_string()).count("partners", self.partners.len());
        let args = Place::party(self.importer, self.reference, lang).put(args, Role::Asker);
        Place::country(self.reference.countries.get(self.supplier), lang).put(args, Role::Feared)
    }

    /// Name of a partner.
    pub(crate) fn partner(&self, place: usize, names: &Names) -> String {
        let partner = &self.partners[place];
        match (names.words(), partner.country()) {
            (Some(_), Some(country)) => names.country(country),
            (Some(words), None) => partner.name.get(words.lang()).to_owned(),
            (None, _) => partner.id.clone(),
        }
    }
}

/// Two tables: what they have, what each is worth.
pub fn alliance(input: &AllianceInput, naming: impl Into<Naming>) -> Vec<Table> {
    let names = Names::new(input.reference, naming.into());
    let args = names.words().map_or_else(Args::new, |words| input.args(words));
    vec![worths(input, &names, &args), covers(input, &names, &args)]
}

fn covers(input: &AllianceInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 7] =
        ["material", "stage", "alliance_share", "alliance_covered", "alone_covered", "alliance_output_t", "alliance_need_t"];
    let row = |cover: &Cover| Row {
        key: format!("{}.{}", input.reference.materials.get(cover.material).id, cover.stage),
        cells: vec![
            Cell::Text(names.material(cover.material)),
            Cell::Text(names.stage(cover.stage)),
            share(Some(cover.share)),
            cover.covered.map_or(Cell::NotApplicable, |covered| share(Some(covered))),
            cover.alone.map_or(Cell::NotApplicable, |covered| share(Some(covered))),
            number(Some(cover.output), Format::Tonnes),
            number(Some(cover.need), Format::Tonnes),
        ],
    };
    Table {
        id: "alliance_cover",
        title: title("alliance_cover", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: input.covers.iter().map(row).collect(),
        notes: notes(&["note-alliance-cover"], names, args),
    }
}

fn worths(input: &AllianceInput, names: &Names, args: &Args) -> Table {
    const COLUMNS: [&str; 5] = ["partner", "shapley_usd", "shapley_error_usd", "joins_first_usd", "leaves_usd"];
    let usd = |value: f64| number(Some(value), Format::Usd);
    let row = |worth: &Worth| Row {
        key: input.partners[worth.partner].id.clone(),
        cells: vec![
            Cell::Text(input.partner(worth.partner, names)),
            usd(worth.shapley),
            usd(worth.error),
            usd(worth.first),
            usd(worth.last),
        ],
    };
    let mut said = notes(&["note-alliance-worth"], names, args);
    if let Some(words) = names.words() {
        if input.market {
            said.push(words.say("note-alliance-market", args));
        }
        if !input.unknown.is_empty() {
            let list: Vec<String> = input.unknown.iter().map(|&id| names.material(id)).collect();
            said.push(words.say("note-alliance-unknown", &Args::new().text("list", numbers::list(&list, words.lang()))));
        }
    }
    Table {
        id: "alliance",
        title: title("alliance", names, args),
        columns: columns(&COLUMNS, names, args),
        rows: input.worths.iter().map(row).collect(),
        notes: said,
    }
}

/// The finding in a few sentences.
pub fn alliance_summary(input: &AllianceInput, lang: Lang) -> Vec<String> {
    let words = Words::new(lang);
    let args = || input.args(&words);
    let money = |value: f64| numbers::usd(value, lang);
    let list = |places: &mut dyn Iterator<Item = usize>| {
        let named: Vec<String> =
            places.map(|place| Place::party(&input.partners[place], input.reference, lang).subject()).collect();
        numbers::list(&named, lang)
    };
    let mut materials: Vec<MaterialId> = input.covers.iter().map(|cover| cover.material).collect();
    materials.dedup();
    let held = |material: &&MaterialId| {
        input
            .covers
            .iter()
            .filter(|cover| cover.material == **material)
            .all(|cover| cover.covered.is_none_or(|part| part >= COVERED))
    };
    let covered = materials.iter().filter(held).count();
    let (alone, together, most) = input.worth;
    let mut said = vec![words.say("alliance-covers", &args().count("covered", covered).count("n", materials.len()))];
    if most > 0.0 {
        let worth = args()
            .text("alone", money(alone))
            .text("own", if alone > 0.0 { "some" } else { "none" })
            .text("together", money(together))
            .text("most", money(most));
        said.push(words.say("alliance-worth", &worth));
        // who adds next to nothing is not named
        let least = NAMEABLE * input.worths.iter().map(|worth| worth.shapley).fold(0.0, f64::max);
        let gives = input.worths.iter().filter(|worth| worth.shapley > 0.0 && worth.shapley >= least);
        let gives: Vec<usize> = gives.take(NAMED).map(|worth| worth.partner).collect();
        if !gives.is_empty() {
            let best = args().count("n", gives.len()).text("list", list(&mut gives.into_iter()));
            said.push(words.say("alliance-best", &best));
        }
    }
    if let Some(smallest) = input.smallest.filter(|smallest| !smallest.is_empty()) {
        let few = args()
            .text("list", list(&mut smallest.iter().copied()))
            .text("part", numbers::percent(input.part, lang))
            .count("few", smallest.len());
        said.push(words.say("alliance-smallest", &few));
    }
    said.push(match input.next {
        Some((country, added)) => {
            let place = Place::country(input.reference.countries.get(country), lang);
            words.say("alliance-next", &args().text("next", place.subject()).text("added", money(added)))
        }
        None => words.say("alliance-next-none", &args()),
    });
    said
}
