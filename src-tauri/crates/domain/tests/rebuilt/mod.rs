//! A reform's world made the slow way: every changed file written anew and read again.
#![allow(dead_code, unreachable_pub)]

use std::sync::Arc;

use serde_json::{Value, from_value, json, to_value};
use takeup_domain::power::Power;
use takeup_domain::reform::{Change, Reform, To};
use takeup_domain::requirement::Requirement;
use takeup_domain::world::{Help, Lift, World};

/// The world as the reform would leave it, and the day it is asked about.
pub fn world(before: &World, reform: &Reform, as_at: jiff::civil::Date) -> (World, jiff::civil::Date) {
    let mut catalogue = (*before.catalogue).clone();
    let (mut lifts, mut helps, mut day) = (vec![], vec![], as_at);
    let place = |area: &Option<String>| {
        area.as_ref().map(|gss| before.catalogue.areas.iter().position(|a| &a.gss == gss).unwrap())
    };
    let mut files: std::collections::BTreeMap<String, Value> =
        catalogue.powers.iter().map(|(id, power)| (id.clone(), to_value(power).unwrap())).collect();
    for change in &reform.changes {
        if let Change::AddPower { power } = change {
            files.insert(power.id.clone(), to_value(power).unwrap());
        }
    }
    for change in &reform.changes {
        match change {
            Change::LiftBarrier { barrier, power, duty_holder, area, form } => lifts.push(Lift {
                barrier: barrier.clone(),
                power: power.clone(),
                duty_holder: duty_holder.clone(),
                area: place(area),
                form: form.clone(),
            }),
            Change::AddEnabler(new) => helps.push(Help {
                name: new.name.clone(),
                supplies: new.supplies.iter().map(|s| (s.capacity, s.level)).collect(),
                area: place(&new.area),
                form: new.form.clone(),
                cost: new.cost,
                from: new.from,
            }),
            Change::AsAt { date } => day = *date,
            Change::AddPower { .. } => {}
            Change::MovePower { power, to } => files.get_mut(power).unwrap()["department"] = json!(to),
            Change::ChangeDutyHolder { power, to } => {
                files.get_mut(power).unwrap()["duty_holder"] = json!(to);
            }
            Change::Commence { power, nation, on } => {
                let laws = files.get_mut(power).unwrap()["in_force"].as_array_mut().unwrap();
                let nation = to_value(nation).unwrap();
                let old = laws.iter().find(|law| law["nation"] == nation).cloned();
                laws.retain(|law| law["nation"] != nation);
                let mut law = json!({"nation": nation, "state": "in-force", "from": on});
                let end = old.and_then(|old| old.get("to").cloned());
                if let Some(end) = end.filter(|end| end.as_str().unwrap() > on.to_string().as_str()) {
                    law["to"] = end;
                }
                laws.push(law);
            }
            Change::Repeal { .. } => {}
            Change::ReplaceLeaf { power, leaf, with } => {
                mark(files.get_mut(power).unwrap(), leaf, &|_| to_value(with).unwrap());
            }
            Change::DropLeaf { power, leaf } => mark(files.get_mut(power).unwrap(), leaf, &|_| Value::Null),
            Change::Threshold { power, leaf, to } => {
                mark(files.get_mut(power).unwrap(), leaf, &|old| {
                    let mut new = old.clone();
                    match to {
                        To::AtLeast(n) => {
                            new["fact"]["members"] =
                                json!({"at_least": n, "of": old["fact"]["members"]["of"]});
                        }
                        To::PerMille(n) => {
                            new["fact"]["members"] =
                                json!({"per_mille": n, "of": old["fact"]["members"]["of"]});
                        }
                        To::Before(day) => new["fact"]["founded_before"] = json!(day),
                    }
                    new
                });
            }
        }
    }
    for change in &reform.changes {
        if let Change::Repeal { power, nation, on } = change {
            let nation = to_value(nation).unwrap();
            for law in files.get_mut(power).unwrap()["in_force"].as_array_mut().unwrap() {
                if law["nation"] == nation {
                    law["state"] = json!("repealed");
                    law["to"] = json!(on);
                }
            }
        }
    }
    for (id, mut file) in files {
        file["requires"] = without_gaps(&file["requires"]).unwrap_or(json!({"all": []}));
        let power: Power = from_value(file).unwrap();
        catalogue.powers.insert(id, power);
    }
    let mut after = World::new(Arc::new(catalogue));
    after.groups = before.groups.clone();
    after.presences = before.presences.clone();
    after.area_told = before.area_told.clone();
    after.findings = before.findings.clone();
    after.uses = before.uses.clone();
    after.coverage = before.coverage.clone();
    after.registers = before.registers.clone();
    (after.lifts, after.helps) = (lifts, helps);
    (after.index(), day)
}

/// What was put in the place of a leaf is marked, so that no later change takes it for the old law.
fn mark(file: &mut Value, name: &str, new: &dyn Fn(&Value) -> Value) {
    fn walk(node: &mut Value, at: &str, name: &str, new: &dyn Fn(&Value) -> Value) {
        if node.get("new").is_some() {
            return;
        }
        for word in ["all", "any"] {
            if let Some(parts) = node.get_mut(word).and_then(Value::as_array_mut) {
                for (n, part) in parts.iter_mut().enumerate() {
                    let dot = if at.is_empty() { "" } else { "." };
                    walk(part, &format!("{at}{dot}{word}[{n}]"), name, new);
                }
                return;
            }
        }
        let key = match from_value(node.clone()).unwrap() {
            Requirement::Leaf(leaf) => {
                let only = Requirement::Leaf(leaf);
                only.facts().first().map(|fact| fact.key())
            }
            _ => None,
        };
        if key.as_deref() == Some(name) || at == name || at.is_empty() && name == "requires" {
            *node = json!({"new": new(node)});
        }
    }
    walk(&mut file["requires"], "", name, new);
}

fn without_gaps(node: &Value) -> Option<Value> {
    if let Some(new) = node.get("new") {
        return (!new.is_null()).then(|| new.clone());
    }
    for word in ["all", "any"] {
        if let Some(parts) = node.get(word).and_then(Value::as_array) {
            let kept: Vec<Value> = parts.iter().filter_map(without_gaps).collect();
            return (!kept.is_empty() || parts.is_empty()).then(|| json!({word: kept}));
        }
    }
    Some(node.clone())
}
