//! Full-text search over entries handed in at start, in a database that lives in memory only.

use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, params};

use crate::error::StoreError;

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findable {
    /// What sort of thing it is.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names.
    pub aliases: String,
    /// Everything else worth finding it by.
    pub text: String,
}

/// Something found, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What sort of thing it is.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The words around the match.
    pub around: String,
}

/// An index of words.
#[derive(Debug)]
pub struct Search(Mutex<Connection>);

impl Search {
    /// Indexes the entries.
    ///
    /// # Errors
    /// SQLite's, which would be a fault of the build.
    pub fn new(entries: impl Iterator<Item = Findable>) -> Result<Self, StoreError> {
        let mut db = Connection::open_in_memory().map_err(sql)?;
        db.execute_batch(
            "CREATE VIRTUAL TABLE entry USING fts5(kind UNINDEXED, id UNINDEXED, name, aliases, text,
                 tokenize = 'porter unicode61 remove_diacritics 2')",
        )
        .map_err(sql)?;
        let tx = db.transaction().map_err(sql)?;
        {
            let mut insert = tx.prepare("INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5)").map_err(sql)?;
            for e in entries {
                insert.execute(params![e.kind, e.id, e.name, e.aliases, e.text]).map_err(sql)?;
            }
        }
        tx.commit().map_err(sql)?;
        Ok(Search(Mutex::new(db)))
    }

    /// Entries with all the words; then those where words only begin so; with any of them where none has all.
    ///
    /// # Errors
    /// SQLite's.
    pub fn find(&self, text: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .take(12)
            .map(|w| format!("\"{w}\""))
            .collect();
        let begun: Vec<String> = words.iter().map(|w| format!("{w}*")).collect();
        let mut found: Vec<Found> = Vec::new();
        for query in [words.join(" "), begun.join(" "), begun.join(" OR ")] {
            if query.is_empty() || (query.contains(" OR ") && !found.is_empty()) {
                continue;
            }
            for one in self.matching(&query, limit)? {
                if !found.iter().any(|f| (&f.kind, &f.id) == (&one.kind, &one.id)) {
                    found.push(one);
                }
            }
        }
        found.truncate(limit as usize);
        Ok(found)
    }

    fn matching(&self, query: &str, limit: u32) -> Result<Vec<Found>, StoreError> {
        let db = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut select = db
            .prepare_cached(
                "SELECT kind, id, name, snippet(entry, 4, '', '', '…', 18) FROM entry WHERE entry MATCH ?1
             ORDER BY bm25(entry, 0, 0, 12, 6, 1), name LIMIT ?2",
            )
            .map_err(sql)?;
        let rows = select
            .query_map(params![query, limit], |row| {
                Ok(Found { kind: row.get(0)?, id: row.get(1)?, name: row.get(2)?, around: row.get(3)? })
            })
            .map_err(sql)?;
        rows.collect::<Result<_, _>>().map_err(sql)
    }
}

fn sql(error: rusqlite::Error) -> StoreError {
    StoreError::Sql(error.to_string())
}
