//! Finding what a person meant: exact names in any language first, else the nearest ones.

/// Folds a name for comparison: lower case, no accents, no punctuation.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' | 'ø' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'à' | 'á' | 'â' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' => folded.push('o'),
            'ù' | 'ú' | 'û' => folded.push('u'),
            c if c.is_alphanumeric() => folded.push(c),
            _ => {}
        }
    }
    folded
}

/// Names up to this length are codes and symbols, which say little in a list of what may have been meant.
const CODE: usize = 3;

/// How much nearer another name must be than the display name to stand in its place.
const CLEARLY: f64 = 0.05;

/// Outcome of looking a name up.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<T> {
    /// One thing has exactly this name.
    One(T),
    /// Nothing has it; these come nearest, best first, at most three: by the display name, or by another name that comes
    /// clearly nearer, so in the language of who typed.
    Nearest(Vec<String>),
}

/// Looks `wanted` up among `(name, thing, display name)`; ties are broken by the order given.
pub fn find<'a, T: Copy>(wanted: &str, names: impl Iterator<Item = (&'a str, T, &'a str)>) -> Found<T> {
    let wanted = fold(wanted);
    let mut near: Vec<(f64, &str, &str)> = Vec::new();
    for (name, thing, display) in names {
        if name.is_empty() {
            continue;
        }
        let folded = fold(name);
        if folded == wanted {
            return Found::One(thing);
        }
        let similarity = strsim::jaro_winkler(&folded, &wanted);
        let usual = strsim::jaro_winkler(&fold(display), &wanted);
        let shown = if folded.chars().count() > CODE && similarity - usual > CLEARLY { name } else { display };
        match near.iter_mut().find(|(_, known, _)| *known == display) {
            Some(best) if similarity > best.0 => *best = (similarity, display, shown),
            Some(_) => {}
            None => near.push((similarity, display, shown)),
        }
    }
    near.retain(|(similarity, ..)| *similarity > 0.0);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    Found::Nearest(near.into_iter().take(3).map(|(_, _, shown)| shown.to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(&str, u8, &str); 3] = [("Gallium", 1, "gallium"), ("Germanium", 2, "germanium"), ("Türkei", 3, "Türkei")];

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(find("TUERKEI", NAMES.into_iter()), Found::One(3));
        assert_eq!(find("gallium ", NAMES.into_iter()), Found::One(1));
    }

    #[test]
    fn the_nearest_speak_the_language_of_who_typed() {
        let names = [("DE", 1, "Germany"), ("Germany", 1, "Germany"), ("Deutschland", 1, "Germany"), ("Chile", 2, "Chile")];
        let nearest = |typed: &str| match find(typed, names.into_iter()) {
            Found::Nearest(names) => names[0].clone(),
            Found::One(_) => panic!("`{typed}` is no name"),
        };
        assert_eq!([nearest("Deutchland"), nearest("Germny"), nearest("D")], ["Deutschland", "Germany", "Germany"]);
        assert_eq!(find("", names.into_iter()), Found::Nearest(Vec::new()));
    }

    #[test]
    fn a_wrong_name_gets_the_nearest() {
        match find("galium", NAMES.into_iter()) {
            Found::Nearest(names) => assert_eq!(names[0], "gallium"),
            Found::One(_) => panic!("`galium` is no name"),
        }
    }
}
