//! What a record is about, and which answers may turn on it.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Row};

use crate::error::StoreError;
use crate::open::Store;

/// What was written about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// Anything: a register was read.
    Everything,
    /// Nothing that is judged.
    Nothing,
    /// What was told of a group, by its row id.
    Group(i64),
    /// What was told of an area itself, by its GSS code.
    Area(String),
    /// Uses or coverage in an area, by its GSS code.
    Uses(String),
    /// Findings, in one area (by GSS code), of one group (by row id), or wherever they apply.
    Findings { area: Option<String>, group: Option<i64> },
}

/// Which answers may differ from before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Affected {
    Everything,
    /// The answers of these areas, by place in the catalogue's list.
    Areas {
        areas: BTreeSet<usize>,
        facts: Facts,
    },
}

/// Which facts may differ from before, in the areas affected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    None,
    /// Those of one group, by its row id.
    OfGroup(i64),
    All,
}

impl Affected {
    pub(crate) fn nothing() -> Self {
        Self::stopped(BTreeSet::new())
    }

    pub(crate) fn told(areas: BTreeSet<usize>) -> Self {
        Affected::Areas { areas, facts: Facts::All }
    }

    pub(crate) fn stopped(areas: BTreeSet<usize>) -> Self {
        Affected::Areas { areas, facts: Facts::None }
    }
}

impl Store {
    /// What a record is about: "use", "coverage", "finding" or "fact". Nothing when it is not there.
    pub fn touched_by(&self, kind: &str, id: i64) -> Result<Touched, StoreError> {
        let (columns, table) = match kind {
            "use" => ("area, group_id", "uses"),
            "coverage" => ("area, NULL", "coverage"),
            "finding" => ("area, group_id", "findings"),
            "fact" => ("area, group_id", "facts"),
            _ => return Ok(Touched::Nothing),
        };
        let about = |r: &Row<'_>| Ok((r.get::<_, Option<String>>(0)?, r.get::<_, Option<i64>>(1)?));
        let sql = format!("SELECT {columns} FROM {table} WHERE id = ?1");
        let found = self.sql(self.db.query_row(&sql, [id], about).optional())?;
        Ok(match (kind, found) {
            (_, None) => Touched::Nothing,
            ("finding", Some((area, group))) => Touched::Findings { area, group },
            ("fact", Some((_, Some(group)))) => Touched::Group(group),
            ("fact", Some((area, None))) => Touched::Area(area.unwrap_or_default()),
            (_, Some((area, _))) => Touched::Uses(area.unwrap_or_default()),
        })
    }
}
