//! Rows of cells, whatever the file they come from.

mod delimited;
mod flat;
mod objects;
mod opened;
mod shape;
mod tabbed;
mod workbook;

use csv::StringRecord;

use crate::error::ImportError;

pub(crate) use opened::{Opened, with_rows};

/// One row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Line it begins on; number of the record in JSON.
    pub(crate) line: u64,
    /// Its cells.
    pub(crate) cells: StringRecord,
}

impl Row {
    /// The cell at a column, trimmed; empty when there is none.
    pub(crate) fn at(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The first cells, as words for a message.
    pub(crate) fn gist(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(str::trim).filter(|c| !c.is_empty()).take(4).collect();
        crate::values::short(&cells.join(" | "))
    }
}

/// A stream of rows; the header is one of them.
pub(crate) trait Rows {
    /// Reads the next row into `row`; false at the end.
    fn next(&mut self, row: &mut Row) -> Result<bool, ImportError>;
}
