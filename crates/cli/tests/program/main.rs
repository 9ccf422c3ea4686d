//! The real program, run as a person would run it.

mod bad_input;
mod importing;
mod losses;
mod outputs;
mod pathway;
mod purchases;
mod serve;
mod stockpile;
mod support;
mod whatif;
mod years;
