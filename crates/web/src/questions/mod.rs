//! The questions, one a file. What is not in the list does not exist; what is in it has an address in the API and stands in its
//! description.

pub mod alliance;
pub mod backtest;
pub mod brief;
pub mod compare;
pub mod explain;
pub mod exposure;
pub mod indicators;
pub mod material;
pub mod materials;
pub mod measures;
pub mod overview;
pub mod projects;
pub mod screen;
pub mod simulate;
pub mod stockpile;
pub mod whatif;

use crate::answer::Question;

/// All of them.
pub static ALL: [&Question; 16] = [
    &alliance::QUESTION,
    &backtest::QUESTION,
    &brief::QUESTION,
    &compare::QUESTION,
    &explain::QUESTION,
    &exposure::QUESTION,
    &indicators::QUESTION,
    &material::QUESTION,
    &materials::QUESTION,
    &measures::QUESTION,
    &overview::QUESTION,
    &projects::QUESTION,
    &screen::QUESTION,
    &simulate::QUESTION,
    &stockpile::QUESTION,
    &whatif::QUESTION,
];

/// The question of a name.
pub fn find(id: &str) -> Option<&'static Question> {
    ALL.into_iter().find(|question| question.id == id)
}
