//! Uses, coverage and findings: what people and registers record.

use rusqlite::{Row, params};
use takeup_domain::record::{CoverageRecord, FindingRecord, Source, UseRecord};

use crate::error::StoreError;
use crate::open::Store;

/// What the caller may take back.
const KINDS: [&str; 4] = ["use", "coverage", "finding", "fact"];

impl Store {
    /// Records a use by hand.
    pub fn add_use(&mut self, record: &UseRecord, group: Option<i64>, now: &str) -> Result<i64, StoreError> {
        self.change(|t| {
            put_use(t, record, group, None, now)?;
            Ok(t.last_insert_rowid())
        })
        .map_err(|e| already(e, "this use"))
    }

    /// Records that a register of uses was looked at.
    pub fn add_coverage(&mut self, record: &CoverageRecord, now: &str) -> Result<i64, StoreError> {
        self.change(|t| {
            put_coverage(t, record, None, now)?;
            Ok(t.last_insert_rowid())
        })
        .map_err(|e| already(e, "this register, as at this day,"))
    }

    /// Records a finding.
    pub fn add_finding(
        &mut self,
        record: &FindingRecord,
        group: Option<i64>,
        now: &str,
    ) -> Result<i64, StoreError> {
        self.change(|t| {
            put_finding(t, record, group, None, now)?;
            Ok(t.last_insert_rowid())
        })
    }

    /// Takes back a record: "use", "coverage", "finding" or "fact".
    pub fn remove(&mut self, kind: &str, id: i64) -> Result<(), StoreError> {
        let table = match kind {
            "use" => "uses",
            "coverage" => "coverage",
            "finding" => "findings",
            "fact" => "facts",
            _ => {
                return Err(StoreError::Invalid(format!("“{kind}” is not one of {}", KINDS.join(", "))));
            }
        };
        let gone = self.change(|t| t.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [id]))?;
        if gone == 0 {
            return Err(StoreError::Invalid(format!(
                "There is no {kind} number {id}; it may be gone already."
            )));
        }
        Ok(())
    }

    /// How many records of each kind there are: groups, presences, uses, coverage, findings, facts.
    pub fn counts(&self) -> Result<[i64; 6], StoreError> {
        let one = |table: &str| {
            let sql = format!("SELECT count(*) FROM {table}");
            self.sql(self.db.query_row(&sql, [], |r: &Row<'_>| r.get(0)))
        };
        Ok([
            one("groups WHERE vanished IS NULL")?,
            one("presences")?,
            one("uses")?,
            one("coverage")?,
            one("findings")?,
            one("facts")?,
        ])
    }
}

fn already(error: StoreError, what: &str) -> StoreError {
    match &error {
        StoreError::Sql(text) if text.contains("UNIQUE") => {
            StoreError::Invalid(format!("It is on record that {what} was entered before; nothing was added."))
        }
        _ => error,
    }
}

pub(crate) fn put_use(
    t: &rusqlite::Connection,
    u: &UseRecord,
    group: Option<i64>,
    register: Option<i64>,
    now: &str,
) -> rusqlite::Result<usize> {
    t.prepare_cached(
        "INSERT INTO uses (power, area, group_id, group_name, what, date, outcome, source, address, register, recorded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        u.power, u.area, group, u.group_name, u.what, u.date, u.outcome.as_str(),
        u.source.title, u.source.address, register, now
    ])
}

pub(crate) fn put_coverage(
    t: &rusqlite::Connection,
    c: &CoverageRecord,
    register: Option<i64>,
    now: &str,
) -> rusqlite::Result<usize> {
    t.prepare_cached(
        "INSERT INTO coverage (power, area, register_name, as_at, source, address, register, recorded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        c.power,
        c.area,
        c.register,
        c.as_at.to_string(),
        c.source.title,
        c.source.address,
        register,
        now
    ])
}

pub(crate) fn put_finding(
    t: &rusqlite::Connection,
    f: &FindingRecord,
    group: Option<i64>,
    register: Option<i64>,
    now: &str,
) -> rusqlite::Result<usize> {
    let Source { title, address } = &f.source;
    t.prepare_cached(
        "INSERT INTO findings (barrier, effect, power, area, duty_holder, group_id, form, note, date, source, address, register, recorded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        f.barrier, f.effect.as_str(), f.power, f.area, f.duty_holder, group, f.form, f.note,
        f.date.to_string(), title, address, register, now
    ])
}
