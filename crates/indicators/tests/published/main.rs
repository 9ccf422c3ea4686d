//! Against published results. Files that may not ship are read from the directory that `ADIT_REFERENCE` names; without it
//! these tests say "not run" and pass.

mod eu_supply_risk;
mod geopolrisk;
mod geopolrisk_py;
mod hhi;
mod parquet_table;
mod support;
