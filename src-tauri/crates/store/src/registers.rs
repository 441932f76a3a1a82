//! Files that were read, and rows of them that were left out.

use rusqlite::{OptionalExtension, Row};

use crate::error::StoreError;
use crate::open::Store;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    pub id: i64,
    pub name: String,
    pub kind: String,
    pub scope: String,
    pub file: String,
    pub sha256: String,
    pub edition: Option<String>,
    pub read_at: String,
    pub rows: i64,
    pub records: i64,
    pub left_out: i64,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutRow {
    pub line: i64,
    pub reason: String,
    pub what: String,
}

const COLUMNS: &str = "id, name, kind, scope, file, sha256, edition, read_at, rows, records, left_out";

fn row(r: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    Ok(RegisterRow {
        id: r.get(0)?,
        name: r.get(1)?,
        kind: r.get(2)?,
        scope: r.get(3)?,
        file: r.get(4)?,
        sha256: r.get(5)?,
        edition: r.get(6)?,
        read_at: r.get(7)?,
        rows: r.get(8)?,
        records: r.get(9)?,
        left_out: r.get(10)?,
    })
}

impl Store {
    /// All files read, newest first.
    pub fn registers(&self) -> Result<Vec<RegisterRow>, StoreError> {
        self.sql((|| {
            let mut statement =
                self.db.prepare(&format!("SELECT {COLUMNS} FROM registers ORDER BY id DESC"))?;
            let rows = statement.query_map([], row)?;
            rows.collect()
        })())
    }

    /// The latest reading of this kind and scope, if it was of the same bytes.
    pub fn read_before(
        &self,
        kind: &str,
        scope: &str,
        sha256: &str,
    ) -> Result<Option<RegisterRow>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM registers WHERE kind = ?1 AND scope = ?2 ORDER BY id DESC LIMIT 1"
        );
        let latest = self.db.query_row(&sql, [kind, scope], row).optional();
        Ok(self.sql(latest)?.filter(|r| r.sha256 == sha256))
    }

    /// Rows of a file that were left out, by line.
    pub fn left_out(&self, register: i64) -> Result<Vec<LeftOutRow>, StoreError> {
        self.sql((|| {
            let mut statement = self
                .db
                .prepare("SELECT line, reason, what FROM left_out WHERE register = ?1 ORDER BY line, id")?;
            let rows = statement.query_map([register], |r| {
                Ok(LeftOutRow { line: r.get(0)?, reason: r.get(1)?, what: r.get(2)? })
            })?;
            rows.collect()
        })())
    }
}
