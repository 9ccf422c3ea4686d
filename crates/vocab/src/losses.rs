//! How a shortage becomes a loss: parameters of what industries lose. Every one is an assumption or a cited figure with its
//! range; the elasticity of substitution is not among them, it is the market's short-run demand elasticity.

use crate::figures::figures;

figures!(
    /// The file `losses.toml`.
    LossParameters,
    /// One value for every parameter of a loss.
    LossValues,
    /// Part of the industries that make a product whose output needs the material.
    affected_part,
    /// Largest part of the output of what is affected that the material may cost.
    largest_cost_share,
    /// Months that industries can go on with inventories of the parts that hit industries no longer deliver.
    inventories,
    /// US dollars for a euro.
    dollars_per_euro,
);
