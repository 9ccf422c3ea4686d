//! The frame of every page: pages, question, footer, and the headers that keep it safe.

use std::sync::Arc;

use adit_api::lang::Lang;
use adit_api::page::{HATCH, Words};
use adit_api::{Session, VERSION};
use askama::Template;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::asked::{Asked, LANG, Parameter};
use crate::markup::render;
use crate::refusal::Refusal;
use crate::state::App;

/// Suppliers that are offered first: the largest producers of most materials.
const SUPPLIERS: [&str; 8] = ["CHN", "RUS", "COD", "IDN", "ZAF", "CHL", "AUS", "USA"];

/// Pages, by the id of their words and their address.
pub const PAGES: [(&str, &str); 8] = [
    ("page-overview", "/"),
    ("page-material", "/material"),
    ("page-whatif", "/whatif"),
    ("page-stockpile", "/stockpile"),
    ("page-pathways", "/pathways"),
    ("page-alliance", "/alliance"),
    ("page-method", "/method"),
    ("page-briefing", "/briefing"),
];

/// Parameters that a link from one page to another keeps.
const KEPT: [&str; 4] = ["for", "against", "material", "lang"];

/// A page that is being made.
pub struct Page<'a> {
    /// Its address.
    pub path: &'static str,
    /// What was asked of it.
    pub asked: &'a Asked,
    /// Words of the language.
    pub words: &'a Words,
    /// True if it is about a feared supplier.
    pub against: bool,
    /// Parameters that its own controls show; the others stay in the question unseen.
    pub shown: &'static [&'static str],
}

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What stands in the address.
    pub value: String,
    /// What people read.
    pub label: String,
    /// True if it is chosen.
    pub chosen: bool,
}

/// Choices under a heading.
pub struct Group {
    /// The heading.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "frame.html")]
struct Frame<'a> {
    lang: &'static str,
    title: String,
    description: String,
    hatch: &'static str,
    words: &'a Words,
    pages: Vec<(String, String, bool)>,
    path: &'static str,
    askers: Vec<Group>,
    suppliers: Vec<Group>,
    against: bool,
    languages: Vec<Choice>,
    controls: String,
    hidden: Vec<(&'static str, String)>,
    content: String,
    kept: String,
    edition: String,
    version: &'static str,
    year: i32,
}

impl Page<'_> {
    /// The whole page: controls beside the question, content below, which begins with its heading.
    pub fn html(&self, session: &Session, title: &str, controls: String, content: String) -> Response {
        let words = self.words;
        let lang = words.lang();
        let kept = self.kept();
        let pages = PAGES.map(|(id, path)| {
            let link = if kept.is_empty() { path.to_owned() } else { format!("{path}?{kept}") };
            (words.get(id), link, path == self.path)
        });
        let frame = Frame {
            lang: lang.tag(),
            title: format!("{title} · Adit"),
            description: words.get("page-description"),
            hatch: HATCH,
            words,
            pages: pages.to_vec(),
            path: self.path,
            askers: askers(session, self.asked.get("for"), words),
            suppliers: suppliers(session, self.asked.get("against"), words),
            against: self.against,
            languages: Lang::ALL
                .map(|known| Choice {
                    value: known.tag().to_owned(),
                    label: if known == Lang::De { "Deutsch" } else { "English" }.to_owned(),
                    chosen: known == lang,
                })
                .to_vec(),
            controls,
            hidden: self.hidden(),
            content,
            kept,
            edition: session.data_edition().unwrap_or_default(),
            version: VERSION,
            year: session.baseline().map_or(0, |baseline| baseline.year),
        };
        Html(render(&frame)).into_response()
    }

    /// The same page with reasons in place of an answer.
    pub fn refused(&self, session: &Session, refusal: &Refusal, controls: String) -> Response {
        let view = Refused { title: self.words.get("page-refused"), lines: refusal.lines(self.words.lang()) };
        let mut response = self.html(session, &self.words.get("page-refused"), controls, render(&view));
        *response.status_mut() = refusal.status;
        response
    }

    /// What was asked beside what the controls show.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        let seen = |id: &str| id == "for" || id == LANG.id || (id == "against" && self.against) || self.shown.contains(&id);
        self.asked.values().iter().filter(|(id, _)| !seen(id)).cloned().collect()
    }

    /// What a link to another page keeps of the question.
    pub fn kept(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for id in KEPT {
            if let Some(value) = self.asked.given(id) {
                text.append_pair(id, value);
            }
        }
        text.finish()
    }

    /// A link to another page that keeps the question and adds to it.
    pub fn link(&self, path: &str, more: &[(&str, &str)]) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        for id in KEPT {
            if let (Some(value), true) = (self.asked.given(id), more.iter().all(|(known, _)| *known != id)) {
                text.append_pair(id, value);
            }
        }
        for (id, value) in more {
            text.append_pair(id, value);
        }
        format!("{path}?{}", text.finish())
    }
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused {
    title: String,
    lines: Vec<String>,
}

/// What was asked of a page, in the language of the reader unless the address says another; or the page that says what is wrong.
pub fn read(
    app: &Arc<App>,
    headers: &HeaderMap,
    query: &str,
    path: &'static str,
    parameters: &'static [Parameter],
) -> Result<Asked, Box<Response>> {
    let lang = spoken(headers, query);
    let found = Asked::read(query, parameters, &[]);
    match found {
        Ok(asked) => Ok(asked.with(LANG.id, lang.tag())),
        Err(problems) => {
            let words = Words::new(lang);
            let asked = Asked::nothing(parameters);
            let asked = asked.with(LANG.id, lang.tag());
            let page = Page { path, asked: &asked, words: &words, against: true, shown: &[] };
            Err(Box::new(page.refused(&app.session, &Refusal::wrong(problems), String::new())))
        }
    }
}

/// The language in the address, else the first of the reader's that there is.
pub fn spoken(headers: &HeaderMap, query: &str) -> Lang {
    let given = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == LANG.id).map(|(_, value)| value.into_owned());
    let wanted = given.or_else(|| headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().map(str::to_owned)).unwrap_or_default();
    if wanted.trim_start().to_ascii_lowercase().starts_with(Lang::De.tag()) { Lang::De } else { Lang::En }
}

/// Who can ask: blocs, then countries by name.
fn askers(session: &Session, chosen: &str, words: &Words) -> Vec<Group> {
    let lang = words.lang();
    let chosen = session.party(chosen, "for").map(|party| party.id).unwrap_or_default();
    let reference = session.reference();
    let blocs = reference.blocs.iter().map(|bloc| Choice {
        value: bloc.id.clone(),
        label: format!("{} ({})", bloc.name.get(lang), bloc.members.len()),
        chosen: bloc.id == chosen,
    });
    vec![
        Group { label: words.get("ask-blocs"), choices: blocs.collect() },
        Group { label: words.get("ask-countries"), choices: countries(session, &chosen, lang) },
    ]
}

/// Who can be feared: those that lead most often, then all.
fn suppliers(session: &Session, chosen: &str, words: &Words) -> Vec<Group> {
    let lang = words.lang();
    let countries_of = &session.reference().countries;
    let chosen = session.country(chosen, "against").map(|id| countries_of.get(id).iso3.clone()).unwrap_or_default();
    let all = countries(session, &chosen, lang);
    let first: Vec<Choice> = SUPPLIERS.iter().filter_map(|iso3| all.iter().find(|known| known.value == *iso3).cloned()).collect();
    let rest = all.into_iter().filter(|known| !SUPPLIERS.contains(&known.value.as_str())).collect();
    vec![Group { label: words.get("ask-largest"), choices: first }, Group { label: words.get("ask-countries"), choices: rest }]
}

fn countries(session: &Session, chosen: &str, lang: Lang) -> Vec<Choice> {
    let mut list: Vec<Choice> = session
        .reference()
        .countries
        .iter()
        .map(|(_, country)| Choice {
            value: country.iso3.clone(),
            label: country.name(lang).to_owned(),
            chosen: country.iso3 == chosen,
        })
        .collect();
    list.sort_by_cached_key(|choice| sorted_as(&choice.label));
    list
}

/// Letters with marks stand where those without them do.
pub fn sorted_as(name: &str) -> String {
    let plain = |c: char| match c {
        'Ä' | 'Å' | 'Á' => 'A',
        'ä' | 'å' | 'á' | 'ã' => 'a',
        'Ö' | 'Ó' => 'O',
        'ö' | 'ô' | 'ó' => 'o',
        'Ü' => 'U',
        'ü' | 'ú' => 'u',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ç' => 'c',
        c => c,
    };
    name.chars().map(plain).collect()
}

/// A page for a status that no page gave.
pub fn absent(app: &Arc<App>, headers: &HeaderMap, query: &str, found: &str) -> Response {
    let words = Words::new(spoken(headers, query));
    let asked = Asked::nothing(&[LANG]);
    let asked = asked.with(LANG.id, words.lang().tag());
    let page = Page { path: "", asked: &asked, words: &words, against: true, shown: &[] };
    let pages: Vec<&str> = PAGES.iter().map(|(_, path)| *path).collect();
    let mut response = page.refused(&app.session, &Refusal::absent("path", found, &pages.join(", ")), String::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
