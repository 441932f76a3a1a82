//! Keeping what a register says: all of a file or nothing, and the same file twice changes nothing.

use std::collections::BTreeMap;

use rusqlite::{CachedStatement, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};
use takeup_domain::forms::{Forms, KnownForms};
use takeup_domain::record::{GroupRecord, LeftOut, PresenceBasis, Record};
use takeup_domain::truth::Truth;

use crate::error::StoreError;
use crate::open::Store;
use crate::records::{put_coverage, put_finding, put_use};
use crate::world::{effect_word, outcome_word};

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

    fn group(&self, group: &GroupRecord) -> rusqlite::Result<Kept> {
        let print = print_of(group);
        let Some(id) = self.id_of(&group.key)? else {
            self.cached(
                "INSERT INTO groups (key, name, register, wide, income, income_date, members, volunteers, employees,
                                     founded, registered, postcode, website)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                group.key, group.name, self.register, group.wide, group.income, text(&group.income_date),
                group.members, group.volunteers, group.employees, text(&group.founded), text(&group.registered),
                group.postcode, group.website
            ])?;
            let id = self.transaction.last_insert_rowid();
            self.parts(id, group)?;
            self.see(id, &print)?;
            return Ok(Kept::New);
        };
        let before: Option<String> = self
            .cached("SELECT print FROM seen WHERE group_id = ?1 AND kind = ?2 AND scope = ?3")?
            .query_row(params![id, self.kind, self.scope], |r| r.get(0))
            .optional()?;
        let back: bool = self
            .cached("SELECT vanished IS NOT NULL FROM groups WHERE id = ?1")?
            .query_row([id], |r| r.get(0))?;
        self.see(id, &print)?;
        if before.as_deref() == Some(&print) && !back {
            self.cached("UPDATE groups SET register = ?2 WHERE id = ?1")?
                .execute(params![id, self.register])?;
            self.cached("UPDATE presences SET register = ?2 WHERE group_id = ?1 AND kind = ?3")?
                .execute(params![id, self.register, self.kind])?;
            return Ok(Kept::Same);
        }
        self.cached(
            "UPDATE groups SET name = ?2, register = ?3, wide = ?4 OR wide, income = coalesce(?5, income),
               income_date = coalesce(?6, income_date), members = coalesce(?7, members),
               volunteers = coalesce(?8, volunteers), employees = coalesce(?9, employees),
               founded = coalesce(?10, founded), registered = coalesce(?11, registered),
               postcode = coalesce(?12, postcode), website = coalesce(?13, website), vanished = NULL
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            group.name,
            self.register,
            group.wide,
            group.income,
            text(&group.income_date),
            group.members,
            group.volunteers,
            group.employees,
            text(&group.founded),
            text(&group.registered),
            group.postcode,
            group.website
        ])?;
        if before.is_some() {
            self.cached("DELETE FROM group_forms WHERE group_id = ?1 AND kind = ?2")?
                .execute(params![id, self.kind])?;
            self.cached("DELETE FROM group_traits WHERE group_id = ?1 AND kind = ?2")?
                .execute(params![id, self.kind])?;
        }
        self.parts(id, group)?;
        Ok(Kept::Changed)
    }

    fn patch(&self, group: &GroupRecord) -> rusqlite::Result<Option<Kept>> {
        let Some(id) = self.id_of(&group.key)? else { return Ok(None) };
        let group = &self.fitting(id, group)?;
        let changed = self.cached(
            "UPDATE groups SET wide = wide OR ?2, income = coalesce(?3, income), income_date = coalesce(?4, income_date),
               members = coalesce(?5, members), volunteers = coalesce(?6, volunteers), employees = coalesce(?7, employees)
             WHERE id = ?1 AND (?2 AND NOT wide OR ?3 IS NOT NULL AND ?3 IS NOT income
               OR ?4 IS NOT NULL AND ?4 IS NOT income_date OR ?5 IS NOT NULL AND ?5 IS NOT members
               OR ?6 IS NOT NULL AND ?6 IS NOT volunteers OR ?7 IS NOT NULL AND ?7 IS NOT employees)",
        )?
        .execute(params![
            id, group.wide, group.income, text(&group.income_date), group.members, group.volunteers, group.employees
        ])?;
        let parts = self.parts(id, group)?;
        self.see(id, "")?;
        Ok(Some(if changed > 0 || parts { Kept::Changed } else { Kept::Same }))
    }

    /// Without the forms that what is known of the group rules out: a file that sees only one side of a charity
    /// may name a structure that its register entry contradicts.
    fn fitting(&self, id: i64, group: &GroupRecord) -> rusqlite::Result<GroupRecord> {
        let mut fitting = group.clone();
        if !group.forms.is_empty() {
            let known: KnownForms = self
                .cached("SELECT form, holds FROM group_forms WHERE group_id = ?1")?
                .query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?;
            fitting.forms.retain(|form, has| !*has || self.forms.holds(form, &known) != Truth::False);
        }
        Ok(fitting)
    }

    fn see(&self, id: i64, print: &str) -> rusqlite::Result<()> {
        self.cached(
            "INSERT INTO seen (group_id, kind, scope, register, print) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (group_id, kind, scope) DO UPDATE SET register = ?4, print = ?5",
        )?
        .execute(params![id, self.kind, self.scope, self.register, print])
        .map(drop)
    }

    /// Forms, traits, ids and presences; tells whether any of them is new or different.
    fn parts(&self, id: i64, group: &GroupRecord) -> rusqlite::Result<bool> {
        let mut changed = 0;
        for (form, holds) in &group.forms {
            changed += self
                .cached(
                    "INSERT INTO group_forms (group_id, form, holds, kind) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (group_id, form) DO UPDATE SET holds = ?3, kind = ?4 WHERE holds <> ?3",
                )?
                .execute(params![id, form, holds, self.kind])?;
        }
        for (name, holds) in &group.traits {
            changed += self
                .cached(
                    "INSERT INTO group_traits (group_id, trait, holds, kind) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (group_id, trait) DO UPDATE SET holds = ?3, kind = ?4 WHERE holds <> ?3",
                )?
                .execute(params![id, name, holds, self.kind])?;
        }
        for other in &group.ids {
            changed += self
                .cached("INSERT OR IGNORE INTO group_ids (group_id, id) VALUES (?1, ?2)")?
                .execute(params![id, other])?;
        }
        for (area, basis) in &group.presences {
            let word = match basis {
                PresenceBasis::WorksIn => "works-in",
                PresenceBasis::BasedIn => "based-in",
            };
            let there: Option<String> = self
                .cached("SELECT basis FROM presences WHERE group_id = ?1 AND area = ?2")?
                .query_row(params![id, area], |r| r.get(0))
                .optional()?;
            if there.as_deref().is_none_or(|b| b != word && word == "works-in") {
                changed += 1;
            }
            self.cached(
                "INSERT INTO presences (group_id, area, basis, kind, register) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (group_id, area) DO UPDATE SET register = ?5,
                   basis = CASE WHEN basis = 'works-in' THEN basis ELSE ?3 END, kind = ?4",
            )?
            .execute(params![id, area, word, self.kind, self.register])?;
        }
        Ok(changed > 0)
    }

    fn use_of(&self, u: &takeup_domain::record::UseRecord) -> rusqlite::Result<Kept> {
        let group = match &u.group_key {
            Some(key) => self.id_of(key)?,
            None => None,
        };
        let there: Option<(i64, String)> = self
            .cached(
                "SELECT id, outcome FROM uses WHERE power = ?1 AND area = ?2 AND group_name = ?3 AND date = ?4 AND what = ?5",
            )?
            .query_row(params![u.power, u.area, u.group_name, u.date, u.what], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        match there {
            None => put_use(&self.transaction, u, group, Some(self.register), &self.now).map(|_| Kept::New),
            Some((_, outcome)) if outcome == outcome_word(u.outcome) => Ok(Kept::Same),
            Some((id, _)) => self
                .cached(
                    "UPDATE uses SET outcome = ?2, source = ?3, address = ?4, register = ?5 WHERE id = ?1",
                )?
                .execute(params![
                    id,
                    outcome_word(u.outcome),
                    u.source.title,
                    u.source.address,
                    self.register
                ])
                .map(|_| Kept::Changed),
        }
    }

    fn coverage(&self, c: &takeup_domain::record::CoverageRecord) -> rusqlite::Result<Kept> {
        let there: Option<i64> = self
            .cached("SELECT id FROM coverage WHERE power = ?1 AND area = ?2 AND register_name = ?3 AND as_at = ?4")?
            .query_row(params![c.power, c.area, c.register, c.as_at.to_string()], |r| r.get(0))
            .optional()?;
        match there {
            Some(_) => Ok(Kept::Same),
            None => put_coverage(&self.transaction, c, Some(self.register), &self.now).map(|_| Kept::New),
        }
    }

    fn finding(&self, f: &takeup_domain::record::FindingRecord) -> rusqlite::Result<Kept> {
        let group = match &f.group_key {
            Some(key) => self.id_of(key)?,
            None => None,
        };
        let there: Option<i64> = self
            .cached(
                "SELECT id FROM findings WHERE barrier = ?1 AND effect = ?2 AND power IS ?3 AND area IS ?4
                 AND duty_holder IS ?5 AND group_id IS ?6 AND form IS ?7 AND date = ?8 AND note = ?9",
            )?
            .query_row(
                params![
                    f.barrier,
                    effect_word(f.effect),
                    f.power,
                    f.area,
                    f.duty_holder,
                    group,
                    f.form,
                    f.date.to_string(),
                    f.note
                ],
                |r| r.get(0),
            )
            .optional()?;
        match there {
            Some(_) => Ok(Kept::Same),
            None => {
                put_finding(&self.transaction, f, group, Some(self.register), &self.now).map(|_| Kept::New)
            }
        }
    }
}

fn text(date: &Option<jiff::civil::Date>) -> Option<String> {
    date.map(|d| d.to_string())
}

/// A print of everything a file says of a group: the same print means nothing changed.
fn print_of(group: &GroupRecord) -> String {
    let bytes = serde_json::to_vec(group).unwrap_or_default();
    let digest = Sha256::digest(&bytes);
    digest[..12].iter().map(|b| format!("{b:02x}")).collect()
}
