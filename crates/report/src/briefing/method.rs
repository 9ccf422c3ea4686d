//! Method and sources.

use adit_vocab::source::Source;
use askama::Template;

use crate::context::Context;
use crate::locale::Args;

#[derive(Template)]
#[template(path = "method.html")]
struct MethodView<'a> {
    title: String,
    texts: Vec<String>,
    sources_title: String,
    sources: &'a [&'a Source],
}

/// The section.
pub fn render(context: &Context) -> String {
    let [a, b, c, d, none] = context.findings.grades.map(|n| n.to_string());
    let grades = Args::new().text("a", a).text("b", b).text("c", c).text("d", d).text("none", none);
    let mut texts = vec![context.say("method-balance"), context.words.say("method-grades", &grades)];
    if !context.findings.own {
        texts.push(context.say("method-path"));
    }
    texts.push(context.say("method-reliance"));
    texts.push(context.say("method-not-covered"));
    super::render(&MethodView {
        title: context.say("method-title"),
        texts,
        sources_title: context.say("sources-title"),
        sources: &context.sources,
    })
}
