//! Charts, one a file. Each gives a [`svg::Figure`] that the briefing embeds and that is written as a file of its own.

pub mod backcast;
pub mod chain;
mod chain_drawing;
pub mod curve;
pub mod dependency;
pub mod ends;
mod flow_shape;
pub mod flows;
pub mod history;
pub mod hit;
pub mod leaders;
pub mod map;
pub mod missing;
pub mod months;
pub mod passes;
pub mod ranked;
pub mod stockpile;
pub mod svg;
pub mod worths;
mod year_frame;
pub mod years;
