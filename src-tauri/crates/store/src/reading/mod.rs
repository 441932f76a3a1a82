//! Keeping what a register says: all of a file or nothing, and the same file twice changes nothing.

mod events;
mod groups;

use std::collections::BTreeMap;

use rusqlite::{CachedStatement, OptionalExtension, Transaction, params};
use takeup_domain::forms::Forms;
use takeup_domain::record::{LeftOut, Record};

use crate::error::StoreError;
use crate::open::Store;

/// What a reading has done so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub new: u64,
    pub changed: u64,
    pub same: u64,
    pub left_out: u64,
    pub vanished: u64,
    /// Reasons for leaving rows out.
    pub reasons: BTreeMap<String, u64>,
}

/// A reading under way. Dropping it keeps nothing.
pub struct Reading<'s> {
    transaction: Transaction<'s>,
    path: std::path::PathBuf,
    kind: String,
    scope: String,
    register: i64,
    now: String,
    tally: Tally,
    forms: &'s Forms,
}

/// What the reading is of.
#[derive(Debug, Clone)]
pub struct ReadingOf<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub scope: &'a str,
    pub file: &'a str,
    pub sha256: &'a str,
    pub edition: Option<&'a str>,
    pub now: &'a str,
}

impl Store {
    /// Starts a reading.
    pub fn read<'s>(&'s mut self, of: &ReadingOf<'_>, forms: &'s Forms) -> Result<Reading<'s>, StoreError> {
        self.still_there()?;
        let path = self.path.clone();
        let sql = |e| StoreError::from_sql(&path, e);
        let transaction = self.db.transaction().map_err(sql)?;
        transaction
            .execute(
                "INSERT INTO registers (name, kind, scope, file, sha256, edition, read_at, rows, records, left_out)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 0, 0)",
                params![of.name, of.kind, of.scope, of.file, of.sha256, of.edition, of.now],
            )
            .map_err(sql)?;
        let register = transaction.last_insert_rowid();
        Ok(Reading {
            transaction,
            path,
            kind: of.kind.into(),
            scope: of.scope.into(),
            register,
            now: of.now.into(),
            tally: Tally::default(),
            forms,
        })
    }
}

enum Kept {
    New,
    Changed,
    Same,
}

impl Reading<'_> {
    /// Keeps a record.
    pub fn keep(&mut self, line: u64, record: &Record) -> Result<(), StoreError> {
        let kept = match record {
            Record::Group(group) => self.group(group).map(Some),
            Record::Patch(group) => self.patch(group),
            Record::Use(u) => self.use_of(u).map(Some),
            Record::Coverage(c) => self.coverage(c).map(Some),
            Record::Finding(f) => self.finding(f).map(Some),
            Record::Electorate(e) => self.electorate(e).map(Some),
        };
        match kept.map_err(|e| self.error(e))? {
            Some(Kept::New) => self.tally.new += 1,
            Some(Kept::Changed) => self.tally.changed += 1,
            Some(Kept::Same) => self.tally.same += 1,
            None => {
                let what = if let Record::Patch(g) = record { g.key.clone() } else { String::new() };
                let reason = "about a group that is not kept here".to_string();
                self.leave_out(&LeftOut { line, reason, what })?;
            }
        }
        Ok(())
    }

    /// Lists a row as left out.
    pub fn leave_out(&mut self, row: &LeftOut) -> Result<(), StoreError> {
        self.tally.left_out += 1;
        // Reasons that name a value could be as many as the rows.
        let many = self.tally.reasons.len() >= 200 && !self.tally.reasons.contains_key(&row.reason);
        let reason = if many { "other reasons: see the list".to_string() } else { row.reason.clone() };
        *self.tally.reasons.entry(reason).or_default() += 1;
        let done = self
            .cached("INSERT INTO left_out (register, line, reason, what) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut s| s.execute(params![self.register, row.line as i64, row.reason, row.what]));
        done.map(drop).map_err(|e| self.error(e))
    }

    /// What has been done so far.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Keeps everything. Groups of the last edition that this one does not show are marked as vanished.
    pub fn finish(mut self, rows: u64, whole_register: bool) -> Result<(i64, Tally), StoreError> {
        let done = self.close(rows, whole_register);
        done.map_err(|e| self.error(e))?;
        let path = self.path.clone();
        self.transaction.commit().map_err(|e| StoreError::from_sql(&path, e))?;
        Ok((self.register, self.tally))
    }

    /// What finishing would do; keeps nothing.
    pub fn preview(mut self, rows: u64, whole_register: bool) -> Result<Tally, StoreError> {
        self.close(rows, whole_register).map_err(|e| self.error(e))?;
        Ok(self.tally)
    }

    fn close(&mut self, rows: u64, whole_register: bool) -> rusqlite::Result<()> {
        let t = &self.transaction;
        if whole_register {
            // A file that only adds to groups leaves no print: not being in it says nothing.
            self.tally.vanished = t.execute(
                "UPDATE groups SET vanished = ?1 WHERE vanished IS NULL AND id IN
                 (SELECT group_id FROM seen WHERE kind = ?2 AND scope = ?3 AND register <> ?4 AND print <> '')",
                params![self.now.get(..10), self.kind, self.scope, self.register],
            )? as u64;
            t.execute(
                "DELETE FROM presences WHERE kind = ?1 AND register <> ?2 AND register IN
                 (SELECT id FROM registers WHERE kind = ?1 AND scope = ?3)
                 AND group_id IN (SELECT group_id FROM seen WHERE kind = ?1 AND scope = ?3 AND register = ?2)",
                params![self.kind, self.register, self.scope],
            )?;
        }
        // The list of an older edition has served its turn.
        t.execute(
            "DELETE FROM left_out WHERE register IN
             (SELECT id FROM registers WHERE kind = ?1 AND scope = ?2 AND id <> ?3)",
            params![self.kind, self.scope, self.register],
        )?;
        let records = self.tally.new + self.tally.changed + self.tally.same;
        t.execute(
            "UPDATE registers SET rows = ?2, records = ?3, left_out = ?4 WHERE id = ?1",
            params![self.register, rows as i64, records as i64, self.tally.left_out as i64],
        )
        .map(drop)
    }

    fn error(&self, e: rusqlite::Error) -> StoreError {
        StoreError::from_sql(&self.path, e)
    }

    fn cached(&self, sql: &str) -> rusqlite::Result<CachedStatement<'_>> {
        self.transaction.prepare_cached(sql)
    }

    fn id_of(&self, key: &str) -> rusqlite::Result<Option<i64>> {
        self.cached("SELECT id FROM groups WHERE key = ?1")?.query_row([key], |r| r.get(0)).optional()
    }
}
