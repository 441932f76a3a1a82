//! Levels over time through the commands: what nobody recorded is not known, never zero.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use serde_json::{Value, json};
use takeup_tests::work::{NOMINATION, TRAFFORD, Work};

/// The value of a level on the last day, and on the first.
fn level(work: &Work, id: &str) -> (Value, Value) {
    let page = work.ask("levels", json!({"area": TRAFFORD, "years": 10}));
    let place = page["columns"].as_array().unwrap().iter().position(|c| c["id"] == id).unwrap();
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 11);
    (rows[10]["values"][place].clone(), rows[0]["values"][place].clone())
}

#[test]
fn what_nobody_recorded_is_not_known() {
    let work = Work::trafford();
    for id in ["groups", "money", "barriers", "lifted", "tried", "succeeded"] {
        assert_eq!(level(&work, id), (Value::Null, Value::Null), "{id}");
    }
    assert!(level(&work, "powers").0.as_u64() > level(&work, "powers").1.as_u64());

    let looked = json!({"power": NOMINATION, "area": TRAFFORD, "register": "The list", "as_at": "2026-02-01",
                        "source": "A test"});
    work.ask("record_coverage", looked);
    assert_eq!(level(&work, "tried"), (json!(0), json!(0)), "somebody looked");
    assert_eq!(level(&work, "looked"), (json!(1), json!(0)));

    let found = json!({"barrier": "unaware-of-right", "effect": "stops", "area": TRAFFORD, "note": "Asked",
                       "date": "2026-02-01", "source": "A test"});
    work.ask("record_finding", found);
    assert_eq!(level(&work, "barriers"), (json!(1), json!(0)));
    assert_eq!(level(&work, "lifted"), (json!(0), json!(0)));
}
