//! Method and sources: the book, chapter by chapter, and the publications behind the figures.

use std::sync::Arc;

use adit_api::lang::Lang;
use adit_api::page::Words;
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, html::push_html};
use rust_embed::RustEmbed;

use crate::asked::{AGAINST, FOR, LANG, MATERIAL, Parameter};
use crate::frame::{Page, absent, read};
use crate::markup::render;
use crate::state::App;

const PARAMETERS: &[Parameter] = &[FOR, AGAINST, MATERIAL, LANG];

/// The first chapter.
const FIRST: &str = "introduction.md";
/// The table of contents.
const CONTENTS: &str = "SUMMARY.md";

/// The book as it is written.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../book/src"]
struct Book;

#[derive(Template)]
#[template(path = "method.html")]
struct View<'a> {
    contents: String,
    chapter: String,
    english: bool,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources<'a> {
    sources: &'a [adit_api::page::Source],
    words: &'a Words,
}

/// The first page: the introduction.
pub async fn first(state: State<Arc<App>>, headers: HeaderMap, query: RawQuery) -> Response {
    chapter(state, headers, Path(FIRST.to_owned()), query).await
}

/// A chapter, a picture of one, or the list of sources.
pub async fn chapter(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Path(path): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let asked = match read(&app, &headers, &query, "/method", PARAMETERS) {
        Ok(asked) => asked,
        Err(response) => return *response,
    };
    let words = Words::new(asked.lang());
    let page = Page { path: "/method", asked: &asked, words: &words, against: true, shown: &[] };
    if path == "sources" {
        let view = Sources { sources: &app.session.reference().sources, words: &words };
        return page.html(&app.session, &words.get("page-sources"), String::new(), render(&view));
    }
    let Some(file) = Book::get(&path) else { return absent(&app, &headers, &query, &format!("/method/{path}")) };
    if path.ends_with(".svg") {
        return ([(header::CONTENT_TYPE, "image/svg+xml")], file.data.into_owned()).into_response();
    }
    let kept = page.kept();
    let text = String::from_utf8_lossy(&file.data).into_owned();
    let contents = Book::get(CONTENTS).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
    // the heading of the contents is that of the fold they stand in
    let contents = contents.trim_start().strip_prefix("# Summary").unwrap_or(&contents).to_owned();
    let view = View {
        contents: markup(&contents, CONTENTS, &kept),
        chapter: markup(&text, &path, &kept),
        english: asked.lang() != Lang::En,
        words: &words,
    };
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("Adit").to_owned();
    page.html(&app.session, &title, String::new(), render(&view))
}

/// Markdown as markup. Links to other chapters keep the question.
fn markup(text: &str, path: &str, kept: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let link = |target: &str| {
        if target.contains("://") || target.starts_with('#') || target.starts_with("mailto:") {
            return target.to_owned();
        }
        let (target, place) = target.split_once('#').map_or((target, String::new()), |(file, place)| (file, format!("#{place}")));
        let and = if kept.is_empty() || !target.ends_with(".md") { String::new() } else { format!("?{kept}") };
        format!("/method/{}{and}{place}", beside(path, target))
    };
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if link_type != LinkType::Email => {
            Event::Start(Tag::Link { link_type, dest_url: CowStr::from(link(&dest_url)), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: CowStr::from(link(&dest_url)), title, id })
        }
        // what looks like markup in a chapter is text
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        event => event,
    });
    let mut out = String::new();
    push_html(&mut out, events);
    out.replace("<table>", "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>")
        .replace("</table>", "</table></div>")
}

/// A path that is written relative to the chapter it stands in.
fn beside(chapter: &str, target: &str) -> String {
    let mut parts: Vec<&str> = chapter.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_of_the_book_leads_to_a_chapter() {
        let mut missing = Vec::new();
        for path in Book::iter().filter(|path| path.ends_with(".md")) {
            let text = Book::get(&path).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
            for link in markup(&text, &path, "").split("\"/method/").skip(1) {
                let target = link.split(['"', '#']).next().unwrap_or_default();
                if Book::get(target).is_none() {
                    missing.push(format!("{path}: {target}"));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn every_question_has_its_chapter() {
        for question in crate::questions::ALL {
            assert!(Book::get(question.chapter).is_some(), "{}", question.chapter);
        }
    }

    #[test]
    fn links_keep_the_question_and_markup_in_text_is_harmless() {
        let text = "[a](../model/market.md#clearing) <script>x</script> ![b](c.svg)";
        let found = markup(text, "guide/what-if.md", "for=DEU");
        assert!(found.contains("href=\"/method/model/market.md?for=DEU#clearing\""), "{found}");
        assert!(found.contains("src=\"/method/guide/c.svg\"") && found.contains("&lt;script&gt;"), "{found}");
    }
}
