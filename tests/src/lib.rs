//! Helpers shared by the whole-program tests.

use std::fs;
use std::path::Path;

/// Holds the computed block of a page against what was computed, see [`hold_block`].
///
/// # Panics
/// If the page has no such block, or another one.
pub fn hold(page: &str, computed: &str) {
    hold_block(page, "computed", computed);
}

/// Holds a block of a page, between two comments with its name, against what was computed; `UPDATE_GOLDEN=1` writes it. Pages are
/// named from `book/src/methods`.
///
/// # Panics
/// If the page has no such block, or another one.
pub fn hold_block(page: &str, block: &str, computed: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/src/methods").join(page);
    let text = fs::read_to_string(&path).expect("a page of the book");
    let (begin, end) = (format!("<!-- {block}: begin -->\n"), format!("<!-- {block}: end -->"));
    let (before, rest) = text.split_once(&begin).unwrap_or_else(|| panic!("{page} has no part `{block}`"));
    let (found, after) = rest.split_once(&end).expect("a computed part ends");
    let computed = format!("\n{computed}\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, format!("{before}{begin}{computed}{end}{after}")).expect("the repository can be written");
    } else {
        assert!(found == computed, "{page} is out of date; run `just bless`\n{computed}");
    }
}

/// Material, supply risk, economic importance: European Commission, Study on the Critical Raw Materials for the EU 2023.
pub const EU_2023: [(&str, f64, f64); 34] = [
    ("aluminum", 1.1, 5.5),
    ("antimony", 1.8, 5.4),
    ("arsenic", 1.9, 2.9),
    ("barite", 1.3, 3.5),
    ("beryllium", 1.8, 5.4),
    ("bismuth", 1.9, 5.7),
    ("boron", 3.6, 3.9),
    ("chromium", 0.7, 7.2),
    ("cobalt", 2.8, 6.8),
    ("copper", 0.1, 4.0),
    ("fluorspar", 1.1, 3.8),
    ("gallium", 3.9, 3.7),
    ("germanium", 1.8, 3.6),
    ("graphite", 1.8, 3.4),
    ("hafnium", 1.5, 4.3),
    ("indium", 0.6, 2.6),
    ("lead", 0.1, 4.2),
    ("lithium", 1.9, 3.9),
    ("magnesium", 4.1, 7.4),
    ("manganese", 1.2, 6.9),
    ("metallurgical_coal", 1.0, 3.1),
    ("nickel", 0.5, 5.7),
    ("niobium", 4.4, 6.5),
    ("phosphate", 1.0, 6.4),
    ("potash", 0.7, 6.2),
    ("rhenium", 0.5, 2.3),
    ("silicon", 1.3, 4.9),
    ("silver", 0.8, 4.6),
    ("tantalum", 1.3, 4.8),
    ("tellurium", 0.3, 3.8),
    ("tin", 0.9, 4.5),
    ("tungsten", 1.2, 8.7),
    ("vanadium", 2.3, 3.9),
    ("zinc", 0.2, 4.8),
];
