//! One file an input: its columns, how a row becomes a type, and what makes a row wrong.

pub mod baseline;
pub mod blocs;
pub mod composition;
pub mod consumption;
pub mod countries;
pub mod csv_table;
pub mod economy;
pub mod encoding;
pub mod events;
pub mod figures_file;
pub mod geometry;
pub mod governance;
pub mod lists;
pub mod materials;
pub mod ore_mix;
pub mod parameters;
pub mod prices;
pub mod production;
pub mod purchases;
pub mod sectors;
pub mod settings;
pub mod shares;
pub mod sources;
pub mod trade;
pub mod trade_parameters;
pub mod world;
