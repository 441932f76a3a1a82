//! Files that are not opened: each has its own message, and none is written to.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use std::path::PathBuf;

use support::{Desk, NOW, group, stays_shut};
use takeup_domain::record::Record;
use takeup_store::{Store, StoreError};

fn written(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.path(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A workspace of some pages, closed, as bytes.
fn workspace(desk: &Desk, name: &str) -> (PathBuf, Vec<u8>) {
    let mut store = desk.store(name);
    let groups: Vec<Record> = (0..200)
        .map(|n| Record::Group(group(&format!("GB-CHC-{n}"), "A trust of some length of name")))
        .collect();
    desk.read(&mut store, "list", "2026-10-01", &groups);
    drop(store);
    let path = desk.path(name);
    let bytes = std::fs::read(&path).unwrap();
    (path, bytes)
}

#[test]
fn a_file_that_is_not_there() {
    let desk = Desk::new();
    let path = desk.path("gone.takeup");
    let error = Store::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Missing(_)));
    assert!(
        error.to_string().contains("There is no file at")
            && error.to_string().contains("make a new workspace")
    );
    assert!(!path.exists());
}

#[test]
fn files_of_other_kinds() {
    let desk = Desk::new();
    let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0].repeat(40);
    let left = "It was left as it is. Open a .takeup file";
    for (name, bytes, kind) in [
        ("photo.takeup", jpeg.as_slice(), "it is a JPEG picture"),
        ("empty.takeup", b"", "the file is empty"),
        ("letter.takeup", b"Dear council,\nplease list our pub.", "its content is something else"),
        ("one-byte.takeup", b"S", "its content is something else"),
        ("page.takeup", b"%PDF-1.7", "it is a PDF"),
        ("sheet.takeup", b"PK\x03\x04", "it is a zip or a spreadsheet"),
    ] {
        let error = stays_shut(&written(&desk, name, bytes), &["is not a Takeup workspace", kind, left]);
        assert!(matches!(error, StoreError::NotOurs { .. }), "{error:?}");
    }
}

#[test]
fn a_folder() {
    let desk = Desk::new();
    let path = desk.path("folder.takeup");
    std::fs::create_dir(&path).unwrap();
    let error = Store::open(&path).unwrap_err();
    assert!(error.to_string().contains("could not be read or written"), "{error}");
}

#[test]
fn a_database_of_another_program() {
    let desk = Desk::new();
    let path = desk.path("bookmarks.takeup");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(
        "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x'); PRAGMA user_version = 900;",
    )
    .unwrap();
    drop(db);
    let error = stays_shut(&path, &["is not a Takeup workspace", "a database of another program"]);
    assert!(matches!(error, StoreError::NotOurs { .. }), "{error:?}");
}

#[test]
fn a_workspace_of_a_newer_takeup() {
    let desk = Desk::new();
    let (path, _) = workspace(&desk, "newer.takeup");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA user_version = 7").unwrap();
    drop(db);
    let error = stays_shut(
        &path,
        &["made by a newer Takeup", "format 7; this one reads up to 3", "Install the newer"],
    );
    assert!(matches!(error, StoreError::Newer { found: 7, known: 3, .. }), "{error:?}");
}

#[test]
fn a_workspace_cut_short() {
    let desk = Desk::new();
    let (_, whole) = workspace(&desk, "whole.takeup");
    for (name, length, detail) in [
        ("half.takeup", whole.len() / 2, "it should have"),
        ("almost.takeup", whole.len() - 1, "it should have"),
        ("head.takeup", 60, "its header is cut short"),
    ] {
        let path = written(&desk, name, &whole[..length]);
        let error = stays_shut(&path, &["is damaged", detail, "Open a copy or a backup"]);
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    }
}

#[test]
fn a_workspace_with_scrambled_pages() {
    let desk = Desk::new();
    let (_, whole) = workspace(&desk, "whole.takeup");
    let page = 4096;
    for first in [1, 3] {
        let mut bytes = whole.clone();
        bytes[first * page..].chunks_mut(page).for_each(|p| p[..200].iter_mut().for_each(|b| *b = !*b));
        let path = written(&desk, &format!("scrambled-{first}.takeup"), &bytes);
        let error = stays_shut(&path, &["is damaged", "Open a copy or a backup"]);
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    }
    let mut bytes = whole.clone();
    bytes[100..1000].fill(0xee);
    let path = written(&desk, "scrambled-schema.takeup", &bytes);
    let error = stays_shut(&path, &["is damaged"]);
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_workspace_nobody_may_write() {
    let desk = Desk::new();
    let (path, _) = workspace(&desk, "shared.takeup");
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    let error = stays_shut(&path, &["is read-only", "Copy it to a folder of yours and open the copy"]);
    assert!(matches!(error, StoreError::ReadOnly(_)), "{error:?}");
}

#[test]
fn a_workspace_that_is_open_elsewhere() {
    let desk = Desk::new();
    let mut first = desk.store("a.takeup");
    let error = stays_shut(&desk.path("a.takeup"), &["is open in another Takeup", "Close it there first"]);
    assert!(matches!(error, StoreError::OpenElsewhere(_)), "{error:?}");
    first.set_meta("area", "E08000009").unwrap();
    drop(first);
    assert_eq!(
        Store::open(&desk.path("a.takeup")).unwrap().meta("area").unwrap().as_deref(),
        Some("E08000009")
    );
}

#[test]
fn a_workspace_that_another_tool_holds_is_busy() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let other = rusqlite::Connection::open(desk.path("a.takeup")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = store.set_meta("area", "E08000009").unwrap_err();
    assert!(matches!(error, StoreError::Busy(_)), "{error:?}");
    assert!(error.to_string().contains("busy in another program"), "{error}");
    other.execute_batch("ROLLBACK").unwrap();
    store.set_meta("area", NOW).unwrap();
}

/// After a crash in the middle of a checkpoint the file is shorter than its header says, and all is in the log.
#[test]
fn a_crash_while_the_log_was_folded_in_loses_nothing() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let groups: Vec<Record> = (0..200).map(|n| Record::Group(group(&format!("G-{n}"), "A trust"))).collect();
    desk.read(&mut store, "list", "2026-10-01", &groups);
    let log = std::fs::read(desk.path("a.takeup-wal")).unwrap();
    let short = std::fs::read(desk.path("a.takeup")).unwrap().len();
    assert!(!log.is_empty(), "the log is still to be folded in");
    drop(store);
    let whole = std::fs::read(desk.path("a.takeup")).unwrap();
    let kept = short.max(4096);
    assert!(kept < whole.len(), "the file grew when the log was folded in");
    let path = written(&desk, "crashed.takeup", &whole[..kept]);
    std::fs::write(desk.path("crashed.takeup-wal"), &log).unwrap();
    assert_eq!(Store::open(&path).unwrap().counts().unwrap()[0], 200);
}
