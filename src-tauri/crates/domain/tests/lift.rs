//! What to lift first, against every choice of remedies tried in turn.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use std::collections::BTreeSet;

use random::Dice;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::lift::{Budget, Weigh};
use takeup_domain::reach::Reach;
use takeup_domain::sets::Change;
use takeup_domain::vocabulary::{Cost, Meets, Remedy};
use takeup_domain::work::{Stopped, unwatched};

#[test]
fn no_other_choice_opens_more() {
    let mut telling = 0;
    for seed in 0..1_200 {
        let dice = &mut Dice::new(seed);
        let (groups, most) = (dice.below(12), dice.below(4) as u32);
        let world = random::records::world(dice, groups);
        let compiled = Compiled::new(&world.catalogue);
        let columns = Columns::new(&world, &compiled, dice.day());
        let judge = Judge::new(&world, &compiled, &columns);
        let areas: Vec<usize> = (0..world.catalogue.areas.len()).collect();
        let budget = Budget { remedies: most, cost: Cost::High, weeks: None, seconds: 20.0 };
        let found = judge.lift_first(&areas, Weigh::Groups, budget, &unwatched).unwrap();
        assert!(found.proven && found.gap == Some(0.0), "seed {seed}");
        assert!(found.remedies.len() <= most as usize, "seed {seed}");
        assert!(found.greedy <= found.opens, "seed {seed}");
        assert_eq!(opened(&judge, &areas, &found.remedies) as f64, found.opens, "seed {seed}");
        let all = remedies(&judge);
        for choice in choices(all.len(), most as usize) {
            let chosen: BTreeSet<String> = choice.iter().map(|n| all[*n].id.clone()).collect();
            let other = opened(&judge, &areas, &chosen) as f64;
            assert!(other <= found.opens, "seed {seed}: {chosen:?} opens {other}");
        }
        let stopped = judge.lift_first(&areas, Weigh::Groups, budget, &|_, _| false);
        assert_eq!(stopped, Err(Stopped));
        let none =
            judge.lift_first(&areas, Weigh::Groups, Budget { weeks: Some(0), ..budget }, &unwatched).unwrap();
        assert!(none.remedies.is_empty(), "every remedy takes a week");
        telling += usize::from(found.opens > 0.0);
    }
    assert!(telling > 60, "only {telling} worlds had anything to open");
}

fn remedies<'w>(judge: &Judge<'w>) -> Vec<&'w Remedy> {
    let catalogue = &judge.world().catalogue;
    let mut seen = BTreeSet::new();
    let all = catalogue.remedies.values().chain(catalogue.barriers.values().flat_map(|b| &b.remedies));
    all.filter(|r| seen.insert(&r.id)).collect()
}

fn choices(of: usize, most: usize) -> Vec<Vec<usize>> {
    let mut found = vec![vec![]];
    let mut last = vec![vec![]];
    for _ in 0..most {
        let longer = last.iter().flat_map(|choice: &Vec<usize>| {
            let from = choice.last().map_or(0, |n| n + 1);
            (from..of).map(move |n| [choice.as_slice(), &[n]].concat())
        });
        last = longer.collect();
        found.extend(last.iter().cloned());
    }
    found
}

/// Blocked answers that these remedies open, through the smallest sets that nothing has to be found out for.
fn opened(judge: &Judge<'_>, areas: &[usize], chosen: &BTreeSet<String>) -> usize {
    let all = remedies(judge);
    let catalogue = &judge.world().catalogue;
    let brought = |change: &Change| {
        all.iter().filter(|r| chosen.contains(&r.id)).any(|r| match change {
            Change::FindOut(_) => false,
            Change::Meet(fact) => {
                catalogue.remedies_for(&judge.compiled().facts[*fact]).iter().any(|m| m.id == r.id)
            }
            Change::Lift(barrier) => catalogue.barriers[barrier].remedies.iter().any(|m| m.id == r.id),
            Change::Supply(kind, _) => r.meets.contains(&Meets::Capacity(*kind)),
        })
    };
    let mut number = 0;
    for power in 0..judge.compiled().powers.len() {
        for area in areas {
            let people = std::iter::once(judge.columns().people(*area));
            let groups =
                (0..judge.world().presences_in(*area).len()).map(|n| judge.columns().presence(*area, n));
            for row in people.chain(groups).filter(|row| judge.row(power, *area, *row) == Reach::Blocked) {
                let sets = judge.sets(power, *area, row).sets;
                number += usize::from(sets.iter().any(|set| set.iter().all(brought)));
            }
        }
    }
    number
}
