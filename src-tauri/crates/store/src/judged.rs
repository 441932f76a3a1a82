//! The answers as last worked out, for readers of the file who do not run Takeup.

use rusqlite::{Connection, params};

use crate::error::StoreError;
use crate::open::Store;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedRow {
    pub area: String,
    pub power: String,
    pub status: &'static str,
    pub reach: &'static str,
    pub used: &'static str,
    pub open: u32,
    pub unsettled: u32,
    pub blocked: u32,
    pub out_of_reach: u32,
}

impl Store {
    /// Replaces all answers.
    pub fn set_judged(&mut self, rows: &[JudgedRow], as_at: &str) -> Result<(), StoreError> {
        self.change(|t| {
            t.execute("DELETE FROM judged", [])?;
            insert(t, rows, as_at)
        })
    }

    /// Replaces the answers of these areas (GSS codes).
    pub fn set_judged_in(
        &mut self,
        areas: &[&str],
        rows: &[JudgedRow],
        as_at: &str,
    ) -> Result<(), StoreError> {
        self.change(|t| {
            let mut delete = t.prepare_cached("DELETE FROM judged WHERE area = ?1")?;
            for area in areas {
                delete.execute([area])?;
            }
            insert(t, rows, as_at)
        })
    }
}

fn insert(t: &Connection, rows: &[JudgedRow], as_at: &str) -> rusqlite::Result<()> {
    let mut insert = t.prepare_cached(
        "INSERT INTO judged (area, power, status, reach, use, open, unsettled, blocked, out_of_reach, as_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for r in rows {
        insert.execute(params![
            r.area,
            r.power,
            r.status,
            r.reach,
            r.used,
            r.open,
            r.unsettled,
            r.blocked,
            r.out_of_reach,
            as_at
        ])?;
    }
    Ok(())
}
