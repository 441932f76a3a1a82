//! After each kind of record, what is reread alone is what reading the whole file gives.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod support;

use support::{Desk, NOW, group};
use takeup_domain::record::{
    CoverageRecord, FindingEffect, FindingRecord, Record, Source, UseOutcome, UseRecord,
};
use takeup_domain::world::World;
use takeup_store::{Affected, FactRow, Facts, Store, Touched};

const NOMINATION: &str = "asset-of-community-value-nomination";
const TRAFFORD: &str = "E08000009";

/// A workspace with two groups, and what was on record before.
struct Before {
    desk: Desk,
    store: Store,
    world: World,
}

impl Before {
    fn new() -> Self {
        let desk = Desk::new();
        let mut store = desk.store("a.takeup");
        let mut council = group("GB-LAE-1", "A parish council");
        council.forms = [("parish-council".to_string(), true)].into();
        let all = [Record::Group(group("GB-CHC-1", "Old Library Trust")), Record::Group(council)];
        desk.read(&mut store, "list", "2026-10-01", &all);
        let world = store.world(&desk.catalogue).unwrap();
        Before { desk, store, world }
    }

    fn id(&self, key: &str) -> i64 {
        self.store.group(key).unwrap().unwrap().id
    }

    fn trafford(&self) -> usize {
        self.desk.catalogue.area_index(TRAFFORD).unwrap()
    }

    /// Reads again what was touched and compares it with everything read again.
    #[track_caller]
    fn same(&mut self, touched: &Touched, areas: &[usize], facts: Facts) {
        let (found, affected) = self.store.world_after(&self.world, touched).unwrap();
        let whole = self.store.world(&self.desk.catalogue).unwrap();
        assert_eq!(format!("{found:?}"), format!("{whole:?}"));
        assert_ne!(format!("{found:?}"), format!("{:?}", self.world), "nothing was written");
        assert_eq!(affected, Affected::Areas { areas: areas.iter().copied().collect(), facts });
        self.world = found;
    }

    fn fact(&mut self, group: Option<i64>, key: &str, value: &str) -> i64 {
        let fact = FactRow {
            id: 0,
            group,
            area: TRAFFORD.into(),
            key: key.into(),
            value: value.into(),
            source: "Secretary".into(),
            date: "2026-10-02".into(),
        };
        self.store.add_fact(&fact, NOW).unwrap()
    }
}

fn source() -> Source {
    Source { title: "Minutes".into(), address: None }
}

#[test]
fn facts_of_a_group() {
    let mut before = Before::new();
    let (id, here) = (before.id("GB-CHC-1"), before.trafford());
    for (key, value) in [
        ("members", "12"),
        ("form:cio", "yes"),
        ("founded", "1999-05-01"),
        ("works-here", "no"),
        ("capacity:financial", "high"),
    ] {
        let number = before.fact(Some(id), key, value);
        assert_eq!(before.store.touched_by("fact", number).unwrap(), Touched::Group(id));
        before.same(&Touched::Group(id), &[here], Facts::OfGroup(id));
    }
}

#[test]
fn a_body_that_is_one_no_longer() {
    let mut before = Before::new();
    let (id, here) = (before.id("GB-LAE-1"), before.trafford());
    assert!(before.world.has_body(here, "parish-council"));
    let number = before.fact(Some(id), "form:parish-council", "no");
    before.same(&Touched::Group(id), &[here], Facts::OfGroup(id));
    assert!(!before.world.has_body(here, "parish-council"));
    before.store.remove("fact", number).unwrap();
    before.same(&Touched::Group(id), &[here], Facts::OfGroup(id));
    assert!(before.world.has_body(here, "parish-council"));
}

#[test]
fn facts_of_a_place_given_and_taken_back() {
    let mut before = Before::new();
    let here = before.trafford();
    let number = before.fact(None, "area-type", "parished");
    let touched = before.store.touched_by("fact", number).unwrap();
    assert_eq!(touched, Touched::Area(TRAFFORD.into()));
    before.same(&touched, &[here], Facts::All);
    before.store.remove("fact", number).unwrap();
    before.same(&touched, &[here], Facts::All);
}

#[test]
fn uses_and_coverage() {
    let mut before = Before::new();
    let here = before.trafford();
    let used = UseRecord {
        power: NOMINATION.into(),
        area: TRAFFORD.into(),
        group_key: None,
        group_name: "Somebody".into(),
        what: "Nominated the library".into(),
        date: "2025-06".into(),
        outcome: UseOutcome::Refused,
        source: source(),
    };
    let number = before.store.add_use(&used, None, NOW).unwrap();
    let touched = before.store.touched_by("use", number).unwrap();
    assert_eq!(touched, Touched::Uses(TRAFFORD.into()));
    before.same(&touched, &[here], Facts::All);
    let looked = CoverageRecord {
        power: NOMINATION.into(),
        area: TRAFFORD.into(),
        register: "The list".into(),
        as_at: "2026-10-01".parse().unwrap(),
        source: source(),
    };
    let number = before.store.add_coverage(&looked, NOW).unwrap();
    let touched = before.store.touched_by("coverage", number).unwrap();
    before.same(&touched, &[here], Facts::All);
}

#[test]
fn findings_where_they_apply() {
    let mut before = Before::new();
    let (id, here) = (before.id("GB-CHC-1"), before.trafford());
    let all: Vec<usize> = (0..before.desk.catalogue.areas.len()).collect();
    for (area, group, areas) in
        [(Some(TRAFFORD.to_string()), None, vec![here]), (None, Some(id), vec![here]), (None, None, all)]
    {
        let finding = FindingRecord {
            barrier: "unaware-of-right".into(),
            effect: FindingEffect::Stops,
            power: Some(NOMINATION.into()),
            area: area.clone(),
            duty_holder: None,
            group_key: group.map(|_| "GB-CHC-1".into()),
            form: None,
            note: "Nobody was told".into(),
            date: "2026-10-01".parse().unwrap(),
            source: source(),
        };
        let number = before.store.add_finding(&finding, group, NOW).unwrap();
        let touched = before.store.touched_by("finding", number).unwrap();
        assert_eq!(touched, Touched::Findings { area, group });
        before.same(&touched, &areas, Facts::None);
    }
}

#[test]
fn what_is_not_there_touches_nothing() {
    let before = Before::new();
    for kind in ["use", "coverage", "finding", "fact", "group"] {
        assert_eq!(before.store.touched_by(kind, 99).unwrap(), Touched::Nothing);
    }
}
