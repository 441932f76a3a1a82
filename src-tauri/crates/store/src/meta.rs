//! Small things the workspace knows of itself.

use rusqlite::{OptionalExtension, params};

use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// A value by key: `area`, `catalogue_version`, `example`.
    pub fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        let found =
            self.db.query_row("SELECT value FROM meta WHERE key = ?1", [key], |r| r.get(0)).optional();
        self.sql(found)
    }

    /// Sets a value.
    pub fn set_meta(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(|t| {
            t.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", params![key, value])
                .map(drop)
        })
    }
}
