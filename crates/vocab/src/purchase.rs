//! What a company buys: one row of its own table.

use crate::country::CountryId;
use crate::material::MaterialId;
use crate::stage::Stage;
use crate::units::Tonnes;

/// A quantity bought from one country.
#[derive(Clone, Debug, PartialEq)]
pub struct Purchase {
    /// What was bought.
    pub material: MaterialId,
    /// As ore or refined; `None`: at the stage at which industry's supply is traced.
    pub stage: Option<Stage>,
    /// The country it was bought from.
    pub supplier: CountryId,
    /// How much; above 0.
    pub tonnes: Tonnes,
}
