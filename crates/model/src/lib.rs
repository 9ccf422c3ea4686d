//! From a baseline and a scenario to a trajectory.
//!
//! [`world::World`] turns a reconciled market into a network of responses that reproduces the base year; [`disruption`]
//! holds the shocks, each a change of responses; [`crisis`] takes one month after another. Nothing here reads a file, prints
//! or draws a random number.

pub mod crisis;
pub mod disruption;
pub mod world;
