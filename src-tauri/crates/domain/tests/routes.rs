//! Routes against a plain recursion that knows nothing of fixed points, and a route drawn for a reader.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use std::sync::Arc;

use plain::tree::{Tree, pruned};
use proptest::prelude::*;
use random::{Dice, law, vocabulary};
use serde_json::{Value, from_value, json};
use takeup_domain::catalogue::Catalogue;
use takeup_domain::columns::{Columns, Row};
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::power::Power;
use takeup_domain::reach::Reach;
use takeup_domain::record::PresenceBasis;
use takeup_domain::requirement::Fact;
use takeup_domain::routes::{Act, Plan, Planner, Price, Route};
use takeup_domain::truth::Truth;
use takeup_domain::vocabulary::{Cost, Meets, Remedy};
use takeup_domain::world::{Group, Presence, Told, World};

const LEAVES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const POWERS: [&str; 4] = ["p", "q", "r", "s"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) })]

    #[test]
    fn the_cheapest_way_is_found_and_every_route_can_be_walked(seed in any::<u64>()) {
        let world = world(&mut Dice::new(seed));
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, "2026-01-01".parse().unwrap());
        let judge = Judge::new(&world, &compiled, &columns);
        let row = columns.presence(0, 0);
        let planner = Planner::new(&judge);
        let ways = planner.ways(0, row);
        for (place, id) in compiled.powers.iter().enumerate() {
            let wanted = least(&judge, row, id, 5);
            prop_assert_eq!(ways.price(place), wanted, "{}", id);
            match planner.plan(place, 0, row, &ways) {
                Plan::Open => prop_assert_eq!(judge.row(place, 0, row), Reach::Open),
                Plan::NotAvailable => prop_assert!(false, "every power runs here"),
                Plan::NoRoute(lost) => {
                    prop_assert_eq!(wanted, None);
                    prop_assert!(!lost.is_empty(), "what is missing is named");
                }
                Plan::Routes(routes) => {
                    prop_assert!(wanted.is_some());
                    prop_assert!(routes.iter().map(|r| r.price).is_sorted());
                    prop_assert!(routes[0].price <= wanted.unwrap(), "shared steps are paid once");
                    for route in &routes {
                        walks(&judge, route);
                    }
                }
            }
        }
    }
}

/// Every step comes after what it waits for and starts when the last of that is over.
#[track_caller]
fn walks(judge: &Judge<'_>, route: &Route) {
    for (place, leg) in route.legs.iter().enumerate() {
        assert!(leg.after.iter().all(|before| *before < place), "{route:?}");
        assert_eq!(leg.start, leg.after.iter().map(|b| route.legs[*b].end).max().unwrap_or(0));
        assert!(!route.legs[..place].iter().any(|l| l.act == leg.act), "twice: {route:?}");
        if let Act::Remedy(id) = &leg.act {
            assert_eq!(leg.end - leg.start, judge.remedy(id).unwrap().weeks.to);
        }
    }
    assert_eq!(route.weeks, route.legs.iter().map(|l| l.end).max().unwrap_or(0));
}

/// The least cost of a power, by trying every way that uses no power twice: there are four.
fn least(judge: &Judge<'_>, row: Row, power: &str, depth: u32) -> Option<Price> {
    let entry = &judge.world().catalogue.powers[power];
    match pruned(&entry.requires) {
        None => Some(Price::default()),
        Some(tree) => of_tree(judge, row, &tree, depth),
    }
}

fn of_tree(judge: &Judge<'_>, row: Row, tree: &Tree<'_>, depth: u32) -> Option<Price> {
    match tree {
        Tree::All(parts) => parts
            .iter()
            .map(|p| of_tree(judge, row, p, depth))
            .try_fold(Price::default(), |a, b| Some(add(a, b?))),
        Tree::Any(parts) => parts.iter().filter_map(|p| of_tree(judge, row, p, depth)).min(),
        Tree::Fact(fact) => of_fact(judge, row, fact, depth),
    }
}

fn of_fact(judge: &Judge<'_>, row: Row, fact: &Fact, depth: u32) -> Option<Price> {
    match judge.columns().value(judge.compiled().fact(fact).unwrap(), row) {
        Truth::True => return Some(Price::default()),
        Truth::Unknown => return Some(Price { low: 1, ..Price::default() }),
        Truth::False => {}
    }
    if depth == 0 {
        return None;
    }
    let catalogue = &judge.world().catalogue;
    let met = catalogue.remedies.values().filter(|r| match fact {
        Fact::Trait(id) => r.meets.contains(&Meets::Trait(id.clone())),
        _ => false,
    });
    let by_remedy = met.filter_map(|r| {
        let before = match &r.power {
            Some(power) => least(judge, row, power, depth - 1)?,
            None => Price::default(),
        };
        Some(add(price(r), before))
    });
    let by_power = catalogue.powers.values().filter(|p| matches!(fact, Fact::Outcome(o) if o.of == p.id));
    let by_power = by_power.filter_map(|p| {
        Some(add(Price { low: 1, ..Price::default() }, least(judge, row, &p.id, depth - 1)?))
    });
    by_remedy.chain(by_power).min()
}

fn add(a: Price, b: Price) -> Price {
    Price { high: a.high + b.high, medium: a.medium + b.medium, weeks: a.weeks + b.weeks, low: a.low + b.low }
}

fn price(remedy: &Remedy) -> Price {
    let weeks = remedy.weeks.to;
    match remedy.cost {
        Cost::High => Price { high: 1, weeks, ..Price::default() },
        Cost::Medium => Price { medium: 1, weeks, ..Price::default() },
        Cost::Low => Price { low: 1, weeks, ..Price::default() },
    }
}

fn tree(dice: &mut Dice, depth: usize) -> Value {
    if depth == 0 || dice.one_in(3) {
        return match dice.below(6) {
            0 => json!({"fact": {"outcome": {"of": dice.pick(&POWERS)}}, "provision": "s 1"}),
            _ => json!({"fact": {"trait": dice.pick(&LEAVES)}, "provision": "s 2"}),
        };
    }
    let parts: Vec<Value> = (0..1 + dice.below(3)).map(|_| tree(dice, depth - 1)).collect();
    if dice.one_in(2) { json!({"all": parts}) } else { json!({"any": parts}) }
}

fn power(dice: &mut Dice, id: &str) -> Power {
    let mut power = law::power(dice, id);
    power.requires = from_value(tree(dice, 2)).unwrap();
    power.in_force = from_value(json!([{"nation": "england", "state": "in-force"}])).unwrap();
    power.only_where = Default::default();
    power.duty_holder = "anyone".into();
    power.needs = vec![];
    power.changes = vec![];
    power
}

fn world(dice: &mut Dice) -> World {
    let mut known = Catalogue::default();
    for id in LEAVES {
        let made = json!({"id": id, "name": id, "of": "group", "ask": ""});
        known.traits.insert(id.into(), from_value(made).unwrap());
    }
    for n in 0..5 {
        let id = format!("r{n}");
        let meets = vec![json!({"trait": dice.pick(&LEAVES)})];
        let mut remedy = vocabulary::remedy(dice, &id, meets);
        remedy["cost"] = json!(dice.pick(&["low", "medium", "high"]));
        if dice.one_in(3) {
            remedy["power"] = json!(dice.pick(&POWERS));
        } else {
            remedy.as_object_mut().unwrap().remove("power");
        }
        known.remedies.insert(id, from_value(remedy).unwrap());
    }
    let area = json!({"gss": "E0", "code": "", "name": "", "council": "", "parished": "unknown", "kind": "MD",
                      "nation": "england"});
    known.areas.push(from_value(area).unwrap());
    for id in POWERS {
        known.powers.insert(id.into(), power(dice, id));
    }
    let mut world = World::new(Arc::new(known));
    let mut told = Told::default();
    for id in LEAVES {
        if !dice.one_in(5) {
            told.traits.insert(id.into(), dice.one_in(4));
        }
    }
    world.groups.push(Group { id: 1, told: Some(Box::new(told)), ..Group::default() }.into());
    world.presences.push(Presence { area: 0, group: 0, basis: PresenceBasis::WorksIn });
    world.area_told.insert(
        0,
        Told { outcomes: POWERS.iter().map(|p| (p.to_string(), false)).collect(), ..Told::default() },
    );
    world.index()
}
