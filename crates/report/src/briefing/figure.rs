//! A chart inside the page: title line, key, panels, source line, the table behind it.

use askama::Template;

use crate::charts::svg::Figure;

#[derive(Template)]
#[template(path = "figure.html")]
struct FigureView<'a> {
    figure: &'a Figure,
    key: Vec<(String, String)>,
    wide: Option<String>,
    panels: Vec<String>,
    details: Option<(String, String)>,
}

/// The figure as markup. `details` are a summary line and the table behind the figure.
pub fn render(figure: &Figure, details: Option<(String, String)>) -> String {
    let class = if figure.wide.is_some() { "only-n" } else { "" };
    let id = |place: usize| format!("{}-{place}", figure.id);
    super::render(&FigureView {
        figure,
        key: figure.key.iter().map(|(mark, label)| (mark.embed(), label.clone())).collect(),
        wide: figure.wide.as_ref().map(|wide| wide.embed(&format!("{}-wide", figure.id), "only-w")),
        panels: figure.panels.iter().enumerate().map(|(place, panel)| panel.embed(&id(place), class)).collect(),
        details,
    })
}
