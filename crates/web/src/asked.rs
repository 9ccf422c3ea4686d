//! What stands in an address: read against the parameters a question knows, all mistakes at once, and written back as a link.

use adit_api::Problems;
use adit_api::lang::Lang;
use adit_api::problem::Problem;

/// Longest value that is looked at, bytes.
pub const LONGEST: usize = 2000;
/// What addresses are called in messages.
pub const ADDRESS: &str = "address";

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Any name: a country, bloc, material, key. Whether it is known is for the question to say.
    Name,
    /// Several names, separated by commas.
    Names,
    /// A number from one to another.
    Number(f64, f64),
    /// A whole number from one to another.
    Whole(i64, i64),
    /// One of some words.
    Choice(&'static [&'static str]),
}

/// A parameter of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name in the address.
    pub id: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Its value where the address has none; empty if it may be left out.
    pub default: &'static str,
    /// What it is, in a sentence.
    pub what: &'static str,
}

/// The language of names and sentences; every question has it.
pub const LANG: Parameter =
    Parameter { id: "lang", kind: Kind::Choice(&["en", "de"]), default: "en", what: "Language of names and sentences." };

/// Who asks.
pub const FOR: Parameter =
    Parameter { id: "for", kind: Kind::Name, default: "USA", what: "Who asks: a country, or a bloc such as EU, G7 or ALLIANCE." };

/// Who is feared.
pub const AGAINST: Parameter =
    Parameter { id: "against", kind: Kind::Name, default: "CHN", what: "The supplier that is feared: a country." };

/// One material that must be named.
pub const MATERIAL: Parameter = Parameter { id: "material", kind: Kind::Name, default: "gallium", what: "The material." };

/// Some materials.
pub const MATERIALS: Parameter = Parameter {
    id: "material",
    kind: Kind::Names,
    default: "",
    what: "Only these materials, separated by commas; all if absent.",
};

/// Values by parameter, checked as far as their kind goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    parameters: &'static [Parameter],
    values: Vec<(&'static str, String)>,
}

impl Asked {
    /// With everything at its default.
    pub fn nothing(parameters: &'static [Parameter]) -> Self {
        Self { parameters, values: Vec::new() }
    }

    /// Reads an address. Parameters in `also` belong to somebody else and are left alone.
    pub fn read(query: &str, parameters: &'static [Parameter], also: &[&str]) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut values: Vec<(&'static str, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let Some(parameter) = parameters.iter().find(|parameter| parameter.id == name) else {
                if !also.contains(&name.as_ref()) {
                    let known: Vec<&str> = parameters.iter().map(|parameter| parameter.id).collect();
                    problems.push(Problem::new(ADDRESS, shown(&name), "unknown parameter", known.join(", ")));
                }
                continue;
            };
            // an empty field of a form says nothing
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            if let Some(problem) = wrong(parameter, value) {
                problems.push(problem);
            } else if let Some((_, known)) = values.iter_mut().find(|(id, _)| *id == parameter.id) {
                if parameter.kind == Kind::Names {
                    known.push(',');
                    known.push_str(value);
                } else {
                    problems.push(Problem::new(ADDRESS, parameter.id, "stands twice", "once"));
                }
            } else {
                values.push((parameter.id, in_one_form(parameter.kind, value)));
            }
        }
        let place = |id: &str| parameters.iter().position(|parameter| parameter.id == id);
        values.sort_by_key(|(id, _)| place(id));
        if problems.is_empty() { Ok(Self { parameters, values }) } else { Err(problems) }
    }

    /// What stands in the address, else the default; empty if there is neither.
    pub fn get(&self, id: &str) -> &str {
        let default = || self.parameters.iter().find(|parameter| parameter.id == id).map_or("", |parameter| parameter.default);
        self.given(id).unwrap_or_else(default)
    }

    /// What stands in the address.
    pub fn given(&self, id: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == id).map(|(_, value)| value.as_str())
    }

    /// Names of a list.
    pub fn list(&self, id: &str) -> Vec<String> {
        self.get(id).split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// A number; `None` where there is none.
    pub fn number<T: std::str::FromStr>(&self, id: &str) -> Option<T> {
        self.get(id).parse().ok()
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        if self.get("lang") == Lang::De.tag() { Lang::De } else { Lang::En }
    }

    /// The same with a value set, or taken out if it is empty.
    #[must_use]
    pub fn with(&self, id: &'static str, value: &str) -> Self {
        let mut changed = self.clone();
        changed.values.retain(|(known, _)| *known != id);
        if !value.is_empty() {
            changed.values.push((id, value.to_owned()));
        }
        let place = |id: &str| self.parameters.iter().position(|parameter| parameter.id == id);
        changed.values.sort_by_key(|(id, _)| place(id));
        changed
    }

    /// The values of these parameters only, for a page or question that knows them.
    pub fn only(&self, parameters: &'static [Parameter]) -> Self {
        let known = |id: &str| parameters.iter().find(|parameter| parameter.id == id).map(|parameter| parameter.id);
        let values = self.values.iter().filter_map(|(id, value)| Some((known(id)?, value.clone()))).collect();
        Self { parameters, values }
    }

    /// The address again: parameters in their own order, without those that are at their default.
    pub fn query(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for (id, value) in &self.values {
            let default = self.parameters.iter().find(|parameter| parameter.id == *id).map_or("", |parameter| parameter.default);
            if value != default || *id == LANG.id {
                text.append_pair(id, value);
            }
        }
        text.finish()
    }

    /// All values with their names.
    pub fn values(&self) -> &[(&'static str, String)] {
        &self.values
    }
}

/// A number as it is usually written, so that what is the same is asked once; anything else as it stands.
fn in_one_form(kind: Kind, value: &str) -> String {
    match kind {
        Kind::Number(..) => value.parse::<f64>().map_or_else(|_| value.to_owned(), |number| number.to_string()),
        Kind::Whole(..) => value.parse::<i64>().map_or_else(|_| value.to_owned(), |number| number.to_string()),
        _ => value.to_owned(),
    }
}

/// What is wrong with a value of a kind.
fn wrong(parameter: &Parameter, value: &str) -> Option<Problem> {
    let problem = |expected: String| Some(Problem::new(ADDRESS, parameter.id, format!("`{}`", shown(value)), expected));
    if value.len() > LONGEST {
        return problem(format!("at most {LONGEST} letters"));
    }
    if value.chars().any(char::is_control) {
        return problem("text without control characters".to_owned());
    }
    match parameter.kind {
        Kind::Name | Kind::Names => None,
        Kind::Number(low, high) => match value.parse::<f64>() {
            Ok(number) if (low..=high).contains(&number) => None,
            _ => problem(format!("a number, {low}–{high}")),
        },
        Kind::Whole(low, high) => match value.parse::<i64>() {
            Ok(number) if (low..=high).contains(&number) => None,
            _ => problem(format!("a whole number, {low}–{high}")),
        },
        Kind::Choice(words) if words.contains(&value) => None,
        Kind::Choice(words) => problem(words.join(", ")),
    }
}

/// A value in a message, cut where it is long.
fn shown(value: &str) -> String {
    const SHOWN: usize = 60;
    if value.chars().count() <= SHOWN { value.to_owned() } else { value.chars().take(SHOWN).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMETERS: &[Parameter] = &[
        FOR,
        MATERIALS,
        Parameter { id: "months", kind: Kind::Whole(1, 36), default: "12", what: "Months." },
        Parameter { id: "share", kind: Kind::Number(0.0, 1.0), default: "", what: "A share." },
        LANG,
    ];

    #[test]
    fn an_address_is_read_and_written_back_in_one_form() {
        let asked = Asked::read("lang=de&months=12&material=gallium&for=Germany&material=copper,tin&share=", PARAMETERS, &[]);
        let asked = asked.expect("all right");
        assert_eq!((asked.get("for"), asked.number::<i64>("months"), asked.lang()), ("Germany", Some(12), Lang::De));
        assert_eq!(asked.list("material"), ["gallium", "copper", "tin"]);
        assert_eq!(asked.number::<f64>("share"), None);
        assert_eq!(asked.query(), "for=Germany&material=gallium%2Ccopper%2Ctin&lang=de");
        assert_eq!(Asked::read(&asked.query(), PARAMETERS, &[]).expect("its own form").query(), asked.query());
        assert_eq!(asked.with("months", "6").with("material", "").query(), "for=Germany&months=6&lang=de");
    }

    #[test]
    fn all_mistakes_are_told_together() {
        let long = "x".repeat(2500);
        let query = format!("for=A&for=B&months=1.5&share=nan&who=me&lang=fr&material={long}");
        let problems = Asked::read(&query, PARAMETERS, &[]).expect_err("six mistakes");
        let text: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(text.len(), 6, "{text:?}");
        assert!(text[0].contains("for: stands twice"), "{text:?}");
        assert!(text[1].contains("`1.5`; expected a whole number, 1–36"), "{text:?}");
        assert!(text[3].contains("who: unknown parameter; expected for, material, months, share, lang"), "{text:?}");
        assert!(text[5].len() < 200, "{text:?}");
    }
}
