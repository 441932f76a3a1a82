//! The questions beside status, on one council and on all of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use takeup_domain::ask::questions;
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::lift::{Budget, Weigh};
use takeup_domain::routes::{Plan, Planner};
use takeup_domain::vocabulary::Cost;
use takeup_domain::work::unwatched;
use takeup_store::Store;
use takeup_tests::work::TODAY;

use crate::judging::timed;
use crate::reading::WORKSPACE;
use crate::{Size, peak};

pub(crate) fn questions_of(folder: &Path, _: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let compiled = Compiled::new(&catalogue);
    let world = Store::open(&folder.join(WORKSPACE)).unwrap().world(&catalogue).unwrap();
    let columns = Columns::new(&world, &compiled, TODAY);
    let judge = Judge::new(&world, &compiled, &columns);
    // A council of middling size, so that the numbers speak of one as it comes.
    let mut sizes: Vec<(usize, usize)> =
        (0..catalogue.areas.len()).map(|a| (world.presences_in(a).len(), a)).collect();
    sizes.sort_unstable();
    let (groups, area) = sizes[sizes.len() / 2];

    let (routes, routing) = timed(|| {
        let planner = Planner::new(&judge);
        let mut found = 0;
        let mut by_likeness: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        for n in 0..groups {
            let row = columns.presence(area, n);
            let known = by_likeness.entry(judge.likeness(area, row)).or_insert_with(|| {
                let ways = planner.ways(area, row);
                let plans = (0..compiled.powers.len()).map(|p| planner.plan(p, area, row, &ways));
                plans.filter(|plan| matches!(plan, Plan::Routes(_))).count()
            });
            found += *known;
        }
        (found, by_likeness.len())
    });
    let (sets, setting) =
        timed(|| (0..compiled.powers.len()).map(|p| judge.area_sets(p, area).0.len()).sum::<usize>());
    let (near, missing) = timed(|| judge.near_misses(area).len());
    let (asked, asking) = timed(|| questions(&world, &compiled, &columns, area, &unwatched).unwrap().len());
    let england: Vec<usize> = (0..catalogue.areas.len())
        .filter(|a| catalogue.areas[*a].nation == takeup_domain::area::Nation::England)
        .collect();
    let budget = Budget { remedies: 10, cost: Cost::High, weeks: None, seconds: 10.0 };
    let (lifted, lifting) = timed(|| judge.lift_first(&england, Weigh::Groups, budget, &unwatched).unwrap());
    json!({
        "groups": groups, "routes": routes.0, "likenesses": routes.1, "routing": routing.both(),
        "sets": sets, "setting": setting.both(), "near": near, "missing": missing.both(),
        "asked": asked, "asking": asking.both(), "lifting": lifting.both(),
        "lifted": {"opens": lifted.opens, "proven": lifted.proven, "gap": lifted.gap, "greedy": lifted.greedy,
                   "answers": lifted.answers, "kinds": lifted.kinds},
        "remedies": catalogue.remedies.len() + catalogue.barriers.values().map(|b| b.remedies.len()).sum::<usize>(),
        "peak": peak(),
    })
}
