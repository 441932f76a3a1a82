//! The graph is sound and is drawn; chokepoints against cutting by hand; circles that cannot start, and what frees them.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;
mod shipped;

use std::sync::Arc;

use expect_test::expect;
use random::{Dice, law};
use serde_json::{Value, from_value, json};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::catch22::Stuck;
use takeup_domain::chokepoint::Pass;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::graph::{Graph, Node};
use takeup_domain::judge::Judge;
use takeup_domain::record::PresenceBasis;
use takeup_domain::routes::Planner;
use takeup_domain::world::{Group, Presence, Told, World};

#[test]
fn the_shipped_catalogue_is_a_sound_graph() {
    let catalogue = shipped::catalogue();
    let graph = Graph::of(&catalogue).validated().unwrap_or_else(|wrong| panic!("{wrong:#?}"));
    let (nodes, edges) = graph.statistics();
    assert_eq!(nodes["power"], catalogue.powers.len());
    assert_eq!(nodes["department"], catalogue.departments.len());
    assert_eq!(edges["owns"], catalogue.powers.len());
    let part = graph.around(&Node::Power("parish-poll".into()), 1);
    assert!(part.nodes().count() < 20 && part.nodes().any(|n| n == &Node::Department("mhclg".into())));
}

#[test]
fn a_power_is_drawn() {
    let world = world(&[("p", json!({"all": [t("a"), {"any": [t("b"), o("q")]}]})), ("q", t("a"))], &[]);
    let graph = Graph::of(&world.catalogue);
    expect![[r#"
        power:p
        └─ requires all:p
           ├─ requires any:p.1
           │  ├─ any-of requirement:outcome:q
           │  │  └─ requires power:q
           │  │     └─ requires requirement:trait:a
           │  └─ any-of requirement:trait:b
           └─ requires requirement:trait:a ↑
    "#]]
    .assert_eq(&graph.drawn(&Node::Power("p".into()), 9));
    let dot = graph.dot(&world.catalogue);
    assert!(
        dot.starts_with("digraph takeup {") && dot.contains(r#""power:p" -> "all:p" [label="requires"];"#)
    );
}

#[test]
fn what_every_way_passes_is_found_through_earlier_powers() {
    let world = world(
        &[
            ("p", json!({"all": [t("a"), {"any": [t("b"), t("c")]}, o("q")]})),
            ("q", json!({"any": [{"all": [t("b"), t("d")]}, {"all": [t("d"), t("c")]}]})),
        ],
        &[],
    );
    let (compiled, columns) = columns(&world);
    let judge = Judge::new(&world, &compiled, &columns);
    let keys = |power: &str| -> Vec<String> {
        let found = judge.unavoidable(compiled.power(power).unwrap());
        let mut keys: Vec<String> = found.into_iter().map(|f| compiled.facts[f].key()).collect();
        keys.sort();
        keys
    };
    assert_eq!(keys("p"), ["outcome:q", "trait:a", "trait:d"]);
    assert_eq!(keys("q"), ["trait:d"]);
    let found = judge.chokepoints(&[0]);
    let d = found
        .iter()
        .find(|c| matches!(c.pass, Pass::Fact(f) if compiled.facts[f].key() == "trait:d"))
        .unwrap();
    assert_eq!((d.powers.len(), d.areas.as_slice()), (2, [0].as_slice()));
}

#[test]
fn a_circle_of_powers_cannot_start_until_it_is_cut() {
    let circle = [("p", o("q")), ("q", json!({"all": [o("r"), t("a")]})), ("r", o("p")), ("s", t("b"))];
    let found = circles(&circle, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0.iter().filter(|name| name.starts_with("power")).count(), 3);
    assert_eq!(found[0].1, ["outcome:p", "outcome:q", "outcome:r"]);
}

#[test]
fn a_circle_with_a_way_in_is_none() {
    let open = [("p", json!({"any": [o("q"), t("a")]})), ("q", o("p"))];
    assert_eq!(circles(&open, &["a"]).len(), 0);
    assert_eq!(circles(&open, &[]).len(), 0, "a can be met by its remedy");
    let shut = [("p", json!({"any": [o("q"), t("z")]})), ("q", o("p"))];
    assert_eq!(circles(&shut, &[]).len(), 1, "nothing meets z");
}

/// The circles by the names of what is in them, and the facts that would free each.
fn circles(powers: &[(&str, Value)], has: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
    let world = world(powers, has);
    let (compiled, columns) = columns(&world);
    let judge = Judge::new(&world, &compiled, &columns);
    let planner = Planner::new(&judge);
    let name = |stuck: &Stuck| match stuck {
        Stuck::Fact(f) => compiled.facts[*f].key(),
        Stuck::Power(p) => format!("power:{}", compiled.powers[*p]),
    };
    planner
        .catch_22s(0, columns.presence(0, 0))
        .into_iter()
        .map(|circle| {
            let mut cuts: Vec<String> = circle.cuts.iter().map(|f| compiled.facts[*f].key()).collect();
            cuts.sort();
            (circle.stuck.iter().map(name).collect(), cuts)
        })
        .collect()
}

fn columns(world: &World) -> (Compiled, Columns) {
    let compiled = Compiled::new(&world.catalogue);
    let columns = Columns::new(world, &compiled, "2026-01-01".parse().unwrap());
    (compiled, columns)
}

fn t(id: &str) -> Value {
    json!({"fact": {"trait": id}, "provision": "s 1"})
}

fn o(id: &str) -> Value {
    json!({"fact": {"outcome": {"of": id}}, "provision": "s 2"})
}

/// A world of one area and one group, which has only the traits named; remedies meet a to d.
fn world(powers: &[(&str, Value)], has: &[&str]) -> World {
    let mut known = Catalogue::default();
    for id in ["a", "b", "c", "d", "z"] {
        let made = json!({"id": id, "name": id, "of": "group", "ask": ""});
        known.traits.insert(id.into(), from_value(made).unwrap());
        if id != "z" {
            let remedy = json!({"id": format!("get-{id}"), "name": id, "who_acts": "x", "cost": "low",
                                "weeks": {"from": 1, "to": 2}, "meets": [{"trait": id}]});
            known.remedies.insert(format!("get-{id}"), from_value(remedy).unwrap());
        }
    }
    let area = json!({"gss": "E0", "code": "", "name": "", "council": "", "parished": "unknown", "kind": "MD",
                      "nation": "england"});
    known.areas.push(from_value(area).unwrap());
    for (id, tree) in powers {
        let mut power = law::power(&mut Dice::new(1), id);
        power.requires = from_value(tree.clone()).unwrap();
        power.in_force = from_value(json!([{"nation": "england", "state": "in-force"}])).unwrap();
        power.only_where = Default::default();
        power.duty_holder = "anyone".into();
        (power.needs, power.changes, power.barriers) = (vec![], vec![], vec![]);
        known.powers.insert((*id).into(), power);
    }
    let mut world = World::new(Arc::new(known));
    let mut told = Told::default();
    for id in ["a", "b", "c", "d", "z"] {
        told.traits.insert(id.into(), has.contains(&id));
    }
    world.groups.push(Group { id: 1, told: Some(Box::new(told)), ..Group::default() }.into());
    world.presences.push(Presence { area: 0, group: 0, basis: PresenceBasis::WorksIn });
    let outcomes = powers.iter().map(|(id, _)| ((*id).to_string(), false)).collect();
    world.area_told.insert(0, Told { outcomes, ..Told::default() });
    world.index()
}
