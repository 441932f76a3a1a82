//! Powers with random requirement trees, dates and limits.

use serde_json::{Value, from_value, json};
use takeup_domain::power::Power;

use super::Dice;
use super::vocabulary::{FORMS, HOLDERS, KINDS, LEVELS, STANDINGS, TRAITS};

/// Nested `all` and `any`, either of which may hold nothing but tasks and judgements.
pub fn requirement(dice: &mut Dice, depth: usize) -> Value {
    if depth == 0 || dice.one_in(4) {
        return leaf(dice);
    }
    let parts: Vec<Value> = (0..1 + dice.below(3)).map(|_| requirement(dice, depth - 1)).collect();
    match dice.below(9) {
        0 => json!({"all": []}),
        n if n % 2 == 0 => json!({"all": parts}),
        _ => json!({"any": parts}),
    }
}

fn leaf(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => json!({"task": {"action": "Do it"}, "provision": "s 1"}),
        1 => json!({"judgement": {"test": "fair", "decided_by": "a judge"}, "provision": "s 2"}),
        _ => json!({"fact": fact(dice), "provision": "s 3"}),
    }
}

/// A fact of any kind.
pub fn fact(dice: &mut Dice) -> Value {
    match dice.below(11) {
        0 | 1 => json!({"form": dice.any_of(&FORMS)}),
        2 | 3 => json!({"standing": dice.any_of(&STANDINGS)}),
        4 => json!({"members": {"at_least": 10 + dice.below(3), "of": dice.pick(&STANDINGS)}}),
        5 => json!({"members": {"per_mille": 200, "of": dice.pick(&STANDINGS)}}),
        6 => json!({"local_connection": true}),
        7 => json!({"area_type": dice.any_of(&["parished", "unparished"])}),
        8 => {
            json!({"outcome": {"of": dice.pick(&["p0", "p1", "not-filed"]),
                              "by": dice.pick(&["anyone", "same-group"])}})
        }
        9 => json!({"trait": dice.pick(&TRAITS)}),
        _ => json!({"founded_before": dice.pick(&super::DAYS)}),
    }
}

fn in_force(dice: &mut Dice, nation: &str) -> Value {
    let states =
        ["in-force", "in-force", "in-force", "partly-in-force", "not-commenced", "proposed", "repealed"];
    let mut law = json!({"nation": nation, "state": dice.pick(&states)});
    if dice.one_in(2) {
        law["from"] = json!(dice.pick(&super::DAYS));
    }
    if dice.one_in(5) {
        law["to"] = json!(dice.pick(&super::DAYS));
    }
    law
}

fn needs(dice: &mut Dice) -> Vec<Value> {
    let mut found = Vec::new();
    for kind in KINDS {
        if dice.one_in(4) {
            found.push(json!({"capacity": kind, "level": dice.pick(&LEVELS), "why": ""}));
        }
    }
    found
}

pub fn power(dice: &mut Dice, id: &str) -> Power {
    let mut law = vec![in_force(dice, "england")];
    if dice.one_in(2) {
        law.push(in_force(dice, "wales"));
    }
    let mut made = json!({
        "id": id, "name": id, "summary": "", "department": "d", "basis": "legislative", "shifts": [],
        "pillar": "social-action", "space": "claimed", "duty_holder": dice.pick(&HOLDERS), "in_force": law,
        "requires": requirement(dice, 3), "needs": needs(dice), "shown_by": "", "goals": [], "sources": [],
        "verified": "recall", "checked": {"on": "2026-01-01", "read": "", "review_by": "2027-01-01"}
    });
    if dice.one_in(3) {
        made["lasts"] = json!({"months": 12 * (1 + dice.below(8)), "note": ""});
    } else if dice.one_in(3) {
        made["lasts"] = json!({"note": ""});
    }
    if dice.one_in(5) {
        made["only_where"] = json!({"council_kinds": dice.some(&["MD", "UA"], 2),
                                    "regions": dice.some(&["north", "south"], 3),
                                    "areas": dice.some(&["E0", "E1", "E2"], 2),
                                    "except_areas": dice.some(&["E1", "W0"], 3)});
    }
    from_value(made).unwrap()
}
