//! The run record at the end of the page: question, data, program, changed assumptions.

use askama::Template;

use crate::context::Context;
use crate::locale::Args;

#[derive(Template)]
#[template(path = "record.html")]
struct RecordView<'a> {
    title: String,
    rows: Vec<(String, String, bool)>,
    assumptions: String,
    changed: &'a [String],
    unchanged: String,
    set_word: String,
    files: String,
}

/// The footer.
pub fn render(context: &Context) -> String {
    let input = context.input;
    let edition = context.words.say("record-digest", &Args::new().text("edition", input.data_edition));
    let word = |id: &str| context.words.get(id);
    super::render(&RecordView {
        title: word("record-title"),
        rows: vec![
            (word("record-question"), input.question.to_owned(), true),
            (word("record-again"), "adit rerun run.json".to_owned(), true),
            (word("record-edition"), format!("{edition} {}", input.digest), false),
            (word("record-program"), format!("Adit {}", input.version), false),
        ],
        assumptions: word("record-assumptions"),
        changed: input.changed,
        unchanged: word("record-unchanged"),
        set_word: word("record-changed"),
        files: word("record-files"),
    })
}
