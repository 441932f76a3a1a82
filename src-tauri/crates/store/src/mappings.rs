//! Column mappings used before, by the header they fit.

use rusqlite::{OptionalExtension, params};

use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// The mapping (JSON) saved for a header.
    pub fn mapping(&self, signature: &str) -> Result<Option<String>, StoreError> {
        let found = self
            .db
            .query_row("SELECT mapping FROM mappings WHERE signature = ?1", [signature], |r| r.get(0))
            .optional();
        self.sql(found)
    }

    /// Saves a mapping (JSON) for a header.
    pub fn save_mapping(&mut self, signature: &str, mapping: &str) -> Result<(), StoreError> {
        self.change(|t| {
            t.execute(
                "INSERT OR REPLACE INTO mappings (signature, mapping) VALUES (?1, ?2)",
                params![signature, mapping],
            )
            .map(drop)
        })
    }
}
