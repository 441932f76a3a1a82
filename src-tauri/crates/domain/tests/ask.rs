//! A question keeps its promise: told yes or no, exactly as many answers settle as it said. And a near miss opens
//! what it says.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use std::sync::Arc;

use proptest::prelude::*;
use random::Dice;
use takeup_domain::ask::{Ask, Question, questions};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::reach::Reach;
use takeup_domain::work::{Stopped, unwatched};
use takeup_domain::world::{Told, World};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn settling_a_question_changes_as_many_answers_as_it_said(seed in any::<u64>(), groups in 0..8_usize) {
        let dice = &mut Dice::new(seed);
        let world = random::records::world(dice, groups);
        let as_at = dice.day();
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, as_at);
        for area in 0..world.catalogue.areas.len() {
            let asked = questions(&world, &compiled, &columns, area, &unwatched).unwrap();
            prop_assert!(asked.iter().map(Question::at_least).rev().is_sorted());
            for question in asked.iter().take(3) {
                for (yes, said) in [(true, question.if_yes), (false, question.if_no)] {
                    let told = tell(&world, area, question, yes);
                    let now = reaches(&told, &compiled, &Columns::new(&told, &compiled, as_at), area);
                    let before = reaches(&world, &compiled, &columns, area);
                    let settled = before
                        .iter()
                        .zip(&now)
                        .filter(|(b, n)| **b == Reach::Unsettled && **n != Reach::Unsettled)
                        .count();
                    prop_assert_eq!(settled as u32, said, "{:?} {}", question, yes);
                }
            }
        }
    }

    #[test]
    fn it_stops_when_told_to(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let world = random::records::world(dice, 4);
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, dice.day());
        let told = std::cell::RefCell::new(Vec::new());
        let watch = |done, total| {
            told.borrow_mut().push((done, total));
            done + 1 < total
        };
        prop_assert_eq!(questions(&world, &compiled, &columns, 0, &watch), Err(Stopped));
        let steps = world.presences_in(0).len() + 1;
        prop_assert_eq!(told.into_inner(), (0..steps).map(|n| (n, steps)).collect::<Vec<_>>());
    }

    #[test]
    fn a_near_miss_is_one_change_from_open(seed in any::<u64>(), groups in 0..8_usize) {
        let dice = &mut Dice::new(seed);
        let world = random::records::world(dice, groups);
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, dice.day());
        let judge = Judge::new(&world, &compiled, &columns);
        for area in 0..world.catalogue.areas.len() {
            for miss in judge.near_misses(area) {
                for (power, who) in &miss.opens {
                    for one in who {
                        let row = one.map_or(columns.people(area), |n| columns.presence(area, n));
                        prop_assert_ne!(judge.row(*power, area, row), Reach::Open);
                        let sets = judge.sets(*power, area, row).sets;
                        prop_assert!(sets.contains(&[miss.change.clone()].into()));
                    }
                }
            }
        }
    }
}

fn reaches(world: &World, compiled: &Compiled, columns: &Columns, area: usize) -> Vec<Reach> {
    let judge = Judge::new(world, compiled, columns);
    (0..compiled.powers.len())
        .flat_map(|power| {
            let people = judge.row(power, area, columns.people(area));
            std::iter::once(people).chain(judge.rows(power, area))
        })
        .collect()
}

fn tell(world: &World, area: usize, question: &Question, yes: bool) -> World {
    let mut world = world.clone();
    let Some(n) = question.of else {
        put(world.area_told.entry(area).or_default(), area, &question.ask, yes);
        return world;
    };
    let place = world.presences_in(area)[n].group as usize;
    let group = Arc::make_mut(&mut world.groups[place]);
    if let Ask::Form(id) = &question.ask {
        let mut forms = (*group.forms).clone();
        forms.insert(id.clone(), yes);
        group.forms = forms.into();
    } else {
        put(group.told.get_or_insert_default(), area, &question.ask, yes);
    }
    world
}

fn put(told: &mut Told, area: usize, ask: &Ask, yes: bool) {
    match ask {
        Ask::Form(_) => unreachable!("forms stand with the group"),
        Ask::Standing(id) => drop(told.standings.insert(id.clone(), yes)),
        Ask::Trait(id) => drop(told.traits.insert(id.clone(), yes)),
        Ask::Outcome(id) => drop(told.outcomes.insert(id.clone(), yes)),
        Ask::WorksHere => told.here.entry(area).or_default().works = Some(yes),
    }
}
