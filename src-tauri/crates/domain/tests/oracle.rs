//! The columns agree with a plain recursive evaluator on random worlds: every leaf, presence, area and status.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod plain;
mod random;

use plain::{Row, around, forms};
use proptest::prelude::*;
use random::{Dice, vocabulary};
use takeup_domain::columns::Columns;
use takeup_domain::compile::Compiled;
use takeup_domain::forms::Forms;
use takeup_domain::judge::{Counts, Judge};
use takeup_domain::reach::Reach;
use takeup_domain::requirement::Fact;
use takeup_domain::status::Status;
use takeup_domain::truth::Truth;
use takeup_domain::uses::{LOOK_BACK_YEARS, use_state};
use takeup_domain::world::World;

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number) }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn small_worlds_agree(seed in any::<u64>(), groups in 0..8_usize) {
        agree(seed, groups);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    /// More than go side by side.
    #[test]
    fn vast_worlds_agree(seed in any::<u64>(), groups in 600..1_400_usize) {
        agree(seed, groups);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// More groups in an area than one word of the columns holds.
    #[test]
    fn crowded_worlds_agree(seed in any::<u64>(), groups in 150..400_usize) {
        agree(seed, groups);
    }

    #[test]
    fn forms_agree_with_the_order_walked_by_hand(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let order = Forms::new(&vocabulary::forms(dice));
        for _ in 0..20 {
            let known = dice.some(&vocabulary::FORMS, 4).into_iter().map(|f| (f, !dice.one_in(3))).collect();
            for wanted in vocabulary::FORMS {
                prop_assert_eq!(order.holds(wanted, &known), forms::holds(&order, wanted, &known), "{} of {:?}", wanted, known);
            }
        }
    }
}

fn agree(seed: u64, groups: usize) {
    let dice = &mut Dice::new(seed);
    let world = random::records::world(dice, groups);
    let as_at = dice.day();
    let compiled = Compiled::new(&world.catalogue);
    let columns = Columns::new(&world, &compiled, as_at);
    let judge = Judge::new(&world, &compiled, &columns);
    let all = judge.all();
    for area in 0..world.catalogue.areas.len() {
        let row = |presence| Row { world: &world, area, presence, as_at };
        let rows: Vec<Row<'_>> = std::iter::once(row(None))
            .chain(world.presences_in(area).iter().map(|p| row(Some(*p))))
            .collect();
        leaves(&world, &compiled, &columns, &rows);
        for (place, id) in compiled.powers.iter().enumerate() {
            let wanted: Vec<plain::Answer> = rows.iter().map(|row| row.judge(id)).collect();
            let reaches: Vec<Reach> = wanted.iter().map(|a| a.reach).collect();
            let at = format!("power {id} in area {area}");
            let cell = all.cell(place, area);
            assert_eq!(cell, judge.cell(place, area), "alone and among all: {at}");
            assert_eq!(cell.people, reaches[0], "people: {at}");
            assert_eq!(judge.rows(place, area), reaches[1..], "groups: {at}");
            assert_eq!(cell.groups, counts(&wanted[1..]), "counts: {at}");
            let register = rows[1..]
                .iter()
                .any(|row| world.groups[row.presence.unwrap().group as usize].register.is_some());
            let reach = around::reach_of_area(reaches[0], &reaches[1..], register);
            assert_eq!(cell.reach, reach, "reach: {at}");
            let power = &world.catalogue.powers[id];
            let used = around::use_state(&world, power, area, as_at);
            assert_eq!(use_state(&world, power, area, as_at, LOOK_BACK_YEARS), used, "use: {at}");
            assert_eq!(Status::of(cell.reach, used), around::status(reach, used), "status: {at}");
            proofs(&judge, place, area, &wanted);
        }
    }
}

/// Every column says what its leaf says; forms also as walked by hand.
fn leaves(world: &World, compiled: &Compiled, columns: &Columns, rows: &[Row<'_>]) {
    for (place, fact) in compiled.facts.iter().enumerate() {
        assert_eq!(
            compiled.liftable[place],
            plain::tree::liftable(&world.catalogue, fact),
            "remedy: {fact:?}"
        );
        for (n, row) in rows.iter().enumerate() {
            let found = columns.value(place, at(columns, row.area, n));
            assert_eq!(found, row.leaf(fact), "{fact:?}");
            if let (Fact::Form(wanted), Some(presence)) = (fact, row.presence) {
                let known = &world.groups[presence.group as usize].forms;
                let by_hand = wanted.iter().map(|w| forms::holds(&world.catalogue.forms, w, known));
                let order =
                    |t: Truth| [Truth::False, Truth::Unknown, Truth::True].iter().position(|x| *x == t);
                assert_eq!(Some(found), by_hand.max_by_key(|t| order(*t)), "{fact:?}");
            }
        }
    }
}

/// The proof's root is the law's worth, and its reach is the row's.
fn proofs(judge: &Judge<'_>, place: usize, area: usize, wanted: &[plain::Answer]) {
    for (n, answer) in wanted.iter().enumerate().take(12) {
        let row = at(judge.columns(), area, n);
        assert_eq!(judge.row(place, area, row), answer.reach);
        let proof = judge.prove(place, area, n.checked_sub(1)).unwrap();
        assert_eq!(proof.reach, answer.reach);
        assert_eq!(proof.tree.value().unwrap_or(Truth::True), answer.law);
    }
}

fn at(columns: &Columns, area: usize, n: usize) -> takeup_domain::columns::Row {
    match n.checked_sub(1) {
        None => columns.people(area),
        Some(nth) => columns.presence(area, nth),
    }
}

/// They add up to the presences, unless the power is not available at all.
fn counts(groups: &[plain::Answer]) -> Counts {
    let mut counts = Counts::default();
    for group in groups {
        match group.reach {
            Reach::Open => counts.open += 1,
            Reach::Unsettled => counts.unsettled += 1,
            Reach::Blocked => {
                counts.blocked += 1;
                counts.in_practice += u32::from(group.law != Truth::False);
            }
            Reach::OutOfReach => counts.out_of_reach += 1,
            Reach::NotAvailable => {}
        }
    }
    counts
}

/// The random worlds are worth something only if no answer is missing from them.
#[test]
fn random_worlds_hold_every_answer() {
    let mut found = std::collections::BTreeSet::new();
    for seed in 0..3_000 {
        let dice = &mut Dice::new(seed);
        let world = random::records::world(dice, 4);
        let as_at = dice.day();
        for (area, id) in (0..3).flat_map(|area| world.catalogue.powers.keys().map(move |id| (area, id))) {
            let people = Row { world: &world, area, presence: None, as_at };
            let groups = world.presences_in(area).iter().map(|p| Row { presence: Some(*p), ..people });
            for (who, row) in std::iter::once(("people", people)).chain(groups.map(|row| ("group", row))) {
                let answer = row.judge(id);
                let practice = answer.reach == Reach::Blocked && answer.law != Truth::False;
                found.insert(format!(
                    "{who} {}{}",
                    answer.reach.as_str(),
                    if practice { " in practice" } else { "" }
                ));
            }
            let power = &world.catalogue.powers[id];
            found.insert(around::use_state(&world, power, area, as_at).as_str().to_string());
        }
    }
    let all: Vec<&str> = found.iter().map(String::as_str).collect();
    let wanted = "group blocked, group blocked in practice, group not-available, group open, group out-of-reach, \
                  group unsettled, none-recorded, not-checked, people blocked, people blocked in practice, \
                  people not-available, people open, people out-of-reach, people unsettled, refused, used";
    assert_eq!(all.join(", "), wanted);
}
