//! Reforms kept in the workspace, each as the document that is handed on as a file.

use rusqlite::{OptionalExtension, Row, params};

use crate::error::StoreError;
use crate::open::Store;

/// The step of the schema that made their table.
pub(crate) const SCHEMA: &str = "
-- Reforms: named sets of changes, tried without being made. document is the JSON that is handed on as a file.
CREATE TABLE reforms (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)), made_on TEXT NOT NULL, changed_on TEXT NOT NULL) STRICT;
";

/// One reform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReformRow {
    /// Its id in words, such as `lower-the-bar`.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// The whole of it, as JSON.
    pub document: String,
    /// The day it was made.
    pub made_on: String,
    /// The day it was last changed.
    pub changed_on: String,
}

impl Store {
    /// Every reform, by name.
    pub fn reforms(&self) -> Result<Vec<ReformRow>, StoreError> {
        let found = (|| {
            let mut all = self.db.prepare_cached(
                "SELECT key, name, document, made_on, changed_on FROM reforms ORDER BY lower(name), key",
            )?;
            all.query_map([], row)?.collect()
        })();
        self.sql(found)
    }

    /// One reform.
    pub fn reform(&self, key: &str) -> Result<Option<ReformRow>, StoreError> {
        let found = self
            .db
            .query_row(
                "SELECT key, name, document, made_on, changed_on FROM reforms WHERE key = ?1",
                [key],
                row,
            )
            .optional();
        self.sql(found)
    }

    /// Keeps a reform. One of the same key is written over only when `over` says so.
    ///
    /// # Errors
    /// When one of the same key is there and `over` is false; nothing is changed then.
    pub fn save_reform(
        &mut self,
        key: &str,
        name: &str,
        document: &str,
        today: &str,
        over: bool,
    ) -> Result<(), StoreError> {
        if !over && self.reform(key)?.is_some() {
            return Err(StoreError::Invalid(format!(
                "There is already a reform “{key}” in this workspace. Give this one another name, or change that one."
            )));
        }
        self.change(|t| {
            t.execute(
                "INSERT INTO reforms (key, name, document, made_on, changed_on) VALUES (?1, ?2, ?3, ?4, ?4)
                 ON CONFLICT (key) DO UPDATE SET name = ?2, document = ?3, changed_on = ?4",
                params![key, name, document, today],
            )
            .map(drop)
        })
    }

    /// Takes a reform out.
    ///
    /// # Errors
    /// When there is none of that key.
    pub fn remove_reform(&mut self, key: &str) -> Result<(), StoreError> {
        match self.change(|t| t.execute("DELETE FROM reforms WHERE key = ?1", [key]))? {
            0 => Err(StoreError::Invalid(format!("There is no reform “{key}”; it may be gone already."))),
            _ => Ok(()),
        }
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<ReformRow> {
    Ok(ReformRow {
        key: row.get(0)?,
        name: row.get(1)?,
        document: row.get(2)?,
        made_on: row.get(3)?,
        changed_on: row.get(4)?,
    })
}
