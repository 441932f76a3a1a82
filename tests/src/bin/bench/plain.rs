//! The plain way to judge, for the comparison: it must come to the same answers.

use std::path::Path;

use serde_json::{Value, json};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::facts::Who;
use takeup_domain::judge::Judge;
use takeup_domain::reach::Reach;
use takeup_store::Store;
use takeup_tests::oracle::{Leaf, Oracle, rank};
use takeup_tests::work::TODAY;

use crate::Size;
use crate::judging::{Took, timed};
use crate::reading::WORKSPACE;

/// Of the areas, one in so many is judged the plain way; what all would take is reckoned from that.
const PART: usize = 20;

pub(crate) fn compare(folder: &Path, _: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let compiled = Compiled::new(&catalogue);
    let world = Store::open(&folder.join(WORKSPACE)).unwrap().world(&catalogue).unwrap();
    let columns = Columns::new(&world, &compiled, TODAY);
    let judge = Judge::new(&world, &compiled, &columns);
    let oracle = Oracle::new(&world, TODAY);
    let facts: Vec<usize> = oracle.facts.iter().map(|f| compiled.fact(f).unwrap()).collect();
    let part: Vec<usize> = (0..catalogue.areas.len()).step_by(PART).collect();
    let presences: usize = part.iter().map(|a| world.presences_in(*a).len()).sum();
    let share = world.presences.len() as f64 / presences.max(1) as f64;
    let each = |answer: &mut dyn FnMut(usize, usize, usize, Who<'_>) -> Reach| -> Vec<Reach> {
        let mut answers = Vec::new();
        for power in 0..compiled.powers.len() {
            for area in &part {
                for (n, presence) in world.presences_in(*area).iter().enumerate() {
                    let group = &world.groups[presence.group as usize];
                    answers.push(answer(power, *area, n, Who::Group(group, presence.basis)));
                }
            }
        }
        answers
    };
    let all = |took: Took| Took { wall: took.wall * share, processor: took.processor * share };
    let (known, over_columns) = timed(|| {
        each(&mut |power, area, n, who| {
            let row = columns.presence(area, n);
            let mut leaf = |leaf: &Leaf<'_>| rank(columns.value(facts[leaf.place], row));
            if oracle.available(power, area) {
                oracle.reach_with(power, area, who, &mut leaf)
            } else {
                Reach::NotAvailable
            }
        })
    });
    let (looked_up, from_scratch) = timed(|| each(&mut |power, area, _, who| oracle.reach(power, area, who)));
    let (judge, part) = (&judge, &part);
    let rows = |power| part.iter().flat_map(move |area| judge.rows(power, *area));
    let quick: Vec<Reach> = (0..compiled.powers.len()).flat_map(rows).collect();
    assert!(known == quick && looked_up == quick, "the plain way comes to another answer");
    json!({
        "plain": all(over_columns).both(), "scratch": all(from_scratch).both(), "compared": 2 * quick.len(),
    })
}
