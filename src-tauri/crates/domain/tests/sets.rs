//! The smallest sets of changes, against every subset of changes tried in turn.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plain::tree::{Tree, pruned, worth};
use proptest::prelude::*;
use random::{Dice, law, vocabulary};
use serde_json::{Value, from_value, json};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::power::{CapacityKind, Level, Power};
use takeup_domain::reach::Reach;
use takeup_domain::record::{FindingEffect, PresenceBasis, Source};
use takeup_domain::requirement::Fact;
use takeup_domain::sets::{Change, ChangeSet, MOST_CHANGES, MOST_SETS};
use takeup_domain::truth::Truth;
use takeup_domain::world::{Finding, Group, Presence, Told, World};

const LEAVES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn every_smallest_set_is_found_and_nothing_else(seed in any::<u64>()) {
        let world = world(&mut Dice::new(seed));
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, "2026-01-01".parse().unwrap());
        let judge = Judge::new(&world, &compiled, &columns);
        let row = columns.presence(0, 0);
        let power = &world.catalogue.powers["p"];
        let tree = pruned(&power.requires);

        let allowed = Openings::new(&judge, &tree, false);
        let smallest = allowed.smallest();
        let found = judge.sets(0, 0, row);
        let within: BTreeSet<&ChangeSet> = smallest.iter().filter(|s| s.len() <= MOST_CHANGES).collect();
        for set in &found.sets {
            prop_assert!(within.contains(set), "{:?} is no smallest set of {:?}", set, smallest);
        }
        let distinct: BTreeSet<&ChangeSet> = found.sets.iter().collect();
        prop_assert_eq!(distinct.len(), found.sets.len(), "a set is there twice");
        prop_assert_eq!(found.sets.len(), within.len().min(MOST_SETS), "{:?} of {:?}", found.sets, within);
        prop_assert!(found.sets.is_sorted_by_key(BTreeSet::len));
        prop_assert_eq!(found.more, smallest.len() > found.sets.len(), "more: {:?} of {:?}", found, smallest);

        let reason = judge.reason(0, 0, row);
        let any_way = Openings::new(&judge, &tree, true).smallest();
        let least = any_way.iter().map(BTreeSet::len).min().unwrap();
        prop_assert!(any_way.contains(&reason), "{:?} of {:?}", reason, any_way);
        prop_assert_eq!(reason.len(), least);
        prop_assert_eq!(reason.is_empty(), judge.row(0, 0, row) == Reach::Open);

        let (of_area, more) = judge.area_sets(0, 0);
        let people = judge.sets(0, 0, columns.people(0));
        let mut wanted: BTreeMap<&ChangeSet, (u32, bool)> = BTreeMap::new();
        for set in found.sets.iter().filter(|s| !s.is_empty()) {
            wanted.entry(set).or_default().0 += 1;
        }
        for set in people.sets.iter().filter(|s| !s.is_empty()) {
            wanted.entry(set).or_default().1 = true;
        }
        let told: BTreeMap<&ChangeSet, (u32, bool)> =
            of_area.iter().map(|s| (&s.set, (s.groups, s.people))).collect();
        if wanted.len() <= MOST_SETS {
            prop_assert_eq!(told, wanted);
            prop_assert_eq!(more, found.more || people.more);
        } else {
            prop_assert!(told.iter().all(|(set, whom)| wanted.get(set) == Some(whom)) && more);
        }
        prop_assert!(found.sets.is_sorted_by_key(|set| (set.len(), judge.effort(set))));
    }
}

/// The changes at hand, and what each does.
struct Openings<'t> {
    tree: &'t Option<Tree<'t>>,
    facts: BTreeMap<Fact, (Truth, Option<Change>)>,
    stops: Vec<Option<Change>>,
}

impl<'t> Openings<'t> {
    fn new(judge: &Judge<'_>, tree: &'t Option<Tree<'t>>, at_any_rate: bool) -> Self {
        let row = judge.columns().presence(0, 0);
        let change = |place: usize| match judge.columns().value(place, row) {
            Truth::True => None,
            Truth::Unknown => Some(Change::FindOut(place)),
            Truth::False => (at_any_rate || judge.compiled().liftable[place]).then_some(Change::Meet(place)),
        };
        let facts = judge.compiled().facts.iter().enumerate();
        let facts =
            facts.map(|(n, fact)| (fact.clone(), (judge.columns().value(n, row), change(n)))).collect();
        let lifts = judge.stopping(0, 0, row).into_iter();
        let lifts = lifts.map(|(f, known)| (known || at_any_rate).then(|| Change::Lift(f.barrier.clone())));
        let supplies = judge.shortfalls(0, row).into_iter();
        let supplies = supplies.map(|(k, l, known)| (known || at_any_rate).then_some(Change::Supply(k, l)));
        Openings { tree, facts, stops: lifts.chain(supplies).collect() }
    }

    fn opens(&self, set: &ChangeSet) -> bool {
        let made = |change: &Option<Change>| change.as_ref().is_some_and(|c| set.contains(c));
        let leaf = |fact: &Fact| {
            let (value, change) = &self.facts[fact];
            if made(change) { Truth::True } else { *value }
        };
        self.stops.iter().all(made) && worth(self.tree, &leaf) == Truth::True
    }

    /// All sets that open it and of which no part does, by trying every subset, small ones first.
    fn smallest(&self) -> BTreeSet<ChangeSet> {
        let changes = self.facts.values().map(|(_, change)| change).chain(&self.stops).flatten();
        let changes: Vec<Change> = changes.cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let mut masks: Vec<u32> = (0..1 << changes.len()).collect();
        masks.sort_by_key(|mask| mask.count_ones());
        let mut found: Vec<u32> = Vec::new();
        let set = |mask: u32| -> ChangeSet {
            let chosen = changes.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1);
            chosen.map(|(_, change)| change.clone()).collect()
        };
        for mask in masks {
            if !found.iter().any(|part| part & mask == *part) && self.opens(&set(mask)) {
                found.push(mask);
            }
        }
        found.into_iter().map(set).collect()
    }
}

/// A tree of at most eight traits, any of them true, false or unknown, with or without a remedy.
fn tree(dice: &mut Dice, depth: usize) -> Value {
    if depth == 0 || dice.one_in(4) {
        return match dice.below(12) {
            0 => json!({"task": {"action": "Do it"}, "provision": "s 1"}),
            _ => json!({"fact": {"trait": dice.pick(&LEAVES)}, "provision": "s 2"}),
        };
    }
    let parts: Vec<Value> = (0..1 + dice.below(4)).map(|_| tree(dice, depth - 1)).collect();
    if dice.one_in(2) { json!({"all": parts}) } else { json!({"any": parts}) }
}

fn power(dice: &mut Dice) -> Power {
    let mut power = law::power(dice, "p");
    power.requires = from_value(tree(dice, 3)).unwrap();
    power.in_force = from_value(json!([{"nation": "england", "state": "in-force"}])).unwrap();
    power.only_where = Default::default();
    power.duty_holder = "anyone".into();
    power
}

fn world(dice: &mut Dice) -> World {
    let mut known = Catalogue::default();
    for id in LEAVES {
        let made = json!({"id": id, "name": id, "of": "group", "ask": ""});
        known.traits.insert(id.into(), from_value(made).unwrap());
    }
    let lifted = dice.some(&LEAVES, 2).into_iter().map(|id| json!({"trait": id}));
    let supplied = dice.some(&vocabulary::KINDS, 2).into_iter().map(|kind| json!({"capacity": kind}));
    let meets: Vec<Value> = lifted.chain(supplied).collect();
    known.remedies.insert("r".into(), from_value(vocabulary::remedy(dice, "r", meets)).unwrap());
    for id in vocabulary::BARRIERS {
        let remedies: Vec<Value> =
            (0..dice.below(2)).map(|_| vocabulary::remedy(dice, "l", vec![])).collect();
        let made = json!({"id": id, "name": id, "description": "", "clear": "can-do", "com_b": [],
                          "level": "group", "remedies": remedies, "verified": "recall"});
        known.barriers.insert(id.into(), from_value(made).unwrap());
    }
    let area = json!({"gss": "E0", "code": "", "name": "", "council": "", "parished": "unknown", "kind": "MD",
                      "nation": "england"});
    known.areas.push(from_value(area).unwrap());
    known.powers.insert("p".into(), power(dice));

    let mut world = World::new(Arc::new(known));
    let mut told = Told::default();
    for id in LEAVES {
        if let Some(has) = dice.told() {
            told.traits.insert(id.into(), has);
        }
    }
    for kind in [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring] {
        if dice.one_in(3) {
            told.capacity.insert(kind, Level::None);
        }
    }
    world.groups.push(Group { id: 1, told: Some(Box::new(told)), ..Group::default() }.into());
    world.presences.push(Presence { area: 0, group: 0, basis: PresenceBasis::WorksIn });
    for id in 0..dice.below(3) as i64 {
        world.findings.push(Finding {
            id,
            barrier: dice.pick(&vocabulary::BARRIERS).into(),
            effect: FindingEffect::Stops,
            power: None,
            area: None,
            duty_holder: None,
            group: None,
            form: None,
            note: String::new(),
            date: "2025-01-01".parse().unwrap(),
            source: Source::default(),
        });
    }
    world.index()
}
