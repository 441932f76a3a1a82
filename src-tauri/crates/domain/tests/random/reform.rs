//! Random reforms of a random world.

use serde_json::{Value, from_value, json, to_value};
use takeup_domain::reform::{Reform, leaves_of};
use takeup_domain::requirement::Fact;
use takeup_domain::world::World;

use super::vocabulary::{BARRIERS, DEPARTMENTS, FORMS, HOLDERS, KINDS, LEVELS};
use super::{DAYS, Dice, law};

/// Some changes; now and then a reform that cannot be made.
pub fn reform(dice: &mut Dice, world: &World) -> Reform {
    let changes: Vec<Value> = (0..dice.below(4)).map(|_| change(dice, world)).collect();
    from_value(json!({"id": "a", "name": "A", "changes": changes})).unwrap()
}

fn change(dice: &mut Dice, world: &World) -> Value {
    let power = dice.pick(&["p0", "p1", "p2"]);
    let nation = dice.pick(&["england", "england", "wales"]);
    match dice.below(13) {
        0 | 1 => {
            let mut lift = json!({"barrier": dice.pick(&BARRIERS)});
            scope(dice, &mut lift);
            if dice.one_in(3) {
                lift["power"] = json!(power);
            }
            if dice.one_in(4) {
                lift["duty_holder"] = json!(dice.pick(&HOLDERS));
            }
            json!({"lift_barrier": lift})
        }
        2 => leaf(dice, world, power, "replace_leaf"),
        3 => leaf(dice, world, power, "drop_leaf"),
        4 | 12 => leaf(dice, world, power, "threshold"),
        5 => json!({"commence": {"power": power, "nation": nation, "on": dice.pick(&DAYS)}}),
        6 => json!({"repeal": {"power": power, "nation": nation, "on": dice.pick(&DAYS)}}),
        7 => json!({"as_at": {"date": dice.pick(&DAYS)}}),
        8 | 9 => {
            let supplies = json!([{"capacity": dice.pick(&KINDS), "level": dice.pick(&LEVELS)}]);
            let mut enabler = json!({"name": "Help", "supplies": supplies, "cost": "low"});
            scope(dice, &mut enabler);
            if dice.one_in(3) {
                enabler["from"] = json!(dice.pick(&DAYS));
            }
            json!({"add_enabler": enabler})
        }
        10 => {
            let id = dice.pick(&["p3", "not-filed", "a-first"]);
            json!({"add_power": {"power": to_value(law::power(dice, id)).unwrap()}})
        }
        _ if dice.one_in(4) => json!({"move_power": {"power": power, "to": dice.pick(&DEPARTMENTS)}}),
        _ => json!({"change_duty_holder": {"power": power, "to": dice.pick(&HOLDERS)}}),
    }
}

fn scope(dice: &mut Dice, change: &mut Value) {
    if dice.one_in(3) {
        change["area"] = json!(format!("E{}", dice.below(3)));
    }
    if dice.one_in(3) {
        change["form"] = json!(dice.pick(&FORMS));
    }
}

fn leaf(dice: &mut Dice, world: &World, power: &str, what: &str) -> Value {
    let leaves = leaves_of(&world.catalogue.powers[power].requires);
    if leaves.is_empty() {
        return json!({"as_at": {"date": dice.pick(&DAYS)}});
    }
    let chosen = &leaves[dice.below(leaves.len())];
    let name = chosen.key().filter(|_| dice.one_in(2)).unwrap_or_else(|| chosen.at.clone());
    let mut change = json!({"power": power, "leaf": name});
    match what {
        "replace_leaf" => change["with"] = law::requirement(dice, 1),
        "threshold" => {
            change["to"] = match chosen.fact() {
                Some(Fact::FoundedBefore(_)) => json!({"before": dice.pick(&DAYS)}),
                _ if dice.one_in(3) => json!({"per_mille": 199 + dice.below(3)}),
                _ => json!({"at_least": 9 + dice.below(5)}),
            };
        }
        _ => {}
    }
    json!({what: change})
}
