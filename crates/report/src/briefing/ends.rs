//! When dependencies end: without measures and with a package of them, against what the summit was told.

use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_analysis::pathway::{LAST_YEAR, kind};
use adit_vocab::material::MaterialId;
use adit_vocab::table::Cell;

use crate::charts;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::{Names, Naming};
use crate::numbers;
use crate::tables::{self, BECAUSE, LATER, PathwayInput, WITH, WITHOUT, range, share_later, treasury};

use super::section::Section;
use super::{PathwayPart, figure, html_table};

/// Projects named.
const NAMED: usize = 6;
/// From this part of world output on a supplier dominates.
const HALF: f64 = 0.5;
/// A material with its answers without measures and with them.
pub(crate) struct Pair<'a> {
    /// The material.
    pub material: MaterialId,
    /// Without measures, and with them.
    pub ensembles: [&'a Ensemble; 2],
    /// When the dependency ends in each.
    pub ends: [&'a Distribution; 2],
}

/// Materials of which is known when the dependency ends, in the order of the answers.
pub(crate) fn pairs(part: &PathwayPart) -> Vec<Pair<'_>> {
    let mut list = Vec::new();
    for (material, found) in &part.found {
        if let Some([without, with, ..]) = found.as_deref()
            && let (Some(end_without), Some(end_with)) = (&without.independence, &with.independence)
        {
            list.push(Pair { material: *material, ensembles: [without, with], ends: [end_without, end_with] });
        }
    }
    list
}

/// The section; `None` if the asker lacks nothing in a stop, or nothing is known of what it lacks.
pub fn render(context: &Context) -> Option<String> {
    let part = context.input.pathways?;
    let pairs = pairs(part);
    let chart = charts::ends::ends(context, part)?;
    let input = input(context, part);
    let mut table = tables::ends(&input, context.lang());
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Text(text) = cell {
            // a year stays with its sign
            *text = text.replace("> ", ">\u{a0}");
        }
    }
    let shown: Vec<&str> = table.columns.iter().map(|column| column.id).collect();
    let escape = charts::svg::escape;
    let parts = vec![
        figure::render(&chart, None),
        format!(
            "<figure><h3 class=\"fig-title\">{}</h3>\n{}<figcaption>{}</figcaption></figure>\n",
            escape(&table.title),
            html_table::of(context, &table, &shown),
            escape(&table.notes.join(" "))
        ),
    ];
    let texts = vec![
        answer(context, &input, part, &pairs),
        package(context, &input, &pairs),
        plants(context, &input, part, &pairs),
        context.words.say("ends-limits", &input.args(&context.words)),
    ];
    Some(Section { id: "ends", title: context.say("ends-title"), texts, parts }.render())
}

/// The question with its answers.
pub(crate) fn input<'a>(context: &'a Context, part: &'a PathwayPart) -> PathwayInput<'a> {
    PathwayInput {
        reference: context.reference,
        year: context.exposure.year,
        importer: &context.exposure.importer,
        supplier: context.exposure.against,
        packages: &part.packages,
        projects: &part.projects,
        bearable: part.bearable,
        draws: part.draws,
        found: &part.found,
    }
}

fn names<'a>(context: &Context<'a>) -> Names<'a> {
    Names::new(context.reference, Naming::In(context.lang()))
}

/// How many dependencies end when, without and with, and what that costs.
fn answer(context: &Context, input: &PathwayInput, part: &PathwayPart, pairs: &[Pair]) -> String {
    let names = names(context);
    let args = || {
        let args = input.args(&context.words).text("package", input.package(WITH, &names));
        let years = args.text("later-year", LATER.to_string());
        years.count("n", pairs.len()).text("lacking", part.lacking.to_string())
    };
    let mut said = vec![context.words.say("ends-claim", &args())];
    if let [only] = pairs {
        let kind = |end: Independence| match end {
            Independence::NotDependent => "none",
            Independence::From(_) => "year",
            Independence::Later => "later",
        };
        let [without, with] = only.ends;
        let args = context
            .material_args(only.material)
            .text("last", LAST_YEAR.to_string())
            .text("package", input.package(WITH, &names))
            .text("kind-without", kind(without.middle))
            .text("end-without", tables::said(without.middle, &names))
            .text("range-without", range(without, &names))
            .text("kind-with", kind(with.middle))
            .text("end-with", tables::said(with.middle, &names))
            .text("range-with", range(with, &names));
        said.push(context.words.say("ends-one", &args));
    } else {
        let all = if pairs.len() == part.lacking { "all" } else { "some" };
        said.push(context.words.say("ends-followed", &args().text("which", all)));
        let args = args().text("without", counts(context, pairs, WITHOUT)).text("with", counts(context, pairs, WITH));
        said.push(context.words.say("ends-counts", &args));
    }
    let priced: Vec<f64> =
        pairs.iter().filter(|pair| pair.ensembles[WITH].priced).map(|pair| treasury(input, WITH, pair.ensembles[WITH])).collect();
    if !priced.is_empty() {
        let cost: f64 = priced.iter().sum();
        let args = args()
            .text("cost", numbers::usd(cost.abs(), context.lang()))
            .text("sign", if cost < 0.0 { "gain" } else { "cost" })
            .text("of", if priced.len() < pairs.len() { "some" } else { "all" })
            .count("priced", priced.len());
        said.push(context.words.say("ends-cost", &args));
    }
    said.join(" ")
}

/// `by 2035 for 3, between 2036 and 2045 for one and only later, or never, for 6`; what counts nothing is left out.
fn counts(context: &Context, pairs: &[Pair], package: usize) -> String {
    let count = |counts: &dyn Fn(Independence) -> bool| pairs.iter().filter(|pair| counts(pair.ends[package].middle)).count();
    let list: Vec<String> = [
        ("ends-from-the-start", count(&|end| end == Independence::NotDependent)),
        ("ends-until", count(&|end| matches!(end, Independence::From(year) if year <= LATER))),
        ("ends-between", count(&|end| matches!(end, Independence::From(year) if year > LATER))),
        ("ends-after", count(&|end| end == Independence::Later)),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(id, n)| {
        let args = Args::new()
            .count("n", n)
            .text("all", if n == pairs.len() { "all" } else { "some" })
            .text("later-year", LATER.to_string())
            .text("next-year", (LATER + 1).to_string())
            .text("last", LAST_YEAR.to_string());
        context.words.say(id, &args)
    })
    .collect();
    numbers::list(&list, context.lang())
}

/// What the package is, and that a dominance outlasts a dependency.
fn package(context: &Context, input: &PathwayInput, pairs: &[Pair]) -> String {
    let names = names(context);
    let mut instruments: Vec<String> = Vec::new();
    for policy in &input.packages[WITH].policies {
        let word = context.words.get(&format!("instrument-{}", kind(&policy.terms).id));
        if !instruments.contains(&word) {
            instruments.push(word);
        }
    }
    let dominated = |package: usize| {
        let shares = pairs.iter().filter_map(|pair| share_later(pair.ensembles[package]));
        shares.filter(|share| *share > HALF).count()
    };
    let args = || {
        input
            .args(&context.words)
            .text("package", input.package(WITH, &names))
            .text("list", numbers::list(&instruments, context.lang()))
            .text("later-year", LATER.to_string())
    };
    let mut said = vec![context.words.say("ends-package", &args())];
    let (without, with) = (dominated(WITHOUT), dominated(WITH));
    if without > 0 {
        let number = |n: usize| context.words.say("ends-number", &Args::new().count("n", n));
        let still = if with == 0 {
            "none"
        } else if with == without {
            "same"
        } else {
            "fewer"
        };
        let args = args().text("without", number(without)).text("with", number(with)).text("still", still);
        said.push(context.words.say(if pairs.len() == 1 { "ends-dominance-one" } else { "ends-dominance" }, &args));
    }
    said.join(" ")
}

/// Which projects start because of the package, what stays dependent, and why it takes so long.
fn plants(context: &Context, input: &PathwayInput, part: &PathwayPart, pairs: &[Pair]) -> String {
    let lang = context.lang();
    let args = || input.args(&context.words);
    // a plant that makes several materials is one project
    let mut started: Vec<(&str, f64)> = Vec::new();
    for pair in pairs {
        let projects = input.projects_of(pair.material);
        for fate in &pair.ensembles[WITH].fates {
            let (name, more) = (projects[fate.project].row.name.as_str(), fate.starts - fate.starts_anyway);
            match started.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known = known.max(more),
                None => started.push((name, more)),
            }
        }
    }
    started.retain(|(_, more)| *more >= BECAUSE);
    started.sort_by(|a, b| b.1.total_cmp(&a.1));
    let named: Vec<String> = started.iter().take(NAMED).map(|(name, _)| (*name).to_owned()).collect();
    let mut said = vec![match named.as_slice() {
        [] => context.words.say("ends-starts-nothing", &args()),
        [..] => {
            let more = started.len() - named.len();
            let points = numbers::percent_digits(BECAUSE, lang);
            // names of projects have commas in them
            context.words.say("ends-starts", &args().text("list", named.join("; ")).count("more", more).text("points", points))
        }
    }];
    let of = |counts: &dyn Fn(&Distribution) -> bool| -> Vec<String> {
        let kept = pairs.iter().filter(|pair| counts(pair.ends[WITH]));
        kept.map(|pair| context.material_word(pair.material).to_owned()).collect()
    };
    let middle = of(&|end| end.middle == Independence::Later);
    let slow = of(&|end| end.middle != Independence::Later && end.high == Independence::Later);
    for (id, list) in [("ends-stays", middle), ("ends-stays-slow", slow)] {
        if !list.is_empty() {
            said.push(context.words.say(id, &args().text("list", numbers::list(&list, lang)).count("n", list.len())));
        }
    }
    let years = |value: f64| numbers::fixed(value, 1, lang);
    let lead = args()
        .text("mine", years(part.mine.to_first_output()))
        .text("mine-full", years(part.mine.to_full_output()))
        .text("plant-full", years(part.plant.to_full_output()));
    said.push(context.words.say("ends-lead-times", &lead));
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use adit_vocab::lang::Lang;

    use super::*;
    use crate::fixture::{World, world};

    fn section(world: &World, materials: &[&str], lang: Lang) -> Option<String> {
        let ids: Vec<MaterialId> = materials.iter().map(|id| world.material(id)).collect();
        let result = world.ask_about("USA", "CHN", &ids);
        let input = world.briefing(&result);
        render(&Context::new(&input, lang))
    }

    #[test]
    fn counts_by_decade_without_and_with() {
        let world = world();
        let materials = ["gallium", "dysprosium", "cobalt", "tungsten", "copper"];
        let text = section(&world, &materials, Lang::En).expect("a section");
        for part in [
            // the last of the five is not used; a sixth is not followed
            "Of 6 materials that the United States would run short of if China stopped exporting, the 4 that would cost most",
            "a stop could be borne by 2035 for one, between 2036 and 2045 for one and only later, or never, for 2",
            "from the start for one, by 2035 for 2 and only later, or never, for one",
            // two floors of a billion for each of the three with a price
            "The package would cost the treasury $6 billion in dollars of today, net, up to 2045, counting the 3 with a published price.",
            "price floor. Its terms",
            "of 4 of these materials without measures, and of none with them",
            "At least 20 percentage points likelier to start because of the measures: New &#38; Better.",
            "a new mine takes 16.6 years on average from discovery to first output",
        ] {
            assert!(text.contains(part), "`{part}` in {text}");
        }
        let text = section(&world, &materials, Lang::De).expect("a section");
        for part in [
            "Von 6 Rohstoffen, die den USA bei einem Lieferstopp aus China knapp würden, sind die 4 mit dem größten Schaden",
            "ließe sich ein Stopp bei einem spätestens 2035, bei einem zwischen 2036 und 2045 und bei 2 erst später oder nie",
            "bei einem von Anfang an, bei 2 spätestens 2035 und bei einem erst später oder nie.",
            "Die Staatskasse würde das Paket 6 Mrd. US-Dollar kosten, in heutigen Dollar, netto, bis 2045; gezählt sind die 3",
            "wahrscheinlicher werden durch die Maßnahmen: New &#38; Better.",
            "im Mittel 16,6 Jahre",
        ] {
            assert!(text.contains(part), "`{part}` in {text}");
        }
    }

    #[test]
    fn one_material_has_its_years() {
        let world = world();
        let text = section(&world, &["gallium"], Lang::En).expect("a section");
        let said = "the United States could not bear a stop of gallium by 2045 (four fifths of the draws: 2036 to &#62; 2045)";
        assert!(text.contains(said), "{text}");
        let text = section(&world, &["gallium"], Lang::De).expect("a section");
        assert!(text.contains("ließe sich ein Lieferstopp bei Gallium bis 2045 nicht verkraften"), "{text}");
    }

    #[test]
    fn what_nobody_lacks_has_no_section() {
        let world = world();
        assert!(section(&world, &["cesium"], Lang::En).is_none());
        let result = world.ask("CHN", "CHN");
        assert!(render(&Context::new(&world.briefing(&result), Lang::De)).is_none());
    }
}
