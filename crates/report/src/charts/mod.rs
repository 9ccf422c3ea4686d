//! Charts, one a file. Each gives a [`svg::Figure`] that the briefing embeds and that is written as a file of its own.

pub mod backcast;
pub mod chain;
mod chain_drawing;
pub mod dependency;
pub mod ends;
pub mod hit;
pub mod leaders;
pub mod map;
pub mod missing;
pub mod months;
pub mod passes;
pub mod ranked;
pub mod stockpile;
pub mod svg;
