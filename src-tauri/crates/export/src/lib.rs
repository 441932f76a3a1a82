//! Writing tables: findings to bytes. The only crate that names writers.

mod table;
mod workbook;

pub use table::csv;
pub use workbook::{Column, template_csv, template_xlsx};

/// A table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer's own words.
    #[error("The table could not be written: {0}.")]
    Write(String),
}
