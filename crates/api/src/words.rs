//! Words of the tables that this crate puts together itself.

use adit_report::naming::Naming;
use adit_vocab::lang::Lang;
use adit_vocab::table::Column;

/// One of two texts; English where ids are asked for.
pub(crate) fn say(naming: Naming, en: &str, de: &str) -> String {
    match naming {
        Naming::In(Lang::De) => de.to_owned(),
        Naming::In(Lang::En) | Naming::Ids => en.to_owned(),
    }
}

/// A column whose heading is its id where ids are asked for.
pub(crate) fn column(naming: Naming, id: &'static str, en: &str, de: &str) -> Column {
    let heading = if naming == Naming::Ids { id.to_owned() } else { say(naming, en, de) };
    Column { id, heading }
}

/// Columns from id, English and German heading.
pub(crate) fn columns(naming: Naming, texts: &[(&'static str, &str, &str)]) -> Vec<Column> {
    texts.iter().map(|&(id, en, de)| column(naming, id, en, de)).collect()
}
