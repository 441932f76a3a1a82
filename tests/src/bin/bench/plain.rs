//! The plain way to judge, for the comparison: it must come to the same answers.

use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::facts::Who;
use takeup_domain::judge::{Counts, Judge};
use takeup_domain::reach::Reach;
use takeup_domain::world::World;
use takeup_tests::oracle::{Oracle, rank};
use takeup_tests::work::TODAY;

use crate::judging::{Took, timed};

/// Of the areas, one in so many is judged with facts looked up on the way.
const PART: usize = 20;

pub(crate) struct Plain {
    /// Over facts worked out before.
    pub(crate) over_columns: Took,
    /// For all, reckoned from a part of the areas.
    pub(crate) from_scratch: Took,
    /// Answers found equal.
    pub(crate) compared: usize,
}

pub(crate) fn compare(world: &World, compiled: &Compiled, columns: &Columns, judge: &Judge<'_>) -> Plain {
    let oracle = Oracle::new(world, TODAY);
    let facts: Vec<usize> = oracle.facts.iter().map(|f| compiled.fact(f).unwrap()).collect();
    let areas = world.catalogue.areas.len();
    let powers = compiled.powers.len();
    let (cells, over_columns) = timed(|| {
        let mut cells = Vec::with_capacity(areas * powers);
        for power in 0..powers {
            for area in 0..areas {
                let mut counts = Counts::default();
                if oracle.available(power, area) {
                    for (n, presence) in world.presences_in(area).iter().enumerate() {
                        let row = columns.presence(area, n);
                        let who = Who::Group(&world.groups[presence.group as usize], presence.basis);
                        let mut leaf = |leaf: &takeup_tests::oracle::Leaf<'_>| {
                            rank(columns.value(facts[leaf.place], row))
                        };
                        add(&mut counts, oracle.reach_with(power, area, who, &mut leaf));
                    }
                }
                cells.push(counts);
            }
        }
        cells
    });
    let judged = judge.all();
    let mut compared = 0;
    for power in 0..powers {
        for area in 0..areas {
            let found = judged.cell(power, area).groups;
            assert_eq!(Counts { in_practice: 0, ..found }, cells[power * areas + area], "{power} in {area}");
            compared += world.presences_in(area).len();
        }
    }
    let part: Vec<usize> = (0..areas).step_by(PART).collect();
    let rows: usize = part.iter().map(|a| world.presences_in(*a).len()).sum();
    let (answers, took) = timed(|| {
        let mut answers = Vec::new();
        for power in 0..powers {
            for area in &part {
                answers.extend(world.presences_in(*area).iter().map(|presence| {
                    oracle.reach(
                        power,
                        *area,
                        Who::Group(&world.groups[presence.group as usize], presence.basis),
                    )
                }));
            }
        }
        answers
    });
    let quick = (0..powers).flat_map(|power| part.iter().flat_map(move |area| judge.rows(power, *area)));
    assert!(answers.iter().copied().eq(quick), "the plain way comes to another answer");
    let share = world.presences.len() as f64 / rows.max(1) as f64;
    let from_scratch = Took { wall: took.wall * share, processor: took.processor * share };
    Plain { over_columns, from_scratch, compared: compared + answers.len() }
}

fn add(counts: &mut Counts, reach: Reach) {
    match reach {
        Reach::Open => counts.open += 1,
        Reach::Unsettled => counts.unsettled += 1,
        Reach::Blocked => counts.blocked += 1,
        Reach::OutOfReach => counts.out_of_reach += 1,
        Reach::NotAvailable => {}
    }
}
