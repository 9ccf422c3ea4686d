//! The words everyone in Adit shares: units, names, places, materials, observations, the baseline, tables.
//!
//! This crate reads no file and knows no method. Everything here is plain data; the types say what can exist
//! (an absent number is `None` with a reason elsewhere, never zero).

pub mod backcast;
pub mod baseline;
pub mod country;
pub mod event;
pub mod figure;
mod figures;
pub mod geometry;
pub mod industry;
pub mod lang;
pub mod likelihood;
pub mod list;
pub mod lookup;
pub mod losses;
pub mod material;
pub mod measure;
pub mod observation;
pub mod observed;
pub mod parameters;
pub mod pathway;
pub mod policy;
pub mod price_path;
pub mod problem;
pub mod production;
pub mod project;
pub mod purchase;
pub mod reference;
pub mod scenario;
pub mod source;
pub mod sourcing;
pub mod stage;
pub mod stockpile;
pub mod table;
pub mod trajectory;
pub mod undefined;
pub mod units;
pub mod years;
