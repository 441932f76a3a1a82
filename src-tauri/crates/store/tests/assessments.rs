//! Assessments: every version stays as it was kept, in a file made by an older Takeup too.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use rusqlite::Connection;
use support::{Desk, NOW, count, look};
use takeup_store::{AssessmentRow, Store, StoreError};

fn version(n: i64) -> AssessmentRow {
    AssessmentRow {
        key: "library".into(),
        version: n,
        portfolio: Some("ward".into()),
        title: format!("Library, draft {n}"),
        document: "{}".into(),
        rules: "1".into(),
        outcome: "meets".into(),
        result: "{}".into(),
        made_on: "2026-11-01".into(),
        expires: "2027-11-01".into(),
        recorded_at: NOW.into(),
    }
}

#[test]
fn a_version_is_never_written_over() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    assert_eq!(store.next_assessment("library").unwrap(), 1);
    store.keep_assessment(&version(1)).unwrap();
    let error = store.keep_assessment(&AssessmentRow { title: "Another".into(), ..version(1) }).unwrap_err();
    assert!(
        matches!(error, StoreError::Invalid(_)) && error.to_string().contains("stays as it is"),
        "{error}"
    );
    store.keep_assessment(&version(2)).unwrap();
    assert_eq!(store.next_assessment("library").unwrap(), 3);
    assert_eq!(store.assessment("library", None).unwrap().unwrap(), version(2));
    assert_eq!(store.assessment("library", Some(1)).unwrap().unwrap(), version(1));
    assert_eq!(store.assessment("library", Some(9)).unwrap(), None);
    assert_eq!(store.assessments().unwrap(), [version(2), version(1)]);
    let error = store.remove_assessment("library", 1).unwrap_err().to_string();
    assert!(error.contains("Only the newest"), "{error}");
    store.remove_assessment("library", 2).unwrap();
    assert_eq!(store.assessments().unwrap(), [version(1)]);
    drop(store);
    assert_eq!(count(&look(&desk.path("a.takeup")), "SELECT count(*) FROM v_assessments"), 1);
}

#[test]
fn a_file_of_the_first_format_is_carried_over_with_what_it_holds() {
    let desk = Desk::new();
    let path = desk.path("old.takeup");
    let mut store = desk.store("old.takeup");
    store.set_meta("area", "E08000009").unwrap();
    drop(store);
    let db = Connection::open(&path).unwrap();
    db.execute_batch("DROP VIEW v_assessments; DROP TABLE assessments; PRAGMA user_version = 2;").unwrap();
    drop(db);
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.meta("area").unwrap().as_deref(), Some("E08000009"));
    store.keep_assessment(&version(1)).unwrap();
}
