//! After one record the answers are those of a world built afresh, though only the areas it touches are judged again.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod random;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use random::{Dice, records};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::judge::{Judge, Judged};
use takeup_domain::world::{Group, World};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn one_record_is_judged_as_if_all_were(seed in any::<u64>(), groups in 1..90_usize) {
        let dice = &mut Dice::new(seed);
        let mut world = records::world(dice, groups);
        let as_at = dice.day();
        let compiled = Compiled::new(&world.catalogue);
        let mut columns = Columns::new(&world, &compiled, as_at);
        let mut judged = Judge::new(&world, &compiled, &columns).all();
        for _ in 0..3 {
            let touched = change(dice, &mut world);
            columns = match touched.1 {
                Some(group) => columns.with_group(&world, &compiled, group, &touched.0),
                None => columns.refreshed(&world, &compiled, &touched.0),
            };
            let touched = touched.0;
            judged = judged.refreshed(&Judge::new(&world, &compiled, &columns), &touched);

            let afresh = world.clone().index();
            let whole = Columns::new(&afresh, &compiled, as_at);
            same(&compiled, &judged, &Judge::new(&afresh, &compiled, &whole).all(), world.catalogue.areas.len());
        }
    }
}

/// Tells something new of a group or a place, or replaces the records of uses; returns the areas it touches,
/// and the group if it is about one.
fn change(dice: &mut Dice, world: &mut World) -> (BTreeSet<usize>, Option<i64>) {
    if dice.one_in(3) {
        let area = dice.below(3);
        world.area_told.insert(area, records::told(dice));
        return (BTreeSet::from([area]), None);
    }
    if dice.one_in(4) || world.groups.is_empty() {
        records::records(dice, world);
        world.index_records();
        return ((0..world.catalogue.areas.len()).collect(), None);
    }
    let old = &world.groups[dice.below(world.groups.len())];
    let told = dice.one_in(2).then(|| Box::new(records::told(dice)));
    let group = Group { forms: Arc::new(records::forms(dice)), told, ..(**old).clone() };
    let id = group.id;
    (world.replace_group(group), Some(id))
}

fn same(compiled: &Compiled, found: &Judged, wanted: &Judged, areas: usize) {
    for power in 0..compiled.powers.len() {
        for area in 0..areas {
            assert_eq!(found.cell(power, area), wanted.cell(power, area), "power {power} in area {area}");
        }
    }
}
