//! Groups, places, findings, uses and coverage.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{from_value, json};
use takeup_domain::power::{CapacityKind, Level};
use takeup_domain::record::{PresenceBasis, Source};
use takeup_domain::requirement::AreaType;
use takeup_domain::world::{Coverage, Finding, Group, Here, Presence, RegisterRead, Told, Use, World};

use super::vocabulary::{BARRIERS, FORMS, HOLDERS, STANDINGS, TRAITS, catalogue};
use super::{Dice, WRITTEN, law};

/// A world with up to so many groups.
pub fn world(dice: &mut Dice, groups: usize) -> World {
    let mut known = catalogue(dice);
    for id in ["p0", "p1", "p2"] {
        known.powers.insert(id.into(), law::power(dice, id));
    }
    let mut world = World::new(Arc::new(known));
    world.registers.push(RegisterRead { name: "A register".into(), edition: None, read_on: None });
    let common = Arc::new(forms(dice));
    let register = !dice.one_in(4);
    for id in 1..=dice.below(groups + 1) as i64 {
        let forms = if dice.one_in(3) { common.clone() } else { Arc::new(forms(dice)) };
        let group = Group {
            id,
            forms,
            register: (register && !dice.one_in(3)).then_some(0),
            registered: dice.one_in(2).then(|| dice.day()),
            founded: dice.one_in(4).then(|| dice.day()),
            financial: level(dice),
            organising: level(dice),
            told: dice.one_in(2).then(|| Box::new(told(dice))),
            ..Group::default()
        };
        world.groups.push(Arc::new(group));
        for area in 0..3 {
            for basis in [PresenceBasis::WorksIn, PresenceBasis::BasedIn] {
                if dice.one_in(4) {
                    world.presences.push(Presence { area, group: id as u32 - 1, basis });
                }
            }
        }
    }
    for area in 0..3 {
        if dice.one_in(2) {
            world.area_told.insert(area, told(dice));
        }
    }
    records(dice, &mut world);
    world.index()
}

pub fn forms(dice: &mut Dice) -> BTreeMap<String, bool> {
    let shown: Vec<&str> = FORMS.into_iter().filter(|_| dice.one_in(4)).collect();
    shown.into_iter().map(|form| (form.to_string(), !dice.one_in(2))).collect()
}

fn level(dice: &mut Dice) -> Option<Level> {
    [None, Some(Level::None), Some(Level::Low), Some(Level::Medium), Some(Level::High)][dice.below(5)]
}

pub fn told(dice: &mut Dice) -> Told {
    let mut told =
        Told { total_members: dice.one_in(3).then(|| 9 + dice.below(5) as u32), ..Told::default() };
    for area in 0..3 {
        let area_type = [None, None, Some(AreaType::Parished), Some(AreaType::Unparished)][dice.below(4)];
        told.here.insert(area, Here { works: dice.told(), area_type });
    }
    told.area_type = [None, None, Some(AreaType::Parished), Some(AreaType::Unparished)][dice.below(4)];
    for standing in STANDINGS {
        if dice.one_in(4) {
            told.members.insert(standing.into(), 9 + dice.below(5) as u32);
            told.member_share.insert(standing.into(), 199 + dice.below(3) as u32);
        }
        if let Some(has) = dice.told().filter(|_| dice.one_in(2)) {
            told.standings.insert(standing.into(), has);
        }
    }
    for name in TRAITS {
        if let Some(has) = dice.told() {
            told.traits.insert(name.into(), has);
        }
    }
    for power in ["p0", "p1", "not-filed"] {
        if let Some(won) = dice.told().filter(|_| dice.one_in(2)) {
            told.outcomes.insert(power.into(), won);
        }
    }
    for kind in [CapacityKind::Financial, CapacityKind::Organising, CapacityKind::Enduring] {
        if let Some(level) = level(dice) {
            told.capacity.insert(kind, level);
        }
    }
    told
}

pub fn records(dice: &mut Dice, world: &mut World) {
    let source = Source { title: "Seen".into(), address: None };
    let people = world.groups.len();
    let any_group = |dice: &mut Dice| (people > 0).then(|| 1 + dice.below(people) as i64);
    for id in 0..dice.below(5) as i64 {
        let finding = Finding {
            id,
            barrier: dice.pick(&BARRIERS).into(),
            effect: from_value(json!(dice.pick(&["stops", "stops", "hinders", "absent"]))).unwrap(),
            power: dice.one_in(2).then(|| dice.pick(&["p0", "p1", "p2"]).into()),
            area: dice.one_in(2).then(|| dice.below(3)),
            duty_holder: dice.one_in(4).then(|| dice.pick(&HOLDERS).into()),
            group: if dice.one_in(3) { any_group(dice) } else { None },
            form: dice.one_in(3).then(|| dice.pick(&FORMS).into()),
            note: String::new(),
            date: dice.day(),
            source: source.clone(),
        };
        if dice.one_in(3) {
            // The same scope again, so that a later absence sometimes ends a finding.
            let effect = from_value(json!(dice.pick(&["absent", "stops"]))).unwrap();
            world.findings.push(Finding { id: id + 100, effect, date: dice.day(), ..finding.clone() });
        }
        world.findings.push(finding);
    }
    for id in 0..dice.below(6) as i64 {
        let ends = ["succeeded", "succeeded", "pending", "refused", "lapsed", "withdrawn"];
        world.uses.push(Use {
            id,
            power: dice.pick(&["p0", "p1", "p2"]).into(),
            area: dice.below(3),
            group: any_group(dice).filter(|_| dice.one_in(2)),
            group_name: "Somebody".into(),
            what: String::new(),
            date: WRITTEN[dice.below(WRITTEN.len())].0.into(),
            outcome: from_value(json!(dice.pick(&ends))).unwrap(),
            source: source.clone(),
        });
    }
    for id in 0..dice.below(5) as i64 {
        world.coverage.push(Coverage {
            id,
            power: dice.pick(&["p0", "p1", "p2"]).into(),
            area: dice.below(3),
            register: "List".into(),
            as_at: dice.day(),
            source: source.clone(),
        });
    }
}
