//! The document that pages know is the one that the rules read, field by field.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

use serde_json::{Value, json};
use takeup_api::answer::assessment::AssessmentDoc;
use takeup_domain::keytest::{Assessment, read};

/// With every field there is.
fn whole() -> Assessment {
    let evidence = json!([{"grade": "D", "source": "s", "quote": "q", "date": "2026-01-01", "by": "b", "superseded": true}]);
    let claim = json!({"action": "x", "people": 3, "funded": "yes", "dated_in_window": "no", "same_people": "n/a", "same_place": "yes",
        "same_kind_of_harm": "yes", "not_double_counted": "yes", "accepted_by_those_affected": "no", "evidence": evidence});
    let shift = json!({"before": 0, "promised": 4, "granted": 3, "exercised": 1, "codified": "yes", "citizen_controlled": "no",
        "durable": "yes", "remedy": "n/a", "usable": "yes", "evidence": evidence});
    let document = json!({"id": "a", "version": 2, "made_on": "2026-01-01", "review_by": "2026-02-01", "expires": "2026-03-01",
        "law_changed_on": "2026-02-02",
        "initiative": {"title": "t", "what_changes": "w", "duty_holder": "d", "powers": ["p"], "areas": ["E08000009"],
            "from": "2026-04-01", "stage": "reviewed", "instrument": "i"},
        "baseline": {"date": "2025-01-01", "description": "b"}, "window": {"from": "2026-01-01", "to": "2026-12-31"}, "portfolio": "p",
        "shift": {"information": shift, "decision": shift, "people": shift},
        "quality": {"dimensions": [{"name": "n", "measure": "m", "baseline": 1.5, "floor": 1.0, "margin": 0.5, "value": 1.25,
            "less_is_better": true, "critical": true, "statutory": true, "status": "within-margin", "evidence": evidence}],
            "safeguards": {"monitored": "m", "trigger": "t", "steps_in": "s"}},
        "groups": [{"group": "g", "considered": "c", "evidence": evidence, "effects": [{"what": "w", "channel": "displacement",
            "direction": "adverse", "severity": 2, "people": 9, "reversible": "yes", "rights_based": "no", "starts": "2026-01-01",
            "ends": "2026-12-31", "places": ["x"], "offsets": [claim], "evidence": evidence}]}],
        "actions": [{"id": "x", "what": "w", "from": "2026-01-01", "to": "2026-12-31", "evidence": evidence,
            "offers": [{"kind": "cost", "groups": ["g"], "places": ["x"], "people": 7}]}],
        "cuts": [{"id": "c", "what": "w", "on": "2026-06-01", "kind": "voice", "groups": ["g"], "places": ["x"], "people": 1}],
        "false_use": {"beneficiary": "b", "renewal": "yes", "tied_to_grant_end": "no", "one_funder": "yes", "usable_by_others": "no",
            "done_before": "yes", "only_tasks": "yes", "benefit_is_whole_case": "yes", "members_unlike_area": "yes",
            "confirmed": [{"flag": "F2", "is_false_use": false, "reason": "r", "by": "b", "on": "2026-01-01"}]},
        "conditions": [{"what": "w", "owner": "o", "evidence_wanted": "e", "by": "2026-01-01"}],
        "readers": {"assessor": "a", "interests": "i", "second_reader": "s", "second_interests": "j", "read_on": "2026-01-02"},
        "citizens_view": [{"who": "w", "on": "2026-01-01", "text": "t", "levels": {"people": 2}, "outcome": "meets-if", "evidence": evidence}],
        "judgements": [{"outcome": "meets", "reason": "r", "by": "b", "on": "2026-01-01"}]});
    read(&document.to_string()).unwrap_or_else(|e| panic!("{e:?}"))
}

/// Paths of every field in a value, once for lists.
fn paths(value: &Value, at: &str, found: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, v)| paths(v, &format!("{at}.{name}"), found)),
        Value::Array(list) => list.iter().for_each(|v| paths(v, at, found)),
        _ => {
            found.insert(at.to_string());
        }
    }
}

#[test]
fn the_pages_document_and_the_rules_document_are_one() {
    let mut all = vec![whole()];
    all.extend(takeup_api::shipped().keytest.values().map(|w| w.assessment.clone()));
    for original in &all {
        let wire = serde_json::to_value(original).unwrap();
        let pages: AssessmentDoc = serde_json::from_value(wire).unwrap();
        let back = serde_json::to_string(&pages).unwrap();
        assert_eq!(&read(&back).unwrap_or_else(|e| panic!("{e:?}")), original);
    }
    // Nothing that the pages know is missing from the whole document above: it has every field there is.
    let (mut known, mut said) = Default::default();
    let mut with_all = serde_json::to_value(AssessmentDoc::default()).unwrap();
    with_all["version"] = json!(1);
    paths(&with_all, "", &mut known);
    paths(&serde_json::to_value(whole()).unwrap(), "", &mut said);
    let missing: Vec<&String> =
        known.iter().filter(|p| !said.iter().any(|s| s.starts_with(p.as_str()))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
