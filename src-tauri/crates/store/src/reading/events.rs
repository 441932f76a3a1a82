//! Keeping uses, coverage and findings that a file lists.

use rusqlite::{OptionalExtension, params};
use takeup_domain::record::{CoverageRecord, ElectorateRecord, FindingRecord, UseRecord};

use super::{Kept, Reading};
use crate::records::{put_coverage, put_finding, put_use};

impl Reading<'_> {
    pub(super) fn use_of(&self, u: &UseRecord) -> rusqlite::Result<Kept> {
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
            Some((_, outcome)) if outcome == u.outcome.as_str() => Ok(Kept::Same),
            Some((id, _)) => self
                .cached(
                    "UPDATE uses SET outcome = ?2, source = ?3, address = ?4, register = ?5 WHERE id = ?1",
                )?
                .execute(params![id, u.outcome.as_str(), u.source.title, u.source.address, self.register])
                .map(|_| Kept::Changed),
        }
    }

    pub(super) fn coverage(&self, c: &CoverageRecord) -> rusqlite::Result<Kept> {
        let there: Option<i64> = self
            .cached("SELECT id FROM coverage WHERE power = ?1 AND area = ?2 AND register_name = ?3 AND as_at = ?4")?
            .query_row(params![c.power, c.area, c.register, c.as_at.to_string()], |r| r.get(0))
            .optional()?;
        match there {
            Some(_) => Ok(Kept::Same),
            None => put_coverage(&self.transaction, c, Some(self.register), &self.now).map(|_| Kept::New),
        }
    }

    pub(super) fn electorate(&self, e: &ElectorateRecord) -> rusqlite::Result<Kept> {
        let (key, value, date) = (format!("people:{}", e.of), e.number.to_string(), e.date.to_string());
        let there: Option<(i64, String)> = self
            .cached(
                "SELECT id, value FROM facts WHERE group_id IS NULL AND area = ?1 AND key = ?2 AND date = ?3",
            )?
            .query_row(params![e.area, key, date], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        match there {
            Some((_, known)) if known == value => Ok(Kept::Same),
            Some((id, _)) => self
                .cached("UPDATE facts SET value = ?2, source = ?3 WHERE id = ?1")?
                .execute(params![id, value, e.source.title])
                .map(|_| Kept::Changed),
            None => self
                .cached(
                    "INSERT INTO facts (area, key, value, source, date, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![e.area, key, value, e.source.title, date, self.now])
                .map(|_| Kept::New),
        }
    }

    pub(super) fn finding(&self, f: &FindingRecord) -> rusqlite::Result<Kept> {
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
                    f.effect.as_str(),
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
