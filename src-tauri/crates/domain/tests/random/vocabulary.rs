//! Forms with an is-a order, standings, traits, remedies, duty holders, areas.

use serde_json::{Value, from_value, json};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::forms::Forms;
use takeup_domain::vocabulary::Form;

use super::Dice;

pub const FORMS: [&str; 7] = ["body", "society", "charity", "club", "company", "council", "forum"];
pub const STANDINGS: [&str; 5] = ["anyone", "resident", "tenant", "delegate", "member"];
pub const TRAITS: [&str; 4] = ["thrifty", "open-to-all", "flooded", "coastal"];
pub const BARRIERS: [&str; 3] = ["dear", "slow", "shut"];
pub const HOLDERS: [&str; 3] = ["council-holder", "parish-holder", "far-holder"];
pub const EXPLAINED: [&str; 9] = [
    "form:",
    "trait:",
    "members",
    "standing:",
    "area-type:",
    "outcome:p0",
    "area-trait:",
    "need:financial",
    "need:",
];
pub const DEPARTMENTS: [&str; 2] = ["d", "e"];
pub const KINDS: [&str; 3] = ["financial", "organising", "enduring"];
pub const LEVELS: [&str; 4] = ["none", "low", "medium", "high"];

/// Forms whose is-a order only looks back in the list, so that it has no circle.
pub fn forms(dice: &mut Dice) -> Vec<Form> {
    let categories = ["structure", "structure", "status", "class", "public-body", "kind"];
    (0..FORMS.len())
        .map(|i| {
            let is_a = dice.some(&FORMS[..i], 4);
            let never: Vec<String> = dice.some(&FORMS, 10).into_iter().filter(|f| f != FORMS[i]).collect();
            from_value(json!({
                "id": FORMS[i], "name": FORMS[i], "category": dice.pick(&categories), "is_a": is_a,
                "never_with": never, "only_with": dice.some(&FORMS, 9), "nations": [], "description": "",
                "verified": "recall"
            }))
            .unwrap()
        })
        .collect()
}

pub fn remedy(dice: &mut Dice, id: &str, meets: Vec<Value>) -> Value {
    json!({"id": id, "name": id, "who_acts": "x", "cost": "low", "meets": meets,
           "weeks": {"from": 1, "to": 1 + dice.below(20)}})
}

fn meets(dice: &mut Dice) -> Value {
    match dice.below(7) {
        0 => json!({"form": dice.pick(&FORMS)}),
        1 => json!({"members": dice.pick(&STANDINGS)}),
        2 => json!({"standing": dice.pick(&STANDINGS)}),
        3 => json!({"trait": dice.pick(&TRAITS)}),
        4 => json!({"area_type": dice.pick(&["parished", "unparished"])}),
        5 => json!("local_connection"),
        _ => json!({"capacity": dice.pick(&KINDS)}),
    }
}

/// A catalogue without powers.
pub fn catalogue(dice: &mut Dice) -> Catalogue {
    let mut c = Catalogue { forms: Forms::new(&forms(dice)), ..Catalogue::default() };
    for id in STANDINGS {
        let held_by = dice.pick(&["anyone", "residents", "some-people", "some-people", "groups"]);
        let forms = if held_by == "groups" { dice.any_of(&FORMS) } else { vec![] };
        let made = json!({"id": id, "name": id, "description": "", "held_by": held_by, "forms": forms});
        c.standings.insert(id.into(), from_value(made).unwrap());
    }
    for id in TRAITS {
        let made = json!({"id": id, "name": id, "of": dice.pick(&["group", "area"]), "ask": "Ask.",
                          "true_for": dice.some(&FORMS, 5), "false_for": dice.some(&FORMS, 5)});
        c.traits.insert(id.into(), from_value(made).unwrap());
    }
    for n in 0..dice.below(5) {
        let id = format!("remedy-{n}");
        let meets = (0..=dice.below(2)).map(|_| meets(dice)).collect();
        c.remedies.insert(id.clone(), from_value(remedy(dice, &id, meets)).unwrap());
    }
    for id in BARRIERS {
        let remedies: Vec<Value> = (0..dice.below(2)).map(|_| remedy(dice, "lift", vec![])).collect();
        let made = json!({"id": id, "name": id, "description": "", "clear": "can-do", "com_b": [],
                          "level": dice.pick(&["group", "power", "power"]), "remedies": remedies, "verified": "recall",
                          "explains": dice.some(&EXPLAINED, 5)});
        c.barriers.insert(id.into(), from_value(made).unwrap());
    }
    for n in 0..dice.below(3) {
        let id = format!("enabler-{n}");
        let made = json!({"id": id, "name": id, "kind": "fund", "supplies": dice.some(&KINDS, 2),
                          "nations": [], "running": dice.pick(&["yes", "in-part", "no", "no"]),
                          "as_at": "2026", "note": "", "verified": "recall"});
        c.enablers.insert(id, from_value(made).unwrap());
    }
    for id in DEPARTMENTS {
        let made =
            json!({"id": id, "name": id, "short_name": id, "kind": "ministerial-department", "nations": []});
        c.departments.insert(id.into(), from_value(made).unwrap());
    }
    for id in HOLDERS {
        let mut made = json!({"id": id, "name": id, "nations": ["england", "wales"],
                              "in_council_kinds": dice.some(&["MD", "UA"], 3)});
        if dice.one_in(4) {
            made["nations"] = json!(["england"]);
        }
        if dice.one_in(3) {
            made["in_area_type"] = json!(dice.pick(&["parished", "unparished"]));
        }
        c.duty_holders.insert(id.into(), from_value(made).unwrap());
    }
    for n in 0..3 {
        let parished = dice.pick(&["wholly", "partly", "unparished", "not-applicable", "unknown"]);
        let mut made = json!({"gss": format!("E{n}"), "code": "", "name": "", "council": "", "parished": parished,
            "kind": dice.pick(&["MD", "UA"]), "nation": dice.pick(&["england", "england", "england", "wales"])});
        if dice.one_in(2) {
            made["region"] = json!(dice.pick(&["north", "south"]));
        }
        c.areas.push(from_value(made).unwrap());
    }
    c
}
