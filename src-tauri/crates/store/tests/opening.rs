//! Making, opening and copying a workspace, and what the file says of itself to any SQLite tool.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use support::{Desk, NOW, count, group, look};
use takeup_domain::record::Record;
use takeup_store::{FactRow, Store, StoreError};

#[test]
fn a_new_workspace_says_what_it_is() {
    let desk = Desk::new();
    let path = desk.path("new.takeup");
    drop(desk.store("new.takeup"));
    let db = look(&path);
    assert_eq!(count(&db, "PRAGMA application_id"), 0x5441_4b45, "“TAKE”");
    assert_eq!(count(&db, "PRAGMA user_version"), 3);
    let mode: String = db.query_row("PRAGMA journal_mode", [], |r| r.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let tables =
        "FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'";
    assert!(count(&db, &format!("SELECT count(*) {tables}")) > 15);
    assert_eq!(
        count(&db, &format!("SELECT count(*) {tables} AND strict = 0")),
        0,
        "tables that are not STRICT"
    );
    let comments = count(&db, "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name LIKE 'v_%'");
    assert_eq!(comments, 4, "the views for readers");
}

#[test]
fn references_are_kept() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let mut fact = FactRow {
        id: 0,
        group: None,
        area: "E99999999".into(),
        key: "trait:x".into(),
        value: "yes".into(),
        source: "Seen".into(),
        date: "2026-10-01".into(),
    };
    let error = store.add_fact(&fact, NOW).unwrap_err().to_string();
    assert!(error.contains("FOREIGN KEY") && error.contains("Nothing was changed"), "{error}");
    fact.area = "E08000009".into();
    store.add_fact(&fact, NOW).unwrap();
    assert_eq!(store.counts().unwrap(), [0, 0, 0, 0, 0, 1]);
}

#[test]
fn what_was_kept_is_there_when_opened_again() {
    let desk = Desk::new();
    let path = desk.path("a.takeup");
    let mut store = desk.store("a.takeup");
    store.set_meta("area", "E08000009").unwrap();
    desk.read(&mut store, "list", "2026-10-01", &[Record::Group(group("GB-CHC-1", "Old Library Trust"))]);
    assert_eq!(store.path(), path);
    drop(store);

    let store = Store::open(&path).unwrap();
    assert_eq!(store.meta("area").unwrap().as_deref(), Some("E08000009"));
    assert_eq!(store.meta("nothing").unwrap(), None);
    let found = store.group("GB-CHC-1").unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.income), ("Old Library Trust", Some(12_000)));
    assert_eq!(store.group(&found.id.to_string()).unwrap().unwrap(), found, "by its number as well");
    assert_eq!(store.group("GB-CHC-2").unwrap(), None);
}

#[test]
fn nothing_is_written_over() {
    let desk = Desk::new();
    let path = desk.path("letter.txt");
    std::fs::write(&path, "Dear council").unwrap();
    let error = Store::create(&path).unwrap_err();
    assert!(matches!(error, StoreError::Exists(_)));
    assert!(error.to_string().contains("already exists. Choose another name"), "{error}");
    let error = desk.store("a.takeup").save_copy(&path).unwrap_err();
    assert!(matches!(error, StoreError::Exists(_)));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Dear council");
}

#[test]
fn a_copy_is_whole_and_stands_alone() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    desk.read(&mut store, "list", "2026-10-01", &[Record::Group(group("GB-CHC-1", "Old Library Trust"))]);
    let to = desk.path("copy.takeup");
    store.save_copy(&to).unwrap();
    store.set_meta("area", "E08000009").unwrap();
    let copy = Store::open(&to).unwrap();
    assert_eq!(copy.counts().unwrap(), store.counts().unwrap());
    assert_eq!(copy.meta("area").unwrap(), None, "what came later is in the first only");
    assert_eq!(count(&look(&to), "PRAGMA application_id"), 0x5441_4b45);
}

#[test]
fn a_copy_that_cannot_be_written_leaves_nothing_behind() {
    let desk = Desk::new();
    let store = desk.store("a.takeup");
    let to = desk.path("no-such-folder/copy.takeup");
    let error = store.save_copy(&to).unwrap_err();
    assert!(matches!(error, StoreError::Io { .. }), "{error:?}");
    assert!(error.to_string().contains("could not be read or written"), "{error}");
    assert!(!to.exists());
    let error = Store::create(&to).unwrap_err();
    assert!(matches!(error, StoreError::Io { .. }), "{error:?}");
}

#[test]
fn a_second_look_reads_and_never_writes() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    store.set_meta("area", "E08000009").unwrap();
    let mut reader = store.reader().unwrap();
    assert_eq!(reader.meta("area").unwrap().as_deref(), Some("E08000009"));
    reader.set_meta("area", "E08000003").unwrap_err();
    assert_eq!(store.meta("area").unwrap().as_deref(), Some("E08000009"));
}
