//! What people tell: it overrides a register and stands beside it, can be taken back, and reads well in the views.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use support::{Desk, NOW, count, group, look};
use takeup_domain::record::{
    CoverageRecord, FindingEffect, FindingRecord, GroupRecord, Record, Source, UseOutcome, UseRecord,
};
use takeup_store::{FactKey, FactRow, JudgedRow, Store};

const NOMINATION: &str = "asset-of-community-value-nomination";

fn fact(group: Option<i64>, key: &str, value: &str, date: &str) -> FactRow {
    let (key, value, date) = (key.into(), value.into(), date.into());
    FactRow { id: 0, group, area: "E08000009".into(), key, value, source: "Secretary".into(), date }
}

fn source() -> Source {
    Source { title: "Council minutes".into(), address: Some("https://example.org/minutes".into()) }
}

fn use_of(group_key: &str) -> UseRecord {
    UseRecord {
        power: NOMINATION.into(),
        area: "E08000009".into(),
        group_key: Some(group_key.into()),
        group_name: "Old Library Trust".into(),
        what: "Nominated the library".into(),
        date: "2025-06".into(),
        outcome: UseOutcome::Refused,
        source: source(),
    }
}

fn with_a_group(desk: &Desk) -> (Store, i64) {
    let mut store = desk.store("a.takeup");
    let found = GroupRecord { members: Some(40), founded: None, ..group("GB-CHC-1", "Old Library Trust") };
    desk.read(&mut store, "list", "2026-10-01", &[Record::Group(found)]);
    let id = store.group("GB-CHC-1").unwrap().unwrap().id;
    (store, id)
}

#[test]
fn a_fact_told_by_hand_overrides_the_register_and_both_stay() {
    let desk = Desk::new();
    let (mut store, id) = with_a_group(&desk);
    for (key, value, date) in [
        ("form:registered-charity", "no", "2026-10-02"),
        ("form:unincorporated-association", "yes", "2026-10-02"),
        ("members", "7", "2026-10-03"),
        ("members", "12", "2026-10-04"),
        ("members", "9", "2026-10-01"),
        ("share:local-elector", "33.3", "2026-10-02"),
        ("members:local-elector", "11", "2026-10-02"),
        ("works-here", "no", "2026-10-02"),
        ("founded", "1999-05-01", "2026-10-02"),
        ("capacity:organising", "high", "2026-10-02"),
    ] {
        store.add_fact(&fact(Some(id), key, value, date), NOW).unwrap();
    }
    let world = store.world(&desk.catalogue).unwrap();
    let judged = &world.groups[0];
    assert_eq!(judged.forms.get("registered-charity"), Some(&false));
    assert_eq!(judged.forms.get("unincorporated-association"), Some(&true));
    assert_eq!(judged.founded, Some("1999-05-01".parse().unwrap()));
    let told = judged.told.as_ref().unwrap();
    assert_eq!(told.total_members, Some(12), "the latest by date counts, whenever it was entered");
    assert_eq!(told.member_share.get("local-elector"), Some(&333));
    assert_eq!(told.members.get("local-elector"), Some(&11));
    let trafford = desk.catalogue.area_index("E08000009").unwrap();
    assert_eq!(told.here[&trafford].works, Some(false));
    assert_eq!(told.here.len(), 1, "elsewhere nothing was told");
    assert_eq!(told.sources["members"], "Secretary (2026-10-04)");
    assert_eq!(told.sources["form:registered-charity"], "Secretary (2026-10-02)");

    let register = store.group("GB-CHC-1").unwrap().unwrap();
    assert_eq!((register.members, register.forms.get("registered-charity")), (Some(40), Some(&true)));
    assert_eq!(store.facts().unwrap().len(), 10);
    let again = Record::Group(GroupRecord { members: Some(41), ..group("GB-CHC-1", "Old Library Trust") });
    desk.read(&mut store, "list", "2026-11-01", &[again]);
    let world = store.world(&desk.catalogue).unwrap();
    assert_eq!(world.groups[0].told.as_ref().unwrap().total_members, Some(12), "also after a newer edition");
    assert_eq!(world.groups[0].forms.get("registered-charity"), Some(&false));
}

#[test]
fn a_fact_of_a_place_is_kept_for_the_place() {
    let desk = Desk::new();
    let mut store = desk.store("a.takeup");
    store.add_fact(&fact(None, "area-type", "parished", "2026-10-02"), NOW).unwrap();
    store.add_fact(&fact(None, &format!("outcome:{NOMINATION}"), "yes", "2026-10-02"), NOW).unwrap();
    let world = store.world(&desk.catalogue).unwrap();
    let told = &world.area_told[&desk.catalogue.area_index("E08000009").unwrap()];
    assert_eq!(told.area_type.map(|t| t.as_str()), Some("parished"));
    assert_eq!(told.outcomes.get(NOMINATION), Some(&true));
}

#[test]
fn values_that_do_not_fit_their_key_are_refused_in_words() {
    for (key, good, bad, words) in [
        ("members", "21", "about 20", "a whole number"),
        ("members:local-elector", "0", "-1", "a whole number"),
        ("share:local-elector", "33.3 %", "101", "a percentage"),
        ("share:local-elector", "100", "NaN", "a percentage"),
        ("form:cio", "Yes", "maybe", "“yes” or “no”"),
        ("works-here", "0", "", "“yes” or “no”"),
        ("area-type", "parished", "rural", "“parished”"),
        ("founded", "2019-06-30", "30/06/2019", "a day"),
        ("founded", "2020-02-29", "2021-02-29", "a day"),
        ("capacity:enduring", "none", "5", "“high”"),
    ] {
        let parsed = FactKey::parse(key).unwrap();
        assert_eq!(parsed.refuses(good), None, "{key} = {good}");
        let advice = parsed.refuses(bad).unwrap();
        assert!(advice.contains(words), "{key} = {bad}: {advice}");
    }
    for key in ["", "form", "form:", "colour:red", "capacity:moral", "standing:"] {
        assert_eq!(FactKey::parse(key), None, "{key}");
    }
}

#[test]
fn records_are_taken_back_one_by_one() {
    let desk = Desk::new();
    let (mut store, id) = with_a_group(&desk);
    let coverage = CoverageRecord {
        power: NOMINATION.into(),
        area: "E08000009".into(),
        register: "List of assets".into(),
        as_at: "2026-10-01".parse().unwrap(),
        source: source(),
    };
    let finding = FindingRecord {
        barrier: "no-published-process".into(),
        effect: FindingEffect::Stops,
        power: Some(NOMINATION.into()),
        area: Some("E08000009".into()),
        duty_holder: None,
        group_key: None,
        form: None,
        note: "Paused".into(),
        date: "2026-10-01".parse().unwrap(),
        source: source(),
    };
    let kept = [
        ("use", store.add_use(&use_of("GB-CHC-1"), Some(id), NOW).unwrap()),
        ("coverage", store.add_coverage(&coverage, NOW).unwrap()),
        ("finding", store.add_finding(&finding, None, NOW).unwrap()),
        ("fact", store.add_fact(&fact(Some(id), "members", "7", "2026-10-01"), NOW).unwrap()),
    ];
    let error = store.add_coverage(&coverage, NOW).unwrap_err().to_string();
    assert!(error.contains("entered before; nothing was added"), "{error}");
    assert_eq!(store.counts().unwrap(), [1, 1, 1, 1, 1, 1]);
    let world = store.world(&desk.catalogue).unwrap();
    assert_eq!((world.uses.len(), world.coverage.len(), world.findings.len()), (1, 1, 1));
    assert_eq!(world.uses[0].group, Some(id));
    assert_eq!(world.findings[0].area, desk.catalogue.area_index("E08000009"));
    for (kind, id) in kept {
        store.remove(kind, id).unwrap();
        let error = store.remove(kind, id).unwrap_err().to_string();
        assert!(error.contains(&format!("There is no {kind} number {id}")), "{error}");
    }
    assert_eq!(store.counts().unwrap(), [1, 1, 0, 0, 0, 0]);
    let error = store.remove("group", 1).unwrap_err().to_string();
    assert!(error.contains("is not one of use, coverage, finding, fact"), "{error}");
}

#[test]
fn labels_are_renewed_and_old_ones_stay_while_records_name_them() {
    let desk = Desk::new();
    let (mut store, id) = with_a_group(&desk);
    store.add_use(&use_of("GB-CHC-1"), Some(id), NOW).unwrap();
    let mut newer = (*desk.catalogue).clone();
    newer.powers.remove(NOMINATION);
    newer.powers.get_mut("neighbourhood-plan").unwrap().name = "Write a plan of our own".into();
    store.set_labels(&newer).unwrap();
    let db = look(&desk.path("a.takeup"));
    let name = |id: &str| -> String {
        db.query_row("SELECT name FROM powers WHERE id = ?1", [id], |r| r.get(0)).unwrap()
    };
    assert_eq!(name("neighbourhood-plan"), "Write a plan of our own");
    assert_eq!(name(NOMINATION), desk.catalogue.powers[NOMINATION].name);
    assert_eq!(count(&db, "SELECT count(*) FROM areas"), 397);
}

#[test]
fn the_views_read_well() {
    let desk = Desk::new();
    let (mut store, id) = with_a_group(&desk);
    store.add_use(&use_of("GB-CHC-1"), Some(id), NOW).unwrap();
    let row = JudgedRow {
        area: "E08000009".into(),
        power: NOMINATION.into(),
        status: "tried-and-refused",
        reach: "open",
        used: "refused",
        open: 1,
        unsettled: 2,
        blocked: 3,
        out_of_reach: 4,
    };
    store.set_judged(std::slice::from_ref(&row), "2026-11-01").unwrap();
    store.set_judged(&[row], "2026-11-01").unwrap();
    let db = look(&desk.path("a.takeup"));
    let one = |sql: &str| -> Vec<String> {
        let mut found = db.prepare(sql).unwrap();
        let columns = found.column_count();
        found.query_row([], |r| (0..columns).map(|i| r.get(i)).collect()).unwrap()
    };
    let power = desk.catalogue.powers[NOMINATION].name.as_str();
    let status =
        one("SELECT area, power, department, status, reach, use, CAST(groups_blocked AS TEXT) FROM v_status");
    assert_eq!(status, ["Trafford", power, "mhclg", "tried-and-refused", "open", "refused", "3"]);
    let uses = one("SELECT date, area, power, \"group\", outcome, source, group_key FROM v_uses");
    let wanted =
        ["2025-06", "Trafford", power, "Old Library Trust", "refused", "Council minutes", "GB-CHC-1"];
    assert_eq!(uses, wanted);
    let groups = one("SELECT name, key, area, basis, legal_forms, register, edition FROM v_groups");
    let wanted = [
        "Old Library Trust",
        "GB-CHC-1",
        "Trafford",
        "works-in",
        "Registered charity",
        "A register",
        "2026-10-01",
    ];
    assert_eq!(groups, wanted);
    for view in ["v_status", "v_uses", "v_groups"] {
        assert_eq!(count(&db, &format!("SELECT count(*) FROM {view}")), 1, "{view}");
    }
}
