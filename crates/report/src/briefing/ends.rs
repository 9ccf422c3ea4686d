//! How far the announced measures carry: when dependencies end without them, with them and with everything at once, at what
//! public cost, and what of it is sure.

use adit_analysis::pathway::ensemble::Ensemble;
use adit_analysis::pathway::independence::{Distribution, Independence};
use adit_analysis::pathway::joint::{Outlay, ended_by};
use adit_analysis::pathway::{LAST_YEAR, Payer, kind};
use adit_vocab::material::MaterialId;
use adit_vocab::table::Cell;

use crate::charts;
use crate::context::Context;
use crate::locale::Args;
use crate::naming::{Names, Naming};
use crate::numbers;
use crate::tables::{
    self, ANNOUNCED, BECAUSE, BENCHMARK, LATER, PathwayInput, TOGETHER, WITHOUT, paid_by, payers, range, share_later,
};

use super::section::Section;
use super::{PathwayPart, figure, html_table};

/// Projects named.
const NAMED: usize = 6;
/// From this part of world output on a supplier dominates.
const HALF: f64 = 0.5;
/// The year for which the EU has its benchmark: Regulation (EU) 2024/1252, article 5.
const BENCHMARK_YEAR: i32 = 2030;

/// A material with its answers without measures, with those announced, and with all together.
pub(crate) struct Followed<'a> {
    /// The material.
    pub material: MaterialId,
    /// The answers.
    pub ensembles: [&'a Ensemble; 3],
    /// When the dependency ends in each.
    pub ends: [&'a Distribution; 3],
}

/// Materials of which is known when the dependency ends, in the order of the answers.
pub(crate) fn followed(part: &PathwayPart) -> Vec<Followed<'_>> {
    let mut list = Vec::new();
    for (material, found) in &part.found {
        if let Some([without, announced, together, ..]) = found.as_deref()
            && let (Some(a), Some(b), Some(c)) = (&without.independence, &announced.independence, &together.independence)
        {
            list.push(Followed { material: *material, ensembles: [without, announced, together], ends: [a, b, c] });
        }
    }
    list
}

/// The section; `None` if the asker lacks nothing in a stop, or nothing is known of what it lacks.
pub fn render(context: &Context) -> Option<String> {
    let part = context.input.pathways?;
    let list = followed(part);
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
    let said = Said { context, input, part, list: &list };
    let texts =
        vec![said.announced(), said.sure(), said.together(), said.plants(), context.words.say("ends-limits", &said.args())];
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

/// The sentences.
struct Said<'a> {
    context: &'a Context<'a>,
    input: PathwayInput<'a>,
    part: &'a PathwayPart,
    list: &'a [Followed<'a>],
}

impl Said<'_> {
    fn args(&self) -> Args {
        let args = self.input.args(&self.context.words).count("n", self.list.len());
        args.text("later-year", LATER.to_string()).text("lacking", self.part.lacking.to_string())
    }

    fn say(&self, id: &str, args: &Args) -> String {
        self.context.words.say(id, args)
    }

    fn names(&self) -> Names<'_> {
        Names::new(self.context.reference, Naming::In(self.context.lang()))
    }

    fn usd(&self, value: f64) -> String {
        numbers::usd(value, self.context.lang())
    }

    fn of(&self, package: usize) -> Vec<&Ensemble> {
        self.list.iter().map(|followed| followed.ensembles[package]).collect()
    }

    /// How far the announced measures carry, for which materials not, and what they cost whom.
    fn announced(&self) -> String {
        let one = self.list.len() == 1;
        let mut said = Vec::new();
        if let [only] = self.list {
            said.push(self.one(only));
        } else {
            let all = if self.list.len() == self.part.lacking { "all" } else { "some" };
            said.push(self.say("ends-followed", &self.args().text("which", all)));
            let args = self.args().text("announced", self.ended(ANNOUNCED)).count("without", self.ended_by(WITHOUT, LAST_YEAR));
            let same = if self.ended(ANNOUNCED) == self.ended(WITHOUT) { "same" } else { "other" };
            said.push(self.say("ends-reach", &args.text("than", same)));
            said.push(self.which());
            said.push(self.stays(ANNOUNCED, "ends-not-for"));
        }
        if let Some(cost) = self.treasury(ANNOUNCED).filter(|_| self.part.measures.run > 0) {
            let args = self.money(self.args(), &cost, ANNOUNCED);
            let args = payers(&self.input, &self.input.packages[ANNOUNCED], &self.names(), args);
            let args = args.text("one", if one { "one" } else { "many" });
            said.push(self.say("ends-cost", &args));
        }
        said.push(self.counted());
        said.retain(|sentence| !sentence.is_empty());
        said.join(" ")
    }

    /// What everything at once would add and cost.
    fn together(&self) -> String {
        let lang = self.context.lang();
        let mut instruments: Vec<String> = Vec::new();
        for policy in &self.input.packages[TOGETHER].policies {
            let word = self.context.words.get(&format!("instrument-{}", kind(&policy.terms).id.replace('_', "-")));
            if !instruments.contains(&word) {
                instruments.push(word);
            }
        }
        let one = if self.list.len() == 1 { "one" } else { "many" };
        let args = || self.args().text("list", numbers::list(&instruments, lang)).text("one", one);
        let mut said = vec![self.say("ends-together", &args().text("together", self.ended(TOGETHER)))];
        if self.list.len() > 1 {
            said.push(self.stays(TOGETHER, "ends-together-not-for"));
        }
        if let Some(cost) = self.treasury(TOGETHER) {
            said.push(self.say("ends-together-cost", &self.money(args(), &cost, TOGETHER)));
        }
        said.retain(|sentence| !sentence.is_empty());
        said.join(" ")
    }

    /// Which dependencies the announced measures end, when, and which of them would end without any.
    fn which(&self) -> String {
        let lang = self.context.lang();
        let ended = self.list.iter().filter_map(|followed| {
            let [without, announced, _] = followed.ends;
            let Independence::From(year) = announced.middle else { return None };
            let args = self.context.material_args(followed.material).text("year", year.to_string());
            let (also, then) = match without.middle {
                Independence::From(then) if then == year => ("same", then.to_string()),
                Independence::From(then) => ("later", then.to_string()),
                _ => ("no", String::new()),
            };
            Some(self.say("ends-this", &args.text("also", also).text("then", then)))
        });
        let ended: Vec<String> = ended.collect();
        if ended.is_empty() {
            return String::new();
        }
        self.say("ends-these", &Args::new().text("list", numbers::list(&ended, lang)))
    }

    /// Which measures are counted.
    fn counted(&self) -> String {
        let counted = self.part.measures;
        let args = self.args().count("run", counted.run).count("about", counted.about);
        self.say("ends-counted", &args.text("one", if self.list.len() == 1 { "one" } else { "many" }))
    }

    /// How sure all of this is, and the EU's benchmark.
    fn sure(&self) -> String {
        let said: Vec<String> = self.spread().into_iter().chain(self.benchmark()).collect();
        said.join(" ")
    }

    /// What treasuries pay for a package.
    fn treasury(&self, package: usize) -> Option<Outlay> {
        paid_by(&self.input, package, &self.of(package), Payer::Treasury)
    }

    /// Of one material the years with their ranges.
    fn one(&self, only: &Followed) -> String {
        let names = self.names();
        let mut args = self.context.material_args(only.material).text("last", LAST_YEAR.to_string());
        let places = [
            ("kind-without", "end-without", "range-without"),
            ("kind-announced", "end-announced", "range-announced"),
            ("kind-together", "end-together", "range-together"),
        ];
        for ((kind, end, spread), found) in places.into_iter().zip(only.ends) {
            let word = match found.middle {
                Independence::NotDependent => "none",
                Independence::From(_) => "year",
                Independence::Later => "later",
            };
            args = args.text(kind, word).text(end, tables::said(found.middle, &names)).text(spread, range(found, &names));
        }
        self.say("ends-one", &args)
    }

    /// `for 2 by 2035 and for one more by 2045`.
    fn ended(&self, package: usize) -> String {
        let (early, late) = (self.ended_by(package, LATER), self.ended_by(package, LAST_YEAR));
        let form = match (early, late) {
            (_, 0) => "none",
            (0, _) if late == self.list.len() => "all-late",
            (0, _) => "late",
            (early, _) if early == self.list.len() => "all-early",
            (early, late) if early == late => "early",
            (_, late) if late == self.list.len() => "all",
            _ => "both",
        };
        let args = self.args().count("early", early).count("late", late).count("more", late - early).text("form", form);
        self.say("ends-ended", &args)
    }

    /// How many dependencies end by a year, in the middle of the draws.
    fn ended_by(&self, package: usize, year: i32) -> usize {
        let ended = |followed: &&Followed| match followed.ends[package].middle {
            Independence::NotDependent => true,
            Independence::From(first) => first <= year,
            Independence::Later => false,
        };
        self.list.iter().filter(ended).count()
    }

    /// Names of the materials whose dependency does not end.
    fn stays(&self, package: usize, id: &str) -> String {
        let later = self.list.iter().filter(|followed| followed.ends[package].middle == Independence::Later);
        let names: Vec<String> = later.map(|followed| self.context.material_word(followed.material).to_owned()).collect();
        if names.is_empty() || names.len() == self.list.len() && package == TOGETHER {
            return String::new();
        }
        self.say(id, &self.args().text("list", numbers::list(&names, self.context.lang())))
    }

    /// What is paid out, comes back, remains, and is paid by buyers.
    fn money(&self, args: Args, cost: &Outlay, package: usize) -> Args {
        let buyers = paid_by(&self.input, package, &self.of(package), Payer::Buyers).map_or(0.0, |found| found.mean.net());
        let priced = self.list.iter().filter(|followed| followed.ensembles[package].priced).count();
        let net = cost.mean.net();
        args.text("net", self.usd(net.abs()))
            .text("sign", if net < 0.0 { "gain" } else { "cost" })
            .text("paid", self.usd(cost.mean.paid))
            .text("received", self.usd(cost.mean.received))
            .text("back", if cost.mean.received > 0.0 { "some" } else { "none" })
            .text("buyers", self.usd(buyers))
            .text("buy", if buyers > 0.0 { "some" } else { "none" })
            .count("priced", priced)
            .text("of", if priced < self.list.len() { "some" } else { "all" })
    }

    /// How many dependencies end, and what it costs, over four fifths of the draws.
    fn spread(&self) -> Option<String> {
        if self.list.len() < 2 {
            return None;
        }
        let span = |low: String, high: String| {
            if low == high { low } else { self.say("ends-span", &Args::new().text("low", low).text("high", high)) }
        };
        let number = |value: f64| numbers::count(value, self.context.lang());
        let ended =
            |package: usize| ended_by(&self.of(package), LAST_YEAR).map(|found| span(number(found.low), number(found.high)));
        let cost = |found: Option<Outlay>| found.map(|found| span(self.usd(found.net.low), self.usd(found.net.high)));
        let args = self.args().text("announced", ended(ANNOUNCED)?).text("together", ended(TOGETHER)?);
        let mut said = self.say("ends-sure", &args);
        if let (Some(announced), Some(together)) = (cost(self.treasury(ANNOUNCED)), cost(self.treasury(TOGETHER))) {
            said += " ";
            said += &self.say("ends-sure-cost", &Args::new().text("announced", announced).text("together", together));
        }
        Some(said)
    }

    /// For how many materials more than the benchmark comes from one country outside the EU; `None` where that is not followed.
    fn benchmark(&self) -> Option<String> {
        let above = |package: usize, year: i32| -> Option<usize> {
            let mut count = 0;
            for followed in self.list {
                let (_, stages) = followed.ensembles[package].origins.iter().find(|(told, _)| *told == year)?;
                // of several stages the one where most comes from one country
                let largest = stages.iter().flatten().map(|found| found.largest.middle).fold(0.0, f64::max);
                count += usize::from(largest > BENCHMARK);
            }
            Some(count)
        };
        let args = self
            .args()
            .count("today", above(WITHOUT, self.input.year + 1)?)
            .count("announced-then", above(ANNOUNCED, BENCHMARK_YEAR)?)
            .count("together-then", above(TOGETHER, BENCHMARK_YEAR)?)
            .count("announced-last", above(ANNOUNCED, LAST_YEAR)?)
            .count("together-last", above(TOGETHER, LAST_YEAR)?)
            .text("then", BENCHMARK_YEAR.to_string())
            .text("one", if self.list.len() == 1 { "one" } else { "many" });
        Some(self.say("ends-benchmark", &args))
    }

    /// That a dominance outlasts a dependency, which projects start because of the measures, and why it takes so long.
    fn plants(&self) -> String {
        let lang = self.context.lang();
        let dominated = |package: usize| {
            let shares = self.list.iter().filter_map(|followed| share_later(followed.ensembles[package]));
            shares.filter(|share| *share > HALF).count()
        };
        let mut said = vec![self.say("ends-claim", &self.args())];
        let [without, announced, together] = [WITHOUT, ANNOUNCED, TOGETHER].map(dominated);
        if without > 0 {
            let id = if self.list.len() == 1 { "ends-dominance-one" } else { "ends-dominance" };
            let same = if announced == without && together == without { "same" } else { "fewer" };
            let args = self.args().count("without", without).count("announced", announced).count("together", together);
            said.push(self.say(id, &args.text("still", same)));
        }
        // a plant that makes several materials is one project
        let mut started: Vec<(&str, f64)> = Vec::new();
        for followed in self.list {
            let projects = self.input.projects_of(followed.material);
            for fate in &followed.ensembles[ANNOUNCED].fates {
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
        said.push(match named.as_slice() {
            [] => self.say("ends-starts-nothing", &self.args()),
            [..] => {
                let more = started.len() - named.len();
                let points = numbers::percent_digits(BECAUSE, lang);
                // names of projects have commas in them
                self.say("ends-starts", &self.args().text("list", named.join("; ")).count("more", more).text("points", points))
            }
        });
        let years = |value: f64| numbers::fixed(value, 1, lang);
        let lead = self
            .args()
            .text("mine", years(self.part.mine.to_first_output()))
            .text("mine-full", years(self.part.mine.to_full_output()))
            .text("plant-full", years(self.part.plant.to_full_output()));
        said.push(self.say("ends-lead-times", &lead));
        said.join(" ")
    }
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
    fn says_how_far_at_what_cost_and_how_sure() {
        let world = world();
        let materials = ["gallium", "dysprosium", "cobalt", "tungsten", "copper"];
        let text = section(&world, &materials, Lang::En).expect("a section");
        for part in [
            "There are 6 materials of which the United States could not bear a stop from China today; this is about the 4",
            // dysprosium and tungsten in 2034, gallium in 2041; without, dysprosium in 2034 and tungsten in 2041
            "ends the dependency for 2 by 2035 and for one more by 2045; without these measures it would end for 2 by 2045.",
            "It is not enough for cobalt.",
            // a floor of 1 to 2 billion, of which half comes back, for each of three with a price
            "the 3 materials with a known price this costs the public $2.25 billion up to 2045, paid by the treasury of the United States ($4.5 billion paid out, $2.25 billion received back).",
            "Counted are 2 of 5 measures",
            "(price floor), for every plant outside China, would end the dependency for 3 by 2035 and for no other by 2045. Even they would not be enough for cobalt. They would cost the public $4.5 billion",
            // three draws: in two of them all but cobalt, in the last none
            "in four fifths of the 12 draws 0 to 3 of the 4 dependencies end by 2045 with the announced measures",
            "is $1.65 billion to $2.85 billion for the announced ones and $3.3 billion to $5.7 billion for all.",
            "for 4 of these 4 materials today; in 2030 for 4 with the announced measures and none with all together; in 2045 for none and none.",
            "of 4 of these materials without measures, of 4 with those announced and of none with all together",
            "At least 20 percentage points likelier to start because of the announced measures: New &#38; Better.",
            "a new mine takes 16.6 years on average from discovery to first output",
        ] {
            assert!(text.contains(part), "`{part}` in {text}");
        }
        let text = section(&world, &materials, Lang::De).expect("a section");
        for part in [
            "Bei 6 Rohstoffen könnten die USA einen Lieferstopp aus China heute nicht verkraften; hier geht es um die 4",
            "beendet die Abhängigkeit bei 2 bis 2035, bei einem weiteren bis 2045; ohne diese Maßnahmen endete sie bis 2045 bei 2.",
            "Nicht genug ist das für Kobalt.",
            "2,25 Mrd. US-Dollar bis 2045; es zahlt die Staatskasse der USA",
            "bei 4 dieser 4 Rohstoffe; 2030",
            "wahrscheinlicher werden durch die angekündigten Maßnahmen: New &#38; Better.",
            "im Mittel 16,6 Jahre",
        ] {
            assert!(text.contains(part), "`{part}` in {text}");
        }
    }

    #[test]
    fn one_material_has_its_years() {
        let world = world();
        let text = section(&world, &["gallium"], Lang::En).expect("a section");
        let said = "the United States could not bear a stop of gallium by 2045 (four fifths of the draws: 2036 to &#62; 2045); with what governments around the world have decided and announced, from 2041 on (2030 to &#62; 2045)";
        assert!(text.contains(said), "{text}");
        let text = section(&world, &["gallium"], Lang::De).expect("a section");
        assert!(text.contains("könnten die USA einen Lieferstopp bei Gallium bis 2045 nicht verkraften"), "{text}");
    }

    #[test]
    fn what_nobody_lacks_has_no_section() {
        let world = world();
        assert!(section(&world, &["cesium"], Lang::En).is_none());
        let result = world.ask("CHN", "CHN");
        assert!(render(&Context::new(&world.briefing(&result), Lang::De)).is_none());
    }
}
