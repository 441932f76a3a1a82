//! Assessments by the key test. A version that was kept is never written over.

use rusqlite::{OptionalExtension, Row, params};

use crate::error::StoreError;
use crate::open::Store;

/// One version of an assessment, as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentRow {
    /// The same for every version.
    pub key: String,
    pub version: i64,
    pub portfolio: Option<String>,
    pub title: String,
    /// JSON.
    pub document: String,
    /// Version of the rules it was judged by.
    pub rules: String,
    pub outcome: String,
    /// What the rules said, as JSON.
    pub result: String,
    pub made_on: String,
    pub expires: String,
    pub recorded_at: String,
}

const COLUMNS: &str =
    "key, version, portfolio, title, document, rules, outcome, result, made_on, expires, recorded_at";

fn row(r: &Row<'_>) -> rusqlite::Result<AssessmentRow> {
    Ok(AssessmentRow {
        key: r.get(0)?,
        version: r.get(1)?,
        portfolio: r.get(2)?,
        title: r.get(3)?,
        document: r.get(4)?,
        rules: r.get(5)?,
        outcome: r.get(6)?,
        result: r.get(7)?,
        made_on: r.get(8)?,
        expires: r.get(9)?,
        recorded_at: r.get(10)?,
    })
}

impl Store {
    /// The version that a new one of this key would have.
    pub fn next_assessment(&self, key: &str) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(version), 0) + 1 FROM assessments WHERE key = ?1";
        self.sql(self.db.query_row(sql, [key], |r| r.get(0)))
    }

    /// Keeps a version beside those before it.
    pub fn keep_assessment(&mut self, a: &AssessmentRow) -> Result<(), StoreError> {
        let kept = self.change(|t| {
            let sql = format!(
                "INSERT INTO assessments ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
            );
            t.prepare_cached(&sql)?.execute(params![
                a.key,
                a.version,
                a.portfolio,
                a.title,
                a.document,
                a.rules,
                a.outcome,
                a.result,
                a.made_on,
                a.expires,
                a.recorded_at
            ])
        });
        match kept {
            Err(StoreError::Sql(text)) if text.contains("UNIQUE") => Err(StoreError::Invalid(format!(
                "Version {} of “{}” is kept already and stays as it is. Keep it as a new version.",
                a.version, a.key
            ))),
            other => other.map(drop),
        }
    }

    /// Every version of every assessment, by key, the newest version first.
    pub fn assessments(&self) -> Result<Vec<AssessmentRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM assessments ORDER BY key, version DESC");
        self.sql((|| self.db.prepare_cached(&sql)?.query_map([], row)?.collect())())
    }

    /// One version; the newest if none is asked for.
    pub fn assessment(&self, key: &str, version: Option<i64>) -> Result<Option<AssessmentRow>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM assessments WHERE key = ?1 AND (?2 IS NULL OR version = ?2) ORDER BY version DESC LIMIT 1"
        );
        self.sql((|| self.db.prepare_cached(&sql)?.query_row(params![key, version], row).optional())())
    }

    /// Takes back the newest version; those before it stay.
    pub fn remove_assessment(&mut self, key: &str, version: i64) -> Result<(), StoreError> {
        let gone = self.change(|t| {
            t.execute(
                "DELETE FROM assessments WHERE key = ?1 AND version = ?2
                 AND version = (SELECT max(version) FROM assessments WHERE key = ?1)",
                params![key, version],
            )
        })?;
        if gone == 0 {
            return Err(StoreError::Invalid(format!(
                "Version {version} of “{key}” is not the newest, or it is gone already. Only the newest can be taken back."
            )));
        }
        Ok(())
    }
}
