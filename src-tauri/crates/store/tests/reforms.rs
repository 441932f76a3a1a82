//! Reforms kept in a workspace: never written over silently, and in files made before there were any.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use rusqlite::Connection;
use support::Desk;
use takeup_store::{ReformRow, Store};

#[test]
fn a_reform_is_kept_changed_and_taken_out() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    store.save_reform("lower", "Lower the bar", r#"{"changes":[]}"#, "2026-11-01", false).unwrap();
    let refused = store.save_reform("lower", "Another", "{}", "2026-11-02", false).unwrap_err();
    assert!(refused.to_string().contains("already a reform “lower”"), "{refused}");
    store.save_reform("lower", "Lower the bar", r#"{"changes":[1]}"#, "2026-11-03", true).unwrap();
    let kept = ReformRow {
        key: "lower".into(),
        name: "Lower the bar".into(),
        document: r#"{"changes":[1]}"#.into(),
        made_on: "2026-11-01".into(),
        changed_on: "2026-11-03".into(),
    };
    assert_eq!(store.reform("lower").unwrap(), Some(kept.clone()));
    drop(store);
    let mut store = Store::open(&desk.path("a.takeup")).unwrap();
    assert_eq!(store.reforms().unwrap(), [kept]);
    store.remove_reform("lower").unwrap();
    assert_eq!(store.reforms().unwrap(), []);
    assert!(store.remove_reform("lower").unwrap_err().to_string().contains("gone already"));
    assert!(store.save_reform("broken", "Broken", "not JSON", "2026-11-01", false).is_err());
}

#[test]
fn a_file_made_before_there_were_reforms_gets_their_table() {
    let desk = Desk::new();
    let path = desk.path("old.takeup");
    drop(desk.store("old.takeup"));
    let db = Connection::open(&path).unwrap();
    db.execute_batch(
        "DROP VIEW v_assessments; DROP TABLE assessments; DROP TABLE reforms; PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(db);
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.reforms().unwrap(), []);
    store.save_reform("a", "A", "{}", "2026-11-01", false).unwrap();
    assert_eq!(store.reforms().unwrap().len(), 1);
}
