//! A number before reconciliation: value, spread, and where it comes from.

/// One prior.
#[derive(Clone, Debug, PartialEq)]
pub struct Prior {
    /// Tonnes.
    pub value: f64,
    /// One standard deviation, tonnes.
    pub spread: f64,
    /// Source id with a word on how.
    pub basis: String,
}

impl Prior {
    /// A prior with a relative spread that never falls below `floor`.
    pub fn relative(value: f64, relative: f64, floor: f64, basis: impl Into<String>) -> Self {
        Prior { value, spread: (relative * value.abs()).max(floor), basis: basis.into() }
    }
}
