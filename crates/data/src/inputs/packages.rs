//! `scenarios/*.toml`: packages of measures, inside the program or a file of the user's own.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use adit_vocab::policy::PackageText;
use adit_vocab::problem::Problem;

use super::figures_file::parse_toml;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../scenarios"]
struct Embedded;

/// The package in which nothing is done: every other is measured against it, so it comes first.
pub const BASELINE: &str = "baseline";
const ENDING: &str = ".toml";

/// A package inside the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Shipped {
    /// File name without ending: the word used on the command line.
    pub id: String,
    /// Its name in messages.
    pub file: String,
    /// What stands in it.
    pub bytes: Cow<'static, [u8]>,
}

/// The packages inside the program: [`BASELINE`] first, then by id.
pub fn shipped_packages() -> Vec<Shipped> {
    let mut all: Vec<Shipped> = Embedded::iter()
        .filter_map(|name| {
            let id = name.strip_suffix(ENDING)?.to_owned();
            Some(Shipped { id, file: format!("scenarios/{name}"), bytes: Embedded::get(&name)?.data })
        })
        .collect();
    all.sort_by(|a, b| (a.id != BASELINE, &a.id).cmp(&(b.id != BASELINE, &b.id)));
    all
}

/// The text of a package as a type, nothing in it checked but its shape; `file` is its name in messages. Lines with a key that
/// no package has are reported and left out, so that whatever else is wrong can be told with them. `None` if the rest cannot be
/// read.
pub fn package_text(file: &str, bytes: &[u8]) -> (Option<PackageText>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut bytes = Cow::Borrowed(bytes);
    loop {
        match parse_toml(file, &bytes, "package") {
            Ok(text) => return (Some(text), problems),
            Err(problem) => {
                let rest = unknown_key(&bytes);
                problems.push(problem);
                let Some(rest) = rest else { return (None, problems) };
                bytes = Cow::Owned(rest);
            }
        }
    }
}

/// The same file without the line of the first key that no package has; `None` if that is not what is wrong with it, or if the
/// key does not have its line to itself.
fn unknown_key(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let error = toml::from_str::<PackageText>(text).err()?;
    let start = error.span().filter(|_| error.message().starts_with("unknown field"))?.start;
    let begin = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text.get(start..)?.find('\n').map_or(text.len(), |at| start + at);
    if !text.get(begin..start)?.trim().is_empty() {
        return None;
    }
    // an empty line in its place: the lines below keep their numbers
    let rest = format!("{}{}", &text[..begin], &text[end..]);
    // a value of several lines leaves a torso
    toml::from_str::<toml::Table>(&rest).ok()?;
    Some(rest.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_baseline_is_first_and_every_file_has_the_shape() {
        let all = shipped_packages();
        assert_eq!(all[0].id, BASELINE);
        assert!(all[1..].is_sorted_by(|a, b| a.id < b.id) && all.len() > 1);
        for package in &all {
            let (text, problems) = package_text(&package.file, &package.bytes);
            assert!(text.is_some() && problems.is_empty(), "{problems:?}");
        }
    }

    #[test]
    fn unknown_keys_are_named_with_their_lines_and_left_out() {
        let name = "name = { en = \"a\", de = \"b\" }\n";
        let lines = format!("{name}[[measure]]\ninstrument = \"floor\"\nfrom = 2026\npric = 2\nyears = 10\nreturn = 0.3\n");
        let (text, problems) = package_text("f.toml", lines.as_bytes());
        let shown: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(shown.len(), 2, "{shown:?}");
        assert!(shown[0].starts_with("f.toml: line 5: unknown field `pric`"), "{shown:?}");
        assert!(shown[1].starts_with("f.toml: line 7: unknown field `return`"), "{shown:?}");
        assert!(shown[1].ends_with("expected the keys of schemas/package.json"), "{shown:?}");
        assert_eq!(text.expect("the rest is good").measure[0].years, Some(10.0));
        for (rest, line) in
            [("supplier = { does = \"flood\", form = 2 }\n", 2), ("foo = [\n1,\n]\n", 2), ("[[measure]]\nfrom = \n", 3)]
        {
            let (text, problems) = package_text("f.toml", format!("{name}{rest}").as_bytes());
            assert!(text.is_none() && problems.len() == 1, "{rest}: {problems:?}");
            assert!(problems[0].to_string().starts_with(&format!("f.toml: line {line}: ")), "{problems:?}");
        }
    }
}
