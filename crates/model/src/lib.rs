//! From a baseline and a scenario to a trajectory.
//!
//! [`world::World`] turns a reconciled market into a network of responses that reproduces the base year; [`disruption`]
//! holds the shocks, each a change of responses; [`crisis`] takes one month after another; [`accounts`] says in money who gains
//! and who loses, [`losses`] what industries lose that lack the material, [`economy`] how that spreads. Nothing here reads a
//! file, prints or draws a random number.

pub mod accounts;
pub mod crisis;
pub mod disruption;
pub mod economy;
pub mod losses;
pub mod policy;
mod state;
pub mod world;
pub mod years;
