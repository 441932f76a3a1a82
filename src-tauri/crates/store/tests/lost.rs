//! The file goes away, or the disk fills, while a workspace is open.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use std::path::Path;

use support::{Desk, dump, group, reading_of};
use takeup_domain::record::{LeftOut, Record};
use takeup_store::{Store, StoreError};

/// Nothing can be saved in it, and a copy still holds everything.
fn is_gone(desk: &Desk, store: &mut Store, to: &Path) {
    let error = store.set_meta("area", "E08000003").unwrap_err();
    assert!(matches!(error, StoreError::Gone(_)), "{error:?}");
    let message = error.to_string();
    assert!(message.contains("was moved or deleted while it was open"), "{message}");
    assert!(message.contains("Save a copy"), "{message}");
    let error = store.read(&reading_of("list", "1"), &desk.catalogue.forms).err().unwrap();
    assert!(matches!(error, StoreError::Gone(_)), "{error:?}");
    assert_eq!(store.meta("area").unwrap().as_deref(), Some("E08000009"), "reading goes on");
    store.save_copy(to).unwrap();
    let copy = Store::open(to).unwrap();
    assert_eq!(copy.meta("area").unwrap().as_deref(), Some("E08000009"));
    assert_eq!(copy.counts().unwrap()[0], 1);
}

fn open(desk: &Desk) -> Store {
    let mut store = desk.store("a.takeup");
    store.set_meta("area", "E08000009").unwrap();
    desk.read(&mut store, "list", "2026-10-01", &[Record::Group(group("G-1", "Old Library Trust"))]);
    store
}

#[test]
fn the_file_was_deleted() {
    let desk = Desk::new();
    let mut store = open(&desk);
    std::fs::remove_file(desk.path("a.takeup")).unwrap();
    is_gone(&desk, &mut store, &desk.path("saved.takeup"));
}

#[test]
fn the_file_and_its_log_were_deleted() {
    let desk = Desk::new();
    let mut store = open(&desk);
    for end in ["", "-wal", "-shm"] {
        std::fs::remove_file(desk.path(&format!("a.takeup{end}"))).unwrap();
    }
    is_gone(&desk, &mut store, &desk.path("saved.takeup"));
}

#[test]
fn the_file_was_moved() {
    let desk = Desk::new();
    let mut store = open(&desk);
    std::fs::rename(desk.path("a.takeup"), desk.path("b.takeup")).unwrap();
    is_gone(&desk, &mut store, &desk.path("saved.takeup"));
}

#[test]
fn another_file_was_put_in_its_place() {
    let desk = Desk::new();
    let mut store = open(&desk);
    std::fs::write(desk.path("new"), "Dear council").unwrap();
    std::fs::rename(desk.path("new"), desk.path("a.takeup")).unwrap();
    is_gone(&desk, &mut store, &desk.path("saved.takeup"));
    drop(store);
    assert_eq!(std::fs::read_to_string(desk.path("a.takeup")).unwrap(), "Dear council");
}

#[test]
fn a_full_disk_keeps_nothing_of_a_reading() {
    let desk = Desk::new();
    let mut store = open(&desk);
    let before = dump(&desk.path("a.takeup"), &[]);
    store.hold_to(60).unwrap();
    let forms = &desk.catalogue.forms;
    let mut reading = store.read(&reading_of("other", "2026-10-01"), forms).unwrap();
    let mut row = 0;
    let error = loop {
        row += 1;
        assert!(row < 100_000, "it never filled");
        let line = LeftOut { line: row, reason: "no name".into(), what: "x".repeat(100) };
        let kept = reading.keep(row, &Record::Group(group(&format!("N-{row}"), "A new trust")));
        if let Err(error) = kept.and_then(|()| reading.leave_out(&line)) {
            break error;
        }
    };
    drop(reading);
    assert!(matches!(error, StoreError::DiskFull(_)), "{error:?}");
    let message = error.to_string();
    assert!(message.contains("is full. Nothing of this was kept; make room and try again"), "{message}");
    assert_eq!(dump(&desk.path("a.takeup"), &[]), before);

    store.hold_to(100_000).unwrap();
    let tally = desk.read(&mut store, "other", "2026-10-01", &[Record::Group(group("N-1", "A new trust"))]);
    assert_eq!(tally.new, 1, "with room again it goes on");
}

#[test]
fn a_full_disk_keeps_nothing_of_a_change() {
    let desk = Desk::new();
    let mut store = open(&desk);
    let before = dump(&desk.path("a.takeup"), &[]);
    store.hold_to(1).unwrap();
    let error = store.save_mapping("columns", &"x".repeat(2 << 20)).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull(_)), "{error:?}");
    assert_eq!(dump(&desk.path("a.takeup"), &[]), before);
    assert_eq!(store.mapping("columns").unwrap(), None);
}
