//! Numbers only: solves what the other crates pose. Knows no country and no material.

pub mod least_squares;
pub mod market;
