//! What is wrong with an input: file, place, value and what would be right.

use std::fmt;

/// One mistake in an input. Inputs are read to the end, so that all problems are reported at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File as the user named it, or the part of the command line.
    pub file: String,
    /// Line, row key or field.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

impl Problem {
    /// Builds a problem from its four parts.
    pub fn new(file: impl Into<String>, place: impl Into<String>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { file: file.into(), place: place.into(), found: found.into(), expected: expected.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}; expected {}", self.file, self.place, self.found, self.expected)
    }
}
