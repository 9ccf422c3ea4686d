//! An explanation as text for the terminal.

use adit_api::explain::Explanation;
use adit_api::explain::told::{Line, blocks};
use adit_api::lang::Lang;

/// Rows of a list shown on a terminal before the rest is counted.
const SHOWN: usize = 12;

/// Text wrapped to the width of the terminal.
pub fn text(found: &Explanation, lang: Lang, width: usize) -> String {
    let mut page = Page { text: String::new(), width };
    for block in blocks(found, lang) {
        let indent = if block.head.is_empty() { "" } else { "  " };
        if !block.head.is_empty() {
            page.text.push('\n');
            page.line(&block.head);
        }
        let shown = if block.list { SHOWN } else { block.lines.len() };
        for Line { text, key } in block.lines.iter().take(shown) {
            let key = if key.is_empty() { String::new() } else { format!("  ({key})") };
            page.line(&format!("{indent}{text}{key}"));
        }
        let rest = block.lines.len().saturating_sub(shown);
        if rest > 0 {
            let more = if lang == Lang::De { "weitere, siehe --format json" } else { "more, see --format json" };
            page.line(&format!("  ... {rest} {more}"));
        }
    }
    page.text
}

/// Text that grows by lines, each wrapped with its own indent.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        let indent = line.len() - line.trim_start().len();
        let mut used = 0;
        let mut first = true;
        for word in line.trim_start().split(' ') {
            let long = word.chars().count();
            if first {
                self.text.extend(std::iter::repeat_n(' ', indent));
                used = indent;
            } else if used + 1 + long > self.width.max(40) {
                self.text.push('\n');
                self.text.extend(std::iter::repeat_n(' ', indent + 4));
                used = indent + 4;
            } else {
                self.text.push(' ');
                used += 1;
            }
            self.text.push_str(word);
            used += long;
            first = false;
        }
        self.text.push('\n');
    }
}
