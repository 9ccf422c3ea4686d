//! Outlines of countries, for maps.

use crate::country::CountryId;

/// The outlines of the world's countries, in the order of their file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geometry {
    /// One entry a shape.
    pub outlines: Vec<Outline>,
}

/// The outline of one country or territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The country; `None` for land to which the file gives no code.
    pub country: Option<CountryId>,
    /// Closed rings of longitude and latitude in degrees; the last point of a ring is its first.
    pub rings: Vec<Vec<[f64; 2]>>,
}
