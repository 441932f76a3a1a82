//! A workspace in a folder of its own, with the labels of a small catalogue.
#![allow(dead_code, unreachable_pub)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use takeup_domain::catalogue::{Catalogue, load};
use takeup_domain::record::{GroupRecord, PresenceBasis, Record};
use takeup_store::{ReadingOf, Store, StoreError, Tally};
use tempfile::TempDir;

pub const NOW: &str = "2026-11-01T10:00:00Z";

pub struct Desk {
    folder: TempDir,
    pub catalogue: Arc<Catalogue>,
}

impl Desk {
    pub fn new() -> Self {
        Desk { folder: tempfile::tempdir().unwrap(), catalogue: shipped() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A new workspace with labels.
    pub fn store(&self, name: &str) -> Store {
        let mut store = Store::create(&self.path(name)).unwrap();
        store.set_labels(&self.catalogue).unwrap();
        store
    }

    /// Reads an edition of a register of groups from beginning to end.
    pub fn read(&self, store: &mut Store, kind: &str, edition: &str, records: &[Record]) -> Tally {
        let of = reading_of(kind, edition);
        let mut reading = store.read(&of, &self.catalogue.forms).unwrap();
        for (line, record) in records.iter().enumerate() {
            reading.keep(line as u64 + 2, record).unwrap();
        }
        reading.finish(records.len() as u64, true).unwrap().1
    }
}

pub fn reading_of<'a>(kind: &'a str, edition: &'a str) -> ReadingOf<'a> {
    ReadingOf {
        name: "A register",
        kind,
        scope: "",
        file: "register.csv",
        sha256: edition,
        edition: Some(edition),
        now: NOW,
    }
}

/// The files of `data/` without powers' cases and uses.
fn shipped() -> Arc<Catalogue> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../data");
    let names = [
        "areas.json",
        "barriers.json",
        "legal-forms.json",
        "traits.json",
        "standings.json",
        "capacities.json",
    ];
    let powers = ["asset-of-community-value-nomination", "neighbourhood-plan"];
    let powers = powers.map(|id| format!("powers/mhclg/{id}.json"));
    let names = names.iter().map(|n| (*n).to_string()).chain(powers);
    let files: Vec<(String, String)> =
        names.map(|name| (name.clone(), std::fs::read_to_string(data.join(&name)).unwrap())).collect();
    Arc::new(load(&files).0)
}

/// A group that works in Trafford.
pub fn group(key: &str, name: &str) -> GroupRecord {
    GroupRecord {
        key: key.into(),
        name: name.into(),
        forms: [("registered-charity".to_string(), true)].into(),
        presences: vec![("E08000009".into(), PresenceBasis::WorksIn)],
        income: Some(12_000),
        ..GroupRecord::default()
    }
}

/// The file as another SQLite tool sees it.
pub fn look(path: &Path) -> Connection {
    Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

pub fn count(db: &Connection, sql: &str) -> i64 {
    db.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Everything in the tables, so that two states can be compared.
pub fn dump(path: &Path, but: &[&str]) -> String {
    let db = look(path);
    let mut tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let tables: Vec<String> = tables.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
    let mut text = String::new();
    for table in tables.iter().filter(|t| !but.contains(&t.as_str())) {
        let mut rows = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
            text += &format!("{table} {}\n", cells.join(" "));
        }
    }
    text
}

/// Opening fails with these words, and not a byte of the file changes nor does any file come beside it.
#[track_caller]
pub fn stays_shut(path: &Path, words: &[&str]) -> StoreError {
    let before = std::fs::read(path).unwrap();
    let beside = |path: &Path| {
        let mut names: Vec<_> =
            std::fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let names = beside(path);
    let error = Store::open(path).unwrap_err();
    let message = error.to_string();
    for word in words {
        assert!(message.contains(word), "“{word}” is not in: {message}");
    }
    assert!(message.contains(&path.display().to_string()), "the file is not named in: {message}");
    assert!(std::fs::read(path).unwrap() == before, "the file was changed");
    assert_eq!(beside(path), names, "files were left beside it");
    error
}
