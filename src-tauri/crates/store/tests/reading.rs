//! Reading registers: all or nothing, the same file twice changes nothing, newer editions mark what vanished.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use support::{Desk, NOW, count, dump, group, look, reading_of};
use takeup_domain::record::{GroupRecord, LeftOut, Record, Source, UseOutcome, UseRecord};
use takeup_store::Tally;

fn groups(keys: &[&str]) -> Vec<Record> {
    keys.iter().map(|key| Record::Group(group(key, &format!("Trust {key}")))).collect()
}

fn numbers(tally: &Tally) -> [u64; 5] {
    [tally.new, tally.changed, tally.same, tally.left_out, tally.vanished]
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    assert_eq!(store.read_before("list", "", "one").unwrap(), None);
    let first = desk.read(&mut store, "list", "one", &groups(&["1", "2", "3"]));
    assert_eq!(numbers(&first), [3, 0, 0, 0, 0]);
    let before = dump(&desk.path("a.takeup"), &["registers", "seen", "sqlite_sequence"]);
    assert_eq!(
        store.read_before("list", "", "one").unwrap().unwrap().records,
        3,
        "it is known before it is read"
    );
    let again = desk.read(&mut store, "list", "one", &groups(&["1", "2", "3"]));
    assert_eq!(numbers(&again), [0, 0, 3, 0, 0]);
    let after = dump(&desk.path("a.takeup"), &["registers", "seen", "sqlite_sequence"]);
    // Only the number of the reading that last showed a group moves on.
    assert_eq!(after.replace("Integer(2)", "Integer(1)"), before.replace("Integer(2)", "Integer(1)"));
    assert_eq!(store.read_before("list", "", "two").unwrap(), None);
    assert_eq!(store.read_before("other", "", "one").unwrap(), None);
}

#[test]
fn a_newer_edition_updates_and_marks_what_vanished() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    desk.read(&mut store, "list", "one", &groups(&["1", "2", "3"]));
    let mut newer = groups(&["1", "4"]);
    newer.push(Record::Group(GroupRecord { income: Some(1), ..group("2", "Trust 2, renamed") }));
    let tally = desk.read(&mut store, "list", "two", &newer);
    assert_eq!(numbers(&tally), [1, 1, 1, 0, 1]);
    let gone = store.group("3").unwrap().unwrap();
    assert_eq!(gone.vanished.as_deref(), Some("2026-11-01"), "marked, not deleted");
    assert_eq!(store.group("2").unwrap().unwrap().name, "Trust 2, renamed");
    assert_eq!(store.counts().unwrap()[0], 3, "a vanished group is no longer counted");
    let names: Vec<String> =
        store.world(&desk.catalogue).unwrap().groups.iter().map(|g| g.key.clone()).collect();
    assert_eq!(names, ["1", "2", "4"], "nor judged");

    let tally = desk.read(&mut store, "list", "three", &groups(&["1", "3", "4"]));
    assert_eq!(numbers(&tally), [0, 1, 2, 0, 1], "the one that returned changed, another vanished");
    assert_eq!(store.group("3").unwrap().unwrap().vanished, None);
    assert!(store.group("2").unwrap().unwrap().vanished.is_some());
}

#[test]
fn another_register_or_scope_marks_nothing_here() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    desk.read(&mut store, "list", "one", &groups(&["1", "2"]));
    assert_eq!(desk.read(&mut store, "other", "one", &groups(&["3"])).vanished, 0);
    let elsewhere = takeup_store::ReadingOf { scope: "E08000003", ..reading_of("list", "two") };
    let mut reading = store.read(&elsewhere, &desk.catalogue.forms).unwrap();
    reading.keep(2, &Record::Group(group("4", "Trust 4"))).unwrap();
    assert_eq!(reading.finish(1, true).unwrap().1.vanished, 0);
    let part = takeup_store::ReadingOf { sha256: "three", ..reading_of("list", "three") };
    let reading = store.read(&part, &desk.catalogue.forms).unwrap();
    assert_eq!(reading.finish(0, false).unwrap().1.vanished, 0, "a file that is not the whole register");
    assert_eq!(store.counts().unwrap()[0], 4);
}

#[test]
fn a_file_that_only_adds_to_groups_lets_none_vanish() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    desk.read(&mut store, "list", "one", &groups(&["1", "2"]));
    let more = |key: &str, volunteers| {
        Record::Patch(GroupRecord { key: key.into(), volunteers: Some(volunteers), ..GroupRecord::default() })
    };
    let tally = desk.read(&mut store, "returns", "one", &[more("1", 5), more("2", 6), more("9", 7)]);
    assert_eq!(numbers(&tally), [0, 2, 0, 1, 0]);
    assert_eq!(tally.reasons.keys().collect::<Vec<_>>(), ["about a group that is not kept here"]);
    let tally = desk.read(&mut store, "returns", "two", &[more("1", 5)]);
    assert_eq!(numbers(&tally), [0, 0, 1, 0, 0]);
    assert_eq!(store.group("2").unwrap().unwrap().vanished, None, "it is still in its register");
    assert_eq!(store.group("2").unwrap().unwrap().volunteers, Some(6));
}

#[test]
fn a_reading_that_is_dropped_or_only_tried_keeps_nothing() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    desk.read(&mut store, "list", "one", &groups(&["1", "2"]));
    let before = dump(&desk.path("a.takeup"), &[]);
    let of = reading_of("list", "two");
    let mut reading = store.read(&of, &desk.catalogue.forms).unwrap();
    reading.keep(2, &Record::Group(group("3", "Trust 3"))).unwrap();
    reading.leave_out(&LeftOut { line: 3, reason: "no name".into(), what: "x".into() }).unwrap();
    assert_eq!((reading.tally().new, reading.tally().left_out), (1, 1));
    drop(reading);
    assert_eq!(dump(&desk.path("a.takeup"), &[]), before, "dropped");

    let mut reading = store.read(&of, &desk.catalogue.forms).unwrap();
    reading.keep(2, &Record::Group(group("3", "Trust 3"))).unwrap();
    let told = reading.preview(1, true).unwrap();
    assert_eq!(dump(&desk.path("a.takeup"), &[]), before, "previewed");
    let done = desk.read(&mut store, "list", "two", &[Record::Group(group("3", "Trust 3"))]);
    assert_eq!(told, done, "a preview tells what the reading then does");
    assert_eq!(numbers(&done), [1, 0, 0, 0, 2]);
}

#[test]
fn a_record_that_cannot_be_kept_is_an_error_and_nothing_of_the_file_stays() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let before = dump(&desk.path("a.takeup"), &[]);
    let mut bad = group("2", "Trust 2");
    bad.forms.insert("guild-of-nowhere".into(), true);
    let mut reading = store.read(&reading_of("list", "one"), &desk.catalogue.forms).unwrap();
    reading.keep(2, &Record::Group(group("1", "Trust 1"))).unwrap();
    reading.keep(3, &Record::Group(bad)).unwrap_err();
    drop(reading);
    assert_eq!(dump(&desk.path("a.takeup"), &[]), before);
}

#[test]
fn rows_left_out_are_listed_for_the_newest_edition() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let mut last = 0;
    for edition in ["one", "two"] {
        let mut reading = store.read(&reading_of("list", edition), &desk.catalogue.forms).unwrap();
        for line in [9, 4] {
            let reason = format!("no name in edition {edition}");
            reading.leave_out(&LeftOut { line, reason, what: "\"<b>\"".into() }).unwrap();
        }
        last = reading.finish(2, true).unwrap().0;
    }
    let rows = store.left_out(last).unwrap();
    let lines: Vec<(i64, &str)> = rows.iter().map(|r| (r.line, r.reason.as_str())).collect();
    assert_eq!(lines, [(4, "no name in edition two"), (9, "no name in edition two")]);
    assert_eq!(store.left_out(last - 1).unwrap(), []);
    let newest = &store.registers().unwrap()[0];
    assert_eq!((newest.id, newest.rows, newest.left_out), (last, 2, 2));
    assert_eq!(newest.edition.as_deref(), Some("two"));
}

#[test]
fn a_status_that_the_newer_edition_no_longer_states_is_gone() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let mut one = group("1", "Trust 1");
    one.forms.insert("cic".into(), true);
    one.traits.insert("no-surplus-to-members".into(), true);
    desk.read(&mut store, "list", "one", &[Record::Group(one)]);
    desk.read(&mut store, "list", "two", &[Record::Group(group("1", "Trust 1"))]);
    let found = store.group("1").unwrap().unwrap();
    assert_eq!(found.forms, [("registered-charity".to_string(), true)].into());
    assert_eq!(found.traits, [].into());
}

#[test]
fn uses_are_kept_once_and_follow_their_outcome() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    let mut used = UseRecord {
        power: "neighbourhood-plan".into(),
        area: "E08000009".into(),
        group_key: None,
        group_name: "A forum".into(),
        what: "Plan".into(),
        date: "2025-03".into(),
        outcome: UseOutcome::Pending,
        source: Source { title: "Minutes".into(), address: None },
    };
    assert_eq!(numbers(&desk.read(&mut store, "uses", "one", &[Record::Use(used.clone())])), [1, 0, 0, 0, 0]);
    assert_eq!(numbers(&desk.read(&mut store, "uses", "two", &[Record::Use(used.clone())])), [0, 0, 1, 0, 0]);
    used.outcome = UseOutcome::Succeeded;
    assert_eq!(
        numbers(&desk.read(&mut store, "uses", "three", &[Record::Use(used.clone())])),
        [0, 1, 0, 0, 0]
    );
    assert_eq!(
        count(&look(&desk.path("a.takeup")), "SELECT count(*) FROM uses WHERE outcome = 'succeeded'"),
        1
    );
    let error = store.add_use(&used, None, NOW).unwrap_err().to_string();
    assert!(error.contains("this use was entered before; nothing was added"), "{error}");
}
