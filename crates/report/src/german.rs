//! Problems in German: the fixed phrases of the messages, put into the other language one by one.

use adit_vocab::lang::Lang;
use adit_vocab::problem::Problem;

use crate::phrases::PHRASES;

/// One line for a problem.
pub fn line(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::En => problem.to_string(),
        Lang::De => {
            // A path is not translated; only the names of things that are no files are.
            let file = PHRASES.iter().find(|(en, _)| *en == problem.file).map_or(problem.file.as_str(), |(_, de)| de);
            let [place, found, expected] = [&problem.place, &problem.found, &problem.expected].map(|text| german(text));
            format!("{file}: {place}: {found}; erwartet: {expected}")
        }
    }
}

/// Replaces every known phrase outside of back quotes, longest first; what a user typed or a file holds stays as it is.
fn german(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let translated: Vec<String> =
        parts.iter().enumerate().map(|(i, part)| if i % 2 == 1 { (*part).to_owned() } else { phrases(part) }).collect();
    translated.join("`")
}

fn phrases(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        // `gallium.world.refined` and `world.csv` are names, not words.
        let starts_word = result.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '_');
        if starts_word {
            let ends = |en: &str, after: &str| {
                let named = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
                en.ends_with(' ') || !(named || after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            };
            let fits = PHRASES.iter().filter(|(en, _)| rest.strip_prefix(en).is_some_and(|after| ends(en, after)));
            if let Some((en, de)) = fits.max_by_key(|(en, _)| en.len()) {
                result.push_str(de);
                rest = &rest[en.len()..];
                continue;
            }
        }
        let next = rest.chars().next().map_or(rest.len(), char::len_utf8);
        result.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn german_line(file: &str, place: &str, found: &str, expected: &str) -> String {
        line(&Problem::new(file, place, found, expected), Lang::De)
    }

    #[test]
    fn messages_in_german() {
        assert_eq!(
            german_line("command line", "--for", "`Atlantis` is not known", "a country; nearest: Italy, Atalia"),
            "Befehlszeile: --for: `Atlantis` ist nicht bekannt; erwartet: ein Land; am nächsten: Italy, Atalia"
        );
        assert_eq!(
            german_line("use.csv", "line 3, tonnes", "`-5`", "a number of tonnes of 0 or more"),
            "use.csv: Zeile 3, tonnes: `-5`; erwartet: eine Zahl in Tonnen, 0 oder größer"
        );
    }

    #[test]
    fn what_a_file_holds_is_not_translated() {
        assert_eq!(german("unknown column `line`"), "unbekannte Spalte `line`");
        assert_eq!(german("pipeline file"), "pipeline Datei");
        assert_eq!(
            german("a key like gallium.world.refined in world.csv"),
            "ein Schlüssel wie gallium.world.refined in world.csv"
        );
    }
}
