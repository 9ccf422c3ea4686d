//! The pages, one a file.

pub mod alliance;
pub mod api;
pub mod briefing;
pub mod explain;
pub mod material;
pub mod method;
pub mod overview;
pub mod pathways;
pub mod purchases;
pub mod stockpile;
pub mod whatif;

use std::sync::Arc;

use adit_api::Session;
use adit_api::lang::Lang;
use axum::response::Response;

use crate::answer::{Answer, Question};
use crate::frame::{Choice, Page};
use crate::state::App;

/// A page with the answer to a question in it. `content` gives its title and what stands below the controls.
pub async fn show(
    app: &Arc<App>,
    page: &Page<'_>,
    question: &'static Question,
    controls: String,
    content: impl FnOnce(&Answer) -> (String, String),
) -> Response {
    let asked = page.asked.only(question.parameters);
    match app.answer(question, &asked).await {
        Ok(answer) => {
            let (title, content) = content(&answer);
            page.html(&app.session, &title, controls, content)
        }
        Err(refusal) => page.refused(&app.session, &refusal, controls),
    }
}

/// The listed materials by name, for a choice.
pub fn materials(session: &Session, chosen: &str, lang: Lang) -> Vec<Choice> {
    let materials = &session.reference().materials;
    let chosen = session.material(chosen, "material").ok();
    let mut list: Vec<Choice> = materials
        .listed()
        .map(|(id, material)| Choice {
            value: material.id.clone(),
            label: adit_api::page::capitalised(material.display(lang)),
            chosen: Some(id) == chosen,
        })
        .collect();
    list.sort_by_cached_key(|choice| crate::frame::sorted_as(&choice.label));
    list
}
