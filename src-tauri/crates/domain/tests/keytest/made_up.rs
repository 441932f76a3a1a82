//! Assessments and portfolios made up by dice.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use takeup_domain::keytest::Assessment;

use super::dice::Dice;

fn pick<'a>(dice: &mut Dice, of: &[&'a str]) -> &'a str {
    of[dice.below(of.len())]
}

fn answer(dice: &mut Dice) -> &'static str {
    pick(dice, &["yes", "yes", "yes", "yes", "yes", "no", "unknown"])
}

fn evidence(dice: &mut Dice, grades: &[&str]) -> Value {
    if dice.below(8) == 0 {
        return json!([]);
    }
    grades.iter().map(|g| json!({"grade": g, "source": "dice", "date": "2026-09-01"})).collect()
}

fn effect(dice: &mut Dice, n: usize, actions: &[String]) -> Value {
    let direction = pick(dice, &["benefit", "none", "adverse", "adverse", "adverse", "unknown"]);
    let mut own = json!({"what": format!("effect {n}"), "channel": pick(dice, &["access", "cost"]), "direction": direction});
    if dice.below(9) > 0 {
        own["severity"] = json!(1 + dice.below(8).min(3) % 3);
    }
    if dice.below(6) > 0 {
        own["people"] = json!(dice.below(12));
    }
    own["rights_based"] = json!(pick(dice, &["no", "no", "no", "no", "no", "no", "yes", "unknown"]));
    if direction == "adverse" && !actions.is_empty() {
        let claims: Vec<Value> = (0..dice.below(3)).map(|_| {
            let action = actions[dice.below(actions.len())].clone();
            json!({"action": action, "funded": answer(dice), "dated_in_window": "yes", "same_people": answer(dice), "same_place": "yes"})
        }).collect();
        own["offsets"] = json!(claims);
    }
    own
}

fn document(dice: &mut Dice, id: &str, actions: &[String], listed: Vec<Value>) -> Assessment {
    let mut shift = json!({});
    for currency in ["information", "decision", "people"] {
        if dice.below(2) == 0 || currency == "decision" && dice.below(4) > 0 {
            let mut own = json!({"codified": answer(dice), "citizen_controlled": answer(dice), "durable": answer(dice),
                "remedy": answer(dice), "usable": answer(dice), "evidence": evidence(dice, &["A"])});
            if dice.below(10) > 0 {
                own["before"] = json!(dice.below(3));
            }
            if dice.below(10) > 0 {
                own["granted"] = json!(dice.below(3) + 2);
            }
            shift[currency] = own;
        }
    }
    let dimensions: Vec<Value> = (0..dice.below(3)).map(|n| {
        json!({"name": format!("measure {n}"), "critical": dice.below(2) == 0,
            "status": pick(dice, &["better", "held", "held", "within-margin", "worse", "unknown"]), "evidence": evidence(dice, &["C"])})
    }).collect();
    let safeguards = if dice.below(4) > 0 {
        json!({"monitored": "m", "trigger": "t", "steps_in": "s"})
    } else {
        json!({"monitored": "m"})
    };
    let groups: Vec<Value> = (0..dice.below(3)).map(|g| {
        let effects: Vec<Value> = (0..dice.below(3)).map(|e| effect(dice, e, actions)).collect();
        json!({"group": format!("group {g}"), "considered": pick(dice, &["looked at", "looked at", ""]), "effects": effects, "evidence": evidence(dice, &["C", "D"])})
    }).collect();
    serde_json::from_value(json!({"id": id, "made_on": "2026-10-01",
        "initiative": {"title": "t", "what_changes": "w", "duty_holder": "d", "from": "2027-04-01", "stage": pick(dice, &["proposed", "proposed", "in-force"])},
        "baseline": {"date": "2026-09-01", "description": "b"}, "shift": shift,
        "quality": {"dimensions": dimensions, "safeguards": safeguards}, "groups": groups, "actions": listed})).unwrap()
}

fn actions(dice: &mut Dice, many: usize) -> Vec<Value> {
    (0..many)
        .map(|n| {
            let offers: Vec<Value> = ["access", "cost"][..1 + dice.below(2)]
                .iter()
                .map(|kind| {
                    let mut own = json!({"kind": kind});
                    if dice.below(8) > 0 {
                        own["people"] = json!(dice.below(20));
                    }
                    own
                })
                .collect();
            json!({"id": format!("action-{n}"), "what": "w", "from": "2027-04-01", "offers": offers})
        })
        .collect()
}

/// One assessment on its own, with an action or two of its own.
pub(crate) fn assessment(dice: &mut Dice, id: &str) -> Assessment {
    let many = dice.below(3);
    let listed = actions(dice, many);
    let ids: Vec<String> = (0..3).map(|n| format!("action-{n}")).collect();
    let mut a = document(dice, id, &ids, listed);
    // One harm for each action, so that no change to one harm leaves a place to another.
    let mut claimed = BTreeSet::new();
    for effect in a.groups.iter_mut().flat_map(|g| &mut g.effects) {
        effect.offsets.retain(|claim| claimed.insert(claim.action.clone()));
    }
    a
}

/// Assessments that claim the same actions.
pub(crate) fn portfolio(dice: &mut Dice, many: usize) -> Vec<Assessment> {
    let listed = actions(dice, 3);
    let ids: Vec<String> = (0..4).map(|n| format!("action-{n}")).collect();
    (0..many)
        .map(|n| {
            let own: Vec<Value> = listed.iter().filter(|_| dice.below(2) == 0).cloned().collect();
            document(dice, &format!("a{n}"), &ids, own)
        })
        .collect()
}

pub(crate) fn shuffle<T>(dice: &mut Dice, list: &mut [T]) {
    for n in (1..list.len()).rev() {
        list.swap(n, dice.below(n + 1));
    }
}

/// Few places and few people, so that every matching can be tried.
#[derive(Debug)]
pub(crate) struct Small {
    pub(crate) places: Vec<u64>,
    pub(crate) people: Vec<u64>,
    pub(crate) may: Vec<(usize, usize)>,
}

impl Small {
    pub(crate) fn new(dice: &mut Dice) -> Small {
        let places: Vec<u64> = (0..1 + dice.below(3)).map(|_| dice.below(4) as u64).collect();
        let people: Vec<u64> = (0..1 + dice.below(4)).map(|_| 1 + dice.below(3) as u64).collect();
        let pairs = (0..places.len()).flat_map(|p| (0..people.len()).map(move |n| (p, n)));
        let may = pairs.filter(|_| dice.below(5) < 3).collect();
        Small { places, people, may }
    }

    /// Each need is one initiative's one harm.
    pub(crate) fn assessments(&self) -> Vec<Assessment> {
        let listed: Vec<Value> = self.places.iter().enumerate().map(|(p, people)| {
            json!({"id": format!("p{p}"), "what": "w", "from": "2027-04-01", "offers": [{"kind": "access", "people": people}]})
        }).collect();
        self.people.iter().enumerate().map(|(n, people)| {
            let claims: Vec<Value> = self.may.iter().filter(|(_, to)| *to == n).map(|(p, _)| {
                json!({"action": format!("p{p}"), "funded": "yes", "same_people": "yes", "same_place": "yes"})
            }).collect();
            serde_json::from_value(json!({"id": format!("a{n}"), "made_on": "2026-10-01",
                "initiative": {"title": "t", "what_changes": "w", "duty_holder": "d", "from": "2027-04-01"},
                "baseline": {"date": "2026-09-01", "description": "b"}, "actions": listed,
                "groups": [{"group": "g", "effects": [{"what": "e", "channel": "access", "direction": "adverse", "severity": 2,
                    "people": people, "rights_based": "no", "offsets": claims}]}]})).unwrap()
        }).collect()
    }

    /// Tries every way to hand the places out; tells of each what every need got.
    fn every(&self, place: usize, got: &mut Vec<u64>, seen: &mut dyn FnMut(&[u64])) {
        if place == self.places.len() {
            return seen(got);
        }
        let takers: Vec<usize> = self.may.iter().filter(|(p, _)| *p == place).map(|(_, n)| *n).collect();
        self.hand_out(place, &takers, self.places[place], got, seen);
    }

    fn hand_out(
        &self,
        place: usize,
        takers: &[usize],
        left: u64,
        got: &mut Vec<u64>,
        seen: &mut dyn FnMut(&[u64]),
    ) {
        let Some((first, rest)) = takers.split_first() else { return self.every(place + 1, got, seen) };
        let room = self.people[*first] - got[*first];
        for some in 0..=left.min(room) {
            got[*first] += some;
            self.hand_out(place, rest, left - some, got, seen);
            got[*first] -= some;
        }
    }

    /// How many people the largest matching serves.
    pub(crate) fn largest(&self) -> u64 {
        let mut most = 0;
        self.every(0, &mut vec![0; self.people.len()], &mut |got| most = most.max(got.iter().sum()));
        most
    }

    /// Whether a matching as large as any leaves this need short.
    pub(crate) fn largest_leaving_short(&self, need: usize, most: u64) -> bool {
        let mut found = false;
        self.every(0, &mut vec![0; self.people.len()], &mut |got| {
            found |= got.iter().sum::<u64>() == most && got[need] < self.people[need];
        });
        found
    }
}
