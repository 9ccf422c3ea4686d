//! The citation of a run: which program answered which question from which data, and whose figures they are.
//!
//! In the Citation File Format 1.2.0, which reference managers read. It holds no date, so that the same run has the same bytes.

use adit_report::File;
use adit_vocab::source::{Ship, Source};

use crate::session::{Problems, Session, VERSION};

/// Name of the citation in an output directory.
pub const NAME: &str = "CITATION.cff";

impl Session {
    /// The citation of a run as a file of its output directory. `question` is the command line that repeats it.
    pub fn citation(&self, question: &str) -> Result<File, Problems> {
        let (edition, digest) = (self.data_edition()?, &self.baseline()?.digest);
        let text = citation(question, &edition, digest, &self.reference().sources);
        Ok(File { path: NAME.into(), bytes: text.into_bytes() })
    }
}

fn citation(question: &str, edition: &str, digest: &str, sources: &[Source]) -> String {
    let line = |key: &str, value: &str| format!("{key}: {}\n", quoted(value));
    let mut text = String::from("cff-version: 1.2.0\n");
    text += &line("message", "Please cite the program with the data edition and the baseline digest, and the sources you use.");
    text += "type: software\n";
    text += &line("title", &format!("Adit: answer to `{question}`"));
    text += "authors:\n  - name: \"The Adit developers\"\n";
    text += &line("version", VERSION);
    text += &line("abstract", &format!("Data edition {edition}, baseline {digest}. Every figure names its source."));
    text += "references:\n";
    for source in sources {
        let terms = match source.ship {
            Ship::Yes | Ship::Attribute => "",
            Ship::Cite => "; only single facts are cited",
        };
        text += "  - type: data\n";
        text += &line("    title", &source.title);
        text += &format!("    authors:\n      - name: {}\n", quoted(&source.publisher));
        if !source.edition.is_empty() {
            text += &line("    edition", &source.edition);
        }
        if let Some(year) = source.year {
            text += &format!("    year: {year}\n");
        }
        if source.url_or_doi.starts_with("http") {
            text += &line("    url", &source.url_or_doi);
        }
        text += &line("    notes", &format!("{}; licence: {}{terms}", source.id, source.licence));
    }
    text
}

/// A text in double quotes: a string of JSON is one of YAML as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_run_and_every_source_with_its_licence() {
        let source = Source {
            id: "a_2026".into(),
            title: "A \"quoted\": title".into(),
            publisher: "Survey".into(),
            edition: "2026".into(),
            year: Some(2026),
            url_or_doi: "https://doi.org/10.1/x".into(),
            licence: "CC0".into(),
            ship: Ship::Cite,
            note_en: String::new(),
        };
        let text = citation("adit brief --for USA", "2026-abc", "123", &[source]);
        for part in [
            "title: \"Adit: answer to `adit brief --for USA`\"\n",
            "abstract: \"Data edition 2026-abc, baseline 123. Every figure names its source.\"\n",
            "references:\n  - type: data\n    title: \"A \\\"quoted\\\": title\"\n    authors:\n      - name: \"Survey\"\n",
            "    year: 2026\n    url: \"https://doi.org/10.1/x\"\n    notes: \"a_2026; licence: CC0; only single facts are cited\"\n",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
