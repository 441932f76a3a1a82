//! Groups, as kept.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};
use takeup_domain::record::GroupRecord;

use crate::error::StoreError;
use crate::open::Store;

/// A group with everything registers said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRow {
    pub id: i64,
    pub key: String,
    pub name: String,
    pub register: Option<i64>,
    pub wide: bool,
    pub income: Option<i64>,
    pub income_date: Option<String>,
    pub members: Option<i64>,
    pub volunteers: Option<i64>,
    pub employees: Option<i64>,
    pub founded: Option<String>,
    pub registered: Option<String>,
    pub postcode: Option<String>,
    pub website: Option<String>,
    pub vanished: Option<String>,
    pub ids: Vec<String>,
    pub forms: BTreeMap<String, bool>,
    pub traits: BTreeMap<String, bool>,
    /// GSS code and basis.
    pub presences: Vec<(String, String)>,
}

fn row(r: &Row<'_>) -> rusqlite::Result<GroupRow> {
    Ok(GroupRow {
        id: r.get(0)?,
        key: r.get(1)?,
        name: r.get(2)?,
        register: r.get(3)?,
        wide: r.get(4)?,
        income: r.get(5)?,
        income_date: r.get(6)?,
        members: r.get(7)?,
        volunteers: r.get(8)?,
        employees: r.get(9)?,
        founded: r.get(10)?,
        registered: r.get(11)?,
        postcode: r.get(12)?,
        website: r.get(13)?,
        vanished: r.get(14)?,
        ids: vec![],
        forms: BTreeMap::new(),
        traits: BTreeMap::new(),
        presences: vec![],
    })
}

impl Store {
    /// Keeps a group that no register showed, such as one named in the record of a use.
    pub fn add_group(&mut self, group: &GroupRecord) -> Result<i64, StoreError> {
        self.change(|t| {
            t.execute("INSERT OR IGNORE INTO groups (key, name) VALUES (?1, ?2)", [&group.key, &group.name])?;
            let id: i64 = t.query_row("SELECT id FROM groups WHERE key = ?1", [&group.key], |r| r.get(0))?;
            for (form, holds) in &group.forms {
                t.execute(
                    "INSERT OR IGNORE INTO group_forms (group_id, form, holds, kind) VALUES (?1, ?2, ?3, 'hand')",
                    params![id, form, holds],
                )?;
            }
            for (area, basis) in &group.presences {
                t.execute(
                    "INSERT OR IGNORE INTO presences (group_id, area, basis, kind) VALUES (?1, ?2, ?3, 'hand')",
                    params![id, area, basis.as_str()],
                )?;
            }
            Ok(id)
        })
    }

    /// A group by its key, or by its row id in digits.
    pub fn group(&self, key: &str) -> Result<Option<GroupRow>, StoreError> {
        let sql = "SELECT id, key, name, register, wide, income, income_date, members, volunteers, employees, founded,
                          registered, postcode, website, vanished FROM groups WHERE key = ?1
                   UNION ALL
                   SELECT id, key, name, register, wide, income, income_date, members, volunteers, employees, founded,
                          registered, postcode, website, vanished FROM groups WHERE id = CAST(?1 AS INTEGER)
                          AND CAST(CAST(?1 AS INTEGER) AS TEXT) = ?1
                   LIMIT 1";
        let found = self.db.query_row(sql, [key], row).optional();
        let Some(mut group) = self.sql(found)? else { return Ok(None) };
        self.sql((|| {
            let pairs = |sql: &str| -> rusqlite::Result<Vec<(String, String)>> {
                let mut statement = self.db.prepare_cached(sql)?;
                let rows = statement.query_map([group.id], |r| Ok((r.get(0)?, r.get(1)?)))?;
                rows.collect()
            };
            let flags = |sql: &str| -> rusqlite::Result<BTreeMap<String, bool>> {
                let mut statement = self.db.prepare_cached(sql)?;
                let rows = statement.query_map([group.id], |r| Ok((r.get(0)?, r.get(1)?)))?;
                rows.collect()
            };
            group.forms = flags("SELECT form, holds FROM group_forms WHERE group_id = ?1 ORDER BY form")?;
            group.traits = flags("SELECT trait, holds FROM group_traits WHERE group_id = ?1 ORDER BY trait")?;
            group.presences = pairs("SELECT area, basis FROM presences WHERE group_id = ?1 ORDER BY area")?;
            group.ids = pairs("SELECT id, id FROM group_ids WHERE group_id = ?1 ORDER BY id")?
                .into_iter()
                .map(|(id, _)| id)
                .collect();
            Ok(())
        })())?;
        Ok(Some(group))
    }

    /// How many groups have each name in an area: to tell a person that a name stands for several.
    pub fn groups_named(&self, name: &str) -> Result<Vec<String>, StoreError> {
        self.sql((|| {
            let mut statement =
                self.db.prepare("SELECT key FROM groups WHERE name = ?1 COLLATE NOCASE ORDER BY key")?;
            let rows = statement.query_map([name], |r| r.get(0))?;
            rows.collect()
        })())
    }
}
