//! Questions, one file each: plain functions from the baseline to an answer. No output is formatted here.

pub mod alliance;
pub mod backcast;
pub mod backtest;
pub mod chain;
pub mod draws;
pub mod drivers;
pub mod exposure;
pub mod indicators;
pub mod likelihood;
pub mod losses;
pub mod pathway;
pub mod purchases;
pub mod screen;
pub mod settlement;
pub mod stockpile;
pub mod stop;
pub mod trace;
pub mod what_if;
pub mod world;
