//! A reform's difference over all councils, beside the same answered by rebuilding everything.

use std::path::Path;

use serde_json::{Value, from_value, json};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::Judge;
use takeup_domain::reform::{Base, Diff, Reform, Trial};
use takeup_domain::world::World;
use takeup_store::Store;
use takeup_tests::work::{NOMINATION, TODAY};

use crate::judging::{Took, timed};
use crate::reading::WORKSPACE;
use crate::{Size, peak};

pub(crate) fn reforms(folder: &Path, _: Size) -> Value {
    let catalogue = takeup_api::shipped();
    let compiled = Compiled::new(&catalogue);
    let world = Store::open(&folder.join(WORKSPACE)).unwrap().world(&catalogue).unwrap();
    let columns = Columns::new(&world, &compiled, TODAY);
    let base = Base { world: &world, compiled: &compiled, columns: &columns };
    let shown: Vec<Value> = tried()
        .into_iter()
        .map(|(name, reform)| {
            assert_eq!(reform.check(&catalogue), [], "{name}");
            let runs: Vec<(usize, Took)> = (0..5).map(|_| timed(|| quick(base, &reform))).collect();
            let cells = runs[0].0;
            let best =
                |of: fn(&Took) -> f64| runs.iter().map(|(_, took)| of(took)).fold(f64::INFINITY, f64::min);
            let best = Took { wall: best(|t| t.wall), processor: best(|t| t.processor) };
            let (_, rebuilt) = timed(|| anew(&world, base, &reform));
            json!({"name": name, "cells": cells, "took": best.both(), "rebuilt": rebuilt.both()})
        })
        .collect();
    json!({"reforms": shown, "peak": peak()})
}

fn tried() -> Vec<(&'static str, Reform)> {
    let reform = |changes: Value| -> Reform {
        from_value(json!({"id": "r", "name": "R", "changes": changes})).unwrap()
    };
    let enabler = json!({"name": "A community enterprise", "cost": "high", "supplies": [
        {"capacity": "financial", "level": "high"}, {"capacity": "organising", "level": "high"}]});
    let threshold = json!({"power": NOMINATION, "leaf": "members>=21:local-elector", "to": {"at_least": 10}});
    vec![
        ("a threshold", reform(json!([{"threshold": threshold}]))),
        ("a barrier lifted everywhere", reform(json!([{"lift_barrier": {"barrier": "wrong-legal-form"}}]))),
        ("an enabler for all groups", reform(json!([{"add_enabler": enabler}]))),
        ("the law as at another day", reform(json!([{"as_at": {"date": "2020-01-01"}}]))),
    ]
}

/// All of it: the catalogue checked, the overlay laid, the answers compared.
fn quick(base: Base<'_>, reform: &Reform) -> usize {
    let areas: Vec<usize> = (0..base.world.catalogue.areas.len()).collect();
    let trial = Trial::new(&base, reform);
    Diff::new(&base, &trial, &areas, &|| false).unwrap().cells.len()
}

/// Everything made and judged again, as if the reform were law.
fn anew(world: &World, base: Base<'_>, reform: &Reform) -> u32 {
    let trial = Trial::new(&base, reform);
    let (mut after, as_at) = (world.clone(), trial.as_at());
    after.catalogue = trial.world.catalogue.clone();
    (after.lifts, after.helps) = (trial.world.lifts.clone(), trial.world.helps.clone());
    let compiled = Compiled::new(&after.catalogue);
    let columns = Columns::new(&after, &compiled, as_at);
    let judged = Judge::new(&after, &compiled, &columns).all();
    let before = base.judge().all();
    let places = (0..compiled.powers.len()).flat_map(|p| (0..columns.areas.len()).map(move |a| (p, a)));
    places.filter(|(p, a)| judged.cell(*p, *a) != before.cell(*p, *a)).count() as u32
}
