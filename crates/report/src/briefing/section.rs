//! A section: head, text, and what stands below it.

use askama::Template;

/// A section with an id that is unique in the page.
#[derive(Template)]
#[template(path = "section.html")]
pub struct Section {
    /// Id of the heading.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// Paragraphs.
    pub texts: Vec<String>,
    /// Figures and tables as markup.
    pub parts: Vec<String>,
}

impl Section {
    /// The section as markup.
    pub fn render(&self) -> String {
        super::render(self)
    }
}
